# Activities, charts and analyses.
activity-retention = retention
activity-expansion = expansion
activity-conversion = conversion
activity-selling = selling, total
activity-service = service
activity-travel = travel
activity-admin = administration

chart-reference = reference
chart-hours-a-month = { $hours } h a month
chart-share-of-time = Share of working time
chart-time-audit-title = { $side ->
        [below] Selling gets less time than its reference
        [above] Selling gets no less time than its reference
       *[unknown] Where do a specialist’s hours go?
    }
chart-same-every-month = { $mark } the same hours in every month’s report

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
head-times_few = Times as many as with up to three
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
analysis-no-reference = No reference is known for any activity, so there is no gap to tell. Pass the table benchmarks to time_audit: time_audit(case.reports, case.benchmarks).

# Experiments and pilots.
head-figure = What is measured
figure-retention_hours = hours of retention
figure-expansion_hours = hours of expansion
figure-conversion_hours = hours of conversion
figure-revenue_krub = revenue
figure-recurring_krub = recurring revenue
figure-margin_krub = gross margin
figure-old_clients_krub = recurring revenue of old clients
figure-opened = pursuits opened
figure-wins = clients won
figure-gained_krub = recurring business won from competitors (shared clients)
figure-lost_krub = recurring business lost
figure-points_gained = points won from competitors (shared clients)
figure-points_lost = points lost
head-region_before = Region before, a month
head-region_during = Region during
head-region_after = Region after
head-others_before = Others before, a month
head-others_during = Others during
head-others_after = Others after
head-effect_during = More than the others, during
head-effect_after = More than the others, after
head-noise_during = Luck alone, during
head-noise_after = Luck alone, after
head-times_noise_during = During, times luck
head-times_noise_after = After, times luck
head-as_large_during = As large by luck, during
head-as_large_after = As large by luck, after
head-design = Pilot
design-before_after = everybody, against a year earlier
design-one_region = one region against the others
design-staggered = everybody in three steps, by lot
design-half_randomised = half of each region, by lot
head-effect_share = Effect
head-noise_share = Luck alone
head-power = Finds it
head-false_alarms = False alarms
head-needed_share = Effect found four times in five
head-low_share = Outside luck below
head-high_share = Outside luck above
chart-experiment-during = experiment
chart-experiment-others = others
chart-experiment-scale = Mean of the months before = 100%
chart-experiment-title = The region and the others: { $figure }
analysis-nothing-to-compare = There is nothing to compare with: a region, others beside it and months before it are needed. Check the region and the months.
analysis-nothing-before = “{ $figure }”: nothing was there in the months before, so no change can be told. Choose another figure.
analysis-list = “{ $name }” is a list of one or more, such as ["wins"]; found: { $found }.
analysis-effects = The effects are told by figure, such as {"{"}"wins": 0.2, "opened": 0.25{"}"}; found: { $found }.
analysis-effect = An effect is a share, such as -0.2, or a list of one for each month; found: { $found }.
analysis-too-few-specialists = “{ $figure }”: { $found ->
        [one] one specialist has
       *[other] { $found } specialists have
    } any of it, and four are needed to see what luck does. Choose another figure, or leave no region out.
