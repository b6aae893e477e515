# Response curves, their calibration, and pictures of them.
curve-hours = “{ $found }” cannot be hours of a month. Hours are numbers from 0 up.

calibration-empty = A response cannot be estimated: no rows in { $tables }. Check that the whole company was loaded.
calibration-missing-positions = { missing-positions } Or ask people who know the clients what hours bring, which takes no such table: ck.model.calibrate_judgement(answers, case, levels).
calibration-missing-deals = { missing-deals } Or ask people who know the clients what hours bring, which takes no such table: ck.model.calibrate_judgement(answers, case, levels).
calibration-short = A response cannot be estimated from { $found ->
        [one] one month
       *[other] { $found } months
    } of history. It takes { $allowed } or more.
calibration-no-business = No process point of any client is supplied by “{ $found }” in the history, so nothing can be lost or kept. Check the suppliers in the table positions.
calibration-draws = “{ $found }” is not a number of draws. Give a whole number from 1 up, for example 200.
calibration-few-events = Too few losses, gains or wins in the history to tell what another hour brings. Ask those who know the clients instead.
calibration-hours-alike = All specialists spend nearly the same hours on this, so nothing shows what other hours would bring. Ask those who know the clients instead.

# What a calibration takes for granted.
assumed-memory = Clients remember: of last month’s attention 70% still counts this month.
assumed-memory-learned = How much business is lost from month to month, and how much more of it where clients get less attention.
assumed-memory-wrong = The timing. If clients forget sooner, a cut shows sooner in the sales; if later, later.
assumed-lag = An hour of expansion brings revenue three months later.
assumed-lag-learned = How much business today’s hours of expansion win at shared clients.
assumed-lag-wrong = The month in which a plan is paid back, and how far it falls behind before.
assumed-bend = Every further hour of expansion or conversion brings less than the one before. How much can be had at most is open: before looking at the books, today’s hours are taken to bring some 40% of it, mostly between 15 and 73%.
assumed-bend-learned = What hours bring as they are today; and what other numbers of hours bring, as far as people and months have differed.
assumed-bend-wrong = What added hours bring: less than told if there is less to be had, more if there is more; the larger the move, the more is at stake.
assumed-erosion = More attention never loses clients. What share of today’s loss nobody could prevent is open, mostly between 15 and 85%; without any attention, the preventable losses would be some three to twenty-five times as large.
assumed-erosion-learned = How much business is lost today, and how losses differ between people and between months.
assumed-erosion-wrong = What it costs to cut retention, and a deep cut most of all.
assumed-skill = Before looking at the books, specialists are taken to differ in skill by about 15%.
assumed-skill-learned = What each specialist has brought.
assumed-skill-wrong = Who gets which hours in a plan for each person; the company’s sum less so.
assumed-cycle = A deal takes eight months on average.
assumed-cycle-learned = Too few pursuits were decided to tell how long they take.
assumed-cycle-wrong = When the first wins of a plan come, and when it is paid back.
assumed-service = Each tenth of service missing below its floor loses a further 0.2% of the business a month.
assumed-service-learned = Nothing: the books are not asked about it.
assumed-service-wrong = Only plans that take service below its floor.
assumed-forms = For ranges and chances the model tries other ways it might be. In a quarter of the cases added hours bring less and less but without a limit; in another quarter the first hours bring next to nothing and the rest more. In a quarter delays are shorter, in a quarter longer; in a quarter prices stop giving way.
assumed-forms-learned = The curves, delays and prices that a best estimate uses.
assumed-forms-wrong = How wide a range is and how high a chance; the best estimate stays.
assumed-new-hours = Hours of a kind that a specialist has never worked become fully effective over three months.
assumed-new-hours-learned = Nothing: the books hold no such hours.
assumed-new-hours-wrong = The beginning of a plan: people who take longer to find their feet pay back later.
assumed-snapshot = They are off by about a tenth. Specialists are equally skilled, prices hold, what is lost at a client becomes open there, and a client won buys as much as a shared client does now, with equipment worth 21 months of that unless deals tell.
assumed-snapshot-learned = Nothing: there is no history. What today’s hours bring was told by people.
assumed-snapshot-wrong = Every amount: it is as good as what people have told.
assumed-cycle-alone = A deal takes eight months on average.
assumed-cycle-alone-learned = Nothing: there are no past deals to learn from.
assumed-cycle-alone-wrong = When the first wins of a plan come, and when it is paid back.
assumed-judgement = Some curves were drawn by people. Their steepness is off by about a fifth.
assumed-judgement-learned = The curves that nobody judged.
assumed-judgement-wrong = What hours of these kinds bring, most of all far from today’s.

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
judgement-mapping = The answers are told by kind of selling ({ $allowed }), such as {"{"}"expansion": (0, 60, 100, 125, 180){"}"}; this is “{ $found }”.
judgement-more-than-there-is-expansion = { $activity }: endless effort gains { $found } in a year, but all that competitors hold at shared clients is { $allowed } in these units. Answer at most that.
judgement-more-than-there-is-conversion = { $activity }: endless effort wins { $found } in a year, but all clients that are competitors’ alone are { $allowed } in these units. Answer at most that.
judgement-levels-needed = What today’s hours bring is told by levels, and this is “{ $found }”. For example: ck.model.Levels(lost_share=0.1, gained_krub=9000, wins=25).
judgement-levels-above = Today’s hours cannot bring more than there is. { $report } Give what they bring in a year.
judgement-level-above-expansion = gained_krub: { $found } a month, but competitors hold only { $most } a month at shared clients.
judgement-level-above-conversion = wins: { $found }, but only { $most } clients are competitors’ alone.
judgement-levels = What today’s hours bring in a year is a number from 0 up, and a lost share lies below 1; found: { $found }.
judgement-no-levels = Without history, say what today’s hours bring in a year. Missing: { $missing }. For example: ck.model.Levels(lost_share=0.1, gained_krub=9000, wins=25).
judgement-level-alone = A level was given for { $activities } without answers on what other hours bring. Give the five answers too, or leave the level out.
judgement-not-asked = Without history only people can say what another hour brings here, and nobody was asked.
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
chart-hour-value-average-title = The average hour is not the next hour
chart-hour-average = { $mark } the average hour of last year; dot and bar: the next hour
chart-hour-refused = the data cannot tell
chart-hour-cost = an hour costs { $value }
