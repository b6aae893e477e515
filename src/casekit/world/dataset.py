"""A company as files: those for participants, and those for instructors only."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from casekit.company.package import company_files
from casekit.errors import InvalidArgument
from casekit.language import LANGUAGES, text
from casekit.world.draw import World
from casekit.world.facts import Proof, ProvenCompany
from casekit.world.received import make_received

#: Folder inside a company's folder for the reports as the regions sent them.
RECEIVED = "received"
#: Folder of a variant for instructors only.
INSTRUCTOR = "instructor"

# A stream of its own, so that changes of letters never change a table.
_RECEIVED_STREAM = 4711


@dataclass(frozen=True)
class Dataset:
    """Files of a company by path: `data` for everybody, `instructor` for whoever marks."""

    data: dict[str, bytes]
    instructor: dict[str, bytes]


def dataset(proven: ProvenCompany) -> Dataset:
    """Files of a company whose facts are proven."""
    world = proven.world
    received = make_received(world.tables, _received_rng(world))
    data = company_files(world.tables)
    data |= {f"{RECEIVED}/{name}": content for name, content in received.files.items()}
    instructor = {"defects.csv": _csv(received.defects), "facts.csv": _csv(facts_table(proven))}
    return Dataset(data, instructor)


def write_variant(proven: ProvenCompany, folder: Path) -> None:
    """Write a company to a new folder: its data, and `instructor/` with what is hidden in it.

    Raises
    ------
    InvalidArgument
        If the folder is not empty: nothing is overwritten.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise InvalidArgument("variant-folder-taken", folder=str(folder))
    files = dataset(proven)
    inside = {f"{INSTRUCTOR}/{name}": content for name, content in files.instructor.items()}
    for name, content in {**files.data, **inside}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def facts_table(proven: ProvenCompany) -> pd.DataFrame:
    """Every condition of every fact with the company's figure, its bounds and its margin."""
    rows = [
        {
            "fact": proof.fact,
            **{f"title_{lang}": fact_title(proof, lang) for lang in LANGUAGES},
            "condition": condition.name,
            "value": round(condition.value, 6),
            "low": condition.low if np.isfinite(condition.low) else "",
            "high": condition.high if np.isfinite(condition.high) else "",
            "margin": round(condition.margin, 6),
        }
        for proof in proven.proofs
        for condition in proof.conditions
    ]
    return pd.DataFrame(rows)


def fact_title(proof: Proof, lang: str | None = None) -> str:
    """Name of a planted fact in words."""
    return text(f"fact-{proof.fact.replace(' ', '-')}", lang=lang)


def _received_rng(world: World) -> np.random.Generator:
    entropy = [world.seed, ord(world.family), _RECEIVED_STREAM]
    return np.random.default_rng(np.random.SeedSequence(entropy))


def _csv(frame: pd.DataFrame) -> bytes:
    # With a byte order mark, so that spreadsheets decode the Russian columns.
    return frame.to_csv(index=False, lineterminator="\n").encode("utf-8-sig")
