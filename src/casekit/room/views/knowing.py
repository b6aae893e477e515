"""What is known of company and rounds by now, put together for the views of one language."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from casekit.company import Case
from casekit.language import using
from casekit.room.course.affairs import Affairs
from casekit.room.outcome.results import team_result
from casekit.room.outcome.revealing import who_was_right
from casekit.room.outcome.rounds import Round
from casekit.room.outcome.score import forecasters, leader_board
from casekit.room.views.known import KnownSoFar

__all__ = ["known_of_rounds", "with_reveal"]

#: Where a sentence ends and another begins.
_BETWEEN = re.compile(r"(?<=[.!?])\s+(?=[“«A-ZА-ЯЁ])")


def known_of_rounds(
    affairs: Affairs,
    case: Case,
    rounds: Sequence[Round],
    right: Mapping[str, str],
    pictures: Mapping[str, Mapping[str, Any]],
    lang: str,
) -> KnownSoFar:
    """What rounds brought, the leader boards, and the exhibits.

    Parameters
    ----------
    affairs
        The room, whose forecasts are held against the results.
    case
        The company as participants have it.
    rounds
        Those that were worked out, in their order.
    right
        By exhibit, the option that the data bear out.
    pictures
        By exhibit, `src`, `narrow` and `alt` in the language.
    lang
        Code of the language.
    """
    names = dict(zip(case.accounts["account_id"], case.accounts["name"], strict=True))
    forecasts = {played.number: affairs.played[played.number].forecasts for played in rounds}
    foretold = {
        team: [forecasts[played.number].get(team) for played in rounds]
        for team in (rounds[-1].teams if rounds else ())
    }
    with using(lang, case.currency):
        results = {
            played.number: {
                team: team_result(
                    played, team, forecasts[played.number].get(team), case.label, names
                )
                for team in played.teams
            }
            for played in rounds
        }
        company = case.label(case.name)
    return KnownSoFar(
        currency=case.currency,
        company=company,
        pictures=pictures,
        right=right,
        results=results,
        leaders=leader_board(rounds),
        forecasters=forecasters(rounds, foretold),
    )


def with_reveal(
    known: KnownSoFar,
    affairs: Affairs,
    company: Mapping[str, Any],
    opinions: Mapping[str, Mapping[str, Any]],
    teams: Sequence[Mapping[str, Any]],
    lang: str,
) -> KnownSoFar:
    """What is known, with the truth.

    Parameters
    ----------
    known
        Of the rounds.
    affairs
        The room, whose bets are held against the truth; who was taken out is in no tally.
    company, opinions
        As of `Revealing`.
    teams
        What each team's first plan was worth: `team`, `gain_krub`, `share`.
    lang
        Code of the language.
    """
    before, after = (
        {who: bet for who, bet in affairs.bets.get(step, {}).items() if who in affairs.people}
        for step in ("bet", "vote")
    )
    rows = []
    for row in who_was_right(opinions, before, after):
        whole = opinions.get(row["code"], {}).get("why", {}).get(lang)
        # On a phone one sentence is read; whoever wants more opens the rest.
        why, _, more = _BETWEEN.sub("\n", whole or "", count=1).partition("\n")
        rows.append({**row, "why": why or None, "more": more or None})
    return replace(known, reveal={**company, "teams": list(teams), "opinions": rows})
