"""An exam in which every team has its own company, handed in to one assignment."""

from __future__ import annotations

import csv
import html
import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, ClassVar

import nbformat
import pytest
from zoo.solved import NUMBER, ROOT, TYPED, Solved

from casekit.authoring import read_companies
from casekit.cli import main
from casekit.company import Case
from casekit.company.loading import read_company
from casekit.errors import GradingError, InvalidArgument
from casekit.grading import batch, carrying, closing, companies, journal
from casekit.grading.assigning import Assigner
from casekit.grading.carrying import Served
from casekit.grading.companies import ListedCompany, OwnCompany, draw_listed
from casekit.grading.execution.worker_cache import WorkerCache
from casekit.grading.files import write_files
from casekit.grading.intake.entered import Entered
from casekit.grading.intake.submissions import Submission, SubmissionContent
from casekit.grading.options import GradeOptions, GradeReport
from casekit.grading.sandbox.lockdown import why_unsandboxed
from casekit.language import text, using
from casekit.questions import QUESTIONS
from casekit.questions.answers_file import ANSWERS_FILE, answer_line
from casekit.questions.expected import Answer
from casekit.questions.journal import PROGRESS_FILE
from casekit.questions.key import Known, known_answers, read_key

MOODLE = "assignsubmission_file_"


# Which company a submission is about


def own_company(digest: str, name: str, pack: str, teams: tuple[str, ...] = ()) -> OwnCompany:
    files = {"sales.csv": f"{digest}\n1\n".encode(), "benchmarks.csv": b"the same\n"}
    seed = 2**127 + len(digest)
    return OwnCompany(ListedCompany(seed, "A", pack, teams), digest, name, files)


OWN = (
    own_company("a", "Alfa", "exam-1.zip"),
    own_company("bb", "Beta", "exam-2.zip", ("Team by hand", "Ñandú_7")),
    own_company("ccc", "Beta", "exam-3.zip"),
)


def handed_in(
    answered: tuple[str, ...] = (),
    marked: tuple[str, ...] = (),
    tables: Mapping[str, bytes] | None = None,
    loaded: str = "",
    names: tuple[str, ...] = (),
) -> SubmissionContent:
    notebooks = {}
    for place, company in enumerate(marked or ("",)):
        code = [nbformat.v4.new_code_cell(f'case = ck.load_case("{loaded}")')] if loaded else []
        notebook = nbformat.v4.new_notebook(cells=code)
        if company:
            notebook.metadata["casekit"] = {"company": company, "notebook": "01"}
        notebooks[f"{place}.ipynb"] = nbformat.writes(notebook).encode()
    entered = Entered({company: {"start.whose_client": "own"} for company in answered})
    return SubmissionContent(notebooks, dict(tables or {}), [], list(names), entered)


TOLD: dict[str, tuple[SubmissionContent, str, str]] = {
    "answers": (handed_in(("a",)), "a", ""),
    "answers, others aside": (handed_in(("strange", "bb")), "bb", ""),
    "answers before a mark": (handed_in(("a",), ("bb",)), "a", "company-of-several"),
    "a mark between answers": (handed_in(("a", "bb"), ("bb",)), "bb", "company-of-several"),
    "marks": (handed_in((), ("ccc", "ccc", "")), "ccc", ""),
    "a table": (handed_in(tables={"data/Sales.csv": b"bb\r\n1"}), "bb", ""),
    "a table that two have": (
        handed_in(("a",), tables={"benchmarks.csv": b"the same"}), "a", ""),
    "a folder": (handed_in(loaded="../exam-3/data"), "ccc", "company-by-name"),
    "a folder of Windows": (handed_in(loaded="..\\\\Exam-3\\\\data"), "ccc", "company-by-name"),
    "a name": (handed_in(names=("Alfa",)), "a", "company-by-name"),
}  # fmt: skip


@pytest.mark.parametrize("way", TOLD)
def test_the_company_is_told_by_what_was_handed_in(way: str) -> None:
    content, expected, note = TOLD[way]
    digest, notes = Assigner(OWN).company(Submission("Team", ()), content)
    assert digest == expected
    assert [each.key for each in notes] == ([note] if note else [])


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (handed_in(), "unassigned-none"),
        (handed_in(("strange",)), "unassigned-other"),
        (handed_in((), ("strange",)), "unassigned-other"),
        (handed_in(names=("Gamma",)), "unassigned-other"),
        # The name is no evidence where the answers are of another company.
        (handed_in(("strange",), names=("Alfa",)), "unassigned-other"),
        (handed_in(("a", "bb")), "unassigned-several"),
        (handed_in((), ("a", "bb")), "unassigned-several"),
        (handed_in(names=("Beta",)), "unassigned-several"),
    ],
)
def test_nothing_is_guessed(content: SubmissionContent, key: str, lang: str) -> None:
    with pytest.raises(GradingError) as refused:
        Assigner(OWN).company(Submission("Team", ()), content)
    assert refused.value.key == key
    facts = {**refused.value.facts, "name": "Team"}
    with using(lang):
        assert '"teams": ["Team"]' in text(f"{key}-do", **facts) and text(key, **facts)


@pytest.mark.parametrize("who", [("Team by hand", "", ""), ("x", "Team by hand", "7"),
                                 ("Ñandú_7", "Ñandú", "7")])  # fmt: skip
def test_what_the_instructor_wrote_goes_before_all(who: tuple[str, str, str]) -> None:
    submission = Submission(who[0], (), who[1], who[2])
    assert Assigner(OWN).company(submission, handed_in(("a",)))[0] == "bb"


@pytest.mark.parametrize(
    ("content", "noted"),
    [
        # Another team's pack handed in whole.
        (handed_in(("a",), ("a", "a")), {"key": "company-of-others", "found": "exam-1.zip"}),
        (handed_in((), ("a", "ccc")),
         {"key": "company-of-others", "found": "exam-1.zip, exam-3.zip"}),
        (handed_in(("a",), ("bb",)), {"key": "company-of-several", "found": "exam-1.zip"}),
        (handed_in(("bb",), ("bb",)), None),
        # Of no team's company: the instructor wrote the line because it should count.
        (handed_in(("strange",)), None),
        (handed_in(), None),
    ],
)  # fmt: skip
def test_work_on_another_team_s_company_than_the_list_s_is_noted(
    content: SubmissionContent, noted: dict[str, str] | None
) -> None:
    digest, notes = Assigner(OWN).company(Submission("Team by hand", ()), content)
    assert digest == "bb"
    found = [{"key": each.key, "found": each.facts["found"]} for each in notes]
    assert found == ([noted] if noted else [])
    assert all(each.facts["pack"] == "exam-2.zip" for each in notes)


ALL_NAMED = tuple(
    replace(each, listed=replace(each.listed, teams=(f"Team {place}",)))
    for place, each in enumerate(OWN, 1)
)


@pytest.mark.parametrize(
    ("own", "who", "noted"),
    [(ALL_NAMED, "Team 9", True), (ALL_NAMED, "Team 1", False), (OWN, "Team 9", False)],
)
def test_whom_a_whole_list_does_not_name_is_pointed_out(
    own: tuple[OwnCompany, ...], who: str, noted: bool, lang: str
) -> None:
    digest, notes = Assigner(own).company(Submission(who, ()), handed_in(("a",)))
    assert (digest, [each.key for each in notes]) == ("a", ["company-unlisted"] * noted)
    with using(lang):
        for each in notes:
            assert "Team 1" in text(f"note-{each.key}", name=who, **each.facts)
            assert f'"{who}"' in text(f"note-{each.key}-do", name=who, **each.facts)


def test_what_a_list_says_anew_is_kept_without_a_run(tmp_path: Path) -> None:
    content = handed_in(("a",))
    journal.append(tmp_path, {"submission": "Team 9", "status": "graded", "notes": []})
    for own in (ALL_NAMED, ALL_NAMED, OWN):
        content.notes = Assigner(own).company(Submission("Team 9", ()), content)[1]
        batch._renew_notes(tmp_path, journal.entries(tmp_path)["Team 9"], content)
    kept = [json.loads(line) for line in (tmp_path / journal.JOURNAL).read_text().splitlines()]
    keys = [[each["key"] for each in line["notes"]] for line in kept]
    assert keys == [[], ["company-unlisted"], []]


def test_a_list_with_teams_is_read_and_a_broken_one_refused(tmp_path: Path) -> None:
    path = tmp_path / "exam_instructor.json"
    line = {"pack": "exam-1.zip", "variant": str(2**127), "family": "B"}
    path.write_text(json.dumps({"companies": [line, {**line, "teams": ["Team 1"]}]}), "utf-8")
    first, second = read_companies(path)
    assert first == ListedCompany(2**127, "B", "exam-1.zip")
    assert second == replace(first, teams=("Team 1",))
    for broken in ({**line, "teams": "Team 1"}, {**line, "teams": [1]}, 5, {**line, "family": "E"}):
        path.write_text(json.dumps({"companies": [broken]}), encoding="utf-8")
        with pytest.raises(InvalidArgument, match=r"exam_instructor\.json"):
            read_companies(path)


def test_lines_of_one_company_are_drawn_once(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[ListedCompany] = []

    def draw(listed: ListedCompany) -> OwnCompany:
        drawn.append(listed)
        return OwnCompany(listed, "a", "Alfa", {})

    monkeypatch.setattr(companies, "_own", draw)
    one = ListedCompany(5, "A", "one.zip", ("x",))
    draw_listed([one, ListedCompany(5, "B"), ListedCompany(5, "A", "two.zip", ("y",))])
    assert drawn == [ListedCompany(5, "A", "one.zip, two.zip", ("x", "y")), ListedCompany(5, "B")]


def test_a_worker_keeps_two_servers_however_many_companies(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    begun: list[str] = []

    class Server:
        closed = False

        def __init__(self, environment: dict[str, str]) -> None:
            begun.append(environment["libraries"])

        def of_company(self, data: str, ahead: bool) -> Server:
            return Server({"libraries": data})

        def close(self) -> None:
            self.closed = True

    monkeypatch.setattr("casekit.grading.execution.worker_cache.ForkServer", Server)
    cache = WorkerCache(str(tmp_path))
    kept: list[Any] = []
    for company in ("a", "a", "hidden", "a", "hidden", "b", "hidden", "b", "a"):
        kept.append(cache._server(Path(company), {"libraries": "all"}, True))
        assert len(cache._servers) <= 2
        assert not any(each.closed for each in cache._servers.values())
    # What all companies share is loaded once.
    assert begun == ["all", "a", "hidden", "b", "a"]
    cache.close()
    assert all(each.closed for each in kept)


def test_nine_months_follow_the_list_where_a_plan_says_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: dict[str, Any] = {}
    monkeypatch.setattr(carrying, "_later", lambda root, seed, drawn: drawn)
    monkeypatch.setattr(
        carrying,
        "_carried",
        lambda each, given, known, *_: asked.update({each.name: known}) or Served("x"),
    )
    for name in ("One", "Two"):
        (tmp_path / "in" / name).mkdir(parents=True)
        (tmp_path / "in" / name / "my_plan.json").write_text("{}", encoding="utf-8")
        (tmp_path / "in" / name / "01.ipynb").write_text("{}", encoding="utf-8")
    listed = (ListedCompany(7, "B"), ListedCompany(8, "A", teams=("Two",)))
    carrying.carry_all(ROOT, tmp_path / "in", tmp_path / "out", 5, listed)
    assert asked == {"One": [(7, "B"), (8, "A")], "Two": [(8, "A")]}


def test_a_list_and_a_number_are_refused_in_words(
    tmp_path: Path, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["grade", str(tmp_path), "--out", str(tmp_path / "out"), "--variant", "7",
             "--companies", str(tmp_path / "list.json"), "--lang", lang]  # fmt: skip
    with pytest.raises(SystemExit) as stop:
        main(words)
    assert stop.value.code == 2
    assert capsys.readouterr().err.strip() == text("companies-variant-and-list", lang)


# A whole exam


@cache
def drawn(seed: int, family: str) -> tuple[OwnCompany, dict[str, object]]:
    """A company, and what is right there of the two questions that differ."""
    company = companies._own(ListedCompany(seed, family))
    key = {name: answer for name, answer in read_key(ROOT).items() if name in (TYPED, CARD)}
    with TemporaryDirectory() as folder:
        write_files(company.files, Path(folder))
        told = known_answers(key, read_company(Path(folder)), mistakes=False)
    return company, {name: ways["right"] for name, ways in told.items()}


#: Number and family of each team's company, and of one that is none of theirs.
TEAMS, FOREIGN = ((7, "B"), (8, "A"), (9, "C")), (10, "B")


@pytest.fixture(scope="module")
def exam(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """One download of Moodle with everybody's work, and the list of the companies."""
    place = tmp_path_factory.mktemp("exam")
    listed = [{"pack": f"exam-{n}.zip", "variant": str(seed), "family": family}
              for n, (seed, family) in enumerate(TEAMS, 1)]  # fmt: skip
    (place / "exam_instructor.json").write_text(json.dumps({"companies": listed}), "utf-8")
    members = {"Anna_1": TEAMS[0], "Boris_2": TEAMS[0], "Clara_3": TEAMS[1], "David_4": TEAMS[1],
               "Elena_5": TEAMS[2], "Fyodor_6": TEAMS[2], "Galina_7": FOREIGN}  # fmt: skip
    with zipfile.ZipFile(place / "Exam-Case-42.zip", "w") as download:
        for who, company in members.items():
            download.writestr(f"{who}_{MOODLE}/work.zip", work(who, *company))
        # Only a notebook, in which nothing tells the company.
        bare = nbformat.writes(Solved().small())
        download.writestr(f"Hugo_8_{MOODLE}/01_small.ipynb", bare)
    return place / "Exam-Case-42.zip", place / "exam_instructor.json"


def work(who: str, seed: int, family: str) -> bytes:
    """What `hand_in` makes of a small notebook and answers on cards, all right."""
    company, right = drawn(seed, family)
    notebook = Solved().small()
    notebook.cells[-1].source = f'ck.check("{TYPED}", {right[TYPED]!r})'
    if who in ("Anna_1", "Clara_3"):
        # The same code of one's own, in two teams of different companies.
        own = "\n".join(
            f"def part_{n}(frame, limit={n}):\n"
            f"    for row in frame.itertuples():\n"
            f"        if row[{n % 3}] > limit * {n + 2}:\n"
            f"            limit = [row[0], limit, {n}]{'[0]' * (n % 4)}\n"
            f"    return {'+'.join(['limit'] * (n + 1))}"
            for n in range(8)
        )
        notebook.cells.append(nbformat.v4.new_code_cell(own))
    lines = [answer_line(CARD, right[CARD], company.digest)]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as bundle:
        bundle.writestr(f"{who}/01_small.ipynb", nbformat.writes(notebook))
        written = "".join(json.dumps(line) + "\n" for line in lines)
        bundle.writestr(f"{who}/{ANSWERS_FILE}", written)
        about = {"at": f"2026-01-01T00:00:0{who[-1]}+00:00", "company": company.name,
                 "question": TYPED, "state": "correct", "step": 0}  # fmt: skip
        bundle.writestr(f"{who}/{PROGRESS_FILE}", json.dumps(about) + "\n")
    return out.getvalue()


#: A number that is told on a card, and differs from company to company.
CARD = next(
    name
    for name, question in QUESTIONS.items()
    if question.basis == "stated" and question.kind == "number" and question.points
)


class Stopped(Exception):
    """What stops a batch in its midst."""


def graded(exam: tuple[Path, Path], out: Path, stop_after: int = 99, **more: object) -> GradeReport:
    options = GradeOptions(
        hidden_seed=17, companies=tuple(read_companies(exam[1])), list_file=exam[1], **more
    )

    def stop(done: int, total: int, name: str) -> None:
        if done >= stop_after:
            raise Stopped

    return batch.grade(ROOT, exam[0], out, options, stop)


@pytest.fixture(scope="module")
def whole(
    exam: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Path, GradeReport]]:
    out = tmp_path_factory.mktemp("whole") / "out"
    with pytest.MonkeyPatch.context() as patch, using("en"):
        quick(patch)
        yield out, graded(exam, out)


def quick(patch: pytest.MonkeyPatch) -> None:
    """Draw companies once for all tests of this file, and work out once what is right there."""
    patch.setattr(companies, "_generated", GENERATED)
    patch.setattr(
        closing, "known_answers", lambda key, case, mistakes: RIGHT.told(key, case, mistakes)
    )


GENERATED = cache(companies._generated)


class RIGHT:
    """What is right in each company, worked out once."""

    kept: ClassVar[dict[tuple[str, bool], Known]] = {}

    @classmethod
    def told(cls, key: Mapping[str, Answer], case: Case, mistakes: bool) -> Known:
        about = (case.digest, mistakes)
        if about not in cls.kept:
            cls.kept[about] = known_answers(key, case, mistakes)
        return cls.kept[about]


def rows(out: Path) -> dict[str, dict[str, str]]:
    table = (out / "gradebook.csv").read_text(encoding="utf-8-sig")
    return {row["submission"]: row for row in csv.DictReader(io.StringIO(table))}


@pytest.mark.slow
@pytest.mark.sandbox
@pytest.mark.skipif(bool(why_unsandboxed()), reason="no walls here")
class TestAnExam:
    """Three teams of two, one work on another company, one that nothing is told of."""

    def test_everybody_is_marked_on_their_own_company(
        self, whole: tuple[Path, GradeReport]
    ) -> None:
        out, report = whole
        assert report.counts == {"graded": 6, "unassigned": 2}
        found = rows(out)
        packs = [found[name]["pack"] for name in sorted(found)]
        assert packs == ["exam-1.zip"] * 2 + ["exam-2.zip"] * 2 + ["exam-3.zip"] * 2 + ["", ""]
        for name in sorted(found)[:6]:
            score = json.loads((out / name / "score.json").read_text("utf-8"))
            mark = score["questions"][TYPED]
            assert (mark["shipped"], mark["hidden"]) == ("correct", "incorrect")
            assert score["questions"][NUMBER]["state"] == "correct"
            assert score["questions"][CARD]["points"] == QUESTIONS[CARD].points
            assert score["pack"] == found[name]["pack"]
        run = json.loads((out / "run.json").read_text("utf-8"))
        assert [each["pack"] for each in run["companies"]] == [f"exam-{n}.zip" for n in (1, 2, 3)]

    def test_whose_company_is_not_known_is_listed_and_goes_nowhere(
        self, whole: tuple[Path, GradeReport]
    ) -> None:
        out, report = whole
        assert ("grade-unassigned", {"listed": "Galina_7, Hugo_8"}) in report.told
        page = (out / "cohort.html").read_text("utf-8")
        assert "none of this exam’s" in page and "Nothing in this work tells" in page
        assert "&#34;teams&#34;: [&#34;Hugo_8&#34;]" in page
        moodle = (out / "moodle.csv").read_text("utf-8-sig")
        assert "Fyodor" in moodle and "Galina" not in moodle and "Hugo" not in moodle
        assert rows(out)["Hugo_8"]["score"] == ""
        feedback = (out / "Hugo_8" / "feedback.html").read_text("utf-8")
        assert "Nothing in this work tells" in feedback and "teams" not in feedback

    def test_copies_are_found_across_companies(self, whole: tuple[Path, GradeReport]) -> None:
        assert "Anna_1 — Clara_3" in (whole[0] / "cohort.html").read_text("utf-8")

    def test_stopped_in_between_and_two_at_a_time_give_the_same(
        self, exam: tuple[Path, Path], whole: tuple[Path, GradeReport], tmp_path: Path
    ) -> None:
        with using("en"):
            with pytest.MonkeyPatch.context() as patch:
                quick(patch)
                with pytest.raises(Stopped):
                    graded(exam, tmp_path / "out", stop_after=4)
            assert 0 < len(journal.entries(tmp_path / "out")) < 8
            before = (tmp_path / "out" / journal.JOURNAL).read_bytes()
            graded(exam, tmp_path / "out", jobs=2)
        assert (tmp_path / "out" / journal.JOURNAL).read_bytes().startswith(before)
        for file in ("gradebook.csv", "moodle.csv", "canvas.csv"):
            assert (tmp_path / "out" / file).read_bytes() == (whole[0] / file).read_bytes()

    def test_a_line_in_the_list_tells_what_nothing_else_does(
        self, exam: tuple[Path, Path], whole: tuple[Path, GradeReport], tmp_path: Path
    ) -> None:
        content = json.loads(exam[1].read_text("utf-8"))
        content["companies"][1]["teams"] = ["Hugo"]
        listed = tmp_path / "exam_instructor.json"
        listed.write_text(json.dumps(content), encoding="utf-8")
        ran = (whole[0] / journal.JOURNAL).read_text("utf-8").splitlines()
        with pytest.MonkeyPatch.context() as patch, using("en"):
            quick(patch)
            report = graded((exam[0], listed), whole[0])
            # One question anew, for all companies at once.
            graded((exam[0], listed), whole[0], question=TYPED)
            assert report.counts == {"graded": 7, "unassigned": 1}
            assert rows(whole[0])["Hugo_8"]["pack"] == "exam-2.zip"
            # Nobody else was run again.
            added = (whole[0] / journal.JOURNAL).read_text("utf-8").splitlines()[len(ran) :]
            assert [json.loads(line)["submission"] for line in added] == ["Hugo_8"]
            # Anna's team had the third pack, says the list, and her work is that of the first.
            content["companies"][2]["teams"] = ["Anna"]
            listed.write_text(json.dumps(content), encoding="utf-8")
            report = graded((exam[0], listed), whole[0])
            assert ("grade-of-others", {"listed": "Anna_1"}) in report.told
            assert rows(whole[0])["Anna_1"]["pack"] == "exam-3.zip"
            assert rows(whole[0])["Anna_1"]["provisional"] == text("grade-provisional")
            assert "Anna" not in (whole[0] / "moodle.csv").read_text("utf-8-sig")
            report = graded((exam[0], listed), whole[0], accept="Anna")
            assert "grade-of-others" not in dict(report.told)
            assert rows(whole[0])["Anna_1"]["provisional"] == ""
            assert "Anna" in (whole[0] / "moodle.csv").read_text("utf-8-sig")
            page = (whole[0] / "cohort.html").read_text("utf-8")
            key = "note-company-of-others-accepted"
            assert text(key, pack="exam-3.zip", found="exam-1.zip") in html.unescape(page)
            # A list that lacks a company of the batch is another batch's, and so is none.
            content["companies"].pop()
            listed.write_text(json.dumps(content), encoding="utf-8")
            with pytest.raises(InvalidArgument, match="another batch"):
                graded((exam[0], listed), whole[0])
            with pytest.raises(InvalidArgument, match="another batch"):
                batch.grade(ROOT, exam[0], whole[0], GradeOptions(hidden_seed=17))
