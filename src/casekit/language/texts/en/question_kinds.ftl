# Tables, plans and texts.
answer-row = Row “{ $row }”: { $why }
answer-row-unknown = No row “{ $found }” is needed here. { $allowed }
answer-rows-many = The answer has { $found } rows, which is too many: more than { $most } are not read. { $allowed }
answer-columns = The answer has several columns: { $found }. Take one, for instance table["column"]. { $allowed }
answer-plan = { $why }
answer-plan-file = No plan could be read from “{ $found }”. { $allowed }
answer-text-long = The text has { $found } letters and { $most } fit. Please shorten it. { $allowed }
answer-form-table = Numbers by row are needed: { $allowed }. A column of a table will do, or {"{"}"key": number{"}"}.
answer-form-plan = A plan is the name of the file that the board saves, "my_plan.json", or a line: ck.Plan(...).
answer-form-text = A text stands between quotes.
answer-order-short = Every option needs its place; the answer has { $found }. { $allowed }
answer-range-turned = The lower end is above the upper one: exchange them. { $allowed }
answer-form-several = Take one or more of: { $allowed }.
answer-form-order = Put all of them in order, the most first: { $allowed }.
answer-form-grid = One option in each row ({ $rows }) is needed: { $allowed }.
answer-form-range = Two numbers are needed, from and to, for instance 10 and 14; in a cell [10, 14].
told-range = { $low } to { $high }
verdict-row = “{ $words }”
verdict-rows = Rows that are right: { $right } of { $rows }. Look again at { $listed }. { $cause }
verdict-text-kept = Your text is kept. A person will read it.
verdict-text-unread = The text is kept: it is for you, nobody marks it.
verdict-plan-limits = Limits are kept.
verdict-plan-reason = The reason is missing or too short: say in one sentence why this plan.
verdict-plan-share = The plan brings { $part } of what can be gained.
verdict-plan-beyond = The plan promises more than the best plan within hours that have been tried: the surplus rests on hours that nobody here has worked, so no share of the attainable is told.
progress-partial = partly

# Handing in.
hand-in-done = Done: { $file }, with { $count ->
    [one] { $count } file
   *[other] { $count } files
} inside. That is what you hand in.
hand-in-open = { $count ->
    [one] { $count } question has
   *[other] { $count } questions have
} no answer yet. By notebook: { $listed }.
hand-in-counting = For those who compute, among them: { $count }.
hand-in-not-run = Not run, or not saved: { $listed }.
hand-in-left-out = Too large to hand in, over { $most } MB, though a notebook uses it: { $listed }. Make it smaller, or send it to your instructor by itself.
hand-in-saved = What is saved is handed in. If you changed anything since you last saved, press Ctrl + S and run this cell again.
hand-in-name = The name of a participant or a team is needed; found: “{ $found }”. For instance: ck.hand_in("Team 3").
hand-in-empty = There are no notebooks in the folder “{ $folder }”. Run ck.hand_in from a notebook of the case.
hand-in-large = The file { $file } is larger than { $most } MB. Delete what does not belong there: a notebook of the case takes less than one.
hand-in-unwritable = The file { $file } could not be written: the folder is locked, or the file is open in another program. Close it and try again.

# A right answer, in the reader's own numbers.
verdict-own = Your answer: { $value }.
told-hours = { $number } h
told-krub = { $sign }{ $currency }{ $number }k
told-months = { $number } { $count ->
    [one] month
   *[other] months
}
told-points = { $number } percentage { $count ->
    [one] point
   *[other] points
}
told-krub_per_hour = { $sign }{ $currency }{ $number }k an hour
