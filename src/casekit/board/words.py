"""Every text the browser shows of the board, by key, in all languages; `{name}` stays open.

`python -m casekit.board.words` prints them: the browser's fixture keeps them as `words.json`.
"""

from __future__ import annotations

import json
import sys
from functools import cache
from typing import Any

from casekit.language import LANGUAGES, open_texts

__all__ = ["REFUSALS", "words_message"]

#: Texts of the module, and names of activities.
PREFIXES = ("panel-", "activity-")
#: Where the module looks for the sentence of an error: its key with this before it.
ERRORS = "panel-"
#: Errors of the board itself, and those of the model that a deed may meet.
REFUSALS = ("deed-", "judgement-contradicts", "judgement-no-hours", "missing-benchmarks",
            "plan-breaches", "limits-stuck")  # fmt: skip
#: What the form that commits a plan says where it decides: `decides-KEY` in place of `panel-KEY`.
DECIDES = "decides-"


@cache
def words_message(decides: bool = False) -> dict[str, Any]:
    """Texts by language and key.

    Parameters
    ----------
    decides
        Whether the plan that is committed is the decision.
    """
    found: dict[str, Any] = {"kind": "words"}
    for lang in LANGUAGES:
        refusals = {ERRORS + key: words for key, words in open_texts(REFUSALS, lang).items()}
        found[lang] = open_texts(PREFIXES, lang) | refusals
        if decides:
            others = open_texts((DECIDES,), lang)
            found[lang] |= {
                ERRORS + key.removeprefix(DECIDES): text for key, text in others.items()
            }
    return found


if __name__ == "__main__":
    told = {lang: words_message()[lang] for lang in LANGUAGES}
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(json.dumps(told, ensure_ascii=False, indent=1) + "\n")
