"""What looks copied is listed though it was disguised, and honest work is not."""

from __future__ import annotations

import ast
import json
import random
import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from casekit.grading.execution.jobs import SHIPPED
from casekit.grading.marks.code_shapes import Given, long_texts, own_shapes, shapes
from casekit.grading.marks.copies import WHOLE, Handed, Likeness, OwnWork, alike, copied, work_of
from casekit.grading.marks.marking import SubmissionResult
from casekit.grading.marks.same_answers import Free, free_answer, same_answers
from casekit.grading.marks.scoring import Answers, Mark
from casekit.grading.marks.similar import words_of
from casekit.language import LANGUAGES, has_text, using
from casekit.questions import QUESTIONS

ROOT = Path(__file__).parents[1]


def cells(folder: str, name: str = "[0-9]*") -> list[str]:
    """Code cells of the kit's notebooks."""
    found = []
    for path in sorted((ROOT / folder).glob(f"{name}.ipynb")):
        content = json.loads(path.read_text(encoding="utf-8"))["cells"]
        found += ["".join(cell["source"]) for cell in content if cell["cell_type"] == "code"]
    return found


class _Renamed(ast.NodeTransformer):
    """Every name of its author's own changed."""

    def __init__(self) -> None:
        self.names: dict[str, str] = {}

    def visit_Name(self, node: ast.Name) -> ast.Name:
        node.id = self.names.setdefault(node.id, f"mine_{len(self.names)}")
        return node


def disguised(sources: Iterable[str]) -> list[str]:
    """Code with other names, without comments, its cells joined by pairs and turned round."""
    names = _Renamed()
    renamed = [ast.unparse(names.visit(ast.parse(source))) for source in sources]
    joined = ["\n".join(renamed[at : at + 2]) for at in range(0, len(renamed), 2)]
    return joined[::-1]


def result(
    name: str, sources: Iterable[str], texts: dict[str, str] | None = None
) -> SubmissionResult:
    """A submission with these cells and these texts as answers."""
    entry = {"cells": list(sources)}
    answers = {SHIPPED: Answers(dict(texts or {}))}
    return SubmissionResult(name, "graded", "en", entry=entry, answers=answers)


@pytest.fixture(scope="module")
def handed() -> Handed:
    return Handed(ROOT)


def found_in(handed: Handed, *results: SubmissionResult) -> tuple[list[Likeness], list[Likeness]]:
    """What is as in the published solutions, and what is alike."""
    works = {each.name: work_of(each, handed) for each in results}
    return copied(works, handed.solved), alike(results, works, handed.solved)


def letter(lang: str = "en") -> str:
    """The published letter, as a text."""
    (source,) = [cell for cell in cells(f"solutions/{lang}", "04*") if "lag.letter" in cell]
    texts = [
        text for text in long_texts(source) if bool(re.search("[а-я]", text)) == (lang == "ru")
    ]
    return max(texts, key=len)


def test_names_cells_comments_and_wrapping_change_no_shape() -> None:
    plain = "gap = audit.loc['selling', 'hours'] - audit.loc['target', 'hours'].max()"
    ways = (
        "# mine\nx = a.loc['selling', 'hours'] - a.loc['target', 'hours'].max()  # so",
        "def f(a):\n    return a.loc['selling', 'hours'] - a.loc['target', 'hours'].max()",
        "if 1:\n  for _ in b:\n    f(a.loc['selling', 'hours'] - a.loc['target', 'hours'].max())",
    )
    for way in ways:
        assert shapes(plain) and shapes(plain) <= shapes(way), way
    for other in ("gap = audit.loc['travel', 'hours'] - audit.loc['target', 'hours'].max()",):
        assert not shapes(plain) <= shapes(other)


def test_plain_answers_and_texts_are_no_code() -> None:
    for cell in (
        "ck.ask('deals.cycle', 'open_left_out')",
        "x = [1, 'a b c', {'k': -2.5}]",
        "",
        "#",
    ):
        assert shapes(cell) == set(), cell


def test_a_blank_filled_in_is_nobodys_own() -> None:
    given = Given.of(['hours = table.loc[..., "hours"].sum() / len(table.index)', "own = ..."])
    filled = 'h = t.loc["selling", "hours"].sum() / len(t.index)'
    assert own_shapes([filled], given) == frozenset()
    # A line that is a blank as a whole tells nothing of what is to stand there.
    assert own_shapes(["own = " + filled.partition("= ")[2].replace("index", "columns")], given)


@pytest.mark.parametrize(
    "cell", ["%matplotlib inline\nx = 1", "x = (", "-" * 4000 + "1", "\0", "(" * 3000, "\ud800 = 1",
             'x = "\\d"', "x = " + "[" * 900 + "]" * 900]
)  # fmt: skip
def test_what_cannot_be_read_as_code_stops_nothing(cell: str) -> None:
    shapes(cell)
    long_texts(cell)
    words_of([cell])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_untouched_and_rightly_filled_notebooks_are_no_copies(handed: Handed, lang: str) -> None:
    untouched = cells(f"notebooks/{lang}")
    solved = cells(f"solutions/{lang}")
    by_check = {name: cell for cell in solved for name in re.findall(r'check\("([\w.]+)"', cell)}
    filled = []
    for cell in untouched:
        name = next(iter(re.findall(r'check\("([\w.]+)"', cell)), "")
        filled.append(by_check[name] if "..." in cell and name else cell)
    assert filled != untouched
    right = result("right", filled, {"lag.letter": "The table joins hours and margin of one month"})
    also = result("also right", disguised(filled))
    assert found_in(handed, result("untouched", untouched), right, also) == ([], [])


def test_a_solution_renamed_throughout_is_listed(handed: Handed) -> None:
    lines = [cell for cell in cells("solutions/en") if not long_texts(cell)]
    taken, pairs = found_in(handed, result("Dan", disguised(lines)))
    assert [(each.one, each.what) for each in taken] == [("Dan", "code")] and pairs == []
    assert taken[0].part > 0.9


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_published_letter_is_listed_though_words_and_figures_were_changed(
    handed: Handed, lang: str
) -> None:
    words = letter(lang).split()
    changed = [
        "other" if at % 9 == 0 else re.sub(r"\d", "7", word) for at, word in enumerate(words)
    ]
    as_answer = result("answers", [], {"lag.letter": " ".join(changed).upper()})
    # Half a cell is no Python: the journal keeps the beginning of a long one.
    in_code = result("in code", [f'mine = """{" ".join(words)}'])
    taken, pairs = found_in(handed, as_answer, in_code)
    assert {(each.one, each.what) for each in taken} == {
        ("answers", "lag.letter"), ("in code", "texts"),
    }  # fmt: skip
    # What both took from the solutions says nothing of one from the other.
    assert pairs == []


def test_letters_of_another_alphabet_hide_no_word() -> None:
    assert words_of(["сколько часов осталось"]) == words_of(["cкoлькo чаcoв, ocтaлocь 7"])
    assert words_of(["one two three"]) == words_of(["One\u200b  two - three"])


def test_texts_of_two_people_are_set_beside_each_other(handed: Handed) -> None:
    rng = random.Random(5)
    bag = [
        f"{a}{b}" for a in ("sel", "vis", "tra", "off", "mar") for b in ("ling", "it", "de", "er")
    ]
    own = {name: " ".join(rng.choice(bag) for _ in range(90)) for name in "abc"}
    own["c"] = " ".join(own["a"].split()[10:70] + own["b"].split()[:20])
    results = [result(name, [], {"decision.memo": words}) for name, words in own.items()]
    results.append(result("plan", [], {"plan.committed": {"plan": {}, "reason": own["b"]}}))  # type: ignore[dict-item]
    _, pairs = found_in(handed, *results)
    assert {(each.one, each.other, each.what) for each in pairs} == {
        ("a", "c", "decision.memo"),
        ("b", "plan", "decision.memo"),
        ("b", "plan", "plan.committed"),
    }


def test_own_code_of_two_people_is_set_beside_each_other(handed: Handed) -> None:
    own = [f"v{n} = table.loc['{n}', 'hours'].sum() / other.loc['{n}'].mean()" for n in range(8)]
    more = [f"w{n} = frame.query('a{n}').groupby('k{n}').sum().head({n})" for n in range(8)]
    results = [result("one", own), result("two", disguised(own)), result("three", more)]
    _, pairs = found_in(handed, *results)
    assert pairs == [Likeness("one", "two", "code", 1.0)]


def test_every_kind_of_likeness_has_words() -> None:
    for lang in LANGUAGES:
        with using(lang):
            assert all(has_text(f"alike-{what}") for what in WHOLE)


def _cohort(rng: random.Random, people: int) -> dict[str, dict[str, Free]]:
    """Answers of people of different strength, with mistakes that many make."""
    found: dict[str, dict[str, Free]] = {}
    for person in range(people):
        strength, given = rng.uniform(0.2, 0.95), {}
        for name, question in QUESTIONS.items():
            if question.kind == "text" or rng.random() < 0.05:
                continue
            right = question.sealed and rng.random() < strength
            if right:
                value: object = "the right one"
            elif question.kind == "choice":
                value = rng.choice(question.choices)
            else:
                value = rng.choice(
                    ["leading mistake"] * 5 + [round(rng.gauss(0, 3)) for _ in range(7)]
                )
            given[name] = free_answer(question, value, right)
        found[f"p{person:02d}"] = given
    return found


@pytest.mark.parametrize("people", [2, 5, 30])
def test_answers_alike_beyond_chance_are_told_from_common_mistakes(people: int) -> None:
    for seed in range(20):
        rng = random.Random(seed)
        answers = _cohort(rng, people)
        assert same_answers(answers) == [], seed
        # Of somebody who is right everywhere a copy cannot be told from right answers.
        victim = min(answers, key=lambda name: sum(each.right for each in answers[name].values()))
        first = dict(answers[victim])
        # A copy with three answers changed and a few left out.
        for name in rng.sample(sorted(first), 3):
            first[name] = free_answer(QUESTIONS[name], f"changed {seed}", False)
        for name in rng.sample(sorted(first), 3):
            del first[name]
        (pair,) = same_answers({**answers, "thief": first})
        assert (pair.one, pair.other) == (victim, "thief") and pair.same < pair.of, seed


def test_right_answers_alone_say_nothing() -> None:
    right = {
        name: free_answer(question, "right", question.sealed)
        for name, question in QUESTIONS.items()
        if question.sealed
    }
    assert same_answers({"one": right, "two": dict(right), "three": dict(right)}) == []


def test_answers_and_files_that_are_the_same_are_listed_once(handed: Handed) -> None:
    values = {
        name: f"odd {at}"
        for at, (name, question) in enumerate(QUESTIONS.items())
        if question.kind != "text"
    }
    marks = {name: Mark("incorrect", 0.0, 1.0, shipped="incorrect") for name in QUESTIONS}

    def entered(name: str, digest: str) -> SubmissionResult:
        entry = {"cells": [], "entered": {"digest": digest}}
        return SubmissionResult(
            name, "graded", "en", marks=marks, entry=entry, answers={SHIPPED: Answers(values)}
        )

    results = [entered("a", "f1"), entered("b", "f1"), entered("c", "f2"), entered("d", "")]
    works = {each.name: OwnWork() for each in results}
    found = alike(results, works, handed.solved)
    assert [(p.one, p.other, p.what) for p in found if p.what == "file"] == [("a", "b", "file")]
    assert len([p for p in found if p.what == "answers"]) in (0, 5)
    assert ("a", "b", "answers") not in [(p.one, p.other, p.what) for p in found]
