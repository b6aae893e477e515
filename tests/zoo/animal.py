"""What an animal of the zoo is: a submission, and what must come of it.

Most animals are the small notebook of `Solved` with one cell of mischief between its first check
and its second. So it can be said of each whether the checks before and after still count.

A theft shows itself: a cell that got hold of what it should not calls `confess`, which answers
the text question `CONFESSION`. Its state is then `review` and never one of `NOTHING_TOLD`.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

from casekit.questions import QUESTIONS
from zoo.solved import CHOICE, NUMBER, TYPED, Solved

__all__ = [
    "AFTER",
    "BEFORE",
    "CONFESSION",
    "NOTHING_TOLD",
    "OWN",
    "SOUND",
    "Animal",
    "Expect",
    "attack",
    "cell",
    "insert",
    "points",
    "save",
    "with_cell",
]

STATUSES = ("graded", "unreadable", "infrastructure")
STATES = (
    "correct",
    "partial",
    "incorrect",
    "not_attempted",
    "error",
    "timeout",
    "killed",
    "review",
)

#: Question that only the mischievous cell asks, mostly after its mischief.
OWN = "start.competitors"
#: Text question that is answered by nobody but a thief who got away with it.
CONFESSION = "decision.memo"
NOTHING_TOLD = "not_attempted|error|timeout|killed"

BEFORE = {NUMBER: "correct"}
AFTER = {CHOICE: "correct"}
SOUND = {**BEFORE, **AFTER}

_CHECK_OWN = f'ck.check("{OWN}", case.accounts.status.value_counts().competitor)'

_CONFESS = f"""def confess(*what):
    ck.check("{CONFESSION}", " ".join(map(repr, what))[:2000])

"""


@dataclass(frozen=True)
class Expect:
    """What must come of a submission.

    Parameters
    ----------
    status
        `graded`, `unreadable` or `infrastructure`.
    states
        State by question; where honest graders may differ, several with a bar between them.
    max_score
        The score may not exceed this; None: not asked.
    note
        Words that a note in `score.json` must hold; None: not asked.
    files_untouched
        Whether every file outside the grader's own output must be as it was.
    never_in_pages
        Texts that may stand in no page (.html) that the grader writes.
    never_in_tables
        Texts that may stand in no table (.csv) that it writes.
    """

    status: str = "graded"
    states: Mapping[str, str] = field(default_factory=dict)
    max_score: float | None = None
    note: str | None = None
    files_untouched: bool = True
    never_in_pages: tuple[str, ...] = ()
    never_in_tables: tuple[str, ...] = ()

    def allows(self, question: str, state: str) -> bool:
        """Whether a question may have a state."""
        return question not in self.states or state in self.states[question].split("|")


@dataclass(frozen=True)
class Animal:
    """A submission that misbehaves.

    Parameters
    ----------
    name
        What it does wrong; also the name of its submission.
    write
        Writes it, as one entry of that name, into an empty folder.
    expect
        What must come of it.
    """

    name: str
    write: Callable[[Path, Solved], None]
    expect: Expect


def points(*questions: str) -> float:
    """What these questions earn at most."""
    return sum(QUESTIONS[question].points for question in questions)


def save(notebook: NotebookNode, path: Path) -> None:
    """Write a notebook as it stands, sound or not."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(nbformat.v4.writes(notebook), encoding="utf-8")


def insert(notebook: NotebookNode, source: str, **metadata: object) -> NotebookNode:
    """Put a cell between the first check and the second; returns the notebook."""
    at = next(i for i, each in enumerate(notebook.cells) if CHOICE in each.source)
    new = new_code_cell(textwrap.dedent(source).strip(), metadata=metadata)
    notebook.cells.insert(at, new)
    return notebook


def with_cell(
    name: str, source: str, expect: Expect, *, facts: Callable[[Path, Solved], object] | None = None
) -> Animal:
    """An animal whose one cell misbehaves.

    Parameters
    ----------
    name
        What it does.
    source
        The cell; it may use the names of the small notebook, and `known`.
    expect
        What must come of it.
    facts
        What the cell knows of this computer under the name `known`: plain values.
    """

    def write(folder: Path, solved: Solved) -> None:
        known = f"known = {facts(folder, solved)!r}\n" if facts else ""
        cell_source = known + textwrap.dedent(source).strip()
        save(insert(solved.small(), cell_source), folder / f"{name}.ipynb")

    return Animal(name, write, expect)


def cell(
    name: str,
    source: str,
    own: str = "correct",
    after: str = "correct",
    **expected: object,
) -> Animal:
    """An animal whose cell misbehaves and then answers a question of its own.

    Parameters
    ----------
    name, source
        What it does, and how.
    own
        State of the question that the cell answers after its mischief.
    after
        State of the question in the next cell.
    expected
        Further fields of `Expect`.
    """
    states = {**BEFORE, OWN: own, CHOICE: after}
    allowed = points(NUMBER, CHOICE, TYPED, *([OWN] if "correct" in own else []))
    fields = {"states": states, "max_score": allowed, **expected}
    whole = f"{textwrap.dedent(source).strip()}\n{_CHECK_OWN}"
    return with_cell(name, whole, Expect(**fields))  # type: ignore[arg-type]


def attack(
    name: str,
    source: str,
    *,
    facts: Callable[[Path, Solved], object] | None = None,
    after: str = "correct",
    states: Mapping[str, str] | None = None,
    earns: tuple[str, ...] = (),
    **expected: object,
) -> Animal:
    """An animal whose cell tries to steal or to harm, and confesses when it could.

    Parameters
    ----------
    name, source, facts
        See `with_cell`; the cell may call `confess`.
    after
        State of the question in the next cell.
    states
        Further questions and their states.
    earns
        Questions beside those of the small notebook that it may rightly earn.
    expected
        Further fields of `Expect`.
    """
    whole = {**BEFORE, CHOICE: after, CONFESSION: NOTHING_TOLD, **(states or {})}
    allowed = points(NUMBER, CHOICE, TYPED, *earns)
    fields = {"states": whole, "max_score": allowed, **expected}
    text = _CONFESS + textwrap.dedent(source).strip()
    return with_cell(name, text, Expect(**fields), facts=facts)  # type: ignore[arg-type]
