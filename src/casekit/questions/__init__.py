"""Questions, their instant verdicts, and the sealed answers behind them.

`bank` holds the questions as data, built from the records (`record`, `records`) that their authors
write; `reading` and `written` take what people type; `expected`
is what the key says of a company; `seal` hides it from the eye. `checking` joins them in `check`;
`hints` and `overview` give `hint` and `progress`, and `journal` keeps what was done. What is
right is computed from the data by what lies in `solutions/`, which no participant carries.
"""

from casekit.questions.bank import QUESTIONS
from casekit.questions.checking import check
from casekit.questions.expected import Answer
from casekit.questions.handing_in import HandIn, hand_in
from casekit.questions.hints import Hint, hint
from casekit.questions.overview import Progress, progress
from casekit.questions.question import RUBRIC, Question
from casekit.questions.verdict import Verdict

__all__ = [
    "QUESTIONS",
    "RUBRIC",
    "Answer",
    "HandIn",
    "Hint",
    "Progress",
    "Question",
    "Verdict",
    "check",
    "hand_in",
    "hint",
    "progress",
]
