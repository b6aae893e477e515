"""Reading of folders and archives within limits; nothing outside them is read or followed."""

from __future__ import annotations

import io
import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from casekit.errors import GradingError
from casekit.grading.intake.naming import LEFTOVER_FOLDERS, suffix_of
from casekit.questions.journal import PROGRESS_FILE

#: Most bytes and files of an unpacked submission, and bytes of a notebook; a usual submission has
#: a few megabytes.
MOST_BYTES, MOST_FILES, NOTEBOOK_BYTES = 120 * 2**20, 2000, 40 * 2**20
#: Files of their own that participants' notebooks may read, and the most bytes of one.
OWN_KINDS = (".json", ".csv", ".txt")
OWN_BYTES = 2 * 2**20
#: Small files: own ones, and the progress, which says what company the work was about.
_SMALL_KINDS = (*OWN_KINDS, Path(PROGRESS_FILE).suffix)
_READ_KINDS = (".ipynb", ".zip", *_SMALL_KINDS)
#: Longest name of a file, in bytes, that every system can write.
_NAME_BYTES = 200
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


def read_file(path: Path, most: int = MOST_BYTES) -> bytes:
    """Content of a regular file: reading a pipe or a device might never end."""
    state = path.lstat()
    if not stat.S_ISREG(state.st_mode):
        raise GradingError("unreadable-special", found=path.name)
    if state.st_size > most:
        raise GradingError("unreadable-large", found=path.name, most=most // 2**20)
    return path.read_bytes()


def read_folder(folder: Path, allowance: Allowance) -> dict[str, bytes]:
    """Files below a folder that grading needs, by their path there."""
    files: dict[str, bytes] = {}
    for path in _walk(folder):
        if suffix_of(path) not in _READ_KINDS:
            continue
        state = path.lstat()
        if not stat.S_ISREG(state.st_mode):
            continue
        largest = NOTEBOOK_BYTES if suffix_of(path) == ".ipynb" else MOST_BYTES
        if suffix_of(path) in _SMALL_KINDS and state.st_size > OWN_BYTES:
            continue
        content = read_file(path, largest)
        allowance.take(len(content), folder.name)
        files[path.relative_to(folder).as_posix()] = content
    return files


def _walk(folder: Path) -> Iterator[Path]:
    """Files below a folder, without links and leftovers of programs."""
    waiting, seen = [folder], 0
    while waiting:
        for path in sorted(waiting.pop().iterdir()):
            seen += 1
            if seen > _MOST_ENTRIES:
                raise GradingError("unreadable-large", found=folder.name, most=MOST_FILES)
            if path.is_symlink() or path.name in LEFTOVER_FOLDERS or path.name.startswith("."):
                continue
            if path.is_dir():
                waiting.append(path)
            else:
                yield path


def read_zip(content: bytes, allowance: Allowance) -> dict[str, bytes]:
    """Files of an archive that grading needs; entries that lead out of it are dropped."""
    files: dict[str, bytes] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as bundle:
            entries = bundle.infolist()
            if len(entries) > _MOST_ENTRIES:
                raise GradingError("unreadable-large", found="zip", most=MOST_FILES)
            for entry in entries:
                place = _safe_place(entry)
                if not place or suffix_of(place) not in _READ_KINDS:
                    continue
                largest = OWN_BYTES if suffix_of(place) in _SMALL_KINDS else NOTEBOOK_BYTES
                # The size that an entry declares may be false: read no more than allowed.
                with bundle.open(entry) as stream:
                    read = stream.read(largest + 1)
                allowance.take(len(read), "zip")
                if len(read) <= largest:
                    files[place] = read
                elif suffix_of(place) not in _SMALL_KINDS:
                    raise GradingError("unreadable-large", found=place, most=largest // 2**20)
    except GradingError:
        raise
    except Exception as error:
        # Exceptions of compression libraries (zlib.error, lzma.LZMAError) share no base class.
        raise GradingError("unreadable-zip", found=type(error).__name__) from None
    return files


def _safe_place(entry: zipfile.ZipInfo) -> str:
    """Path of an entry inside its archive; empty for folders, links and paths that lead outside."""
    name = entry.filename.replace("\\", "/")
    if not entry.flag_bits & 0x800:
        # Without the UTF-8 flag, an archive of a Russian Windows is written in code page 866.
        try:
            name = name.encode("cp437").decode("cp866")
        except (UnicodeEncodeError, UnicodeDecodeError):
            name = entry.filename.replace("\\", "/")
    parts = PurePosixPath(name).parts
    if entry.is_dir() or stat.S_ISLNK(entry.external_attr >> 16) or not parts:
        return ""
    if name.startswith("/") or ":" in parts[0] or ".." in parts:
        return ""
    if any(part in LEFTOVER_FOLDERS or part.startswith(".") for part in parts):
        return ""
    if any(len(part.encode("utf-8", "surrogatepass")) > _NAME_BYTES for part in parts):
        return ""
    return name
