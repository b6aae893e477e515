"""The verb `one-file --lite`: a folder with JupyterLite for any static host."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from casekit import __version__
from casekit.authoring.files import Files
from casekit.language import LOCALES, text
from casekit.onefile.bytecode import untar
from casekit.onefile.home import KIT, library_tree, site_packages
from casekit.onefile.laboratory import (
    extension_files,
    federated_settings,
    kernel_wheels,
    laboratory_files,
    lite_config,
)
from casekit.onefile.lock import Lock
from casekit.onefile.python import core_tree

__all__ = ["site_files"]

#: Where Python lies in the site.
_PYODIDE = "static/pyodide/"
#: Names that the kernel looks for before it starts, whatever they depend on.
_KERNEL_NEEDS = ("micropip", "piplite", "ipykernel", "comm", "pyodide-kernel", "jedi", "ipython")
#: Wheels that bring extensions of the laboratory.
_EXTENDING = ("anywidget", "jupyterlab-widgets", "jupyterlite-pyodide-kernel")
_MOMENT = (2026, 1, 1, 0, 0, 0)


def site_files(
    lock: Lock,
    content: Mapping[str, bytes],
    libraries: bytes,
    kits: Mapping[str, bytes],
    langs: Sequence[str],
) -> Files:
    """Every file of the site by path.

    Parameters
    ----------
    lock, content
        The browser's Python and JupyterLite, and their files by name.
    libraries
        The archive of libraries, as the one file holds it.
    kits
        The archive of a participant's kit by language.
    langs
        Languages; the laboratory speaks the first.
    """
    wheels = {file.name: content[file.file] for file in lock.parts("library", "laboratory")}
    extensions: Files = {}
    for name in _EXTENDING:
        extensions |= extension_files(wheels[name])
    files = laboratory_files(wheels["jupyterlite-core"])
    trees = {lang: untar(gzip.decompress(kits[lang])) for lang in langs}
    packages = {**_packages(lock, content, libraries), **_kernel_packages(extensions)}
    packages["casekit"] = _wheel("casekit", __version__, _package_tree(lock, trees[langs[0]]))
    files |= {_PYODIDE + name: each for name, each in core_tree(lock, content).items()}
    files |= {_PYODIDE + file: each for file, each in packages.values()}
    files[f"{_PYODIDE}pyodide-lock.json"] = _runtime_lock(lock, packages)
    files |= {f"extensions/{place}": each for place, each in extensions.items()}
    files |= _translations(wheels["jupyterlab-language-pack-ru-ru"])
    shown = {
        f"{lang}/{place.rsplit('/', 1)[1]}": each
        for lang in langs
        for place, each in trees[lang].items()
        if place.startswith(f"{KIT}/notebooks/{lang}/")
    }
    files |= {f"files/{place}": each for place, each in shown.items()}
    files |= dict(_listings(shown))
    files["jupyter-lite.json"] = lite_config(
        files["jupyter-lite.json"], extensions, _kernel_settings(lock, packages, langs[0]),
        _overrides(langs[0]),
    )  # fmt: skip
    files["build/schemas/all_federated.json"] = federated_settings(extensions)
    first = min(place for place in shown if place.startswith(f"{langs[0]}/"))
    files["index.html"] = _front(langs[0], first)
    return files


def _packages(lock: Lock, content: Mapping[str, bytes], libraries: bytes) -> dict[str, Any]:
    """Wheels of the libraries: file name and bytes by name; compiled where the archive is."""
    site = site_packages(lock.python)
    compiled = untar(gzip.decompress(libraries))
    found = {}
    for file in lock.parts("library"):
        own = library_tree([file], content, site)
        tree = {
            place.removeprefix(site): compiled[place]
            for plain in own
            for place in (plain, f"{plain}c")
            if place in compiled
        }
        found[file.name] = (file.file, _zipped(tree))
    for file in lock.parts("laboratory"):
        if file.name in ("jedi", "micropip", "parso"):
            found[file.name] = (file.file, content[file.file])
    return found


def _kernel_packages(extensions: Files) -> dict[str, tuple[str, bytes]]:
    return {
        file.split("-")[0].replace("_", "-"): (file, each)
        for file, each in kernel_wheels(extensions).items()
    }


def _package_tree(lock: Lock, kit: Files) -> Files:
    """The package with its company beside it, as a wheel unpacks them."""
    site = site_packages(lock.python)
    tree = {p.removeprefix(site): each for p, each in kit.items() if p.startswith(site)}
    data = f"{KIT}/data/"
    return tree | {
        f"casekit_data/{p.removeprefix(data)}": each
        for p, each in kit.items()
        if p.startswith(data)
    }


def _wheel(name: str, version: str, tree: Files) -> tuple[str, bytes]:
    info = f"{name}-{version}.dist-info"
    about = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
    kind = "Wheel-Version: 1.0\nGenerator: casekit\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    tree = {**tree, f"{info}/METADATA": about.encode(), f"{info}/WHEEL": kind.encode()}
    return f"{name}-{version}-py3-none-any.whl", _zipped(tree)


def _zipped(tree: Files) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bundle:
        for place, content in sorted(tree.items()):
            bundle.writestr(zipfile.ZipInfo(place, _MOMENT), content, zipfile.ZIP_DEFLATED, 9)
    return out.getvalue()


def _runtime_lock(lock: Lock, packages: Mapping[str, tuple[str, bytes]]) -> bytes:
    """Pyodide's list of what it may load; everything is loaded when a kernel starts."""
    listed = {
        name: {
            "name": name,
            "version": file.split("-")[1],
            "file_name": file,
            "sha256": hashlib.sha256(content).hexdigest(),
            "imports": [],
            "depends": [],
            "install_dir": "site",
            "package_type": "package",
            "unvendored_tests": False,
        }
        for name, (file, content) in sorted(packages.items())
    }
    return json.dumps({"info": lock.info, "packages": listed}, indent=1).encode()


def _kernel_settings(
    lock: Lock, packages: Mapping[str, tuple[str, bytes]], lang: str
) -> dict[str, Any]:
    missing = [name for name in _KERNEL_NEEDS if name not in packages]
    assert not missing, missing
    site = site_packages(lock.python)
    return {
        "pyodideUrl": f"./{_PYODIDE}pyodide.mjs",
        "disablePyPIFallback": True,
        "pipliteUrls": [],
        "loadPyodideOptions": {
            "packages": sorted(packages),
            "env": {
                "HOME": "/home/pyodide",
                "CASEKIT_DATA": f"/{site}casekit_data",
                "CASEKIT_LANG": lang,
                "CASEKIT_STATE": "/home/pyodide/casekit",
                "MPLBACKEND": "module://matplotlib_inline.backend_inline",
            },
        },
    }


def _overrides(lang: str) -> dict[str, Any]:
    locale = "default" if lang == "en" else LOCALES[lang]
    return {
        "@jupyterlab/translation-extension:plugin": {"locale": locale},
        "@jupyterlab/apputils-extension:notification": {
            "fetchNews": "false", "checkForUpdates": False,
        },
        "@jupyterlab/notebook-extension:tracker": {"windowingMode": "none"},
    }  # fmt: skip


def _translations(pack: bytes) -> Iterator[tuple[str, bytes]]:
    """The laboratory's languages, as its translation service tells them."""
    names = {"en": {"displayName": "English", "nativeName": "English"},
             "ru_RU": {"displayName": "Russian", "nativeName": "русский"}}  # fmt: skip
    told: dict[str, dict[str, Any]] = {"en": {}, "ru_RU": {}}
    with zipfile.ZipFile(io.BytesIO(pack)) as bundle:
        for place in sorted(bundle.namelist()):
            found = re.fullmatch(r".+/locale/ru_RU/LC_MESSAGES/([^/]+)\.json", place)
            if found:
                told["ru_RU"][found[1]] = json.loads(bundle.read(place))
    yield "api/translations/all.json", json.dumps({"data": names, "message": ""}).encode()
    for locale, data in told.items():
        content = json.dumps({"data": data, "message": ""}, ensure_ascii=False).encode()
        yield f"api/translations/{locale}.json", content


def _listings(shown: Files) -> Iterator[tuple[str, bytes]]:
    """What the contents service says of each folder."""
    # The file browser tells how old a file is.
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    folders = ["", *sorted({place.split("/")[0] for place in shown})]
    for folder in folders:
        if folder:
            inside = [_entry(p, "notebook", now, len(shown[p])) for p in sorted(shown)
                      if p.startswith(f"{folder}/")]  # fmt: skip
        else:
            inside = [_entry(each, "directory", now) for each in folders[1:]]
        told = {**_entry(folder, "directory", now), "format": "json", "content": inside}
        yield f"api/contents/{f'{folder}/' if folder else ''}all.json", json.dumps(told).encode()


def _entry(place: str, kind: str, time: str, size: int | None = None) -> dict[str, Any]:
    return {
        "name": place.rsplit("/", 1)[-1], "path": place, "type": kind, "size": size,
        "created": time, "last_modified": time, "content": None, "format": None,
        "mimetype": None, "writable": True, "hash": None, "hash_algorithm": None,
    }  # fmt: skip


def _front(lang: str, first: str) -> bytes:
    """The page that a bare address shows: it leads to the first notebook."""
    target = f"lab/index.html?path={first}"
    # The laboratory reads settings out of the page at the top, where it also finds the top.
    settings = '<script id="jupyter-config-data" type="application/json"'
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8">'
        f'<meta http-equiv="refresh" content="0; url={target}"><title>casekit</title>'
        f'{settings} data-jupyter-lite-root=".">{{}}</script></head>'
        f'<body><p><a href="{target}">{text("site-open", lang=lang)}</a></p></body></html>\n'
    ).encode()
