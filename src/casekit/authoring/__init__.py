"""From the one source of each notebook to what people open, and whatever else is built.

`solutions/NN_name.py` holds a notebook's texts in every language and its code once, answers
marked. `build_notebooks` makes of it, for each language, the participant's notebook without
answers and the solved one, run; or compares them with those that stand in the kit. `build_kit`
does the same for everything that comes from a source. Nothing that participants run needs this
room.
"""

from casekit.authoring.build import BuildReport, build_notebooks
from casekit.authoring.cells import TAGS
from casekit.authoring.faults import Fault
from casekit.authoring.kit import build_kit
from casekit.authoring.pack import write_pack
from casekit.authoring.source import Source, Step, find_sources, read_source

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
    "write_pack",
]
