"""Errors of a reader's own cell, told in one line: what is wrong, and what there is instead.

Missing quotes or brackets, unknown names and columns, misspelt functions. Only what the cell itself
did is told so; an error from inside a library keeps its traceback. The whole of it is one `%tb`
away, and the line says so.
"""

from __future__ import annotations

import ast
import builtins
import io
import re
import tokenize
import unicodedata
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from types import FrameType, TracebackType
from typing import Any

__all__ = ["OWN_ERRORS", "sentence"]

#: Errors that may be a slip in a cell.
OWN_ERRORS = (SyntaxError, NameError, KeyError, AttributeError, ModuleNotFoundError)
#: Most names that are listed, and how alike one must be to be offered.
MOST_LISTED, ALIKE = 12, 0.55
#: Functions whose first argument is the name of a question, in quotes.
QUESTION_CALLS = ("ask", "check", "guess", "hint")
#: Longest piece of a reader's line that is shown again.
LONGEST = 60

# Quotes that are letters to Python, as word processors and messengers write them.
_CURLY = "«»“”„‟‘’‚‛″′"
_WRONG_BRACKET = re.compile(
    r"(?:unmatched '([)\]}])')|(?:closing parenthesis '([)\]}])' does not match)"
)


def sentence(shell: Any, error: BaseException, trace: TracebackType | None) -> str | None:
    """What to tell a reader of an error of the own cell; None if it is none.

    Parameters
    ----------
    shell
        IPython's shell.
    error, trace
        What was raised, and where.
    """
    # Here and not above: a kernel starts without the texts.
    from casekit.language import text

    try:
        if isinstance(error, SyntaxError):
            told: Told | None = _of_syntax(error, _cell(trace))
        else:
            told = _of_run(shell, error, trace)
    except Exception:
        # An object that fails when it is looked at: the traceback then says all there is.
        return None
    if told is None:
        return None
    key, facts = told
    return f"{text(key, **facts)} {text('own-error-whole')}"


Told = tuple[str, dict[str, Any]]


def _of_syntax(error: SyntaxError, cell: str) -> Told:
    """What Python could not read."""
    message = str(error.msg or "")
    line = (error.text or "").strip()
    facts = {"line": error.lineno or 1, "found": _short(line)}
    curly = next((letter for letter in line if letter in _CURLY), "")
    if curly and "invalid character" in message:
        return "own-error-curly-quotes", {**facts, "quote": curly}
    if "invalid character" in message or "invalid non-printable" in message:
        at = max((error.offset or 1) - 1, 0)
        odd = (error.text or "")[at : at + 1] or "?"
        name = unicodedata.name(odd, "?").lower()
        return "own-error-odd-letter", {**facts, "letter": odd if odd.isprintable() else name}
    if "unterminated" in message and "string" in message:
        return "own-error-quote", facts
    closed = _WRONG_BRACKET.search(message)
    if closed:
        return "own-error-bracket-closed", {**facts, "bracket": closed[1] or closed[2]}
    opened = _left_open(cell)
    if opened:
        bracket, number, text = opened
        return "own-error-bracket-open", {
            "bracket": bracket, "line": number, "found": _short(text.strip()),
        }  # fmt: skip
    if isinstance(error, IndentationError):
        return "own-error-indent", facts
    if "forgot a comma" in message:
        return "own-error-comma", facts
    if "cannot assign to" in message or "Maybe you meant '=='" in message:
        return "own-error-assign", facts
    if _ends_in_the_air(error):
        return "own-error-unfinished", facts
    return "own-error-unreadable", facts


def _cell(trace: TracebackType | None) -> str:
    """The cell that IPython was about to run; empty where it does not say."""
    for frame, _ in _frames(trace):
        found = frame.f_locals.get("cell")
        if isinstance(found, str):
            return found
    return ""


def _left_open(cell: str) -> tuple[str, int, str] | None:
    """The last bracket that nothing closes, with its line; what Python says of it differs."""
    waiting: list[tuple[str, int, str]] = []
    try:
        for token in tokenize.generate_tokens(io.StringIO(cell).readline):
            if token.type == tokenize.OP and token.string in "([{":
                waiting.append((token.string, token.start[0], token.line))
            elif token.type == tokenize.OP and token.string in ")]}" and waiting:
                waiting.pop()
    except (tokenize.TokenError, SyntaxError):
        # Ends here because of what is missing; what came before has been seen.
        pass
    return waiting[-1] if waiting else None


def _ends_in_the_air(error: SyntaxError) -> bool:
    """Whether a line stops after a sign that wants something behind it."""
    line = (error.text or "").split("#")[0].rstrip()
    return bool(re.search(r"[=+\-*/,.(\[]$", line))


def _of_run(shell: Any, error: BaseException, trace: TracebackType | None) -> Told | None:
    """What a running cell asked for and did not get."""
    frames = list(_frames(trace))
    here = [place for place, (frame, _) in enumerate(frames) if frame.f_globals is shell.user_ns]
    if not here:
        return None
    (frame, step), below = frames[here[-1]], frames[here[-1] + 1 :]
    node = _node(shell, frame, step)
    if isinstance(error, NameError):
        return None if below else _of_name(shell, error, node)
    if isinstance(error, ModuleNotFoundError):
        # What a library of ours misses is its own affair.
        own = isinstance(node, ast.Import | ast.ImportFrom)
        return ("own-error-module", {"name": _short(str(error.name))}) if own else None
    if isinstance(error, AttributeError):
        looked_up = all(f.f_code.co_name in ("__getattr__", "__getattribute__") for f, _ in below)
        return _of_attribute(error) if looked_up else None
    if isinstance(error, KeyError):
        return _of_key(shell, error, node, [f for f, _ in below])
    return None


def _of_name(shell: Any, error: NameError, node: ast.AST | None) -> Told:
    name = str(error.name or "?")
    own = [each for each, value in shell.user_ns.items() if _is_readers(each, value)]
    near = _near(name, [*own, *dir(builtins)])
    facts = {"name": _short(name), "near": ", ".join(near), "there": _listed(sorted(own))}
    if isinstance(node, ast.Name) and _is_inside_brackets(shell, node):
        return "own-error-name-quotes", facts
    return "own-error-name-near" if near else "own-error-name", facts


def _is_readers(name: str, value: Any) -> bool:
    """Whether a name is one that a notebook's reader has met."""
    return not name.startswith("_") and name not in ("In", "Out", "exit", "quit", "get_ipython")


def _of_attribute(error: AttributeError) -> Told | None:
    owner, name = getattr(error, "obj", None), getattr(error, "name", None)
    if owner is None or not isinstance(name, str):
        return None
    if owner is ...:
        return "own-error-blank", {}
    columns = _columns(owner)
    there = columns if columns is not None else [n for n in dir(owner) if not n.startswith("_")]
    near = _near(name, there)
    facts = {"name": _short(name), "near": ", ".join(near), "there": _listed(there)}
    if columns is not None:
        return ("own-error-column-near" if near else "own-error-column"), facts
    return ("own-error-attribute-near" if near else "own-error-attribute"), facts


def _of_key(
    shell: Any, error: KeyError, node: ast.AST | None, below: Sequence[FrameType]
) -> Told | None:
    if any("pandas" not in frame.f_code.co_filename for frame in below):
        return None
    labels, asked = _labels(below), error.args[0] if error.args else "?"
    if labels is None and not below:
        # A dictionary of the reader's own, or one that a function gave.
        labels = _keys_of(shell, node)
    if labels is None:
        return None
    if asked is ...:
        return "own-error-blank", {}
    there = [str(label) for label in labels]
    # Of several labels pandas tells those that are missing in a sentence.
    listed = re.findall(r"'([^']*)'", str(asked)) if " not in index" in str(asked) else []
    asked = ", ".join(listed) or str(asked)
    near = _near(asked, there)
    facts = {"name": _short(asked), "near": ", ".join(near), "there": _listed(there)}
    return ("own-error-column-near" if near else "own-error-column"), facts


def _labels(frames: Sequence[FrameType]) -> list[Any] | None:
    """What a table has to offer where a label was looked for: its columns, or its rows."""
    for frame in reversed(frames):
        owner: Any = frame.f_locals.get("self")
        # An index by its deeds: pandas itself is not imported here.
        if hasattr(owner, "get_loc") and hasattr(owner, "tolist"):
            return list(owner.tolist())
    return None


def _keys_of(shell: Any, node: ast.AST | None) -> list[Any] | None:
    if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name):
        owner = shell.user_ns.get(node.value.id)
        if isinstance(owner, dict):
            return list(owner)
    return None


def _columns(owner: Any) -> list[str] | None:
    """Columns of a table, or labels of a series; None for anything else."""
    if type(owner).__module__.partition(".")[0] != "pandas":
        return None
    labels = getattr(owner, "columns", None)
    if labels is None:
        labels = getattr(owner, "index", None)
    return None if labels is None else [str(label) for label in labels]


def _frames(trace: TracebackType | None) -> Iterable[tuple[FrameType, int]]:
    while trace is not None:
        yield trace.tb_frame, trace.tb_lasti
        trace = trace.tb_next


def _node(shell: Any, frame: FrameType, step: int) -> ast.AST | None:
    """The piece of the cell that failed; None where its place is not known."""
    places = list(frame.f_code.co_positions())
    if step // 2 >= len(places):
        return None
    first, last, start, end = places[step // 2]
    tree = _tree(shell, frame.f_code.co_filename)
    if tree is None or None in (first, last, start, end):
        return None
    deepest = None
    for node in ast.walk(tree):
        place = tuple(
            getattr(node, name, None)
            for name in ("lineno", "end_lineno", "col_offset", "end_col_offset")
        )
        if place == (first, last, start, end):
            # A statement and what it consists of may share a place: the walk comes to it last.
            deepest = node
    if deepest is not None:
        deepest.tree = tree  # type: ignore[attr-defined]
    return deepest


def _tree(shell: Any, filename: str) -> ast.AST | None:
    import linecache

    lines = linecache.getlines(filename)
    try:
        return ast.parse("".join(lines)) if lines else None
    except SyntaxError:
        return None


def _is_inside_brackets(shell: Any, node: ast.Name) -> bool:
    """Whether a bare word stands in square brackets, or is a call's argument beside texts."""
    for each in ast.walk(getattr(node, "tree", node)):
        if isinstance(each, ast.Subscript):
            parts = each.slice.elts if isinstance(each.slice, ast.Tuple) else [each.slice]
            if node in parts:
                return True
        if isinstance(each, ast.Call) and node in each.args and _is_question(each.func):
            return each.args[0] is node
    return False


def _is_question(function: ast.AST) -> bool:
    """Whether a call names a question first: `ck.check(...)` and the like."""
    return isinstance(function, ast.Attribute) and function.attr in (
        "ask",
        "check",
        "guess",
        "hint",
    )


def _near(name: str, there: Sequence[str]) -> list[str]:
    lower = {each.lower(): each for each in reversed(there)}
    found = get_close_matches(name.lower(), lower, n=3, cutoff=ALIKE)
    return [lower[each] for each in found]


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(_short(name) for name in names[:MOST_LISTED])
    return f"{shown} …" if len(names) > MOST_LISTED else shown or "—"


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
