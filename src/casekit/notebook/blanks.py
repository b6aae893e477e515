"""Blanks in a given line: while `...` stands in it, the line gives `...` and nothing is computed.

A computed question gives its line but for one blank, `gap = gaps.loc[..., "hours"]`, and checks
`gap` below it. pandas would take the blank for something else or raise; an untouched notebook must
run to its end. So in cells that check an answer IPython is handed `gap = ...` instead.
"""

from __future__ import annotations

import ast
import sys
from typing import Any

__all__ = ["fill_blanks", "heed_blanks"]


class _Blanks(ast.NodeTransformer):
    """Lines that assign and hold a blank become `name = ...`, in cells that check an answer."""

    def visit_Module(self, node: ast.Module) -> ast.Module:
        checks = any(_called(each) == "check" for each in ast.walk(node))
        if checks:
            for statement in node.body:
                if isinstance(statement, ast.Assign) and _has_blank(statement.value):
                    statement.value = ast.copy_location(ast.Constant(...), statement.value)
        return node


def fill_blanks(tree: ast.Module) -> ast.Module:
    """A cell's code with `...` for each line that still holds a blank."""
    filled = _Blanks().visit(tree)
    assert isinstance(filled, ast.Module)
    return filled


def heed_blanks() -> None:
    """Have IPython heed blanks from the next cell on; outside IPython do nothing."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython is not None else None
    if shell is None or any(isinstance(each, _Blanks) for each in shell.ast_transformers):
        return
    shell.ast_transformers.append(_Blanks())


def _called(node: Any) -> str:
    func = node.func if isinstance(node, ast.Call) else None
    return getattr(func, "attr", getattr(func, "id", ""))


def _has_blank(value: ast.expr) -> bool:
    return any(isinstance(each, ast.Constant) and each.value is ... for each in ast.walk(value))
