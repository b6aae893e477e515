"""The grader killed at random moments: does it go on, and end with the same gradebook?

python benchmarks/kills.py [--kills 20] [--cohort 6]
"""

from __future__ import annotations

import argparse
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
NOTEBOOKS = ("01_the_company", "03_what_the_hours_bring", "04_when_the_money_comes")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--cohort", type=int, default=6)
    wish = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        for number in range(wish.cohort):
            team = place / "in" / f"team-{number}"
            team.mkdir(parents=True)
            for name in NOTEBOOKS[: 1 + number % len(NOTEBOOKS)]:
                shutil.copy(ROOT / "solutions" / "en" / f"{name}.ipynb", team)
        started = time.perf_counter()
        subprocess.run(command(place, "undisturbed"), check=True, cwd=ROOT,
                       stdout=subprocess.DEVNULL)  # fmt: skip
        whole = time.perf_counter() - started
        expected = (place / "undisturbed" / "gradebook.csv").read_bytes()
        same = starts = kills = 0
        while kills < wish.kills:
            out = f"killed-{starts}"
            starts += 1
            # Several kills fall on one batch, until one run of it comes to its end.
            while kills < wish.kills:
                process = subprocess.Popen(command(place, out), cwd=ROOT,
                                           stdout=subprocess.DEVNULL)  # fmt: skip
                try:
                    process.wait(random.uniform(0.2, 1.1 * whole))
                    break
                except subprocess.TimeoutExpired:
                    process.send_signal(signal.SIGKILL)
                    process.wait()
                    kills += 1
            subprocess.run(command(place, out), check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
            same += (place / out / "gradebook.csv").read_bytes() == expected
    time.sleep(2)
    search = ["pgrep", "-fc", "casekit.grading.sandbox.forkserver"]
    left = subprocess.run(search, capture_output=True, text=True).stdout.strip()
    print(f"killed {kills} times in {starts} batches: {same} gradebooks of {starts} the same; "
          f"{left} processes left")  # fmt: skip


def command(place: Path, out: str) -> list[str]:
    return [
        sys.executable, "-m", "casekit", "grade", str(place / "in"), "--out", str(place / out),
        "--hidden-variant", "17", "--jobs", "2",
    ]  # fmt: skip


if __name__ == "__main__":
    main()
