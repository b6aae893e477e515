"""Answers of two submissions that are the same more often than by chance.

Right answers are alike by themselves and say nothing. What is weighed is what could have been
otherwise: wrong answers, guesses, forecasts and plans. Each that is the same speaks for a copy, the
more the rarer it is; each that differs speaks against it.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from casekit.questions import Question

__all__ = ["Free", "SameAnswers", "free_answer", "same_answers"]

#: Bits of evidence from which a pair is shown; the number of pairs looked at comes on top.
_BITS = 20.0
_FEWEST_SAME = 5
#: Part of its answers that a copy leaves as they are.
_LEFT = 0.85
#: How many answers of others the chance known beforehand is worth.
_PRIOR = 3.0
#: How likely two people give one answer that is no right one, where nothing else is known.
_CHANCES = {"number": 1 / 6, "several": 1 / 6, "order": 1 / 4, "grid": 1 / 12, "table": 1 / 12,
            "range": 1 / 30, "plan": 1 / 12}  # fmt: skip


@dataclass(frozen=True)
class Free:
    """An answer as text, whether it is the right one, and the chance of giving the same."""

    told: str
    right: bool
    chance: float


@dataclass(frozen=True)
class SameAnswers:
    """A pair: how many answers that are not the right ones are the same, of how many."""

    one: str
    other: str
    same: int
    of: int


def free_answer(question: Question, value: Any, right: bool) -> Free:
    """An answer, ready to be compared.

    Parameters
    ----------
    question
        What was asked.
    value
        The answer, as plain JSON.
    right
        Whether the key says so; guesses, forecasts and plans are never that.
    """
    if question.kind == "plan" and isinstance(value, dict):
        # The reason is a text and compared as such.
        value = value.get("plan", value)
    options = max(2, len(question.choices) - question.sealed)
    told = json.dumps(value, sort_keys=True, default=str)
    return Free(told, right, _CHANCES.get(question.kind, 1 / options))


def same_answers(answers: Mapping[str, Mapping[str, Free]]) -> list[SameAnswers]:
    """Pairs whose answers are the same beyond chance, the surest first.

    Parameters
    ----------
    answers
        By submission and question.
    """
    counts: dict[str, Counter[str]] = {}
    for given in answers.values():
        for name, answer in given.items():
            if not answer.right:
                counts.setdefault(name, Counter())[answer.told] += 1
    names = sorted(answers)
    needed = _BITS + math.log2(max(1, len(names) * (len(names) - 1) / 2))
    found = []
    for one, other in combinations(names, 2):
        bits, same, of = _evidence(answers[one], answers[other], counts)
        if bits >= needed and same >= _FEWEST_SAME:
            found.append((bits, SameAnswers(one, other, same, of)))
    return [pair for _, pair in sorted(found, key=lambda f: (-f[0], f[1].one, f[1].other))]


def _evidence(
    one: Mapping[str, Free], other: Mapping[str, Free], counts: Mapping[str, Counter[str]]
) -> tuple[float, int, int]:
    """Bits that speak for a copy, answers that are the same, and those that were compared."""
    bits, same, of = 0.0, 0, 0
    for name in one.keys() & other.keys():
        mine, theirs = one[name], other[name]
        if mine.right and theirs.right:
            continue
        of += 1
        if mine.told != theirs.told:
            bits += math.log2(1 - _LEFT)
            continue
        same += 1
        seen = counts[name]
        # The pair itself is no evidence of how common its answer is.
        others, so = max(0, sum(seen.values()) - 2), max(0, seen[mine.told] - 2)
        chance = (so + _PRIOR * mine.chance) / (others + _PRIOR)
        bits += math.log2((_LEFT + (1 - _LEFT) * chance) / chance)
    return bits, same, of
