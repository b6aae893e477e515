"""What goes back to Canvas: its gradebook as CSV.

The format as Canvas's own importer reads it (`lib/gradebook_importer.rb`): columns from *Student*
to *Section*, then a column for each assignment, `Title (number)`; a row of points possible.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from casekit.errors import InvalidArgument
from casekit.grading.files import as_csv, as_zip, folder_name
from casekit.grading.marks.exported import Exported, bare_letters, not_found, people
from casekit.grading.marks.marking import SubmissionResult
from casekit.grading.marks.review import number_of
from casekit.grading.options import Told
from casekit.language import LANGUAGES, text
from casekit.questions import QUESTIONS

__all__ = ["assignment_column", "canvas_csv", "comments_zip", "fill_gradebook", "is_anonymous"]

_HEADS = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
_POINTS_ROW = "points possible"
#: How Canvas calls people while it hides their names.
_ANONYMOUS = "anon_"
_ASSIGNMENT = re.compile(r"(?P<title>.*\S)\s*\((?P<id>\d+)\)", re.DOTALL)


def is_anonymous(result: SubmissionResult) -> bool:
    """Whether Canvas handed a work out without a name, so that no row of a gradebook is its."""
    return (
        bool(result.entry.get("upload"))
        and not result.system_id
        and result.who.startswith(_ANONYMOUS)
    )


def canvas_csv(results: Iterable[SubmissionResult]) -> str:
    """A gradebook of one assignment; Canvas makes it if it has none of this title."""
    most = float(sum(question.points for question in QUESTIONS.values()))
    rows = [[*_HEADS, text("grade-assignment")],
            ["    Points Possible", "", "", "", "", f"{most:.2f}"]]  # fmt: skip
    for person in people(results):
        rows.append([person.who, person.system_id, "", "", "", f"{person.result.score:.2f}"])
    return as_csv(rows)


def assignment_column(book: Exported, assignment: str) -> int:
    """Place of the assignment's column in an exported gradebook.

    Parameters
    ----------
    book
        As Canvas exported it.
    assignment
        Title or number of the assignment; may be empty where the gradebook has one alone, or one
        with the case's title.

    Raises
    ------
    InvalidArgument
        If it is no gradebook, or it is not clear which assignment is meant.
    """
    heads = [head.strip() for head in book.heads]
    if "Section" not in heads or "ID" not in heads:
        found = ", ".join(heads)[:300]
        raise InvalidArgument("grade-no-gradebook", file=str(book.path), found=found)
    places = {
        place: match
        for place, head in enumerate(heads)
        if place > heads.index("Section") and (match := _ASSIGNMENT.fullmatch(head))
    }
    wanted = [assignment] if assignment else [text("grade-assignment", at) for at in LANGUAGES]
    meant = {each.strip().casefold() for each in wanted}
    chosen = [
        place
        for place, match in places.items()
        if meant & {heads[place].casefold(), match["title"].casefold(), match["id"]}
    ]
    if not chosen and not assignment:
        chosen = list(places)
    if len(chosen) != 1:
        allowed = "; ".join(heads[place] for place in places) or "–"
        if len(places) > 1 and not assignment.strip():
            raise InvalidArgument("grade-assignment-left-out", file=str(book.path), allowed=allowed)
        raise InvalidArgument(
            "grade-which-assignment", file=str(book.path), found=assignment, allowed=allowed
        )
    return chosen[0]


def fill_gradebook(
    book: Exported, results: Sequence[SubmissionResult], assignment: str
) -> tuple[str, list[Told]]:
    """The assignment's column of a gradebook with the scores filled in, and what to tell.

    Other assignments are left out: loaded again, they would undo what was entered since.

    Parameters
    ----------
    book, assignment
        As `assignment_column` takes them.
    results
        Submissions whose score is final.
    """
    place = assignment_column(book, assignment)
    heads = [head.strip() for head in book.heads]
    last, id_place = heads.index("Section"), heads.index("ID")
    possible = next((number_of(row[place]) for row in book.rows if _is_points(row)), None)
    found = people(results)
    by_id = {person.system_id: person for person in found if person.system_id}
    by_login = {bare_letters(each.who): each for each in found if not each.system_id}
    kept = [*range(last + 1), place]
    rows, filled, scaled = [[book.heads[at] for at in kept]], set(), False
    students = 0
    for row in book.rows:
        row = [*row]
        # Rows that speak of assignments name nobody: points possible, manual posting.
        students += bool(row[0].strip()) and not _is_points(row)
        person = None if _is_points(row) else by_id.get(row[id_place].strip())
        if not person and not _is_points(row):
            cells = [bare_letters(row[at]) for at in range(last) if at != id_place]
            person = next((by_login[cell] for cell in cells if cell in by_login), None)
        if person:
            most = possible or person.result.most
            scaled = scaled or most != person.result.most
            row[place] = f"{person.result.score * most / person.result.most:.2f}"
            filled.add(person.key)
        rows.append([row[at] for at in kept])
    facts = {"file": book.path.name, "filled": str(len(filled)), "rows": str(students)}
    told: list[Told] = [("table-filled", facts)]
    if scaled:
        told.append(("table-scaled", {"file": book.path.name}))
    told += not_found(book, found, filled)
    return book.written(rows), told


def comments_zip(out: Path, results: Iterable[SubmissionResult]) -> bytes:
    """Feedback pages as Canvas takes them back under *Re-Upload Submissions*: a comment.

    It knows whose a file is by two numbers in its name, the person's and that of the upload
    (`infer_comment_context_from_filename`); of a team one member is enough. While it hides names,
    the person's id stands in their place, as in its own download: `anon_a1B2c_12345_...`.

    Parameters
    ----------
    out
        Folder of the batch, with the pages.
    results
        Submissions whose score is final; those that did not come from Canvas are left out.
    """
    pages = {}
    for result in results:
        upload = int(result.entry.get("upload") or 0)
        if is_anonymous(result):
            whose = result.who
        elif upload and result.system_id:
            letters = bare_letters(result.who)
            # The first whole number is taken for the person's.
            who = letters if letters and not letters.isdigit() else f"{letters}-"
            whose = f"{who}_{result.system_id}"
        else:
            continue
        page = (out / folder_name(result.name) / "feedback.html").read_bytes()
        pages[f"{whose}_{upload}_feedback.html"] = page
    return as_zip(pages)


def _is_points(row: Sequence[str]) -> bool:
    """Whether a row says how many points each assignment has, and is no student's."""
    return _POINTS_ROW in row[0].casefold()
