"""The reader's list: whatever a spreadsheet does to it, nothing that was entered is lost."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from casekit.errors import InvalidArgument
from casekit.grading.files import folder_name
from casekit.grading.marks.review import REVIEW, ReviewEntry, read_review, write_review

LETTER, MEMO = "lag.letter", "decision.memo"
TEXTS = {
    LETTER: {"Анна_1": "Уважаемый, таблица верна; «но»", "=cmd": "+ one more line\nand a second"},
    MEMO: {"Анна_1": "Предлагаю, с 1 августа"},
}


def rows(out: Path) -> list[dict[str, str]]:
    text = (out / REVIEW).read_text("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def entered(out: Path, **by_name: tuple[str, str]) -> list[dict[str, str]]:
    """Rows of the list with levels and comments put in, by a part of the name."""
    return [
        row | dict(zip(("level", "comment"), pair, strict=True))
        for row in rows(out)
        for pair in [next((p for n, p in by_name.items() if n in row["submission"]), ("", ""))]
    ]


def save(out: Path, table: list[dict[str, str]], encoding: str, separator: str) -> None:
    with (out / REVIEW).open("w", encoding=encoding, newline="") as stream:
        writer = csv.DictWriter(stream, list(table[0]), delimiter=separator)
        writer.writeheader()
        writer.writerows(table)


@pytest.mark.parametrize(
    ("encoding", "separator"),
    [("utf-8-sig", ","), ("utf-8", ";"), ("cp1251", ";"), ("utf-16", "\t"), ("cp1251", ",")],
)
def test_every_spreadsheet_may_save_it(encoding: str, separator: str, tmp_path: Path) -> None:
    write_review(tmp_path, TEXTS, {})
    save(tmp_path, entered(tmp_path, Анна=("2", "Хорошо; но «мало»"), cmd=("1,0", "=sum")),
         encoding, separator)  # fmt: skip
    reviews = read_review(tmp_path)
    assert reviews["Анна_1"][LETTER].level == 2
    assert reviews["Анна_1"][MEMO].comment == "Хорошо; но «мало»"
    assert reviews["=cmd"][LETTER] == ReviewEntry(1, "=sum", "1,0", reviews["=cmd"][LETTER].text)
    assert all(reviews[who][q].is_of(TEXTS[q][who]) for q in TEXTS for who in TEXTS[q])
    # Written and read again, and again, it is the same.
    for _ in range(2):
        write_review(tmp_path, TEXTS, reviews)
        assert read_review(tmp_path) == reviews


def test_what_was_entered_outlives_its_submission(tmp_path: Path) -> None:
    write_review(tmp_path, TEXTS, {})
    save(tmp_path, entered(tmp_path, Анна=("3", ""), cmd=("", "ask")), "utf-8", ",")
    before = read_review(tmp_path)
    write_review(tmp_path, {LETTER: {}, MEMO: {}}, before)
    assert read_review(tmp_path) == before
    # It comes back, with another text: the level is there, and is known to be of the old text.
    write_review(tmp_path, {LETTER: {"Анна_1": "Другое письмо"}, MEMO: {}}, before)
    after = read_review(tmp_path)
    assert after["Анна_1"][LETTER].level == 3
    assert not before["Анна_1"][LETTER].is_of("Другое письмо")


def test_rows_may_be_moved_doubled_or_dropped(tmp_path: Path) -> None:
    write_review(tmp_path, TEXTS, {})
    table = entered(tmp_path, Анна=("2", "fine"))
    blank = [row | {"level": "", "comment": ""} for row in table]
    save(tmp_path, [*table[::-1], *blank], "utf-8", ",")
    assert read_review(tmp_path)["Анна_1"][MEMO].level == 2
    save(tmp_path, table[:1], "utf-8", ",")
    write_review(tmp_path, TEXTS, read_review(tmp_path))
    assert len(rows(tmp_path)) == 3


@pytest.mark.parametrize("level", ["4", "-1", "1.5", "good", "2 points"])
def test_no_level_is_told_and_kept(level: str, tmp_path: Path) -> None:
    write_review(tmp_path, TEXTS, {})
    save(tmp_path, entered(tmp_path, Анна=(level, "")), "utf-8", ",")
    review = read_review(tmp_path)["Анна_1"][LETTER]
    assert review.level is None and review.unclear
    write_review(tmp_path, TEXTS, read_review(tmp_path))
    assert read_review(tmp_path)["Анна_1"][LETTER].entered == level


def test_a_list_that_is_none_is_not_written_over(tmp_path: Path, lang: str) -> None:
    (tmp_path / REVIEW).write_text("name,mark\nAnna,3\n", encoding="utf-8")
    with pytest.raises(InvalidArgument, match="name, mark"):
        read_review(tmp_path)
    assert "Anna,3" in (tmp_path / REVIEW).read_text("utf-8")


def test_no_name_ends_in_the_folder_of_another() -> None:
    names = ["A?B#", "A#B?", "A_B_", folder_name("A?B#"), "a" * 101, "a" * 102, "x.csv", "x.csv "]
    assert len({folder_name(name) for name in names}) == len(names)
