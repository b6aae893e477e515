"""What goes back to Moodle and Canvas, read as their importers read it."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

import pytest

from casekit.errors import InvalidArgument
from casekit.grading.files import folder_name
from casekit.grading.marks.canvas import (
    assignment_column,
    canvas_csv,
    comments_zip,
    fill_gradebook,
)
from casekit.grading.marks.exported import read_exported
from casekit.grading.marks.lateness import LatePenalty
from casekit.grading.marks.marking import SubmissionResult
from casekit.grading.marks.moodle import (
    feedback_zip,
    fill_worksheet,
    moodle_csv,
    team_numbers,
    worksheet_days,
)
from casekit.grading.marks.reports import Tables, write_reports
from casekit.grading.marks.scoring import Mark
from casekit.language import text
from casekit.questions import QUESTIONS

ROOT = Path(__file__).parents[1]

#: Headings of Moodle's importer and the word before a number, by the language of the site.
SITES = {
    "en": ("Identifier", "Grade", "Last modified (grade)", "Participant "),
    "ru": ("Идентификатор", "Оценка", "Последнее изменение (оценка)", "Участник"),
}
GERMAN = ("ID", "Bewertung", "Zuletzt geändert (Bewertung)", "Teilnehmer/in")


def result(name: str, points: float, **entry: object) -> SubmissionResult:
    marks = {"decision.memo": Mark("review", points, 100.0)}
    return SubmissionResult(name, "graded", "en", marks=marks, entry=dict(entry))


ANNA = result("Анна Каренина_4711", 78.5, who="Анна Каренина", system_id="4711")
LEVIN = result("Levin_12", 60.0, who="Константин Левин", system_id="12")
TEAM = result("Team 5", 33.33, members=[["Kitty, Sch.", "20"], ["Вася_П", "21"]])
NAMED = result("Žofie Ångström", 50.0, who="Žofie Ångström")
RESULTS = [ANNA, LEVIN, TEAM, NAMED]


def moodle_loads(table: str, headings: tuple[str, ...], separator: str = ",") -> dict[int, float]:
    """Grades by participant as `assignfeedback_offline_grade_importer` takes them."""
    identifier, grade, changed, word = headings
    heads, *rows = csv.reader(io.StringIO(table.lstrip("\ufeff")), delimiter=separator)
    assert {identifier, grade, changed} <= set(heads), "init() returns false"
    found = {}
    for row in rows:
        assert len(row) == len(heads)
        cut = row[heads.index(identifier)].encode()[len(word.encode()) :].decode()
        mark = row[heads.index(grade)].replace(" ", "").replace(",", ".")
        if cut.strip() and mark not in ("", "-"):
            found[int(cut)] = float(mark)
    return found


@pytest.mark.parametrize("site", SITES)
def test_a_worksheet_loads_on_sites_of_both_languages(site: str, lang: str) -> None:
    grades = moodle_loads(moodle_csv(RESULTS), SITES[site])
    assert grades == {4711: 78.5, 12: 60.0, 20: 33.33, 21: 33.33}


def worksheet(path: Path, headings: tuple[str, ...], most: str = "100.00", mark: str = ",") -> Path:
    """A grading worksheet as Moodle exports it, with a comment of several lines."""
    identifier, grade, changed, word = headings
    heads = [identifier, "Full name", "Email address", "Status", grade, "Max", "Changeable",
             "Last modified (submission)", changed, "Feedback comments"]  # fmt: skip
    rows = [
        [f"{word}{number}", who, f"{number}@x.org", "Submitted", grade, most, "Yes", "-", "-", note]
        for number, who, grade, note in (
            (4711, "Анна Каренина", "", 'a "quoted"\ncomment, long'), (12, "Levin", "10.00", ""),
            (20, "Kitty", "-", ""), (21, "Вася", "", ""), (99, "Nobody", "5.00", "=1+1"),
            (30, "Zofie", "", ""), (31, "Z\u030cofie A\u030angstro\u0308m", "", ""),
        )
    ]  # fmt: skip
    if headings is SITES["ru"]:
        heads[5] = "Максимальная оценка"
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream, delimiter=mark).writerows([heads, *rows])
    return path


@pytest.mark.parametrize(
    ("headings", "mark", "most", "times"),
    [
        (SITES["en"], ",", "100.00", 1),
        (SITES["ru"], ";", "100,00", 1),
        (GERMAN, "\t", "10,00", 0.1),
    ],
)
def test_a_worksheet_of_the_site_is_filled_in(
    headings: tuple[str, ...], mark: str, most: str, times: float, tmp_path: Path
) -> None:
    path = worksheet(tmp_path / "Grades.csv", headings, most, mark)
    sheet = read_exported(path)
    filled, told = fill_worksheet(sheet, RESULTS)
    grades = moodle_loads(filled, headings, mark)
    assert grades == {
        number: pytest.approx(points * times, abs=0.006)
        for number, points in ((4711, 78.5), (12, 60), (20, 33.33), (21, 33.33), (31, 50))
    } | {99: 5.0}
    # All else stays as it was: a changed comment would be loaded as well.
    rows = list(csv.reader(io.StringIO(filled), delimiter=mark))
    assert rows[0] == sheet.heads
    assert [row[:4] + row[5:] for row in rows[1:]] == [row[:4] + row[5:] for row in sheet.rows]
    assert told[0] == ("table-filled", {"file": path.name, "filled": "5", "rows": "7"})
    assert ("table-scaled" in [key for key, _ in told]) == (times != 1)


@pytest.mark.parametrize(
    ("status", "days"),
    [("Submitted for grading - 2 days 3 hours late - ", 2.12), ("Submitted - 40 mins late", 0.01),
     ("Ответ отправлен с опозданием на 1 дн. 12 ч.", 1.5), ("Submitted for grading -  - ", None),
     ("No submission - 3 days overdue", None)],
)  # fmt: skip
def test_days_late_are_read_from_the_status(
    status: str, days: float | None, tmp_path: Path
) -> None:
    path = worksheet(tmp_path / "Grades.csv", SITES["en"])
    content = path.read_text("utf-8-sig").replace("Submitted", status, 1)
    path.write_text(content.replace("Levin", "Too Late 2"), encoding="utf-8")
    assert worksheet_days(read_exported(path)) == ({} if days is None else {"4711": days})


def test_a_team_s_mark_goes_to_its_members_and_to_nobody_of_its_number(tmp_path: Path) -> None:
    path = tmp_path / "Grades.csv"
    rows = [(4711, "Anna", "Team 5"), (12, "Levin", "Team 5"), (77, "Kitty", "Team 6"),
            (78, "Nobody", ""), (79, "Alone", "Default group")]  # fmt: skip
    path.write_text(
        "Identifier,Full name,Status,Group,Grade,Maximum Grade,Last modified (grade)\n"
        + "".join(f"Participant {n},{who},-,{team},,100.00,-\n" for n, who, team in rows),
        encoding="utf-8",
    )
    # The number of a group may be that of somebody else in the course.
    teams = [result("Team 5_77", 40, who="Team 5", system_id="77"),
             result("Team 6_4711", 50, who="Team 6", system_id="4711"),
             result("Default group", 60, who="Default group")]  # fmt: skip
    filled, told = fill_worksheet(read_exported(path), teams)
    assert moodle_loads(filled, SITES["en"]) == {4711: 40, 12: 40, 77: 50, 79: 60}
    # Rows are counted, not teams.
    facts = {"file": "Grades.csv", "filled": "4", "rows": "5"}
    assert told == [("table-filled", facts)]
    # Two people of one name are no team of each other.
    alike = worksheet(tmp_path / "alike.csv", SITES["en"])
    alike.write_text(alike.read_text("utf-8-sig").replace("Levin", "Kitty"), encoding="utf-8")
    assert team_numbers(read_exported(alike), [("Kitty", "20"), ("Kitty", "12")]) == {}


def test_a_number_of_somebody_else_is_told(tmp_path: Path, lang: str) -> None:
    # A group was renamed since: its number is Kitty's, and no row bears its name.
    sheet = read_exported(worksheet(tmp_path / "Grades.csv", SITES["en"]))
    renamed = result("Team 9_20", 40, who="Team 9", system_id="20")
    _, told = fill_worksheet(sheet, [ANNA, renamed])
    facts = {"file": "Grades.csv", "listed": "Team 9 → Kitty"}
    assert told[1:] == [("table-other-names", facts)]
    assert "Team 9 → Kitty" in text("table-other-names", **facts)
    hidden = result("Participant_20", 40, who="Participant", system_id="20")
    assert [key for key, _ in fill_worksheet(sheet, [hidden])[1]] == ["table-filled"]


@pytest.mark.parametrize("begin", [b"PK\x03\x04\x14\0", b"\xd0\xcf\x11\xe0\xa1"])
def test_a_workbook_is_refused_in_words(begin: bytes, tmp_path: Path, lang: str) -> None:
    (tmp_path / "Grades.csv").write_bytes(begin + b",;\n,")
    with pytest.raises(InvalidArgument, match="CSV") as refused:
        read_exported(tmp_path / "Grades.csv")
    assert refused.value.key == "grade-table-workbook"


@pytest.mark.parametrize("top", ["sep=;\r\n", "\r\n\r\n", "\ufeffsep=;\n"])
def test_lines_above_the_headings_are_none(top: str, tmp_path: Path) -> None:
    path = worksheet(tmp_path / "Grades.csv", SITES["ru"], mark=";")
    before = read_exported(path)
    path.write_text(top + path.read_text("utf-8-sig"), encoding="utf-8")
    after = read_exported(path)
    assert (after.heads, after.rows, after.separator) == (before.heads, before.rows, ";")


def test_who_is_not_in_the_worksheet_is_told(tmp_path: Path) -> None:
    sheet = read_exported(worksheet(tmp_path / "Grades.csv", SITES["en"]))
    stranger = result("Vronsky_77", 10, who="Vronsky", system_id="77")
    twins = [result(f"Kitty {n}", 10, who="Kitty") for n in (1, 2)]
    _, told = fill_worksheet(sheet, [ANNA, stranger, *twins])
    assert told[-1] == ("table-missing", {"file": "Grades.csv", "listed": "Vronsky, Kitty, Kitty"})


def test_a_table_of_another_course_is_told_as_one(tmp_path: Path) -> None:
    sheet = read_exported(worksheet(tmp_path / "Grades.csv", SITES["en"]))
    book = read_exported(gradebook(tmp_path / "g.csv", CASE))
    strangers = [result(f"S_{n}", 10, who=f"Stranger {n}", system_id=str(n)) for n in (771, 772)]
    assert fill_worksheet(sheet, strangers)[1][-1] == ("table-nobody", {"file": "Grades.csv"})
    assert fill_gradebook(book, strangers, "")[1][-1] == ("table-nobody", {"file": "g.csv"})


@pytest.mark.parametrize(
    ("content", "key"),
    [(None, "grade-no-table"), ("", "grade-table-empty"),
     ("Identifier,Grade\n", "grade-table-empty"),
     ("Name,Mark\nAnna,3\n", "grade-no-worksheet"),
     ("Identifier,Full name,Grade,Maximum Grade\nParticipant 1,A,,Good\n", "grade-no-worksheet"),
     ('Identifier,Grade,Maximum Grade\nParticipant 1,"5,100\n', "grade-table-torn"),
     ("Identifier,Grade,Maximum Grade\nParticipant 1\n", "grade-table-torn")],
)  # fmt: skip
def test_what_is_no_worksheet_is_refused(
    content: str | None, key: str, tmp_path: Path, lang: str
) -> None:
    if content is not None:
        (tmp_path / "table.csv").write_text(content, encoding="utf-8")
    with pytest.raises(InvalidArgument, match=r"table\.csv") as refused:
        fill_worksheet(read_exported(tmp_path / "table.csv"), RESULTS)
    assert refused.value.key == key


def test_feedback_lies_as_moodle_takes_it_back(tmp_path: Path) -> None:
    for each in RESULTS:
        (tmp_path / folder_name(each.name)).mkdir()
        (tmp_path / folder_name(each.name) / "feedback.html").write_text(each.name, "utf-8")
    with zipfile.ZipFile(io.BytesIO(feedback_zip(tmp_path, RESULTS))) as archive:
        pages = {name: archive.read(name).decode() for name in archive.namelist()}
    found = {}
    for place, page in pages.items():
        folder, file = place.split("/")
        # As `is_valid_filename_for_import` takes a folder apart.
        _, number, kind, plugin, *_ = folder.split("_", 4)
        assert (kind, plugin, file) == ("assignsubmission", "file", "feedback.html")
        found[int(number)] = page
    assert found == {4711: ANNA.name, 12: LEVIN.name, 20: TEAM.name, 21: TEAM.name}
    assert feedback_zip(tmp_path, RESULTS) == feedback_zip(tmp_path, RESULTS)


def test_feedback_goes_back_to_canvas_by_the_numbers_in_its_name(tmp_path: Path) -> None:
    sent = {"levin": (12, 9001), "42": (13, 9002), "नायर_2": (14, 9003), "team 5": (15, 9004)}
    results = [result(f"{who}_{number}", 1.0, who=who, system_id=str(number), upload=upload)
               for who, (number, upload) in sent.items()]  # fmt: skip
    for each in (*results, ANNA):
        (tmp_path / folder_name(each.name)).mkdir()
        (tmp_path / folder_name(each.name) / "feedback.html").write_text(each.who, "utf-8")
    with zipfile.ZipFile(io.BytesIO(comments_zip(tmp_path, [*results, ANNA]))) as archive:
        pages = {name: archive.read(name).decode() for name in archive.namelist()}
    # As `infer_comment_context_from_filename` takes a name apart: its first two whole numbers.
    found = {}
    for name, page in pages.items():
        numbers = [int(part) for part in name.split("_") if part.isascii() and part.isdigit()]
        found[page] = tuple(numbers[:2])
        assert name.endswith("_feedback.html")
    assert found == sent


def test_feedback_without_names_goes_back_to_canvas_by_its_ids(tmp_path: Path, lang: str) -> None:
    def whole(name: str, **entry: object) -> SubmissionResult:
        marks = {each: Mark("correct", 1.0, 1.0, shipped="correct") for each in QUESTIONS}
        about = {"who": name.partition("_1")[0], "notebooks": [], **entry}
        return SubmissionResult(name, "graded", "en", marks=marks, entry=about)

    hidden = whole("anon_a1B2c", upload=9005)
    named = whole("levin_12", system_id="12", upload=9001)
    # Who only calls the file so has no upload's number.
    everybody = [hidden, named, whole("anon_zzzzz")]
    told = write_reports(ROOT, tmp_path, everybody, {"variant": None, "sandbox": True}, Tables())
    assert [key for key, _ in told] == ["table-new-assignment", "table-anonymous"]
    assert told[-1][1]["count"] == "1" and "anon_" in text(told[-1][0], **told[-1][1])
    with zipfile.ZipFile(tmp_path / "canvas_feedback.zip") as archive:
        names = archive.namelist()
    # As Canvas takes a name apart whose first part is `anon`.
    assert ["a1B2c", "9005"] in [name.split("_")[1:3] for name in names if name[:5] == "anon_"]
    assert len(names) == 2
    assert "a1B2c" not in (tmp_path / "canvas.csv").read_text("utf-8")
    told = write_reports(
        ROOT, tmp_path, [hidden], {"variant": None, "sandbox": True},
        Tables(gradebook=read_exported(gradebook(tmp_path / "g.csv", CASE))),
    )  # fmt: skip
    assert [key for key, _ in told] == ["table-filled", "table-anonymous"]


def canvas_loads(table: str, separator: str = ",") -> dict[str, dict[str, str]]:
    """Scores by assignment and student as `GradebookImporter` takes them."""
    heads, *rows = csv.reader(io.StringIO(table.lstrip("\ufeff")), delimiter=separator)
    assert "Student" in heads[0] and "ID" in heads[1]
    assert heads[2:5] == ["SIS User ID", "SIS Login ID", "Section"]
    students = [row for row in rows if row[0] and "Points Possible" not in row[0]]
    return {head: {row[1] or row[0]: row[place] for row in students}
            for place, head in enumerate(heads) if place > 4}  # fmt: skip


def test_a_gradebook_of_one_assignment_loads(lang: str) -> None:
    (scores,) = canvas_loads(canvas_csv(RESULTS)).values()
    assert scores == {"4711": "78.50", "12": "60.00", "20": "33.33", "21": "33.33",
                      "Žofie Ångström": "50.00"}  # fmt: skip


CASE = "Case, part one (555)"


def gradebook(path: Path, *assignments: str, possible: str = "100.00") -> Path:
    heads = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", *assignments, "Final Score"]
    rows = [
        ["", "", "", "", "", *("Manual Posting" for _ in assignments), ""],
        ["    Points Possible", "", "", "", "", *(possible for _ in assignments), "(read only)"],
        *(
            [who, number, "", login, "A", *("1.00" for _ in assignments), "90"]
            for who, number, login in (
                ("Каренина, Анна", "4711", "anna"), ("Левин", "12", "levin"),
                ("Angstrom, Z", "8", "Žofie Ångström"), ("Nobody", "99", "no"),
            )
        ),
    ]  # fmt: skip
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([heads, *rows])
    return path


@pytest.mark.parametrize(("possible", "times"), [("100.00", 1.0), ("20.00", 0.2), ("", 1.0)])
def test_a_gradebook_is_filled_in_for_its_assignment_alone(
    possible: str, times: float, tmp_path: Path
) -> None:
    book = read_exported(gradebook(tmp_path / "g.csv", "Essay (1)", CASE, possible=possible))
    filled, told = fill_gradebook(book, [ANNA, LEVIN, NAMED], "Case, part one")
    ((head, scores),) = canvas_loads(filled).items()
    assert head == CASE
    assert {who: float(score) for who, score in scores.items()} == {
        "4711": pytest.approx(78.5 * times), "12": pytest.approx(60 * times),
        "8": pytest.approx(50 * times), "99": 1.0,
    }  # fmt: skip
    assert told[0][1] == {"file": "g.csv", "filled": "3", "rows": "4"}


def test_which_assignment_is_meant(tmp_path: Path, lang: str) -> None:
    book = read_exported(gradebook(tmp_path / "g.csv", "Essay (1)", CASE))
    assert {assignment_column(book, name) for name in (CASE, "555", "case, PART one")} == {6}
    for wrong in ("", "Case", "2"):
        with pytest.raises(InvalidArgument, match="part one"):
            assignment_column(book, wrong)
    with pytest.raises(InvalidArgument) as left_out:
        assignment_column(book, "")
    assert left_out.value.key == "grade-assignment-left-out"
    alone = read_exported(gradebook(tmp_path / "one.csv", CASE))
    assert assignment_column(alone, "") == 5
    titled = gradebook(tmp_path / "two.csv", CASE, f"{text('grade-assignment')} (7)")
    assert assignment_column(read_exported(titled), "") == 6
    (tmp_path / "no.csv").write_text("Name,Mark\nA,1\n", encoding="utf-8")
    with pytest.raises(InvalidArgument, match="Name, Mark"):
        assignment_column(read_exported(tmp_path / "no.csv"), "")


@pytest.mark.parametrize(
    ("rule", "days", "share"),
    [("10", 0, 0), ("10", 3, 0.1), ("10 %", 0.5, 0.1), ("10/day", 2.5, 0.3), ("2,5/d", 2, 0.05),
     ("40/day", 9, 1.0), ("0", 5, 0), ("100", 1, 1.0)],
)  # fmt: skip
def test_what_being_late_costs(rule: str, days: float, share: float) -> None:
    penalty = LatePenalty.parse(rule)
    assert penalty.of(days).share == pytest.approx(share)
    assert LatePenalty.parse(str(penalty)) == penalty


@pytest.mark.parametrize("rule", ["", "ten", "-5", "101", "10/week", "1e2", "nan", "10/day/day"])
def test_what_is_no_penalty_is_refused(rule: str, lang: str) -> None:
    with pytest.raises(InvalidArgument, match="--late-penalty"):
        LatePenalty.parse(rule)
