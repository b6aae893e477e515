# Questions of notebook 02 on time, and what checks, hints and progress say.
question-time-selling_share = What share of working time goes into selling?
question-time-selling_share-hint-1 = The table audit has a row for each activity and one for selling as a whole; its column share is the share of working time.
question-time-selling_share-hint-2 = .loc takes the row first and the column second: audit.loc["selling", "share"].
question-time-selling_share-mistake-retention_alone = This is retention alone. Selling is retention, expansion and conversion together: the row "selling".
question-time-selling_share-mistake-service = This is the share of service. Take the row "selling".
question-time-selling_share-mistake-reference = This is the reference share, what others do. Take the column share.

question-time-selling_gap = By how many hours a month does a specialist’s selling fall short of the reference?
question-time-selling_gap-hint-1 = The table gaps has the hours above the reference in the column gap_hours; below the reference they are negative.
question-time-selling_gap-hint-2 = Take the row "selling" and change the sign: -gaps.loc["selling", "gap_hours"].
question-time-selling_gap-mistake-sign_turned = The size is right, the sign is not: the question is how many hours are missing, so a positive number. Put a minus in front.
question-time-selling_gap-mistake-percentage_points = This is the gap in percentage points. You need hours a month: the column gap_hours.
question-time-selling_gap-mistake-best_quarter = This is the distance to the top quartile of specialists. Compare with the reference.

question-time-largest_excess = With selling taken as one activity, which of the four takes the most hours above its reference?
question-time-largest_excess-hint-1 = Compare the column gap_hours in the four rows selling, service, travel and admin: the largest positive number is looked for. Retention is a part of selling.
question-time-largest_excess-hint-2 = Like this: gaps.loc[["selling", "service", "travel", "admin"], "gap_hours"].idxmax().
question-time-largest_excess-mistake-travel = Travel takes many hours, and so it does in the reference. Compare what is above the reference.
question-time-largest_excess-mistake-largest_hours = This takes the most hours of all. The question is what takes the most above its reference.
question-time-largest_excess-mistake-second = Close, but another of the four runs further past its reference. Let .idxmax() find the largest number.

topic-start = Start here
topic-company = The company
topic-reports = The reports
topic-time = Where the hours go

# What cannot be read.
question-unknown = There is no question “{ $found }”. There are: { $allowed }.
question-unknown-near = There is no question “{ $found }”. Did you mean: { $near }?
answer-not-a-number = The answer should be a number, and “{ $found }” is not one. { $allowed }
answer-code = “{ $found }” is a formula in quotes. Take the quotes away, so that it is computed. { $allowed }
answer-other-unit = “{ $found }” has a unit that does not fit the question. { $allowed }
answer-kind = The answer is a value of type { $found }, which cannot be read. { $allowed }
answer-many = The answer holds { $count } values (type { $found }); one is needed. Take one cell of the table: .loc["row", "column"]. { $allowed }
answer-pair = With a comma, { $found } is two numbers in Python. Write a point, or put the number in quotes. { $allowed }
answer-missing = The answer is empty: the expression gave no number. Check the row and the column it takes. { $allowed }
answer-function = “{ $found }” is a function that was not called. Put brackets behind its name: { $found }(...). { $allowed }
answer-too-large = The answer is larger than any figure of the case. { $allowed }
answer-not-a-choice = “{ $found }” is not one of the choices. { $allowed }
answer-form-choice = Choose one of: { $allowed }.
answer-form-share = A share may be written like this: 0.25, 25 or "25%".
answer-form-hours = Hours may be written like this: 7.5 or "7.5 h".
answer-form-count = A number may be written like this: 12, 7.5 or "1,234.5".

# Verdicts.
verdict-not-attempted = Not answered yet: put your answer in place of the three dots and run the cell.
verdict-correct = Right.
verdict-typed = If you typed the number: take it from the table by an expression, and it will be right for any other company too.
verdict-incorrect = Not yet. { $cause }
verdict-look-again = Look at the table or picture above once more, or take a hint: ck.hint("{ $question }").
verdict-recorded = Recorded.
slip-sign = The size is right, the sign is not.
slip-hundred = It is off by a factor of a hundred: a share and a percentage were mixed up.
slip-thousand = It is off by a factor of a thousand: check the unit that the question asks for.
slip-money = It is off by a factor of a thousand: amounts in the tables are thousands of roubles.
slip-over-whole = A share cannot be above 100% of the whole: check what is divided by what.

# Hints and progress.
hint-shown = Hint { $step } of { $steps }. { $message }
hint-again = Hint { $step } of { $steps }, the last one. { $message }
hint-unknown = There is no step { $found }; this hint has steps 1 to { $steps }. Without a step, ck.hint gives the next one.
progress-summary = Done: { $done } of { $count } questions.
progress-head-question = Question
progress-head-state = Where it stands
progress-head-hints = Hints
progress-not-attempted = not tried yet
progress-incorrect = not yet
progress-correct = done
progress-recorded = recorded
progress-hints = { $taken } of { $steps }
progress-not-kept = Progress is not kept here, so everything says “not tried yet”; in your own notebook it will be.
progress-unwritable = Your answer was read, but progress cannot be kept here: the file my_progress.jsonl beside the notebook cannot be written.

# Headings of the rubric.
criterion-data = Data hygiene
criterion-data-about = Faults of the reports are repaired, doubts are talked over, and what people report about themselves is set against what was seen.
criterion-measures = Measures and definitions
criterion-measures-about = The right column, the right divisor, the right unit: shares, hours, margins, what an hour costs and earns on average.
criterion-territory = The view adjusted for territory
criterion-territory-about = What the clients of a territory can give is kept apart from what the person does.
criterion-lag = The lag
criterion-lag-about = Hours and revenue are joined along deals; open deals count; what a window attributes and what a cut hides for a year is seen.
criterion-marginal = Marginal reasoning
criterion-marginal-about = The next hour and not the average one decides; a reference is no target.
criterion-plan = The plan, with profit and limits
criterion-plan-about = Hours by specialist, none below its floor; what it costs and what profit it brings in which year.
criterion-risk = Uncertainty and pilot
criterion-risk-about = Direction before decimals, and a trial from which one can learn.
criterion-memo = Communication
criterion-memo-about = One page that can be decided on.
