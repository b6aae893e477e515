"""Steps of a workshop as data: what comes after what, how long, and what needs what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from casekit.errors import InvalidArgument

__all__ = [
    "COMMITS",
    "EXHIBITS",
    "GRIDS",
    "LENGTHS",
    "MOST_MINUTES",
    "ROUNDS",
    "STEPS",
    "Agenda",
    "agenda_of",
    "round_of",
    "round_step",
]

#: Lengths of a workshop, minutes.
LENGTHS = (90, 180)
#: Minutes that a step may be given at once.
MOST_MINUTES = 120
#: Steps that show an exhibit and ask a vote; steps that ask about the six opinions.
EXHIBITS = ("audit", "averages")
GRIDS = ("bet", "vote")
#: Steps in which a plan is committed, by the round that carries it out.
COMMITS: Mapping[int, str] = MappingProxyType({1: "commit", 2: "decide_2", 3: "decide_3"})
#: How many rounds a workshop of a length has at most.
ROUNDS: Mapping[int, int] = MappingProxyType({90: 1, 180: 3})


@dataclass(frozen=True)
class _Planned:
    """A step: its minutes in each length that has it, and which steps it cannot do without.

    Of `needs` one is enough.
    """

    minutes: Mapping[int, int]
    needs: tuple[str, ...] = ()


#: Every step in its order.
_PLANNED: Mapping[str, _Planned] = {
    "join": _Planned({90: 5, 180: 5}),
    "bet": _Planned({90: 8, 180: 10}),
    "audit": _Planned({90: 10, 180: 12}),
    "averages": _Planned({90: 10, 180: 13}),
    "board": _Planned({90: 15, 180: 25}),
    "commit": _Planned({90: 7, 180: 10}),
    "round_1": _Planned({90: 13, 180: 18}, needs=("commit", "board")),
    "decide_2": _Planned({180: 15}, needs=("round_2",)),
    "round_2": _Planned({180: 15}, needs=("round_1",)),
    "decide_3": _Planned({180: 12}, needs=("round_3",)),
    "round_3": _Planned({180: 15}, needs=("round_2",)),
    "vote": _Planned({90: 5, 180: 6}),
    "reveal": _Planned({90: 17, 180: 24}),
}
STEPS = tuple(_PLANNED)


@dataclass(frozen=True)
class Agenda:
    """What a workshop does.

    Parameters
    ----------
    minutes
        Its length, one of `LENGTHS`.
    steps
        Codes of its steps, in order.
    lasts
        Minutes of steps that whoever leads has changed, by code.
    """

    minutes: int
    steps: tuple[str, ...]
    lasts: Mapping[str, int] = field(default_factory=dict)

    def minutes_of(self, step: str) -> int:
        """Minutes that a step is planned to take, whether the agenda has it or not."""
        return self.lasts.get(step, _PLANNED[step].minutes[self.minutes])

    @property
    def planned(self) -> int:
        """Minutes of all its steps: steps left out leave some of its length free."""
        return sum(self.minutes_of(step) for step in self.steps)

    def after(self, step: str) -> str | None:
        """The step that follows; None after the last."""
        place = self.steps.index(step) + 1
        return self.steps[place] if place < len(self.steps) else None

    @property
    def rounds(self) -> tuple[int, ...]:
        """Numbers of the rounds."""
        return tuple(number for number in COMMITS if round_step(number) in self.steps)

    def commits_for(self, step: str) -> int | None:
        """The round whose plan is committed in a step; None where none is.

        Where the step `commit` is left out, the plan is committed while the boards are open.
        """
        for number, own in COMMITS.items():
            if step == own:
                return number
        left_out = COMMITS[1] not in self.steps
        return 1 if step == "board" and left_out and 1 in self.rounds else None


def round_step(number: int) -> str:
    """Step that shows a round."""
    return f"round_{number}"


def round_of(step: str) -> int | None:
    """The round that a step shows or whose plan it decides; None for other steps."""
    name, _, number = step.partition("_")
    return int(number) if name in ("round", "decide") else None


def agenda_of(
    minutes: int, without: Iterable[str] = (), lasts: Mapping[str, int] | None = None
) -> Agenda:
    """Agenda of a length, some steps left out, some longer or shorter than usual.

    Parameters
    ----------
    minutes
        One of `LENGTHS`.
    without
        Codes of steps that are left out; one that this length lacks anyway is no fault.
    lasts
        Minutes of steps, by code, in place of the usual ones.

    Raises
    ------
    InvalidArgument
        If there is no such length or step, a step is left out that another needs, nothing is
        left, or a step would last no minute or more than `MOST_MINUTES`.

    Examples
    --------
    >>> agenda_of(90, without=["audit", "averages", "vote"]).steps
    ('join', 'bet', 'board', 'commit', 'round_1', 'reveal')
    """
    left_out = set(without)
    if minutes not in LENGTHS or isinstance(minutes, bool):
        allowed = ", ".join(map(str, LENGTHS))
        raise InvalidArgument("room-minutes", found=str(minutes)[:20], allowed=allowed)
    strange = sorted((left_out | set(lasts or {})) - set(STEPS))
    if strange:
        raise InvalidArgument("room-step-unknown", found=strange[0][:40], allowed=", ".join(STEPS))
    for code, planned in (lasts or {}).items():
        if not 1 <= planned <= MOST_MINUTES:
            told = {"found": str(planned), "most": MOST_MINUTES}
            raise InvalidArgument("room-step-minutes", step=code, **told)
    steps = tuple(
        code for code, step in _PLANNED.items() if minutes in step.minutes and code not in left_out
    )
    if not steps:
        raise InvalidArgument("room-agenda-empty")
    for code in steps:
        needs = _PLANNED[code].needs
        if needs and not set(needs) & set(steps):
            raise InvalidArgument("room-agenda-needs", step=code, needs=needs[0])
    of_length = {
        code: planned
        for code, planned in (lasts or {}).items()
        if minutes in _PLANNED[code].minutes and planned != _PLANNED[code].minutes[minutes]
    }
    return Agenda(minutes, steps, of_length)
