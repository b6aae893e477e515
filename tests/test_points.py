"""The marks as a whole: a hundred points, and what rests on judgement, on code, on a person."""

from __future__ import annotations

from casekit.questions import QUESTIONS, RUBRIC

MARKED = {name: question for name, question in QUESTIONS.items() if question.points}


def test_points_sum_to_a_hundred() -> None:
    assert sum(question.points for question in MARKED.values()) == 100
    assert 35 <= len(MARKED) <= 45
    assert all(question.points >= 0 for question in QUESTIONS.values())
    assert not any(question.criterion for name, question in QUESTIONS.items() if name not in MARKED)


def test_two_texts_are_marked_by_a_person_one_of_them_the_memo() -> None:
    texts = [name for name, question in MARKED.items() if question.kind == "text"]
    assert texts == ["lag.letter", "decision.memo"]


def test_judgement_outweighs_arithmetic() -> None:
    computed = [question for question in MARKED.values() if question.basis == "computed"]
    # About ten lines with a blank, for those who compute.
    assert 8 <= len(computed) <= 12
    assert sum(question.points for question in computed) <= 15
    assert sum(question.attainable for question in QUESTIONS.values()) <= 3


def test_the_points_of_a_heading_are_its_weight_in_the_rubric() -> None:
    assert sum(RUBRIC.values()) == 100
    for criterion, weight in RUBRIC.items():
        asked = [q for q in QUESTIONS.values() if q.criterion == criterion]
        assert sum(question.points for question in asked) == weight, criterion
