"""Loading a company: sound tables make an immutable case, others one report of every fault."""

from __future__ import annotations

import json
import os
import re
import time
import zipfile
from pathlib import Path

import pandas as pd
import pytest

from casekit import language
from casekit.company import TABLES, Case, load_case
from casekit.company.dictionary import dictionary
from casekit.company.loading import DATA_VARIABLE
from casekit.company.package import PACKAGE_FILE
from casekit.errors import DataError, DataNotFound, InvalidArgument


def spoil(folder: Path, table: str, old: str, new: str) -> None:
    path = folder / f"{table}.csv"
    text = path.read_text(encoding="utf-8")
    assert old in text, "the test spoils nothing"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def faults_of(folder: Path) -> list[tuple[str, str, str, int]]:
    with pytest.raises(DataError) as caught:
        load_case(folder)
    return [(f.key, f.table, f.column, f.row) for f in caught.value.faults]


def test_round_trip(tiny: Case, tiny_folder: Path) -> None:
    loaded = load_case(tiny_folder)
    assert loaded.tables == tiny.tables
    assert loaded.reports["retention_hours"].dtype == "float64"
    assert loaded.deals["decided_on"].tolist() == [""]
    assert loaded.sales["revenue_krub"].sum() == pytest.approx(275.5)


def test_files_that_nobody_touched_are_not_read_again(
    tiny_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    long_ago = time.time() - 3600
    for path in tiny_folder.glob("*.csv"):
        os.utime(path, (long_ago, long_ago))
    first = load_case(tiny_folder)
    with monkeypatch.context() as reading:
        reading.setattr(Path, "read_bytes", lambda path: pytest.fail(f"{path} is read again"))
        assert load_case(tiny_folder) is first
    reports = tiny_folder / "reports.csv"
    reports.write_bytes(_other_digit(reports))
    assert load_case(tiny_folder).reports["retention_hours"].max() == 31.0


def test_a_file_written_twice_in_one_tick_of_the_clock_is_read_again(tiny_folder: Path) -> None:
    reports = tiny_folder / "reports.csv"
    now = time.time_ns()
    os.utime(reports, ns=(now, now))
    assert load_case(tiny_folder).reports["retention_hours"].max() == 30.0
    reports.write_bytes(_other_digit(reports))
    os.utime(reports, ns=(now, now))
    assert load_case(tiny_folder).reports["retention_hours"].max() == 31.0


def _other_digit(path: Path) -> bytes:
    """A file with one digit changed, so that its size stays."""
    return path.read_bytes().replace(b",30", b",31")


def test_untouched_files_are_not_checked_again(tiny_folder: Path) -> None:
    path = tiny_folder / "reports.csv"
    path.write_bytes(path.read_bytes().replace(b",30.0,", b",-30.0,").replace(b",30,", b",-30,"))
    assert {key for key, *_ in faults_of(tiny_folder)} == {"below-minimum"}
    package = json.loads((tiny_folder / PACKAGE_FILE).read_text(encoding="utf-8"))
    assert {item["name"] for item in package["resources"]} == set(TABLES) - {"labels"}


SPOILT = {
    "text in a number": ("reports", ",30", ",много", "not-a-number", "retention_hours", 2),
    "decimal comma": ("reports", ",30", ',"30,5"', "decimal-comma", "retention_hours", 2),
    "negative hours": ("reports", ",30", ",-3", "below-minimum", "retention_hours", 2),
    "too many hours": ("reports", ",30", ",3000", "above-maximum", "retention_hours", 2),
    "no hours at all": ("reports", ",30", ",", "empty-cell", "retention_hours", 2),
    "infinite": ("reports", ",30", ",inf", "not-a-number", "retention_hours", 2),
    "infinite money": ("sales", "80.5", "inf", "not-a-number", "revenue_krub", 3),
    "no number by name": ("reports", ",30", ",nan", "not-a-number", "retention_hours", 2),
    "thousands parted": ("sales", "80.5", "1 080.5", "spaced-number", "revenue_krub", 3),
    "thin space": ("sales", "80.5", "1\u202f080", "spaced-number", "revenue_krub", 3),
    "unknown account": ("reports", ",A1,", ",A9,", "unknown-reference", "account_id", 2),
    "not a month": ("reports", "2026-01", "01.2026", "not-a-month", "month", 2),
    "impossible month": ("sales", "2026-01", "2026-13", "not-a-month", "month", 2),
    "not a day": ("reps", "2020-03-01", "2020-02-30", "not-a-day", "hired_on", 2),
    "unknown code": ("accounts", ",our,", ",new,", "unknown-code", "status", 2),
    "empty code": ("accounts", ",our,", ",,", "unknown-code", "status", 2),
    "empty text": ("reps", "Anna", "", "empty-cell", "name", 2),
    "doubled key": ("reps", "R02,", "R01,", "doubled-key", "", 3),
    "stray comma": ("reps", "Anna", "Anna,A", "ragged-row", "", 2),
    "stray comma below": ("reps", "Boris", "Boris,B", "ragged-row", "", 3),
    "missing column": ("reps", "region", "area", "missing-column", "region", 0),
    "doubled column": ("reps", "name,region", "name,region,region", "doubled-column", "region", 0),
    "missing fact": ("company", "discount_share", "discount", "missing-fact", "key", 0),
    "wallet": ("accounts", "300", "301", "wallet-not-sum", "wallet_krub_per_month", 4),
    "a rouble too much": ("financials", "180.5", "180.501", "not-reconciled", "amount_krub", 2),
}


@pytest.mark.parametrize("name", SPOILT)
def test_one_fault(name: str, tiny_folder: Path, lang: str) -> None:
    table, old, new, *expected = SPOILT[name]
    spoil(tiny_folder, table, old, new)
    key, column, row = expected
    assert (key, table, column, row) in faults_of(tiny_folder)


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "empty-file"),
        (b"  \n\n", "empty-file"),
        (b"rep_id,name,region,hired_on,monthly_cost_krub\n", "no-rows"),
        ("rep_id,name,region,hired_on,monthly_cost_krub\nR01,Анна\n".encode("cp1251"), "not-utf8"),
        (
            b"rep_id;name;region;hired_on;monthly_cost_krub\nR01;A;N;2020-01-01;1\n",
            "other-separator",
        ),
        (b"PK\x03\x04\x00\x00\x00", "workbook"),
        (b"rep_id,name,region,hired_on,monthly_cost_krub\nR01,A\0,N,2020-01-01,1\n", "not-text"),
    ],
)
def test_a_file_that_is_no_table(content: bytes, key: str, tiny_folder: Path) -> None:
    (tiny_folder / "reps.csv").write_bytes(content)
    assert key in {found for found, table, *_ in faults_of(tiny_folder) if table == "reps"}


def test_every_fault_at_once_each_told_once(tiny_folder: Path, lang: str) -> None:
    (tiny_folder / "assignments.csv").unlink()
    spoil(tiny_folder, "reports", ",30", ",x")
    spoil(tiny_folder, "sales", "80.5", ",")
    spoil(tiny_folder, "accounts", ",shared,", ",half,")
    faults = faults_of(tiny_folder)
    assert len(faults) == len(set(faults))
    assert {table for _, table, *_ in faults} == {"assignments", "reports", "sales", "accounts"}


def test_forty_thousand_faults_make_a_page(tiny_folder: Path, lang: str) -> None:
    header = (tiny_folder / "reports.csv").read_text(encoding="utf-8").split("\n")[0]
    rows = [f"2026-01,R01,A{n},-1,x,0,0,0,0" for n in range(10_000, 23_334)]
    (tiny_folder / "reports.csv").write_text("\n".join([header, *rows]), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        load_case(tiny_folder)
    assert len(caught.value.faults) == 3 * len(rows) > 40_000
    report = str(caught.value)
    assert len(report.splitlines()) < 30
    assert language.number(13_331) in report.replace("13,331", language.number(13_331))


def test_a_report_reads_in_the_readers_language(tiny_folder: Path, lang: str) -> None:
    spoil(tiny_folder, "reports", ",30", ",много")
    with pytest.raises(DataError) as caught:
        load_case(tiny_folder)
    first = {"ru": "использовать нельзя: 1 ошибка", "en": "cannot be used: one fault"}
    assert first[lang] in str(caught.value)
    assert "reports.csv" in str(caught.value)
    assert "много" in str(caught.value)


def test_no_such_folder_and_no_tables(tmp_path: Path) -> None:
    with pytest.raises(DataNotFound, match="nowhere"):
        load_case(tmp_path / "nowhere")
    with pytest.raises(DataNotFound, match=r"reports\.csv"):
        load_case(tmp_path)


def test_environment_names_the_folder(tiny_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(DATA_VARIABLE, str(tiny_folder))
    assert load_case().name == "Tiny"


def test_a_case_never_changes(tiny: Case) -> None:
    reports = tiny.reports
    reports["retention_hours"] = 0.0
    reports.loc[0, "month"] = "never"
    assert tiny.reports["retention_hours"].sum() == 80
    assert "never" not in set(tiny.reports["month"])
    with pytest.raises(AttributeError, match="reports"):
        tiny.reports = reports
    with pytest.raises(AttributeError, match="reports"):
        del tiny.reports
    with pytest.raises(AttributeError, match="sales"):
        _ = tiny.profits


def test_labels_speak_the_readers_language(tiny: Case) -> None:
    labels = pd.DataFrame({"value": ["North"], "language": ["ru"], "label": ["Север"]})
    case = Case({**{name: getattr(tiny, name) for name in tiny.tables}, "labels": labels})
    assert case.label("North") == "North"
    with language.using("ru"):
        assert case.label("North") == "Север"
        assert case.label("Nowhere") == "Nowhere"


def test_extra_columns_and_a_byte_order_mark_do_no_harm(tiny_folder: Path) -> None:
    path = tiny_folder / "reps.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join(f"{line},x" for line in lines), encoding="utf-8-sig")
    assert list(load_case(tiny_folder).reps.columns) == list(TABLES["reps"].names)


def test_the_dictionary_tells_every_column(lang: str) -> None:
    page = dictionary(lang)
    for table in TABLES.values():
        assert f"## `{table.name}`" in page
        for name in table.names:
            assert f"| `{name}` |" in page


def in_excels_way(folder: Path, table: str, encoding: str, separator: str) -> None:
    """Save a table as Excel does: another encoding and separator, and decimals that fit it."""
    path = folder / f"{table}.csv"
    text = path.read_text(encoding="utf-8")
    if separator != ",":
        text = re.sub(r"(\d)\.(\d)", r"\1;\2", text.replace(",", separator).replace(";", "\0"))
        text = text.replace(";", ",").replace("\0", separator)
    path.write_bytes(text.replace("\n", "\r\n").encode(encoding))


@pytest.mark.parametrize(
    ("encoding", "separator", "forms"),
    [
        ("utf-8-sig", ";", {"other-separator"}),
        ("utf-16", "\t", {"utf-16", "other-separator"}),
        ("cp1251", ";", {"not-utf8", "other-separator"}),
        ("cp1251", ",", {"not-utf8"}),
    ],
)
def test_excels_own_csv_is_told_what_to_be_saved_as(
    encoding: str, separator: str, forms: set[str], tiny_folder: Path, lang: str
) -> None:
    spoil(tiny_folder, "sales", "coding", "Цех")
    in_excels_way(tiny_folder, "sales", encoding, separator)
    with pytest.raises(DataError) as caught:
        load_case(tiny_folder)
    faults = {(f.key, f.column, f.row) for f in caught.value.faults if f.table == "sales"}
    assert {key for key, *_ in faults if key in ("not-utf8", "utf-16", "other-separator")} == forms
    if separator != ",":
        # The file is read on, so that the cells with a comma are named with it.
        assert ("decimal-comma", "revenue_krub", 3) in faults
    wanted = {"ru": "CSV UTF-8 (разделитель — запятая)", "en": "CSV UTF-8 (Comma delimited)"}
    assert wanted[lang] in str(caught.value)


def test_a_semicolon_file_does_not_hide_the_faults_of_other_tables(tiny_folder: Path) -> None:
    in_excels_way(tiny_folder, "reps", "utf-8", ";")
    spoil(tiny_folder, "reports", ",A1,", ",A9,")
    keys = {(key, table) for key, table, *_ in faults_of(tiny_folder)}
    assert keys == {("other-separator", "reps"), ("unknown-reference", "reports")}


def test_a_byte_order_mark_alone_is_read(tiny_folder: Path) -> None:
    path = tiny_folder / "sales.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert load_case(tiny_folder).sales["revenue_krub"].sum() == pytest.approx(275.5)


def workbook(path: Path, *sheets: str) -> Path:
    names = "".join(f'<sheet name="{name}" sheetId="1"/>' for name in sheets)
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("xl/workbook.xml", f"<workbook><sheets>{names}</sheets></workbook>")
    return path


def told(place: Path | str) -> str:
    with pytest.raises(DataNotFound) as caught:
        load_case(place)
    return str(caught.value)


def test_a_workbook_is_told_sheet_by_sheet(tmp_path: Path, lang: str) -> None:
    said = told(workbook(tmp_path / "mine.xlsx", "Отчёты", "Продажи"))
    menu = {"ru": "CSV UTF-8 (разделитель — запятая)", "en": "CSV UTF-8 (Comma delimited)"}
    for word in ("mine.xlsx", "Отчёты, Продажи", "reports.csv", "labels.csv", menu[lang]):
        assert word in said
    (tmp_path / "old.xls").write_bytes(b"\xd0\xcf\x11\xe0")
    assert "old.xls" in told(tmp_path / "old.xls")
    # The folder of both names them, and what Excel keeps beside an open one is none of them.
    (tmp_path / "~$mine.xlsx").write_bytes(b"")
    assert "mine.xlsx, old.xls" in told(tmp_path)


def test_an_archive_one_table_and_another_file(tiny_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.zip").write_bytes(b"PK")
    (tmp_path / "mine.txt").write_bytes(b"x")
    assert "Extract All" in told(tmp_path / "mine.zip")
    assert "reports.csv" in told(tmp_path / "mine.txt")
    assert f'load_case(r"{tiny_folder}")' in told(tiny_folder / "reports.csv")


def test_tables_one_level_above_or_below_are_named(tiny_folder: Path) -> None:
    inner = tiny_folder / "received"
    inner.mkdir(exist_ok=True)
    assert f'load_case(r"{tiny_folder}")' in told(inner)
    outer = tiny_folder.parent
    assert f'load_case(r"{tiny_folder}")' in told(outer)


def test_near_names_of_a_missing_folder(tmp_path: Path, lang: str) -> None:
    (tmp_path / "Company North").mkdir()
    said = told(tmp_path / "company nort" / "data")
    assert str(tmp_path / "Company North") in said
    assert "company nort" in said
    assert str(tmp_path) in told(tmp_path / "zzz")


def test_the_environment_is_named_where_the_path_came_from_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path / "gone"))
    with pytest.raises(DataNotFound, match=DATA_VARIABLE):
        load_case()
    assert DATA_VARIABLE not in told(tmp_path / "gone")


def test_a_path_copied_in_quotes_and_no_path_at_all(tiny_folder: Path) -> None:
    assert load_case(f'"{tiny_folder}"').name == "Tiny"
    with pytest.raises(InvalidArgument, match="Case"):
        load_case(load_case(tiny_folder))  # type: ignore[arg-type]


def test_misnamed_and_locked_tables_are_faults_among_others(tiny_folder: Path, lang: str) -> None:
    (tiny_folder / "reports.csv").rename(tiny_folder / "Reports.csv.txt")
    (tiny_folder / "sales.csv").unlink()
    (tiny_folder / "sales.csv").mkdir()
    with pytest.raises(DataError, match=r"Reports\.csv\.txt") as caught:
        load_case(tiny_folder)
    keys = {(fault.key, fault.table) for fault in caught.value.faults}
    assert keys == {("misnamed-file", "reports"), ("locked-file", "sales")}
