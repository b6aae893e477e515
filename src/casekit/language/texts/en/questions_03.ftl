# Notebook 03: pictures and tables, questions, hints, known mistakes.
activity-total = all hours
head-cost_krub = Cost a year, { $currency }k
head-krub_per_hour = One hour, { $currency }k
head-revenue_krub = Revenue a year, { $currency }k
head-potential_krub = Territory’s potential a year, { $currency }k
head-rank = Rank by revenue
head-adjusted_rank = Rank, territory allowed for
head-wins = Wins
head-hours_per_win = Hours per win
origin-repeat = repeat purchases
origin-expansion = expansion
origin-conversion = conversion
chart-selling-hour-cost = an hour of selling costs { $value }
chart-margin-per-hour = Average margin per hour, { $currency }k
chart-productivity-title = What does an hour of each kind bring?
chart-window = { $months } months
chart-share-of-revenue = Share of last year’s revenue
chart-window-title = Where does revenue come from?
chart-territory = What all clients of the territory buy in a year, { $currency }m
chart-yearly-revenue = Revenue a year, { $currency }m
chart-league-title = The person or the territory?
topic-cost = What an hour costs
topic-output = What an hour brings
topic-people = Who is productive

question-cost-hour = What does an hour of a specialist cost, { $currency }k?
question-cost-hour-hint-1 = The table costs has two rows, all hours and hours of selling. Any working hour is meant here.
question-cost-hour-hint-2 = Row "total", column "krub_per_hour": costs.loc["total", "krub_per_hour"].
question-cost-hour-mistake-selling_hour = That is an hour of selling. Any working hour is meant: the row "total".
question-cost-hour-mistake-hours_per_krub = That is how much of an hour a thousand roubles buys. Turn it round: money is divided by hours.

question-cost-selling_hour = How many times as much does an hour of selling cost as an average working hour?
question-cost-selling_hour-hint-1 = Both numbers stand in the column "krub_per_hour". “How many times” is a division.
question-cost-selling_hour-hint-2 = An hour of selling is costs.loc["selling", "krub_per_hour"]; divide it by hour_cost.
question-cost-selling_hour-mistake-difference = That is by how much it is dearer. Divide rather than subtract: the question is how many times.
question-cost-selling_hour-mistake-upside_down = The fraction is upside down: the hour of selling goes on top.
question-cost-selling_hour-mistake-cost_itself = That is what an hour of selling costs. Divide it by what an average working hour costs.

question-output-margin_per_hour = What margin does an hour of each kind of selling earn on average, { $currency }k?
question-output-margin_per_hour-hint-1 = A whole column of the table average is needed: it has a number for each kind of selling.
question-output-margin_per_hour-hint-2 = The column of margin per hour is called "margin_krub_per_hour".
question-output-margin_per_hour-mistake-revenue = That is revenue per hour. What the goods cost us is still in it: take the column of margin.
question-output-margin_per_hour-mistake-window_6 = That is what comes out when half a year is called growth. Use the table average, whose window is twelve months.
question-output-margin_per_hour-mistake-window_24 = That is what comes out when two years are called growth. Use the table average, whose window is twelve months.

question-output-window_moves = By how much is growth’s share larger with a window of 24 months than with one of 6?
question-output-window_moves-hint-1 = Column growth_share of the table windows: take the row 24 and the row 6.
question-output-window_moves-hint-2 = windows.loc[24, "growth_share"] minus windows.loc[6, "growth_share"].
question-output-window_moves-mistake-sign_turned = The size is right, the sign is not: take the shorter window from the longer.
question-output-window_moves-mistake-against_twelve = That is the difference from twelve months. The shortest window is meant.
question-output-window_moves-mistake-how_many_times = That is by what percentage one share is larger than the other. The difference of the shares themselves is needed.

question-people-follows_territory = How closely does the order by revenue follow the order by the territory’s potential (rank correlation)?
question-people-follows_territory-hint-1 = The function needs two columns of the table league: revenue and potential.
question-people-follows_territory-hint-2 = Like this: ck.analysis.rank_correlation(league["revenue_krub"], league["potential_krub"]).
question-people-follows_territory-mistake-adjusted = Here territory has been taken out of revenue already. Take revenue as it stands: "revenue_krub".
question-people-follows_territory-mistake-squared = That is the correlation squared. Leave it as it is.
question-people-follows_territory-mistake-the_two_ranks = That compares the two ranks, as the example does. You need revenue and potential.

question-people-first_adjusted = Where does the leader by revenue rank once territory is allowed for?
question-people-first_adjusted-hint-1 = The table league begins with the leader by revenue, so its first row is needed.
question-people-first_adjusted-hint-2 = Column "adjusted_rank", first number: .iloc[0].
question-people-first_adjusted-mistake-not_adjusted = That is the rank by revenue. The rank with territory allowed for is needed.
question-people-first_adjusted-mistake-places_lost = That is how many places were lost. The rank itself is asked for.
question-people-first_adjusted-mistake-from_the_end = That counts from the end. Count from the top: the first is the best.

question-people-cheapest_win = Whose wins take the fewest hours?
question-people-cheapest_win-hint-1 = The column hours_per_win of the table wins has the hours a win takes. Look for the smallest.
question-people-cheapest_win-hint-2 = wins["hours_per_win"].idxmin() gives the specialist’s code.
question-people-cheapest_win-mistake-dearest = That is whose wins take the most hours. The fewest are asked for.
question-people-cheapest_win-mistake-most_wins = This specialist has the most wins, and spent many hours on them. Look at the hours of one win.
question-people-cheapest_win-mistake-first_by_revenue = That is the leader by revenue. The question is whose wins take the fewest hours.
question-people-cheapest_win-mistake-first_adjusted = That is the leader once territory is allowed for. The question is whose wins take the fewest hours.
question-people-cheapest_win-mistake-second = Close, but somebody’s wins take fewer hours still. Let .idxmin() find the smallest.
