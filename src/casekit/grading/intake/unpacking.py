"""Reading of folders and archives within limits; nothing outside them is read or followed."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from casekit.errors import GradingError
from casekit.grading.intake.archives import Packed, archive_errors, entries_of, opened
from casekit.grading.intake.naming import is_leftover, normal, suffix_of
from casekit.questions.journal import PROGRESS_FILE

#: Most bytes and files of an unpacked submission, and bytes of a notebook; a usual submission has
#: a few megabytes.
MOST_BYTES, MOST_FILES, NOTEBOOK_BYTES = 120 * 2**20, 2000, 40 * 2**20
#: Files of their own that participants' notebooks may read, and the most bytes of one.
OWN_KINDS = (".json", ".csv", ".tsv", ".txt", ".py")
OWN_BYTES = 2 * 2**20
#: Small files: own ones, and the progress, which says what company the work was about.
_SMALL_KINDS = (*OWN_KINDS, Path(PROGRESS_FILE).suffix)
READ_KINDS = (".ipynb", ".zip", *_SMALL_KINDS)
#: Archives that cannot be opened here: work may lie in them.
_CLOSED_KINDS = (".rar", ".7z", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".zipx")
#: Directory entries looked at, also those that are passed over.
_MOST_ENTRIES = 10 * MOST_FILES


class Allowance:
    """What a submission may still unpack: one allowance, however deep its archives are nested."""

    def __init__(self) -> None:
        self._bytes = self._files = 0

    def take(self, count: int, name: str) -> None:
        """Count a file of so many bytes.

        Raises
        ------
        GradingError
            If the allowance is used up.
        """
        self._bytes += count
        self._files += 1
        if self._bytes > MOST_BYTES or self._files > MOST_FILES:
            raise GradingError("unreadable-large", found=name, most=MOST_BYTES // 2**20)


@dataclass
class Unpacked:
    """What was read, and what was not.

    Parameters
    ----------
    files
        Content by place.
    passed
        Files of other kinds, such as pictures and documents.
    unread
        Files that may hold work and cannot be read.
    """

    files: dict[str, bytes] = field(default_factory=dict)
    passed: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)

    def pass_over(self, place: str) -> None:
        """Remember a file of another kind; what the kit itself makes is not worth a word."""
        listed = self.unread if suffix_of(place) in _CLOSED_KINDS else self.passed
        if not PurePosixPath(place).name.startswith("my_"):
            listed.append(place)


def read_part(part: Path | Packed, allowance: Allowance) -> Unpacked:
    """Read what was handed in as one file or folder; a file's place is its name.

    Raises
    ------
    GradingError
        If it cannot be read.
    OSError
        If the disk cannot.
    """
    name = normal(part.name)
    found = Unpacked()
    if isinstance(part, Packed):
        inner = _read_packed(part, allowance)
        if suffix_of(name) != ".zip" or set(inner.files) != {name}:
            return inner
        return read_zip(inner.files[name], allowance)
    if part.is_symlink():
        # A link may point to files of others.
        raise GradingError("unreadable-special", found=name)
    if part.is_dir():
        return read_folder(part, allowance)
    if suffix_of(name) == ".zip":
        _regular(part)
        return read_zip(part, allowance)
    if suffix_of(name) in READ_KINDS:
        found.files[name] = read_file(part, NOTEBOOK_BYTES)
    else:
        _regular(part)
        found.pass_over(name)
    return found


def read_file(path: Path, most: int = MOST_BYTES) -> bytes:
    """Content of a regular file: reading a pipe or a device might never end."""
    size = _regular(path)
    if size > most:
        raise GradingError("unreadable-large", found=normal(path.name), most=most // 2**20)
    return path.read_bytes()


def _regular(path: Path) -> int:
    """Size of a regular file."""
    state = path.lstat()
    if not stat.S_ISREG(state.st_mode):
        raise GradingError("unreadable-special", found=normal(path.name))
    return state.st_size


def read_folder(folder: Path, allowance: Allowance) -> Unpacked:
    """Files below a folder that grading needs, by their path there."""
    found = Unpacked()
    for path in _walk(folder):
        state = path.lstat()
        if not stat.S_ISREG(state.st_mode):
            continue
        place = normal(path.relative_to(folder).as_posix())
        if suffix_of(path) not in READ_KINDS:
            found.pass_over(place)
            continue
        largest = NOTEBOOK_BYTES if suffix_of(path) == ".ipynb" else MOST_BYTES
        if suffix_of(path) in _SMALL_KINDS and state.st_size > OWN_BYTES:
            found.pass_over(place)
            continue
        content = read_file(path, largest)
        allowance.take(len(content), normal(folder.name))
        found.files[place] = content
    return found


def _walk(folder: Path) -> Iterator[Path]:
    """Files below a folder, without links and leftovers of programs."""
    waiting, seen = [folder], 0
    while waiting:
        for path in sorted(waiting.pop().iterdir()):
            if path.is_symlink() or is_leftover(path.name):
                continue
            seen += 1
            if seen > _MOST_ENTRIES:
                raise GradingError(
                    "unreadable-large", found=normal(folder.name), most=MOST_BYTES // 2**20
                )
            if path.is_dir():
                waiting.append(path)
            else:
                yield path


def read_zip(archive: Path | bytes, allowance: Allowance) -> Unpacked:
    """Files of an archive that grading needs; entries that lead out of it are dropped."""
    return _read_entries(archive, (), "", allowance)


def _read_packed(part: Packed, allowance: Allowance) -> Unpacked:
    return _read_entries(part.archive, part.way, part.place, allowance)


def _read_entries(
    archive: Path | bytes, way: tuple[str, ...], top: str, allowance: Allowance
) -> Unpacked:
    """Entries at a place and below it, by their path there."""
    found = Unpacked()
    with archive_errors(), opened(archive, way) as bundle:
        entries = [each for each in entries_of(bundle) if not top or _is_below(each[0], top)]
        if len(entries) > _MOST_ENTRIES:
            raise GradingError("unreadable-large", found="zip", most=MOST_BYTES // 2**20)
        for whole, entry in entries:
            place = whole[len(top) + 1 :] or PurePosixPath(top).name if top else whole
            if suffix_of(place) not in READ_KINDS:
                found.pass_over(place)
                continue
            largest = OWN_BYTES if suffix_of(place) in _SMALL_KINDS else NOTEBOOK_BYTES
            if suffix_of(place) == ".zip" and whole == top:
                largest = MOST_BYTES
            # The size that an entry declares may be false: read no more than allowed.
            with bundle.open(entry) as stream:
                read = stream.read(largest + 1)
            allowance.take(len(read), "zip")
            if len(read) <= largest:
                found.files[place] = read
            elif suffix_of(place) in _SMALL_KINDS:
                found.pass_over(place)
            else:
                raise GradingError("unreadable-large", found=place, most=largest // 2**20)
    return found


def _is_below(place: str, top: str) -> bool:
    return place == top or place.startswith(f"{top}/")
