"""`progress`: what is done, what is not yet, what was not tried; no score."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from casekit import language
from casekit.questions import journal
from casekit.questions.answers_file import AnswersFile, company_digest, counting
from casekit.questions.bank import QUESTIONS
from casekit.questions.checking import judged_here
from casekit.questions.question import Question
from casekit.questions.verdict import COLOURS, SIGNS, State

_STATES: tuple[State, ...] = ("not_attempted", "incorrect", "partial", "correct", "recorded")


@dataclass(frozen=True)
class Row:
    """Where a question stands.

    Parameters
    ----------
    question
        The question.
    state
        State of the last check that found an answer; `not_attempted` if there was none.
    hints
        How many different steps of the hint were taken.
    """

    question: Question
    state: State
    hints: int

    @property
    def state_words(self) -> str:
        """The state in the reader's language."""
        return language.text(f"progress-{self.state.replace('_', '-')}")

    @property
    def hint_words(self) -> str:
        """Steps of the hint taken; empty for none."""
        if not self.hints:
            return ""
        return language.text("progress-hints", taken=self.hints, steps=self.question.hints)


@dataclass(frozen=True)
class Progress:
    """Where every question of the kit stands; shown as a table for each topic.

    Parameters
    ----------
    company
        Name of the company the answers are about.
    rows
        A row for each question, in the order of the path.
    kept
        Whether progress is kept where this runs.
    judged
        Whether answers are judged where this runs: not with a company of an exam.
    """

    company: str
    rows: tuple[Row, ...]
    kept: bool
    judged: bool = True

    def __repr__(self) -> str:
        lines = [self._summary]
        for topic, rows in self._topics():
            lines += ["", _topic_words(topic)]
            for row in rows:
                end = f" ({row.hint_words})" if row.hints else ""
                words = language.text(row.question.text_key)
                lines.append(f"  {SIGNS[row.state]} {row.state_words} · {words}{end}")
        return "\n".join(lines + self._notes)

    def _repr_html_(self) -> str:
        parts = [f"<p><strong>{escape(self._summary)}</strong></p>"]
        heads = "".join(
            f'<th scope="col" style="text-align:left">{escape(language.text(key))}</th>'
            for key in ("progress-head-question", "progress-head-state", "progress-head-hints")
        )
        for topic, rows in self._topics():
            body = "".join(_html_row(row) for row in rows)
            caption = f"<caption{_LEFT_BOLD}>{escape(_topic_words(topic))}</caption>"
            parts.append(
                f'<table style="width:100%">{caption}<thead><tr>{heads}</tr></thead>'
                f"<tbody>{body}</tbody></table>"
            )
        parts += [f"<p>{escape(note)}</p>" for note in self._notes if note]
        return f"<section>{''.join(parts)}</section>"

    @property
    def _summary(self) -> str:
        # What is not judged here is done when it is kept.
        done = sum(
            row.state == "correct"
            or (row.state == "recorded" and not (self.judged and row.question.sealed))
            for row in self.rows
        )
        return language.text("progress-summary", done=done, count=len(self.rows))

    @property
    def _notes(self) -> list[str]:
        return [] if self.kept else ["", language.text("progress-not-kept")]

    def _topics(self) -> Iterable[tuple[str, list[Row]]]:
        topics: dict[str, list[Row]] = {}
        for row in self.rows:
            topics.setdefault(row.question.topic, []).append(row)
        return topics.items()


_LEFT_BOLD = ' style="text-align:left;font-weight:bold"'


def progress() -> Progress:
    """Show which questions are done, not yet, or not tried, and how many hints were taken.

    Returns
    -------
    Progress
        Of the company at hand, from the journal beside the notebook; displays itself at the end
        of a cell.

    Examples
    --------
    >>> len(progress().rows) > 0
    True
    """
    company = journal.company_name()
    path = journal.journal_path()
    states: dict[str, State] = {}
    steps: dict[str, set[int]] = {}
    for line in journal.lines(path) if path else ():
        if line.company != company:
            continue
        if line.state == "hint" and 1 <= line.step <= QUESTIONS[line.question].hints:
            steps.setdefault(line.question, set()).add(line.step)
        # Running an untouched copy of a notebook takes nothing back.
        for state in _STATES[1:]:
            if state == line.state:
                states[line.question] = state
    # A card's answer is kept before it is checked.
    for name in counting(AnswersFile().lines(), company_digest()):
        if name in QUESTIONS:
            states.setdefault(name, "recorded")
    rows = tuple(
        Row(question, states.get(question.id, "not_attempted"), len(steps.get(question.id, ())))
        for question in QUESTIONS.values()
    )
    return Progress(company, rows, kept=path is not None, judged=judged_here())


def _topic_words(topic: str) -> str:
    return language.text(f"topic-{topic}")


def _html_row(row: Row) -> str:
    words = escape(language.text(row.question.text_key))
    state = f"{SIGNS[row.state]} {escape(row.state_words)}"
    return (
        f'<tr><th scope="row" style="text-align:left;font-weight:normal">{words}</th>'
        f'<td style="text-align:left;color:{COLOURS[row.state]}">{state}</td>'
        f'<td style="text-align:left">{escape(row.hint_words)}</td></tr>'
    )
