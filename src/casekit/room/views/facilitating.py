"""The facilitator's view: everybody, every step, and what usually comes next."""

from __future__ import annotations

from typing import Any

from casekit.room.course.affairs import Affairs
from casekit.room.course.agenda import EXHIBITS, GRIDS, agenda_of, round_step
from casekit.room.course.votes import voted
from casekit.room.views import told
from casekit.room.views.known import KnownSoFar
from casekit.room.views.shown import Here, View, asked, common, entered, told_to_all
from casekit.world.drawn_events import EVENT_KINDS

__all__ = ["facilitator_view"]


def facilitator_view(
    affairs: Affairs, known: KnownSoFar, lang: str, now_ms: int, here: Here
) -> View:
    """What the facilitator's page shows; parameters as of `shown.person_view`.

    Notes
    -----
    No truth, no luck and no event that luck chose stands here either before the reveal: the page
    may hang on the wall.
    """
    done = voted(affairs, affairs.step)
    people: dict[str, dict[str, Any]] = {
        person: {
            "id": person,
            "name": guest.name,
            "here": person in here,
            "voted": person in done,
        }
        for person, guest in affairs.people.items()
    }
    teams = []
    for team_id, team in affairs.standing_teams.items():
        own = [people[person] for person in affairs.people_of(team_id)]
        teams.append(
            {
                "id": team_id,
                "name": team.name,
                "code": team.code,
                "people": own,
                "here": sum(each["here"] for each in own),
                "voted": sum(each["voted"] for each in own),
                **entered(affairs, team),
            }
        )
    return {
        **common("facilitator", affairs, known, lang, now_ms, here),
        "agenda": _steps(affairs),
        "every": _every(affairs),
        "minutes": affairs.agenda.minutes,
        "planned": affairs.agenda.planned,
        "lasts": dict(affairs.agenda.lasts),
        "teams": teams,
        "loose": [people[person] for person, g in affairs.people.items() if g.team is None],
        "events": _events(affairs),
        "next": _next(affairs),
        "notes": _notes(affairs),
        "ask": asked(affairs, known),
        "told": {
            **told_to_all(affairs, known),
            "tally": told.tally_told(affairs, known, early=True),
            "opinions": told.opinions(affairs, early=True),
            **told.leaders(affairs, known),
            "news": told.news(affairs, known),
            "points": told.points(affairs, known),
            "reveal": told.reveal(affairs, known),
        },
        "links": {
            "screen": "/screen",
            "debrief": "/debrief" if affairs.revealed else None,
            "table": "/table.xlsx" if affairs.revealed else None,
        },
    }


def _steps(affairs: Affairs) -> list[View]:
    played = {round_step(number) for number in affairs.played}
    return [
        {
            "code": code,
            "minutes": affairs.agenda.minutes_of(code),
            "left": code in affairs.left,
            "played": code in played,
        }
        for code in affairs.agenda.steps
    ]


def _every(affairs: Affairs) -> list[View]:
    """Every step that the workshop's length has, and whether the agenda has it."""
    agenda = affairs.agenda
    return [
        {"code": code, "minutes": agenda.minutes_of(code), "in": code in agenda.steps}
        for code in agenda_of(agenda.minutes).steps
    ]


def _events(affairs: Affairs) -> View | None:
    """Events of the next round: what the facilitator chose, not what luck has in store."""
    number = affairs.round_next
    if number is None:
        return None
    chosen = affairs.events.get(number)
    kinds = None if chosen is None else list(chosen)
    return {"round": number, "kinds": kinds, "allowed": list(EVENT_KINDS)}


def _next(affairs: Affairs) -> View | None:
    """The one deed that usually comes next."""
    step, number = affairs.step, affairs.round_next
    if number is not None and step == round_step(number):
        return {"do": "play", "round": number}
    if affairs.open and step in (*EXHIBITS, *GRIDS):
        return {"do": "close"}
    after = affairs.agenda.after(step)
    if after is None:
        return None if affairs.finished else {"do": "finish"}
    if number is not None and after == round_step(number):
        return {"do": "play", "round": number}
    return {"do": "go", "step": after}


def _notes(affairs: Affairs) -> list[View]:
    """What the facilitator should know before going on: keys and facts."""
    notes: list[View] = []
    number, teams = affairs.round_decided, affairs.standing_teams
    if number is not None:
        without = [team.name for team in teams.values() if team.committed(number) is None]
        if without:
            notes.append({"key": "room-note-uncommitted", "facts": {"teams": ", ".join(without)}})
        unsure = [
            team.name
            for team in teams.values()
            if team.committed(number) and not team.forecast_is_of_plan(number)
        ]
        if unsure:
            notes.append({"key": "room-note-no-forecast", "facts": {"teams": ", ".join(unsure)}})
        played = affairs.played.get(number)
        late = played and [
            team.name
            for team in teams.values()
            if (entry := team.committed(number)) and entry.late == "results"
        ]
        if late:
            facts = {"teams": ", ".join(late), "round": number}
            notes.append({"key": "room-note-play-again", "facts": facts})
    return notes
