"""Every figure and name that the case text quotes, computed from a company's tables.

The text must read true for any generated company, so it quotes only what each of them has, and
nothing that a question of the notebooks asks for.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date as Date
from datetime import timedelta
from typing import Any

import pandas as pd
from babel import dates

from casekit.analysis.months import month_code, month_number
from casekit.analysis.profit import profit_and_loss
from casekit.analysis.ranking import league_table
from casekit.analysis.wallets import US, current_points, wallets_by_status
from casekit.company import Case
from casekit.language import date, hours, money, number, percent
from casekit.language.texts import locale

#: Months from opening to decision on average; fixed by the story, not by a company's data.
CYCLE_MONTHS = 8
#: The board meets on the first Monday from this day of the month after the last one closed.
_BOARD_FROM_DAY = 20
_MONDAY = 0
#: Fewest process points of an example client.
_EXAMPLE_POINTS = 3

Figures = Mapping[str, Any]


def story_figures(case: Case) -> Figures:
    """Figures by name, written in the reader's language; plain counts stay numbers,
    and names lists.

    Parameters
    ----------
    case
        Any company with 24 months of history.
    """
    return {
        "cycle": CYCLE_MONTHS,
        **_company(case),
        **_money(case),
        **_people(case),
        **_references(case),
        "rival_client": _rival_client(case),
        "shared_client": _shared_client(case),
    }


def _company(case: Case) -> Figures:
    points = current_points(case.positions)
    per_account = points.groupby("account_id").size()
    kinds = list(dict.fromkeys(sorted(points["process_point"])))
    rivals = sorted(set(points["supplier"]) - {US})
    first = kinds[0]
    solutions = sorted(set(points.loc[points["process_point"] == first, "solution"]))
    last_month = case.last_month
    board = _board_day(last_month)
    return {
        "company": case.label(case.name),
        "months": _months(case),
        "first_month": _month_in_prose(case.first_month, "MMMM y"),
        "last_month": _month_in_prose(last_month, "LLLL y"),
        "board_date": date(board.isoformat()),
        "segments": _labels(case, sorted(set(case.accounts["segment"]))),
        "accounts": len(case.accounts),
        "process_point_names": _labels(case, kinds),
        "fewest_points": int(per_account.min()),
        "most_points": int(per_account.max()),
        "example_point": case.label(first),
        "example_solutions": _labels(case, solutions),
        "competitor_names": _labels(case, rivals),
        "report_lines": len(case.reports),
        "pursuits": len(case.deals),
    }


def _money(case: Case) -> Figures:
    books = profit_and_loss(case.financials)
    revenue, profit = books.loc["revenue"], books.loc["operating_profit"]
    wallets = wallets_by_status(case.positions, case.accounts)
    told: dict[str, str] = {}
    for year in (1, 2):
        column = f"year_{year}"
        told[f"revenue_{year}"] = money(revenue[column], case.currency)
        told[f"profit_{year}"] = money(profit[column], case.currency)
        told[f"profit_share_{year}"] = percent(profit[column] / revenue[column], 1)
        told[f"reps_cost_{year}"] = money(books.at["reps", column], case.currency)
    return told | {
        "wallet": money(wallets["wallet_krub"].sum(), case.currency),
        "ours": money(wallets["ours_krub"].sum(), case.currency),
        "with_competitors": money(wallets["competitors_krub"].sum(), case.currency),
    }


def _people(case: Case) -> Figures:
    reps, accounts = case.reps, case.accounts
    regions = list(dict.fromkeys(reps["region"]))
    theirs = accounts[accounts["status"] == "competitor"].groupby("region")
    prize = theirs["wallet_krub_per_month"].sum()
    hunting = str(prize.idxmax())
    league = league_table(case.sales, accounts)["revenue_krub"]
    return {
        "reps": len(reps),
        "region_names": _labels(case, regions),
        "accounts_per_rep": round(len(accounts) / len(reps)),
        "hunting_region": case.label(hunting),
        "hunting_accounts": int(theirs.size()[hunting]),
        "hunting_wallet": money(prize[hunting], case.currency),
        "league_ratio": number(league.iloc[0] / league.iloc[-1], 1),
    }


def _references(case: Case) -> Figures:
    told = case.benchmarks.set_index("metric")
    reference = told["reference"]
    return {
        "selling_reference": percent(reference["selling_share"]),
        "selling_best": percent(told.at["selling_share", "best_quarter"]),
        "month_hours": hours(reference["month"]),
        "service_floor": hours(reference["service_floor"]),
        "admin_floor": hours(reference["admin_floor"]),
        "technician_hour": money(reference["technician_hour"], case.currency),
        "assistant_hour": money(reference["assistant_hour"], case.currency),
        "horizon": case.terms.horizon_months,
        "tail": case.terms.tail_months,
        "discount": percent(case.terms.discount_share),
    }


def _rival_client(case: Case) -> Figures:
    """A usual competitor's client that we have never touched, served by one rival if possible."""
    points = _points_of(case, "competitor")
    ours = case.positions.loc[case.positions["supplier"] == US, "account_id"]
    touched = pd.concat([ours, case.deals["account_id"], case.reports["account_id"]])
    rivals = points.groupby("account_id")["supplier"].nunique()
    account = _usual(case, points, touched.value_counts(), rivals)
    its = points[points["account_id"] == account["account_id"]]
    wallet = float(account["wallet_krub_per_month"])
    since = month_code(int(month_number(its["since_month"]).min()))
    return {
        **_told(case, account),
        "rivals": _labels(case, sorted(set(its["supplier"]))),
        "points": len(its),
        "since": _month_in_prose(since, "MMMM y"),
        "cycle_wallet": money(wallet * CYCLE_MONTHS, case.currency),
    }


def _shared_client(case: Case) -> Figures:
    """A usual shared client: points that have long been ours, and points of one rival."""
    points = _points_of(case, "shared")
    ours = points["supplier"] == US
    newly = points[ours & (points["since_month"] > case.first_month)]
    rivals = points[~ours].groupby("account_id")["supplier"].nunique()
    account = _usual(case, points, newly.groupby("account_id").size(), rivals)
    its = points[points["account_id"] == account["account_id"]]
    rivals = its[its["supplier"] != US]
    return {
        **_told(case, account),
        "our_points": _labels(case, its.loc[its["supplier"] == US, "process_point"]),
        "their_points": _labels(case, rivals["process_point"]),
        "rivals": _labels(case, sorted(set(rivals["supplier"]))),
        "with_rivals": money(float(rivals["wallet_krub_per_month"].sum()), case.currency),
    }


def _points_of(case: Case, status: str) -> pd.DataFrame:
    """Process points as they stand, of the accounts with a status."""
    accounts = case.accounts
    chosen = accounts.loc[accounts["status"] == status, "account_id"]
    now = current_points(case.positions)
    return now[now["account_id"].isin(chosen)]


def _usual(case: Case, points: pd.DataFrame, *few: pd.Series) -> pd.Series:
    """Account nearest to the median wallet, of those with enough points and the least of `few`.

    The first count decides, the next ones among those that are left; what is not counted is nought.
    """
    size = points.groupby("account_id").size()
    left = size.index[size >= min(_EXAMPLE_POINTS, int(size.max()))]
    for count in few:
        known = count.reindex(left, fill_value=0)
        left = known.index[known == known.min()]
    accounts = case.accounts.set_index("account_id", drop=False)
    wallet = accounts.loc[size.index, "wallet_krub_per_month"]
    return accounts.loc[(wallet[left] - wallet.median()).abs().idxmin()]


def _told(case: Case, account: pd.Series) -> dict[str, str]:
    return {
        "name": case.label(account["name"]),
        "region": case.label(account["region"]),
        "wallet": money(float(account["wallet_krub_per_month"]), case.currency),
    }


def _labels(case: Case, values: Any) -> list[str]:
    return [case.label(value) for value in values]


def _months(case: Case) -> int:
    first, last = month_number(pd.Series([case.first_month, case.last_month]))
    return int(last - first + 1)


def _month_in_prose(code: str, pattern: str) -> str:
    """Month in full; `MMMM` gives the form that follows a preposition, `LLLL` the bare name."""
    return str(dates.format_date(Date.fromisoformat(f"{code}-01"), pattern, locale=locale()))


def _board_day(last_month: str) -> Date:
    """Day of the board's meeting: a Monday in the month after the last one in the books."""
    number_of_last = int(month_number(pd.Series([last_month])).iloc[0])
    day = Date.fromisoformat(f"{month_code(number_of_last + 1)}-{_BOARD_FROM_DAY}")
    return day + timedelta(days=(_MONDAY - day.weekday()) % 7)
