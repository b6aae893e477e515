"""Committing and deciding without a board, and what notebooks show of one's own plan after it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from html import escape
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from casekit import language
from casekit.board.commitment import Commitment, Made
from casekit.board.deeds import LONGEST_REASON
from casekit.board.shared import SharedModel, shared_of
from casekit.charts import show_table
from casekit.company import Case, need_case
from casekit.errors import InvalidArgument
from casekit.model import Plan, breaches, plan_words, weigh
from casekit.model.plans.limits import refuse
from casekit.model.plans.norm import NORM_HOURS
from casekit.model.plans.plan import need_plan
from casekit.notebook import recording
from casekit.questions.keepers import keeper_of

__all__ = ["Attainable", "MyPlan", "attainable", "commit", "decide", "my_plan"]

#: Rows of levers, and columns that say what a gain is a share of.
LEVERS = ("reshuffled", "freed", "both")
GAINS = ("gain_krub", "of_value_share", "of_attainable_share")


@dataclass(frozen=True)
class MyPlan:
    """The plan that a notebook works on; shown as sentences.

    Parameters
    ----------
    plan
        The plan.
    source
        `decided`, `committed`, or `chief`: the chief executive's norm, where there is no own plan.
    reason
        Why; empty where nobody said.
    words
        What it brings and what to beware of, a sentence each, in the reader's language.
    """

    plan: Plan
    source: str
    reason: str
    words: tuple[str, ...] = ()

    def _told(self) -> list[str]:
        head = language.text(f"my-plan-{self.source}")
        why = [language.text("my-plan-reason", reason=self.reason)] if self.reason else []
        return [head, *why, *self.words]

    def __repr__(self) -> str:
        return "\n".join(self._told())

    def _repr_html_(self) -> str:
        head, *rest = (escape(words) for words in self._told())
        listed = "".join(f"<li>{words}</li>" for words in rest)
        return f"<p><b>{head}</b></p><ul>{listed}</ul>"


class Attainable:
    """What was attainable: told once a plan is committed, and until then only that one must be.

    Parameters
    ----------
    shared
        The company.
    commitment
        What was committed.
    is_open
        Whether it may be told.
    """

    def __init__(self, shared: SharedModel, commitment: Commitment, is_open: bool) -> None:
        self._shared, self._commitment = shared, commitment
        self.is_open = is_open

    @cached_property
    def table(self) -> pd.DataFrame:
        """One's own plan and the proposals, as `model.weigh` has them; NaN before a commit.

        Index `proposal`: `yours` (where there is one), `chief` (where there are benchmarks),
        `norm`, `personal`.
        """
        standing, table = self._commitment.standing, self._shared.proposals
        if standing is not None:
            table = pd.concat([weigh(self._shared.base, {"yours": standing.plan}), table])
        return table.copy() if self.is_open else table.astype(float) * np.nan

    @cached_property
    def levers(self) -> pd.DataFrame:
        """What selling hours bring that are reshuffled, what freed hours add, and both.

        Index `lever`, one of `LEVERS`; `gain_krub`, `of_value_share` (of today's value) and
        `of_attainable_share` (of both levers' gain). NaN before a commit.
        """
        table = pd.DataFrame(np.nan, index=pd.Index(LEVERS, name="lever"), columns=list(GAINS))
        if not self.is_open:
            return table
        best, reshuffled = self._shared.base.best, self._shared.reshuffled_krub
        table["gain_krub"] = [reshuffled, best.gain_krub - reshuffled, best.gain_krub]
        table["of_value_share"] = table["gain_krub"] / best.present_krub
        table["of_attainable_share"] = table["gain_krub"] / best.gain_krub
        return table

    @cached_property
    def half_way_share(self) -> Any:
        """What part of the gain of a plan for each person half of the way brings.

        `...`, nothing told, before a commit and where there is nothing to gain.
        """
        base = self._shared.base
        if not self.is_open or base.best.already_best:
            return ...
        half = base.figures(self._shared.personal.scaled(0.5)).gain_krub
        return float(half / base.best.gain_krub)

    def words(self) -> str:
        """What there is to say before the table."""
        if not self.is_open:
            return language.text("attainable-closed")
        change = self._shared.norm.change_hours
        hours = ", ".join(
            language.text(
                "attainable-hours",
                activity=language.text(f"activity-{name}"),
                hours=language.signed(number, 0),
            )
            for name, number in change.items()
        )
        return language.text("attainable-open", norm=hours or "—", moved=NORM_HOURS)

    def __repr__(self) -> str:
        if not self.is_open:
            return self.words()
        return f"{self.words()}\n{show_table(self.table[list(SHOWN)])!r}"

    def _repr_html_(self) -> str:
        words = f"<p>{escape(self.words())}</p>"
        if not self.is_open:
            return words
        return words + show_table(self.table[list(SHOWN)])._repr_html_()


#: Columns of the table that are shown, from what a plan promises to what it asks.
SHOWN = (
    "gain_krub",
    "p20_krub",
    "chance",
    "trough_krub",
    "payback_month",
    "people_affected",
)


def commit(case: Case, plan: Plan, reason: str, folder: str | Path = ".") -> MyPlan:
    """Commit to a plan, as the board's form does; the first commit counts.

    Parameters
    ----------
    case
        The company.
    plan
        The plan.
    reason
        Why this plan, in a line.
    folder
        Where `my_answers.jsonl` and `my_plan.json` lie, from the notebook's folder.

    Raises
    ------
    InvalidArgument
        If there is no reason, the plan breaks limits, or nothing can be written; then nothing is
        committed.
    """
    return _made(case, plan, reason, folder, decides=False)


def decide(case: Case, plan: Plan, reason: str, folder: str | Path = ".") -> MyPlan:
    """Decide on a plan: keep the one committed, mend it or take another; the last one counts.

    Parameters
    ----------
    case, plan, reason, folder
        As of `commit`. Where no plan was committed before, this commits it as well.

    Raises
    ------
    InvalidArgument
        As of `commit`.
    """
    return _made(case, plan, reason, folder, decides=True)


def my_plan(case: Case, folder: str | Path = ".") -> MyPlan:
    """The plan that was decided; else the one committed; else the chief executive's norm.

    Parameters
    ----------
    case
        The company.
    folder
        Where `my_answers.jsonl` lies, from the notebook's folder.

    Raises
    ------
    MissingTable
        If there is no own plan, and no table `benchmarks` to take a norm from.
    """
    commitment = _commitment(case, folder, decides=True)
    standing = commitment.standing
    if standing is not None:
        return _told(case, standing, "decided" if commitment.decided else "committed")
    chief = _shared(case).opinion("chief")
    assert chief is not None
    return _told(case, Made(chief, "", "", False), "chief")


def attainable(case: Case, folder: str | Path = ".") -> Attainable:
    """What was attainable, and the proposals side by side, once a plan is committed.

    Parameters
    ----------
    case
        The company.
    folder
        Where `my_answers.jsonl` lies, from the notebook's folder.

    Returns
    -------
    Attainable
        Displays itself: the proposals, or that a plan must be committed first.
    """
    commitment = _commitment(case, folder, decides=False)
    # A grading run has no plan of anybody's, and shows nobody anything.
    return Attainable(_shared(case), commitment, commitment.open or recording())


def _shared(case: Case) -> SharedModel:
    need_case(case)
    return shared_of(case)


def _commitment(case: Case, folder: str | Path, decides: bool) -> Commitment:
    return Commitment(_shared(case), keeper_of(folder), decides=decides)


def _made(case: Case, plan: Plan, reason: Any, folder: str | Path, decides: bool) -> MyPlan:
    need_plan(plan)
    if not isinstance(reason, str) or not 0 < len(reason.strip()) <= LONGEST_REASON:
        raise InvalidArgument("deed-reason", longest=LONGEST_REASON)
    base = _shared(case).base
    c = base.calibration
    hours = plan.hours(c.today_hours, c.rep_ids, c.regions)
    if found := breaches(hours, c.today_hours, c.rep_ids, base.limits):
        # Here no board lists them.
        refuse(found)
    commitment = _commitment(case, folder, decides)
    commitment.commit(plan, reason.strip())
    made = commitment.standing
    if made is None:
        # A grading run writes nothing and reads nothing back.
        made = Made(plan, reason.strip(), "", False)
    return _told(case, made, "decided" if decides else "committed")


def _told(case: Case, made: Made, source: str) -> MyPlan:
    base = _shared(case).base
    with language.using(language.current(), base.currency):
        figures = base.figures(made.plan)
        found = base.outlook(made.plan) if made.plan else None
        words = tuple(plan_words(base, made.plan, figures, found=found))
    return MyPlan(made.plan, source, made.reason, words)
