# Made by `casekit build` from solutions/questions: change the words there.

topic-start = How to work with this
topic-opinions = Six opinions around one table
topic-company = Clients, their money and our profit
topic-reports = Can the reports be trusted?
topic-time = Where the hours go
topic-cost = What an hour costs
topic-output = What an hour brings
topic-people = Who is productive
topic-lag = The lag
topic-deals = Deals
topic-experiment = The region’s experiment
topic-marginal = The next hour
topic-plan = What if
topic-decision = The decision
topic-later = Nine months later

question-start-whose_client = A plant has been on our mailing list for years, and our specialist has called there three times. It buys everything for its line from a competitor and nothing from us. Whose client is it?
question-start-whose_client-choice-our = ours
question-start-whose_client-choice-shared = shared: we and the competitor both work there
question-start-whose_client-choice-competitor = the competitor’s
question-start-whose_client-choice-new = new: nobody’s until it signs
question-start-whose_client-hint-1 = It does not matter how well we know the plant. Ask who gets its money today.
question-start-whose_client-hint-2 = All purchases go to one side. Look in the table above for the row that says so.

question-start-competitors = How many clients in the register are competitors’ clients?
question-start-competitors-hint-1 = Only the three dots have to go. In their place stands a code from the table above, in quotes.
question-start-competitors-hint-2 = The code of a competitor’s client is "competitor", so: clients.loc["competitor"].

question-start-five_hours = If every specialist moves five hours a month into selling, how many hours does the whole company gain in a year?

question-opinions-bet = How far is each of them right? Place your bets before opening the data.
question-opinions-bet-choice-right = right
question-opinions-bet-choice-partly = partly right
question-opinions-bet-choice-wrong = wrong
question-opinions-bet-choice-unsaid = cannot be said
question-opinions-bet-row-costs = Finance director: it is a cost problem; cut, beginning with the largest team
question-opinions-bet-row-hunting = Head of a region: growth comes from hunting; take the hours from the regulars
question-opinions-bet-row-hour = Controller: put the hours where the margin per hour is highest
question-opinions-bet-row-league = Human resources: learn from the top three by revenue, part with the bottom three
question-opinions-bet-row-service = Head of service: give us all of the service, every last hour
question-opinions-bet-row-norm = Chief executive: make the mix of the best specialists the norm for everybody

question-company-guess_doors = How many such doors stand open at all the clients who already buy from us, taken together?

question-company-served_share = What share of all the money competitors hold lies inside clients who already buy from us?
question-company-served_share-hint-1 = The two parts make up the whole: what lies at competitors’ own clients, and what lies inside those who buy from us. The line takes one of them from 1.
question-company-served_share-hint-2 = In place of the dots goes the code of competitors’ own clients, in quotes: "competitor".

question-company-margin_fall = By how many percentage points did the operating margin fall?
question-company-margin_fall-hint-1 = Each year’s margin is a part of a rouble of revenue. Points are the difference of two such parts.

question-company-cost_share = What part of the fall in profit comes from costs below the gross margin?
question-company-cost_share-hint-1 = A part of the fall: what is the whole fall? All steps of the bridge together.
question-company-cost_share-hint-2 = The sum of all steps is steps.sum(): that goes below the line of the fraction.

question-company-excluded = Five explanations of the fall were heard in the corridor. Which of them do the books exclude?
question-company-excluded-choice-sold_less = We sell less than a year ago: revenue of the second year is lower than of the first
question-company-excluded-choice-costs = Costs grew faster than sales, and so less is left of every rouble of revenue
question-company-excluded-choice-pay = It is the specialists: had their cost stayed put, profit would not have fallen
question-company-excluded-choice-shared = Where a competitor works at the same client, the same sales bring less margin
question-company-excluded-choice-alike = Prices gave way everywhere: as much at our own clients as at shared ones
question-company-excluded-hint-1 = Go through them one by one: which bar of the bridge would have to be long, if this were so?
question-company-excluded-hint-2 = An explanation is excluded where its bar is missing, points the other way, or is far too short for the whole fall.

question-company-slide = A colleague wants to tell the board from this slide that the pressure is over. What is the trap in it?
question-company-slide-choice-season = The bars stand alone: at our own clients, where nobody presses, prices may have risen as much
question-company-slide-choice-axis = The axis does not begin at zero: drawn in full, it would leave nothing of this rise but a hair
question-company-slide-choice-volume = The bars show sales and not prices: the same clients bought more, and prices need not have moved
question-company-slide-choice-no_trap = Two months are few: with one or two more that also rose, the sentence could stay as it is
question-company-slide-hint-1 = What would the slide look like if there had never been any pressure?
question-company-slide-hint-2 = Which clients could serve as a yardstick for the same months?

question-company-experiment = The head of that region says: “We tried it, and it went well. Let all regions do the same.” What would you have to see before you call it a success?
question-company-experiment-choice-quarter = The region’s sales in the first quarter of the trial, against the quarter before
question-company-experiment-choice-old_clients = What those who were clients before the trial bought during it and after it
question-company-experiment-choice-others = The same figures of the other regions in the same months
question-company-experiment-choice-late = What became, in the end, of the deals begun during the trial
question-company-experiment-choice-luck = How far regions differ from each other when nobody tries anything
question-company-experiment-choice-opinion = How the region’s people and the clients they now visit rate the trial
question-company-experiment-hint-1 = Hours were taken from somebody and given to somebody. When would each of the two show it?
question-company-experiment-hint-2 = One needs something to compare with, enough time, both sides of the trade, and a notion of how much luck alone would do.

question-opinions-costs = The finance director: “It is a cost problem. Cut costs, beginning with the largest team.” Your verdict, going by the books?
question-opinions-costs-choice-right = right
question-opinions-costs-choice-partly = partly right
question-opinions-costs-choice-wrong = wrong
question-opinions-costs-choice-unsaid = cannot be said

question-company-reply = Answer the finance director in one or two sentences: what is so, what is not, and what would change your mind. Nobody marks it.
question-company-reply-check-1 = It says how much of the fall is cost, and of what whole that is a share
question-company-reply-check-2 = It names the longest single step and who has to deal with it
question-company-reply-check-3 = It says which figure would change your mind

question-reports-repair = Which of these findings may be repaired without asking anybody?
question-reports-repair-choice-decimal_comma = Hours written with a decimal comma
question-reports-repair-choice-duplicate_report = A report sent twice: the same lines with the same hours in two files
question-reports-repair-choice-renamed_account = A client under an old name; the letter gives both names and the code
question-reports-repair-choice-unknown_account = Hours at a client that neither the register nor any letter knows
question-reports-repair-choice-service_as_retention = Work on service tickets booked as retention, as the region’s letter says itself
question-reports-repair-choice-round_months = The same round hours in every month of one specialist’s reports
question-reports-repair-choice-negative_revenue = Negative revenue in the table of sales
question-reports-repair-hint-1 = Ask of each finding: is there one way only to repair it, and does it leave alone what people say about their work?
question-reports-repair-hint-2 = Three may be repaired: each rests on what lies in the files and letters already. The others may be the truth, a matter of definition, or something nobody here knows.

question-reports-ask = One region books work on service tickets as retention and says so in its letter. What do you ask of it?
question-reports-ask-choice-definition = Let us agree for all regions what counts as service, and move the past hours by your column of tickets
question-reports-ask-choice-explain = Please give reasons in writing for booking tickets as retention, and book them as service from now on
question-reports-ask-choice-resend = Please fill in the reports of both years again by the form that the other regions use, so that all are alike
question-reports-ask-choice-average = Nothing to be done by you: we put in the other regions’ average service hours and take the rest as retention
question-reports-ask-choice-leave = Nothing to be changed: we keep the figures as they are, with a note that retention includes tickets in your region
question-reports-ask-hint-1 = What does the region know that you do not, and what do you have already?
question-reports-ask-hint-2 = The hours on tickets are in its report. Only the word is missing on which all agree.

question-time-guess_selling = What share of working time, in per cent, do specialists report as selling, all three kinds together?

question-time-selling_gap = By how many hours a month does a specialist’s selling fall short of the reference?
question-time-selling_gap-hint-1 = The table gaps has a row for each activity. Selling as a whole is one of them.
question-time-selling_gap-hint-2 = In place of the dots goes the code of selling, in quotes: "selling".

question-time-explains = What may you tell the board from the comparison with the reference?
question-time-explains-choice-service = Of the non-selling activities, service runs furthest beyond its reference
question-time-explains-choice-travel = Of the non-selling activities, travel runs furthest beyond its reference
question-time-explains-choice-admin = Of the non-selling activities, paperwork runs furthest beyond its reference
question-time-explains-choice-all_but = With the reference as 100% little is missing: a gap of that size need not concern the board
question-time-explains-choice-retention = Inside the month it is retention above all that leaves too little time for selling
question-time-explains-choice-published = The references are averages of published surveys, so what lies beyond them is excess
question-time-explains-choice-ask = The reference says where to ask; what an hour brings there it does not say
question-time-explains-hint-1 = Look at the picture: of three activities one stands out on the far side of its mark. And what is retention a part of?
question-time-explains-hint-2 = Two statements hold: one about where the hours are, one about what a reference can do at all.

question-time-guess_observed = By how many per cent less selling did the observer see than the same people reported for the same months?

question-time-how_sure = What follows from the observer’s sample, and what does not? Mark what follows.
question-time-how_sure-choice-wider = Going by the hours really worked, selling falls further short than reported, even with an unlucky sample
question-time-how_sure-choice-points = The share of selling seen is the reported share less the observer’s percentage
question-time-how_sure-choice-each = To compare people, lower each one’s selling hours by the observer’s percentage
question-time-how_sure-choice-deceit = Selling is overstated on purpose: honest slips would go both ways and cancel out
question-time-how_sure-choice-like = For comparing ourselves with a survey take the reports: there, too, people spoke of themselves
question-time-how_sure-choice-order = A different activity is furthest beyond its reference now: look there first
question-time-how_sure-choice-watched = Under observation nobody works as usual, so that reports are the safer ground
question-time-how_sure-hint-1 = Look at the black ranges on the picture: do they reach the reported bars? And does the longest bar on the right belong to the same activity both times?
question-time-how_sure-hint-2 = A percentage of hours is not a percentage point of the month; an average is not a single person; a difference is not a motive.

question-time-conclusion = Where would you take hours for selling from, and what do these reports not tell you? One or two sentences; nobody marks them.
question-time-conclusion-check-1 = It names the activity, and says whether that holds as observed as well
question-time-conclusion-check-2 = It says who could do that work instead, or how it could be left out
question-time-conclusion-check-3 = It says what the reports do not tell: what an hour brings

question-cost-seen_hour = By what share is an hour of selling dearer if the observer’s hours count, not the reported ones?
question-cost-seen_hour-hint-1 = The line divides one cell of the row "selling" by another. What goes on top is the dearer hour.
question-cost-seen_hour-hint-2 = In the place of the dots: "seen_krub_per_hour".

question-output-window = A colleague puts the outer bars side by side on a slide and writes five sentences under them. Which of them hold whether a gain is called growth for half a year, for one year or for two?
question-output-window-choice-retention_first = “Of all hours, one of retention earns the most on average”
question-output-window-choice-expansion_ahead = “On average an hour of expansion earns more than one of conversion”
question-output-window-choice-repeat_most = “More than half of revenue is repeat purchases”
question-output-window-choice-every_kind_pays = “An hour of each kind earns more than an hour of selling costs by the reports”
question-output-window-choice-growth_gained = “Growth is gaining on repeat purchases: from bar to bar its share rises”
question-output-window-hint-1 = Go through the rows of the table one by one: a sentence holds only if all three bear it out.
question-output-window-hint-2 = Then ask what happened between the bars. Did time pass, or was something renamed?

question-output-first = An hour of which kind of selling earned most margin on average last year?
question-output-first-choice-retention = retention
question-output-first-choice-expansion = expansion
question-output-first-choice-conversion = conversion

question-people-leader_place = The leader by revenue: at which place of 24 will you find them once territory is allowed for?

question-people-explanation = Why do the first six bring in so much more than the last six? Tick every explanation that the table above excludes.
question-people-explanation-choice-richer = their territories are richer: the clients there buy more
question-people-explanation-choice-more_clients = they look after more accounts, each with its orders
question-people-explanation-choice-more_hours = they spend clearly more hours on selling
question-people-explanation-choice-better_in_part = in part, they get more out of the same territory
question-people-explanation-choice-better_alone = they get more out of the same territory, and that makes the whole difference
question-people-explanation-hint-1 = Take the columns one by one. An explanation is excluded if what it speaks of is alike at the top and at the bottom, or far too small for the difference in revenue.
question-people-explanation-hint-2 = For each column, divide the first row by the last and hold the result against that of revenue.

question-people-sure = How sure are the places? Tick the pairs that the picture lets you tell apart, territory allowed for.
question-people-sure-choice-best_worst = the first and the last of this picture
question-people-sure-choice-best_second = the first and the second of this picture
question-people-sure-choice-star_best = the leader by revenue and the third from the top of the picture (the leader not counted)
question-people-sure-choice-star_worst = the leader by revenue and the third from the bottom of the picture (the leader not counted)
question-people-sure-choice-star_last = the leader by revenue and the one in the middle of the picture (the leader not counted)
question-people-sure-choice-none = none of these pairs
question-people-sure-hint-1 = Find both bars of a pair. If they do not meet, the two can be told apart; if one lies about in the middle of the other, they cannot.
question-people-sure-hint-2 = Two bars that overlap by a little at their ends can still be told apart: both would have to be at their ends at once.

question-people-dubious = Two suspicions hang over the reports: identical months, and service booked as retention. What of the following may they have spoilt?
question-people-dubious-choice-by_revenue = the league table of specialists by revenue
question-people-dubious-choice-by_territory = the order of specialists with territory allowed for
question-people-dubious-choice-hours_per_win = the order of specialists by hours per win
question-people-dubious-choice-selling_hour = the order of regions by margin per selling hour
question-people-dubious-choice-cheapest_win = the hours per win of whoever comes first
question-people-dubious-hint-1 = Ask of each: is it made of hours, or of sales and of what clients buy?
question-people-dubious-hint-2 = For the one who comes first look whether that person’s own reports are marked in the table.

question-opinions-league = Human resources: “Learn from the top three of the league table by revenue, part with the bottom three.” What do the data say?
question-opinions-league-choice-right = right
question-opinions-league-choice-partly = partly right
question-opinions-league-choice-wrong = wrong
question-opinions-league-choice-unsaid = cannot be said

question-lag-analysts_error = Every sum in the controller’s table is right. Which of his steps makes it mislead?
question-lag-analysts_error-choice-same_month = He joins hours to margin by client and month: what a visit in March brings, he looks for in March
question-lag-analysts_error-choice-travel_left_out = He leaves travel out: the road to competitors’ clients is long, and selling there costs more than he says
question-lag-analysts_error-choice-margin_not_revenue = He takes margin and not revenue: in the first year of a win machines are sold, with a thin margin
question-lag-analysts_error-choice-all_accounts = He counts clients that were pursued and lost, and their hours pull conversion’s average down
question-lag-analysts_error-choice-shared_out = Where hours are of several kinds he shares margin out by hours, and conversion gets too little of it
question-lag-analysts_error-hint-1 = Think of a competitor’s client whom a specialist visited in March. What did that client buy from us in March?
question-lag-analysts_error-hint-2 = Each step changes the figures a little. Which one turns a whole row to nothing, whatever the company does?

question-lag-half = An hour of conversion was worked today. After how many months will half of what it brings in two years have come?

question-lag-along_deals = What first-year margin does an hour of conversion bring, counted deal by deal, { $currency }k?
question-lag-along_deals-hint-1 = The margin comes from won deals. Which hours had to be paid for it?
question-lag-along_deals-hint-2 = The row of all decided deals: "all" in the place of the dots.

question-deals-cycle = A colleague shows the table above: “Deals opened in the last ten months take far less time. We have become quicker.” What do you answer?
question-deals-cycle-choice-open_left_out = The slow ones of the late deals are still open: count them in as “so long already, and not over”
question-deals-cycle-choice-faster = A median of dozens of deals hardly depends on single ones, and the step is large: we do seem quicker
question-deals-cycle-choice-eight_said = By the case a deal takes eight months: such a gap points to a slip in the dates, so check those first
question-deals-cycle-choice-call_ended = Close the open ones with today’s date and take the median again: then no deal is left out
question-deals-cycle-choice-call_lost = Put the open ones among the lost, for most deals are lost in the end, and take the median again
question-deals-cycle-hint-1 = Think of a deal opened five months ago. In which case does it stand among the decided ones, and in which among the open?
question-deals-cycle-hint-2 = What is not over says something all the same: “as long as this already, and more to come”. Which answer makes use of exactly that?

question-deals-scattering = Compared with those who pursue few at once: which of these sentences do the picture and the table bear out?
question-deals-scattering-choice-many_dearer = with six or more at once a win takes more hours
question-deals-scattering-choice-half_as_much_again = with six or more at once a win takes at least half as many hours again
question-deals-scattering-choice-some_dearer = with four or five at once a win already takes more hours
question-deals-scattering-choice-wins_ratio = how much dearer a win is with six or more can be read from the two groups’ numbers of wins
question-deals-scattering-choice-order_it = those who are told to pursue three will need as few hours a win as those who do so now
question-deals-scattering-choice-nothing = wins are so few here that of the hours for one these ranges leave everything open
question-deals-scattering-hint-1 = The last columns give the ends of the range. A sentence is borne out if even the lower end bears it.
question-deals-scattering-hint-2 = Two sentences are of another sort: one compares what hours cannot be read from, one speaks of what nobody has tried.

question-deals-recurring_share = What share of a win’s margin over three years is not from equipment?
question-deals-recurring_share-hint-1 = The table win has two rows, equipment and all the rest. The sum below the line is given.
question-deals-recurring_share-hint-2 = In the place of the dots: "recurring".

question-opinions-hour = The controller: “Put the hours where the margin per hour is highest; conversion is a hobby.” What do the data say?
question-opinions-hour-choice-right = right
question-opinions-hour-choice-partly = partly right
question-opinions-hour-choice-wrong = wrong
question-opinions-hour-choice-unsaid = cannot be said

question-experiment-repeat = Would you repeat the region’s experiment?
question-experiment-repeat-choice-everywhere = Yes, in the other regions too from next quarter: pursuits begun rose at once, and wins will follow them
question-experiment-repeat-choice-never = No: old clients bought less afterwards, and to win a client back costs more than to keep one
question-experiment-repeat-choice-margin_says = Go by margin, which has both sides in it: repeat if it rose more than elsewhere, else not
question-experiment-repeat-choice-smaller = Yes, in a smaller form: people drawn by lot within regions, and a figure named beforehand
question-experiment-repeat-choice-wait = Not yet: first follow the pursuits it opened, and its old clients, for another year
question-experiment-repeat-hint-1 = Hold each effect against its noise: which are clearly larger, and is margin among them?
question-experiment-repeat-hint-2 = Two answers can be defended. They share one thing: they do not claim to know what the noise hides, and they say what would settle it.

question-opinions-hunting = The head of region: “Growth comes from hunting. Take the hours from the regulars: they reorder by themselves.” What do the data say?
question-opinions-hunting-choice-right = right
question-opinions-hunting-choice-partly = partly right
question-opinions-hunting-choice-wrong = wrong
question-opinions-hunting-choice-unsaid = cannot be said

question-marginal-order = One hour a month is moved from one kind of selling to another. Which of these moves will bring more than they take, ranges allowed for?
question-marginal-order-choice-retention_expansion = from retention to expansion
question-marginal-order-choice-retention_conversion = from retention to conversion
question-marginal-order-choice-expansion_retention = from expansion to retention
question-marginal-order-choice-expansion_conversion = from expansion to conversion
question-marginal-order-choice-conversion_retention = from conversion to retention
question-marginal-order-choice-conversion_expansion = from conversion to expansion
question-marginal-order-choice-none = none of these moves
question-marginal-order-hint-1 = The picture has two signs, diamonds and dots. Which of them is about an hour that is still to be moved?
question-marginal-order-hint-2 = What a move brings is the dot where the hour goes, what it takes the dot where it came from. Bars that part bear it out, and so do bars that meet a little at their ends.

question-lag-letter = What do you write to the finance director about the controller’s table, in four to six sentences?
question-lag-letter-check-1 = It says why the table is added up correctly and misleads all the same
question-lag-letter-check-2 = It says what to look at instead, with a figure and its unit
question-lag-letter-check-3 = It sets the next hour against the average one
question-lag-letter-check-4 = It says what to do until the open deals are decided
question-lag-letter-check-5 = It names what is not known, with a range, and what would change your mind
question-lag-letter-hint-1 = Begin with what is right about the table. Then say when the money comes, and what is seen deal by deal.
question-lag-letter-hint-2 = Say what the data do not know yet, and propose how to find it out.

question-plan-rests_on = What does each statement of the model rest on: on this company’s 24 months, on them in part, or on an assumption?
question-plan-rests_on-choice-learned = mostly learned
question-plan-rests_on-choice-partly = learned in part
question-plan-rests_on-choice-assumed = mostly assumed
question-plan-rests_on-row-level = How much margin the coming months bring under today’s hours
question-plan-rests_on-row-retention = How much business is lost where retention’s hours are cut
question-plan-rests_on-row-expansion = What eight more hours of expansion bring
question-plan-rests_on-row-conversion = What eight more hours of conversion bring
question-plan-rests_on-row-below_floor = How many clients leave where service goes below its floor
question-plan-rests_on-row-rivals = That competitors will press on for three years as they do now
question-plan-rests_on-hint-1 = Hours that somebody worked are one thing, knowing what they bring another. What has differed here so much, between people or months, that its effect shows, and of what has there never been any?
question-plan-rests_on-hint-2 = The hindcast held the first statement against the books. Retention has a region that tried something else. For expansion and conversion look at the band eight hours to the right of today’s dot, not at the solid line: is it still narrow? Of the last two rows: did it happen in these 24 months?

question-plan-against_what = A plan keeps the yearly margin for three years at the level of the first. “So it has brought nothing,” says the finance director. What has it brought?
question-plan-against_what-choice-gained = as much as today’s hours would have lost by then
question-plan-against_what-choice-nothing = nothing beyond what there was: the third year brings what the first one brought
question-plan-against_what-choice-lost = a loss: with today’s hours margin would have grown by then
question-plan-against_what-choice-unknown = it cannot be told: nobody has lived through these years without the plan
question-plan-against_what-hint-1 = A plan is held against what would happen without it, not against yesterday.
question-plan-against_what-hint-2 = In the picture: where does the line of today’s hours stand in the third year, and where in the first?

question-plan-guess_cut = Your guess: what percentage of recurring revenue will be missing after three years?

question-plan-below_floor = The head of service wants the last hours too, those below the floor. How much value would it cost the company to give away these very hours, { $currency }k?
question-plan-below_floor-hint-1 = Two plans carry a figure: service down to the floor, and none at all. What is asked is what lies between them.
question-plan-below_floor-hint-2 = Take the figure on the right off the one at the floor; mind the signs.

question-opinions-service = The head of service: “Give us all of the service, every last hour, and they will have time to sell.” What do the data say?
question-opinions-service-choice-right = right
question-opinions-service-choice-partly = partly right
question-opinions-service-choice-wrong = wrong
question-opinions-service-choice-unsaid = cannot be said

question-plan-committed = Your plan: move the hours on the board, answer “Why this plan?” in a line, and press “Commit”
question-plan-committed-hint-1 = See on the board where one more hour is worth most, and move hours there from where it is worth least.
question-plan-committed-hint-2 = Try a proposal of the meeting, then move back the hours that bring less than where they were. In the reason say what you gave up and why.

question-plan-benchmark = What part of the attainable gain does the chief executive’s norm bring? (The attainable gain is that of a plan for each person.)
question-plan-benchmark-hint-1 = “What part” is a division: the gain of the norm by the gain of the best there is.
question-plan-benchmark-hint-2 = Both gains stand in the first column of the table of proposals, by the best estimate.

question-plan-dilemma = You may put one proposal before the board, and must say why. Which sentence can you defend with the table?
question-plan-dilemma-choice-norm = The small norm: one sentence tells it, few months change much; for that we give up part of the gain
question-plan-dilemma-choice-person = A plan for each person: it is ahead of the norm even in the gain reached four times in five; for that we talk to each
question-plan-dilemma-choice-person_sum = A plan for each person: it will bring what the first column says, and no other comes near
question-plan-dilemma-choice-norm_surer = The small norm: it moves fewer hours, so its chance of a gain is higher
question-plan-dilemma-choice-chief = The chief executive’s norm: it has been measured in other firms, so it is no guess like the others
question-plan-dilemma-choice-leave = Leave it: what nobody changes cannot fail, and people go on with what they know
question-plan-dilemma-hint-1 = Hold each reason against its column. A reason that the table does not bear is out, whatever the proposal is worth.
question-plan-dilemma-hint-2 = The first column is a best estimate. The best-looking estimate is usually too optimistic: see the columns beside it. Two sentences remain.

question-opinions-norm = The chief executive: “Let us take the mix of the best and set it as the norm for everybody.” What do the data say?
question-opinions-norm-choice-right = right
question-opinions-norm-choice-partly = partly right
question-opinions-norm-choice-wrong = wrong
question-opinions-norm-choice-unsaid = cannot be said

question-plan-half_way = Your guess: everybody goes half of the way to a plan of their own. What part of its gain does that bring?

question-plan-reshuffle_gain = What share of today’s value does reshuffling selling hours alone add?
question-plan-reshuffle_gain-hint-1 = The row is given: the first lever. A gain can be told in money, as a share of today’s value, or as a share of the whole gain. Which one is asked?
question-plan-reshuffle_gain-hint-2 = In place of the dots write the column "of_value_share", in quotes.

question-decision-plan = Your decision: keep the plan, adjust it or take another on the board above, say why in a line, and press “Commit”
question-decision-plan-hint-1 = You know now what was attainable. Keep what you can explain to the people it concerns; adjust it where the table of proposals showed a weakness.
question-decision-plan-hint-2 = A good reason names what is given up for what: gain for simplicity, for instance, or a deeper trough for more in the third year.

question-decision-first_year = The board will read one sentence: “In its first year the plan raises profit by …” Which end is true of the table above?
question-decision-first_year-choice-profit_first = … what the table gives as the profit of year 1
question-decision-first_year-choice-profit_second = … what it gives as the profit of year 2, when the plan runs as it should
question-decision-first_year-choice-margin_first = … what it gives as the gross margin of year 1
question-decision-first_year-choice-of_attainable = … as many per cent as the share it reaches of the attainable
question-decision-first_year-hint-1 = What is left when technicians and assistants have been paid? And of which year does the sentence speak?
question-decision-first_year-hint-2 = A promise is kept or broken in the year and on the figure it names. Both must fit.

question-decision-forecast = Your forecast: by how much will the plan raise profit in its first nine months, { $currency }k? Give the range that you are 80% sure of
question-decision-forecast-hint-1 = The fan shows the gain of each month: the first months are below zero. Add up nine of them in your head, once along its lower edge and once along its upper one.
question-decision-forecast-hint-2 = The fan knows the model’s doubts, not the luck of nine months: most people’s first range is too narrow. Sure of 80% means that one forecast in five may miss.

question-decision-stop = “After nine months we stop the pilot if its people, against the others, …” Which of these rules lie outside luck? Tick all that apply
question-decision-stop-choice-opened_10 = … have opened 10% fewer pursuits
question-decision-stop-choice-opened_35 = … have opened 35% fewer pursuits
question-decision-stop-choice-gained_45 = … have won 45% less business from competitors at shared clients
question-decision-stop-choice-lost_20 = … have lost 20% more business
question-decision-stop-choice-recurring_6 = … have 6% less recurring revenue
question-decision-stop-choice-margin_3 = … have 3% less margin
question-decision-stop-hint-1 = For each rule find its figure in the table, and on it the bound of the right side: a fall is held against the lower one, a rise against the upper.
question-decision-stop-hint-2 = A rule inside the bounds will one day stop a good plan. The size of the number says nothing by itself: figures differ in how much luck moves them.

question-decision-pilot = Which pilot of nine months would tell you most? An early figure is one that moves early; it is named beforehand.
question-decision-pilot-choice-lot_early = half of each region’s people, by lot; judged by an early figure
question-decision-pilot-choice-lot_margin = half of each region’s people, by lot; judged by margin, which counts in the end
question-decision-pilot-choice-region_early = one whole region against the others; judged by an early figure
question-decision-pilot-choice-practised = the region that tried it last year, against the others; judged by an early figure
question-decision-pilot-choice-volunteers = volunteers from all regions; judged by an early figure
question-decision-pilot-choice-everybody = everybody from the same month; compared with these months a year before
question-decision-pilot-hint-1 = Two things are asked: who is compared with whom, and on what. A pilot is as good as the weaker of the two.
question-decision-pilot-hint-2 = Ask of each design what else differs between those inside and those outside. Then read the table of powers by column and by row.

question-decision-memo = The memo for the board: one page on your plan. A person reads and marks it
question-decision-memo-check-1 = First sentence: who, by how many hours, from which month
question-decision-memo-check-2 = Profit year by year, technicians and assistants paid; how far the plan falls behind at first and when it is paid back
question-decision-memo-check-3 = What was learned from the data and what is assumed
question-decision-memo-check-4 = “We stop if …”: a figure, its value, outside luck
question-decision-memo-check-5 = The pilot: who, how long, compared with whom, by which figure
question-decision-memo-check-6 = Not one “new client”: whose client does each hour go to?
question-decision-memo-hint-1 = The decision is the first sentence. Then what it brings and what it costs, what may go wrong, how we find out.
question-decision-memo-hint-2 = Take figures from the tables above: they are your plan’s. The rule to stop by must lie outside luck, and the pilot needs people it is compared with whose year was an ordinary one.

question-later-outside = Six figures of these months stand beside the same months a year before. How many of the six have changed by more than luck alone would change them?

question-later-wins = Suppose that in the first three months of a plan fewer clients were won than a year before. What does that say?
question-later-wins-choice-plan = about the plan: hours have been moved since, and fewer clients are won
question-later-wins-choice-old_hours = about the hours worked in the months before the plan began to change them
question-later-wins-choice-effort = about the specialists, who are still getting used to their new month
question-later-wins-choice-luck = about chance: in three months wins are so few that no more can be said

question-later-compare = What would best have told the plan’s doing from everything else that happened in these months?
question-later-compare-choice-year_before = the same months a year before, from the company’s books
question-later-compare-choice-forecast = what the model expected for these very months
question-later-compare-choice-others = colleagues who by lot kept their old hours meanwhile
question-later-compare-choice-people = specialists’ and clients’ accounts of what has changed since
question-later-compare-choice-longer = another nine months of the same plan, so that luck evens out

question-later-next = From what you have seen: what do you do now?
question-later-next-choice-stop = stop: back to the old hours
question-later-next-choice-go_on = go on as it is until the next review
question-later-next-choice-extend = extend: more hours or more people
