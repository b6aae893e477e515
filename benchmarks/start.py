"""Set-up, size and starts of this kit against another checkout of it, in one run.

    python benchmarks/start.py --against ../before
    python benchmarks/start.py --against ../before --rounds 3

Clean copies of both are set up in turn from one cache of pip, which a set-up outside the count has
filled, and started twice: seconds from `start.py --no-browser` until the printed address answers.
The first start is that of a fresh set-up, so its seconds are those after the set-up's last line.
On a busy machine only the ratios, taken round by round, mean something.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
#: Longest time of anything.
LONGEST = 1800


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--against", type=Path, required=True, metavar="DIR")
    asked.add_argument("--rounds", type=int, default=1)
    given = asked.parse_args()
    kits = {"before": given.against.resolve(), "now": ROOT}
    measured: dict[str, list[dict[str, float]]] = {name: [] for name in kits}
    with tempfile.TemporaryDirectory(prefix="casekit-start-") as folder:
        cache = Path(folder, "pip-cache")
        for name, kit in kits.items():
            measure(kit, Path(folder, f"warm-{name}"), cache)
        for turn in range(given.rounds):
            # Each goes first in turn: whatever else the machine does meets both alike.
            for name in sorted(kits, reverse=bool(turn % 2)):
                place = Path(folder, f"{name}-{turn}")
                measured[name].append(measure(kits[name], place, cache))
                print(f"round {turn + 1}, {name}: {measured[name][-1]}", flush=True)
    print(f"\n{'':24}{'before':>10}{'now':>10}{'ratio':>8}")
    for what in measured["now"][0]:
        pairs = [
            (b[what], n[what]) for b, n in zip(measured["before"], measured["now"], strict=True)
        ]
        before, now = (statistics.median(side) for side in zip(*pairs, strict=True))
        ratio = statistics.median(n / b for b, n in pairs)
        print(f"{what:24}{before:10.1f}{now:10.1f}{ratio:8.2f}")


def measure(kit: Path, place: Path, cache: Path) -> dict[str, float]:
    """A kit copied, set up and started twice."""
    # What is tracked, as it stands: no environment, nothing that anybody left there.
    listed = subprocess.check_output(["git", "ls-files", "-z"], cwd=kit).decode()
    for name in filter(None, listed.split("\0")):
        if (kit / name).is_file():
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(kit / name, place / name)
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    environment |= {"PIP_CACHE_DIR": str(cache), "CASEKIT_LANG": "en"}
    set_up, first = started(place, environment)
    files = [
        path for path in (place / ".venv").rglob("*") if path.is_file() and not path.is_symlink()
    ]
    megabytes = sum(path.stat().st_size for path in files) / 2**20
    _, second = started(place, environment)
    shutil.rmtree(place)
    return {
        "set-up, s": set_up, "on disk, MB": megabytes, "files": len(files),
        "first start, s": first, "second start, s": second,
    }  # fmt: skip


def started(kit: Path, environment: dict[str, str]) -> tuple[float, float]:
    """Seconds of the set-up, if there was one, and from there until the address answers 200."""
    process = subprocess.Popen(
        [sys.executable, "start.py", "--no-browser"], cwd=kit, env=environment,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", start_new_session=True,
    )  # fmt: skip
    begun = set_up = time.monotonic()
    said = []
    try:
        for line in process.stdout:
            said.append(line)
            if "It took" in line:
                set_up = time.monotonic()
            address = re.search(r"http://\S+token=\S+", line)
            if address and wait_for(address[0], begun + LONGEST):
                return set_up - begun, time.monotonic() - set_up
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    raise SystemExit("".join(said))


def wait_for(address: str, until: float) -> bool:
    """Whether an address answers 200 in time."""
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(address, timeout=60) as answer:
                if answer.status == 200:
                    return True
        except OSError:
            time.sleep(0.05)
    return False


if __name__ == "__main__":
    main()
