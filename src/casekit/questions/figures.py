"""Figures of a company that a reason names: kept as numbers, told in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from casekit import language
from casekit.questions.telling import told_number

__all__ = ["Figure", "figure", "plain_figures", "told_figures"]


@dataclass(frozen=True)
class Figure:
    """A number with its unit.

    Parameters
    ----------
    value
        The number, in its unit.
    unit
        As a question has it: `share`, `points`, `hours`, `krub` ...; empty for a bare number.
    digits
        Decimals that are told; of a share, of the per cent.
    """

    value: float
    unit: str = ""
    digits: int = 0


def figure(value: Any, unit: str = "", digits: int = 0) -> Figure:
    """A number with its unit and its decimals."""
    return Figure(float(value), unit, digits)


def plain_figures(figures: Mapping[str, Any]) -> dict[str, Any]:
    """Figures as plain JSON: texts, texts by language, and numbers with unit and decimals.

    Raises
    ------
    TypeError
        If one of them is none of these.
    """
    found: dict[str, Any] = {}
    for name, value in figures.items():
        if isinstance(value, str):
            found[name] = value
        elif isinstance(value, Mapping):
            found[name] = {lang: str(value[lang]) for lang in language.LANGUAGES}
        else:
            one = value if isinstance(value, Figure) else figure(value)
            found[name] = [float(f"{one.value:.10g}"), one.unit, one.digits]
    return found


def told_figures(plain: Mapping[str, Any]) -> dict[str, str]:
    """Figures in words of the reader's language."""
    told = {}
    for name, value in plain.items():
        if isinstance(value, str):
            told[name] = value
        elif isinstance(value, Mapping):
            told[name] = str(value[language.current()])
        else:
            number, unit, digits = value
            told[name] = told_number(float(number), str(unit), int(digits))
    return told
