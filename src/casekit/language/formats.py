"""Numbers, shares, money and months as the reader's language writes them."""

from __future__ import annotations

from datetime import date as Date
from functools import lru_cache
from math import isnan

from babel import Locale, dates, numbers

from casekit.errors import InvalidArgument
from casekit.language.texts import locale, text

#: From this amount, in thousands, money is written in millions.
_MILLION_KRUB = 1000
#: Chances that are told, as so many in so many. None is told beyond the last, one way or the
#: other: draws know the model's doubts, not all of life's.
CHANCES = (
    (1, 50), (1, 20), (1, 10), (1, 5), (1, 4), (1, 3), (2, 5), (1, 2),
    (3, 5), (2, 3), (3, 4), (4, 5), (9, 10), (19, 20), (49, 50),
)  # fmt: skip

#: From here on numbers are written in powers of ten.
_LARGEST = 1e15

#: Digits of a sum that do not depend on the processor, and amounts that have more before the point.
_SURE_DIGITS, _FINE = 13, 1e12

#: The typographic minus sign instead of a hyphen.
_MINUS = "\N{MINUS SIGN}"


def number(value: float, digits: int = 0) -> str:
    """Number with a fixed count of decimals, grouped by thousands; "unknown" for NaN.

    Examples
    --------
    >>> from casekit.language import using
    >>> with using("en"):
    ...     number(1234.5, digits=1)
    '1,234.5'
    """
    if isnan(value):
        return text("format-unknown")
    pattern = "#,##0" + ("." + "0" * digits if digits else "")
    if not abs(value) < _LARGEST:
        # Babel is slow for numbers of many digits.
        return f"{value:.1e}".replace("-", _MINUS)
    return _written(_to_write(value, digits), pattern, locale())


@lru_cache(maxsize=4096)
def _written(value: float, pattern: str, place: Locale) -> str:
    # A picture asks for the label of one tick some twenty times while it finds room for it.
    return str(numbers.format_decimal(value, pattern, place)).replace("-", _MINUS)


def signed(value: float, digits: int = 0) -> str:
    """Number with its sign; zero after rounding has none.

    Examples
    --------
    >>> from casekit.language import using
    >>> with using("en"):
    ...     signed(4.2, digits=1), signed(0.04, digits=1)
    ('+4.2', '0.0')
    """
    plus = "+" if _to_write(value, digits) > 0 else ""
    return plus + number(value, digits)


def percent(share: float, digits: int = 0) -> str:
    """Share of one as per cent: 0.38 becomes 38 % or 38%, as the language spaces it."""
    if isnan(share):
        return text("format-unknown")
    mark = text("format-percent", number="{}")
    return mark.format(number(100 * share, digits))


def signed_percent(share: float, digits: int = 0) -> str:
    """Share of one as per cent with its sign, as `signed`."""
    plus = "+" if _to_write(100 * share, digits) > 0 else ""
    return plus + percent(share, digits)


def chance(share: float) -> str:
    """Chance in words such as "about 4 in 5": the nearest that is told, never as sure.

    Examples
    --------
    >>> from casekit.language import using
    >>> with using("en"):
    ...     chance(0.78), chance(1.0)
    ('about 4 in 5', 'about 49 in 50')
    """
    if isnan(share):
        return text("format-unknown")
    count, of = min(CHANCES, key=lambda told: abs(told[0] / told[1] - share))
    return text("format-chance", count=count, of=of)


def money(krub: float, currency: str | None = None, digits: int | None = None) -> str:
    """Amount given in thousands, written in thousands or millions with the company's currency.

    Parameters
    ----------
    krub
        Amount in thousands of the currency.
    currency
        The company's currency label; the session's if left out.
    digits
        Decimals; left out, three figures are kept.
    """
    if isnan(krub):
        return text("format-unknown")
    large = abs(krub) >= _MILLION_KRUB
    value = krub / _MILLION_KRUB if large else krub
    if digits is None:
        digits = max(0, 3 - len(str(int(abs(value))))) if value else 0
    key = "format-money-millions" if large else "format-money-thousands"
    sign = _MINUS if number(value, digits).startswith(_MINUS) else ""
    return text(key, sign=sign, number=number(abs(value), digits), currency=currency)


def signed_money(krub: float, currency: str | None = None, digits: int | None = None) -> str:
    """Amount as `money`, with its sign."""
    told = money(krub, currency, digits)
    return "+" + told if krub > 0 and any(digit in "123456789" for digit in told) else told


def hours(value: float, digits: int = 0) -> str:
    """Hours with their unit."""
    if isnan(value):
        return text("format-unknown")
    return text("format-hours", number=number(value, digits))


def month(code: str) -> str:
    """Month of a code such as 2026-06, short enough for an axis.

    Raises
    ------
    InvalidArgument
        If the code is not `YYYY-MM`.
    """
    return str(dates.format_date(_month_start(code), "LLL yyyy", locale=locale()))


def date(code: str) -> str:
    """Day of a code such as 2026-06-30, in words."""
    try:
        day = Date.fromisoformat(code)
    except ValueError:
        raise InvalidArgument("date-unreadable", found=str(code)) from None
    return str(dates.format_date(day, "long", locale=locale()))


def _month_start(code: str) -> Date:
    try:
        return Date.fromisoformat(f"{code}-01")
    except ValueError:
        raise InvalidArgument("month-unreadable", found=str(code)) from None


def _to_write(value: float, digits: int) -> float:
    """The number that is rounded: zero where -0 would be written, and without its last digits.

    A value half-way between two that can be written is a hair above it on one processor and below
    it on another; both must read alike.
    """
    sure = float(f"{value:.{_SURE_DIGITS}g}") if abs(value) < _FINE else value
    # Halves go to the even neighbour, so half of the last decimal is written as zero.
    return 0.0 if abs(sure) <= 0.5 * 10**-digits else sure
