"""What the package ships of the questions, from their records: fields, names, words by language."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from casekit.authoring.asked_faults import FACT, faults_of
from casekit.authoring.faults import refuse
from casekit.language import LANGUAGES
from casekit.questions.bank import ASKED_FILE, MISTAKES_FILE
from casekit.questions.question import Question
from casekit.questions.record import TELLING, Words, shipped_fields
from casekit.questions.records import RECORDS, Chapter, read_chapters

__all__ = ["questions"]

_PLACE = "src/casekit/questions"
_TEXTS = "src/casekit/language/texts"
_HEAD = f"# Made by `casekit build` from {RECORDS}: change the words there.\n"
_BRACES = re.compile(rf"{FACT.pattern}|[{{}}]")
#: First letters of a line that Fluent would take for its own.
_LEADING = re.compile(r"^[\[*.]")


def questions(root: Path) -> dict[str, bytes]:
    """Files of the package that say what is asked; right answers are in none.

    What tells no answer and what may give a choice away are files apart, and so are the reasons,
    so that a pack can go without them.

    Raises
    ------
    AuthoringError
        If a record has a fault; all are listed.
    """
    chapters = read_chapters(root)
    faults = faults_of(chapters)
    if faults:
        refuse("authoring-faults", faults)
    records = [record for chapter in chapters for record in chapter.records]
    asked = {
        chapter.notebook: [shipped_fields(record.question) for record in chapter.records]
        for chapter in chapters
    }
    telling = {record.question.id: _telling(record.question) for record in records}
    telling = {name: names for name, names in telling.items() if names}
    files = {f"{_PLACE}/{ASKED_FILE}": _json(asked), f"{_PLACE}/{MISTAKES_FILE}": _json(telling)}
    for lang in LANGUAGES:
        files[f"{_TEXTS}/{lang}/asked.ftl"] = _fluent(
            [_topics(chapters), *(record.shown for record in records)], lang
        )
        files[f"{_TEXTS}/{lang}/mistakes.ftl"] = _fluent(
            [record.explained for record in records], lang
        )
        files[f"{_TEXTS}/{lang}/whys.ftl"] = _fluent([record.reasons for record in records], lang)
    return files


def _telling(asked: Question) -> dict[str, list[str]]:
    return {name: list(names) for name in TELLING if (names := getattr(asked, name))}


def _topics(chapters: Sequence[Chapter]) -> dict[str, Words]:
    return {
        f"topic-{topic}": words for chapter in chapters for topic, words in chapter.topics.items()
    }


def _json(content: Any) -> bytes:
    return (json.dumps(content, indent=1, ensure_ascii=False) + "\n").encode("utf-8")


def _fluent(groups: Sequence[Mapping[str, Words]], lang: str) -> bytes:
    blocks = [
        "\n".join(f"{key} = {_pattern(words[lang])}" for key, words in group.items())
        for group in groups
        if group
    ]
    return ("\n\n".join([_HEAD.rstrip("\n"), *blocks]) + "\n").encode("utf-8")


def _pattern(words: str) -> str:
    """Words as Fluent writes them: facts stay facts, other braces become plain letters."""
    plain = _BRACES.sub(lambda m: m[0] if m["fact"] else f'{{"{m[0]}"}}', words.strip())
    lines = [_LEADING.sub(r'{"\g<0>"}', line.strip()) for line in plain.splitlines()]
    return "\n    ".join(lines)
