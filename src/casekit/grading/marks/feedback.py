"""The feedback page: each question with the own answer, its verdict, and what to read again.

Everything here follows from the company that its reader had. The points of the hidden company
enter the sum alone: by question, each would tell one thing of that company, and whoever hands in
a notebook that asks it many things could read it out.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from casekit import language
from casekit.grading.execution.jobs import SHIPPED
from casekit.grading.marks.marking import SubmissionResult
from casekit.grading.marks.own_answers import answer_lines
from casekit.grading.marks.pages import late_words, page_style, page_template, points, remarks
from casekit.grading.marks.places import Place
from casekit.grading.marks.review import ReviewEntry
from casekit.grading.marks.scoring import NOTES_OF_HIDDEN, TOP_LEVEL, Mark
from casekit.grading.marks.unasked import left_blank
from casekit.language import text
from casekit.questions import QUESTIONS, Question

_SIGNS = {"correct": "✓", "partial": "◐", "incorrect": "✗", "not_attempted": "○", "review": "✎"}
_HEADS = ("question", "answer", "state", "why", "points")
_NOWHERE = Place("")


def feedback_page(result: SubmissionResult, places: Mapping[str, Place]) -> str:
    """Feedback page of a participant.

    Parameters
    ----------
    result
        The submission, marked.
    places
        Where each question stands.
    """
    names: dict[str, list[str]] = {}
    for name in result.marks:
        names.setdefault(QUESTIONS[name].topic, []).append(name)
    topics = [
        {
            "name": text(f"topic-{topic}"),
            "rows": [_feedback_row(name, result, places.get(name, _NOWHERE)) for name in asked],
        }
        for topic, asked in names.items()
    ]
    blank = left_blank(result.entry.get("cells", ()))
    return page_template("feedback.html").render(
        lang=language.current(),
        title=text("feedback-title", name=result.who),
        summary=_summary(result),
        about=_about(result, places),
        notes=remarks(result),
        topics=topics,
        heads=[text(f"feedback-head-{head}") for head in _HEADS],
        short_path=text("feedback-short-path"),
        texts=[_text_row(name, written, result) for name, written in result.texts.items()],
        texts_title=text("feedback-texts"),
        notebooks=[_notebook_row(each, blank) for each in result.entry.get("notebooks", ())],
        notebooks_title=text("feedback-notebooks"),
        notebook_heads=[text("feedback-head-notebook"), text("feedback-head-what")],
        style=page_style(),
    )


def _summary(result: SubmissionResult) -> str:
    if result.status != "graded":
        facts = dict(result.facts)
        return text(result.reason, **facts)
    key = "feedback-pending" if result.pending else "feedback-score"
    if result.provisional:
        key = "feedback-of-others" if result.of_others else "feedback-provisional"
    facts = {name: points(getattr(result, name)) for name in ("score", "most", "pending")}
    return " ".join(filter(None, [text(key, **facts), late_words(result)]))


def _about(result: SubmissionResult, places: Mapping[str, Place]) -> list[str]:
    """What the sum is made of: the part of a company that nobody has seen, and the short path."""
    said = []
    unseen = [mark for mark in result.marks.values() if mark.hidden]
    if any(mark.shipped != "not_attempted" for mark in unseen):
        earned = sum(mark.points - mark.own for mark in unseen)
        most = sum(_most(mark) for mark in unseen)
        said.append(text("feedback-unseen", points=points(earned), most=points(most)))
    short = {name for name, place in places.items() if place.short_path and name in result.marks}
    others = [mark for name, mark in result.marks.items() if name not in short and mark.max_points]
    left = sum(mark.shipped == "not_attempted" for mark in others)
    tried = sum(result.marks[name].shipped != "not_attempted" for name in short)
    # Who went the whole way need not be told of the short one, nor who went neither.
    if 2 * tried > len(short) and 2 * left > len(others):
        marks = [result.marks[name] for name in short]
        earned = sum(mark.own for mark in marks)
        most = sum(_most(mark) for mark in marks)
        said.append(text("feedback-express", points=points(earned), most=points(most)))
    return said


def _most(mark: Mark) -> float:
    """Points to be earned on the own company: of what is computed, half."""
    return mark.max_points / 2 if mark.hidden else mark.max_points


def _feedback_row(name: str, result: SubmissionResult, place: Place) -> dict[str, Any]:
    question, mark = QUESTIONS[name], result.marks[name]
    told = points(mark.own) if not mark.pending else "…"
    most = points(_most(mark))
    own = result.answers[SHIPPED].values if SHIPPED in result.answers else {}
    return {
        "words": text(question.text_key),
        "place": _place_words(place),
        "short": place.short_path,
        "answer": answer_lines(question, own[name]) if name in own else [],
        "state": mark.shipped,
        "sign": _SIGNS.get(mark.shipped, "!"),
        "state_words": _state_words(question, mark, result.reviews.get(name)),
        "why": _why(question, mark, place),
        "points": text("feedback-points", points=told, most=most) if mark.max_points else "",
    }


def _place_words(place: Place) -> str:
    if not place.notebook:
        return ""
    key = "feedback-place" if place.number else "feedback-place-alone"
    return text(key, notebook=place.notebook[:2], number=place.number)


def _state_words(question: Question, mark: Mark, review: ReviewEntry | None) -> str:
    if mark.shipped == "review" and review is not None and review.level is not None:
        return text(f"level-{review.level}")
    if mark.hidden and mark.shipped == "correct":
        return text("state-correct-own")
    # Nothing can be said yet of a guess or a forecast; that it was given counts.
    if mark.shipped == "correct" and not question.sealed and question.kind != "plan":
        return text("state-given")
    return text(f"state-{mark.shipped.replace('_', '-')}")


def _why(question: Question, mark: Mark, place: Place) -> str:
    """Likely cause and what to read again; never an answer, nor how it was on another company."""
    if mark.override:
        return text("mark-by-hand", reason=mark.override)
    if mark.shipped in ("correct", "review"):
        return ""
    parts = []
    if mark.note and mark.note not in NOTES_OF_HIDDEN:
        parts.append(text(f"mark-{mark.note}".replace("_", "-")))
    elif mark.mistake:
        parts.append(text(question.mistake_key(mark.mistake)))
    elif mark.shipped in ("error", "timeout", "killed"):
        parts.append(text(f"why-{mark.shipped}"))
    if mark.shipped != "not_attempted" and place.notebook:
        parts.append(text("why-read", notebook=place.notebook))
    return " ".join(parts)


def _text_row(name: str, written: str, result: SubmissionResult) -> dict[str, str]:
    """A text with what its reader said of it: the level in the rubric's words, and a comment."""
    review = result.reviews.get(name)
    told = ""
    if review is not None and review.level is not None:
        key = f"rubric-{name.replace('.', '-')}-{review.level}"
        about = text(key) if language.has_text(key) else ""
        told = text(
            "feedback-level",
            level=review.level,
            top=TOP_LEVEL,
            words=text(f"level-{review.level}"),
            about=about,
        )
    comment = review.comment if review is not None else ""
    words = text(QUESTIONS[name].text_key)
    return {"words": words, "text": written, "level": told, "comment": comment}


def _notebook_row(notebook: Mapping[str, Any], blank: frozenset[str]) -> dict[str, str]:
    """How a notebook ran, in a sentence: its first failure, if any, or blanks that were left."""
    if notebook["unreadable"]:
        return {"place": notebook["place"], "what": text("notebook-unreadable")}
    records = notebook["records"].get(SHIPPED, ())
    asked = [*notebook["asked"], *([()] * len(records))]
    left = []
    for place, record in enumerate(records, 1):
        if record["state"] in ("error", "timeout", "killed"):
            if record["state"] == "error" and not blank.isdisjoint(asked[place - 1]):
                left.append(str(place))
                continue
            facts = {"cell": str(place), "error": record["error"] or record["state"]}
            return {"place": notebook["place"], "what": text("notebook-failed", **facts)}
    if left:
        what = text("notebook-blank", listed=", ".join(left))
        return {"place": notebook["place"], "what": what}
    return {"place": notebook["place"], "what": text("notebook-ran", cells=len(records))}
