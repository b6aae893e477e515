"""Finding submissions: who handed in, in folders and downloads of learning systems as they come."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from casekit.errors import InvalidArgument
from casekit.grading.intake.joining import Item, joined, lines_of_work
from casekit.grading.intake.naming import (
    Origin,
    copy_of,
    is_dated_download,
    is_download_name,
    normal,
    origin_of,
    suffix_of,
)
from casekit.grading.intake.submissions import Submission
from casekit.grading.intake.tree import Node, Tree

__all__ = ["find_submissions", "named_submission", "refuse_nested"]

#: How deep people are looked for in folders and archives.
_DEPTH = 3
# `00_start_here.ipynb`, `01.ipynb`: a notebook of the case, no participant's name.
_OF_THE_CASE = re.compile(r"^\d{1,3}(?:[\W_]|$)")
# Folders in which one person keeps drafts: `v2`, `old`, `черновик`.
_DRAFT = re.compile(
    r"(?i)^(?:v|version|attempt|part|week|версия|попытка|часть|неделя)[ ._-]?\d"
    r"|^(?:old|new|draft|final|backup|copy|черновик|чистовик|итог|копия|стар|нов)"
)
# Folders of the kit, which nobody is called.
_OF_THE_KIT = frozenset({"notebooks", "data", "src", "case", "solutions", "en", "ru", "tests"})


def find_submissions(place: Path) -> list[Submission]:
    """Submissions of a folder or of a download, in the order of their names.

    Parameters
    ----------
    place
        A folder with a folder, an archive or a notebook for each participant or team, or with
        downloads of several; or such a download itself, as one zip.

    Raises
    ------
    InvalidArgument
        If there is no such place, or nothing in it.
    """
    tree, top = Tree(), Node.of(place)
    if place.is_dir():
        top = Node(place, "folder")
        items = [item for node in tree.children(top) for item in _items(tree, node)]
    elif top.kind == "zip":
        items = _of_archive(tree, top)
    else:
        raise InvalidArgument("grade-no-folder", found=str(place))
    if not items:
        raise InvalidArgument("grade-nothing", found=str(place))
    return joined(items)


def named_submission(found: Sequence[Submission], name: str) -> Submission | None:
    """The submission that is called so, in any normal form, with or without its number.

    Parameters
    ----------
    found
        All of them.
    name
        As somebody typed it.
    """
    wanted = normal(name).strip()
    exact = [each for each in found if each.name == wanted]
    others = [each for each in found if wanted in (each.who, each.system_id)]
    return exact[0] if exact else others[0] if len(others) == 1 else None


def refuse_nested(place: Path, out: Path) -> None:
    """Refuse to write results among the submissions, or to read submissions among results.

    Raises
    ------
    InvalidArgument
        If one lies in the other; the next run would take results for work.
    """
    for inner, outer in ((out, place), (place, out)):
        real = inner.resolve()
        for above in (real, *real.parents):
            try:
                same = above.samefile(outer)
            except OSError:
                same = above == outer.resolve()
            if same:
                raise InvalidArgument("grade-out-inside", out=str(out), folder=str(place))


def _items(tree: Tree, node: Node, sure: bool = False) -> Iterator[Item]:
    """What a node of the folder holds: one person's work, or that of several."""
    origin = origin_of(node.name)
    if origin is not None or node.kind == "file":
        yield Item(node, origin)
        return
    named, other = _named_below(tree, node, _DEPTH)
    people = {each.name for each in map(_origin, named)}
    if len(people) > 1 or (people and (sure or is_download_name(node.stem))):
        yield from (Item(each, _origin(each), node.name) for each in named)
        # What lies beside them is somebody's too.
        rest = (each for each in other if tree.holds_work(each))
        yield from (item for each in rest for item in _items(tree, each))
        return
    inside = tree.unwrapped(node)
    if _are_people(tree, inside, sure or is_dated_download(node.stem)):
        yield from (Item(each, None, node.name) for each in inside)
        return
    yield Item(node, None)


def _of_archive(tree: Tree, top: Node) -> list[Item]:
    """What a download named on the command line holds."""
    origin = origin_of(top.name)
    return [Item(top, origin)] if origin else list(_items(tree, top, sure=True))


def _named_below(tree: Tree, node: Node, depth: int) -> tuple[list[Node], list[Node]]:
    """What a learning system named in a node, and what lies beside it."""
    inside = tree.children(node)
    named = [each for each in inside if origin_of(each.name)]
    beside = [each for each in inside if not origin_of(each.name)]
    # Names of one's own files may look like those of Canvas, which names every file that it packs.
    works = {_origin(each).name for each in named if each.is_work}
    if len(works) < 2 and any(each.is_work for each in beside):
        beside += [each for each in named if not _origin(each).sure]
        named = [each for each in named if _origin(each).sure]
    if named and not any(tree.holds_work(each) for each in named):
        named, beside = [], inside
    other = []
    for each in beside:
        below: list[Node] = []
        if depth and each.kind != "file":
            below, more = _named_below(tree, each, depth - 1)
            named += below
            other += more if below else []
        if not below:
            other.append(each)
    return named, other


def _origin(node: Node) -> Origin:
    origin = origin_of(node.name)
    assert origin is not None
    return origin


def _are_people(tree: Tree, inside: Sequence[Node], sure: bool) -> bool:
    """Whether what lies in a folder or an archive is the work of several.

    It is where archives as `hand_in` makes them bear different names, where folders hold answers
    that share no line, and, in what is known to be a download, where nothing looks like a kit.
    """
    work = [each for each in inside if each.is_work]
    if len(work) < 2:
        return False
    packed = {copy_of(each.stem)[0] for each in work if _is_handed_in(tree, each)}
    if len(packed) > 1:
        return True
    files = [each for each in inside if each.kind == "file"]
    folders = [each for each in work if each.kind != "file"]
    if (
        any(each.name.startswith("my_") or _OF_THE_CASE.match(each.stem) for each in files)
        or any(_DRAFT.search(each.stem) for each in folders)
        or not _OF_THE_KIT.isdisjoint(each.name.lower() for each in folders)
    ):  # fmt: skip
        return False
    if sure or _is_class(tree, folders):
        return True
    lines = [lines_of_work(each) for each in folders if tree.holds_answers(each)]
    return len(lines) > 1 and all(
        one.isdisjoint(other) for at, one in enumerate(lines) for other in lines[at + 1 :]
    )


def _is_class(tree: Tree, folders: Sequence[Node]) -> bool:
    """Whether three folders or more, called as people are, hold one notebook each."""
    if len(folders) < 3 or any(letter.isdigit() for each in folders for letter in each.stem):
        return False
    books = [
        {copy_of(each.stem)[0] for each in inside if suffix_of(each.name) == ".ipynb"}
        for inside in map(tree.unwrapped, folders)
    ]
    return bool(set.intersection(*books))


def _is_handed_in(tree: Tree, node: Node) -> bool:
    """Whether it is an archive as `hand_in` makes it: with one folder of its own name."""
    if node.kind != "zip":
        return False
    inside = tree.children(node)
    return len(inside) == 1 and inside[0].name == copy_of(node.stem)[0]
