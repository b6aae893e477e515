"""Making the two companies that a batch is run and marked on."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from casekit.grading.execution.jobs import HIDDEN, SHIPPED, Companies
from casekit.questions.reveal import REVEALS_FILE
from casekit.questions.seal import SEALED_FILE
from casekit.world.dataset import dataset
from casekit.world.facts import company_with_facts

#: A company whose number is smaller could be made anew by who tries numbers.
GUESSABLE_BELOW = 2**64


def is_open_book(run: Mapping[str, Any]) -> bool:
    """Whether a batch was earned with a practice pack at hand.

    Exams have companies whose numbers nobody can guess. Of every other company sealed answers,
    reasons and what is hidden in it are within reach.

    Parameters
    ----------
    run
        Content of `run.json`.
    """
    return not run.get("variant") or int(run["variant"][0]) < GUESSABLE_BELOW


def companies_of(root: Path, run: Mapping[str, Any]) -> Companies:
    """Data of both companies, without its files of answers.

    Parameters
    ----------
    root
        The kit's top folder.
    run
        Content of `run.json`: number and family of the hidden company, and of the shipped one if
        it is not the case's own.
    """
    shipped = _generated(*run["variant"]) if run.get("variant") else _of_folder(root / "data")
    return {SHIPPED: shipped, HIDDEN: _generated(run["hidden_seed"], run["hidden_family"])}


def _generated(seed: int, family: str) -> dict[str, bytes]:
    return dict(dataset(company_with_facts(seed, family)).data)


def _of_folder(data: Path) -> dict[str, bytes]:
    return {
        path.relative_to(data).as_posix(): path.read_bytes()
        for path in data.rglob("*")
        if path.is_file()
        and path.name not in (SEALED_FILE, REVEALS_FILE)
        and not path.name.startswith((".", "my_"))
    }
