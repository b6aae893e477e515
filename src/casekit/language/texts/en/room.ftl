# The room in browsers: every text that begins with “room-” goes there, facts in brackets.

# Words that other texts have.
room-percent = { format-percent }
room-chance-told = { format-chance }
room-unknown = { format-unknown }
room-money-thousands = { format-money-thousands }
room-money-millions = { format-money-millions }
room-hours = { format-hours }
room-activity-retention = { activity-retention }
room-activity-expansion = { activity-expansion }
room-activity-conversion = { activity-conversion }
room-activity-service = { activity-service }
room-activity-travel = { activity-travel }
room-activity-admin = { activity-admin }
room-opinion-costs = { question-opinions-bet-row-costs }
room-opinion-hunting = { question-opinions-bet-row-hunting }
room-opinion-hour = { question-opinions-bet-row-hour }
room-opinion-league = { question-opinions-bet-row-league }
room-opinion-service = { question-opinions-bet-row-service }
room-opinion-norm = { question-opinions-bet-row-norm }
room-short-costs = { later-opinion-costs }
room-short-hunting = { later-opinion-hunting }
room-short-hour = { later-opinion-hour }
room-short-league = { later-opinion-league }
room-short-service = { later-opinion-service }
room-short-norm = { later-opinion-norm }
room-judged-right = { question-opinions-bet-choice-right }
room-judged-partly = { question-opinions-bet-choice-partly }
room-judged-wrong = { question-opinions-bet-choice-wrong }
room-judged-unsaid = { question-opinions-bet-choice-unsaid }

# The frame.
room-title = The workshop
room-language = Language
room-month = { $month } { $year }
room-lasts = { $minutes } min
room-lost = The connection broke. The page is trying to restore it; nothing you have sent will be lost.
room-sending = Sending…
room-kept = Saved. You can change it while the step is open.
room-closed = This step is closed: no more answers are taken.
room-finished-room = The workshop is over. The results stay on this page.
room-clock-left = { $time } left
room-clock-over = Time was up { $time } ago
room-over = +{ $time }
room-error = That did not work ({ $key }). Reload the page and try again.

# Steps.
room-step-join = Joining
room-step-bet = Bets on six opinions
room-step-audit = Where the hours go
room-step-averages = What an hour brings
room-step-board = The board
room-step-commit = Decision and forecast
room-step-round_1 = Nine months
room-step-decide_2 = Second decision
room-step-round_2 = Nine more months
room-step-decide_3 = Third decision
room-step-round_3 = The last nine months
room-step-vote = Second vote
room-step-reveal = The truth

# What a participant does.
room-does-join = You are in. The facilitator will open the next step
room-does-bet = How right is each of them? Place your bets
room-does-audit = Guess first, then the picture
room-does-averages = Look at the picture, then vote
room-does-board = Move the hours with your team
room-does-commit = Commit a plan, say why, and give a forecast
room-does-decide = What to do for the next nine months?
room-does-round = Nine months later
room-does-vote = How right is each of them? What do you think now
room-does-reveal = What was true

# Joining.
room-join-room = The room’s code, from the big screen
room-join-title = Your name, and your team?
room-join-name = Your name
room-join-which = Team
room-join-with-code = I have a team’s code
room-join-begin = Start a new team
room-join-team = Name of the team
room-join-code = Team code
room-join-code-where = Six characters. Whoever started the team sees it on their page.
room-join-begins = Start the team
room-join-joins = Join the team
room-team-code = team code { $code }
room-team-people = In the team: { $people }
room-team-invite = Colleagues join with this code or by this link:
room-you-link = Your own link, to come back from another device (give it to nobody):

# The six opinions.
room-grid-at = Opinion { $at } of { $of }
room-grid-all = You have answered on every opinion
room-grid-some = Answers: { $count } of { $of }
room-grid-back = Back
room-grid-on = Next
room-grid-none = no answer
room-grid-change = Change
room-grid-change-row = Change the answer. { $row }

# Exhibits, and votes on them.
room-exhibit-audit = Hours by kind of work beside the reference
room-exhibit-averages = What margin an hour brings on average
room-asks-audit = Of a specialist’s hundred working hours, how many go to selling: retention, expansion and conversion together?
room-asks-averages = Going by the averages, what should get the next hour?
room-choice-under_30 = under 30
room-choice-30_45 = 30 to 45
room-choice-45_60 = 45 to 60
room-choice-over_60 = over 60
room-choice-retention = { activity-retention }
room-choice-expansion = { activity-expansion }
room-choice-conversion = { activity-conversion }
room-choice-unsaid = averages cannot tell
room-tally-truth = in the data
room-stack-before = before
room-stack-after = after
room-stack-part = { $option }: { $count }
room-stack-mine = Your answer: { $answer }
room-stack-none = no votes
room-opinion-truth = The data say: { $truth }

# The team's board.
room-board-loading = The board is loading…
room-board-fault = The board did not load. Check the connection and reload the page; the team’s plan is kept.
room-board-try = The team has one board: everybody sees each move. Try things out; it is too early to commit.
room-board-commit = The team has one board. Agree on a plan and commit it below, with a reason and a forecast. The last plan committed before the step closes counts.
room-board-again = While the step is open you may commit again: the last plan counts.
room-board-committed = Plan committed, forecast given. Reason: { $reason }
room-board-no-forecast = Plan committed ({ $reason }), but no forecast yet: give it below, under the plan.

# How a round ended.
room-round-ahead = These nine months have not been lived yet.
room-round-working = The months go by…
room-result-gain = Your decision added { $gain } of profit compared with the hours left as they were
room-result-same = Profit is the same as with the hours left as they were
room-result-loss = Your decision cost { $gain } of profit compared with the hours left as they were
room-result-no-plan = The team committed no plan: the company went on with the hours it had.
room-forecast-title = The forecast, and what came
room-forecast-none = The team gave no forecast, so there is nothing to compare.
room-forecast-held = Inside the range.
room-forecast-missed = Outside the range.
room-forecast-profit = Profit added over nine months: told from { $low } to { $high }, most likely { $middle }; it came to { $came }.
room-forecast-margin = Margin of month nine: told from { $low } to { $high }, most likely { $middle }; it came to { $came }.
room-news-title = What happened to everybody
room-news-none = Nothing happened from outside.
room-news-price_campaign = A competitor starts a price campaign in { $region }; months: { $months }.
room-news-departure = { $rep } leaves. Colleagues in the region take over clients and deals.
room-news-no_technicians = No technicians to be had; months: { $months }. Service hours that the plan freed come back to the specialists.
room-news-any_client_lost = The largest client is bought by a group that takes everything from a competitor.
room-news-key_client_lost = The largest client, { $client }, is bought by a group that takes everything from a competitor.
room-books-title = Gross margin by month, { $currency }m
room-books-month = Month
room-books-came = as it came
room-books-left = hours left as they were
room-clients-title = What changed at clients
room-clients-how = Margin over nine months compared with the hours left as they were.
room-client-lost = { $name }: lost
room-client-won = { $name }: won
room-client-grew = { $name }: buys more
room-client-shrank = { $name }: buys less
room-hours-title = A specialist’s hours a month
room-hours-before = before
room-hours-after = after

# All teams.
room-leaders-title = Profit
room-leaders-how = Above the profit with the hours left as they were, over { $months } months. Luck and events are the same for all.
room-leaders-place = Place
room-leaders-team = Team
room-leaders-profit = Added
room-leaders-rest = and { $count } more
room-forecasters-title = Forecasts
room-forecasters-how = An 80% range should hold 8 times in 10.
room-forecasters-held = Held
room-forecasters-width = Width
room-forecasters-of = { $held } of { $of }
room-forecasters-none = no forecast
room-points-title = Hours a month: the line is today, the number is the place by profit

# The truth.
room-attained-title = Attainable: { $attainable }
room-attained-how = Over three years against the hours left alone, without luck or events: the best plan within the limits, and each team’s first plan.
room-attained-gain = { $gain }
room-attained-share = { $gain } ({ $share })
room-truth-title = Six opinions: who was right, and when
room-truth-right = Right before: { $before }, after: { $after }
room-truth-of = { $count } of { $of }
room-truth-opinion = Opinion
room-truth-data = The data say
room-truth-before = Right before
room-truth-after = after
room-truth-nobody = —
room-truth-mine = Your answer before: { $before }; after: { $after }
room-take-title = To take home
room-take-what = An archive: your company as it became (tables in CSV), the team’s plans, and its nine months for notebook 07.
room-take-now = Download the team’s archive

# The facilitator's page.
room-facilitator-title = Facilitator’s page
room-now-title = Now
room-state-open = open
room-state-closed = closed, still shown
room-counts-here = Connected: { $here } of { $of }
room-counts-teams = Teams: { $teams }
room-counts-voted = Answered: { $voted } of { $of }
room-counts-committed = Committed: { $committed } of { $of }
room-next-close = Close the step: { $step }
room-next-go = Next: { $step }
room-next-play-1 = Live through nine months
room-next-play-2 = Live through nine more months
room-next-play-3 = Live through the last nine months
room-next-finish = Finish the workshop
room-do-close = Close
room-do-open = Open again
room-do-minutes = +{ $minutes } min
room-do-rename = Rename
room-do-rename-now = Save the name
room-do-leave = Cancel
room-do-remove = Remove
room-do-remove-team = Remove the team
room-do-remove-person = Remove { $name }
room-sure-reveal = Reveal the truth? After that no more bets are taken.
room-sure-play = This round has been played. Play it again? Rounds after it will be gone.
room-sure-finish = Finish the workshop? The results stay and can no longer be changed.
room-sure-remove-team = Remove the team “{ $name }”? Its people go back to joining; what it did stays in the log.
room-sure-remove-person = Remove “{ $name }”?
room-agenda-title = Agenda
room-agenda-edit = Change the agenda
room-agenda-left = { $step } (done)
room-agenda-done = Done
room-teams-title = Teams: { $teams }
room-teams-none = Nobody has joined yet.
room-teams-loose = Without a team
room-team-here = { $here } of { $of } connected
room-team-voted = { $voted } of { $of } answered
room-team-committed = plan committed
room-team-waiting = no plan yet
room-team-forecast = forecast given
room-team-no-forecast = no forecast
room-person-here = { $name }
room-person-away = { $name } (not connected)
room-events-title = Events of nine months no. { $round }:
room-events-drawn = drawn by lot
room-events-chosen = chosen by you
room-events-how = The same for all teams; participants hear of them only once the months have been lived.
room-events-draw = drawn by lot
room-event-price_campaign = a competitor’s price campaign
room-event-departure = a specialist leaves
room-event-no_technicians = no technicians
room-event-key_client_lost = the largest client is lost
room-ways-title = How to join
room-ways-join = Participants open any of these addresses:
room-ways-code = Code of the room: { $code }
room-qr-alt = QR code with the link to join
room-way-screen = Big screen
room-way-debrief = Page for the debrief
room-way-table = Table of results
room-told-title = What this step shows

# The big screen.
room-screen-join = { $link } · code { $code }
room-wall-join = Open on your phone
room-wall-code = Code of the room: { $code }
room-wall-counts = Teams: { $teams } · people: { $people }
room-wall-bet = How right is each of them?
room-wall-audit = Of a hundred hours, how many go to selling?
room-wall-averages = What should get the next hour?
room-wall-board = Teams are moving hours
room-wall-commit = Decision, reason, forecast
room-wall-decide = The next nine months: decide again
room-wall-vote = And what do you think now?
room-wall-voted = Answered: { $count } of { $of }
room-wall-committed = Committed: { $count } of { $of }
room-wall-progress = How many have answered
