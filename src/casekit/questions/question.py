"""A question, as data; its words stand in the texts, its answer in the key."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

__all__ = ["RUBRIC", "Basis", "Criterion", "Kind", "Question", "ToldAs", "Unit"]

Kind = Literal["number", "choice", "several", "order", "table", "grid", "range", "plan", "text"]
Basis = Literal["computed", "stated"]
Unit = Literal["", "share", "ratio", "count", "hours", "months", "krub", "krub_per_hour"]
ToldAs = Literal["", "percent", "points"]

#: What a mark is given for: a heading of the rubric.
Criterion = Literal["data", "measures", "territory", "lag", "marginal", "plan", "risk", "memo"]
#: Points of each heading. The questions share them out, so that a mark can be read by heading.
RUBRIC: dict[Criterion, int] = {
    "data": 8,
    "measures": 10,
    "territory": 10,
    "lag": 15,
    "marginal": 12,
    "plan": 15,
    "risk": 15,
    "memo": 15,
}


@dataclass(frozen=True)
class Question:
    """A question.

    Parameters
    ----------
    id
        `topic.name`; stays the same for ever, gradebooks refer to it.
    kind
        `number`; `choice`, one of the options; `several`, any number of them; `order`, all of
        them, the first is most; `table`, numbers by key, and `grid`, a choice in each row, with
        credit for each row; `range`, a figure from low to high, which what happens will judge;
        `plan`, marked by limits, reason and its share of the attainable gain; `text`, kept for a
        person to read.
    points
        What a right answer earns; 0 for what is never marked.
    criterion
        Heading of the rubric that the points belong to; empty where there are none.
    basis
        `stated`: a plain value, marked on the company that its author had. `computed`: an
        expression on the case's data, marked on another company too.
    unit
        Of a number or a table: `share`, `hours`, `krub`, `count`, `months` ... A share is read
        as per cent where it is typed so.
    told_as
        How an answer is told back where its unit does not say it: a part as `percent`, a
        difference of shares in percentage `points`.
    tolerance
        Of a number or a table: how far from the exact value is still right, in its unit.
    choices
        Of options: the codes, the same in all languages. Of a table: the keys of its rows.
    items
        Of a grid: the codes of its rows, each of which takes one of the options.
    words
        Of options: the texts `WORDS-CODE` say the codes in words, which are accepted as well.
    also
        Names of other answers that are right too; the key computes each.
    mistakes
        Names of the known mistakes, the likeliest first; the key computes each.
    hints
        How many steps the hint has.
    checks
        Of a text: how many points its author ticks off; nobody marks them.
    guess
        Whether it is a guess before looking: never right or wrong.
    shuffled
        Whether options may stand in another order for each company; those of a scale may not.
    attainable
        Of a plan: how many of its points its share of the attainable gain earns.
    """

    id: str
    kind: Kind
    points: float = 0.0
    criterion: Criterion | Literal[""] = ""
    basis: Basis = "stated"
    unit: Unit = ""
    told_as: ToldAs = ""
    tolerance: float = 0.0
    choices: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    words: str = ""
    also: tuple[str, ...] = ()
    mistakes: tuple[str, ...] = ()
    hints: int = 2
    checks: int = 0
    guess: bool = False
    shuffled: bool = True
    attainable: float = 0.0

    @property
    def rows(self) -> dict[str, Question]:
        """Rows of a table or a grid by key, each a question of its own; empty for other kinds."""
        if self.kind == "table":
            keys, one = self.choices, replace(self, kind="number", choices=())
        elif self.kind == "grid":
            words = self.words or f"{self.text_key}-choice"
            keys, one = self.items, replace(self, kind="choice", items=(), words=words)
        else:
            return {}
        return {key: replace(one, id=f"{self.id}:{key}") for key in keys}

    @property
    def sealed(self) -> bool:
        """Whether a key says what is right; what happens, the model or a person judges others."""
        return self.kind not in ("range", "plan", "text") and not self.guess

    @property
    def read_by_person(self) -> bool:
        """Whether a reader gives the points: a text that carries none is for oneself."""
        return self.kind == "text" and self.points > 0

    @property
    def others(self) -> tuple[str, ...]:
        """Names of what the key knows beside the right answer, those that are right too first."""
        return (*self.also, *self.mistakes)

    @property
    def text_key(self) -> str:
        """Key of the question's words; texts know no dots."""
        return "question-" + self.id.replace(".", "-")

    @property
    def topic(self) -> str:
        """What the question belongs to, the first part of its id."""
        return self.id.split(".")[0]

    @property
    def word_keys(self) -> dict[str, str]:
        """Text key of each choice's words; there need not be such a text."""
        prefix = self.words or f"{self.text_key}-choice"
        return {code: f"{prefix}-{code}" for code in self.choices}

    @property
    def row_keys(self) -> dict[str, str]:
        """Text key of each row's words; there need not be such a text."""
        if self.kind == "grid":
            return {code: f"{self.text_key}-row-{code}" for code in self.items}
        return self.word_keys if self.kind == "table" else {}

    @property
    def why_key(self) -> str:
        """Text key of the reason behind the right answer."""
        return f"{self.text_key}-why"

    def check_key(self, number: int) -> str:
        """Text key of a point of a text's checklist, counted from 1."""
        return f"{self.text_key}-check-{number}"

    def also_key(self, name: str) -> str:
        """Text key of why another answer is right too."""
        return f"{self.text_key}-also-{name}"

    def hint_key(self, step: int) -> str:
        """Text key of a step of the hint, counted from 1."""
        return f"{self.text_key}-hint-{step}"

    def mistake_key(self, name: str) -> str:
        """Text key of what a known mistake looks like."""
        return f"{self.text_key}-mistake-{name}"
