"""A team, and what its board kept: plans with their reasons, and forecasts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from casekit.model import Plan
from casekit.questions.answers_file import COMMITTED, DECIDED, FORECAST

__all__ = ["Entry", "Team", "plan_of"]


@dataclass(frozen=True)
class Entry:
    """A line that a team's board kept: a plan with its reason, or a forecast.

    Parameters
    ----------
    line
        As `questions.answers_file.answer_line` gives it.
    at_ms
        When it came.
    late
        `results` where it came after the round had been played, `reveal` after the truth had been
        told; else empty.
    """

    line: Mapping[str, Any]
    at_ms: int
    late: str = ""

    @property
    def answer(self) -> Mapping[str, Any]:
        """What was entered."""
        answer: Mapping[str, Any] = self.line["answer"]
        return answer


@dataclass(frozen=True)
class Team:
    """A team and what it entered for each round.

    Parameters
    ----------
    name
        As its people gave it, or the facilitator.
    code
        What a colleague types to join.
    removed
        Whether the facilitator took it out; what it did stays in the log.
    entries
        By round, oldest first.
    """

    name: str
    code: str
    removed: bool = False
    entries: Mapping[int, tuple[Entry, ...]] = field(default_factory=dict)

    def committed(self, number: int) -> Entry | None:
        """The plan that counts for a round: the last one."""
        return self._last(number, COMMITTED, DECIDED)

    def forecast(self, number: int) -> Entry | None:
        """The forecast that counts for a round: the last one."""
        return self._last(number, FORECAST)

    def forecast_is_of_plan(self, number: int) -> bool:
        """Whether a round's forecast was made for the plan that counts."""
        committed, forecast = self.committed(number), self.forecast(number)
        if committed is None or forecast is None:
            return False
        return bool(forecast.answer.get("plan") == committed.answer["plan"])

    def _last(self, number: int, *questions: str) -> Entry | None:
        entries = self.entries.get(number, ())
        found = (entry for entry in reversed(entries) if entry.line["question"] in questions)
        return next(found, None)


def plan_of(plain: Mapping[str, Any] | None) -> Plan | None:
    """A committed plan, of its plain JSON; None where none was committed."""
    return None if plain is None else Plan.from_json(json.dumps(plain))
