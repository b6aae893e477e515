"""The exhibits: tables and pictures of the data that accompany the case text."""

from __future__ import annotations

import io
from collections.abc import Callable

import pandas as pd

from casekit import charts
from casekit.analysis import reference_gaps, time_audit
from casekit.analysis.profit import profit_and_loss, profit_bridge, sales_by_line
from casekit.analysis.wallets import wallets_by_status
from casekit.company import Case
from casekit.language import LANGUAGES, hours, money, percent, text, using

#: Dots per inch: sharp in print, small enough for mail.
_DPI = 130


def exhibits(case: Case) -> dict[str, bytes]:
    """Files of the exhibits by path below `case/`: a page and its pictures in each language."""
    files: dict[str, bytes] = {}
    for lang in LANGUAGES:
        with using(lang, case.currency):
            for name, draw in _pictures(case).items():
                files[f"{lang}/exhibits/{name}.png"] = _png(draw)
            files[f"{lang}/exhibits.md"] = _page(case).encode("utf-8")
    return files


def _pictures(case: Case) -> dict[str, Callable[[], object]]:
    audit = time_audit(case.reports, case.benchmarks)
    bridge = profit_bridge(case.financials, case.sales, case.positions, case.accounts)
    wallets = wallets_by_status(case.positions, case.accounts)
    return {
        "profit_bridge": lambda: charts.plot_profit_bridge(bridge),
        "sales_by_line": lambda: charts.plot_sales_by_line(sales_by_line(case.sales)),
        "wallets": lambda: charts.plot_wallets(wallets, case.currency),
        "time_audit": lambda: charts.plot_time_audit(audit),
    }


def _page(case: Case) -> str:
    """Exhibits in the order in which a reader needs them."""
    pnl = profit_and_loss(case.financials).rename_axis("pnl")
    wallets = wallets_by_status(case.positions, case.accounts).rename_axis("status")
    # Which part of competitors' money lies where is for the reader to work out.
    wallets = wallets.drop(columns="competitors_share")
    gaps = reference_gaps(time_audit(case.reports, case.benchmarks))
    chapters = [
        ("pnl", _markdown(pnl), "profit_bridge"),
        ("sales", "", "sales_by_line"),
        ("wallets", _markdown(wallets), "wallets"),
        ("hours", _markdown(gaps), "time_audit"),
        ("benchmarks", _markdown(_references(case)), None),
    ]
    parts = [f"# {text('exhibits-title')}", text("exhibits-lead")]
    for place, (name, table, picture) in enumerate(chapters, 1):
        title = text(f"exhibit-{name}")
        parts.append(f"## {text('exhibit-number', number=str(place), title=title)}")
        parts.extend(filter(None, [table]))
        if picture:
            parts.append(f"![{title}](exhibits/{picture}.png)")
    return "\n\n".join(parts) + "\n"


def _references(case: Case) -> pd.DataFrame:
    """Reference values in words: each in its own unit, with where it comes from."""

    def told(value: float, unit: str) -> str:
        if pd.isna(value):
            return ""
        ways = {"share": percent, "hours": hours, "krub": lambda krub: money(krub, case.currency)}
        return ways[unit](value)

    rows = []
    for row in case.benchmarks.itertuples(index=False):
        basis, _, source = row.basis.partition(": ")
        rows.append(
            {
                "metric": row.metric,
                "reference": told(row.reference, row.unit),
                "best_quarter": told(row.best_quarter, row.unit),
                "basis": text(f"basis-{basis}", source=case.label(source)),
            }
        )
    return pd.DataFrame(rows)


def _markdown(frame: pd.DataFrame) -> str:
    """A frame as the reader's table, in Markdown."""
    shown = charts.show_table(frame)
    sides = ["---:" if numeric else "---" for numeric in shown.numeric]
    rows = [shown.heads, sides, *shown.rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in rows)


def _png(draw: Callable[[], object]) -> bytes:
    import matplotlib.pyplot as plt

    with plt.rc_context({"figure.max_open_warning": 0}):
        figure = draw().figure  # type: ignore[attr-defined]
        out = io.BytesIO()
        # Metadata would name the drawing library's version and so change the bytes.
        figure.savefig(out, format="png", dpi=_DPI, metadata={"Software": None})
        plt.close(figure)
    return out.getvalue()
