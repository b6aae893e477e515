"""Faults planted in received reports, each repaired by one rule.

A fault takes the draft of what regions are about to send, changes some rows and notes which. No
two faults change the hours, the file or the signature of one month of a specialist, so that the
written list stays valid.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from casekit.world.names import draw_account_names
from casekit.world.received_style import CRM, HOURS, SPREADSHEET, TICKETS, TRACKER, Style

#: Decimals of hours: finer than reported, coarse enough to hide rounding errors.
_DIGITS = 6
#: The month in which the territory changes hands, counted from one.
HANDOVER_MONTH = 14
N_NEGATIVE = 3
N_LOOKALIKE_ACCOUNTS = 3
#: Number of names drawn, enough to include every trade.
_NAMES_TRIED = 60
#: Latin letters that have a Cyrillic double.
_LOOKALIKES = str.maketrans("ABCEHKMOPTX", "АВСЕНКМОРТХ")


@dataclass(frozen=True)
class Planted:
    """A fault: its rows in the draft, what stands there now and what belongs there."""

    kind: str
    rows: Sequence[int]
    found: str = ""
    repair: str = ""
    rep_id: str = ""
    account_id: str = ""


@dataclass
class Draft:
    """Reports to be sent, with the faults planted so far.

    Attributes
    ----------
    rows
        Clean reports plus `region`, `file`, `sent_rep`, `sent_account`, `tickets_hours`.
    styles
        Habit of each region.
    slugs
        File name of each region, without an ending.
    planted
        Faults, in the order they were made.
    letters
        Additional sentences of the covering letters: region, text key, facts.
    """

    rows: pd.DataFrame
    styles: dict[str, Style]
    slugs: dict[str, str]
    rng: np.random.Generator
    planted: list[Planted] = field(default_factory=list)
    letters: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)
    _used: set[tuple[str, str]] = field(default_factory=set)

    def region_with(self, style: Style) -> str | None:
        """Region that writes in a style; None if no region does."""
        return next((region for region, its in self.styles.items() if its == style), None)

    def without_tickets(self) -> list[str]:
        """Regions whose retention hours contain no service."""
        return [region for region, style in self.styles.items() if not style.tickets]

    def take(self, region: str | None) -> pd.DataFrame:
        """Rows of a month of a specialist of a region that no other fault has touched."""
        mine = self.rows[self.rows["region"] == region]
        pairs = mine[["rep_id", "month"]].drop_duplicates().to_numpy().tolist()
        free = [tuple(pair) for pair in pairs if tuple(pair) not in self._used]
        if not free:
            return mine.iloc[:0]
        rep_id, month = free[int(self.rng.integers(len(free)))]
        rows = mine[(mine["rep_id"] == rep_id) & (mine["month"] == month)]
        self.use(rows)
        return rows

    def use(self, rows: pd.DataFrame) -> None:
        """Exclude these months of these specialists from other faults."""
        self._used.update(map(tuple, rows[["rep_id", "month"]].drop_duplicates().to_numpy()))

    def add(self, rows: pd.DataFrame) -> pd.DataFrame:
        """Append rows and return them under the numbers they got."""
        start = int(self.rows.index.max()) + 1
        added = rows.set_axis(pd.RangeIndex(start, start + len(rows)), axis=0)
        self.rows = pd.concat([self.rows, added])
        return added


def plant_handover(draft: Draft, assignments: pd.DataFrame) -> None:
    """A territory changes hands, and its reports go on under the old specialist."""
    spells = assignments.sort_values(["account_id", "since_month"], kind="stable")
    spells = spells.assign(old=spells.groupby("account_id")["rep_id"].shift())
    moved = spells[spells["old"].notna() & (spells["old"] != spells["rep_id"])]
    if moved.empty:
        return
    months = sorted(draft.rows["month"].unique())
    wanted = months[min(HANDOVER_MONTH, len(months)) - 1]
    sizes = moved.groupby(["since_month", "old", "rep_id"]).size().reset_index(name="accounts")
    sizes["off"] = sizes["since_month"] != wanted
    order = ["off", "accounts", "since_month", "old", "rep_id"]
    first = sizes.sort_values(order, ascending=[True, False, True, True, True]).iloc[0]
    this = (moved["since_month"] == first["since_month"]) & (moved["old"] == first["old"])
    accounts = moved.loc[this & (moved["rep_id"] == first["rep_id"]), "account_id"]
    rows = draft.rows[
        draft.rows["account_id"].isin(accounts)
        & (draft.rows["rep_id"] == first["rep_id"])
        & (draft.rows["month"] >= first["since_month"])
    ]
    draft.rows.loc[rows.index, "sent_rep"] = str(first["old"])
    both = draft.rows[draft.rows["rep_id"].isin([first["old"], first["rep_id"]])]
    draft.use(both[both["month"] >= first["since_month"]])
    old, new = str(first["old"]), str(first["rep_id"])
    draft.planted.append(Planted("territory_handover", rows.index, old, new, rep_id=old))


def plant_tickets(draft: Draft) -> None:
    """One region books service as retention; its column of service tickets shows how much."""
    for region, style in draft.styles.items():
        if not style.tickets:
            continue
        mine = draft.rows["region"] == region
        service = draft.rows.loc[mine, "service_hours"]
        retention = draft.rows.loc[mine, "retention_hours"] + service
        draft.rows.loc[mine, TICKETS] = service
        draft.rows.loc[mine, "retention_hours"] = retention.round(_DIGITS)
        draft.rows.loc[mine, "service_hours"] = 0.0
        shown = service.index[service > 0]
        draft.planted.append(
            Planted("service_as_retention", shown, _plain(service.sum()), "tickets")
        )
        draft.letters.append((region, "received-letter-tickets", {}))


def plant_missing_months(draft: Draft) -> None:
    """Three months of a specialist miss the main file and come later, one report twice."""
    for style, count in ((SPREADSHEET, 2), (TRACKER, 1)):
        region = draft.region_with(style)
        if region is None:
            continue
        late = f"{draft.slugs[region]}_late.csv"
        for _ in range(count):
            rows = draft.take(region)
            if rows.empty:
                continue
            draft.rows.loc[rows.index, "file"] = late
            rep_id, month = str(rows["rep_id"].iloc[0]), str(rows["month"].iloc[0])
            draft.planted.append(Planted("missing_month", rows.index, "", "late", rep_id))
            facts = {"rep": rep_id, "month": month, "file": late}
            draft.letters.append((region, "received-letter-late", facts))
        if style is SPREADSHEET:
            copies = draft.add(draft.take(region).assign(file=late))
            if len(copies):
                rep_id = str(copies["rep_id"].iloc[0])
                draft.planted.append(Planted("duplicate_report", copies.index, "", "drop", rep_id))


def plant_heavy_months(draft: Draft) -> None:
    """Two months above 200 hours: minutes for hours, and the decimal mark one place off."""
    regions = draft.without_tickets()
    for number, factor in enumerate((60, 10)):
        rows = _ordinary_month(draft, regions[number % len(regions)])
        if rows.empty:
            continue
        cells = (rows[list(HOURS)] * factor).round(_DIGITS)
        draft.rows.loc[rows.index, list(HOURS)] = cells
        found = _plain(cells.to_numpy().sum())
        rep_id = str(rows["rep_id"].iloc[0])
        draft.planted.append(Planted("over_200_hours", rows.index, found, f"1/{factor}", rep_id))


def plant_negative_hours(draft: Draft) -> None:
    """A few hours with a wrong sign."""
    # Not in long files, where a finding cannot refer to a single cell.
    regions = [region for region in draft.without_tickets() if not draft.styles[region].long]
    if not regions:
        return
    for number in range(N_NEGATIVE):
        rows = draft.take(regions[number % len(regions)])
        row, column = np.nonzero(rows[list(HOURS)].to_numpy() > 0)
        if not len(row):
            continue
        choice = int(draft.rng.integers(len(row)))
        index, name = rows.index[row[choice]], HOURS[column[choice]]
        value = float(draft.rows.loc[index, name])
        draft.rows.loc[index, name] = -value
        rep_id, account_id = draft.rows.loc[index, ["rep_id", "account_id"]]
        draft.planted.append(
            Planted("negative_hours", [index], _plain(-value), _plain(value), rep_id, account_id)
        )


def plant_unknown_accounts(draft: Draft, accounts: pd.DataFrame) -> None:
    """Two accounts that the company's table does not know: one by code, one by name."""
    codes = accounts["account_id"].astype(str)
    name = draw_account_names(draft.rng, 1, avoid=set(accounts["name"].astype(str)))[0][0][0]
    for style, label in ((TRACKER, _unused_code(draft.rng, codes)), (CRM, name)):
        region = draft.region_with(style)
        rows = [draft.take(region).iloc[:1] for _ in range(2)]
        strangers = pd.concat(rows).assign(account_id=label, sent_account=label)
        if strangers.empty:
            continue
        # A visit to an account that is not in the table: selling, travel and administration.
        visit = {"conversion_hours": 2.5, "travel_hours": 1.5, "admin_hours": 0.5}
        strangers = strangers.assign(**{column: visit.get(column, 0.0) for column in HOURS})
        added = draft.add(strangers)
        draft.planted.append(
            Planted("unknown_account", added.index, label, "aside", account_id=label)
        )


def plant_renamed_account(draft: Draft, accounts: pd.DataFrame) -> None:
    """An account under its old name until a month that the covering letter tells."""
    region = draft.region_with(CRM)
    mine = draft.rows[
        (draft.rows["region"] == region) & draft.rows["account_id"].isin(accounts["account_id"])
    ]
    months = sorted(mine["month"].unique())
    if len(months) < 3:
        return
    since = months[int(draft.rng.integers(len(months) // 3, 2 * len(months) // 3))]
    early = mine[mine["month"] < since]
    often = early.groupby("account_id").size()
    often = often[often >= min(3, often.max())]
    account_id = str(often.index[int(draft.rng.integers(len(often)))])
    names = accounts.set_index("account_id")["name"].astype(str)
    taken = {*names, *draft.rows["sent_account"].astype(str)}
    drawn = draw_account_names(draft.rng, _NAMES_TRIED, avoid=taken)
    trade = str(accounts.loc[accounts["account_id"] == account_id, "segment"].iloc[0])
    # The old name must be of the same trade, or it would look like another fault.
    old = next((name for (name, _), segment in drawn if segment == trade), drawn[0][0][0])
    rows = early.index[early["account_id"] == account_id]
    draft.rows.loc[rows, "sent_account"] = old
    draft.planted.append(Planted("renamed_account", rows, old, account_id, account_id=account_id))
    facts = {"old": old, "account": account_id, "month": since, "new": names[account_id]}
    draft.letters.append((str(region), "received-letter-renamed", facts))


def plant_lookalikes(draft: Draft) -> None:
    """Account codes typed on a Russian keyboard: Cyrillic letters that look like Latin ones."""
    region = draft.region_with(SPREADSHEET)
    mine = draft.rows[draft.rows["region"] == region]
    if mine.empty:
        return
    # In one file only, to keep the list short.
    mine = mine[mine["file"] == mine["file"].mode().iloc[0]]
    codes = sorted(mine["account_id"].unique())
    typed = {code: _with_cyrillic(str(code)) for code in codes}
    able = [code for code in codes if typed[code] != code]
    for code in draft.rng.permutation(able)[:N_LOOKALIKE_ACCOUNTS]:
        rows = mine.index[mine["account_id"] == code]
        some = rows[draft.rng.random(len(rows)) < 0.5]
        rows = some if len(some) else rows
        draft.rows.loc[rows, "sent_account"] = typed[code]
        draft.planted.append(Planted("mixed_codes", rows, typed[code], str(code)))


def _ordinary_month(draft: Draft, region: str) -> pd.DataFrame:
    """A month with a total near the usual one, so that the factor can be recognised."""
    for _ in range(20):
        rows = draft.take(region)
        if rows.empty:
            break
        mine = draft.rows[draft.rows["rep_id"] == rows["rep_id"].iloc[0]]
        totals = mine.groupby("month")[list(HOURS)].sum().sum(axis=1)
        total = float(rows[list(HOURS)].to_numpy().sum())
        if 0.75 < total / float(totals.median()) < 1.33:
            return rows
    return draft.rows.iloc[:0]


def _unused_code(rng: np.random.Generator, codes: pd.Series) -> str:
    """An unused code in the company's pattern."""
    last = max(codes, key=lambda code: (len(code), code))
    found = re.fullmatch(r"(.*?)(\d+)", last)
    if found is None:
        return f"{last}-{int(rng.integers(10, 99))}"
    number = int(found[2]) + int(rng.integers(11, 90))
    return f"{found[1]}{number:0{len(found[2])}d}"


def _with_cyrillic(code: str) -> str:
    """A code with its first ambiguous letter in Cyrillic."""
    at = next((place for place, letter in enumerate(code) if ord(letter) in _LOOKALIKES), None)
    return code if at is None else code[:at] + code[at].translate(_LOOKALIKES) + code[at + 1 :]


def _plain(value: float) -> str:
    return f"{float(value):.2f}".rstrip("0").rstrip(".")
