"""Every submission of the zoo, graded: does each end in its state, and is anything left behind?

    python benchmarks/zoo.py [NAME ...] [--keep FOLDER]

Prints what is not as it must be, processes left, files changed, and the grader's peak memory.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from zoo import facts  # noqa: E402
from zoo.animals import ZOO  # noqa: E402
from zoo.solved import Solved  # noqa: E402

HIDDEN = "17"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--keep", default="")
    wish = parser.parse_args()
    animals = [animal for animal in ZOO if not wish.names or animal.name in wish.names]
    with tempfile.TemporaryDirectory() as folder:
        place = Path(wish.keep or folder)
        handed_in, out = place / "in", place / "out"
        handed_in.mkdir(parents=True)
        for animal in animals:
            animal.write(handed_in, Solved())
        before = checksums(handed_in), checksums(ROOT)
        started = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-m", "casekit", "grade", str(handed_in), "--out", str(out),
             "--hidden-variant", HIDDEN, "--jobs", "2", "--cell-seconds", "5", "--require-sandbox"],
            cwd=ROOT, env={**os.environ, facts.CANARY: "secret"}, capture_output=True, text=True,
        )  # fmt: skip
        seconds = time.perf_counter() - started
        wrong = [line for animal in animals for line in faults(animal, out)]
        changed = (checksums(handed_in), checksums(ROOT)) != before
    print("\n".join(wrong))
    print(f"exit code {done.returncode} {done.stderr[-500:]}")
    left = subprocess.run(["pgrep", "-fc", "casekit.grading"], capture_output=True, text=True)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{len(animals)} submissions in {seconds:.0f} s, {len(wrong)} faults, "
          f"{left.stdout.strip()} processes left, files changed: {changed}, "
          f"largest process {peak:.0f} MB")  # fmt: skip


def faults(animal, out: Path) -> list[str]:
    """What is not as it must be."""
    found = [json.loads(path.read_text("utf-8")) for path in out.glob("*/score.json")]
    scores = [score for score in found if score["submission"] == animal.name]
    if not scores:
        return [f"{animal.name}: no result"]
    (score,), expect = scores, animal.expect
    told = []
    if score["status"] not in expect.status.split("|"):
        told.append(f"{animal.name}: {score['status']}, not {expect.status}")
    if score["status"] != "graded":
        return told
    for question, states in expect.states.items():
        state = score["questions"][question]["state"]
        if not expect.allows(question, state):
            told.append(f"{animal.name}: {question} {state}, not {states}")
    if expect.max_score is not None and score["score"] > expect.max_score:
        told.append(f"{animal.name}: {score['score']} points, at most {expect.max_score}")
    return told


def checksums(folder: Path) -> dict[str, str]:
    """Files of a folder that nobody may change."""
    return {
        str(path): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink() and not {".git", ".venv"} & set(path.parts)
        and "__pycache__" not in path.parts
    }  # fmt: skip


if __name__ == "__main__":
    main()
