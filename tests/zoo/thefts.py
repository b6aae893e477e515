"""Cells that look for what is not theirs: the key, other people's work, secrets, a way out."""

from __future__ import annotations

from zoo import facts
from zoo.animal import Animal, attack

__all__ = ["THEFTS"]

_LURE = "company.cost_share"
_NOT_TOLD = {_LURE: "not_attempted"}

#: Reads a file by every way Python and the system have.
_READ = """
def read(path):
    import os, subprocess
    try:
        return open(path, "rb").read(200)
    except OSError:
        pass
    try:
        file = os.open(path, os.O_RDONLY | getattr(os, "O_PATH", 0))
        return open(f"/proc/self/fd/{file}", "rb").read(200)
    except OSError:
        pass
    return subprocess.run(["head", "-c", "200", path], capture_output=True).stdout
"""

#: Sockets of this very process, by number; whatever else listens belongs to somebody else.
_MINE = """
import glob, os, socket
def own_sockets():
    found = set()
    for path in glob.glob("/proc/self/fd/*"):
        try:
            found.add(os.readlink(path).removeprefix("socket:[").removesuffix("]"))
        except OSError:
            pass
    return found
"""

THEFTS: tuple[Animal, ...] = (
    attack(
        "reads_the_key",
        _READ
        + """
for path in known["places"] + known["sealed"]:
    if (found := read(path)):
        confess(path)
""",
        facts=facts.key,
    ),
    attack(
        "imports_the_key",
        f"""
        import os, sys
        for path in known["places"]:
            sys.path.insert(0, os.path.dirname(path))
        try:
            import key
            ck.check("{_LURE}", key.ANSWERS["{_LURE}"].right(case))
            confess(key.__file__)
        except ImportError:
            pass
        """,
        facts=facts.key,
        states=_NOT_TOLD,
    ),
    attack(
        "looks_everywhere_for_the_key",
        """
        import os, sys, time
        until = time.monotonic() + 4
        kit = os.path.dirname(os.path.dirname(os.path.dirname(ck.__file__)))
        for root in (kit, "..", "../..", *sys.path, "/"):
            for place, folders, files in os.walk(root):
                folders[:] = [f for f in folders if f not in ("proc", "sys", "site-packages")]
                if "defects.csv" in files and "facts.csv" in files:
                    confess(place)
                if "sealed.json" in files or "reveals.json" in files:
                    confess(place)
                if time.monotonic() > until:
                    break
        """,
        states=_NOT_TOLD,
    ),
    attack(
        "looks_for_the_key_through_other_processes",
        """
        import glob, os
        for process in glob.glob("/proc/[0-9]*"):
            if int(os.path.basename(process)) == os.getpid():
                continue
            ways = glob.glob(f"{process}/fd/*")
            for path in known["places"] + known["sealed"]:
                ways += [f"{process}/root{path}", f"{process}/cwd/solutions/figures.py"]
            for way in ways:
                try:
                    target = os.readlink(way) if "/fd/" in way else way
                    if any(word in target for word in ("solutions", "sealed", "reveals")):
                        open(way, "rb").close()
                        confess(way, target)
                except OSError:
                    pass
        """,
        facts=facts.key,
    ),
    attack(
        "finds_the_key_in_memory",
        """
        import gc, sys
        names = [name for name in sys.modules if name == "key" or name.endswith(".key")]
        held = [
            each for each in gc.get_objects()
            if type(each) is dict and "ANSWERS" in each and "selling_share" in each
        ]
        if held or any(hasattr(sys.modules[name], "ANSWERS") for name in names):
            confess(names, len(held))
        """,
    ),
    attack(
        "reads_other_submissions",
        """
        import os
        for place in (known, "..", "../.."):
            for where, folders, files in os.walk(place):
                if where.count("/") - place.count("/") > 1:
                    folders.clear()
                for name in files:
                    if name.lower().endswith((".ipynb", ".zip")):
                        path = os.path.join(where, name)
                        # This very word stands in one's own notebook, wherever it lies.
                        if b"zoo_own_mark" not in open(path, "rb").read(10**6):
                            confess(path)
        if os.path.isdir(known) and os.listdir(known):
            confess(known)
        """,
        facts=facts.others,
    ),
    attack(
        "writes_into_other_submissions",
        """
        import os
        try:
            path = os.path.join(known, "zoo_was_here.ipynb")
            open(path, "w").close()
            confess(path)
        except OSError:
            pass
        """,
        facts=facts.others,
    ),
    attack(
        "finds_the_other_company",
        """
        import os, time
        mine = open(os.path.join(os.environ["CASEKIT_DATA"], "sales.csv"), "rb").read()
        until = time.monotonic() + 4
        for place, folders, files in os.walk("/"):
            folders[:] = [f for f in folders if f not in ("proc", "sys", "site-packages")]
            if "accounts.csv" in files and "sales.csv" in files:
                if open(os.path.join(place, "sales.csv"), "rb").read() != mine:
                    confess(place)
            if time.monotonic() > until:
                break
        """,
    ),
    attack(
        "changes_the_data",
        """
        import os
        place = os.environ.get("CASEKIT_DATA", ".")
        try:
            with open(os.path.join(place, "reps.csv"), "a") as file:
                file.write("")
            os.rename(os.path.join(place, "reps.csv"), os.path.join(place, "old.csv"))
            os.rename(os.path.join(place, "old.csv"), os.path.join(place, "reps.csv"))
            confess(place)
        except OSError:
            pass
        """,
    ),
    attack(
        "turns_to_another_company",
        """
        import os
        os.environ["CASEKIT_DATA"] = known["places"][0].rsplit("/", 2)[0] + "/data"
        os.environ.pop("CASEKIT_RECORD", None)
        try:
            other = ck.load_case()
            if os.path.isfile(os.path.join(os.environ["CASEKIT_DATA"], "sealed.json")):
                confess("the sealed answers are in reach")
        except Exception as error:
            print(type(error).__name__)
        """,
        facts=facts.key,
    ),
    attack(
        "judges_itself_without_the_record",
        """
        import os
        os.environ.pop("CASEKIT_RECORD", None)
        verdict = ck.check("lag.along_deals", 1)
        for tenths in range(400):
            guess = tenths / 10
            if ck.check("lag.along_deals", guess).state == "correct":
                confess("the check judges in a grading run", guess)
        """,
        states={"lag.along_deals": "incorrect"},
    ),
    attack(
        "reads_the_home_folder",
        """
        import os
        for path in known:
            try:
                os.close(os.open(path, os.O_RDONLY))
                confess("within reach: home", len(known))
            except OSError:
                pass
        """,
        facts=facts.home,
    ),
    attack(
        "opens_the_memory_of_the_system",
        """
        import os
        for path in ("/proc/kcore", "/dev/mem", "/proc/sys/kernel/core_pattern"):
            try:
                os.close(os.open(path, os.O_RDWR))
                confess(path)
            except OSError:
                pass
        """,
    ),
    attack(
        "reads_the_environment",
        """
        import glob, os
        if known in os.environ:
            confess("own", known)
        for path in glob.glob("/proc/[0-9]*/environ"):
            try:
                if known.encode() in open(path, "rb").read():
                    confess(path)
            except OSError:
                pass
        """,
        facts=facts.environment,
    ),
    attack(
        "connects_to_servers_of_this_computer",
        """
        import socket
        for host in ("127.0.0.1", "localhost", "0.0.0.0"):
            try:
                socket.create_connection((host, known["port"]), 1).close()
                confess(host)
            except OSError:
                pass
        try:
            with socket.socket(socket.AF_UNIX) as client:
                client.connect(known["name"])
                confess("abstract name")
        except OSError:
            pass
        """,
        facts=facts.servers,
    ),
    attack(
        "connects_to_the_world",
        """
        import socket
        # Nothing is sent by this; it says whether there is a way out at all.
        for address in ("192.0.2.1", "198.51.100.1"):
            with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
                try:
                    client.connect((address, 53))
                    confess("there is a way to", address)
                except OSError:
                    pass
        """,
    ),
    attack(
        "connects_to_sockets_of_others",
        _MINE
        + """
# Shut in, it may knock at every socket it sees; else it would knock at the instructor's.
shut_in = os.readlink("/proc/self/ns/net") != known["space"]
mine = own_sockets()
rows = [line.split() for line in open("/proc/net/unix").readlines()[1:]] if shut_in else []
for row in rows:
    if len(row) < 8 or row[6] in mine:
        continue
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_SEQPACKET):
        with socket.socket(socket.AF_UNIX, kind) as client:
            client.settimeout(0.5)
            try:
                client.connect(row[7].replace("@", chr(0), 1))
                confess(row[7])
            except (OSError, ValueError):
                pass
""",
        facts=facts.servers,
    ),
    attack(
        "installs_a_package",
        """
        import sys
        pip = f"{sys.executable} -m pip install --dry-run --no-deps --ignore-installed"
        done = get_ipython().system(f"timeout 20 {pip} --retries 0 --timeout 3 six")
        if get_ipython().user_ns.get("_exit_code") == 0:
            confess("pip reached an index")
        """,
    ),
)
