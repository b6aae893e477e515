# Notebook 03: pictures and tables.
activity-total = all hours
head-cost_krub = Cost a year, { $currency }k
head-krub_per_hour = One hour, { $currency }k
head-told_krub_per_hour = One hour as reported, { $currency }k
head-seen_krub_per_hour = One hour as observed, { $currency }k
head-revenue_krub = Revenue a year, { $currency }k
head-potential_krub = Territory’s potential a year, { $currency }k
head-rank = Rank by revenue
head-adjusted_rank = Rank, territory allowed for
head-wins = Wins
head-hours_per_win = Hours per win
head-window_months = A gain counts as growth for, months
head-window_months-retention = Retention, { $currency }k per hour
head-window_months-expansion = Expansion, { $currency }k per hour
head-window_months-conversion = Conversion, { $currency }k per hour
head-league_part = Place in the league table
league_part-top = first six
league_part-middle = middle
league_part-bottom = last six
head-clients = Accounts per specialist
head-selling_hours = Selling hours a month
origin-repeat = repeat purchases
origin-expansion = expansion
origin-conversion = conversion
chart-selling-hour-cost = an hour of selling, as reported, costs { $value }
chart-margin-per-hour = Average margin per hour, { $currency }k
chart-productivity-title = { $kind ->
    [retention] On average, an hour of retention earns most
    [expansion] On average, an hour of expansion earns most
   *[conversion] On average, an hour of conversion earns most
  }
chart-window = { $months } months
chart-share-of-revenue = Share of last year’s revenue
chart-window-title = The same sales, and growth is { $low } of them or { $high }
chart-territory = What all clients of the territory buy in a year, { $currency }m
chart-yearly-revenue = Revenue a year, { $currency }m
chart-league-title = The richer the territory, the larger the revenue
chart-league-question = The person or the territory?
chart-adjusted-rank = { $place ->
    [1] 1st by revenue
    [21] 21st by revenue
    [22] 22nd by revenue
    [23] 23rd by revenue
   *[other] { $place }th by revenue
  }
chart-adjusted-axis = Revenue against what such a territory would lead one to expect (1: as expected), with its range
chart-adjusted-title = Territory allowed for, { $count ->
    [0] nobody
    [one] { $count } person
   *[other] { $count } people
  } of { $all } can be told from the expected
