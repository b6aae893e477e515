# Pictures of plans.
chart-months = Month from now
chart-path-plan = with the plan
chart-path-today = as today
chart-path-repeat = what stays of today’s business
chart-path-pipe = hatched: already in the pipeline
chart-path-behind = behind in total until month { $month }
chart-path-axis = Gross margin a month, { $currency }m
chart-path-title = What does the plan earn, and when?
chart-fan-p05 = 5% of cases are below
chart-fan-p50 = middle
chart-fan-p95 = 5% of cases are above
chart-fan-chance = Chance of a gain: { $chance }
chart-fan-axis = Profit gained a month, { $currency }m
chart-fan-title = How sure is the gain?
chart-matrix-diagonal = the line is the same month;
    the darker, the more revenue
chart-matrix-revenue = Month in which the revenue came
chart-matrix-effort = Month of the work
chart-matrix-title = When do hours at competitors’ clients pay?
