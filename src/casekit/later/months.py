"""The file of the months that came: found, made by a process of its own, or the nearest one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from casekit import language
from casekit.company import Case, data_folder, need_case
from casekit.company.outcome_file import OUTCOME_FILE, TRUTH_FILE, OutcomeFile, read_outcome
from casekit.errors import CasekitError, DataError
from casekit.later.making import can_make, make
from casekit.model import Plan, calibrated
from casekit.notebook import reader_folder, recording
from casekit.questions.answers_file import PLAN_FILE, AnswersFile
from casekit.questions.journal import keeps_progress
from casekit.questions.plans_made import PlanMade, plan_made

__all__ = ["PREPARED", "PREPARED_MONTHS", "PREPARED_TRUTH", "NineMonths", "nine_months"]

#: Folder beside the tables of a practice pack, with outcomes made beforehand.
PREPARED = "later"
PREPARED_MONTHS, PREPARED_TRUTH = "months.zip", "truth.json"
#: The proposals whose outcomes a practice pack holds.
PROPOSALS = ("leave", "norm", "personal")


@dataclass(frozen=True)
class NineMonths:
    """The months that came, or why there are none; shown as a few sentences.

    Parameters
    ----------
    before
        The company when the plan was made.
    origin
        Where the months are from: `file` (beside the notebook), `made` (just now), one of
        `PROPOSALS` (the nearest that was made beforehand), `asked` (of a plan that was given), or
        `none`.
    why
        Key of what is said of `none`, and its facts.
    found
        The months; None where there are none.
    truth
        Content of the file of the truth; None where it is not there yet.
    made
        The reader's own plan with its forecast; None if there is none.
    """

    before: Case
    origin: str
    why: tuple[str, Mapping[str, Any]] = ("", {})
    found: OutcomeFile | None = None
    truth: Mapping[str, Any] | None = None
    made: PlanMade | None = None

    @property
    def case(self) -> Case | None:
        """The company with the further months; None where there are none."""
        return self.found.case if self.found else None

    @property
    def plan(self) -> Plan | None:
        """The plan that was carried out; None where there are no months."""
        return Plan.from_json(json.dumps(self.found.plan)) if self.found else None

    def __repr__(self) -> str:
        if self.found is None:
            key, facts = self.why
            return "\n".join([language.text("later-none"), language.text(key, **facts)])
        months = language.text(
            "later-months",
            count=self.found.months,
            first=language.month(_after(self.before.last_month)),
            last=language.month(self.found.case.last_month),
        )
        lines = [language.text(f"later-from-{self.origin}"), months]
        if self.origin == "file" and self.made is not None and self.made.plan != self.plan:
            lines.append(language.text("later-other-plan"))
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        return "".join(f"<p>{escape(line)}</p>" for line in repr(self).splitlines())


def nine_months(case: Case, plan: Plan | None = None, luck: int | None = None) -> NineMonths:
    """What came in the nine months after a plan.

    Reads the file beside the notebook. Where there is none, the kit has it made from the plan that
    was decided or committed, by a process of its own, and keeps it: lived months stay as they
    were. In a practice pack, which cannot make one, the nearest of three outcomes is shown.

    Parameters
    ----------
    case
        The company when the plan was made.
    plan
        A plan to be carried out and not kept; the reader's own if left out.
    luck
        Repeats the months of a given plan; drawn if left out.

    Returns
    -------
    NineMonths
        Says where the months are from, or where a file comes from. Nothing is raised: the
        notebook runs without a file.

    Raises
    ------
    InvalidArgument
        If `case` is no company.
    """
    need_case(case)
    if recording():
        return NineMonths(case, "none", ("later-grading", {}))
    if plan is not None:
        return _asked(case, plan, luck)
    if not keeps_progress():
        # Where nothing is kept nothing is read either: the same whatever lies in the folder.
        return NineMonths(case, "none", ("later-no-file", {"file": OUTCOME_FILE}))
    folder, company = reader_folder(), case.digest
    made, why = _own_plan(folder, case, company)
    path = folder / OUTCOME_FILE
    try:
        if path.is_file():
            return _kept(case, folder, company, made)
        if can_make() and made is not None:
            with TemporaryDirectory(prefix="casekit-") as apart:
                if make(Path(apart), made.plan, company, None):
                    # The truth first: without the months nothing reads it.
                    for name in (TRUTH_FILE, OUTCOME_FILE):
                        partial = folder / f".{name}.part"
                        partial.write_bytes((Path(apart) / name).read_bytes())
                        partial.replace(folder / name)
                    return _kept(case, folder, company, made, "made")
    except CasekitError as error:
        return NineMonths(case, "none", ("later-told", {"told": str(error)}), made=made)
    except OSError as error:
        facts = {"reason": error.strerror or type(error).__name__}
        return NineMonths(case, "none", ("later-not-written", facts), made=made)
    prepared = data_folder() / PREPARED
    if prepared.is_dir():
        return _nearest(case, prepared, company, made)
    if can_make() and made is None:
        return NineMonths(case, "none", ("later-no-plan", {"why": why}))
    return NineMonths(case, "none", ("later-no-file", {"file": OUTCOME_FILE}), made=made)


def _own_plan(folder: Path, case: Case, company: str) -> tuple[PlanMade | None, str]:
    """The reader's plan, or in words why there is none."""
    path = folder / PLAN_FILE
    try:
        content = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else None
        return plan_made(AnswersFile().lines(), content, case, company), ""
    except CasekitError as error:
        return None, str(error)
    except OSError as error:
        return None, error.strerror or type(error).__name__


def _kept(
    case: Case, folder: Path, company: str, made: PlanMade | None, origin: str = "file"
) -> NineMonths:
    """Months and truth as they lie beside the notebook."""
    found = read_outcome(folder / OUTCOME_FILE)
    if found.company != company:
        raise DataError("later-other-company", file=OUTCOME_FILE)
    return NineMonths(
        case, origin, found=found, truth=_truth(folder / TRUTH_FILE, found), made=made
    )


def _truth(path: Path, found: OutcomeFile) -> Mapping[str, Any] | None:
    """The truth about these very months; None if it is not there or tells of others."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(content, dict) or content.get("format") != 1:
        return None
    same = content.get("company") == found.company and content.get("plan") == found.plan
    return content if same else None


def _asked(case: Case, plan: Plan, luck: int | None) -> NineMonths:
    if not can_make():
        return NineMonths(case, "none", ("later-no-file", {"file": OUTCOME_FILE}))
    with TemporaryDirectory(prefix="casekit-") as apart:
        try:
            if make(Path(apart), plan, case.digest, luck):
                return _kept(case, Path(apart), case.digest, None, "asked")
        except CasekitError as error:
            return NineMonths(case, "none", ("later-told", {"told": str(error)}))
    return NineMonths(case, "none", ("later-no-file", {"file": OUTCOME_FILE}))


def _nearest(case: Case, prepared: Path, company: str, made: PlanMade | None) -> NineMonths:
    """Of the outcomes made beforehand that of the plan with the nearest hours."""
    c = calibrated(case)

    def hours(plan: Plan) -> Any:
        return plan.hours(c.today_hours, c.rep_ids, c.regions)

    own = hours(made.plan if made else Plan())
    best: tuple[float, str, OutcomeFile] | None = None
    for name in PROPOSALS:
        try:
            found = read_outcome(prepared / name / PREPARED_MONTHS)
            theirs = hours(Plan.from_json(json.dumps(found.plan)))
        except CasekitError:
            continue  # one that was damaged leaves the others
        distance = float(np.abs(theirs - own).mean())
        if found.company == company and (best is None or distance < best[0]):
            best = distance, name, found
    if best is None:
        return NineMonths(case, "none", ("later-no-file", {"file": OUTCOME_FILE}), made=made)
    _, name, found = best
    truth = _truth(prepared / name / PREPARED_TRUTH, found)
    return NineMonths(case, name, found=found, truth=truth, made=made)


def _after(month: str) -> str:
    year, number = map(int, month.split("-"))
    return f"{year + number // 12:04d}-{number % 12 + 1:02d}"
