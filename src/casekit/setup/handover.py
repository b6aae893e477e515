"""From the words of a start to the command of the case that they mean."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Sequence

from casekit.setup import before
from casekit.setup.doctor import examine
from casekit.setup.environment import look, set_up
from casekit.setup.other_python import python_for_wheels
from casekit.setup.places import EXAMINED_VARIABLE, HERE, LOCKS, NEED_MB, PYTHON, free_mb, kind_of
from casekit.setup.sources import check_sources
from casekit.setup.surroundings import clean, started
from casekit.setup.words import Stop, choose_language, say, speak, start_words, word

__all__ = ["PROGRAM_VARIABLE", "main"]

#: As the room `language` reads it, which needs libraries that may not be there yet.
PROGRAM_VARIABLE = "CASEKIT_PROGRAM"


def main(arguments: Sequence[str]) -> int:
    """Set up if need be, then become the command asked for.

    Parameters
    ----------
    arguments
        What was written after start.py.

    Returns
    -------
    int
        Exit code: 1 if the case could not be started.
    """
    lang = choose_language(arguments)
    speak(lang)
    if list(arguments[:1]) in (["-h"], ["--help"]):
        say(word("usage"))
        return 0
    words = _ordered(arguments)
    try:
        return _start(words, lang)
    except Stop as reason:
        say(f"\n{reason}")
    except KeyboardInterrupt:
        say("\n" + word("stop"))
    except OSError as error:
        say(f"\n{_explained(error, kind_of(words[0]))}")
    return 1


def _ordered(arguments: Sequence[str]) -> list[str]:
    """The verb first, whatever was said before it; opening the laboratory if there is none."""
    words = list(arguments)
    if len(words) > 2 and words[0] == "--lang":
        words = words[2:] + words[:2]
    return words if words and not words[0].startswith("-") else ["lab", *words]


def _start(words: list[str], lang: str) -> int:
    verb, kind = words[0], kind_of(words[0])
    if verb == "doctor":
        told = {**_called(lang), EXAMINED_VARIABLE: "1"}
        return _run(_case(words), told) if examine() else 1
    check_sources(LOCKS[kind])
    before.check_folder()
    if look(kind).stage != "ready":
        other = python_for_wheels()
        if other:
            again = [*other, str(HERE / "start.py"), *words]
            return _run(again, {**clean(), "CASEKIT_LANG": lang})
        set_up(kind)
    if kind == "test":
        os.chdir(HERE)
        if "--lang" in words:  # said to this room; pytest has no such option
            place = words.index("--lang")
            words = words[:place] + words[place + 2 :]
        return _become([str(PYTHON), "-m", "pytest", *words[1:]], started())
    return _become(_case(words), _called(lang))


def _case(words: list[str]) -> list[str]:
    # -P: a file in the reader's folder must not be taken for a library.
    return [str(PYTHON), "-P", "-m", "casekit", *words]


def _called(lang: str) -> dict[str, str]:
    """What the case is started with; its messages name the program as the reader calls it."""
    return {**started(lang), PROGRAM_VARIABLE: start_words()}


def _become(command: list[str], environment: dict[str, str]) -> int:
    if os.name != "nt":
        os.execve(command[0], command, environment)
    return _run(command, environment)  # Windows has no exec that a terminal waits for


def _run(command: list[str], environment: dict[str, str]) -> int:
    child = subprocess.Popen(command, env=environment)
    while True:
        try:
            return child.wait()
        except KeyboardInterrupt:
            continue  # the child was told too, and it decides


def _explained(error: OSError, kind: str) -> Stop:
    """The words for what the system refused."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Stop("space", free=free_mb(), need=NEED_MB[kind])
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return Stop("write", error=error)
    return Stop("system", error=error)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
