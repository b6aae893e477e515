# Made by `casekit build` from solutions/questions: change the words there.

question-start-whose_client-mistake-new = “New” sounds as if nobody were holding on to the plant. Somebody delivers to it every month and will not give it up of their own accord. Ask who gets the money today.
question-start-whose_client-mistake-shared = Visits do not make a client shared: a shared client buys a part from us. This one buys nothing here.
question-start-whose_client-mistake-our = A place on our list is not a purchase. A client of ours buys nearly everything from us.

question-start-competitors-mistake-shared = Those are the shared clients: they buy from us too. Take those who buy nothing from us.
question-start-competitors-mistake-our = Those are our own clients. Take the code of a competitor’s client.
question-start-competitors-mistake-all = That is the whole register, with clients who buy from us.
question-start-competitors-mistake-not_ours = Here shared clients are counted in. They buy a part from us, so they are nobody’s alone.

question-company-served_share-mistake-their_own_clients = That is the part at competitors’ own clients. The rest is wanted: what they hold inside clients who buy from us.
question-company-served_share-mistake-shared_taken_off = Here the shared clients were taken off, but they are just what was asked about. Take off competitors’ own clients.
question-company-served_share-mistake-our_taken_off = Here our own clients were taken off, and competitors hold hardly anything there. Take off competitors’ own clients.
question-company-served_share-mistake-shared_only = That counts the shared clients alone. Competitors hold a little at our own clients too.
question-company-served_share-mistake-number_of_accounts = That is a share of clients, and clients differ in size. Take the column of competitors’ money.

question-company-margin_fall-mistake-relative = That is the relative fall of the margin. It sounds larger and says nothing about a rouble of revenue. Subtract one year’s margin from the other’s; do not divide.
question-company-margin_fall-mistake-profit_fall = By that much profit itself became smaller. The margin is profit as a share of revenue: compare the two shares.
question-company-margin_fall-mistake-gross_margin = That is the fall of the gross margin, before the costs below it. Take the operating margin.
question-company-margin_fall-mistake-sign_turned = The size is right, the sign is not: by how much it fell is a positive number.

question-company-cost_share-mistake-specialists_alone = That is the specialists’ cost alone. The list costs has six lines; logistics and administration rose as well.
question-company-cost_share-mistake-gross_margin_share = That is the other part: sales and margin together. Costs are wanted.
question-company-cost_share-mistake-without_specialists = Here the specialists were left out. They are one of the cost lines, neither the only one nor an exception.
question-company-cost_share-mistake-against_margin = That is how many times as much costs took as margin did. Divide by the whole fall.
question-company-cost_share-mistake-own_growth = By that much costs themselves rose. The question is what part of the fall in profit they make.

question-company-excluded-mistake-pay_left = The largest team need not make the largest step. Cover the bar of the specialists with your hand and see how much of the fall is left.
question-company-excluded-mistake-sold_less_left = When profit falls, one looks for lost sales. Look at revenue in the two years: does it fall?
question-company-excluded-mistake-alike_left = Compare the two steps of margin, at our own clients and at shared ones: are they of the same length?
question-company-excluded-mistake-costs_taken = Sales barely moved and every line of cost rose: that is what the bridge shows, so it does not exclude it.
question-company-excluded-mistake-shared_taken = The margin lost at shared clients is there among the steps, and not among the short ones. The bridge supports it.

question-company-slide-mistake-axis = The axis is cut, true, and that exaggerates. But the figures stand above the bars: the rise does not vanish with a full axis. Ask what a rise is to be compared with.
question-company-slide-mistake-no_trap = Whoever wants to show a rise will find a third month that shows one. Are they months of the same kind? And what happened meanwhile where no competitor presses?
question-company-slide-mistake-volume = The label below says prices: what a rouble of the same clients’ needs brings. Quantity is taken out. Look at what the bars are not compared with.

question-company-experiment-mistake-quarter_enough = A quarter shows equipment sold at once and hides what goes slowly: present clients leave late, deals are decided late. It is the very figure by which such a trial always looks well.
question-company-experiment-mistake-no_others = Without the other regions you would take for the trial’s merit what happened to the whole company.
question-company-experiment-mistake-no_old_clients = The hours were taken from present clients. Whoever counts only what was won does not see the price.
question-company-experiment-mistake-no_time = Hours of conversion pay when a deal is decided. How long does that take in this company?
question-company-experiment-mistake-no_luck = Regions drift apart by themselves as well. As long as you do not know how far, you cannot tell a result from luck.
question-company-experiment-mistake-opinion_enough = Whoever began a trial rates it kindly. Useful for the next attempt, but it does not decide whether this one paid.

question-opinions-costs-mistake-all_right = He has two sentences, a diagnosis and a cure. Test them one at a time: does the bridge support both?
question-opinions-costs-mistake-all_wrong = His diagnosis rests on something real. Look again at what all cost lines together make of the fall.
question-opinions-costs-mistake-partly_after_all = Weigh what costs make of the fall, and the specialists’ part of it, once more.
question-opinions-costs-mistake-cannot_yet = Of the cure that is so: the bridge does not show what an hour of a specialist brings. The diagnosis, though, can be tested with it.

question-reports-repair-mistake-service_moved = Is a repair at a client’s service or retention? That is a matter of definition. Whoever moves the hours unasked changes what a region says of its work.
question-reports-repair-mistake-months_smoothed = Nobody knows the real hours behind identical months. To fill in averages is to invent figures; talk to the specialist.
question-reports-repair-mistake-returns_struck = A minus in sales need not be a slip: goods that come back are booked so. Whoever drops it makes the revenue too high.
question-reports-repair-mistake-unknown_guessed = To put these hours to the likeliest client is a guess, and to strike them out is one too. Set them aside and ask.
question-reports-repair-mistake-letter_unread = The letter has answered already: it names the old name, the new one and the code. Read the letters before asking.
question-reports-repair-mistake-copy_kept = The copy holds nothing that is not in the main file, and counted twice it would double somebody’s month.
question-reports-repair-mistake-comma_left = A comma for a point is a way of writing; the number stays what it is. There is nobody to ask.

question-reports-ask-mistake-leave = Then one word means two things, note or no note, and every comparison of regions is worthless: the one that repairs most looks the most caring.
question-reports-ask-mistake-explain = The region has given its reasons in the letter, and shown the hours in a column. Asked to justify itself, it will leave out the column next time; and the past two years stay as they are.
question-reports-ask-mistake-resend = That costs weeks and brings nothing new: hours on tickets are entered separately already.
question-reports-ask-mistake-average = You have the region’s own hours on tickets. Why put somebody else’s in their place?

question-time-selling_gap-mistake-retention_alone = That is retention alone. Selling is retention, expansion and conversion together.
question-time-selling_gap-mistake-conversion_alone = That is conversion alone. Take the row of selling as a whole.
question-time-selling_gap-mistake-expansion_alone = That is expansion alone. Take the row of selling as a whole.
question-time-selling_gap-mistake-percentage_points = Those are percentage points, not hours. A point is a hundredth of the month, which is more than an hour.
question-time-selling_gap-mistake-best_quarter = That is the distance to the best specialists elsewhere. The reference is meant.
question-time-selling_gap-mistake-sign_turned = The size is right, the sign is not: how much is lacking is a positive number.

question-time-explains-mistake-all_but = A reference is a share of the month, not a hundred per cent to be filled. Turn the missing points into hours and multiply by people and months: is it still little?
question-time-explains-mistake-retention = Retention is selling. It may crowd out the other two kinds, but selling as a whole it cannot make smaller.
question-time-explains-mistake-published = Published is one of them, that of selling as a whole. All others were assumed for the case: good for asking, not for proving.
question-time-explains-mistake-travel = The road is what people complain of most. See how far its bar passes the mark, and compare it with the others.
question-time-explains-mistake-another = What is largest in the month need not be furthest beyond its reference. Compare what sticks out past the marks.
question-time-explains-mistake-no_caution = The bars say where hours go, not what they are worth there. That belongs on the slide, or the board will cut where it is longest.

question-time-how_sure-mistake-points = The observer’s percentage is a part of the hours reported as selling, not points of the month. Do not subtract it from the share; multiply the share by the part that was confirmed.
question-time-how_sure-mistake-each = The observer spent a few months with each of them: enough for the sum of all, too little for one. An average handed out to persons will be wrong for most.
question-time-how_sure-mistake-deceit = The sample shows a difference, not a motive. Nearly everybody remembers selling better than paperwork, and that alone would be enough.
question-time-how_sure-mistake-watched = Being watched makes people sell rather more than less, so the true gap would be wider still. A reason for caution, none to throw the sample away.
question-time-how_sure-mistake-not_like = How did the survey learn its figure? Nobody went along with those people either.
question-time-how_sure-mistake-not_wider = Follow the range of selling on the picture to its end nearest to the reference, and compare it with the reported bar.
question-time-how_sure-mistake-order_changed = Compare the longest bars on the right, as reported and as observed: are they of different activities?
question-time-how_sure-mistake-order_missed = Look at the bars on the right again, first those as reported, then those as observed: does the same activity lead?

question-cost-seen_hour-mistake-hours_missing = That is by what share hours are missing. The same money falls on fewer hours, and what is lost by the divisor is more than that in the quotient.
question-cost-seen_hour-mistake-turned_round = The fraction is upside down: the dearer hour goes on top.
question-cost-seen_hour-mistake-times = That is how many times as dear it is. Take one whole off: by what share is it dearer?
question-cost-seen_hour-mistake-any_hour = That sets an hour of selling against any working hour. Compare the hour of selling with itself, counted in two ways.

question-output-window-mistake-growth = This is the trap of the slide. All bars show one year and the same sales: no time passes from one to the next, only the border between growth and repeat purchases is moved.
question-output-window-mistake-one_window = With a year it does hold. Look at the first row, where gains count as growth for half a year alone.
question-output-window-mistake-longest = In two rows it holds. Look at the longest, two years: what is renamed there leaves retention.
question-output-window-mistake-too_careful = One sentence more holds in every row. That an average depends on its definition does not mean that nothing can be said.

question-people-explanation-mistake-territory = This one stands: look at what the same clients spend elsewhere, in the first row and in the last.
question-people-explanation-mistake-nothing_but_territory = Territory explains most, but the last column is not the same at both ends: something may be left for the person.
question-people-explanation-mistake-talent = It sounds like common sense. Hold the last column against the first: can so small a difference make one so large?
question-people-explanation-mistake-clients = Compare the accounts of the first row with those of the last.
question-people-explanation-mistake-hours = It is tempting to think that those at the top work more. Read the selling hours of both ends.
question-people-explanation-mistake-hours_out = Here the top does spend more hours on selling. That need not make the difference, but it is not excluded.

question-people-sure-mistake-neighbours = One dot is further right than the other, but see how much of their bars they share. Luck with clients alone could exchange them.
question-people-sure-mistake-revenue_again = By revenue the leader is far ahead, but here territory is allowed for. Find both bars: do they part?
question-people-sure-mistake-star_holds = The dots lie apart; the bars decide. Does the leader’s bar end before the other begins?
question-people-sure-mistake-nothing_known = Noise is no reason to know nothing: there is one pair more whose bars part, or hardly meet.

question-people-dubious-mistake-sales_too = This one is made of sales and of clients’ purchases; nobody’s report of hours enters it. Suspicion should go only where the hours go.
question-people-dubious-mistake-hours_missed = Hours stand in the divisor here. Whoever writes the same hours every month, or service as retention, changes every quotient.
question-people-dubious-mistake-first_suspect = The order as a whole is open to doubt, but look whose place this is: is the report marked?
question-people-dubious-mistake-first_trusted = Look at the mark beside whoever needs the fewest hours a win.

question-opinions-league-mistake-believed = The sum is right and the table is real. Ask what else the first three have that the last three have not.
question-opinions-league-mistake-halved = A compromise suggests itself. Look for the first three and the last three in the order with territory allowed for: do most of either stay at their end?
question-opinions-league-mistake-unknown = The single places are unsure, that is true. What the table as a whole follows can be said quite well.

question-lag-analysts_error-mistake-travel_left_out = All three kinds of selling need travel: it would lower every row and turn none over. See when the money comes.
question-lag-analysts_error-mistake-margin_not_revenue = Margin is sound here: a rouble of revenue leaves different margins on different goods. Revenue would show the same empty row.
question-lag-analysts_error-mistake-all_accounts = To count the lost ones is right: their hours were paid for. Leaving them out would flatter.
question-lag-analysts_error-mistake-shared_out = It is crude, and a matter of retention and expansion, which meet at the same client. The empty row has another cause.

question-lag-along_deals-mistake-won_alone = These are the hours of won deals alone. Nobody knows beforehand which will be won: the hours of the lost ones were paid for, too.
question-lag-along_deals-mistake-lost_alone = These are the hours of lost deals alone. Those of the won ones belong to the divisor as well.
question-lag-along_deals-mistake-revenue = That is revenue per hour. What the goods cost us is still in it: margin is asked for.

question-deals-cycle-mistake-faster = Many deals do not help if the slow ones are missing from all of them. See how many of the late ones are still open.
question-deals-cycle-mistake-eight_said = What a text says is no evidence against a table; the company may have changed. Dates and sums are right, and the table misleads for another reason.
question-deals-cycle-mistake-call_ended = Then every open deal is cut short at its present age, and the time comes out shorter still.
question-deals-cycle-mistake-call_lost = An open deal is neither lost nor over. Many wins come late: calling them lost throws away the best of the book.

question-deals-scattering-mistake-wins = Numbers of wins are at hand, they stand in the table. But neither hours nor people are alike in the groups: ask what one win takes.
question-deals-scattering-mistake-cause = Those who pursue few chose it, and may differ in more than that. What an order would do, only a trial shows.
question-deals-scattering-mistake-middle = The dot says so, its range does not: see where the lower end lies.
question-deals-scattering-mistake-too_careful = Wins are few, and that is just what the range has in it. Does it hold one, that is, no difference?
question-deals-scattering-mistake-missed = One sentence more is borne out, with its lower end too. Caution that leaves out what is known is no caution.

question-deals-recurring_share-mistake-equipment = That is the part of equipment. The rest is asked for.
question-deals-recurring_share-mistake-of_first_year = That is the part in first-year revenue, where machines weigh most. The margin of three years is asked for.
question-deals-recurring_share-mistake-ratio_to_equipment = The divisor here is equipment alone. Divide by the sum of both rows.

question-opinions-hour-mistake-believed = The division is right. What is divided, though, belongs to different months, and an average hour is not the next one.
question-opinions-hour-mistake-compromise = The arithmetic is right; that alone makes no conclusion right. See whether the next hours bear out his order.
question-opinions-hour-mistake-unknown = Ranges are wide, but here those of retention and conversion can be told apart.

question-experiment-repeat-mistake-everywhere = What comes first is what looks good. Look at the old clients after the experiment, and at the noise of margin.
question-experiment-repeat-mistake-never = It weighs one side. The pursuits opened will still bring margin; whether that is less than was lost, the noise does not let one say.
question-experiment-repeat-mistake-margin_says = Margin is the right aim and a poor judge here: compare its effect with what luck makes of six people’s clients.

question-opinions-hunting-mistake-believed = There are two sentences in it. Look at the second: what did the old clients do after the visits had ended?
question-opinions-hunting-mistake-all_wrong = The second sentence is not borne out. Of the first, look at what one more hour of conversion brings, beside one of retention.
question-opinions-hunting-mistake-half = Which half? That regulars reorder by themselves is not borne out, for an hour of retention is worth something; and that an hour of hunting brings more than one of retention is not what the picture shows here.
question-opinions-hunting-mistake-shrug = By the experiment’s margin it cannot be said; the next hours of both kinds, though, can be told apart here.

question-marginal-order-mistake-average = These are the moves of the average hour, the diamonds. It credits retention with what clients would have bought anyway; what is moved is the next hour.
question-marginal-order-mistake-dots_alone = The dots say so. But where bars overlap widely, the true order may be the other one, and the move may take more than it brings.
question-marginal-order-mistake-regulars = Retention leads on average, for habit is credited to it. Compare its dot and bar with those of the kind that gives the hour.
question-marginal-order-mistake-hunters = Hunting is what one would like to believe in. Compare the two dots, and see whether their bars part.
question-marginal-order-mistake-doors = The dot of expansion may well lie ahead. See whether its bar parts from that of the kind that gives the hour.
question-marginal-order-mistake-nothing = Ranges are wide, and yet some bars part. Caution that leaves out what is known is no caution.
question-marginal-order-mistake-too_careful = One move more is borne out: its bars part, or hardly meet.

question-plan-rests_on-mistake-hindcast_proves_all = The hindcast was a success and seems to vouch for everything. But the hours of those months were much like those before: what has it not tested?
question-plan-rests_on-mistake-all_models_assume = A model is made of assumptions: that is quickly said. This one was held against months it did not know, and against hours that did differ.
question-plan-rests_on-mistake-retention_in_part = Some of it stays open, that is so. But compare the bands: is the first picture’s, after a cut, as wide as the others’ after an addition? Fewer hours have been worked here.
question-plan-rests_on-mistake-in_the_middle = “In part” is the cautious answer. Be bolder: ask whether the company has ever seen this differ, or never at all.

question-plan-against_what-mistake-against_yesterday = That compares with yesterday, as reports do. A decision is compared with what would come without it.
question-plan-against_what-mistake-money_dearer = That answer has interest in mind, or growth that was hoped for. Today’s hours would have brought neither: look at their line.
question-plan-against_what-mistake-agnostic = It was not seen, that is true. It was estimated, though, by a model that has just been held against nine months it did not know.
question-plan-against_what-mistake-gained_after_all = In many companies that would be so. Look where the line of today’s hours goes in this one.

question-plan-below_floor-mistake-against_today = That compares the second plan with today. Today’s hours have a good deal of service to free before the floor: what would have been won there is lost as well. Compare plan with plan.
question-plan-below_floor-mistake-to_floor_alone = That is what the way to the floor brings. Asked is what the way on costs.
question-plan-below_floor-mistake-sign_dropped = A sign was lost on the way: the figure on the right is a loss, and taking a loss off adds it.
question-plan-below_floor-mistake-turned = The size is right. Asked is what it costs: a cost is given without a minus.

question-opinions-service-mistake-all_of_it = Up to a point he is. Read the right end of the picture: does the last hour still pay?
question-opinions-service-mistake-none_of_it = That throws out what he saw. Read the left part of the picture: technicians are paid in it already.
question-opinions-service-mistake-not_from_this = How many clients leave below the floor is assumed, that is true. Above it the data and the prices say enough.
question-opinions-service-mistake-in_part_after_all = Look at both ends of the picture once more.

question-plan-committed-mistake-unchanged = These are today’s hours. That can be an answer, but leaving them is not free: see the margin of today’s hours above.
question-plan-committed-mistake-benchmark_mix = That is the split borrowed from other firms. It was measured elsewhere: say for whom here it fits and for whom not, and mend it there.

question-plan-benchmark-mistake-hundred = That would mean that nothing better can be done with these people. It is the best of other firms: is there no row above it in the table?
question-plan-benchmark-mistake-of_the_value = That is the gain as a share of today’s value. Asked is its part of the attainable gain: divide gain by gain.
question-plan-benchmark-mistake-lost_part = That is the part that is lost. Asked is the part that is gained.
question-plan-benchmark-mistake-upside_down = The fraction is upside down: the norm’s gain belongs on top.

question-plan-dilemma-mistake-promised = The largest number tempts. It was found by choosing the best of many estimates for each person, and such a choice picks up luck as well: carried out, it brings less than it promises. Look for a column that allows for it.
question-plan-dilemma-mistake-looks_surer = Smaller and simpler feels surer. Look at the column of chances: does it tell the two apart?
question-plan-dilemma-mistake-measured_elsewhere = Measured, yes, on other people with other clients. What it brings here had to be estimated by the same curves as the other proposals: it is no less of a guess. A reason that holds stands in the table.
question-plan-dilemma-mistake-nothing_fails = Nobody is blamed for what was left alone. Look at the first picture of doing nothing: what does it cost?
question-plan-dilemma-mistake-not_here = In many companies that holds. Read the column of the gain reached four times in five once more: here it does not.

question-opinions-norm-mistake-works_for_them = It works for them, and here it brings something. Compare it with the best there is for these very people.
question-opinions-norm-mistake-no_good = Borrowed is not worthless. Look at its gain against today’s hours.
question-opinions-norm-mistake-not_from_this = What it rests on elsewhere is not known, that is true. What it would bring here, the model has counted as for every other plan.
question-opinions-norm-mistake-in_part_after_all = Compare its gain with the attainable once more.

question-plan-reshuffle_gain-mistake-of_the_best = That is gain divided by gain: which part of both levers the first one is. Asked is how much it adds to today’s value.
question-plan-reshuffle_gain-mistake-both_levers = That is both levers together, with hours freed from service and paperwork. The first alone is meant.
question-plan-reshuffle_gain-mistake-freed_hours = That is the second lever, the freed hours. The first is meant.

question-decision-plan-mistake-unchanged = These are today’s hours. “Leave it as it is” is a decision if the reason says what it costs and why that is worth it.
question-decision-plan-mistake-benchmark_mix = That is the split borrowed from other firms. By now you have a table that shows where it pinches.

question-decision-first_year-mistake-year_two = The second year is the better story, for deals take their time. But the board will hold the first year’s books against the sentence.
question-decision-first_year-mistake-not_paid_yet = Those who do the freed work have not been paid from it, and their pay begins in the first month.
question-decision-first_year-mistake-gain_by_gain = That is gain divided by gain. It says how much of the possible the plan takes, and nothing of how profit grows.

question-decision-stop-mistake-margin = Margin is what counts in the end, so one wants to stop by it. Compare this fall with the one that luck alone makes in nine months.
question-decision-stop-mistake-early_warning = A strict rule feels prudent. This one would stop a plan that does nothing wrong: hold it against its bound.
question-decision-stop-mistake-small_number = A few per cent look like nothing. Recurring revenue hardly moves by luck: look at its bounds.
question-decision-stop-mistake-leading_left = Pursuits opened are the first figure that moves, and this fall is a large one. Hold it against its bound.
question-decision-stop-mistake-large_number = Almost half sounds like a lot. Business gained comes in few and uneven pieces: look how far luck alone moves it here.
question-decision-stop-mistake-large_number_left = Business gained is uneven, and yet luck has an end here too: look at its bound.

question-decision-pilot-mistake-margin_counts = The comparison is sound, and margin is what counts in the end. In nine months, though, luck moves margin more than the plan does: read its row.
question-decision-pilot-mistake-one_region = It is easy to arrange, and better than volunteers. But whatever happens in that region happens to all of the pilot: compare the two columns.
question-decision-pilot-mistake-they_know_how = Practice is useful and the comparison is spoilt: what these people did last year is still on its way to the books.
question-decision-pilot-mistake-the_willing = With the willing it goes smoothly, and they differ from the others without any plan. The pilot would show them and not the plan.
question-decision-pilot-mistake-no_comparison = The season is allowed for, the year is not: prices, competitors and running deals were others. Nobody is left to compare with.

question-later-wins-mistake-plan = The month of the win is not the month of its hours. When were these pursuits opened?
question-later-wins-mistake-effort = How people find their way now shows in pursuits that are opened, not in those that are decided. When were these opened?
question-later-wins-mistake-luck = Luck is large with so few, and it would be a fair remark about any three months. But something besides it is known of these wins: when their pursuits were opened.

question-later-compare-mistake-year_before = A year ago prices, competitors and the pipeline were different too. What did not differ for one group only?
question-later-compare-mistake-forecast = A model knows neither the events of these months nor their luck. Who lived through the same ones?
question-later-compare-mistake-people = They see their own clients, and whoever chose the plan wants it to work. What is a comparison that nobody chose?
question-later-compare-mistake-longer = More months make luck smaller, but what changes for everybody stays in the figures. Who does not have the plan in the same months?
