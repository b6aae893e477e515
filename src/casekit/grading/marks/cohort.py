"""The cohort report: what the instructor reads about a batch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from casekit import language
from casekit.grading.companies import OPEN_BOOK, conditions_of, open_books, packs_of
from casekit.grading.files import folder_name
from casekit.grading.marks.copies import WHOLE, Handed, Likeness, alike, copied, work_of
from casekit.grading.marks.marking import SubmissionResult, not_final, packs_in_doubt
from casekit.grading.marks.pages import late_words, page_style, page_template, remarks
from casekit.grading.marks.scoring import STATES
from casekit.language import has_text, number, percent, text
from casekit.questions import QUESTIONS
from casekit.questions.question import RUBRIC

_BEST = 20
#: Bars of the distribution of points.
_BARS = 10


def cohort_page(
    root: Path,
    results: Sequence[SubmissionResult],
    run: Mapping[str, Any],
    told: Sequence[str] = (),
) -> str:
    """Report on a batch for the instructor, in the session's language.

    Parameters
    ----------
    root
        The kit's top folder.
    results
        Every submission, marked.
    run
        Content of `run.json`.
    told
        What the instructor should know of the review, as sentences.
    """
    graded = [result for result in results if result.status == "graded"]
    tables = [
        _by_submission(results, packs_of(run)),
        *_by_pack(results, run),
        _by_heading(graded),
        _by_question(graded),
        _mistakes(graded),
        _plans(graded),
        *_likeness(root, graded),
        _left(results),
        _table("review", ("noticed",), [[sentence] for sentence in told]),
    ]
    mean = sum(result.score for result in graded) / len(graded) if graded else 0.0
    return page_template("cohort.html").render(
        lang=language.current(),
        title=text("cohort-title"),
        warning="" if run["sandbox"] else text("no-walls", why=run["no_sandbox_because"]),
        conditions=_conditions(run),
        summary=text(
            "cohort-summary", count=len(results), graded=len(graded), mean=number(mean, 1)
        ),
        waiting=[
            text(key, **facts)
            for key, facts in (*not_final(results), *packs_in_doubt(results, run))
        ],
        spread=_spread(graded),
        spread_title=text("cohort-spread"),
        spread_about=text("cohort-spread-about"),
        tables=tables,
        nothing=text("cohort-nothing"),
        style=page_style(),
    )


def _spread(graded: Sequence[SubmissionResult]) -> list[dict[str, Any]]:
    """Bars of a histogram of points: words, and length as a part of the longest."""
    if not graded:
        return []
    most = graded[0].most
    counts = [0] * _BARS
    for result in graded:
        counts[min(_BARS - 1, max(0, int(_BARS * result.score / most)))] += 1
    return [
        {
            "words": text(
                "cohort-spread-bar",
                low=number(most * place / _BARS),
                high=number(most * (place + 1) / _BARS),
                count=count,
            ),
            "part": count / max(counts),
        }
        for place, count in enumerate(counts)
    ]


def _conditions(run: Mapping[str, Any]) -> str:
    """Who could look answers up: everybody, those with some packs, or nobody."""
    listed, opened = packs_of(run), open_books(run)
    if listed and opened and len(opened) < len(listed):
        return text("cohort-open-book-some", packs=", ".join(opened))
    everybody = opened if listed else conditions_of(run, "") == OPEN_BOOK
    return text("cohort-open-book") if everybody else ""


def _by_pack(
    results: Sequence[SubmissionResult], run: Mapping[str, Any]
) -> Iterable[dict[str, Any]]:
    """Whose work is about the company of each pack, where teams had a company each."""
    rows = []
    for digest, pack in packs_of(run).items():
        theirs = sorted(each.name for each in results if each.entry.get("company") == digest)
        rows.append([pack, ", ".join(theirs) or text("cohort-nobody"), str(len(theirs))])
    return [_table("packs", ("pack", "name", "count"), rows)] if rows else []


def _table(name: str, heads: Sequence[str], rows: Sequence[Sequence[Any]]) -> dict[str, Any]:
    return {
        "title": text(f"cohort-{name}"),
        "about": text(f"cohort-{name}-about"),
        "heads": [text(f"cohort-head-{head}") for head in heads],
        "rows": rows,
    }


def _by_submission(results: Sequence[SubmissionResult], packs: Mapping[str, str]) -> dict[str, Any]:
    heads = [
        "name",
        "status",
        "score",
        "pending",
        "seconds",
        *(["pack"] if packs else ()),
        "noticed",
    ]
    rows = [
        [
            # The page lies in the folder that holds a folder for each submission.
            {"words": result.name, "href": quote(f"{folder_name(result.name)}/feedback.html")},
            text(f"status-{result.status}"),
            number(result.score, 2) if result.status == "graded" else "",
            number(result.pending, 2) if result.pending else "",
            number(result.seconds, 1) if result.seconds else "",
            *([packs.get(str(result.entry.get("company")), "")] if packs else ()),
            " ".join(filter(None, [late_words(result, True), *remarks(result, True)])),
        ]
        for result in sorted(results, key=lambda each: (-each.score, each.name))
    ]
    return _table("submissions", heads, rows)


def _by_heading(graded: Sequence[SubmissionResult]) -> dict[str, Any]:
    """Points of each heading of the rubric: on average, and of the quarters below and above."""
    rows: list[list[Any]] = []
    for heading, most in RUBRIC.items() if graded else ():
        earned = sorted(
            sum(
                mark.points
                for name, mark in result.marks.items()
                if QUESTIONS[name].criterion == heading
            )
            for result in graded
        )
        mean = sum(earned) / len(earned)
        low, high = (earned[round(part * (len(earned) - 1))] for part in (0.25, 0.75))
        told = text("feedback-points", points=number(mean, 1), most=number(most))
        rows.append([
            text(f"criterion-{heading}"),
            {"words": told, "part": mean / most},
            number(low, 1),
            number(high, 1),
        ])  # fmt: skip
    return _table("headings", ("heading", "mean", "lower", "upper"), rows)


def _by_question(graded: Sequence[SubmissionResult]) -> dict[str, Any]:
    rows = []
    for name, question in QUESTIONS.items():
        # Guesses, bets and texts for oneself earn nothing.
        if not question.points:
            continue
        marks = [result.marks[name] for result in graded]
        counts = Counter(mark.state for mark in marks)
        states = ", ".join(
            f"{text('state-' + state.replace('_', '-'))}: {counts[state]}"
            for state in STATES
            if counts[state]
        )
        read = [mark for mark in marks if not mark.pending]
        told = "…"
        # Who wrote nothing says nothing about those who wait for a reader.
        if read and (len(read) == len(marks) or any(mark.state == "review" for mark in read)):
            told = percent(sum(mark.points for mark in read) / (question.points * len(read)))
        rows.append([f"{text(question.text_key)} ({name})", told, states])
    return _table("questions", ("question", "earned", "states"), rows)


def _mistakes(graded: Sequence[SubmissionResult]) -> dict[str, Any]:
    counts = Counter(
        (name, mark.mistake)
        for result in graded
        for name, mark in result.marks.items()
        if mark.mistake
    )
    rows = [
        [text(QUESTIONS[name].text_key), text(QUESTIONS[name].mistake_key(mistake)), str(count)]
        for (name, mistake), count in counts.most_common(_BEST)
    ]
    return _table("mistakes", ("question", "mistake", "count"), rows)


def _plans(graded: Sequence[SubmissionResult]) -> dict[str, Any]:
    """Plans ordered by the share of points they earn."""
    plans = [name for name, question in QUESTIONS.items() if question.kind == "plan"]
    found = [
        (result.marks[name].points / result.marks[name].max_points, result.name, name)
        for result in graded
        for name in plans
        if result.marks[name].state in ("correct", "partial")
    ]
    found.sort(key=lambda each: (-each[0], *each[1:]))
    rows = [[who, name, percent(share)] for share, who, name in found[:_BEST]]
    return _table("plans", ("name", "question", "plan"), rows)


def _likeness(root: Path, graded: Sequence[SubmissionResult]) -> list[dict[str, Any]]:
    handed = Handed(root)
    works = {result.name: work_of(result, handed) for result in graded}
    pairs = _together(alike(graded, works, handed.solved))
    taken = _together(copied(works, handed.solved))
    return [_table("alike", ("pair", "what"), pairs), _table("copied", ("name", "what"), taken)]


def _together(found: Iterable[Likeness]) -> list[list[str]]:
    """A row for each submission or pair, in the order in which they come first."""
    rows: dict[str, list[str]] = {}
    for each in found:
        who = f"{each.one} — {each.other}" if each.other else each.one
        rows.setdefault(who, []).append(f"{_what(each)}: {percent(each.part)}")
    return [[who, "; ".join(what)] for who, what in rows.items()]


def _what(likeness: Likeness) -> str:
    """What of a submission is alike, in words."""
    what = likeness.what
    if what in WHOLE:
        return text(f"alike-{what}")
    kind = "reason" if QUESTIONS[what].kind == "plan" else "text"
    return text(f"alike-{kind}", question=what)


def _left(results: Sequence[SubmissionResult]) -> dict[str, Any]:
    rows = [
        [result.name, text(f"status-{result.status}"), " ".join(_why_left(result))]
        for result in results
        if result.status != "graded"
    ]
    return _table("left", ("name", "status", "why"), rows)


def _why_left(result: SubmissionResult) -> list[str]:
    """Why a submission has no marks, and what to do where the reason alone does not say it."""
    facts = {**result.facts, "name": result.name}
    said = [text(result.reason, **facts)]
    return (
        [*said, text(f"{result.reason}-do", **facts)] if has_text(f"{result.reason}-do") else said
    )
