"""A short workshop played by a script, and every view of it: what the browser's fixture shows.

``python -m casekit.room.recorded > src/casekit/board/browser/fixture/room.json``
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from casekit import language
from casekit.company import Case
from casekit.company.loading import read_company
from casekit.model import Plan
from casekit.questions.answers_file import COMMITTED, FORECAST
from casekit.questions.bank import QUESTIONS
from casekit.room.affairs import Affairs, Founding
from casekit.room.agenda import EXHIBITS, GRIDS, agenda_of, round_of, round_step
from casekit.room.board_lines import board_deed
from casekit.room.deeds import FACILITATOR, RoomDeed, begin_deed, read_message
from casekit.room.exhibits import Exhibits, right_option
from casekit.room.facilitating import facilitator_view
from casekit.room.folding import apply
from casekit.room.known import Known
from casekit.room.results import team_result
from casekit.room.revealing import Revealing, who_was_right
from casekit.room.rounds import Rounds
from casekit.room.score import forecasters, leader_board
from casekit.room.shown import person_view, screen_view
from casekit.room.votes import OPINIONS_BET, OPTIONS
from casekit.setup.places import HERE
from casekit.world.shipped import shipped_company

__all__ = ["Scripted", "as_lines", "recorded"]

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


class _Told:
    """What the script's rounds brought, worked out as in a real room."""

    def __init__(self, root: Path) -> None:
        self._world = shipped_company().world
        self._case: Case = read_company(root / "data")
        self._exhibits = Exhibits(self._case)
        self._revealing = Revealing(root, self._world, self._case)
        self._rounds = Rounds(self._world, "1")

    def known(self, affairs: Affairs, lang: str) -> Known:
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
        return Known(
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
    """Views of each role at every step.

    By the step's code; `-begun` before anybody answered, `-closed` once it is shut.

    Parameters
    ----------
    root
        The kit's top folder.
    lang
        The readers' language.
    """
    script, told = Scripted(), _Told(root)
    views: dict[str, dict[str, Any]] = {}

    def keep(name: str) -> None:
        a, known = script.affairs, told.known(script.affairs, lang)
        rest = known, lang, script.now_ms, set(a.people)
        views[name] = {
            "person": person_view(a, known, "p11", *rest[1:]),
            "newcomer": person_view(a, known, "p99", *rest[1:]),
            "screen": screen_view(a, *rest),
            "facilitator": facilitator_view(a, *rest),
        }

    keep("empty")
    script.join()
    keep("join")
    for step in script.affairs.agenda.steps[1:]:
        number = round_of(step)
        if number is not None and step == round_step(number):
            script.say(FACILITATOR, "play", round=number)
            keep(step)
            continue
        script.say(FACILITATOR, "go", step=step)
        if step in ("bet", "audit", "commit"):
            keep(f"{step}-begun")
        script.answer()
        if script.affairs.round_decided is not None:
            script.commit(script.affairs.round_decided)
        keep(step)
        script.say(FACILITATOR, "close")
        if step != "reveal":
            keep(f"{step}-closed")
    script.say(FACILITATOR, "finish")
    keep("finished")
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
