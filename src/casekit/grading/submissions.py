"""Submissions as they come: folders, archives and notebooks, with the names that systems give."""

from __future__ import annotations

import hashlib
import io
import re
import stat
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from casekit.errors import GradingError, InvalidArgument
from casekit.questions.journal import PROGRESS_FILE, lines_of

#: What a submission may weigh, unpacked; real ones weigh a few megabytes.
MOST_BYTES, MOST_FILES, NOTEBOOK_BYTES = 120 * 2**20, 2000, 40 * 2**20
#: More notebooks than that are no case work.
MOST_NOTEBOOKS = 20
#: Files of their own that participants' notebooks may read.
OWN_KINDS = (".json", ".csv", ".txt")
_OWN_BYTES, _OWN_BYTES_IN_ALL = 2 * 2**20, 24 * 2**20
#: Read here and not by notebooks: which company the work was about.
_SMALL_KINDS = (*OWN_KINDS, Path(PROGRESS_FILE).suffix)
_MOST_COMPANIES = 10
#: Longer names no system can write.
_NAME_BYTES = 200
#: Folders that systems and programs leave behind.
_STRAY = ("thumbs.db", "desktop.ini")
_LEFT = ("__MACOSX", ".ipynb_checkpoints", "__pycache__", ".git", ".venv", "venv")

# Moodle: `Anna Karenina_4711_assignsubmission_file_team.zip`, as a folder or as a file.
_MOODLE = re.compile(r"^(?P<who>.+?)_(?P<id>\d+)_assignsubmission_[a-z]+_?(?P<file>.*)$", re.DOTALL)
# Canvas: `kareninaanna_LATE_4711_12345_team.zip`.
_CANVAS = re.compile(r"^(?P<who>[^\W_]+)(?:_LATE)?_(?P<id>\d+)_\d+_(?P<file>.+)$")
# Copies: `01 (1).ipynb`, `01-Copy2.ipynb`, `01 — копия (3).ipynb`.
# Every part has a bound: names are long where somebody wants to keep us busy.
_COPY = re.compile(
    r"(?:\s{0,4}\((\d{1,6})\)|[-_ ]{0,4}Copy(\d{0,6})"
    r"|\s{0,4}[-—–]\s{0,4}копия(?:\s{0,4}\((\d{1,6})\))?)$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Submission:
    """Files of a participant or a team, found but not read yet.

    Parameters
    ----------
    name
        Of the participant or the team.
    paths
        A folder, an archive or notebooks.
    """

    name: str
    paths: tuple[Path, ...]


@dataclass
class Work:
    """What is in a submission.

    Parameters
    ----------
    notebooks
        Bytes by place, in the order in which they run.
    files
        Own files that notebooks may read, by name.
    notes
        Keys of what was noticed, such as copies that were left aside.
    companies
        Names of the companies that its progress tells of.
    digest
        Tells this content from any other.
    """

    notebooks: dict[str, bytes] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    companies: list[str] = field(default_factory=list)
    digest: str = ""


def find_submissions(folder: Path) -> list[Submission]:
    """Submissions of a folder, in the order of their names.

    Raises
    ------
    InvalidArgument
        If there is no such folder, or nothing in it.
    """
    if not folder.is_dir():
        raise InvalidArgument("grade-no-folder", found=str(folder))
    found: dict[str, list[Path]] = {}
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.name in _LEFT:
            continue
        if path.name.lower() in _STRAY:
            continue
        found.setdefault(_whose(path), []).append(path)
    if not found:
        raise InvalidArgument("grade-nothing", found=str(folder))
    return [Submission(name, tuple(paths)) for name, paths in sorted(found.items())]


def read_work(submission: Submission) -> Work:
    """Content of a submission.

    Raises
    ------
    GradingError
        If it cannot be read, or holds no notebook; the message says why.
    """
    files: dict[str, bytes] = {}
    room = _Room()
    for path in submission.paths:
        try:
            if path.is_symlink():
                # What it points to need not be theirs.
                raise GradingError("unreadable-special", found=path.name)
            if path.is_dir():
                new = _read_folder(path, room)
            elif _kind(path) == ".zip":
                new = _read_zip(_read_file(path), room)
            elif _kind(path) != ".ipynb":
                raise GradingError("unreadable-kind", found=path.name)
            else:
                new = {_own_name(path.name): _read_file(path, NOTEBOOK_BYTES)}
        except OSError as error:
            raise GradingError("unreadable-file", found=error.strerror or "?") from None
        files.update(new)
    for place in [place for place in files if _kind(place) == ".zip"]:
        # A zip in a zip or in a folder: what `hand_in` made, sent in another wrapping.
        inner = _read_zip(files.pop(place), room)
        files.update({f"{place}/{name}": content for name, content in inner.items()})
    return _sorted_out(files)


class _Room:
    """What a submission may still unpack: one allowance, however its archives are nested."""

    def __init__(self) -> None:
        self._bytes = self._files = 0

    def take(self, count: int, name: str) -> None:
        self._bytes += count
        self._files += 1
        if self._bytes > MOST_BYTES or self._files > MOST_FILES:
            raise GradingError("unreadable-large", found=name, most=MOST_BYTES // 2**20)


def _sorted_out(files: dict[str, bytes]) -> Work:
    work = Work()
    stems: dict[str, list[tuple[int, str]]] = {}
    for place, content in sorted(files.items()):
        name = PurePosixPath(place).name
        if _kind(place) == ".ipynb":
            stem, number = _copy_of(PurePosixPath(place).stem)
            stems.setdefault(stem, []).append((number, place))
        elif _kind(place) in OWN_KINDS and len(content) <= _OWN_BYTES:
            work.files.setdefault(name, content)
    if not stems:
        raise GradingError("unreadable-no-notebook")
    if sum(map(len, work.files.values())) > _OWN_BYTES_IN_ALL:
        most = _OWN_BYTES_IN_ALL // 2**20
        raise GradingError("unreadable-large", found=", ".join(OWN_KINDS), most=most)
    if len(stems) > MOST_NOTEBOOKS:
        raise GradingError("unreadable-many", found=len(stems), most=MOST_NOTEBOOKS)
    for stem in sorted(stems):
        # A browser numbers what is downloaded again: the highest number is the latest.
        _, place = max(stems[stem])
        work.notebooks[place] = files[place]
        if len(stems[stem]) > 1:
            work.notes.append("copies")
    work.companies = _companies(files)
    digest = hashlib.sha256()
    for place, content in sorted({**work.notebooks, **work.files}.items()):
        digest.update(f"{place} {len(content)} ".encode("utf-8", "surrogatepass"))
        digest.update(content)
    work.digest = digest.hexdigest()
    return work


def _companies(files: dict[str, bytes]) -> list[str]:
    """Companies that the progress tells of; of many files one: they would keep a batch waiting."""
    kept = [files[place] for place in sorted(files) if PurePosixPath(place).name == PROGRESS_FILE]
    told = dict.fromkeys(line.company[:100] for line in lines_of(kept[0] if kept else b""))
    return [name for name in told if name][:_MOST_COMPANIES]


def _whose(path: Path) -> str:
    """Name of the participant or the team, as systems write it into a file's name."""
    name = path.name if path.is_dir() else path.stem
    for pattern in (_MOODLE, _CANVAS):
        match = pattern.match(path.name)
        if match:
            return f"{match['who']}_{match['id']}"
    return name


def _own_name(name: str) -> str:
    """A file's own name, without what a system put in front of it."""
    match = _MOODLE.match(name) or _CANVAS.match(name)
    return match["file"] if match and match["file"] else name


def _copy_of(stem: str) -> tuple[str, int]:
    """A notebook's name without the mark of a copy, and the copy's number."""
    number = 0
    while match := _COPY.search(stem):
        number = max(number, *(int(group or 0) for group in match.groups(default="0")), 1)
        stem = stem[: match.start()]
    return stem.strip(), number


def _kind(path: Path | str) -> str:
    return PurePosixPath(str(path)).suffix.lower()


def _read_file(path: Path, most: int = MOST_BYTES) -> bytes:
    """A plain file; a pipe or a device would never end."""
    state = path.lstat()
    if not stat.S_ISREG(state.st_mode):
        raise GradingError("unreadable-special", found=path.name)
    if state.st_size > most:
        raise GradingError("unreadable-large", found=path.name, most=most // 2**20)
    return path.read_bytes()


def _read_folder(folder: Path, room: _Room) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for path in _walk(folder):
        if _kind(path) not in (".ipynb", ".zip", *_SMALL_KINDS):
            continue
        state = path.lstat()
        if not stat.S_ISREG(state.st_mode):
            continue
        largest = NOTEBOOK_BYTES if _kind(path) == ".ipynb" else MOST_BYTES
        if _kind(path) in _SMALL_KINDS and state.st_size > _OWN_BYTES:
            continue
        content = _read_file(path, largest)
        room.take(len(content), folder.name)
        files[path.relative_to(folder).as_posix()] = content
    return files


def _walk(folder: Path) -> Iterator[Path]:
    """Files below a folder; links are not followed and remains of programs passed over."""
    waiting, seen = [folder], 0
    while waiting:
        for path in sorted(waiting.pop().iterdir()):
            seen += 1
            if seen > 10 * MOST_FILES:
                raise GradingError("unreadable-large", found=folder.name, most=MOST_FILES)
            if path.is_symlink() or path.name in _LEFT or path.name.startswith("."):
                continue
            if path.is_dir():
                waiting.append(path)
            else:
                yield path


def _read_zip(content: bytes, room: _Room) -> dict[str, bytes]:
    """Files of an archive that a notebook may need; names that lead out of it are dropped."""
    files: dict[str, bytes] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as bundle:
            entries = bundle.infolist()
            if len(entries) > 10 * MOST_FILES:
                raise GradingError("unreadable-large", found="zip", most=MOST_FILES)
            for entry in entries:
                place = _safe_place(entry)
                if not place or _kind(place) not in (".ipynb", ".zip", *_SMALL_KINDS):
                    continue
                largest = _OWN_BYTES if _kind(place) in _SMALL_KINDS else NOTEBOOK_BYTES
                # The size that an entry claims is not to be believed: read no more than allowed.
                with bundle.open(entry) as stream:
                    read = stream.read(largest + 1)
                room.take(len(read), "zip")
                if len(read) <= largest:
                    files[place] = read
                elif _kind(place) not in _SMALL_KINDS:
                    raise GradingError("unreadable-large", found=place, most=largest // 2**20)
    except GradingError:
        raise
    except Exception as error:
        # What compression libraries raise has no common name (zlib.error, lzma.LZMAError).
        raise GradingError("unreadable-zip", found=type(error).__name__) from None
    return files


def _safe_place(entry: zipfile.ZipInfo) -> str:
    """Place of an entry inside its archive; empty for folders, links and what leads outside."""
    name = entry.filename.replace("\\", "/")
    if not entry.flag_bits & 0x800:
        # Without the mark of UTF-8 an archive of a Russian Windows is written in code page 866.
        try:
            name = name.encode("cp437").decode("cp866")
        except (UnicodeEncodeError, UnicodeDecodeError):
            name = entry.filename.replace("\\", "/")
    parts = PurePosixPath(name).parts
    if entry.is_dir() or stat.S_ISLNK(entry.external_attr >> 16) or not parts:
        return ""
    if name.startswith("/") or ":" in parts[0] or ".." in parts:
        return ""
    if any(part in _LEFT or part.startswith(".") for part in parts):
        return ""
    if any(len(part.encode("utf-8", "surrogatepass")) > _NAME_BYTES for part in parts):
        return ""
    return name
