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

__all__ = ["Drawing", "Exhibits", "Picture", "right_option"]

#: Upper ends of the bands in which it is guessed how much of 100 hours is selling; the last has
#: none.
_ENDS = (0.30, 0.45, 0.60)
#: Sizes of the pictures, inches, by exhibit: for a wall or a desk, and for a phone held upright,
#: on which all of it must be seen and read.
_WIDE = {"audit": (6.6, 4.0), "averages": (6.6, 3.4)}
_NARROW = {"audit": (4.0, 5.2), "averages": (4.0, 3.6)}
# Pictures are drawn one at a time: the library's settings are common to all threads.
_DRAWS = Lock()


@dataclass(frozen=True)
class Drawing:
    """A file of a picture.

    Parameters
    ----------
    file
        Name by its content, so that browsers may keep it.
    svg
        The file.
    """

    file: str
    svg: bytes


@dataclass(frozen=True)
class Picture:
    """An exhibit as it is served: browsers choose by their width.

    Parameters
    ----------
    wide, narrow
        For a wall or a desk, and for a phone.
    alt
        What both show, in words.
    """

    wide: Drawing
    narrow: Drawing
    alt: str

    def told(self) -> dict[str, str]:
        """What the views say of it: addresses of both drawings (`src`, `narrow`) and `alt`."""
        src, narrow = (f"/exhibit/{drawing.file}" for drawing in (self.wide, self.narrow))
        return {"src": src, "narrow": narrow, "alt": self.alt}


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
        pictures = tuple(self._pictures.values())
        drawings = (drawing for each in pictures for drawing in (each.wide, each.narrow))
        return next((drawing.svg for drawing in drawings if drawing.file == file), None)

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
    wide, title = _drawing(_WIDE[name], draw)
    narrow, _ = _drawing(_NARROW[name], draw)
    return Picture(wide, narrow, f"{title.rstrip('.')}: {'; '.join(words)}.")


def _drawing(size: tuple[float, float], draw: Callable[[Axes], Axes]) -> tuple[Drawing, str]:
    """A drawing of a size, and its title."""
    figure = Figure(figsize=size, layout="constrained")
    ax = draw(figure.subplots())
    out = io.BytesIO()
    # Letters as shapes: no font is needed. The same picture has the same bytes on any day.
    with matplotlib.rc_context({"svg.fonttype": "path", "svg.hashsalt": "casekit"}):
        figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
    svg = out.getvalue()
    file = f"{hashlib.sha256(svg).hexdigest()[:24]}.svg"
    return Drawing(file, svg), ax.get_title(loc="left")


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
