"""Code as shapes: pieces of its syntax tree without names, comments and texts.

Whoever renames everything, moves lines to other cells or wraps them in a function has the same
shapes. Plain values are answers and no code; they weigh nothing, and texts are compared apart.
"""

from __future__ import annotations

import ast
import io
import re
import tokenize
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

__all__ = ["Given", "long_texts", "own_shapes", "shapes"]

#: Nodes of a shape that are no plain values; smaller ones are found everywhere.
_FEWEST_NODES = 4
#: Fewer words than this are a label and no text.
_FEWEST_WORDS = 8
#: What of a tree is a name of its author's choice, by the node that holds it.
_NAMES = {
    ast.Name: "id",
    ast.arg: "arg",
    ast.FunctionDef: "name",
    ast.AsyncFunctionDef: "name",
    ast.ClassDef: "name",
    ast.alias: "asname",
    ast.ExceptHandler: "name",
}
_NO_MEANING = ("ctx", "kind", "type_comment")
_BODIES = ("body", "orelse", "finalbody", "handlers")
#: Cells remembered: most of a submission's are as they were handed out, the same in each.
_CELLS_KEPT = 2048


@dataclass(frozen=True)
class Given:
    """What participants were handed out: its shapes, and its lines with a blank to fill in."""

    shapes: frozenset[int]
    blanks: tuple[ast.stmt, ...]

    @classmethod
    def of(cls, cells: Iterable[str]) -> Given:
        """Shapes and blanks of the cells of the participants' notebooks."""
        found: set[int] = set()
        blanks: list[ast.stmt] = []
        for cell in cells:
            found |= shapes(cell)
            tree = _parsed(cell)
            for line in tree.body if tree else ():
                held = getattr(line, "value", None)
                # A line that is nothing but a blank says nothing of what is to stand there.
                if not _is_blank(held) and any(_is_blank(node) for node in ast.walk(line)):
                    blanks.append(line)
        return cls(frozenset(found), tuple(blanks))


def own_shapes(cells: Iterable[str], given: Given) -> frozenset[int]:
    """Shapes that are neither handed out nor a blank filled in, which right answers share.

    Parameters
    ----------
    cells
        Code cells of a submission, or of the published solutions.
    given
        What was handed out.
    """
    found: set[int] = set()
    for cell in cells:
        found |= shapes(cell, given.blanks)
    return frozenset(found - given.shapes)


@lru_cache(_CELLS_KEPT)
def shapes(cell: str, blanks: tuple[ast.stmt, ...] = ()) -> frozenset[int]:
    """Shapes of a cell; what is not Python is one shape, without its spaces and comments.

    Parameters
    ----------
    cell
        Source.
    blanks
        Lines of which any that fill them in are passed over.
    """
    tree = _parsed(cell)
    if tree is None:
        return frozenset({hash(_tokens(cell))} if cell.strip() else ())
    found: set[int] = set()
    try:
        for line in _lines(tree.body):
            if not any(_fits(blank, line) for blank in blanks):
                _shape(line, found)
    except RecursionError:
        return frozenset({hash(_tokens(cell))})
    return frozenset(found)


@lru_cache(_CELLS_KEPT)
def long_texts(cell: str) -> tuple[str, ...]:
    """Texts that stand in a cell; a cell that is not Python, or cut short, is one itself."""
    tree = _parsed(cell)
    if tree is None:
        return (cell,)
    return tuple(
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and len(node.value.split()) >= _FEWEST_WORDS
    )


def _parsed(cell: str) -> ast.Module | None:
    try:
        with warnings.catch_warnings():
            # Python warns of strange escapes in other people's texts.
            warnings.simplefilter("ignore")
            return ast.parse(re.sub(r"(?m)^\s*[%!?].*$", "", cell))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _lines(body: Iterable[ast.AST]) -> Iterator[ast.AST]:
    """Statements, those inside others too: wrapping a line does not hide it."""
    for line in body:
        yield line
        for name in _BODIES:
            yield from _lines(getattr(line, name, ()))


def _shape(node: ast.AST, found: set[int]) -> tuple[int, int]:
    """Key of a node and its weight; what is heavy enough is added to the shapes found."""
    if isinstance(node, ast.Constant):
        value = node.value
        if isinstance(value, str):
            return hash(("text",) if re.search(r"\s", value) else ("code", value)), 0
        return hash((type(value).__name__, repr(value))), 0
    kind, weight, parts = type(node).__name__, 0, []
    for name, held in ast.iter_fields(node):
        if name == _NAMES.get(type(node)) or name in (*_BODIES, *_NO_MEANING):
            continue
        for each in held if isinstance(held, list) else [held]:
            if isinstance(each, ast.AST):
                key, heavy = _shape(each, found)
                weight += heavy
                parts.append(key)
            else:
                parts.append(hash((name, each)))
    plain = isinstance(node, ast.List | ast.Tuple | ast.Set | ast.Dict | ast.UnaryOp) and not weight
    weight += not (plain or isinstance(node, ast.operator | ast.unaryop | ast.boolop | ast.cmpop))
    key = hash((kind, *parts))
    # An expression that stands alone or is given a name is the same expression.
    if weight >= _FEWEST_NODES and isinstance(node, ast.expr):
        found.add(key)
    return key, weight


def _fits(blank: ast.AST, line: ast.AST) -> bool:
    """Whether a line is a blank filled in, under whatever names."""
    if _is_blank(blank):
        return True
    if type(blank) is not type(line):
        return False
    for name, given in ast.iter_fields(blank):
        if name == _NAMES.get(type(blank)) or name in _NO_MEANING:
            continue
        theirs = getattr(line, name, None)
        ours, others = (value if isinstance(value, list) else [value] for value in (given, theirs))
        if len(ours) != len(others):
            return False
        for one, other in zip(ours, others, strict=True):
            if isinstance(one, ast.AST):
                if not (isinstance(other, ast.AST) and _fits(one, other)):
                    return False
            elif one != other:
                return False
    return True


def _is_blank(node: object) -> bool:
    return isinstance(node, ast.Constant) and node.value is ...


def _tokens(cell: str) -> str:
    """What is not Python, without comments and spaces as far as it can be read."""
    try:
        tokens = tokenize.generate_tokens(io.StringIO(cell).readline)
        return " ".join(t.string for t in tokens if t.type != tokenize.COMMENT and t.string.strip())
    except (tokenize.TokenError, SyntaxError, ValueError, RecursionError):
        return re.sub(r"\s+", " ", cell).strip()
