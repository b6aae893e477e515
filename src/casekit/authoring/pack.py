"""The participant's pack: one zip, ready to start, without solutions and instructor's rooms."""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from casekit.authoring.company_files import company_files
from casekit.authoring.exhibits import exhibits
from casekit.authoring.files import Files
from casekit.authoring.notebooks import compose_all
from casekit.authoring.source import find_sources, read_source
from casekit.authoring.story import story
from casekit.authoring.wheels import Wheels, fetch, find_wheels, read_targets
from casekit.company import Case
from casekit.company.package import PACKAGE_FILE
from casekit.errors import InvalidArgument
from casekit.language import LANGUAGES, text
from casekit.questions.seal import SEALED_FILE
from casekit.world.dataset import RECEIVED
from casekit.world.facts import company_with_facts

__all__ = ["INSTRUCTORS_ROOMS", "write_pack"]

#: Rooms of the package that make and mark the case; nothing that participants run needs them.
INSTRUCTORS_ROOMS = ("authoring", "grading", "world")
#: Texts of these rooms, which among others state the planted facts in plain words.
INSTRUCTORS_TEXTS = ("authoring.ftl", "facts.ftl", "world.ftl", "teaching.ftl", "grading.ftl")

#: What follows this line of the kit's README is not for participants.
KIT_ONLY = "<!-- What follows is about the whole kit; a participant's pack ends here. -->"

#: The sentence of the README about libraries that lie in the pack.
_ON_WHEELS = re.compile(r" [^.\n]*`wheels`[^.\n]*\.")

# Files that stand in the pack as they stand in the kit.
_PLAIN = (
    "start.py", "start.cmd", "start.command", "pyproject.toml", "requirements.lock", "LICENSE",
)  # fmt: skip
_ENGINE = re.compile(rb'(?m)^\[project\.entry-points\."papermill\.engine"\]\n(?:[^\[\n].*\n)*\n')
# What start.py and its doctor hold the unpacked folder against.
_CONTENTS = "src/casekit/setup/contents.txt"
#: Case text and exhibits, in the folder of a language.
_TOLD = ("case.*", "dictionary.md", "exhibits*", "exhibits/**/*", "for_it.html", "glossary.md",
         "reference.md")  # fmt: skip
# What the board's module is built from; packs hold the module.
_UNBUILT = ("board", "browser")
# One date for every file: the same kit gives the same bytes on any day.
_MOMENT = (2026, 1, 1, 0, 0, 0)


def write_pack(
    root: Path,
    out: Path,
    seed: int | None = None,
    family: str = "A",
    langs: Sequence[str] = LANGUAGES,
    wheels: Sequence[str] = (),
    on_progress: Callable[[str], None] = lambda line: None,
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
    on_progress
        Takes a line of text for the reader.

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
        on_progress(text("pack-wheels", count=len(found.files), megabytes=found.megabytes))
    files = {**_kit(root), **_notebooks(root, langs), **_readme(root, langs, found)}
    files |= _company(root, langs, seed, family)
    files[_CONTENTS] = _contents(files)
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
    # The engine's entry point names a room that is not in the pack.
    files["pyproject.toml"] = _ENGINE.sub(b"", files["pyproject.toml"])
    source = root / "src" / "casekit"
    for path in source.rglob("*"):
        inside = path.relative_to(source)
        if not path.is_file() or "__pycache__" in inside.parts:
            continue
        if inside.parts[0] in INSTRUCTORS_ROOMS or path.name in INSTRUCTORS_TEXTS:
            continue
        if inside.parts[:2] == _UNBUILT:
            continue
        files[f"src/casekit/{inside.as_posix()}"] = path.read_bytes()
    return files


def _contents(files: Files) -> bytes:
    """Size, checksum and place of all that a participant does not change."""
    return "".join(
        f"{len(content)} {hashlib.sha256(content).hexdigest()} {place}\n"
        for place, content in sorted(files.items())
        if not place.startswith("notebooks/")
    ).encode()


def _notebooks(root: Path, langs: Sequence[str]) -> Files:
    """Notebooks built anew: those in the kit's folder may hold somebody's answers."""
    sources = [read_source(path) for path in find_sources(root / "solutions")]
    return {each.name: each.content for each in compose_all(sources, langs, (False,))}


def _readme(root: Path, langs: Sequence[str], wheels: Wheels | None) -> Files:
    """The participant's part of the kit's README, all chosen languages on one page."""
    pages = []
    for lang in langs:
        name = "README.md" if lang == LANGUAGES[0] else f"README.{lang}.md"
        told, mark, _ = (root / name).read_text(encoding="utf-8").partition(KIT_ONLY)
        if not mark:
            raise InvalidArgument("pack-readme", file=name, line=KIT_ONLY)
        # The other language stands on the same page or was not wanted.
        told = re.sub(r"(?m)^\*\[.*\]\(README.*\)\*\n\n", "", told)
        # Of libraries inside the pack only a pack that holds them speaks, and of their Python.
        python = text("pack-readme-wheels", lang=lang, python=wheels.python) if wheels else ""
        pages.append(_ON_WHEELS.sub(python and f" {python}", told).rstrip())
    return {"README.md": ("\n\n---\n\n".join(pages) + "\n").encode()}


def _company(root: Path, langs: Sequence[str], seed: int | None, family: str) -> Files:
    """Data, sealed answers and case text of a company."""
    if seed is None:
        package = json.loads((root / "data" / PACKAGE_FILE).read_bytes())
        tables = [f"data/{resource['path']}" for resource in package["resources"]]
        texts = [f"case/{lang}/{name}" for lang in langs for name in _TOLD]
        kept = [f"data/{name}" for name in (PACKAGE_FILE, SEALED_FILE, f"{RECEIVED}/**/*")]
        return _standing(root, [*texts, *tables, *kept])
    proven = company_with_facts(seed, family)
    data, _ = company_files(root, proven)
    case = Case(proven.world.tables)
    drawn = exhibits(case)
    told = {**drawn, **story(case, root / "case" / "source", drawn)}
    told |= {
        f"{lang}/{page}": (root / "case" / lang / page).read_bytes()
        for lang in langs
        for page in ("dictionary.md", "reference.md")
    }
    chosen = {
        f"case/{place}": content
        for place, content in told.items()
        if place.startswith(tuple(f"{lang}/" for lang in langs))
    }
    return chosen | data


def _standing(root: Path, patterns: Sequence[str]) -> Files:
    """What is built stands there by name; what somebody keeps beside it is theirs."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for pattern in patterns
        for path in root.glob(pattern)
        if path.is_file()
        and not any(part.startswith((".", "my_", "~")) for part in path.relative_to(root).parts)
    }


def _fetched(wheels: Wheels | None) -> Iterator[tuple[str, bytes]]:
    """Wheels one by one: all at once would not fit into memory."""
    for name, (address, _) in (wheels.files if wheels else {}).items():
        yield f"wheels/{name}", fetch(address, wheels.hashes if wheels else frozenset())


def _put(bundle: zipfile.ZipFile, place: str, content: bytes, how: int) -> None:
    entry = zipfile.ZipInfo(place, _MOMENT)
    # A Mac opens by a double click only what may be executed.
    entry.external_attr = (0o755 if place.endswith(".command") else 0o644) << 16
    entry.compress_type = how
    bundle.writestr(entry, content)
