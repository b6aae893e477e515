"""What a participant or a team gets: one zip, ready to start, with nothing of the solutions."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from casekit.authoring.exhibits import exhibits
from casekit.authoring.kit import company_data
from casekit.authoring.notebooks import compose, place_of, written
from casekit.authoring.source import find_sources, read_source
from casekit.authoring.story import story
from casekit.authoring.wheels import Wheels, fetch, find_wheels, read_targets
from casekit.company import Case
from casekit.errors import InvalidArgument
from casekit.language import LANGUAGES, text
from casekit.world.facts import company_with_facts

__all__ = ["INSTRUCTORS_ROOMS", "write_pack"]

#: Rooms of the package that make and mark the case; what participants run needs none of them.
INSTRUCTORS_ROOMS = ("authoring", "grading", "world")
#: Their texts: the planted facts, among others, would be told in plain words.
INSTRUCTORS_TEXTS = ("authoring.ftl", "facts.ftl", "world.ftl", "teaching.ftl", "grading.ftl")

#: What follows this line of the kit's README is not for participants.
KIT_ONLY = "<!-- What follows is about the whole kit; a participant's pack ends here. -->"

# Files that stand in the pack as they stand in the kit.
_PLAIN = ("start.py", "start.cmd", "pyproject.toml", "requirements.lock", "LICENSE")
_ENGINE = re.compile(rb'(?m)^\[project\.entry-points\."papermill\.engine"\]\n(?:[^\[\n].*\n)*\n')
# The same moment for every file: the same kit gives the same bytes on any day.
_MOMENT = (1980, 1, 1, 0, 0, 0)

Files = dict[str, bytes]


def write_pack(
    root: Path,
    out: Path,
    seed: int | None = None,
    family: str = "A",
    langs: Sequence[str] = LANGUAGES,
    wheels: Sequence[str] = (),
    tell: Callable[[str], None] = lambda line: None,
) -> Path:
    """Write a participant's pack.

    Parameters
    ----------
    root
        The kit's top folder.
    out
        The zip to write; its name is that of the folder inside.
    seed, family
        Another company than the shipped one, for a team of its own.
    langs
        Languages of notebooks and case text.
    wheels
        Systems whose libraries go in too, as `read_targets` takes them; their size is told
        before anything is fetched.
    tell
        Takes a line for the reader.

    Returns
    -------
    Path
        The zip.

    Raises
    ------
    InvalidArgument
        If the zip exists already or its name is none, a language or a system is not known, or
        libraries cannot be had.
    AuthoringError
        If a source has faults.
    """
    name = _folder_name(out)
    unknown = [lang for lang in langs if lang not in LANGUAGES]
    if unknown:
        allowed = ", ".join(LANGUAGES)
        raise InvalidArgument("pack-language", found=", ".join(unknown), allowed=allowed)
    found = find_wheels(root / "requirements.lock", read_targets(wheels)) if wheels else None
    if found:
        tell(text("pack-wheels", count=len(found.files), megabytes=found.megabytes))
    files = {**_kit(root), **_notebooks(root, langs), **_readme(root, langs)}
    files |= _company(root, langs, seed, family)
    out.parent.mkdir(parents=True, exist_ok=True)
    partial = out.with_name(f".{out.name}.part")
    try:
        with zipfile.ZipFile(partial, "w") as bundle:
            for place, content in sorted(files.items()):
                _put(bundle, f"{name}/{place}", content, zipfile.ZIP_DEFLATED)
            for place, content in _fetched(found):
                _put(bundle, f"{name}/{place}", content, zipfile.ZIP_STORED)
        partial.replace(out)
    finally:
        partial.unlink(missing_ok=True)
    return out


def _folder_name(out: Path) -> str:
    if out.suffix.lower() != ".zip" or not re.fullmatch(r"[\w .()-]+", out.stem):
        raise InvalidArgument("pack-name", found=out.name)
    if out.exists():
        raise InvalidArgument("pack-exists", found=str(out))
    return out.stem.strip(" .")


def _kit(root: Path) -> Files:
    """The package without the instructor's rooms, and what starts it."""
    files = {name: (root / name).read_bytes() for name in _PLAIN}
    # papermill would look for the engine in a room that stays at home.
    files["pyproject.toml"] = _ENGINE.sub(b"", files["pyproject.toml"])
    source = root / "src" / "casekit"
    for path in source.rglob("*"):
        inside = path.relative_to(source)
        if not path.is_file() or "__pycache__" in inside.parts:
            continue
        if inside.parts[0] in INSTRUCTORS_ROOMS or path.name in INSTRUCTORS_TEXTS:
            continue
        files[f"src/casekit/{inside.as_posix()}"] = path.read_bytes()
    return files


def _notebooks(root: Path, langs: Sequence[str]) -> Files:
    """Notebooks made anew: those in the kit's folder may hold somebody's answers."""
    sources = [read_source(path) for path in find_sources(root / "solutions")]
    return {
        place_of(source, lang, False).as_posix(): written(compose(source, lang, False)).encode()
        for source in sources
        for lang in langs
    }


def _readme(root: Path, langs: Sequence[str]) -> Files:
    """The participant's part of the kit's README, all chosen languages on one page."""
    pages = []
    for lang in langs:
        name = "README.md" if lang == LANGUAGES[0] else f"README.{lang}.md"
        told, mark, _ = (root / name).read_text(encoding="utf-8").partition(KIT_ONLY)
        if not mark:
            raise InvalidArgument("pack-readme", file=name, line=KIT_ONLY)
        # The other language stands on the same page or was not wanted.
        pages.append(re.sub(r"(?m)^\*\[.*\]\(README.*\)\*\n\n", "", told).rstrip())
    return {"README.md": ("\n\n---\n\n".join(pages) + "\n").encode()}


def _company(root: Path, langs: Sequence[str], seed: int | None, family: str) -> Files:
    """Data, sealed answers and case text of a company."""
    if seed is None:
        case_text = _standing(root, "case", [f"case/{lang}/" for lang in langs])
        return case_text | _standing(root, "data", ["data/"])
    proven = company_with_facts(seed, family)
    data, _ = company_data(root, proven)
    case = Case(proven.world.tables)
    drawn = exhibits(case)
    told = {**drawn, **story(case, root / "case" / "source", drawn)}
    told |= {
        f"{lang}/dictionary.md": (root / "case" / lang / "dictionary.md").read_bytes()
        for lang in langs
    }
    chosen = {
        f"case/{place}": content
        for place, content in told.items()
        if place.startswith(tuple(f"{lang}/" for lang in langs))
    }
    return chosen | data


def _standing(root: Path, folder: str, kept: Sequence[str]) -> Files:
    files = {
        path.relative_to(root).as_posix(): path
        for path in (root / folder).rglob("*")
        if path.is_file()
    }
    # What Jupyter and the board leave beside files they open is not part of the kit.
    left = re.compile(r"(^|/)(\.|my_)")
    return {
        place: path.read_bytes()
        for place, path in files.items()
        if place.startswith(tuple(kept)) and not left.search(place)
    }


def _fetched(wheels: Wheels | None) -> Iterator[tuple[str, bytes]]:
    """Wheels one by one: all at once would fill the memory."""
    for name, (address, _) in (wheels.files if wheels else {}).items():
        yield f"wheels/{name}", fetch(address, wheels.hashes if wheels else frozenset())


def _put(bundle: zipfile.ZipFile, place: str, content: bytes, how: int) -> None:
    entry = zipfile.ZipInfo(place, _MOMENT)
    entry.external_attr = 0o644 << 16
    entry.compress_type = how
    bundle.writestr(entry, content)
