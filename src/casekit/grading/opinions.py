"""What the data of a company say of the six opinions, in words, for the file of the truth."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from casekit import language
from casekit.company import Case
from casekit.language import LANGUAGES
from casekit.questions.bank import QUESTIONS
from casekit.questions.expected import RIGHT, expected
from casekit.questions.figures import plain_figures, told_figures
from casekit.questions.key import read_key
from casekit.questions.telling import told

__all__ = ["opinions_of"]

#: Topic of the questions that judge an opinion each, and the one that is a bet on all.
_TOPIC, _BET = "opinions.", "opinions.bet"


def opinions_of(root: Path, case: Case) -> dict[str, dict[str, Any]]:
    """What is right (`right`: codes), `verdict` and `why` by language, by name of the opinion.

    Parameters
    ----------
    root
        The kit's top folder, with the records; without them nothing is known.
    case
        The company.
    """
    if not (root / "solutions").is_dir():
        return {}
    found: dict[str, dict[str, Any]] = {}
    for name, answer in read_key(root).items():
        if not name.startswith(_TOPIC) or name == _BET:
            continue
        question = QUESTIONS[name]
        known = expected(question, answer, case)
        right = str(known[RIGHT])
        # Other readings that this company bears.
        others = [str(known[name]) for name in question.also if name in known]
        figures = plain_figures(answer.figures(case)) if answer.figures else {}
        verdict, why = {}, {}
        for lang in LANGUAGES:
            with language.using(lang):
                verdict[lang] = told(question, right)
                facts = {**told_figures(figures), "answer": verdict[lang]}
                for other in others:
                    own = told(question, other)
                    verdict[lang] = language.text(
                        "opinions-truth-too", right=verdict[lang], own=own
                    )
                if language.has_text(question.why_key):
                    why[lang] = language.text(question.why_key, **facts)
        codes = [right, *others]
        found[name.removeprefix(_TOPIC)] = {"right": codes, "verdict": verdict, "why": why}
    return found
