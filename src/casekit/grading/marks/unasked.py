"""Checks without an answer: blanks that were left, and answers whose check is gone."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from casekit.grading.marks.scoring import Answers

#: A check of a named value, as the kit's notebooks have it.
_CHECK = re.compile(r'check\("([\w.]+)",\s*([A-Za-z_]\w*)\)')
#: What the kit gives where an answer goes.
_BLANK = "..."


def left_blank(cells: Iterable[str]) -> frozenset[str]:
    """Questions whose check stands in a cell with the dots that the kit's notebooks give.

    Parameters
    ----------
    cells
        Code cells that were handed in.
    """
    return frozenset(
        question for cell in cells if _BLANK in cell for question, _ in _CHECK.findall(cell)
    )


def without_blanks(answers: Answers, blank: Collection[str]) -> Answers:
    """Answers in which a blank that was left is none: neither a wrong one nor an error.

    Such a cell may run, and then checks what is no answer, a whole table. What can be read as an
    answer is one, whatever stands in the cell.

    Parameters
    ----------
    answers
        As recorded.
    blank
        As `left_blank` gives them.
    """
    empty = {name for name in blank if answers.values.get(name, 0) is None}
    empty |= {name for name in blank if answers.missing.get(name) == "error"}
    values = {name: value for name, value in answers.values.items() if name not in empty}
    missing = {**answers.missing, **dict.fromkeys(empty, "not_attempted")}
    return Answers(values, missing, answers.doubled)


def checked_names(root: Path) -> dict[str, str]:
    """Name of the value that each question of the kit's notebooks checks, by question.

    Parameters
    ----------
    root
        The kit's top folder.
    """
    found: dict[str, str] = {}
    for path in sorted((root / "solutions").glob("[0-9]*.py")):
        found.update(_CHECK.findall(path.read_text(encoding="utf-8")))
    return found


def unasked(
    notebooks: Iterable[Mapping[str, Any]],
    cells: Sequence[str],
    answers: Answers,
    names: Mapping[str, str],
) -> list[str]:
    """Questions without an answer whose check was turned into text or deleted.

    Parameters
    ----------
    notebooks
        Fields of `execution.jobs.NotebookResult`.
    cells
        Code cells that were handed in.
    answers
        What was recorded.
    names
        As `checked_names` gives them.
    """
    turned = {name for notebook in notebooks for name in notebook.get("unasked", ())}
    deleted = {
        question
        for question, name in names.items()
        if question not in answers.missing and any(_sets(name, cell) for cell in cells)
    }
    return sorted(name for name in turned | deleted if name not in answers.values)


def _sets(name: str, cell: str) -> bool:
    """Whether a cell sets a name to more than the dots that the kit's notebooks give."""
    found = re.search(rf"(?m)^{name}[ \t]*=(?!=)(.*)$", cell)
    return found is not None and bool(found[1].strip()) and _BLANK not in found[1]
