"""Author tests on a small stated sample, one company a family; benchmarks/answers.py does 80."""

from __future__ import annotations

from pathlib import Path
from statistics import mean

import matplotlib.pyplot as plt
import pytest

from casekit import language
from casekit.authoring.rehearsal import rehearse
from casekit.company import load_case
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


def test_neither_length_nor_place_tells_a_right_option(lang: str) -> None:
    case, answers = load_case(ROOT / "data"), read_key(ROOT)
    told: list[tuple[bool, bool, int]] = []
    lengths: list[tuple[float, float]] = []
    with language.using(lang):
        for name, question in QUESTIONS.items():
            # A verdict on an opinion is one of four fixed words.
            if name not in answers or name.startswith("opinions."):
                continue
            size = {code: len(language.text(key)) for code, key in question.word_keys.items()}
            if question.kind == "choice":
                right = str(answers[name].right(case))
                least, most = min(size.values()), max(size.values())
                told.append((size[right] == most, size[right] == least, len(size)))
            elif question.kind == "several":
                right = set(answers[name].right(case))
                others = [long for code, long in size.items() if code not in right]
                lengths.append((mean(size[code] for code in right), mean(others)))
    by_chance = sum(1 / count for *_, count in told)
    longest, shortest = (sum(each[place] for each in told) for place in (0, 1))
    assert len(told) > 10 and max(longest, shortest) <= 1.5 * by_chance
    right, wrong = map(mean, zip(*lengths, strict=True))
    assert len(lengths) > 10 and 0.85 < right / wrong < 1.15


#: One company is sealed with hashes as slow as they are in use.
FULL_STRENGTH = min(FAMILIES)


@pytest.mark.slow
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
