"""The verb `one-file`: from the kit to one HTML file a language, of a company or of a team each."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from casekit.authoring.exams import draw_companies, keep_list, list_file
from casekit.authoring.files import Files, write_files
from casekit.authoring.pack import PAGES_ROOM, pack_files
from casekit.errors import InvalidArgument
from casekit.language import LANGUAGES, text, using
from casekit.onefile.bytecode import can_compile
from casekit.onefile.contents import case_contents, company_of
from casekit.onefile.home import kit_tree, site_packages
from casekit.onefile.licences import licences_of
from casekit.onefile.lock import Lock, read_lock
from casekit.onefile.page import STATIC, Embedded, page_html
from casekit.onefile.python import core_files, library_archive, packed
from casekit.onefile.site import site_files
from casekit.onefile.sources import gather

__all__ = ["Company", "OneFile", "drawn_for_exam", "write_one_file", "write_site"]

Tell = Callable[[str], None]


@dataclass(frozen=True)
class Company:
    """Whose file it is: the company of the case, or a generated one.

    Parameters
    ----------
    seed, family
        Number and family; no number for the company of the case.
    exam
        Whether marks that count come from it.
    team
        Number of the team that it is for; 0 for all.
    """

    seed: int | None = None
    family: str = "A"
    exam: bool = False
    team: int = 0

    def file(self, lang: str) -> str:
        """Name of its file in a language."""
        return f"casekit_{lang}{f'-{self.team}' if self.team else ''}.html"


@dataclass(frozen=True)
class OneFile:
    """A file that was written, with its size in bytes."""

    path: Path
    size: int


class _Parts:
    """What all files of a run share: Python, its libraries, licences."""

    def __init__(self, root: Path, pyodide: Path | None, tell: Tell, *more: str) -> None:
        self.root = root
        self.lock: Lock = read_lock(root)
        wanted = self.lock.parts("core", "library", *more)
        self.content = gather(self.lock, wanted, pyodide, tell)
        self.compiles = can_compile(self.lock.python)
        if not self.compiles:
            tell(text("one-file-sources", python=self.lock.python))
        self.core = core_files(self.lock, self.content)
        libraries = library_archive(self.lock, self.content, self.compiles)
        self.libraries = Embedded("libraries.tar.gz", "archive", libraries)
        self.licences = licences_of(self.lock, self.content, root, STATIC)

    def kit(self, pack: Files) -> Embedded:
        """The participant's kit, packed."""
        source = self.root / "src" / "casekit" / PAGES_ROOM
        inpage = {
            f"{PAGES_ROOM}/{path.relative_to(source).as_posix()}": path.read_bytes()
            for path in source.rglob("*.py")
        }
        tree = kit_tree(pack, inpage, site_packages(self.lock.python))
        content = packed(tree, self.lock, self.content, self.compiles)
        return Embedded("kit.tar.gz", "archive", content)


def write_one_file(
    root: Path,
    out: Path,
    company: Company | Sequence[Company],
    langs: Sequence[str] = LANGUAGES,
    pyodide: Path | None = None,
    on_progress: Tell = lambda line: None,
) -> Iterator[OneFile]:
    """Write the participant's path as HTML files that need nothing else.

    Parameters
    ----------
    root
        The kit's top folder.
    out
        Folder for the files; it is made. Earlier files of the same names are replaced.
    company
        Whose files; several for the teams of an exam.
    langs
        Languages, a file each.
    pyodide
        Folder with the official distribution of Pyodide; without it, what is missing is fetched.
    on_progress
        Takes a line of text for the reader.

    Yields
    ------
    OneFile
        Each file when it stands.

    Raises
    ------
    InvalidArgument
        If Python cannot be had, or the folder is a file.
    AuthoringError
        If a source has faults.
    """
    if out.exists() and not out.is_dir():
        raise InvalidArgument("one-file-out", found=str(out))
    parts = _Parts(root, pyodide, on_progress)
    for each in [company] if isinstance(company, Company) else company:
        for lang in langs:
            pack = pack_files(root, each.seed, each.family, (lang,), each.exam)
            case = company_of(pack)
            with using(lang, case.currency):
                told = case_contents(pack, case, lang, each.exam, parts.lock, parts.licences)
            files = [*parts.core, parts.libraries, parts.kit(pack)]
            page = page_html(lang, told["title"], told, files).encode("utf-8")
            yield _write(out / each.file(lang), page)


def write_site(
    root: Path,
    out: Path,
    company: Company,
    langs: Sequence[str] = LANGUAGES,
    pyodide: Path | None = None,
    on_progress: Tell = lambda line: None,
) -> OneFile:
    """Write a folder with JupyterLite and the participant's notebooks, for any static host.

    Parameters
    ----------
    root, pyodide, on_progress
        As in `write_one_file`.
    out
        Folder to write; there must be none of that name, or an empty one.
    company
        Whose site.
    langs
        Languages of the notebooks; the laboratory speaks the first.

    Returns
    -------
    OneFile
        The folder, with the size of all its files.

    Raises
    ------
    InvalidArgument
        If the folder holds something, or Python or JupyterLite cannot be had.
    AuthoringError
        If a source has faults.
    """
    if out.exists() and not (out.is_dir() and not any(out.iterdir())):
        raise InvalidArgument("one-file-site-exists", found=str(out))
    parts = _Parts(root, pyodide, on_progress, "laboratory")
    kits = {
        lang: parts.kit(
            pack_files(root, company.seed, company.family, (lang,), company.exam)
        ).content
        for lang in langs
    }
    files = site_files(parts.lock, parts.content, parts.libraries.content, kits, langs)
    told = json.dumps(parts.licences, ensure_ascii=False, indent=1)
    files["licences.json"] = told.encode()
    partial = out.with_name(f".{out.name}.part")
    shutil.rmtree(partial, ignore_errors=True)
    try:
        write_files(partial, files)
        if out.exists():
            out.rmdir()
        partial.rename(out)
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    return OneFile(out, sum(map(len, files.values())))


def drawn_for_exam(out: Path, teams: int | None, family: str | None) -> list[Company]:
    """Companies of an exam, a team each; their numbers are kept beside the folder first.

    Raises
    ------
    InvalidArgument
        If such a list stands there already, or the number of teams cannot be used.
    """
    kept = list_file(out)
    if kept.exists():
        # So that no number of an earlier exam is lost.
        raise InvalidArgument("pack-exists", found=str(kept))
    drawn = draw_companies(1 if teams is None else teams, family)
    found = [
        Company(seed, kind, True, number if teams is not None else 0)
        for number, (seed, kind) in enumerate(drawn, 1)
    ]
    kept.parent.mkdir(parents=True, exist_ok=True)
    keep_list(kept, [(out / each.file("*"), each.seed or 0, each.family) for each in found])
    return found


def _write(path: Path, content: bytes) -> OneFile:
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.part")
    try:
        partial.write_bytes(content)
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
    return OneFile(path, len(content))
