"""The package made known to its environment, without a tool that builds packages."""

from __future__ import annotations

import os
import shutil
import tomllib
from pathlib import Path
from typing import Any

from casekit.setup.places import HERE

__all__ = ["make_known"]


def make_known(site: Path) -> None:
    """Write where the package lies, and what its version, needs and entry points are read from.

    Parameters
    ----------
    site
        The environment's folder `site-packages`.
    """
    project = tomllib.loads((HERE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for old in site.glob("casekit-*.dist-info"):
        shutil.rmtree(old)
    # Windows reads .pth files in its own code page, where a Cyrillic path comes out garbled; a
    # relative one is plain ASCII, and the folder may be moved or renamed.
    source = os.path.relpath(HERE / "src", site).replace(os.sep, "/")
    info = f"casekit-{project['version']}.dist-info"
    files = {
        "_casekit.pth": source + "\n",
        f"{info}/METADATA": _metadata(project),
        f"{info}/entry_points.txt": _entry_points(project),
        f"{info}/INSTALLER": "start.py\n",
    }
    record = "".join(f"{name},,\n" for name in [*files, f"{info}/RECORD"])
    (site / info).mkdir()
    for name, content in {**files, f"{info}/RECORD": record}.items():
        (site / name).write_text(content, encoding="utf-8", newline="\n")


def _metadata(project: dict[str, Any]) -> str:
    lines = ["Metadata-Version: 2.1", "Name: casekit", f"Version: {project['version']}"]
    if "requires-python" in project:
        lines.append(f"Requires-Python: {project['requires-python']}")
    lines += [f"Requires-Dist: {wanted}" for wanted in project.get("dependencies", ())]
    for extra, wants in project.get("optional-dependencies", {}).items():
        lines.append(f"Provides-Extra: {extra}")
        for wanted in wants:
            name, _, marker = wanted.partition(";")
            condition = (
                f'({marker.strip()}) and extra == "{extra}"' if marker else f'extra == "{extra}"'
            )
            lines.append(f"Requires-Dist: {name.strip()}; {condition}")
    return "\n".join(lines) + "\n"


def _entry_points(project: dict[str, Any]) -> str:
    groups = {"console_scripts": project.get("scripts", {}), **project.get("entry-points", {})}
    return "\n".join(
        f"[{group}]\n" + "".join(f"{name} = {place}\n" for name, place in points.items())
        for group, points in groups.items()
        if points
    )
