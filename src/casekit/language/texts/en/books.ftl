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
chart-hindcast-title = Would the model have foreseen it?
chart-prices-our = our clients: { $change }
chart-prices-shared = shared clients: { $change }
chart-prices-axis = Consumables’ prices, first month = 100 %
chart-prices-title = Where do prices give way?
