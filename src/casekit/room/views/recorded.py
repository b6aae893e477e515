"""Every view of a scripted workshop, on the case's company: what the browser's fixture shows.

``python -m casekit.room.views.recorded > src/casekit/board/browser/fixture/room.json``
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from casekit.company import Case
from casekit.company.loading import read_company
from casekit.room.course.affairs import Affairs
from casekit.room.course.agenda import EXHIBITS
from casekit.room.course.teams import plan_of
from casekit.room.outcome.exhibits import Exhibits, right_option
from casekit.room.outcome.revealing import Revealing
from casekit.room.outcome.rounds import Rounds
from casekit.room.views.facilitating import facilitator_view
from casekit.room.views.knowing import known_of_rounds, with_reveal
from casekit.room.views.known import KnownSoFar
from casekit.room.views.scripted import Scripted
from casekit.room.views.shown import person_view, screen_view
from casekit.setup.places import HERE
from casekit.world.shipped import shipped_company

__all__ = ["as_lines", "recorded"]


class _Told:
    """What the script's rounds brought, worked out as in a real room."""

    def __init__(self, root: Path) -> None:
        self._world = shipped_company().world
        self._case: Case = read_company(root / "data")
        self._exhibits = Exhibits(self._case)
        self._right = {name: right_option(name, self._case) for name in EXHIBITS}
        self._revealing = Revealing(root, self._world, self._case)
        self._rounds = Rounds(self._world, "1")

    def known(self, affairs: Affairs, lang: str) -> KnownSoFar:
        rounds = self._rounds
        for number in range(len(rounds.played) + 1, len(affairs.played) + 1):
            asked = affairs.played[number]
            rounds.play({team: plan_of(plan) for team, plan in asked.plans.items()}, asked.kinds)
        pictures = {name: self._exhibits.picture(name, lang).told() for name in EXHIBITS}
        known = known_of_rounds(affairs, self._case, rounds.played, self._right, pictures, lang)
        if not affairs.revealed:
            return known
        told = self._revealing
        teams = [
            {"team": team, **told.team(plan_of(plan))}
            for team, plan in affairs.played[1].plans.items()
        ]
        return with_reveal(known, affairs, told.company, told.opinions, teams, lang)


def recorded(root: Path = HERE, lang: str = "en") -> dict[str, dict[str, Any]]:
    """Views of each role at every moment of `Scripted.moments`; of `without` a team without a plan.

    Parameters
    ----------
    root
        The kit's top folder.
    lang
        The readers' language.
    """
    script, told = Scripted(), _Told(root)
    views: dict[str, dict[str, Any]] = {}

    for moment in script.moments():
        a, known = script.affairs, told.known(script.affairs, lang)
        rest = lang, script.now_ms, set(a.people)
        views[moment] = {
            "person": person_view(a, known, "p11", *rest),
            "newcomer": person_view(a, known, "p99", *rest),
            "without": person_view(a, known, "p41", *rest),
            "screen": screen_view(a, known, *rest),
            "facilitator": facilitator_view(a, known, *rest),
        }
    return views


def as_lines(views: Mapping[str, Mapping[str, Any]]) -> str:
    """Views as JSON, one a line, so that a change shows where it is."""
    moments = []
    for moment, roles in views.items():
        lines = [
            f"{json.dumps(r)}: {json.dumps(view, ensure_ascii=False)}" for r, view in roles.items()
        ]
        moments.append(f"{json.dumps(moment)}: {{\n" + ",\n".join(lines) + "\n}")
    return "{\n" + ",\n".join(moments) + "\n}\n"


if __name__ == "__main__":
    sys.stdout.write(as_lines(recorded()))
