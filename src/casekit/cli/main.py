"""The entry point: arguments to a verb, and an error to one line and an exit code.

Exit codes: 0 done, 1 something is wrong with data or notebooks, 2 wrong usage, 3 something of a
batch has to be tried again, 130 stopped by hand.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any

import typer.main
from typer.exceptions import Exit, TyperException

from casekit import language
from casekit.cli.broken import STOPPED
from casekit.cli.verbs import make_app
from casekit.errors import CasekitError, InvalidArgument, full_disk


def main(words: Sequence[str] | None = None) -> None:
    """Run the command line and exit with its code."""
    words = list(sys.argv[1:] if words is None else words)
    # A character that the terminal's encoding lacks is shown as "?" and raises no error.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        language.use(language.choose(_asked_language(words)))
        command = typer.main.get_command(make_app())
        code = command.main(args=words, prog_name=language.program(), standalone_mode=False)
    except InvalidArgument as error:
        _complain(str(error), 2)
    except CasekitError as error:
        _complain(str(error), 1)
    except OSError as error:
        _complain(_disk_line(error), 1)
    except ImportError as error:
        _complain(language.text("cli-library", name=error.name or "?", why=str(error)), 1)
    except TyperException as error:
        _complain(_usage_line(error), 2)
    except Exit as stop:
        code = stop.exit_code
    except KeyboardInterrupt:
        code = STOPPED
    if code == STOPPED:
        # Typer keeps the interrupt to itself and returns its code.
        _complain(language.text("cli-stopped"), STOPPED)
    sys.exit(code if isinstance(code, int) else 0)


def _complain(line: str, code: int) -> None:
    typer.echo(line, err=True)
    sys.exit(code)


def _disk_line(error: OSError) -> str:
    """One line about a file that could not be read or written."""
    key = "cli-disk-full" if full_disk(error) else "cli-file"
    file = error.filename2 or error.filename or "?"
    return language.text(key, file=str(file), why=error.strerror or type(error).__name__)


def _asked_language(words: Sequence[str]) -> str | None:
    """Value of `--lang`, read before parsing so that usage errors are in that language too."""
    for word, following in zip(words, [*words, ""][1:], strict=True):
        if word == "--lang":
            return following or None
        if word.startswith("--lang="):
            return word.removeprefix("--lang=")
    return None


def _usage_line(error: TyperException) -> str:
    """One line about a usage error: what was wrong, and which help to read."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else language.program()
    # Typer does not export these classes, so they are told apart by name and attributes.
    kind = type(error).__name__
    name = _parameter(error)
    facts = {"help": f"{path} --help"}
    if kind == "NoSuchOption":
        found, near = getattr(error, "option_name", "?"), getattr(error, "possibilities", None)
        if re.fullmatch(r"-\d+", found):
            return language.text("cli-negative", found=found, **facts)
        if near:
            return language.text("cli-no-option-near", found=found, near=", ".join(near), **facts)
        return language.text("cli-no-option", found=found, **facts)
    if kind == "BadOptionUsage":
        return language.text("cli-no-value", found=_wrong_word(error), **facts)
    if kind == "MissingParameter":
        return language.text("cli-missing", found=name, **facts)
    if kind == "BadParameter":
        # Typer says it in English alone.
        if re.match(r"Input should be a valid (integer|number)", error.message):
            return language.text("cli-no-number", name=name, **facts)
        return language.text("cli-bad-value", name=name, found=error.message, **facts)
    # An unquoted space ends a word, as in the names that learning systems give to downloads.
    extra = re.search(r"extra argument.*\((.+)\)$", error.format_message())
    if extra:
        return language.text("cli-extra", found=extra[1], **facts)
    found = _wrong_word(error)
    near = get_close_matches(found, _verbs(context), 1)
    if near:
        return language.text("cli-verb-near", found=found, near=near[0], **facts)
    return language.text("cli-not-understood", found=found, **facts)


def _verbs(context: Any) -> list[str]:
    """Verbs that could have been meant; none where no verb was due."""
    of_group = getattr(context and context.command, "list_commands", None)
    return list(of_group(context)) if of_group else []


def _parameter(error: TyperException) -> str:
    """The option or argument that an error is about, as it is written or as the help names it."""
    parameter = getattr(error, "param", None)
    names = getattr(parameter, "opts", None) or ["?"]
    if names[0].startswith("-"):
        return str(max(names, key=len))
    return str(getattr(parameter, "metavar", None) or names[0])


def _wrong_word(error: TyperException) -> str:
    """The word that was not understood, taken from Typer's English message."""
    quoted = re.search(r"'([^']+)'|\(([^()]+)\)$", error.format_message())
    return next(filter(None, quoted.groups())) if quoted else error.format_message()
