"""The six opinions of the meeting: the bet on each, one's own judgement, what the data say."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Any

from casekit import language
from casekit.questions.answers_file import company_digest, counting
from casekit.questions.bank import QUESTIONS, find
from casekit.questions.checking import judge
from casekit.questions.keepers import keeper_of
from casekit.questions.question import Question
from casekit.questions.reveal import revealed
from casekit.questions.telling import option_words, row_words

__all__ = ["BET", "Opinion", "Opinions", "opinions"]

#: The bet: a grid with a row for each opinion; its rows name the questions of the judgements.
BET = "opinions.bet"
_TOPIC = "opinions"


@dataclass(frozen=True)
class Opinion:
    """One opinion of the meeting.

    Parameters
    ----------
    name
        Its row of the bet.
    words
        Who says what.
    bet, judgement
        What the reader bet and found, in words; empty where there is nothing yet.
    truth
        What the data say, in words; empty before every opinion is judged.
    """

    name: str
    words: str
    bet: str
    judgement: str
    truth: str = ""


@dataclass(frozen=True)
class Opinions:
    """The board of opinions; displays itself at the end of a cell."""

    rows: tuple[Opinion, ...]

    @property
    def told(self) -> bool:
        """Whether the board says what the data say."""
        return any(row.truth for row in self.rows)

    def __repr__(self) -> str:
        blank = language.text("opinions-blank")
        lines = []
        for row in self.rows:
            told = [
                language.text("opinions-bet", words=row.bet or blank),
                language.text("opinions-judgement", words=row.judgement or blank),
            ]
            if self.told:
                told.append(language.text("opinions-truth", words=row.truth or blank))
            lines.append(f"{row.words}\n  {'; '.join(told)}")
        return "\n".join([*lines, self._note])

    def _repr_html_(self) -> str:
        blank = language.text("opinions-blank")
        names = ["opinion", "bet", "judgement", *(["truth"] if self.told else [])]
        cell = 'style="text-align:left;vertical-align:top;white-space:normal"'
        heads = "".join(
            f'<th scope="col" {cell}>{escape(language.text(f"opinions-head-{name}"))}</th>'
            for name in names
        )
        body = "".join(
            f'<tr><th scope="row" {cell}>{escape(row.words)}</th>'
            + "".join(
                f"<td {cell}>{escape(getattr(row, name) or blank)}</td>" for name in names[1:]
            )
            + "</tr>"
            for row in self.rows
        )
        table = f"<table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"
        return f"<section>{table}<p>{escape(self._note)}</p></section>"

    @property
    def _note(self) -> str:
        left = sum(not row.judgement for row in self.rows)
        if left:
            return language.text("opinions-left", count=left)
        return language.text("opinions-all" if self.told else "opinions-kept")


def opinions(folder: str = ".") -> Opinions:
    """Show the board of opinions: your bets, your judgements so far, at the end what the data say.

    Parameters
    ----------
    folder
        Where `my_answers.jsonl` lies, from the notebook's folder.

    Returns
    -------
    Opinions
        Displays itself at the end of a cell.

    Raises
    ------
    QuestionError
        If the kit has no bet on opinions.
    """
    bet = find(BET)
    held = counting(keeper_of(folder).lines(), company_digest())
    bets = held.get(BET)
    bets = bets if isinstance(bets, dict) else {}
    asked = {name: QUESTIONS.get(f"{_TOPIC}.{name}") for name in bet.items}
    judged = {name: held.get(question.id) for name, question in asked.items() if question}
    every = all(isinstance(judged.get(name), str) for name in bet.items)
    return Opinions(
        tuple(
            Opinion(
                name,
                row_words(bet, name),
                _words(bet, bets.get(name)),
                _words(question, judged.get(name)) if question else "",
                _truth(question, judged[name]) if question and every else "",
            )
            for name, question in asked.items()
        )
    )


def _words(question: Question, code: object) -> str:
    return option_words(question, code) if isinstance(code, str) else ""


def _truth(question: Question, own: Any) -> str:
    """What the data say; and that the reader's own judgement can be defended, where it can."""
    found = revealed(question)
    if not found:
        return ""
    right = _words(question, found.right)
    if own != found.right and judge(question, own).state == "correct":
        return language.text("opinions-truth-too", right=right, own=_words(question, own))
    return right
