"""How fast a cohort is graded, beside a plain papermill loop, nbgrader, and the cells alone.

    python benchmarks/grading.py [--cohort 24] [--jobs 2] [--papermill 1] [--nbgrader PYTHON]

A cohort of solved submissions is graded on both companies, sandboxed. Beside it, in the same run:
(a) a plain loop of `papermill` over the same notebooks, one after another, as its users write it,
before and after; (b) `nbgrader autograde` over equal notebooks, if the interpreter of an
environment with nbgrader and this package is named; (c) the cells alone, in a warm process that is
forked for each notebook. Everything is byte-compiled before. Prints notebooks a minute, the ratios,
what the parts of grading cost, and (as root on Linux, where runs have users of their own) after how
many seconds a batch of four begins its first notebook.
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partialmethod
from pathlib import Path
from typing import Any

import nbformat
from nbformat.v4 import new_notebook

ROOT = Path(__file__).parents[1]
SOLVED = sorted((ROOT / "solutions" / "en").glob("[0-9]*.ipynb"))
#: Any company that is not the shipped one will do.
HIDDEN = 17


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cohort", type=int, default=24)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--papermill", type=int, default=1, help="submissions in each plain loop")
    parser.add_argument("--nbgrader", default="", help="an interpreter that has nbgrader")
    wish = parser.parse_args()
    compileall.compile_dir(str(ROOT / "src"), quiet=1)
    compileall.compile_dir(str(Path(sys.prefix) / "lib"), quiet=2, workers=2)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        # Before and after: a computer that others use too is not as quick at all times.
        before = plain_loop(place, wish.papermill)
        for _ in range(3):
            print(f"first notebook of four works after {first_notebook(place):.1f} s", flush=True)
        graded, parts = grade_cohort(place, wish.cohort, wish.jobs)
        loop = 2 / (1 / before + 1 / plain_loop(place, wish.papermill))
        print(f"cohort {wish.cohort}, {len(SOLVED)} notebooks each, 2 companies, jobs {wish.jobs}")
        print(f"graded:          {graded:7.1f} notebooks a minute, in all")
        for name, seconds in parts.items():
            print(f"  {name:<22} {seconds:7.2f} s")
        for name, milliseconds in cost_by_part(place).items():
            print(f"  {name:<42} {milliseconds:8.1f} ms")
        alone = cells_alone(place)
        print(f"(a) papermill:   {loop:7.1f} notebooks a minute; ratio {graded / loop:.1f}")
        if wish.nbgrader:
            other = nbgrader(place, wish.nbgrader)
            print(f"(b) nbgrader:    {other:7.1f} notebooks a minute; ratio {graded / other:.1f}")
        ideal = 60 * wish.jobs / alone
        print(f"(c) cells alone: {ideal:7.1f} notebooks a minute on {wish.jobs} cores; "
              f"ours take {ideal / graded:.2f} times as long")  # fmt: skip


def first_notebook(place: Path) -> float:
    """Seconds until the first notebook of a batch of four works runs in its sandbox."""
    own = place / "first"
    command = batch(own, 4, 2)
    started = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)  # fmt: skip
    while process.poll() is None and not any(map(is_run, Path("/proc").glob("[0-9]*/status"))):
        time.sleep(0.01)
    seconds = time.perf_counter() - started if process.poll() is None else float("nan")
    process.terminate()
    process.wait()
    shutil.rmtree(own, ignore_errors=True)
    return seconds


def is_run(status: Path) -> bool:
    """Whether a process has the user of a run, which comes from its worker."""
    from casekit.grading.sandbox.lockdown import FIRST_USER

    try:
        user = status.read_text().split("Uid:")[1].split()[0]
    except OSError:
        return False  # it has ended
    # The first user is that of the look whether there can be a sandbox.
    return FIRST_USER < int(user) < 2 * FIRST_USER


def batch(place: Path, cohort: int, jobs: int) -> list[str]:
    """A cohort of solved works in a folder, and the command that grades it."""
    for number in range(cohort):
        folder = place / "handed-in" / f"team-{number:02d}"
        folder.mkdir(parents=True)
        for path in SOLVED:
            shutil.copy(path, folder)
    return [
        sys.executable, "-m", "casekit", "grade", str(place / "handed-in"),
        "--out", str(place / "out"), "--hidden-variant", str(HIDDEN), "--jobs", str(jobs),
        "--require-sandbox",
    ]  # fmt: skip


def grade_cohort(place: Path, cohort: int, jobs: int) -> tuple[float, dict[str, float]]:
    """Notebooks a minute of a whole batch, and what the parts of it took."""
    out, command = place / "out", batch(place, cohort, jobs)
    started = time.perf_counter()
    subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
    whole = time.perf_counter() - started
    lines = [json.loads(line) for line in (out / "journal.jsonl").read_text().splitlines()]
    runs = sum(line["seconds"] for line in lines)
    records = [
        record
        for line in lines
        for notebook in line["notebooks"]
        for company in notebook["records"].values()
        for record in company
    ]
    cells = sum(record["seconds"] for record in records)
    assert all(record["state"] == "ok" for record in records)
    started = time.perf_counter()
    subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
    again = time.perf_counter() - started
    parts = {
        "whole batch": whole,
        "runs, by worker": runs / jobs,
        "of it cells": cells / jobs,
        "of it start, collect": (runs - cells) / jobs,
        "prepare, score, write": again,
    }
    return 60 * cohort * len(SOLVED) * 2 / whole, parts


def cost_by_part(place: Path) -> dict[str, float]:
    """Milliseconds of each part, of the submissions that `grade_cohort` has graded."""
    from casekit.company import load_case
    from casekit.grading import journal
    from casekit.grading.companies import hidden_company, own_companies
    from casekit.grading.execution.jobs import HIDDEN as OTHER
    from casekit.grading.execution.jobs import SHIPPED, Job
    from casekit.grading.execution.running import run_job
    from casekit.grading.intake.people import find_submissions
    from casekit.grading.intake.submissions import read_submission
    from casekit.grading.marks.marking import Marker
    from casekit.grading.marks.reports import Tables, write_reports
    from casekit.grading.sandbox.supervisor import NotebookProcess
    from casekit.questions.key import known_answers, read_key

    spent: dict[str, float] = {}

    def timed(part: str, call: Callable[..., Any], *words: Any, **more: Any) -> Any:
        started = time.perf_counter()
        try:
            return call(*words, **more)
        finally:
            spent[part] = spent.get(part, 0.0) + time.perf_counter() - started

    out = place / "out"
    run = json.loads((out / "run.json").read_text(encoding="utf-8"))
    companies = {**own_companies(ROOT, run), OTHER: hidden_company(run)}
    first = find_submissions(place / "handed-in")[0]
    work = timed("submission: read", read_submission, first)
    job = Job(first.name, work.notebooks, work.files)
    empty = Job("", {"01.ipynb": nbformat.writes(new_notebook()).encode()}, {})
    timed("worker, once: two fork servers", run_job, empty, companies)
    parts = {"__init__": "start", "run_cell": "run", "close": "end"}
    for name, part in parts.items():
        wrapped = partialmethod(
            _through, timed, f"notebook: {part}", getattr(NotebookProcess, name)
        )
        setattr(NotebookProcess, name, wrapped)
    timed("notebook: papermill, collect", run_job, job, companies)
    spent["notebook: papermill, collect"] -= sum(spent[f"notebook: {p}"] for p in parts.values())
    for name in [name for name in spent if name.startswith("notebook")]:
        spent[name] /= len(SOLVED) * len(companies)
    cases = {}
    for company, files in companies.items():
        folder = place / "companies" / company
        for name, content in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)
        cases[company] = load_case(folder)
    key = read_key(ROOT)
    known = {
        name: timed("batch, once: the key on both companies", known_answers, key, case,
                    mistakes=name == SHIPPED)
        for name, case in cases.items()
    }  # fmt: skip
    assert set(known) == {SHIPPED, OTHER}
    marker, entries = Marker(cases[SHIPPED], known), journal.entries(out)
    results = [timed("submission: score", marker.result, each, {}) for each in entries.values()]
    timed("submission: write", write_reports, ROOT, out, results, run, Tables())
    for name in ("score", "write"):
        spent[f"submission: {name}"] /= len(results)
    return {name: 1000 * seconds for name, seconds in spent.items()}


def _through(run: Any, timed: Callable[..., Any], part: str, call: Any, *words: Any) -> Any:
    return timed(part, call, run, *words)


def plain_loop(place: Path, count: int) -> float:
    """Notebooks a minute of papermill in a loop, as its documentation shows it."""
    code = (
        "import sys, papermill\n"
        "for path in sys.argv[2:]:\n"
        "    papermill.execute_notebook(path, sys.argv[1], progress_bar=False)\n"
    )
    paths = [str(path) for path in SOLVED] * count
    work = place / "loop"
    work.mkdir(exist_ok=True)
    command = [sys.executable, "-c", code, str(place / "loop.ipynb"), *paths]
    environment = {**os.environ, "CASEKIT_RECORD": "1", "CASEKIT_DATA": str(ROOT / "data")}
    started = time.perf_counter()
    subprocess.run(command, check=True, cwd=work, env=environment, stderr=subprocess.DEVNULL)
    return 60 * len(paths) / (time.perf_counter() - started)


def cells_alone(place: Path) -> float:
    """Seconds of a notebook's cells in a warm process, on average."""
    code = (
        "import io, json, os, sys, time\n"
        "from casekit.grading.sandbox import forkserver\n"
        "from casekit.grading.sandbox.kernel import PipeKernel\n"
        "kernel = PipeKernel()\n"
        "forkserver._warm_up()\n"
        "forkserver._load_company()\n"
        "forkserver._work_out()\n"
        "whole, done = 0.0, []\n"
        "for path in sys.argv[1:]:\n"
        "    cells = [''.join(c['source']) for c in json.load(open(path))['cells']\n"
        "             if c['cell_type'] == 'code']\n"
        "    lines = ''.join(json.dumps({'code': code}) + '\\n' for code in cells)\n"
        "    started = time.perf_counter()\n"
        "    if os.fork() == 0:\n"
        "        if len(done) % 2:\n"
        "            import matplotlib.pyplot as plt\n"
        "            plt.switch_backend('agg')\n"
        "        kernel.serve(io.StringIO(lines), open(os.devnull, 'wb'))\n"
        "        os._exit(0)\n"
        "    os.wait()\n"
        "    done.append(path)\n"
        "    whole += time.perf_counter() - started\n"
        "print(whole)\n"
    )
    environment = {
        **os.environ, "CASEKIT_RECORD": "1", "CASEKIT_DATA": str(ROOT / "data"),
        "PYTHONPATH": str(ROOT / "src"), "PYDEVD_DISABLE_FILE_VALIDATION": "1",
        **{f"{name}_NUM_THREADS": "1" for name in ("OMP", "OPENBLAS", "MKL")},
    }  # fmt: skip
    work = place / "alone"
    work.mkdir()
    # Every other run draws no pictures, as the grader's runs on the hidden company do.
    paths = [str(path) for path in SOLVED for _ in range(4)]
    told = subprocess.run(
        [sys.executable, "-c", code, *paths],
        check=True, cwd=work, env=environment, capture_output=True, text=True,
    )  # fmt: skip
    return float(told.stdout.split()[-1]) / len(paths)


def nbgrader(place: Path, python: str) -> float:
    """Notebooks a minute of `nbgrader autograde` over the same notebooks."""
    course = place / "course"
    for folder in ("source", "submitted/one"):
        (course / folder / "case").mkdir(parents=True)
        for path in SOLVED:
            shutil.copy(path, course / folder / "case" / path.name)
    (course / "nbgrader_config.py").write_text(
        "c = get_config()\nc.CourseDirectory.course_id='c'\n"
    )
    environment = {**os.environ, "CASEKIT_RECORD": "1", "CASEKIT_DATA": str(ROOT / "data"),
                   "PYTHONPATH": str(ROOT / "src"),
                   "PATH": f"{Path(python).parent}{os.pathsep}{os.environ['PATH']}"}  # fmt: skip
    base = [python, "-m", "nbgrader"]

    def run(*words: str) -> None:
        subprocess.run([*base, *words], check=True, cwd=course, env=environment,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip

    run("generate_assignment", "case", "--create", "--force")
    started = time.perf_counter()
    run("autograde", "case", "--force", "--create")
    return 60 * len(SOLVED) / (time.perf_counter() - started)


if __name__ == "__main__":
    main()
