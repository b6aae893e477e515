"""A participant's pack: it starts by itself, and nothing of the solutions is inside."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from fresh import NAMES
from telling import found_in, secrets, telling_words

from casekit import language
from casekit.authoring import read_companies, write_exam, write_pack
from casekit.authoring import wheels as wheels_module
from casekit.authoring.pack import INSTRUCTORS_ROOMS
from casekit.authoring.wheels import Target, _needed, read_targets
from casekit.cli import main
from casekit.company.loading import read_company
from casekit.company.outcome_file import OUTCOME_FILE
from casekit.errors import InvalidArgument
from casekit.language import LANGUAGES, text
from casekit.later.months import PREPARED, PREPARED_MONTHS, PROPOSALS
from casekit.questions.bank import MISTAKES_FILE, QUESTIONS
from casekit.questions.expected import RIGHT
from casekit.questions.key import known_answers, read_key
from casekit.questions.records import read_chapters
from casekit.questions.reveal import REVEALS_FILE
from casekit.questions.seal import SEALED_FILE, unseal

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_pack(ROOT, tmp_path_factory.mktemp("packs") / "Team 7.zip")


@pytest.fixture(scope="module")
def files(packed: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(packed) as bundle:
        assert bundle.testzip() is None
        return {name: bundle.read(name) for name in bundle.namelist()}


@pytest.fixture(scope="module")
def examined(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Files of an exam's pack, by their place in it."""
    folder = tmp_path_factory.mktemp("exams")
    write_exam(ROOT, folder / "exam.zip")
    with zipfile.ZipFile(folder / "exam.zip") as bundle:
        return {name.split("/", 1)[1]: bundle.read(name) for name in bundle.namelist()}


@pytest.mark.slow
def test_not_a_byte_of_the_solutions(files: dict[str, bytes], examined: dict[str, bytes]) -> None:
    telling = secrets()
    assert len(telling) > 150
    for kit in (files, examined):
        assert not [name for name in kit if "solutions" in name.lower()]
        assert found_in(kit.values(), telling) == []


@pytest.mark.slow
def test_a_practice_pack_trains(files: dict[str, bytes]) -> None:
    inside = {name.split("/", 1)[1] for name in files}
    assert {f"data/{SEALED_FILE}", f"data/{REVEALS_FILE}"} <= inside
    words = telling_words()
    assert len(words) > 20 and len(found_in(files.values(), words)) > 0.9 * len(words)
    for name in PROPOSALS:
        assert f"data/{PREPARED}/{name}/{PREPARED_MONTHS}" in inside


def test_an_exams_pack_tells_nothing(examined: dict[str, bytes], files: dict[str, bytes]) -> None:
    """Byte for byte: no sealed answers, no mistakes and reasons, no outcomes and no attainable."""
    words = telling_words()
    assert found_in(examined.values(), words) == []
    left_out = {name.split("/", 1)[1] for name in files} - set(examined)
    assert left_out >= {
        f"data/{SEALED_FILE}", f"data/{REVEALS_FILE}", f"src/casekit/questions/{MISTAKES_FILE}",
        *(f"src/casekit/language/texts/{lang}/{name}"
          for lang in LANGUAGES for name in ("mistakes.ftl", "whys.ftl")),
    }  # fmt: skip
    assert not [name for name in examined if name.startswith(f"data/{PREPARED}/")]
    records = [record for chapter in read_chapters(ROOT) for record in chapter.records]
    texts = b"\n".join(content for name, content in examined.items() if name.endswith(".ftl"))
    for record in records:
        assert record.question.text_key.encode() in texts
        for key in (*record.explained, *record.reasons):
            assert f"{key} = ".encode() not in texts
    asked = json.loads(examined["src/casekit/questions/asked.json"])
    named = {name for fields in chain(*asked.values()) for name in fields}
    assert not named & {"mistakes", "also", "right", "why"}
    # Nor does the order of options, in which authors tend to begin with the right one.
    marked = [f for f in chain(*asked.values()) if f.get("points") and f.get("shuffled", True)]
    assert len([f for f in marked if "choices" in f]) > 15
    assert all(f.get("choices", []) == sorted(f.get("choices", [])) for f in marked)
    for lang in LANGUAGES:
        told = examined[f"src/casekit/language/texts/{lang}/asked.ftl"].decode()
        keys = re.findall(r"(?m)^([a-z][\w-]*) = ", told)
        assert keys == sorted(keys) and len(keys) > 100
    # Compressed files would hide what they hold.
    assert not [name for name in examined if name.endswith((".zip", ".gz", ".pkl", ".pyc"))]
    # Of the company: its tables and reports alone.
    package = json.loads(examined["data/datapackage.json"])
    tables = {f"data/{resource['path']}" for resource in package["resources"]}
    beside = {name for name in examined if name.startswith("data/")} - tables
    assert [name for name in beside if not name.startswith("data/received/")] == [
        "data/datapackage.json"
    ]


@pytest.mark.slow
def test_an_exams_pack_keeps_answers_and_judges_none(
    examined: dict[str, bytes], tmp_path: Path
) -> None:
    for name, content in examined.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    folder = tmp_path / "notebooks" / "ru"
    code = (
        "import casekit as ck; case = ck.load_case(); from casekit.questions import QUESTIONS;"
        "numbers = [name for name, q in QUESTIONS.items() if q.kind == 'number'];"
        "states = {ck.check(name, 1.0).state for name in numbers};"
        "assert states == {'recorded'}, states;"
        "shown = [ck.ask(name) for name in QUESTIONS];"
        "card = ck.ask('later.wins', 'plan'); print(repr(card));"
        "months = ck.later.nine_months(case); assert months.case is None; print(repr(months));"
        "print(repr(ck.later.show_opinions(months)))"
    )
    environment = {
        **os.environ,
        "PYTHONPATH": str(tmp_path / "src"),
        "CASEKIT_PROGRESS": str(tmp_path / "my_progress.jsonl"),
        "CASEKIT_LANG": "ru",
    }
    environment.pop("CASEKIT_DATA", None)
    done = subprocess.run(
        [sys.executable, "-P", "-c", code],
        cwd=folder, env=environment, capture_output=True, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert (folder / "my_answers.jsonl").is_file()
    with language.using("ru"):
        assert OUTCOME_FILE in done.stdout
        assert language.text("question-later-wins-mistake-plan") not in done.stdout


@pytest.mark.slow
def test_an_exams_company_comes_from_a_number_that_nobody_can_guess(tmp_path: Path) -> None:
    made = write_exam(ROOT, tmp_path / "exam.zip", teams=2, langs=["ru"])
    assert [path.name for path, _, _ in made] == ["exam-1.zip", "exam-2.zip"]
    assert all(2**127 <= seed < 2**128 for _, seed, _ in made)
    kept = tmp_path / "exam_instructor.json"
    assert [each.drawn for each in read_companies(kept)] == [made_of[1:] for made_of in made]
    assert [each.pack for each in read_companies(kept)] == ["exam-1.zip", "exam-2.zip"]
    companies = set()
    for path, seed, _ in made:
        with zipfile.ZipFile(path) as bundle:
            whole = {name: bundle.read(name) for name in bundle.namelist()}
        # A notebook handed in by itself still says which company it is about.
        with TemporaryDirectory() as folder, zipfile.ZipFile(path) as bundle:
            bundle.extractall(folder)
            digest = read_company(Path(folder, path.stem, "data")).digest
        # Two companies may bear one name and one discount; their tables never agree.
        companies.add(digest)
        notebooks = [name for name in whole if name.endswith(".ipynb")]
        assert notebooks
        for name in notebooks:
            assert json.loads(whole[name])["metadata"]["casekit"]["company"] == digest
        assert not [name for name, content in whole.items() if str(seed).encode() in content]
    assert len(companies) == 2
    with pytest.raises(InvalidArgument):
        write_exam(ROOT, tmp_path / "exam.zip")  # no number of an earlier exam is lost


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_small_number_of_a_company_is_warned_of(
    tmp_path: Path, monkeypatch, capsys: pytest.CaptureFixture[str], lang: str
) -> None:
    monkeypatch.setattr("casekit.cli.packing.write_pack", lambda root, out, *rest: _touched(out))

    def said(*words: str) -> str:
        out = tmp_path / f"{abs(hash(words))}.zip"
        with pytest.raises(SystemExit) as stop:
            main(["pack", "--out", str(out), *words, "--lang", lang])
        assert not stop.value.code
        return capsys.readouterr().out

    with language.using(lang):
        small, exam = text("pack-guessable"), text("pack-guessable-exam")
        assert small in said("--variant", "7")
        assert exam in said("--variant", "7", "--exam")
        for words in ((), ("--variant", str(2**100), "--exam")):
            told = said(*words)
            assert small not in told and exam not in told


def _touched(path: Path) -> Path:
    path.write_bytes(b"zip")
    return path


def test_the_instructors_rooms_stay_at_home(files: dict[str, bytes]) -> None:
    for room in INSTRUCTORS_ROOMS:
        assert not [name for name in files if f"/casekit/{room}/" in name]
    assert not [name for name in files if name.endswith("facts.ftl")]
    declared = tomllib.loads(files["Team 7/pyproject.toml"].decode())["project"]
    assert "entry-points" not in declared and declared["scripts"]


def test_the_boards_module_is_inside_and_what_it_is_built_from_is_not(
    files: dict[str, bytes],
) -> None:
    board = ROOT / "src" / "casekit" / "board"
    assert files["Team 7/src/casekit/board/static/board.js"] == (
        (board / "static" / "board.js").read_bytes()
    )
    assert (board / "browser" / "package.json").is_file()
    assert not [name for name in files if "/board/browser/" in name]
    # Of a wheel hatch takes care.
    told = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    left_out = told["tool"]["hatch"]["build"]["targets"]["wheel"]["exclude"]
    assert [ROOT / place for place in left_out] == [board / "browser"]


def test_one_folder_named_as_the_zip(files: dict[str, bytes]) -> None:
    assert {name.split("/")[0] for name in files} == {"Team 7"}
    inside = {name.split("/", 1)[1] for name in files}
    starts = {"start.py", "start.cmd", "start.command"}
    assert starts | {"README.md", f"data/{SEALED_FILE}"} <= inside
    notebooks = {name for name in inside if name.endswith(".ipynb")}
    assert notebooks == {f"notebooks/{lang}/{name}.ipynb" for lang in LANGUAGES for name in NAMES}
    # cmd.exe loses its labels in a file with Unix line ends.
    assert b"\r\n" in files["Team 7/start.cmd"]


def test_a_mac_may_open_its_start_by_a_double_click(packed: Path) -> None:
    assert os.access(ROOT / "start.command", os.X_OK)
    with zipfile.ZipFile(packed) as bundle:
        modes = {Path(each.filename).name: each.external_attr >> 16 for each in bundle.infolist()}
    assert modes["start.command"] & 0o111 == 0o111
    assert modes["start.py"] & 0o111 == 0


@pytest.mark.slow
def test_what_was_packed_is_listed_for_the_start(packed: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(packed) as bundle:
        bundle.extractall(tmp_path)
    kit = tmp_path / "Team 7"

    def doctor() -> str:
        command = [sys.executable, str(kit / "start.py"), "doctor", "--lang", "en"]
        environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
        told = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8")
        assert told.returncode == 1  # nothing is set up here
        return told.stdout

    assert "✓ Files of the case" in doctor()
    notebook = next((kit / "notebooks").rglob("*.ipynb"))
    notebook.write_text("somebody's work")  # not a fault of the kit
    assert "✓ Files of the case" in doctor()
    (kit / "src/casekit/analysis/__init__.py").write_bytes(b"cut short")
    (kit / "src/casekit/model/plans/plan.py").unlink()
    told = doctor()
    assert "src/casekit/model/plans/plan.py is missing" in told
    assert "✗ Files of the case" in told


@pytest.mark.slow
@pytest.mark.parametrize(
    ("wheels", "expected"),
    [([], ""), (["windows-3.12"], "3.12"), (["linux-3.11"], "3.11")],
)
def test_the_python_to_install_is_that_of_the_wheels(
    tmp_path: Path, monkeypatch, wheels: list[str], expected: str
) -> None:
    monkeypatch.setattr(wheels_module, "_resolve", lambda *target: [])
    path = write_pack(ROOT, tmp_path / "a.zip", wheels=wheels)
    with zipfile.ZipFile(path) as bundle:
        page = bundle.read("a/README.md").decode()
    assert [f"Python {expected}" in line for line in page.splitlines() if "`wheels`" in line] == (
        [True, True] if wheels else []
    )


@pytest.mark.slow
def test_the_same_kit_gives_the_same_bytes(packed: Path, tmp_path: Path) -> None:
    again = write_pack(ROOT, tmp_path / "Team 7.zip")
    assert again.read_bytes() == packed.read_bytes()


def test_work_of_the_instructor_stays_out(tmp_path: Path, files: dict[str, bytes]) -> None:
    name = "notebooks/en/00_start_here.ipynb"
    cells = json.loads(files[f"Team 7/{name}"])["cells"]
    assert not any(cell.get("outputs") for cell in cells)
    assert not [place for place in files if "my_" in Path(place).name or "/." in place]
    # Beside the tables nothing but what is built: `test_used_folder` puts other files there.
    package = json.loads(files["Team 7/data/datapackage.json"])
    tables = {resource["path"] for resource in package["resources"]}
    beside = {place.split("/")[2] for place in files if place.startswith("Team 7/data/")}
    assert beside == {*tables, "datapackage.json", SEALED_FILE, REVEALS_FILE, PREPARED, "received"}
    told = {place.split("/")[3].split(".")[0] for place in files if "/case/" in place}
    assert told == {"case", "dictionary", "exhibits", "for_it", "glossary", "reference"}


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_runs_by_itself(packed: Path, tmp_path: Path, lang: str) -> None:
    with zipfile.ZipFile(packed) as bundle:
        bundle.extractall(tmp_path)
    kit = tmp_path / "Team 7"
    environment = {**os.environ, "PYTHONPATH": str(kit / "src"), "CASEKIT_LANG": lang,
                   "CASEKIT_PROGRESS": str(tmp_path / "my_progress.jsonl")}  # fmt: skip
    environment.pop("CASEKIT_DATA", None)

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-P", *words],
            cwd=kit / "notebooks" / lang, env=environment, capture_output=True, encoding="utf-8",
        )  # fmt: skip

    examined = run("-m", "casekit", "doctor", "--lang", lang)
    assert str(kit) in examined.stdout and "✗" not in examined.stdout, examined.stdout
    # All that the notebooks call, straight from the packed package and nothing else.
    code = (
        "import casekit as ck; case = ck.load_case(); assert 'Team 7' in ck.__file__;"
        "theirs = case.accounts.status.eq('competitor').sum();"
        "assert ck.check('start.competitors', theirs).state == 'correct';"
        "assert ck.check('plan.committed', ck.model.best_plan(case).plan).state == 'partial';"
        "m = ck.later.nine_months(case); assert m.origin == 'leave' and m.truth, m;"
        "print(ck.later.show_books(m), ck.later.show_proposals(m));"
        "ck.cockpit(case); ck.hand_in('Team 7')"
    )
    worked = run("-W", "ignore", "-c", code)
    assert worked.returncode == 0, worked.stderr
    assert (kit / "notebooks" / lang / "Team 7.zip").is_file()
    # What a pack does not have is not offered either.
    assert "variant" not in run("-m", "casekit", "--help").stdout
    assert run("-m", "casekit", "build").returncode == 2


@pytest.mark.slow
def test_a_company_of_its_own_in_one_language(tmp_path: Path) -> None:
    path = write_pack(ROOT, tmp_path / "b.zip", seed=7, family="B", langs=["ru"])
    with zipfile.ZipFile(path) as bundle:
        bundle.extractall(tmp_path)
    kit = tmp_path / "b"
    assert not (kit / "notebooks" / "en").exists() and not (kit / "case" / "en").exists()
    shipped = json.loads((ROOT / "data" / "datapackage.json").read_text(encoding="utf-8"))
    package = json.loads((kit / "data" / "datapackage.json").read_text(encoding="utf-8"))
    assert package["resources"] != shipped["resources"]
    assert not list(kit.rglob("facts.csv"))
    # Its sealed answers are its own: the key's for this company, and not those of the case.
    sealed = json.loads((kit / "data" / SEALED_FILE).read_text(encoding="utf-8"))
    case = read_company(kit / "data")
    numbers = {name: of for name, of in read_key(ROOT).items() if QUESTIONS[name].kind == "number"}
    known = known_answers(numbers, case, mistakes=False)
    assert len(known) > 5
    for name, answers in known.items():
        assert unseal(sealed, QUESTIONS[name], answers[RIGHT]) == RIGHT, name
    shipped = json.loads((ROOT / "data" / SEALED_FILE).read_text(encoding="utf-8"))
    assert not set(chain(*sealed["sealed"].values())) & set(chain(*shipped["sealed"].values()))


@pytest.mark.parametrize(
    "words",
    [
        ("--out", "pack.rar"),
        ("--out", "{taken}"),
        ("--out", "new.zip", "--lang", "fr"),
        ("--out", "new.zip", "--wheels", "amiga"),
        ("--out", "new.zip", "--wheels", "windows-2.7"),
        ("--out", "new.zip", "--variant", "7", "--family", "E"),
        ("--out", "new.zip", "--exam", "--family", "E"),
        ("--out", "new.zip", "--exam", "--teams", "0"),
        ("--out", "new.zip", "--exam", "--teams", "two"),
        ("--out", "new.zip", "--exam", "--teams", "2", "--variant", "7"),
        ("--out", "new.zip", "--teams", "2"),
        ("--out", "{taken}", "--exam"),
        (),
    ],
)
def test_wrong_words(words: tuple[str, ...], tmp_path: Path, monkeypatch, capsys) -> None:
    monkeypatch.chdir(ROOT)
    taken = tmp_path / "taken.zip"
    taken.write_text("precious", encoding="utf-8")
    words = tuple(
        str(tmp_path / word) if word.endswith((".zip", ".rar")) else word.format(taken=taken)
        for word in words
    )
    with pytest.raises(SystemExit) as stop:
        main(["pack", *words])
    assert stop.value.code == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1
    assert taken.read_text(encoding="utf-8") == "precious"
    assert [path.name for path in tmp_path.iterdir()] == ["taken.zip"]


def test_markers_of_the_lock_are_answered_for_the_target() -> None:
    lock = ROOT / "requirements.lock"
    windows = _needed(lock, Target("windows", "3.13"), "AMD64")
    mac = _needed(lock, Target("macos", "3.13"), "arm64")
    assert "pywinpty==" in windows and "appnope==" not in windows
    assert "appnope==" in mac and "pywinpty==" not in mac
    older = _needed(lock, Target("linux", "3.11"), "x86_64")
    assert re.findall(r"(?m)^numpy==\S+", older) != re.findall(r"(?m)^numpy==\S+", windows)


def test_targets_as_people_write_them() -> None:
    assert read_targets(["windows, macos", "linux-3.12", "windows"]) == [
        Target("windows", "3.13"),
        Target("macos", "3.13"),
        Target("linux", "3.12"),
    ]


@pytest.mark.slow
def test_size_is_said_before_anything_is_fetched(tmp_path: Path, monkeypatch) -> None:
    """Without internet nothing is left behind; what was found is told first."""
    found = wheels_module.Wheels(
        {"a-1-py3-none-any.whl": ("file:///nowhere", 5 * 2**20)}, frozenset()
    )
    monkeypatch.setattr("casekit.authoring.pack.find_wheels", lambda lock, targets: found)
    told: list[str] = []
    with pytest.raises(InvalidArgument):
        write_pack(ROOT, tmp_path / "a.zip", wheels=["linux"], on_progress=told.append)
    assert len(told) == 1 and "5" in told[0]
    assert list(tmp_path.iterdir()) == []
