"""What a step tells: tallies once they may be seen, results, the leader board, the reveal.

The one place that decides what is held back. Of bets and votes only counts leave before a step is
shut; of plans a team's own until its round was played, then everybody's hours; of the truth nothing
before the reveal; of luck and events to come nothing at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from casekit.company.schema import SELLING
from casekit.questions.bank import QUESTIONS
from casekit.room.course.affairs import Affairs
from casekit.room.course.agenda import EXHIBITS, GRIDS
from casekit.room.course.votes import OPINIONS_BET, tally, tally_of_rows
from casekit.room.views.known import KnownSoFar

__all__ = [
    "leaders",
    "news",
    "opinions",
    "points",
    "result",
    "reveal",
    "round_state",
    "tally_told",
]

#: The two times that people are asked about the six opinions.
_ENDS = {"before": "bet", "after": "vote"}


def tally_told(affairs: Affairs, known: KnownSoFar, early: bool = False) -> dict[str, Any] | None:
    """Votes at the current exhibit; None elsewhere, and before the step is shut.

    Parameters
    ----------
    affairs
        The room.
    known
        What the data bear out.
    early
        Whether the reader, who leads the workshop, sees it before it is shut.
    """
    step = affairs.step
    if step not in EXHIBITS or (affairs.open and not early):
        return None
    truth = None if affairs.open else known.right.get(step)
    options = affairs.once(("tally", step), lambda: tally(affairs, step))
    return {"exhibit": step, "options": options, "truth": truth}


def opinions(affairs: Affairs, early: bool = False) -> dict[str, Any] | None:
    """How bets on the six opinions are spread, before and after; the truth stands in `reveal`.

    What was bet before is held back again while the second vote is open.
    """
    seen = affairs.step == "reveal" or (affairs.step in GRIDS and not affairs.open)
    if not (seen or early) or not any(affairs.bets.values()):
        return None
    return affairs.once("opinions", lambda: {"rows": _rows(affairs)})


def _rows(affairs: Affairs) -> list[dict[str, Any]]:
    counts = {
        name: tally_of_rows(affairs, step)
        for name, step in _ENDS.items()
        if step in affairs.bets and (name == "before" or affairs.step != "bet")
    }
    return [
        {"code": code, **{name: counts[name][code] if name in counts else None for name in _ENDS}}
        for code in QUESTIONS[OPINIONS_BET].items
    ]


def round_state(affairs: Affairs, known: KnownSoFar) -> dict[str, Any] | None:
    """How far the round is that the step shows: to be played, being worked out, or played."""
    number = affairs.round_shown
    if number is None:
        return None
    played = "played" if number in known.results else "working"
    return {"round": number, "state": played if number in affairs.played else "ahead"}


def result(affairs: Affairs, known: KnownSoFar, team_id: str | None) -> Mapping[str, Any] | None:
    """What the round that the step shows brought a team."""
    number = _round_known(affairs, known)
    return None if number is None or team_id is None else known.results[number].get(team_id)


def leaders(affairs: Affairs, known: KnownSoFar, mine: str | None = None) -> dict[str, Any]:
    """The leader board and the board of forecasts, from the first round on; each may be None.

    Parameters
    ----------
    affairs
        The room.
    known
        Rows of both.
    mine
        The reader's team, whose rows are marked.
    """
    if _round_known(affairs, known) is None:
        return {"leaders": None, "forecasters": None}
    rounds = len(affairs.played)
    return {
        "leaders": {"rounds": rounds, "rows": _named(affairs, known.leaders, mine)},
        "forecasters": {"rounds": rounds, "rows": _named(affairs, known.forecasters, mine)},
    }


def points(affairs: Affairs, known: KnownSoFar) -> list[dict[str, Any]] | None:
    """Selling hours of every team before and after its plan, of the round that the step shows."""
    number = _round_known(affairs, known)
    if number is None:
        return None
    rows = []
    for team_id, told in known.results[number].items():
        ends = {
            end: {kind: told["hours"][end].get(kind) for kind in SELLING}
            for end in ("before", "after")
        }
        rows.append({"team": team_id, **ends})
    return _named(affairs, rows)


def news(affairs: Affairs, known: KnownSoFar) -> list[dict[str, Any]] | None:
    """Events of the round that the step shows; of each what is the same for all teams.

    After a first round companies differ: the largest client is not the same everywhere.
    """
    number = _round_known(affairs, known)
    if number is None:
        return None
    lists = [list(told.get("news", ())) for told in known.results[number].values()]
    return [
        {name: fact for name, fact in rows[0].items() if all(r.get(name) == fact for r in rows)}
        for rows in zip(*lists, strict=True)
    ]


def reveal(
    affairs: Affairs, known: KnownSoFar, mine: str | None = None, person: str | None = None
) -> dict[str, Any] | None:
    """The truth, in the step that tells it; None before, whatever is known.

    Parameters
    ----------
    affairs
        The room.
    known
        The truth.
    mine
        The reader's team.
    person
        The reader, whose own bets stand beside.
    """
    if affairs.step != "reveal" or not affairs.revealed or known.reveal is None:
        return None
    rows = []
    for row in known.reveal["opinions"]:
        own = {}
        if person is not None:
            own = {
                name: affairs.bets.get(step, {}).get(person, {}).get(row["code"])
                for name, step in (("mine_before", "bet"), ("mine_after", "vote"))
            }
        rows.append({**row, **own})
    teams = _named(affairs, known.reveal["teams"], mine)
    return {**known.reveal, "teams": teams, "opinions": rows}


def _round_known(affairs: Affairs, known: KnownSoFar) -> int | None:
    number = affairs.round_shown
    return number if number in affairs.played and number in known.results else None


def _named(
    affairs: Affairs, rows: Iterable[Mapping[str, Any]], mine: str | None = None
) -> list[dict[str, Any]]:
    """Rows with teams' names in the place of their ids; those of removed teams are left out."""
    standing = affairs.standing_teams
    return [
        {
            **row,
            "team": standing[row["team"]].name,
            **({"mine": True} if row["team"] == mine else {}),
        }
        for row in rows
        if row["team"] in standing
    ]
