"""Solved notebooks to spoil: copies of the kit's own, and a small one of three checks."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from casekit.questions.checking import ANSWER_TYPE

__all__ = ["CHOICE", "NUMBER", "ROOT", "TYPED", "Solved"]

ROOT = Path(__file__).resolve().parents[2]

#: Questions of the small notebook: computed from the data, stated, and computed but typed.
NUMBER = "time.selling_gap"
CHOICE = "start.whose_client"
TYPED = "lag.along_deals"

_SET_UP = """import casekit as ck

ck.language(lang)
case = ck.load_case(data)"""

_NUMBER = f"""audit = ck.analysis.time_audit(case.reports, case.benchmarks)
gaps = ck.analysis.reference_gaps(audit)
selling_gap = -gaps.loc["selling", "gap_hours"]
ck.check("{NUMBER}", selling_gap)"""

_CHOICE = f"""whose_client = "competitor"
ck.check("{CHOICE}", whose_client)"""


@dataclass(frozen=True)
class Solved:
    """Where solved notebooks come from.

    Parameters
    ----------
    root
        The kit's top folder.
    """

    root: Path = ROOT

    def notebook(self, name: str, language: str = "en") -> NotebookNode:
        """Copy of a solved notebook of the kit, with its outputs."""
        return copy.deepcopy(_read(self.root / "solutions" / language / f"{name}.ipynb"))

    def small(self) -> NotebookNode:
        """A notebook with parameters, set-up and three checks, all right, without outputs.

        A number computed from the data, then a choice, then a number that is right on the
        shipped company and was typed in: see `NUMBER`, `CHOICE`, `TYPED`.
        """
        parameters = new_code_cell(
            'lang = "en"\ndata = None', metadata={"tags": ["parameters"]}, id="parameters"
        )
        cells = [
            new_markdown_cell("# Three answers", id="title"),
            parameters,
            new_code_cell(_SET_UP, id="set-up"),
            new_code_cell(_NUMBER, id="number"),
            new_code_cell(_CHOICE, id="choice"),
            new_code_cell(f'ck.check("{TYPED}", {self.shipped(TYPED):g})', id="typed"),
        ]
        spec = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
        return new_notebook(cells=cells, metadata={"kernelspec": spec})

    def shipped(self, question: str) -> float:
        """Answer to a question of notebook 01 or 04 on the shipped company, as recorded there."""
        for name in ("01_the_company", "04_when_the_money_comes"):
            for cell in _read(self.root / "solutions" / "en" / f"{name}.ipynb").cells:
                for output in cell.get("outputs", ()):
                    record = output.get("data", {}).get(ANSWER_TYPE, {})
                    if record.get("question") == question:
                        return float(record["answer"])
        raise LookupError(question)


@cache
def _read(path: Path) -> NotebookNode:
    return nbformat.read(path, as_version=4)
