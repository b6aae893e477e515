"""Solution blocks: where they stand in a code cell, and the cell without its answers.

A block is the lines between `# <solution>` and `# </solution>`, each mark alone on its line::

    # <solution>
    hours = ck.analysis.time_audit(case)
    share = hours.loc["selling", "share"]
    # </solution>

The participant's cell keeps the names to fill in and nothing else::

    hours = ...
    share = ...

A card's own answer is its second argument: of `ck.ask("time.gap", answer)` and
`ck.guess("time.gap", 50)` the participant's cell keeps `ck.ask("time.gap")`, and nothing else of
the block. A line with a blank stands before the block whose line it gives but for the blank::

    # <blank>share = hours.loc[..., "share"]</blank>
    # <solution>
    share = hours.loc["selling", "share"]
    # </solution>
"""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

__all__ = ["BLANK_TEXT", "CodeFault", "code_faults", "looks_like_a_mark", "solved", "unsolved"]

OPEN = "# <solution>"
CLOSE = "# </solution>"

#: What a participant types a text answer into; it takes quotes, «» and line breaks.
BLANK_TEXT = '"""\n\n"""'

#: Every spelling a person may take for a mark. All but the two exact ones are refused: with a mark
#: that is not recognised, the answer would stay in the participant's notebook.
_LOOKALIKE = re.compile(r"<\s*[/\\]?\s*solutions?\s*/?\s*>", re.IGNORECASE)

_BLANK = re.compile(r"# <blank>(?P<code>.+)</blank>\s*")
_LIKE_BLANK = re.compile(r"<\s*[/\\]?\s*blanks?\s*/?\s*>", re.IGNORECASE)
#: Calls that take the answer themselves, after the question's name.
_TAKING = ("ask", "guess")


@dataclass(frozen=True)
class CodeFault:
    """A fault inside one cell: message key, line counted from the cell's first, and facts."""

    key: str
    offset: int
    facts: dict[str, Any]


def looks_like_a_mark(line: str) -> bool:
    """Whether a line holds something a person may take for a solution's mark."""
    return bool(_LOOKALIKE.search(line) or _LIKE_BLANK.search(line))


def solved(code: str) -> str:
    """Code with the answers and without the marks."""
    return "\n".join(
        line for line in code.splitlines() if not _is_mark(line) and not _BLANK.fullmatch(line)
    )


def unsolved(code: str, text_answer: bool = False) -> str:
    r"""Code with every answer taken out.

    Parameters
    ----------
    code
        A cell's code with sound solution blocks.
    text_answer
        Whether blanks are empty texts to type into, and not `...`.

    Examples
    --------
    >>> unsolved("# <solution>\nshare = 0.38  # of the week\n# </solution>")
    'share = ...'
    """
    blank = BLANK_TEXT if text_answer else "..."
    lines = code.splitlines()
    kept: list[str] = []
    done = 0
    for first, last in _blocks(lines):
        kept += lines[done:first]
        given = _blank_before(lines, first)
        if given is not None:
            kept[-1] = given
        kept += _left(_block_code(lines, first, last), given, blank)
        done = last + 1
    return "\n".join([*kept, *lines[done:]])


def code_faults(code: str, text_answer: bool = False) -> list[CodeFault]:
    """Every reason why a code cell cannot be built."""
    lines = code.splitlines()
    faults = [*_mark_faults(lines)]
    if faults:
        return faults
    faults += _foreign_letters(lines, text_answer)
    if text_answer and not any(_blocks(lines)):
        faults.append(CodeFault("authoring-text-answer-without-solution", 0, {}))
    fault = _syntax_fault(code)
    if fault:
        return [*faults, CodeFault("authoring-syntax", *fault)]
    sound = True
    for first, last in _blocks(lines):
        block = _block_code(lines, first, last)
        if _syntax_fault(block):
            sound = False
            faults.append(CodeFault("authoring-solution-torn", first, {}))
        elif not _assigned(block) and not _asking(block):
            faults.append(CodeFault("authoring-solution-assigns-nothing", first, {}))
        elif (given := _blank_before(lines, first)) is not None and not _gives(given, block):
            sound = False
            found = {"found": given}
            faults.append(CodeFault("authoring-blank-differs", first - 1, found))
    if sound:
        fault = _syntax_fault(unsolved(code, text_answer))
        if fault:
            # Reported at the cell: lines of the shortened code are not those of the source.
            faults.append(CodeFault("authoring-syntax-unsolved", 0, fault[1]))
    return faults


def _is_mark(line: str) -> bool:
    return line.rstrip() in (OPEN, CLOSE)


def _blocks(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """First and last line of each block, the marks themselves."""
    first = 0
    for number, line in enumerate(lines):
        if line.rstrip() == OPEN:
            first = number
        elif line.rstrip() == CLOSE:
            yield first, number


def _block_code(lines: Sequence[str], first: int, last: int) -> str:
    return "\n".join(lines[first + 1 : last])


def _blank_before(lines: Sequence[str], first: int) -> str | None:
    """The line with a blank before a block, if there is one."""
    found = _BLANK.fullmatch(lines[first - 1]) if first else None
    return found["code"] if found else None


def _left(block: str, given: str | None, blank: str) -> list[str]:
    """What a participant sees in place of a block, besides a line with a blank."""
    asking = _asking(block)
    if asking:
        return asking
    named = _assigned(given) if given else []
    return [f"{name} = {blank}" for name in _assigned(block) if name not in named]


def _asking(code: str) -> list[str]:
    """Calls of a block that take an answer, without it."""
    return [
        f"{ast.unparse(call.func)}({ast.get_source_segment(code, call.args[0])})"
        for statement in ast.parse(code).body
        if isinstance(statement, ast.Expr)
        and isinstance(call := statement.value, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr in _TAKING
        and call.args
    ]


def _gives(given: str, block: str) -> bool:
    """Whether a line is one of a block's but for a single blank in it."""
    try:
        with_blank = [ast.dump(each) for each in ast.parse(given).body]
    except (SyntaxError, ValueError):
        return False
    mark = "Constant(value=Ellipsis)"
    if len(with_blank) != 1 or with_blank[0].count(mark) != 1:
        return False
    before, after = with_blank[0].split(mark)
    lines = map(ast.dump, ast.parse(block).body)
    return any(line.startswith(before) and line.endswith(after) for line in lines)


def _assigned(code: str) -> list[str]:
    """Plain names that a block's own statements assign, each once, in their order."""
    names: list[str] = []
    for statement in ast.parse(code).body:
        if isinstance(statement, ast.Assign):
            targets = statement.targets
        elif isinstance(statement, ast.AnnAssign) and statement.value is not None:
            targets = [statement.target]
        else:
            continue
        names += [target.id for target in targets if isinstance(target, ast.Name)]
    return list(dict.fromkeys(names))


def _mark_faults(lines: Sequence[str]) -> Iterator[CodeFault]:
    opened: int | None = None
    for number, line in enumerate(lines):
        if line.rstrip() == OPEN:
            if opened is not None:
                yield CodeFault("authoring-solution-nested", number, {})
            opened = number
        elif line.rstrip() == CLOSE:
            if opened is None:
                yield CodeFault("authoring-solution-unopened", number, {})
            opened = None
        elif _LOOKALIKE.search(line):
            yield CodeFault("authoring-solution-misspelt", number, {"found": line.strip()})
        elif _LIKE_BLANK.search(line):
            following = lines[number + 1].rstrip() if number + 1 < len(lines) else ""
            if not _BLANK.fullmatch(line) or following != OPEN:
                yield CodeFault("authoring-blank-misspelt", number, {"found": line.strip()})
    if opened is not None:
        yield CodeFault("authoring-solution-unclosed", opened, {})


def _foreign_letters(lines: Sequence[str], text_answer: bool) -> Iterator[CodeFault]:
    """Lines with other than ASCII characters: shared code must need no translation."""
    free: set[int] = set()
    if text_answer:
        for first, last in _blocks(lines):
            free.update(range(first, last))
    for number, line in enumerate(lines):
        if number not in free and not line.isascii():
            foreign = next(letter for letter in line if not letter.isascii())
            yield CodeFault("authoring-not-ascii", number, {"found": foreign})


def _syntax_fault(code: str) -> tuple[int, dict[str, Any]] | None:
    """Line and reason of the first thing Python cannot read, if any."""
    try:
        with warnings.catch_warnings():
            # An invalid escape sequence is a warning now and an error in later Pythons.
            warnings.simplefilter("error")
            ast.parse(code)
    except SyntaxError as error:
        return max(0, (error.lineno or 1) - 1), {"reason": error.msg}
    except ValueError as error:  # a null byte, before Python 3.12
        return 0, {"reason": str(error)}
    return None
