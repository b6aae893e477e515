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


def why_not() -> str:
    """Why the real file cannot be made here; empty if it can."""
    if MADE:
        return ""
    kept = sources.kept_folder()
    missing = [file.file for file in read_lock(ROOT).files if not (kept / file.file).is_file()]
    if not missing:
        return ""
    return f"Python for browsers is not here; casekit one-file fetches it: {missing}"


#: Marks a test that opens the real file.
needs_python = pytest.mark.skipif(bool(why_not()) and not REQUIRED, reason=why_not())


def one_file(folder: Path, lang: str) -> Path:
    """The real file in a language, as a participant gets it."""
    if MADE:
        return Path(MADE).resolve() / f"casekit_{lang}.html"
    (file,) = write_one_file(ROOT, folder, Company(), [lang])
    return file.path
