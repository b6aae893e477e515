"""What lies around a notebook in its run: own files as handed in, and the company as in the kit."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

#: Where a submission lies in a run's folder. In the kit notebooks lie two folders below its top,
#: so that `../../data` is the company; notebooks that were moved say `../data` or `data`.
_TREE = PurePosixPath("notebooks", "en")
_COMPANY = "data"


def lay_out(
    folder: Path, files: Mapping[str, bytes], place: str, data: Path, swapped: Mapping[str, bytes]
) -> str:
    """Write a submission's files and links to the company; returns the notebook's folder.

    Parameters
    ----------
    folder
        An empty folder of the run.
    files
        Own files, by place in the submission; of one name, what counts comes first.
    place
        Of the notebook that is run.
    data
        Folder of the company that it runs on.
    swapped
        Tables of the company that participants had, by file name. A copy of one of them among
        the own files is replaced by that of `data`: who computes from it computes anew.
    """
    tree = folder / _TREE
    for name, content in files.items():
        same = swapped.get(PurePosixPath(name).name)
        theirs = data / PurePosixPath(name).name
        if same is not None and _lines(same) == _lines(content) and theirs.is_file():
            content = theirs.read_bytes()
        # An archive may hold a file and a folder of the same name: the first stays.
        with contextlib.suppress(FileExistsError, NotADirectoryError, IsADirectoryError):
            _write(tree / name, content)
    here = tree / PurePosixPath(place).parent
    with contextlib.suppress(FileExistsError, NotADirectoryError):
        here.mkdir(parents=True, exist_ok=True)
    if not here.is_dir():
        here = tree
    # A file that lies in another folder than the notebook is found beside it too.
    for name in files:
        beside = here / PurePosixPath(name).name
        if (tree / name).is_file() and not os.path.lexists(beside):
            # Relative, so that it holds inside the walls too; the company keeps its path there.
            _link(tree / name, beside, os.path.relpath(tree / name, here))
    for above in (here, here.parent, here.parent.parent):
        _show(data, above / _COMPANY)
    return here.relative_to(folder).as_posix()


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _show(data: Path, place: Path) -> None:
    """Make the company visible in a place; own files that lie there already stay."""
    if not os.path.lexists(place):
        _link(data, place, str(data))
    elif place.is_dir() and not place.is_symlink():
        for path in sorted(data.iterdir()):
            if not os.path.lexists(place / path.name):
                _link(path, place / path.name, str(path))


def _link(path: Path, place: Path, target: str) -> None:
    """Link a place to a file or folder by a path; where links cannot be had, copy it."""
    try:
        place.symlink_to(target)
    except OSError:
        # Windows allows links to administrators only.
        (shutil.copytree if path.is_dir() else shutil.copyfile)(path, place)


def _lines(content: bytes) -> bytes:
    return content.replace(b"\r\n", b"\n").strip()
