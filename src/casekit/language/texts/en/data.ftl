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
data-no-folder = There is no folder “{ $folder }”. Check the path, or leave it out to use the company that comes with the kit.
data-no-tables = The folder “{ $folder }” holds none of the company’s tables. It should hold: { $allowed }.
data-not-found = No company found in “{ $folder }” or above it. Run the notebook inside the kit’s folder, or name a folder of tables: load_case("folder").
case-no-table = The case has no table “{ $found }”. It has: { $allowed }.
case-no-fact = The table company has no key “{ $found }”. It has: { $allowed }.
case-immutable = A case never changes, so “{ $found }” cannot be set. Work on a copy: frame = case.reports.
case-no-folder = This case was built from tables in memory, so there are no reports as the regions sent them. Load a company from its folder: load_case("folder").
case-no-received = There is no folder “{ $folder }” with the reports as the regions sent them. Put their files there, beside the company’s tables, or name another folder: audit_reports("folder", case).
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
fault-empty-file = the file is empty. It needs a line of column names and its rows.
fault-no-rows = the table has column names but no rows.
fault-not-utf8 = the file is not in UTF-8 (it looks like a Windows encoding). Save it as “CSV UTF-8”.
fault-not-text = the file is not a text table. Save it as “CSV UTF-8”.
fault-other-separator = columns must be separated by commas; the first line is “{ $found }”. Save it with commas as separators.
fault-missing-column = the column is missing. The file has: { $found }.
fault-doubled-column = the column occurs more than once. Keep one.
fault-ragged-row = a row has another number of cells than the { $width } of the first line. Look for a stray comma, or put text with commas in quotes.
fault-decimal-comma = a number is written with a decimal comma. Write a point: 12.5.
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
