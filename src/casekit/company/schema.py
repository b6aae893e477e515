"""The company's tables, declared once.

Validation, dtypes, `datapackage.json` and the data dictionary all come from here; what a table
and a column mean in words stands in the texts `schema.ftl` under `table-NAME` and
`column-NAME`. A unit is the end of a column's name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "number", "month", "day"]

#: Activities of a specialist, in reading order.
SELLING = ("retention", "expansion", "conversion")
ACTIVITIES = (*SELLING, "service", "travel", "admin")
STATUSES = ("our", "shared", "competitor")
PRODUCT_LINES = ("consumables", "service", "equipment")
COST_LINES = (
    "cost_of_sales",
    "reps",
    "sales_management",
    "marketing",
    "logistics",
    "administration",
    "depreciation",
)
FINANCIAL_LINES = ("revenue", *COST_LINES)
OUTCOMES = ("won", "lost", "open")

#: Hours of the longest month: an upper bound of reported hours.
HOURS_IN_A_MONTH = 744.0


@dataclass(frozen=True)
class Column:
    """A column and its allowed values.

    Parameters
    ----------
    name
        Name with its unit as suffix.
    kind
        `text`, `number`, `month` (YYYY-MM) or `day` (YYYY-MM-DD).
    optional
        Whether a cell may be empty.
    minimum, maximum
        Bounds of a number, inclusive.
    codes
        The only texts allowed.
    refers_to
        Table whose column of the same name must hold the value.
    """

    name: str
    kind: Kind = "text"
    optional: bool = False
    minimum: float | None = None
    maximum: float | None = None
    codes: tuple[str, ...] = ()
    refers_to: str | None = None

    @property
    def unit(self) -> str | None:
        """Unit code by the end of the name; None for a column without a unit."""
        ends = (end for end in UNITS if self.name.endswith(f"_{end}") or self.name == end)
        return next(ends, None)


#: Unit codes by the end of a column's name, longest first.
UNITS = ("krub_per_month", "krub", "hours", "share")


@dataclass(frozen=True)
class Table:
    """A table: its columns and the columns that together name a row.

    An optional table may be absent: the texts `buys-NAME` say what the company then goes without.
    """

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    optional: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the columns, in their order."""
        return tuple(column.name for column in self.columns)

    def __getitem__(self, name: str) -> Column:
        return next(column for column in self.columns if column.name == name)


def _money(name: str, minimum: float | None = 0.0) -> Column:
    return Column(name, "number", minimum=minimum)


def _hours(name: str) -> Column:
    return Column(name, "number", minimum=0.0, maximum=HOURS_IN_A_MONTH)


_MONTH = Column("month", "month")
_SINCE = Column("since_month", "month")
_UNTIL = Column("until_month", "month", optional=True)
_REP = Column("rep_id", refers_to="reps")
_ACCOUNT = Column("account_id", refers_to="accounts")

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        Table("company", (Column("key"), Column("value")), key=("key",)),
        Table(
            "reps",
            (
                Column("rep_id"),
                Column("name"),
                Column("region"),
                Column("hired_on", "day"),
                _money("monthly_cost_krub"),
            ),
            key=("rep_id",),
        ),
        Table(
            "accounts",
            (
                Column("account_id"),
                Column("name"),
                Column("region"),
                _REP,
                Column("segment"),
                Column("status", codes=STATUSES),
                _money("wallet_krub_per_month"),
                Column("main_competitor", optional=True),
            ),
            key=("account_id",),
        ),
        Table(
            "positions",
            (
                _ACCOUNT,
                Column("process_point"),
                Column("solution"),
                _money("wallet_krub_per_month"),
                Column("supplier"),
                _SINCE,
                _UNTIL,
            ),
            key=("account_id", "process_point", "solution", "supplier", "since_month"),
            optional=True,
        ),
        Table(
            "assignments",
            (_ACCOUNT, _REP, _SINCE, _UNTIL),
            key=("account_id", "since_month"),
        ),
        Table(
            "reports",
            (_MONTH, _REP, _ACCOUNT, *(_hours(f"{name}_hours") for name in ACTIVITIES)),
            key=("month", "rep_id", "account_id"),
        ),
        Table(
            "calendar",
            (_MONTH, _REP, Column("activity", codes=ACTIVITIES), _hours("hours")),
            key=("month", "rep_id", "activity"),
            optional=True,
        ),
        Table(
            "sales",
            (
                _MONTH,
                _ACCOUNT,
                Column("process_point"),
                Column("line", codes=PRODUCT_LINES),
                # Returns are negative revenue.
                _money("revenue_krub", minimum=None),
                _money("cost_krub", minimum=None),
            ),
            key=("month", "account_id", "process_point", "line"),
        ),
        Table(
            "deals",
            (
                Column("deal_id"),
                _ACCOUNT,
                _REP,
                Column("opened_on", "day"),
                Column("offered_on", "day", optional=True),
                Column("decided_on", "day", optional=True),
                Column("outcome", codes=OUTCOMES),
                Column("competitor"),
                Column("equipment_krub", "number", minimum=0.0, optional=True),
            ),
            key=("deal_id",),
            optional=True,
        ),
        Table(
            "benchmarks",
            (
                Column("metric"),
                Column("unit"),
                Column("reference", "number", minimum=0.0),
                Column("best_quarter", "number", minimum=0.0, optional=True),
                Column("basis"),
            ),
            key=("metric",),
            optional=True,
        ),
        Table(
            "financials",
            (_MONTH, Column("line", codes=FINANCIAL_LINES), _money("amount_krub")),
            key=("month", "line"),
            optional=True,
        ),
        Table(
            "labels",
            (Column("value"), Column("language"), Column("label")),
            key=("value", "language"),
            optional=True,
        ),
    )
}

#: Facts that the table `company` must hold.
COMPANY_KEYS = ("name", "currency", "first_month", "last_month", "discount_share")
