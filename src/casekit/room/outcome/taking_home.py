"""What a team takes home: its company as it became, its plans, and the months for notebook 07.

No file holds a seed, the luck or an event that did not come: the modules that write them are not
given any. What was true is told from the reveal on, and for the first round: of the company that
all began with.
"""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Mapping
from threading import RLock
from typing import Any

from casekit.company.outcome_file import OUTCOME_FILE, TRUTH_FILE, outcome_bytes
from casekit.company.package import company_files
from casekit.grading.later import MONTHS, Later
from casekit.language import LANGUAGES, text, using
from casekit.model import Plan
from casekit.questions.answers_file import (
    ANSWERS_FILE,
    COMMITTED,
    DECIDED,
    DECIDED_FORECAST,
    FORECAST,
    PLAN_FILE,
)
from casekit.room.course.affairs import Affairs
from casekit.room.course.teams import Team
from casekit.room.outcome.revealing import Revealing
from casekit.room.outcome.rounds import Round, Rounds, number_of_round
from casekit.world.events import Event

__all__ = ["COMPANY", "RESULTS_FILE", "Homes", "counting_lines", "results_csv"]

#: Folder of a company's tables; file of a team's months.
COMPANY, RESULTS_FILE = "company", "results.csv"
#: What explains the rest, a file in each language.
_READ_ME = {"en": "READ_ME.txt", "ru": "ПРОЧТИТЕ.txt"}
# One date for every entry: the same affairs have the same bytes on any day.
_MOMENT = (2026, 1, 1, 0, 0, 0)

#: What counts of what a board keeps, in the order of the file.
_COUNTING = (COMMITTED, DECIDED, FORECAST, DECIDED_FORECAST)


class Homes:
    """What teams of a room take home.

    Parameters
    ----------
    revealing
        The company that all began with, and what is known of it.
    rounds
        What was played.
    luck
        The room's number, as text.
    own
        Whether participants have that company in their kit; else they get it as well.
    """

    def __init__(self, revealing: Revealing, rounds: Rounds, luck: str, own: bool = True) -> None:
        self._revealing, self._rounds, self._luck, self._own = revealing, rounds, luck, own
        self._lock = RLock()
        self._later: Later | None = None
        self._events: tuple[Event, ...] = ()

    def zip_of(self, team: str, affairs: Affairs) -> bytes:
        """A team's archive.

        Parameters
        ----------
        team
            Id of the team.
        affairs
            The room's affairs, with what the team's board kept.

        Returns
        -------
        bytes
            A zip. At its top what notebook 07 reads of the first round (`my_nine_months.zip`,
            `my_truth.json`, `my_plan.json`, `my_answers.jsonl`); `company`, the tables as they
            became; `round_2` and `round_3` with the same of later rounds and the company that
            the team had before them; `results.csv`.
        """
        with self._lock:
            files = self._company(team, len(self._rounds.played), COMPANY)
            files[RESULTS_FILE] = results_csv(self._rounds.played, team)
            own = affairs.teams.get(team)
            numbers = sorted(own.entries) if own else ()
            told = [line for number in numbers for line in counting_lines(own, number)]
            files[ANSWERS_FILE] = "".join(
                json.dumps(line, ensure_ascii=False) + "\n" for line in told
            ).encode()
            for played in self._rounds.played:
                files |= self._round(team, played)
            for lang in LANGUAGES:
                with using(lang):
                    files[_READ_ME[lang]] = _read_me(files).encode("utf-8-sig")
            return _zipped(files)

    def _round(self, team: str, played: Round) -> dict[str, bytes]:
        """What notebook 07 reads of a round; the first one's lies at the top."""
        if team not in played.teams:
            return {}
        number = played.number
        plan = played.plans[team] or Plan()
        if number == 1:
            months, truth = self._first_round(played).files(plan)
            began = {} if self._own else self._company(team, 0, "company_at_first")
            files = {OUTCOME_FILE: months, TRUTH_FILE: truth, PLAN_FILE: _json(plan)}
            return {**files, **began}
        folder = f"round_{number}"
        later = self._rounds.world(team, number).tables
        before = self._rounds.case(team, number - 1).digest
        months = outcome_bytes(later, before, MONTHS, plan.to_plain(), played.news)
        return {
            f"{folder}/{OUTCOME_FILE}": months,
            f"{folder}/{PLAN_FILE}": _json(plan),
            **self._company(team, number - 1, f"{folder}/{COMPANY}"),
        }

    def _first_round(self, played: Round) -> Later:
        """What makes the files of the first round, whatever the plan."""
        if self._later is None or self._events != played.events:
            # The first time, or the round was played again with other events.
            known = self._revealing
            seed = number_of_round(self._luck, played.number)
            self._later = Later(known.world, known.case, seed, known.opinions, played.events)
            self._events = played.events
        return self._later

    def _company(self, team: str, after: int, folder: str) -> dict[str, bytes]:
        tables = self._rounds.world(team, after).tables
        return {f"{folder}/{name}": content for name, content in company_files(tables).items()}


def counting_lines(team: Team | None, number: int) -> list[Mapping[str, Any]]:
    """Of what a board kept for a round the last plan and the last forecast before it was played.

    Parameters
    ----------
    team
        The team; None where there is none.
    number
        Of the round.
    """
    last: dict[str, Mapping[str, Any]] = {}
    for entry in team.entries.get(number, ()) if team else ():
        if not entry.late:
            last[str(entry.line["question"])] = entry.line
    return [last[name] for name in _COUNTING if name in last]


def results_csv(rounds: Iterable[Round], team: str) -> bytes:
    """A team's months, a row each: what came, and what would have, thousands."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(
        ["round", "month", "margin_krub", "profit_krub", "profit_old_hours_krub",
         "margin_left_alone_krub", "profit_left_alone_krub"]
    )  # fmt: skip
    for played in rounds:
        if team not in played.teams:
            continue
        lived, left = played.teams[team], played.left
        for month in zip(
            lived.months, lived.margin_krub, lived.profit_krub, lived.old_profit_krub,
            left.margin_krub, left.profit_krub, strict=True,
        ):  # fmt: skip
            writer.writerow([played.number, *month])
    return out.getvalue().encode("utf-8")


def _read_me(files: Mapping[str, bytes]) -> str:
    """What is inside and what to do with it, in the reader's language."""
    parts = [text("room-home-title"), text("room-home-company")]
    if RESULTS_FILE in files:
        parts.append(text("room-home-columns"))
    if OUTCOME_FILE in files:
        parts.append(text("room-home-notebook", months=OUTCOME_FILE, truth=TRUTH_FILE))
    if any(name.startswith("company_at_first/") for name in files):
        parts.append(text("room-home-other-company"))
    if any(name.startswith("round_") for name in files):
        parts.append(text("room-home-rounds"))
    return "\r\n\r\n".join(part.replace("\n", "\r\n") for part in parts) + "\r\n"


def _json(plan: Plan) -> bytes:
    return (plan.to_json() + "\n").encode()


def _zipped(files: Mapping[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(name, _MOMENT)
            # What is packed already is not packed again.
            packed = name.endswith(".zip")
            entry.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            bundle.writestr(entry, content)
    return written.getvalue()
