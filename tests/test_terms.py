"""One word for one thing, in every text that people read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from casekit import language
from casekit.company.schema import ACTIVITIES

ROOT = Path(__file__).parents[1]
TEXTS = ROOT / "src" / "casekit" / "language" / "texts"

#: What must not be read, by language, and the word that stands there instead.
BANNED = {
    "ru": {
        r"тетрад[а-я]*|ноутбук[а-я]*": "блокнот (компьютер — «компьютер»)",
        r"дашборд[а-я]*|кокпит[а-я]*": "панель",
        r"слайдер[а-я]*|ползун[а-я]*": "бегунок",
        r"ретенш[а-я]*": "удержание",
        r"экспанси[а-я]*": "расширение",
        r"конвертаци[а-я]*": "конверсия",
        r"бенчмарк[а-я]*": "эталон",
        r"торгпред[а-я]*|менеджер[а-я]* по продажам": "специалист",
        r"заказчик[а-я]*": "клиент",
        r"просто": "(слово лишнее)",
        r"вы|вас|вам|вами|ваш|ваша|ваше|ваши|вашего|вашей|вашу|вашим|вашему": "«Вы» с заглавной",
    },
    "en": {
        r"rubles?": "roubles",
        r"customers?": "client",
        r"dashboards?": "board",
        r"salesm[ae]n|salespeople|sales ?persons?": "specialist",
        r"simply|obviously": "(leave out)",
        r"retaining hours|acquisition hours": "retention hours, conversion hours",
    },
}
#: A quoted title of somebody else's may use its own words.
FOREIGN = re.compile(r"Is That Customer Worth Your Time\?")


def read(lang: str) -> Iterator[tuple[str, str]]:
    """Every text of a language, with its place."""
    for path in sorted((TEXTS / lang).glob("*.ftl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            # Keys and names of facts are no words of the text.
            words = re.sub(r"\{[^}]*\}", " ", line.partition(" = ")[2] or line)
            if not line.startswith("#"):
                yield path.name, words
    for path in sorted((ROOT / "solutions").glob("[0-9]*.py")):
        for cell in re.split(r"(?m)^(?=# %%)", path.read_text(encoding="utf-8")):
            if f'lang="{lang}"' in cell.split("\n")[0]:
                yield path.name, re.sub(r"`[^`]*`", " ", cell)
    for folder in (ROOT / "case" / "source", ROOT / "solutions" / "source"):
        for path in sorted(folder.glob(f"*.{lang}.md")):
            yield path.name, re.sub(r"\{\{.*?\}\}|`[^`]*`", " ", path.read_text(encoding="utf-8"))
    readme = {"en": "README.md", "ru": "README.ru.md"}[lang]
    yield readme, re.sub(r"(?s)```.*?```|`[^`]*`", " ", (ROOT / readme).read_text("utf-8"))


#: Where these speak of the board, quotes are around what stands on it.
#: Texts of pages that readers see: the board, the page of the one file, and the room.
PAGES = ("board_page", "path", "room")
ON_THE_BOARD = re.compile(r"05_what_if|teaching_note|guide|checklist")
#: What speaks of the board.
BOARD = {"en": r"\bboard\b|below the sliders", "ru": r"панел|под бегунками"}
QUOTED = {"en": r"“([^”]+)”", "ru": r"«([^»]+)»"}


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_what_is_quoted_from_the_board_stands_on_it(lang: str) -> None:
    pages = [(TEXTS / lang / f"{name}.ftl").read_text(encoding="utf-8") for name in PAGES]
    shown = {line.partition(" = ")[2] for page in pages for line in page.splitlines()}
    with language.using(lang):
        shown |= {language.text(f"activity-{name}") for name in ACTIVITIES}
    quoted = [
        (place, words)
        for place, text in read(lang)
        if ON_THE_BOARD.match(place)
        # A cell and a text are short; of a page each line is a paragraph.
        for part in (text.splitlines() if place.endswith(".md") else [text])
        if re.search(BOARD[lang], part)
        for words in re.findall(QUOTED[lang], part)
    ]
    assert len({words for place, words in quoted if place.startswith("05_")}) >= 5
    assert [each for each in quoted if each[1] not in shown] == []


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_one_word_for_one_thing(lang: str) -> None:
    found = [
        f"{place}: “{match[0]}”, say: {instead}"
        for place, words in read(lang)
        for pattern, instead in BANNED[lang].items()
        # Small letters only where a capital makes the difference.
        for match in re.finditer(
            rf"(?<![\w-])({pattern})(?![\w-])",
            FOREIGN.sub(" ", words),
            0 if "заглавной" in instead else re.IGNORECASE,
        )
    ]
    assert found == []


@pytest.mark.parametrize(
    ("lang", "word"), [("en", r"new clients?"), ("ru", r"нов(?:ый|ого|ому|ые|ых|ым|ом) клиент\w*")]
)
def test_nobody_is_a_new_client_but_where_the_word_is_argued_with(lang: str, word: str) -> None:
    """Only the story, its echo in 00 to 02 and 06, and the instructor's note speak of the word, and
    the memo's list of what to look for.
    """
    allowed = re.compile(r"^(case\.|teaching_note|checklist|teaching\.ftl|0[0126]_|asked\.ftl)")
    used = [place for place, words in read(lang) if re.search(word, words, re.IGNORECASE)]
    assert [place for place in used if not allowed.match(place)] == []


@pytest.mark.parametrize(("lang", "word"), [("en", "rouble"), ("ru", "блокнот")])
def test_the_words_looked_for_are_really_read(lang: str, word: str) -> None:
    assert any(word in words for _, words in read(lang))
