"""Texts and formats: every language has the same keys, and writes as its readers do."""

import re
from functools import cache
from pathlib import Path

import pytest
from fluent.runtime import FluentResource
from fluent.syntax import FluentSerializer, ast
from hypothesis import given
from hypothesis import strategies as st

from casekit import language
from casekit.errors import CasekitError, InvalidArgument
from casekit.language import LANGUAGES, keys, signed, texts, using

NBSP = "\u00a0"
PACKAGE = Path(language.__file__).parents[1]
ENGLISH = PACKAGE / "language" / "texts" / "en"


@pytest.mark.parametrize("other", LANGUAGES[1:])
def test_languages_have_the_same_keys_and_facts(other: str) -> None:
    first, second = keys(LANGUAGES[0]), keys(other)
    assert first.keys() == second.keys()
    assert {k: (f, second[k]) for k, f in first.items() if f != second[k]} == {}


@pytest.mark.parametrize("name", ["app", "board", "board_page", "deeds"])
def test_every_text_of_the_board_is_said_somewhere(name: str) -> None:
    python = "\n".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    module = "\n".join(
        path.read_text(encoding="utf-8") for path in (PACKAGE / "board/browser/src").rglob("*.js*")
    )
    texts = "\n".join(path.read_text(encoding="utf-8") for path in ENGLISH.glob("*.ftl"))
    whole = {*re.findall(r'"([a-z][\w-]*)"', python), *re.findall(r"\{ ([a-z][\w-]*) \}", texts)}
    begun = re.findall(r'f"([a-z][\w-]*-)\{', python)
    # The module leaves out what begins every key of its own.
    whole |= {f"panel-{key}" for key in re.findall(r'"([a-z][\w-]*)"', module)}
    begun += [f"panel-{key}" for key in re.findall(r"`([a-z][\w-]*-)\$\{", module)]
    said = re.findall(r"(?m)^([a-z][\w-]*) =", (ENGLISH / f"{name}.ftl").read_text("utf-8"))
    assert said
    # Where one decides, the form's own words stand in place of the board's.
    asked = [re.sub("^decides-", "panel-", key) for key in said]
    assert [key for key in asked if key not in whole and not key.startswith(tuple(begun))] == []


def test_every_text_of_the_one_file_page_is_said_somewhere() -> None:
    source = PACKAGE / "board" / "browser" / "src" / "path"
    program = "\n".join(path.read_text(encoding="utf-8") for path in source.rglob("*.js*"))
    whole = {f"path-{key}" for key in re.findall(r'"([a-z][\w-]*)"', program)}
    begun = tuple(f"path-{key}" for key in re.findall(r"`([a-z][\w-]*-)\$\{", program))
    said = [key for key in keys("en") if key.startswith("path-")]
    assert len(said) > 50
    assert [key for key in said if key not in whole and not key.startswith(begun)] == []
    asked = {f"path-{key}" for key in re.findall(r'\bsay\(\s*"([a-z][\w-]*)"', program)}
    assert asked - set(said) == set()


def test_what_the_room_refuses_has_words_and_no_words_are_idle() -> None:
    """Pages of the room are held by the module's own proofs (`words.test.js`)."""
    python = "\n".join(
        path.read_text(encoding="utf-8") for path in (PACKAGE / "room").rglob("*.py")
    )
    named = set(re.findall(r'"(room-[a-z][a-z-]*[a-z])"', python))
    assert named - keys("en").keys() == set()
    # What is looked for, and what a text lacks, is put into keys where it is asked.
    composed = {f"room-{which}-unknown" for which in ("team", "person")}
    composed |= {f"{key}-{what}" for key in named for what in ("long", "letters")}
    errors = (ENGLISH / "room_errors.ftl").read_text("utf-8")
    said = re.findall(r"(?m)^([a-z][\w-]*) =", errors)
    assert len(said) > 50
    assert [key for key in said if key not in named | composed] == []


def test_no_english_text_is_left_in_russian() -> None:
    same = [
        key
        for key, facts in keys("ru").items()
        if not facts
        and language.text(key, lang="ru") == language.text(key, lang="en")
        and any(letter.isalpha() for letter in language.text(key, lang="ru"))
    ]
    assert same in ([], ["doctor-python"])


def test_in_english_the_currency_stands_before_the_number() -> None:
    folder = Path(language.__file__).parent / "texts" / "en"
    lines = [line for file in folder.glob("*.ftl") for line in file.read_text("utf-8").splitlines()]
    assert [
        line for line in lines if re.search(r"\}\s?[km]?\s\{ \$currency \}(?!k|m|\{)", line)
    ] == []


@pytest.mark.parametrize(
    ("lang", "call", "written"),
    [
        ("ru", lambda: language.number(-1234567.891, 2), f"−1{NBSP}234{NBSP}567,89"),
        ("en", lambda: language.number(-1234567.891, 2), "−1,234,567.89"),
        ("en", lambda: language.number(-0.001), "0"),
        ("en", lambda: language.number(-1e300), "−1.0e+300"),
        ("ru", lambda: language.signed(3.04, 1), "+3,0"),
        ("ru", lambda: language.signed(-3.04, 1), "−3,0"),
        ("en", lambda: language.signed(0.04, 1), "0.0"),
        ("ru", lambda: language.percent(0.3841, 1), f"38,4{NBSP}%"),
        ("en", lambda: language.percent(0.3841), "38%"),
        ("ru", lambda: language.money(1_200_345), f"1{NBSP}200{NBSP}млн{NBSP}₽"),
        ("en", lambda: language.money(235.4), "₽235k"),
        ("en", lambda: language.money(-2350), "−₽2.35m"),
        ("en", lambda: language.signed_money(8320), "+₽8.32m"),
        ("ru", lambda: language.signed_money(-8320), f"−8,32{NBSP}млн{NBSP}₽"),
        ("en", lambda: language.signed_money(0.0), "₽0k"),
        ("ru", lambda: language.month("2026-06"), "июнь 2026"),
        ("en", lambda: language.month("2026-06"), "Jun 2026"),
        ("ru", lambda: language.date("2026-06-30"), "30 июня 2026\u202fг."),
        ("en", lambda: language.date("2026-06-30"), "30 June 2026"),
    ],
)
def test_formats(lang: str, call, written: str) -> None:
    with language.using(lang):
        assert call() == written


@given(st.integers(-10_000_000, 10_000_000), st.integers(0, 2), st.floats(-2e-14, 2e-14))
def test_numbers_read_alike_on_every_processor(halves: int, digits: int, noise: float) -> None:
    """Sums half-way between two numbers lie a hair above or below, as processors add."""
    value = (halves + 0.5) / 10**digits
    with using("en"):
        told = signed(value * (1 + noise), digits)
        assert told == signed(value, digits)
        assert not told.startswith(("\N{MINUS SIGN}0", "+0")) or any(c in told for c in "123456789")


@pytest.mark.parametrize(
    ("count", "words"), [(1, "1 такая строка"), (3, "3 такие строки"), (11, "11 таких строк")]
)
def test_russian_plurals(count: int, words: str) -> None:
    assert words in language.text("fault-more-rows", lang="ru", count=count)


def test_unknown_language_and_key_say_what_there_is() -> None:
    with pytest.raises(InvalidArgument, match="en, ru"):
        language.use("fr")
    with pytest.raises(InvalidArgument, match="no-such-key"):
        language.text("no-such-key")


def test_a_missing_fact_is_not_printed_as_a_gap() -> None:
    with pytest.raises(LookupError, match="fault-row"):
        language.text("fault-row", row="1")


@pytest.mark.parametrize("code", ["2026-13", "июнь", ""])
def test_unreadable_month(code: str) -> None:
    with pytest.raises(CasekitError, match="2026-06"):
        language.month(code)


def test_using_does_not_outlive_its_block_and_the_room_is_callable() -> None:
    language("ru")
    with language.using("en"):
        assert language.current() == "en"
    assert language.current() == "ru"


def test_environment_and_system_decide_when_nobody_chose(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CASEKIT_LANG", "ru")
    assert language.choose() == "ru"
    monkeypatch.delenv("CASEKIT_LANG")
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "ru_RU.UTF-8")
    assert language.choose() == "ru"
    monkeypatch.setenv("LANG", "eo.UTF-8")
    assert language.choose() == "en"


def test_a_fact_may_be_as_long_as_a_list_of_faults(lang: str) -> None:
    listing = "- { a fault }\n" * 5000
    assert listing in language.text("authoring-faults", count=5000, listing=listing)


def test_an_error_speaks_the_readers_language(lang: str) -> None:
    error = InvalidArgument("month-unreadable", found="x")
    assert str(error) == language.text("month-unreadable", lang=lang, found="x")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_message_cut_out_of_its_file_is_the_whole_message(lang: str) -> None:
    def parsed(source: str) -> dict[str, str]:
        body = FluentResource(source).body
        # Without the comments before it, which nobody says.
        return {
            each.id.name: serializer.serialize_entry(ast.Message(each.id, each.value))
            for each in body
            if isinstance(each, ast.Message)
        }

    serializer = FluentSerializer()
    whole = {key: said for source in texts._sources(lang) for key, said in parsed(source).items()}
    assert {k: parsed(entry)[k] for k, entry in texts._entries(lang).items()} == whole


def test_a_message_that_another_takes_in_is_parsed_with_it(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    request.addfinalizer(language.read_again)
    source = "inner = of { $n }\nouter = all { inner }\n"
    monkeypatch.setattr(texts, "_sources", cache(lambda _: (source,)))
    language.read_again()
    assert language.text("outer", lang="en", n="seven") == "all of seven"
    assert keys("en") == {"inner": {"n"}, "outer": {"n"}}
