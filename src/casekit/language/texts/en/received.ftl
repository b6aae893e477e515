# Reports as the regions sent them: findings of the audit, letters, names.
# Facts of a finding: file, rows, column, month, rep, account, found, repair, count.
received-no-files = The folder “{ $found }” holds no reports from the regions. It needs .csv files; those of the case are in data/received.
received-no-heading = The file { $file } does not look like a report: its first lines hold no column headings. It needs month, specialist, account and hours; headings understood: { $allowed }.
received-no-hours = The file { $file } has no column of hours by activity: its headings are { $found }. It needs a column for each activity ({ $allowed }), or the two columns “Activity” and “Hours”. Rename the headings and run again.
received-broken-quotes = The file { $file } cannot be split into cells: a quotation mark (") is opened and never closed. Find it in a text editor, close or delete it, and run again.
received-workbook = The file { $file } is an Excel workbook, whatever its name ends in. { save-as-csv } A workbook needs a file for each sheet.
received-damaged = The file { $file } is damaged near line { $line }: it holds signs that no text table has. Open it where it was made and save it anew. { save-as-csv }
received-bad-files =
    { $count } files of reports cannot be read; nothing was audited. Mend what is listed and run again.
    { $report }
received-no-folder = There is no folder “{ $found }”. Check the path; the case’s reports are in case.received.
received-not-a-folder = “{ $found }” is a file; the audit reads a folder with the regions’ files and letters. Name the folder it lies in.
received-other-files = The folder “{ $folder }” holds no CSV files, only: { $found }. { save-as-csv } A workbook needs a file for each sheet.
received-names-exhausted = There are not that many different names: { $found } asked for, { $allowed } possible. Ask for fewer.

received-certainty-certain = fault
received-certainty-suspect = to be judged

received-kind-windows_1251 = Old Cyrillic encoding (Windows-1251)
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

received-kind-unreadable_row = Unreadable cell
received-shows-unreadable_row = { $file }, lines { $rows }, column “{ $column }”: “{ $found }” is no month, no known specialist or activity, or no number of hours.
received-repair-unreadable_row = The lines stay out of the clean table. Ask the region, write a month as 2025-03, a specialist and an activity by their codes, hours as 7.5 or 7:30, and run the audit again.

received-kind-ambiguous_cell = Cell with two readings
received-shows-ambiguous_cell = { $file }, lines { $rows }, column “{ $column }”: “{ $found }” has two readings ({ $repair }), and no other cell of the file tells which is meant.
received-repair-ambiguous_cell = The lines stay out of the clean table. Ask who wrote them, then write what has one reading: a day as 2025-04-03, half past seven as 7:30, seven point three as 7.3, a thousand as 1234. Of two columns with one heading keep one.

received-kind-other_notation = Unusual notation, read
received-shows-other_notation = { $file }, lines { $rows }, column “{ $column }”: written like “{ $found }”.
received-repair-other_notation = “{ $found }” was read as { $repair }, and what is written alike in the same way. If that is not what was meant, write a day as 2025-04-03 and hours as 7.5, and run the audit again.

received-kind-ragged_row = Line that does not fit the headings
received-shows-ragged_row = { $file }, lines { $rows }: “{ $found }”. The line has more or fewer cells than there are headings, so its cells cannot be told apart.
received-repair-ragged_row = The line stays out of the clean table. If it is a remark, nothing is lost. If it is a report, look for a comma inside a number, an open quotation mark or a missing cell, mend it and run the audit again.

received-kind-total_row = Line of totals
received-shows-total_row = { $file }, lines { $rows }, column “{ $column }”: a sum of other lines, “{ $found }”.
received-repair-total_row = The line stays out of the clean table: its hours are already in the lines that it sums.

received-kind-doubled_column = Column that stands twice
received-shows-doubled_column = { $file }, columns { $found }: the headings “{ $column }” mean the same.
received-repair-doubled_column = { $repair ->
        [same] The columns are alike in every cell, so the first was taken.
       *[other] Where only one of them is filled it was taken; where both are, the line is listed as a cell with two readings and stays out of the clean table. Keep one column, or name the second what it is.
    }

received-kind-outside_period = Month outside the company’s history
received-shows-outside_period = { $file }, lines { $rows }, column “{ $column }”: { $found } lies outside the months that the table company gives as its history.
received-repair-outside_period = The lines stay out of the clean table. If the year is a slip, correct it; if the month is right, extend first_month or last_month in company.csv.

received-kind-duplicate_number = Line entered twice
received-shows-duplicate_number = { $file }, lines { $rows }, { $rep }, { $month }: a line with the same number ({ $found }) and the same hours already stands in the file.
received-repair-duplicate_number = Keep the first line and drop the copy.

received-kind-several_lines = Several lines for one account and month
received-shows-several_lines = { $file }, lines { $rows }, { $rep }, { $month }, account { $account }: { $found } h in several lines of one file. They may be several meetings, or one line entered twice or corrected.
received-repair-several_lines = All were kept and added up. If one is a copy or was corrected, delete it in the file and run the audit again.

received-kind-unread_column = Column that was not read
received-shows-unread_column = { $file }, lines { $rows }, column “{ $column }”: nobody knows what it holds (for example “{ $found }”).
received-repair-unread_column = It is not in the clean table. If it holds hours of an activity, give it the activity’s name as heading (in minutes: “Service (min)”) and run the audit again; a remark or a sum may stay.

received-kind-absent_column = Activity without a column
received-shows-absent_column = { $file }: no column of hours is called { $found }.
received-repair-absent_column = Its hours were taken as 0. If the region works such hours, find out under which heading they stand.

received-kind-unread_file = File that was not read
received-shows-unread_file = { $file } is neither a CSV table nor a letter (.md, .txt), so it was not read.
received-repair-unread_file = If it holds reports, save it as CSV. { save-as-csv } Put that file beside the others; a workbook needs one for each sheet.

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
