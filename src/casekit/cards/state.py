"""What a card knows of its question, and what may be asked of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from casekit import language
from casekit.errors import CasekitError, QuestionError
from casekit.notebook import recording
from casekit.questions import journal
from casekit.questions.answers_file import Keeper, answer_line, company_digest, counting
from casekit.questions.checking import judge, judged_here, record
from casekit.questions.hints import Hint, hint
from casekit.questions.keepers import keeper_of
from casekit.questions.plain import is_empty, is_half, read_plain
from casekit.questions.question import Question
from casekit.questions.reading import Plain
from casekit.questions.reveal import revealed, why
from casekit.questions.telling import told
from casekit.questions.verdict import Verdict

__all__ = ["TRIES", "CardState"]

#: Wrong answers after which the right one may be seen.
TRIES = 2


class CardState:
    """A reader's card.

    Parameters
    ----------
    question
        The question.
    folder
        Where answers are kept, from the notebook's folder.
    keeper
        Where answers are kept instead.
    """

    def __init__(self, question: Question, folder: str = ".", keeper: Keeper | None = None) -> None:
        self.question = question
        self.company = company_digest()
        self._keeper = keeper if keeper is not None else keeper_of(folder)
        self.answer: Plain | None = None
        self.verdict: Verdict | None = None
        self.hints: list[Hint] = []
        self.revealed = False
        #: Whether the last change could not be written.
        self.lost = False
        self._wrong: list[Plain] = []

    def take(self, answer: Any) -> None:
        """Take what the notebook says, or what was entered before; it is recorded and judged.

        Parameters
        ----------
        answer
            From the notebook; blank if it says nothing.
        """
        if not is_empty(self.question, answer):
            self._take_given(answer)
            return
        # A grading run takes what was entered from the file itself.
        if recording():
            return
        self.answer = self.look()
        if self.answer is None:
            return
        record(self.question, self.answer)
        # A plan is judged when that is asked for: it takes seconds.
        if self.question.kind != "plan":
            self.verdict = judge(self.question, self.answer)

    def look(self) -> Plain | None:
        """What was entered before, here or elsewhere; None for what cannot be read."""
        held = self._held()
        if held is None or is_empty(self.question, held):
            return None
        try:
            return read_plain(self.question, held)
        except QuestionError:
            return None

    def _take_given(self, answer: Any) -> None:
        try:
            self.answer = read_plain(self.question, answer)
        except QuestionError as error:
            self.verdict = self._unreadable(error)
            record(self.question, None)
            return
        record(self.question, self.answer)
        if recording():
            return
        if self._held() != self.answer:
            self._keep()
        self.verdict = judge(self.question, self.answer, answer)
        journal.keep(self.question.id, self.verdict.state)

    def enter(self, answer: Any) -> bool:
        """Keep what was entered; an answer that cannot be read is told and not kept."""
        if is_empty(self.question, answer) or is_half(self.question, answer):
            self.verdict = None
            return False
        try:
            entered = read_plain(self.question, answer)
        except CasekitError as error:
            self.verdict = self._unreadable(error)
            return False
        if self.verdict is not None and self.verdict.cause == "unreadable":
            self.verdict = None
        if entered != self.answer or self.lost:
            self.answer, self.verdict = entered, None
            if self.question.kind != "plan":
                self._keep()
        return True

    def check(self, answer: Any) -> None:
        """Keep what was entered and say whether it is right."""
        if not self.enter(answer) or self.answer is None:
            if self.verdict is None:
                half = is_half(self.question, answer)
                words = language.text("card-half" if half else "card-nothing")
                self.verdict = Verdict(self.question.id, "not_attempted", words)
            return
        self.verdict = judge(self.question, self.answer)
        if self.verdict.state in ("incorrect", "partial") and self.answer not in self._wrong:
            self._wrong.append(self.answer)
        journal.keep(self.question.id, self.verdict.state)

    def give_hint(self) -> None:
        """Give the next step of the hint."""
        if len(self.hints) < self.question.hints:
            self.hints.append(hint(self.question.id, len(self.hints) + 1))

    def reveal(self) -> None:
        """Tell the right answer, where it may be told."""
        self.revealed = self.may_reveal

    @property
    def may_reveal(self) -> bool:
        """Whether the right answer may be told: after some wrong tries, or all of the hint."""
        tried = len(self._wrong) >= TRIES
        hinted = 0 < self.question.hints <= len(self.hints)
        return self.question.sealed and (tried or hinted) and revealed(self.question) is not None

    @property
    def judged(self) -> bool:
        """Whether an answer is judged here."""
        return (self.question.sealed or self.question.kind == "plan") and judged_here()

    @property
    def reason(self) -> str:
        """Why: after a right answer, one that nobody judges, or a reveal."""
        if self.verdict is not None and self.verdict.why:
            return self.verdict.why
        given = self.verdict is not None and self.verdict.state == "recorded"
        unjudged = given and not self.question.sealed and judged_here()
        return why(self.question) if self.revealed or unjudged else ""

    @property
    def right(self) -> str:
        """The right answer in words, after a reveal."""
        found = revealed(self.question) if self.revealed else None
        return told(self.question, found.right) if found else ""

    def _held(self) -> Any:
        return counting(self._keeper.lines(), self.company).get(self.question.id)

    def _keep(self) -> None:
        line: Mapping[str, Any] = answer_line(self.question.id, self.answer, self.company)
        try:
            self._keeper.add(line)
        except (OSError, ValueError):
            self.lost = True
        else:
            self.lost = False

    def _unreadable(self, error: CasekitError) -> Verdict:
        return Verdict(self.question.id, "incorrect", str(error), "unreadable")
