"""Closing a batch: mark every submission that was run, write every report.

The key is read here alone, and only after every run has ended.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from casekit.company import Case, load_case
from casekit.grading import journal
from casekit.grading.execution.jobs import HIDDEN, SHIPPED, Companies
from casekit.grading.execution.workers import Crew
from casekit.grading.files import write_files
from casekit.grading.intake.submissions import Submission
from casekit.grading.marks.books import marks_before
from casekit.grading.marks.lateness import LatePenalty, days_late
from casekit.grading.marks.marking import Marker, SubmissionResult, not_final, packs_in_doubt
from casekit.grading.marks.moodle import team_numbers, worksheet_days
from casekit.grading.marks.reports import Tables, write_reports
from casekit.grading.marks.review import Review, assign, reading_id, told_by_id
from casekit.grading.marks.review_file import REVIEW, is_shown, read_rows, write_review
from casekit.grading.marks.settling import settle
from casekit.grading.marks.unasked import checked_names
from casekit.grading.options import GradeReport, Told
from casekit.language import text
from casekit.questions import QUESTIONS
from casekit.questions.key import Known, known_answers, read_key

__all__ = ["WORK_FOLDER", "close_batch"]

#: Folder inside a batch's that is gone when it ends.
WORK_FOLDER = ".work"


def close_batch(
    root: Path,
    out: Path,
    found: Sequence[Submission],
    companies: Companies,
    run: Mapping[str, Any],
    tables: Tables,
    crew: Crew,
    question: str = "",
) -> GradeReport:
    """Mark every submission of the journal and write all reports.

    Parameters
    ----------
    root
        The kit's top folder, with the key.
    out
        Folder of the batch.
    found
        Its submissions.
    companies
        Data of the companies.
    run
        Content of `run.json`.
    tables
        Exported tables to fill in.
    crew
        Worker processes; no run is left in them.
    question
        The one question whose marks are worked out anew; all if empty.
    """
    done = journal.entries(out)
    # Whose it is follows from the files as they lie there now, whatever the journal says.
    there = [{**done[each.name], **each.about()} for each in found if each.name in done]
    markers = _markers(root, out / WORK_FOLDER, companies, run, there, crew)
    written = {entry["submission"]: _of(markers, entry).texts(entry) for entry in there}
    texts = {
        name: {who: mine[name] for who, mine in written.items() if name in mine}
        for name, asked in QUESTIONS.items()
        if asked.read_by_person
    }
    review = assign(read_rows(out), list(written), texts)
    penalty = LatePenalty.parse(run["late_penalty"])
    told = [*review.told, *_changed(review, texts, run["blind"])]
    if is_shown(out):
        told.append(("grade-review-shown", {"file": str(out / REVIEW)}))
    days = _days(there, tables)
    results, anew = [], 0
    # Company by company: what its model takes long for is kept for a few companies only.
    for entry in sorted(there, key=lambda each: str(each.get("company", ""))):
        name = entry["submission"]
        result = _of(markers, entry).result(entry, review.texts.get(name, {}))
        before = marks_before(out, name) if question else {}
        results.append(settle(result, review, penalty, days[name], question, before))
        anew += bool(before) and before.get(question) != results[-1].marks.get(question)
    place = {entry["submission"]: at for at, entry in enumerate(there)}
    results.sort(key=lambda each: place[each.name])
    lost = [each for each in results if each.status != "graded" and each.name in review.overrides]
    told += [("review-not-graded", {"who": each.name}) for each in lost]
    if run["blind"]:
        told = told_by_id(told, list(written))
    if question:
        facts = {"question": question, "changed": str(anew), "of": str(len(results))}
        told.append(("grade-question-anew", facts))
    said = [text(key, **facts) for key, facts in told]
    told += write_reports(root, out, results, run, tables, said)
    # Last: a program that shows the workbook and keeps it from being written stops nothing else.
    late = days if penalty.percent or any(days.values()) else None
    write_review(out, texts, review, late, run["blind"])
    told += [*not_final(results), *packs_in_doubt(results, run)]
    return _report(results, run["no_sandbox_because"], told)


def _markers(
    root: Path,
    work: Path,
    companies: Companies,
    run: Mapping[str, Any],
    entries: Sequence[journal.Entry],
    crew: Crew,
) -> dict[str, Marker]:
    """A marker for each company that somebody's marks are about; at least one."""
    own = [name for name in companies if name != HIDDEN]
    wanted = {entry.get("company", SHIPPED) for entry in entries if entry["status"] == "graded"}
    own = [name for name in own if name in wanted] or own[:1]
    names = checked_names(root)
    numbers: dict[str, int | None] = {
        each["digest"]: int(each["variant"]) for each in run.get("companies", ())
    }
    numbers[SHIPPED] = run["variant"][0] if run.get("variant") else None
    folders = {name: work / name for name in (*own, HIDDEN)}
    for name, folder in folders.items():
        write_files(companies[name], folder)
    cases = {name: load_case(folder) for name, folder in folders.items()}
    known = _known(root, folders, cases, crew)
    return {
        name: Marker(
            cases[name], {SHIPPED: known[name], HIDDEN: known[HIDDEN]}, names, numbers[name]
        )
        for name in own
    }


def _known(
    root: Path, folders: Mapping[str, Path], cases: Mapping[str, Case], crew: Crew
) -> dict[str, Known]:
    """What the key says of each company; known mistakes are named on participants' own only."""
    # Of two companies answers are there sooner than new processes would be.
    alone = crew.count < 2 or (len(cases) == 2 and not crew.at_hand)
    # This process takes part, so that no other is begun for what one can do.
    sent = [] if alone else list(cases)[1:]
    told = {
        name: crew.pool(len(sent)).submit(_known_of, root, folders[name], name != HIDDEN)
        for name in sent
    }
    key = read_key(root)
    here = {
        name: known_answers(key, case, mistakes=name != HIDDEN)
        for name, case in cases.items()
        if name not in told
    }
    return here | {name: each.result() for name, each in told.items()}


def _known_of(root: Path, folder: Path, mistakes: bool) -> Known:
    return known_answers(read_key(root), load_case(folder), mistakes=mistakes)


def _of(markers: Mapping[str, Marker], entry: journal.Entry) -> Marker:
    """The marker of an entry; of what was not graded any says the same."""
    return markers.get(entry.get("company", SHIPPED)) or next(iter(markers.values()))


def _days(entries: Sequence[journal.Entry], tables: Tables) -> dict[str, float]:
    """Days late by submission, as far as names of files and an exported worksheet say."""
    told = worksheet_days(tables.worksheet) if tables.worksheet else {}
    named = {(entry["who"], entry["system_id"]) for entry in entries}
    members: dict[tuple[str, str], list[str]] = {}
    for number, key in (team_numbers(tables.worksheet, named) if tables.worksheet else {}).items():
        members.setdefault(key, []).append(number)
    found = {}
    for entry in entries:
        numbers = [str(entry.get("system_id", "")), *(str(m[1]) for m in entry.get("members", ()))]
        numbers = members.get((entry["who"], entry["system_id"]), numbers)
        exact = [told[number] for number in numbers if number in told]
        found[entry["submission"]] = max(exact, default=days_late(entry))
    return found


def _changed(review: Review, texts: Mapping[str, Mapping[str, str]], blind: bool) -> list[Told]:
    """Whose text is no longer the one that was read."""
    names = [
        reading_id(name) if blind else name
        for name, about in review.texts.items()
        for question, entry in about.items()
        if entry.entered and question in texts and not entry.is_of(texts[question].get(name, ""))
    ]
    return [("grade-texts-changed", {"listed": ", ".join(dict.fromkeys(names))})] if names else []


def _report(results: list[SubmissionResult], unsandboxed: str, told: list[Told]) -> GradeReport:
    counts: dict[str, int] = {}
    for result in results:
        counts[result.status] = counts.get(result.status, 0) + 1
    return GradeReport(counts, unsandboxed, any(each.pending for each in results), tuple(told))
