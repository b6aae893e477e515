# The room: pictures in words, what teams take home, the debrief.
room-no-round = No round has been played yet, so none can be taken back.
room-alt-audit = { $activity }: { $share }, { $hours } a month
room-alt-audit-reference = { $activity }: { $share }, { $hours } a month; reference { $reference }
room-alt-average = { $activity }: { $margin } of margin an hour
room-alt-hour-cost = An hour of selling costs { $cost }
room-home-title = What your team takes home from the room.
room-home-company = The folder company holds your company as it became, a table a file (CSV), and datapackage.json, which describes every column. results.csv has your months one by one: what came, what your old hours would have brought, and the company that was left alone. my_plan.json and my_answers.jsonl hold your plan, your reason and your forecast.
room-home-columns = Columns of results.csv, amounts in thousands of { $currency }: round and month; margin_krub and profit_krub, what came; profit_old_hours_krub, profit had your hours of before the round gone on; margin_left_alone_krub and profit_left_alone_krub, the company whose hours nobody touched.
room-home-notebook = To look at the first nine months at leisure: put { $months }, { $truth }, my_plan.json and my_answers.jsonl into the folder notebooks of the kit and open notebook 07. It reads your months, holds your forecast against them, tells the plan from luck and then shows the truth. If notebooks has files of these names from your own work, move those away first.
room-home-other-company = Your company was not the one that comes with the kit. In notebook 07 change the line data = None, in the first cell, to the path of the folder company_at_first in quotes, for instance data = "company_at_first" with the folder beside the notebook.
room-home-rounds = The folders round_2 and round_3 hold the same of the later rounds. For each of them put its my_nine_months.zip and my_plan.json beside notebook 07 and change data = None, in the first cell, to the path of the folder company that lies in that round’s folder: the company as you had it when you decided anew. What was true is told of the first round alone.
room-debrief-title = Debrief: { $company }
room-debrief-counts = { $teams ->
        [one] { $teams } team
       *[other] { $teams } teams
    }, { $people ->
        [one] { $people } person
       *[other] { $people } people
    }, { $rounds ->
        [0] no round played
        [one] { $rounds } round of nine months
       *[other] { $rounds } rounds of nine months
    }. This page holds the truth about the company: it is for the instructor alone.
room-debrief-news = What happened to the company
room-debrief-news-lead = The same for every team, and the same luck wherever teams met the same thing.
room-debrief-leaders = Profit realised against leaving it
room-debrief-leaders-lead = Profit gained beyond the company whose hours nobody touched, under the same luck and events. The last columns: hours of selling of a specialist a month, before the first decision and after the last.
room-debrief-forecasts = Forecasts
room-debrief-forecasts-lead = Teams were asked for ranges they are 80% sure of: 8 in 10 should hold. The order weighs a range’s width and, ten times, by how much it was missed; the column has the mean width of the ranges for profit gained.
room-debrief-reasons = What they decided, and why
room-debrief-reasons-lead = In the teams’ own words, the leader first.
room-debrief-went-on = went on with the hours it had
room-debrief-opinions = The six opinions, before and after
room-debrief-opinions-lead = How many were right; a second verdict after a stroke can be defended too. Learned: wrong before, right after; unlearned: the other way round.
room-debrief-opinions-once = The six opinions: who was right
room-debrief-opinions-once-lead = How many were right with their bets; a second verdict after a stroke can be defended too.
room-debrief-votes = Votes at the exhibits
room-debrief-votes-lead = Of a hundred hours, how many are selling; and which kind of selling should get the next hour, judging by averages.
room-debrief-attainable = What was attainable
room-debrief-attainable-lead = Truly, as the board’s “Change in all” counts it: over { $months } months and a year after, luck and events apart. Of each team the first plan, as if it had been kept.
room-debrief-attainable-told = The best plan within tried hours would truly have added { $krub }. The small norm moves few hours on purpose; the chief executive’s norm moves as many as the limits allow, and so may bring more.
room-debrief-ask = To talk about
room-debrief-ask-lead = Questions that this workshop itself raises.
room-debrief-ask-first = Which figure made you change your mind, and which one did you take on trust?
room-debrief-ask-lucky = The team that leads did not have the plan that truly adds most. What would have to happen for the order to be the other way round, and how would you tell at home?
room-debrief-ask-skilled = The team that leads also had the plan that truly adds most of all here. Would you have seen that after the first nine months?
room-debrief-ask-sure = Far fewer than 8 ranges in 10 held. What makes us so sure, and what does it cost where targets are set?
room-debrief-ask-ranges = About as many ranges held as were meant to. Did the plans take account of their lower ends?
room-debrief-ask-unlearned = Some gave up an opinion that was right. What talked them out of it?
room-debrief-ask-learned = Nobody gave up an opinion that was right. Which of the six would still win the meeting at home?
room-debrief-ask-monday = What do you measure from Monday on to see in half a year whether the hours were moved to the right place?
room-debrief-round = Round { $round }, { $first } – { $last }.
room-debrief-held = { $held } of { $of }
room-debrief-yes = yes
room-debrief-no = no
room-debrief-bet = Before
room-debrief-bet-once = Bet
room-debrief-vote = After
room-debrief-proposal-leave = Leave it
room-debrief-proposal-norm = A small norm for everybody: the best that moves at most { $moved } h a month
room-debrief-proposal-personal = A plan for each person
room-debrief-sheet-teams = Teams
room-debrief-sheet-months = Months
room-debrief-sheet-opinions = Opinions
room-debrief-sheet-votes = Votes
room-debrief-sheet-people = People
room-debrief-head-place = Place
room-debrief-head-team = Team
room-debrief-head-round = Round
room-debrief-head-in-round = Round { $round }
room-debrief-head-gain = Gained against leaving it
room-debrief-head-held = Ranges that held
room-debrief-head-width = Mean width, profit
room-debrief-head-decided = Decided anew
room-debrief-head-reason = Reason
room-debrief-head-came = Profit that came, k
room-debrief-head-left = Profit had it been left, k
room-debrief-head-gained = Gained against its own old hours, k
room-debrief-head-profit-low = Gain foretold: low
room-debrief-head-profit-likely = Gain foretold: likely
room-debrief-head-profit-high = Gain foretold: high
room-debrief-head-profit-held = Gain: held
room-debrief-head-margin-low = Margin of month nine foretold: low
room-debrief-head-margin-likely = Margin of month nine foretold: likely
room-debrief-head-margin-high = Margin of month nine foretold: high
room-debrief-head-margin-held = Margin of month nine: held
room-debrief-head-margin-came = Margin of month nine, k
room-debrief-head-month = Month
room-debrief-head-margin = Margin, k
room-debrief-head-profit = Profit, k
room-debrief-head-margin-left = Margin had it been left, k
room-debrief-head-profit-left = Profit had it been left, k
room-debrief-head-opinion = Opinion
room-debrief-head-truth = What the data say
room-debrief-head-right-before = Right before
room-debrief-head-right-bet = Right bets
room-debrief-head-right-after = Right after
room-debrief-head-learned = Learned
room-debrief-head-unlearned = Unlearned
room-debrief-head-exhibit = Exhibit
room-debrief-head-option = Answer
room-debrief-head-votes = Votes
room-debrief-head-person = Person
room-debrief-head-plan = Plan
room-debrief-head-told = Promised by the model
room-debrief-head-truly = Truly adds
room-debrief-head-share = Of the attainable
