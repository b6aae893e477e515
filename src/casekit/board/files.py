"""A plan's files: JSON, workbook and page, written beside the notebook or given away."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from pathlib import Path

from casekit import language
from casekit.board.session import Session
from casekit.board.slow import Message

__all__ = ["TYPES", "files_message", "files_of", "write_files"]

#: Files of a plan with what they are to a browser.
TYPES = {
    "my_plan.json": "application/json",
    "my_plan.xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "my_plan.png": "image/png",
}


def files_of(session: Session) -> dict[str, bytes]:
    """Content of a plan's files by name, in the reader's language.

    The best plan is marked in them only where the board tells it.
    """
    # Here and not above: who serves the page draws nothing until somebody takes files along.
    from casekit.handout import plan_page, plan_sheet

    desk, marks = session.desk, session.commitment.open
    comparison, plan = desk.comparison, desk.plan
    with language.using(session.lang, comparison.currency):
        return {
            "my_plan.json": (plan.to_json() + "\n").encode(),
            "my_plan.xlsx": plan_sheet(comparison, plan),
            "my_plan.png": plan_page(comparison, plan, desk.scope, desk.phase, marks),
        }


def write_files(files: Mapping[str, bytes], folder: Path) -> list[Path]:
    """Write files into a folder; those of the same names are replaced.

    Raises
    ------
    OSError
        If one of them cannot be written.
    """
    written = []
    for name, content in files.items():
        path = folder / name
        path.write_bytes(content)
        written.append(path)
    return written


def files_message(files: Mapping[str, bytes], saved: bool) -> Message:
    """Files for the browser to take along, and whether they lie beside the notebook as well."""
    return {
        "kind": "files",
        "saved": saved,
        "files": [
            {"name": name, "type": TYPES[name], "base64": base64.b64encode(content).decode()}
            for name, content in files.items()
        ],
    }
