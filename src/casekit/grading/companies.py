"""Making the two companies that a batch is run and marked on."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from casekit.grading.execution.jobs import HIDDEN, SHIPPED, Companies
from casekit.questions.seal import SEALED_FILE
from casekit.world.dataset import dataset
from casekit.world.facts import company_with_facts


def companies_of(root: Path, run: Mapping[str, Any]) -> Companies:
    """Data of both companies, without sealed answers.

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
        if path.is_file() and path.name != SEALED_FILE and not path.name.startswith((".", "my_"))
    }
