"""One line where a library is missing that the command line itself needs."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

_TEXTS = Path(__file__).parents[1] / "language" / "texts"
_KEY = "cli-library = "


def refusal(error: Exception) -> Any:
    """A command line that says what is missing and ends with code 1."""
    line = told(getattr(error, "name", None) or getattr(error, "filename", None) or "?", str(error))

    def main(words: Sequence[str] | None = None) -> None:
        sys.stderr.buffer.write(line.encode(sys.stderr.encoding or "ascii", "replace") + b"\n")
        sys.exit(1)

    return main


def told(name: str, why: str) -> str:
    """The sentence, read without the library that reads texts."""
    wishes = [*re.findall(r"--lang[= ](\w\w)", " ".join(sys.argv))]
    wishes += [os.environ.get(key, "")[:2] for key in ("CASEKIT_LANG", "LC_ALL", "LANG")]
    lang = next((wish for wish in wishes if wish and (_TEXTS / wish).is_dir()), "en")
    lines = (_TEXTS / lang / "cli.ftl").read_text(encoding="utf-8").splitlines()
    sentence = next(line for line in lines if line.startswith(_KEY)).removeprefix(_KEY)
    return sentence.replace("{ $name }", name).replace("{ $why }", why)
