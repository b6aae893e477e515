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
        why=Words(en="It is { $answer }: ...", ru="..."),
    )

Whatever depends on the company is a function of a `Case`; a plain value is one that all share.
`also={"name": reading(gives, en=..., ru=...)}` are other answers that are right too; where a
company has no such reading, it gives None. What a mistake of `several` or `order` gives may be a
sign of it: `holds("code")` wrongly taken, `lacks("code")` wrongly left, `before("a", "b")` the
wrong way round. `why` may name `{ $answer }` and what `why_figures` gives:
`why_figures=lambda case: {"share": figure(0.38, "share"), "months": 9, "who": "R07"}`. Of the six
opinions the first sentence of `why` tells the ground by itself, and no sentence names a notebook:
the room's reveal shows that one, and the rest to whoever asks for more.

`casekit build questions` writes from them what the package ships (see `bank`); `key` takes the
answers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from casekit.company import Case
from casekit.questions.expected import Answer, Compute
from casekit.questions.figures import Figure, figure
from casekit.questions.question import Question
from casekit.questions.reading import Plain
from casekit.questions.signs import Sign, before, holds, lacks

__all__ = [
    "Figure",
    "Mistake",
    "Record",
    "Words",
    "before",
    "figure",
    "holds",
    "lacks",
    "mistake",
    "question",
    "reading",
]

#: An answer as a record gives it: the same for every company, or a function of its data.
Gives = Plain | Sequence[str] | Sign | Callable[[Case], Any]


class Words(dict[str, str]):
    """One text by language: `Words(en="...", ru="...")`."""


@dataclass(frozen=True)
class Mistake:
    """A known mistake, or another reading that is right too.

    Parameters
    ----------
    words
        Of a mistake: why it is tempting and what to look at instead; shows no number. Of a
        reading: why it can be defended.
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
    also
        Other right answers by name.
    options, rows
        Words of options and rows that the kit's texts do not say elsewhere, by code.
    checklist
        Points that the author of a text ticks off.
    why
        The reason behind the right answer and the wrong one that tempts; told after it.
    why_figures
        Figures of a company that it names.
    """

    question: Question
    ask: Words
    hints: tuple[Words, ...]
    right: Compute | None
    mistakes: Mapping[str, Mistake]
    also: Mapping[str, Mistake] = field(default_factory=dict)
    options: Mapping[str, Words] = field(default_factory=dict)
    rows: Mapping[str, Words] = field(default_factory=dict)
    checklist: tuple[Words, ...] = ()
    why: Words | None = None
    why_figures: Compute | None = None

    @property
    def answer(self) -> Answer:
        """What the key says of the question."""
        if self.right is None:
            raise ValueError(f"{self.question.id} has no key")
        return Answer(self.right, _given(self.mistakes), _given(self.also), self.why_figures)

    @property
    def shown(self) -> dict[str, Words]:
        """Words that tell no answer, by text key: the question, its options and its hints."""
        asked, keys = self.question, self.question.word_keys
        return {
            asked.text_key: self.ask,
            **{keys.get(code, code): words for code, words in self.options.items()},
            **{asked.row_keys.get(code, code): words for code, words in self.rows.items()},
            **{asked.check_key(number): words for number, words in enumerate(self.checklist, 1)},
            **{asked.hint_key(step): words for step, words in enumerate(self.hints, 1)},
        }

    @property
    def explained(self) -> dict[str, Words]:
        """Words of the known mistakes, by text key; together they may give a choice away."""
        return {
            self.question.mistake_key(name): known.words for name, known in self.mistakes.items()
        }

    @property
    def reasons(self) -> dict[str, Words]:
        """Why the right answer is right, and why others are too, by text key."""
        return {
            **({self.question.why_key: self.why} if self.why is not None else {}),
            **{self.question.also_key(name): known.words for name, known in self.also.items()},
        }


def mistake(gives: Gives | None = None, **words: str) -> Mistake:
    """Known mistake: what it gives, and its words by language."""
    return Mistake(Words(words), None if gives is None else _function(gives))


def reading(gives: Gives | None = None, **words: str) -> Mistake:
    """Another answer that is right too: what it gives, and why it can be defended."""
    return mistake(gives, **words)


def question(
    id: str,  # noqa: A002
    kind: Any,
    *,
    ask: Words,
    hints: Sequence[Words] = (),
    right: Gives | Mapping[str, Any] | None = None,
    mistakes: Mapping[str, Mistake] | None = None,
    also: Mapping[str, Mistake] | None = None,
    options: Mapping[str, Words] | None = None,
    rows: Mapping[str, Words] | None = None,
    checklist: Sequence[Words] = (),
    why: Words | None = None,
    why_figures: Callable[[Case], Mapping[str, Any]] | None = None,
    **asked: Any,
) -> Record:
    """Record of a question.

    Parameters
    ----------
    id, kind
        As `Question` has them.
    ask, hints, right, mistakes, also, options, rows, checklist, why, why_figures
        As `Record` has them. Options and rows with words of their own need no `choices`, `items`.
    **asked
        Other fields of `Question`: `points`, `criterion`, `unit`, `tolerance` ...

    Raises
    ------
    TypeError
        If what should be words, a mistake or a number is none; who reads the file tells the line.
    """
    known, others = dict(mistakes or {}), dict(also or {})
    words, lines = dict(options or {}), dict(rows or {})
    told = (ask, *hints, *words.values(), *lines.values(), *checklist, why or ask)
    if not all(isinstance(each, Words) for each in told):
        raise TypeError(
            f"{id}: ask, hints, options, rows, checklist and why take Words(en=..., ru=...)"
        )
    if not all(isinstance(each, Mistake) for each in (*known.values(), *others.values())):
        raise TypeError(
            f"{id}: mistakes take mistake(..., en=..., ru=...), also takes reading(...)"
        )
    for name in ("points", "tolerance", "attainable"):
        if not isinstance(asked.get(name, 0), (int, float)):
            raise TypeError(f"{id}: {name} takes a number")
    counted = {"hints": len(hints), "checks": len(checklist)}
    named = {"also": tuple(others), "mistakes": tuple(known)}
    asked = {"choices": tuple(words), "items": tuple(lines), **asked, **named, **counted}
    return Record(
        Question(id, kind, **asked),
        ask,
        tuple(hints),
        None if right is None else _function(right),
        known,
        others,
        words,
        lines,
        tuple(checklist),
        why,
        why_figures,
    )


#: Fields with names that may give an answer away: apart from all others, see `bank`.
TELLING = ("also", "mistakes")


def shipped_fields(asked: Question) -> dict[str, Any]:
    """Fields of a question that differ from their default; none of those that may tell."""
    return {
        each.name: value
        for each in fields(Question)
        if each.name not in TELLING and (value := getattr(asked, each.name)) != each.default
    }


def _function(gives: Any) -> Compute:
    return gives if callable(gives) else lambda case: gives


def _given(known: Mapping[str, Mistake]) -> dict[str, Compute]:
    return {name: each.gives for name, each in known.items() if each.gives is not None}
