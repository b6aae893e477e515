"""Does the grader's own memory stay flat while a submission floods its output?

    python benchmarks/flood.py

Grades a quiet notebook and then notebooks that pour out text, pictures, raw bytes, widgets and
answers without an end, and prints the highest memory of the grader's own processes (the batch and
its worker; not of the runs, which have a limit of their own) in both.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_notebook

from casekit.grading.sandbox.processes import process_tree

ROOT = Path(__file__).parents[1]

QUIET = "print('well')"
FLOODS = {
    "text": "while True: print('x' * 10_000)",
    "errors": "import sys\nwhile True: print('x' * 1_000, file=sys.stderr)",
    "one line": "import sys\nwhile True: sys.stdout.write('x' * 2**20)",
    "raw bytes": "import os\nwhile True: os.write(1, b'x' * 2**16)",
    "messages": "import os\nwhile True: os.write(4, b'{\"type\": \"stream\", ' + b'x' * 2**16)",
    "lines": "import os\nwhile True: os.write(4, b'[]\\n' * 2**14)",
    "pictures": "from IPython.display import display\n"
    "while True: display({'image/png': 'x' * 2**20}, raw=True)",
    "updates": "from IPython.display import display\n"
    "shown = display('', display_id=True)\nwhile True: shown.update('x' * 2**16)",
    "widgets": "import ipywidgets\nwhile True: ipywidgets.HTML('x' * 2**16)",
    "answers": "import casekit as ck\nwhile True: ck.check('decision.memo', 'x' * 19_000)",
}


def main() -> None:
    quiet = peak_mb({"quiet": QUIET})
    flooded = peak_mb(FLOODS)
    print(f"highest memory of the grader's own processes: {quiet:.0f} MB with a quiet notebook, "
          f"{flooded:.0f} MB while {len(FLOODS)} flood; {flooded - quiet:+.0f} MB")  # fmt: skip


def peak_mb(cells: dict[str, str]) -> float:
    """Highest memory that any of the grader's own processes held, megabytes."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        for name, code in cells.items():
            path = place / "in" / name / "01_flood.ipynb"
            path.parent.mkdir(parents=True)
            nbformat.write(new_notebook(cells=[new_code_cell(code)]), path)
        command = [sys.executable, "-m", "casekit", "grade", str(place / "in")]
        command += ["--out", str(place / "out"), "--hidden-variant", "17", "--cell-seconds", "10"]
        process = subprocess.Popen([*command, "--require-sandbox"], cwd=ROOT,
                                   stdout=subprocess.DEVNULL)  # fmt: skip
        highest = [0.0]
        watch = threading.Thread(target=_watch, args=(process, highest))
        watch.start()
        if process.wait():
            raise SystemExit(f"the grader ended with {process.returncode}")
        watch.join()
        return highest[0]


def _watch(process: subprocess.Popen[bytes], highest: list[float]) -> None:
    while process.poll() is None:
        highest[0] = max([highest[0], *map(_own_peak_mb, process_tree(process.pid))])
        time.sleep(0.1)


def _own_peak_mb(pid: int) -> float:
    """Peak of a process; nought for a run, for its template, and for one that is gone."""
    try:
        if "forkserver" in Path(f"/proc/{pid}/cmdline").read_text(encoding="utf-8"):
            return 0.0
        status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except OSError:
        return 0.0
    lines = [line for line in status.splitlines() if line.startswith("VmHWM")]
    return int(lines[0].split()[1]) / 1024 if lines else 0.0


if __name__ == "__main__":
    main()
