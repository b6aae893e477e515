"""What the model told of known months, and what the books tell of prices, in sentences."""

from __future__ import annotations

from casekit.language import money, month, percent, text
from casekit.model.calibration.calibration import COVERAGE
from casekit.model.calibration.hindcast import Hindcast
from casekit.model.calibration.pressure import PricePressure

__all__ = ["hindcast_words", "pressure_words"]


def hindcast_words(told: Hindcast, currency: str | None = None) -> tuple[str, str]:
    """What the model told and what came, and what that does not show, in two sentences.

    Parameters
    ----------
    told
        A hindcast.
    currency
        The company's currency label; the session's if left out.
    """
    error = told.error_share
    # A difference that vanishes in rounding is no direction.
    side = "alike" if abs(error) < 0.0005 else "above" if error > 0 else "below"
    came = text(
        "hindcast-came",
        known=told.known_months,
        first=month(str(told.months["month"].iloc[0])),
        last=month(str(told.months["month"].iloc[-1])),
        told=money(told.told_krub, currency),
        booked=money(told.booked_krub, currency),
        side=side,
        error=percent(abs(error), 1),
        covered=str(told.covered).lower(),
        low=money(told.total_low_krub, currency),
        high=money(told.total_high_krub, currency),
        band=percent(COVERAGE),
    )
    return came, text("hindcast-shows", covered=str(told.covered).lower())


def pressure_words(pressure: PricePressure, currency: str | None = None) -> str:
    """How fast prices at shared clients give way, how sure that is, and what it costs.

    Parameters
    ----------
    pressure
        What `estimate_pressure` gives.
    currency
        The company's currency label; the session's if left out.
    """
    if not pressure.seen:
        return text(
            "pressure-unsure",
            low=percent(pressure.low_share, 1),
            high=percent(pressure.high_share, 1),
            band=percent(COVERAGE),
        )
    return text(
        "pressure-falls",
        share=percent(pressure.yearly_share, 1),
        low=percent(pressure.low_share, 1),
        high=percent(pressure.high_share, 1),
        band=percent(COVERAGE),
        amount=money(pressure.yearly_krub, currency),
    )
