"""Moodle and Canvas as far as grading meets them: what they give out, and what they take back.

Written after their sources: Moodle's `mod/assign/classes/downloader.php`, `gradingtable.php`,
`feedback/offline/importgradeslib.php` and `feedback/file/importziplib.php`; Canvas'
`lib/content_zipper.rb`, `lib/gradebook_importer.rb` and `AbstractAssignment`. Used by
`classroom.py`.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

__all__ = ["SITES", "Person", "canvas_comments", "canvas_download", "canvas_gradebook",
           "canvas_grades", "moodle_download", "moodle_feedback", "moodle_grades",
           "moodle_worksheet", "zipped"]  # fmt: skip


@dataclass(frozen=True)
class Site:
    """Words of a Moodle site, and how it writes its worksheet."""

    heads: tuple[str, ...]
    participant: str
    late: str
    comma: str = ","
    point: str = "."


#: By language: identifier, name, address, status, team, grade, highest, changeable, dates, comment.
SITES = {
    "en": Site(
        ("Identifier", "Full name", "Email address", "Status", "Group", "Grade", "Maximum Grade",
         "Grade can be changed", "Last modified (submission)", "Last modified (grade)",
         "Feedback comments"),
        "Participant ", "1 day 2 hours late",
    ),
    "ru": Site(
        ("Идентификатор", "Полное имя", "Адрес электронной почты", "Состояние", "Группа", "Оценка",
         "Максимальная оценка", "Оценка может быть изменена", "Последнее изменение (ответ)",
         "Последнее изменение (оценка)", "Отзыв в виде комментария"),
        "Участник", "с опозданием на 1 дн. 2 ч.", ";", ",",
    ),
    "de": Site(
        ("ID", "Vollständiger Name", "E-Mail-Adresse", "Status", "Gruppe", "Bewertung",
         "Bestwertung", "Bewertung kann geändert werden", "Zuletzt geändert (Abgabe)",
         "Zuletzt geändert (Bewertung)", "Feedback als Kommentar"),
        "Teilnehmer/in", "", "\t", ",",
    ),
}  # fmt: skip
_TEAM, _GRADE, _CHANGED = 4, 5, 9


@dataclass(frozen=True)
class Person:
    """A participant of the course.

    Parameters
    ----------
    number
        In the learning system; in Moodle that of the assignment.
    first, last
        Names.
    attempts
        Files of each sending, the oldest first; empty for who handed in nothing.
    late
        Whether the last one came late.
    typed
        A text typed into the learning system.
    team, team_number
        Empty and 0 for who works alone.
    """

    number: int
    first: str
    last: str
    attempts: Sequence[Mapping[str, bytes]] = field(default=())
    late: bool = False
    typed: str = ""
    team: str = ""
    team_number: int = 0

    @property
    def name(self) -> str:
        """As the systems show it."""
        return f"{self.first} {self.last}"


def zipped(files: Mapping[str, bytes]) -> bytes:
    """An archive of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bundle:
        for place, content in files.items():
            bundle.writestr(place, content)
    return out.getvalue()


def _table(rows: Iterable[Sequence[str]], separator: str = ",") -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def _rows(table: bytes, separator: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(table.decode("utf-8-sig")), delimiter=separator))


# Moodle


def _clean(name: str) -> str:
    """`clean_filename`."""
    return re.sub(r"[\x00-\x1f&<>\"`|':\\/]", "", name)


def moodle_download(people: Sequence[Person], tail: str = "") -> bytes:
    """*Download all submissions*: of a team once, under the team's number.

    Of several sendings Moodle keeps the files that lie there: browsers name them `team (1).zip`.

    Parameters
    ----------
    people
        All of the course.
    tail
        `_` for a site older than 4.1.
    """
    files: dict[str, bytes] = {}
    for each in people:
        who, number = (each.team, each.team_number) if each.team else (each.name, each.number)
        prefix = _clean(f"{who.replace('_', ' ')}_{number}")
        for at, sent in enumerate(each.attempts):
            for name, content in sent.items():
                stem, dot, ending = name.rpartition(".")
                shown = f"{stem} ({at}){dot}{ending}" if at else name
                files[f"{prefix}_assignsubmission_file{tail}/{shown}"] = content
        if each.typed:
            place = f"{prefix}_assignsubmission_onlinetext{tail}/onlinetext.html"
            files[place] = f"<p>{each.typed}</p>".encode()
    return zipped(files)


def moodle_worksheet(people: Sequence[Person], site: Site, teams: bool = False) -> bytes:
    """*Download grading worksheet*; a column more where teams hand in."""
    rows: list[Sequence[str]] = [site.heads]
    for each in people:
        status = "Submitted" if each.attempts else "No submission"
        if each.late and site.late:
            status += f" - {site.late}"
        rows.append([
            f"{site.participant}{each.number}", each.name, f"p{each.number}@example.org", status,
            each.team or "Default group", "", f"100{site.point}00", "Yes", "-", "-",
            'a "word",\nand another' if each.number % 7 == 0 else "",
        ])  # fmt: skip
    if not teams:
        rows = [[*row[:_TEAM], *row[_TEAM + 1 :]] for row in rows]
    return _table(rows, site.comma)


def moodle_grades(table: bytes, people: Sequence[Person], site: Site) -> dict[int, float]:
    """Grades by participant as *Upload grading worksheet* takes them.

    Raises
    ------
    ValueError
        If Moodle refuses the file.
    """
    heads, *rows = _rows(table, site.comma)
    needed = [site.heads[0], site.heads[_GRADE], site.heads[_CHANGED]]
    if not set(needed) <= set(heads):
        raise ValueError(f"no column {set(needed) - set(heads)}")
    identifier, grade, changed = map(heads.index, needed)
    known = {each.number for each in people}
    found = {}
    for row in rows:
        # `substr` counts bytes.
        number = row[identifier].encode()[len(site.participant.encode()) :].decode().strip()
        mark = row[grade].replace(" ", "").replace(site.point, ".")
        if not number.isdigit() or int(number) not in known or not mark:
            continue
        # A grade given since the download is kept; nobody had one.
        if not 0 <= float(mark) <= 100 or row[changed] not in ("-", ""):
            raise ValueError(f"{row[identifier]}: {mark} is out of range")
        found[int(number)] = float(mark)
    return found


def moodle_feedback(archive: bytes, people: Sequence[Person]) -> dict[int, str]:
    """Pages by participant as *Upload multiple feedback files in a zip* takes them."""
    mapping: dict[int, list[int]] = {}
    for each in people:
        mapping.setdefault(each.team_number or each.number, []).append(each.number)
    found = {}
    with zipfile.ZipFile(io.BytesIO(archive)) as bundle:
        for place in bundle.namelist():
            _, number, kind, plugin, *_ = [*place.split("/")[0].split("_", 4), "", "", ""]
            if number.isdigit() and (kind, plugin) == ("assignsubmission", "file"):
                for person in mapping.get(int(number), ()):
                    found[person] = bundle.read(place).decode("utf-8")
    return found


# Canvas


def _word(name: str) -> str:
    """`sanitize_file_name`: letters with their marks, digits and underscores, in small letters."""
    name = re.sub(r"_(\d+)_", r"\1", name)
    kept = (each for each in name if each == "_" or unicodedata.category(each)[0] in "LMN")
    return "".join(kept).lower()


def _uploads(each: Person) -> list[tuple[int, str, bytes]]:
    """Number, name and content of each file; names that come again get a number."""
    found = []
    for at, sent in enumerate(each.attempts):
        for place, (name, content) in enumerate(sent.items()):
            stem, dot, ending = name.rpartition(".")
            # Numbers grow, and one digit is added in between: 99..., then 100...
            number = (99_000 if at + 1 < len(each.attempts) else 100_000) + 10 * each.number % 900
            shown = f"{stem}-{at}{dot}{ending}" if at else name
            found.append((number + 10_000 * at + place, shown, content))
    return found


def canvas_download(people: Sequence[Person]) -> bytes:
    """*Download submissions*: files beside each other; of a team those of who sent them."""
    files: dict[str, bytes] = {}
    sent: set[str] = set()
    for each in people:
        if each.team in sent and each.team:
            continue
        sent.add(each.team)
        who = _word(each.team or f"{each.last}, {each.first}")
        prefix = f"{who}{'_LATE' if each.late else ''}_{each.number}"
        for number, name, content in _uploads(each):
            files[f"{prefix}_{number}_{name}"] = content
        if each.typed and not each.attempts:
            files[f"{prefix}_text.html"] = f"<p>{each.typed}</p>".encode()
    return zipped(files)


_ASSIGNMENTS = ("Essay (551)", "The case (555)")


def canvas_gradebook(people: Sequence[Person]) -> bytes:
    """*Export entire gradebook*, of a site whose lists are separated by semicolons."""
    rows = [
        ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", *_ASSIGNMENTS, "Final Score"],
        ["", "", "", "", "", "", "Manual Posting", ""],
        ["    Points Possible", "", "", "", "", "10,00", "100,00", "(read only)"],
    ]
    for each in people:
        who = f"{each.last}, {each.first}"
        rows.append([who, str(each.number), "", f"login{each.number}", "A", "7,00", "", "7,00"])
    rows.append(["Student, Test", "9", "", "0a1b", "A", "", "", ""])
    return _table(rows, ";")


def canvas_grades(table: bytes, people: Sequence[Person]) -> dict[int, float]:
    """Grades of the assignment by participant as *Import* takes them.

    Raises
    ------
    ValueError
        If Canvas refuses the file, or another assignment would be changed.
    """
    heads, *rows = _rows(table, ";")
    if "Student" not in heads[0] or "ID" not in heads[1] or heads[4] != "Section":
        raise ValueError(f"no header row: {heads}")
    if heads[5:] != [_ASSIGNMENTS[1]]:
        raise ValueError(f"other columns: {heads[5:]}")
    by_number = {each.number: each for each in people}
    found: dict[int, float] = {}
    for row in rows:
        if "Points Possible" in row[0] or all(
            re.fullmatch(r"\s*(Muted|Manual Posting.*)?\s*", cell, re.IGNORECASE) for cell in row
        ):
            continue
        each = by_number.get(int(row[1])) if row[1].isdigit() else None
        if row[5].strip() and each is None:
            raise ValueError(f"{row[0]}: a new student would be made")
        if each and row[5].strip():
            mark = float(row[5].replace(",", "."))
            # A grade of one member is the team's.
            members = [other for other in people if each.team and other.team == each.team]
            found.update({member.number: mark for member in members or [each]})
    return found


def canvas_comments(archive: bytes, people: Sequence[Person]) -> dict[int, str]:
    """Pages by participant as *Re-Upload Submissions* takes them: comments with a file."""
    uploads = {
        (each.number, number): each for each in people for number, _, _ in _uploads(each)
    }  # fmt: skip
    found = {}
    with zipfile.ZipFile(io.BytesIO(archive)) as bundle:
        for place in bundle.namelist():
            numbers = [int(part) for part in place.split("_") if re.fullmatch(r"\d+", part)]
            each = uploads.get((numbers[0], numbers[1])) if len(numbers) > 1 else None
            if each:
                members = [other for other in people if each.team and other.team == each.team]
                page = bundle.read(place).decode("utf-8")
                found.update({member.number: page for member in members or [each]})
    return found
