"""What people write into reports: read where there is one reading, else named with its cell."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd
import pytest

from casekit import language
from casekit.analysis import audit_reports, clean_reports, read_received
from casekit.analysis.audit_reports import CERTAIN, SUSPECT
from casekit.analysis.received_entries import read_entries
from casekit.charts import show_findings
from casekit.errors import DataError, DataNotFound

TABLES = {
    "reps": pd.DataFrame(
        {"rep_id": ["R1", "R2"], "name": ["Ann", "Bob"], "region": "N", "hired_on": "2020-01-01"}
    ),
    "accounts": pd.DataFrame(
        {"account_id": ["A1", "A2", "A3"], "name": ["Birch", "Beacon", "Oak"], "segment": "x"}
    ),
    "assignments": pd.DataFrame(
        {
            "account_id": ["A1", "A2", "A3"],
            "rep_id": ["R1", "R1", "R2"],
            "since_month": "2024-01",
            "until_month": "",
        }
    ),
    "company": pd.DataFrame(
        {"key": ["first_month", "last_month"], "value": ["2024-01", "2025-12"]}
    ),
}
WIDE = "month;rep;account;retention;expansion;conversion;service;travel;admin"
LONG = "month;rep;account;activity;hours"


def wide(*rows: str, head: str = WIDE) -> bytes:
    return "\n".join([head, *rows, ""]).encode()


def row(hours: str, month: str = "2025-03", account: str = "A1") -> str:
    return f"{month};R1;{account};{hours};0;0;0;0;0"


def long(*rows: str, head: str = LONG) -> bytes:
    return "\n".join([head, *rows, ""]).encode()


def audited(content: bytes, name: str = "north.csv", **more: bytes) -> list[tuple[str, ...]]:
    """Kind, lines, column, what was found and what was made of it, without absent months."""
    files = {name: content, **{key.replace("__", "."): body for key, body in more.items()}}
    frame = audit_reports(files, TABLES)
    frame = frame[~frame["kind"].isin(["absent_report", "missing_month"])]
    columns = ["kind", "rows", "column", "found", "repair"]
    return list(frame[columns].itertuples(index=False, name=None))


def cleaned(content: bytes, name: str = "north.csv", **more: bytes) -> list[tuple[str, str, float]]:
    """Month, account and hours in all of the clean table."""
    files = {name: content, **{key.replace("__", "."): body for key, body in more.items()}}
    frame = clean_reports(files, TABLES)
    hours = frame.filter(like="_hours").sum(axis=1).round(4)
    return list(zip(frame["month"], frame["account_id"], hours, strict=True))


# --- hours --------------------------------------------------------------------------------------

#: A cell of hours beside another of the same file, and the hours it is.
READ = {
    "whole": ("12", "1", 12.0),
    "comma": ("7,5", "1", 7.5),
    "a half without a nought": (",5", "1", 0.5),
    "clock": ("7:30", "1", 7.5),
    "more than a day": ("31:15", "1", 31.25),
    "with seconds": ("26:10:00", "1", 26.1667),
    "Russian unit": ("8 ч", "1", 8.0),
    "English unit": ("8h", "1", 8.0),
    "unit and decimals": ("0.25 hrs", "1.5", 0.25),
    "hours and minutes": ("7h 30m", "1", 7.5),
    "Russian hours and minutes": ("7 ч 30 мин", "1", 7.5),
    "minutes": ("45 min", "1", 0.75),
    "thin space in a thousand": ("1\u202f234,5", "1", 1234.5),
    "no-break space in a thousand": ("1\u00a0234", "1", 1234.0),
    "negative nought": ("-0", "1", 0.0),
    "nothing, by a dash": ("\u2014", "1", 0.0),
    "nothing, by a word": ("н/д", "1", 0.0),
    "an unseen sign": ("7\u200b", "1", 7.0),
    "settled as decimals by .75": ("7.30", "2.75", 7.3),
    "settled as decimals by .5": ("7,15", "2,5", 7.15),
    "settled as a thousand by the other mark": ("1.234", "7,5", 1234.0),
    "settled as decimals by the same mark": ("1.234", "7.5", 1.234),
    "settled by a thousand with decimals": ("1,234", "1,500.5", 1234.0),
}


@pytest.mark.parametrize("name", READ)
def test_hours_with_one_reading_are_read(name: str) -> None:
    text, other, hours = READ[name]
    content = wide(row(text), row(other, account="A2"))
    sent = read_entries(read_received({"north.csv": content})).frame
    assert sent["retention_hours"].iloc[0] == pytest.approx(hours, abs=1e-4)
    kinds = {kind for kind, *_ in audited(content)}
    assert not kinds & {"unreadable_row", "ambiguous_cell", "ragged_row"}


@pytest.mark.parametrize("text", ["7:30", "8 ч", "45 min", "н/д", "31:15"])
def test_an_unusual_notation_is_told_with_its_reading(text: str) -> None:
    hours = {"7:30": "7.5", "8 ч": "8", "45 min": "0.75", "н/д": "0", "31:15": "31.25"}[text]
    assert ("other_notation", "2", "retention", text, hours) in audited(wide(row(text)))


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("7.30", "7.3 | 7.5"),
        ("7,15", "7.15 | 7.25"),
        ("1.234", "1234 | 1.234"),
        ("2,500", "2500 | 2.5"),
    ],
)
def test_hours_with_two_readings_are_put_aside_with_both(text: str, both: str) -> None:
    content = wide(row(text), row("3", account="A2"))
    assert audited(content) == [("ambiguous_cell", "2", "retention", text, both)]
    assert cleaned(content) == [("2025-03", "A2", 3.0)]


def test_a_column_of_quarters_of_an_hour_settles_nothing() -> None:
    content = wide(*(row(text) for text in ("7,30", "2,15", "1,45", "3,00")))
    aside = [found[1] for found in audited(content) if found[0] == "ambiguous_cell"]
    assert sorted(aside) == ["2", "3", "4"]
    assert cleaned(content) == [("2025-03", "A1", 3.0)]


@pytest.mark.parametrize(
    "text", ["inf", "-inf", "nan", "1e3", "1_0", "25%", "7 30", "#ЗНАЧ!", "two", "7:75", "9" * 400]
)
def test_what_is_no_number_of_hours_is_named_with_its_cell(text: str) -> None:
    content = wide(row("3", account="A2"), row(text))
    found = text if len(text) < 80 else text[:79] + "…"
    assert audited(content) == [("unreadable_row", "3", "retention", found, "aside")]
    assert cleaned(content) == [("2025-03", "A2", 3.0)]


def test_a_bad_line_of_a_long_file_leaves_the_others() -> None:
    content = long("2025-03;R1;A1;service;2", "2025-03;R1;A1;travel;x", "2025-03;R1;A1;golf;1")
    assert audited(content) == [
        ("unreadable_row", "4", "activity", "golf", "aside"),
        ("unreadable_row", "3", "hours", "x", "aside"),
    ]
    assert cleaned(content) == [("2025-03", "A1", 2.0)]


def test_a_column_of_minutes_is_hours_after_all() -> None:
    content = wide(row("90"), head=WIDE.replace("retention", "Retention (min)"))
    assert audited(content) == [("other_notation", "2", "Retention (min)", "90", "1.5")]
    assert cleaned(content) == [("2025-03", "A1", 1.5)]
    mixed = wide(row("1:30"), head=WIDE.replace("retention", "Удержание, мин"))
    assert audited(mixed) == [("unreadable_row", "2", "Удержание, мин", "1:30", "aside")]


# --- months -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("март 2025", "2025-03"),
        ("Март 2025 г.", "2025-03"),
        ("мая 2025", "2025-05"),
        ("3 марта 2025", "2025-03"),
        ("сент. 2025", "2025-09"),
        ("2025 March", "2025-03"),
        ("03.04.2025", "2025-04"),
        ("03.04.25", "2025-04"),
        ("2025-03-04 00:00:00", "2025-03"),
        ("04.05.2025 17:18", "2025-05"),
        ("25/04/2025", "2025-04"),
        ("04/25/2025", "2025-04"),
        ("03/03/2025", "2025-03"),
    ],
)
def test_months_with_one_reading_are_read(text: str, month: str) -> None:
    content = wide(row("3", month=text))
    assert cleaned(content) == [(month, "A1", 3.0)]
    assert audited(content) == []


@pytest.mark.parametrize(
    "text",
    [
        "12",
        "2025",
        "45717",
        "Q1 2025",
        "martian 2025",
        "2025-02-30",
        "2025-13",
        "2205-03",
        "13.2025",
    ],
)
def test_what_is_no_month_is_named_with_its_cell(text: str) -> None:
    content = wide(row("3"), row("4", month=text))
    assert audited(content) == [("unreadable_row", "3", "month", text, "aside")]
    assert cleaned(content) == [("2025-03", "A1", 3.0)]


def test_a_day_with_two_readings_is_put_aside_with_both() -> None:
    content = wide(row("3", month="03/04/2025"), row("4", month="2025-05"))
    assert audited(content)[0] == (
        "ambiguous_cell",
        "2",
        "month",
        "03/04/2025",
        "2025-04-03 | 2025-03-04",
    )
    assert cleaned(content) == [("2025-05", "A1", 4.0)]


@pytest.mark.parametrize(
    ("other", "head", "reading", "month"),
    [
        ("25/04/2025", "date", "2025-04-03 (d/m/y)", "2025-04"),
        ("04/25/2025", "date", "2025-03-04 (m/d/y)", "2025-03"),
        ("2025-05-01", "date (mm/dd/yyyy)", "2025-03-04 (m/d/y)", "2025-03"),
    ],
)
def test_the_column_settles_the_order_of_day_and_month(
    other: str, head: str, reading: str, month: str
) -> None:
    rows = (row("3", month="03/04/2025"), row("4", month=other, account="A2"))
    content = wide(*rows, head=WIDE.replace("month", head))
    assert ("other_notation", "2", head, "03/04/2025", reading) in audited(content)
    assert (month, "A1", 3.0) in cleaned(content)


def test_a_column_of_both_orders_settles_nothing() -> None:
    days = ("03/04/2025", "25/04/2025", "04/25/2025")
    found = audited(wide(*(row("3", month=day) for day in days)))
    assert [kind for kind, *_ in found].count("ambiguous_cell") == 1


def test_firsts_of_the_month_over_two_years_settle_the_order() -> None:
    days = [f"01/{month:02d}/{year}" for year in (2024, 2025) for month in range(1, 13)]
    found = cleaned(wide(*(row("3", month=day) for day in days)))
    assert [month for month, *_ in found] == [day[-4:] + "-" + day[3:5] for day in days]


def test_excels_short_months_are_years_where_the_column_shows_it() -> None:
    shorts = wide(*(row("3", month=f"{name}-25") for name in ("Jan", "Feb", "Mar")))
    assert [month for month, *_ in cleaned(shorts)] == ["2025-01", "2025-02", "2025-03"]
    alone = wide(row("3", month="Mar-25"))
    assert audited(alone)[0][0] == "ambiguous_cell"


def test_a_month_outside_the_history_is_named() -> None:
    content = wide(row("3"), row("4", month="2026-01"))
    assert ("outside_period", "3", "month", "2026-01", "aside") in audited(content)
    assert cleaned(content) == [("2025-03", "A1", 3.0)]


# --- columns and lines --------------------------------------------------------------------------


def test_a_column_nobody_knows_is_listed() -> None:
    content = wide(row("3") + ";6", row("4", account="A2") + ";", head=WIDE + ";Training, h")
    assert audited(content) == [("unread_column", "2", "Training, h", "6", "")]


def test_a_column_without_a_heading_goes_by_its_letter() -> None:
    content = wide(row("3") + ";6", head=WIDE + ";")
    assert audited(content) == [("unread_column", "2", "[J]", "6", "")]
    assert audited(wide(row("3") + ";", head=WIDE + ";")) == []


def test_a_column_of_plan_or_shares_is_not_taken_for_hours() -> None:
    content = wide(row("3"), head=WIDE.replace("retention", "Retention (plan)"))
    assert {found[:4] for found in audited(content)} == {
        ("unread_column", "2", "Retention (plan)", "3"),
        ("absent_column", "", "", "retention"),
    }


def test_a_doubled_heading_is_told_and_two_values_are_put_aside() -> None:
    rows = (row("1") + ";6", row("2", account="A2") + ";0")
    both = "service | Сервис, ч"
    content = wide(
        *(line.replace(";0;0;0;6", ";2;0;0;6") for line in rows), head=WIDE + ";Сервис, ч"
    )
    found = audited(content)
    assert ("ambiguous_cell", "2", "service", "2 | 6", "2 | 6") in found
    assert ("doubled_column", "", both, "G, J", "either") in found
    # Where one of the two is nought, there is one reading.
    assert cleaned(content) == [("2025-03", "A2", 2.0)]
    same = wide(row("1") + ";0", head=WIDE + ";service")
    assert audited(same) == [("doubled_column", "", "service | service", "G, J", "same")]


@pytest.mark.parametrize("word", ["Итого", "Всего по отделу", "Total", "Grand total"])
def test_a_line_of_totals_is_named_and_left_out(word: str) -> None:
    content = wide(row("3"), f"{word};;;3;0;0;0;0;0")
    kind, line, column, *_ = audited(content)[0]
    assert (kind, line, column) == ("total_row", "3", "month")
    assert cleaned(content) == [("2025-03", "A1", 3.0)]


def test_a_client_called_total_is_a_client() -> None:
    accounts = TABLES["accounts"].assign(name=["Total Energies", "Итоговая ферма", "Oak"])
    content = wide(row("3", account="Total Energies"), row("2", account="Total"))
    files, tables = {"north.csv": content}, {**TABLES, "accounts": accounts}
    findings = audit_reports(files, tables)
    assert findings.loc[findings["kind"] == "total_row", "rows"].to_list() == ["3"]
    assert clean_reports(files, tables)["retention_hours"].to_list() == [3.0]


@pytest.mark.parametrize(
    "line", ["Prepared by Ann", "2025-03;R1;A2;1", row("7") + ";5", '2025-03;R1;"A2;1\n2;3']
)
def test_a_line_that_does_not_fit_is_quoted(line: str) -> None:
    content = wide(row("3"), line)
    kind, rows, _, found, repair = audited(content)[0]
    assert (kind, repair) == ("ragged_row", "aside")
    assert rows.startswith("3")
    assert found[:10] in " ".join(line.replace('"', "").split())
    assert cleaned(content) == [("2025-03", "A1", 3.0)]


def test_lines_keep_their_numbers_past_blank_and_broken_ones() -> None:
    content = wide('2025-03;R1;"A1";1;0;0;0;0;0', "", ";;;;;;;;", row("x"))
    assert audited(content) == [("unreadable_row", "5", "retention", "x", "aside")]
    broken = wide('2025-03;R1;A2;1;0;0;0;0;"0\n"', row("x"))
    assert ("unreadable_row", "4", "retention", "x", "aside") in audited(broken)


def test_headings_on_two_lines_are_read_as_one() -> None:
    names = ";;;retention;expansion;conversion;service;travel;admin"
    content = wide(names, row("3"), head="month;rep;account;hours;;;;;")
    assert audited(content) == []
    assert cleaned(content) == [("2025-03", "A1", 3.0)]
    minutes = wide(names, row("90"), head="month;rep;account;Минуты;;;;;hours")
    assert cleaned(minutes) == [("2025-03", "A1", 1.5)]


def test_the_codes_of_our_own_table_are_headings_too() -> None:
    head = "month;rep_id;account_id;" + ";".join(f"{name}_hours" for name in WIDE.split(";")[3:])
    assert cleaned(wide(row("3"), head=head)) == [("2025-03", "A1", 3.0)]


# --- what is a copy -----------------------------------------------------------------------------


def test_two_equal_meetings_of_a_month_are_both_kept_and_to_be_judged() -> None:
    for content in (
        wide(row("1.5"), row("1.5")),
        long("2025-03;R1;A1;retention;1.5", "2025-03;R1;A1;retention;1.5"),
    ):
        assert audited(content) == [("several_lines", "2-3", "", "1.5 + 1.5", "sum")]
        assert cleaned(content) == [("2025-03", "A1", 3.0)]


def test_meetings_on_different_days_are_nothing_to_tell() -> None:
    content = long("2025-03-03;R1;A1;retention;1.5", "2025-03-17;R1;A1;retention;1.5")
    assert audited(content) == []
    assert cleaned(content) == [("2025-03", "A1", 3.0)]
    same_day = long(*["2025-03-03;R1;A1;retention;1.5"] * 2, "2025-03-17;R1;A2;retention;2")
    assert audited(same_day) == [("several_lines", "2-3", "", "1.5 + 1.5", "sum")]


def test_the_same_line_in_another_file_is_a_copy() -> None:
    main, late = wide(row("1.5"), row("2", account="A2")), wide(row("1.5"))
    assert [found[:2] for found in audited(main, north_late__csv=late)] == [
        ("duplicate_report", "2")
    ]
    assert cleaned(main, north_late__csv=late) == [("2025-03", "A1", 1.5), ("2025-03", "A2", 2.0)]
    # Of two equal lines in one file, one copy elsewhere takes away one and no more.
    twice = wide(row("1.5"), row("1.5"))
    assert cleaned(twice, north_late__csv=late) == [("2025-03", "A1", 3.0)]


def test_another_day_in_another_file_is_other_work() -> None:
    main = long("2025-03-03;R1;A1;travel;1", "2025-03-05;R1;A1;travel;1")
    late = long(
        "2025-03-17;R1;A1;travel;1", "2025-03-05;R1;A1;travel;1", "2025-03-18;R1;A2;travel;2"
    )
    assert [found[:2] for found in audited(main, north_late__csv=late)] == [
        ("duplicate_report", "3")
    ]
    assert ("2025-03", "A1", 3.0) in cleaned(main, north_late__csv=late)


def test_the_same_number_makes_a_line_a_copy() -> None:
    head = "№;" + LONG
    twice = long(*["7;2025-03;R1;A1;retention;1.5"] * 2, head=head)
    assert [found[:2] for found in audited(twice)] == [("duplicate_number", "3")]
    assert cleaned(twice) == [("2025-03", "A1", 1.5)]
    two = long("7;2025-03;R1;A1;retention;1.5", "8;2025-03;R1;A1;retention;1.5", head=head)
    assert cleaned(two) == [("2025-03", "A1", 3.0)]


# --- files --------------------------------------------------------------------------------------


def test_excels_unicode_text_is_read() -> None:
    text = wide(row("1,5")).decode().replace(";", "\t")
    assert cleaned(text.encode("utf-16"), "north.txt") == [("2025-03", "A1", 1.5)]
    assert cleaned(b"\xef\xbb\xbf" + wide(row("3")), "NORTH.CSV") == [("2025-03", "A1", 3.0)]


def test_files_of_other_programs_are_listed() -> None:
    found = audited(wide(row("3")), south__xlsx=b"PK", letter__txt="Дорогие коллеги".encode())
    assert [kind for kind, *_ in found] == ["unread_file"]


def test_what_is_no_folder_of_reports_is_told(tmp_path: Path, lang: str) -> None:
    with pytest.raises(DataNotFound, match="gone"):
        read_received(tmp_path / "gone")
    (tmp_path / "mine.xlsx").write_bytes(b"PK")
    for place in (tmp_path, tmp_path / "mine.xlsx"):
        with pytest.raises(DataNotFound, match=r"mine\.xlsx"):
            read_received(place)


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"PK\x03\x04", "received-workbook"),
        (wide(row("3")) + b"\0\0", "received-damaged"),
        ("month;rep;клиент;hours\n2025-03;R1;Берёза;1\n".encode() + b"\xff", "received-damaged"),
        (b"month;rep;account;hours\n2025-03;R1;A1;5\n", "received-no-hours"),
        (b"month;rep;account;activity\n2025-03;R1;A1;travel\n", "received-no-hours"),
    ],
)
def test_a_file_that_cannot_be_a_report_says_why(content: bytes, key: str, lang: str) -> None:
    with pytest.raises(DataError, match=r"north\.csv") as caught:
        audit_reports({"north.csv": content, "south.csv": wide(row("3"))}, TABLES)
    assert caught.value.key == key
    with pytest.raises(DataError) as caught:
        audit_reports({"north.csv": content, "west.csv": b"a,b\n1,2\n"}, TABLES)
    assert caught.value.key == "received-bad-files"
    assert "north.csv" in str(caught.value) and "west.csv" in str(caught.value)


def test_every_line_is_in_the_table_or_listed() -> None:
    rows = [row("1"), row("x"), "note", row("7.30", account="A2"), "", row("2", month="soon")]
    rows += ["Total;;;3;0;0;0;0;0", row("2", account="A9"), row("5", account="A3")]
    content = wide(*rows)
    findings = audit_reports({"north.csv": content}, TABLES)
    listed = {int(line) for text in findings["rows"] for line in re.findall(r"\d+", text)}
    assert listed == {3, 4, 5, 7, 8, 9}
    assert cleaned(content) == [("2025-03", "A1", 1.0), ("2025-03", "A3", 5.0)]


def test_findings_read_as_sentences_with_their_cell(lang: str) -> None:
    rows = (row("7.30"), row("inf"), "note", row("2", month="03/04/2025"))
    content = wide(*(line + ";x" for line in rows), head=WIDE + ";mood")
    shown = show_findings(audit_reports({"north.csv": content}, TABLES))
    text = repr(shown)
    assert "7.3 | 7.5" in text and "mood" in text and "2025-04-03 | 2025-03-04" in text
    assert all(len(cells) == len(shown.heads) == 3 for cells in shown.rows)
    for kind in (*CERTAIN, *SUSPECT):
        assert language.has_text(f"finding-{kind}", lang)
        assert "{" not in "".join(cell for cells in shown.rows for cell in cells)
