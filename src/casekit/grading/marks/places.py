"""Where each question stands: its notebook and its number there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from casekit.questions.bank import EXPRESS

__all__ = ["Place", "places_of"]

#: What numbers one or two questions that come next, as a heading or in bold within a sentence, or a
#: call that asks one.
_STEP = re.compile(
    r"^# (?:#+ |.*?\*\*)(?:Questions?|Вопрос(?:ы)?) (?P<number>\d+)(?: (?:and|и) (?P<second>\d+))?"
    r"|\bck\.(?P<verb>check|ask|guess)\(\s*\"(?P<name>[\w.]+)\"",
    re.MULTILINE,
)
#: The six opinions are asked in between and bear no number, as guesses.
_UNNUMBERED = "opinions."


@dataclass(frozen=True)
class Place:
    """Where a question is asked.

    Parameters
    ----------
    notebook
        Name of the notebook.
    number
        Of the question in it; 0 where it has none.
    """

    notebook: str
    number: int = 0

    @property
    def short_path(self) -> bool:
        """Whether it belongs to the lesson of ninety minutes."""
        return self.number in EXPRESS.get(self.notebook[:2], ())


def places_of(root: Path) -> Mapping[str, Place]:
    """Places of the questions, from the sources of the notebooks.

    Parameters
    ----------
    root
        The kit's top folder.
    """
    found: dict[str, Place] = {}
    for path in sorted((root / "solutions").glob("[0-9]*.py")):
        numbers: list[int] = []
        for step in _STEP.finditer(path.read_text(encoding="utf-8")):
            if step["number"]:
                numbers = [int(each) for each in (step["number"], step["second"]) if each]
            elif step["name"] not in found:
                bare = step["verb"] == "guess" or step["name"].startswith(_UNNUMBERED)
                number = numbers.pop(0) if numbers and not bare else 0
                found[step["name"]] = Place(path.stem, number)
    return found
