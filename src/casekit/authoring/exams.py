"""Packs of an exam: a company a team that nobody can guess, and the list its instructor keeps."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from casekit.authoring.pack import write_pack
from casekit.errors import InvalidArgument
from casekit.grading.companies import GUESSABLE_BELOW, ListedCompany
from casekit.language import LANGUAGES
from casekit.world import FAMILIES

__all__ = [
    "GUESSABLE_BELOW",
    "MOST_TEAMS",
    "draw_companies",
    "keep_list",
    "list_file",
    "read_companies",
    "write_exam",
]

#: Bits of a company's number: nobody can try them all.
SEED_BITS = 128
MOST_TEAMS = 200


def write_exam(
    root: Path,
    out: Path,
    teams: int = 1,
    family: str | None = None,
    langs: Sequence[str] = LANGUAGES,
    wheels: Sequence[str] = (),
    on_progress: Callable[[str], None] = lambda line: None,
) -> list[tuple[Path, int, str]]:
    """Write an exam's packs, each with a company of its own, and the list of their numbers.

    Parameters
    ----------
    root, langs, wheels, on_progress
        As in `write_pack`.
    out
        The zip; of several teams the number of each follows its name: `exam-1.zip` ...
    teams
        How many packs.
    family
        Of every company; drawn for each if left out.

    Returns
    -------
    list of (path, seed, family)
        Of each pack.

    Raises
    ------
    InvalidArgument
        If a file stands there already, or there are too many teams or none.
    AuthoringError
        If a source has faults.
    """
    companies = draw_companies(teams, family)
    kept = list_file(out)
    places = [out if teams == 1 else out.with_name(f"{out.stem}-{number}{out.suffix}")
              for number in range(1, teams + 1)]  # fmt: skip
    for path in (kept, *places):
        # Before hours of work, and so that no number of an earlier exam is lost.
        if path.exists():
            raise InvalidArgument("pack-exists", found=str(path))
    made: list[tuple[Path, int, str]] = []
    for path, (seed, kind) in zip(places, companies, strict=True):
        write_pack(root, path, seed, kind, langs, wheels, on_progress, exam=True)
        made.append((path, seed, kind))
        keep_list(kept, made)
    return made


def draw_companies(teams: int, family: str | None) -> list[tuple[int, str]]:
    """Numbers and families of an exam's companies, which nobody can guess.

    Parameters
    ----------
    teams
        How many.
    family
        Of every company; drawn for each if left out.

    Raises
    ------
    InvalidArgument
        If there are too many teams or none, or there is no such family.
    """
    if not 1 <= teams <= MOST_TEAMS:
        raise InvalidArgument("pack-teams", found=str(teams), most=MOST_TEAMS)
    if family is not None and family not in FAMILIES:
        raise InvalidArgument("world-family", found=family, allowed=", ".join(FAMILIES))
    return [
        (secrets.randbits(SEED_BITS) | 1 << SEED_BITS - 1, family or _family())
        for _ in range(teams)
    ]


def list_file(out: Path) -> Path:
    """Where the numbers of an exam's companies are kept."""
    return out.with_name(f"{out.stem}_instructor.json")


def read_companies(path: Path) -> list[ListedCompany]:
    """Companies of such a list, with the teams that their instructor wrote into it.

    Raises
    ------
    InvalidArgument
        If it is none.
    """
    try:
        listed = json.loads(path.read_text(encoding="utf-8"))["companies"]
        found = [_listed(each) for each in listed]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        found = []
    if not found or not all(each.seed >= 0 and each.family in FAMILIES for each in found):
        raise InvalidArgument("companies-list", file=str(path))
    return found


def _listed(line: Mapping[str, Any]) -> ListedCompany:
    teams = line.get("teams", [])
    if not isinstance(teams, list) or not all(isinstance(each, str) for each in teams):
        raise ValueError
    pack = str(line.get("pack", ""))
    return ListedCompany(int(line["variant"]), str(line["family"]), pack, tuple(teams))


def _family() -> str:
    return secrets.choice(list(FAMILIES))


def keep_list(path: Path, made: Sequence[tuple[Path, int, str]]) -> None:
    """Write the list anew after each pack: what has been made is never without its number."""
    # As text: programs that read numbers as floats would lose digits. The instructor fills in the
    # teams.
    listed = [
        {"pack": place.name, "variant": str(seed), "family": kind, "teams": []}
        for place, seed, kind in made
    ]
    partial = path.with_name(f".{path.name}.part")
    partial.write_text(json.dumps({"companies": listed}, indent=1) + "\n", encoding="utf-8")
    partial.replace(path)
