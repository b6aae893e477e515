"""Where a notebook's answers are kept: beside it, or in the kernel alone."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from casekit.questions import journal
from casekit.questions.answers_file import AnswersFile, Keeper

__all__ = ["KernelMemory", "keeper_of"]


class KernelMemory:
    """Keeps answers as long as the kernel runs: where nothing is to be kept beside the notebook."""

    def __init__(self) -> None:
        self._lines: list[dict[str, Any]] = []

    def lines(self) -> list[dict[str, Any]]:
        """What was answered, oldest first."""
        return list(self._lines)

    def add(self, line: Mapping[str, Any]) -> None:
        """Keep one more answer."""
        self._lines.append(dict(line))

    def put_plan(self, plan: str) -> None:
        """Keep no plan: its line has it."""


_SESSION = KernelMemory()


def keeper_of(folder: str | Path) -> Keeper:
    """Where answers are kept: beside the notebook, unless nothing is to be kept there."""
    return AnswersFile(folder) if journal.keeps_progress() else _SESSION
