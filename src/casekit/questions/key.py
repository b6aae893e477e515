"""The key and a company together: what is right there. Only who builds or marks reads the key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from casekit.company import Case
from casekit.questions.bank import QUESTIONS
from casekit.questions.expected import Answer, Compute, Recognised, expected
from casekit.questions.records import read_chapters

#: What a company makes recognisable, by question id: see `questions.expected`.
Known = Mapping[str, Mapping[str, Recognised]]


def read_key(root: Path) -> dict[str, Answer]:
    """Answers of a kit's records, by question id, in the order of the bank.

    Raises
    ------
    AuthoringError
        If a file below `solutions/` cannot be run.
    """
    answers = {
        record.question.id: record.answer
        for chapter in read_chapters(root)
        for record in chapter.records
        if record.question.sealed
    }
    order = {name: place for place, name in enumerate(QUESTIONS)}
    return dict(sorted(answers.items(), key=lambda each: order.get(each[0], len(order))))


def known_answers(answers: Mapping[str, Answer], case: Case, mistakes: bool = True) -> Known:
    """Right answers of a company, and what its known mistakes give; tables and grids row by row.

    Parameters
    ----------
    answers
        The key.
    case
        A company loaded from its folder: some answers are about the reports as received.
    mistakes
        Whether known mistakes are wanted; right answers alone take a fraction of the time.
    """
    known = {}
    for name, answer in answers.items():
        question = QUESTIONS[name]
        if not mistakes:
            question = replace(question, mistakes=())
            answer = Answer(answer.right, {}, answer.also)
        if question.rows:
            # A table is worked out once, and not again for each of its rows.
            whole = _worked_out(answer, case)
            for key, row in question.rows.items():
                known[row.id] = expected(row, whole.row(key), case)
        else:
            known[name] = expected(question, answer, case)
    return known


def _worked_out(answer: Answer, case: Case) -> Answer:
    """The answer with its tables in place of the functions that make them."""

    def fixed(of: Compute) -> Compute:
        table = of(case)
        return lambda _: table

    mistakes, also = (
        {name: fixed(of) for name, of in known.items()} for known in (answer.mistakes, answer.also)
    )
    return Answer(fixed(answer.right), mistakes, also)
