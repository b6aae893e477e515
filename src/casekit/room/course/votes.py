"""Votes of people: what is asked, who answered, how answers are spread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from casekit.company.schema import SELLING
from casekit.errors import InvalidArgument
from casekit.questions.bank import QUESTIONS
from casekit.room.course.affairs import Affairs
from casekit.room.course.agenda import EXHIBITS, GRIDS

__all__ = [
    "OPINIONS_BET",
    "OPTIONS",
    "bet",
    "tally",
    "tally_of_rows",
    "vote",
    "voted",
]

#: The grid of the six opinions in the bank.
OPINIONS_BET = "opinions.bet"
#: What can be chosen at an exhibit: how many of a hundred hours are selling; which kind of selling
#: is given the next hour, or that averages cannot tell.
OPTIONS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "audit": ("under_30", "30_45", "45_60", "over_60"),
        "averages": (*SELLING, "unsaid"),
    }
)


def bet(affairs: Affairs, person: str, answers: Mapping[str, str]) -> Affairs:
    """Take a person's answers on the six opinions; of each opinion the last answer counts.

    Raises
    ------
    InvalidArgument
        If it is not the time for that, or the person has no team.
    """
    _need_voter(affairs, person)
    if affairs.revealed:
        raise InvalidArgument("room-after-reveal")
    if affairs.step not in GRIDS or not affairs.open:
        raise InvalidArgument("room-shut", step=affairs.step)
    before = affairs.bets.get(affairs.step, {})
    own = {**before.get(person, {}), **answers}
    return replace(affairs, bets={**affairs.bets, affairs.step: {**before, person: own}})


def vote(affairs: Affairs, person: str, exhibit: str, choice: str) -> Affairs:
    """Take a person's vote at an exhibit; the last one counts.

    Raises
    ------
    InvalidArgument
        If it is not the time for that, or the person has no team.
    """
    _need_voter(affairs, person)
    if affairs.step != exhibit or not affairs.open:
        raise InvalidArgument("room-shut", step=affairs.step)
    before = affairs.choices.get(exhibit, {})
    return replace(affairs, choices={**affairs.choices, exhibit: {**before, person: choice}})


def _need_voter(affairs: Affairs, person: str) -> None:
    if affairs.team_of(person) is None:
        raise InvalidArgument("room-no-team")
    if affairs.finished:
        raise InvalidArgument("room-finished")


def voted(affairs: Affairs, step: str) -> frozenset[str]:
    """Ids of people who answered all that a step asks; none where it asks nothing."""
    return affairs.once(("voted", step), lambda: _voted(affairs, step))


def _voted(affairs: Affairs, step: str) -> frozenset[str]:
    if step in EXHIBITS:
        return frozenset(affairs.choices.get(step, {}).keys() & affairs.people.keys())
    rows = len(QUESTIONS[OPINIONS_BET].items)
    answers = affairs.bets.get(step, {})
    return frozenset(person for person in affairs.people if len(answers.get(person, {})) == rows)


def tally(affairs: Affairs, exhibit: str) -> list[dict[str, Any]]:
    """How many chose each option of an exhibit."""
    choices = affairs.choices.get(exhibit, {})
    count = Counter(choices[person] for person in affairs.people if person in choices)
    return [{"code": code, "count": count[code]} for code in OPTIONS[exhibit]]


def tally_of_rows(affairs: Affairs, step: str) -> dict[str, dict[str, int]]:
    """How many gave each answer, by row of the six opinions."""
    question = QUESTIONS[OPINIONS_BET]
    answers = affairs.bets.get(step, {})
    own = [answers[person] for person in affairs.people if person in answers]
    rows = {}
    for row in question.items:
        count = Counter(found[row] for found in own if row in found)
        rows[row] = {option: count[option] for option in question.choices}
    return rows
