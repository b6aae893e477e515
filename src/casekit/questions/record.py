"""A question as its author writes it: words, right answer and known mistakes in one place.

Records lie in `solutions/questions/NN_name.py` (NN is the notebook), which no participant gets::

    question(
        "cost.hour",
        "number",
        points=1,
        criterion="measures",
        unit="krub_per_hour",
        tolerance=0.02,
        ask=Words(en="What does an hour cost?", ru="Во сколько обходится час?"),
        hints=(Words(en="...", ru="..."), Words(en="...", ru="...")),
        right=hour_cost,
        mistakes={
            "selling_hour": mistake(selling_hour_cost, en="That is ...", ru="Это ..."),
        },
        why=Words(en="...", ru="..."),
    )

`casekit build questions` writes from them what the package ships (see `bank`); `key` takes the
answers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from casekit.company import Case
from casekit.questions.expected import Answer, Compute
from casekit.questions.question import Question
from casekit.questions.reading import Plain

__all__ = ["Mistake", "Record", "Words", "mistake", "question"]

#: An answer as a record gives it: the same for every company, or a function of its data.
Gives = Plain | Callable[[Case], Any]


class Words(dict[str, str]):
    """One text by language: `Words(en="...", ru="...")`."""


@dataclass(frozen=True)
class Mistake:
    """A known mistake.

    Parameters
    ----------
    words
        Why it is tempting and what to look at instead; shows no number.
    gives
        What it gives on a company; None for a plan, whose mistakes the model recognises.
    """

    words: Words
    gives: Compute | None = None


@dataclass(frozen=True)
class Record:
    """A question with all that belongs to it.

    Parameters
    ----------
    question
        Its fields, as the package ships them.
    ask
        The question in words.
    hints
        Steps towards the answer.
    right
        The right answer; None for a plan, which the model marks, and a text, which a person reads.
    mistakes
        Known mistakes by name, the likeliest first.
    options
        Words of choices or rows that the kit's texts do not say elsewhere, by code.
    why
        The reason behind the right answer and the wrong one that tempts: the solved notebook
        shows it.
    """

    question: Question
    ask: Words
    hints: tuple[Words, ...]
    right: Compute | None
    mistakes: Mapping[str, Mistake]
    options: Mapping[str, Words] = field(default_factory=dict)
    why: Words | None = None

    @property
    def answer(self) -> Answer:
        """What the key says of the question."""
        gives = {name: known.gives for name, known in self.mistakes.items()}
        if self.right is None or None in gives.values():
            raise ValueError(f"{self.question.id} has no key")
        return Answer(self.right, {name: of for name, of in gives.items() if of is not None})

    @property
    def shown(self) -> dict[str, Words]:
        """Words that tell no answer, by text key: the question, its options and its hints."""
        asked, keys = self.question, self.question.word_keys
        return {
            asked.text_key: self.ask,
            **{keys.get(code, code): words for code, words in self.options.items()},
            **{asked.hint_key(step): words for step, words in enumerate(self.hints, 1)},
        }

    @property
    def explained(self) -> dict[str, Words]:
        """Words of the known mistakes, by text key; together they may give a choice away."""
        return {
            self.question.mistake_key(name): known.words for name, known in self.mistakes.items()
        }


def mistake(gives: Gives | None = None, **words: str) -> Mistake:
    """Known mistake: what it gives, and its words by language."""
    return Mistake(Words(words), None if gives is None else _function(gives))


def question(
    id: str,  # noqa: A002
    kind: Any,
    *,
    ask: Words,
    hints: Sequence[Words],
    right: Gives | None = None,
    mistakes: Mapping[str, Mistake] | None = None,
    options: Mapping[str, Words] | None = None,
    why: Words | None = None,
    **asked: Any,
) -> Record:
    """Record of a question.

    Parameters
    ----------
    id, kind
        As `Question` has them.
    ask, hints, right, mistakes, options, why
        As `Record` has them. Options with words of their own need no `choices`.
    **asked
        Other fields of `Question`: `points`, `criterion`, `unit`, `tolerance` ...

    Raises
    ------
    TypeError
        If what should be words, a mistake or a number is none; who reads the file tells the line.
    """
    known, words = dict(mistakes or {}), dict(options or {})
    if not all(isinstance(each, Words) for each in (ask, *hints, *words.values(), why or ask)):
        raise TypeError(f"{id}: ask, hints, options and why take Words(en=..., ru=...)")
    if not all(isinstance(each, Mistake) for each in known.values()):
        raise TypeError(f"{id}: mistakes take mistake(..., en=..., ru=...)")
    for name in ("points", "tolerance"):
        if not isinstance(asked.get(name, 0), (int, float)):
            raise TypeError(f"{id}: {name} takes a number")
    asked = {"choices": tuple(words), **asked, "mistakes": tuple(known), "hints": len(hints)}
    return Record(
        Question(id, kind, **asked),
        ask,
        tuple(hints),
        None if right is None else _function(right),
        known,
        words,
        why,
    )


def shipped_fields(asked: Question) -> dict[str, Any]:
    """Fields of a question that differ from what they are if nothing is said; no mistakes."""
    return {
        each.name: value
        for each in fields(Question)
        if each.name != "mistakes" and (value := getattr(asked, each.name)) != each.default
    }


def _function(gives: Gives) -> Compute:
    return gives if callable(gives) else lambda case: gives
