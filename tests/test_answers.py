"""Author tests on a small stated sample, one company a family; benchmarks/answers.py does 80."""

from __future__ import annotations

from pathlib import Path

import matplotlib.pyplot as plt
import pytest

from casekit.authoring.rehearsal import rehearse
from casekit.questions import QUESTIONS, seal
from casekit.questions.key import read_key
from casekit.world import FAMILIES
from casekit.world.dataset import write_variant
from casekit.world.facts import company_with_facts

ROOT = Path(__file__).parents[1]


def test_the_key_knows_every_question_and_every_mistake_of_the_bank() -> None:
    answers = read_key(ROOT)
    assert list(answers) == [name for name, asked in QUESTIONS.items() if asked.sealed]
    for name, answer in answers.items():
        assert tuple(answer.mistakes) == QUESTIONS[name].mistakes


#: One company is sealed with hashes as slow as they are in use.
FULL_STRENGTH = min(FAMILIES)


@pytest.mark.parametrize(
    "family",
    [
        pytest.param(family, marks=[] if family == max(FAMILIES) else pytest.mark.slow)
        for family in FAMILIES
    ],
)
def test_checks_take_every_solution_and_explain_every_mistake(
    family: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if family != FULL_STRENGTH:
        monkeypatch.setattr(seal, "_ROUNDS", 10)
    folder = tmp_path / "company"
    write_variant(company_with_facts(41, family), folder)
    assert rehearse(ROOT, folder) == []
    plt.close("all")
