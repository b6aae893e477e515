# Pictures and tables of the first notebooks.
chart-open-door = { $amount }, { $doors ->
        [one] one door
       *[other] { $doors } doors
    }, mostly { $rival }
chart-open-doors-million = Competitors’ sales a month at clients we serve, { $currency }m
chart-open-doors-title = { $count ->
        [one] One door stands open to competitors
       *[other] { $count } doors stand open to competitors
    }
chart-told = reported
chart-seen = seen
chart-sampled-hours = Hours in the sampled months
chart-told-and-seen-title = { $change } { $side ->
        [less] less
       *[more] more
    } selling was seen than reported
chart-gap-axis = Above (+) or below (−) the reference, h a month per specialist
chart-gap-told = as reported
chart-gap-seen = as observed, with its range
chart-gap-both-ways-title = As observed, selling is further from the reference
chart-region-hours = Hours a month of a region
chart-hours-by-region-title = One region went its own way: { $figure }
chart-slide-title = A colleague’s slide: “Prices at shared clients: { $change }. The pressure is over”
chart-slide-axis = Prices of consumables at shared clients ({ $first } = 100%)

head-told_share = Share of time as reported
head-seen_share = Share of time as observed
head-told_gap_hours = From the reference as reported, h
head-seen_gap_hours = From the reference as observed, h
head-seen_gap_hours_low = As observed: from
head-seen_gap_hours_high = As observed: to

head-monthly_cost_krub = Cost a month, { $currency }k
head-year = Year
year-year_1 = year 1
year-year_2 = year 2
head-margin_share = Operating margin
head-bridge = Step
head-amount_krub = { $currency }k
head-finding = What was found
head-found_there = What shows it
head-to_do = What becomes of it
head-certainty = How sure
head-found = Findings
head-files = Files
head-process_point = Process point
head-doors = Open doors
head-open_krub = Behind them, { $currency }k a month
head-largest_rival = Largest competitor
head-name = Name
head-region = Region
head-segment = Industry
head-wallet_krub_per_month = Spending a month, { $currency }k
head-main_competitor = Main competitor
head-told_hours = Reported, h
head-seen_hours = Seen, h
head-difference_share = Seen against reported
head-different_months = Different months
head-round = Round figures only
round-True = yes
round-False = no
head-as_booked_hours = As booked, h
head-by_tickets_hours = By tickets, h

finding-windows_1251 = { received-kind-windows_1251 }
finding-decimal_comma = { received-kind-decimal_comma }
finding-mixed_dates = { received-kind-mixed_dates }
finding-mixed_codes = { received-kind-mixed_codes }
finding-renamed_account = { received-kind-renamed_account }
finding-unknown_account = { received-kind-unknown_account }
finding-unreadable_row = { received-kind-unreadable_row }
finding-ambiguous_cell = { received-kind-ambiguous_cell }
finding-other_notation = { received-kind-other_notation }
finding-ragged_row = { received-kind-ragged_row }
finding-total_row = { received-kind-total_row }
finding-doubled_column = { received-kind-doubled_column }
finding-outside_period = { received-kind-outside_period }
finding-duplicate_number = { received-kind-duplicate_number }
finding-several_lines = { received-kind-several_lines }
finding-unread_column = { received-kind-unread_column }
finding-absent_column = { received-kind-absent_column }
finding-unread_file = { received-kind-unread_file }
finding-territory_handover = { received-kind-territory_handover }
finding-negative_hours = { received-kind-negative_hours }
finding-over_200_hours = { received-kind-over_200_hours }
finding-duplicate_report = { received-kind-duplicate_report }
finding-missing_month = { received-kind-missing_month }
finding-absent_report = { received-kind-absent_report }
finding-service_as_retention = { received-kind-service_as_retention }
finding-round_months = { received-kind-round_months }
finding-heavy_month = { received-kind-heavy_month }
finding-conflicting_report = { received-kind-conflicting_report }
finding-negative_revenue = { received-kind-negative_revenue }
certainty-certain = { received-certainty-certain }
certainty-suspect = { received-certainty-suspect }
