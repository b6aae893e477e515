"""The notebook that runs us: where it lies, and what its kernel is told when it starts.

Held small: a kernel imports this room before the first cell.
"""

from casekit.notebook.place import (
    RECORD_VARIABLE,
    beside,
    in_notebook,
    is_kit,
    notebook_file,
    reader_folder,
    recording,
    saves_itself,
    state_folder,
    unseen,
)

__all__ = [
    "RECORD_VARIABLE",
    "beside",
    "in_notebook",
    "is_kit",
    "notebook_file",
    "reader_folder",
    "recording",
    "saves_itself",
    "state_folder",
    "unseen",
]
