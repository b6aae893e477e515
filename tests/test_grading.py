"""Grading: marks that follow from answers alone, whatever a submission does."""

from __future__ import annotations

import contextlib
import csv
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import asdict
from functools import cache
from pathlib import Path

import nbformat
import pytest
from openpyxl import load_workbook
from zoo import facts
from zoo.animals import ZOO, Animal
from zoo.solved import NUMBER, TYPED, Solved

from casekit.cli import main
from casekit.company import Case, load_case
from casekit.grading import closing, companies
from casekit.grading.execution import workers
from casekit.grading.files import folder_name
from casekit.grading.intake.people import find_submissions
from casekit.grading.intake.submissions import read_submission
from casekit.grading.journal import JOURNAL
from casekit.grading.marks.review import reading_id
from casekit.grading.marks.scoring import collect
from casekit.grading.marks.similar import near_texts
from casekit.grading.sandbox.lockdown import why_unsandboxed
from casekit.language import text
from casekit.questions import QUESTIONS
from casekit.questions.journal import PROGRESS_FILE, Line
from casekit.questions.key import known_answers, read_key
from casekit.world.dataset import write_variant
from casekit.world.facts import company_with_facts

ROOT = Path(__file__).parents[1]
HIDDEN = "17"
#: Animals that CI grades; `benchmarks/zoo.py` grades all of them.
SAMPLE = (
    "does_nothing_wrong",
    "solves_a_notebook_in_russian",
    "types_what_it_should_compute",
    "swallows_keyboard_interrupt",
    "kills_all_it_can_reach",
    "reads_the_key",
    "looks_everywhere_for_the_key",
    "finds_the_other_company",
    "reads_other_submissions",
    "reads_the_environment",
    "connects_to_servers_of_this_computer",
    "poisons_the_packages",
    "poisons_the_next_run",
    "leaves_a_note_for_the_next_run",
    "replaces_the_check",
    "forges_saved_outputs",
    "sends_bytes_that_are_no_message",
    "sends_hours_that_nobody_has",
    "sends_an_answer_nested_10000_deep",
    "answers_rightly_and_then_wrongly",
    "is_a_fork_bomb",
    "prints_without_end",
    "leaves_its_root",
    "injects_a_script",
    "injects_a_formula",
)
#: Of these the quick set grades: work as it should be, a thief, and one that will not end.
QUICK = {"does_nothing_wrong", "reads_the_key"}


def needs_sandbox(test: Callable) -> Callable:
    """Mark a test that grades behind walls."""
    return pytest.mark.sandbox(
        pytest.mark.skipif(bool(why_unsandboxed()), reason="no walls here")(test)
    )


def run_grade(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "casekit", "grade", *words],
        cwd=ROOT, env={**os.environ, **environment}, capture_output=True, encoding="utf-8",
    )  # fmt: skip


def scores(out: Path) -> dict[str, dict]:
    found = [json.loads(path.read_text("utf-8")) for path in out.glob("*/score.json")]
    return {score["submission"]: score for score in found}


def snapshot(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.is_symlink()
    }


@pytest.fixture(scope="module")
def graded(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Path, str]:
    """The animals that this session asks about, graded once: submissions, output, what was said."""
    place = tmp_path_factory.mktemp("zoo")
    handed_in, out = place / "in", place / "out"
    handed_in.mkdir()
    solved = Solved()
    asked = [getattr(item, "callspec", None) for item in request.session.items]
    animals = {spec.params["animal"].name for spec in asked if spec and "animal" in spec.params}
    for animal in ZOO:
        if animal.name in SAMPLE and animal.name in animals | QUICK:
            animal.write(handed_in, solved)
    before = snapshot(handed_in)
    done = run_grade(
        str(handed_in), "--out", str(out), "--hidden-variant", HIDDEN,
        "--jobs", "2" if animals - QUICK else "1", "--cell-seconds", "4",
        **{facts.CANARY: "a secret of the instructor"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert snapshot(handed_in) == before
    return handed_in, out, done.stdout


@needs_sandbox
@pytest.mark.parametrize(
    "animal",
    [
        pytest.param(a, id=a.name, marks=[] if a.name in QUICK else pytest.mark.slow)
        for a in ZOO
        if a.name in SAMPLE
    ],
)
def test_every_animal_ends_in_its_state(animal: Animal, graded: tuple[Path, Path, str]) -> None:
    _, out, _ = graded
    score = scores(out)[animal.name]
    expect = animal.expect
    assert score["status"] in expect.status.split("|")
    for question in expect.states:
        assert expect.allows(question, score["questions"][question]["state"]), question
    if expect.max_score is not None:
        assert score["score"] <= expect.max_score
    if expect.note:
        assert any(expect.note in each["note"] for each in score["questions"].values())
    for name, words in ((".html", expect.never_in_pages), (".csv", expect.never_in_tables)):
        written = [path.read_text("utf-8") for path in out.rglob(f"*{name}")]
        assert not [word for word in words if any(word in text for text in written)]


def test_the_sample_is_of_the_zoo() -> None:
    assert QUICK < set(SAMPLE) <= {animal.name for animal in ZOO}


@needs_sandbox
def test_nothing_is_left_behind(graded: tuple[Path, Path, str]) -> None:
    _, out, _ = graded
    assert not (out / ".work").exists()
    # Templates and what they fork carry the batch's folder in their environment; somebody else
    # may be grading on this computer too.
    left = [path for path in Path("/proc").glob("[0-9]*") if _is_run_of(out, path)]
    assert left == []


def _is_run_of(out: Path, process: Path) -> bool:
    try:
        words, about = ((process / name).read_bytes() for name in ("cmdline", "environ"))
    except OSError:
        return False
    return b"casekit.grading.sandbox.forkserver" in words and os.fsencode(out) in about


@needs_sandbox
def test_the_books_agree_with_each_other(graded: tuple[Path, Path, str]) -> None:
    _, out, _ = graded
    text = (out / "gradebook.csv").read_text(encoding="utf-8-sig")
    rows = {row["submission"]: row for row in csv.DictReader(text.splitlines())}
    for name, score in scores(out).items():
        row = rows[name]
        assert row["status"] == score["status"]
        if score["status"] == "graded":
            earned = {q: float(row[q]) for q in QUESTIONS if row[q]}
            assert sum(earned.values()) == pytest.approx(float(row["score"]))
            assert float(row["score"]) == score["score"]
            assert all(earned[q] == score["questions"][q]["points"] for q in earned)


def small_batch(place: Path) -> Path:
    """Three submissions: a whole one with a text, a small one, an unreadable one."""
    handed_in = place / "handed in"
    solved = Solved()
    whole = handed_in / "Анна Каренина_4711_assignsubmission_file_"
    whole.mkdir(parents=True)
    name = "04_when_the_money_comes"
    nbformat.write(solved.notebook(name, "ru"), whole / f"{name}.ipynb")
    small = solved.small()
    small.cells[1].source = small.cells[1].source.replace('"en"', '"ru"')
    nbformat.write(small, whole / "01_small.ipynb")
    nbformat.write(solved.small(), handed_in / "levin_33_44_small.ipynb")
    (handed_in / "broken.zip").write_bytes(b"no zip")
    return handed_in


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The small batch graded in one go: submissions and output, not to be touched."""
    place = tmp_path_factory.mktemp("undisturbed")
    handed_in, out = small_batch(place), place / "out"
    done = run_grade(str(handed_in), "--out", str(out), "--hidden-variant", HIDDEN)
    assert done.returncode == 0, done.stderr
    return handed_in, out


@pytest.fixture
def grade_here(monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """The command line in this process; companies and their right answers are made once."""
    made, known = cache(companies._generated), dict[tuple[object, ...], object]()

    def answers(key: object, case: Case, mistakes: bool = True) -> object:
        about = (case.name, case.sales["revenue_krub"].sum(), mistakes)
        if about not in known:
            known[about] = known_answers(key, case, mistakes)
        return known[about]

    monkeypatch.setattr(companies, "_generated", made)
    monkeypatch.setattr(closing, "known_answers", answers)
    monkeypatch.chdir(ROOT)

    def run(*words: str) -> int:
        with pytest.raises(SystemExit) as stop:
            main(["grade", *words])
        return int(stop.value.code or 0)

    return run


def processes_of(process: subprocess.Popen[str], out: Path) -> list[str]:
    """What is left of a batch: in its session, or told of its folder as servers of runs are."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            state, _, _, session = (place / "stat").read_text().rpartition(")")[2].split()[:4]
            told = str(out).encode() in (place / "environ").read_bytes()
            if state != "Z" and (session == str(process.pid) or told):
                found.append((place / "cmdline").read_text().replace("\0", " "))
    return found


def interrupt(out: Path, words: list[str], come: Callable[[], bool], presses: int) -> str:
    """Begin a batch, press Ctrl+C when its moment has come; what was said on standard error."""
    said = out.with_name("said.txt")
    # A proof that was started in the background ignores Ctrl+C, and so would what it starts.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    with said.open("w", encoding="utf-8") as stream:
        process = subprocess.Popen(
            [sys.executable, "-X", "importtime", "-m", "casekit", "grade", *words],
            cwd=ROOT, stdout=subprocess.DEVNULL, stderr=stream, start_new_session=True,
        )  # fmt: skip
    signal.signal(signal.SIGINT, before)
    try:
        ends = time.monotonic() + 120
        while not come():
            assert process.poll() is None and time.monotonic() < ends, said.read_text("utf-8")
            time.sleep(0.01)
        for _ in range(presses):
            # As a terminal does: to all of its processes.
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGINT)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(0.4)
        # Python tells a shell both ways, and it makes the same number of them.
        assert process.wait(60) in (130, -signal.SIGINT)
    finally:
        process.kill()
    for _ in range(100):
        left = processes_of(process, out)
        if not left:
            break
        time.sleep(0.1)
    assert not left and not (out / ".work").exists()
    lines = said.read_text("utf-8").splitlines()
    return "\n".join(line for line in lines if line and not line.startswith("import time:"))


@needs_sandbox
@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc").is_dir(), reason="processes are looked up in /proc")
def test_ctrl_c_stops_calmly_at_any_moment_and_the_batch_goes_on(
    undisturbed: tuple[Path, Path], tmp_path: Path
) -> None:
    handed_in, out = undisturbed[0], tmp_path / "out"
    words = [str(handed_in), "--out", str(out), "--hidden-variant", HIDDEN, "--jobs", "2"]
    said = tmp_path / "said.txt"
    moments: tuple[tuple[Callable[[], bool], int], ...] = (
        # The command line is still loaded; a second press would find nothing to stop.
        (lambda: said.is_file() and "typer" in said.read_text("utf-8"), 1),
        (lambda: (out / ".work").is_dir(), 3),
        (lambda: any(out.glob(".work/casekit-*")), 3),
        (lambda: (out / JOURNAL).is_file() and "levin" in (out / JOURNAL).read_text("utf-8"), 3),
    )
    for (come, presses), lang in zip(moments, ("en", "ru", "en", "ru"), strict=True):
        told = interrupt(out, [*words, "--lang", lang], come, presses)
        assert "Traceback" not in told and "KeyboardInterrupt" not in told, told[-3000:]
        assert told.splitlines()[-1] == text("cli-stopped", lang), told[-3000:]
        said.unlink()
    assert run_grade(*words).returncode == 0
    marks = [
        {
            name: (score["score"], {q: m["points"] for q, m in score["questions"].items()})
            for name, score in scores(place).items()
        }
        for place in (undisturbed[1], out)
    ]
    assert marks[0] == marks[1]


@needs_sandbox
@pytest.mark.slow
def test_readers_levels_join_the_marks_and_are_never_lost(
    undisturbed: tuple[Path, Path], tmp_path: Path, grade_here: Callable[..., int]
) -> None:
    handed_in, out = (
        Path(shutil.copytree(place, tmp_path / name))
        for place, name in zip(undisturbed, ("handed in", "out"), strict=True)
    )
    base = (str(handed_in), "--out", str(out), "--hidden-variant", HIDDEN, "--jobs", "2")
    name = "Анна Каренина_4711"

    def comment() -> str:
        return str(load_workbook(out / "review.xlsx").worksheets[0]["F2"].value)

    first = scores(out)
    assert first[name]["pending_points"] == 6 and first["broken"]["status"] == "unreadable"
    moodle = (out / "moodle.csv").read_text("utf-8-sig")
    assert "4711" not in moodle and "levin" in moodle
    book = load_workbook(out / "review.xlsx")
    sheet = book.worksheets[0]
    (row,) = sheet.iter_rows(min_row=2)
    assert [cell.value for cell in row[1:3]] == [name, "lag.letter"]
    row[4].value, row[5].value = 2, "=Хорошо; единица?"
    book.save(out / "review.xlsx")
    for _ in range(2):
        assert grade_here(*base) == 0
        after = scores(out)[name]
        assert after["pending_points"] == 0
        assert after["score"] == pytest.approx(first[name]["score"] + 6 * 2 / 3, abs=0.01)
    assert "Participant 4711" in (out / "moodle.csv").read_text("utf-8-sig")
    assert "единица?" in comment()
    assert "единица?" in (out / name / "feedback.html").read_text("utf-8")
    assert 'lang="ru"' in (out / name / "feedback.html").read_text("utf-8")
    # Somebody hands in again, without the letter: the level entered stands there still.
    (
        handed_in / "Анна Каренина_4711_assignsubmission_file_" / "04_when_the_money_comes.ipynb"
    ).unlink()
    assert grade_here(*base) == 0
    assert "единица?" in comment()
    # Another hidden company would be another batch.
    assert grade_here(*base[:-3], "18") == 2


@needs_sandbox
@pytest.mark.slow
def test_marks_by_hand_one_question_lateness_and_a_filled_worksheet(
    undisturbed: tuple[Path, Path],
    tmp_path: Path,
    grade_here: Callable[..., int],
    capsys: pytest.CaptureFixture[str],
) -> None:
    handed_in = undisturbed[0]
    out = Path(shutil.copytree(undisturbed[1], tmp_path / "out"))
    name, number = "levin_33", "33"
    first = scores(out)[name]
    book = load_workbook(out / "review.xlsx")
    by_hand = book.worksheets[1]
    for row, (who, points) in enumerate([(name, 5), ("broken", 5), ("nobody", 5)], 2):
        for column, value in ((1, who), (3, "lag.letter"), (4, points), (5, "spoken")):
            by_hand.cell(row, column).value = value
    book.save(out / "review.xlsx")
    sheet = tmp_path / "Grades.csv"
    sheet.write_text(
        "Идентификатор,Полное имя,Состояние,Оценка,Максимальная оценка,"
        "Последнее изменение (оценка)\n"
        f"Участник{number},Левин,с опозданием на 2 дн.,,10.00,-\n",
        encoding="utf-8",
    )
    base = (str(handed_in), "--out", str(out), "--lang", "ru")
    journal = (out / JOURNAL).read_bytes()
    words = ("--late-penalty", "10/day", "--worksheet", str(sheet), "--blind")
    assert grade_here(*base, *words, "--question", "lag.letter") == 0
    told = capsys.readouterr().out
    # Who reads blind is told of rows by their ids.
    assert reading_id("broken") in told and "nobody" in told and "lag.letter" in told
    score = scores(out)[name]
    earned = first["score"] + 5
    assert score["earned"] == earned and score["score"] == pytest.approx(earned * 0.8)
    assert score["questions"]["lag.letter"]["override"] == "spoken"
    (row,) = csv.DictReader((out / "moodle.csv").read_text("utf-8").splitlines())
    assert float(row["Оценка"]) == pytest.approx(earned * 0.08, abs=0.006)
    # Nothing was run; rule and blindness are kept, and so are days read from the worksheet.
    assert (out / JOURNAL).read_bytes() == journal
    assert grade_here(*base) == 0
    assert scores(out)[name]["score"] == pytest.approx(earned * 0.8)
    cells = [cell.value for row in load_workbook(out / "review.xlsx").worksheets[0] for cell in row]
    assert not any("Анна" in str(cell) for cell in cells)


@pytest.mark.slow
@needs_sandbox
def test_a_killed_batch_goes_on_and_ends_the_same(
    undisturbed: tuple[Path, Path], tmp_path: Path
) -> None:
    handed_in, whole = undisturbed
    out = tmp_path / "killed"
    words = (str(handed_in), "--out", str(out), "--hidden-variant", HIDDEN)
    # Killed while the first submission runs, then after it was written down.
    left = []
    for lines in (1, 2):
        process = subprocess.Popen(
            [sys.executable, "-m", "casekit", "grade", *words],
            cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        wait_for(lambda n=lines: len(journal_lines(out)) >= n, process)
        process.send_signal(signal.SIGKILL)
        process.wait()
        left.append(len(journal_lines(out)))
    assert left[0] < 3
    assert run_grade(*words).returncode == 0
    assert (out / "gradebook.csv").read_bytes() == (whole / "gradebook.csv").read_bytes()


def journal_lines(out: Path) -> list[str]:
    path = out / JOURNAL
    return path.read_text("utf-8").splitlines() if path.exists() else []


def wait_for(there: Callable[[], bool], process: subprocess.Popen, seconds: float = 300) -> None:
    """Look often until something is there, for which a process that runs is needed."""
    deadline = time.monotonic() + seconds
    while not there():
        assert process.poll() is None and time.monotonic() < deadline
        time.sleep(0.05)


@needs_sandbox
@pytest.mark.slow
def test_cold_and_warm_and_two_at_a_time_give_the_same_marks(
    undisturbed: tuple[Path, Path], tmp_path: Path
) -> None:
    handed_in, warm = undisturbed
    words = (str(handed_in), "--out", str(tmp_path), "--hidden-variant", HIDDEN)
    assert run_grade(*words, "--cold", "--jobs", "2").returncode == 0
    cold = (tmp_path / "gradebook.csv").read_bytes()
    assert cold == (warm / "gradebook.csv").read_bytes()


@needs_sandbox
@pytest.mark.slow
def test_a_team_is_graded_on_the_company_of_its_pack(
    tmp_path: Path, grade_here: Callable[..., int]
) -> None:
    handed_in, out = tmp_path / "in", tmp_path / "out"
    had = tmp_path / "team-7"
    proven = company_with_facts(7, "B")
    write_variant(proven, had)
    case = load_case(had)
    right = known_answers(read_key(ROOT), case, mistakes=False)[TYPED]["right"]
    assert right != Solved().shipped(TYPED)
    for name, company in (("team 7", case.name), ("somebody else", "Другая")):
        folder = handed_in / name
        folder.mkdir(parents=True)
        notebook = Solved().small()
        notebook.cells[-1].source = f'ck.check("{TYPED}", {right!r})'
        nbformat.write(notebook, folder / "01_small.ipynb")
        line = Line("2026-01-01T00:00:00+00:00", company, TYPED, "correct")
        (folder / PROGRESS_FILE).write_text(json.dumps(asdict(line)) + "\ntorn", encoding="utf-8")
    base = (str(handed_in), "--out", str(out), "--hidden-variant", HIDDEN)
    own = ("--variant", "7", "--family")
    # A wrong letter does not bind the folder to a company that there is not.
    assert grade_here(*base, *own, "E") == 2
    assert grade_here(*base, *own, "B", "--lang", "en") == 0
    for score in scores(out).values():
        mark = score["questions"][TYPED]
        assert (mark["shipped"], mark["hidden"]) == ("correct", "incorrect")
        assert "typed, not computed" in mark["note"]
        assert score["questions"][NUMBER]["state"] == "correct"
    told = "about another company"
    assert told not in (out / "team 7" / "feedback.html").read_text("utf-8")
    assert told in (out / "somebody else" / "feedback.html").read_text("utf-8")
    assert (out / "cohort.html").read_text("utf-8").count(told) == 1
    assert grade_here(*base) == 2
    assert grade_here(*base, *own, "C") == 2


@pytest.mark.parametrize(
    "words",
    [
        ("nowhere", "--out", "{out}"),
        ("{empty}", "--out", "{out}"),
        ("{empty}",),
        ("{batch}", "--out", "{out}", "--jobs", "0"),
        ("{batch}", "--out", "{out}", "--only", "nobody"),
        ("{batch}", "--out", "{out}", "--hidden-variant", "x"),
        ("{batch}", "--out", "{out}", "--hidden-variant", "4", "--variant", "4"),
        pytest.param(
            ("{batch}", "--out", "{out}", "--cluster", "tcp://127.0.0.1:1"), marks=pytest.mark.slow
        ),
        ("{batch}", "--out", "{out}", "--question", "no.question"),
        ("{batch}", "--out", "{out}", "--question", "lag.letter"),
        ("{batch}", "--out", "{out}", "--late-penalty", "ten"),
        ("{batch}", "--out", "{out}", "--worksheet", "{empty}/no.csv"),
        ("{batch}", "--out", "{out}", "--gradebook", "{empty}"),
        ("{batch}", "--out", "{batch}.csv"),
    ],
)
def test_wrong_words(
    words: tuple[str, ...], tmp_path: Path, lang: str, monkeypatch, capsys
) -> None:
    monkeypatch.chdir(ROOT)
    empty = tmp_path / "empty"
    empty.mkdir()
    places = {"empty": empty, "out": tmp_path / "out", "batch": small_batch(tmp_path)}
    Path(f"{places['batch']}.csv").touch()
    monkeypatch.setattr(workers, "_PATIENCE", "0.5s")
    with pytest.raises(SystemExit) as stop:
        main(["grade", *(word.format(**places) for word in words), "--lang", lang])
    assert stop.value.code == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--question", "lag.leter"), "lag.letter"),
        pytest.param(("--out", "{batch}.csv"), "such as marks", marks=pytest.mark.slow),
        pytest.param(("--worksheet", "{batch}.csv"), "no rows", marks=pytest.mark.slow),
    ],
)
def test_a_refused_start_says_what_was_meant_and_leaves_no_folder(
    words: tuple[str, ...], told: str, tmp_path: Path
) -> None:
    batch, out = small_batch(tmp_path), tmp_path / "out"
    Path(f"{batch}.csv").touch()
    done = run_grade(
        str(batch), "--out", str(out), *(word.format(batch=batch) for word in words), "--lang", "en"
    )
    assert done.returncode == 2 and told in done.stderr
    assert not out.exists()


def test_a_wrong_word_on_the_command_line(tmp_path: Path) -> None:
    done = run_grade("nowhere", "--out", str(tmp_path / "out"), "--lang", "ru")
    assert done.returncode == 2 and done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1 and "nowhere" in done.stderr


def test_names_of_moodle_and_canvas(tmp_path: Path) -> None:
    for name in (
        "Анна Каренина_4711_assignsubmission_file_Team 3.zip",
        "kareninaanna_LATE_12_34_01_the_company.ipynb",
        "kareninaanna_12_35_02_where_the_hours_go.ipynb",
        "LATE_anon_a1B2c_36_01_the_company.ipynb",
        "LATE_anon_a1B2c_37_02_where_the_hours_go.ipynb",
        "Team 5.zip",
    ):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "Иван Петров_5_assignsubmission_file").mkdir()
    submissions = find_submissions(tmp_path)
    assert {each.name: len(each.paths) for each in submissions} == {
        "Анна Каренина_4711": 1, "kareninaanna_12": 2, "Team 5": 1, "Иван Петров_5": 1,
        "anon_a1B2c": 2,
    }  # fmt: skip
    # Of what came in time last nothing is late.
    assert {each.name for each in submissions if each.late} == {"anon_a1B2c"}


def test_the_highest_copy_of_a_notebook_counts(tmp_path: Path) -> None:
    folder = tmp_path / "team"
    folder.mkdir()
    for name in ("01.ipynb", "01 (2).ipynb", "01 (10).ipynb", "02-Copy1.ipynb", "02.ipynb"):
        (folder / name).write_text("{}")
    (submission,) = find_submissions(tmp_path)
    work = read_submission(submission)
    assert set(work.notebooks) == {"01 (10).ipynb", "02-Copy1.ipynb"}
    assert "copies" in [note.key for note in work.notes]


def test_of_many_files_of_progress_one_is_read(tmp_path: Path) -> None:
    for name, company in (("a", "One"), ("b", "Other")):
        folder = tmp_path / "team" / name
        folder.mkdir(parents=True)
        (folder / f"{name}.ipynb").write_text("{}")
        line = json.dumps(asdict(Line("now", company, TYPED, "correct")))
        (folder / PROGRESS_FILE).write_text(f"no line\n{line}\n{line}", encoding="utf-8")
    (submission,) = find_submissions(tmp_path)
    assert read_submission(submission).companies == ["One"]


def test_answers_are_taken_in_the_order_of_the_document() -> None:
    def record(*answers: object, state: str = "ok") -> dict:
        told = [
            json.dumps({"question": "start.competitors", "kind": "number", "answer": answer})
            for answer in answers
        ]
        return {"state": state, "answers": told}

    notebook = {
        "place": "a.ipynb",
        "asked": (("start.competitors",), (), ("deals.cycle",), ("lag.letter",)),
        "records": {"shipped": [record(1), record(2, 3), record(state="timeout"), record()]},
    }
    answers = collect([notebook], "shipped")
    assert answers.values == {"start.competitors": 3}
    assert answers.missing == {"deals.cycle": "timeout", "lag.letter": "not_attempted"}
    twice = collect([notebook, {**notebook, "place": "b.ipynb"}], "shipped")
    # The same answer twice changes nothing; another one is told.
    assert twice.doubled == ()
    other = {**notebook, "place": "b.ipynb", "records": {"shipped": [record(1), record(5)]}}
    assert collect([notebook, other], "shipped").doubled == ("start.competitors",)


def test_similar_texts_stand_together() -> None:
    texts = {
        "a": "we should move the hours to expansion this year",
        "b": "nothing at all in common here with anybody else",
        "c": "we should move the hours to expansion next year",
    }
    order = near_texts(texts)
    assert abs(order.index("a") - order.index("c")) == 1


def test_no_submission_takes_the_place_of_a_file_of_the_batch() -> None:
    for name in ("gradebook.csv", "Run.JSON", "journal.jsonl", "cohort.html", ".work", "..", "a/b"):
        folder = folder_name(name)
        assert folder != name and "/" not in folder and not folder.startswith(".")
    assert folder_name("Команда 1") == "Команда 1"
    assert folder_name("a:b") != folder_name("a?b")
