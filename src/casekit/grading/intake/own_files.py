"""Own files of a submission that its notebooks may read: tables, texts and modules, in folders."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from pathlib import PurePosixPath

from casekit.errors import GradingError
from casekit.grading.intake.naming import suffix_of
from casekit.grading.intake.unpacking import OWN_BYTES, OWN_KINDS
from casekit.grading.notes import SubmissionNote

#: Bytes of all of them, so that they fit on the disk of a run.
_BYTES_IN_ALL = 24 * 2**20
#: Most files, and folders around one.
_MOST, _DEEPEST = 500, 8
#: The package itself, where somebody handed in the whole kit.
_PACKAGE = ("src", "casekit")


def own_files(files: Mapping[str, bytes]) -> tuple[dict[str, bytes], list[SubmissionNote]]:
    """Own files by place, and a note on those that were left out.

    Parameters
    ----------
    files
        All of a submission's files; of one name, what counts comes first.

    Raises
    ------
    GradingError
        If they are too large together.
    """
    found: dict[str, bytes] = {}
    left: list[str] = []
    for place, content in files.items():
        parts = PurePosixPath(place).parts
        if suffix_of(place) not in OWN_KINDS or _PACKAGE in pairwise(parts):
            continue
        if len(content) > OWN_BYTES or len(parts) > _DEEPEST or len(found) >= _MOST:
            left.append(place)
        else:
            found[place] = content
    if sum(map(len, found.values())) > _BYTES_IN_ALL:
        most = _BYTES_IN_ALL // 2**20
        raise GradingError("unreadable-large", found=", ".join(OWN_KINDS), most=most)
    return found, [SubmissionNote.about("own-files-left", left=left)] if left else []
