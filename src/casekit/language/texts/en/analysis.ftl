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
chart-same-every-month = { $mark } the same hours in every month’s report
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
head-best_quarter_share = Top quartile (assumed)
head-reference_hours = Reference, h a month
head-gap_hours = Above (+) or below (−) the reference, h
head-retention_hours = Retention, h
head-expansion_hours = Expansion, h
head-conversion_hours = Conversion, h
head-service_hours = Service, h
head-travel_hours = Travel, h
head-elsewhere_krub = Spent elsewhere in the territory a year, ₽k
head-adjusted = Revenue against what is expected (1 = as expected)
head-adjusted_low = Against what is expected: from
head-adjusted_high = Against what is expected: to
head-hours_per_win_low = Hours per win: from
head-hours_per_win_high = Hours per win: to
head-times_few = Times as many as with few
head-times_few_low = Times: from
head-times_few_high = Times: to
head-pursuits = Deals
head-open = Still open
head-win_share = Won in the end
head-same_every_month = Months in the reports
same_every_month-True = all alike
same_every_month-False = differ
head-admin_hours = Adminis­tration, h

# What was passed to an analysis and cannot be used.
analysis-not-a-table = A table is needed for “{ $table }”, but a value of type { $found } was passed. Pass a table, such as case.reports.
analysis-not-a-column = One column is needed for “{ $table }”, but a value of type { $found } was passed. Take a column of a table, such as cycles["months"].
analysis-empty-table = “{ $table }” has no rows. Check what it was cut down to.
analysis-no-column = “{ $table }” lacks what is needed: { $missing }. Its columns: { $found }. Check that the right table was passed, in the right place.
analysis-no-table = The company’s tables lack { $missing }. Found: { $found }. Pass the case itself: audit_reports(case.received, case).
analysis-count = “{ $name }” must be a whole number, { $minimum } or more; found: { $found }.
analysis-code = “{ $name }”: there is no “{ $found }”. Allowed: { $allowed }.
analysis-month = “{ $name }”: the month “{ $found }” does not occur. The table has months from { $first } to { $last }.
analysis-order = The first month “{ $first }” lies after the last one, “{ $last }”. Swap them.
analysis-deals-later = “{ $name }”: deals have dates later than { $found }. Give the last month of the data, { $last } or later.
analysis-two-years = Two years cannot be compared: 24 months are needed, “{ $table }” has { $found }.
analysis-no-common-month = { $tables } have no month in common. Check that they belong to the same company.
analysis-no-sampled-month = The observer watched no specialist in a month that the reports cover. Check that both tables belong to the same company.
analysis-above-nought = “{ $name }” must be above 0; found: { $found }.
