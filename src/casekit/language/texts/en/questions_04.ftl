# Notebook 04: pictures and tables.
head-revenue_krub_per_hour = Revenue per hour, { $currency }k
head-margin_krub_per_hour = Average margin per hour, { $currency }k
head-marginal = Value of one more hour, { $currency }k per hour
head-estimate = How it was counted
head-months = Months
estimate-decided = decided deals only
estimate-called_ended = open ones called ended
estimate-with_open = open ones counted as open
head-outcome = How the deals ended
outcome-won = won
outcome-lost = lost
outcome-all = all decided
head-outcome-hours = Conversion hours on them, in all
head-outcome-revenue_krub = First-year revenue, { $currency }k
head-outcome-margin_krub = First-year margin, { $currency }k
head-learned = What the model learned from your books
head-assumed = What it assumes beyond that
head-wrong = What would change if that were wrong
head-opened = When the deal began
opened-earlier = earlier
opened-lately = in the last ten months
head-decided_months = Median time of the decided ones, months
head-focus = Deals at once
focus-few = few (up to three)
focus-some = four or five
focus-many = many (six and more)
head-specialists = Specialists
head-part = What a win brings
part-equipment = equipment
part-recurring = consumables and service
head-first_year_krub = First year’s revenue, { $currency }k
head-three_years_margin_krub = Margin of three years, { $currency }k
head-first_period = First seen in the year from
chart-same-month-title = { $kind ->
    [retention] An hour of retention looks worst
    [expansion] An hour of expansion looks worst
   *[conversion] An hour of conversion looks worst
  }
chart-money-title = Half the money of an hour of conversion has come by month { $month }
chart-money-half = half of the money lies left of the line
chart-money-equipment = hatched: equipment, once
chart-money-recurring = consumables and service
chart-money-months = Months after the hour worked
chart-money-axis = Margin per hour, { $currency }k a month
chart-focus-wins = { $count ->
    [one] { $count } win
   *[other] { $count } wins
  }
chart-focus-hours = { $hours } h, { $wins }
chart-focus-axis = Hours of conversion for a win (the bar is its range)
chart-focus-title = Hours for a win: only { $wins ->
    [one] { $wins } win
   *[other] { $wins } wins
  } behind the bars
