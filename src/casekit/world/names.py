"""Invented names: accounts, people, competitors, regions, process points.

Each name is a pair: plain ASCII for the tables, and the form a Russian reader writes. All are
built from parts (`name_parts`), so that six hundred accounts read as plants of a Russian-speaking
country without naming an existing firm.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass

import numpy as np

from casekit.errors import InvalidArgument
from casekit.world import name_parts as parts
from casekit.world.name_parts import SHIPPED_COMPANY, Pair

__all__ = ["SHIPPED_COMPANY", "Names", "Pair", "draw_account_names", "draw_names", "transliterate"]

#: Number of regions and competitors.
N_REGIONS = 4
N_COMPETITORS = 5

#: Shares of account names: town and trade, one word, brand.
_FORM_SHARES = (0.6, 0.15, 0.25)
#: Give up after so many repeated names in a row: the parts are exhausted.
_MISSES_ALLOWED = 500

_CYRILLIC = "а б в г д е ё ж з и й к л м н о п р с т у ф х ц ч ш щ ы э ю я"
_ASCII = "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch y e yu ya"
_LATIN = {**dict(zip(_CYRILLIC.split(), _ASCII.split(), strict=True)), "ь": "", "ъ": ""}
#: Endings and pairs of letters that are written otherwise than letter by letter.
_SPELLED = {"ий": "y", "ия": "ia", "ье": "ye", "ья": "ya"}
_SPELLINGS = re.compile(r"ий\b|ия|ье|ья")


@dataclass(frozen=True)
class Names:
    """Every name a generated company needs; a pair is (value in the tables, Russian form).

    Attributes
    ----------
    company
        The company itself.
    regions
        Four sales regions.
    competitors
        Five firms that supply the same process points.
    accounts
        Clients and prospects, unique in both scripts.
    account_segments
        Segment of each account, in the order of `accounts`: a name says what the plant makes,
        so the table of accounts should take its segment from here.
    people
        Specialists, unique, with matching gender forms in Russian.
    segments
        Industries of the accounts.
    process_points
        Points of a production process where equipment, consumables and service are sold.
    solutions
        What is sold at each process point, by the point's value.
    """

    company: Pair
    regions: tuple[Pair, ...]
    competitors: tuple[Pair, ...]
    accounts: tuple[Pair, ...]
    account_segments: tuple[str, ...]
    people: tuple[Pair, ...]
    segments: tuple[Pair, ...]
    process_points: tuple[Pair, ...]
    solutions: dict[str, tuple[Pair, ...]]


def draw_names(
    rng: np.random.Generator, n_accounts: int, n_people: int, company: Pair | None = None
) -> Names:
    """Draw all names of one company; the same generator state gives the same names.

    Parameters
    ----------
    rng
        Random generator; the order of draws is fixed.
    n_accounts
        Number of accounts, up to about two thousand.
    n_people
        Number of specialists, up to about five thousand.
    company
        A company name to keep (`SHIPPED_COMPANY` for the shipped one); drawn if left out.

    Raises
    ------
    InvalidArgument
        If more names are asked for than the parts can make.

    Examples
    --------
    >>> names = draw_names(np.random.default_rng(1), n_accounts=600, n_people=24)
    >>> len({value for value, _ in names.accounts})
    600
    """
    drawn_company = _pairs(_sample(rng, parts.COMPANIES, 1))[0]
    accounts = draw_account_names(rng, n_accounts)
    return Names(
        company=company or drawn_company,
        regions=_pairs(_sample(rng, parts.REGIONS, N_REGIONS)),
        competitors=_pairs(_sample(rng, parts.COMPETITORS, N_COMPETITORS)),
        accounts=tuple(pair for pair, _ in accounts),
        account_segments=tuple(segment for _, segment in accounts),
        people=_draw_people(rng, n_people),
        segments=parts.SEGMENTS,
        process_points=parts.PROCESS_POINTS,
        solutions=dict(parts.SOLUTIONS),
    )


def draw_account_names(
    rng: np.random.Generator, count: int, avoid: Collection[str] = ()
) -> tuple[tuple[Pair, str], ...]:
    """Draw unique account names, each with its segment.

    Parameters
    ----------
    rng
        Source of randomness.
    count
        How many.
    avoid
        Table values that are taken already.
    """
    segments = [value for value, _ in parts.SEGMENTS]
    forms: tuple[Callable[[np.random.Generator, str], Pair], ...] = (_plant, _compound, _brand)
    taken = set(avoid)
    drawn: list[tuple[Pair, str]] = []
    misses = 0
    while len(drawn) < count and misses < _MISSES_ALLOWED:
        segment = segments[rng.choice(len(segments), p=parts.SEGMENT_SHARES)]
        pair = forms[rng.choice(len(forms), p=_FORM_SHARES)](rng, segment)
        misses += 1
        if pair[0] not in taken:
            misses = 0
            taken.add(pair[0])
            drawn.append((pair, segment))
    if len(drawn) == count:
        return tuple(drawn)
    raise InvalidArgument("received-names-exhausted", found=count, allowed=len(drawn))


def transliterate(russian: str) -> str:
    """Latin letters for a Russian name, as passports and maps write it, in plain ASCII.

    Examples
    --------
    >>> transliterate("Заречье"), transliterate("Юрий Щербинин")
    ('Zarechye', 'Yury Shcherbinin')
    """
    words = _SPELLINGS.sub(lambda found: _SPELLED[found.group()], russian)
    letters = (_LATIN.get(letter.lower(), letter) for letter in words)
    return "".join(
        latin.capitalize() if letter.isupper() else latin
        for letter, latin in zip(words, letters, strict=True)
    )


def _sample(rng: np.random.Generator, words: tuple[str, ...], count: int) -> list[str]:
    return [words[i] for i in rng.permutation(len(words))[:count]]


def _pairs(russian: list[str]) -> tuple[Pair, ...]:
    return tuple((transliterate(word), word) for word in russian)


def _pick(rng: np.random.Generator, words: tuple[str, ...]) -> str:
    return words[int(rng.integers(len(words)))]


def _plant(rng: np.random.Generator, segment: str) -> Pair:
    """A town and a trade: Vershansk Dairy."""
    town = _pick(rng, parts.TOWNS)
    kinds = parts.PLANTS[segment]
    gender, english, russian = kinds[int(rng.integers(len(kinds)))]
    adjective = town[:-2] + ("ский" if gender == "m" else "ская")
    return f"{transliterate(town)} {english}", f"{adjective} {russian}"


def _compound(rng: np.random.Generator, segment: str) -> Pair:
    """One word out of a town and a trade: Vershanprod."""
    russian = _pick(rng, parts.TOWNS)[:-2] + _pick(rng, parts.COMPOUNDS[segment])
    return transliterate(russian), russian


def _brand(rng: np.random.Generator, segment: str) -> Pair:
    """An invented brand and what it makes: Ladomira Foods."""
    brand = _pick(rng, parts.BRAND_STARTS) + _pick(rng, parts.BRAND_ENDS)
    patterns = parts.BRANDS[segment]
    english, russian = patterns[int(rng.integers(len(patterns)))]
    return english.format(transliterate(brand)), russian.format(brand)


def _draw_people(rng: np.random.Generator, count: int) -> tuple[Pair, ...]:
    """Draw people; no surname is repeated before all have been used."""
    room = len(parts.SURNAMES) * (len(parts.MEN) + len(parts.WOMEN))
    if count > room // 2:
        raise InvalidArgument("received-names-exhausted", found=count, allowed=room // 2)
    people: dict[str, None] = {}
    while len(people) < count:
        for surname in _sample(rng, parts.SURNAMES, len(parts.SURNAMES)):
            woman = bool(rng.random() < 0.5)
            first = _pick(rng, parts.WOMEN if woman else parts.MEN)
            people[f"{first} {_feminine(surname) if woman else surname}"] = None
            if len(people) == count:
                break
    return _pairs(list(people))


def _feminine(surname: str) -> str:
    return surname + "а" if surname.endswith(("ов", "ев", "ёв", "ин")) else surname
