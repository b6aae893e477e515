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
        What the data say, in words; empty where that is not told.
    apart
        Which of `bet` and `judgement` say otherwise than the data, where that is told.
    """

    name: str
    words: str
    bet: str
    judgement: str
    truth: str = ""
    apart: tuple[str, ...] = ()

    def told(self, part: str) -> str:
        """One part in words, marked where the data say otherwise; a dash where there is none."""
        words = str(getattr(self, part)) or language.text("opinions-blank")
        return language.text("opinions-apart", words=words) if part in self.apart else words


@dataclass(frozen=True)
class Opinions:
    """The board of opinions; displays itself at the end of a cell."""

    rows: tuple[Opinion, ...]

    @property
    def told(self) -> bool:
        """Whether the board says what the data say."""
        return any(row.truth for row in self.rows)

    def __repr__(self) -> str:
        lines = []
        for row in self.rows:
            told = [
                language.text("opinions-bet", words=row.told("bet")),
                language.text("opinions-judgement", words=row.told("judgement")),
            ]
            if self.told:
                told.append(language.text("opinions-truth", words=row.told("truth")))
            lines.append(f"{row.words}\n  {'; '.join(told)}")
        return "\n".join([*lines, self._note])

    def _repr_html_(self) -> str:
        names = ["opinion", "bet", "judgement", *(["truth"] if self.told else [])]
        cell = 'style="text-align:left;vertical-align:top;white-space:normal"'
        heads = "".join(
            f'<th scope="col" {cell}>{escape(language.text(f"opinions-head-{name}"))}</th>'
            for name in names
        )
        body = "".join(
            f'<tr><th scope="row" {cell}>{escape(row.words)}</th>'
            + "".join(f"<td {cell}>{escape(row.told(name))}</td>" for name in names[1:])
            + "</tr>"
            for row in self.rows
        )
        table = f"<table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"
        return f"<section>{table}<p>{escape(self._note)}</p></section>"

    @property
    def _note(self) -> str:
        left = sum(not row.judgement for row in self.rows)
        if left:
            key = "opinions-left-told" if self.told else "opinions-left"
            words = language.text(key, count=left)
        else:
            words = language.text("opinions-all" if self.told else "opinions-kept")
        if any(row.apart for row in self.rows):
            words += " " + language.text("opinions-apart-note")
        return words


def opinions(folder: str = ".", tell: bool = False) -> Opinions:
    """Show the board of opinions: your bets, your judgements so far, at the end what the data say.

    Parameters
    ----------
    folder
        Where `my_answers.jsonl` lies, from the notebook's folder.
    tell
        Whether to say what the data say of every opinion, judged or not. Left out, that is said
        once all are judged. An exam's pack says nothing in either case.

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
    every = tell or all(isinstance(judged.get(name), str) for name in bet.items)
    return Opinions(
        tuple(
            Opinion(
                name,
                row_words(bet, name),
                _words(bet, bets.get(name)),
                _words(question, judged.get(name)) if question else "",
                *(_truth(question, judged.get(name), bets.get(name)) if question and every else ()),
            )
            for name, question in asked.items()
        )
    )


def _words(question: Question, code: object) -> str:
    return option_words(question, code) if isinstance(code, str) else ""


def _truth(question: Question, own: Any, bet: Any) -> tuple[str, tuple[str, ...]]:
    """What the data say, and which of judgement and bet say otherwise.

    The data also say that the reader's own judgement can be defended, where it can.
    """
    found = revealed(question)
    if not found:
        return "", ()

    def borne(code: Any) -> bool:
        return code == found.right or judge(question, code).state == "correct"

    right = _words(question, found.right)
    if isinstance(own, str) and own != found.right and borne(own):
        right = language.text("opinions-truth-too", right=right, own=_words(question, own))
    said = {"bet": bet, "judgement": own}
    apart = [name for name, code in said.items() if isinstance(code, str) and not borne(code)]
    return right, tuple(apart)
