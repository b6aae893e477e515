"""environment.yml for conda users, from the dependencies that pyproject.toml declares."""

from __future__ import annotations

import tomllib

#: Packages that conda-forge has under another name.
_CONDA_NAMES = {"jupyterlab-language-pack-ru-RU": "jupyterlab-language-pack-ru-ru"}

#: The tool that builds the package; conda users install it in place with pip.
_BASE = ("pip",)

_HEAD = """\
# Written from pyproject.toml by `casekit build environment`; do not edit by hand.
# conda env create -f environment.yml && conda activate casekit && casekit lab
name: casekit
channels:
  - conda-forge
  - nodefaults
dependencies:
"""

_TAIL = """\
  - pip:
      - -e .
"""


def environment_yml(pyproject_text: str) -> str:
    """Text of environment.yml.

    Parameters
    ----------
    pyproject_text
        Content of pyproject.toml; `requires-python` and `dependencies` are read.

    Examples
    --------
    >>> text = environment_yml(
    ...     '[project]\\nrequires-python = ">=3.11"\\ndependencies = ["pandas>=2.2"]'
    ... )
    >>> "  - pandas>=2.2" in text.splitlines()
    True
    """
    project = tomllib.loads(pyproject_text)["project"]
    lines = [f"python{project['requires-python']}", *_BASE]
    for wanted in project["dependencies"]:
        name = wanted.split(">=")[0]
        lines.append(_CONDA_NAMES.get(name, name) + wanted.removeprefix(name))
    return _HEAD + "".join(f"  - {line}\n" for line in lines) + _TAIL
