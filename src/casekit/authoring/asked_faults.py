"""What keeps a question's record from being built, told all at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, get_args

from casekit import language
from casekit.authoring.faults import SourceFault
from casekit.language import LANGUAGES
from casekit.questions.expected import RIGHT
from casekit.questions.question import RUBRIC, Basis, Kind, Question, ToldAs, Unit
from casekit.questions.record import Record, Words
from casekit.questions.records import Chapter
from casekit.questions.signs import MOST_OPTIONS

__all__ = ["FACT", "LEAST_HINTS", "LEAST_MISTAKES", "faults_of"]

#: A fact that a text names: `{ $currency }`.
FACT = re.compile(r"\{ \$(?P<fact>\w+) \}")

#: Facts that are filled in wherever words of a question are shown.
FACTS = frozenset({"currency"})

LEAST_HINTS = 2
#: Of what is computed two will do: most slips are told without a key.
LEAST_MISTAKES, LEAST_COMPUTED = 3, 2
#: Points of a text's checklist.
CHECKS = range(3, 7)

#: Kinds that may be guesses; a bet on several opinions is a grid.
GUESSED = ("number", "choice", "grid")

_NUMERIC = ("number", "table", "range")
_OPTIONS = ("choice", "several", "order", "table", "grid")

_ID = re.compile(r"[a-z]+\.[a-z][a-z0-9_]*")

#: What a field may say, for those that name one of a few things.
_ALLOWED: Mapping[str, Sequence[str]] = {
    "kind": get_args(Kind),
    "criterion": (*RUBRIC, ""),
    "basis": get_args(Basis),
    "unit": get_args(Unit),
    "told_as": get_args(ToldAs),
}


def faults_of(chapters: Sequence[Chapter]) -> list[SourceFault]:
    """Every fault of the records, in their order.

    Parameters
    ----------
    chapters
        Records of each notebook.
    """
    faults: list[SourceFault] = []
    seen: dict[str, str] = {}
    topics = {topic for chapter in chapters for topic in chapter.topics}
    for chapter in chapters:
        for topic, words in chapter.topics.items():
            faults += _words_faults(_faults_in(chapter.label, topic), {"TOPICS": words})
        for record in chapter.records:
            asked = record.question
            fault = _faults_in(chapter.label, asked.id)
            if asked.id in seen:
                faults.append(fault("twice", first=seen[asked.id]))
            seen.setdefault(asked.id, chapter.label)
            if asked.topic not in topics and not language.has_text(f"topic-{asked.topic}"):
                faults.append(fault("topic", topic=asked.topic))
            faults += _field_faults(asked, fault)
            faults += _answer_faults(record, fault)
            faults += _words_faults(fault, _named(record), bool(record.why_figures))
            faults += _number_faults(record, fault)
    return faults


def _faults_in(label: str, question: str) -> Callable[..., SourceFault]:
    """Maker of faults of one question."""

    def fault(key: str, **facts: Any) -> SourceFault:
        return SourceFault(f"asked-{key}", {"file": label, "question": question, **facts})

    return fault


def _number_faults(record: Record, fault: Callable[..., SourceFault]) -> Iterator[SourceFault]:
    for name, known in record.mistakes.items():
        for lang, words in known.words.items():
            # "It is 38 and not 41": whoever errs would read the answer off.
            if found := re.search(r"\d+", FACT.sub("", words)):
                yield fault("number", mistake=name, language=lang, found=found[0])


def _field_faults(asked: Question, fault: Callable[..., SourceFault]) -> Iterator[SourceFault]:
    if not _ID.fullmatch(asked.id):
        yield fault("id")
    for name, allowed in _ALLOWED.items():
        if (found := getattr(asked, name)) not in allowed:
            names = ", ".join(filter(None, allowed))
            yield fault("field", field=name, found=str(found), allowed=names)
    if not asked.points >= 0 or not 0 <= asked.attainable <= asked.points:
        yield fault("points", found=str(asked.points))
    if asked.points and not asked.criterion:
        yield fault("field", field="criterion", found="", allowed=", ".join(RUBRIC))
    yield from _shape_faults(asked, fault)


def _shape_faults(asked: Question, fault: Callable[..., SourceFault]) -> Iterator[SourceFault]:
    """What belongs to the kind alone: unit and tolerance, options, rows, checklist."""
    kind, numeric = asked.kind, asked.kind in _NUMERIC
    judged = numeric and asked.sealed
    if (numeric and not asked.unit) or (judged and not asked.tolerance > 0):
        yield fault("tolerance", kind=kind)
    if not numeric and (asked.unit or asked.tolerance):
        yield fault("unit", kind=kind)
    count, most = len(asked.choices), MOST_OPTIONS.get(kind, len(asked.choices))
    if kind in _OPTIONS and count < 2:
        yield fault("choices", kind=kind)
    if count > most:
        yield fault("many", kind=kind, found=count, most=most)
    if (kind == "grid") != bool(asked.items):
        yield fault("rows", kind=kind)
    if asked.checks and (kind != "text" or asked.checks not in CHECKS):
        yield fault("checklist", kind=kind, least=CHECKS[0], most=CHECKS[-1])
    if asked.guess and (kind not in GUESSED or asked.points):
        yield fault("guess", kind=kind)


def _answer_faults(record: Record, fault: Callable[..., SourceFault]) -> Iterator[SourceFault]:
    asked = record.question
    if asked.sealed and asked.points and len(record.hints) < LEAST_HINTS:
        yield fault("hints", least=LEAST_HINTS)
    least = _least_mistakes(asked)
    if len(record.mistakes) < least:
        yield fault("mistakes", least=least)
    if asked.sealed and record.right is None:
        yield fault("right-missing", kind=asked.kind)
    if not asked.sealed and record.right is not None:
        yield fault("right-needless", kind=asked.kind)
    if asked.sealed and asked.basis == "stated" and record.why is None:
        yield fault("why")
    for name, known in {**record.also, **record.mistakes}.items():
        if name == RIGHT:
            yield fault("named-right", mistake=name)
        if asked.sealed and known.gives is None:
            yield fault("mistake-gives-nothing", mistake=name)
    for name in record.also:
        if name in record.mistakes:
            yield fault("also-twice", mistake=name)
    for code in record.options:
        if code not in asked.choices:
            yield fault("option", option=code, allowed=", ".join(asked.choices))


def _least_mistakes(asked: Question) -> int:
    if not asked.sealed:
        return 0
    if asked.basis == "computed":
        return LEAST_COMPUTED
    # Of two options one is right: there is one mistake to make.
    return min(LEAST_MISTAKES, len(asked.choices) - 1) if asked.kind == "choice" else LEAST_MISTAKES


def _named(record: Record) -> dict[str, Words]:
    """Every text of a record, named as its author finds it."""
    return {
        "ask": record.ask,
        **{f"hints[{step}]": words for step, words in enumerate(record.hints, 1)},
        **{f"options[{code}]": words for code, words in record.options.items()},
        **{f"rows[{code}]": words for code, words in record.rows.items()},
        **{f"checklist[{place}]": words for place, words in enumerate(record.checklist, 1)},
        **{f"also[{name}]": known.words for name, known in record.also.items()},
        **{f"mistakes[{name}]": known.words for name, known in record.mistakes.items()},
        **({"why": record.why} if record.why is not None else {}),
    }


def _words_faults(
    fault: Callable[..., SourceFault], texts: Mapping[str, Words], figures: bool = False
) -> Iterator[SourceFault]:
    for part, words in texts.items():
        missing = [lang for lang in LANGUAGES if not words.get(lang, "").strip()]
        if missing:
            yield fault("language", part=part, missing=", ".join(missing))
        if strange := sorted(set(words) - set(LANGUAGES)):
            found, allowed = ", ".join(strange), ", ".join(LANGUAGES)
            yield fault("language-unknown", part=part, found=found, allowed=allowed)
        facts = {frozenset(m["fact"] for m in FACT.finditer(told)) for told in words.values()}
        if len(facts) > 1:
            yield fault("facts-differ", part=part)
            continue
        named = frozenset().union(*facts) - FACTS
        if part == "why" or part.startswith("also["):
            # Whether a function gives a figure of this name is seen when a company is sealed.
            named = frozenset() if figures else named - {"answer"}
        if unknown := sorted(named):
            yield fault("fact", part=part, found=", ".join(unknown))
