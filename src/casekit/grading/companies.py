"""The companies that a batch is run and marked on: those participants had, and one unseen."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from casekit.company.loading import read_company
from casekit.grading.execution.interrupts import held_back, stopping, take_note
from casekit.grading.execution.jobs import SHIPPED, CompanyFiles
from casekit.grading.files import write_files
from casekit.questions.reveal import REVEALS_FILE
from casekit.questions.seal import SEALED_FILE
from casekit.world.dataset import dataset
from casekit.world.facts import company_with_facts

__all__ = [
    "EXAM",
    "GUESSABLE_BELOW",
    "OPEN_BOOK",
    "ListedCompany",
    "OwnCompany",
    "conditions_of",
    "draw_listed",
    "hidden_company",
    "open_books",
    "own_companies",
    "packs_of",
    "shared_packs",
    "told_in_run",
]

#: A company whose number is smaller could be made anew by who tries numbers.
GUESSABLE_BELOW = 2**64
#: Under which conditions marks are earned.
OPEN_BOOK, EXAM = "open_book", "exam"


@dataclass(frozen=True)
class ListedCompany:
    """A line of an exam's list.

    Parameters
    ----------
    seed, family
        Number and family of the company.
    pack
        Name of the pack that holds it.
    teams
        Submissions that are about it though nothing in them says so, as their instructor wrote.
    """

    seed: int
    family: str
    pack: str = ""
    teams: tuple[str, ...] = ()

    @property
    def drawn(self) -> tuple[int, str]:
        """Number and family."""
        return self.seed, self.family


@dataclass(frozen=True)
class OwnCompany:
    """A company that some participants of a batch had.

    Parameters
    ----------
    listed
        Its line in the list.
    digest
        Of its tables, as answers bear it.
    name
        As the table `company` and participants' progress have it; others may bear the same.
    files
        Its data, by path.
    """

    listed: ListedCompany
    digest: str
    name: str
    files: Mapping[str, bytes]

    @property
    def pack(self) -> str:
        """What people call it: its pack."""
        return self.listed.pack or self.name


def draw_listed(listed: Sequence[ListedCompany], jobs: int = 1) -> list[OwnCompany]:
    """Draw each company of a list once.

    Parameters
    ----------
    listed
        Lines of the list; two of one company are taken together.
    jobs
        Companies that are drawn at the same time.
    """
    lines: dict[tuple[int, str], ListedCompany] = {}
    for each in listed:
        same = lines.setdefault(each.drawn, each)
        if same is not each:
            packs = ", ".join(dict.fromkeys(filter(None, (same.pack, each.pack))))
            lines[each.drawn] = replace(same, pack=packs, teams=(*same.teams, *each.teams))
    if min(jobs, len(lines)) < 2:
        return [_own(each) for each in lines.values()]
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(jobs, len(lines)), context, initializer=take_note) as pool:
        with held_back():
            drawn = pool.map(_draw, lines.values())
        return list(drawn)


def conditions_of(run: Mapping[str, Any], company: str) -> str:
    """Whether the marks of a submission were earned with a practice pack at hand.

    Exams have companies whose numbers nobody can guess. Of every other company sealed answers,
    reasons and what is hidden in it are within reach.

    Parameters
    ----------
    run
        Content of `run.json`.
    company
        Digest of the submission's company, where the batch has a list of them.

    Returns
    -------
    str
        `OPEN_BOOK` or `EXAM`; empty where the submission's company is not known.
    """
    listed = run.get("companies", ())
    if listed:
        numbers = [int(each["variant"]) for each in listed if each["digest"] == company]
        return _conditions(numbers[0]) if numbers else ""
    return _conditions(int(run["variant"][0]) if run.get("variant") else 0)


def open_books(run: Mapping[str, Any]) -> list[str]:
    """Names of the packs of a list with which answers could be looked up."""
    return [
        each["pack"]
        for each in run.get("companies", ())
        if _conditions(int(each["variant"])) == OPEN_BOOK
    ]


def shared_packs(run: Mapping[str, Any], about: Sequence[str]) -> tuple[list[str], list[str]]:
    """Packs of a list that several works are about, and those that none is about.

    Only where one work of each pack is due, that is where there are no more works than packs, and
    some of both kinds are there: one team may have handed in another's work.

    Parameters
    ----------
    run
        Content of `run.json`.
    about
        Digest of the company of each work; empty where it is not known.
    """
    packs = packs_of(run)
    several = [pack for digest, pack in packs.items() if about.count(digest) > 1]
    nobodys = [pack for digest, pack in packs.items() if digest not in about]
    return (several, nobodys) if len(about) <= len(packs) and several and nobodys else ([], [])


def _conditions(number: int) -> str:
    return OPEN_BOOK if number < GUESSABLE_BELOW else EXAM


def told_in_run(own: Iterable[OwnCompany]) -> list[dict[str, str]]:
    """Companies of a list as `run.json` keeps them."""
    # As text: programs that read numbers as floats would lose digits.
    return [
        {"variant": str(each.listed.seed), "family": each.listed.family,
         "pack": each.pack, "digest": each.digest}
        for each in own
    ]  # fmt: skip


def packs_of(run: Mapping[str, Any]) -> dict[str, str]:
    """Name of the pack of each company of a list, by digest; empty where the batch has one."""
    return {each["digest"]: each["pack"] for each in run.get("companies", ())}


def own_companies(
    root: Path, run: Mapping[str, Any], own: Sequence[OwnCompany] = ()
) -> dict[str, CompanyFiles]:
    """Data of the companies that participants of a batch had, without their files of answers.

    Parameters
    ----------
    root
        The kit's top folder.
    run
        Content of `run.json`: number and family of the shipped company if it is not the case's own.
    own
        Companies of a list; each goes by its digest, and there is no shipped one.
    """
    if own:
        return {each.digest: dict(each.files) for each in own}
    return {
        SHIPPED: _generated(*run["variant"]) if run.get("variant") else _of_folder(root / "data")
    }


def hidden_company(run: Mapping[str, Any]) -> CompanyFiles:
    """Data of the company that nobody has seen, of its number and family in `run.json`."""
    return _generated(run["hidden_seed"], run["hidden_family"])


def _draw(line: ListedCompany) -> OwnCompany:
    """A company, drawn in a worker that Ctrl+C stops."""
    with stopping():
        return _own(line)


def _own(listed: ListedCompany) -> OwnCompany:
    files = _generated(*listed.drawn)
    with TemporaryDirectory(prefix="casekit-") as folder:
        write_files(files, Path(folder))
        case = read_company(Path(folder))
        return OwnCompany(listed, case.digest, case.name, files)


def _generated(seed: int, family: str) -> CompanyFiles:
    return dict(dataset(company_with_facts(seed, family)).data)


def _of_folder(data: Path) -> CompanyFiles:
    return {
        path.relative_to(data).as_posix(): path.read_bytes()
        for path in data.rglob("*")
        if path.is_file()
        and path.name not in (SEALED_FILE, REVEALS_FILE)
        and not path.name.startswith((".", "my_"))
    }
