"""A class from download to loaded grades: does everybody get their own mark and page, in each way?

    python benchmarks/classroom.py [--people 30] [--jobs 2] [--keep FOLDER]

Makes a class as Moodle exports it (one by one on a Russian site, teams on a German one) and as
Canvas does: names in three scripts, several attempts, late ones, files beside the work, own tables
and modules, a whole kit with untouched twins, a damaged archive, a typed text, somebody who handed
in nothing. Grades it by the commands of the guide, reads one letter in `review.xlsx`, grades again,
and loads what comes out by the rules of each importer (`learning_systems.py`). Prints a table, then
every difference; exit code 1 if there is one.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from learning_systems import (
    SITES,
    Person,
    canvas_comments,
    canvas_download,
    canvas_gradebook,
    canvas_grades,
    moodle_download,
    moodle_feedback,
    moodle_grades,
    moodle_worksheet,
    zipped,
)
from openpyxl import load_workbook

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from fresh import untouched  # noqa: E402

from casekit.company import load_case  # noqa: E402
from casekit.questions import QUESTIONS  # noqa: E402
from casekit.questions.answers_file import ANSWERS_FILE, answer_line  # noqa: E402
from casekit.questions.checking import ANSWER_TYPE  # noqa: E402

NAMES = (
    ("Anna", "Karenina"), ("Константин", "Лёвин"), ("अनीता", "शर्मा"), ("Conor", "O'Brien"),
    ("Анна-Мария", "Йод"), ("विक्रम", "सेठी"), ("Žofie", "Ångström"), ("Кити", "Щербацкая"),
    ("प्रिया", "नायर"), ("Jean-Luc", "van der Berg"), ("Степан", "Облонский"), ("José", "Müller_2"),
)  # fmt: skip
#: What each of a class does; later ones do the ordinary again.
KINDS = ("attempts", "letter", "late", "damaged", "nothing", "extra", "team", "team", "twins",
         "letter", "typed", "plain", "team", "team")  # fmt: skip
AGAIN = ("plain", "late", "attempts", "extra", "twins")
#: What the grader must say of each kind, where the kind is somebody's.
TOLD = {"attempts": {"attempts", "copies"}, "twins": {"untouched"}, "extra": {"passed"}}
START, LETTER, QUESTION = "00_start_here", "04_when_the_money_comes", "lag.letter"
LATE_SHARE, LEVEL = 0.1, 2


@dataclass(frozen=True)
class Member:
    """Somebody of the class, and what must come of it.

    Parameters
    ----------
    person
        As the learning system has them.
    kind
        One of `KINDS`.
    points
        Earned when everything was read; None for who gets no mark.
    """

    person: Person
    kind: str
    points: float | None


@dataclass(frozen=True)
class Course:
    """A class in one learning system."""

    name: str
    file: str
    members: Sequence[Member]
    download: bytes
    table: bytes
    options: Sequence[str]
    books: tuple[str, str]
    grades: Callable[[bytes], dict[int, float]]
    pages: Callable[[bytes], dict[int, str]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=30)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--keep", default="", help="an empty folder in which everything stays")
    wish = parser.parse_args()
    print(f"{'':<16}{'people':>7}{'loaded':>7}{'pages':>7}{'late':>6}{'aside':>6}{'seconds':>9}")
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        for course in courses(wish.people):
            place = Path(wish.keep or folder) / course.name
            place.mkdir(parents=True)
            wrong += [f"{course.name}: {line}" for line in graded(course, place, wish.jobs)]
    print("\n".join(wrong))
    print(f"{len(wrong)} differences")
    sys.exit(1 if wrong else 0)


# The class


def members(count: int) -> list[Member]:
    """The class: everybody answers other cards, so that no two marks are exchanged unseen."""
    kinds = [KINDS[at] if at < len(KINDS) else AGAIN[at % len(AGAIN)] for at in range(count)]
    found: list[Member] = []
    for at, kind in enumerate(kinds):
        first, last = NAMES[at % len(NAMES)]
        if at >= len(NAMES):
            last += " " + "ABCDEFGHIJ"[at // len(NAMES)]
        person = Person(4700 + 7 * at, first, last)
        if kind == "team":
            # A team's number may be a participant's of the same course.
            place = sum(each.kind == "team" for each in found)
            team = f"Team {place // 2 + 1}"
            person = replace(person, team=team, team_number=4700 + 7 * (place // 2))
            if place % 2:
                found.append(replace(found[-1], person=replace(
                    person, attempts=found[-1].person.attempts)))  # fmt: skip
                continue
        found.append(_worked(person, kind, at, ("en", "ru")[at % 2]))
    return found


def _worked(person: Person, kind: str, at: int, lang: str) -> Member:
    """What a person hands in, and what it earns."""
    who = person.team or person.name
    cards = list(stated())[: at % len(stated()) + 1]
    book = {f"{START}.ipynb": notebook(START, lang), ANSWERS_FILE: answers(cards, at)}
    points = sum(QUESTIONS[name].points for name in [*cards, "start.competitors"])
    attempts: list[Mapping[str, bytes]] = []
    beside: dict[str, bytes] = {}
    if kind == "attempts":
        first = {**book, ANSWERS_FILE: answers(cards[:-1], at)}
        attempts.append({f"{who}.zip": _packed(who, first)})
    elif kind == "letter":
        book[f"{LETTER}.ipynb"] = notebook(LETTER, lang)
        points += QUESTIONS["deals.recurring_share"].points + QUESTIONS[QUESTION].points * LEVEL / 3
    elif kind == "extra":
        book[f"{START}.ipynb"] = notebook(START, lang, own=True)
        book |= {"helpers.py": b"def same(value):\n    return value\n", "own/extra.csv": b"a\n1\n"}
        beside = {"report.pdf": b"%PDF-1.4", "table.xlsx": b"PK\3\4", "chart.png": b"\x89PNG"}
    elif kind == "twins":
        other = "ru" if lang == "en" else "en"
        book = {f"notebooks/{lang}/{name}": content for name, content in book.items()}
        book[f"notebooks/{other}/{START}.ipynb"] = untouched(START, other).encode()
    sent = {f"{who}.zip": _packed(who, book), **beside}
    if kind == "damaged":
        sent = {name: content[: len(content) // 2] for name, content in sent.items()}
    late = kind == "late"
    typed = "I handed in by mail." if kind == "typed" else ""
    attempts += [sent] if kind not in ("nothing", "typed") else []
    mark = None if kind in ("damaged", "nothing", "typed") else float(points)
    person = replace(person, attempts=tuple(attempts), late=late, typed=typed)
    return Member(person, kind, mark and mark * (1 - LATE_SHARE * late))


def _packed(who: str, files: Mapping[str, bytes]) -> bytes:
    """An archive as `hand_in` makes it."""
    return zipped({f"{who}/{name}": content for name, content in files.items()})


@cache
def stated() -> dict[str, Any]:
    """Right answers of cards, as the solved notebooks keep them; plans and texts are left out."""
    found = {}
    for path in sorted((ROOT / "solutions" / "en").glob("0*.ipynb")):
        for cell in json.loads(path.read_text("utf-8"))["cells"]:
            for output in cell.get("outputs", ()):
                kept = output.get("data", {}).get(ANSWER_TYPE, {})
                asked = QUESTIONS.get(kept.get("question", ""))
                if asked and asked.points and asked.basis == "stated" and not asked.id.startswith(
                    ("plan.", "decision.")
                ) and asked.kind in ("choice", "several", "order", "grid"):  # fmt: skip
                    found[asked.id] = kept["answer"]
    return found


def answers(names: Sequence[str], person: int) -> bytes:
    """A file of answers on the company that everybody has."""
    company = load_case(ROOT / "data").digest
    lines = []
    for place, name in enumerate(names):
        line = answer_line(name, stated()[name], company)
        lines.append({**line, "at": f"2026-03-02T{person % 24:02}:{place:02}:00+00:00"})
    return "".join(json.dumps(line) + "\n" for line in lines).encode()


@cache
def notebook(name: str, lang: str, own: bool = False) -> bytes:
    """A solved notebook with cards that were answered by hand; of 04 the letter alone."""
    book = json.loads((ROOT / "solutions" / lang / f"{name}.ipynb").read_text("utf-8"))
    kept = []
    for cell in book["cells"]:
        source = "".join(cell["source"])
        if cell["cell_type"] != "code" or (name == LETTER and not re.search(
            r"data = None|import casekit|recurring_share|lag\.letter", source
        )):  # fmt: skip
            continue
        if name == START:
            source = re.sub(r'(ck\.ask\("start\.\w+"), [^)]*\)', r"\1)", source)
        if own and "competitors_clients = " in source:
            source = "import helpers\nimport pandas as pd\n\n" + source.replace(
                "competitors_clients)", "helpers.same(competitors_clients) * len(pd.read_csv("
                '"own/extra.csv")))')  # fmt: skip
        kept.append({**cell, "source": source, "outputs": []})
    return json.dumps({**book, "cells": kept}).encode()


# The courses


def courses(count: int) -> Iterator[Course]:
    """The class in each system; Moodle has teams in an assignment of their own."""
    whole = members(count)
    for name, file, site, teams in (
        ("moodle", "SALES101-Разбор случая-12345.zip", "ru", False),
        ("moodle teams", "SALES101-The case-12346.zip", "de", True),
    ):
        some = [each for each in whole if bool(each.person.team) == teams]
        people, words = [each.person for each in some], SITES[site]
        if some:
            # A site from before 4.1 ends its folders with an underscore.
            yield Course(
                name, file, some, moodle_download(people, "" if teams else "_"),
                moodle_worksheet(people, words, teams), ("--worksheet", "Grades.csv"),
                ("moodle.csv", "moodle_feedback.zip"),
                lambda table, people=people, words=words: moodle_grades(table, people, words),
                lambda pages, people=people: moodle_feedback(pages, people),
            )  # fmt: skip
    people = [each.person for each in whole]
    yield Course(
        "canvas", "submissions.zip", whole, canvas_download(people), canvas_gradebook(people),
        ("--gradebook", "Grades.csv", "--assignment", "The case"),
        ("canvas.csv", "canvas_feedback.zip"),
        lambda table: canvas_grades(table, people), lambda pages: canvas_comments(pages, people),
    )  # fmt: skip


def graded(course: Course, place: Path, jobs: int) -> Iterator[str]:
    """Grade a course as the guide says, print its line, and tell every difference."""
    (place / course.file).write_bytes(course.download)
    (place / "Grades.csv").write_bytes(course.table)
    out = place / "marks"
    words = ["grade", course.file, "--out", "marks", "--jobs", str(jobs), "--late-penalty",
             f"{100 * LATE_SHARE:g}", "--hidden-variant", "17", *course.options]  # fmt: skip
    command = [sys.executable, "-m", "casekit", *words]
    started = time.perf_counter()
    for turn in ("first", "second"):
        done = subprocess.run(command, cwd=place, capture_output=True, text=True, encoding="utf-8")
        if done.returncode:
            yield f"{turn} run: exit code {done.returncode}: {done.stderr[-500:]}"
            return
        if turn == "first":
            read = _read_one_letter(out)
    seconds = time.perf_counter() - started
    entries = [json.loads(line) for line in (out / "journal.jsonl").read_text("utf-8").splitlines()]
    try:
        loaded = course.grades((out / course.books[0]).read_bytes())
    except ValueError as error:
        yield f"not loaded: {error}"
        return
    pages = course.pages((out / course.books[1]).read_bytes())
    expected = _expected(course, read)
    late = sum(bool(each.person.late) for each in course.members if each.points is not None)
    aside = sum(bool(_keys(entry) & set.union(*TOLD.values())) for entry in entries)
    print(f"{course.name:<16}{len(course.members):>7}{len(loaded):>7}{len(pages):>7}{late:>6}"
          f"{aside:>6}{seconds:>9.1f}", flush=True)  # fmt: skip
    yield from _differences(course, expected, loaded, pages)
    yield from _lost(course, out, entries)


def _read_one_letter(out: Path) -> str:
    """Enter a level for the first letter, as a reader does; whose it is."""
    book = load_workbook(out / "review.xlsx")
    sheet = book.worksheets[0]
    for row in sheet.iter_rows(min_row=2):
        if row[2].value == QUESTION:
            row[4].value = LEVEL
            book.save(out / "review.xlsx")
            return str(row[1].value)
    return ""


def _expected(course: Course, read: str) -> dict[int, float]:
    """Marks that must be loaded: all but those whose letter waits for a reader."""
    return {
        each.person.number: each.points
        for each in course.members
        if each.points is not None and (each.kind != "letter" or f"_{each.person.number}" in read)
    }


def _differences(
    course: Course, expected: Mapping[int, float], loaded: Mapping[int, float],
    pages: Mapping[int, str],
) -> Iterator[str]:  # fmt: skip
    for each in course.members:
        number, mark = each.person.number, expected.get(each.person.number)
        got = loaded.get(number)
        who = f"{each.person.name} ({each.kind})"
        if (mark is None) != (got is None) or (mark is not None and abs(mark - got) > 0.006):
            yield f"{who}: {got} loaded, not {mark}"
        page = pages.get(number, "")
        told = re.search(r"<strong>\D*([\d.,]*\d)", page)
        shown = float(told[1].replace(",", ".")) if told else None
        if (mark is None) != (shown is None) or (mark is not None and abs(mark - shown) > 0.051):
            yield f"{who}: a page of {shown} points, not {mark}"
    strangers = set(loaded) - {each.person.number for each in course.members}
    if strangers:
        yield f"marks of nobody: {strangers}"


def _lost(course: Course, out: Path, entries: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Who handed in and stands in no row of the gradebook, or of whom not all is told."""
    table = (out / "gradebook.csv").read_text("utf-8-sig")
    rows = {row["submission"]: row for row in csv.DictReader(table.splitlines())}
    sent = {
        each.person.team or each.person.number: each
        for each in course.members
        if each.person.attempts or each.person.typed
    }
    if len(rows) != len(sent):
        yield f"{len(rows)} submissions, not {len(sent)}: {', '.join(rows)}"
    by_name = {entry["submission"]: entry for entry in entries}
    for each in sent.values():
        numbers = (each.person.number, each.person.team_number)
        mine = [name for name in rows if name.endswith(tuple(f"_{number}" for number in numbers))]
        if not mine:
            yield f"{each.person.name} ({each.kind}): no row in the gradebook"
            continue
        status = "graded" if each.points is not None else "unreadable"
        if status not in {rows[name]["status"] for name in mine}:
            yield f"{each.person.name} ({each.kind}): not {status}"
        if each.kind in TOLD and not any(_keys(by_name[n]) & TOLD[each.kind] for n in mine):
            yield f"{each.person.name} ({each.kind}): nothing told of {TOLD[each.kind]}"


def _keys(entry: Mapping[str, Any]) -> set[str]:
    return {note["key"] for note in [*entry.get("notes", ()), *entry.get("sent", ())]}


if __name__ == "__main__":
    main()
