"""Received reports: what is planted is found, what is clean stays, and the table comes back."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from casekit import language
from casekit.analysis import audit_reports, clean_reports, read_received
from casekit.analysis.audit_reports import CERTAIN, FINDING_COLUMNS, SUSPECT
from casekit.analysis.received_entries import HOURS, row_ranges, rows_in
from casekit.errors import DataError, DataNotFound
from casekit.world import draw_company
from casekit.world.names import draw_names
from casekit.world.received import make_received

N_MONTHS = 18
#: All the faults that CASE.md wants in the received reports.
PLANTED = {
    "windows_1251": 1,
    "decimal_comma": 2,
    "mixed_dates": 1,
    "mixed_codes": 2,
    "renamed_account": 1,
    "unknown_account": 2,
    "territory_handover": 1,
    "negative_hours": 3,
    "over_200_hours": 2,
    "duplicate_report": 1,
    "missing_month": 3,
}


def company(seed: int, reps_a_region: int = 3, accounts_each: int = 6) -> dict[str, pd.DataFrame]:
    """Tables of a small invented company: clean reports, one territory handed over in month 14."""
    rng = np.random.default_rng(seed)
    n_reps = 4 * reps_a_region
    names = draw_names(rng, n_reps * accounts_each, n_reps)
    months = [f"{2024 + m // 12}-{m % 12 + 1:02d}" for m in range(N_MONTHS)]
    reps = pd.DataFrame(
        {
            "rep_id": [f"R{number:02d}" for number in range(1, n_reps + 1)],
            "name": [value for value, _ in names.people],
            "region": [names.regions[i // reps_a_region][0] for i in range(n_reps)],
            "hired_on": "2021-03-01",
        }
    )
    holder = np.repeat(reps["rep_id"].to_numpy(), accounts_each)
    accounts = pd.DataFrame(
        {
            "account_id": [f"A{number:04d}" for number in range(1, len(holder) + 1)],
            "name": [value for value, _ in names.accounts],
            "rep_id": holder,
            "segment": names.account_segments,
        }
    )
    assignments = accounts[["account_id", "rep_id"]].assign(since_month=months[0], until_month="")
    given = assignments.index[assignments["rep_id"] == "R02"][:4]
    taken = assignments.loc[given].assign(rep_id="R03", since_month=months[13])
    assignments.loc[given, "until_month"] = months[12]
    assignments = pd.concat([assignments, taken], ignore_index=True)
    rows = assignments.merge(pd.DataFrame({"month": months}), how="cross")
    until = rows["until_month"].replace("", "9999-12")
    rows = rows[(rows["since_month"] <= rows["month"]) & (rows["month"] <= until)]
    hours = rng.gamma(4.0, 0.6, (len(rows), len(HOURS)))
    hours = pd.DataFrame(hours.round(1), columns=list(HOURS), index=rows.index)
    reports = pd.concat([rows[["month", "rep_id", "account_id"]], hours], axis=1)
    reports = reports.sort_values(["month", "rep_id", "account_id"], ignore_index=True)
    return {"reps": reps, "accounts": accounts, "assignments": assignments, "reports": reports}


def with_copied_months(tables: dict[str, pd.DataFrame], rep_id: str) -> dict[str, pd.DataFrame]:
    reports = tables["reports"].copy()
    mine = reports["rep_id"] == rep_id
    reports.loc[mine, list(HOURS)] = 4.0
    return {**tables, "reports": reports}


def places(frame: pd.DataFrame) -> set[tuple[str, str, str]]:
    """Where each finding or defect lies: kind, file and lines."""
    return set(frame[["kind", "file", "rows"]].itertuples(index=False, name=None))


@pytest.fixture(scope="module")
def sent():
    tables = company(1)
    return tables, make_received(tables, np.random.default_rng(1))


#: The quick set draws every fourth.
SEEDS = [pytest.param(n, marks=[] if n % 4 == 1 else pytest.mark.slow) for n in range(12)]


@pytest.mark.parametrize("seed", SEEDS)
def test_every_planted_fault_is_found_and_nothing_else(seed: int) -> None:
    tables = company(seed)
    received = make_received(tables, np.random.default_rng(seed))
    findings = audit_reports(received.files, tables)
    assert places(findings) == places(received.defects)
    found = findings["kind"].value_counts()
    assert all(found.get(kind, 0) >= count for kind, count in PLANTED.items()), found


@pytest.mark.parametrize("seed", SEEDS)
def test_the_clean_table_comes_back_to_the_last_digit(seed: int) -> None:
    tables = company(seed)
    received = make_received(tables, np.random.default_rng(seed))
    clean = clean_reports(received.files, tables)
    pd.testing.assert_frame_equal(clean, tables["reports"], check_dtype=False, check_exact=True)


@pytest.mark.slow
@pytest.mark.parametrize("family", ["A", "B", "C", "D"])
def test_generated_companies_are_audited_to_the_last_row(family: str) -> None:
    tables = draw_company(11, family).tables
    received = make_received(tables, np.random.default_rng(11))
    findings = audit_reports(received.files, tables)
    assert places(findings) == places(received.defects)
    keys = ["month", "rep_id", "account_id"]
    expected = tables["reports"].sort_values(keys, ignore_index=True)
    clean = clean_reports(received.files, tables)
    pd.testing.assert_frame_equal(clean, expected, check_dtype=False, check_exact=True)


def test_the_same_seed_writes_the_same_bytes(sent) -> None:
    tables, received = sent
    again = make_received(tables, np.random.default_rng(1))
    assert again.files == received.files
    pd.testing.assert_frame_equal(again.defects, received.defects)


def test_clean_files_have_no_certain_finding(sent) -> None:
    tables, _ = sent
    rows = tables["reports"].rename(columns=lambda name: name.removesuffix("_hours"))
    rows = rows.rename(columns={"rep_id": "rep", "account_id": "account"})
    findings = audit_reports({"all.csv": rows.to_csv(index=False).encode()}, tables)
    assert findings.empty
    assert list(findings.columns) == list(FINDING_COLUMNS)


def test_copied_months_are_suspects_and_stay(sent) -> None:
    tables = with_copied_months(sent[0], "R07")
    calendar = pd.DataFrame(
        {"month": "2024-05", "rep_id": "R07", "activity": "retention", "hours": [33.5]}
    )
    received = make_received(tables, np.random.default_rng(3))
    findings = audit_reports(received.files, {**tables, "calendar": calendar})
    copied = findings[findings["kind"] == "round_months"]
    assert copied["rep_id"].to_list() == ["R07"]
    assert copied["repair"].to_list() == ["33.5"]
    assert "round_months" in set(received.defects["kind"])
    clean = clean_reports(received.files, tables)
    assert (clean.loc[clean["rep_id"] == "R07", "admin_hours"] == 4.0).all()


def test_service_by_tickets_can_be_left_as_sent(sent) -> None:
    tables, received = sent
    left = clean_reports(received.files, tables, service_by_tickets=False)
    moved = clean_reports(received.files, tables)
    both = ["retention_hours", "service_hours"]
    assert left["service_hours"].sum() < moved["service_hours"].sum()
    assert np.allclose(left[both].sum(axis=1), moved[both].sum(axis=1))


def test_a_month_that_nobody_sent_is_named_and_not_invented(sent) -> None:
    tables, _ = sent
    rows = tables["reports"]
    gone = (rows["rep_id"] == "R05") & (rows["month"] == "2024-03")
    rows = rows[~gone].rename(columns={"rep_id": "rep", "account_id": "account"})
    rows = rows.rename(columns=lambda name: name.removesuffix("_hours"))
    files = {"all.csv": rows.to_csv(index=False).encode()}
    findings = audit_reports(files, tables)
    assert findings[["kind", "rep_id", "month"]].to_numpy().tolist() == [
        ["absent_report", "R05", "2024-03"]
    ]
    assert len(clean_reports(files, tables)) == len(rows)


def test_unreadable_cells_are_set_aside_and_two_reports_of_one_month_are_named(sent) -> None:
    tables, _ = sent
    rows = tables["reports"].rename(columns={"rep_id": "rep", "account_id": "account"})
    rows = rows.rename(columns=lambda name: name.removesuffix("_hours")).astype("object")
    rows.loc[0, "travel"] = "two"
    rows.loc[1, "month"] = "soon"
    rows.loc[2, "rep"] = "nobody"
    again = rows.iloc[[5]].assign(admin=9.7)
    files = {"all.csv": rows, "late.csv": again}
    sent_files = {name: part.to_csv(index=False).encode() for name, part in files.items()}
    findings = audit_reports(sent_files, tables)
    conflicts = findings[findings["kind"] == "conflicting_report"]
    assert conflicts[["file", "rows"]].to_numpy().tolist() == [["late.csv", "2"]]
    assert findings["row_count"].sum() == 4
    unread = findings[findings["kind"] == "unreadable_row"]
    cells = set(unread[["rows", "column", "found"]].itertuples(index=False, name=None))
    assert cells == {("2", "travel", "two"), ("3", "month", "soon"), ("4", "rep", "nobody")}
    assert len(clean_reports(sent_files, tables)) == len(rows) - 3


def test_every_kind_has_its_words_in_both_languages(sent) -> None:
    _, received = sent
    for lang in language.LANGUAGES:
        for kind in (*CERTAIN, *SUSPECT):
            for part in ("kind", "shows", "repair"):
                assert language.has_text(f"received-{part}-{kind}", lang)
        for column in (f"shows_{lang}", f"rule_{lang}"):
            assert (received.defects[column].str.len() > 10).all()
            assert not received.defects[column].str.contains("{", regex=False).any()


def test_letters_come_with_every_region_in_both_languages(sent) -> None:
    tables, received = sent
    letters = {name: text.decode("utf-8") for name, text in received.files.items() if "/" in name}
    assert len(letters) == 2 * tables["reps"]["region"].nunique()
    renamed = received.defects[received.defects["kind"] == "renamed_account"].iloc[0]
    for ending in (".ru.md", ".en.md"):
        text = "".join(body for name, body in letters.items() if name.endswith(ending))
        assert renamed["found"] in text and renamed["repair"] in text


def test_a_folder_reads_as_its_bytes_do(sent, tmp_path) -> None:
    tables, received = sent
    (tmp_path / "letters").mkdir()
    for name, content in received.files.items():
        (tmp_path / name).write_bytes(content)
    expected = audit_reports(received.files, tables)
    pd.testing.assert_frame_equal(audit_reports(tmp_path, tables), expected)


def test_a_folder_without_reports_says_so(tmp_path) -> None:
    with pytest.raises(DataNotFound, match=r"\.csv"):
        read_received(tmp_path)
    with pytest.raises(DataError, match=r"list\.csv"):
        read_received({"list.csv": b"a,b\n1,2\n"})


def test_lines_are_told_as_people_write_them() -> None:
    assert row_ranges([]) == ""
    assert row_ranges([4, 2, 3, 9]) == "2-4, 9"
    assert rows_in("2-4, 9") == {2, 3, 4, 9}
