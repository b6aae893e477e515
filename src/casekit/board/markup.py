"""HTML parts of the board: live regions, download links, table of scenarios."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from html import escape

from casekit.company import ACTIVITIES
from casekit.language import money, number, text
from casekit.model import Comparison, Plan

__all__ = ["aloud", "link", "scenario_table"]

#: Media types by file ending.
_TYPES = {
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "png": "image/png",
}


def aloud(content: str) -> str:
    """HTML that a screen reader announces when it changes."""
    return f'<div role="status" aria-live="polite" style="line-height:1.35">{content}</div>'


def link(name: str, content: bytes) -> str:
    """Download link with the file's content inside, without a server."""
    data = base64.b64encode(content).decode()
    kind = _TYPES[name.rpartition(".")[2]]
    return f'<a download="{name}" href="data:{kind};base64,{data}">{name}</a>'


def scenario_table(comparison: Comparison, scenarios: Mapping[str, Plan]) -> str:
    """Table of scenarios: gain, month of payback, mean hours of the first phase."""
    if not scenarios:
        return ""
    heads = ("name", "gain", "pays", *ACTIVITIES)
    head = "".join(f'<th scope="col">{escape(text(f"board-head-{name}"))}</th>' for name in heads)
    rows = []
    for name, plan in scenarios.items():
        found = comparison.figures(plan)
        month = "—" if found.payback_month is None else number(found.payback_month)
        month = text("format-unknown") if found.unknown else month
        gain = money(found.gain_krub, comparison.currency)
        cells = gain, month, *(number(h, 1) for h in found.hours)
        told = "".join(f'<td style="padding:2px 10px">{escape(cell)}</td>' for cell in cells)
        rows.append(f'<tr><th scope="row">{escape(name)}</th>{told}</tr>')
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
