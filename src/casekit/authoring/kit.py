"""Every part of the kit that is built from a source; the verb `build` writes or compares it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path

from casekit import language
from casekit.authoring.asked import questions
from casekit.authoring.build import build_notebooks
from casekit.authoring.company_files import company_files
from casekit.authoring.compare import same_file
from casekit.authoring.environment import environment_yml
from casekit.authoring.exhibits import exhibits
from casekit.authoring.files import Files, content_of, differing, write_built
from casekit.authoring.reference import reference
from casekit.authoring.story import story
from casekit.authoring.teaching import teaching
from casekit.company import Case, load_case
from casekit.company.dictionary import dictionary
from casekit.errors import AuthoringError, InvalidArgument
from casekit.language import LANGUAGES, text
from casekit.questions import bank
from casekit.world.shipped import shipped_company


def build_kit(root: Path, names: Sequence[str] = (), check: bool = False) -> Iterator[str]:
    """Build what comes from a source, or say what does not match it.

    Parameters
    ----------
    root
        The kit's top folder.
    names
        Parts (`questions`, `data`, `dictionary` ...) and notebooks (`02_where_the_hours_go`) to
        build; everything if empty.
    check
        Write nothing; compare.

    Yields
    ------
    str
        A line for each part done, in the reader's language.

    Raises
    ------
    AuthoringError
        If a source has faults or, when checking, something does not match its source.
    InvalidArgument
        If a name is neither a part nor a notebook.
    """
    sources = [path.stem for path in sorted((root / "solutions").glob("[0-9]*.py"))]
    unknown = [name for name in names if name not in PARTS and name not in sources]
    if unknown:
        allowed = ", ".join([*PARTS, *sources])
        raise InvalidArgument("build-unknown", found=", ".join(unknown), allowed=allowed)
    for part, make in PARTS.items():
        if not names or part in names:
            yield from _build_part(root, part, make(root), check)
            if part == "questions":
                # What follows seals and tells the questions as they are now.
                bank.read_again()
                language.read_again()
    notebooks = [name for name in names if name in sources]
    if notebooks or not names:
        build_notebooks(root, notebooks, check=check)
        yield text("build-done", part="notebooks")


def _build_part(root: Path, part: str, files: Files, check: bool) -> Iterator[str]:
    """Write the files of a part, or compare them with those in the kit."""
    stale = _stale(root, part, files)
    if check:
        different = [
            name
            for name in differing(root, files)
            if not same_file(name, files[name], content_of(root / name))
        ]
        if different or stale:
            raise AuthoringError("build-differs", part=part, files=", ".join(different + stale))
    else:
        write_built(root, files, stale)
    yield text("build-done", part=part)


def _stale(root: Path, part: str, files: Files) -> list[str]:
    """Files of an earlier build that no source gives any more.

    Otherwise reports of a region that is gone would pass for reports of this company.
    """
    standing = [
        path.relative_to(root).as_posix()
        for folder in _OWNED.get(part, ())
        for path in (root / folder).rglob("*")
        if path.is_file()
    ]
    return sorted(set(standing) - set(files))


#: Folders that hold nothing but what the part builds.
_OWNED = {
    "data": ("data/received",),
    "teaching": tuple(f"solutions/{lang}/slides" for lang in LANGUAGES),
}


def _data(root: Path) -> Files:
    data, secret = company_files(root, shipped_company())
    return {**data, **secret}


@cache
def _drawn() -> Files:
    """Exhibits of the shipped company, which two parts of the kit need."""
    return exhibits(Case(shipped_company().world.tables))


def _exhibits(root: Path) -> Files:
    return {f"case/{name}": content for name, content in _drawn().items()}


def _story(root: Path) -> Files:
    case = Case(shipped_company().world.tables)
    files = story(case, root / "case" / "source", _drawn())
    return {f"case/{name}": content for name, content in files.items()}


def _teaching(root: Path) -> Files:
    files = teaching(root, load_case(root / "data"))
    return {f"solutions/{name}": content for name, content in files.items()}


def _dictionary(root: Path) -> Files:
    return {f"case/{lang}/dictionary.md": dictionary(lang).encode("utf-8") for lang in LANGUAGES}


def _reference(root: Path) -> Files:
    return {f"case/{lang}/reference.md": reference(lang).encode("utf-8") for lang in LANGUAGES}


def _environment(root: Path) -> Files:
    declared = (root / "pyproject.toml").read_text(encoding="utf-8")
    return {"environment.yml": environment_yml(declared).encode("utf-8")}


#: Parts other than notebooks, in the order in which they depend on one another.
PARTS: dict[str, Callable[[Path], Files]] = {
    "questions": questions,
    "data": _data,
    "exhibits": _exhibits,
    "story": _story,
    "dictionary": _dictionary,
    "reference": _reference,
    "teaching": _teaching,
    "environment": _environment,
}
