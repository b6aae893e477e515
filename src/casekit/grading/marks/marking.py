"""The result of a submission: marks by question, from the key and the reader's levels."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from casekit.company import Case
from casekit.grading.companies import shared_packs
from casekit.grading.execution.jobs import HIDDEN, SHIPPED
from casekit.grading.journal import Entry
from casekit.grading.marks.lateness import NOT_LATE, Lateness
from casekit.grading.marks.review import ReviewEntry
from casekit.grading.marks.scoring import Answers, Mark, collect, mark, own_answers, text_of
from casekit.grading.marks.unasked import left_blank, unasked, without_blanks
from casekit.grading.notes import OF_OTHERS, SubmissionNote, read_notes
from casekit.grading.options import Told
from casekit.language import LANGUAGES, current
from casekit.questions import QUESTIONS
from casekit.questions.key import Known

#: What notes become when the instructor lets the marks count.
_ACCEPTED = {"unread": "accepted", OF_OTHERS: f"{OF_OTHERS}-accepted"}


@dataclass(frozen=True)
class SubmissionResult:
    """Result of a submission.

    Parameters
    ----------
    name, status, language
        Of the submission: name, status (`graded`, `unreadable`, `infrastructure`, or `unassigned`
        where its company is not known), language.
    reason, facts
        Why it could not be graded: a message key and its facts.
    marks
        By question.
    texts
        Answers to the questions that a person reads.
    reviews
        What the reader entered, by question.
    notes
        What the instructor should know.
    seconds
        Duration of its runs.
    entry
        Its line in the journal.
    lateness
        How late it is, and what that costs.
    """

    name: str
    status: str
    language: str
    reason: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    marks: Mapping[str, Mark] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    reviews: Mapping[str, ReviewEntry] = field(default_factory=dict)
    notes: tuple[SubmissionNote, ...] = ()
    seconds: float = 0.0
    entry: Entry = field(default_factory=dict)
    answers: Mapping[str, Answers] = field(default_factory=dict)
    lateness: Lateness = NOT_LATE

    @property
    def earned(self) -> float:
        """Points earned so far, before anything is taken off."""
        return round(sum(each.points for each in self.marks.values()), 2)

    @property
    def who(self) -> str:
        """Name of the participant or the team, without a learning system's number."""
        return str(self.entry.get("who") or self.name)

    @property
    def system_id(self) -> str:
        """The participant's number in Moodle or Canvas; empty if none is known."""
        return str(self.entry.get("system_id", ""))

    @property
    def members(self) -> tuple[tuple[str, str], ...]:
        """Name and number of each member of a team that a learning system knows by its members."""
        return tuple((str(who), str(number)) for who, number in self.entry.get("members", ()))

    @property
    def provisional(self) -> bool:
        """Whether a person must look at it before the marks count, and nobody has accepted them.

        Something could not be read, or the work is another team's.
        """
        unread = any(note.key == "unread" for note in self.notes)
        doubtful = unread or self.of_others or bool(damaged_notebooks(self.entry))
        return self.status == "graded" and doubtful and not self.entry.get("accepted")

    @property
    def of_others(self) -> bool:
        """Whether the work is about other teams' companies and not about the one of its list."""
        return any(note.key == OF_OTHERS for note in self.notes)

    @property
    def score(self) -> float:
        """Points that count so far: those earned, less what being late costs."""
        return round(self.earned * (1.0 - self.lateness.share), 2)

    @property
    def final(self) -> bool:
        """Whether the score may go to a learning system: all was read, by a reader too."""
        return self.status == "graded" and not self.pending and not self.provisional

    @property
    def pending(self) -> float:
        """Points that wait for a reader."""
        return round(sum(each.pending for each in self.marks.values()), 2)

    @property
    def most(self) -> float:
        """Highest possible points."""
        return float(sum(question.points for question in QUESTIONS.values()))


class Marker:
    """Marks submissions of a batch.

    Parameters
    ----------
    shipped
        The shipped company.
    known
        What the key says, by company.
    names
        Name of the value that each question checks, as the kit's notebooks have it.
    variant
        Number of the company that participants had; None for the case's own.
    """

    def __init__(
        self,
        shipped: Case,
        known: Mapping[str, Known],
        names: Mapping[str, str] | None = None,
        variant: int | None = None,
    ) -> None:
        self._shipped, self._known = shipped, known
        self._names, self._variant = names or {}, variant

    def result(self, entry: Entry, reviews: Mapping[str, ReviewEntry]) -> SubmissionResult:
        """Result of a submission from its journal entry and the reader's entries."""
        notebooks = [each for each in entry["notebooks"] if not each["unreadable"]]
        spoken = [each["language"] for each in notebooks if each["language"] in LANGUAGES]
        language = max(spoken, key=spoken.count) if spoken else current()
        sent = read_notes([*entry.get("sent", ()), *entry.get("notes", ())])
        if entry.get("accepted"):
            sent = [replace(note, key=_ACCEPTED.get(note.key, note.key)) for note in sent]
        result = SubmissionResult(
            entry["submission"], entry["status"], language, entry.get("reason", ""),
            entry.get("facts", {}), seconds=entry.get("seconds", 0.0), entry=entry,
            reviews=reviews, notes=tuple(sent),
        )  # fmt: skip
        if result.status != "graded":
            return result
        answers = self._answers(entry)
        marks = {}
        for name, question in QUESTIONS.items():
            review = reviews.get(name, ReviewEntry())
            marks[name] = mark(question, answers, self._known, self._shipped, review.level)
        return SubmissionResult(
            result.name, result.status, language, marks=marks, texts=_texts(answers[SHIPPED]),
            reviews=reviews, notes=(*sent, *self._notes(entry, notebooks, answers)),
            seconds=result.seconds, entry=entry, answers=answers,
        )  # fmt: skip

    def texts(self, entry: Entry) -> dict[str, str]:
        """Texts of a submission that a person reads, by question."""
        texts = _texts(self._answers(entry)[SHIPPED]) if entry["status"] == "graded" else {}
        return {name: text for name, text in texts.items() if QUESTIONS[name].read_by_person}

    def _answers(self, entry: Entry) -> dict[str, Answers]:
        """What a submission answered, by company: in its notebooks, and on cards of its own."""
        notebooks = [each for each in entry["notebooks"] if not each["unreadable"]]
        own = own_answers(entry, self._shipped.digest)
        blank = left_blank(entry.get("cells", ()))
        answers = {SHIPPED: own, HIDDEN: collect(notebooks, HIDDEN)}
        return {name: without_blanks(each, blank) for name, each in answers.items()}

    def _notes(
        self, entry: Entry, notebooks: list[dict[str, Any]], answers: Mapping[str, Answers]
    ) -> list[SubmissionNote]:
        notes = []
        left = damaged_notebooks(entry)
        if left:
            key = "accepted" if entry.get("accepted") else "some-unreadable"
            notes.append(SubmissionNote.about(key, left=left, name=entry["submission"]))
        gone = unasked(notebooks, entry.get("cells", ()), answers[SHIPPED], self._names)
        if gone:
            notes.append(SubmissionNote.about("check-missing", questions=gone))
        strange = [
            name
            for each in notebooks
            for name in each.get("companies", ())
            if not is_company_at_hand(name, self._variant)
        ]
        if strange:
            notes.append(SubmissionNote.about("company-named", found=dict.fromkeys(strange)))
        if answers[SHIPPED].doubled:
            notes.append(SubmissionNote.about("doubled", questions=answers[SHIPPED].doubled))
        if any(each["ended"].get(SHIPPED) for each in notebooks):
            notes.append(SubmissionNote("ended"))
        companies = entry.get("companies", ())
        entered = entry.get("entered", {})
        named = companies and self._shipped.name not in companies
        told = entered.get("answers") and self._shipped.digest not in entered["answers"]
        if named or told:
            notes.append(SubmissionNote("other-company"))
        if entered.get("ignored"):
            lines = [str(line) for line in entered["ignored"]]
            notes.append(SubmissionNote("answers-ignored", {"found": ", ".join(lines)}))
        return notes


def _texts(answers: Answers) -> dict[str, str]:
    texts = {
        name: text_of(answers, question)
        for name, question in QUESTIONS.items()
        if question.kind == "text"
    }
    return {name: written for name, written in texts.items() if written.strip()}


def not_final(results: Iterable[SubmissionResult]) -> list[Told]:
    """Which marks cannot go to a learning system yet, and why; nothing if all can."""
    everyone = list(results)
    graded = [each for each in everyone if each.status == "graded"]
    waiting = sum(bool(each.pending) for each in graded)
    doubtful = [each for each in graded if each.provisional]
    unread = [each.name for each in doubtful if not each.of_others]
    others = [each.name for each in doubtful if each.of_others]
    told: list[Told] = []
    unreadable = [each.name for each in everyone if each.status == "unreadable"]
    if unreadable and len(unreadable) == len(everyone):
        told.append(("grade-none-readable", {}))
    elif unreadable:
        told.append(("grade-unreadable", {"listed": ", ".join(unreadable)}))
    if waiting:
        told.append(("grade-not-read", {"count": str(waiting)}))
    if unread:
        told.append(("grade-not-whole", {"listed": ", ".join(unread)}))
    if others:
        told.append(("grade-of-others", {"listed": ", ".join(others)}))
    unassigned = [each.name for each in everyone if each.status == "unassigned"]
    if unassigned:
        told.append(("grade-unassigned", {"listed": ", ".join(unassigned)}))
    return told


def packs_in_doubt(results: Iterable[SubmissionResult], run: Mapping[str, Any]) -> list[Told]:
    """That several works are about one pack and none about another, where each had its own."""
    several, nobodys = shared_packs(run, [str(each.entry.get("company", "")) for each in results])
    facts = {"several": ", ".join(several), "none": ", ".join(nobodys)}
    return [("grade-packs-shared", facts)] if several else []


def damaged_notebooks(entry: Entry) -> list[str]:
    """Notebooks of a submission that cannot be read, or not all of their cells."""
    notebooks = entry.get("notebooks", ())
    return [each["place"] for each in notebooks if each["unreadable"] or each.get("damaged")]


def is_company_at_hand(folder: str, variant: int | None) -> bool:
    """Whether a folder's name means the company that participants of a batch had.

    Parameters
    ----------
    folder
        As a notebook names it: the kit's own is `data`, others carry their number.
    variant
        Number of the batch's company; None for the case's own.
    """
    last = re.split(r"[\\/]+", folder.rstrip("\\/"))[-1].lower()
    numbers = re.findall(r"\d+", last)
    return last in ("data", ".", "..", "") or (variant is not None and str(variant) in numbers)
