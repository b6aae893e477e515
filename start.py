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
python3 start.py --no-browser    only print the address
python3 start.py test            run the tests
python3 start.py VERB --help     one command; `doctor` tells what works on this computer
--lang en or --lang ru chooses the language.""",
        "first": "First start: the case is being set up, which takes one to five minutes and needs "
        "the\ninternet (about {download} MB). From then on it opens at once.",
        "offline": "First start: the case is being set up, which takes one to five minutes. No "
        "internet is needed.\nFrom then on it opens at once.",
        "again": "The set-up is out of date or was not finished: it is being put in order.",
        "wait": "Another start is setting the case up in this folder: waiting for it to finish.",
        "step1": "Step 1 of 3: a Python environment for the case, {seconds} s",
        "step2": "Step 2 of 3: libraries, {done} of {total}, {seconds} s",
        "step3": "Step 3 of 3: the case itself, {seconds} s",
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
python3 start.py --no-browser    только показать адрес
python3 start.py test            запустить тесты
python3 start.py КОМАНДА --help  одна команда; `doctor` скажет, что работает на этом компьютере
Язык выбирают так: --lang ru или --lang en.""",
        "first": "Первый запуск: идёт подготовка, она займёт от одной до пяти минут. Нужен "
        "интернет\n(около {download} МБ). В следующий раз кейс откроется сразу.",
        "offline": "Первый запуск: идёт подготовка, она займёт от одной до пяти минут. Интернет "
        "не нужен.\nВ следующий раз кейс откроется сразу.",
        "again": "Прошлая подготовка устарела или не была закончена: приводим всё в порядок.",
        "wait": "Кейс в этой папке уже готовится в другом окне: ждём, пока подготовка закончится.",
        "step1": "Шаг 1 из 3: среда Python для кейса, {seconds} с",
        "step2": "Шаг 2 из 3: библиотеки, {done} из {total}, {seconds} с",
        "step3": "Шаг 3 из 3: сам кейс, {seconds} с",
        "done": "Всё готово. Подготовка заняла {seconds} с.",
        "old": "Для кейса нужен Python 3.11 или новее, а здесь Python {found}.\n"
        "Что делать: установите новый Python с сайта {site} и запустите кейс\n"
        "снова. Если новый уже установлен, укажите его явно: {example} start.py",
        "venv": "В этом Python ({found}) нет модуля {module}, он нужен для подготовки.\nЧто делать:"
        " в Debian и Ubuntu выполните  sudo apt install python{found}-venv  и запустите\n"
        "кейс снова. В других системах установите Python с сайта {site}",
        "space": "Мало места на диске, где лежит папка {folder}\nСвободно {free} МБ, нужно {need} "
        "МБ.\n"
        "Что делать: освободите место или перенесите папку на другой диск и запустите кейс снова.",
        "write": "Не удалось записать файл или папку:\n{error}\nЧто делать: закройте другие окна с "
        "кейсом. Если не поможет, перенесите папку\n{folder}\nтуда, где у Вас есть право "
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
        "long": "путь к папке слишком длинный для Windows. Перенесите папку туда, где он короче,\n"
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
    (
        "net",
        r"Connection|Timeout|timed out|Proxy|SSL|getaddrinfo|name resolution|IncompleteRead|"
        r"DO NOT MATCH THE HASHES",
    ),
    ("wheel", r"No matching distribution found"),
)
# How pip begins the line of each library it has dealt with.
TAKEN = rb"(?m)^(Collecting|Processing|Ignoring|Requirement) "

HERE = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(HERE, ".venv")  # all that the set-up writes: deleting it undoes the set-up
PYTHON = os.path.join(VENV, *(["Scripts", "python.exe"] if os.name == "nt" else ["bin", "python"]))
LOG, GUARD, HALF = [os.path.join(VENV, "setup." + name) for name in ("log", "lock", "half")]
LOCKS = {"lab": "requirements.lock", "test": "requirements-test.lock"}
DOWNLOAD_MB, NEED_MB = {"lab": 140, "test": 230}, {"lab": 1200, "test": 1800}  # measured
VERSION = "%d.%d" % sys.version_info[:2]
# Settings made for other Pythons stay out of the set-up: PYTHONHOME or PYTHONPATH would break it,
# PYTHONDONTWRITEBYTECODE would slow every later import, PIP_USER would install elsewhere.
CLEAN = {name: os.environ[name] for name in os.environ if not name.startswith("PYTHON")}
CLEAN.update(PYTHONIOENCODING="utf-8", PYTHONUNBUFFERED="1", PYTHONSAFEPATH="1", PIP_USER="0")
WHEELS = os.path.join(
    HERE, "wheels"
)  # libraries that came with the kit, for a room without internet
PIP = [PYTHON, "-m", "pip", "--no-input", "--disable-pip-version-check", "install"]
if os.path.isdir(WHEELS):
    PIP += ["--no-index", "--find-links", WHEELS]
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
    """Bytes of a file; none if there is no such file."""
    if not os.path.isfile(path):
        return b""
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
    code = "import sys, %s; sys.stdout.write('%%d.%%d' %% sys.version_info[:2])" % module
    try:
        return subprocess.check_output(
            [PYTHON, "-c", code], env=CLEAN, stderr=subprocess.DEVNULL
        ).decode()
    except (OSError, subprocess.CalledProcessError):
        return ""


def room(kind):
    """Megabytes that are free and that a set-up needs."""
    return {"free": shutil.disk_usage(HERE).free >> 20, "need": NEED_MB[kind]}


def record(kind):
    """Where a finished set-up is written down, and what stands there for the kit as it is now."""
    digest = hashlib.sha256()
    for name in ("pyproject.toml", LOCKS["lab"], LOCKS[kind]):
        if not os.path.isfile(os.path.join(HERE, name)):
            raise Stop("files", name=name)
        digest.update(read(os.path.join(HERE, name)))
    return os.path.join(VENV, "ready." + kind), digest.hexdigest() + " "


def is_ready(kind):
    """Whether nothing is to be set up. The environment's own Python counts, not this one."""
    path, expected = record(kind)
    return read(path).decode() == expected + (venv_python("os") or "broken")


def take_turn(guard):
    """Wait while another start sets up this folder; the system frees the lock with its process."""
    waiting = False
    while True:
        try:
            if os.name == "nt":
                import msvcrt

                return msvcrt.locking(guard.fileno(), msvcrt.LK_NBLCK, 1)
            import fcntl

            return fcntl.flock(guard, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno not in (errno.EAGAIN, errno.EACCES, errno.EDEADLK):
                return None  # a network disk that knows no locks
        if not waiting:
            say(texts["wait"])
        waiting = True
        time.sleep(0.3)


def run_step(step, kind, command):
    """Run a command, its output into the log; on a terminal one line shows that it is alive."""
    total = len(re.findall(rb"(?m)^\S+==", read(os.path.join(HERE, LOCKS[kind]))))
    begun, line, terminal = time.time(), "", sys.stdout.isatty()
    with open(LOG, "ab") as log:  # close_fds: if this process is killed, pip still holds the lock
        child = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd=HERE,
            env=CLEAN,
            close_fds=False,
        )
    try:
        while True:
            code = child.poll()
            done = len(re.findall(TAKEN, read(LOG)))
            seconds = int(time.time() - begun)
            line = texts[step].format(done=done, total=total, seconds=seconds).ljust(len(line))
            if terminal:
                say("\r" + line, end="")
            if code is not None:
                break
            time.sleep(0.2)
    finally:
        if child.poll() is None:
            child.kill()
            child.wait()
        say("" if terminal else line)
    if code:
        output = read(LOG).decode("utf-8", "replace")
        key = next((key for key, sign in SIGNS if re.search(sign, output)), "other")
        tail = "\n".join(each[:200] for each in output.strip().splitlines()[-6:])
        bits = 64 if sys.maxsize > 2**32 else 32
        advice = Stop(key, found=VERSION, bits=bits, error=tail, **room(kind))
        # These two are whole messages, the others end one.
        raise (
            advice
            if key in ("space", "write")
            else Stop("failed", step=line.strip(), tail=tail, log=LOG, advice=advice)
        )


def set_up(kind):
    """Make, mend or renew the environment; what is sound in it stays."""
    for module in ("ensurepip", "venv"):
        try:
            __import__(module)
        except ImportError:
            raise Stop("venv", found=VERSION, module=module)
    if not os.path.isdir(VENV):
        os.makedirs(VENV)
    with open(GUARD, "ab") as guard:
        os.set_inheritable(guard.fileno(), True)
        take_turn(guard)
        if is_ready(kind):  # another start has just done it
            return
        begun = time.time()
        first = "offline" if os.path.isdir(WHEELS) else "first"
        say(texts["again" if os.path.exists(LOG) else first].format(download=DOWNLOAD_MB[kind]))
        # An installation cut short leaves libraries that pip takes for whole: begin anew.
        half = os.path.exists(HALF) and b"Installing collected packages" in read(LOG)
        sound = venv_python("pip") == VERSION and not half
        for name in os.listdir(VENV):
            path = os.path.join(VENV, name)
            if path != GUARD and (not sound or name.startswith(("ready.", "setup."))):
                folder = os.path.isdir(path) and not os.path.islink(path)
                (shutil.rmtree if folder else os.remove)(path)
        if not sound:
            if room(kind)["free"] < NEED_MB[kind]:
                raise Stop("space", **room(kind))
            base = getattr(sys, "_base_executable", sys.executable)  # the one deleted may be ours
            run_step("step1", kind, [base, "-m", "venv", VENV])
        open(HALF, "w").close()
        run_step(
            "step2",
            kind,
            PIP
            + [
                "--require-hashes",
                "--no-deps",  # the lock is complete, and leaves out what only costs time
                "--only-binary",
                ":all:",
                "--compile",
                "-r",
                os.path.join(HERE, LOCKS[kind]),
            ],
        )
        os.remove(HALF)
        run_step("step3", kind, PIP + ["--no-deps", "--no-build-isolation", "-e", "."])
        # Windows reads .pth files in its own code page, where a Cyrillic path comes out garbled; a
        # relative one is plain ASCII, and the folder may be moved or renamed.
        site = sysconfig.get_path("purelib", "venv", {"base": VENV, "platbase": VENV})
        source = os.path.relpath(os.path.join(HERE, "src"), site).replace(os.sep, "/")
        with open(os.path.join(site, "_casekit.pth"), "w") as stream:
            stream.write(source + "\n")
        subprocess.call(
            [PYTHON, "-m", "compileall", "-q", "src"],
            cwd=HERE,
            env=CLEAN,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for each in {"lab", kind}:  # last of all: what is cut short before stays unfinished
            path, expected = record(each)
            with open(path, "w") as stream:
                stream.write(expected + VERSION)
        say(texts["done"].format(seconds=int(time.time() - begun)))


def start(arguments, lang):
    """Set up if need be, then become the command asked for."""
    if len(arguments) > 2 and arguments[0] == "--lang":
        arguments = arguments[2:] + arguments[:2]
    if not arguments or arguments[0].startswith("-"):
        arguments = ["lab"] + arguments
    kind = "test" if arguments[0] == "test" else "lab"
    if not is_ready(kind):
        set_up(kind)
    if kind == "test":
        os.chdir(HERE)
        if "--lang" in arguments:  # said to this file; pytest has no such option
            place = arguments.index("--lang")
            arguments = arguments[:place] + arguments[place + 2 :]
        command = [PYTHON, "-m", "pytest"] + arguments[1:]
    else:  # -P: a file in the reader's folder must not be taken for a library
        os.environ.setdefault("CASEKIT_LANG", lang)
        command = [PYTHON, "-P", "-m", "casekit"] + arguments
    if os.name != "nt":
        os.execv(PYTHON, command)
    child = subprocess.Popen(command)  # Windows has no exec that a terminal waits for
    while True:
        try:
            return child.wait()
        except KeyboardInterrupt:
            pass  # the child was told too, and it decides


def main(arguments):
    global texts
    wish = re.search(r"--lang[= ](\w+)", " ".join(arguments))
    lang = choose_language(wish and wish.group(1))
    try:  # a row of question marks helps nobody
        b"\xd0\xaf".decode("utf-8").encode(sys.stdout.encoding or "ascii")
        texts = TEXTS[lang]
    except UnicodeError:
        texts = TEXTS["en"]
    if sys.version_info < (3, 11):
        example = "py -3.13" if os.name == "nt" else "python3.13"
        say(texts["old"].format(found=sys.version.split()[0], site=SITE, example=example))
    elif arguments[:1] in (["-h"], ["--help"]):
        say(texts["usage"])
        return 0
    else:
        try:
            return start(arguments, lang)
        except Stop as reason:
            say("\n%s" % reason)
        except KeyboardInterrupt:
            say("\n" + texts["stop"])
        except OSError as error:
            full = error.errno in (errno.ENOSPC, errno.EDQUOT)
            denied = error.errno in (errno.EACCES, errno.EPERM, errno.EROFS)
            key = "space" if full else "write" if denied else "system"
            say("\n%s" % Stop(key, error=error, **room("test" if "test" in arguments else "lab")))
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
