# -*- coding: utf-8 -*-
"""Set the case up on first use and open it: `python3 start.py`, on Windows `py start.py`.

Every Python from 2.7 on must be able to read this file, so that an old one says what is missing
instead of showing a syntax error. All else is in src/casekit/setup, which needs Python alone.
No `#!` line: the launcher `py` of Windows would follow it, past the newest Python.
"""

from __future__ import unicode_literals

import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
SITE = "https://www.python.org/downloads/"
OLD = {
    "en": "The case needs Python 3.11 or later; this is Python %s.\n"
    "What to do: install a newer Python from %s and start again.\n"
    "If you have one already, name it: %s start.py",
    "ru": "Для кейса нужен Python 3.11 или новее, а здесь Python %s.\n"
    "Что делать: установите новый Python с сайта %s и запустите кейс\n"
    "снова. Если новый уже установлен, укажите его явно: %s start.py",
}
HALF = {
    "en": "The folder of the case is not whole: %s\n"
    "What to do: unpack the whole archive of the case once more over this folder:\n%s",
    "ru": "Папка с кейсом неполна: %s\n"
    "Что делать: распакуйте архив с кейсом ещё раз, целиком, поверх этой папки:\n%s",
}


def tell(texts, *facts):
    """Print in the reader's language, if the terminal has its letters."""
    asked = re.search("--lang[= ]([a-z]+)", " ".join(sys.argv[1:]))
    wishes = [os.environ.get(n) for n in ("CASEKIT_LANG", "LC_ALL", "LC_MESSAGES", "LANG")]
    if os.name == "nt":
        import ctypes

        wishes.append({0x19: "ru"}.get(ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF))
    wishes.insert(0, asked and asked.group(1))
    lang = next((w[:2].lower() for w in wishes if w and w[:2].lower() in texts), "en")
    encoding = sys.stdout.encoding or "ascii"
    try:
        "\u042f".encode(encoding)
    except UnicodeError:
        lang = "en"
    text = texts[lang] % facts + "\n"
    getattr(sys.stdout, "buffer", sys.stdout).write(text.encode(encoding, "replace"))


def main():
    if sys.version_info < (3, 11):
        example = "py -3.13" if os.name == "nt" else "python3.13"
        tell(OLD, sys.version.split()[0], SITE, example)
        return 1
    # A file of the reader's own must not be taken for one of Python's.
    mine = {os.path.abspath(p) for p in os.environ.get("PYTHONPATH", "").split(os.pathsep)}
    mine.add(HERE)
    sys.path[:] = [p for p in sys.path if os.path.abspath(p) not in mine]
    sys.path.insert(0, os.path.join(HERE, "src"))
    try:
        from casekit.setup import main as start
    except (ImportError, SyntaxError, ValueError, AttributeError) as error:
        tell(HALF, "src/casekit (%s)" % error, HERE)
        return 1
    return start(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
