"""Reference values, and labels that show table values in the reader's language."""

from __future__ import annotations

import pandas as pd

from casekit.world.names import Names, Pair
from casekit.world.parameters import MONTH_HOURS, TERMS

#: Source of the published value, in English and Russian.
SURVEY: Pair = (
    "CSO Insights 2011, survey of more than 2,000 firms",
    "CSO Insights, 2011 год, опрос более чем 2000 компаний",
)
PUBLISHED = f"published: {SURVEY[0]}"
ASSUMED = "assumed"

#: metric, unit, reference, best quarter of specialists in other firms, basis.
REFERENCES: tuple[tuple[str, str, float, float | None, str], ...] = (
    ("retention_share", "share", 0.19, 0.17, ASSUMED),
    ("expansion_share", "share", 0.12, 0.14, ASSUMED),
    ("conversion_share", "share", 0.10, 0.13, ASSUMED),
    ("selling_share", "share", 0.41, 0.44, PUBLISHED),
    ("service_share", "share", 0.18, 0.15, ASSUMED),
    ("travel_share", "share", 0.20, 0.20, ASSUMED),
    ("admin_share", "share", 0.21, 0.21, ASSUMED),
    ("month", "hours", MONTH_HOURS, None, ASSUMED),
    ("service_floor", "hours", TERMS.service_floor_hours, None, ASSUMED),
    ("admin_floor", "hours", TERMS.admin_floor_hours, None, ASSUMED),
    ("technician_hour", "krub", TERMS.technician_krub_per_hour, None, ASSUMED),
    ("assistant_hour", "krub", TERMS.assistant_krub_per_hour, None, ASSUMED),
)


def benchmarks_table() -> pd.DataFrame:
    """Rows of `benchmarks`: published and assumed reference values."""
    columns = ["metric", "unit", "reference", "best_quarter", "basis"]
    table = pd.DataFrame(REFERENCES, columns=columns)
    return table.astype({"reference": float, "best_quarter": float})


def labels_table(names: Names) -> pd.DataFrame:
    """Rows of `labels`: text of each table value in each language."""
    pairs: dict[str, str] = {}
    groups: list[tuple[Pair, ...]] = [
        (names.company,),
        tuple(names.regions),
        tuple(names.competitors),
        tuple(names.segments),
        tuple(names.process_points),
        *(tuple(names.solutions[value]) for value, _ in names.process_points),
        tuple(names.people),
        tuple(names.accounts),
        (SURVEY,),
    ]
    for group in groups:
        for value, russian in group:
            pairs.setdefault(value, russian)
    rows = [
        row
        for value, russian in pairs.items()
        for row in ((value, "en", value), (value, "ru", russian))
    ]
    return pd.DataFrame(rows, columns=["value", "language", "label"])
