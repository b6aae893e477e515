# Questions and verdicts.
question-time-selling_share = What share of working time goes into selling?
question-time-selling_gap = How many hours a month does a specialist sell less than the reference?
question-time-largest_excess = Which activity takes the most hours above its reference?

question-unknown = There is no question “{ $found }”. There are: { $allowed }.
answer-not-a-number = The answer should be a number, and “{ $found }” is not one. Write it as 0.38, 38% or 4.5.
answer-not-a-choice = “{ $found }” is not one of the choices. Choose one of: { $allowed }.
verdict-not-attempted = Not answered yet: put your answer in place of the three dots and run the cell.
verdict-correct = Right.
verdict-incorrect = Not yet. Look at the table above once more and try again.
verdict-recorded = Recorded.
