"""README is the participant's page: short, the same in both languages, and true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from casekit.authoring.pack import KIT_ONLY
from casekit.authoring.setup_figures import setup_figures

ROOT = Path(__file__).parents[1]
PAGES = {"en": ROOT / "README.md", "ru": ROOT / "README.ru.md"}
#: A calm reader takes in some 200 words a minute.
THREE_MINUTES = 600


def participants_part(lang: str) -> str:
    told, mark, _ = PAGES[lang].read_text(encoding="utf-8").partition(KIT_ONLY)
    assert mark
    return told


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_a_participant_reads_it_in_three_minutes(lang: str) -> None:
    assert len(re.findall(r"\w+", re.sub(r"\(\S+\)", "", participants_part(lang)))) <= THREE_MINUTES


def test_both_languages_have_the_same_headings_commands_and_links() -> None:
    def shape(lang: str) -> list[list[str]]:
        text = PAGES[lang].read_text(encoding="utf-8")
        code = re.findall(r"`([^`]*)`", re.sub(r"(?s)```.*?```", "", text))
        # What stands in quotes is the reader's own name.
        unnamed = [re.sub(r'"[^"]*"', '"NAME"', word) for word in code]
        plain = [
            re.sub(r"(?<![a-z])(en|ru)(?![a-z])", "LANG", word)
            for word in unnamed
            if word.isascii()
        ]
        found = re.findall(r"\]\(([^)]+)\)", text)
        links = [re.sub(r"/(en|ru)/", "/LANG/", link) for link in found]
        return [
            [re.match("#+", line)[0] for line in text.splitlines() if line.startswith("#")],
            sorted(plain),
            sorted(link for link in links if not link.startswith("README")),
        ]

    assert shape("en") == shape("ru")


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_every_link_leads_somewhere(lang: str) -> None:
    text = PAGES[lang].read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)]+)\)", text) if "://" not in link]
    assert len(links) >= 6
    assert [link for link in links if not (ROOT / link).is_file()] == []


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_the_oldest_python_is_the_one_that_the_set_up_takes(lang: str) -> None:
    named = re.findall(r"Python,? (3\.\d+)", participants_part(lang))
    assert named == [setup_figures()["oldest_python"]]


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_pages_for_it_and_instructors_are_the_same_in_both_languages(lang: str) -> None:
    other = {"en": "ru", "ru": "en"}[lang]
    for page in ("case/source/for_it.{}.md", "solutions/source/guide.{}.md"):
        mine, theirs = (
            (ROOT / page.format(each)).read_text(encoding="utf-8") for each in (lang, other)
        )
        shapes = r"^#+", r"{{ [\w.]+ }}", r"^\| ", r"^- ", r"^python3 [^#\n]*"
        for pattern in (f"(?m){shape}" for shape in shapes):
            found = [
                [re.sub(r"\s*(FOLDER|ПАПКА)\s*$", "", hit) for hit in re.findall(pattern, text)]
                for text in (mine, theirs)
            ]
            assert sorted(found[0]) == sorted(found[1]), (page, pattern)
