"""Nine months later for a whole room: every plan handed in, carried out under one luck."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any

from casekit.company import Case
from casekit.company.loading import read_company
from casekit.company.outcome_file import OUTCOME_FILE, TRUTH_FILE
from casekit.errors import CasekitError, GradingError, InvalidArgument, QuestionError
from casekit.grading.assigning import is_listed_for
from casekit.grading.companies import ListedCompany
from casekit.grading.files import as_csv, folder_name, write_atomically, write_files
from casekit.grading.intake.choosing import HandedOut
from casekit.grading.intake.people import find_submissions, refuse_nested
from casekit.grading.intake.submissions import Files, Submission, content_of, read_files
from casekit.grading.later import Drawn, Later, new_seed
from casekit.grading.marks.marked_plans import MarkedPlans
from casekit.grading.opinions import opinions_of
from casekit.questions.answers_file import ANSWERS_FILE, PLAN_FILE
from casekit.questions.json_lines import parse_lines
from casekit.questions.plans_made import PlanMade, plan_made
from casekit.world.dataset import dataset
from casekit.world.facts import ProvenCompany, company_with_facts
from casekit.world.shipped import shipped_company

__all__ = ["NO_PLAN", "Served", "carry_all"]

#: What is handed out, and what is kept until the reveal.
FOR_TEAMS, TRUTHS = "for_teams", "truths"
#: The number of a batch, for its instructor; the list of who got a file.
LUCK_FILE, LIST_FILE = "luck.json", "carry_on.csv"
#: Key of why somebody got no file in whose work there is no plan.
NO_PLAN = "carry-on-no-plan"

#: Takes how many plans are done, of how many, and whose is next.
OnPlan = Callable[[int, int, str], None]


@dataclass(frozen=True)
class Served:
    """What became of one submission.

    Parameters
    ----------
    name
        Of the participant or the team.
    source
        Where its plan was found, see `plans_made.SOURCES`; empty where it got no file.
    why
        Why it got none.
    key
        The same as a message's key.
    """

    name: str
    source: str = ""
    why: str = ""
    key: str = ""


def carry_all(
    root: Path,
    handed_in: Path,
    out: Path,
    seed: int | None = None,
    companies: Sequence[ListedCompany] = (),
    marks: Path | None = None,
    on_plan: OnPlan = lambda done, total, name: None,
) -> list[Served]:
    """Make the file of nine months for every plan handed in.

    Parameters
    ----------
    root
        The kit's top folder.
    handed_in
        A folder, an archive or a file for each participant or team.
    out
        Where everything is written. Who hands in later gets the same luck: its number is kept
        there.
    seed
        Number of luck and events; a new random one if left out.
    companies
        Each company that participants had; that of the case if empty. Of several each plan says
        itself which it is about, or its line in the list does.
    marks
        Folder of a batch that has marked them: its plans go before those of the files, for plans
        that code makes stand in none.
    on_plan
        Takes how many are done, of how many, and the name of the next.

    Returns
    -------
    list of Served
        Every submission.

    Raises
    ------
    InvalidArgument
        If there is nothing to read, `out` belongs to another company or another number, or
        `marks` is no batch of these companies.
    """
    refuse_nested(handed_in, out)
    found = find_submissions(handed_in)
    drawn = [each.drawn for each in companies]
    marked = MarkedPlans(marks, drawn) if marks else None
    given = HandedOut.of(root / "notebooks")
    number = _kept_seed(out, seed, drawn)
    known = [_later(root, number, each) for each in drawn or (None,)]
    # Before it is used; a company that cannot be made must not bind the folder to it.
    _keep_seed(out, number, drawn)
    rows = []
    for done, submission in enumerate(found):
        on_plan(done, len(found), submission.name)
        named = [
            later
            for each, later in zip(companies, known, strict=False)
            if is_listed_for(each.teams, submission)
        ]
        own = named if len(named) == 1 else known
        rows.append(_carried(submission, given, own, marked, out))
    on_plan(len(found), len(found), "")
    table = [[row.name, row.source, row.why] for row in rows]
    write_atomically(out / LIST_FILE, as_csv([["name", "plan", "why"], *table]))
    return rows


def _kept_seed(out: Path, seed: int | None, companies: Sequence[Drawn]) -> int:
    """The number of this folder: kept from before, given, or new."""
    path = out / LUCK_FILE
    if path.is_file():
        try:
            kept = json.loads(path.read_text(encoding="utf-8"))
            number, before = int(kept["seed"]), kept["companies"]
        except (ValueError, KeyError, TypeError):
            raise InvalidArgument("carry-on-luck-file", file=str(path)) from None
        if before != _had(companies) or seed not in (None, number):
            raise InvalidArgument("carry-on-other-luck", folder=str(out))
        return number
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise InvalidArgument("carry-on-folder-taken", folder=str(out))
    return new_seed() if seed is None else seed


def _keep_seed(out: Path, number: int, companies: Sequence[Drawn]) -> None:
    out.mkdir(parents=True, exist_ok=True)
    # As text: programs that read numbers as floats would lose digits.
    told = {"seed": str(number), "companies": _had(companies)}
    write_atomically(out / LUCK_FILE, json.dumps(told, indent=1) + "\n")


def _had(companies: Sequence[Drawn]) -> list[list[str]]:
    return [[str(number), family] for number, family in companies]


def _later(root: Path, seed: int, drawn: Drawn | None) -> Later:
    """A company that participants had, ready to go on."""
    if drawn is None:
        case = read_company(root / "data")
        return Later(shipped_company().world, case, seed, opinions_of(root, case))
    proven = company_with_facts(*drawn)
    with _on_disk(proven) as case:
        return Later(proven.world, case, seed, opinions_of(root, case))


@contextmanager
def _on_disk(proven: ProvenCompany) -> Iterator[Case]:
    """A drawn company as participants read it, with what was received, while it is needed."""
    with TemporaryDirectory(prefix="casekit-") as folder:
        write_files(dataset(proven).data, Path(folder))
        yield read_company(Path(folder))


def _carried(
    submission: Submission,
    given: HandedOut,
    known: Sequence[Later],
    marked: MarkedPlans | None,
    out: Path,
) -> Served:
    """Carry a submission's plan out and write its files, or say why there is none."""
    name = submission.name
    try:
        later, made = _plan_of(submission, given, known, marked)
        months, truth = later.files(made.plan)
    except CasekitError as error:
        return Served(name, why=str(error), key=error.key)
    except Exception as error:
        # Whatever one submission holds, the others get their files.
        return Served(name, why=str(GradingError("unreadable-file", found=type(error).__name__)))
    folder = folder_name(name)
    write_files({OUTCOME_FILE: months}, out / FOR_TEAMS / folder)
    write_files({TRUTH_FILE: truth}, out / TRUTHS / folder)
    return Served(name, made.source)


def _plan_of(
    submission: Submission, given: HandedOut, known: Sequence[Later], marked: MarkedPlans | None
) -> tuple[Later, PlanMade]:
    """A submission's plan, and the company that it is about.

    Raises
    ------
    CasekitError
        If there is none, or it cannot be carried out.
    """
    files = read_files(submission)
    lines = [line for content in _named(files, ANSWERS_FILE) for line in parse_lines(content)]
    plans = _named(files, PLAN_FILE)
    plan = plans[-1].decode("utf-8", "replace") if plans else None
    told = _marked(submission, files, given, known, marked)
    # Of commits the first counts, of decisions the last: what was marked stands at both ends.
    lines = [*(told or ()), *lines, *(told or ())]
    try:
        later = _of_lines(lines, known)
        return later, plan_made(lines, plan, later.case, later.digest)
    except QuestionError as error:
        if error.key == NO_PLAN and marked is not None and told is None:
            raise QuestionError("carry-on-not-marked") from None
        raise


def _marked(
    submission: Submission,
    files: Files,
    given: HandedOut,
    known: Sequence[Later],
    marked: MarkedPlans | None,
) -> list[dict[str, Any]] | None:
    """What a batch marked of these very files, as lines; None if it did not."""
    if marked is None:
        return None
    try:
        digest = content_of(files, given).digest
    except GradingError:
        # Without a notebook nothing was marked; a plan may lie there all the same.
        return None
    return marked.lines(submission.name, digest, known[0].digest)


def _of_lines(lines: Sequence[Mapping[str, Any]], known: Sequence[Later]) -> Later:
    """The company that answers are about; the only one there is needs no answers.

    Raises
    ------
    QuestionError
        If they are about none of several.
    """
    if len(known) == 1:
        return known[0]
    named = {line.get("company") for line in lines}
    for later in known:
        if later.digest in named:
            return later
    raise QuestionError("carry-on-which-company")


def _named(files: Files, name: str) -> list[bytes]:
    """Contents of files of that name, the last sent last; a file alone may bear another name."""
    suffix = PurePosixPath(name).suffix
    alone = [c for place, c in files.content.items() if place.endswith(suffix)]
    return files.named(name) or (alone if len(files.content) == 1 else [])
