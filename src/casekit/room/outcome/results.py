"""What a round's results tell a team: news, profit against leaving it, the forecast, clients."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from casekit.room.outcome.rounds import Lived, Round

__all__ = ["MARGIN", "PROFIT", "against_forecast", "team_result"]

#: What is foretold, as the board records it: profit gained against the old hours, and the margin
#: of the ninth month; low end, likeliest and high end, thousands.
PROFIT, MARGIN = "profit_nine_months_krub", "margin_month_nine_krub"
#: Clients told of each kind, the largest first.
MOST_CLIENTS = 4
#: What may become of a client.
CHANGES = ("lost", "won", "grew", "shrank")

#: How a name of the data reads.
Label = Callable[[str], str]


def team_result(
    played: Round,
    team: str,
    forecast: Mapping[str, Sequence[float]] | None = None,
    label: Label = str,
    names: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """A round as one team is told of it, plain JSON, thousands.

    Parameters
    ----------
    played
        The round.
    team
        The team.
    forecast
        What it foretold: `PROFIT` and `MARGIN`, as the board records them; None if nothing.
    label
        How a name of the data reads in the reader's language, `case.label`.
    names
        Name of each account.

    Returns
    -------
    dict
        `round`, `months`, `news`, `profit` (`came`, `left`, `gain` against the company left alone,
        `today` of the same months a year before), `gained` (against the team's own old hours,
        which its forecast is about), `forecast` (see `against_forecast`), `books` (a month each),
        `clients` (the largest of each kind), `counts` of all that changed, `hours` before and
        after, `decided`.
    """
    lived, left = played.teams[team], played.left
    came, alone = sum(lived.profit_krub), sum(left.profit_krub)
    named = names or {}
    rows = zip(lived.months, lived.margin_krub, left.margin_krub, strict=True)
    clients = {kind: _clients(lived, kind) for kind in CHANGES}
    return {
        "round": played.number,
        "months": list(lived.months),
        "news": [_news(event, label, named) for event in played.news],
        "profit": {
            "came": _krub(came),
            "left": _krub(alone),
            "gain": _krub(came - alone),
            "today": _krub(lived.year_before_krub),
        },
        "gained": _krub(gained(lived)),
        "forecast": against_forecast(lived, forecast),
        "books": [
            {"month": month, "margin_krub": _krub(margin), "left_krub": _krub(without)}
            for month, margin, without in rows
        ],
        "clients": [
            {"name": label(named.get(account, account)), "what": kind, "krub": _krub(krub)}
            for kind in CHANGES
            for account, krub in clients[kind][:MOST_CLIENTS]
        ],
        "counts": {kind: len(found) for kind, found in clients.items()},
        "hours": {"before": dict(lived.before), "after": dict(lived.after)},
        "decided": played.plans[team] is not None,
    }


def gained(lived: Lived) -> float:
    """Profit of a round beyond what the team's own old hours would have brought, thousands."""
    return float(np.sum(lived.profit_krub) - np.sum(lived.old_profit_krub))


def against_forecast(
    lived: Lived, forecast: Mapping[str, Sequence[float]] | None
) -> dict[str, dict[str, Any]] | None:
    """A forecast beside what came; None where nothing was foretold.

    Parameters
    ----------
    lived
        What came.
    forecast
        As of `team_result`; what is no low end, likeliest and high end in this order is left out.

    Returns
    -------
    dict or None
        `profit` and `margin`, each with `range` (low, likeliest, high), `came` and `held`.
    """
    told = {}
    for name, key, came in (
        ("profit", PROFIT, gained(lived)),
        ("margin", MARGIN, lived.margin_krub[-1]),
    ):
        ends = _ends((forecast or {}).get(key))
        if ends is not None:
            held = ends[0] <= came <= ends[2]
            told[name] = {"range": [_krub(end) for end in ends], "came": _krub(came), "held": held}
    return told or None


def _ends(told: Any) -> tuple[float, float, float] | None:
    if not isinstance(told, Sequence) or isinstance(told, str) or len(told) != 3:
        return None
    if not all(isinstance(end, int | float) and not isinstance(end, bool) for end in told):
        return None
    low, middle, high = (float(end) for end in told)
    return (low, middle, high) if low <= middle <= high else None


def _news(event: Mapping[str, Any], label: Label, names: Mapping[str, str]) -> dict[str, Any]:
    """An event with names as the reader has them."""
    told = {key: event[key] for key in ("kind", "month", "months") if key in event}
    for key, code in (("region", "region"), ("rep", "rep_id")):
        if code in event:
            told[key] = label(str(event[code]))
    if "account_id" in event:
        account = str(event["account_id"])
        told["client"] = label(names.get(account, account))
    return told


def _clients(lived: Lived, kind: str) -> list[tuple[str, float]]:
    """Accounts of which something became, with the change in thousands a month, largest first."""
    found = [
        (account, now - was) for account, was, now in lived.clients if kind == _became(was, now)
    ]
    return sorted(found, key=lambda each: (-abs(each[1]), each[0]))


def _became(was: float, now: float) -> str:
    if now <= 0.0:
        return "lost"
    if was <= 0.0:
        return "won"
    return "grew" if now > was else "shrank"


def _krub(amount: float) -> float:
    return round(float(amount), 1)
