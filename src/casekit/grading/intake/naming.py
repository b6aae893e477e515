"""Names that learning systems, browsers and programs give to files."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

__all__ = [
    "LEFTOVER_FILES",
    "LEFTOVER_FOLDERS",
    "Origin",
    "copy_of",
    "is_dated_download",
    "is_download_name",
    "is_leftover",
    "normal",
    "origin_of",
    "stem_of",
    "suffix_of",
]

#: Folders and files that systems and programs leave behind.
LEFTOVER_FOLDERS = (
    "__MACOSX", ".ipynb_checkpoints", "__pycache__", ".git", ".venv", "venv", "node_modules",
)  # fmt: skip
LEFTOVER_FILES = ("thumbs.db", "desktop.ini")

# Moodle: `Anna Karenina_4711_assignsubmission_file_team.zip`, as a folder or as a file; of a team
# that hands in together, `Team 5-Anna Karenina_4711_assignsubmission_file_`, since 4.1 `Team 5_77_`
# with the group's number, or without one of all who are in no group.
_MOODLE = re.compile(
    r"^(?P<who>.{1,200}?)(?:_(?P<id>\d{1,18}))?_assignsubmission_[a-z]{1,30}_?(?P<file>.*)$",
    re.DOTALL,
)
# Canvas leaves letters with their marks, digits and underscores of a name.
_CANVAS_NAME = r"[^\s\x00-/:-@\[-`{-\x7f\u2000-\u206f]"
# Canvas: `kareninaanna_LATE_4711_12345_team.zip`, where 12345 is the upload's number, which grows.
# With an underscore in the name only long numbers tell such a file from one's own: `my_data_1_2_a`.
_CANVAS = re.compile(
    rf"^(?P<who>{_CANVAS_NAME}{{1,200}}|(?:{_CANVAS_NAME}|_){{1,200}}?(?=(?:_LATE)?_\d+_\d{{4}}))"
    r"(?:_(?P<late>LATE))?_(?P<id>\d{1,18})_(?P<upload>\d{1,18})_(?P<file>.+)$",
    re.DOTALL,
)
# Canvas where marking is anonymous: `LATE_anon_a1B2c_12345_team.zip`, with an id for a name.
_CANVAS_ANONYMOUS = re.compile(
    r"^(?:(?P<late>LATE)_)?(?P<who>anon_[0-9A-Za-z]{5})_(?P<upload>\d{1,18})_(?P<file>.+)$",
    re.DOTALL,
)
# What was typed into Canvas or linked has no upload's number: `kareninaanna_4711_text.html`.
_CANVAS_PAGE = re.compile(
    rf"^(?P<who>(?:{_CANVAS_NAME}|_){{1,200}}?)(?:_(?P<late>LATE))?_(?P<id>\d{{1,18}})"
    r"_(?P<file>(?:text|link|url)\.html)$"
)
# Google Classroom: `Anna Karenina - 01_the_company.ipynb`.
_CLASSROOM = re.compile(
    r"^(?P<who>\S.{0,200}?) [-–—] "
    r"(?P<file>(?:\d\d_\w{1,80}(?: \(\d{1,6}\))?|my_\w{1,40})\.\w{1,10})$"
)
# Downloads of several people: `COURSE-Assignment-12345` (Moodle), `submissions` (Canvas),
# `Case-20251129T101112Z-001` (Drive), `OneDrive_1_11-29-2025` (OneDrive and Teams).
_DATED = re.compile(
    r"-\d{8}T\d{6}Z(?:-\d{1,4}){0,2}$|^OneDrive_(?:\d{1,4}_)?\d{1,4}-\d{1,2}-\d{1,4}$"
)
_DOWNLOAD = re.compile(r".-\d{2,12}$|^submissions$", re.IGNORECASE)
_SAVED_AS = re.compile(r"\.ipynb\.(?:txt|json)$", re.IGNORECASE)
# Copies: `01 (1).ipynb`, `01-Copy2.ipynb`, `01 — копия (3).ipynb`.
# Every repetition has a bound: without one, a long name would keep the search busy for hours.
_COPY = re.compile(
    r"(?:\s{0,4}\((\d{1,6})\)|[-_ ]{0,4}Copy(?:\s{0,4}\((\d{1,6})\)|(\d{0,6}))"
    r"|\s{0,4}[-—–]\s{0,4}копия(?:\s{0,4}\((\d{1,6})\))?)$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Origin:
    """What a learning system wrote into a file's name.

    Parameters
    ----------
    who
        Name of the participant or the team.
    system_id
        The participant's number there; empty if it writes none.
    file
        The file's own name; empty for a folder.
    late
        Whether it was handed in late.
    upload
        Number of the upload, larger for a later one; 0 where there is none.
    sure
        Whether no other file is named so by chance.
    """

    who: str
    system_id: str
    file: str = ""
    late: bool = False
    upload: int = 0
    sure: bool = True

    @property
    def name(self) -> str:
        """Name of the submission: two people of one name have two numbers."""
        return f"{self.who}_{self.system_id}" if self.system_id else self.who


def normal(name: str) -> str:
    """A name as it is compared and written: composed letters (NFC), whole characters only."""
    whole = name.encode("utf-8", "replace").decode("utf-8")
    return unicodedata.normalize("NFC", whole)


def origin_of(name: str) -> Origin | None:
    """What a learning system wrote into a file's or folder's name; None if none did."""
    name = normal(name)
    match = _MOODLE.match(name)
    if match:
        return Origin(match["who"], match["id"] or "", match["file"])
    match = _CANVAS_ANONYMOUS.match(name)
    if match:
        return Origin(match["who"], "", match["file"], bool(match["late"]), int(match["upload"]))
    match = _CANVAS.match(name) or _CANVAS_PAGE.match(name)
    if match is None:
        match = _CLASSROOM.match(name)
        return Origin(match["who"], "", match["file"], sure=False) if match else None
    late, upload = bool(match["late"]), int(match.groupdict().get("upload", 0))
    return Origin(match["who"], match["id"], match["file"], late, upload, sure=late)


def is_download_name(stem: str) -> bool:
    """Whether a folder or an archive is named as a learning system names its downloads."""
    return bool(_DOWNLOAD.search(copy_of(normal(stem))[0])) or is_dated_download(stem)


def is_dated_download(stem: str) -> bool:
    """Whether a folder or an archive is named as Drive and OneDrive name what they pack."""
    return bool(_DATED.search(copy_of(normal(stem))[0]))


def is_leftover(name: str) -> bool:
    """Whether systems and programs leave such files or folders behind."""
    return name.startswith(".") or name in LEFTOVER_FOLDERS or name.lower() in LEFTOVER_FILES


def copy_of(stem: str) -> tuple[str, int]:
    """A name without the marks of a copy, and the copy's number."""
    number = 0
    while match := _COPY.search(stem):
        number = max(number, *(int(group or 0) for group in match.groups(default="0")), 1)
        stem = stem[: match.start()]
    return stem.strip(), number


def suffix_of(path: Path | str) -> str:
    """Lower-case suffix of a path; browsers save notebooks as `.ipynb.txt` or `.ipynb.json`."""
    name = PurePosixPath(str(path)).name.lower()
    return ".ipynb" if _SAVED_AS.search(name) else PurePosixPath(name).suffix


def stem_of(path: Path | str) -> str:
    """A file's name without its suffix, also without one that was added to a notebook's."""
    name = PurePosixPath(str(path)).name
    return PurePosixPath(_SAVED_AS.sub(".ipynb", name)).stem
