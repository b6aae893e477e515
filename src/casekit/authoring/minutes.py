"""How long a notebook takes somebody who does not program, counted from what it holds.

Nobody's clock: a measure, the same for every notebook, so that whoever makes one longer sees its
figure rise. Reading: 180 words of English a minute, the slow end of silent reading of non-fiction
(175 to 300, M. Brysbaert, Journal of Memory and Language 109, 2019); Russian needs fewer words for
the same and is read at four fifths of the words (184 against 228 a minute aloud, S.
Trauzettel-Klosinski and K. Dietz, IReST, Investigative Ophthalmology & Visual Science 53, 2012).
Looking, thinking and writing are assumed. Code is not read, hints and words of mistakes neither,
and the case text is counted apart.
"""

from __future__ import annotations

import ast
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from casekit.authoring.answers import solved
from casekit.authoring.source import Source, find_sources, read_source
from casekit.language import LANGUAGES
from casekit.questions.record import Record, Words
from casekit.questions.records import read_chapters

__all__ = [
    "Minutes",
    "minutes_figures",
    "minutes_of_kit",
    "minutes_of_notebook",
    "path_minutes",
    "reading_minutes",
    "rounded_up",
]

#: Words read in a minute, by language.
WORDS_A_MINUTE = {"en": 180, "ru": 145}
#: To look at a picture, a table or a panel; assumed.
PICTURE = 1.0
#: To think about a question, whatever its kind, and to guess before looking; assumed.
QUESTION, GUESS = 1.5, 0.5
#: To write a text of some sentences; assumed.
TEXT = 5.0
#: What takes longer than its kind; assumed: the board, deciding with a forecast, the memo.
LONGER = {
    "plan.committed": 15.0,
    "decision.plan": 7.0,
    "decision.forecast": 3.0,
    "decision.memo": 15.0,
}
#: A line with a blank, for those who compute, its words and its reason included; assumed.
COMPUTED = 4.0
#: Minutes are told in steps of so many.
STEP = 5
#: Notebooks of the path up to the decision.
PATH = ("00", "01", "02", "03", "04", "05", "06")

_ASKING = ("ask", "check", "guess")
_SHOWING = ("attainable", "first_slider", "memo", "my_plan", "opinions")


@dataclass(frozen=True)
class Minutes:
    """Minutes of a notebook.

    Parameters
    ----------
    judged
        What all take, whoever leaves the computed questions out.
    computed
        What its computed questions take on top.
    """

    judged: float
    computed: float

    @property
    def told(self) -> int:
        """What its first screen says: `judged`, rounded up."""
        return rounded_up(self.judged)


def minutes_of_kit(root: Path) -> dict[str, Minutes]:
    """Minutes of every notebook by its number.

    Parameters
    ----------
    root
        The kit's top folder, with `solutions/`.
    """
    records = {
        record.question.id: record for chapter in read_chapters(root) for record in chapter.records
    }
    sources = [read_source(path) for path in find_sources(root / "solutions")]
    return {source.name[:2]: minutes_of_notebook(source, records) for source in sources}


def minutes_of_notebook(source: Source, records: Mapping[str, Record]) -> Minutes:
    """Minutes of a notebook, in the language that takes longer.

    Parameters
    ----------
    source
        Its source.
    records
        Records of all questions, by id.
    """
    told = [s for s in source.steps if s.kind == "markdown" and "solution" not in s.tags]
    called = [call for step in source.steps if step.kind == "code" for call in _calls(step.texts)]
    asked = {argument: records[argument] for name, argument in called if name in _ASKING}
    computed = [name for name, record in asked.items() if record.question.basis == "computed"]
    judged = [record for name, record in asked.items() if name not in computed]
    at_work = PICTURE * sum(_shows(name) for name, _ in called) + sum(map(_thinking, judged))
    read = max(
        sum(reading_minutes(step.texts[lang], lang) for step in told)
        + sum(reading_minutes(words[lang], lang) for record in judged for words in _read(record))
        for lang in LANGUAGES
    )
    return Minutes(read + at_work, COMPUTED * len(computed))


def reading_minutes(text: str, lang: str) -> float:
    """Minutes that reading a text takes in a language."""
    return len(re.findall(r"\w+(?:[’'.,-]\w+)*", text)) / WORDS_A_MINUTE[lang]


def rounded_up(minutes: float) -> int:
    """Minutes as they are told, in whole steps."""
    return STEP * math.ceil(minutes / STEP)


def path_minutes(of_notebooks: Mapping[str, Minutes]) -> tuple[int, int]:
    """What the path from 00 to 06 takes, and what its computed questions add, as they are told."""
    path = [of_notebooks[number] for number in PATH]
    return sum(each.told for each in path), rounded_up(sum(each.computed for each in path))


def minutes_figures(root: Path) -> dict[str, str]:
    """Minutes as the instructor's texts quote them: by notebook, and of the whole path.

    Parameters
    ----------
    root
        The kit's top folder.

    Returns
    -------
    dict
        By number of the notebook; `path_hours` and `path_minutes` of 00 to 06, and what the
        computed questions add, `computed`.
    """
    found = minutes_of_kit(root)
    path, computed = path_minutes(found)
    hours, left = divmod(path, 60)
    whole = {"path_hours": hours, "path_minutes": left, "computed": computed}
    told = {number: each.told for number, each in found.items()}
    return {name: str(minutes) for name, minutes in (told | whole).items()}


def _calls(texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Names of the functions that a cell calls, each with its first argument if that is a text."""
    tree = ast.parse(solved(texts[LANGUAGES[0]]))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            first = node.args[0] if node.args else None
            yield node.func.attr, str(first.value) if isinstance(first, ast.Constant) else ""


def _shows(name: str) -> bool:
    return name.startswith(("plot_", "show_")) or name in _SHOWING


def _thinking(record: Record) -> float:
    """Minutes that a question takes besides reading it."""
    asked = record.question
    if asked.id in LONGER:
        return LONGER[asked.id]
    if asked.guess:
        return GUESS * max(1, len(asked.items))
    return TEXT if asked.kind == "text" else QUESTION


def _read(record: Record) -> Sequence[Words]:
    """What is read of a card: the question, what it offers, and the reason."""
    offered = (*record.options.values(), *record.rows.values(), *record.checklist)
    return (record.ask, *offered, *((record.why,) if record.why else ()))
