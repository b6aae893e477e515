"""Archives: what lies in them, under names that people can read, also archives inside archives."""

from __future__ import annotations

import io
import re
import stat
import struct
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from casekit.errors import GradingError
from casekit.grading.intake.naming import LEFTOVER_FOLDERS, normal

__all__ = ["MOST_LISTED", "Packed", "archive_errors", "entries_of", "opened", "readable_name"]

#: Most entries of an archive that are listed; a download of a large class has some thousands.
MOST_LISTED = 200_000
#: Most bytes of an archive inside an archive.
_INNER_BYTES = 120 * 2**20
#: Longest name of a file, in bytes, that every system can write.
_NAME_BYTES = 200
#: Code pages of archives that do not name theirs: of Russian and of Western Windows and DOS.
_CODE_PAGES = ("cp866", "cp1251", "cp437", "cp850", "cp852")
#: The field in which some programs keep a name's UTF-8 beside that of their code page.
_UNICODE_PATH = 0x7075
_WORDS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Packed:
    """A file or a folder inside an archive.

    Parameters
    ----------
    archive
        The archive on the disk.
    way
        Places of the archives inside archives that lead there, the outermost first.
    place
        Path inside the last of them.
    """

    archive: Path
    way: tuple[str, ...]
    place: str

    @property
    def name(self) -> str:
        """Its own name."""
        return PurePosixPath(self.place).name


@contextmanager
def archive_errors() -> Iterator[None]:
    """Tell whatever an archive raises as one error.

    Raises
    ------
    GradingError
        Of the kind `unreadable-zip`.
    """
    try:
        yield
    except (GradingError, OSError):
        raise
    except Exception as error:
        # Exceptions of compression libraries (zlib.error, lzma.LZMAError) share no base class.
        raise GradingError("unreadable-zip", found=type(error).__name__) from None


@contextmanager
def opened(archive: Path | bytes, way: tuple[str, ...] = ()) -> Iterator[zipfile.ZipFile]:
    """An archive, or one inside it.

    Parameters
    ----------
    archive
        On the disk, or its bytes.
    way
        Places of the archives inside archives that lead to it.

    Raises
    ------
    GradingError
        If there is none, or it is too large.
    """
    with ExitStack() as stack:
        source = io.BytesIO(archive) if isinstance(archive, bytes) else archive
        bundle = stack.enter_context(zipfile.ZipFile(source))
        for place in way:
            entry = dict(entries_of(bundle)).get(place)
            if entry is None:
                raise GradingError("unreadable-file", found=place)
            with bundle.open(entry) as stream:
                content = stream.read(_INNER_BYTES + 1)
            if len(content) > _INNER_BYTES:
                most = _INNER_BYTES // 2**20
                raise GradingError("unreadable-large", found=place, most=most)
            bundle = stack.enter_context(zipfile.ZipFile(io.BytesIO(content)))
        yield bundle


def entries_of(bundle: zipfile.ZipFile) -> list[tuple[str, zipfile.ZipInfo]]:
    """Files of an archive by their place; what leads out of it and leftovers are dropped.

    Raises
    ------
    GradingError
        If there are too many.
    """
    found = [(place, entry) for entry in bundle.infolist() if (place := _safe_place(entry))]
    if len(found) > MOST_LISTED:
        raise GradingError("unreadable-large", found="zip", most=MOST_LISTED)
    return found


def readable_name(raw: bytes) -> str:
    """A name from an archive that does not say how it was encoded.

    Programs of Macs write UTF-8 there, those of Windows the code page of their country: the first
    in which every word is of one alphabet.
    """
    for encoding in ("utf-8", *_CODE_PAGES):
        try:
            name = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "utf-8" or _is_written_so(name):
            return name
    return raw.decode("cp866")


def _is_written_so(name: str) -> bool:
    high = [letter for letter in name if ord(letter) > 127]
    if not all((letter.isalpha() and letter not in "ªº") or letter in "№–—«»" for letter in high):
        return False
    return all(
        len({"\u0400" <= letter <= "\u04ff" for letter in word}) == 1
        for word in _WORDS.findall(name)
    )


def _name_of(entry: zipfile.ZipInfo) -> str:
    """An entry's name as its author saw it."""
    if entry.flag_bits & 0x800:
        return entry.filename
    extra = entry.extra
    while len(extra) >= 4:
        kind, size = struct.unpack("<HH", extra[:4])
        if kind == _UNICODE_PATH and size > 5:
            return extra[9 : 4 + size].decode("utf-8", "replace")
        extra = extra[4 + size :]
    try:
        return readable_name(entry.filename.encode("cp437"))
    except UnicodeEncodeError:
        return entry.filename


def _safe_place(entry: zipfile.ZipInfo) -> str:
    """Path of an entry inside its archive; empty for folders, links and paths that lead outside."""
    name = normal(_name_of(entry).replace("\\", "/"))
    parts = PurePosixPath(name).parts
    if name.endswith("/") or stat.S_ISLNK(entry.external_attr >> 16) or not parts:
        return ""
    if name.startswith("/") or ":" in parts[0] or ".." in parts or "\0" in name:
        return ""
    if any(part in LEFTOVER_FOLDERS or part.startswith(".") for part in parts):
        return ""
    if any(len(part.encode("utf-8")) > _NAME_BYTES for part in parts):
        return ""
    return "/".join(parts)
