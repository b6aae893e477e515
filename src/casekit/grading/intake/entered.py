"""What was entered on cards: a submission's `my_answers.jsonl`, read outside the walls as data.

Nothing of it is run. Lines that are no answers of the bank are left aside and their numbers told.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from casekit.questions.answers_file import ANSWERS_FILE, VERSION, counting
from casekit.questions.bank import QUESTIONS
from casekit.questions.json_lines import parse_lines

__all__ = ["Entered", "read_entered"]

#: Bytes of a file that are read, its end: some ten thousand answers.
_MOST_BYTES = 2 * 2**20
#: Longest answer as JSON; a plan for every specialist is shorter.
_LONGEST = 100_000
#: Companies of which answers are kept, the last ones, and numbers of lines that are listed.
_MOST_COMPANIES, _MOST_LISTED = 4, 20
#: Longest digest of a company.
_LONGEST_DIGEST = 64
#: Fewer lines than this are no evidence of a copy.
FEWEST_LINES = 5


@dataclass(frozen=True)
class Entered:
    """Answers of a submission's files.

    Parameters
    ----------
    answers
        Answers that count, by company's digest and question.
    ignored
        Numbers of lines that are no answers, the first of them.
    digest
        Of the file, to find copies; empty where it says too little.
    """

    answers: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    ignored: tuple[int, ...] = ()
    digest: str = ""


def read_entered(files: Mapping[str, bytes]) -> Entered:
    """Answers in a submission's files; of several files of the name the lines follow each other.

    Parameters
    ----------
    files
        Content by place, in the order in which it was written.
    """
    found = [files[place] for place in files if PurePosixPath(place).name == ANSWERS_FILE]
    content = b"\n".join(found)[-_MOST_BYTES:]
    lines, ignored = [], []
    for number, line in enumerate(content.split(b"\n"), 1):
        if not line.strip():
            continue
        parsed = list(parse_lines(line + b"\n"))
        if len(parsed) == 1 and _is_answer(parsed[0]):
            lines.append(parsed[0])
        else:
            ignored.append(number)
    companies = list(dict.fromkeys(line["company"] for line in reversed(lines)))
    answers = {company: counting(lines, company) for company in companies[:_MOST_COMPANIES]}
    told = len(lines) >= FEWEST_LINES
    digest = hashlib.sha256(content).hexdigest() if told else ""
    return Entered(answers, tuple(ignored[:_MOST_LISTED]), digest)


def _is_answer(line: Mapping[str, Any]) -> bool:
    question, company = line.get("question"), line.get("company")
    if not isinstance(question, str) or question not in QUESTIONS or "answer" not in line:
        return False
    if not isinstance(company, str) or len(company) > _LONGEST_DIGEST:
        return False
    if line.get("version") != VERSION:
        return False
    try:
        # Half of a pair of surrogates is no letter in any report.
        written = json.dumps(line["answer"], allow_nan=False, ensure_ascii=False)
        return len(written.encode()) <= _LONGEST
    except (ValueError, RecursionError):
        return False
