"""Cells that look for what is not theirs: the key, other people's work, secrets, a way out."""

from __future__ import annotations

from zoo import facts
from zoo.animal import Animal, attack

__all__ = ["THEFTS"]

_LURE = "time.flattery"
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
        confess(path, found)
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
            ck.check("{_LURE}", key.flattery(case))
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
        import os, sys
        roots = ["/", os.path.dirname(ck.__file__), os.getcwd(), *sys.path]
        seen = 0
        for root in roots:
            for place, folders, files in os.walk(root):
                folders[:] = [f for f in folders if f not in ("proc", "sys", "site-packages")]
                seen += len(files)
                if "key.py" in files and "facts.csv" in files:
                    confess(place, open(os.path.join(place, "key.py")).read(100))
                if "sealed.json" in files:
                    confess(place, open(os.path.join(place, "sealed.json")).read(100))
                if seen > 300_000:
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
                ways += [f"{process}/root{path}", f"{process}/cwd/solutions/key.py"]
            for way in ways:
                try:
                    target = os.readlink(way) if "/fd/" in way else way
                    if "key.py" in target or "sealed" in target:
                        confess(way, target, open(way, "rb").read(100))
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
        try:
            entries = os.listdir(known)
        except OSError:
            entries = []
        for place in (known, "..", "../..", "../../.."):
            for where, folders, files in os.walk(place):
                where = os.path.abspath(where)
                if where.count("/") > 12:
                    folders.clear()
                theirs = [f for f in files if f.lower().endswith((".ipynb", ".zip"))]
                mine = where.startswith(os.getcwd()) or "site-packages" in where
                if theirs and not mine and place != "../../..":
                    confess(where, theirs[:5])
        if entries:
            confess(known, entries[:5])
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
        import os
        mine = os.path.realpath(os.environ.get("CASEKIT_DATA") or case.source or ".")
        for place, folders, files in os.walk("/"):
            folders[:] = [f for f in folders if f not in ("proc", "sys", "site-packages")]
            if "accounts.csv" in files and "sales.csv" in files:
                if os.path.realpath(place) != mine:
                    confess(place, mine)
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
        verdict = ck.check("company.open_doors", 1)
        for guess in range(400, 600):
            if ck.check("company.open_doors", guess).state == "correct":
                confess("the check judges in a grading run", guess)
        """,
        states={"company.open_doors": "incorrect"},
    ),
    attack(
        "reads_the_home_folder",
        """
        import os
        found = []
        for path in known:
            try:
                found.append(os.listdir(path) if os.path.isdir(path) else open(path, "rb").read(9))
                confess(path)
            except OSError:
                pass
        """,
        facts=facts.home,
    ),
    attack(
        "reads_secrets_of_the_system",
        """
        for path in ("/etc/shadow", "/etc/ssh/ssh_host_ed25519_key", "/proc/1/environ",
                     "/proc/kcore", "/dev/mem", "/var/run/docker.sock"):
            try:
                found = open(path, "rb").read(100)
                if found and not (path == "/proc/1/environ" and b"CASEKIT_RECORD" in found):
                    confess(path, found)
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
        _MINE
        + """
mine = own_sockets()
for table, family in (("tcp", socket.AF_INET), ("tcp6", socket.AF_INET6)):
    try:
        rows = [line.split() for line in open(f"/proc/net/{table}").readlines()[1:]]
    except OSError:
        rows = []
    for row in rows:
        if row[3] == "0A" and row[9] not in mine:
            host = "127.0.0.1" if family == socket.AF_INET else "::1"
            with socket.socket(family) as client:
                client.settimeout(0.5)
                try:
                    client.connect((host, int(row[1].rpartition(":")[2], 16)))
                    confess(table, row[1])
                except OSError:
                    pass
""",
    ),
    attack(
        "connects_to_the_world",
        """
        import socket
        for address in (("1.1.1.1", 53), ("8.8.8.8", 443), ("169.254.169.254", 80)):
            with socket.socket() as client:
                client.settimeout(0.5)
                try:
                    client.connect(address)
                    confess(address)
                except OSError:
                    pass
        """,
    ),
    attack(
        "connects_to_sockets_of_others",
        _MINE
        + """
mine = own_sockets()
try:
    rows = [line.split() for line in open("/proc/net/unix").readlines()[1:]]
except OSError:
    rows = []
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
