"""Files of JSON lines: nothing that was cut short spoils what comes after it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from casekit.questions.json_lines import append_line, parse_lines


@pytest.mark.parametrize("ensure_ascii", [True, False])
def test_what_is_appended_is_read(ensure_ascii: bool, tmp_path: Path) -> None:
    path = tmp_path / "kept.jsonl"
    for number in range(3):
        append_line(path, {"n": number, "text": "слово\u2028"}, ensure_ascii, sync=True)
    assert [record["n"] for record in parse_lines(path.read_bytes())] == [0, 1, 2]
    assert path.read_bytes().isascii() == ensure_ascii


@pytest.mark.parametrize("torn", [b'{"n": 1, "te', b'{"n": 1}', b'"', b"\xff\xfe"])
def test_a_line_after_a_torn_one_is_whole(torn: bytes, tmp_path: Path) -> None:
    path = tmp_path / "kept.jsonl"
    path.write_bytes(b'{"n": 0}\n' + torn)
    append_line(path, {"n": 2})
    found = [record["n"] for record in parse_lines(path.read_bytes())]
    assert [number for number in found if number != 1] == [0, 2]


def test_what_is_no_object_is_skipped() -> None:
    deep = b"[" * 100_000
    assert list(parse_lines(b"\n".join([b"", b"5", b"[1]", b"null", deep, b'{"a": 1}\r']))) == [
        {"a": 1}
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_in_the_files_place_is_an_error_and_no_wait(tmp_path: Path) -> None:
    path = tmp_path / "kept.jsonl"
    os.mkfifo(path)
    with pytest.raises(OSError, match=r"kept\.jsonl"):
        append_line(path, {"n": 1})
