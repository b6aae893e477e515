"""A participant's pack: it starts by itself, and nothing of the solutions is inside."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from fresh import NAMES

from casekit.authoring import wheels as wheels_module
from casekit.authoring import write_pack
from casekit.authoring.pack import INSTRUCTORS_ROOMS
from casekit.authoring.wheels import Target, _needed, read_targets
from casekit.cli import main
from casekit.errors import InvalidArgument
from casekit.language import LANGUAGES
from casekit.questions.seal import SEALED_FILE

ROOT = Path(__file__).parents[1]
#: Shorter lines say nothing: `name = len(table)` stands in hints as well.
TELLING = 35


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_pack(ROOT, tmp_path_factory.mktemp("packs") / "Team 7.zip")


@pytest.fixture(scope="module")
def files(packed: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(packed) as bundle:
        assert bundle.testzip() is None
        return {name: bundle.read(name) for name in bundle.namelist()}


def secrets_of_records(text: str) -> list[str]:
    """A file of records without what is asked in words, and the reasons behind right answers."""
    lines = text.splitlines()
    for call in ast.walk(ast.parse(text)):
        for part in call.keywords if isinstance(call, ast.Call) else ():
            if part.arg in LANGUAGES:
                for number in range(part.value.lineno, part.value.end_lineno + 1):
                    lines[number - 1] = ""
            if part.arg == "why":
                lines += [each.value for each in ast.walk(part.value) if hasattr(each, "value")]
    return [line for line in lines if isinstance(line, str) and line]


def secrets() -> list[str]:
    """Every telling line of the answers, of what explains them, and of the key."""
    lines: list[str] = []
    for path in (ROOT / "solutions").glob("[0-9]*.py"):
        source = path.read_text(encoding="utf-8")
        lines += "\n".join(re.findall(r"(?s)# <solution>\n(.*?)# </solution>", source)).splitlines()
        for cell in re.split(r"(?m)^(?=# %%)", source):
            if 'tags=["solution"]' in cell.split("\n")[0]:
                lines += [line.removeprefix("# ") for line in cell.splitlines()[1:]]
    for path in (ROOT / "solutions" / "key.py", ROOT / "solutions" / "figures.py"):
        key = path.read_text(encoding="utf-8")
        lines += key.splitlines()
    for path in (ROOT / "solutions" / "questions").glob("*.py"):
        lines += secrets_of_records(path.read_text(encoding="utf-8"))
    lines = [line for line in lines if not line.startswith(("import", "from"))]
    for name in ("defects.csv", "facts.csv"):
        lines += (ROOT / "solutions" / name).read_text(encoding="utf-8-sig").splitlines()[1:]
    return [line.strip() for line in lines if len(line.strip()) >= TELLING]


def test_not_a_byte_of_the_solutions(files: dict[str, bytes]) -> None:
    assert not [name for name in files if "solutions" in name.lower()]
    telling = secrets()
    assert len(telling) > 400
    whole = b"\n".join(files.values())
    # JSON writes quotes and line ends in a way of its own.
    forms = {line: (line, json.dumps(line, ensure_ascii=False)[1:-1]) for line in telling}
    told = [line for line, ways in forms.items() if any(way.encode() in whole for way in ways)]
    assert told == []


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


@pytest.mark.parametrize(
    ("wheels", "expected"), [([], ""), (["windows-3.12"], "3.12"), (["linux-3.11"], "3.11")]
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
    assert beside == {*tables, "datapackage.json", SEALED_FILE, "received"}
    told = {place.split("/")[3].split(".")[0] for place in files if "/case/" in place}
    assert told == {"case", "dictionary", "exhibits", "for_it", "glossary", "reference"}


@pytest.mark.parametrize("lang", ["ru", pytest.param("en", marks=pytest.mark.slow)])
def test_it_runs_by_itself(packed: Path, tmp_path: Path, lang: str) -> None:
    with zipfile.ZipFile(packed) as bundle:
        bundle.extractall(tmp_path)
    kit = tmp_path / "Team 7"
    environment = {**os.environ, "PYTHONPATH": str(kit / "src"), "CASEKIT_LANG": lang}
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
        "assert ck.check('start.reps', len(case.reps)).state == 'correct';"
        "assert ck.check('plan.yours', ck.model.best_plan(case).plan).state == 'correct';"
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
    code = (
        "import casekit as ck; case = ck.load_case();"
        "v = ck.check('time.selling_share', 0.999); assert v.state == 'incorrect', v;"
        "a = ck.analysis.time_audit(case.reports, case.benchmarks).loc['selling', 'share'];"
        "assert ck.check('time.selling_share', a).state == 'correct'"
    )
    environment = {**os.environ, "PYTHONPATH": str(kit / "src")}
    done = subprocess.run(
        [sys.executable, "-P", "-c", code],
        cwd=kit / "notebooks" / "ru", env=environment, capture_output=True, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("--out", "pack.rar"),
        ("--out", "{taken}"),
        ("--out", "new.zip", "--lang", "fr"),
        ("--out", "new.zip", "--wheels", "amiga"),
        ("--out", "new.zip", "--wheels", "windows-2.7"),
        ("--out", "new.zip", "--variant", "7", "--family", "E"),
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
