"""What goes back to Moodle: the grading worksheet, and feedback files in a zip.

Formats as Moodle's own importers read them: `mod/assign/feedback/offline/importgradeslib.php` for
the worksheet, `mod/assign/feedback/file/importziplib.php` for feedback.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from casekit.errors import InvalidArgument
from casekit.grading.files import as_csv, as_zip, folder_name
from casekit.grading.marks.exported import Exported, Person, bare_letters, not_found, people
from casekit.grading.marks.marking import SubmissionResult
from casekit.grading.marks.review import number_of
from casekit.grading.options import Told
from casekit.language import LANGUAGES, text

__all__ = [
    "feedback_zip",
    "fill_worksheet",
    "grade_columns",
    "moodle_csv",
    "team_numbers",
    "worksheet_days",
]

_IDENTIFIER = re.compile(r"\D*(\d+)")
#: A folder's name may hold neither its own separators nor those between name and number.
_NO_NAME = re.compile(r'[_/\\:*?"<>|\x00-\x1f]')


def moodle_csv(results: Iterable[SubmissionResult]) -> str:
    """A worksheet that Moodle loads as it stands, on sites in English and in Russian.

    The importer looks for three columns by their headings in the reader's language and takes no
    notice of others; so every column stands there in each language. The time of the last change
    is empty: a mark that somebody has entered in Moodle is then left alone, unless the box for it
    is ticked.
    """
    columns = ("identifier", "name", "grade", "most", "changed")
    rows = [[text(f"moodle-{column}", lang) for lang in LANGUAGES for column in columns]]
    for person in people(results):
        grade, most = f"{person.result.score:.2f}", f"{person.result.most:.2f}"
        row: list[str] = []
        for lang in LANGUAGES:
            # The importer cuts off the word's letters and reads the rest as a number, with or
            # without a space before it.
            number = person.system_id and f"{text('moodle-participant', lang)} {person.system_id}"
            row += [number, person.who, grade, most, ""]
        rows.append(row)
    return as_csv(rows)


def grade_columns(sheet: Exported) -> tuple[int, int]:
    """Places of the grades and of the highest possible grade in an exported worksheet.

    By their headings where these are known; else the grade stands, in every language, before a
    column that holds one number throughout.

    Raises
    ------
    InvalidArgument
        If it is no such worksheet.
    """
    heads = [head.strip().casefold() for head in sheet.heads]
    if all(_IDENTIFIER.fullmatch(row[0].strip()) for row in sheet.rows):
        for lang in LANGUAGES:
            names = [text(f"moodle-{name}", lang).casefold() for name in ("grade", "most")]
            if all(name in heads for name in names):
                grade, most = (heads.index(name) for name in names)
                if all(number_of(row[most]) for row in sheet.rows):
                    return grade, most
        for most in range(len(heads) - 1, 1, -1):
            found = {number_of(row[most]) for row in sheet.rows}
            if len(found) == 1 and found.pop():
                return most - 1, most
    raise InvalidArgument(
        "grade-no-worksheet", file=str(sheet.path), found=", ".join(sheet.heads)[:300]
    )


def team_numbers(sheet: Exported, named: Iterable[tuple[str, str]]) -> dict[str, tuple[str, str]]:
    """Whose mark each member of a team gets, by the member's number.

    Since Moodle 4.1 a team is downloaded once, under the number of its group, which may be that of
    a participant as well; its members are the rows with its name in the column of groups.

    Parameters
    ----------
    sheet
        As Moodle exported it.
    named
        Name and number of everybody whose work was found.
    """
    grade, _ = grade_columns(sheet)
    teams: dict[str, list[str]] = {}
    people_there = set()
    for row in sheet.rows:
        if number := _IDENTIFIER.fullmatch(row[0].strip()):
            people_there.add((bare_letters(row[1]), number[1]))
            for name in {bare_letters(cell) for cell in row[2:grade]} - {""}:
                teams.setdefault(name, []).append(number[1])
    return {
        number: (who, system_id)
        for who, system_id in named
        if (bare_letters(who), system_id) not in people_there
        for number in teams.get(bare_letters(who), ())
    }


def fill_worksheet(sheet: Exported, results: Sequence[SubmissionResult]) -> tuple[str, list[Told]]:
    """A worksheet of the site with the grades filled in, and what to tell about it.

    Parameters
    ----------
    sheet
        As Moodle exported it; all but the grades stays, in the site's language.
    results
        Submissions whose score is final.
    """
    grade, most = grade_columns(sheet)
    found = people(results)
    by_key = {(person.who, person.system_id): person for person in found}
    teams = {number: by_key[key] for number, key in team_numbers(sheet, by_key).items()}
    in_teams = {person.key for person in teams.values()}
    alone = [person for person in found if person.key not in in_teams]
    by_id = {person.system_id: person for person in alone if person.system_id}
    by_name = _by_name(alone)
    rows, filled, scaled = [], set(), False
    same, other, written_in = 0, [], 0
    for row in sheet.rows:
        number = _IDENTIFIER.fullmatch(row[0].strip())
        person = (teams.get(number[1]) or by_id.get(number[1])) if number else None
        if person and person.key not in in_teams:
            named = bare_letters(person.who) in map(bare_letters, row[1:grade])
            same += named
            other += [] if named else [f"{person.who} → {row[1]}"]
        # Who has no number in the name of a file is found by a cell with the whole name or address.
        person = person or next(
            (by_name[key] for cell in row[1:grade] if (key := bare_letters(cell)) in by_name), None
        )
        if person:
            highest = number_of(row[most]) or person.result.most
            points = person.result.score * highest / person.result.most
            scaled = scaled or highest != person.result.most
            written = f"{points:.2f}"
            row = [*row]
            row[grade] = written.replace(".", ",") if "," in row[most] else written
            filled.add(person.key)
            written_in += 1
        rows.append(row)
    told: list[Told] = [("table-filled", _facts(sheet, written_in))]
    if scaled:
        told.append(("table-scaled", {"file": sheet.path.name}))
    # Of anonymous marking no name stands there.
    if same and other:
        told.append(("table-other-names", {"file": sheet.path.name, "listed": ", ".join(other)}))
    told += not_found(sheet, found, filled)
    return sheet.written([sheet.heads, *rows]), told


def worksheet_days(sheet: Exported) -> dict[str, float]:
    """Days late by number, as the status in an exported worksheet says: *2 days 3 hours late*.

    Read in the languages of the kit; in others nobody is late.
    """
    found = {}
    grade, _ = grade_columns(sheet)
    for row in sheet.rows:
        number = _IDENTIFIER.fullmatch(row[0].strip())
        for cell in row[2:grade] if number else ():
            for lang in LANGUAGES:
                late, day, hour = (text(f"moodle-{word}", lang) for word in ("late", "day", "hour"))
                if number and re.search(rf"\b{late}", cell) and re.search(r"\d", cell):
                    days, hours = (_count(cell, unit) for unit in (day, hour))
                    found[number[1]] = max(0.01, round(days + hours / 24, 2))
    return found


def _count(cell: str, unit: str) -> int:
    match = re.search(rf"(\d{{1,5}})\s+{unit}", cell)
    return int(match[1]) if match else 0


def feedback_zip(out: Path, results: Iterable[SubmissionResult]) -> bytes:
    """Feedback pages as Moodle takes them back for many at once.

    A folder each, named as in Moodle's own download: name, number, then the plugin. The name may
    have no underscore, because the importer counts the parts.

    Parameters
    ----------
    out
        Folder of the batch, with the pages.
    results
        Submissions whose score is final; those without a number in Moodle are left out.
    """
    pages = {}
    for person in people(results):
        if person.system_id:
            who = _NO_NAME.sub(" ", person.who).strip() or "-"
            place = f"{who}_{person.system_id}_assignsubmission_file_/feedback.html"
            page = out / folder_name(person.result.name) / "feedback.html"
            pages[place] = page.read_bytes()
    return as_zip(pages)


def _by_name(found: Iterable[Person]) -> dict[str, Person]:
    """People without a number by their names; two of one name are nobody's guess."""
    named: dict[str, list[Person]] = {}
    for person in found:
        if not person.system_id and bare_letters(person.who):
            named.setdefault(bare_letters(person.who), []).append(person)
    return {name: same[0] for name, same in named.items() if len(same) == 1}


def _facts(sheet: Exported, filled: int) -> dict[str, str]:
    return {"file": sheet.path.name, "filled": str(filled), "rows": str(len(sheet.rows))}
