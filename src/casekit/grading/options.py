"""What a batch is asked for, and what it reports back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from casekit.grading.companies import ListedCompany
from casekit.grading.sandbox.limits import RunLimits

#: A sentence to tell: its key and facts.
Told = tuple[str, dict[str, str]]
#: Takes how many submissions are done, of how many, and the name of the last one.
OnProgress = Callable[[int, int, str], None]


@dataclass(frozen=True)
class GradeOptions:
    """How a batch is graded.

    Parameters
    ----------
    hidden_seed
        Of the hidden company; a random one if None.
    variant, family
        Number and kind of the company that participants had in their packs; the company of the
        case if None.
    companies
        Companies of an exam in which every team had its own, in place of one for all.
    list_file
        File that they were read from: no run may see it.
    jobs
        Submissions that run at the same time.
    only
        Name of the one submission to grade again.
    accept
        Name of a submission whose marks count though a notebook of it could not be read.
    require_sandbox
        Refuse to run anything where no sandbox can be had.
    cluster
        Address of a Dask scheduler; empty to run on this computer.
    warm
        Fork runs from a warm server; else start each cold.
    limits
        Of each notebook.
    question
        Name of the one question whose marks are worked out anew, without running anything.
    blind
        Whether names are left out of the review; None for as before.
    late_penalty
        What being late costs, such as `10` or `10/day`; None for as before.
    worksheet, gradebook
        Tables exported from Moodle and Canvas, to be filled in.
    assignment
        Title or number of the assignment in `gradebook`.
    """

    hidden_seed: int | None = None
    variant: int | None = None
    family: str = "A"
    companies: tuple[ListedCompany, ...] = ()
    list_file: Path | None = None
    jobs: int = 1
    only: str = ""
    accept: str = ""
    require_sandbox: bool = False
    cluster: str = ""
    warm: bool = True
    limits: RunLimits = field(default_factory=RunLimits)
    question: str = ""
    blind: bool | None = None
    late_penalty: str | None = None
    worksheet: Path | None = None
    gradebook: Path | None = None
    assignment: str = ""


@dataclass(frozen=True)
class GradeReport:
    """What a batch did.

    Parameters
    ----------
    counts
        Number of submissions by status.
    unsandboxed
        Why runs were not sandboxed; empty if they were.
    pending
        Whether texts wait for a reader.
    told
        Sentences, by key and facts: what of the review could not be used, what was filled in.
    """

    counts: dict[str, int]
    unsandboxed: str
    pending: bool
    told: tuple[Told, ...] = ()
