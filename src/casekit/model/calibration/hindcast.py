"""Would the model have seen it? Calibrated on the first months, held against those that came."""

from __future__ import annotations

import pandas as pd

from casekit.analysis.months import month_number
from casekit.company import Case


def until(case: Case, last_month: str) -> Case:
    """The company as its tables stood at the end of a month."""
    tables = {name: getattr(case, name) for name in case.tables}
    last = int(month_number(pd.Series([last_month])).iloc[0])
    out = {}
    for name, frame in tables.items():
        frame = frame.copy()
        if "month" in frame:
            frame = frame[month_number(frame["month"]) <= last]
        if "since_month" in frame:
            frame = frame[month_number(frame["since_month"]) <= last]
            later = month_number(frame["until_month"]) >= last
            frame["until_month"] = frame["until_month"].where(~later, "")
        if name == "deals":
            day = pd.Period(last_month, freq="M").end_time.strftime("%Y-%m-%d")
            frame = frame[frame["opened_on"].astype(str) <= day]
            d = frame["decided_on"].astype(str)
            later = (d == "") | (d > day) | (d == "None") | (d == "nan")
            frame["decided_on"] = frame["decided_on"].where(~later, "")
            frame["outcome"] = frame["outcome"].where(~later, "open")
            o = frame["offered_on"].astype(str)
            frame["offered_on"] = frame["offered_on"].where(o <= day, "")
        if name == "company":
            frame["value"] = frame["value"].where(frame["key"] != "last_month", last_month)
        out[name] = frame.reset_index(drop=True)
    return Case(out)
