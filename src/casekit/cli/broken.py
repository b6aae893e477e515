"""One line where the command line itself could not be loaded: a library is missing, or Ctrl+C."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

_TEXTS = Path(__file__).parents[1] / "language" / "texts"
#: Code of a program that its user stopped, as shells count it.
STOPPED = 130


def refusal(error: Exception) -> Any:
    """A command line that says what is missing and ends with code 1."""
    line = told(getattr(error, "name", None) or getattr(error, "filename", None) or "?", str(error))

    def main(words: Sequence[str] | None = None) -> None:
        _end(line, 1)

    return main


def stop(words: Sequence[str] | None = None) -> None:
    """A command line that its user stopped before it was loaded."""
    _end(_sentence("cli-stopped"), STOPPED)


def told(name: str, why: str) -> str:
    """The sentence about a library that is missing."""
    return _sentence("cli-library").replace("{ $name }", name).replace("{ $why }", why)


def _end(line: str, code: int) -> None:
    sys.stderr.buffer.write(line.encode(sys.stderr.encoding or "ascii", "replace") + b"\n")
    sys.exit(code)


def _sentence(key: str) -> str:
    """A sentence, read without the library that reads texts."""
    wishes = [*re.findall(r"--lang[= ](\w\w)", " ".join(sys.argv))]
    wishes += [os.environ.get(name, "")[:2] for name in ("CASEKIT_LANG", "LC_ALL", "LANG")]
    lang = next((wish for wish in wishes if wish and (_TEXTS / wish).is_dir()), "en")
    lines = (_TEXTS / lang / "cli.ftl").read_text(encoding="utf-8").splitlines()
    start = f"{key} = "
    return next(line for line in lines if line.startswith(start)).removeprefix(start)
