"""A question of every kind in the bank, with a company small enough to answer it by hand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from casekit.authoring.asked import questions
from casekit.authoring.company_files import answer_files
from casekit.authoring.files import Files
from casekit.company import Case, load_case
from casekit.language import LANGUAGES, texts
from casekit.questions.bank import QUESTIONS
from casekit.questions.records import RECORDS, read_chapters

#: Records of every kind; `crew.size` is three, the tiny company has as many accounts.
CREW = """\
from casekit.questions.record import (
    Words, before, figure, holds, lacks, mistake, question, reading,
)


def w(text):
    return Words(en=text, ru=text.replace("the", "этот"))


def m(gives, text):
    return mistake(gives, en=text, ru=text)


TOPICS = {"crew": w("Crew"), "opinions": w("Opinions")}
HINTS = (w("Look at the table."), w("Look closer."))
MARKED = {"points": 2, "criterion": "risk", "hints": HINTS}
COLOURS = {code: w(f"the {code} one") for code in ("red", "blue", "grey", "pink")}
VIEWS = {code: w(code) for code in ("right", "partly", "wrong", "unsaid")}
NAMES = ("costs", "hunting")


def size(case):
    return len(case.accounts)


def opinion(name):
    return question(
        f"opinions.{name}", "choice", ask=w(f"Is {name} right?"), options=VIEWS,
        right=lambda case: "wrong" if name == "costs" else "partly",
        mistakes={f"says_{code}": m(code, "Look again.") for code in VIEWS},
        why=w("Because."),
    )


QUESTIONS = (
    question(
        "crew.size", "number", **MARKED, unit="count", tolerance=0.5, ask=w("How many?"),
        right=size,
        mistakes={"doubled": m(lambda case: 2 * size(case), "Twice as many."),
                  "none": m(0.0, "Nobody."), "tenfold": m(lambda case: 10 * size(case), "Tens.")},
        also={"without_open": reading(lambda case: size(case) - 1 if size(case) == 3 else None,
                                      en="Open ones left out.", ru="Без открытых.")},
        why=w("There are { $answer }, { $share } of all, in { $city }."),
        why_figures=lambda case: {"share": figure(0.384, "share", 1), "city": w("the city")},
    ),
    question(
        "crew.colour", "choice", **MARKED, ask=w("Which?"), options=COLOURS, right="blue",
        mistakes={code: m(code, f"{code} tempts.") for code in ("red", "grey", "pink")},
        why=w("It is { $answer }."),
    ),
    question(
        "crew.several", "several", **MARKED, ask=w("Which of them?"), options=COLOURS,
        right=("red", "blue"),
        mistakes={"warm": m(holds("pink"), "Pink is none."), "cold": m(lacks("blue"), "Blue too."),
                  "grey": m(holds("grey"), "Grey is none.")},
        why=w("These: { $answer }."),
    ),
    question(
        "crew.order", "order", **MARKED, ask=w("In which order?"), options=COLOURS,
        right=("grey", "blue", "red", "pink"),
        also={"tie": reading(("grey", "red", "blue", "pink"), en="A tie.", ru="Ничья.")},
        mistakes={"pink": m(before("pink", "grey"), "Pink is last."),
                  "red": m(before("red", "grey"), "Red comes later."),
                  "blue": m(before("blue", "grey"), "Blue comes later.")},
        why=w("So."),
    ),
    question(
        "crew.table", "table", **MARKED, unit="share", tolerance=0.005, ask=w("What shares?"),
        options={"north": w("North"), "south": w("South")},
        right=lambda case: {"north": 0.25, "south": 0.75},
        mistakes={"turned": m(lambda case: {"north": 0.75, "south": 0.25}, "Turned round."),
                  "halves": m(lambda case: {"north": 0.5, "south": 0.5}, "Halves."),
                  "tenth": m(lambda case: {"north": 0.1}, "A tenth.")},
        why=w("Shares: { $answer }."),
    ),
    question(
        "crew.grid", "grid", **MARKED, ask=w("Each of them?"),
        rows={"one": w("Number one"), "two": w("Number two")}, options=VIEWS,
        right=lambda case: {"one": "right", "two": "wrong"},
        mistakes={"both": m({"two": "right"}, "Not both."), "none": m({"one": "wrong"}, "One is."),
                  "unsaid": m({"one": "unsaid", "two": "unsaid"}, "It can be said.")},
        why=w("Row by row: { $answer }."),
    ),
    question(
        "crew.range", "range", points=1, criterion="risk", unit="krub", ask=w("How much?"),
        why=w("Wide is honest."),
    ),
    question(
        "crew.letter", "text", points=3, criterion="memo", ask=w("Write."),
        checklist=(w("Short"), w("With a figure"), w("With a name")),
    ),
    question(
        "crew.guess", "number", guess=True, unit="share", ask=w("What share, at a guess?"),
    ),
    question(
        "opinions.bet", "grid", guess=True, ask=w("Who is right?"),
        rows={name: w(f"{name} says so") for name in NAMES}, options=VIEWS,
    ),
    *map(opinion, NAMES),
)
"""


#: Files of answers by company: sealing takes half a second, on purpose.
_SEALED: dict[str, Files] = {}


def forget() -> None:
    """Have texts looked up anew."""
    texts._entries.cache_clear()
    texts._bundle.cache_clear()


@contextmanager
def crew(folder: Path, company: Path, judged: bool = True) -> Iterator[Case]:
    """Questions of the crew in the bank, their answers beside a company's tables.

    With `judged=False` the company is one of an exam: no answers, mistakes or reasons lie there.
    """
    place = folder / "kit" / RECORDS
    place.mkdir(parents=True)
    (place / "09_crew.py").write_text(CREW, encoding="utf-8")
    made = questions(folder / "kit")
    (chapter,) = read_chapters(folder / "kit")
    kept = ("asked", "mistakes", "whys") if judged else ("asked",)
    added = {
        lang: tuple(made[f"src/casekit/language/texts/{lang}/{name}.ftl"].decode() for name in kept)
        for lang in LANGUAGES
    }
    sources = texts._sources
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(texts, "_sources", lambda lang: (*added[lang], *sources(lang)))
        forget()
        for record in chapter.records:
            patch.setitem(QUESTIONS, record.question.id, record.question)
        try:
            case = load_case(company)
            if judged:
                if case.digest not in _SEALED:
                    answers = {r.question.id: r.answer for r in chapter.records if r.right}
                    _SEALED[case.digest] = answer_files(answers, case)
                for name, content in _SEALED[case.digest].items():
                    (company / name).write_bytes(content)
            yield case
        finally:
            forget()
