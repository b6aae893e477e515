# Notebooks 05 and 06: tables, pictures, one's own plan.
chart-nothing-goes-on = prices go on giving way
chart-nothing-stops = prices hold
chart-nothing-axis = Gross margin a month, { $currency }m
chart-nothing-title-falls = Leaving it as it is loses { $share } of the margin a year
chart-nothing-title-level = Under today’s hours the margin stays where it is
chart-nothing-title-grows = Under today’s hours the margin grows by { $share } a year
chart-missing-quarter = first quarter: { $share }
chart-missing-months = Month after retention was cut
chart-missing-axis = Recurring revenue missing
chart-missing-title = A quarter does not show the cut; then the bill grows for years
chart-service-floor = floor: { $hours } h
chart-service-today = nobody gives any up
chart-service-hours = Hours of service a month that each keeps at most
chart-service-axis = Value added, { $currency }k
chart-service-title-floor = Giving service away pays down to the floor, and costs below it
chart-service-title-hours = What it is worth to give service to technicians

chart-payback-total = in all since the start
chart-payback-month = in the month
chart-payback-axis = Profit gained, { $currency }m
chart-payback-title = The plan pays back by month { $month }, and first costs up to { $amount }
chart-payback-title-at-once = The plan never falls behind today’s hours
chart-payback-title-not-yet = In { $months } months the plan has not paid back: up to { $amount } behind
chart-payback-title-same = The plan changes nothing
chart-payback-title-unknown = What this plan brings cannot be told from the data

head-missing_share = Recurring revenue missing
head-a_month = Today, a month ({ $currency }k or a number)
head-expected_share = What the plan expects over nine months
head-service_hours-gain_krub = Value added, { $currency }k
head-plan_year = Year of the plan
head-profit_krub = Profit, { $currency }k
head-margin_krub = Gross margin, { $currency }k
head-technicians_krub = Technicians, { $currency }k
head-assistants_krub = Assistants, { $currency }k
head-lever = Lever
head-lever-gain_krub = Gain, { $currency }k
head-of_value_share = Share of today’s value
head-of_attainable_share = Share of the whole gain
lever-reshuffled = reshuffle selling hours
lever-freed = free hours of service and paperwork
lever-both = both together
head-one_region_power = One region against the others
head-half_randomised_power = Half of each region’s people, by lot
head-retention_change = Retention, h
head-expansion_change = Expansion, h
head-conversion_change = Conversion, h
head-service_change = Service, h
head-travel_change = Travel, h
head-admin_change = Adminis­tration, h
month-changes-all = everybody alike ({ $count } people)
month-changes-some = { $count } people alike
month-changes-regions = several
head-moved_change = Moved in all, h
proposal-yours = your plan
proposal-chief = the chief executive’s norm

my-plan-decided = Your decision.
my-plan-committed = The plan that you committed to in notebook 05.
my-plan-chief = There is no plan of yours yet, so what follows takes the chief executive’s norm. Commit a plan in notebook 05 or on the board, and run this cell again.
my-plan-reason = Why: { $reason }
attainable-closed = Commit a plan on the board first (the button “Commit”): what was attainable is shown only then. When you have, run this cell and those below once more.
attainable-open = What could be had. The small norm is the best that moves no more than { $moved } hours of each person’s month, the same for everybody: { $norm }. A norm that moves more may bring more, and asks more of people. A plan for each person means hours of one’s own for every specialist.
attainable-hours = { $activity } { $hours }

memo-done = The memo is ready: { $page }, open it with a double click; { $sheet } has the same numbers in Excel.
memo-words = The memo’s text goes between quotes; found: a value of type { $found }.
memo-title = { $company }: how to reallocate the specialists’ hours
memo-brings = What it brings
memo-graded = Graded: the memo’s text is kept, its files are not written.
memo-blank = There is no memo yet: write its text above first.
memo-strange = Check these amounts in the text: { $listing }. They are not among the figures of this plan; do they belong to another one?
memo-misnamed = These amounts are figures of this plan, but not the ones that their sentences speak of: { $listing }.
memo-misnamed-one = { $written } is { $figure }
memo-or = { " or " }
memo-figure-profit = { $period ->
    [all] the profit of all years together
    [mean] the profit of an average year
   *[other] the profit of year { $period }
    [none] the profit of several months
}
memo-figure-margin = { $period ->
    [all] the gross margin of all years together
    [mean] the gross margin of an average year
   *[other] the gross margin of year { $period }
}
memo-figure-cost = { $period ->
    [all] the pay for technicians or assistants of all years together
    [mean] the pay for technicians or assistants of an average year
   *[other] the pay for technicians or assistants of year { $period }
    [none] an hour of a technician or an assistant
}
memo-figure-value = the gain in value, in today’s money
