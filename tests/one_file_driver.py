"""Runs notebooks in the Python of a one-file page; what they show lies in /mnt/shown.json."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from casekit.inpage import PageKernel

HOME = Path("/case/notebooks") / globals()["lang"]
shown: dict[str, list[list[dict[str, Any]]]] = {}
outputs: list[dict[str, Any]] = []


def post(told: str, _: object) -> None:
    """Keep outputs of the cell that runs."""
    message = json.loads(told)
    if message["kind"] == "output":
        outputs.append(message["output"])


kernel = PageKernel(post, str(HOME), globals()["lang"])
standing = set(HOME.iterdir())
for path in sorted(Path("/mnt/notebooks").glob("*.ipynb")):
    for left in set(HOME.iterdir()) - standing:
        left.unlink()
    shown[path.stem] = []
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] == "code":
            outputs.clear()
            await kernel.run(0, path.stem, "".join(cell["source"]))  # noqa: F704, PLE1142
            shown[path.stem].append(list(outputs))
Path("/mnt/shown.json").write_text(json.dumps(shown), encoding="utf-8")
