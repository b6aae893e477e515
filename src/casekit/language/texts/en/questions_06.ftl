# Notebook 06: tables, questions, hints, known mistakes; the memo.
head-profit_krub = Profit, { $currency }k
head-margin_krub = Gross margin, { $currency }k
head-gain_share = Part of the gain
topic-decision = The decision
memo-done = The memo is ready: { $page }, open it with a double click; { $sheet } has the same numbers in Excel.
memo-words = The memo’s text goes between quotes; found: a value of type { $found }.
memo-title = { $company }: how to reallocate the specialists’ hours
memo-brings = What it brings

question-decision-first_year = How much profit does the best plan add in the first year, { $currency }k?
question-decision-first_year-hint-1 = What is added stands in the table change: rows are years, columns are margin and profit.
question-decision-first_year-hint-2 = Like this: change.loc[1, "profit_krub"].
question-decision-first_year-mistake-third_year = That is the third year. The first is asked for.
question-decision-first_year-mistake-all_years = That is all three years together. The first is asked for.
question-decision-first_year-mistake-margin = That is gross margin. Technicians and assistants have not been paid from it yet.

question-decision-third_year = And in the third year, { $currency }k?
question-decision-third_year-hint-1 = The same table and column, another row.
question-decision-third_year-hint-2 = Like this: change.loc[3, "profit_krub"].
question-decision-third_year-mistake-first_year = That is the first year. The third is asked for.
question-decision-third_year-mistake-all_years = That is all three years together. The third is asked for.
question-decision-third_year-mistake-margin = That is gross margin. Technicians and assistants have not been paid from it yet.

question-decision-pilot = Which pilot would tell us most?
question-decision-pilot-hint-1 = A pilot needs a comparison: some work the new way, and others like them the old way.
question-decision-pilot-hint-2 = A deal takes about eight months, and neither zeal nor success should choose who takes part.
question-decision-pilot-mistake-everybody = If all begin at once there is nobody to compare with: was it the plan, or the market?
question-decision-pilot-mistake-volunteers = Volunteers differ from the others without any plan. The pilot would show them and not the plan.
question-decision-pilot-mistake-the_first = The leaders by revenue have rich territories. The pilot would show that and not the plan.
question-decision-pilot-choice-one_region = all specialists of one region
question-decision-pilot-choice-everybody = all specialists of the company
question-decision-pilot-choice-volunteers = volunteers from all regions
question-decision-pilot-choice-the_first = the leaders by revenue

question-decision-memo = The memo
question-decision-memo-hint-1 = The decision is the first sentence. Then what it brings, what it costs, what may go wrong, how we find out.
question-decision-memo-hint-2 = Name people, hours, dates and a limit: who, by how many hours, from which month, and which figure makes us stop.
memo-graded = Graded: the memo’s text is kept, its files are not written.
memo-blank = There is no memo yet: write its text above first.
