"""Building: notebooks, data, texts and packs from their sources.

`solutions/NN_name.py` holds a notebook's texts in every language and its code once, answers
marked. `build_notebooks` makes of it, for each language, the participant's notebook without
answers and the solved one, run; or compares them with those that stand in the kit. `build_kit`
does the same for everything that comes from a source. Nothing that participants run needs this
room.
"""

from casekit.authoring.build import build_notebooks
from casekit.authoring.cells import TAGS
from casekit.authoring.exams import GUESSABLE_BELOW, list_file, read_companies, write_exam
from casekit.authoring.faults import SourceFault
from casekit.authoring.files import BuildReport
from casekit.authoring.kit import build_kit
from casekit.authoring.pack import write_pack
from casekit.authoring.source import Source, Step, find_sources, read_source

__all__ = [
    "GUESSABLE_BELOW",
    "TAGS",
    "BuildReport",
    "Source",
    "SourceFault",
    "Step",
    "build_kit",
    "build_notebooks",
    "find_sources",
    "list_file",
    "read_companies",
    "read_source",
    "write_exam",
    "write_pack",
]
