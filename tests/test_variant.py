"""`casekit variant`: a whole company on disk, the same each time, its secrets apart."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from casekit.analysis.audit_reports import clean_reports, read_received
from casekit.cli import main
from casekit.company import load_case


def run(*words: str) -> int:
    with pytest.raises(SystemExit) as stop:
        main(list(words))
    return int(stop.value.code or 0)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.slow
@pytest.mark.parametrize("family", ["A", *(pytest.param(f, marks=pytest.mark.slow) for f in "BCD")])
def test_a_variant_is_sound_repeatable_and_its_reports_can_be_repaired(
    family: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("one", "two"):
        assert run("variant", "5", "--out", str(tmp_path / name), "--family", family) == 0
    assert contents(tmp_path / "one") == contents(tmp_path / "two")
    assert str(tmp_path / "one") in capsys.readouterr().out
    (tmp_path / "one" / "datapackage.json").unlink()  # nothing is known: all is validated
    case = load_case(tmp_path / "one")
    repaired = clean_reports(read_received(tmp_path / "one" / "received"), case)
    key = ["month", "rep_id", "account_id"]
    pd.testing.assert_frame_equal(
        repaired.sort_values(key, ignore_index=True),
        case.reports.sort_values(key, ignore_index=True),
        check_dtype=False,
    )
    secrets = {name for name in contents(tmp_path / "one") if name.startswith("instructor/")}
    assert secrets == {"instructor/defects.csv", "instructor/facts.csv"}
    facts = pd.read_csv(tmp_path / "one" / "instructor" / "facts.csv")
    assert (facts["margin"] >= 0).all()


@pytest.mark.parametrize(
    "words", [("x",), ("-1",), ("5", "--family", "E"), ("5", "--out", "{taken}"), ()]
)
def test_wrong_words(words: tuple[str, ...], tmp_path: Path, lang: str, capsys) -> None:
    taken = tmp_path / "taken"
    taken.mkdir()
    (taken / "mine.txt").write_text("precious", encoding="utf-8")
    words = tuple(word.format(taken=taken) for word in words)
    out = () if "--out" in words else ("--out", str(tmp_path / "new"))
    assert run("--lang", lang, "variant", *out, *words) == 2
    shown = capsys.readouterr()
    assert len(shown.err.strip().splitlines()) == 1
    assert contents(taken) == {"mine.txt": b"precious"}
    assert not (tmp_path / "new").exists()
