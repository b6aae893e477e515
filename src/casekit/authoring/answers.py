"""Solution blocks: where they stand in a code cell, and the cell without its answers.

A block is the lines between `# <solution>` and `# </solution>`, each mark alone on its line::

    # <solution>
    hours = ck.analysis.time_audit(case)
    share = hours.loc["selling", "share"]
    # </solution>

The participant's cell keeps the names to fill in and nothing else::

    hours = ...
    share = ...
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


@dataclass(frozen=True)
class CodeFault:
    """A fault inside one cell: message key, line counted from the cell's first, and facts."""

    key: str
    offset: int
    facts: dict[str, Any]


def looks_like_a_mark(line: str) -> bool:
    """Whether a line holds something a person may take for a solution's mark."""
    return bool(_LOOKALIKE.search(line))


def solved(code: str) -> str:
    """Code with the answers and without the marks."""
    return "\n".join(line for line in code.splitlines() if not _is_mark(line))


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
        kept += [f"{name} = {blank}" for name in _assigned(_block_code(lines, first, last))]
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
        elif not _assigned(block):
            faults.append(CodeFault("authoring-solution-assigns-nothing", first, {}))
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
        elif looks_like_a_mark(line):
            yield CodeFault("authoring-solution-misspelt", number, {"found": line.strip()})
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
