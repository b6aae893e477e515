"""The real one-file page, made once for all tests that open it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from casekit.onefile import Company, sources, write_one_file
from casekit.onefile.lock import read_lock

ROOT = Path(__file__).parents[1]
REQUIRED = os.environ.get("CASEKIT_REQUIRE_BROWSER") == "1"
#: Names a folder in which the file lies already, made by `casekit one-file`.
MADE = os.environ.get("CASEKIT_ONE_FILE")


def why_not(*parts: str) -> str:
    """Why files of the browser's Python are not here; empty if they are."""
    kept = sources.kept_folder()
    wanted = read_lock(ROOT).parts(*parts)
    missing = [file.file for file in wanted if not (kept / file.file).is_file()]
    if not missing:
        return ""
    listed = ", ".join(missing[:3]) + (" ..." if len(missing) > 3 else "")
    verb = "casekit one-file --lite" if "laboratory" in parts else "casekit one-file"
    return f"Python for browsers is not here; {verb} fetches it: {listed}"


_WHY_NOT = "" if MADE else why_not("core", "library")
#: Marks a test that opens the real file; without a source of Python there is none, in CI neither.
needs_python = pytest.mark.skipif(bool(_WHY_NOT), reason=_WHY_NOT)


_written: dict[str, Path] = {}


def one_file(tmp_path_factory: pytest.TempPathFactory, lang: str) -> Path:
    """The real file in a language, as a participant gets it; the same for all who ask."""
    if MADE:
        return Path(MADE).resolve() / f"casekit_{lang}.html"
    if lang not in _written:
        folder = tmp_path_factory.mktemp("one-file")
        (file,) = write_one_file(ROOT, folder, Company(), [lang])
        _written[lang] = file.path
    return _written[lang]
