"""Pictures of the two exhibits that the room votes on, as SVG in each language, told in words."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

import matplotlib
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from casekit.analysis import average_productivity, cost_of_hours, time_audit
from casekit.charts import plot_productivity, plot_time_audit
from casekit.company import Case
from casekit.company.schema import ACTIVITIES
from casekit.language import LANGUAGES, hours, money, percent, text, using
from casekit.room.course.votes import OPTIONS

__all__ = ["Exhibits", "Picture", "right_option"]

#: Upper ends of the bands in which it is guessed how much of 100 hours is selling; the last has
#: none.
_ENDS = (0.30, 0.45, 0.60)
#: Size of the pictures, inches, by exhibit.
_SIZE = {"audit": (6.6, 4.0), "averages": (6.6, 3.4)}
# Pictures are drawn one at a time: the library's settings are common to all threads.
_DRAWS = Lock()


@dataclass(frozen=True)
class Picture:
    """A picture as it is served.

    Parameters
    ----------
    file
        Name by its content, so that browsers may keep it.
    alt
        What it shows, in words.
    svg
        The file.
    """

    file: str
    alt: str
    svg: bytes


class Exhibits:
    """Pictures of a company, drawn once in every language.

    Parameters
    ----------
    case
        The company.
    """

    def __init__(self, case: Case) -> None:
        self._case = case
        self._pictures: dict[tuple[str, str], Picture] = {}

    def picture(self, name: str, lang: str) -> Picture:
        """An exhibit in a language.

        Parameters
        ----------
        name
            One of `OPTIONS`.
        lang
            Code of the language.
        """
        with _DRAWS:
            key = name, lang
            if key not in self._pictures:
                self._pictures[key] = self._drawn(name, lang)
            return self._pictures[key]

    def by_file(self, file: str) -> bytes | None:
        """A picture that was drawn, by the name of its file; None if there is none such."""
        found = (each.svg for each in tuple(self._pictures.values()) if each.file == file)
        return next(found, None)

    def warm(self) -> None:
        """Draw all of them."""
        for name in OPTIONS:
            for lang in LANGUAGES:
                self.picture(name, lang)

    def _drawn(self, name: str, lang: str) -> Picture:
        case = self._case
        with using(lang, case.currency):
            if name == "audit":
                audit = time_audit(case.reports, _benchmarks(case))
                return _picture(name, lambda ax: plot_time_audit(audit, ax), _audit_words(audit))
            table = average_productivity(case.reports, case.sales, case.positions)
            cost = _hour_cost(case)
            return _picture(
                name,
                lambda ax: plot_productivity(table, cost, case.currency, ax),
                _average_words(table, cost, case.currency),
            )


def right_option(name: str, case: Case) -> str:
    """The vote that the company's data bear out.

    Of the audit the band of selling in all reported hours. Averages do not say what the next hour
    brings: whoever says so is right.

    Parameters
    ----------
    name
        One of `OPTIONS`.
    case
        The company.
    """
    if name == "averages":
        return "unsaid"
    share = float(time_audit(case.reports).at["selling", "share"])
    return OPTIONS["audit"][int(np.searchsorted(_ENDS, share, side="right"))]


def _benchmarks(case: Case) -> pd.DataFrame | None:
    return case.benchmarks if "benchmarks" in case.tables else None


def _hour_cost(case: Case) -> float | None:
    """What an hour of selling costs by the reports, thousands; None where no books tell."""
    if "financials" not in case.tables:
        return None
    return float(cost_of_hours(case.financials, case.reports).at["selling", "krub_per_hour"])


def _picture(name: str, draw: Callable[[Axes], Axes], words: list[str]) -> Picture:
    figure = Figure(figsize=_SIZE[name], layout="constrained")
    ax = draw(figure.subplots())
    out = io.BytesIO()
    # Letters as shapes: no font is needed. The same picture has the same bytes on any day.
    with matplotlib.rc_context({"svg.fonttype": "path", "svg.hashsalt": "casekit"}):
        figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
    svg = out.getvalue()
    file = f"{hashlib.sha256(svg).hexdigest()[:24]}.svg"
    title = ax.get_title(loc="left").rstrip(".")
    return Picture(file, f"{title}: {'; '.join(words)}.", svg)


def _audit_words(audit: pd.DataFrame) -> list[str]:
    """Every bar with its figures."""
    said = []
    for name in ("selling", *ACTIVITIES):
        row = audit.loc[name]
        facts = {
            "activity": text(f"activity-{name}"),
            "share": percent(row["share"]),
            "hours": hours(row["hours"]),
        }
        if pd.notna(row["reference_share"]):
            reference = percent(row["reference_share"])
            said.append(text("room-alt-audit-reference", reference=reference, **facts))
        else:
            said.append(text("room-alt-audit", **facts))
    return said


def _average_words(table: pd.DataFrame, cost: float | None, currency: str) -> list[str]:
    """Every bar with its figure, and the line."""
    said = [
        text(
            "room-alt-average",
            activity=text(f"activity-{name}"),
            margin=money(float(margin), currency, 1),
        )
        for name, margin in table["margin_krub_per_hour"].items()
    ]
    if cost is not None:
        said.append(text("room-alt-hour-cost", cost=money(cost, currency, 1)))
    return said
