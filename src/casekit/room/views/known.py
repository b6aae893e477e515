"""What of the company and its rounds the views may draw on, worked out elsewhere in the room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

__all__ = ["KnownSoFar"]

#: Plain JSON by name.
Told = Mapping[str, Any]


@dataclass(frozen=True)
class KnownSoFar:
    """What is known in one language.

    Rows of teams bear the team's id as `team`; the views write its name in its place. What may not
    be told yet may stand here: the views hold it back.

    Parameters
    ----------
    currency
        Its sign.
    company
        The company's name.
    pictures
        By exhibit: `src`, `narrow` (for a phone) and `alt`.
    right
        By exhibit: the option that the data bear out.
    results
        By round, by team, see `results.team_result`. A round that is being worked out is missing;
        one that is played again is missing until it is worked out anew.
    leaders, forecasters
        See `score`.
    reveal
        What is told last: `attainable_krub`, `teams` (rows of `gain_krub`, `share`), `opinions`
        (see `revealing.who_was_right`), and whatever else of the company. None while it is being
        worked out.
    """

    currency: str
    company: str
    pictures: Mapping[str, Told] = field(default_factory=dict)
    right: Mapping[str, str] = field(default_factory=dict)
    results: Mapping[int, Mapping[str, Told]] = field(default_factory=dict)
    leaders: Sequence[Told] = ()
    forecasters: Sequence[Told] = ()
    reveal: Told | None = None
