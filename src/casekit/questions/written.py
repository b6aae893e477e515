"""Numbers as people write them in two languages: signs, groups of thousands, units.

The rules, in order:

- The last of comma and point is the decimal sign; spaces, apostrophes and the other of the two
  group thousands, three digits to a group. `1 234,5`, `1,234.5` and `1.234,5` are one number.
- A sign that occurs more than once groups: `1,234,567`.
- A point alone is decimal. So is a comma alone, with one exception: where the reader's language
  groups thousands by commas, `1,234` is 1234 (but `0,380` and `12,5` are decimal, and a share
  never counts thousands).
- A word after the number is its unit; only units of the question's own quantity are known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from casekit import language

#: A text longer than this is no number; nothing reads it to the end.
LONGEST = 100

_MINUSES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d", "-"))
#: Marks without width, which travel along when text is copied.
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))

_PARTS = re.compile(
    r"(?P<before>₽?)\s*(?P<sign>[+-]?)\s*(?P<again>₽?)\s*"
    r"(?P<number>[0-9.,][0-9\s.,'’_]*)(?P<power>e[+-]?[0-9]{1,2}(?![0-9]))?(?P<unit>.*)",
    re.IGNORECASE | re.DOTALL,
)
_GROUPED = re.compile(r"[0-9]{1,3}(?:(?P<by>[\s.,'’_])[0-9]{3})(?:(?P=by)[0-9]{3})*")


def _all(words: str, factor: float) -> dict[str, float]:
    return dict.fromkeys(words.split(), factor)


_PERCENT = _all("% процент процента процентов проц percent percents pct", 0.01)
#: As verdicts themselves call what margins differ by.
_POINTS = _all(
    "пп pp п пункт пункта пунктов процентныйпункт процентногопункта процентныхпункта"
    " процентныхпунктов point points percentagepoint percentagepoints percentpoint percentpoints",
    0.01,
)
_THOUSANDS = _all("k k₽ krub тыс тыс₽ тысруб тысрублей тыср thousand thousandroubles", 1.0)
_MILLIONS = _all("m m₽ mln mrub million millionroubles млн млн₽ млнруб млнрублей", 1000.0)
_ROUBLES = _all("₽ р руб рубль рубля рублей rub rouble roubles", 0.001)

#: How much of a question's unit a written unit is.
_UNITS: dict[str, dict[str, float]] = {
    "share": {**_PERCENT, **_POINTS},
    "ratio": {**_PERCENT, **_POINTS, **_all("x х × раз раза time times", 1.0)},
    "hours": _all("ч час часа часов h hr hrs hour hours", 1.0),
    "days": _all("дн день дня дней day days", 1.0),
    "months": _all("мес месяц месяца месяцев mo month months", 1.0),
    "count": _all("шт штук pcs", 1.0),
    "krub": {**_ROUBLES, **_THOUSANDS, **_MILLIONS},
}


@dataclass(frozen=True)
class Written:
    """A number read from a text.

    Parameters
    ----------
    number
        The number, in the question's unit where the text names one.
    unit
        The unit as written; empty where the text names none.
    known
        Whether the question's quantity may be written in that unit.
    """

    number: float
    unit: str
    known: bool


def read_text(text: str, unit: str) -> Written | None:
    """Number in a text, or None if there is none.

    Parameters
    ----------
    text
        What was typed.
    unit
        Unit of the question; what stands before `_per_` is the quantity that is written.

    Examples
    --------
    >>> read_text("33,7 млн", "krub").number
    33700.0
    """
    if len(text) > LONGEST:
        return None
    plain = text.translate(_INVISIBLE).translate(_MINUSES).strip().strip("\"'«»“”„`").strip()
    parts = _PARTS.fullmatch(plain)
    if parts is None:
        return None
    quantity = unit.split("_per_")[0]
    digits = _plain_digits(parts["number"].strip(), groups=quantity not in ("share", "ratio"))
    if digits is None:
        return None
    number = float(parts["sign"] + digits + (parts["power"] or ""))
    # A rate may be written as one (`₽/h`), and its quantity tells enough.
    word = parts["unit"].split("/")[0] if "_per_" in unit else parts["unit"]
    word = re.sub(r"[\s.]", "", word.lower()) + (parts["before"] or parts["again"])
    if not word:
        return Written(number, "", known=True)
    factor = _UNITS.get(quantity, {}).get(word)
    return Written(number * (factor or 1.0), word, known=factor is not None)


def _plain_digits(number: str, groups: bool) -> str | None:
    """Digits with a decimal point, or None where the signs make no sense."""
    point, comma = number.rfind("."), number.rfind(",")
    decimal = max(point, comma)
    repeated = decimal >= 0 and number.count(number[decimal]) > 1
    comma_alone = comma == decimal >= 0 and point < 0
    if repeated or (comma_alone and groups and _is_group(number, comma)):
        decimal = -1
    whole, fraction = (number, "") if decimal < 0 else (number[:decimal], number[decimal + 1 :])
    if _GROUPED.fullmatch(whole) and not whole.startswith("0"):
        whole = re.sub("[^0-9]", "", whole)
    if not (whole + fraction).isdecimal() or (whole and not whole.isdecimal()):
        return None
    return f"{whole or '0'}.{fraction or '0'}"


def _is_group(number: str, comma: int) -> bool:
    """Whether the only comma, before three digits, groups thousands in the reader's language."""
    return "," in language.number(1000) and bool(re.fullmatch("[1-9][0-9]{0,2},[0-9]{3}", number))
