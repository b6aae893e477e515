"""Folders and archives: odd names, odd entries, traps for whoever unpacks them."""

from __future__ import annotations

import os
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from zoo.animal import CONFESSION, NOTHING_TOLD, OWN, SOUND, Animal, Expect, insert, points, save
from zoo.solved import CHOICE, NUMBER, ROOT, TYPED, Solved

__all__ = ["BUNDLES"]

UNREADABLE = Expect(status="unreadable", max_score=0.0)
_GOOD = Expect(states=SOUND)
_SMALL = points(NUMBER, CHOICE, TYPED)
_OWN_RIGHT = f'ck.check("{OWN}", case.accounts.status.value_counts().competitor)'
_OWN_WRONG = f'ck.check("{OWN}", 1)'

Files = Mapping[str, bytes]


def _bytes(notebook: NotebookNode) -> bytes:
    return str(nbformat.v4.writes(notebook)).encode()


def _small(solved: Solved, source: str = "") -> bytes:
    return _bytes(insert(solved.small(), source) if source else solved.small())


def _folder(
    name: str, files: Callable[[Solved], Files], expect: Expect = _GOOD, links: Files | None = None
) -> Animal:
    """An animal that is a folder of these files, and of links to these places."""

    def write(folder: Path, solved: Solved) -> None:
        top = folder / name
        top.mkdir()
        for inner, content in files(solved).items():
            (top / inner).parent.mkdir(parents=True, exist_ok=True)
            (top / inner).write_bytes(content)
        for inner, target in (links or {}).items():
            (top / inner).parent.mkdir(parents=True, exist_ok=True)
            (top / inner).symlink_to(target.decode())

    return Animal(name, write, expect)


def _zip(name: str, files: Callable[[Solved], Files], expect: Expect = _GOOD) -> Animal:
    """An animal that is an archive with these entries, under these very names."""

    def write(folder: Path, solved: Solved) -> None:
        (folder / f"{name}.zip").write_bytes(_packed(files(solved)))

    return Animal(name, write, expect)


def _packed(files: Files) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as bundle:
        for inner, content in files.items():
            bundle.writestr(zipfile.ZipInfo(inner), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _archive(name: str, make: Callable[[Solved], bytes], expect: Expect) -> Animal:
    """An animal that is an archive of these bytes."""

    def write(folder: Path, solved: Solved) -> None:
        (folder / f"{name}.zip").write_bytes(make(solved))

    return Animal(name, write, expect)


def _encrypted(solved: Solved) -> bytes:
    """An archive whose entries say that they want a password."""
    content = bytearray(_packed({"01.ipynb": _small(solved)}))
    for mark, flags in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        content[content.index(mark) + flags] |= 1
    return bytes(content)


def _linked(solved: Solved) -> bytes:
    """An archive with links to the key and to a solved notebook among its entries."""
    buffer = BytesIO()
    source = _READ_NOTES.format(name="notes.csv")
    with zipfile.ZipFile(buffer, "w") as bundle:
        bundle.writestr("01.ipynb", _small(solved, source))
        for inner, target in (
            ("notes.csv", ROOT / "solutions" / "figures.py"),
            ("02.ipynb", ROOT / "solutions" / "en" / "02_where_the_hours_go.ipynb"),
        ):
            info = zipfile.ZipInfo(inner)
            info.create_system = 3
            info.external_attr = (stat.S_IFLNK | 0o777) << 16
            bundle.writestr(info, str(target))
    return buffer.getvalue()


def _bomb(solved: Solved) -> bytes:
    """A megabyte that unpacks to a gigabyte: one block of blanks, repeated."""
    block, blocks = b" " * 2**20, 1024
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    data = packed * blocks + packer.flush()
    check = 0
    for _ in range(blocks):
        check = zlib.crc32(block, check)
    inner, size = b"01.ipynb", len(block) * blocks
    common = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 33, check, len(data), size, len(inner), 0)
    local = b"PK\3\4" + common + inner + data
    where = struct.pack("<HHHII", 0, 0, 0, 0, 0)
    central = b"PK\1\2" + struct.pack("<H", 20) + common + where + inner
    end = b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(central), len(local), 0)
    return local + central + end


def _deep(solved: Solved) -> bytes:
    content = _packed({"01.ipynb": _small(solved)})
    for depth in range(30):
        content = _packed({f"{depth}.zip": content})
    return content


def _twins(solved: Solved) -> bytes:
    """An archive with two entries of one name; the last is what most programs unpack."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as bundle:
        for content in (_small(solved, _OWN_WRONG), _small(solved, _OWN_RIGHT)):
            info = zipfile.ZipInfo("01.ipynb" if bundle.namelist() else "0x.ipynb")
            bundle.writestr(info, content)
    return buffer.getvalue().replace(b"0x.ipynb", b"01.ipynb")


def _cp866(solved: Solved) -> bytes:
    """An archive with Russian names as Windows packs them: without a word on their encoding."""
    name = "Задание 1.ipynb".encode("cp866")
    held = "x" * len(name)
    return _packed({held: _small(solved)}).replace(held.encode(), name)


def _many(solved: Solved) -> Files:
    return {f"{number:03}.ipynb": _small(solved) for number in range(300)}


def _special(name: str, make: Callable[[Path], None], expect: Expect = UNREADABLE) -> Animal:
    """An animal that is a folder whose one notebook is no ordinary file."""

    def write(folder: Path, solved: Solved) -> None:
        (folder / name).mkdir()
        make(folder / name / "01.ipynb")

    return Animal(name, write, expect)


def _read_only(folder: Path, solved: Solved) -> None:
    top = folder / "lies_in_a_read_only_folder"
    save(solved.small(), top / "01.ipynb")
    (top / "01.ipynb").chmod(0o444)
    top.chmod(0o555)


#: Reads what should not be there, and confesses with it.
_READ_NOTES = f"""
try:
    found = open("{{name}}", encoding="utf-8", errors="replace").read(300)
    ck.check("{CONFESSION}", found)
except OSError:
    pass
"""

_QUIET = Expect(states={**SOUND, CONFESSION: NOTHING_TOLD}, max_score=_SMALL)

_LYING_CASEKIT = f"""
class Verdict:
    state = "correct"
def check(*_): return Verdict()
def load_case(*_): raise SystemExit("{CONFESSION}")
def language(*_): pass
"""

_TINY_COMPANY = {
    "data/datapackage.json": b"{}",
    "data/sealed.json": b'{"salt": "", "sealed": {}}',
    "data/reps.csv": b"rep_id,name\nR01,Anna\n",
    "data/accounts.csv": b"account_id\nA1\n",
}

BUNDLES: tuple[Animal, ...] = (
    _folder("is_an_empty_folder", lambda _: {}, UNREADABLE),
    _folder("holds_no_notebook", lambda _: {"report.docx": b"PK", "me.jpg": b"\xff"}, UNREADABLE),
    _folder("holds_one_sound_and_one_broken", lambda s: {"00.ipynb": _small(s), "01.ipynb": b"{"}),
    _folder("is_a_folder_in_a_folder", lambda s: {"Мои работы/case 1/01.ipynb": _small(s)}),
    _folder(
        "keeps_its_old_checkpoints",
        lambda s: {
            "01.ipynb": _small(s, _OWN_RIGHT),
            ".ipynb_checkpoints/01-checkpoint.ipynb": _small(s, _OWN_WRONG),
        },
        Expect(states={**SOUND, OWN: "correct"}),
    ),
    _zip(
        "was_packed_on_a_mac",
        lambda s: {
            "mine/01.ipynb": _small(s),
            "__MACOSX/mine/._01.ipynb": b"\0\5\x16\7" + bytes(40),
            "mine/._02.ipynb": b"\0\5\x16\7" + bytes(40),
            "mine/.DS_Store": bytes(100),
        },
    ),
    _folder(
        "was_downloaded_twice",
        lambda s: {
            "01.ipynb": _small(s, _OWN_WRONG),
            "01 (1).ipynb": _small(s, "1 / 0"),
            "01 (2).ipynb": _small(s, _OWN_RIGHT),
        },
        # What was downloaded last is what was meant.
        Expect(states={**SOUND, OWN: "correct"}),
    ),
    _folder("was_copied", lambda s: {"01.ipynb": _small(s), "01 - Copy.ipynb": _small(s)}),
    _folder(
        "has_names_of_moodle",
        lambda s: {
            "Petrova Anna_4711_assignsubmission_file_/01_the_company.ipynb": _small(s),
            "Petrova Anna_4711_assignsubmission_onlinetext_/onlinetext.html": b"<p>Done</p>",
        },
    ),
    _folder(
        "has_names_of_canvas", lambda s: {"petrovaanna_LATE_12_345_01_company-1.ipynb": _small(s)}
    ),
    _folder("has_names_in_russian", lambda s: {"Моя работа № 1 (итог).ipynb": _small(s)}),
    _folder("has_names_of_many_parts", lambda s: {"01.final.v2 .ipynb.ipynb": _small(s)}),
    _folder(
        "has_names_that_are_commands",
        lambda s: {
            "<script>zoo()</script>".replace("/", "⁄") + ".ipynb": _small(s),
            "=HYPERLINK('x').ipynb": b"{",
            "--execute.ipynb": b"{",
            "$(touch zoo).ipynb": b"{",
            "a\nb.ipynb": b"{",
        },
        Expect(
            states=SOUND,
            never_in_pages=("<script>zoo",),
            never_in_tables=('"=HYPERLINK(', ",=HYPERLINK("),
        ),
    ),
    _folder("has_a_name_of_250_letters", lambda s: {"n" * 244 + ".ipynb": _small(s)}),
    _folder(
        "ships_files_that_python_loads",
        lambda s: {
            "01.ipynb": _small(s),
            **dict.fromkeys(("casekit.py", "casekit/__init__.py"), _LYING_CASEKIT.encode()),
            **dict.fromkeys(
                ("sitecustomize.py", "usercustomize.py", "pandas.py", "json.py", "numpy.py"),
                b"raise SystemExit",
            ),
            "ipython_config.py": b"raise SystemExit",
            "matplotlibrc": b"backend: none-such",
            "pyvenv.cfg": b"home = /nowhere",
        },
    ),
    _folder("ships_a_company_of_its_own", lambda s: {"01.ipynb": _small(s), **_TINY_COMPANY}),
    _folder(
        "ships_its_own_marks",
        lambda s: {
            "01.ipynb": _small(s),
            "score.json": b'{"status": "graded", "score": 100, "questions": {}}',
            "feedback.html": b"<h1>100</h1>",
            "gradebook.csv": b"submission,score\nships_its_own_marks,100\n",
            "review.csv": b"submission,question,text,level,comment\nx,decision.memo,x,3,\n",
            "run.json": b'{"hidden_variant": 1}',
            "journal.jsonl": b'{"event": "done"}\n',
        },
        Expect(states={**SOUND, CONFESSION: "not_attempted"}, max_score=_SMALL),
    ),
    _folder("holds_300_notebooks", _many, Expect(status="unreadable|graded", max_score=_SMALL)),
    _folder(
        "links_to_the_key",
        lambda s: {"01.ipynb": _small(s, _READ_NOTES.format(name="notes.csv"))},
        _QUIET,
        {"notes.csv": str(ROOT / "solutions" / "figures.py").encode()},
    ),
    _folder(
        "links_to_a_folder_outside",
        lambda s: {"01.ipynb": _small(s, _READ_NOTES.format(name="notes/figures.py"))},
        _QUIET,
        {"notes": str(ROOT / "solutions").encode()},
    ),
    _folder(
        "links_to_the_work_of_another",
        lambda _: {"readme.txt": b"mine"},
        UNREADABLE,
        {"02.ipynb": str(ROOT / "solutions/en/02_where_the_hours_go.ipynb").encode()},
    ),
    _folder(
        "links_in_a_circle", lambda s: {"01.ipynb": _small(s)}, _GOOD, {"a/b": b"../a", "c": b"."}
    ),
    _special("is_a_named_pipe", os.mkfifo),
    _special("is_a_device_without_end", lambda path: path.symlink_to("/dev/zero")),
    _special("is_a_folder_named_as_a_notebook", Path.mkdir),
    _special("is_a_broken_link", lambda path: path.symlink_to("/nowhere/at/all")),
    Animal("lies_in_a_read_only_folder", _read_only, _GOOD),
    # Archives.
    _archive("is_an_empty_archive", lambda _: b"", UNREADABLE),
    _archive("is_an_archive_of_nothing", lambda _: _packed({}), UNREADABLE),
    _archive(
        "is_an_archive_cut_short", lambda s: _packed({"1.ipynb": _small(s)})[:300], UNREADABLE
    ),
    _archive("is_an_archive_with_a_password", _encrypted, UNREADABLE),
    _archive("is_a_zip_bomb", _bomb, UNREADABLE),
    _archive("is_an_archive_nested_30_deep", _deep, UNREADABLE),
    _zip(
        "is_an_archive_in_an_archive", lambda s: {"anna.zip": _packed({"anna/01.ipynb": _small(s)})}
    ),
    _archive("holds_two_entries_of_one_name", _twins, Expect(states={**SOUND, OWN: "correct"})),
    _archive("has_names_in_cp866", _cp866, _GOOD),
    _archive("follows_other_bytes", lambda s: b"MZ" * 99 + _packed({"1.ipynb": _small(s)}), _GOOD),
    _archive("links_from_an_archive", _linked, _QUIET),
    _zip(
        "climbs_out_of_its_archive",
        lambda s: {
            "01.ipynb": _small(s),
            "../../zoo_climbed.ipynb": _small(s, _OWN_RIGHT),
            "a/../../../zoo_climbed.csv": b"1",
            "..\\..\\zoo_climbed.txt": b"1",
        },
    ),
    _zip(
        "unpacks_to_absolute_paths",
        lambda s: {"01.ipynb": _small(s), "/zoo_unpacked.csv": b"1", "C:\\zoo.csv": b"1"},
    ),
    _zip("was_packed_on_windows", lambda s: {"Моя работа\\01.ipynb": _small(s)}),
    _zip("holds_50000_empty_files", lambda _: {f"{n}.csv": b"" for n in range(50_000)}, UNREADABLE),
    _zip(
        "holds_a_file_and_a_folder_of_one_name",
        lambda s: {"1.ipynb": _small(s), "a": b"", "a/b": b""},
    ),
)
