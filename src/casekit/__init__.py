"""casekit: a business case in notebooks, "Assessing the productivity of sales representatives".

About a dozen names; each loads what it needs when it is first used::

    import casekit as ck

    ck.language("en")
    case = ck.load_case()
    ck.analysis.time_audit(case)
    ck.check("hours.selling_share", 0.38)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from casekit.errors import CasekitError

if TYPE_CHECKING:
    from casekit import analysis, charts, language, model
    from casekit.board import cockpit, first_slider
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
    "charts",
    "check",
    "cockpit",
    "first_slider",
    "hand_in",
    "hint",
    "language",
    "load_case",
    "memo",
    "model",
    "progress",
]

#: Where each public name lives: a room of the package, or a name inside one.
_HOMES = {
    "Case": "casekit.company",
    "Plan": "casekit.model",
    "analysis": None,
    "charts": None,
    "check": "casekit.questions",
    "cockpit": "casekit.board",
    "first_slider": "casekit.board",
    "hand_in": "casekit.questions",
    "hint": "casekit.questions",
    "language": None,
    "load_case": "casekit.company",
    "memo": "casekit.handout",
    "model": None,
    "progress": "casekit.questions",
}


def _render(error: CasekitError) -> str:
    return str(import_module("casekit.language").render_error(error))


CasekitError.render = staticmethod(_render)


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
