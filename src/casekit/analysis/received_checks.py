"""The checks behind the audit of received reports: each finds one kind of fault and repairs it.

A check reads the audit's state, returns its findings and repairs the state, so that later checks
see repaired months, people and hours.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import pandas as pd

from casekit.analysis.months import month_number
from casekit.analysis.received_entries import (
    AMOUNTS,
    HOUR_DIGITS,
    HOURS,
    LOOKALIKES,
    map_unique,
)
from casekit.analysis.received_files import SentReports
from casekit.analysis.received_words import ACTIVITY_WORDS
from casekit.analysis.received_work import AuditState, Finding, Reference, plain

#: Most hours a specialist can work in a month.
MONTH_LIMIT_HOURS = 200
#: Factors by which hours are overstated: minutes for hours, decimal mark one place off.
FACTORS = (60, 10)
#: Largest log distance from the usual month at which a factor still explains the excess.
_FACTOR_SLACK = np.log(2.0)
#: Key of a row of the clean table.
_KEYS = ["month", "rep_id", "account_id"]


def encodings(work: AuditState) -> list[Finding]:
    """Files in Windows-1251 instead of UTF-8."""
    return [
        Finding("windows_1251", file.name, found=file.encoding, repair="utf-8")
        for file in work.sent.files
        if file.encoding == "cp1251"
    ]


def decimal_commas(work: AuditState) -> list[Finding]:
    """Files whose hours have a decimal comma."""
    return [
        Finding("decimal_comma", name, row_count=count, found=",", repair=".")
        for name, count in work.entries.commas.items()
        if count
    ]


def date_formats(work: AuditState) -> list[Finding]:
    """Files that write their months in more ways than one."""
    frame = work.frame
    ways = frame[frame["month"] != ""].groupby("file")["month_format"].unique()
    return [
        Finding("mixed_dates", str(name), found=", ".join(sorted(found)), repair="YYYY-MM")
        for name, found in ways.items()
        if len(found) > 1
    ]


def activity_codes(work: AuditState) -> list[Finding]:
    """Files that name one activity by words of two languages."""
    findings = []
    for name, codes in work.entries.codes.items():
        known = [code for code in codes if code.strip().lower() in ACTIVITY_WORDS]
        meanings = {ACTIVITY_WORDS[code.strip().lower()] for code in known}
        if len(known) > len(meanings):
            repair = ", ".join(sorted(meanings))
            findings.append(Finding("mixed_codes", name, found=", ".join(known), repair=repair))
    return findings


def specialists(work: AuditState) -> list[Finding]:
    """Rows of unknown specialists; they are set aside."""
    frame = work.frame
    reps = work.reference.reps
    codes = {str(code): str(code) for code in reps["rep_id"]}
    names = dict(zip(reps["name"].astype(str), codes, strict=True)) if "name" in reps else {}
    known = {**names, **codes}
    frame["rep_id"] = map_unique(frame["rep_text"], lambda text: _resolved(text, known))
    frame["account_id"] = frame["account_text"]
    bad = frame["rep_id"].isna()
    frame["rep_id"] = frame["rep_id"].fillna("").astype("object")
    frame["sent_rep_id"] = frame["rep_id"]
    frame.loc[bad, "kept"] = False
    found = frame.loc[bad, "rep_text"]
    rows = work.groups("unreadable_row", frame.index[bad], ["file"], found, "aside")
    return [work.in_column(finding, "rep") for finding in rows]


def accounts(work: AuditState) -> list[Finding]:
    """Accounts with codes in mixed alphabets, with old names, and unknown ones."""
    frame = work.frame
    table = work.reference.accounts
    known = {str(code): str(code) for code in table["account_id"]}
    by_name = dict(zip(table["name"].astype(str), known, strict=True)) if "name" in table else {}
    texts = [str(text) for text in frame.loc[frame["kept"], "account_text"].unique()]
    strange = [text for text in texts if text not in known and text not in by_name]
    lookalike = {text: _resolved(text, known) for text in strange}
    lookalike = {text: code for text, code in lookalike.items() if code}
    renamed = _renamed([text for text in strange if text not in lookalike], known, work.sent)
    meaning = {**by_name, **known, **lookalike, **renamed}
    frame["account_id"] = map_unique(frame["account_text"], lambda text: meaning.get(text, text))

    def alike(texts: Iterable[str]) -> pd.Index:
        return frame.index[frame["kept"] & frame["account_text"].isin(list(texts))]

    findings: list[Finding] = []
    for kind, names, by in (
        ("mixed_codes", lookalike, ["file"]),
        ("renamed_account", renamed, ["file", "account_id"]),
    ):
        rows = alike(names)
        text, code = frame.loc[rows, "account_text"], frame.loc[rows, "account_id"]
        findings.extend(work.groups(kind, rows, by, text, code))
    unknown = alike(text for text in strange if text not in meaning)
    frame.loc[unknown, "kept"] = False
    by = ["file", "account_id"]
    found = frame.loc[unknown, "account_text"]
    findings.extend(work.groups("unknown_account", unknown, by, found, "aside"))
    return findings


def handovers(work: AuditState) -> list[Finding]:
    """Reports still filed under the specialist who has handed the account over."""
    frame, held = work.frame, work.reference.assignments
    moved = held.loc[held["account_id"].duplicated(keep=False), "account_id"].unique()
    rows = frame[frame["kept"] & frame["account_id"].isin(moved)]
    if rows.empty:
        return []
    asked = pd.DataFrame(
        {
            "entry": rows.index,
            "account_id": rows["account_id"].astype("object"),
            "rep_id": rows["rep_id"].astype("object"),
            "since": month_number(rows["month"]),
        }
    ).sort_values("since", kind="stable")
    now = held.rename(columns={"rep_id": "holder"})
    asked = pd.merge_asof(asked, now, on="since", by="account_id")
    # Only the previous holder of the account can appear on its reports after a handover.
    ended = held.groupby(["account_id", "rep_id"])["until"].max().rename("ended").reset_index()
    asked = asked.merge(ended, on=["account_id", "rep_id"], how="left")
    valid = asked["holder"].notna() & (asked["since"] <= asked["until"])
    late = asked[valid & (asked["holder"] != asked["rep_id"]) & (asked["ended"] < asked["since"])]
    holder = late.set_index("entry")["holder"].sort_index()
    old = frame.loc[holder.index, "rep_id"]
    by = ["file", "rep_id"]
    findings = list(work.groups("territory_handover", holder.index, by, old, holder))
    frame.loc[holder.index, "rep_id"] = holder
    return findings


def negative_hours(work: AuditState) -> list[Finding]:
    """Hours below zero: a wrong sign."""
    frame = work.frame
    columns = list(AMOUNTS)
    below = frame["kept"] & (frame[columns] < 0).any(axis=1)
    lowest = frame.loc[below, columns].min(axis=1)
    found, repair = lowest.map(plain), lowest.abs().map(plain)
    by = ["file", "rep_id", "account_id", "month"]
    findings = list(work.groups("negative_hours", frame.index[below], by, found, repair))
    frame.loc[below, columns] = frame.loc[below, columns].abs()
    return findings


def repeated_numbers(work: AuditState) -> list[Finding]:
    """Lines of one file with the same number and hours: duplicates."""
    frame = work.frame
    kept = frame[frame["kept"] & (frame["number"] != "")]
    same = kept.duplicated(["file", "number", *_KEYS, "day", *AMOUNTS])
    copies = kept.index[same]
    frame.loc[copies, "kept"] = False
    by = ["file", "rep_id", "month"]
    found = kept.loc[copies, "number"]
    return list(work.groups("duplicate_number", copies, by, found, "drop"))


def duplicates(work: AuditState) -> list[Finding]:
    """Reports sent twice with the same hours; the copy outside the main file goes.

    Equal lines within one file may be separate work; only lines of another file are copies.
    """
    frame = work.frame
    kept = frame[frame["kept"]]
    # Main files first, so that the entry in another file counts as the copy.
    order = (~_in_main_file(work, kept)).sort_values(kind="stable").index
    rows = kept.loc[order, ["file", *_KEYS, "day", *AMOUNTS]]
    # The second of two equal lines can only be the copy of a second one elsewhere.
    rows["turn"] = rows.groupby(list(rows.columns), dropna=False).cumcount()
    same = rows.drop(columns="file").duplicated().sort_index()
    copies = same.index[same]
    frame.loc[copies, "kept"] = False
    by = ["file", "rep_id", "month"]
    return list(work.groups("duplicate_report", copies, by, repair="drop"))


def heavy_months(work: AuditState) -> list[Finding]:
    """Months of a specialist above 200 hours, and the factor that explains them, if any."""
    frame = work.frame
    kept = frame[frame["kept"]]
    by = ["file", "rep_id", "month"]
    hours = kept.assign(hours=kept[list(HOURS)].sum(axis=1))
    totals = hours.groupby(by, as_index=False)["hours"].sum()
    fair = totals[totals["hours"] <= MONTH_LIMIT_HOURS]
    usual = totals["rep_id"].map(fair.groupby("rep_id")["hours"].median())
    totals["usual"] = usual.fillna(fair["hours"].median())
    heavy = totals[totals["hours"] > MONTH_LIMIT_HOURS].round(HOUR_DIGITS)
    findings: list[Finding] = []
    for row in heavy.itertuples(index=False):
        mine = (kept["file"] == row.file) & (kept["rep_id"] == row.rep_id)
        entries = kept.index[mine & (kept["month"] == row.month)]
        distance = [abs(np.log(row.hours / row.usual / factor)) for factor in FACTORS]
        best = int(np.argmin(distance))
        found = plain(row.hours)
        if not distance[best] <= _FACTOR_SLACK:
            findings.extend(work.groups("heavy_month", entries, by, found))
            continue
        repair = f"1/{FACTORS[best]}"
        findings.extend(work.groups("over_200_hours", entries, by, found, repair))
        cells = frame.loc[entries, list(AMOUNTS)] / FACTORS[best]
        frame.loc[entries, list(AMOUNTS)] = cells.round(HOUR_DIGITS)
    return findings


def conflicts(work: AuditState) -> list[Finding]:
    """Months of a specialist at an account that differ between two files; the first is kept.

    Entries dated on different days do not conflict.
    """
    frame = work.frame
    kept = frame[frame["kept"]]
    order = (~_in_main_file(work, kept)).sort_values(kind="stable").index
    rows = kept.loc[order, ["file", *_KEYS]].assign(piece=pieces(kept))
    month = rows.groupby(_KEYS, sort=False)
    first = month["file"].transform("first")
    dated = (rows["piece"] != "").groupby([rows[key] for key in _KEYS]).transform("all")
    told_first = rows.groupby([*_KEYS, "piece"], sort=False)["file"].transform("first")
    own_day = dated & (told_first == rows["file"])
    again = ((rows["file"] != first) & ~own_day).sort_index()
    index = again.index[again]
    frame.loc[index, "kept"] = False
    return list(work.groups("conflicting_report", index, ["file", "rep_id", "account_id", "month"]))


def missing_months(work: AuditState) -> list[Finding]:
    """Months of a specialist that the region's main file lacks, and the file that brings them."""
    kept = work.kept()
    if kept.empty:
        return []
    sent = kept[["rep_id", "month", "file"]].assign(main=_in_main_file(work, kept))
    sent = sent.drop_duplicates()
    present = set(map(tuple, sent.loc[sent["main"], ["rep_id", "month"]].to_numpy()))
    late = sent[~sent["main"]].groupby(["rep_id", "month"])["file"].first().to_dict()
    months = sorted(kept["month"].unique())
    return [
        Finding(
            "missing_month" if key in late else "absent_report",
            late.get(key, ""),
            _entries_of(kept, late[key], key) if key in late else (),
            month=key[1],
            rep_id=key[0],
            repair="late" if key in late else "",
        )
        for key in _expected(work.reference, months)
        if key not in present
    ]


def pieces(kept: pd.DataFrame) -> pd.Series:
    """Day of each entry in files with days; empty if a day only stands for its month."""
    days = kept.groupby(["file", "month"])["day"].nunique()
    dated = set(days.index.get_level_values("file")[days > 1])
    return kept["day"].where(kept["file"].isin(dated), "")


def _resolved(text: str, known: Mapping[str, str]) -> str | None:
    """Code of a text, also where Cyrillic letters replace Latin look-alikes."""
    return known.get(text) or known.get(text.translate(LOOKALIKES))


def _renamed(names: Sequence[str], known: Mapping[str, str], sent: SentReports) -> dict[str, str]:
    """Codes of accounts whose old name stands in a covering letter beside exactly one code."""
    found: dict[str, str] = {}
    lines = [line for letter in sent.letters.values() for line in letter.splitlines()]
    for name in filter(None, names):
        beside = [line.replace(name, "") for line in lines if name in line]
        words = {word.strip(".,;:()«»“”\"'") for line in beside for word in line.split()}
        codes = words & set(known)
        if len(codes) == 1:
            found[name] = known[codes.pop()]
    return found


def _in_main_file(work: AuditState, kept: pd.DataFrame) -> pd.Series:
    """Whether an entry is in the file that holds most people of its region in that month."""
    reps = work.reference.reps
    region = dict(zip(reps["rep_id"].astype(str), reps["region"].astype(str), strict=True))
    rows = pd.DataFrame(
        {
            "region": map_unique(kept["sent_rep_id"], region.get),
            "month": kept["month"],
            "file": kept["file"],
            "rep": kept["sent_rep_id"],
        }
    )
    people = rows.drop_duplicates().groupby(["region", "month", "file"], as_index=False).size()
    people = people.sort_values(["size", "file"], ascending=[False, True], kind="stable")
    main = people.drop_duplicates(["region", "month"]).rename(columns={"file": "main"})
    joined = rows.merge(main[["region", "month", "main"]], on=["region", "month"], how="left")
    return pd.Series((joined["main"] == joined["file"]).to_numpy(), index=kept.index)


def _expected(reference: Reference, months: Sequence[str]) -> list[tuple[str, str]]:
    """Specialist and month wherever the assignments give the specialist an account."""
    numbers = month_number(pd.Series(months)).to_numpy()
    held = reference.assignments.groupby("rep_id")
    hired = dict(
        zip(
            reference.reps["rep_id"].astype(str),
            reference.reps["hired_on"].astype(str).str[:7],
            strict=True,
        )
    )
    expected = []
    for rep_id, spells in held:
        since, until = spells["since"].to_numpy(), spells["until"].to_numpy()
        covered = ((since[:, None] <= numbers) & (numbers <= until[:, None])).any(axis=0)
        mine = (month for month, has in zip(months, covered, strict=True) if has)
        expected += [(str(rep_id), month) for month in mine if month >= hired.get(rep_id, "")]
    return expected


def _entries_of(kept: pd.DataFrame, file: str, key: tuple[str, str]) -> list[int]:
    mine = (kept["file"] == file) & (kept["rep_id"] == key[0]) & (kept["month"] == key[1])
    return list(kept.index[mine])
