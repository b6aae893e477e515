"""A small class from download to loaded grades, as `benchmarks/classroom.py` makes large ones."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from test_grading import needs_sandbox

ROOT = Path(__file__).parents[1]
SCRIPT = ROOT / "benchmarks" / "classroom.py"


@needs_sandbox
@pytest.mark.slow
def test_everybody_of_a_small_class_gets_their_own_mark_and_page() -> None:
    done = subprocess.run(
        [sys.executable, str(SCRIPT), "--people", "8"],
        capture_output=True, text=True, encoding="utf-8", cwd=ROOT,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr[-1000:]
    rows = {line[:16].strip(): line[16:].split() for line in done.stdout.splitlines()[1:-2]}
    # People, marks loaded, pages: one archive is damaged, one person handed in nothing.
    assert {name: row[:3] for name, row in rows.items()} == {
        "moodle": ["6", "4", "4"], "moodle teams": ["2", "2", "2"], "canvas": ["8", "6", "6"],
    }  # fmt: skip
