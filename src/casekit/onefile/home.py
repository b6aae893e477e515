"""The folder tree that Python finds in the page: libraries, the package, a participant's kit."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from casekit.authoring.files import Files
from casekit.onefile.lock import LockedFile
from casekit.onefile.slimming import is_carried

__all__ = ["KIT", "kit_tree", "library_tree", "site_packages"]

#: Top folder of the participant's kit.
KIT = "case"
_PACKAGE = "src/casekit/"
#: Rooms that serve a computer and not a page: commands, laboratory, server, set-up.
_ON_A_COMPUTER = ("cli", "page", "setup", "workplace")
#: Of a pack, what a notebook in the page reads; case text and exhibits are in the page itself.
_READ = ("data/", "notebooks/", "start.py", "LICENSE")


def site_packages(python: str) -> str:
    """Folder of libraries of a Python such as "3.14", below the root."""
    return f"lib/python{python}/site-packages/"


def library_tree(wheels: Iterable[LockedFile], content: Mapping[str, bytes], site: str) -> Files:
    """Files of unpacked wheels, without what nobody here imports."""
    tree: Files = {}
    for wheel in wheels:
        with zipfile.ZipFile(io.BytesIO(content[wheel.file])) as bundle:
            for name in bundle.namelist():
                if not name.endswith("/") and is_carried(name):
                    tree[site + name] = bundle.read(name)
    return tree


def kit_tree(pack: Files, inpage: Files, site: str) -> Files:
    """A participant's pack as the page holds it: the package as a library, the kit beside it.

    Parameters
    ----------
    pack
        Files of the pack by path.
    inpage
        Files of the room that runs cells in a page, by path below `src/casekit`.
    site
        Folder of libraries.
    """
    tree: Files = {f"{site}casekit/{place}": content for place, content in inpage.items()}
    for place, content in pack.items():
        inside = PurePosixPath(place)
        if place.startswith(_PACKAGE) and inside.parts[2] not in _ON_A_COMPUTER:
            tree[site + place.removeprefix("src/")] = content
        elif place.startswith(_READ):
            tree[f"{KIT}/{place}"] = content
    return tree
