"""Cells that end, stop, leave or shake the process they run in."""

from __future__ import annotations

from zoo.animal import BEFORE, OWN, Animal, Expect, cell, insert, points, save, with_cell
from zoo.solved import CHOICE, NUMBER, TYPED, Solved

__all__ = ["KERNELS"]

_GONE = "killed"
#: Where it is the grader's choice whether it ends a cell or the whole run.
_STOPPED = "timeout|killed"


def _tagged(name: str, tag: str, source: str, own: str = "correct") -> Animal:
    """An animal whose cell stands under a tag that other runners obey."""
    whole = f'{source}ck.check("{OWN}", case.accounts.status.value_counts().competitor)'
    earned = points(NUMBER, CHOICE, TYPED, OWN)

    def write(folder: object, solved: Solved) -> None:
        save(insert(solved.small(), whole, tags=[tag]), folder / f"{name}.ipynb")  # type: ignore[operator]

    return Animal(
        name, write, Expect(states={**BEFORE, OWN: own, CHOICE: "correct"}, max_score=earned)
    )


KERNELS: tuple[Animal, ...] = (
    # What a person may do by accident.
    cell("has_a_syntax_error", "len(case.accounts", own="error"),
    cell("raises_an_exception", "1 / 0", own="error"),
    cell("reads_a_name_that_is_not_there", "specialists + 1", own="error"),
    cell("asks_for_input", 'answer = input("How many? ")', own="error"),
    cell("asks_for_a_password", "import getpass\ngetpass.getpass()", own="error"),
    # On a slow computer the traceback of thousands of calls takes longer than the cell may.
    cell(
        "recurses_for_ever",
        "def again():\n    return again()\nagain()",
        own="error|timeout",
        after="correct|killed",
    ),
    cell("warns_as_an_error", 'import warnings\nwarnings.simplefilter("error")'),
    cell(
        "asks_a_question_that_is_none",
        'ck.check("time.sellling_share", selling_share)',
        own="error",
    ),
    cell("awaits_at_top_level", "import asyncio\nawait asyncio.sleep(0.01)"),
    cell(
        "runs_a_loop_inside_the_loop",
        """
        import asyncio
        nothing = asyncio.sleep(0)
        asyncio.get_event_loop().run_until_complete(nothing)
        """,
        own="error",
    ),
    cell(
        "leaves_a_task_running",
        """
        import asyncio
        async def for_ever():
            while True:
                await asyncio.sleep(0.01)
        task = asyncio.ensure_future(for_ever())
        """,
    ),
    _tagged("is_tagged_to_be_skipped", "skip-execution", ""),
    _tagged("is_tagged_to_raise", "raises-exception", "raise ValueError(1)\n", own="error"),
    cell(
        "runs_a_shell_script",
        'get_ipython().run_cell_magic("bash", "", "echo hello; exit 3")',
        own="error|correct",
    ),
    cell("calls_the_shell", "!echo hello\n%time case.accounts.status.value_counts().competitor"),
    with_cell(
        "captures_its_own_check",
        f'%%capture\nck.check("{OWN}", case.accounts.status.value_counts().competitor)',
        Expect(states={**BEFORE, OWN: "correct", CHOICE: "correct"}),
    ),
    with_cell(
        "clears_the_output_of_its_check",
        f"""
        from IPython.display import clear_output
        ck.check("{OWN}", case.accounts.status.value_counts().competitor)
        clear_output()
        """,
        Expect(states={**BEFORE, OWN: "correct|not_attempted", CHOICE: "correct"}),
    ),
    cell(
        "changes_the_folder",
        'import os\nos.chdir("/")',
    ),
    cell(
        "deletes_its_folder",
        """
        import os, shutil
        here = os.getcwd()
        shutil.rmtree(here, ignore_errors=True)
        """,
    ),
    cell(
        "locks_its_folder",
        """
        import os
        open("locked.txt", "w").close()
        os.chmod("locked.txt", 0)
        os.chmod(".", 0)
        """,
    ),
    cell(
        "waits_in_an_output_widget",
        """
        import ipywidgets
        box = ipywidgets.Output()
        display(box)
        with box:
            print("inside")
        ipywidgets.interact(lambda x: print(x), x=(0, 10))
        ipywidgets.interactive_output(lambda x: display(x), {"x": ipywidgets.IntSlider()})
        """,
    ),
    with_cell(
        "answers_inside_an_output_widget",
        f"""
        import ipywidgets
        box = ipywidgets.Output()
        with box:
            ck.check("{OWN}", case.accounts.status.value_counts().competitor)
        """,
        Expect(states={**BEFORE, OWN: "correct", CHOICE: "correct"}),
    ),
    # Ends.
    cell("exits_with_sys_exit", "import sys\nsys.exit(0)", own="error"),
    cell("exits_with_exit", "exit()", own="correct|error|killed", after="correct|killed"),
    cell("raises_system_exit_with_a_monster", "raise SystemExit(object())", own="error"),
    cell("exits_at_once", "import os\nos._exit(0)", own=_GONE, after=_GONE),
    cell("kills_itself", "import os\nos.kill(os.getpid(), 9)", own=_GONE, after=_GONE),
    cell("aborts", "import os\nos.abort()", own=_GONE, after=_GONE),
    cell("reads_the_address_nought", "import ctypes\nctypes.string_at(0)", own=_GONE, after=_GONE),
    cell(
        "overruns_the_stack",
        """
        import sys
        sys.setrecursionlimit(10**9)
        deep = []
        for _ in range(10**6):
            deep = [deep]
        repr(deep)
        """,
        own="error|killed",
        after="correct|killed",
    ),
    cell("replaces_itself", 'import os\nos.execv("/bin/true", ["true"])', own=_GONE, after=_GONE),
    cell(
        "stops_its_loop",
        "import asyncio\nasyncio.get_event_loop().stop()",
        own="correct|killed|timeout",
        after="correct|killed|timeout",
    ),
    cell(
        "exits_after_the_cell",
        """
        import os
        get_ipython().events.register("post_run_cell", lambda *_: os._exit(0))
        """,
        own="correct",
        after=_GONE,
    ),
    cell(
        "closes_every_file",
        "import os\nos.closerange(0, 1000)",
        own="error|timeout|killed",
        after=_STOPPED,
    ),
    # Never ends.
    cell("loops_for_ever", "while True:\n    pass", own="timeout"),
    cell("sleeps_for_weeks", "import time\ntime.sleep(10**6)", own="timeout"),
    cell(
        "swallows_keyboard_interrupt",
        """
        while True:
            try:
                while True:
                    pass
            except BaseException:
                pass
        """,
        own="timeout",
        after=_STOPPED,
    ),
    cell(
        "ignores_every_signal",
        """
        import signal, time
        for number in signal.valid_signals() - {signal.SIGKILL, signal.SIGSTOP}:
            signal.signal(number, signal.SIG_IGN)
        while True:
            time.sleep(1)
        """,
        own="timeout",
        after=_STOPPED,
    ),
    cell("stops_itself", "import os\nos.kill(os.getpid(), 19)", own=_STOPPED, after=_STOPPED),
    cell(
        "holds_the_interpreter",
        """
        import re
        re.match("(a+)+$", "a" * 64 + "b")
        """,
        own="timeout",
        after=f"correct|{_STOPPED}",
    ),
    cell(
        "hangs_in_c",
        "import ctypes\nctypes.PyDLL(None).pause()",
        own="timeout",
        after=f"correct|{_STOPPED}",
    ),
    cell(
        "hangs_in_an_endless_repr",
        """
        class Endless:
            def __repr__(self):
                while True:
                    pass
        display(Endless())
        """,
        own="timeout",
    ),
    cell(
        "raises_an_exception_that_hangs",
        """
        class Endless(Exception):
            def __str__(self):
                while True:
                    pass
            def _render_traceback_(self):
                while True:
                    pass
        raise Endless
        """,
        own="error|timeout|killed",
        after=f"correct|{_STOPPED}",
    ),
    # Outlives itself.
    cell(
        "hangs_at_exit",
        """
        import atexit, signal, time
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        class Clinging:
            def __del__(self):
                time.sleep(10**6)
        clinging = Clinging()
        atexit.register(time.sleep, 10**6)
        """,
    ),
    cell(
        "leaves_a_thread",
        """
        import threading, time
        threading.Thread(target=time.sleep, args=(10**6,)).start()
        """,
    ),
    cell(
        "leaves_a_child",
        """
        import os, time
        if os.fork() == 0:
            time.sleep(10**6)
            os._exit(0)
        """,
    ),
    cell(
        "leaves_a_daemon",
        """
        import os, time
        if os.fork() == 0:
            os.setsid()
            if os.fork() == 0:
                os.closerange(0, 1000)
                while True:
                    time.sleep(1)
            os._exit(0)
        """,
    ),
    cell(
        "leaves_a_program",
        """
        import subprocess
        subprocess.Popen(["sleep", "1000000"], start_new_session=True)
        """,
    ),
    with_cell(
        "goes_on_twice_after_a_fork",
        "import os\nos.fork()",
        Expect(states=BEFORE, max_score=points(NUMBER, CHOICE, TYPED)),
    ),
)
