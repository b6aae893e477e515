"""The months of a reader who studies alone, made by a process of its own.

A notebook must not hold the generator: it asks this module on another process
(`python -m casekit.grading.alone FOLDER`), with a plan as JSON on standard input, and finds the
two files in the folder.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from casekit.company.loading import read_company
from casekit.company.outcome_file import OUTCOME_FILE, TRUTH_FILE
from casekit.grading.files import write_files
from casekit.grading.later import Later, new_seed
from casekit.grading.opinions import opinions_of
from casekit.model import Plan
from casekit.world.draw import draw_company
from casekit.world.shipped import SHIPPED_SEED

#: Exit code where the company asked for is not the one that comes with the kit.
ANOTHER_COMPANY = 4


def main(folder: str, asked: str) -> int:
    """Make the files; the exit code says whether they are there."""
    wish: dict[str, Any] = json.loads(asked)
    root = Path(__file__).resolve().parents[3]
    case = read_company(root / "data")
    world = draw_company(SHIPPED_SEED, "A", shipped=True)
    seed = wish.get("luck")
    later = Later(world, case, new_seed() if seed is None else int(seed), opinions_of(root, case))
    if later.digest != wish["company"]:
        return ANOTHER_COMPANY
    months, truth = later.files(Plan.from_json(json.dumps(wish["plan"])))
    write_files({OUTCOME_FILE: months, TRUTH_FILE: truth}, Path(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.stdin.read()))
