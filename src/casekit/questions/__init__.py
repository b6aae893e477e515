"""Questions, their instant verdicts, and the sealed answers behind them.

`bank` holds the questions as data; `reading` takes what people type; `seal` hides the answers
from the eye; `checking` joins them in `check`. What is right is computed from the data by
`solutions/key.py`, which no participant carries.
"""

from casekit.questions.bank import QUESTIONS, Question
from casekit.questions.checking import Verdict, check

__all__ = ["QUESTIONS", "Question", "Verdict", "check"]
