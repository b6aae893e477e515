"""Counted things and lists of names as the reader's language writes them."""

from __future__ import annotations

from collections.abc import Sequence

from babel import lists

from casekit.language.formats import number
from casekit.language.texts import locale

#: Order in which forms of a word are given; a language uses those it has.
_FORMS = ("one", "few", "many", "other")


def counted(count: int, *forms: str) -> str:
    """Count with its noun in the right form.

    Parameters
    ----------
    count
        How many, a whole number.
    *forms
        The noun for 1 and for 2 in English; for 1, 2 and 5 in Russian.

    Raises
    ------
    ValueError
        If the language needs another number of forms.

    Examples
    --------
    >>> from casekit.language import using
    >>> with using("ru"):
    ...     counted(24, "клиент", "клиента", "клиентов").replace(chr(160), " ")
    '24 клиента'
    """
    rule = locale().plural_form
    # CLDR gives Russian a fourth form for fractions; whole numbers never take it.
    whole = {rule(n) for n in range(200)}
    tags = [tag for tag in _FORMS if tag in whole]
    noun = dict(zip(tags, forms, strict=True))[rule(count)]
    return f"{number(count)}\N{NO-BREAK SPACE}{noun}"


def listed(names: Sequence[str]) -> str:
    """Names one after another, joined as the language joins them.

    Examples
    --------
    >>> from casekit.language import using
    >>> with using("en"):
    ...     listed(["food", "feed"])
    'food and feed'
    """
    return str(lists.format_list(list(names), style="standard", locale=locale()))
