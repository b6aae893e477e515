"""Records of questions: one place for words, answer and mistakes; what is built from them."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pandas as pd
import pytest
from fluent.runtime import FluentBundle, FluentResource

from casekit.authoring.asked import questions
from casekit.authoring.notebooks import compose
from casekit.authoring.source import read_source
from casekit.company import Case
from casekit.errors import AuthoringError
from casekit.language import LANGUAGES, keys
from casekit.questions import QUESTIONS, Question, bank
from casekit.questions.key import read_key
from casekit.questions.records import RECORDS, read_chapters

ROOT = Path(__file__).parents[1]
NOTEBOOK = "03_what_the_hours_bring"

SOUND = """\
from casekit.questions.record import Words, mistake, question

from ..figures import reps


TOPICS = {"crew": Words(en="The crew", ru="Команда")}

QUESTIONS = (
    question(
        "crew.size",
        "number",
        points=2,
        criterion="measures",
        basis="computed",
        unit="count",
        tolerance=0.5,
        ask=Words(en="How many are we?", ru="Сколько нас?"),
        hints=(
            Words(en="Count the rows.", ru="Считайте строки."),
            Words(en="Like {this}: len(case.reps)", ru="Так: len({case}.reps)"),
        ),
        right=reps,
        mistakes={
            "doubled": mistake(lambda case: 2 * reps(case), en="Twice.", ru="Вдвое больше."),
            "none": mistake(0.0, en="[Nobody.]", ru="*Никого."),
        },
        why=Words(en="WHY_EN", ru="WHY_RU"),
    ),
    question(
        "crew.colour",
        "choice",
        points=1,
        criterion="risk",
        options={
            "red": Words(en="all red", ru="все красные"),
            "blue": Words(en="all blue", ru="все синие"),
            "grey": Words(en="all grey", ru="все серые"),
        },
        ask=Words(en="Which?", ru="Какие?"),
        hints=(Words(en="Look.", ru="Смотрите."), Words(en="Closer.", ru="Ближе.")),
        right="blue",
        mistakes={
            "red": mistake("red", en="Too warm.", ru="Слишком тёплые."),
            "grey": mistake("grey", en="Too dull.", ru="Слишком тусклые."),
        },
        why=Words(en="WHY_2_EN", ru="WHY_2_RU"),
    ),
)
"""
FIGURES = "def reps(case):\n    return len(case.reps)\n"


def kit(folder: Path, text: str = SOUND) -> Path:
    """A kit's folder with records of one notebook."""
    place = folder / RECORDS
    place.mkdir(parents=True)
    (folder / "solutions" / "figures.py").write_text(FIGURES, encoding="utf-8")
    (place / "09_crew.py").write_text(text, encoding="utf-8")
    return folder


def built(folder: Path, text: str = SOUND) -> dict[str, str]:
    """What is built, by name of the file; texts by language and name."""
    files = questions(kit(folder, text))
    return {"/".join(place.split("/")[-2:]): made.decode() for place, made in files.items()}


def test_the_public_part_tells_no_answer_and_no_mistake(tmp_path: Path) -> None:
    made = built(tmp_path)
    assert len(made) == 2 + 3 * len(LANGUAGES)
    assert [each["id"] for each in json.loads(made["questions/asked.json"])["09"]] == [
        "crew.size",
        "crew.colour",
    ]
    assert json.loads(made["questions/mistakes.json"])["crew.colour"] == {
        "mistakes": ["red", "grey"]
    }
    for name, content in made.items():
        assert ("WHY" in content) is ("whys." in name)
        assert "lambda" not in content and "right" not in content
        telling = ("doubled", "Too warm", "Слишком", '"mistakes"')
        assert any(word in content for word in telling) is ("mistakes." in name)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_words_arrive_as_they_were_written(tmp_path: Path, lang: str) -> None:
    made = built(tmp_path)
    bundle = FluentBundle([lang], use_isolating=False)
    for part in ("asked", "mistakes", "whys"):
        bundle.add_resource(FluentResource(made[f"{lang}/{part}.ftl"]))
    (chapter,) = read_chapters(tmp_path)
    texts = {f"topic-{topic}": words for topic, words in chapter.topics.items()}
    for record in chapter.records:
        texts |= record.shown | record.explained | record.reasons
    assert len(texts) == 1 + (1 + 2 + 2 + 1) + (1 + 3 + 2 + 2 + 1)
    for key, words in texts.items():
        told, faults = bundle.format_pattern(bundle.get_message(key).value)
        assert (told, faults) == (words[lang], [])


def test_an_answer_is_a_value_or_a_function_of_a_company(tmp_path: Path, tiny: Case) -> None:
    size, colour = read_chapters(kit(tmp_path))[0].records
    assert size.answer.right(tiny) == len(tiny.reps)
    assert {name: of(tiny) for name, of in size.answer.mistakes.items()} == {
        "doubled": 2 * len(tiny.reps),
        "none": 0.0,
    }
    assert colour.answer.right(tiny) == "blue"
    assert colour.question.choices == ("red", "blue", "grey")
    assert (size.question.mistakes, size.question.hints) == (("doubled", "none"), 2)


#: What stands in the sound record, what in its place, and the fault that must be named.
FAULTS: dict[str, tuple[str, str, str]] = {
    "no Russian": (', ru="Сколько нас?"', "", "asked-language"),
    "blank words": ('ru="Сколько нас?"', 'ru=" "', "asked-language"),
    "a topic without its language": (', ru="Команда"', "", "asked-language"),
    "a mistake without words": (', en="Twice.", ru="Вдвое больше."', "", "asked-language"),
    "a why in one language": (', ru="WHY_RU"', "", "asked-language"),
    "unknown language": ('ru="Сколько нас?"', 'ru="Сколько нас?", de="Wie?"', "language-unknown"),
    "unknown kind": ('"number"', '"essay"', "asked-field"),
    "unknown heading": ('"measures"', '"luck"', "asked-field"),
    "unknown unit": ('"count"', '"pounds"', "asked-field"),
    "no tolerance": ("        tolerance=0.5,\n", "", "asked-tolerance"),
    "a choice with a unit": ('"risk",', '"risk", unit="count",', "asked-unit"),
    "points below nought": ("points=2", "points=-2", "asked-points"),
    "a name in capitals": ('"crew.size"', '"crew.Size"', "asked-id"),
    "one name twice": ('"crew.colour"', '"crew.size"', "asked-twice"),
    "a topic that nothing names": ('"crew.size"', '"team.size"', "asked-topic"),
    "one hint": (', Words(en="Closer.", ru="Ближе.")', ",", "asked-hints"),
    "one mistake": (
        '            "none": mistake(0.0, en="[Nobody.]", ru="*Никого."),\n',
        "",
        "asked-mistakes",
    ),
    "no right answer": ('        right="blue",\n', "", "asked-right-missing"),
    "a text with a right answer": ('"choice"', '"text"', "asked-right-needless"),
    "a mistake that gives nothing": ('mistake("red", ', "mistake(", "gives-nothing"),
    "words for no choice": (
        '        criterion="risk",\n',
        '        criterion="risk",\n        choices=("red", "blue"),\n',
        "asked-option",
    ),
    "a choice of nothing": ("options={", "options={} and {", "asked-choices"),
    "points without a heading": ('        criterion="risk",\n', "", "asked-field"),
    "no why": ('        why=Words(en="WHY_2_EN", ru="WHY_2_RU"),\n', "", "asked-why"),
    "too many options to seal": (
        '"choice",\n        points=1,',
        '"several",\n        choices=tuple("abcdefgh"),\n        points=1,',
        "asked-many",
    ),
    "rows without a grid": (
        '        criterion="risk",\n',
        '        criterion="risk",\n        rows={"one": Words(en="One", ru="Один")},\n',
        "asked-rows",
    ),
    "a checklist of what is no text": (
        '        criterion="risk",\n',
        '        criterion="risk",\n        checklist=(Words(en="Short", ru="Кратко"),),\n',
        "asked-checklist",
    ),
    "a guess with points": (
        '        criterion="risk",\n',
        '        criterion="risk",\n        guess=True,\n',
        "asked-guess",
    ),
    "a mistake with the name of the right answer": (
        '"none": mistake(',
        '"right": mistake(',
        "asked-named-right",
    ),
    "one name for a mistake and a reading": (
        '        criterion="risk",\n',
        '        criterion="risk",\n        also={"red": mistake("red", en="Or.", ru="Или.")},\n',
        "asked-also-twice",
    ),
    "a number in a mistake": ('en="Twice."', 'en="48, not 24."', "asked-number"),
    "other facts in the other language": (
        'en="Twice."',
        'en="{ $currency } twice."',
        "asked-facts-differ",
    ),
    "a fact that nobody fills in": (
        'en="Twice.", ru="Вдвое больше."',
        'en="{ $colour } twice.", ru="{ $colour } вдвое."',
        "asked-fact",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_every_fault_of_a_record_is_named_with_its_question(
    name: str, tmp_path: Path, lang: str
) -> None:
    standing, instead, key = FAULTS[name]
    assert SOUND.count(standing) == 1
    with pytest.raises(AuthoringError) as caught:
        built(tmp_path, SOUND.replace(standing, instead))
    found = caught.value.facts["faults"]
    assert any(fault.key.endswith(key) for fault in found), [fault.key for fault in found]
    said = str(caught.value)
    assert f"{RECORDS}/09_crew.py" in said and "asked-" not in said


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(AuthoringError) as caught:
        built(tmp_path, SOUND.replace('"choice"', '"essay"').replace(', ru="Сколько нас?"', ""))
    assert {fault.key for fault in caught.value.facts["faults"]} >= {
        "asked-field",
        "asked-language",
    }


@pytest.mark.parametrize(
    ("standing", "instead", "word"),
    [
        ("points=2,", "point=2,", "point"),
        ('ask=Words(en="Which?", ru="Какие?")', 'ask="Which?"', "Words"),
        ('mistake("red", en="Too warm.", ru="Слишком тёплые.")', '"red"', "mistake("),
        ("points=2,", 'points="2",', "points"),
        ("right=reps,", "right=heads,", "heads"),
        ("points=2,", "points=2 2,", "SyntaxError"),
        ("import reps", "import heads", "heads"),
    ],
)
def test_a_slip_in_python_is_told_with_file_and_line(
    standing: str, instead: str, word: str, tmp_path: Path, lang: str
) -> None:
    with pytest.raises(AuthoringError) as caught:
        built(tmp_path, SOUND.replace(standing, instead))
    assert caught.value.key == "asked-unreadable"
    assert caught.value.facts["line"] > 0
    assert word in str(caught.value) and f"{RECORDS}/09_crew.py" in str(caught.value)


def test_a_file_without_questions_is_told(tmp_path: Path, lang: str) -> None:
    with pytest.raises(AuthoringError, match="QUESTIONS"):
        built(tmp_path, "QUESTIONS = ()\n")


def test_reading_leaves_nothing_behind(tmp_path: Path) -> None:
    before, writes = set(sys.modules), sys.dont_write_bytecode
    first = read_chapters(kit(tmp_path))
    (tmp_path / "solutions" / "figures.py").write_text(FIGURES.replace("len", "-len"), "utf-8")
    second = read_chapters(tmp_path)
    assert set(sys.modules) == before and sys.dont_write_bytecode is writes
    assert not list(tmp_path.rglob("__pycache__"))
    # Read anew, and not taken from the first reading.
    assert first[0].records[0].right is not second[0].records[0].right


def test_the_bank_is_what_the_records_say(monkeypatch: pytest.MonkeyPatch) -> None:
    records = [record for chapter in read_chapters(ROOT) for record in chapter.records]
    assert records
    assert [record.question for record in records] == [
        QUESTIONS[record.question.id] for record in records
    ]
    key = read_key(ROOT)
    for record in records:
        assert not record.question.sealed or record.question.id in key

    chapters = read_chapters(ROOT)

    def fewer() -> dict[str, list[Question]]:
        return {each.notebook: [each.records[0].question] for each in chapters}

    monkeypatch.setattr(bank, "_built", fewer)
    kept = dict(QUESTIONS)
    try:
        bank.read_again()
        # One bank for all who hold it.
        assert len(QUESTIONS) == len(kept) - len(records) + len(chapters)
    finally:
        monkeypatch.undo()
        bank.read_again()
    assert list(QUESTIONS) == list(kept)


@pytest.mark.parametrize("place", range(24))
def test_no_two_options_name_the_same_pair_wherever_the_leader_stands(
    place: int, tiny: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = read_key(ROOT)["people.sure"].right.__globals__
    adjusted = [float(number) for number in range(24)]
    adjusted.insert(0, adjusted.pop(place))
    table = pd.DataFrame({"adjusted": adjusted}, index=[f"R{one:02}" for one in range(24)])
    monkeypatch.setitem(record, "league", lambda _: table)
    pairs = record["pairs"](tiny)
    assert set(pairs) == set(QUESTIONS["people.sure"].choices) - {"none"}
    assert all(one != other for one, other in pairs.values())
    assert len({frozenset(pair) for pair in pairs.values()}) == len(pairs)


def test_every_message_about_records_is_one_that_can_be_said() -> None:
    rooms = (
        ROOT / "src/casekit/authoring/asked_faults.py",
        ROOT / "src/casekit/questions/records.py",
    )
    code = "".join(path.read_text(encoding="utf-8") for path in rooms)
    used = {f"asked-{key}" for key in re.findall(r'fault\(\s*"([a-z-]+)"', code)}
    used |= set(re.findall(r'"(asked-[a-z-]+)"', code))
    for lang in LANGUAGES:
        assert {key for key in keys(lang) if key.startswith("asked-")} - {"asked-place"} == used


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_reason_and_no_mistake_stands_in_a_participant_s_notebook(lang: str) -> None:
    shown = "\n".join(
        cell.source
        for path in sorted((ROOT / "solutions").glob("[0-9]*.py"))
        for cell in compose(read_source(path), lang, solution=False).cells
    )
    assert len(shown) > 10_000
    for chapter in read_chapters(ROOT):
        for record in chapter.records:
            for words in (record.explained | record.reasons).values():
                assert words[lang] not in shown
