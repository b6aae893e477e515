"""The reader's workbook: whatever a spreadsheet does to it, nothing that was entered is lost."""

from __future__ import annotations

import csv
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from casekit.errors import InvalidArgument
from casekit.grading.files import as_csv, folder_name
from casekit.grading.marks.review import (
    Review,
    ReviewRow,
    assign,
    level_of,
    reading_id,
    told_by_id,
)
from casekit.grading.marks.review_file import (
    KEPT,
    REVIEW,
    REVIEW_LIST,
    is_shown,
    read_rows,
    write_review,
)
from casekit.language import LANGUAGES, using

LETTER, MEMO = "lag.letter", "decision.memo"
TEXTS = {
    LETTER: {"Анна_1": "Уважаемый, таблица верна; «но»", "=cmd": "+ one more line\nand a second"},
    MEMO: {"Анна_1": "Предлагаю, с 1 августа", "03": "Hours move\x07 in May", "1-2": "A pilot"},
}
NAMES = ["Анна_1", "=cmd", "03", "1-2"]
HEADS = ("submission", "question", "text", "level", "comment")


def review_of(out: Path, texts: dict[str, dict[str, str]] = TEXTS) -> Review:
    return assign(read_rows(out), NAMES, texts)


def fill(out: Path, sheet: int = 0, **by_name: tuple[Any, ...]) -> None:
    """Put entries into the last columns of rows, by a part of the row's name, as a person does."""
    book = load_workbook(out / REVIEW)
    for row in book.worksheets[sheet].iter_rows(min_row=2):
        for part, entered in by_name.items():
            if part in str(row[1].value):
                for cell, value in zip(row[-len(entered) :], entered, strict=True):
                    cell.value = value
    book.save(out / REVIEW)


def save(out: Path, rows: list[tuple[str, ...]], encoding: str = "utf-8", mark: str = ",") -> None:
    with (out / REVIEW_LIST).open("w", encoding=encoding, newline="") as stream:
        csv.writer(stream, delimiter=mark).writerows(rows)


def test_levels_come_back_from_a_workbook(tmp_path: Path, lang: str) -> None:
    write_review(tmp_path, TEXTS, Review())
    sheet = load_workbook(tmp_path / REVIEW).worksheets[0]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value} == {"s"}
    fill(tmp_path, Анна=(2, "Хорошо; но «мало»"), cmd=("1,0", "=sum"))
    review = review_of(tmp_path)
    assert review.texts["Анна_1"][LETTER].level == 2
    assert review.texts["Анна_1"][MEMO].comment == "Хорошо; но «мало»"
    assert review.texts["=cmd"][LETTER].level == 1
    assert review.texts["=cmd"][LETTER].comment == "=sum"
    for who, about in review.texts.items():
        assert all(entry.is_of(TEXTS[question][who]) for question, entry in about.items())
    # Written in the other language and read again, and again, it is the same.
    for other in (*LANGUAGES, lang):
        with using(other):
            write_review(tmp_path, TEXTS, review)
            assert review_of(tmp_path).texts == review.texts


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [("utf-8-sig", ","), ("utf-8", ";"), ("cp1251", ";"), ("utf-16", "\t"), ("cp1251", ",")],
)
def test_every_spreadsheet_may_save_a_list(encoding: str, mark: str, tmp_path: Path) -> None:
    write_review(tmp_path, TEXTS, Review())
    rows = [("Анна_1", LETTER, TEXTS[LETTER]["Анна_1"], "2", "Хорошо; но «мало»"),
            ("'=cmd", LETTER, "'+ one more line\nand a second", "1,0", "'=sum")]  # fmt: skip
    save(tmp_path, [HEADS, *rows], encoding, mark)
    review = review_of(tmp_path)
    assert review.texts["Анна_1"][LETTER].level == 2
    assert review.texts["=cmd"][LETTER].comment == "=sum" and not review.told
    write_review(tmp_path, TEXTS, review)
    # Taken into the workbook it is out of the way, and kept.
    assert not (tmp_path / REVIEW_LIST).exists()
    assert [path.suffix for path in (tmp_path / KEPT).iterdir() if path.stem.startswith("review_")]
    assert review_of(tmp_path).texts == review.texts


@pytest.mark.parametrize(("first", "end"), [("", "\r"), ("sep=;\r\n", "\r\n")])
def test_a_sheet_may_be_saved_as_a_list(first: str, end: str, tmp_path: Path, lang: str) -> None:
    write_review(tmp_path, TEXTS, Review())
    lines = list(load_workbook(tmp_path / REVIEW).worksheets[0].iter_rows(values_only=True))
    (tmp_path / REVIEW).unlink()
    rows = [[cell or "" for cell in line] for line in lines]
    for row in rows[1:]:
        # A name that came back as another; the id is what counts.
        row[1], row[4] = "01.Feb", "2"
    with (tmp_path / REVIEW_LIST).open("w", encoding="utf-8-sig", newline="") as stream:
        stream.write(first)
        writer = csv.writer(stream, delimiter=";", lineterminator=end, quoting=csv.QUOTE_ALL)
        writer.writerows(rows)
    review = review_of(tmp_path)
    assert {(who, q) for who, about in review.texts.items() for q in about} == {
        (who, question) for question, written in TEXTS.items() for who in written
    }
    assert {e.level for about in review.texts.values() for e in about.values()} == {2}


def test_names_that_a_spreadsheet_changed_are_known_by_their_texts(tmp_path: Path) -> None:
    rows = [("3", MEMO, TEXTS[MEMO]["03"], "2", "fine"),
            ("02.Jan", MEMO, TEXTS[MEMO]["1-2"], "1", ""),
            ("Анна_1", MEMO, TEXTS[MEMO]["Анна_1"], "3", ""),
            ("nobody", MEMO, "a text of nobody", "3", "")]  # fmt: skip
    save(tmp_path, [HEADS, *rows])
    review = review_of(tmp_path)
    assert {who: about[MEMO].level for who, about in review.texts.items()} == {
        "03": 2, "1-2": 1, "Анна_1": 3,
    }  # fmt: skip
    told = [(key, facts["who"]) for key, facts in review.told]
    assert told == [("review-by-text", "3"), ("review-by-text", "02.Jan"),
                    ("review-nobodys", "nobody")]  # fmt: skip
    # What is nobody's is kept, and told again.
    write_review(tmp_path, TEXTS, review)
    assert review_of(tmp_path).told == [review.told[-1]]


def test_a_name_changed_into_anothers_takes_nobodys_level(tmp_path: Path) -> None:
    texts = {MEMO: {"03": "of zero three", "3": "of three"}}
    rows = [("3", MEMO, "of zero three", "1", ""), ("3", MEMO, "of three", "3", "")]
    save(tmp_path, [HEADS, *rows])
    review = assign(read_rows(tmp_path), ["03", "3"], texts)
    assert {who: about[MEMO].level for who, about in review.texts.items()} == {"03": 1, "3": 3}


OPEN_QUOTES = (
    'Ann,{q},"A, a",2,"Good, see rubric\r\nBob,{q},"B, b",3,fine\r\nCid,{q},"C, c",1,weak\r\n',
    'Ann,{q},"A, a",2,"Good, see rubric\r\nBob,{q},B,3,fine\r\nCid,{q},C,1,weak\r\n',
    'Ann,{q},A,2,"Good\r\nBob,{q},B,3,"\r\nCid,{q},C,1,weak\r\n',
    'Ann,{q},A,2,"Good\r\nBob,{q},B,3,""fine""\r\nCid,{q},C,1,"\r\n',
    "Ann,{q},A,2,good\r\nBob,{q},B\r\n",
    "Ann,{q},A,2,good\r\nBob,{q},B,3,fine,and more\r\n",
    'Ann,{q},A,2,good\r\nBob,{q},B,3,"fine" they say\r\n',
)


@pytest.mark.parametrize("torn", OPEN_QUOTES)
def test_a_torn_list_is_refused_and_left_as_it_is(torn: str, tmp_path: Path, lang: str) -> None:
    content = ("submission,question,text,level,comment\r\n" + torn.format(q=MEMO)).encode()
    (tmp_path / REVIEW_LIST).write_bytes(content)
    with pytest.raises(InvalidArgument, match=REVIEW_LIST) as refused:
        read_rows(tmp_path)
    assert refused.value.key == "grade-review-torn" and 2 <= refused.value.facts["line"] <= 4
    assert (tmp_path / REVIEW_LIST).read_bytes() == content


def test_a_text_that_looks_like_rows_is_no_torn_list(tmp_path: Path) -> None:
    """Participants write texts: none may keep the others' levels from being read."""
    texts = {MEMO: {"03": f'x\n1-2,{MEMO},"y,3,\nz"', "1-2": f"\nAnn;{MEMO};'3\";2;"}}
    rows = [HEADS, *((who, MEMO, text, "2", "") for who, text in texts[MEMO].items())]
    (tmp_path / REVIEW_LIST).write_text(as_csv(rows), encoding="utf-8")
    review = assign(read_rows(tmp_path), NAMES, texts)
    assert {who: about[MEMO].level for who, about in review.texts.items()} == {"03": 2, "1-2": 2}


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 torn", b"no workbook at all", None])
def test_a_workbook_that_is_none_is_refused(
    content: bytes | None, tmp_path: Path, lang: str
) -> None:
    if content is None:
        write_review(tmp_path, TEXTS, Review())
        content = (tmp_path / REVIEW).read_bytes()[:-200]
    (tmp_path / REVIEW).write_bytes(content)
    with pytest.raises(InvalidArgument, match=REVIEW):
        read_rows(tmp_path)
    assert (tmp_path / REVIEW).read_bytes() == content


def test_files_without_the_table_are_refused(tmp_path: Path, lang: str) -> None:
    (tmp_path / REVIEW_LIST).write_text("name,mark\nAnna,3\n", encoding="utf-8")
    with pytest.raises(InvalidArgument, match="name, mark"):
        read_rows(tmp_path)
    (tmp_path / REVIEW_LIST).unlink()
    book = Workbook()
    book.active.append(["pupil", "mark"])
    book.save(tmp_path / REVIEW)
    with pytest.raises(InvalidArgument, match="pupil, mark"):
        read_rows(tmp_path)
    (tmp_path / REVIEW).rename(tmp_path / "review.ods")
    with pytest.raises(InvalidArgument, match=r"review\.ods"):
        read_rows(tmp_path)


def test_ids_are_no_numbers_months_or_words_of_a_spreadsheet() -> None:
    names = [str(n) for n in range(2000)] + ["Jan", "1E5", "TRUE", "Žofie", "Zofie"]
    ids = {reading_id(name) for name in names}
    assert len(ids) == len(names)
    assert not any(set(each) & set("0123456789aeiouy") for each in ids)
    # The same name in another normal form is the same person.
    assert reading_id("Z\u030cofie") == reading_id("\u017dofie")


def test_blind_reading_hides_names_and_loses_nothing(tmp_path: Path) -> None:
    write_review(tmp_path, TEXTS, Review(), {"03": 1.0}, blind=True)
    book = load_workbook(tmp_path / REVIEW)
    cells = [str(c.value) for sheet in book.worksheets for row in sheet.iter_rows() for c in row]
    assert not set(cells) & set(NAMES) and reading_id("03") in cells
    sheet = book.worksheets[0]
    for row in sheet.iter_rows(min_row=2):
        if row[0].value == reading_id("03"):
            row[-2].value = 3
    sheet.append(["a name of nobody", MEMO, "text", "1", "kept"])
    book.save(tmp_path / REVIEW)
    review = review_of(tmp_path)
    assert review.texts["03"][MEMO].level == 3
    for blind in (True, False, True):
        write_review(tmp_path, TEXTS, review, blind=blind)
        again = review_of(tmp_path)
        assert again.texts == review.texts and again.told[0][1]["entered"] == "1"


def test_a_blind_reader_is_told_of_rows_by_their_ids(tmp_path: Path) -> None:
    write_review(tmp_path, TEXTS, Review())
    fill(tmp_path, **{"03": ("good", "")})
    (told,) = told_by_id(review_of(tmp_path).told, NAMES)
    assert told == (
        "review-level-unclear",
        {"who": reading_id("03"), "question": MEMO, "entered": "good"},
    )


@pytest.mark.parametrize(
    ("entered", "level"),
    [("3", 3), ("2,0", 2), ("0", 0), ("mostly", 2), ("В основном", 2), ("3 – полностью", 3),
     ("1 - in part", 1), ("not there", 0), ("3 – mostly", None), ("4", None), ("-1", None),
     ("1.5", None), ("good", None), ("2 points", None), ("2024-01-02", None), ("½", None)],
)  # fmt: skip
def test_levels_are_numbers_or_words(entered: str, level: int | None, tmp_path: Path) -> None:
    assert level_of(entered) == level
    write_review(tmp_path, TEXTS, Review())
    fill(tmp_path, Анна=(entered, ""))
    review = review_of(tmp_path)
    assert ("review-level-unclear" in [key for key, _ in review.told]) == (level is None)
    write_review(tmp_path, TEXTS, review)
    assert review_of(tmp_path).texts["Анна_1"][LETTER].entered == entered


def test_what_was_entered_outlives_its_submission(tmp_path: Path) -> None:
    write_review(tmp_path, TEXTS, Review())
    fill(tmp_path, Анна=("3", ""), cmd=("", "ask"))
    before = review_of(tmp_path)
    gone = assign(read_rows(tmp_path), ["03"], {LETTER: {}, MEMO: {}})
    write_review(tmp_path, {LETTER: {}, MEMO: {}}, gone)
    # It comes back, with another text: the level is there, and is known to be of the old text.
    after = review_of(tmp_path, {LETTER: {"Анна_1": "Другое письмо"}, MEMO: {}})
    assert after.texts == before.texts
    assert not after.texts["Анна_1"][LETTER].is_of("Другое письмо")


def test_rows_may_be_moved_doubled_or_dropped() -> None:
    row = ReviewRow("texts", reading_id("03"), "", MEMO, "Hours", "2", "fine")
    blank = ReviewRow("texts", reading_id("03"), "", MEMO, "Hours")
    assert assign([row, blank], NAMES, TEXTS).texts["03"][MEMO].level == 2
    other = ReviewRow("texts", reading_id("03"), "", MEMO, "Hours", "1", "")
    review = assign([row, blank, other], NAMES, TEXTS)
    assert review.texts["03"][MEMO].level == 1
    assert review.told[0][0] == "review-two-rows"


def test_what_a_reader_entered_is_kept_whenever_it_is_written_anew(tmp_path: Path) -> None:
    write_review(tmp_path, TEXTS, Review())
    untouched = (tmp_path / REVIEW).read_bytes()
    write_review(tmp_path, TEXTS, review_of(tmp_path))
    assert (tmp_path / REVIEW).read_bytes() == untouched and not (tmp_path / KEPT).exists()
    fill(tmp_path, Анна=("3", "first"))
    saved = (tmp_path / REVIEW).read_bytes()
    for _ in range(3):
        write_review(tmp_path, TEXTS, review_of(tmp_path))
    assert [path.read_bytes() for path in (tmp_path / KEPT).iterdir()] == [saved]


def by_hand(out: Path, *rows: tuple[Any, ...]) -> Review:
    book = load_workbook(out / REVIEW)
    for place, row in enumerate(rows, 2):
        for column, value in enumerate(row, 1):
            book.worksheets[1].cell(place, column).value = value
    book.save(out / REVIEW)
    return review_of(out)


def test_marks_by_hand_need_points_that_can_be_and_a_reason(tmp_path: Path) -> None:
    write_review(tmp_path, TEXTS, Review())
    review = by_hand(
        tmp_path,
        (reading_id("03"), None, MEMO, 8.5, "the file was torn"),
        ("=cmd", None, LETTER, "1,5", "spoken"),
        ("1-2", None, MEMO, 100, "more than there are"),
        ("Анна_1", None, MEMO, 3, None),
        ("nobody", None, MEMO, 3, "why"),
        ("03", None, "no.question", 3, "why"),
        ("03", None, LETTER, "a few", "why"),
        ("03", None, "company.reply", 1, "nobody marks it"),
    )
    points = {(who, q): (each.points, each.reason)
              for who, about in review.overrides.items() for q, each in about.items()}  # fmt: skip
    assert points == {("03", MEMO): (8.5, "the file was torn"), ("=cmd", LETTER): (1.5, "spoken")}
    assert sorted(key for key, _ in review.told) == [
        "review-no-points", "review-no-question", "review-no-reason", "review-nobodys",
        "review-points-unclear", "review-points-unclear",
    ]  # fmt: skip
    for _ in range(2):
        write_review(tmp_path, TEXTS, review)
        again = review_of(tmp_path)
        assert again.overrides == review.overrides and len(again.told) == len(review.told)


def test_days_late_may_be_corrected(tmp_path: Path) -> None:
    write_review(tmp_path, TEXTS, Review(), {"03": 1.0, "1-2": 0.0, "Анна_1": 1.0})
    assert review_of(tmp_path).late == {"03": 1.0, "Анна_1": 1.0}
    fill(tmp_path, sheet=2, Анна=(0,), **{"1-2": (2.5,)})
    review = review_of(tmp_path)
    assert review.late == {"03": 1.0, "1-2": 2.5, "Анна_1": 0.0} and not review.told


def test_what_excel_adds_is_read_over_without_a_word(
    tmp_path: Path, recwarn: pytest.WarningsRecorder
) -> None:
    write_review(tmp_path, TEXTS, Review())
    fill(tmp_path, Анна=(3.0, None))
    # As Excel writes lists of choices from another sheet; openpyxl warns that it drops them.
    added = (
        b'<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x/></ext></extLst></worksheet>'
    )
    with zipfile.ZipFile(tmp_path / REVIEW) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = parts[sheet].replace(b"</worksheet>", added)
    with zipfile.ZipFile(tmp_path / REVIEW, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    warnings.simplefilter("always")
    load_workbook(tmp_path / REVIEW)
    assert recwarn.pop(UserWarning)
    assert review_of(tmp_path).texts["Анна_1"][LETTER].entered == "3"
    assert not recwarn.list


def test_a_workbook_that_a_program_holds_is_told(
    tmp_path: Path, lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_review(tmp_path, TEXTS, Review())
    replace: Callable[..., Path] = Path.replace

    def held(path: Path, target: Path) -> Path:
        if Path(target).name == REVIEW:
            raise PermissionError(13, "in use")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(InvalidArgument, match=REVIEW) as refused:
        write_review(tmp_path, {LETTER: {}, MEMO: {}}, Review())
    assert refused.value.key == "grade-review-open"


@pytest.mark.parametrize("lock", ["~$review.xlsx", ".~lock.review.xlsx#"])
def test_a_workbook_that_a_program_shows_is_known(lock: str, tmp_path: Path) -> None:
    write_review(tmp_path, TEXTS, Review())
    assert not is_shown(tmp_path)
    (tmp_path / lock).touch()
    assert is_shown(tmp_path)
    # The file beside it is none to be read.
    assert review_of(tmp_path).told == []


def test_a_text_longer_than_a_cell_is_still_the_one_that_was_read(tmp_path: Path) -> None:
    texts = {MEMO: {"03": "слово " * 8000, "1-2": "\ud83d half a letter \x01_x0041_"}}
    write_review(tmp_path, texts, Review())
    fill(tmp_path, **{"03": ("1", ""), "1-2": ("2", "")})
    review = review_of(tmp_path, texts)
    assert all(review.texts[who][MEMO].is_of(text) for who, text in texts[MEMO].items())


def test_no_name_ends_in_the_folder_of_another() -> None:
    names = ["A?B#", "A#B?", "A_B_", folder_name("A?B#"), "a" * 101, "a" * 102, "x.csv", "x.csv "]
    assert len({folder_name(name) for name in names}) == len(names)
