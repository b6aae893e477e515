"""Runs notebooks as a one-file page does, in its Python or in any other; keeps what they show."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from casekit.inpage import PageKernel

#: Where the notebooks to run lie, and where what they showed is written.
FOLDER = Path(os.environ.get("DRIVEN", "/mnt"))
LANG = os.environ.get("CASEKIT_LANG", "en")
HOME = Path(os.environ.get("READERS", "/case")) / "notebooks" / LANG


async def main() -> None:
    """Run every cell, each notebook in a folder without answers of the others."""
    shown: dict[str, list[list[dict[str, Any]]]] = {}
    outputs: list[dict[str, Any]] = []

    def post(told: str, _: object) -> None:
        message = json.loads(told)
        if message["kind"] == "output":
            outputs.append(message["output"])

    kernel = PageKernel(post, str(HOME), LANG)
    standing = set(HOME.iterdir())
    for path in sorted((FOLDER / "run").glob("*.ipynb")):
        for left in set(HOME.iterdir()) - standing:
            left.unlink()
        shown[path.stem] = []
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            if cell["cell_type"] == "code":
                outputs.clear()
                await kernel.run(0, path.stem, "".join(cell["source"]))
                shown[path.stem].append(list(outputs))
    (FOLDER / "shown.json").write_text(json.dumps(shown), encoding="utf-8")
