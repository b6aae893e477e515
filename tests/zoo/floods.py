"""Cells that take all they can get: memory, disk, processes, output.

Each flood has an end, so that a computer without limits survives it, and confesses when it was
let through.
"""

from __future__ import annotations

from zoo.animal import Animal, attack, cell

__all__ = ["FLOODS"]

_STOPPED = "timeout|killed"
_ANY = "correct|error|timeout|killed"

#: What nobody's notebook needs, and a sound grader does not give.
_MEMORY_GB = 8
_DISK_GB = 4
_PROCESSES = 2_000
_FILES = 200_000

FLOODS: tuple[Animal, ...] = (
    attack(
        "floods_memory",
        f"""
        kept = []
        try:
            for _ in range({_MEMORY_GB} * 8):
                kept.append(b"x" * 2**27)
            confess("memory", len(kept))
        finally:
            kept.clear()
        """,
        after=_ANY,
    ),
    attack(
        "floods_memory_by_many_processes",
        f"""
        import os, time
        told, tell = os.pipe()
        children = []
        for _ in range({_MEMORY_GB} * 2):
            try:
                child = os.fork()
            except OSError:
                break
            if child == 0:
                try:
                    kept = b"x" * 2**29
                    os.write(tell, b".")
                    time.sleep(20)
                finally:
                    os._exit(0)
            children.append(child)
        time.sleep(5)
        os.set_blocking(told, False)
        try:
            filled = len(os.read(told, 1000))
        except BlockingIOError:
            filled = 0
        if filled == {_MEMORY_GB} * 2:
            confess("memory of many", filled)
        """,
        after=_ANY,
    ),
    attack(
        "floods_shared_memory",
        f"""
        import mmap
        kept = []
        try:
            for _ in range({_MEMORY_GB}):
                page = mmap.mmap(-1, 2**30)
                for at in range(0, 2**30, 4096):
                    page[at] = 1
                kept.append(page)
            confess("shared memory")
        except (OSError, ValueError, MemoryError):
            pass
        finally:
            kept.clear()
        """,
        after=_ANY,
    ),
    attack(
        "floods_the_disk_with_one_file",
        f"""
        block = b"x" * 2**24
        try:
            with open("flood.bin", "wb") as file:
                for _ in range({_DISK_GB} * 64):
                    file.write(block)
            confess("one large file")
        except OSError:
            pass
        finally:
            open("flood.bin", "wb").close()
        """,
        after=_ANY,
    ),
    attack(
        "floods_the_disk_with_many_files",
        f"""
        import tempfile
        block = b"x" * 2**24
        places = [".", tempfile.gettempdir(), "/dev/shm", "/var/tmp"]
        for place in places:
            written = []
            try:
                for number in range({_DISK_GB} * 64):
                    path = f"{{place}}/zoo-flood-{{number}}.bin"
                    with open(path, "wb") as file:
                        written.append(path)
                        file.write(block)
                confess("many large files", place)
            except OSError:
                pass
            finally:
                for path in written:
                    open(path, "wb").close()
        """,
        after=_ANY,
    ),
    attack(
        "makes_files_without_number",
        f"""
        import os
        os.makedirs("flood", exist_ok=True)
        try:
            for number in range({_FILES}):
                os.close(os.open(f"flood/{{number}}", os.O_CREAT | os.O_WRONLY))
            confess("files", {_FILES})
        except OSError:
            pass
        """,
        after=_ANY,
    ),
    cell(
        "makes_folders_in_folders",
        """
        import os
        try:
            for _ in range(5_000):
                os.mkdir("deeper")
                os.chdir("deeper")
        except OSError:
            pass
        """,
        own="correct|error|killed",
        after="correct|killed",
    ),
    attack(
        "starts_processes_without_number",
        f"""
        import os, time
        children = []
        try:
            for _ in range({_PROCESSES}):
                child = os.fork()
                if child == 0:
                    time.sleep(30)
                    os._exit(0)
                children.append(child)
            confess("processes", len(children))
        except OSError:
            pass
        """,
        after=_ANY,
    ),
    attack(
        "is_a_fork_bomb",
        """
        import os, time
        for _ in range(12):
            try:
                os.fork()
            except OSError:
                pass
        time.sleep(10**6)
        """,
        after=f"correct|{_STOPPED}",
    ),
    attack(
        "is_a_fork_bomb_that_hides",
        """
        import os, time
        if os.fork() == 0:
            os.setsid()
            until = time.monotonic() + 60
            while time.monotonic() < until:
                try:
                    if os.fork():
                        # The parent goes, so that no number stays the same for long.
                        os._exit(0)
                except OSError:
                    time.sleep(0.01)
            os._exit(0)
        """,
        after="correct|killed",
    ),
    cell(
        "starts_threads_without_number",
        """
        import threading
        wait = threading.Event()
        threads = []
        try:
            for _ in range(20_000):
                thread = threading.Thread(target=wait.wait, daemon=True)
                thread.start()
                threads.append(thread)
        except (RuntimeError, MemoryError):
            pass
        wait.set()
        """,
        own="correct|error|killed|timeout",
        after=_ANY,
    ),
    cell(
        "opens_files_without_number",
        """
        import os
        opened = []
        try:
            while len(opened) < 100_000:
                opened.append(os.open(os.devnull, os.O_RDONLY))
        except OSError:
            pass
        for each in opened:
            os.close(each)
        """,
    ),
    cell(
        "keeps_every_processor_busy",
        """
        import os
        for _ in range(8):
            try:
                if os.fork() == 0:
                    while True:
                        pass
            except OSError:
                pass
        """,
        own="correct|killed",
        after="correct|killed",
    ),
    cell(
        "prints_200_mb",
        """
        line = "x" * 1000
        for _ in range(200_000):
            print(line)
        """,
        own="correct|killed",
        after="correct|killed",
    ),
    cell(
        "prints_200_mb_at_once",
        'print("x" * 200_000_000)',
        own="correct|killed",
        after="correct|killed",
    ),
    cell(
        "floods_standard_error",
        """
        import os, sys
        for _ in range(100_000):
            sys.stderr.write("x" * 1000)
        # And past Python, into whatever the process was started with.
        for _ in range(1_000):
            os.write(2, b"x" * 100_000)
        """,
        own="correct|killed",
        after="correct|killed",
    ),
    cell(
        "floods_with_displays",
        """
        for number in range(20_000):
            display(number)
        """,
        own="correct|killed|timeout",
        after="correct|killed",
    ),
    cell(
        "displays_100_mb_of_picture",
        'display({"image/png": "A" * 100_000_000}, raw=True)',
        own="correct|killed",
        after="correct|killed",
    ),
    cell(
        "returns_a_value_of_100_mb",
        'display({"application/json": {"x": ["y" * 1000] * 100_000}}, raw=True)',
        own="correct|killed",
        after="correct|killed",
    ),
    cell(
        "updates_a_display_without_end",
        """
        shown = display("x", display_id=True)
        for _ in range(10_000):
            shown.update("x" * 5_000)
        """,
        own="correct|killed|timeout",
        after="correct|killed",
    ),
    cell(
        "raises_an_exception_of_50_mb",
        'raise ValueError("x" * 50_000_000)',
        own="error|killed|timeout",
        after="correct|killed",
    ),
    cell(
        "prints_without_end",
        """
        while True:
            print("x" * 10_000)
        """,
        own="timeout|killed",
        after="correct|timeout|killed",
    ),
    cell(
        "prints_control_signs",
        r'print("\x1b[2J\x1b]0;zoo\x07\x00\x08\x7f\ud800".encode("utf-8", "replace").decode())',
    ),
    cell(
        "makes_a_sparse_file_of_a_terabyte",
        """
        import os
        try:
            os.truncate(os.open("sparse", os.O_CREAT | os.O_RDWR), 2**40)
        except OSError:
            pass
        """,
        own="correct|error|killed",
        after="correct|killed",
    ),
)
