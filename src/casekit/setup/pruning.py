"""What of the installed libraries nobody here needs: the rules in one place.

A rule may only name what no library imports when it is used: tests, sources in other languages,
maps from built to unbuilt scripts, languages that the kit does not speak. Notebooks, laboratory
and board are run without it in the tests.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

__all__ = ["is_needed", "prune"]

#: Tests of libraries that are large; of others they are left alone. `jinja2/tests.py` is a module.
_TESTED = [
    "IPython",
    "ipykernel",
    "jupyter_client",
    "jupyter_server",
    "jupyterlab",
    "jsonschema",
    "kiwisolver",
    "matplotlib",
    "mpl_toolkits",
    "nbformat",
    "nbconvert",
    "nbclient",
    "numpy",
    "pandas",
    "pandera",
    "psutil",
    "scipy",
    "terminado",
    "tornado",
    "traitlets",
    "zmq",
]

#: Patterns of paths below `site-packages`.
_RULES = (
    rf"({'|'.join(_TESTED)})/(.+/)?(tests?|galata)/",
    # Sources that a compiler was given, and what one would link against.
    r".+\.(c|cpp|pyx|a|lib|map|f90?)$",
    r"numpy/f2py/(src|tests)/|numpy/_core/include/",
    # Tells of languages that the kit does not speak.
    r"babel/locale-data/(?!(root|en|ru)[_.])",
    # An own copy of the zones that Python has itself; only fluent loads the library, never a zone.
    r"pytz/zoneinfo/",
    # What builds JupyterLab and checks it in a browser.
    r"jupyterlab/(staging/(?!package\.json)|browser_check\.py|browser-test\.js)",
    # A second copy of what lies in share/jupyter/lab, for a laboratory without that folder.
    r"jupyterlab/static/(?!package\.json)",
    r"jsonschema/benchmarks/",
    r"(setuptools|pkg_resources|_distutils_hack)/|distutils-precedence\.pth$",
    # Pages of manuals and icons for a desktop menu.
    r"(\.\./)+share/(man|icons|applications)/",
    r"(\.\./)+share/jupyter/nbextensions/",
    r"(\.\./)+share/jupyter/.+\.map$",
    # Fonts for browsers of the years before 2015; every other one takes the woff2 beside them.
    r"(\.\./)+share/jupyter/lab/.+/[0-9a-f]{16,}\.(eot|svg|ttf)$",
    # A kind of picture that nobody here reads or writes; Pillow says itself that it lacks it.
    r"PIL/_avif\.|pillow\.libs/libavif|PIL/\.dylibs/libavif",
    r"matplotlib/mpl-data/sample_data/",
    # Compiled twins of modules that lie beside them, for programs that change fonts all day.
    r"fontTools/.+\.(so|pyd)$",
)
_NEEDLESS = re.compile("|".join(f"(?:{rule})" for rule in _RULES))


def is_needed(path: str) -> bool:
    """Whether an installed file stays; its path is that of a RECORD, with forward slashes."""
    return not _NEEDLESS.match(path)


def prune(site: Path, infos: Iterable[Path]) -> None:
    """Take out what nobody needs, and strike it from the libraries' own lists.

    Parameters
    ----------
    site
        The folder `site-packages`.
    infos
        Folders `NAME.dist-info` of the libraries to look at.
    """
    emptied = set()
    for info in infos:
        record = info / "RECORD"
        rows = list(csv.reader(io.StringIO(record.read_text(encoding="utf-8"))))
        kept = [row for row in rows if row and is_needed(row[0])]
        if len(kept) == len(rows):
            continue
        for row in rows:
            if row and not is_needed(row[0]):
                path = site / row[0]
                path.unlink(missing_ok=True)
                emptied.add(PurePosixPath(row[0]).parent)
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows(kept)
        record.write_text(text.getvalue(), encoding="utf-8", newline="")
    for folder in sorted(emptied, key=lambda each: -len(each.parts)):
        _remove_if_empty(site / folder)


def _remove_if_empty(folder: Path) -> None:
    """Remove a folder that nothing is left in, and those above it likewise."""
    while folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
