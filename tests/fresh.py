"""The kit as somebody gets it, whatever was done in the folders of this one since."""

from __future__ import annotations

import shutil
from pathlib import Path

from casekit.authoring import read_source
from casekit.authoring.notebooks import compose, place_of, written
from casekit.authoring.source import find_sources
from casekit.language import LANGUAGES

ROOT = Path(__file__).parents[1]
SOURCES = {path.stem: path for path in find_sources(ROOT / "solutions")}

#: Names of the notebooks, in their order.
NAMES = list(SOURCES)


def untouched(name: str, lang: str) -> str:
    """Text of a participant's notebook, made anew: the one in `notebooks/` may have been used."""
    return written(compose(read_source(SOURCES[name]), lang, solution=False))


def fresh_kit(folder: Path) -> Path:
    """Write what a participant works with into a folder: data, notebooks, the start script."""
    # What people put beside the tables begins like this; tables are not theirs to change.
    own = shutil.ignore_patterns(".*", "my_*")
    shutil.copytree(ROOT / "data", folder / "data", ignore=own)
    shutil.copy(ROOT / "start.py", folder)
    for name, path in SOURCES.items():
        for lang in LANGUAGES:
            place = folder / place_of(read_source(path), lang, solution=False)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(untouched(name, lang), encoding="utf-8")
    return folder
