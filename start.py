# -*- coding: utf-8 -*-
"""Set the case up on first use and open it: `python3 start.py`, on Windows `py start.py`.

Standard library only. Every Python from 2.7 on must be able to read this file, so that an old one
says what is missing instead of showing a syntax error: hence no f-strings, no annotations.
No `#!` line: the launcher `py` of Windows would follow it, past the newest Python.
"""

import errno
import hashlib
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import time

SITE = "https://www.python.org/downloads/"
TEXTS = {
    "en": {
        "usage": """\
python3 start.py                 open the case in JupyterLab (Windows: py start.py)
python3 start.py --no-browser    the same, only print the address
python3 start.py test            run the tests
python3 start.py doctor          what works on this computer, and what to do if it does not
python3 start.py VERB --help     more about one command
--lang en or --lang ru chooses the language.""",
        "first": "First start: the case is being set up, which takes one to five minutes and needs "
        "the\ninternet (about {download} MB). From then on it opens at once.",
        "again": "The set-up is out of date or was not finished: it is being put in order.",
        "wait": "Another start is setting the case up in this folder: waiting for it to finish.",
        "step": "Step {number} of 3: {title}",
        "steps": ("a Python environment for the case", "libraries", "the case itself"),
        "alive": "{step}, {done} of {total}, {seconds} s",
        "done": "The case is set up. It took {seconds} s.",
        "old": "The case needs Python 3.11 or later; this is Python {found}.\n"
        "What to do: install a newer Python from {site} and start again.\n"
        "If you have one already, name it: {example} start.py",
        "venv": "This Python ({found}) lacks the module {module}, which the set-up needs.\nWhat to "
        "do: on Debian and Ubuntu run  sudo apt install python{found}-venv  and start again.\n"
        "On other systems install Python from {site}",
        "space": "There is too little room on the disk of the folder {folder}\n{free} MB are free, "
        "{need} MB are needed.\n"
        "What to do: free some room, or move the folder to another disk, and start again.",
        "write": "A file or folder cannot be written:\n{error}\nWhat to do: close other windows of "
        "the case. If that does not help, move the folder\n{folder}\nto a place where you may "
        "write, such as Documents, and start again.",
        "files": "There is no file {name} beside start.py.\nWhat to do: unpack the whole archive "
        "of the case into one folder and start it there.",
        "system": "The computer reported an error:\n{error}\nWhat to do: start again. If it comes "
        "back, send this text to your instructor.",
        "stop": "You stopped the set-up. Start again whenever you like: it will be finished.",
        "failed": "The set-up stopped. {step}. Its record ends:\n\n{tail}\n\n"
        "What to do: {advice}\nThe full record: {log}",
        "net": "check the internet connection and start again. In an office ask your IT people\n"
        "to let Python's installer, pip, through, or use another network.",
        "long": "the folder's path is too long for Windows. Move the folder to a shorter one, such "
        "as\nC:\\case, and start again.",
        "wheel": "install the 64-bit Python 3.13 from {site} and start again\n"
        "with it: there is no ready-made library for this one ({found}, {bits}-bit).",
        "other": "start again. If it comes back, send the full record to your instructor.",
    },
    "ru": {
        "usage": """\
python3 start.py                 открыть кейс в JupyterLab (в Windows: py start.py)
python3 start.py --no-browser    то же, но только показать адрес
python3 start.py test            запустить тесты
python3 start.py doctor          что работает на этом компьютере и что делать, если не работает
python3 start.py КОМАНДА --help  подробнее об одной команде
Язык выбирают так: --lang ru или --lang en.""",
        "first": "Первый запуск: идёт подготовка, она займёт от одной до пяти минут. Нужен "
        "интернет\n(около {download} МБ). В следующий раз кейс откроется сразу.",
        "again": "Прошлая подготовка устарела или не была закончена: приводим всё в порядок.",
        "wait": "Кейс в этой папке уже готовится в другом окне: ждём, пока подготовка закончится.",
        "step": "Шаг {number} из 3: {title}",
        "steps": ("среда Python для кейса", "библиотеки", "сам кейс"),
        "alive": "{step}, {done} из {total}, {seconds} с",
        "done": "Всё готово. Подготовка заняла {seconds} с.",
        "old": "Для кейса нужен Python 3.11 или новее, а здесь Python {found}.\n"
        "Что делать: установите новый Python с сайта {site} и запустите кейс\n"
        "снова. Если новый уже установлен, укажите его явно: {example} start.py",
        "venv": "В этом Python ({found}) нет модуля {module}, он нужен для подготовки.\nЧто делать: "
        "в Debian и Ubuntu выполните  sudo apt install python{found}-venv  и запустите\n"
        "кейс снова. В других системах установите Python с сайта {site}",
        "space": "Мало места на диске, где лежит папка {folder}\nСвободно {free} МБ, нужно {need} "
        "МБ.\n"
        "Что делать: освободите место или перенесите папку на другой диск и запустите кейс снова.",
        "write": "Не удалось записать файл или папку:\n{error}\nЧто делать: закройте другие окна с "
        "кейсом. Если не поможет, перенесите папку\n{folder}\nтуда, где у вас есть право "
        "записи, например в «Документы», и запустите кейс снова.",
        "files": "Рядом со start.py нет файла {name}.\nЧто делать: распакуйте архив с кейсом "
        "целиком в одну папку и запустите кейс оттуда.",
        "system": "Компьютер сообщил об ошибке:\n{error}\nЧто делать: запустите кейс снова. Если "
        "ошибка повторится, пришлите этот текст ведущему.",
        "stop": "Вы прервали подготовку. Запустите кейс снова, и она будет доведена до конца.",
        "failed": "Подготовка не удалась. {step}. Конец журнала:\n\n{tail}\n\n"
        "Что делать: {advice}\nВесь журнал: {log}",
        "net": "проверьте интернет и запустите кейс снова. В офисе попросите ИТ-службу разрешить\n"
        "загрузки установщику Python (pip) или подключитесь к другой сети.",
        "long": "путь к папке слишком длинный для Windows. Перенесите папку туда, где путь короче,\n"
        "например в C:\\case, и запустите кейс снова.",
        "wheel": "установите 64-битный Python 3.13 с сайта {site} и запустите\n"
        "кейс с ним: для этого Python ({found}, {bits} бит) нет готовых библиотек.",
        "other": "запустите кейс снова. Если ошибка повторится, пришлите весь журнал ведущему.",
    },
}
# What pip writes when it fails, and the advice that helps; the first match counts.
SIGNS = (
    ("space", r"No space left|Errno 28\b|WinError 112|Disk quota exceeded"),
    ("long", r"Long Path"),
    ("write", r"Permission denied|WinError (5|32)\b"),
    ("net", r"Connection|Timeout|timed out|Proxy|SSL|getaddrinfo|name resolution|IncompleteRead|"
            r"DO NOT MATCH THE HASHES"),
    ("wheel", r"No matching distribution found"),
)

HERE = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(HERE, ".venv")  # all that the set-up writes: deleting it undoes the set-up
PYTHON = os.path.join(VENV, *(["Scripts", "python.exe"] if os.name == "nt" else ["bin", "python"]))
LOG, GUARD, HALF = [os.path.join(VENV, "setup." + name) for name in ("log", "lock", "half")]
LOCKS = {"lab": "requirements.lock", "test": "requirements-test.lock"}
DOWNLOAD_MB, NEED_MB = {"lab": 140, "test": 230}, {"lab": 1200, "test": 1800}  # measured
VERSION = "%d.%d" % sys.version_info[:2]
# Settings made for other Pythons stay out of the set-up: PYTHONHOME or PYTHONPATH would break it,
# PYTHONDONTWRITEBYTECODE would slow every later import, PIP_USER would install elsewhere.
CLEAN = dict((name, value) for name, value in os.environ.items() if not name.startswith("PYTHON"))
CLEAN.update(PYTHONIOENCODING="utf-8", PYTHONUNBUFFERED="1", PYTHONSAFEPATH="1", PIP_USER="0")
PIP = [PYTHON, "-m", "pip", "--no-input", "--disable-pip-version-check", "install"]
texts = TEXTS["en"]


class Stop(Exception):
    """The set-up cannot go on; its text says why and what to do."""

    def __init__(self, key, **facts):
        Exception.__init__(self, texts[key].format(site=SITE, folder=HERE, **facts))


def say(text, end="\n"):
    """Print; a letter that the terminal lacks becomes a question mark, never an error."""
    text = text.decode("utf-8") if isinstance(text, bytes) else text  # bytes: Python 2
    data = (text + end).encode(sys.stdout.encoding or "ascii", "replace")
    getattr(sys.stdout, "buffer", sys.stdout).write(data)
    sys.stdout.flush()


def read(path):
    with open(path, "rb") as stream:
        return stream.read()


def choose_language(wish):
    """The language asked for, else the system's."""
    wishes = [wish] + [os.environ.get(n) for n in ("CASEKIT_LANG", "LC_ALL", "LC_MESSAGES", "LANG")]
    if os.name == "nt":
        import ctypes
        wishes.append({0x19: "ru"}.get(ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF))
    return next((w[:2].lower() for w in wishes if w and w[:2].lower() in TEXTS), "en")


def venv_python(module):
    """Version of the environment's Python, or "" if it does not start or lacks the module."""
    code = "import sys, %s; print('%%d.%%d' %% sys.version_info[:2])" % module
    try:
        with open(os.devnull, "w") as nowhere:
            return subprocess.check_output([PYTHON, "-c", code], env=CLEAN, stderr=nowhere).decode()
    except (OSError, subprocess.CalledProcessError):
        return ""
