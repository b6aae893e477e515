"""Minutes that notebooks and pages state are counted from what the notebooks hold."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from casekit.authoring import read_source
from casekit.authoring.minutes import (
    COMPUTED,
    LONGER,
    PATH,
    PICTURE,
    QUESTION,
    STEP,
    minutes_figures,
    minutes_of_kit,
    minutes_of_notebook,
    path_minutes,
    reading_minutes,
    rounded_up,
)
from casekit.language import LANGUAGES
from casekit.questions import QUESTIONS
from casekit.questions.records import read_chapters

ROOT = Path(__file__).parents[1]
FOUND = minutes_of_kit(ROOT)
#: The path up to the decision takes no longer, and none of its notebooks.
MOST_PATH, MOST_NOTEBOOK = 230, 45
#: How the case text's minutes are said.
TWENTY = {"en": "twenty minutes", "ru": "двадцать минут"}


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def first_screen(number: str, lang: str) -> str:
    (path,) = (ROOT / "solutions").glob(f"{number}_*.py")
    return read_source(path).steps[0].texts[lang]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("number", FOUND)
def test_a_first_screen_states_the_minutes_that_are_counted(number: str, lang: str) -> None:
    (told,) = re.findall(r"(?m)^\*\*(\d+) (?:минут|minutes)\b", first_screen(number, lang))
    assert int(told) == FOUND[number].told


def test_the_path_takes_less_than_four_hours() -> None:
    path, _ = path_minutes(FOUND)
    assert path == sum(FOUND[number].told for number in PATH) <= MOST_PATH
    assert max(FOUND[number].told for number in PATH) <= MOST_NOTEBOOK


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pages_state_the_path_and_what_computing_adds(lang: str) -> None:
    path, computed = path_minutes(FOUND)
    hours, minutes = divmod(path, 60)
    readme = page({"en": "README.md", "ru": "README.ru.md"}[lang])
    shown = {
        "en": (f"{hours} h {minutes} min", f"{computed} minutes more"),
        "ru": (f"{hours} ч {minutes} мин", f"на {computed} минут больше"),
    }[lang]
    assert [each for each in shown if each not in readme] == []
    begin = page("solutions/00_start_here.py")
    said = {
        "en": (f"{hours} hours {minutes} minutes", f"{computed} minutes more"),
        "ru": (f"{hours} часа {minutes} минут", f"на {computed} минут больше"),
    }[lang]
    assert [each for each in said if each not in begin] == []


def test_the_instructors_texts_take_the_same_figures() -> None:
    path, computed = path_minutes(FOUND)
    told = minutes_figures(ROOT)
    assert 60 * int(told["path_hours"]) + int(told["path_minutes"]) == path
    assert int(told["computed"]) == computed
    assert {number: int(told[number]) for number in FOUND} == {
        number: each.told for number, each in FOUND.items()
    }


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_story_takes_twenty_minutes(lang: str) -> None:
    assert rounded_up(reading_minutes(page(f"case/{lang}/case.md"), lang)) == 20
    readme = page({"en": "README.md", "ru": "README.ru.md"}[lang])
    assert TWENTY[lang] in readme
    assert TWENTY[lang] in page(f"solutions/source/teaching_note.{lang}.md")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_number_of_computed_questions_is_said_where_they_begin(lang: str) -> None:
    words = {"en": {8: "Eight", 9: "Nine", 10: "Ten"}, "ru": {8: "Восемь", 9: "Девять"}}[lang]
    number = sum(question.basis == "computed" for question in QUESTIONS.values())
    for place in ({"en": "README.md", "ru": "README.ru.md"}[lang], "solutions/00_start_here.py"):
        asked = {"en": f"{words[number]} questions", "ru": f"{words[number]} вопросов"}[lang]
        assert asked in page(place), place
    assert path_minutes(FOUND)[1] == rounded_up(COMPUTED * number)


SOURCE = """# %% [markdown] lang="en"
# {en}
# %% [markdown] lang="ru"
# {ru}
# %% tags=["parameters"]
lang = "en"
data = None
# %%
{code}
"""


def counted(folder: Path, en: str = "", ru: str = "", code: str = "") -> tuple[float, float]:
    path = folder / "01_small.py"
    path.write_text(SOURCE.format(en=en or "a", ru=ru or "а", code=code or "1"), encoding="utf-8")
    records = {
        record.question.id: record for chapter in read_chapters(ROOT) for record in chapter.records
    }
    found = minutes_of_notebook(read_source(path), records)
    return found.judged, found.computed


def test_whoever_makes_a_notebook_longer_sees_it(tmp_path: Path) -> None:
    bare, none = counted(tmp_path)
    assert none == 0
    longer = "word " * 360
    assert counted(tmp_path, en=longer)[0] == pytest.approx(2.0)
    # Told is the language that takes longer.
    assert counted(tmp_path, en=longer, ru="слово " * 580)[0] == pytest.approx(4.0)
    pictures = "ck.show(ck.charts.plot_wallets(1), ck.charts.show_table(2))"
    assert counted(tmp_path, code=pictures)[0] - bare == pytest.approx(2 * PICTURE)
    asked = counted(tmp_path, code='ck.ask("company.slide")')[0] - bare
    assert QUESTION < asked < QUESTION + 2
    guess = 'ck.guess("company.guess_doors")\nck.guess("company.guess_doors", truth=1)'
    assert 0.5 < counted(tmp_path, code=guess)[0] - bare < 1
    assert counted(tmp_path, code='ck.ask("plan.committed")')[0] - bare > LONGER["plan.committed"]
    # A computed question is for those who compute, its words included.
    code = 'ck.check("company.cost_share", 1)\nck.hint("company.cost_share")'
    assert counted(tmp_path, code=code) == (bare, COMPUTED)


def test_minutes_are_told_in_whole_steps_upwards() -> None:
    assert [rounded_up(minutes) for minutes in (0.1, 5.0, 5.1, 44.9)] == [STEP, 5, 10, 45]
    assert set(LONGER) <= set(QUESTIONS)
