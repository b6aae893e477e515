"""A batch: find the submissions, run those not run yet, mark all, write everything."""

from __future__ import annotations

import contextlib
import json
import secrets
import shutil
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from casekit import __version__, language
from casekit.company import Case, load_case
from casekit.errors import GradingError, InvalidArgument
from casekit.grading import journal
from casekit.grading.files import folder_name, write_whole
from casekit.grading.keeper import Limits
from casekit.grading.marking import Marker
from casekit.grading.notebooks import prepare
from casekit.grading.reports import write_reports
from casekit.grading.review import read_review, write_review
from casekit.grading.running import HIDDEN, SHIPPED, Companies, Job, NotebookResult, why_no_walls
from casekit.grading.submissions import Submission, Work, find_submissions, read_work
from casekit.grading.workers import Lost, run_all
from casekit.questions import QUESTIONS
from casekit.questions.key import KEY_FILE, known_answers, read_key
from casekit.questions.seal import SEALED_FILE
from casekit.world import FAMILIES
from casekit.world.dataset import dataset
from casekit.world.facts import company_with_facts

#: What a batch was started with; the hidden company stands here and nowhere else.
RUN_FILE = "run.json"
_WORK_FOLDER = ".work"
_SEED_BITS = 64
#: Of each submission so much code is kept.
_MOST_CELLS, _LONGEST_CELL = 500, 4000


@dataclass(frozen=True)
class Wish:
    """What a batch is asked for.

    Parameters
    ----------
    hidden_seed
        Of the hidden company; a random one if None.
    variant, family
        Number and kind of the company that participants had in their packs; the company of the
        case if None.
    jobs
        Submissions that run at the same time.
    only
        Name of the one submission to grade again.
    require_walls
        Refuse to run anything that cannot be walled in.
    cluster
        Address of a Dask scheduler; empty to run here.
    warm
        Fork runs from a warm template; else start each cold.
    limits
        Of each notebook.
    """

    hidden_seed: int | None = None
    variant: int | None = None
    family: str = "A"
    jobs: int = 1
    only: str = ""
    require_walls: bool = False
    cluster: str = ""
    warm: bool = True
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True)
class Report:
    """What a batch did.

    Parameters
    ----------
    counts
        Submissions by status.
    no_walls
        Why runs were not walled in; empty if they were.
    pending
        Whether texts wait for a reader.
    unclear
        Levels that were entered and are none: whose, and what stands there.
    changed
        Whose text is another one than the reader saw.
    """

    counts: dict[str, int]
    no_walls: str
    pending: bool
    unclear: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()


Tell = Callable[[int, int, str], None]


def grade(
    root: Path, folder: Path, out: Path, wish: Wish, tell: Tell = lambda done, total, name: None
) -> Report:
    """Grade a folder of submissions.

    Parameters
    ----------
    root
        The kit's top folder, with the key.
    folder
        A folder, an archive or a notebook for each participant or team.
    out
        Where everything is written; a batch that was stopped goes on from here.
    wish
        How.
    tell
        Takes how many are done, of how many, and whose was the last.

    Raises
    ------
    InvalidArgument
        If there is nothing to grade, `out` belongs to another batch, or walls are required and
        cannot be had.
    """
    found = find_submissions(folder)
    if wish.only and wish.only not in [each.name for each in found]:
        allowed = ", ".join(each.name for each in found[:20])
        raise InvalidArgument("grade-only", found=wish.only, allowed=allowed)
    if not (root / KEY_FILE).is_file():
        raise InvalidArgument("grade-no-key", folder=str(root))
    no_walls = why_no_walls()
    if no_walls and wish.require_walls:
        raise InvalidArgument("grade-no-walls", found=no_walls)
    out.mkdir(parents=True, exist_ok=True)
    read_review(out)  # a list that cannot be read is told before hours of work, not after
    run = _settings(root, out, wish, no_walls)
    companies = _companies(root, run)
    # Kept once both companies could be made: a wrong number must not bind the folder to it.
    write_whole(out / RUN_FILE, json.dumps(run, indent=1, ensure_ascii=False))
    work = out / _WORK_FOLDER
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir()
    try:
        hidden = tuple(str(p.resolve()) for p in (root / "solutions", root / "data", folder, out))
        _run_submissions(found, companies, out, wish, hidden, not no_walls, tell)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return _mark(root, out, found, companies, run, no_walls)


def _run_submissions(
    found: list[Submission],
    companies: Companies,
    out: Path,
    wish: Wish,
    hidden: tuple[str, ...],
    walls: bool,
    tell: Tell,
) -> None:
    done = journal.entries(out)
    todo: dict[str, tuple[Job, Work]] = {}
    total = len(found)
    for submission in found:
        try:
            content = read_work(submission)
        except GradingError as error:
            _note_unreadable(out, submission.name, error, done)
            continue
        except Exception as error:
            # Whatever one submission is made of, the others go on.
            strange = GradingError("unreadable-file", found=type(error).__name__)
            _note_unreadable(out, submission.name, strange, done)
            continue
        before = done.get(submission.name)
        same = before is not None and before.get("digest") == content.digest
        settled = same and before is not None and before["status"] == "graded"
        if wish.only != submission.name and (wish.only or settled):
            continue
        job = Job(
            submission.name, content.notebooks, content.files, wish.limits, walls, wish.warm,
            language.current(), "" if wish.cluster else str((out / _WORK_FOLDER).resolve()),
            hidden,
        )  # fmt: skip
        todo[submission.name] = (job, content)
    count = total - len(todo)
    tell(count, total, "")
    for name, outcome, seconds in run_all([job for job, _ in todo.values()], companies, wish):
        _keep(out, name, todo[name][1], outcome, seconds)
        count += 1
        tell(count, total, name)


def _note_unreadable(
    out: Path, name: str, error: GradingError, done: dict[str, journal.Entry]
) -> None:
    facts = {key: str(value) for key, value in error.facts.items()}
    entry = {"submission": name, "status": "unreadable", "reason": error.key, "facts": facts,
             "notebooks": []}  # fmt: skip
    before = done.get(name)
    if before is None or {key: before.get(key) for key in entry} != entry:
        journal.append(out, entry)


def _keep(
    out: Path, name: str, content: Work, outcome: list[NotebookResult] | Lost, seconds: float
) -> None:
    """Write a submission's notebooks, then its line: what has a line has its notebooks."""
    if isinstance(outcome, Lost):
        journal.append(out, {
            "submission": name, "status": "infrastructure", "reason": outcome.key,
            "facts": {"found": outcome.found}, "notebooks": [], "digest": content.digest,
        })  # fmt: skip
        return
    folder = out / folder_name(name)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for place, result in enumerate(outcome, 1):
        if result.executed:
            stem = folder_name(Path(result.place).stem)[:60]
            path = folder / f"{place:02d}_{stem}.ipynb"
            path.write_text(result.executed, encoding="utf-8", errors="replace")
    readable = [result for result in outcome if not result.unreadable]
    journal.append(out, {
        "submission": name,
        "status": "graded" if readable else "unreadable",
        "reason": "" if readable else outcome[0].unreadable,
        "facts": {} if readable else outcome[0].facts,
        "digest": content.digest,
        "notes": content.notes,
        "companies": content.companies,
        "seconds": round(seconds, 2),
        "notebooks": [asdict(replace(result, executed="")) for result in outcome],
        "cells": _cells(content),
    })  # fmt: skip


def _cells(content: Work) -> list[str]:
    """Code that was handed in, for what looks alike; of what is endless the beginning."""
    found: list[str] = []
    for notebook in content.notebooks.values():
        with contextlib.suppress(GradingError):
            cells = prepare(notebook).notebook.cells
            found += [cell.source[:_LONGEST_CELL] for cell in cells if cell.cell_type == "code"]
    return found[:_MOST_CELLS]


def _settings(root: Path, out: Path, wish: Wish, no_walls: str) -> dict[str, Any]:
    """What the batch was started with: made, or read and held against the wish."""
    path = out / RUN_FILE
    shipped = json.loads((root / "data" / "datapackage.json").read_text(encoding="utf-8"))
    shown = {resource["name"]: resource.get("hash") for resource in shipped["resources"]}
    had = None if wish.variant is None else [wish.variant, wish.family]
    if path.is_file():
        run: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        other = wish.hidden_seed not in (None, run["hidden_seed"])
        if other or run["shipped"] != shown or run.get("variant") != had:
            raise InvalidArgument("grade-other-batch", folder=str(out))
    else:
        families = tuple(FAMILIES)
        seed = wish.hidden_seed if wish.hidden_seed is not None else secrets.randbits(_SEED_BITS)
        run = {"hidden_seed": seed, "hidden_family": families[seed % len(families)],
               "shipped": shown, "variant": had}  # fmt: skip
    if had == [run["hidden_seed"], run["hidden_family"]]:
        raise InvalidArgument("grade-not-hidden", found=wish.variant)
    return run | {
        "version": __version__, "sandbox": not no_walls, "no_sandbox_because": no_walls,
        "limits": asdict(wish.limits), "warm": wish.warm,
    }  # fmt: skip


def _companies(root: Path, run: dict[str, Any]) -> Companies:
    """Data of both companies; no sealed answers in them."""
    shipped = _made(*run["variant"]) if run.get("variant") else _standing(root / "data")
    return {SHIPPED: shipped, HIDDEN: _made(run["hidden_seed"], run["hidden_family"])}


def _made(seed: int, family: str) -> dict[str, bytes]:
    return dict(dataset(company_with_facts(seed, family)).data)


def _standing(data: Path) -> dict[str, bytes]:
    return {
        path.relative_to(data).as_posix(): path.read_bytes()
        for path in data.rglob("*")
        if path.is_file() and path.name != SEALED_FILE and not path.name.startswith((".", "my_"))
    }


def _mark(
    root: Path,
    out: Path,
    found: list[Submission],
    companies: Companies,
    run: dict[str, Any],
    no_walls: str,
) -> Report:
    cases: dict[str, Case] = {}
    known = {}
    key = read_key(root)
    work = out / _WORK_FOLDER
    try:
        for company, files in companies.items():
            folder = work / company
            for name, content in files.items():
                path = folder / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
            cases[company] = load_case(folder)
            # Why an answer is wrong is told of the shipped company alone.
            known[company] = known_answers(key, cases[company], mistakes=company == SHIPPED)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    marker = Marker(cases[SHIPPED], known)
    done = journal.entries(out)
    readings = read_review(out)
    results = [
        marker.result(done[each.name], readings.get(each.name, {}))
        for each in found
        if each.name in done
    ]
    texts = {
        name: {each.name: each.texts[name] for each in results if name in each.texts}
        for name, question in QUESTIONS.items()
        if question.kind == "text"
    }
    write_review(out, texts, readings)
    write_reports(root, out, results, run)
    counts: dict[str, int] = {}
    for result in results:
        counts[result.status] = counts.get(result.status, 0) + 1
    read = [(each, name, reading) for each in results for name, reading in each.readings.items()]
    return Report(
        counts,
        no_walls,
        any(result.pending for result in results),
        tuple(f"{each.name}: “{reading.entered}”" for each, _, reading in read if reading.unclear),
        tuple(
            each.name
            for each, name, reading in read
            if reading.entered and not reading.is_of(each.texts.get(name, ""))
        ),
    )
