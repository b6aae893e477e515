"""A job and its result: plain data, so that both can travel to another process or computer.

The key is in neither.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from casekit.grading.sandbox.limits import RunLimits

#: The companies that submissions run on, in this order: the one that participants had, which is
#: the shipped one unless their packs held another, and one that nobody has seen.
SHIPPED, HIDDEN = "shipped", "hidden"

#: Files of a company's data by the path below its folder.
CompanyFiles = dict[str, bytes]


class Companies(dict[str, CompanyFiles]):
    """Files of each company, the hidden one's from when they are first asked for.

    Parameters
    ----------
    own
        Of those that participants had. Where teams had a company each, these go by their digests
        in place of the shipped one.
    hidden
        Gives those of the hidden one: it is drawn while the first runs are on.
    """

    def __init__(self, own: Mapping[str, CompanyFiles], hidden: Callable[[], CompanyFiles]) -> None:
        super().__init__(own)
        self._hidden = hidden

    def __missing__(self, name: str) -> CompanyFiles:
        if name != HIDDEN:
            raise KeyError(name)
        self[HIDDEN] = self._hidden()
        return self[HIDDEN]


@dataclass(frozen=True)
class Job:
    """A submission to run.

    Parameters
    ----------
    name
        Of the participant or the team.
    notebooks, files
        Bytes by place in the submission.
    limits
        Of each notebook.
    sandbox
        Whether runs are sandboxed.
    warm
        Whether runs are forked from a warm server; else each starts cold.
    language
        For notebooks that do not say theirs.
    scratch_folder
        Folder for temporary files of runs; the computer's own if empty.
    masked_folders
        Folders whose content no run may see, wherever they lie.
    company
        Which of the companies its author had.
    """

    name: str
    notebooks: dict[str, bytes]
    files: dict[str, bytes]
    limits: RunLimits = field(default_factory=RunLimits)
    sandbox: bool = True
    warm: bool = True
    language: str = "en"
    scratch_folder: str = ""
    masked_folders: tuple[str, ...] = ()
    company: str = SHIPPED


@dataclass
class NotebookResult:
    """How a notebook ran on each company.

    Parameters
    ----------
    place
        Path inside the submission.
    language
        Language of its texts.
    executed
        The notebook with its outputs on the shipped company.
    asked
        Questions that each cell checks.
    unasked
        Questions whose check stands, with an answer, in a cell that is not run.
    companies
        Companies that it loads by name.
    damaged
        Number of its cells that cannot be read, or only in part.
    records
        By company, a record for each cell.
    ended
        By company, why the process ended early; empty if it did not.
    unreadable, facts
        Why it could not be run at all: a message key and its facts.
    """

    place: str
    language: str = ""
    executed: str = ""
    asked: tuple[tuple[str, ...], ...] = ()
    unasked: tuple[str, ...] = ()
    companies: tuple[str, ...] = ()
    damaged: int = 0
    records: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    ended: dict[str, str] = field(default_factory=dict)
    unreadable: str = ""
    facts: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class JobFailure:
    """A job that no worker could finish: not the submission's fault, and no mark."""

    key: str
    found: str


#: Name of a submission, what came of it, and how many seconds it took.
JobOutcome = tuple[str, "list[NotebookResult] | JobFailure", float]
