# Response curves, their calibration, and pictures of them.
curve-hours = “{ $found }” cannot be hours of a month. Hours are numbers from 0 up.

calibration-empty = A response cannot be estimated: no rows in { $tables }. Check that the whole company was loaded.
calibration-short = A response cannot be estimated from { $found ->
        [one] one month
       *[other] { $found } months
    } of history. It takes { $allowed } or more.
calibration-no-business = No process point of any client is supplied by “{ $found }” in the history, so nothing can be lost or kept. Check the suppliers in the table positions.
calibration-draws = “{ $found }” is not a number of draws. Give a whole number from 1 up, for example 200.
calibration-few-events = Too few losses, gains or wins in the history to tell what another hour brings. Ask those who know the clients instead.
calibration-hours-alike = All specialists spend nearly the same hours on this, so nothing shows what other hours would bring. Ask those who know the clients instead.

# What a calibration takes for granted.
assumed-memory = Clients feel this month’s attention for a while: 70% of last month’s attention still counts. Assumed, not estimated.
assumed-lag = An hour of expansion brings revenue three months later. Assumed, not estimated.
assumed-bend = Every further hour of expansion or conversion brings less than the one before. How near today’s hours come to the ceiling is open: before the data, some four tenths are taken as likeliest, mostly between 15 and 73%.
assumed-erosion = More attention never loses clients. What share of today’s loss nobody could prevent is open, mostly between 15 and 85%; without any attention, the preventable losses would be some three to twenty-five times as large.
assumed-skill = Before the data, specialists are taken to differ in skill by about 15%.
assumed-cycle = Too few pursuits were decided to tell how long they take: eight months on average are assumed.
assumed-judgement = Some curves were judged by people, not estimated. Their steepness is taken to be off by about a fifth.

# Five answers on what effort brings.
effort-none = no effort
effort-half = half of today’s effort
effort-today = today’s effort
effort-half_more = half as much effort again
effort-saturation = endless effort
judgement-contradicts = { $count ->
        [one] One answer needs a second look
       *[other] { $count } answers need a second look
    }:
    { $report }
judgement-empty = There are no answers. Give five for at least one of: { $allowed }.
judgement-activity = There is no kind of selling named “{ $found }”. There are: { $allowed }.
judgement-five = { $activity }: give { $allowed } numbers, for no effort, half of today’s, today’s, half as much again, and endless effort.
judgement-not-a-number = { $activity }: the answer for { $answer } is missing or not a number.
judgement-negative = { $activity }: the answer for { $answer } is { $found }. A result cannot be below zero.
judgement-falls = { $activity }: { $more } brings { $after }, less than { $less } with { $before }. More effort should never bring less.
judgement-no-effect = { $activity }: today’s effort brings no more than none. If that is so, there is no curve to draw: plan fewer hours.
judgement-more-than-all = { $activity }: endless effort keeps { $found }, but all of today’s business in these units is { $allowed }. Answer at most that.
judgement-no-hours = Nobody spends hours on { $activities }, so “today” means nothing there. Leave it out.

activity-unknown = There is no kind of selling named “{ $found }”. There are: { $allowed }.

chart-response-title-retention = How much business do we lose, by attention?
chart-response-title-expansion = What do hours of expansion win?
chart-response-title-conversion = What do hours of conversion win?
chart-response-hours-retention = Hours of retention a month
chart-response-hours-expansion = Hours of expansion a month
chart-response-hours-conversion = Hours of conversion a month
chart-response-unit-base_lost_share = Business lost in a month
chart-response-unit-gained_krub = Business gained a month, { $currency }k a month
chart-response-unit-wins = Clients won a month
chart-response-today = today: { $hours } h, { $value }
chart-response-extrapolated = dashed: hours nobody has tried
chart-hour-value-title = What is one more hour worth?
chart-hour-value = Value of each further hour, { $currency }k per hour (band: 90% interval)
chart-hour-refused = the data cannot tell
chart-hour-cost = an hour costs { $value }
