"""Test of the key on a company: solutions are accepted, known mistakes refused and explained."""

from __future__ import annotations

import ast
import io
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any
from unittest.mock import patch

import matplotlib.pyplot as plt

from casekit.authoring.company_files import answer_files
from casekit.authoring.files import write_files
from casekit.authoring.notebooks import compose
from casekit.authoring.source import Source, find_sources, read_source
from casekit.cards import Card
from casekit.company import load_case
from casekit.language import has_text, text
from casekit.notebook import RECORD_VARIABLE
from casekit.questions import QUESTIONS, Question, Verdict, check
from casekit.questions.expected import RIGHT, Recognised, is_right, one_text
from casekit.questions.journal import PROGRESS_VARIABLE
from casekit.questions.key import Known, known_answers, read_key
from casekit.questions.signs import possible

__all__ = ["LEAST_MISTAKES", "rehearse", "run_solved"]

#: Fewest known mistakes that a question must distinguish; on some companies two coincide.
LEAST_MISTAKES = 2


def rehearse(root: Path, folder: Path) -> list[str]:
    """Seal a company's answers and try every check with solutions and known mistakes.

    Parameters
    ----------
    root
        The kit's top folder: its key and its sources.
    folder
        A company's folder, with the reports as received; its files of answers are written anew.

    Returns
    -------
    list of str
        A line for each check that was wrong: a solution that is not right, a question no
        notebook answers, a mistake that is taken for right or is not explained, or fewer
        mistakes told apart than a question should.
    """
    answers = read_key(root)
    case = load_case(folder)
    known = known_answers(answers, case)
    write_files(folder, answer_files(answers, case))
    sources = [read_source(path) for path in find_sources(root / "solutions")]
    with patch.dict(os.environ, {PROGRESS_VARIABLE: "", RECORD_VARIABLE: ""}):
        verdicts = run_solved(sources, folder)
        return [
            *(f"{name}: {verdict}" for name, verdict in verdicts.items() if not _is_right(verdict)),
            *(f"{name}: no notebook answers it" for name in sorted(QUESTIONS.keys() - verdicts)),
            *(line for name, values in _whole(known) for line in _mistaken(name, values)),
        ]


def run_solved(sources: Sequence[Source], folder: Path, lang: str = "en") -> dict[str, Verdict]:
    """Run solved notebooks in this process on a company; verdicts of their checks by question."""
    verdicts: dict[str, Verdict] = {}
    for source in sources:
        names: dict[str, Any] = {}
        for cell in compose(source, lang, solution=True).cells:
            if cell.cell_type != "code":
                continue
            value = _run(cell.source, names)
            if "parameters" in cell.metadata.get("tags", []):
                names["data"] = str(folder)
            verdict = value.verdict if isinstance(value, Card) else value
            if isinstance(verdict, Verdict):
                verdicts[verdict.question] = verdict
        # Open figures of many companies would exhaust the memory.
        plt.close("all")
    return verdicts


def _run(code: str, names: dict[str, Any]) -> Any:
    """Value of a cell: that of its last line, if it has one."""
    tree = ast.parse(code)
    last = tree.body[-1] if tree.body else None
    body = tree.body[:-1] if isinstance(last, ast.Expr) else tree.body
    # What a cell shows above its last line is for readers; outside a notebook it is printed.
    with redirect_stdout(io.StringIO()):
        exec(compile(ast.Module(body, []), "cell", "exec"), names)
    if not isinstance(last, ast.Expr):
        return None
    return eval(compile(ast.Expression(last.value), "cell", "eval"), names)


def _is_right(verdict: Verdict) -> bool:
    question = QUESTIONS[verdict.question]
    if question.kind == "plan":
        # The solution's plan is one to defend and need not be the best on every company.
        return verdict.state in ("correct", "partial")
    # What a key does not know is recorded, and has no other verdict.
    return verdict.state == ("correct" if question.sealed else "recorded")


def _whole(known: Known) -> Iterator[tuple[str, Mapping[str, Recognised]]]:
    """Known answers by question, with the rows of a table joined.

    A row in which a mistake gives the right number, or cannot be told apart, has the right one.
    """
    for name in QUESTIONS:
        if not QUESTIONS[name].sealed:
            continue
        rows = {row: known[part.id] for row, part in QUESTIONS[name].rows.items()}
        if rows:
            names = dict.fromkeys(mistake for row in rows.values() for mistake in row)
            yield (
                name,
                {
                    mistake: {key: row.get(mistake, row[RIGHT]) for key, row in rows.items()}
                    for mistake in names
                },
            )
        elif name in known:
            yield name, known[name]


def _one(question: Question, borne: frozenset[str]) -> list[str]:
    """The first answer that bears a sign."""
    return next(answer for answer in possible(question) if one_text(answer) in borne)


def _mistaken(name: str, known: Mapping[str, Recognised]) -> Iterator[str]:
    question = QUESTIONS[name]
    verdict = check(name, known[RIGHT])
    if not _is_right(verdict):
        yield f"{name}: the right answer itself is turned down"
    elif has_text(question.why_key) and not verdict.why:
        yield f"{name}: its reason names a figure that nobody gives"
    for other in question.also:
        if other in known and not _is_right(check(name, known[other])):
            yield f"{name}: {other}, which is right too, is turned down"
    mistakes = {each: value for each, value in known.items() if not is_right(question, each)}
    if len(mistakes) < LEAST_MISTAKES:
        yield f"{name}: only {len(mistakes)} mistake(s) can be told apart"
    for mistake, borne in mistakes.items():
        value = borne if not isinstance(borne, frozenset) else _one(question, borne)
        verdict = check(name, value)
        explained = text(question.mistake_key(mistake)) in verdict.message
        if (
            verdict.state not in ("incorrect", "partial")
            or verdict.cause != mistake
            or not explained
        ):
            yield f"{name}: {mistake} ({value}) is called {verdict.state}, {verdict.cause}"
