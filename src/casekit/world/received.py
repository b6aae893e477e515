"""Reports as four regions sent them: the clean table, written down the way offices do.

Each region writes in its own habit (`received_style`) and plants its faults
(`received_faults`); a covering letter goes with it in both languages, and a written list names
every fault with its file, what shows it and the rule that repairs it. The clean table follows
from the files by those rules; `casekit.analysis.clean_reports` is their code.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from casekit import language
from casekit.analysis.audit_reports import CERTAIN, FINDING_COLUMNS
from casekit.analysis.received_entries import row_ranges
from casekit.world import received_faults as faults
from casekit.world.received_faults import Draft, Planted
from casekit.world.received_style import HOURS, STYLES, TICKETS, Style, codes_used, write_file

__all__ = ["Received", "make_received"]

#: Languages of the covering letters and of the written list.
_LANGUAGES = ("en", "ru")
#: A specialist with so many months alike copies them.
_ALIKE_MONTHS = 3


@dataclass(frozen=True)
class Received:
    """What the regions sent, and what is wrong with it.

    Attributes
    ----------
    files
        Bytes by path inside `data/received`: CSV files, and `letters/REGION.LANGUAGE.md`.
    defects
        The written list: `defect_id`, the columns of an audit finding (`kind`, `certainty`,
        `file`, `rows`, ...), and `shows_LANGUAGE`, `rule_LANGUAGE`. It belongs with the
        solutions, not with the files.
    """

    files: dict[str, bytes]
    defects: pd.DataFrame


def make_received(tables: Mapping[str, pd.DataFrame], rng: np.random.Generator) -> Received:
    """Write a company's clean reports as its regions would have sent them.

    Parameters
    ----------
    tables
        The company's tables: `reps`, `accounts`, `assignments`, `reports`; `calendar`, `sales`
        and `labels` if there are any. Hours have at most six decimals.
    rng
        Source of randomness; the same state gives the same bytes.

    Returns
    -------
    Received
        Files and the written list of defects. Left unplanted: what the tables give no room for
        (no territory changed hands, fewer than four regions).
    """
    draft = _draft(tables, rng)
    faults.plant_handover(draft, tables["assignments"])
    faults.plant_tickets(draft)
    faults.plant_missing_months(draft)
    faults.plant_heavy_months(draft)
    faults.plant_negative_hours(draft)
    faults.plant_unknown_accounts(draft, tables["accounts"])
    faults.plant_renamed_account(draft, tables["accounts"])
    faults.plant_lookalikes(draft)
    _vary_writing(draft)
    files: dict[str, bytes] = {}
    lines: dict[int, list[int]] = {}
    labels = _Labels(tables.get("labels"))
    order = ["month", "sent_rep", "account_id"]
    for name, rows in draft.rows.groupby("file", sort=True):
        region = str(rows["region"].iloc[0])
        titles = _titles(labels.of(region, "ru"), rows)
        content, places = write_file(
            rows.sort_values(order, kind="stable"), draft.styles[region], titles
        )
        files[str(name)] = content
        lines.update(places)
    for region in draft.styles:
        for lang in _LANGUAGES:
            path = f"letters/{draft.slugs[region]}.{lang}.md"
            files[path] = _letter(draft, region, lang, labels).encode("utf-8")
    return Received(files, _written_list(draft, lines, tables))


class _Labels:
    """How names read in a language, from the table `labels` where there is one."""

    def __init__(self, table: pd.DataFrame | None) -> None:
        rows = table.itertuples(index=False) if table is not None else ()
        self._known = {(str(row.value), str(row.language)): str(row.label) for row in rows}

    def of(self, value: str, lang: str) -> str:
        return self._known.get((value, lang), value)


def _draft(tables: Mapping[str, pd.DataFrame], rng: np.random.Generator) -> Draft:
    """Clean reports with every region's habit chosen and nothing wrong yet."""
    reps = tables["reps"]
    regions = sorted(reps["region"].astype(str).unique())
    order = rng.permutation(len(STYLES))
    styles = {region: STYLES[order[i % len(STYLES)]] for i, region in enumerate(regions)}
    slugs = {region: "".join(filter(str.isalnum, region.lower())) for region in regions}
    keys = ["month", "rep_id", "account_id"]
    rows = tables["reports"][[*keys, *HOURS]].sort_values(keys, kind="stable")
    rows = rows.reset_index(drop=True).astype(dict.fromkeys(keys, "object"))
    region_of = dict(zip(reps["rep_id"].astype(str), reps["region"].astype(str), strict=True))
    names = dict(zip(tables["accounts"]["account_id"], tables["accounts"]["name"], strict=True))
    rows["region"] = rows["rep_id"].map(region_of)
    by_name = rows["region"].map(lambda region: styles[region].account == "name")
    rows["sent_rep"] = rows["rep_id"]
    rows["sent_account"] = rows["account_id"].where(~by_name, rows["account_id"].map(names))
    rows["file"] = [
        _file_name(slugs[region], styles[region], month)
        for region, month in zip(rows["region"], rows["month"], strict=True)
    ]
    rows[TICKETS] = 0.0
    return Draft(rows, styles, slugs, rng)


def _file_name(slug: str, style: Style, month: str) -> str:
    return f"{slug}_{month[:4]}.csv" if style.by_year else f"{slug}.csv"


def _vary_writing(draft: Draft) -> None:
    """Choose how each row writes its month, and in which language it codes activities."""
    rows = draft.rows
    rows["month_way"] = rows["region"].map(lambda region: draft.styles[region].month_ways[0])
    for region, style in draft.styles.items():
        mine = rows["region"] == region
        ways = style.month_ways
        # People differ by habit, and now and then write otherwise than they use to.
        habit = pd.factorize(rows.loc[mine, "sent_rep"], sort=True)[0] % len(ways)
        slips = draft.rng.random(len(habit)) < 0.1
        rows.loc[mine, "month_way"] = np.array(ways)[(habit + slips) % len(ways)]
    people = pd.factorize(rows["sent_rep"], sort=True)[0]
    rows["code_language"] = np.where(people % 2 == 0, "ru", "en")


def _titles(region: str, rows: pd.DataFrame) -> tuple[str, ...]:
    """Lines that the old accounting program puts above its table; it speaks Russian."""
    first, last = rows["month"].min(), rows["month"].max()
    with language.using("ru"):
        period = {"first": language.month(first), "last": language.month(last)}
    return (
        language.text("received-title-region", lang="ru", region=region),
        language.text("received-title-period", lang="ru", **period),
    )


def _letter(draft: Draft, region: str, lang: str, labels: _Labels) -> str:
    """Covering letter of a region: what it sends, and what the head office should know."""
    mine = draft.rows[draft.rows["region"] == region]
    style = draft.styles[region]
    with language.using(lang):
        name = labels.of(region, lang)
        months = {"first": language.month(mine["month"].min())}
        months["last"] = language.month(mine["month"].max())
        files = ", ".join(sorted(mine["file"].unique()))
        parts = [
            "# " + language.text("received-letter-title", region=name),
            language.text("received-letter-greeting"),
            language.text("received-letter-files", files=files, **months),
            language.text(f"received-letter-style-{style.name}"),
        ]
        for where, key, facts in draft.letters:
            if where == region:
                told = {name: _in_words(name, fact, lang, labels) for name, fact in facts.items()}
                parts.append(language.text(key, **told))
        parts.append(language.text("received-letter-sign", region=name))
    return "\n\n".join(parts) + "\n"


def _in_words(name: str, fact: str, lang: str, labels: _Labels) -> str:
    """A letter's fact as its reader writes it."""
    return language.month(fact) if name == "month" else labels.of(fact, lang)


def _written_list(
    draft: Draft, lines: dict[int, list[int]], tables: Mapping[str, pd.DataFrame]
) -> pd.DataFrame:
    """Every defect with its file, what shows it and its repair, in both languages."""
    rows = [row for fault in draft.planted for row in _by_file(draft, fault, lines)]
    rows += [*_file_faults(draft), *_standing_suspects(tables)]
    blank = {**dict.fromkeys(FINDING_COLUMNS, ""), "row_count": 0}
    frame = pd.DataFrame([{**blank, **row} for row in rows])
    frame["certainty"] = np.where(frame["kind"].isin(CERTAIN), "certain", "suspect")
    keys = ["certainty", "kind", "file", "month", "rep_id", "account_id", "found"]
    frame = frame.sort_values(keys, kind="stable").reset_index(drop=True)
    frame.insert(0, "defect_id", [f"D{number:02d}" for number in range(1, len(frame) + 1)])
    for lang in _LANGUAGES:
        for part, column in (("shows", "shows"), ("repair", "rule")):
            frame[f"{column}_{lang}"] = [
                language.text(f"received-{part}-{row.kind}", lang=lang, **_facts(row))
                for row in frame.itertuples(index=False)
            ]
    return frame


def _facts(row: Any) -> dict[str, Any]:
    """Facts of a finding under the names its texts use."""
    names = ("file", "rows", "month", "rep_id", "account_id", "found", "repair")
    facts = {name.removesuffix("_id"): str(getattr(row, name)) for name in names}
    return {**facts, "count": int(row.row_count)}


def _by_file(draft: Draft, fault: Planted, lines: dict[int, list[int]]) -> list[dict[str, object]]:
    """A planted fault as rows of the written list, one a file."""
    rows = draft.rows.loc[list(fault.rows)]
    listed = []
    for name, group in rows.groupby("file", sort=True):
        numbers = [line for row in group.index for line in lines[row]]
        months = sorted(set(group["month"]))
        listed.append(
            {
                "kind": fault.kind,
                "file": name,
                "rows": row_ranges(numbers),
                "row_count": len(numbers),
                "month": "/".join(dict.fromkeys((months[0], months[-1]))),
                "rep_id": fault.rep_id,
                "account_id": fault.account_id,
                "found": fault.found,
                "repair": fault.repair,
            }
        )
    return listed


def _file_faults(draft: Draft) -> list[dict[str, object]]:
    """What is wrong with whole files: encoding, decimals, dates, codes of two languages."""
    listed: list[dict[str, object]] = []
    for name, rows in draft.rows.groupby("file", sort=True):
        style = draft.styles[str(rows["region"].iloc[0])]
        if style.encoding == "cp1251":
            listed.append(
                {"kind": "windows_1251", "file": name, "found": "cp1251", "repair": "utf-8"}
            )
        columns = [*HOURS, TICKETS] if style.tickets else list(HOURS)
        broken = int((rows[columns] % 1 != 0).any(axis=1).sum())
        if style.comma and broken:
            comma = {"kind": "decimal_comma", "found": ",", "repair": "."}
            listed.append({**comma, "file": name, "row_count": broken})
        ways = sorted(rows["month_way"].unique())
        if len(ways) > 1:
            found = ", ".join(ways)
            listed.append(
                {"kind": "mixed_dates", "file": name, "found": found, "repair": "YYYY-MM"}
            )
        used = codes_used(rows) if style.long else {}
        if any(len(codes) > 1 for codes in used.values()):
            found = ", ".join(sorted(code for codes in used.values() for code in codes))
            repair = ", ".join(sorted(used))
            listed.append({"kind": "mixed_codes", "file": name, "found": found, "repair": repair})
    return listed


def _standing_suspects(tables: Mapping[str, pd.DataFrame]) -> list[dict[str, object]]:
    """Suspects that are in the clean tables already: copied months, returned goods."""
    listed: list[dict[str, object]] = []
    totals = tables["reports"].groupby(["rep_id", "month"])[list(HOURS)].sum().round(2)
    for rep_id, months in totals.groupby(level="rep_id"):
        times = months.value_counts()
        if times.iloc[0] >= _ALIKE_MONTHS:
            alike = months[months.duplicated(keep=False)].index.get_level_values("month")
            listed.append(
                {
                    "kind": "round_months",
                    "rep_id": str(rep_id),
                    "row_count": int(times[times >= _ALIKE_MONTHS].sum()),
                    "month": f"{alike.min()}/{alike.max()}",
                }
            )
    sales = tables.get("sales")
    returns = sales[sales["revenue_krub"] < 0] if sales is not None else ()
    if len(returns):
        months = returns["month"]
        listed.append(
            {
                "kind": "negative_revenue",
                "file": "sales.csv",
                "row_count": len(returns),
                "month": "/".join(dict.fromkeys((months.min(), months.max()))),
            }
        )
    return listed
