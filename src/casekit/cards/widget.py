"""A card in a notebook: the browser's module in an anywidget, words without it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import anywidget
from traitlets import Dict, Unicode

from casekit import language
from casekit.board.module import module_text
from casekit.cards.state import CardState
from casekit.cards.view import entered_form, html_of, text_of, view_of
from casekit.notebook import recording
from casekit.questions import journal
from casekit.questions.bank import find
from casekit.questions.checking import kept
from casekit.questions.verdict import Verdict

__all__ = ["MODULE", "Card", "ask"]

MODULE = Path(__file__).parent / "static" / "card.js"


class Card(anywidget.AnyWidget):
    """A question to answer; displays itself at the end of a cell.

    Parameters
    ----------
    state
        What the card knows.
    """

    _esm = Unicode().tag(sync=True)
    view = Dict().tag(sync=True)

    def __init__(self, state: CardState) -> None:
        self.state = state
        # Words keep the language and the currency in which the card was made.
        self._spoken = (language.current(), language.currency())
        self._turn = 0
        super().__init__(_esm=module_text(MODULE), view=self._shown())
        self.on_msg(self._on_message)

    @property
    def answer(self) -> Any:
        """What was entered, as plain data; None for nothing."""
        return self.state.answer

    @property
    def verdict(self) -> Verdict | None:
        """What was said of it; None before it is checked."""
        return self.state.verdict

    def __repr__(self) -> str:
        with language.using(*self._spoken):
            return text_of(self.state)

    def _repr_mimebundle_(self, **how: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        # Printed, in papermill, in nbconvert and without scripts: question, answer, verdict.
        data, about = super()._repr_mimebundle_(**how)
        with language.using(*self._spoken):
            data["text/html"] = html_of(self.state)
            data["text/plain"] = text_of(self.state)
        return data, about

    def _on_message(self, _: object, asked: object, _buffers: object) -> None:
        self.do(asked)

    def do(self, asked: object) -> None:
        """Do what a browser asks; what nobody knows is passed over."""
        deed = asked.get("do") if isinstance(asked, dict) else None
        answer = asked.get("answer") if isinstance(asked, dict) else None
        with language.using(*self._spoken):
            answer = entered_form(self.state.question, answer)
            if self.state.question.kind == "plan":
                # A plan is made on the board; a card looks at what the board kept.
                answer = self.state.look()
            if deed == "enter":
                self.state.enter(answer)
            elif deed == "check":
                self.state.check(answer)
            elif deed == "hint":
                self.state.give_hint()
            elif deed == "reveal":
                self.state.reveal()
            self._turn += 1
            self.view = self._shown()

    def _shown(self) -> dict[str, Any]:
        # A turn makes every answer news to the browser, the same verdict twice as well.
        return {**view_of(self.state), "turn": self._turn}


def ask(question_id: str, answer: Any = ..., folder: str = ".") -> Card | Verdict:
    """Ask a question on a card: fields to fill in, a check, hints, and afterwards why.

    Parameters
    ----------
    question_id
        Id of the question, as the notebook gives it.
    answer
        Your answer, where there is no front end; left out, the card shows what was entered
        before. It goes before what was entered.
    folder
        Where `my_answers.jsonl` lies, from the notebook's folder.

    Returns
    -------
    Card or Verdict
        The card; in a grading run, which keeps nothing, a verdict that the answer is recorded.

    Raises
    ------
    QuestionError
        If there is no such question.
    """
    state = CardState(find(question_id), folder)
    state.take(answer)
    if recording():
        return kept(state.question)
    if state.answer is None and state.verdict is None:
        # As a check of an untouched blank does: the question was met.
        journal.keep(state.question.id, "not_attempted")
    return Card(state)
