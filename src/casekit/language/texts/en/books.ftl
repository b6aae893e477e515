# Months told and months booked; prices that give way.
hindcast-short = The model cannot be held against months that came: the history has { $found ->
        [one] one month
       *[other] { $found } months
    }. It takes { $allowed } or more: a year to learn from, and the months held back. Load a longer history, or hold back fewer months.
continuing-short = The books have { $found ->
        [one] one month
       *[other] { $found } months
    }; a trend takes { $allowed } or more, so that half a year can be compared with the same months of the year before. Load a longer history.
hindcast-came = From the first { $known ->
        [one] month
       *[other] { $known } months
    } and the hours really worked after them the model forecast a gross margin of { $told } for { $first } to { $last }; { $booked } came, so the forecast { $side ->
        [above] was { $error } too high
        [below] was { $error } too low
       *[alike] was right
    }, and what came lies { $covered ->
        [true] within
       *[false] outside
    } its { $band } band of { $low } to { $high }.
hindcast-shows = { $covered ->
        [true] This shows that the model goes on from the books under hours much like those of before
       *[false] So its figures deserve doubt even under hours much like those of before
    }; it does not show what hours bring that nobody has tried, nor that competitors will go on as they did.
pressure-falls = At clients shared with competitors, prices of consumables fall by { $share } a year beyond what happens at our own ({ $band } interval: { $low } to { $high }; learned from sales and positions, not assumed); another year of it takes { $amount } off each month’s gross margin.
pressure-unsure = Whether prices at clients shared with competitors give way, the books do not tell: a yearly fall of { $low } to { $high } is possible ({ $band } interval; a figure below zero is a rise).

chart-hindcast-told = forecast
chart-hindcast-booked = booked
chart-hindcast-band = band: nine months in ten
chart-hindcast-axis = Gross margin a month, { $currency }m
chart-hindcast-title = Over { $months } months that it did not know, the model was { $share } off
chart-prices-our = our clients
chart-prices-shared = shared clients:
    { $change } against ours
chart-prices-axis = Prices at shared clients against
    ours, since the first month
chart-prices-title = { $side ->
        [behind] Prices at shared clients have fallen behind those at ours
       *[level] Prices at shared clients keep up with those at ours
    }

# Proposals, months told beforehand, hours that nobody has tried, and what a calibration tells.
head-proposal = Proposal
head-gain_krub = Gain by the best estimate, { $currency }k
head-middle_krub = Gain, middle of the band, { $currency }k
head-p20_krub = Gain reached four times in five, { $currency }k
head-p05_krub = Gain reached 19 times in 20, { $currency }k
head-chance = Chance of a gain
head-proposal-share = Share of the attainable gain
head-proposal-gain_krub = Gain, { $currency }k
head-proposal-p20_krub = Gain 4 times in 5, { $currency }k
head-proposal-trough_krub = Deepest fall behind, { $currency }k
head-proposal-payback_month = Ahead from month
head-proposal-people_affected = People whose month changes by over ¼
head-trough_krub = Behind today’s hours at the deepest, { $currency }k
head-months_below = Months that earn less than today’s hours
head-payback_month = Ahead for good from month
head-untried_people = People with hours nobody has tried
head-untried_hours = Hours a month nobody has tried, in all
head-people_affected = People whose month changes by over a quarter
proposal-leave = leave it as it is
proposal-norm = a small norm for everybody
proposal-personal = a plan for each person
head-told_krub = Forecast, { $currency }k
head-low_krub = Band: from, { $currency }k
head-high_krub = Band: to, { $currency }k
head-booked_krub = Booked, { $currency }k
head-from_month = From month
head-tried_hours = Tried, h a month
head-beyond_hours = Beyond what was tried, h
head-today = What today’s hours bring in a month
head-today_low = Today: from
head-today_high = Today: to
head-marginal_low = One more hour: from, { $currency }k
head-marginal_high = One more hour: to, { $currency }k
head-refused = Can the data tell?
refused-True = no
refused-False = yes
head-reason = Why not
head-learned_share = Learned from the data
head-misfit_share = Curve’s distance from the answers
unit-base_lost_share = share of the business lost
unit-gained_krub = { $currency }k a month gained, each specialist
unit-wins = clients won, each specialist
