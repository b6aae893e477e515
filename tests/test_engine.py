"""The engine `casekit` beside papermill's own: the same notebooks, the same results."""

from __future__ import annotations

import contextlib
import os
import re
import socket
import sys
from pathlib import Path
from typing import Any

import nbformat
import papermill
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from casekit.grading.execution.worker_cache import run_environment
from casekit.grading.sandbox import forkserver_client
from casekit.grading.sandbox.limits import RunLimits
from casekit.grading.sandbox.supervisor import CellRecord, NotebookProcess

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="the built-in engine takes over here"),
    # The built-in engine's kernel talks over the loopback without encryption.
    pytest.mark.filterwarnings("ignore"),
]

ORDINARY = {
    "values": ["1 + 1", "'text'", "None", "import math\nmath.pi", "[1, 2, 3]"],
    "streams": ["print('out')", "import sys\nprint('err', file=sys.stderr)",
                "for n in range(3):\n    print(n, end=' ')"],
    "displays": ["from IPython.display import *\ndisplay(1, Markdown('*a*'))",
                 "print('gone')\nclear_output()\nprint('here')",
                 "handle = display('one', display_id=True)", "handle.update('two')"],
    "pictures": ["import matplotlib.pyplot as plt\nplt.plot([1, 2]);"],
    "frames": ["import pandas as pd\npd.DataFrame({'a': [1, 2]})"],
    "magics": ["%precision 2\n3.14159", "!echo hello", "%%bash\necho bash"],
    "asynchronous": ["import asyncio\nawait asyncio.sleep(0)\n'done'"],
    "names": ["def f(x):\n    return x * 2", "f(21)", "_", "In[1][:3]"],
    "raises, as said": ["1 / 0"],
}  # fmt: skip
ROOT = Path(__file__).parents[1]
#: Of these the quick set runs: values, and the one that draws.
QUICK = {"values"}


def notebook(cells: list[str], tags: dict[int, list[str]] | None = None) -> nbformat.NotebookNode:
    made = [new_markdown_cell("# Title"), *(new_code_cell(cell) for cell in cells)]
    for index, cell in enumerate(made[1:]):
        if (tags or {}).get(index):
            cell.metadata["tags"] = (tags or {})[index]
    spec = {"display_name": "Python 3", "language": "python", "name": "python3"}
    return new_notebook(cells=made, metadata={"kernelspec": spec})


def run(source: Any, engine: str | None, folder: Path, **wish: Any) -> nbformat.NotebookNode:
    path = folder / "in.ipynb"
    nbformat.write(source, path)
    out = folder / f"{engine}.ipynb"
    # The notebook is written before papermill raises.
    with contextlib.suppress(papermill.PapermillExecutionError):
        papermill.execute_notebook(
            path, out, engine_name=engine, progress_bar=False, cwd=folder, **wish
        )
    return nbformat.read(out, as_version=4)


def plain(done: nbformat.NotebookNode) -> list[Any]:
    """Cells without what differs between any two runs: times, addresses, names of widgets."""
    found = []
    for cell in done.cells:
        told = [dict(output) for output in cell.get("outputs", ())]
        for output in told:
            output.pop("traceback", None)
        text = re.sub(r"[0-9a-f]{32}|0x[0-9a-f]+", "#", repr(told))
        said = cell.metadata.get("papermill", {})
        state = said.get("status"), said.get("exception"), sorted(cell.metadata)
        found.append((cell.cell_type, cell.source, cell.get("execution_count"), text, *state))
    return found


@pytest.mark.parametrize(
    "name",
    [pytest.param(name, marks=[] if name in QUICK else pytest.mark.slow) for name in ORDINARY],
)
def test_the_same_outputs_and_metadata(name: str, tmp_path: Path) -> None:
    tags = {0: ["raises-exception"]} if name.startswith("raises") else None
    source = notebook(ORDINARY[name], tags)
    theirs, ours = (run(source, engine, tmp_path) for engine in (None, "casekit"))
    assert plain(ours) == plain(theirs)
    assert ours.metadata.language_info == theirs.metadata.language_info
    assert set(ours.metadata) == set(theirs.metadata)
    assert set(ours.metadata.papermill) == set(theirs.metadata.papermill)


@pytest.mark.slow
def test_of_a_widget_its_words_stay_and_no_state(tmp_path: Path) -> None:
    done = run(notebook(["import ipywidgets as w\nw.IntSlider(value=3)"]), "casekit", tmp_path)
    assert set(done.cells[-1].outputs[0].data) == {"text/plain"}
    assert "widgets" not in done.metadata


@pytest.mark.slow
def test_the_same_parameters(tmp_path: Path) -> None:
    source = notebook(["alpha = 1", "alpha * 2"], {0: ["parameters"]})
    theirs, ours = (
        run(source, engine, tmp_path, parameters={"alpha": 21}) for engine in (None, "casekit")
    )
    assert plain(ours) == plain(theirs)
    assert ours.cells[-1].outputs[0].data["text/plain"] == "42"


def test_it_goes_on_after_an_error_and_says_so(tmp_path: Path) -> None:
    path, out = tmp_path / "in.ipynb", tmp_path / "out.ipynb"
    nbformat.write(notebook(["1 / 0", "'later'"]), path)
    with pytest.raises(papermill.PapermillExecutionError, match="ZeroDivisionError"):
        papermill.execute_notebook(path, out, engine_name="casekit", progress_bar=False)
    done = nbformat.read(out, as_version=4)
    states = [c.metadata.papermill.status for c in done.cells if c.cell_type == "code"]
    assert states == ["failed", "completed"]
    assert done.cells[-1].outputs[0].data["text/plain"] == "'later'"


@pytest.mark.parametrize(
    ("cell", "states"),
    [
        ("import time\ntime.sleep(600)", ["timeout", "ok"]),
        pytest.param(
            "import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\nwhile True: pass",
            ["timeout", "not_run"], marks=pytest.mark.slow,
        ),
        pytest.param("import os\nos._exit(0)", ["killed", "not_run"], marks=pytest.mark.slow),
        pytest.param(
            "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)",
            ["killed", "not_run"], marks=pytest.mark.slow,
        ),
    ],
)  # fmt: skip
def test_no_cell_outlives_its_time_and_states_are_honest(
    cell: str, states: list[str], tmp_path: Path
) -> None:
    records: list[CellRecord] = []
    source = notebook([cell, "1"])
    done = run(source, "casekit", tmp_path, execution_timeout=2, records=records)
    assert [record.state for record in records[1:]] == states
    code = [c for c in done.cells if c.cell_type == "code" and c.source in (cell, "1")]
    assert code[0].metadata.papermill.status == "failed"
    assert code[1].metadata.papermill.status == ("completed" if states[1] == "ok" else "pending")


@pytest.mark.slow
def test_nothing_of_one_run_is_seen_in_the_next(tmp_path: Path) -> None:
    source = notebook(["import random, numpy\n(random.random(), numpy.random.rand())"])
    first, second = (run(source, "casekit", tmp_path) for _ in range(2))
    assert first.cells[1].outputs != second.cells[1].outputs


def test_plain_papermill_finds_the_engine(tmp_path: Path) -> None:
    import subprocess

    nbformat.write(notebook(["6 * 7"]), tmp_path / "in.ipynb")
    done = subprocess.run(
        [sys.executable, "-m", "papermill", "in.ipynb", "out.ipynb", "--engine", "casekit"],
        cwd=tmp_path, capture_output=True, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    out = nbformat.read(tmp_path / "out.ipynb", as_version=4)
    assert out.cells[1].outputs[0].data["text/plain"] == "42"


@pytest.mark.parametrize("ends", [True, False])
def test_a_server_of_a_company_that_does_not_end_is_killed(
    ends: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(forkserver_client, "_END_SECONDS", 0.05)
    ours, theirs = socket.socketpair()
    theirs.sendall(b'{"ready": true}\n')
    killed = []
    server = forkserver_client.CompanyServer(ours, lambda: killed.append(True))
    with theirs:
        if ends:
            theirs.close()
        server.close()
    assert killed == ([] if ends else [True])


ASKED_OF_A_COMPANY = """
import casekit as ck
from casekit.analysis import changes, pilots
from casekit.board.shared import shared_of
from casekit.model.calibration import hindcast, pressure

kept = (hindcast._hindcast, pressure._estimated, changes._found, pilots._played, shared_of)
before = [part.cache_info().misses for part in kept]
case = ck.load_case()
plan = ck.Plan({"all": {"conversion": +2, "admin": -2}})
ck.model.hindcast(case)
ck.model.estimate_pressure(case)
ck.model.indicators(case, plan)
ck.model.pilots_of_plan(case, plan)
ck.cockpit(case)
print(*(part.cache_info().misses - had for part, had in zip(kept, before)))
"""


@pytest.mark.slow
def test_what_all_ask_of_a_company_its_server_works_out_while_the_first_run_is_on() -> None:
    template = forkserver_client.ForkServer(run_environment())
    try:
        server = template.of_company(str(ROOT / "data"))
        worked_out = []
        for _ in range(2):
            process = NotebookProcess(server, RunLimits(), None, {}, "/")
            record, outputs = process.run_cell(ASKED_OF_A_COMPANY)
            assert record.state == "ok", outputs
            worked_out.append([int(count) for count in outputs[0].text.split()])
            process.close()
        server.close()
    finally:
        template.close()
    assert all(worked_out[0])
    assert not any(worked_out[1])
