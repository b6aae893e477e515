"""Files of a generated company: its tables with sealed answers, and what only instructors get."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from casekit.authoring.files import Files, write_files
from casekit.company import Case, load_case
from casekit.questions import Answer
from casekit.questions.key import known_answers, read_key
from casekit.questions.reveal import REVEALS_FILE, reveals
from casekit.questions.seal import SEALED_FILE, seal
from casekit.world.dataset import dataset
from casekit.world.facts import ProvenCompany

__all__ = ["answer_files", "company_files"]


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
        sealed = answer_files(read_key(root), load_case(folder))
    data = {f"data/{name}": content for name, content in files.data.items()}
    secret = {f"solutions/{name}": content for name, content in files.instructor.items()}
    return {**data, **{f"data/{name}": content for name, content in sealed.items()}}, secret


def answer_files(answers: Mapping[str, Answer], case: Case) -> Files:
    """Files of answers that participants get with a company: those sealed, those for a reveal.

    Parameters
    ----------
    answers
        The key.
    case
        The company.
    """
    known = known_answers(answers, case)
    return {
        SEALED_FILE: seal(known, salt=case.name),
        REVEALS_FILE: reveals(answers, known, case),
    }
