"""A question, as data; its words stand in the texts, its answer in the key."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

__all__ = ["RUBRIC", "Basis", "Criterion", "Kind", "Question", "ToldAs", "Unit"]

Kind = Literal["number", "choice", "table", "plan", "text"]
Basis = Literal["computed", "stated"]
Unit = Literal["", "share", "ratio", "count", "hours", "months", "krub", "krub_per_hour"]
ToldAs = Literal["", "percent", "points"]

#: What a mark is given for: a heading of the rubric.
Criterion = Literal["data", "measures", "territory", "lag", "marginal", "plan", "risk", "memo"]
#: Points of each heading. The questions share them out, so that a mark can be read by heading.
RUBRIC: dict[Criterion, int] = {
    "data": 10,
    "measures": 15,
    "territory": 15,
    "lag": 20,
    "marginal": 15,
    "plan": 15,
    "risk": 5,
    "memo": 5,
}


@dataclass(frozen=True)
class Question:
    """A question.

    Parameters
    ----------
    id
        `topic.name`; stays the same for ever, gradebooks refer to it.
    kind
        `number`; `choice`; `table`, numbers by key with credit for each row; `plan`, marked by
        its share of the attainable gain; `text`, kept for a person to read.
    points
        What a right answer earns.
    criterion
        Heading of the rubric that the points belong to.
    basis
        `computed`: an expression on the case's data, marked on another company too. `stated`: a
        plain value, marked on the shipped company only.
    unit
        Of a number or a table: `share`, `hours`, `krub`, `count`, `months` ... A share is read
        as per cent where it is typed so.
    told_as
        How an answer is told back where its unit does not say it: a part as `percent`, a
        difference of shares in percentage `points`.
    tolerance
        Of a number or a table: how far from the exact value is still right, in its unit.
    choices
        Of a choice: the codes, the same in all languages. Of a table: the keys of its rows.
    words
        Of a choice: the texts `WORDS-CODE` say the codes in words, which are accepted as well.
    mistakes
        Names of the known mistakes, the likeliest first; the key computes each.
    hints
        How many steps the hint has.
    """

    id: str
    kind: Kind
    points: float
    criterion: Criterion
    basis: Basis = "computed"
    unit: Unit = ""
    told_as: ToldAs = ""
    tolerance: float = 0.0
    choices: tuple[str, ...] = ()
    words: str = ""
    mistakes: tuple[str, ...] = ()
    hints: int = 2

    @property
    def rows(self) -> dict[str, Question]:
        """Rows of a table by key, each a question for a number of its own; empty if no table."""
        if self.kind != "table":
            return {}
        return {
            key: replace(self, id=f"{self.id}:{key}", kind="number", choices=())
            for key in self.choices
        }

    @property
    def sealed(self) -> bool:
        """Whether a key says what is right; a plan is judged by the model, a text by a person."""
        return self.kind in ("number", "choice", "table")

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

    def hint_key(self, step: int) -> str:
        """Text key of a step of the hint, counted from 1."""
        return f"{self.text_key}-hint-{step}"

    def mistake_key(self, name: str) -> str:
        """Text key of what a known mistake looks like."""
        return f"{self.text_key}-mistake-{name}"
