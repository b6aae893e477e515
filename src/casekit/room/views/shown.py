"""Views: what a person and the big screen are shown, as plain JSON.

Each is made whole from the affairs, so that a phone that slept misses nothing. Text is none of
it: codes, numbers and what people typed themselves. The server adds addresses and the QR code.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from casekit.language import LANGUAGES
from casekit.questions.bank import QUESTIONS
from casekit.room.course.affairs import Affairs
from casekit.room.course.agenda import COMMITS, EXHIBITS, GRIDS
from casekit.room.course.teams import Team
from casekit.room.course.votes import OPINIONS_BET, OPTIONS, voted
from casekit.room.views import told
from casekit.room.views.known import KnownSoFar

__all__ = ["asked", "common", "entered", "person_view", "screen_view", "told_to_all"]

#: Steps in which a team sees its board.
BOARDS = ("board", *COMMITS.values())

View = dict[str, Any]
#: Ids of people whose line stands.
Here = Collection[str]


def person_view(
    affairs: Affairs, known: KnownSoFar, person: str, lang: str, now_ms: int, here: Here
) -> View:
    """What a participant's browser shows; without a name or a team it may join.

    Parameters
    ----------
    affairs
        The room.
    known
        What of company and rounds is known, in that language.
    person
        Id of the reader.
    lang
        Code of the language.
    now_ms
        The server's clock.
    here
        Ids of people whose line stands.
    """
    guest, team_id = affairs.people.get(person), affairs.team_of(person)
    team = None if team_id is None else _own_team(affairs, team_id, affairs.teams[team_id])
    return {
        **common("person", affairs, known, lang, now_ms, here),
        "you": None if guest is None else {"name": guest.name},
        "removed": _removed(affairs, person),
        "team": team,
        "ask": None if team is None else _ask(affairs, known, person),
        "told": {}
        if team is None
        else {
            **told_to_all(affairs, known),
            **told.leaders(affairs, known, team_id),
            "result": told.result(affairs, known, team_id),
            "reveal": told.reveal(affairs, known, team_id, person),
        },
    }


def _removed(affairs: Affairs, person: str) -> str | None:
    """What the facilitator took out, so that this one has to join again: `person` or `team`."""
    if person in affairs.removed:
        return "person"
    guest = affairs.people.get(person)
    return "team" if guest is not None and guest.team is None else None


def screen_view(affairs: Affairs, known: KnownSoFar, lang: str, now_ms: int, here: Here) -> View:
    """What the big screen shows; parameters as of `person_view`."""
    return {
        **common("screen", affairs, known, lang, now_ms, here),
        "ask": asked(affairs, known),
        "told": {
            **told_to_all(affairs, known),
            **told.leaders(affairs, known),
            "news": told.news(affairs, known),
            "points": told.points(affairs, known),
            "reveal": told.reveal(affairs, known),
        },
        "exhibits": _exhibits(affairs, known),
        "teams": _progress(affairs),
    }


def _exhibits(affairs: Affairs, known: KnownSoFar) -> list[Mapping[str, Any]] | None:
    """Pictures that hang on while the first plan is made; none whose vote is still ahead."""
    if affairs.step not in ("board", COMMITS[1]):
        return None
    ahead = set(affairs.agenda.steps) - affairs.left
    seen = [known.pictures.get(name) for name in EXHIBITS if name not in ahead]
    return [picture for picture in seen if picture] or None


def _progress(affairs: Affairs) -> list[View]:
    """How far each team is in the current step: what a wall may say of it."""
    done, number = voted(affairs, affairs.step), affairs.round_decided or 0
    rows = []
    for team_id, team in affairs.standing_teams.items():
        people = affairs.people_of(team_id)
        rows.append(
            {
                "name": team.name,
                "people": len(people),
                "voted": sum(person in done for person in people),
                "committed": team.committed(number) is not None,
                "foretold": team.forecast_is_of_plan(number),
            }
        )
    return rows


def common(
    role: str, affairs: Affairs, known: KnownSoFar, lang: str, now_ms: int, here: Here
) -> View:
    """What every view begins with; parameters as of `person_view`, and the reader's role."""
    step = affairs.step
    # No round has the number nought: where none is decided, nobody has committed.
    number = affairs.round_decided or 0
    teams = affairs.standing_teams
    committed = [team for team in teams.values() if team.committed(number)]
    foretold = [team for team in committed if team.forecast_is_of_plan(number)]
    return {
        "kind": "view",
        "turn": affairs.number,
        "role": role,
        "lang": lang,
        "languages": list(LANGUAGES),
        "currency": known.currency,
        "now": now_ms,
        "room": {
            "code": affairs.founding.code,
            "link": f"/?room={affairs.founding.code}",
            "company": known.company,
            "doors": affairs.doors and not affairs.finished,
            "revealed": affairs.revealed,
            "finished": affairs.finished,
        },
        "step": {
            "code": step,
            "state": "open" if affairs.open else "closed",
            "ends_at": affairs.ends_ms,
            "minutes": affairs.agenda.minutes_of(step),
        },
        "agenda": [
            {"code": code, "minutes": affairs.agenda.minutes_of(code)}
            for code in affairs.agenda.steps
        ],
        "counts": {
            "teams": len(teams),
            "people": len(affairs.people),
            "here": sum(person in here for person in affairs.people),
            "voted": len(voted(affairs, step)),
            "committed": len(committed),
            "foretold": len(foretold),
        },
    }


def _own_team(affairs: Affairs, team_id: str, team: Team) -> View:
    return {
        "id": team_id,
        "name": team.name,
        "code": team.code,
        "link": f"/join/{team.code}",
        "people": [affairs.people[person].name for person in affairs.people_of(team_id)],
        **entered(affairs, team),
        "board": f"/board/{team_id}" if affairs.step in BOARDS else None,
        "home": "/home.zip" if affairs.revealed else None,
    }


def entered(affairs: Affairs, team: Team) -> View:
    """Plan and forecast of a team for the round at hand, told in short."""
    number = affairs.round_decided or affairs.round_shown or 1
    plan, forecast = team.committed(number), team.forecast(number)
    current = team.forecast_is_of_plan(number)
    return {
        "committed": plan
        and {
            "round": number,
            "at": plan.at_ms,
            "reason": plan.answer["reason"],
            "late": plan.late or None,
            "by_forecast": current,
        },
        "forecast": forecast
        and {
            "profit": list(forecast.answer["profit_nine_months_krub"]),
            "margin": list(forecast.answer["margin_month_nine_krub"]),
            "current": current,
        },
    }


def _ask(affairs: Affairs, known: KnownSoFar, person: str) -> View | None:
    """What the current step asks of a person, and what was answered."""
    every, step = asked(affairs, known), affairs.step
    if step in GRIDS and every:
        return {**every, "answers": affairs.bets.get(step, {}).get(person)}
    if step in EXHIBITS and every:
        return {**every, "choice": affairs.choices.get(step, {}).get(person)}
    return every


def asked(affairs: Affairs, known: KnownSoFar) -> View | None:
    """What the current step asks of everybody."""
    step = affairs.step
    if step in GRIDS:
        question = QUESTIONS[OPINIONS_BET]
        return {"kind": "grid", "rows": list(question.items), "options": list(question.choices)}
    if step in EXHIBITS:
        # The audit is guessed before its picture is seen.
        seen = step != "audit" or not affairs.open
        picture = known.pictures.get(step) if seen else None
        options = list(OPTIONS[step])
        return {"kind": "choice", "exhibit": step, "options": options, "picture": picture}
    if step in BOARDS:
        number = affairs.round_decided
        return {"kind": "board", "commit": number is not None and affairs.open, "round": number}
    return None


def told_to_all(affairs: Affairs, known: KnownSoFar) -> View:
    """What the current step tells everybody alike."""
    return {
        "tally": told.tally_told(affairs, known),
        "opinions": told.opinions(affairs),
        "round": told.round_state(affairs, known),
    }
