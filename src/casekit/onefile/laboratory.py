"""JupyterLite's own files: the laboratory without a server, its extensions, its settings."""

from __future__ import annotations

import io
import json
import re
import tarfile
import zipfile
from collections.abc import Iterable, Mapping
from typing import Any

from casekit.authoring.files import Files

__all__ = ["KERNEL", "extension_files", "kernel_wheels", "laboratory_files", "lite_config"]

#: The extension that runs Python in the browser.
KERNEL = "@jupyterlite/pyodide-kernel-extension"
_EXTENSIONS = re.compile(r"[^/]+\.data/data/share/jupyter/labextensions/(.+)")
_APP = re.compile(r"jupyterlite_core/jupyterlite-app-[\d.]+\.tgz")
#: Of the applications that JupyterLite brings, the laboratory; and what builds them.
_LEFT_OUT = re.compile(r".+\.map$|(repl|consoles|edit|tree|notebooks|doc)/|rspack")
_OWN_WHEELS = re.compile(rf"{re.escape(KERNEL)}/static/pypi/[^/]+\.whl")
#: A stand-in for widgets of the years before 2021.
_OLD = "widgetsnbextension-3."


def laboratory_files(core: bytes) -> Files:
    """The laboratory's pages and programs by path, out of the wheel `jupyterlite-core`."""
    with zipfile.ZipFile(io.BytesIO(core)) as bundle:
        place = next(name for name in bundle.namelist() if _APP.fullmatch(name))
        packed = bundle.read(place)
    files: Files = {}
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        for entry in archive:
            file = archive.extractfile(entry)
            place = entry.name.removeprefix("package/")
            if file is not None and not _LEFT_OUT.match(place):
                files[place] = file.read()
    return files


def extension_files(wheel: bytes) -> Files:
    """Extensions of the laboratory that a wheel brings, by path below `extensions`."""
    found: Files = {}
    with zipfile.ZipFile(io.BytesIO(wheel)) as bundle:
        for name in bundle.namelist():
            place = _EXTENSIONS.fullmatch(name)
            if place and not name.endswith((".map", "/")):
                found[place[1]] = bundle.read(name)
    return found


def kernel_wheels(extensions: Files) -> Files:
    """Wheels that the kernel's extension brings for its Python, by file name."""
    return {
        place.rsplit("/", 1)[1]: content
        for place, content in extensions.items()
        if _OWN_WHEELS.fullmatch(place) and _OLD not in place
    }


def lite_config(
    app: bytes, extensions: Files, kernel: Mapping[str, Any], overrides: Mapping[str, Any]
) -> bytes:
    """The site's `jupyter-lite.json`.

    Parameters
    ----------
    app
        As the laboratory brings it.
    extensions
        Files of all extensions.
    kernel
        Settings of the kernel's extension.
    overrides
        Settings of the laboratory that differ from its own, by plugin.
    """
    config = json.loads(app)
    told = config["jupyter-config-data"]
    told["appName"] = "casekit"
    told["federated_extensions"] = list(_federated(extensions))
    told["litePluginSettings"] = {f"{KERNEL}:kernel": dict(kernel)}
    told["settingsOverrides"] = dict(overrides)
    told["contentsAllJsonFile"] = "all.json"
    return (json.dumps(config, indent=1) + "\n").encode()


def federated_settings(extensions: Files) -> bytes:
    """Settings that extensions declare, as the laboratory reads them in one file."""
    found = []
    for name, about in _packages(extensions):
        schemas = f"{name}/schemas/"
        for place, content in sorted(extensions.items()):
            if place.startswith(schemas) and place.endswith(".json"):
                stem = place.rsplit("/", 1)[1].removesuffix(".json")
                found.append({
                    "id": f"{name}:{stem}", "raw": "{}", "schema": json.loads(content),
                    "settings": {}, "version": about["version"],
                })  # fmt: skip
    return json.dumps(found).encode()


def _federated(extensions: Files) -> Iterable[dict[str, Any]]:
    for name, about in _packages(extensions):
        yield {"name": name, **about["jupyterlab"]["_build"]}


def _packages(extensions: Files) -> Iterable[tuple[str, dict[str, Any]]]:
    """Each extension's name with its `package.json`."""
    for place, content in sorted(extensions.items()):
        if re.fullmatch(r"(@[^/]+/)?[^/]+/package\.json", place):
            about = json.loads(content)
            yield about["name"], about
