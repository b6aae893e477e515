"""A reader at the board: takes deeds, answers with numbers; in a notebook and on the page alike."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Sequence
from typing import Any

from casekit import language
from casekit.board.commitment import Commitment
from casekit.board.deeds import AFTER_COMMIT, Deed, read_deed
from casekit.board.desk import Desk, Look
from casekit.board.plain import plain, plain_list
from casekit.board.shared import Answers, SharedModel
from casekit.board.slow import Message, Slow
from casekit.board.view import company_message, curves_message, scenario_row, view_of
from casekit.board.words import words_message
from casekit.errors import CasekitError, InvalidArgument
from casekit.model import EVERYBODY, Comparison, Plan
from casekit.model.response.forms import PRESSURES
from casekit.questions.answers_file import Keeper

__all__ = ["Session"]

_LOG = logging.getLogger(__name__)

#: Most plans put aside.
MOST_SCENARIOS = 12


class Session:
    """The state of one reader, and what each deed makes of it.

    Parameters
    ----------
    shared
        The company.
    keeper
        Where commits, forecasts and the plan are kept.
    lang
        Language of the board; the reader can switch.
    optimum
        Whether the optimum is shown before a plan is committed: for instructors and own work.
    decides, foretells
        Whether the reader decides here, on the plan that stands, and whether the forecast is
        entered here: see `Commitment`.
    sealed
        Whether the optimum is still shut for all who decide, whatever was committed: see
        `Commitment`.
    """

    def __init__(
        self,
        shared: SharedModel,
        keeper: Keeper,
        lang: str,
        optimum: bool = False,
        decides: bool = False,
        foretells: bool = True,
        sealed: Callable[[], bool] | None = None,
    ) -> None:
        self.shared = shared
        self.commitment = Commitment(shared, keeper, optimum, decides, foretells, sealed)
        self.lang, self.turn, self.sheet = lang, 0, Look().sheet
        self.pressure = PRESSURES[0]
        self.answers: dict[str, list[float]] = {}
        self.desk = Desk(shared.comparison())
        if decides and self.commitment.standing:
            self.desk.plan = self.commitment.standing.plan
        self._save: Callable[[Session], Message] | None = None
        # How sure the plan on the board is, once it was worked out, by whose hours are looked at.
        self._slow: dict[tuple[object, ...], Message] = {}
        self._chances: dict[tuple[Comparison, Plan], float | None] = {}
        self._done: object = None  # the last message that was answered

    @property
    def plan(self) -> Plan:
        """The plan on the board."""
        return self.desk.plan

    @property
    def look(self) -> Look:
        """What is looked at; several people at one board have each their own."""
        return Look(self.desk.scope, self.desk.phase, self.sheet)

    @look.setter
    def look(self, look: Look) -> None:
        self.desk.scope, self.desk.phase, self.sheet = look

    def saves(self, save: Callable[[Session], Message]) -> None:
        """Say what writes the plan's files, or gives them away."""
        self._save = save

    def opening(self) -> list[Message]:
        """What a browser needs that has just come: the company, all words, and the view."""
        speaks = {"kind": "language", "to": self.lang}
        # A card may have kept a forecast since.
        self.commitment.read()
        return [
            company_message(self.shared),
            words_message(self.commitment.decides),
            speaks,
            *self.shown(),
            *self._committed(),
        ]

    def answer(self, asked: object) -> list[Message]:
        """Do what a message asks and say what the board shows then.

        Nothing is done of a message that cannot be: one `error` answers it, with a key and facts.
        So it does where the kit itself fails; the log then tells why.
        A deed under a turn that has passed is not done either, for the reader had not seen what
        stands now: an error and the present view answer it.

        Parameters
        ----------
        asked
            A message of the protocol, as JSON gives it.
        """
        turn = asked.get("turn") if isinstance(asked, dict) else None
        try:
            return self._answer(asked, turn)
        except Exception as fault:
            # Unsaid, it would leave a board that is blank or still.
            return [self.fault(fault, turn)]

    def fault(self, fault: BaseException, turn: object = None) -> Message:
        """What is said where the kit itself failed: the error's name, and that nothing is lost."""
        _LOG.error("the board failed", exc_info=fault)
        return self.refusal(CasekitError("deed-fault", what=type(fault).__name__), turn)

    def _answer(self, asked: object, turn: object) -> list[Message]:
        try:
            deed = read_deed(asked)
            if deed.do == "hello":
                return self.opening()
            if asked == self._done:
                # Sent again by a browser that lost the line before the answer came.
                return self.shown()
            if deed.turn is not None and deed.turn <= self.turn:
                stale = InvalidArgument("deed-stale", turn=deed.turn, now=self.turn)
                return [self.refusal(stale, turn), *self.shown()]
            with language.using(self.lang, self.shared.base.currency):
                extra = self._do(deed)
        except CasekitError as error:
            return [self.refusal(error, turn)]
        self.turn = self.turn + 1 if deed.turn is None else deed.turn
        self._done = None if deed.turn is None else asked
        return [*self.shown(), *({**message, "turn": self.turn} for message in extra)]

    def shown(self) -> list[Message]:
        """The view, and what of it was worked out already."""
        desk = self.desk
        hours = desk.hours_of(desk.plan)
        figures = desk.comparison.figures(desk.plan, desk.scope, desk.phase, hours)
        rows = [scenario_row(desk.comparison, *kept) for kept in desk.scenarios.items()]
        for row, plan in zip(rows, desk.scenarios.values(), strict=True):
            # Until it is known there is no such key: null means that nobody can tell.
            if (desk.comparison, plan) in self._chances:
                row["chance"] = self._chances[desk.comparison, plan]
        view: Message = {
            "kind": "view",
            "turn": self.turn,
            **view_of(desk, figures),
            "pressure": self.pressure,
            "judged": sorted(self.answers),
            "answers": self.answers,
            "proposals": company_message(self.shared)["proposals"],
            "sheet": self.sheet,
            "language": self.lang,
            "scenarios": rows,
            "committed": self.commitment.brief(),
            "optimum": self._optimum(figures.gain_krub),
        }
        known = self._slow.get(self._slow_key(desk.scope))
        return [view] if known is None else [view, {**known, "turn": self.turn}]

    def slow(self) -> Slow | None:
        """What is still to be worked out about the plan on the board; None if nothing is."""
        desk = self.desk
        if self._slow_key(desk.scope) in self._slow:
            return None
        kept = tuple(
            (name, plan)
            for name, plan in desk.scenarios.items()
            if (desk.comparison, plan) not in self._chances
        )
        return Slow(self.shared, self.turn, desk.comparison, desk.plan, desk.scope, kept)

    def after_slow(self, slow: Slow, message: Message) -> list[Message]:
        """What is sent of what was worked out: nothing where the board has moved on since."""
        if slow.turn != self.turn:
            return []
        told = {line["name"]: line["chance"] for line in message["scenarios"]}
        new = {(slow.comparison, plan): told[name] for name, plan in slow.scenarios}
        plans = set(self.desk.scenarios.values())
        known = {key: chance for key, chance in self._chances.items() if key[1] in plans}
        self._chances = known | new
        now = self._slow_key(slow.scope)
        same = {key: known for key, known in self._slow.items() if key[1:] == now[1:]}
        self._slow = {**same, now: message}
        # Plans beside it stand in the view, which then says their chances too.
        return self.shown() if new else [message]

    def _slow_key(self, scope: str) -> tuple[object, ...]:
        desk = self.desk
        return scope, desk.comparison, desk.plan, frozenset(desk.scenarios.values())

    def refusal(self, error: CasekitError, turn: object) -> Message:
        """What answers a deed that is not done, under its turn, with facts that are plain."""
        facts = {
            name: fact if isinstance(fact, int | float | str) else str(fact)
            for name, fact in error.facts.items()
            if not isinstance(fact, tuple | list)
        }
        told = turn if isinstance(turn, int) and not isinstance(turn, bool) else self.turn
        return {"kind": "error", "turn": told, "key": error.key, "facts": facts}

    def _optimum(self, gain_krub: float) -> dict[str, Any] | None:
        """What part of the attainable the plan on the board reaches; None before a commit."""
        if not self.commitment.open:
            return None
        best, desk, base = self.shared.base.best, self.desk, self.shared.base
        if desk.scope != EVERYBODY:
            gain_krub = base.figures(desk.plan).gain_krub
        # Under other prices or curves another plan would be the best: no share is told then.
        untold = best.already_best or desk.comparison is not base
        return {
            "attainable_krub": plain(best.gain_krub),
            "share": None if untold else plain(gain_krub / best.gain_krub),
            "best": plain_list(base.best_hours(desk.scope, desk.phase)),
        }

    # Deeds

    def _do(self, deed: Deed) -> list[Message]:
        """Do it, and give what is sent beside the view."""
        found = _DEEDS[deed.do](self, **deed.facts)
        return list(found or ())

    def _move(self, activity: str, hours: float) -> None:
        self._need_free(activity)
        self.desk.move(activity, hours)

    def _person(self, code: str, activity: str, hours: float) -> None:
        if code not in self.shared.base.calibration.rep_ids:
            raise InvalidArgument("deed-person", found=code[:40])
        self._need_free(activity)
        self.desk.move(activity, hours, code)

    def _need_free(self, activity: str) -> None:
        if activity in self.desk.fixed:
            raise InvalidArgument("deed-locked", activity=activity)

    def _scope(self, code: str) -> list[Message]:
        if code not in self.desk.comparison.scopes():
            raise InvalidArgument("deed-scope", found=code[:40])
        self.desk.scope = code
        return self.curves()

    def _phase(self, place: int) -> None:
        self.desk.phase = place

    def _lock(self, activity: str, on: bool) -> None:
        if not on and activity in {"travel"} | self.shared.base.limits.locked:
            raise InvalidArgument("deed-held", activity=activity)
        self.desk.hold(activity, on)

    def _try(self, proposal: str) -> None:
        if proposal in AFTER_COMMIT:
            self.commitment.need_open()
        own = {"personal": lambda: self.shared.personal, "norm": lambda: self.shared.norm.plan}
        plan = own.get(proposal, lambda: self.shared.opinion(proposal))()
        if plan is None:
            raise InvalidArgument("deed-no-benchmark")
        self.desk.put(plan)

    def _keep(self, name: str) -> None:
        kept = self.desk.scenarios
        if name not in kept and len(kept) >= MOST_SCENARIOS:
            raise InvalidArgument("deed-too-many", most=MOST_SCENARIOS)
        self.desk.keep(name)

    def _show(self, name: str) -> None:
        self._need_kept(name)
        self.desk.put(self.desk.scenarios[name])

    def _drop(self, name: str) -> None:
        self._need_kept(name)
        del self.desk.scenarios[name]

    def _need_kept(self, name: str) -> None:
        if name not in self.desk.scenarios:
            raise InvalidArgument("deed-no-scenario", found=name)

    def _pressure(self, to: str) -> list[Message]:
        return self._assume(to, self.answers)

    def _judge(self, activity: str, answers: Sequence[float] | None) -> list[Message]:
        judged = {name: told for name, told in self.answers.items() if name != activity}
        return self._assume(self.pressure, judged | ({activity: answers} if answers else {}))

    def _assume(self, pressure: str, answers: Answers) -> list[Message]:
        """Look at the same plan under other assumptions."""
        self.desk.comparison = self.shared.comparison(pressure, answers)
        self.pressure, self.answers = pressure, {name: list(told) for name, told in answers.items()}
        return [*self._committed(), *self.curves()]

    def _sheet(self, name: str) -> list[Message]:
        self.sheet = name
        return self.curves()

    def curves(self) -> list[Message]:
        """The curves, where they are looked at."""
        if self.sheet != "curves":
            return []
        curves = curves_message(self.desk.comparison, self.desk.scope)
        return [{"kind": "curves", "scope": self.desk.scope, "curves": curves}]

    def _commit(self, reason: str) -> list[Message]:
        self.commitment.commit(self.desk.plan, reason)
        return self._committed()

    def _forecast(self, **facts: float) -> list[Message]:
        self.commitment.forecast(facts)
        return self._committed()

    def _committed(self) -> list[Message]:
        """What was committed against the attainable, once that may be told."""
        if not self.commitment.open:
            return []
        return [{"kind": "committed", **self.commitment.told(self.desk.comparison)}]

    def _write(self) -> list[Message]:
        if self._save is None:
            raise InvalidArgument("deed-no-files")
        try:
            return [self._save(self)]
        except OSError:
            raise InvalidArgument("deed-unwritable") from None

    def _speak(self, to: str) -> None:
        self.lang = to

    # What is kept of a reader

    def state(self) -> str:
        """The board as JSON, to be taken up again by `restore`."""
        desk = self.desk
        return json.dumps(
            {
                "plan": desk.plan.to_json(),
                **self.look._asdict(),
                "fixed": sorted(desk.fixed),
                "scenarios": {name: plan.to_json() for name, plan in desk.scenarios.items()},
                "pressure": self.pressure,
                "answers": self.answers,
                "language": self.lang,
                "turn": self.turn,
            },
            ensure_ascii=False,
        )

    def restore(self, kept: str) -> None:
        """Take up a board that was kept by `state` for the same company."""
        found = json.loads(kept)
        self._assume(found["pressure"], found["answers"])
        self.desk.restore(
            Plan.from_json(found["plan"]),
            found["fixed"],
            {name: Plan.from_json(plan) for name, plan in found["scenarios"].items()},
        )
        self.look = Look(found["scope"], found["phase"], found["sheet"])
        self.lang, self.turn = found["language"], found["turn"]


_DEEDS: dict[str, Callable[..., list[Message] | None]] = {
    "move": Session._move,
    "scope": Session._scope,
    "phase": Session._phase,
    "lock": Session._lock,
    "undo": lambda session: session.desk.undo(),
    "redo": lambda session: session.desk.redo(),
    "today": lambda session: session.desk.put(Plan()),
    "try": Session._try,
    "keep": Session._keep,
    "show": Session._show,
    "drop": Session._drop,
    "pressure": Session._pressure,
    "person": Session._person,
    "sheet": Session._sheet,
    "judge": Session._judge,
    "commit": Session._commit,
    "forecast": Session._forecast,
    "best": lambda session: session._try("personal"),
    "save": Session._write,
    "language": Session._speak,
}
