"""Every view of a scripted workshop, on the case's company: what the browser's fixture shows.

``python -m casekit.room.recorded > src/casekit/board/browser/fixture/room.json``
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from casekit import language
from casekit.company import Case
from casekit.company.loading import read_company
from casekit.room.affairs import Affairs
from casekit.room.agenda import EXHIBITS, GRIDS
from casekit.room.exhibits import Exhibits, right_option
from casekit.room.facilitating import facilitator_view
from casekit.room.known import KnownSoFar
from casekit.room.results import team_result
from casekit.room.revealing import Revealing, who_was_right
from casekit.room.rounds import Rounds
from casekit.room.score import forecasters, leader_board
from casekit.room.scripted import Scripted
from casekit.room.shown import person_view, screen_view
from casekit.setup.places import HERE
from casekit.world.shipped import shipped_company

__all__ = ["as_lines", "recorded"]


class _Told:
    """What the script's rounds brought, worked out as in a real room."""

    def __init__(self, root: Path) -> None:
        self._world = shipped_company().world
        self._case: Case = read_company(root / "data")
        self._exhibits = Exhibits(self._case)
        self._revealing = Revealing(root, self._world, self._case)
        self._rounds = Rounds(self._world, "1")

    def known(self, affairs: Affairs, lang: str) -> KnownSoFar:
        case, rounds = self._case, self._rounds
        plans = affairs.plans_played()
        for number in range(len(rounds.played) + 1, len(plans) + 1):
            rounds.play(plans[number - 1], affairs.played[number].kinds)
        kept = {number: played.forecasts for number, played in affairs.played.items()}
        names = dict(zip(case.accounts["account_id"], case.accounts["name"], strict=True))
        with language.using(lang, case.currency):
            company = case.label(case.name)
            results = {
                played.number: {
                    team: team_result(
                        played, team, kept[played.number].get(team), case.label, names
                    )
                    for team in played.teams
                }
                for played in rounds.played
            }
        foretold = {
            team: [kept[number].get(team) for number in sorted(kept)] for team in affairs.teams
        }
        pictures = {}
        for name in EXHIBITS:
            picture = self._exhibits.picture(name, lang)
            pictures[name] = {"src": f"/exhibit/{picture.file}", "alt": picture.alt}
        return KnownSoFar(
            case.currency,
            company,
            pictures,
            {name: right_option(name, case) for name in EXHIBITS},
            results,
            leader_board(rounds.played),
            forecasters(rounds.played, foretold),
            self._reveal(affairs) if affairs.revealed else None,
        )

    def _reveal(self, affairs: Affairs) -> dict[str, Any]:
        first = affairs.plans_played()[0]
        opinions = self._revealing.opinions
        before, after = (affairs.bets.get(step, {}) for step in GRIDS)
        return {
            **self._revealing.company,
            "teams": [{"team": team, **self._revealing.team(plan)} for team, plan in first.items()],
            "opinions": who_was_right(opinions, before, after),
        }


def recorded(root: Path = HERE, lang: str = "en") -> dict[str, dict[str, Any]]:
    """Views of each role at every moment of `Scripted.moments`.

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
