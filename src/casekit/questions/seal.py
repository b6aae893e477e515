"""Sealed answers: enough to say right or wrong, too little to read the answer.

A courtesy that hides the answer from the eye, not a lock. A number is cut into buckets a fifth
of its tolerance wide; the file keeps salted slow hashes of the buckets that count as right.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping
from typing import Any

from casekit.questions.bank import QUESTIONS, Question
from casekit.questions.reading import Plain, read_answer

SEALED_FILE = "sealed.json"

#: Slow enough to make guessing dull (tens of milliseconds), fast enough not to be felt.
_ROUNDS = 100_000

#: Buckets to a tolerance: the edge of "right" is blurred by a tenth of it.
_FINENESS = 5


def seal(answers: Mapping[str, Any], salt: str) -> bytes:
    """Sealed file of right answers.

    Parameters
    ----------
    answers
        Right answer by question id.
    salt
        Anything tied to the data set, so that each company has hashes of its own.
    """
    sealed = {}
    for question_id, answer in answers.items():
        question = QUESTIONS[question_id]
        right = right_buckets(question, read_answer(question, answer))
        sealed[question_id] = sorted(_hash(question, bucket, salt) for bucket in right)
    content = {"salt": salt, "right": sealed}
    return (json.dumps(content, indent=1, sort_keys=True) + "\n").encode("utf-8")


def opens(sealed: Mapping[str, Any], question: Question, answer: Plain) -> bool:
    """Whether the sealed file takes an answer as right."""
    return (
        _hash(question, _bucket(question, answer), sealed["salt"]) in sealed["right"][question.id]
    )


def right_buckets(question: Question, answer: Plain) -> list[str]:
    """Buckets whose middle lies within the tolerance of the right answer."""
    if isinstance(answer, str):
        return [answer]
    step = question.tolerance / _FINENESS
    low = math.ceil((answer - question.tolerance) / step - 1e-9)
    high = math.floor((answer + question.tolerance) / step + 1e-9)
    return [str(bucket) for bucket in range(low, high + 1)]


def _bucket(question: Question, answer: Plain) -> str:
    if isinstance(answer, str):
        return answer
    return str(round(answer * _FINENESS / question.tolerance))


def _hash(question: Question, bucket: str, salt: str) -> str:
    secret = f"{question.id}={bucket}".encode()
    return hashlib.pbkdf2_hmac("sha256", secret, salt.encode(), _ROUNDS).hex()
