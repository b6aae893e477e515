"""The participant's pack: one zip, ready to start, without solutions and instructor's rooms.

A practice pack trains: it judges answers at once, tells why, and holds what came of three
proposals. An exam's pack holds nothing that tells a right answer.
"""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from casekit.authoring.company_files import company_files
from casekit.authoring.exhibits import exhibits
from casekit.authoring.files import Files, write_files
from casekit.authoring.notebooks import compose_all
from casekit.authoring.source import find_sources, read_source
from casekit.authoring.story import story
from casekit.authoring.wheels import Wheels, fetch, find_wheels, read_targets
from casekit.company import Case
from casekit.company.loading import read_company
from casekit.company.package import PACKAGE_FILE
from casekit.errors import InvalidArgument
from casekit.grading.later import Later
from casekit.grading.opinions import opinions_of
from casekit.language import LANGUAGES, text
from casekit.later.months import PREPARED, PREPARED_MONTHS, PREPARED_TRUTH
from casekit.questions.bank import ASKED_FILE, MISTAKES_FILE
from casekit.questions.reveal import REVEALS_FILE
from casekit.questions.seal import SEALED_FILE
from casekit.world.dataset import RECEIVED, dataset
from casekit.world.facts import ProvenCompany, company_with_facts
from casekit.world.shipped import shipped_company

__all__ = ["INSTRUCTORS_ROOMS", "PAGES_ROOM", "pack_files", "write_pack"]

#: Rooms of the package that make and mark the case; nothing that participants run needs them.
INSTRUCTORS_ROOMS = ("authoring", "grading", "onefile", "room", "world")
#: Texts of these rooms, which among others state the planted facts in plain words.
INSTRUCTORS_TEXTS = ("authoring.ftl", "facts.ftl", "world.ftl", "teaching.ftl", "grading.ftl",
                     "onefile.ftl", "room.ftl", "room_errors.ftl", "room_server.ftl",
                     "room_told.ftl")  # fmt: skip

#: What an exam's pack goes without: words that explain mistakes and right answers, and their names.
TELLING_TEXTS = ("mistakes.ftl", "whys.ftl")
TELLING_FILES = (f"questions/{MISTAKES_FILE}",)
#: Files of a company that tell right answers, sealed or not.
TELLING_DATA = (SEALED_FILE, REVEALS_FILE)

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
#: Runs cells in a page; packs are for computers, which have a kernel of their own.
PAGES_ROOM = "inpage"
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
    exam: bool = False,
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
    exam
        Whether marks that count come from it: nothing in it judges or tells answers.

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
    _known(langs)
    found = find_wheels(root / "requirements.lock", read_targets(wheels)) if wheels else None
    if found:
        on_progress(text("pack-wheels", count=len(found.files), megabytes=found.megabytes))
    files = {**pack_files(root, seed, family, langs, exam), **_readme(root, langs, found)}
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


def pack_files(
    root: Path,
    seed: int | None = None,
    family: str = "A",
    langs: Sequence[str] = LANGUAGES,
    exam: bool = False,
) -> Files:
    """What a participant's pack holds besides its README, by path below its top folder.

    Parameters
    ----------
    root, seed, family, langs, exam
        As in `write_pack`.

    Raises
    ------
    InvalidArgument
        If a language is not known.
    AuthoringError
        If a source has faults.
    """
    _known(langs)
    company = _company(root, langs, seed, family, exam)
    return {**_kit(root, exam), **_notebooks(root, langs, _digest(company)), **company}


def _known(langs: Sequence[str]) -> None:
    unknown = [lang for lang in langs if lang not in LANGUAGES]
    if unknown:
        allowed = ", ".join(LANGUAGES)
        raise InvalidArgument("pack-language", found=", ".join(unknown), allowed=allowed)


def _folder_name(out: Path) -> str:
    if out.suffix.lower() != ".zip" or not re.fullmatch(r"[\w .()-]+", out.stem):
        raise InvalidArgument("pack-name", found=out.name)
    if out.exists():
        raise InvalidArgument("pack-exists", found=str(out))
    return out.stem.strip(" .")


def _kit(root: Path, exam: bool) -> Files:
    """The package without the instructor's rooms, and what starts it."""
    telling = {source for source in TELLING_FILES if exam}
    unread = INSTRUCTORS_TEXTS + (TELLING_TEXTS if exam else ())
    files = {name: (root / name).read_bytes() for name in _PLAIN}
    # The engine's entry point names a room that is not in the pack.
    files["pyproject.toml"] = _ENGINE.sub(b"", files["pyproject.toml"])
    source = root / "src" / "casekit"
    for path in source.rglob("*"):
        inside = path.relative_to(source)
        if not path.is_file() or "__pycache__" in inside.parts:
            continue
        if inside.parts[0] in (*INSTRUCTORS_ROOMS, PAGES_ROOM) or path.name in unread:
            continue
        if inside.as_posix() in telling:
            continue
        if inside.parts[:2] == _UNBUILT:
            continue
        files[f"src/casekit/{inside.as_posix()}"] = path.read_bytes()
    return _without_an_order(files) if exam else files


def _without_an_order(files: Files) -> Files:
    """Options of marked questions by the alphabet: authors tend to write the right one first."""
    changed: Files = {}
    for place, content in files.items():
        if place.endswith(f"questions/{ASKED_FILE}"):
            asked = json.loads(content)
            for fields in chain(*asked.values()):
                if fields.get("points") and fields.get("shuffled", True) and "choices" in fields:
                    fields["choices"] = sorted(fields["choices"])
            changed[place] = (json.dumps(asked, indent=1, ensure_ascii=False) + "\n").encode()
        elif place.endswith("/asked.ftl"):
            # A message begins at the edge; its further lines are set in.
            head, *messages = re.split(r"(?m)^(?=[a-z])", content.decode())
            told = "\n".join(sorted(message.strip("\n") for message in messages))
            changed[place] = f"{head}{told}\n".encode()
    return {**files, **changed}


def _contents(files: Files) -> bytes:
    """Size, checksum and place of all that a participant does not change."""
    return "".join(
        f"{len(content)} {hashlib.sha256(content).hexdigest()} {place}\n"
        for place, content in sorted(files.items())
        if not place.startswith("notebooks/")
    ).encode()


def _notebooks(root: Path, langs: Sequence[str], company: str) -> Files:
    """Notebooks built anew: those in the kit's folder may hold somebody's answers.

    Each bears the digest of the pack's company, so that a notebook handed in by itself still says
    what it is about.
    """
    sources = [read_source(path) for path in find_sources(root / "solutions")]
    built = compose_all(sources, langs, (False,))
    for each in built:
        each.notebook.metadata["casekit"]["company"] = company
    return {each.name: each.content for each in built}


def _digest(files: Files) -> str:
    """Digest of a pack's company, as answers about it bear it."""
    with _read(files) as case:
        return case.digest


@contextmanager
def _read(files: Files) -> Iterator[Case]:
    """A pack's company as participants read it, while it is needed."""
    inside = {
        name.removeprefix("data/"): content
        for name, content in files.items()
        if name.startswith("data/")
    }
    with TemporaryDirectory(prefix="casekit-") as folder:
        write_files(Path(folder), inside)
        yield read_company(Path(folder))


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


def _company(root: Path, langs: Sequence[str], seed: int | None, family: str, exam: bool) -> Files:
    """Data and case text of a company; for practice, sealed answers and what came of proposals."""
    if seed is None:
        package = json.loads((root / "data" / PACKAGE_FILE).read_bytes())
        tables = [f"data/{resource['path']}" for resource in package["resources"]]
        texts = [f"case/{lang}/{name}" for lang in langs for name in _TOLD]
        telling = () if exam else TELLING_DATA
        kept = [f"data/{name}" for name in (PACKAGE_FILE, *telling, f"{RECEIVED}/**/*")]
        files = _standing(root, [*texts, *tables, *kept])
        return files if exam else files | _prepared(root, shipped_company(), files)
    proven = company_with_facts(seed, family)
    if exam:
        data: Files = {f"data/{name}": content for name, content in dataset(proven).data.items()}
    else:
        data, _ = company_files(root, proven)
        data = {**data, **_prepared(root, proven, data)}
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


def _prepared(root: Path, proven: ProvenCompany, files: Files) -> Files:
    """What came of three proposals: a pack cannot carry a plan out, it shows the nearest."""
    with _read(files) as case:
        # The same pack has the same bytes on any day, so its luck follows from the company.
        seed = int.from_bytes(hashlib.sha256(case.digest.encode()).digest()[:16])
        later = Later(proven.world, case, seed, opinions_of(root, case))
    found: Files = {}
    for name, plan in later.proposals.plans.items():
        months, truth = later.files(plan)
        found |= {f"data/{PREPARED}/{name}/{PREPARED_MONTHS}": months,
                  f"data/{PREPARED}/{name}/{PREPARED_TRUTH}": truth}  # fmt: skip
    return found


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
