"""What must not reach participants: every telling line of solutions, key and generator."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterable
from pathlib import Path

from casekit.language import LANGUAGES
from casekit.questions.records import read_chapters

ROOT = Path(__file__).parents[1]
#: Shorter lines say nothing: `name = len(table)` stands in hints as well.
TELLING = 35


def words_of(call: ast.Call) -> set[int]:
    """Lines of a call's words in a language."""
    return {
        number
        for part in call.keywords
        if part.arg in LANGUAGES
        for number in range(part.value.lineno, (part.value.end_lineno or 0) + 1)
    }


def secrets_of_records(text: str) -> list[str]:
    """A file of records without its words: what computes right answers and mistakes."""
    lines = text.splitlines()
    for call in ast.walk(ast.parse(text)):
        if isinstance(call, ast.Call):
            for number in words_of(call):
                lines[number - 1] = ""
    return [line for line in lines if line]


def telling_words() -> list[str]:
    """Words that explain mistakes, right answers and other readings, in both languages."""
    records = [record for chapter in read_chapters(ROOT) for record in chapter.records]
    words = [each for record in records for each in (record.explained, record.reasons)]
    return [
        # What stands between the facts that are put in.
        max(re.split(r"\{[^}]*\}", " ".join(told.split())), key=len).strip()
        for named in words
        for by_language in named.values()
        for told in by_language.values()
    ]


def secrets() -> list[str]:
    """Every telling line of the answers, and of the key."""
    lines: list[str] = []
    for path in (ROOT / "solutions").glob("[0-9]*.py"):
        source = path.read_text(encoding="utf-8")
        lines += "\n".join(re.findall(r"(?s)# <solution>\n(.*?)# </solution>", source)).splitlines()
        for cell in re.split(r"(?m)^(?=# %%)", source):
            if 'tags=["solution"]' in cell.split("\n")[0]:
                lines += [line.removeprefix("# ") for line in cell.splitlines()[1:]]
    for path in (ROOT / "solutions" / "key.py", ROOT / "solutions" / "figures.py"):
        if path.is_file():
            lines += path.read_text(encoding="utf-8").splitlines()
    for path in (ROOT / "solutions" / "questions").glob("*.py"):
        lines += secrets_of_records(path.read_text(encoding="utf-8"))
    lines = [line for line in lines if not line.startswith(("import", "from"))]
    for name in ("defects.csv", "facts.csv"):
        lines += (ROOT / "solutions" / name).read_text(encoding="utf-8-sig").splitlines()[1:]
    return [line.strip() for line in lines if len(line.strip()) >= TELLING]


def found_in(files: Iterable[bytes], telling: list[str]) -> list[str]:
    """Those of the lines that stand in any of the files."""
    # Words are broken over lines in one way in a source and in another in what is built.
    whole = b" ".join(b"\n".join(files).split())
    forms = {line: {line, json.dumps(line, ensure_ascii=False)[1:-1]} for line in telling}
    return [
        line
        for line, ways in forms.items()
        if any(" ".join(way.split()).encode() in whole for way in ways)
    ]
