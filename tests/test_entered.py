"""What was entered on cards, as the grader takes it: plain data within bounds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from carded import crew

import casekit as ck
from casekit.company import Case
from casekit.grading.execution.jobs import HIDDEN, SHIPPED
from casekit.grading.intake.entered import FEWEST_LINES, read_entered
from casekit.grading.intake.notebooks import prepare
from casekit.grading.intake.submissions import Submission, read_submission
from casekit.grading.marks.marking import Marker
from casekit.grading.marks.pages import remarks
from casekit.grading.marks.scoring import Answers, collect, mark, with_entered
from casekit.grading.notes import SubmissionNote, plain
from casekit.language import text
from casekit.notebook import RECORD_VARIABLE
from casekit.questions import QUESTIONS, hand_in
from casekit.questions.answers_file import ANSWERS_FILE, COMMITTED, answer_line
from casekit.questions.expected import expected
from casekit.questions.key import Known
from casekit.questions.records import read_chapters


@pytest.fixture
def company(tmp_path: Path, tiny_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Case]:
    """The tiny company with the crew's questions."""
    monkeypatch.setenv("CASEKIT_PROGRESS", str(tmp_path / "my_progress.jsonl"))
    monkeypatch.chdir(tmp_path)
    with crew(tmp_path, tiny_folder) as case:
        yield case


def known_of(folder: Path, case: Case) -> Known:
    """What the crew's records say of a company."""
    found: dict = {}
    for record in read_chapters(folder / "kit")[0].records:
        question = record.question
        if question.rows and question.sealed:
            for key, row in question.rows.items():
                found[row.id] = expected(row, record.answer.row(key), case)
        elif question.sealed:
            found[question.id] = expected(question, record.answer, case)
    return found


def content(*lines: object) -> bytes:
    return b"".join(json.dumps(line).encode() + b"\n" for line in lines)


def line(question: str, answer: object, company: str = "one", **more: object) -> dict:
    return {**answer_line(question, answer, company), **more}


def test_the_last_line_of_a_company_counts_and_the_first_commit(company: Case) -> None:
    found = read_entered({
        f"work/{ANSWERS_FILE}": content(
            line("crew.colour", "red"),
            line("crew.colour", "blue"),
            line("crew.colour", "grey", "two"),
            line("crew.several", ["red", "blue"]),
        ),
        "work/my_progress.jsonl": content(line("crew.size", 3)),
    })  # fmt: skip
    assert found.answers == {
        "two": {"crew.colour": "grey"},
        "one": {"crew.colour": "blue", "crew.several": ["red", "blue"]},
    }
    assert found.ignored == ()
    if COMMITTED in QUESTIONS:
        twice = content(line(COMMITTED, {"plan": 1}), line(COMMITTED, {"plan": 2}))
        assert read_entered({ANSWERS_FILE: twice}).answers["one"] == {COMMITTED: {"plan": 1}}


NONSENSE: dict[str, bytes] = {
    "no JSON": b"{",
    "no object": b"[1, 2]",
    "no question": content({"question": 5, "company": "one", "version": 1, "answer": 1}),
    "no such question": content({"question": "no.such", "company": "one", "version": 1}),
    "another version": b'{"question": "crew.size", "version": 9, "company": "one", "answer": 1}',
    "no company": b'{"question": "crew.size", "version": 1, "answer": 1}',
    "a long company": content(line("crew.size", 1, "x" * 500)),
    "no answer": b'{"question": "crew.size", "version": 1, "company": "one"}',
    "no number": b'{"question": "crew.size", "version": 1, "company": "one", "answer": NaN}',
    "half a letter": (
        b'{"question": "crew.letter", "version": 1, "company": "one", "answer": "\\ud800"}'
    ),
    "deep": b'{"question": "crew.size", "version": 1, "company": "one", "answer": '
    + b"[" * 100_000
    + b"]" * 100_000
    + b"}",
    "long": content(line("crew.letter", "x" * 200_000)),
    "bytes": bytes(range(1, 10)) + bytes(range(11, 256)),
}


@pytest.mark.parametrize("name", NONSENSE)
def test_nonsense_is_left_aside_and_listed(name: str, company: Case) -> None:
    sound = content(line("crew.colour", "blue"))
    found = read_entered({ANSWERS_FILE: sound + NONSENSE[name].rstrip(b"\n") + b"\n" + sound})
    assert found.answers == {"one": {"crew.colour": "blue"}}
    assert found.ignored == (2,)


def test_a_large_file_is_read_from_its_end(company: Case) -> None:
    many = content(line("crew.colour", "red")) * 40_000
    found = read_entered({ANSWERS_FILE: many + content(line("crew.colour", "blue"))})
    assert found.answers["one"] == {"crew.colour": "blue"}
    assert len(found.ignored) <= 1


def test_a_notebook_s_own_answer_goes_before_and_no_expression_is_taken(company: Case) -> None:
    computed = next(name for name, q in QUESTIONS.items() if q.basis == "computed")
    said = Answers({"crew.colour": "grey"}, {"crew.size": "not_attempted", computed: "error"})
    both = with_entered(said, {"crew.colour": "blue", "crew.size": 3.0, computed: 1, "odd": 1})
    assert both.values == {"crew.colour": "grey", "crew.size": 3.0}
    assert both.missing == {computed: "error"}


#: By question: an answer as plain data, and the part of its points.
PARTS: list[tuple[str, object, float]] = [
    ("crew.size", 3.0, 1.0),
    ("crew.size", 2.0, 1.0),
    ("crew.size", 6.0, 0.0),
    ("crew.size", "3", 0.0),
    ("crew.colour", "blue", 1.0),
    ("crew.colour", ["blue"], 0.0),
    ("crew.several", ["blue", "red"], 1.0),
    ("crew.several", ["red"], 0.5),
    ("crew.several", ["red", "blue", "pink", "grey"], 0.0),
    ("crew.several", ["red", "red", "red", "red", "blue"], 0.0),
    ("crew.several", [{}], 0.0),
    ("crew.order", ["grey", "red", "blue", "pink"], 1.0),
    ("crew.order", ["grey", "blue", "pink", "red"], 0.5),
    ("crew.order", ["pink", "red", "blue", "grey"], 0.0),
    ("crew.order", ["grey", "grey", "blue", "red"], 0.0),
    ("crew.table", {"north": 0.25, "south": 0.1}, 0.5),
    ("crew.grid", {"one": "right", "two": "wrong"}, 1.0),
    ("crew.grid", {"one": "right", "two": 5}, 0.5),
    ("crew.grid", "right", 0.0),
    ("crew.range", {"low": 1.0, "high": 2.0}, 1.0),
    ("crew.range", {"low": 3.0, "high": 2.0}, 0.0),
    ("crew.range", {"low": True, "high": 2.0}, 0.0),
    ("crew.guess", 0.3, 1.0),
    ("crew.guess", "0.3", 0.0),
    ("opinions.bet", {"costs": "right"}, 1.0),
    ("opinions.bet", {"costs": 5}, 0.0),
    ("opinions.bet", "right", 0.0),
]


@pytest.mark.parametrize(("name", "answer", "part"), PARTS)
def test_every_kind_earns_its_part(
    name: str, answer: object, part: float, company: Case, tmp_path: Path
) -> None:
    known = known_of(tmp_path, company)
    question = QUESTIONS[name]
    answers = {SHIPPED: Answers({name: answer}), HIDDEN: Answers()}
    given = mark(question, answers, {SHIPPED: known, HIDDEN: {}}, company)
    assert given.points == pytest.approx(part * question.points)
    state = {1.0: "correct", 0.5: "partial", 0.0: "incorrect"}[part]
    assert given.state == state


def test_what_is_handed_in_is_marked_from_the_file(
    company: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ck.ask("crew.colour").do({"do": "enter", "answer": "blue"})
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell('ck.ask("crew.colour")')])
    nbformat.write(notebook, tmp_path / "work.ipynb")
    assert prepare((tmp_path / "work.ipynb").read_bytes()).asked == (("crew.colour",),)
    handed = hand_in("Team 1")
    assert handed is not None and ANSWERS_FILE in handed.files
    assert "crew.colour" not in handed.open_questions and "crew.size" in handed.open_questions
    taken = read_submission(Submission("Team 1", (handed.path,)))
    assert taken.entered.answers == {company.digest: {"crew.colour": "blue"}}
    ck.ask("crew.colour").do({"do": "enter", "answer": "grey"})
    changed = hand_in("Team 1")
    assert changed is not None
    again = read_submission(Submission("Team 1", (changed.path,)))
    assert again.digest != taken.digest

    entry = {
        "submission": "Team 1", "status": "graded", "companies": [], "notebooks": [],
        "entered": {"answers": taken.entered.answers, "ignored": [3, 7]},
    }  # fmt: skip
    names = [name for name in QUESTIONS if name.startswith("crew.")]
    monkeypatch.setattr(
        "casekit.grading.marks.marking.QUESTIONS", {name: QUESTIONS[name] for name in names}
    )
    known = known_of(tmp_path, company)
    result = Marker(company, {SHIPPED: known, HIDDEN: known}).result(entry, {})
    assert {name for name, given in result.marks.items() if given.points} == {"crew.colour"}
    assert result.score == QUESTIONS["crew.colour"].points
    assert text("note-answers-ignored", found="3, 7") in remarks(result)
    assert SubmissionNote("other-company") not in result.notes
    other = {**entry, "entered": {"answers": {"another": {"crew.colour": "blue"}}}}
    result = Marker(company, {SHIPPED: known, HIDDEN: known}).result(other, {})
    assert result.score == 0.0 and SubmissionNote("other-company") in result.notes


def test_one_file_of_two_teams_is_one_digest(company: Case) -> None:
    long = content(*[line("crew.size", number) for number in range(FEWEST_LINES)])
    one, other = (read_entered({f"{team}/{ANSWERS_FILE}": long}).digest for team in "ab")
    short = read_entered({ANSWERS_FILE: content(line("crew.size", 3))}).digest
    assert one == other and short == ""


def test_a_run_of_the_grader_keeps_nothing(company: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(RECORD_VARIABLE, "1")
    ck.ask("crew.colour", "blue")
    ck.guess("crew.guess", 38)
    assert not Path(ANSWERS_FILE).exists()


def test_a_result_says_whose_it_is_and_keeps_others_names_from_participants(company: Case) -> None:
    sent = (SubmissionNote("late"), SubmissionNote.about("namesakes", found=["Anna.zip"]))
    submission = Submission(
        "Anna_7", (), "Anna", "7", late=True, attempt=2, members=(("Boris", "8"),), notes=sent
    )
    passed = [SubmissionNote.about("passed", left=[f"{n}.pdf" for n in range(9)])]
    entry = {
        **json.loads(json.dumps(submission.about())), "status": "unreadable",
        "reason": "unreadable-no-notebook", "facts": {}, "notebooks": [],
        "notes": [*plain(passed), "of another version", {"key": None}],
    }  # fmt: skip
    result = Marker(company, {}).result(entry, {})
    assert (result.who, result.system_id, result.entry["attempt"]) == ("Anna", "7", 2)
    assert result.members == (("Boris", "8"),)
    shown = remarks(result)
    assert shown == [text("note-late"), text("note-passed", left=passed[0].facts["left"])]
    assert "5.pdf, + 3" in shown[1]
    assert text("note-namesakes", found="Anna.zip") in remarks(result, instructor=True)


def test_what_could_not_be_read_can_be_accepted_by_the_name_that_is_told(company: Case) -> None:
    sent = [{"key": "unread", "facts": {"left": "05.zip"}}]
    entry = {"submission": "Anna", "status": "unreadable", "notebooks": [], "sent": sent}
    result = Marker(company, {}).result(entry, {})
    (told,) = remarks(result)
    assert "05.zip" in told and "--accept" not in told
    # What to do about it is said to the instructor alone.
    assert remarks(result, instructor=True)[0] == told
    assert '--accept "Anna"' in remarks(result, instructor=True)[1]
    accepted = remarks(Marker(company, {}).result({**entry, "accepted": True}, {}))
    assert accepted == [text("note-accepted", left="05.zip")]


@pytest.mark.parametrize(
    ("name", "answers", "doubled"),
    [("start.whose_client", ["ours", "competitor"], True),
     ("start.whose_client", ["ours", "ours"], False),
     ("opinions.costs", ["partly", "true"], False)],
)  # fmt: skip
def test_answers_of_two_notebooks_are_told_where_they_differ_and_count(
    name: str, answers: list[str], doubled: bool
) -> None:
    kind = QUESTIONS[name].kind
    notebooks = [
        {"place": f"{number}.ipynb", "asked": [[name]], "records": {SHIPPED: [
            {"state": "ok", "answers": [
                json.dumps({"question": name, "kind": kind, "answer": given})
            ]}
        ]}}
        for number, given in enumerate(answers)
    ]  # fmt: skip
    found = collect(notebooks, SHIPPED)
    assert found.values == {name: answers[-1]} and found.doubled == ((name,) if doubled else ())
