# Made by `casekit build` from solutions/questions: change the words there.

question-start-whose_client-why = The competitor’s: all of its money goes there. What is called “new” can wait; a competitor who takes everything a plant buys forces us to act now, with a better solution and not with a price list.

question-start-competitors-why = { $answer } of { $all }: { $share } of the register pays somebody else for everything. They were always there; only the word “new” made them invisible.

question-company-served_share-why = { $answer }: of { $all } a month, { $inside } goes to competitors in buildings where our own people sign in at the gate. That money can be won without finding anybody new.

question-company-margin_fall-why = { $answer }: of every ₽100 of revenue the company keeps ₽{ $roubles } less than a year before. “Profitability fell by { $relative }” is true as well, but that is the relative fall: always say which of the two you mean.

question-company-cost_share-why = { $answer } of the fall is cost, spread over six lines; specialists make { $reps } of it. Together they weigh more, and yet the largest single step is none of them: it is the margin lost to competitors at shared clients ({ $margin }). Both thoughts are true, and the board needs both.
question-company-cost_share-also-of_all_that_fell = This is the share of all steps that took from profit, before growth gave some of it back. It can be defended as well: it says how the losses divide. Of the fall that the board sees, costs are a larger part. Name the whole of which you tell a share.

question-company-excluded-why = Three are excluded. “We sell less”: revenue did not fall. “It is the specialists”: their cost makes { $reps } of the fall, and without it profit would still have fallen noticeably. “Everywhere as much”: at our own clients { $our } of margin was lost, at shared ones { $shared }. What remains are costs that outran sales, and margin given away where a competitor works next to us.

question-company-slide-why = The season. At our own clients, where nobody presses, prices moved by { $our } between the same two months, at shared clients by { $shared }. Take out what both have in common, and prices at shared clients have fallen behind by { $gap } in two years: the next picture shows it. A change needs something to be compared with, in the same months.

question-company-experiment-why = You need four things: the price (old clients), a yardstick (other regions), time (deals are decided after many months), and the size of luck. In { $region } hours of retention became hours of conversion from { $first } to { $last }. What came of it notebook 04 shows. Until then it is a trial, neither a success nor a failure.

question-opinions-costs-why = Costs are { $costs } of the fall; the longest single step, margin lost at shared clients, is what the very people he would cut first are there to prevent. They make { $reps } of the fall. Whether cutting them saves more than it loses cannot be read from profit and loss: that is judged by what their hours bring.

question-reports-repair-why = The comma, the copy and the old name: each has one repair, and what it rests on lies in the files and letters. The other four may be true, or are a matter of definition, or nobody here knows: repaired unasked, the figures would be our own invention.

question-reports-ask-why = What is missing is a shared definition, not a culprit. The hours on tickets lie in the last column of the region’s report; once all agree that a repair is service, they can be moved line by line ({ $hours } in two years), and the region knows about it. Without that, regions cannot be compared.

question-time-selling_gap-why = { $answer } a month for each specialist, { $year } a year for the whole company.

question-time-explains-why = Furthest beyond its reference is { $largest }, by { $excess } a month. And a reference says where to ask, no more; only the one for selling as a whole is published, the others are assumed. Selling is at { $met } of it: { $gap } of every specialist’s month are missing.
question-time-explains-also-close_second = Two activities are nearly as far beyond their references here: either may be named first.

question-time-how_sure-why = Selling falls short by { $told } as reported and by { $seen } as observed (from { $low } to { $high }): wider, even at its cautious end. The share seen is { $share }: the reported share times the part of its hours that the observer saw; percentages are not subtracted. For the comparison with a survey the reported figure is the like-for-like one; for the question how many hours there really are, the observed one. Furthest beyond its reference: as reported { $first }, as observed { $now }. Of persons and motives the sample says nothing.
question-time-how_sure-also-order_open = Which activity is furthest beyond its reference the sample leaves open here: their ranges overlap too far. With or without that line the answer can be defended.

question-cost-seen_hour-why = An hour of selling costs { $told } by the reports and { $seen } by what was observed: { $answer } more. The hours are { $missing } fewer; but they stand in the divisor, and dividing by less adds more than was taken away. Whatever is divided by reported hours is off in the same way: by the reports selling looks cheaper than it is.

question-output-window-why = They hold in all three rows: { $answer }. “Growth is gaining” never does: with 6 months growth is { $short } of revenue, with 24 it is { $long }, and the sales are the same. Whoever may choose this length (it is called a window) may choose the conclusion, so agree on it before anybody looks.
question-output-window-also-close = Two of the figures behind it look alike in the table; one may call them equal.

question-people-explanation-why = Excluded: { $answer }. Revenue differs { $revenue } times between the two ends, the money of the territory { $territory } times, and what is got out of a territory of the same size only { $adjusted } times. A cause that is alike at both ends cannot part them, and a small one cannot do it alone.
question-people-explanation-also-a_little = The top is a little ahead in that column, but hardly; one may leave the explanation standing.
question-people-explanation-also-a_lot = The top is ahead in that column by less than a tenth; one may call that too little to explain anything.

question-people-sure-why = Can be told apart: { $answer }. Of all { $all } pairs of specialists the data separate only { $pairs }; two years of clients’ luck hide the rest. A place is a figure with a range like any other; whoever pays a bonus for a place pays mostly for luck.
question-people-sure-also-bands = The careful reading counts only bars that do not touch. A little stricter than need be, and sound.

question-people-dubious-why = Spoilt: { $answer }. Only what is divided by hours: { $region } earns { $booked } for a selling hour as booked and { $tickets } by its service tickets. Sales and territory are untouched: no hour enters them. The figure of whoever comes first is made of that person’s own hours: without a mark nothing speaks against it. A suspicion belongs beside the figure it may have changed, and nowhere else.

question-opinions-league-why = The table mostly ranks territories: with territory allowed for, its first three hold places { $first } of { $all } and its last three places { $last }. So { $top } of the first are in the best third and { $bottom } of the last in the worst, where chance alone would put one each. Right in the opinion: people do differ, and there is something to learn from the better ones. With the last three talk, and decide about each after that: a talk can be followed by anything, parting cannot be taken back. And not by the fairer order at once either: its neighbouring places can hardly be told apart.
question-opinions-league-also-ends = “Partly” can be defended here: at one end at least, two or three of the three stay where the table puts them even with territory allowed for. As a rule to act by, the advice still fails.

question-lag-analysts_error-why = As long as a competitor’s client is being persuaded, nothing is bought from us: in the month of the hours there is no margin, by definition. His table gives conversion { $conversion } an hour and would give it in any company. A figure that could not have come out otherwise is not a finding.

question-lag-along_deals-why = { $answer } of margin in the first year alone, where the controller found { $same_month }: the same hours and the same money, only they meet in the deal and not in the month. By the hours of won deals alone it would be { $won }, as wrong as the controller’s nought.

question-deals-cycle-why = { $open } of the { $late } late deals are still open, and those are the slow ones. The decided ones alone give { $quick } months; with open ones counted as long as they have lasted, late deals take { $late_cycle } and all deals { $cycle }. Whatever is measured while it runs looks quick.

question-deals-scattering-why = Borne out: { $answer }. With six deals or more at once a win takes { $times } times the hours, { $low } to { $high } nine times in ten. The numbers of wins ({ $wins } times as many) say nothing of hours. Why it is so is another matter: people who scatter may differ in other ways as well, and an order is not what was observed.
question-deals-scattering-also-edge = A band ends within a hair of the mark here: one may read it either way.

question-deals-recurring_share-why = { $answer } of three years’ margin comes from consumables and service, of first-year revenue it is only { $first }. Equipment is sold once and at a thin margin, the rest every month.

question-opinions-hour-why = Average margin an hour misleads in every company: within the same month an hour of conversion brings { $same_month }, counted deal by deal { $along }. What should decide is the next hour: { $retention } for retention, { $conversion } for conversion.
question-opinions-hour-also-open = His reasoning falls; which of the two next hours is worth more, though, these data do not tell.
question-opinions-hour-also-table = His reasoning is wrong throughout: hours and margin meet in the deal. That the advice happens to point the right way does not mend it.

question-experiment-repeat-why = Margin against the other regions: { $margin }, with a noise of { $noise }; nothing can be read from that. What came first looks like success: { $opened } more pursuits opened than elsewhere. What came later looks like loss: the purchases of old clients, against elsewhere, { $old }. What would settle it: a smaller change, drawn by lot within regions, and one figure named beforehand that moves early, such as pursuits opened and business lost at old clients.
question-experiment-repeat-also-wait = Also sound: waiting costs nothing but time, and the losses of a cut are still to come. What it cannot give is a comparison that luck did not choose.

question-opinions-hunting-why = Of growth { $first }: one more hour is worth { $conversion } in conversion and { $retention } in retention. Of the regulars he is not borne out: if they reordered by themselves, an hour of retention would be worth nothing. His quarter in which “nothing happened to the sales” was too short to show anything, for losses come late. The experiment alone decides nothing unless its effect passes two noises: old clients’ purchases after it, against elsewhere, changed by { $old }, with a noise of { $noise }.
question-opinions-hunting-also-net = By the experiment alone the net cannot be told from noise: with that as the measure, nothing can be said yet.

question-marginal-order-why = Borne out: { $answer }. The next hour brings { $retention } in retention, { $expansion } in expansion and { $conversion } in conversion; the average hour of the same three { $average_retention }, { $average_expansion } and { $average_conversion }. They differ for two reasons: the average credits retention with what clients buy out of habit, and every further hour of a kind brings less than the one before.
question-marginal-order-also-careful = The careful reading counts only bars that do not touch. A little stricter than need be, and sound.
question-marginal-order-also-nearly = Two of the bars overlap about as far as they may: that pair can be read either way.
question-marginal-order-also-hardly = Two of the bars overlap about as far as they may: that pair can be read either way.

question-plan-rests_on-why = What differed could be learned: how much margin today’s hours bring, and how much business leaves where retention is cut. Of expansion and conversion it is known what today’s hours bring, and not what more would, though somebody worked more: the books narrowed the bounds by { $retention } for retention, by { $expansion } and { $conversion } for these two. Nobody has ever worked below the service floor, and nobody knows what competitors will do. One would like the hindcast to vouch for all, but it tested hours much like those before.
question-plan-rests_on-also-near = One of the curves lies just between two words: this one can be defended as well.

question-plan-against_what-why = Under today’s hours the third year’s margin would be { $part } of the first’s: that is what the plan is measured against. “Nothing” is a natural answer, because reports compare with the year before.
question-plan-against_what-also-hardly = In this company margin under today’s hours hardly moves, so “nothing” can be defended; the comparison, though, must be made.

question-plan-below_floor-why = { $answer }: down to the floor the freed hours bring { $floor }, technicians paid; then clients notice that nobody comes. How many leave for it is assumed in this case, for nobody here has tried. Comparing with today hides what was already won.

question-opinions-service-why = Down to the floor it brings { $floor } with technicians paid; “every last hour” comes to { $none } against today. He saw something real and went one step too far.

question-plan-committed-why = A plan earns its points by keeping the limits and by a reason that another can check; how much of the attainable it reaches counts for three of the five. Nobody can hit the top blind: it is flat, and the direction counts.

question-plan-benchmark-why = { $answer }: a lot for so little effort, but not everything. Other people’s shares know nothing of your clients nor of your next hour. “All of it” tempts because it is what the best do, elsewhere.

question-plan-dilemma-why = Two sentences can be defended: the norm reaches { $norm } of the attainable, a plan for each person promises all of it and four times in five brings { $low } or more of that. People whose month changes much: { $few } under the norm, { $many } under plans for each. The first column alone misleads: the best-looking estimate is usually too optimistic.
question-plan-dilemma-also-for_each = Defensible as well: more is left of it even when things go badly, and the price, a talk with each in place of one sentence, is named.
question-plan-dilemma-also-surer_too = In this company the norm’s chance is indeed the higher one, so this too can be defended.

question-opinions-norm-why = A norm can be defended; his, borrowed from others, brings { $share } of the attainable (months changed by more than a quarter: { $people }). The small norm, found on one’s own data, brings { $own }, because it may move no more than { $moved } hours of a month; his moves as many as the limits allow.

question-plan-reshuffle_gain-why = { $answer } without one new person or one new hour; freed hours add another { $freed }, technicians and assistants paid. Do not confuse a share of the gain with growth: the two numbers stand side by side.

question-decision-plan-why = The points are for limits kept and for a reason that another can check, not for the size of the gain: the decision is yours.

question-decision-first_year-why = Profit, in the year named: margin less technicians and assistants, who are paid from the first month, while deals take about eight. The first year’s books will prove the other sentences wrong.

question-decision-forecast-why = A range that always hits is too wide, one that often misses too narrow.

question-decision-stop-why = Luck alone can explain { $opened } in pursuits opened, { $gained } in business gained, { $recurring } in recurring revenue and { $margin } in margin, but no deeper fall; business lost may rise by { $lost }. Margin, which everybody looks at first, tells least.
question-decision-stop-also-near_1 = A rule that lies about where luck ends can be kept or left: both are defensible.
question-decision-stop-also-near_2 = A rule that lies about where luck ends can be kept or left: both are defensible.
question-decision-stop-also-near_3 = A rule that lies about where luck ends can be kept or left: both are defensible.

question-decision-pilot-why = A lot within each region makes both halves alike in all but the plan; one region’s luck is that of all its people at once. And an early figure, pursuits opened above all, shows a plan long before margin does. Name it beforehand: with five figures, one may well move by luck.

question-later-wins-why = A deal takes about eight months, and none is decided in its first three. What is won or lost now was opened before the plan, in its old hours. The tempting reading takes the month of the win for the month of the work: the same trap as in notebook 04.

question-later-compare-why = Colleagues in the same months meet the same prices, events and season; the lot sees to it that they are no better and no worse. What differs is the plan, and luck, whose size the lot lets you count. The year before is always at hand, but comparing with it mixes the plan with the year.
