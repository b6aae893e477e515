"""A workshop of four teams played by a script: for the browser's fixture, and for proofs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from casekit.model import Plan
from casekit.questions.answers_file import COMMITTED, FORECAST
from casekit.questions.bank import QUESTIONS
from casekit.room.course.affairs import Affairs, Founding
from casekit.room.course.agenda import EXHIBITS, GRIDS, agenda_of, round_of, round_step
from casekit.room.course.board_lines import board_deed
from casekit.room.course.deeds import FACILITATOR, RoomDeed, begin_deed, read_message
from casekit.room.course.folding import apply
from casekit.room.course.votes import OPINIONS_BET, OPTIONS

__all__ = ["Scripted"]

#: When the scripted workshop begins, milliseconds since 1970.
_BEGINS_MS = 1_790_000_000_000
#: Teams, who is in them, and the plan of each in every round; the last commits nothing.
_TEAMS: tuple[tuple[str, Sequence[str], Mapping[str, float]], ...] = (
    ("Север", ("Анна", "Борис"), {"expansion": 6, "retention": -6}),
    ("Lighthouse", ("Grace", "Omar"), {"conversion": 8, "service": -8}),
    ("<b>Tabs & Co</b>", ("Li",), {"retention": 4, "admin": -4}),
    ("Тихая гавань", ("Вера",), {}),
)


class Scripted:
    """A workshop of four teams, deed by deed.

    Parameters
    ----------
    minutes
        Its length.
    """

    def __init__(self, minutes: int = 180) -> None:
        agenda = agenda_of(minutes)
        founding = Founding("digest", None, "1", "CAFE47", "facilitator", "screen")
        self.deeds: list[RoomDeed] = [begin_deed(founding, agenda, _BEGINS_MS)]
        self.affairs: Affairs = apply(None, self.deeds[0])

    @property
    def now_ms(self) -> int:
        """The clock: a deed every ten seconds."""
        return _BEGINS_MS + 10_000 * len(self.deeds)

    def say(self, by: str, do: str, **facts: Any) -> None:
        """Do what a browser asks for."""
        message = {"do": do, "id": f"d{len(self.deeds)}", **facts}
        self.do(read_message(message, by, self.now_ms))

    def do(self, deed: RoomDeed) -> None:
        """Do a deed."""
        self.affairs = apply(self.affairs, deed)
        self.deeds.append(deed)

    def moments(self) -> Iterator[str]:
        """Play the whole workshop; stops where views differ, with the name of that moment.

        The step's code; `-begun` before anybody answered, `-closed` once it is shut.
        """
        yield "empty"
        self.join()
        yield "join"
        for step in self.affairs.agenda.steps[1:]:
            number = round_of(step)
            if number is not None and step == round_step(number):
                self.say(FACILITATOR, "play", round=number)
                yield step
                continue
            self.say(FACILITATOR, "go", step=step)
            if step in ("bet", "audit", "commit"):
                yield f"{step}-begun"
            self.answer()
            if self.affairs.round_decided is not None:
                self.commit(self.affairs.round_decided)
            yield step
            self.say(FACILITATOR, "close")
            if step != "reveal":
                yield f"{step}-closed"
        self.say(FACILITATOR, "finish")
        yield "finished"

    def join(self) -> None:
        """Everybody joins."""
        for place, (team, people, _) in enumerate(_TEAMS, 1):
            for number, name in enumerate(people, 1):
                person, code = f"p{place}{number}", f"TEAM{place + 2}{place + 2}"
                if number > 1:
                    self.say(person, "join", name=name, code=code)
                    continue
                message = {"do": "join", "id": f"d{len(self.deeds)}", "name": name, "team": team}
                deed = read_message(message, person, self.now_ms)
                # The same codes in every recording.
                self.do(replace(deed, facts={**deed.facts, "new_code": code}))

    def answer(self) -> None:
        """Everybody answers what the step asks, each in another way."""
        step, question = self.affairs.step, QUESTIONS[OPINIONS_BET]
        for place, person in enumerate(self.affairs.people):
            if step in EXHIBITS:
                options = OPTIONS[step]
                self.say(person, "vote", exhibit=step, choice=options[place % len(options)])
            if step in GRIDS:
                # The second time some have learned, and the last one answers nothing.
                shift = place + (step == "vote") * (place % 2)
                answers = {
                    row: question.choices[(shift + number) % len(question.choices)]
                    for number, row in enumerate(question.items)
                }
                if step == "bet" or place:
                    self.say(person, "bet", answers=answers)

    def commit(self, number: int) -> None:
        """Teams that have a plan commit it, with a reason and a forecast."""
        for place, (_, _, hours) in enumerate(_TEAMS, 1):
            if not hours:
                continue
            plan = Plan({"all": hours}).to_plain()
            reason = "Hours go where they bring most"
            self._keep(place, number, COMMITTED, {"plan": plan, "reason": reason})
            forecast = {
                "profit_nine_months_krub": [-500.0 * place, 1000.0, 3000.0],
                "margin_month_nine_krub": [-100.0, 200.0, 600.0],
                "sure_share": 0.8,
                "plan": plan,
            }
            self._keep(place, number, FORECAST, forecast)

    def _keep(self, place: int, number: int, question: str, answer: Mapping[str, Any]) -> None:
        line = {"question": question, "version": 1, "company": "digest", "at": "", "answer": answer}
        self.do(board_deed(f"p{place}1", f"t{place}", number, line, self.now_ms))
