"""What the words around an amount say it is: which line of the accounts, and of which time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

__all__ = ["Spoken", "spoken_of"]

#: Words that name a line of the accounts, in both languages.
_LINES = {
    "profit": re.compile(r"\bприбыл|\bprofit", re.IGNORECASE),
    "margin": re.compile(r"\bмарж|\bmargin", re.IGNORECASE),
    "value": re.compile(r"\bценност|\bvalue\b", re.IGNORECASE),
}
#: Words of what is paid for freed hours; a sentence on profit speaks of it in passing as well.
_COST = re.compile(
    r"\bтехник|\bпомощник|\bзатрат|\bрасход|\bоплат|\bплат|\bзаплач"
    r"|\btechnician|\bassistant|\bcosts?\b|\bpay|\bpaid\b",
    re.IGNORECASE,
)
#: Words for the years one by one (“in the first” at the end of its part too), for any year, and
#: for all of them together.
_YEARS = {
    year: re.compile(
        rf"\b(?:{ru})(?: год|\W*$)|\b{year}-[йм] год"
        rf"|\b{en}(?: year|\W*$)|\byear (?:{year}|{word})\b",
        re.IGNORECASE,
    )
    for year, ru, en, word in (
        ("1", "первый|первом|первого", "first", "one"),
        ("2", "второй|втором|второго", "second", "two"),
        ("3", "третий|третьем|третьего", "third", "three"),
    )
}
_ANY_YEAR = re.compile(
    r"\bв год\b|\bежегодн|\bкаждый год|\bгодов(?:ая|ой|ую)\b"
    r"|\b(?:a|per|each|every) year\b|\bannual|\byearly\b",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"\bза (?:все )?(?:три|3) года\b|\bв сумме\b|\bитого\b|\bсуммарно\b|\bв общей сложности\b"
    r"|\b(?:over|in|across|for) (?:all )?(?:the )?(?:three|3) years\b|\bin (?:all|total)\b",
    re.IGNORECASE,
)
#: Several years told in one breath: which amount is whose stands in their order alone.
_IN_ORDER = re.compile(
    r"\bперв\w+,? (?:и )?втор|\bfirst,? (?:and )?second|соответственно|respectively", re.IGNORECASE
)
_SINGLE_YEARS = frozenset({*_YEARS, "mean"})

#: Where a sentence ends, and where a part of it does; neither in the middle of an amount.
_SENTENCE = re.compile(
    r"(?<!тыс)(?<!млн)(?<!млрд)[.!?](?=\s|$)|;|\n\s*\n|\n(?=\s*(?:[-•*–—]|\d+[.)]))"
)
_PART = re.compile(r",(?=\s)|:(?=\s)|[()«»“”]|\s(?:и|а|но|and|but)\s")


@dataclass(frozen=True)
class Spoken:
    """What an amount may be by the words around it; empty where they tell nothing.

    Parameters
    ----------
    lines
        Lines of the accounts.
    periods
        Years, `mean` and `all`.
    """

    lines: frozenset[str] = frozenset()
    periods: frozenset[str] = frozenset()


def spoken_of(words: str, spans: Sequence[tuple[int, int]]) -> list[Spoken]:
    """What the words around each amount say it is.

    The part of the sentence in which an amount stands goes before the sentence: “margin rises by
    X and profit by Y” names two things.

    Parameters
    ----------
    words
        The text.
    spans
        Where each amount begins and ends.
    """
    spoken = []
    for span in spans:
        sentence = _piece(words, span, _SENTENCE)
        part = _piece(words[: sentence[1]], span, _PART, sentence[0])
        near, whole = (" ".join(words[slice(*ends)].split()) for ends in (part, sentence))
        amounts = sum(sentence[0] <= begin < sentence[1] for begin, _ in spans)
        spoken.append(Spoken(_lines(near, whole), _periods(near, whole, alone=amounts == 1)))
    return spoken


def _piece(
    words: str, span: tuple[int, int], ends: re.Pattern[str], begin: int = 0
) -> tuple[int, int]:
    """The piece of a text between two ends that holds an amount."""
    last = len(words)
    for match in ends.finditer(words, begin):
        if match.end() <= span[0]:
            begin = match.end()
        elif match.start() >= span[1]:
            last = match.start()
            break
    return begin, last


def _lines(near: str, whole: str) -> frozenset[str]:
    """Lines that an amount may be of."""
    named, paid = frozenset(_named(near)), bool(_COST.search(near))
    if named:
        return named | {"cost"} if paid else named
    # “The pay for technicians” in the amount's own part: which line it is, is said by no word. And
    # “value” is said of many things: it counts beside its amount alone.
    return frozenset() if paid else frozenset(_named(whole)) - {"value"}


def _named(words: str) -> Iterator[str]:
    return (line for line, named in _LINES.items() if named.search(words))


def _periods(near: str, whole: str, *, alone: bool) -> frozenset[str]:
    """Years or their sum that an amount may be of."""
    if _IN_ORDER.search(whole):
        return frozenset()
    found = _times(near)
    return found if found or not alone else _times(whole)


def _times(words: str) -> frozenset[str]:
    times = {year for year, named in _YEARS.items() if named.search(words)}
    if _ANY_YEAR.search(words):
        times |= _SINGLE_YEARS
    if _TOGETHER.search(words):
        times.add("all")
    return frozenset(times)
