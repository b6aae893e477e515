"""The conda environment file, written from pyproject.toml."""

from __future__ import annotations

import re
import tomllib

__all__ = ["environment_yml"]

#: Packages with another name on conda-forge; matplotlib-base comes without a GUI toolkit.
_CONDA_NAMES = {"matplotlib": "matplotlib-base"}

#: Packages that pip installs, because conda-forge may not have them.
_FROM_PIP = {"fluent.runtime", "fluent.syntax"}

_HEAD = """\
# For users of conda; everybody else runs start.py. Written from pyproject.toml: change that file.
# In this folder:
#   conda env create -f environment.yml
#   conda activate casekit
#   python -m casekit lab
name: casekit
channels:
  - conda-forge
  - nodefaults
dependencies:
"""


def environment_yml(pyproject_text: str) -> str:
    r"""Text of environment.yml that brings what the package needs, and the package itself.

    Parameters
    ----------
    pyproject_text
        Content of pyproject.toml.

    Returns
    -------
    str
        A conda environment; the package is installed from the folder the file lies in.

    Raises
    ------
    ValueError
        If a dependency has an extra or a marker, which conda cannot express.

    Examples
    --------
    >>> text = environment_yml('''
    ... [project]
    ... name = "casekit"
    ... requires-python = ">=3.11"
    ... dependencies = ["matplotlib>=3.9", "fluent.runtime>=0.4"]
    ... ''')
    >>> print(text.partition("dependencies:")[2].strip())
    - python>=3.11
      - matplotlib-base>=3.9
      - pip
      - pip:
          - fluent.runtime>=0.4
          - -e .
    """
    project = tomllib.loads(pyproject_text)["project"]
    conda, pip = [], []
    # conda adds nothing on first use, so an instructor's libraries come at once.
    wanted = [
        *project["dependencies"],
        *project.get("optional-dependencies", {}).get("instructor", ()),
    ]
    for requirement in sorted(wanted):
        match = re.fullmatch(r"([\w.-]+)\s*([\w.,<>=!~* ]*)", requirement)
        if not match:
            raise ValueError(f"conda cannot express the dependency {requirement!r}")
        name, versions = match[1].lower(), match[2].replace(" ", "")
        if name in _FROM_PIP:
            pip.append(name + versions)
        else:
            conda.append(_CONDA_NAMES.get(name, name) + versions)
    conda = [f"python{project['requires-python']}", *conda]
    conda += [] if any(line.startswith("pip>") for line in conda) else ["pip"]
    lines = [f"  - {line}" for line in conda] + ["  - pip:"]
    lines += [f"      - {line}" for line in (*pip, "-e .")]
    return _HEAD + "\n".join(lines) + "\n"
