"""Figures and labels that questions of several notebooks share."""

from collections.abc import Callable
from functools import lru_cache

import pandas as pd

from casekit import analysis, language
from casekit.company import Case
from casekit.questions.record import Words

#: What several answers and mistakes ask for is worked out once for a company.
kept = lru_cache(maxsize=32)

#: How a bet on an opinion, and a judgement of it, may read.
VERDICTS = {
    "right": Words(en="right", ru="верно"),
    "partly": Words(en="partly right", ru="верно отчасти"),
    "wrong": Words(en="wrong", ru="неверно"),
    "unsaid": Words(en="cannot be said", ru="сказать нельзя"),
}


@kept
def average(case: Case, window_months: int = 12) -> pd.DataFrame:
    """What an hour of each kind of selling earns on average."""
    return analysis.average_productivity(case.reports, case.sales, case.positions, window_months)


def in_each_language(tell: Callable[[], str]) -> Words:
    """What a company's figure, name or month reads like in each language."""
    told = {}
    for lang in language.LANGUAGES:
        with language.using(lang):
            told[lang] = tell()
    return Words(told)


def money(case: Case, amount_krub: float) -> Words:
    """An amount as it is said, in millions if it is large."""
    return in_each_language(lambda: language.money(amount_krub, case.currency))
