# The board in the browser: every text that begins with “panel-” goes there, facts in braces.

# Words that other texts have.
panel-activity-retention = { activity-retention }
panel-activity-expansion = { activity-expansion }
panel-activity-conversion = { activity-conversion }
panel-activity-service = { activity-service }
panel-activity-travel = { activity-travel }
panel-activity-admin = { activity-admin }
panel-percent = { format-percent }
panel-chance-told = { format-chance }
panel-unknown = { format-unknown }
panel-money-thousands = { format-money-thousands }
panel-money-millions = { format-money-millions }
panel-hours = { format-hours }
panel-everybody = { plan-everybody }
panel-learned-mostly = { learned-mostly }
panel-learned-partly = { learned-partly }
panel-learned-hardly = { learned-hardly }
panel-learned-told = { learned-told }
panel-effort-none = { effort-none }
panel-effort-half = { effort-half }
panel-effort-today = { effort-today }
panel-effort-half_more = { effort-half_more }
panel-effort-saturation = { effort-saturation }
panel-no-hours = { board-no-hours }
panel-nothing = { board-nothing }
panel-scenario = { board-scenario }
panel-breach-below_floor = { breach-below_floor }
panel-breach-above_ceiling = { breach-above_ceiling }
panel-breach-locked = { breach-locked }
panel-breach-negative = { breach-negative }
panel-breach-sum_above = { breach-sum_above }
panel-breach-sum_below = { breach-sum_below }

# The frame.
panel-board = The board: hours of the sales force and what follows
panel-toolbar = For whom, from when, back and forth
panel-scope = For
panel-scope-regions = Regions
panel-from = From month
panel-phase = { $month }
panel-undo = Undo
panel-redo = Redo
panel-today-button = Today’s hours
panel-today-tip = Put every hour back where it is today
panel-pressure = Price pressure goes on
panel-pressure-tip = Whether prices go on giving way at clients whom competitors serve too, or stop today
panel-language-name = { language-name }
panel-language = Language
panel-sheets = Sheets of the board
panel-sheet-plan = What follows
panel-sheet-curves = Curves and risk
panel-sheet-people = People
panel-lost = The connection is lost. The board is trying to reach the model again; your last move is kept.
panel-error = That did not work ({ $key }). The plan is as it was.
panel-breaches = The plan breaks limits: { $count }
panel-breaches-more = and more: { $count }
panel-unknown-kinds = What this plan is worth is unknown: it moves hours whose effect nobody can tell from the data ({ $kinds }).

# The top line.
panel-top = What the plan brings
panel-gain-year = Profit gained a year, on average
panel-gain-of-year = year { $year }: { $gain }
panel-profit-now = Last year’s profit
panel-profit-share = the gain is { $share } of it
panel-gain-all = Gain in all
panel-gain-all-note = { $months } months in today’s money, and what lasts after
panel-payback = Ahead of today’s hours
panel-payback-month = from month { $month }
panel-payback-note = for good, in total
panel-payback-once = at once
panel-payback-once-note = never behind in total
panel-payback-never = never
panel-payback-never-note = not within { $months } months
panel-trough = Deepest fall behind before
panel-months-below = months below today: { $count }
panel-none = none
panel-chance = Chance of a gain
panel-chance-note = over what the data leave open
panel-chance-waits = being worked out
panel-untried = Untried hours
panel-untried-people = a month; people: { $count }
panel-untried-none = all have been worked before
panel-affected = People affected
panel-affected-of = { $count } of { $of }
panel-affected-note = more than a quarter of their selling time changes

# Hands.
panel-hands = Hours a month
panel-hands-of = Hours a month: { $who }
panel-lock = Hold { $activity }
panel-slider = { $activity }, hours a month
panel-slider-value = { $hours }, today { $today }
panel-typed = { $activity }, hours a month, typed
panel-proposals = Try a proposal from the meeting
panel-try-leave = Leave it
panel-try-leave-tip = Everybody’s hours stay as they are
panel-try-chief = Chief executive’s norm
panel-try-chief-tip = The chief executive’s norm for everybody, as far as the limits allow
panel-try-hunting = Hunting
panel-try-hunting-tip = As many hours as the limits allow go to competitors’ clients
panel-try-service = All service away
panel-try-service-tip = Service goes down to its floor, the hours go into selling
panel-try-norm = Best norm
panel-try-norm-tip = The one change of hours for everybody that gains most
panel-try-personal = A plan for each person
panel-try-personal-tip = Everybody’s own best hours
panel-best = Best plan
panel-best-tip = The hours that the model values most, person by person

# What colours mean.
panel-key-today = today
panel-key-plan = plan
panel-key-band = 9 cases in 10
panel-key-band-waits = range: being worked out
panel-key-behind = less than today
panel-key-pipe = already in the pipeline
panel-key-tried = tried in the company
panel-key-untried = beyond what was tried
panel-key-limit = limit
panel-key-worth = one more hour
panel-key-unknown = unknown
panel-key-dashed = Dashed: nobody has worked that many or that few hours.

# Pictures.
panel-margin-title = Margin month by month
panel-margin-gain = Plan against today’s hours, { $currency }m a month
panel-margin-whole = All of the margin, { $currency }m a month
panel-margin-months = months from today
panel-ahead-from = ahead in total from month { $month }
panel-read-month = Month { $month }: plan { $plan }, today’s hours { $today }, difference { $gain }; in the pipeline already { $pipe }
panel-read-month-band = Month { $month }: plan { $plan }, today’s hours { $today }, difference { $gain } (9 cases in 10: { $low } to { $high }); in the pipeline already { $pipe }
panel-hours-title = Hours a month: { $who }
panel-read-hours = { $activity }: today { $today }, plan { $now }; limits { $low } to { $high }
panel-read-hours-tried = { $activity }: today { $today }, plan { $now }; limits { $low } to { $high }, tried { $tried_low } to { $tried_high }
panel-worth-title = What one more hour brings, { $currency }k
panel-read-worth = { $activity }: one more hour brings { $worth }
panel-curve-hours = hours a month
panel-curve-base_lost_share = business lost a month
panel-curve-gained_krub = business gained a month, { $currency }k
panel-curve-wins = clients won a month
panel-read-curve = { $hours }: { $value } ({ $low } to { $high })
panel-curves-wait = The curves are being worked out.
panel-risk = How sure is it?
panel-risk-chance = Chance of a gain: { $chance }.
panel-risk-gain = In 9 cases of 10 the gain in all lies between { $low } and { $high }, in the middle { $middle }.
panel-risk-untried = Untried hours: { $hours } a month, people: { $count }.
panel-risk-assumed = The range covers what the data leave open and other forms of curves, delays and price pressure; their weights are assumed.

# People.
panel-people-note = Those whose month changes most come first. Open a person to move their hours.
panel-person = Person
panel-region = Region
panel-people-change = Hours moved
panel-before = before
panel-after = after

# Plans beside each other.
panel-scenarios = Plans beside each other
panel-this-plan = On the board
panel-head-name = Plan
panel-head-gain = Gain in all
panel-head-payback = Ahead from month
panel-head-trough = Deepest fall behind
panel-head-chance = Chance of a gain
panel-head-deeds = Show or remove
panel-head-never = not in { $months }
panel-keep-name = Name
panel-keep = Put aside
panel-show = Show
panel-show-tip = Show { $name }
panel-drop = Remove
panel-drop-tip = Remove { $name }
panel-save = Save
panel-save-tip = The plan as a file, an Excel workbook, a page with pictures and a memo
panel-files = To take along:

# Commit and forecast.
panel-commit-title = Commit to this plan
panel-commit-why = Say in one line why this plan. The first commit counts; only then the board shows what was attainable.
panel-commit-again = You can commit again; a later plan is marked as made after seeing the best one.
panel-commit-reason = Why this plan?
panel-commit = Commit
panel-committed = Committed: { $reason }
panel-committed-share = You reach { $share } of what was attainable: { $gain } of { $attainable }.
panel-committed-rest = Where the rest lies:
panel-forecast-title = Your forecast
panel-forecast-why = Give ranges that you are 80% sure of. They are compared with what happens.
panel-forecast-profit = Profit gained in the first nine months, { $currency }m
panel-forecast-margin = Margin in month nine, { $currency }m
panel-forecast-from = from
panel-forecast-likely = likeliest
panel-forecast-to = to
panel-forecast = Keep the forecast
panel-forecast-kept = The forecast is kept.
panel-forecast-missing = Six numbers are needed, for instance 12.5. Fill in the fields that are empty or not a number.
panel-forecast-crossed = The likeliest figure must lie between the ends of its range.

# Judgement.
panel-judge = Judge a curve yourself, in five answers
panel-judge-why = What would this kind of selling bring with other effort? The curve then follows your answers.
panel-judge-activity = Kind of selling
panel-judge-unit-retention = Business kept in a year, in any unit, for instance % of today’s:
panel-judge-unit-expansion = Business gained at shared clients in a year, in any unit:
panel-judge-unit-conversion = Competitors’ clients won in a year:
panel-judge-send = Use these answers
panel-judge-missing = Five numbers are needed, one for each effort.
