"""The marks as a whole: a hundred points, and what rests on a person or on one company."""

from __future__ import annotations

from casekit.questions import QUESTIONS, RUBRIC


def test_points_sum_to_a_hundred() -> None:
    assert sum(question.points for question in QUESTIONS.values()) == 100
    assert all(question.points > 0 for question in QUESTIONS.values())
    assert len(QUESTIONS) >= 30


def test_two_texts_are_marked_by_a_person_one_of_them_the_memo() -> None:
    texts = [name for name, question in QUESTIONS.items() if question.kind == "text"]
    assert texts == ["lag.letter", "decision.memo"]
    # What is stated is marked on the shipped company alone: the mark must not rest on it.
    stated = sum(q.points for q in QUESTIONS.values() if q.basis == "stated")
    assert stated < 40


def test_the_points_of_a_heading_are_its_weight_in_the_rubric() -> None:
    assert sum(RUBRIC.values()) == 100
    for criterion, weight in RUBRIC.items():
        asked = [q for q in QUESTIONS.values() if q.criterion == criterion]
        assert sum(question.points for question in asked) == weight, criterion
