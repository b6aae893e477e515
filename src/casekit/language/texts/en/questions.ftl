# What checks, hints and progress say.

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
answer-form-share = A share may be written like this: 25 or 25%; in a cell "25%" or 0.25.
answer-form-points = Percentage points may be written like this: 2.5.
answer-form-hours = Hours may be written like this: 7.5 or 7.5 h; in a cell 7.5 or "7.5 h".
answer-form-count = A number may be written like this: 12 or 1,234.5; in a cell 1234.5 or "1,234.5".

# Verdicts.
verdict-not-attempted = Not answered yet: put your answer in place of the three dots and run the cell.
verdict-correct = Right.
verdict-typed = If you typed the number: take it from the table by an expression, and it will be right for any other company too.
verdict-incorrect = Not yet. { $cause }
verdict-look-again = Look at the table or picture above once more, or take a hint: ck.hint("{ $question }").
verdict-recorded = Recorded.
verdict-look-again-card = Go back to the table or picture above, or take a hint.
verdict-close = Nearly: one step is left. { $cause }
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
criterion-lag-about = Hours and revenue are joined deal by deal; open deals count; what a window attributes and what a cut hides for a year is seen.
criterion-marginal = Marginal reasoning
criterion-marginal-about = The next hour and not the average one decides; a reference is no target; what was learned is told from what is assumed.
criterion-plan = The plan, with profit and limits
criterion-plan-about = Hours by specialist, none below its floor; what it costs and what profit it brings in which year.
criterion-risk = Uncertainty and pilot
criterion-risk-about = Direction before decimals, and a trial from which one can learn.
criterion-memo = Communication
criterion-memo-about = One page that can be decided on.
