"""What being late costs: a share of the points, for each day or at once."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from casekit.errors import InvalidArgument

__all__ = ["NOT_LATE", "LatePenalty", "Lateness", "days_late"]

_PENALTY = re.compile(r"\s*(\d{1,3}(?:[.,]\d{1,3})?)\s*%?\s*(/\s*(?:day|d))?\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Lateness:
    """How late a submission is, and what that costs.

    Parameters
    ----------
    days
        Days late; 0 if it came in time.
    share
        Share of the points taken off, 0 to 1.
    """

    days: float = 0.0
    share: float = 0.0


NOT_LATE = Lateness()


@dataclass(frozen=True)
class LatePenalty:
    """The rule of a batch.

    Parameters
    ----------
    percent
        Taken off the points.
    daily
        Whether for each day begun; else once.
    """

    percent: float = 0.0
    daily: bool = False

    @classmethod
    def parse(cls, words: str) -> LatePenalty:
        """The rule as an instructor writes it: `10` once, `10/day` for each day begun.

        Raises
        ------
        InvalidArgument
            If it is no such rule.

        Examples
        --------
        >>> LatePenalty.parse("10/day").of(2.5)
        Lateness(days=2.5, share=0.3)
        """
        match = _PENALTY.fullmatch(words)
        percent = float(match[1].replace(",", ".")) if match else math.inf
        if not match or percent > 100:
            raise InvalidArgument("grade-late-penalty", found=words)
        return cls(percent, bool(match[2]))

    def __str__(self) -> str:
        return f"{self.percent:g}{'/day' if self.daily else ''}"

    def of(self, days: float) -> Lateness:
        """What so many days cost."""
        times = math.ceil(days) if self.daily else int(days > 0)
        return Lateness(days, round(min(1.0, self.percent / 100 * times), 6))


def days_late(entry: Mapping[str, Any]) -> float:
    """Days late as far as the learning system says; a day where it says *late* alone.

    Parameters
    ----------
    entry
        Line of the journal.
    """
    return 1.0 if entry.get("late") else 0.0
