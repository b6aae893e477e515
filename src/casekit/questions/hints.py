"""`hint`: the next step towards an answer, one at a time."""

from __future__ import annotations

from dataclasses import dataclass

from casekit import language
from casekit.errors import QuestionError
from casekit.questions import journal
from casekit.questions.bank import find
from casekit.questions.verdict import framed

_COLOUR = "#8a5a00"

# Steps given in this session, by company and question. A session begins anew, so that running a
# notebook from its top shows the first step again and not the third.
_given: dict[tuple[str, str], int] = {}


@dataclass(frozen=True)
class Hint:
    """A step of a hint; shown as text.

    Parameters
    ----------
    question
        Id of the question.
    step
        Which step, from 1.
    steps
        How many there are.
    message
        The step in the reader's language.
    repeated
        Whether this was the last step already.
    """

    question: str
    step: int
    steps: int
    message: str
    repeated: bool = False

    def __repr__(self) -> str:
        key = "hint-again" if self.repeated else "hint-shown"
        return language.text(key, step=self.step, steps=self.steps, message=self.message)

    def _repr_html_(self) -> str:
        return framed(repr(self), _COLOUR)


def hint(question_id: str, step: int | None = None) -> Hint:
    """Give the next step towards an answer; after the last one, that one again.

    Parameters
    ----------
    question_id
        Id of the question, as the notebook gives it.
    step
        A certain step, from 1; the next one if left out.

    Raises
    ------
    QuestionError
        If there is no such question or step.

    Examples
    --------
    >>> hint("time.selling_gap", step=1).step
    1
    """
    question = find(question_id)
    place = (journal.company_name(), question.id)
    before = _given.get(place, 0)
    if step is None:
        given = min(before + 1, question.hints)
    elif type(step) is int and 1 <= step <= question.hints:
        given = step
    else:
        found = str(step) if type(step) is int and abs(step) < 1000 else type(step).__name__
        raise QuestionError("hint-unknown", found=found, steps=question.hints)
    _given[place] = max(before, given)
    journal.keep(question.id, "hint", given)
    words = language.text(question.hint_key(given))
    repeated = step is None and before >= question.hints
    return Hint(question.id, given, question.hints, words, repeated)
