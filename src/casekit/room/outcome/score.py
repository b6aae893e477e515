"""Who leads: profit realised against leaving it; and, apart from that, how good forecasts were."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from casekit.room.outcome.results import against_forecast
from casekit.room.outcome.rounds import Round

__all__ = ["SURE_SHARE", "forecasters", "leader_board"]

#: How sure a forecast's range is meant to be: it should hold so often.
SURE_SHARE = 0.8

#: What was foretold, by team, of the rounds in their order; None where nothing was.
Forecasts = Mapping[str, Sequence[Mapping[str, Sequence[float]] | None]]


def leader_board(rounds: Sequence[Round]) -> list[dict[str, Any]]:
    """Teams by realised profit against the company that was left alone, the first first.

    Parameters
    ----------
    rounds
        All that were played, in their order.

    Returns
    -------
    list of dict
        `team`, `place` (equal gains share one), `profit_krub` gained over the rounds, thousands,
        `by_round`. Who was not there in a round gained nothing in it; who was not there in the
        last is left out.
    """
    if not rounds:
        return []
    rows = []
    for team in rounds[-1].teams:
        gains = [_gain(played, team) for played in rounds]
        rows.append({"team": team, "profit_krub": round(sum(gains), 1), "by_round": gains})
    return _placed(sorted(rows, key=lambda row: -row["profit_krub"]), "profit_krub")


def forecasters(rounds: Sequence[Round], forecasts: Forecasts) -> list[dict[str, Any]]:
    """Teams by their forecasts: how often the ranges held, and how wide they were.

    Parameters
    ----------
    rounds
        All that were played, in their order.
    forecasts
        By team, of each round.

    Returns
    -------
    list of dict
        `team`, `place`, `held` ranges `of` those given, `width_krub` (mean of those for
        profit, None where none was given), `score_krub`, the best first; who gave none comes last,
        without a place.

    Notes
    -----
    The score is the interval score of Gneiting and Raftery (2007, equation 43) at the sureness
    that was asked for: a range's width and ten times what came lay beyond it. So neither a range
    that holds everything nor one that is narrow and misses comes first.
    """
    beyond = 2.0 / (1.0 - SURE_SHARE)
    rows: list[dict[str, Any]] = []
    for team in rounds[-1].teams if rounds else ():
        held, widths, scores = 0, [], []
        for played, forecast in zip(rounds, forecasts.get(team, ()), strict=False):
            if team not in played.teams:
                continue
            told = against_forecast(played.teams[team], forecast) or {}
            for name, each in told.items():
                low, _, high = each["range"]
                missed = max(low - each["came"], each["came"] - high, 0.0)
                held += each["held"]
                if name == "profit":
                    widths.append(high - low)
                scores.append(high - low + beyond * missed)
        rows.append(
            {
                "team": team,
                "held": held,
                "of": len(scores),
                "width_krub": round(float(np.mean(widths)), 1) if widths else None,
                "score_krub": round(float(np.mean(scores)), 1) if scores else None,
            }
        )
    gave = sorted((row for row in rows if row["of"]), key=lambda row: row["score_krub"])
    return [
        *_placed(gave, "score_krub"),
        *({**row, "place": None} for row in rows if not row["of"]),
    ]


def _gain(played: Round, team: str) -> float:
    if team not in played.teams:
        return 0.0
    return round(sum(played.teams[team].profit_krub) - sum(played.left.profit_krub), 1)


def _placed(rows: Sequence[dict[str, Any]], key: str) -> list[dict[str, Any]]:
    """Rows with their places, those of equal worth with the same."""
    placed: list[dict[str, Any]] = []
    for number, row in enumerate(rows, 1):
        same = bool(placed) and placed[-1][key] == row[key]
        placed.append({**row, "place": placed[-1]["place"] if same else number})
    return placed
