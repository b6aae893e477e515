"""What arrives for grading, and whose it is: downloads, attempts, twins, namesakes, teams."""

from __future__ import annotations

import io
import json
import os
import unicodedata
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output, writes

from casekit.cli import main
from casekit.errors import GradingError, InvalidArgument
from casekit.grading.carrying import carry_all
from casekit.grading.files import folder_name
from casekit.grading.intake.archives import readable_name
from casekit.grading.intake.choosing import HandedOut
from casekit.grading.intake.naming import origin_of
from casekit.grading.intake.people import find_submissions, named_submission, refuse_nested
from casekit.grading.intake.submissions import Submission, read_submission
from casekit.language import LANGUAGES, text, using
from casekit.questions.answers_file import ANSWERS_FILE

ROOT = Path(__file__).parents[1]
NAME = "01_the_company"
MOODLE = "assignsubmission_file_"


def book(*sources: str, run: bool = False) -> bytes:
    """A notebook of these cells."""
    cells = [new_code_cell(source) for source in sources or ("1",)]
    for number, cell in enumerate(cells):
        cell.id = f"cell-{number}"
        cell.outputs = [new_output("stream", text="1")] if run else []
    return str(writes(new_notebook(cells=cells))).encode()


def zipped(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, content in files.items():
            bundle.writestr(name, content)
    return out.getvalue()


def put(folder: Path, files: Mapping[str, bytes]) -> Path:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def sources(content: Mapping[str, bytes]) -> dict[str, str]:
    """The first cell of each notebook, by its place."""
    return {
        place: "".join(json.loads(each)["cells"][0]["source"]) for place, each in content.items()
    }


def found(place: Path) -> dict[str, Submission]:
    return {each.name: each for each in find_submissions(place)}


def told(submission: Submission, given: HandedOut | None = None) -> dict[str, Mapping[str, str]]:
    """Facts of all notes by key; each is a sentence in both languages."""
    content = read_submission(submission, given or HandedOut())
    notes = {note.key: note.facts for note in (*submission.notes, *content.notes)}
    for key, facts in notes.items():
        for language in LANGUAGES:
            with using(language):
                said = text(f"note-{key}", name=submission.name, **facts)
            assert all(fact in said for name, fact in facts.items() if name != "taken"), said
    return notes


# Downloads


def moodle(*people: str) -> dict[str, bytes]:
    return {
        f"{who}_{MOODLE}/{who.split('_')[0]}.zip": zipped({f"T/{NAME}.ipynb": book(f"'{who}'")})
        for who in people
    }


PEOPLE = ("Anna Karenina_4711", "Борис Б_4712", "Vera V_4713")


@pytest.mark.parametrize("way", ["zip in a folder", "unpacked", "the zip itself", "deeper"])
def test_a_download_of_several_is_each_one_s_work(way: str, tmp_path: Path) -> None:
    name = "SALES101-The case-12345"
    download, place = zipped(moodle(*PEOPLE)), tmp_path
    if way == "zip in a folder":
        put(tmp_path, {f"{name}.zip": download})
    elif way == "unpacked":
        put(tmp_path / name, moodle(*PEOPLE))
    elif way == "deeper":
        put(tmp_path / "week 3", {f"all/{name}.zip": download})
    else:
        place = put(tmp_path, {f"{name}.zip": download}) / f"{name}.zip"
    people = found(place)
    assert set(people) == set(PEOPLE)
    for who, each in people.items():
        assert f"{each.who}_{each.system_id}" == who
        assert [*sources(read_submission(each).notebooks).values()] == [f"'{who}'"]


def test_a_download_of_one_is_theirs(tmp_path: Path) -> None:
    put(tmp_path, {"SALES101-The case-12345.zip": zipped(moodle("Anna_4711"))})
    assert [(each.name, each.system_id) for each in find_submissions(tmp_path)] == [
        ("Anna_4711", "4711")
    ]


def test_a_download_of_canvas_in_one_zip(tmp_path: Path) -> None:
    files = {
        f"karenina_4711_100_{NAME}.ipynb": book("'a'"),
        "boris_LATE_4712_101_work.zip": zipped({f"{NAME}.ipynb": book("'b'")}),
        "vera_4713_102_report.pdf": b"%PDF",
        "wanda_4714_text.html": b"<p>Done</p>",
    }
    put(tmp_path, {"submissions.zip": zipped(files)})
    people = found(tmp_path / "submissions.zip")
    assert people == found(tmp_path)
    assert {name: each.late for name, each in people.items()} == {
        "karenina_4711": False, "boris_4712": True, "vera_4713": False, "wanda_4714": False,
    }  # fmt: skip
    assert "late" in told(people["boris_4712"])
    for name in ("vera_4713", "wanda_4714"):
        with pytest.raises(GradingError) as caught:
            read_submission(people[name])
        assert caught.value.key == "unreadable-kind"


@pytest.mark.parametrize("who", ["शर्माअनीता", "müller_2josé", "นายดี", "mac2donald", "محمد"])
@pytest.mark.parametrize("late", ["", "_LATE"])
def test_names_as_canvas_leaves_them_keep_their_number(who: str, late: str, tmp_path: Path) -> None:
    # Letters of many scripts bear marks, which are no letters to a regular expression.
    files = {f"{who}{late}_4714_100340_{NAME}.ipynb": book(),
             f"{who}{late}_4714_100341_report.pdf": b"%PDF",
             f"anna_4715_100342_{NAME}.ipynb": book()}  # fmt: skip
    put(tmp_path, {"submissions.zip": zipped(files)})
    each = found(tmp_path)[f"{who}_4714"]
    assert (each.who, each.system_id, each.late, each.upload) == (who, "4714", bool(late), 100341)


@pytest.mark.parametrize("name", ["my_data_1_2_a.csv", "img_1_20240101_a.png", "a b_12_3456_c.zip"])
def test_names_of_one_s_own_files_are_not_those_of_canvas(name: str) -> None:
    origin = origin_of(name)
    assert origin is None or origin.who == "img"


def test_a_team_comes_once_under_the_number_of_its_group(tmp_path: Path) -> None:
    # As Moodle packs them since 4.1; who is in no group is of one team without a number.
    files = {f"{who}_assignsubmission_file/01.ipynb": book(f"'{who}'")
             for who in ("Team 5_77", "Default group")}  # fmt: skip
    put(tmp_path, {"SALES101-The case-12.zip": zipped(files)})
    told_apart = {(each.who, each.system_id) for each in find_submissions(tmp_path)}
    assert told_apart == {("Team 5", "77"), ("Default group", "")}


@pytest.mark.parametrize(
    "inside",
    [
        # As Drive packs a folder: a folder for each, under the folder's name.
        {"Case/Anna/01.ipynb": book("'a'"), "Case/Boris/01.ipynb": book("'b'")},
        {"Case/Anna.zip": zipped({"Anna/01.ipynb": book("'a'")}),
         "Case/Boris.zip": zipped({"Boris/01.ipynb": book("'b'")})},
        {"Anna.ipynb": book("'a'"), "Boris.ipynb": book("'b'")},
    ],
)  # fmt: skip
def test_a_download_of_drive(inside: dict[str, bytes], tmp_path: Path) -> None:
    name = "Case-20251129T101112Z-001.zip"
    put(tmp_path, {name: zipped(inside)})
    for place in (tmp_path, tmp_path / name):
        people = found(place)
        assert {
            who: [*sources(read_submission(each).notebooks).values()]
            for who, each in people.items()
        } == {"Anna": ["'a'"], "Boris": ["'b'"]}


def test_parts_of_one_download_belong_together(tmp_path: Path) -> None:
    for part, inside in (("001", ("Anna/01", "B/01")), ("002", ("Anna/02", "V/01"))):
        content = zipped({f"Case/{place}.ipynb": book() for place in inside})
        put(tmp_path, {f"Case-20251129T101112Z-{part}.zip": content})
    people = found(tmp_path)
    assert set(people) == {"Anna", "B", "V"}
    assert len(read_submission(people["Anna"]).notebooks) == 2


def test_archives_that_hand_in_made_are_of_several(tmp_path: Path) -> None:
    teams = {f"{n}.zip": zipped({f"{n}/01.ipynb": book(f"'{n}'")}) for n in ("Team 1", "Team 2")}
    put(tmp_path, {"from my mail.zip": zipped(teams)})
    assert set(found(tmp_path)) == {"Team 1", "Team 2"}


def test_folders_of_different_answers_are_of_several(tmp_path: Path) -> None:
    def answers(*seconds: int) -> bytes:
        lines = [json.dumps({"question": "a", "at": f"10:00:{s:02}"}) for s in seconds]
        return "\n".join(lines).encode()

    put(tmp_path, {
        f"week 3/{who}/{name}": content
        for who, at in (("Anna", 1), ("Boris", 2))
        for name, content in (("01.ipynb", book(f"'{who}'")), (ANSWERS_FILE, answers(at)))
    })  # fmt: skip
    assert set(found(tmp_path)) == {"Anna", "Boris"}
    # One person's folder of last week is no other person.
    put(tmp_path, {f"week 3/Boris/{ANSWERS_FILE}": answers(1, 2)})
    assert set(found(tmp_path)) == {"week 3"}


def test_three_folders_with_one_notebook_are_a_class(tmp_path: Path) -> None:
    people = {f"Группа/{who}/{NAME}.ipynb": book(f"'{who}'") for who in ("Анна", "Bob", "Вера К")}
    put(tmp_path, {"Группа.zip": zipped(people)})
    assert set(found(tmp_path)) == {"Анна", "Bob", "Вера К"}


def test_files_of_classroom_are_joined_by_their_owner(tmp_path: Path) -> None:
    put(tmp_path, {
        f"Анна - {NAME}.ipynb": book("1"), "Анна - 02_where.ipynb": book("2"),
        "Анна - my_answers.jsonl": b"", f"Boris - {NAME}.ipynb": book("3"),
    })  # fmt: skip
    people = found(tmp_path)
    assert {who: [*read_submission(each).notebooks] for who, each in people.items()} == {
        "Анна": [f"{NAME}.ipynb", "02_where.ipynb"], "Boris": [f"{NAME}.ipynb"],
    }  # fmt: skip


def test_a_notebook_that_a_browser_saved_as_text_is_one(tmp_path: Path) -> None:
    put(tmp_path, {
        "Anna.ipynb.txt": book("1"), "Boris/01.ipynb.json": book("2"), "Boris/01.ipynb": b"{",
    })  # fmt: skip
    people = found(tmp_path)
    assert set(people) == {"Anna", "Boris"}
    assert [*sources(read_submission(people["Anna"]).notebooks).values()] == ["1"]
    assert [*sources(read_submission(people["Boris"]).notebooks).values()] == ["2"]


def test_names_that_differ_in_capitals_have_folders_of_their_own(tmp_path: Path) -> None:
    put(tmp_path, {"anna.zip": zipped({"01.ipynb": book("1")}), "Anna.ipynb": book("2")})
    names = [folder_name(each.name).casefold() for each in find_submissions(tmp_path)]
    assert len(set(names)) == 2


@pytest.mark.parametrize(
    "inside",
    [
        {"v1/01.ipynb": book("1"), "v2/01.ipynb": book("2"), "v3/01.ipynb": book("3")},
        {"draft/01.ipynb": book("1"), "final/01.ipynb": book("2")},
        {"Anna/01.ipynb": book(), "Anna/02.ipynb": book()},
        {"01.ipynb": book(), "02.ipynb": book(), ANSWERS_FILE: b""},
        {"kit/notebooks/en/01.ipynb": book(), "kit/notebooks/ru/01.ipynb": book(),
         "kit/data/reps.csv": b"a"},
        {"01.ipynb": book(), "img_20240101_1_a.png": b"", "img_20240102_2_b.png": b""},
    ],
)  # fmt: skip
def test_the_work_of_one_stays_one(inside: dict[str, bytes], tmp_path: Path) -> None:
    put(tmp_path, {"Anna.zip": zipped(inside)})
    for place in (tmp_path, tmp_path / "Anna.zip"):
        assert set(found(place)) == {"Anna"}


def test_what_lies_beside_people_is_somebody_s_too(tmp_path: Path) -> None:
    put(tmp_path, {"D-12.zip": zipped({**moodle(*PEOPLE), "by mail/01.ipynb": book("'m'")})})
    assert set(found(tmp_path)) == {*PEOPLE, "by mail"}
    canvas = {
        f"{who}_47_{upload}_{NAME}.ipynb": book() for who, upload in (("anna", 1), ("bob", 2))
    }
    put(tmp_path, {"C.zip": zipped({**canvas, "Late Larry.zip": zipped({"01.ipynb": book()})})})
    assert set(found(tmp_path)) == {*PEOPLE, "by mail", "anna_47", "bob_47", "Late Larry"}


def test_a_downloads_people_cannot_replace_each_other(tmp_path: Path) -> None:
    """Who packs a folder with another's name and number gets a row of their own."""
    put(tmp_path, moodle(*PEOPLE))
    mine = {f"{who}_{MOODLE}/01.ipynb": book("'forged'") for who in PEOPLE[:2]}
    put(tmp_path, {"Mallory.zip": zipped(mine)})
    people = found(tmp_path)
    assert len(people) == 5
    for who in PEOPLE[:2]:
        first, second = people[who], people[f"{who} [2]"]
        assert {*sources(read_submission(first).notebooks).values()} == {f"'{who}'"}
        assert "namesakes" in told(first) and "namesakes" in told(second)


# Attempts and copies


def test_the_later_upload_counts_by_its_number(tmp_path: Path) -> None:
    put(tmp_path, {
        f"kann_4711_{upload}_Team 3-{again}.zip": zipped({"Team 3/01.ipynb": book(f"{upload}")})
        for upload, again in ((99999, 1), (100001, 2))
    })  # fmt: skip
    (each,) = find_submissions(tmp_path)
    assert (each.name, each.attempt) == ("kann_4711", 2)
    assert [*sources(read_submission(each).notebooks).values()] == ["100001"]
    assert "Team 3-1.zip" in told(each)["attempts"]["left"]


def test_canvas_numbers_notebooks_that_come_again(tmp_path: Path) -> None:
    put(tmp_path, {
        f"kann_LATE_4711_99999_{NAME}.ipynb": book("'old'"),
        f"kann_4711_100001_{NAME}-1.ipynb": book("'new'"),
        "kann_4711_100002_part-2.ipynb": book("'own'"),
    })  # fmt: skip
    (each,) = find_submissions(tmp_path)
    given = HandedOut(names=frozenset({NAME}))
    assert {*sources(read_submission(each, given).notebooks).values()} == {"'new'", "'own'"}
    assert each.attempt == 2 and not each.late


def test_versions_are_numbers(tmp_path: Path) -> None:
    put(tmp_path / "Anna", {
        f"Version {n}/01.ipynb": book(f"{n}") for n in (2, 10, 9)
    })  # fmt: skip
    (each,) = find_submissions(tmp_path)
    assert [*sources(read_submission(each).notebooks).values()] == ["10"]


def test_a_team_that_sends_again_is_one(tmp_path: Path) -> None:
    put(tmp_path, {
        "Team 5.zip": zipped({"Team 5/01.ipynb": book("1"), "Team 5/02.ipynb": book("2")}),
        "Team 5 (1).zip": zipped({"Team 5/01.ipynb": book("11")}),
        "Team 5 (10).zip": zipped({"Team 5/01.ipynb": book("12")}),
        "Team 6.zip": zipped({"Team 6/01.ipynb": book("6")}),
    })  # fmt: skip
    people = found(tmp_path)
    assert {name: each.attempt for name, each in people.items()} == {"Team 5": 3, "Team 6": 1}
    # What was not sent again still counts.
    assert {*sources(read_submission(people["Team 5"]).notebooks).values()} == {"12", "2"}
    notes = told(people["Team 5"])
    assert "Team 5 (1).zip" in notes["copies"]["left"] and "Team 5.zip" in notes["joined"]["found"]


def test_numbers_alone_are_no_copies(tmp_path: Path) -> None:
    put(tmp_path, {f"Team ({n})/01.ipynb": book("'same'") for n in (1, 2, 3)})
    assert set(found(tmp_path)) == {"Team (1)", "Team (2)", "Team (3)"}


def test_answers_of_attempts_follow_each_other(tmp_path: Path) -> None:
    def line(answer: str, second: int) -> str:
        about = {"question": "start.whose_client", "version": 1, "company": "one"}
        return json.dumps({**about, "at": f"2026-01-01T10:00:{second:02}", "answer": answer})

    early, late = f"{line('own', 1)}\n", f"{line('own', 1)}\n{line('competitor', 2)}\n"
    put(tmp_path, {
        # The later one has the smaller name.
        "kann_4711_99_z.zip": zipped({"01.ipynb": book(), ANSWERS_FILE: early.encode()}),
        "kann_4711_100_a.zip": zipped({"01.ipynb": book(), ANSWERS_FILE: late.encode()}),
    })  # fmt: skip
    (each,) = find_submissions(tmp_path)
    content = read_submission(each)
    assert content.entered.answers == {"one": {"start.whose_client": "competitor"}}
    assert "answers-joined" not in told(each)
    put(tmp_path / "Boris", {
        # Two languages: the answer that was given last is in the first folder.
        f"en/{ANSWERS_FILE}": line("competitor", 9).encode(),
        f"ru/{ANSWERS_FILE}": line("own", 3).encode(),
        "en/01.ipynb": book(),
    })  # fmt: skip
    boris = found(tmp_path)["Boris"]
    assert read_submission(boris).entered.answers == {"one": {"start.whose_client": "competitor"}}
    assert f"en/{ANSWERS_FILE}" in told(boris)["answers-joined"]["found"]


# Twins


def given(*cells: str) -> HandedOut:
    return HandedOut(frozenset(cells), frozenset({NAME}))


@pytest.mark.parametrize("worked", ["en", "ru"])
def test_of_two_languages_the_one_worked_in_counts(worked: str, tmp_path: Path) -> None:
    other = "ru" if worked == "en" else "en"
    put(tmp_path / "Anna", {
        f"notebooks/{worked}/{NAME}.ipynb": book("x = ...", "mine = 1"),
        f"notebooks/{other}/{NAME}.ipynb": book("x = ...", run=True),
        f"notebooks/{other}/02_more.ipynb": book("mine = 2"),
        f"notebooks/{worked}/02_more.ipynb": book("x = ..."),
    })  # fmt: skip
    (each,) = find_submissions(tmp_path)
    content = read_submission(each, given("x = ..."))
    assert {*content.notebooks} == {
        f"notebooks/{worked}/{NAME}.ipynb", f"notebooks/{other}/02_more.ipynb",
    }  # fmt: skip
    assert f"notebooks/{other}/{NAME}.ipynb" in told(each, given("x = ..."))["untouched"]["left"]


def test_of_two_untouched_ones_the_one_that_was_run_counts(tmp_path: Path) -> None:
    """Answers on cards leave no trace in the cells."""
    put(tmp_path / "Anna", {"en/01.ipynb": book("x", run=True), "ru/01.ipynb": book("x")})
    (each,) = find_submissions(tmp_path)
    assert {*read_submission(each, given("x")).notebooks} == {"en/01.ipynb"}


def test_a_fresh_copy_does_not_replace_the_work(tmp_path: Path) -> None:
    put(tmp_path / "Anna", {"01.ipynb": book("x", "mine"), "01 (1).ipynb": book("x")})
    (each,) = find_submissions(tmp_path)
    assert {*read_submission(each, given("x")).notebooks} == {"01.ipynb"}


def test_a_torn_copy_does_not_replace_the_work_and_is_told(tmp_path: Path) -> None:
    put(tmp_path / "Anna", {"01.ipynb": book("mine"), "01 (1).ipynb": b"{"})
    (each,) = find_submissions(tmp_path)
    assert {*read_submission(each, given("x")).notebooks} == {"01.ipynb"}
    assert told(each, given("x"))["unread"]["left"] == "01 (1).ipynb"


def test_published_solutions_in_a_kit_are_not_its_owners(tmp_path: Path) -> None:
    put(tmp_path / "Anna", {
        "kit/notebooks/en/01.ipynb": book("x", "mine"),
        "kit/solutions/en/01.ipynb": book("x", "published", "and more"),
    })  # fmt: skip
    put(tmp_path / "Boris", {"solutions/en/01.ipynb": book("x", "mine")})
    people = found(tmp_path)
    assert {*read_submission(people["Anna"], given("x")).notebooks} == {"kit/notebooks/en/01.ipynb"}
    assert "kit/solutions/en/01.ipynb" in told(people["Anna"])["published"]["left"]
    assert {*read_submission(people["Boris"]).notebooks} == {"solutions/en/01.ipynb"}


def test_the_kit_s_own_notebooks_are_what_was_given() -> None:
    out = HandedOut.of(ROOT / "notebooks")
    assert NAME in out.names and "import casekit as ck" in "".join(out.cells)


# Foreign files


def test_documents_beside_notebooks_are_passed_over_and_listed(tmp_path: Path) -> None:
    put(tmp_path, {
        f"kann_4711_1_{NAME}.ipynb": book(),
        "kann_4711_2_report.pdf": b"%PDF",
        "kann_4711_3_numbers.xlsx": b"PK",
        "kann_4711_4_notes.txt": b"mine",
        "Boris.ipynb": book(),
        "Boris.docx": b"PK",
        "Vera/01.ipynb": book(),
        "Vera/photo.PNG": b"",
        "Vera/my_memo.html": b"",
        "Wanda.zip": zipped({"01.ipynb": book(), "a/report.pptx": b"", "old.zip": b"no zip"}),
    })  # fmt: skip
    people = found(tmp_path)
    assert {who: told(each).get("passed", {}).get("left") for who, each in people.items()} == {
        "kann_4711": "report.pdf, numbers.xlsx", "Boris": "Boris.docx", "Vera": "photo.PNG",
        "Wanda": "a/report.pptx",
    }  # fmt: skip
    # A text beside a notebook is a file that it may read.
    assert {*read_submission(people["kann_4711"]).files} == {"notes.txt"}
    assert told(people["Wanda"])["unread"]["left"] == "old.zip"


@pytest.mark.parametrize("closed", ["work.rar", "work.7z"])
def test_an_archive_that_cannot_be_opened_is_told_apart(closed: str, tmp_path: Path) -> None:
    put(tmp_path, {f"kann_4711_1_{closed}": b"Rar!", f"kann_4711_2_{NAME}.ipynb": book()})
    (each,) = find_submissions(tmp_path)
    assert told(each)["unread"]["left"] == closed


def test_one_damaged_file_of_two_costs_only_itself(tmp_path: Path) -> None:
    put(tmp_path, {f"kann_4711_1_{NAME}.ipynb": book(), "kann_4711_2_more.zip": b"no zip"})
    (each,) = find_submissions(tmp_path)
    assert told(each)["unread"]["left"] == "kann_4711_2_more.zip"
    (tmp_path / f"kann_4711_1_{NAME}.ipynb").unlink()
    (each,) = find_submissions(tmp_path)
    with pytest.raises(GradingError) as caught:
        read_submission(each)
    assert caught.value.key == "unreadable-zip"


def test_an_environment_in_an_archive_does_not_count(tmp_path: Path) -> None:
    many = {f"kit/.venv/lib/{n}.py": b"" for n in range(21_000)}
    put(tmp_path, {"Anna.zip": zipped({**many, "kit/01.ipynb": book()})})
    (each,) = find_submissions(tmp_path)
    assert {*read_submission(each).notebooks} == {"kit/01.ipynb"}


# Names


def test_two_people_of_one_name_are_two(tmp_path: Path) -> None:
    put(tmp_path, {
        "Anna Ivanova.ipynb": book("1"),
        "Anna Ivanova.zip": zipped({"A/00_start_here.ipynb": book("2")}),
        "Boris.zip": zipped({"Boris/01.ipynb": book("3")}),
        "Boris/Boris/01.ipynb": book("3"),
    })  # fmt: skip
    people = found(tmp_path)
    # A folder that is the archive unpacked is no other person.
    assert set(people) == {"Anna Ivanova.ipynb", "Anna Ivanova.zip", "Boris"}
    assert "Anna Ivanova.zip" in told(people["Anna Ivanova.ipynb"])["namesakes"]["found"]
    assert people["Anna Ivanova.zip"].who == "Anna Ivanova"


def test_namesakes_are_known_by_what_they_sent(tmp_path: Path) -> None:
    """Mail programs number files of one name, whoever sent them."""

    def work(who: str, *lines: str) -> bytes:
        return zipped({f"{who}/01.ipynb": book(f"'{lines}'"), f"{who}/{ANSWERS_FILE}": "\n".join(
            json.dumps({"at": line}) for line in lines).encode()})  # fmt: skip

    put(tmp_path, {
        "Anna.zip": work("Anna", "10:01"), "Anna (1).zip": work("Anna", "10:07", "10:09"),
        "Case.zip": zipped({"Boris/01.ipynb": book("1")}),
        "Case (1).zip": zipped({"Vera/01.ipynb": book("2")}),
        "Team.zip": work("Team", "11:01"), "Team (1).zip": work("Team", "11:01", "11:02"),
    })  # fmt: skip
    assert set(found(tmp_path)) == {"Anna", "Anna (1)", "Case", "Case (1)", "Team"}


def test_a_name_is_one_in_every_normal_form(tmp_path: Path) -> None:
    name = "Андрей Йод"
    split = unicodedata.normalize("NFD", name)
    put(tmp_path, {f"{split}.ipynb": book("1"), f"{split}.pdf": b""})
    (each,) = find_submissions(tmp_path)
    assert each.name == name and folder_name(each.name) == name
    for typed in (name, split, f" {name} "):
        assert named_submission([each], typed) is each
    assert named_submission([each], "Андрей") is None
    # Two files that look alike are two.
    put(tmp_path, {f"{name}.ipynb": book("2")})
    assert set(found(tmp_path)) == {f"{name}.ipynb", f"{name}.ipynb [2]"}


def test_a_submission_is_found_without_its_number(tmp_path: Path) -> None:
    put(tmp_path, moodle("Anna_4711", "Anna_4712", "Борис_4713"))
    people = find_submissions(tmp_path)
    for typed in ("Борис", "4713", "Борис_4713"):
        only = named_submission(people, typed)
        assert only is not None and only.name == "Борис_4713"
    assert named_submission(people, "Anna") is None


def test_letters_with_marks_stay_in_a_folder_s_name() -> None:
    assert folder_name("अन्ना किरण") == "अन्ना किरण"


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("Анна Каренина", "cp866"), ("Анна Каренина", "cp1251"), ("Анна Каренина", "utf-8"),
        ("José Müller", "cp437"), ("José Müller", "cp850"), ("Žofie Ångström", "utf-8"),
        ("Žofie Kučerová", "cp852"), ("Anna Karenina", "ascii"), ("Team № 5", "cp866"),
        ("孫 文", "utf-8"),
    ],
)  # fmt: skip
def test_names_in_archives_are_read_in_their_encoding(name: str, encoding: str) -> None:
    assert readable_name(name.encode(encoding)) == name


@pytest.mark.parametrize("encoding", ["cp866", "cp1251", "utf-8"])
def test_a_download_without_a_word_on_its_encoding(encoding: str, tmp_path: Path) -> None:
    who = "Андрей Йод_4711"
    held = "x" * len(f"{who}_{MOODLE}".encode(encoding))
    content = zipped({f"{held}/01.ipynb": book(), f"Vera_4712_{MOODLE}/01.ipynb": book()})
    named = content.replace(held.encode(), f"{who}_{MOODLE}".encode(encoding))
    put(tmp_path, {"D-1.zip": named})
    assert set(found(tmp_path)) == {who, "Vera_4712"}


# Teams


def test_a_team_known_by_its_members_is_run_once(tmp_path: Path) -> None:
    team = zipped({"Team 5/01.ipynb": book("5")})
    put(tmp_path, {
        **{f"Team 5-{who}_{MOODLE}/Team 5.zip": team for who in (
            "Anna Karenina_4711", "Anna-Maria B_4712", "Борис_4713")},
        "Team 5-Anna Karenina_4711_assignsubmission_onlinetext_/onlinetext.html": b"<p/>",
        f"Group A-Vera_4714_{MOODLE}/01.ipynb": book("6"),
        f"Group A-Wanda_4715_{MOODLE}/01.ipynb": book("7"),
    })  # fmt: skip
    people = found(tmp_path)
    assert set(people) == {"Team 5", "Group A-Vera_4714", "Group A-Wanda_4715"}
    assert people["Team 5"].members == (
        ("Anna Karenina", "4711"), ("Anna-Maria B", "4712"), ("Борис", "4713"),
    )  # fmt: skip
    assert "Anna-Maria B" in told(people["Team 5"])["team"]["found"]


# Results among submissions


def places(tmp_path: Path) -> dict[str, tuple[Path, Path]]:
    handed_in = put(tmp_path / "in", {"Ann.ipynb": book()})
    (tmp_path / "link").symlink_to(handed_in, target_is_directory=True)
    put(tmp_path, {"case.zip": zipped({"Ann.ipynb": book()})})
    return {
        "inside": (handed_in, handed_in / "marks"),
        "deeper": (handed_in, handed_in / "a" / "b"),
        "the same": (handed_in, tmp_path / "x" / ".." / "in"),
        "the reverse": (handed_in, tmp_path),
        "by a link": (tmp_path / "link", handed_in / "marks"),
        "to a link": (handed_in, tmp_path / "link" / "marks"),
        "a zip in it": (tmp_path / "case.zip", tmp_path),
    }


@pytest.mark.parametrize(
    "case", ["inside", "deeper", "the same", "the reverse", "by a link", "to a link", "a zip in it"]
)
def test_results_inside_submissions_are_refused(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], lang: str
) -> None:
    folder, out = places(tmp_path)[case]
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(SystemExit) as stop:
        main(["grade", str(folder), "--out", str(out), "--lang", lang])
    said = capsys.readouterr().err
    assert stop.value.code == 2 and str(out) in said and len(said.strip().splitlines()) == 1
    with pytest.raises(InvalidArgument) as caught:
        carry_all(ROOT, folder, out)
    assert caught.value.key == "grade-out-inside"
    assert sorted(tmp_path.rglob("*")) == before


def test_results_beside_submissions_are_not(tmp_path: Path) -> None:
    folder = put(tmp_path / "in", {"Ann.ipynb": book()})
    refuse_nested(folder, tmp_path / "in-marks")
    refuse_nested(Path(os.path.relpath(folder)), tmp_path / "marks" / "of" / "in")
