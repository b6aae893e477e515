"""From marks worked out to those that count: given by hand, kept from before, less for lateness."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from casekit.grading.marks.lateness import LatePenalty
from casekit.grading.marks.marking import SubmissionResult
from casekit.grading.marks.review import Override, Review
from casekit.grading.marks.scoring import Mark
from casekit.grading.notes import SubmissionNote

__all__ = ["settle"]


def settle(
    result: SubmissionResult,
    review: Review,
    penalty: LatePenalty,
    days: float = 0.0,
    question: str = "",
    before: Mapping[str, Mark] | None = None,
) -> SubmissionResult:
    """A result as it counts.

    Parameters
    ----------
    result
        As it was worked out.
    review
        What readers entered: marks by hand, days late.
    penalty
        What being late costs.
    days
        Days late as far as the learning system says; what readers entered goes before.
    question
        The one question whose marks are worked out anew; all if empty.
    before
        Marks that were written last, by question.
    """
    if result.status != "graded":
        return result
    marks = _by_hand(result.marks, review.overrides.get(result.name, {}))
    if question and before:
        marks = {name: mark if name == question else before.get(name, mark)
                 for name, mark in marks.items()}  # fmt: skip
    given = [
        f"{name} → {mark.points:g} ({mark.override})"
        for name, mark in marks.items()
        if mark.override
    ]
    notes = (
        (*result.notes, SubmissionNote.about("overridden", found=given)) if given else result.notes
    )
    late = penalty.of(review.late.get(result.name, days))
    return replace(result, marks=marks, notes=notes, lateness=late)


def _by_hand(marks: Mapping[str, Mark], overrides: Mapping[str, Override]) -> dict[str, Mark]:
    """Marks with those given by hand in place of those that were worked out."""
    return {
        name: _given(mark, overrides[name]) if name in overrides else mark
        for name, mark in marks.items()
    }


def _given(mark: Mark, given: Override) -> Mark:
    # Whoever gives points by hand gives them openly: no part of them speaks of the hidden company.
    return replace(
        mark, points=given.points, own=given.points, pending=0.0, hidden="", override=given.reason
    )
