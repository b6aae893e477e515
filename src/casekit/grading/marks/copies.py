"""Submissions that look copied, from one another or from the published solutions.

Code is compared as shapes, texts as runs of words, answers by how unlikely they are. All of it is
shown to the instructor, who judges; no mark follows from it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from casekit.grading.execution.jobs import SHIPPED
from casekit.grading.marks.code_shapes import Given, long_texts, own_shapes
from casekit.grading.marks.marking import SubmissionResult
from casekit.grading.marks.same_answers import free_answer, same_answers
from casekit.grading.marks.similar import part_of, words_of
from casekit.language import LANGUAGES, text, using
from casekit.questions import QUESTIONS

__all__ = ["WHOLE", "Handed", "Likeness", "OwnWork", "alike", "copied", "work_of"]

#: What is alike: code, texts that stand in it, answers on cards, the file of them; otherwise a
#: question's id stands for the text that answers it.
WHOLE = ("code", "texts", "answers", "file")
_CODE, _TEXTS, _ANSWERS, _FILE = WHOLE
#: Part from which code or a text is shown, and the fewest pieces that are any evidence.
_CODE_PART, _CODE_PIECES = 0.6, 12
_TEXT_PART, _TEXT_PIECES = 0.35, 20

Words = frozenset[tuple[str, ...]]


@dataclass(frozen=True)
class OwnWork:
    """What is a submission's own: shapes of code, and runs of words of each text.

    Texts bear the question that they answer, those that stand in code alone the name `texts`.
    """

    code: frozenset[int] = frozenset()
    texts: tuple[tuple[str, Words], ...] = ()

    @property
    def words(self) -> Words:
        """Runs of words of all texts."""
        return _together(self.texts)


@dataclass(frozen=True)
class Likeness:
    """What of a submission is as in another, or as in the published solutions.

    Parameters
    ----------
    one, other
        Names of the submissions; the other is empty for the published solutions.
    what
        One of `WHOLE`, or the id of the question whose text it is.
    part
        Which part of it is the same.
    """

    one: str
    other: str
    what: str
    part: float


class Handed:
    """What participants were handed out, and what the published solutions have beyond it.

    Parameters
    ----------
    root
        The kit's top folder.
    """

    def __init__(self, root: Path) -> None:
        code, prose = _cells_of(root / "notebooks")
        solved, _ = _cells_of(root / "solutions")
        self.given = Given.of(code)
        asked = [words for lang in LANGUAGES for words in _asked(lang)]
        self.words = words_of([*prose, *asked, *_texts_in(code)])
        texts = words_of(_texts_in(solved)) - self.words
        self.solved = OwnWork(own_shapes(solved, self.given), ((_TEXTS, texts),))


def work_of(result: SubmissionResult, handed: Handed) -> OwnWork:
    """What is a submission's own."""
    cells = [str(cell) for cell in result.entry.get("cells", ())]
    texts = [(name, words_of([written]) - handed.words) for name, written in _written(result)]
    # A text that is an answer as well is told as the answer.
    beside = handed.words | _together(texts)
    texts += [(_TEXTS, words_of([written]) - beside) for written in _texts_in(cells)]
    return OwnWork(own_shapes(cells, handed.given), tuple(texts))


def copied(works: Mapping[str, OwnWork], solved: OwnWork) -> list[Likeness]:
    """What of each submission is as in the published solutions."""
    found: list[Likeness] = []
    for name, work in sorted(works.items()):
        found += _of_code(name, "", work.code, solved.code)
        found += _of_texts(name, "", work.texts, solved.words)
    return list(_likest(found))


def alike(
    results: Sequence[SubmissionResult], works: Mapping[str, OwnWork], solved: OwnWork
) -> list[Likeness]:
    """Pairs that have in common what is neither handed out nor published, the most alike first.

    Parameters
    ----------
    results
        The submissions, marked.
    works, solved
        What is each one's own, and what is published.
    """
    own = {
        name: OwnWork(
            work.code - solved.code,
            tuple((what, words - solved.words) for what, words in work.texts),
        )
        for name, work in works.items()
    }
    words = {name: work.words for name, work in own.items()}
    found: list[Likeness] = []
    for one, other in combinations(sorted(works), 2):
        mine, theirs = own[one], own[other]
        found += _of_code(one, other, mine.code, theirs.code)
        found += _of_code(one, other, theirs.code, mine.code)
        if len(words[one] & words[other]) >= _TEXT_PIECES:
            found += _of_texts(one, other, mine.texts, words[other])
            found += _of_texts(one, other, theirs.texts, words[one])
    files = _same_files(results)
    told = {(each.one, each.other) for each in files}
    answers = [
        Likeness(each.one, each.other, _ANSWERS, each.same / each.of)
        for each in same_answers(_free(results))
        if (each.one, each.other) not in told
    ]
    everything = [*_likest(found), *files, *answers]
    return sorted(everything, key=lambda each: (-each.part, each.one, each.other, each.what))


def _together(texts: Iterable[tuple[str, Words]]) -> Words:
    return frozenset().union(*(words for _, words in texts))


def _likest(found: Iterable[Likeness]) -> Iterable[Likeness]:
    """Of several findings about one thing the strongest."""
    best: dict[tuple[str, str, str], Likeness] = {}
    for each in found:
        key = (each.one, each.other, each.what)
        if key not in best or best[key].part < each.part:
            best[key] = each
    return best.values()


def _of_code(
    one: str, other: str, mine: frozenset[int], theirs: frozenset[int]
) -> Iterator[Likeness]:
    part = part_of(mine, theirs)
    if part >= _CODE_PART and len(mine & theirs) >= _CODE_PIECES:
        yield Likeness(one, other, _CODE, part)


def _of_texts(
    one: str, other: str, texts: Iterable[tuple[str, Words]], theirs: Words
) -> Iterator[Likeness]:
    for what, words in texts:
        part = part_of(words, theirs)
        if part >= _TEXT_PART and len(words & theirs) >= _TEXT_PIECES:
            yield Likeness(one, other, what, part)


def _same_files(results: Iterable[SubmissionResult]) -> list[Likeness]:
    """Pairs whose files of answers are one and the same."""
    told = sorted(
        (str(digest), result.name)
        for result in results
        if (digest := result.entry.get("entered", {}).get("digest"))
    )
    return [
        Likeness(one, other, _FILE, 1.0)
        for (mine, one), (theirs, other) in combinations(told, 2)
        if mine == theirs
    ]


def _free(results: Iterable[SubmissionResult]) -> dict[str, dict[str, Any]]:
    """Answers on the own company by submission and question."""
    found: dict[str, dict[str, Any]] = {}
    for result in results:
        own = result.answers[SHIPPED].values if SHIPPED in result.answers else {}
        found[result.name] = {
            name: free_answer(
                question, own[name], question.sealed and result.marks[name].shipped == "correct"
            )
            for name, question in QUESTIONS.items()
            if name in own and own[name] is not None and question.kind != "text"
        }
    return found


def _written(result: SubmissionResult) -> Iterator[tuple[str, str]]:
    """Texts and reasons of plans, by question."""
    own = result.answers[SHIPPED].values if SHIPPED in result.answers else {}
    for name, question in QUESTIONS.items():
        value = own.get(name)
        if question.kind == "plan" and isinstance(value, dict):
            value = value.get("reason")
        if question.kind in ("text", "plan") and isinstance(value, str):
            yield name, value


def _asked(lang: str) -> Iterator[str]:
    """Words of the questions, which answers may take up."""
    with using(lang):
        for question in QUESTIONS.values():
            yield text(question.text_key)
            yield from (text(question.hint_key(step)) for step in range(1, question.hints + 1))
            yield from (text(question.check_key(at)) for at in range(1, question.checks + 1))


def _texts_in(cells: Iterable[str]) -> Iterator[str]:
    for cell in cells:
        yield from long_texts(cell)


def _cells_of(folder: Path) -> tuple[list[str], list[str]]:
    """Code and prose of the kit's notebooks; a user may have left others there."""
    code: list[str] = []
    prose: list[str] = []
    for path in sorted(folder.glob("*/[0-9]*.ipynb")):
        try:
            cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
            for cell in cells:
                (code if cell["cell_type"] == "code" else prose).append("".join(cell["source"]))
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            continue
    return code, prose
