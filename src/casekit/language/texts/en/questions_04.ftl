# Notebook 04: tables, questions, hints, known mistakes.
head-revenue_krub_per_hour = Revenue per hour, { $currency }k
head-margin_krub_per_hour = Average margin per hour, { $currency }k
head-marginal = Value of one more hour, { $currency }k per hour
head-estimate = How it was counted
head-months = Months
estimate-decided = decided deals only
estimate-called_ended = open ones called ended
estimate-with_open = open ones counted as open
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
topic-lag = The lag
topic-deals = Deals
topic-marginal = The next hour

question-lag-analysts_error = Which of the controller’s steps is wrong?
question-lag-analysts_error-hint-1 = Think of a competitor’s client whom a specialist visited in March. What did that client buy from us in March?
question-lag-analysts_error-hint-2 = Money comes after the decision and not in the month of the meeting. Which step forgot that?
question-lag-analysts_error-mistake-travel_left_out = All three kinds of selling need travel; it does not turn the picture round. See when the money comes.
question-lag-analysts_error-mistake-margin_not_revenue = Margin is right here: a rouble of revenue leaves different margins on different goods. See when the money comes.
question-lag-analysts_error-mistake-all_accounts = Taking all clients is right: leaving out the lost ones would flatter. See when the money comes.
question-lag-analysts_error-choice-same_month = hours and margin of one month
question-lag-analysts_error-choice-travel_left_out = travel is not counted
question-lag-analysts_error-choice-margin_not_revenue = margin and not revenue
question-lag-analysts_error-choice-all_accounts = all clients are taken

question-lag-along_deals = What first-year revenue does an hour of conversion bring along its deals, { $currency }k?
question-lag-along_deals-hint-1 = It is all in along already. Choose the row of revenue per hour.
question-lag-along_deals-hint-2 = Like this: along["revenue_krub_per_hour"].
question-lag-along_deals-mistake-margin = That is margin per hour. Revenue is asked for.
question-lag-along_deals-mistake-won_alone = That is per hour of won deals alone. The hours of lost ones were paid for too: take them from along.
question-lag-along_deals-mistake-same_month = That is the controller’s table. Take the number from along, where hours are followed to their deals.

question-deals-cycle = How many months does a deal take, with open deals counted properly?
question-deals-cycle-hint-1 = There are three rows in cycle. The right one neither drops open deals nor cuts them short.
question-deals-cycle-hint-2 = The row "with_open".
question-deals-cycle-mistake-called_ended = Open deals count as ended today here, so each is cut short.
question-deals-cycle-mistake-average = That is the mean of three estimates. Two of them are wrong; take the one that is right.

question-deals-scattering = How many times as many hours does a win take those who pursue many deals at once as those who pursue few?
question-deals-scattering-hint-1 = Column "hours_per_win", rows "many" and "few". “How many times” is a division.
question-deals-scattering-hint-2 = Divide focus.loc["many", "hours_per_win"] by focus.loc["few", "hours_per_win"].
question-deals-scattering-mistake-upside_down = The fraction is upside down: those who pursue many go on top.
question-deals-scattering-mistake-against_some = The divisor here is the row "some". Compare with those who pursue few: "few".
question-deals-scattering-mistake-wins = That compares the numbers of wins. Hours per win are needed.
question-deals-scattering-mistake-difference = This is how many hours more. “How many times” is a division, not a subtraction.

question-deals-recurring_share = What share of a win’s margin over three years is not from equipment?
question-deals-recurring_share-hint-1 = The first line takes a column of the table win, that of three years’ margin. What is not equipment is its row "recurring".
question-deals-recurring_share-hint-2 = Second line: divide that row by the sum of the column, margins["recurring"] / margins.sum().
question-deals-recurring_share-mistake-equipment = That is the share of equipment. The rest is asked for.
question-deals-recurring_share-mistake-of_first_year = That is the share in first-year revenue. The share in three years’ margin is needed.
question-deals-recurring_share-mistake-ratio_to_equipment = The divisor here is equipment alone. Divide by the sum of both rows.

question-lag-old_clients = By what share did old clients buy less in the second year than in the first?
question-lag-old_clients-hint-1 = The first row is the old clients: what they bought in the first year, and in the second.
question-lag-old_clients-hint-2 = 1 minus the second year divided by the first.
question-lag-old_clients-mistake-sign_turned = The size is right, the sign is not: the question is by how much less, so a fall is positive and a rise negative.
question-lag-old_clients-mistake-what_is_left = That is the second year as a part of the first. The question is by what part it is less.
question-lag-old_clients-mistake-all_clients = That is all clients, those who came later included. Take the first row alone.

question-marginal-next_hour = What is one more hour of each kind of selling worth, { $currency }k?
question-marginal-next_hour-hint-1 = The numbers are stored under the name next_hour, one for each kind of selling.
question-marginal-next_hour-hint-2 = Write next_hour as it is, without brackets.
question-marginal-next_hour-mistake-average = That is the average hour of last year. The next one is asked for: next_hour.
question-marginal-next_hour-mistake-low_end = That is the lower end of the band. The estimate itself is needed.
question-marginal-next_hour-mistake-high_end = That is the upper end of the band. The estimate itself is needed.

question-marginal-dearest_hour = Where is the next hour worth most?
question-marginal-dearest_hour-hint-1 = Look for the largest number in next_hour.
question-marginal-dearest_hour-hint-2 = next_hour.idxmax() names the kind of selling.
question-marginal-dearest_hour-mistake-best_average = That is the best on average. The next hour is asked for, and its order is different.
question-marginal-dearest_hour-mistake-cheapest = There the next hour is worth least. Look for the largest number.
question-marginal-dearest_hour-mistake-second = Close, but the next hour of another kind is worth more still.

question-lag-letter = What do you write to the finance director?
question-lag-letter-hint-1 = Begin with what is right about the table. Then say when money comes, and what shows along deals.
question-lag-letter-hint-2 = Say what the data do not know yet, and propose how to find out.
