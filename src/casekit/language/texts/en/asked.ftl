# Made by `casekit build` from solutions/questions: change the words there.

topic-cost = What an hour costs
topic-output = What an hour brings
topic-people = Who is productive

question-cost-hour = What does an hour of a specialist cost, { $currency }k?
question-cost-hour-hint-1 = The table costs has two rows, all hours and hours of selling. Any working hour is meant here.
question-cost-hour-hint-2 = Row "total", column "krub_per_hour": costs.loc["total", "krub_per_hour"].

question-cost-selling_hour = How many times as much does an hour of selling cost as an average working hour?
question-cost-selling_hour-hint-1 = Both numbers stand in the column "krub_per_hour". “How many times” is a division.
question-cost-selling_hour-hint-2 = An hour of selling is costs.loc["selling", "krub_per_hour"]; divide it by hour_cost.

question-output-margin_per_hour = What margin does an hour of each kind of selling earn on average, { $currency }k?
question-output-margin_per_hour-hint-1 = A whole column of the table average is needed: it has a number for each kind of selling.
question-output-margin_per_hour-hint-2 = The column of margin per hour is called "margin_krub_per_hour".

question-output-window_moves = By how much is growth’s share larger with a window of 24 months than with one of 6?
question-output-window_moves-hint-1 = Column growth_share of the table windows: take the row 24 and the row 6.
question-output-window_moves-hint-2 = windows.loc[24, "growth_share"] minus windows.loc[6, "growth_share"].

question-people-follows_territory = How closely does the order by revenue follow the order by what the territory spends elsewhere (rank correlation)?
question-people-follows_territory-hint-1 = The function needs two columns of the table league: revenue, and what the same clients spend elsewhere.
question-people-follows_territory-hint-2 = Like this: ck.analysis.rank_correlation(league["revenue_krub"], league["elsewhere_krub"]).

question-people-first_adjusted = Where does the leader by revenue rank once territory is allowed for?
question-people-first_adjusted-hint-1 = The table league begins with the leader by revenue, so its first row is needed.
question-people-first_adjusted-hint-2 = Column "adjusted_rank", first number: .iloc[0].

question-people-cheapest_win = Whose wins take the fewest hours?
question-people-cheapest_win-hint-1 = The column hours_per_win of the table wins has the hours a win takes. Look for the smallest.
question-people-cheapest_win-hint-2 = wins["hours_per_win"].idxmin() gives the specialist’s code.
