# Pictures and tables of the first notebooks.
chart-open-door = { $amount }, { $doors ->
        [one] one door
       *[other] { $doors } doors
    }, mostly { $rival }
chart-open-doors-million = Competitors’ sales a month at clients we serve, { $currency }m
chart-open-doors-title = Where are the doors still open?
chart-told = reported
chart-seen = seen
chart-sampled-hours = Hours in the sampled months
chart-told-and-seen-title = What was reported, and what was seen?

head-monthly_cost_krub = Cost a month, { $currency }k
head-year = Year
year-year_1 = year 1
year-year_2 = year 2
head-margin_share = Operating margin
head-bridge = Step
head-amount_krub = { $currency }k
head-finding = What was found
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
