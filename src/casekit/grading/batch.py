"""A batch: find the submissions, run those not run yet, then close it."""

from __future__ import annotations

import contextlib
import json
import secrets
import shutil
from collections.abc import Mapping
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path
from typing import Any

from casekit import __version__, language
from casekit.errors import GradingError, InvalidArgument, QuestionError
from casekit.grading import journal
from casekit.grading.assigning import UNASSIGNED, Assigner
from casekit.grading.closing import WORK_FOLDER, close_batch
from casekit.grading.companies import draw_listed, hidden_company, own_companies, told_in_run
from casekit.grading.execution.jobs import (
    HIDDEN,
    SHIPPED,
    Companies,
    CompanyFiles,
    Job,
    JobFailure,
    NotebookResult,
)
from casekit.grading.execution.workers import Crew, run_all
from casekit.grading.files import folder_name, write_atomically, write_files
from casekit.grading.intake.choosing import HandedOut
from casekit.grading.intake.notebooks import prepare
from casekit.grading.intake.people import find_submissions, named_submission, refuse_nested
from casekit.grading.intake.submissions import Submission, SubmissionContent, read_submission
from casekit.grading.marks.lateness import LatePenalty
from casekit.grading.marks.reports import read_tables
from casekit.grading.marks.review_file import read_rows
from casekit.grading.notes import plain
from casekit.grading.options import GradeOptions, GradeReport, OnProgress
from casekit.grading.sandbox.lockdown import why_unsandboxed
from casekit.questions.bank import find
from casekit.questions.records import RECORDS
from casekit.world import FAMILIES

_SEED_BITS = 64
#: Most code cells, and characters of a cell, that are kept of a submission.
_MOST_CELLS, _LONGEST_CELL = 500, 4000
#: Most submissions that a message names.
_MOST_NAMED = 20


def grade(
    root: Path,
    folder: Path,
    out: Path,
    options: GradeOptions,
    on_progress: OnProgress = lambda done, total, name: None,
) -> GradeReport:
    """Grade a folder of submissions.

    Parameters
    ----------
    root
        The kit's top folder, with the key.
    folder
        With a folder, an archive or a notebook for each participant or team, or a download of
        several; or such a download itself.
    out
        Where everything is written, outside of `folder`; a batch that was stopped resumes from
        here.
    options
        How.
    on_progress
        Takes how many are done, of how many, and the name of the last.

    Raises
    ------
    InvalidArgument
        If there is nothing to grade, `out` belongs to another batch, or a sandbox is required and
        cannot be had.
    """
    refuse_nested(folder, out)
    found = find_submissions(folder)
    options = replace(
        options, only=_whole_name(found, options.only), accept=_whole_name(found, options.accept)
    )
    _check_question(options.question)
    if options.question and not journal.entries(out):
        raise InvalidArgument("grade-question-none", folder=str(out))
    if not (root / RECORDS).is_dir():
        raise InvalidArgument("grade-no-key", folder=str(root))
    unsandboxed = why_unsandboxed()
    if unsandboxed and options.require_sandbox:
        raise InvalidArgument("grade-no-walls", found=unsandboxed)
    if out.exists() and not out.is_dir():
        raise InvalidArgument("grade-out-file", out=str(out))
    # What cannot be read or filled in is reported before hours of work, not after.
    read_rows(out)
    tables = read_tables(options.worksheet, options.gradebook, options.assignment)
    out.mkdir(parents=True, exist_ok=True)
    run = _settings(root, out, options, unsandboxed)
    work = out / WORK_FOLDER
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir()
    scratch = "" if options.cluster else str(work.resolve())
    try:
        with Crew(options.jobs) as crew:
            if scratch and options.warm and not options.question:
                crew.begin(scratch, _news(out, found))
            own = draw_listed(options.companies, options.jobs) if options.companies else []
            run["companies"] = told_in_run(own)
            companies = Companies(own_companies(root, run, own), partial(_hidden, out, run))
            if not options.question:
                lies_in = folder if folder.is_dir() else folder.resolve().parent
                listed_in = [options.list_file.resolve().parent] if options.list_file else []
                covered = (root / "solutions", root / "data", lies_in, out, *listed_in)
                masked = tuple(str(place.resolve()) for place in covered)
                given = HandedOut.of(root / "notebooks")
                _run_submissions(
                    found, given, companies, out, options, masked, scratch, not unsandboxed,
                    on_progress, crew, Assigner(own) if own else None,
                )  # fmt: skip
            if options.accept:
                _accept(out, options.accept)
            return close_batch(root, out, found, companies, run, tables, crew, options.question)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _hidden(out: Path, run: Mapping[str, Any]) -> CompanyFiles:
    """The hidden company; its number is kept in the batch's folder."""
    files = hidden_company(run)
    # Only after it was made: a wrong number must not bind the folder to it.
    write_atomically(out / journal.RUN_FILE, json.dumps(run, indent=1, ensure_ascii=False))
    return files


def _news(out: Path, found: list[Submission]) -> int:
    """How many submissions no earlier run of the batch has met."""
    met = journal.entries(out)
    return sum(each.name not in met for each in found)


def _whole_name(found: list[Submission], asked: str) -> str:
    """Name of the submission that an option means; empty if it was left out."""
    if not asked:
        return ""
    meant = named_submission(found, asked)
    if meant is None:
        allowed = ", ".join(each.name for each in found[:_MOST_NAMED])
        raise InvalidArgument("grade-only", found=asked, allowed=allowed)
    return meant.name


def _check_question(asked: str) -> None:
    try:
        if asked:
            find(asked)
    except QuestionError as error:
        raise InvalidArgument(error.key, **error.facts) from None


def _run_submissions(
    found: list[Submission],
    given: HandedOut,
    companies: Companies,
    out: Path,
    options: GradeOptions,
    masked_folders: tuple[str, ...],
    scratch_folder: str,
    sandbox: bool,
    on_progress: OnProgress,
    crew: Crew,
    assigner: Assigner | None = None,
) -> None:
    """Run the submissions that need it, and write a line of the journal for each.

    Of several companies `assigner` tells each submission's; one that cannot be told is not run.
    """
    done = journal.entries(out)
    todo: dict[str, tuple[Job, Submission, SubmissionContent]] = {}
    total = len(found)
    for submission in found:
        try:
            content = read_submission(submission, given)
            if assigner:
                content.company, notes = assigner.company(submission, content)
                content.notes += notes
        except GradingError as error:
            _note_unreadable(out, submission, error, done)
            continue
        except Exception as error:
            # Any error of a submission must not stop the others.
            strange = GradingError("unreadable-file", found=type(error).__name__)
            _note_unreadable(out, submission, strange, done)
            continue
        before = done.get(submission.name)
        same = (
            before is not None
            and before.get("digest") == content.digest
            and before.get("company", SHIPPED) == content.company
        )
        final = before is not None and (before["status"] == "graded" or before.get("twice"))
        settled = same and final
        if options.only != submission.name and (options.only or settled):
            if settled and not options.only:
                _renew_notes(out, before, content)
            continue
        job = Job(
            submission.name,
            content.notebooks,
            content.files,
            options.limits,
            sandbox,
            options.warm,
            language.current(),
            scratch_folder,
            masked_folders,
            content.company,
        )
        todo[submission.name] = (job, submission, content)
    count = total - len(todo)
    on_progress(count, total, "")
    # Company by company: a worker begins a warm server for each that it meets.
    jobs = sorted((job for job, _, _ in todo.values()), key=lambda job: job.company)
    wanted = {job.company for job in jobs}
    own = {name: files for name, files in companies.items() if name in wanted}
    needed = Companies(own, lambda: companies[HIDDEN])
    for name, outcome, seconds in run_all(jobs, needed, crew, options.cluster):
        if isinstance(outcome, JobFailure):
            _note_failure(out, *todo[name][1:], outcome, done.get(name, {}))
        else:
            _keep(out, *todo[name][1:], outcome, seconds)
        count += 1
        on_progress(count, total, name)


def _note_unreadable(
    out: Path, submission: Submission, error: GradingError, done: dict[str, journal.Entry]
) -> None:
    facts = {key: str(value) for key, value in error.facts.items()}
    status = UNASSIGNED if error.key.startswith(UNASSIGNED) else "unreadable"
    entry = {**submission.about(), "status": status, "reason": error.key, "facts": facts,
             "notebooks": []}  # fmt: skip
    before = done.get(submission.name)
    if before is None or {key: before.get(key) for key in entry} != entry:
        journal.append(out, entry)


def _note_failure(
    out: Path,
    submission: Submission,
    content: SubmissionContent,
    failure: JobFailure,
    before: journal.Entry,
) -> None:
    """Write down that nothing is known, or that the same files failed in the same way again.

    A process that could not be started is the computer's failure, as often as it happens.
    """
    kind = failure.found.partition("(")[0]
    again = bool(
        failure.key != "infrastructure-start"
        and before.get("digest") == content.digest
        and before.get("kind") == kind
        and (before.get("reason") == failure.key or before.get("twice"))
    )
    journal.append(out, {
        **submission.about(),
        "status": "unreadable" if again else "infrastructure",
        "reason": "unreadable-twice" if again else failure.key,
        "facts": {"found": failure.found, "name": submission.name}, "kind": kind, "twice": again,
        "notebooks": [], "digest": content.digest, "company": content.company,
    })  # fmt: skip


def _renew_notes(out: Path, before: journal.Entry | None, content: SubmissionContent) -> None:
    """Write down what the list of companies says now of a work that need not run again."""
    notes = plain(content.notes)
    if before and before["status"] == "graded" and before.get("notes") != notes:
        journal.append(out, {**before, "notes": notes})


def _accept(out: Path, name: str) -> None:
    """Let a submission's marks count as they are; files that arrive later are marked anew."""
    entry = journal.entries(out).get(name)
    if entry is None:
        raise InvalidArgument("grade-accept", found=name)
    if not entry.get("accepted"):
        journal.append(out, {**entry, "accepted": True})


def _keep(
    out: Path,
    submission: Submission,
    content: SubmissionContent,
    outcome: list[NotebookResult],
    seconds: float,
) -> None:
    """Write a submission's notebooks, then its line: a line promises that they are there."""
    folder = out / folder_name(submission.name)
    partial = folder.with_name(f".{folder.name}.part")
    shutil.rmtree(partial, ignore_errors=True)
    files = {
        f"{place:02d}_{folder_name(Path(result.place).stem)[:60]}.ipynb": result.executed.encode(
            "utf-8", "replace"
        )
        for place, result in enumerate(outcome, 1)
        if result.executed
    }
    try:
        partial.mkdir(parents=True)
        write_files(files, partial)
        # A full disk leaves what was there before.
        shutil.rmtree(folder, ignore_errors=True)
        partial.rename(folder)
    except OSError:
        shutil.rmtree(partial, ignore_errors=True)
        raise
    readable = [result for result in outcome if not result.unreadable]
    journal.append(out, {
        **submission.about(),
        "status": "graded" if readable else "unreadable",
        "reason": "" if readable else outcome[0].unreadable,
        "facts": {} if readable else outcome[0].facts,
        "digest": content.digest,
        "company": content.company,
        "notes": plain(content.notes),
        "companies": content.companies,
        "entered": asdict(content.entered),
        "seconds": round(seconds, 2),
        "notebooks": [asdict(replace(result, executed="")) for result in outcome],
        "cells": _cells(content),
    })  # fmt: skip


def _cells(content: SubmissionContent) -> list[str]:
    """Code cells that were handed in, cut to a bound, for the search of copies."""
    found: list[str] = []
    for notebook in content.notebooks.values():
        with contextlib.suppress(GradingError):
            cells = prepare(notebook).notebook.cells
            found += [cell.source[:_LONGEST_CELL] for cell in cells if cell.cell_type == "code"]
    return found[:_MOST_CELLS]


def _settings(root: Path, out: Path, options: GradeOptions, unsandboxed: str) -> dict[str, Any]:
    """Settings of the batch: made, or read and checked against the options."""
    path = out / journal.RUN_FILE
    shipped = json.loads((root / "data" / "datapackage.json").read_text(encoding="utf-8"))
    shown = {resource["name"]: resource.get("hash") for resource in shipped["resources"]}
    had = None if options.variant is None else [options.variant, options.family]
    listed = [each.drawn for each in options.companies]
    if path.is_file():
        run: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        other = options.hidden_seed not in (None, run["hidden_seed"])
        told = run.get("companies", [])
        before = {(int(each["variant"]), each["family"]) for each in told}
        # A list may grow: packs that were made later change nothing for those before them.
        other = other or not before.issubset(listed) or bool(before) != bool(listed)
        if other or run["shipped"] != shown or run.get("variant") != had:
            raise InvalidArgument("grade-other-batch", folder=str(out))
    else:
        families = tuple(FAMILIES)
        seed = (
            options.hidden_seed if options.hidden_seed is not None else secrets.randbits(_SEED_BITS)
        )
        run = {"hidden_seed": seed, "hidden_family": families[seed % len(families)],
               "shipped": shown, "variant": had}  # fmt: skip
    seed, family = run["hidden_seed"], run["hidden_family"]
    if had == [seed, family] or (seed, family) in listed:
        raise InvalidArgument("grade-not-hidden", found=seed)
    penalty = run.get("late_penalty", "0") if options.late_penalty is None else options.late_penalty
    blind = run.get("blind", False) if options.blind is None else options.blind
    return run | {
        "late_penalty": str(LatePenalty.parse(penalty)), "blind": blind,
        "version": __version__, "sandbox": not unsandboxed, "no_sandbox_because": unsandboxed,
        "limits": asdict(options.limits), "warm": options.warm,
    }  # fmt: skip
