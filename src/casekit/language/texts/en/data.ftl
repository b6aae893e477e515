# Loading a company: what can be wrong with its tables, and what to do.
data-faults =
    The data folder “{ $folder }” cannot be used: { $count ->
        [one] one fault
       *[other] { $count } faults
    } in { $tables ->
        [one] one table
       *[other] { $tables } tables
    }. Nothing was changed. Mend what is listed and load again.

    { $report }
data-no-folder = There is no folder “{ $folder }”. { data-how-asked }
data-no-tables = The folder “{ $folder }” holds none of the company’s tables. It should hold: { $allowed }.
data-not-found = No company found in “{ $folder }” or above it. Run the notebook inside the kit’s folder, or name a folder of tables: load_case("folder").
data-how-asked = { $asked ->
        [variable] The path comes from the environment variable CASEKIT_DATA: correct it there, or remove it to use the company that comes with the kit.
       *[other] Check the path, or leave it out to use the company that comes with the kit.
    }
save-as-csv = In Excel: File, Save As, type “CSV UTF-8 (Comma delimited)”.
save-with-commas = If Excel still writes semicolons and decimal commas, it takes them from Windows: Control Panel, Region, Additional settings, decimal symbol “.”, list separator “,”; then save again.

data-not-a-path = load_case needs the path of a folder as text, such as load_case("folder"); a value of type { $found } was passed. Left out, the company that comes with the kit is loaded.
data-no-folder-near = There is no folder “{ $folder }”: “{ $above }” holds no “{ $missing }”. Its name may be: { $near }. { data-how-asked }
data-a-workbook = “{ $found }” is one Excel file; a company is a folder with a CSV file for each table. Save each sheet by itself. { save-as-csv } Names of the files: { $allowed }. Put them in one folder and give load_case that folder.
data-a-workbook-sheets = “{ $found }” is one Excel file (its sheets: { $sheets }); a company is a folder with a CSV file for each table. Open each sheet and save it by itself. { save-as-csv } Names of the files: { $allowed }. Put them in one folder and give load_case that folder.
data-an-archive = “{ $found }” is an archive. Unpack it (right click, Extract All) and give load_case the folder that comes out.
data-a-table = “{ $found }” is one file; load_case reads the whole folder of tables. Give it the folder: load_case(r"{ $folder }").
data-a-file = “{ $found }” is a file; a company is a folder with a CSV file for each table: { $allowed }. Give load_case that folder.
data-tables-elsewhere = The folder “{ $folder }” holds none of the company’s tables, but “{ $found }” does. Give load_case that one: load_case(r"{ $found }").
data-only-workbooks = The folder “{ $folder }” holds no CSV tables, only Excel files: { $found }. Save each sheet by itself. { save-as-csv } Names of the files: { $allowed }.
data-only-archives = The folder “{ $folder }” holds no tables, only archives: { $found }. Unpack what is in them and give load_case the folder that comes out.
case-no-table = The case has no table “{ $found }”. It has: { $allowed }.
buys-positions = With it: who holds which point of a client’s process, so whose client each is by month, what competitors take and leave open, where revenue comes from, and what a win brings.
buys-calendar = With it: how far the reported hours differ from the observed ones.
buys-deals = With it: how long a win takes, how many hours it costs, and what conversion brings, counted deal by deal.
buys-benchmarks = With it: reference values beside the hours, and the floors and prices of freed hours.
buys-financials = With it: the profit and loss account, why profit moved, and what an hour costs.
buys-labels = With it: names of the data in the reader’s language.
missing-positions = This company has no table “positions”. { buys-positions } Put the file positions.csv beside the other tables and load the company again; the data dictionary says what belongs in it.
missing-calendar = This company has no table “calendar”. { buys-calendar } Put the file calendar.csv beside the other tables and load the company again; the data dictionary says what belongs in it.
missing-deals = This company has no table “deals”. { buys-deals } Put the file deals.csv beside the other tables and load the company again; the data dictionary says what belongs in it.
missing-benchmarks = This company has no table “benchmarks”. { buys-benchmarks } Put the file benchmarks.csv beside the other tables and load the company again; the data dictionary says what belongs in it.
missing-financials = This company has no table “financials”. { buys-financials } Put the file financials.csv beside the other tables and load the company again; the data dictionary says what belongs in it.
missing-labels = This company has no table “labels”. { buys-labels } Put the file labels.csv beside the other tables and load the company again; the data dictionary says what belongs in it.
case-no-fact = The table company has no key “{ $found }”. It has: { $allowed }.
case-immutable = A case never changes, so “{ $found }” cannot be set. Work on a copy: frame = case.reports.
case-no-folder = This case was built from tables in memory, so there are no reports as the regions sent them. Load a company from its folder: load_case("folder").
case-no-received = There is no folder “{ $folder }” with the reports as the regions sent them. Put their files there, beside the company’s tables, or name another folder: audit_reports("folder", case). With them: what is wrong with the reports, and which rows can be trusted.
case-repr = { $name }: { $reps ->
        [one] one specialist
       *[other] { $reps } specialists
    }, { $accounts ->
        [one] one account
       *[other] { $accounts } accounts
    }, { $first } to { $last }

fault-row = row { $row }: “{ $found }”
fault-more-rows = and { $count ->
        [one] one more row
       *[other] { $count } more rows
    } like this
fault-missing-file = the file is missing. Put it beside the others.
fault-misnamed-file = the file is missing, but “{ $found }” lies there. If it is this table, save it as CSV UTF-8 under the name { $table }.csv.
fault-locked-file = the file cannot be opened. If it is open in Excel, close it there; if it may not be read, ask who owns it.
fault-workbook = the file is an Excel workbook, whatever its name ends in. { save-as-csv }
fault-utf-16 = the file is in UTF-16 (Excel’s “Unicode Text”). { save-as-csv }
fault-broken-quotes = a quotation mark (") is opened and never closed. Close or delete it.
fault-spaced-number = thousands are parted. Write the number without spaces or apostrophes, with a decimal point: 1234.5.
fault-empty-file = the file is empty. It needs a line of column names and its rows.
fault-no-rows = the table has column names but no rows.
fault-not-utf8 = the file is not in UTF-8 (it looks like Windows-1251, which Excel’s “CSV (Comma delimited)” gives in Russian Windows). { save-as-csv }
fault-not-text = the file is damaged or no text table: it holds signs that no text has. Open it where it was made and save it anew. { save-as-csv }
fault-other-separator = columns must be separated by commas; here the separator is { $mark ->
        [tab] the tab
       *[other] “{ $mark }”
    }, and the first line is “{ $found }”. { save-as-csv } { save-with-commas }
fault-missing-column = the column is missing. The file has: { $found }.
fault-doubled-column = the column occurs more than once. Keep one.
fault-ragged-row = a row has another number of cells than the { $width } of the first line. Look for a stray comma, or put text with commas in quotes.
fault-decimal-comma = a number is written with a comma. Write a decimal point (12.5), and nothing between thousands (1234). { save-with-commas }
fault-not-a-number = a number is needed. Write digits only, without units or words.
fault-not-a-month = a month is needed, written 2026-06.
fault-not-a-day = a day is needed, written 2026-06-30.
fault-below-minimum = the value must be { $minimum } or more. Correct it at its source.
fault-above-maximum = the value must be { $maximum } or less. Correct it at its source.
fault-unknown-code = unknown code. Allowed: { $codes }.
fault-empty-cell = the cell must not be empty.
fault-unknown-reference = the value does not occur in { $other }. Correct it, or add its row there.
fault-doubled-key = a row occurs twice: { $key } must name one row. Keep one of them.
fault-missing-fact = the row “{ $found }” is missing. Add it with its value.
fault-wallet-not-sum = the wallet must be the sum of the account’s present positions (stated / sum).
fault-not-reconciled = the line must equal the sum of the sales of its month, to the rouble.

dictionary-title = Data dictionary
dictionary-lead = Every table of a company is a CSV file in UTF-8 with commas between the columns and a decimal point. Units stand at the end of a column’s name. All months count as equally long, a simplification. Money is in thousands of the company’s currency, without VAT.
dictionary-may-be-absent = The company may lack this table.
dictionary-column = Column
dictionary-meaning = Meaning
dictionary-unit = Unit
dictionary-allowed = Allowed
dictionary-key = One row per: { $key }.
dictionary-kind-text = text
dictionary-kind-number = number
dictionary-kind-month = month, 2026-06
dictionary-kind-day = day, 2026-06-30
dictionary-refers = a value of { $table }
dictionary-range = from { $minimum } to { $maximum }
dictionary-minimum = { $minimum } or more
dictionary-optional = may be empty
unit-krub_per_month = { $currency }k a month
unit-krub = { $currency }k
unit-hours = hours
unit-share = share of one
