"""Sealed answers: enough to say what an answer is, too little to read the right one.

A courtesy that hides answers from the eye, not a lock. A number is cut into buckets a fifth of
its tolerance wide. The file keeps, for each question, a sorted list of salted slow hashes of the
buckets of the right answer and of the known mistakes; of sets and orders of options, those of
every answer that bears a mistake's sign. What a hash stands for is written behind
it under a mask which only the same bucket gives away, so an answer is hashed once, and the list
tells neither which hashes are right nor how many.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from typing import Any

from casekit.questions.bank import part
from casekit.questions.expected import RIGHT, Recognised, one_text
from casekit.questions.question import Question
from casekit.questions.reading import Plain
from casekit.questions.slow_hash import slow_hash

SEALED_FILE = "sealed.json"

#: A hash takes about 3 ms. `check` makes one to four, which nobody feels; sealing makes 11 for a
#: number (see `_FINENESS`), 44 with three mistakes, so a bank of 30 questions takes about 4 s.
_ROUNDS = 10_000

#: Buckets to a tolerance: the edge of "right" is blurred by a tenth of it. Coarser buckets would
#: be cheaper to seal but turn down answers that are right.
_FINENESS = 5

#: Bytes of a hash that are kept: no two of a few thousand agree.
_KEPT = 9


def seal(known: Mapping[str, Mapping[str, Recognised]], salt: str) -> bytes:
    """Sealed file of a company.

    Parameters
    ----------
    known
        What `expected` gives, by question id; of a table by `id:key`, a row each.
    salt
        Anything tied to the data set, so that each company has hashes of its own.
    """
    sealed = {}
    for question_id, answers in known.items():
        question = part(question_id)
        names = _names(question)
        meant: dict[str, int] = {}
        for name in names:
            if name in answers:
                for bucket in buckets(question, answers[name]):
                    # The right answer comes first, and keeps the buckets it shares.
                    meant.setdefault(bucket, names.index(name))
        entries = []
        for bucket, index in meant.items():
            digest = _digest(question, bucket, salt)
            entries.append(digest[:_KEPT].hex() + f"{digest[_KEPT] ^ index:02x}")
        sealed[question_id] = sorted(entries)
    content = {"salt": salt, "sealed": sealed}
    return (json.dumps(content, indent=1, sort_keys=True) + "\n").encode("utf-8")


def unseal(content: Mapping[str, Any], question: Question, answer: Plain) -> str | None:
    """What an answer is: `right`, the name of a known mistake, or None for anything else."""
    digest = _digest(question, _bucket(question, answer), content["salt"])
    start = digest[:_KEPT].hex()
    for entry in content["sealed"][question.id]:
        if entry[:-2] == start:
            index = digest[_KEPT] ^ int(entry[-2:], 16)
            names = _names(question)
            # A bank that lost a mistake since the sealing knows no words for it.
            return names[index] if index < len(names) else None
    return None


def buckets(question: Question, answer: Recognised) -> list[str]:
    """Buckets whose middle lies within the tolerance of an answer; of a sign, all that bear it."""
    if isinstance(answer, frozenset):
        return sorted(answer)
    if not isinstance(answer, float):
        return [one_text(answer)]
    step = question.tolerance / _FINENESS
    low = math.ceil((answer - question.tolerance) / step - 1e-9)
    high = math.floor((answer + question.tolerance) / step + 1e-9)
    return [str(bucket) for bucket in range(low, high + 1)]


def _bucket(question: Question, answer: Plain) -> str:
    if not isinstance(answer, float):
        return one_text(answer)
    return str(round(answer * _FINENESS / question.tolerance))


def _names(question: Question) -> tuple[str, ...]:
    return (RIGHT, *question.others)


def _digest(question: Question, bucket: str, salt: str) -> bytes:
    secret = f"{question.id}={bucket}".encode()
    return slow_hash(secret, salt.encode(), _ROUNDS)
