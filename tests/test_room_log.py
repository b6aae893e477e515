"""The room's file: what was acknowledged is there after a kill, and nothing that was not."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from casekit import language
from casekit.errors import WorkplaceError
from casekit.room.course.folding import fold
from casekit.room.course.log import Log, RoomDeed
from casekit.room.views.scripted import Scripted

#: Appends deeds for ever; says each number once it is on the disk.
WRITER = """
import sys
from pathlib import Path
from casekit.room.course.log import Log, RoomDeed

log = Log(Path(sys.argv[1]))
number = len(log.deeds())
while True:
    number += 1
    log.append([RoomDeed("p1", "vote", {"number": number}, number, f"d{number}")])
    print(number, flush=True)
"""


def vote(number: int, words: str = "") -> RoomDeed:
    return RoomDeed("p1", "vote", {"number": number, "words": words}, number, f"d{number}")


def refused(path: Path) -> str:
    """Key of the error that opening a file ends in, said in both languages."""
    with pytest.raises(WorkplaceError) as refusal:
        Log(path)
    for lang in language.LANGUAGES:
        with language.using(lang):
            assert str(path) in str(refusal.value)
    return refusal.value.key


def test_a_workshop_comes_back_from_its_file_as_it_was(tmp_path: Path) -> None:
    script = Scripted()
    for _ in script.moments():
        pass
    log = Log(tmp_path / "room.sqlite")
    log.append(script.deeds[:5])
    for deed in script.deeds[5:]:
        log.append([deed])
    log.close()
    again = Log(tmp_path / "room.sqlite")
    assert again.deeds() == script.deeds
    assert fold(again.deeds()) == script.affairs
    again.close()


def test_letters_of_every_kind_come_back(tmp_path: Path) -> None:
    log = Log(tmp_path / "room.sqlite")
    deed = vote(1, "Ёлка 🎄 'quoted' \x00 \ud800 <script>")
    log.append([deed])
    assert log.deeds() == [deed]
    log.close()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows has no such signal")
def test_whatever_was_acknowledged_outlives_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "room.sqlite"
    told = 0
    for stop in (1, 7, 40):
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True
        ) as writer:
            assert writer.stdout is not None
            for line in writer.stdout:
                told = int(line)
                if told % stop == 0:
                    writer.send_signal(signal.SIGKILL)
                    break
        log = Log(path)
        deeds = log.deeds()
        log.close()
        # What was being written when the kill came may be there too; never less than was told.
        assert len(deeds) >= told
        assert [deed.facts["number"] for deed in deeds] == list(range(1, len(deeds) + 1))


def test_a_second_server_is_refused_until_the_first_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "room.sqlite"
    first = Log(path)
    assert refused(path) == "room-file-open"
    first.append([vote(1)])
    first.close()
    second = Log(path)
    assert second.deeds() == [vote(1)]
    second.close()


def test_a_full_disk_takes_a_whole_batch_or_none_of_it(tmp_path: Path) -> None:
    log = Log(tmp_path / "room.sqlite")
    log.append([vote(1)])
    pages = log._base.execute("PRAGMA page_count").fetchone()[0]
    log._base.execute(f"PRAGMA max_page_count={pages + 2}")
    with pytest.raises(OSError, match="full"):
        log.append([vote(2), vote(3, "long " * 20_000), vote(4)])
    assert log.deeds() == [vote(1)]
    log._base.execute(f"PRAGMA max_page_count={pages + 1000}")
    log.append([vote(2)])
    assert log.deeds() == [vote(1), vote(2)]
    log.close()


def test_every_commit_is_waited_for_until_it_is_on_the_disk(tmp_path: Path) -> None:
    log = Log(tmp_path / "room.sqlite")
    full = 2
    assert log._base.execute("PRAGMA synchronous").fetchone()[0] == full
    assert log._base.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    log.close()


def test_files_of_others_are_refused_and_left_as_they_are(tmp_path: Path) -> None:
    other = tmp_path / "boards.sqlite"
    base = sqlite3.connect(other)
    base.execute("CREATE TABLE boards (link TEXT)")
    base.commit()
    base.close()
    text = tmp_path / "notes.txt"
    text.write_text("Not a database, though it is long enough to be taken for one. " * 40)
    for path in (other, text):
        before = path.read_bytes()
        assert refused(path) == "room-file-strange"
        assert path.read_bytes() == before
    assert refused(tmp_path) == "room-file-unusable"
    assert refused(text / "room.sqlite") == "room-file-unusable"


def test_a_file_of_a_newer_kit_and_one_with_a_gap_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "room.sqlite"
    log = Log(path)
    log.append([vote(1), vote(2), vote(3)])
    log.close()
    base = sqlite3.connect(path, isolation_level=None)
    base.execute("DELETE FROM deeds WHERE number = 2")
    base.close()
    gap = Log(path)
    with pytest.raises(WorkplaceError) as refusal:
        gap.deeds()
    gap.close()
    assert refusal.value.key == "room-file-gap"
    base = sqlite3.connect(path, isolation_level=None)
    base.execute("PRAGMA user_version=2")
    base.close()
    assert refused(path) == "room-file-newer"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_the_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    log = Log(tmp_path / "new" / "room.sqlite")
    log.append([vote(1)])
    modes = {path.stat().st_mode & 0o077 for path in (tmp_path / "new").iterdir()}
    assert modes == {0}
    log.close()
