# Reports as the regions sent them: findings of the audit, letters, names.
# Facts of a finding: file, rows, month, rep, account, found, repair, count.
received-no-files = The folder “{ $found }” holds no reports from the regions. It needs .csv files; those of the case are in data/received.
received-no-heading = The file { $file } does not look like a report: its first lines hold no column headings. It needs month, specialist, account and hours; headings understood: { $allowed }.
received-names-exhausted = There are not that many different names: { $found } asked for, { $allowed } possible. Ask for fewer.

received-certainty-certain = fault
received-certainty-suspect = to be judged

received-kind-windows_1251 = Windows-1251 encoding
received-shows-windows_1251 = The file { $file } is in the Windows-1251 encoding: opened as UTF-8 it cannot be read.
received-repair-windows_1251 = Read { $file } as Windows-1251 and keep it in UTF-8 from then on.

received-kind-decimal_comma = Decimal comma
received-shows-decimal_comma = { $file }: hours are written with a decimal comma in { $count ->
        [one] { $count } line
       *[other] { $count } lines
    }.
received-repair-decimal_comma = In the hours, replace the comma by a point before turning them into numbers.

received-kind-mixed_dates = Months written in different ways
received-shows-mixed_dates = { $file }: the month is written in several ways: { $found }.
received-repair-mixed_dates = Write every month as { $repair }; in a dotted date the day comes first, then the month.

received-kind-mixed_codes = Russian and English codes mixed
received-shows-mixed_codes = { $file }: codes are typed now in Russian, now in English: { $found }.
received-repair-mixed_codes = Bring them to one code: { $repair }. In account codes the letters A, B, C, E, H, K, M, O, P, T, X are Latin.

received-kind-renamed_account = Account under its old name
received-shows-renamed_account = { $file }, { $month }: the table of accounts has no “{ $found }”, but the region’s letter says it is the former name of account { $repair }.
received-repair-renamed_account = Put the hours to account { $repair }.

received-kind-unknown_account = Unknown account
received-shows-unknown_account = { $file }, lines { $rows }: “{ $found }” is neither in the table of accounts nor in the regions’ letters.
received-repair-unknown_account = Set these lines aside and ask the region; they stay out of the clean table.

received-kind-unreadable_row = Unreadable line
received-shows-unreadable_row = { $file }, lines { $rows }: there is no month, no known specialist or no number of hours.
received-repair-unreadable_row = Set these lines aside and ask the region; they stay out of the clean table.

received-kind-territory_handover = Territory handed over, reports under the former specialist
received-shows-territory_handover = { $file }, { $month }: the accounts are already assigned to { $repair }, but the reports are signed { $found }. The table assignments tells who looked after an account, and when.
received-repair-territory_handover = Put these hours to { $repair }, who has looked after the accounts since the handover.

received-kind-negative_hours = Negative hours
received-shows-negative_hours = { $file }, lines { $rows }: { $found } h at account { $account }, a minus too many.
received-repair-negative_hours = Drop the minus: { $repair } h.

received-kind-over_200_hours = Over 200 hours in a month
received-shows-over_200_hours = { $file }, { $rep }, { $month }: { $found } h in the month. This specialist’s usual month has 60 times fewer (then these are minutes) or 10 times fewer (then the decimal mark has slipped).
received-repair-over_200_hours = Take { $repair } of every figure in this month.

received-kind-duplicate_report = Report sent twice
received-shows-duplicate_report = { $file }, { $rep }, { $month }: the same lines with the same hours are already in the region’s main file.
received-repair-duplicate_report = Keep the lines of the main file and drop the copy.

received-kind-missing_month = Month missing from the main file
received-shows-missing_month = { $rep }, { $month }: the region’s main file has no report, although accounts are assigned to the specialist. It came separately: { $file }.
received-repair-missing_month = Take the month from the file { $file }.

received-kind-absent_report = No report
received-shows-absent_report = { $rep }, { $month }: accounts are assigned to the specialist, but no file holds a report.
received-repair-absent_report = Ask for the report; until then treat the month as missing, not as zero.

received-kind-service_as_retention = Service booked as retention
received-shows-service_as_retention = { $file }: { $found } h on service tickets, and next to no service hours in the report. The region’s letter explains: it counts work on tickets as retention.
received-repair-service_as_retention = Decide what counts as service. By the definition of the case the hours on tickets move from retention to service, line by line.

received-kind-round_months = Identical months
received-shows-round_months = { $rep }: the hours of every activity agree to the last digit in { $count ->
        [one] { $count } month
       *[other] { $count } months
    }. Compare them with the observed sample (table calendar).
received-repair-round_months = Change nothing. Talk to the specialist, and draw no fine conclusions from these months.

received-kind-heavy_month = Heavy month without an explanation
received-shows-heavy_month = { $file }, { $rep }, { $month }: { $found } h in the month, and neither minutes nor a slipped decimal mark explains it.
received-repair-heavy_month = Ask the region; until then leave it as it is.

received-kind-conflicting_report = Two reports of the same
received-shows-conflicting_report = { $file }, { $rep }, { $month }, account { $account }: another report of the same month gives other hours.
received-repair-conflicting_report = Keep the lines of the main file and ask the region which report is right.

received-kind-negative_revenue = Negative revenue
received-shows-negative_revenue = { $file }: { $count ->
        [one] { $count } line
       *[other] { $count } lines
    } with negative revenue. These are returned goods.
received-repair-negative_revenue = Change nothing: returns rightly reduce revenue.

received-title-region = Specialists’ report by activity. Region: { $region }
received-title-period = Period: { $first } to { $last }

received-letter-title = Covering letter from { $region }
received-letter-greeting = Dear colleagues,
received-letter-files = Please find the specialists’ reports for { $first } to { $last }. Files: { $files }.
received-letter-style-spreadsheet = We keep the reports in a spreadsheet, one file a year.
received-letter-style-accounting = This is an export of our old accounting program; it puts two lines with title and period above the table.
received-letter-style-crm = This is an export of our CRM. It knows clients by name and has no codes of the head office.
received-letter-style-tracker = This is an export of our time tracker: each activity has a line of its own.
received-letter-late = The report of { $rep } for { $month } did not arrive in time; we send it in the file { $file }.
received-letter-renamed = The client { $old }, code { $account }, has changed its name. It is now called “{ $new }”; first month under the new name: { $month }.
received-letter-tickets = We book work on service tickets as retention: while a specialist repairs a client’s line, the client is being retained. The last column shows the hours spent on tickets.
received-letter-sign = Kind regards, Sales, { $region }
