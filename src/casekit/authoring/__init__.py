"""From the one source of each notebook to what people open, and whatever else is built.

`solutions/NN_name.py` holds a notebook's texts in every language and its code once, answers
marked. `build_notebooks` makes of it, for each language, the participant's notebook without
answers and the solved one, run; or compares them with those that stand in the kit. `build_kit`
does the same for everything that comes from a source. Nothing that participants run needs this
room.
"""

from typing import TYPE_CHECKING, Any

from casekit.authoring.build import BuildReport, build_notebooks
from casekit.authoring.cells import TAGS
from casekit.authoring.faults import Fault
from casekit.authoring.source import Source, Step, find_sources, read_source

if TYPE_CHECKING:
    from casekit.authoring.kit import build_kit

__all__ = [
    "TAGS",
    "BuildReport",
    "Fault",
    "Source",
    "Step",
    "build_kit",
    "build_notebooks",
    "find_sources",
    "read_source",
]


def __getattr__(name: str) -> Any:
    """Load `build_kit` on first use: it draws a company, which notebooks alone do not need."""
    if name == "build_kit":
        from casekit.authoring.kit import build_kit

        return build_kit
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
