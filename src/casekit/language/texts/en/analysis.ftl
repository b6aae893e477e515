# Activities, charts and analyses.
activity-retention = retention
activity-expansion = expansion
activity-conversion = conversion
activity-selling = selling, total
activity-service = service
activity-travel = travel
activity-admin = administration

chart-reference = reference
chart-reference-value = reference { $value }
chart-hours-a-month = { $hours } h a month
chart-share-of-time = Share of working time
chart-time-audit-title = Where do a specialist’s hours go?
chart-selling-share = Share of working time spent selling
chart-specialist = Specialist
chart-selling-share-title = Who has time to sell?

analysis-no-hours = The reports hold no hours ({ $found ->
        [one] one row
       *[other] { $found } rows
    }). Check that the right table was passed.

# Headings of tables for readers.
head-month = Month
head-rep_id = Specialist
head-account_id = Account
head-activity = Activity
head-hours = Hours a month
head-share = Share of time
head-reference_share = Reference
head-best_quarter_share = Best quarter (assumed)
head-reference_hours = Reference, h a month
head-gap_hours = Above (+) or below (−) the reference, h
head-retention_hours = Retention, h
head-expansion_hours = Expansion, h
head-conversion_hours = Conversion, h
head-service_hours = Service, h
head-travel_hours = Travel, h
head-admin_hours = Adminis­tration, h
