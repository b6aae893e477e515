# Made by `casekit build` from solutions/questions: change the words there.

question-cost-hour-mistake-selling_hour = That is an hour of selling. Any working hour is meant: the row "total".
question-cost-hour-mistake-hours_per_krub = That is how much of an hour a thousand roubles buys. Turn it round: money is divided by hours.

question-cost-selling_hour-mistake-difference = That is by how much it is dearer. Divide rather than subtract: the question is how many times.
question-cost-selling_hour-mistake-upside_down = The fraction is upside down: the hour of selling goes on top.
question-cost-selling_hour-mistake-cost_itself = That is what an hour of selling costs. Divide it by what an average working hour costs.

question-output-margin_per_hour-mistake-revenue = That is revenue per hour. What the goods cost us is still in it: take the column of margin.
question-output-margin_per_hour-mistake-window_6 = That is what comes out when half a year is called growth. Use the table average, whose window is twelve months.
question-output-margin_per_hour-mistake-window_24 = That is what comes out when two years are called growth. Use the table average, whose window is twelve months.

question-output-window_moves-mistake-sign_turned = The size is right, the sign is not: take the shorter window from the longer.
question-output-window_moves-mistake-against_twelve = That is the difference from twelve months. The shortest window is meant.
question-output-window_moves-mistake-how_many_times = That is by what percentage one share is larger than the other. The difference of the shares themselves is needed.

question-people-follows_territory-mistake-part_of_whole = That compares revenue with the whole potential, of which it is a part: the two would go together in any case. Take what is spent elsewhere.
question-people-follows_territory-mistake-adjusted = Here territory has been taken out of revenue already. Take revenue as it stands: "revenue_krub".
question-people-follows_territory-mistake-squared = That is the correlation squared. Leave it as it is.
question-people-follows_territory-mistake-the_two_ranks = That compares the two ranks, as the example does. You need revenue and what is spent elsewhere.

question-people-first_adjusted-mistake-not_adjusted = That is the rank by revenue. The rank with territory allowed for is needed.
question-people-first_adjusted-mistake-places_lost = That is how many places were lost. The rank itself is asked for.
question-people-first_adjusted-mistake-from_the_end = That counts from the end. Count from the top: the first is the best.

question-people-cheapest_win-mistake-dearest = That is whose wins take the most hours. The fewest are asked for.
question-people-cheapest_win-mistake-most_wins = This specialist has the most wins, and spent many hours on them. Look at the hours of one win.
question-people-cheapest_win-mistake-first_by_revenue = That is the leader by revenue. The question is whose wins take the fewest hours.
question-people-cheapest_win-mistake-first_adjusted = That is the leader once territory is allowed for. The question is whose wins take the fewest hours.
question-people-cheapest_win-mistake-second = Close, but somebody’s wins take fewer hours still. Let .idxmin() find the smallest.
