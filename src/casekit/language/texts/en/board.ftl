# Sliders.
slider-hours = Hours a month moved into selling
slider-sentence = Selling: { $selling } h a month per specialist. All specialists together gain { $year } h of selling a year.
argument-not-a-case = A company is needed here, and this is “{ $found }”. Load one first: case = ck.load_case().

# The board: what the notebook says of it, and its pictures on paper.
board-scenario = Plan { $number }
board-nothing = These are today’s hours. Move a slider: the other hours give way in proportion to what they have above their floors.
board-hours-axis = Hours a month, average specialist
board-hours-title = Hours a month
board-margin-title = Margin a month
board-hour-axis = { $currency }k per hour
board-hour-title = Next hour’s value
board-legend-blind = Pale bar, dashed line and white dot: today. Dark bar, solid line and orange dot: the plan. Grey ticks: limits. Hatched: already in the pipeline. Margin: after the pay of those who take over freed work. Strip along the months: the plan is behind in total; dot on the line: from this month it is ahead.
board-legend = Pale bar, dashed line and white dot: today. Dark bar, solid line and orange dot: the plan. Upright orange mark: the best plan; grey ticks: limits. Hatched: already in the pipeline. Margin: after the pay of those who take over freed work. Strip along the months: the plan is behind in total; dot on the line: from this month it is ahead.
language-name = English
board-saved = Saved beside the notebook:
board-ready = Take it along:
board-no-hours = “{ $found }” does not read as hours a month: { $now } stays. Type a number, zero or more, for instance 18.5.
board-curve-base_lost_share = h a month → base lost a month
board-curve-gained_krub = h a month → { $currency }k gained
board-curve-wins = h a month → wins a month
board-curve-point = { $hours } h → { $value }
board-margin-axis = { $currency }m
board-curve-retention = Retention
board-curve-expansion = Expansion
board-curve-conversion = Conversion
board-fan-title = Profit gained a month
board-fan-chance = Chance of a gain { $chance }

# A plan on paper.
page-title = The plan: { $scope }, hours from month { $month } on
sheet-plan = Plan
sheet-specialists = Specialists
sheet-months = Months
sheet-title = Plan to reallocate hours
sheet-activity = Hours a month, average specialist
sheet-today = Today
sheet-from = From month { $month }
sheet-change = Change
sheet-sum = Total
sheet-specialist = Specialist
sheet-region = Region
sheet-phase = Phase
sheet-month = Month
sheet-margin-today = Margin under today’s hours, { $currency }k
sheet-margin-plan = Margin under the plan, freed hours paid for, { $currency }k
sheet-difference = Difference, { $currency }k
sheet-cumulated = Cumulative difference, { $currency }k
sheet-gain = Value gained, { $currency }k
sheet-trough = Furthest behind today in total, { $currency }k
sheet-below = Months that earn less than today’s hours would
sheet-payback = Ahead for good from month
sheet-never = not within the horizon
sheet-untried = Specialists asked for hours that nobody has tried
sheet-chance = Chance of a gain
sheet-untried-hours = Untried hours
sheet-kind = Activity
sheet-hours = Hours a month
sheet-tried = Tried, h a month
sheet-beyond = Beyond that, h
