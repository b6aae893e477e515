"""A room in which proofs do what they like, and what must not leak from it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from casekit import language
from casekit.errors import CasekitError, InvalidArgument
from casekit.questions.answers_file import COMMITTED, FORECAST
from casekit.questions.bank import QUESTIONS
from casekit.room.course.affairs import Affairs, Founding
from casekit.room.course.agenda import Agenda, agenda_of
from casekit.room.course.board_lines import board_deed
from casekit.room.course.deeds import FACILITATOR, RoomDeed, begin_deed
from casekit.room.course.folding import apply
from casekit.room.course.votes import OPINIONS_BET
from casekit.room.views.facilitating import facilitator_view
from casekit.room.views.known import KnownSoFar
from casekit.room.views.scripted import Scripted
from casekit.room.views.shown import person_view, screen_view

#: What may be told to nobody, or to nobody yet: found in a view, it has leaked.
LUCK, SEED, TRUTH = "918273645546372819", "777000777", "canary-of-the-truth"
FOUNDING = Founding("canary-digest", (SEED, "B"), LUCK, "CAFE47", "canary-token", "canary-screen")
ROWS = QUESTIONS[OPINIONS_BET].items
ALL_WRONG = dict.fromkeys(ROWS, "wrong")
PLAN = {"version": 1, "moves": [{"scope": "all", "from_month": 1, "hours": {"service": -4.0}}]}


class Room(Scripted):
    """A room in which a test does what it likes."""

    def __init__(self, agenda: Agenda | None = None) -> None:
        super().__init__()
        self.deeds = [begin_deed(FOUNDING, agenda or agenda_of(180), self.deeds[0].at_ms)]
        self.affairs = apply(None, self.deeds[0])

    def go(self, step: str) -> None:
        self.say(FACILITATOR, "go", step=step)

    def enter(
        self, person: str, team: str, number: int, question: str = COMMITTED, **answer: Any
    ) -> None:
        full = {"plan": PLAN, "reason": "why not", **answer}
        if question == FORECAST:
            full |= {
                "profit_nine_months_krub": [0.0, 1.0, 2.0],
                "margin_month_nine_krub": [0.0, 1.0, 2.0],
            }
        line = {"question": question, "company": "digest", "answer": full}
        self.do(board_deed(person, team, number, line, self.now_ms))

    def refuses(self, *what: Any, **facts: Any) -> str:
        """Key of the refusal of what a browser asks for; the affairs stay as they are."""
        before = self.affairs
        with pytest.raises(InvalidArgument) as refusal:
            self.say(*what, **facts)
        assert self.affairs is before
        return said(refusal.value)

    def refuses_entry(self, *what: Any, **answer: Any) -> str:
        with pytest.raises(InvalidArgument) as refusal:
            self.enter(*what, **answer)
        return said(refusal.value)


def two_teams() -> Room:
    """A room with two teams, two people in the first."""
    room = Room()
    room.say("p1", "join", name="Анна", team="Север")
    room.say("p2", "join", name="Boris", code=room.affairs.teams["t1"].code)
    room.say("p3", "join", name="Li", team="South")
    return room


def said(error: CasekitError) -> str:
    """Key of an error that both languages can say with its facts."""
    for lang in language.LANGUAGES:
        with language.using(lang):
            assert "{ $" not in str(error)
            assert error.key not in str(error)
    return error.key


def stored(deeds: list[RoomDeed]) -> list[RoomDeed]:
    """Deeds as a file gives them back."""
    return [replace(deed, facts=json.loads(json.dumps(deed.facts))) for deed in deeds]


def canary(affairs: Affairs) -> KnownSoFar:
    """What a server may know, with what may not be told yet marked."""
    team = {
        "profit": {"gain": 1.0}, "hours": {"before": {"retention": 1.0}, "after": {}},
    }  # fmt: skip
    results = {
        number: {name: {**team, "own": f"only-for-{name}"} for name in played.plans}
        for number, played in affairs.played.items()
    }
    rows = [{"team": name, "gain_krub": 1.0, "share": 0.5} for name in affairs.teams]
    reveal = {
        "attainable_krub": TRUTH, "teams": rows,
        "opinions": [{"code": row, "truth": TRUTH} for row in ROWS],
    }  # fmt: skip
    pictures = {
        name: {"src": f"/{name}.svg", "narrow": f"/{name}-narrow.svg", "alt": name}
        for name in ("audit", "averages")
    }
    return KnownSoFar(
        "₽", "Tarvelis", pictures, {"audit": "30_45", "averages": "unsaid"}, results, rows, rows,
        reveal,
    )  # fmt: skip


def views(affairs: Affairs, known: KnownSoFar) -> Iterator[dict[str, Any]]:
    """Views of everybody, a newcomer among them."""
    everybody = set(affairs.people)
    yield screen_view(affairs, known, "ru", 1, everybody)
    yield facilitator_view(affairs, known, "en", 1, everybody)
    for person in (*affairs.people, "nobody"):
        yield person_view(affairs, known, person, "ru", 1, everybody)
