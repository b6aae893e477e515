"""Files of a generated company: its tables with sealed answers, and what only instructors get."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from casekit.authoring.files import Files, write_files
from casekit.company import Case, load_case
from casekit.questions import Answer
from casekit.questions.key import known_answers, read_key
from casekit.questions.seal import SEALED_FILE, seal
from casekit.world.dataset import dataset
from casekit.world.facts import ProvenCompany

__all__ = ["company_files", "sealed_answers"]


def company_files(root: Path, proven: ProvenCompany) -> tuple[Files, Files]:
    """Files of a company below the kit's folder: the participants', and the instructor's.

    Parameters
    ----------
    root
        The kit's top folder, whose key is sealed.
    proven
        The company.
    """
    files = dataset(proven)
    # Some answers are about the reports as received, so the key needs a company on disk.
    with TemporaryDirectory(prefix="casekit-") as folder:
        write_files(Path(folder), files.data)
        sealed = sealed_answers(read_key(root), load_case(folder))
    data = {f"data/{name}": content for name, content in files.data.items()}
    secret = {f"solutions/{name}": content for name, content in files.instructor.items()}
    return {**data, f"data/{SEALED_FILE}": sealed}, secret


def sealed_answers(answers: Mapping[str, Answer], case: Case) -> bytes:
    """Content of the sealed file that participants get with a company.

    Parameters
    ----------
    answers
        The key.
    case
        The company.
    """
    return seal(known_answers(answers, case), salt=case.name)
