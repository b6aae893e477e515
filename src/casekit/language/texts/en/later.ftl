# Nine months later: where the months are from, what came, what was true.
later-none = There are no months to show here yet.
later-months = { $count } months have passed: { $first } to { $last }.
later-from-file = These are the months of your file, my_nine_months.zip.
later-from-made = Your plan has been carried out, and the months are kept in my_nine_months.zip beside this notebook. They stay as they are whatever you change afterwards; to live them again under another luck, delete that file and run this cell.
later-from-leave = This pack holds the outcomes of three proposals. Nearest to your plan (or in place of one, if you have none) is leaving the hours as they are; these are its months, not your own plan’s.
later-from-norm = This pack holds the outcomes of three proposals. Nearest to your plan is the small norm for everybody; these are its months, not your own plan’s.
later-from-personal = This pack holds the outcomes of three proposals. Nearest to your plan is a plan for each person; these are its months, not your own plan’s.
later-from-asked = These are the months of the plan that was given here; nothing of them is kept.
later-other-plan = They are of another plan than the one you have now: these months were lived by the plan of then.
later-grading = Marking needs none.
later-no-plan = They are made from your plan, and there is none yet: { $why } Commit a plan in notebook 05 or decide one in 06, then run this cell again.
later-no-file = In a workshop or an exam your instructor makes the file from the plan you handed in. Put { $file } beside this notebook (drag it into the list of files on the left), then run this cell again.
later-told = { $told }
later-not-written = They could not be kept beside this notebook: { $reason }. Free some space or move the kit to a folder of your own, then run this cell again.
later-not-made = The months could not be made ({ $reason }). Run this cell again; if it comes back, start the kit anew with start.py, which mends it.
later-other-company = { $file } is about another company than the one in this notebook. Put the file that was made for you in its place.
outcome-unreadable = { $file } cannot be read as a file of months that came. Take it once more from whoever gave it to you, or delete it.
later-nothing = Nothing to show without months: the cell under “Where the months come from” says what to do.
later-no-table = This company keeps no books by month, so there is nothing to compare.
later-no-truth = The truth is not told yet. In a workshop your instructor hands out my_truth.json after the discussion: put it beside this notebook, then run this cell and those after it again.
later-no-forecast = You kept no forecast of your plan, so there is none to compare. Question 3 of notebook 06 asks for one.
later-no-events = Nothing happened to the company from outside.
later-no-opinions = What the data say of the six opinions is not told in this kit.
later-event-price-campaign = { $month }: a competitor opens a price campaign in the region { $region }. It lasts { $count ->
        [one] a month
       *[other] { $count } months
    }.
later-event-departure = { $month }: { $rep_id } leaves the company; colleagues in the region take over the clients and the pursuits.
later-event-no-technicians = { $month }: no technicians are to be had for { $count ->
        [one] a month
       *[other] { $count } months
    }. Service hours that a plan had freed go back to the specialists.
later-event-key-client-lost = { $month }: the largest client, { $account }, is bought by a group that buys everything from a competitor.
later-truth-months = In these months the plan truly changed the margin by { $came } in all: that is the difference to the same company, same luck and same events, had the hours been left as they were. Without luck and events it would have been { $expected }.
later-truth-value = Over three years and the year after, the plan truly changes the value by { $gain }; the best plan within the limits would change it by { $best }.
later-margin-and-profit = The picture counts margin, the forecast above counts profit, both against the old hours ({ $first } to { $last }): margin changes by { $margin }, what the plan costs (technicians, assistants, delivery of what is sold) by { $costs }, and { $profit } of profit is left.
later-opinion-costs = Finance director, “a cost problem”
later-opinion-hunting = Head of region, “growth comes from hunting”
later-opinion-hour = Controller, “hours where the margin per hour is highest”
later-opinion-league = Human resources, “part with the bottom three”
later-opinion-service = Head of service, “give us every last hour”
later-opinion-norm = Chief executive, “the mix of the best for everybody”

chart-later-booked = booked
chart-later-told = model,
    hours worked
chart-later-today = model,
    old hours
chart-later-margin = Gross margin a month, { $currency }m
chart-later-title = { $inside } of { $count } months came within the model’s band
chart-later-expected = without luck
    and events
chart-later-effect = Margin against the old hours,
    { $currency }m a month
chart-later-effect-title = What the plan did under this luck: { $total } in all
chart-later-estimated = estimated
chart-later-truly = true
chart-later-hours-title = The truth lies within the interval for { $inside } of { $count } kinds of selling

head-pnl-year_before = Same months a year before, { $currency }k
head-pnl-these_months = These months, { $currency }k
head-pnl-change = Change, { $currency }k
head-figure-year_before = A month, a year before
head-figure-these_months = A month, now
head-figure-change_share = Change
head-outside = Outside luck
outside-yes = yes
outside-no = no
head-foretold = What was forecast
foretold-profit_nine_months = profit gained in nine months
foretold-margin_month_nine = margin of month nine
head-foretold-low = From, { $currency }k
head-foretold-likely = Likeliest, { $currency }k
head-foretold-high = To, { $currency }k
head-foretold-came = What came, { $currency }k
head-hit = Within the range
hit-yes = yes
hit-no = no
hit-later = told with the truth
head-league = League table
league-by_revenue = by revenue
league-adjusted = adjusted for territory
head-with_skill = How far the order agrees with the true one (1: wholly)
head-proposal-told_krub = Promised by the model, { $currency }k
head-proposal-true_krub = Truly brought, { $currency }k
head-proposal-attainable_share = Share of what was truly attainable
proposal-carried_out = the plan carried out

# A plan that was handed in.
carry-on-no-plan = no plan was committed or decided, and there is no my_plan.json.
carry-on-other-company = the plans kept in my_answers.jsonl are about another company.
carry-on-bad-plan = the plan cannot be carried out: { $reason }
carry-on-which-company = of several companies the plan is about none: my_answers.jsonl, which would tell, is missing or about another.
