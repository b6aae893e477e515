"""casekit: a business case in notebooks, "Assessing the productivity of sales representatives".

About a dozen names; each loads what it needs when it is first used::

    import casekit as ck

    ck.language("en")
    case = ck.load_case()
    ck.analysis.time_audit(case)
    ck.check("hours.selling_share", 0.38)
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

from casekit.errors import CasekitError

if TYPE_CHECKING:
    from casekit import analysis, charts, language, later, model
    from casekit.board import attainable, cockpit, commit, decide, first_slider, my_plan
    from casekit.cards import ask, guess, opinions
    from casekit.charts import show
    from casekit.company import Case, load_case
    from casekit.handout import memo
    from casekit.model import Plan
    from casekit.questions import check, hand_in, hint, progress

__version__ = "0.1.0"

__all__ = [
    "Case",
    "CasekitError",
    "Plan",
    "analysis",
    "ask",
    "attainable",
    "charts",
    "check",
    "cockpit",
    "commit",
    "decide",
    "first_slider",
    "guess",
    "hand_in",
    "hint",
    "language",
    "later",
    "load_case",
    "memo",
    "model",
    "my_plan",
    "opinions",
    "progress",
    "show",
]

#: Where each public name lives: a room of the package, or a name inside one.
_HOMES = {
    "Case": "casekit.company",
    "Plan": "casekit.model",
    "analysis": None,
    "ask": "casekit.cards",
    "attainable": "casekit.board",
    "charts": None,
    "check": "casekit.questions",
    "cockpit": "casekit.board",
    "commit": "casekit.board",
    "decide": "casekit.board",
    "first_slider": "casekit.board",
    "guess": "casekit.cards",
    "hand_in": "casekit.questions",
    "hint": "casekit.questions",
    "language": None,
    "later": None,
    "load_case": "casekit.company",
    "memo": "casekit.handout",
    "model": None,
    "my_plan": "casekit.board",
    "opinions": "casekit.cards",
    "progress": "casekit.questions",
    "show": "casekit.charts",
}


def _render(error: CasekitError) -> str:
    return str(import_module("casekit.language").render_error(error))


CasekitError.render = staticmethod(_render)

# A notebook's lines with blanks are heeded from the first cell after the import on.
if "IPython" in sys.modules:
    import_module("casekit.notebook.blanks").heed_blanks()


def __getattr__(name: str) -> Any:
    """Load a public name on first use, so that importing the package costs nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module 'casekit' has no attribute {name!r}")
    home = _HOMES[name]
    if home is None:
        return import_module(f"casekit.{name}")
    value = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
