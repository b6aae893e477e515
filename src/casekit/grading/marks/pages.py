"""Templates of the HTML pages, and sentences that several pages share."""

from __future__ import annotations

import math
import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from casekit.grading.marks.marking import SubmissionResult
from casekit.grading.notes import FOR_INSTRUCTORS
from casekit.language import has_text, number, percent, text

_PAGES = Path(__file__).parent / "templates"


@cache
def page_template(name: str) -> Template:
    """Template of a page. All values are escaped: participants choose names and texts."""
    rules = Environment(loader=FileSystemLoader(_PAGES), autoescape=True, undefined=StrictUndefined)
    rules.tests["number_text"] = lambda cell: bool(re.fullmatch(r"[\d.,\s ]+%?", str(cell)))
    return rules.get_template(name)


def page_style() -> Markup:
    """Style sheet of the pages. It is the kit's own text, so it is not escaped."""
    return Markup((_PAGES / "page.css").read_text(encoding="utf-8"))


def points(value: float) -> str:
    """Points with as many decimals as they have, two at most."""
    value = round(value, 2)
    digits = next(count for count in (0, 1, 2) if round(value, count) == value)
    return number(value, digits)


def late_words(result: SubmissionResult, instructor: bool = False) -> str:
    """What being late took off, in days begun, as the rule counts them; empty for nothing.

    Parameters
    ----------
    result
        A submission, marked.
    instructor
        Whether the instructor reads it, who may want to take something off.
    """
    late = result.lateness
    if not late.share and not (instructor and late.days):
        return ""
    key = "feedback-late" if late.share else "cohort-late"
    return text(key, days=number(math.ceil(late.days)), share=percent(late.share))


def remarks(result: SubmissionResult, instructor: bool = False) -> list[str]:
    """Sentences for the notes of a result.

    Parameters
    ----------
    result
        A submission, marked.
    instructor
        Whether the instructor reads them: some notes name files of other participants.
    """
    said = []
    for note in result.notes:
        # What being late costs is said in its place.
        if note.key == "late" and late_words(result, instructor):
            continue
        if instructor or note.key not in FOR_INSTRUCTORS:
            facts = {"name": result.name, **note.facts}
            said.append(text(f"note-{note.key}", **facts))
            if instructor and has_text(f"note-{note.key}-do"):
                said.append(text(f"note-{note.key}-do", **facts))
    return said
