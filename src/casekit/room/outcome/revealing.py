"""The reveal: what was attainable, how right each of the six opinions was, and who knew it when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from casekit.company import Case
from casekit.grading.opinions import opinions_of
from casekit.model import Plan, Proposals, proposals
from casekit.questions.bank import QUESTIONS
from casekit.room.course.votes import OPINIONS_BET
from casekit.world import World
from casekit.world.revealed import KnownTruth

__all__ = ["Revealing", "who_was_right"]

#: Options of a grid by row, of each person.
Bets = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Revealing:
    """What is known about a room's company; nothing of it may be told before the reveal.

    Parameters
    ----------
    root
        The kit's top folder, with the records of the questions.
    world
        The company as drawn, before the first round.
    case
        The company as participants have it.
    """

    root: Path
    world: World
    case: Case

    @cached_property
    def proposals(self) -> Proposals:
        """What the model proposes on the company's tables."""
        return proposals(self.case)

    @cached_property
    def _truth(self) -> KnownTruth:
        return KnownTruth(self.world, self.proposals)

    @cached_property
    def company(self) -> dict[str, Any]:
        """What is told of the company, thousands.

        `attainable_krub` of the value, which is that of `months` and the year after as on the
        board, `hour_krub` what one more hour of each kind of selling is truly worth, `proposals`
        with what each promises (`told_krub`) and truly brings (`true_krub`).
        """
        known = self._truth.company()
        told = {name: known[name] for name in ("attainable_krub", "hour_krub", "proposals")}
        return {"months": self.case.terms.horizon_months, **told}

    @cached_property
    def opinions(self) -> dict[str, dict[str, Any]]:
        """By row of the bet: `right` codes, `verdict` and `why` by language."""
        return opinions_of(self.root, self.case)

    def team(self, plan: Plan | None) -> dict[str, float | None]:
        """What a team's first plan truly adds to that value, luck and events apart.

        Parameters
        ----------
        plan
            The plan; None if it left its hours as they were.

        Returns
        -------
        dict
            `gain_krub`, thousands, and `share` of the attainable; None where nothing was.
        """
        gain = self._truth.gain_krub(plan or Plan())
        best = float(self.company["attainable_krub"])
        share = round(gain / best, 3) if best > 0.0 else None
        return {"gain_krub": round(gain, 1), "share": share}

    def warm(self) -> None:
        """Work out what will be asked for."""
        _ = self.company, self.opinions


def who_was_right(
    opinions: Mapping[str, Mapping[str, Any]], before: Bets, after: Bets
) -> list[dict[str, Any]]:
    """The six opinions with their truth, and how many were right about each before and after.

    Parameters
    ----------
    opinions
        As of `Revealing.opinions`.
    before, after
        What each person bet at the beginning, and voted at the end.

    Returns
    -------
    list of dict
        In the order of the meeting: `code`, `truth` (None where it is not known), `also` (other
        right options), `right_before` of `of_before`, `right_after` of `of_after`; of those who
        answered both times `learned` (wrong, then right) and `unlearned`; `moved`, how many went
        from one option to another, by `"from>to"`.
    """
    rows = []
    for code in QUESTIONS[OPINIONS_BET].rows:
        right = tuple(opinions.get(code, {}).get("right", ()))
        was, now = ({who: bets[code] for who, bets in each.items() if code in bets}
                    for each in (before, after))  # fmt: skip
        both = [(was[who], now[who]) for who in was if who in now]
        moved = Counter(f"{one}>{other}" for one, other in both if one != other)
        rows.append(
            {
                "code": code,
                "truth": right[0] if right else None,
                "also": list(right[1:]),
                "right_before": sum(option in right for option in was.values()),
                "of_before": len(was),
                "right_after": sum(option in right for option in now.values()),
                "of_after": len(now),
                "learned": sum(one not in right and other in right for one, other in both),
                "unlearned": sum(one in right and other not in right for one, other in both),
                "moved": dict(moved),
            }
        )
    return rows
