"""A plan as a workbook: what it brings, everybody's hours, month by month."""

from __future__ import annotations

import io
from math import isnan
from typing import Any

import xlsxwriter

from casekit.company import ACTIVITIES
from casekit.language import chance, text
from casekit.model import EVERYBODY, PHASES, Comparison, Figures, Outlook, Plan, plan_words

__all__ = ["plan_sheet"]

_HOURS, _MONEY = "0.0", "#,##0"


def plan_sheet(comparison: Comparison, plan: Plan) -> bytes:
    """A plan as an Excel workbook; differences are formulas, so that hours can be changed.

    Parameters
    ----------
    comparison
        Today and the best plan.
    plan
        The plan.

    Returns
    -------
    bytes
        An .xlsx file of three sheets: the plan, specialists by phase, months; a fourth where the
        plan asks for hours that nobody has tried.
    """
    file = io.BytesIO()
    # Texts that look like formulas or links are written as texts.
    safe = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with xlsxwriter.Workbook(file, safe) as book:
        styles = {
            "title": book.add_format({"bold": True, "font_size": 14}),
            "head": book.add_format({"bold": True, "text_wrap": True, "bottom": 1}),
            "words": book.add_format({"text_wrap": True, "valign": "top"}),
            "hours": book.add_format({"num_format": _HOURS}),
            "change": book.add_format({"num_format": "+0.0;-0.0;0"}),
            "money": book.add_format({"num_format": _MONEY}),
        }
        _plan(book, styles, comparison, plan)
        _specialists(book, styles, comparison, plan)
        _months(book, styles, comparison, plan)
        _untried(book, styles, comparison, plan)
    return file.getvalue()


def _plan(book: Any, styles: dict[str, Any], comparison: Comparison, plan: Plan) -> None:
    """Write sentences on the plan, and mean hours by phase."""
    sheet = book.add_worksheet(text("sheet-plan"))
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 9, 13)
    sheet.write(0, 0, text("sheet-title"), styles["title"])
    figures = comparison.figures(plan)
    found = comparison.outlook(plan) if plan else None
    row = 2
    for words in plan_words(comparison, plan, figures, found=found):
        sheet.merge_range(row, 0, row, 6, words, styles["words"])
        sheet.set_row(row, 32)
        row += 1
    row += 1
    heads = [text("sheet-activity"), text("sheet-today")]
    for month in PHASES:
        heads += [text("sheet-from", month=month), text("sheet-change")]
    sheet.write_row(row, 0, heads, styles["head"])
    today = comparison.today()
    by_phase = [comparison.figures(plan, EVERYBODY, phase).hours for phase in range(len(PHASES))]
    for place, name in enumerate(ACTIVITIES):
        line = row + 1 + place
        sheet.write(line, 0, text(f"activity-{name}"))
        sheet.write_number(line, 1, float(today[place]), styles["hours"])
        for phase, hours in enumerate(by_phase):
            at = 2 + 2 * phase
            sheet.write_number(line, at, float(hours[place]), styles["hours"])
            difference = float(hours[place] - today[place])
            formula = f"={chr(65 + at)}{line + 1}-B{line + 1}"
            sheet.write_formula(line, at + 1, formula, styles["change"], round(difference, 6))
    last = row + len(ACTIVITIES)
    sheet.write(last + 1, 0, text("sheet-sum"), styles["head"])
    for at, total in enumerate([today, *(part for h in by_phase for part in (h, h - today))], 1):
        column = chr(65 + at)
        style = styles["change"] if at > 1 and at % 2 else styles["hours"]
        formula = f"=SUM({column}{row + 2}:{column}{last + 1})"
        sheet.write_formula(last + 1, at, formula, style, round(float(total.sum()), 6))
    _figures(sheet, last + 3, styles, comparison, figures, found)


def _figures(
    sheet: Any,
    row: int,
    styles: dict[str, Any],
    comparison: Comparison,
    figures: Figures,
    found: Outlook | None,
) -> None:
    """Gain, trough, month of payback and chance as cells; a word where one is unknown."""
    never = figures.payback_month is None and figures.months_below is not None
    told: list[tuple[str, float | int | str | None, str]] = [
        ("gain", figures.gain_krub, "money"),
        ("trough", figures.trough_krub, "money"),
        ("below", figures.months_below, ""),
        ("payback", text("sheet-never") if never else figures.payback_month, ""),
        ("untried", figures.untried["rep_id"].nunique(), ""),
    ]
    if found is not None:
        told.append(("chance", chance(found.chance_of_gain), ""))
    for place, (key, value, style) in enumerate(told):
        sheet.write(row + place, 0, text(f"sheet-{key}", currency=comparison.currency))
        _write(sheet, row + place, 1, value, styles.get(style))


def _write(sheet: Any, row: int, column: int, value: float | int | str | None, style: Any) -> None:
    """A number or a word; a word for what is unknown, which must not read as nought."""
    if value is None or (isinstance(value, float) and isnan(value)):
        sheet.write_string(row, column, text("format-unknown"))
    elif isinstance(value, str):
        sheet.write_string(row, column, value)
    else:
        sheet.write_number(row, column, round(float(value), 3), style)


def _specialists(book: Any, styles: dict[str, Any], comparison: Comparison, plan: Plan) -> None:
    """Write hours a month of every specialist in every phase."""
    sheet = book.add_worksheet(text("sheet-specialists"))
    heads = [text("sheet-specialist"), text("sheet-region"), text("sheet-phase")]
    heads += [text(f"activity-{name}") for name in ACTIVITIES]
    sheet.write_row(0, 0, [*heads, text("sheet-sum")], styles["head"])
    sheet.set_column(0, len(heads), 14)
    sheet.freeze_panes(1, 3)
    c = comparison.calibration
    planned = plan.hours(c.today_hours, c.rep_ids, c.regions)
    row = 0
    for place, (rep, region) in enumerate(zip(c.rep_ids, c.regions, strict=True)):
        phases = [(text("sheet-today"), c.today_hours[place])]
        phases += [
            (text("sheet-from", month=month), planned[phase, place])
            for phase, month in enumerate(PHASES)
        ]
        for words, hours in phases:
            row += 1
            sheet.write_row(row, 0, [rep, region, words])
            for column, value in enumerate(hours, 3):
                sheet.write_number(row, column, round(float(value), 3), styles["hours"])
            total = f"=SUM(D{row + 1}:I{row + 1})"
            sheet.write_formula(row, 9, total, styles["hours"], round(float(hours.sum()), 3))
    sheet.autofilter(0, 0, row, len(heads) - 1)


def _months(book: Any, styles: dict[str, Any], comparison: Comparison, plan: Plan) -> None:
    """Write gross margin by month, today's and the plan's, and the cumulative difference."""
    sheet = book.add_worksheet(text("sheet-months"))
    keys = ("month", "margin-today", "margin-plan", "difference", "cumulated")
    heads = [text(f"sheet-{key}", currency=comparison.currency) for key in keys]
    sheet.write_row(0, 0, heads, styles["head"])
    sheet.set_column(0, 0, 10)
    sheet.set_column(1, 4, 24)
    sheet.freeze_panes(1, 1)
    today, planned = comparison.margin_today(), comparison.figures(plan).margin_krub
    total = 0.0
    for month, (now, then) in enumerate(zip(today, planned, strict=True), 1):
        line = month + 1
        total += float(then - now)
        sheet.write_number(month, 0, month)
        sheet.write_number(month, 1, round(float(now), 3), styles["money"])
        _write(sheet, month, 2, float(then), styles["money"])
        if isnan(total):
            for column in (3, 4):
                _write(sheet, month, column, float("nan"), None)
            continue
        sheet.write_formula(month, 3, f"=C{line}-B{line}", styles["money"], float(then - now))
        sheet.write_formula(month, 4, f"=SUM(D$2:D{line})", styles["money"], total)


def _untried(book: Any, styles: dict[str, Any], comparison: Comparison, plan: Plan) -> None:
    """Hours of the plan that nobody has tried, by specialist and phase."""
    rows = comparison.figures(plan).untried
    if rows.empty:
        return
    sheet = book.add_worksheet(text("sheet-untried-hours"))
    heads = ("specialist", "phase", "kind", "hours", "tried", "beyond")
    sheet.write_row(0, 0, [text(f"sheet-{key}") for key in heads], styles["head"])
    sheet.set_column(0, len(heads), 18)
    sheet.freeze_panes(1, 0)
    for line, row in enumerate(rows.itertuples(), 1):
        phase, activity = text("sheet-from", month=row.from_month), f"activity-{row.activity}"
        sheet.write_row(line, 0, [row.rep_id, phase, text(activity)])
        for column, value in enumerate((row.hours, row.tried_hours, row.beyond_hours), 3):
            sheet.write_number(line, column, round(float(value), 3), styles["hours"])
