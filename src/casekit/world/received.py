"""Reports as sent by four regions, written from the clean table.

Each region has its own style (`received_style`) and planted faults (`received_faults`); a covering
letter in both languages goes with its files, and a written list names every fault with its file,
its evidence and the rule that repairs it. `casekit.analysis.clean_reports` implements those rules
and restores the clean table.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from casekit import language
from casekit.world import received_faults as faults
from casekit.world.received_faults import Draft
from casekit.world.received_list import written_list
from casekit.world.received_style import (
    HOURS,
    STYLES,
    TICKETS,
    Style,
    write_file,
    write_month,
)

__all__ = ["Received", "make_received"]


@dataclass(frozen=True)
class Received:
    """Files as sent by the regions, and their defects.

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
        Files and the written list of defects. Faults that the tables do not allow are omitted (no
        handover, fewer than four regions).
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
        for lang in language.LANGUAGES:
            path = f"letters/{draft.slugs[region]}.{lang}.md"
            files[path] = _letter(draft, region, lang, labels).encode("utf-8")
    return Received(files, written_list(draft, lines, tables))


class _Labels:
    """How names read in a language, from the table `labels` where there is one."""

    def __init__(self, table: pd.DataFrame | None) -> None:
        rows = table.itertuples(index=False) if table is not None else ()
        self._known = {(str(row.value), str(row.language)): str(row.label) for row in rows}

    def of(self, value: str, lang: str) -> str:
        return self._known.get((value, lang), value)


def _draft(tables: Mapping[str, pd.DataFrame], rng: np.random.Generator) -> Draft:
    """Clean reports with the style of every region, before faults are planted."""
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
    """Choose each row's month format and the language of its activity codes."""
    rows = draft.rows
    rows["month_way"] = rows["region"].map(lambda region: draft.styles[region].month_ways[0])
    for region, style in draft.styles.items():
        mine = rows["region"] == region
        ways = style.month_ways
        # People have a usual format and sometimes use another one.
        habit = pd.factorize(rows.loc[mine, "sent_rep"], sort=True)[0] % len(ways)
        slips = draft.rng.random(len(habit)) < 0.1
        rows.loc[mine, "month_way"] = np.array(ways)[(habit + slips) % len(ways)]
    people = pd.factorize(rows["sent_rep"], sort=True)[0]
    rows["code_language"] = np.where(people % 2 == 0, "ru", "en")


def _titles(region: str, rows: pd.DataFrame) -> tuple[str, ...]:
    """Title lines of the old accounting program, in Russian."""
    ends = {"first": rows["month"].min(), "last": rows["month"].max()}
    # In digits: a month in words may contain a space that Windows-1251 lacks.
    period = {name: write_month(month, "MM.YYYY") for name, month in ends.items()}
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
    """A fact of a letter in the reader's language."""
    return language.month(fact) if name == "month" else labels.of(fact, lang)
