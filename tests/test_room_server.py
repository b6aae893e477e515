"""The room's server: a workshop by the line, kept on the disk; links, files and what is refused."""

from __future__ import annotations

import socket
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import quote

import pytest
import segno
from room_site import Browser, Site, in_room, key_in

from casekit.cli import main
from casekit.cli.room import todays_file
from casekit.errors import InvalidArgument
from casekit.room.course.affairs import Founding
from casekit.room.course.agenda import agenda_of
from casekit.room.course.deeds import FACILITATOR, RoomDeed, begin_deed
from casekit.room.course.log import Log
from casekit.room.server import links
from casekit.room.server.links import qr_svg, qr_text
from casekit.room.server.pages import named_file

#: What of a board's view is each person's own.
LOOK = ("scope", "phase", "sheet")


def test_a_team_joins_bets_decides_and_lives_with_it(tmp_path: Path) -> None:
    async def use(site: Site) -> None:
        leader, screen = await site.browser("facilitator"), await site.browser("screen")
        anna, boris = await site.browser(lang="ru"), await site.browser()
        await anna.done("join", name="Анна", team="Север")
        await anna.until(lambda: anna.view["team"])
        await boris.done("join", name="Boris", code=anna.view["team"]["code"])
        await leader.done("go", step="bet")
        await anna.until(lambda: anna.view["step"]["code"] == "bet")
        ask = anna.view["ask"]
        await anna.done("bet", answers=dict.fromkeys(ask["rows"], ask["options"][0]))
        await leader.done("go", step="board")
        await anna.open_board()
        await boris.open_board()
        moved = await anna.at_board("move", activity="retention", hours=20.0)
        assert moved["kind"] == "view", moved
        await boris.board_until("view")
        assert boris.board_view["plan"] == anna.board_view["plan"]
        assert (anna.board_view["language"], boris.board_view["language"]) == ("ru", "en")
        refused = await anna.at_board("commit", reason="a try")
        assert refused["key"] == "deed-not-now"
        await leader.done("go", step="commit")
        await anna.commit("retention eats the week")
        await anna.forecast(-1000.0, 0.0, 2000.0)
        await boris.until(lambda: boris.view["team"]["forecast"])
        assert boris.view["team"]["committed"]["reason"] == "retention eats the week"
        await leader.done("play", round=1)
        await leader.done("go", step="round_1")
        await boris.until(lambda: boris.view["told"].get("result"))
        assert boris.view["told"]["result"]["profit"]["gain"] is not None
        await screen.until(lambda: screen.view["told"].get("leaders"))
        assert [row["team"] for row in screen.view["told"]["leaders"]["rows"]] == ["Север"]
        await leader.done("go", step="reveal")
        await anna.until(lambda: anna.view["told"].get("reveal"))
        assert anna.view["told"]["reveal"]["attainable_krub"] > 0
        assert key_in(anna.view["you"]["link"]) in anna.cookie

    in_room(tmp_path, use)


def test_at_one_board_everybody_looks_at_their_own(tmp_path: Path) -> None:
    """Hours are the team's; whose are looked at, from when and on which sheet is each one's own."""

    async def use(site: Site) -> None:
        leader = await site.browser("facilitator")
        anna, boris = await site.browser(lang="ru"), await site.browser()
        await anna.done("join", name="Анна", team="Север")
        await anna.until(lambda: anna.view["team"])
        await boris.done("join", name="Boris", code=anna.view["team"]["code"])
        await leader.done("go", step="board")
        await anna.open_board()
        await boris.open_board()

        async def turn(browser: Browser) -> dict[str, Any]:
            return await browser.board_until("view")

        async def both(asks: Browser, other: Browser, do: str, **facts: Any) -> None:
            await asks.at_board(do, **facts)
            while (await turn(other))["turn"] < asks.board_view["turn"]:
                pass

        await anna.board_send({"do": "hello", "turn": 0})
        company = await anna.board_until("company")
        regions = sorted({row["region"] for row in company["reps"]})
        await both(anna, boris, "scope", code=regions[0])
        await both(anna, boris, "phase", place=1)
        await both(boris, anna, "scope", code=regions[1])
        await both(boris, anna, "sheet", name="curves")
        looks = [[each.board_view[key] for key in LOOK] for each in (anna, boris)]
        assert looks == [[regions[0], 1, "plan"], [regions[1], 0, "curves"]]
        # What is moved is what the one who moves it looks at, and both see it.
        await both(anna, boris, "move", activity="retention", hours=20.0)
        assert anna.board_view["plan"] == boris.board_view["plan"]
        moved = [move["scope"] for move in anna.board_view["plan"]["moves"]]
        assert moved == [regions[0]]
        assert anna.board_view["hours"] != boris.board_view["hours"]
        # What takes longer comes to both, each for what they look at.
        told = [await each.board_until("slow") for each in (anna, boris)]
        assert told[0]["high"] != told[1]["high"]
        # Other assumptions are the team's: whoever looks at curves gets them anew.
        boris.said.clear()
        await both(anna, boris, "pressure", to="stops")
        assert (await boris.board_until("curves"))["scope"] == regions[1]
        # A line that breaks turns nobody's page.
        assert anna.board is not None
        anna.board.close()
        await anna.until_board_ended()
        await anna.open_board()
        assert [anna.board_view[key] for key in LOOK] == looks[0]
        # Nor does a server that is started again; whoever is new begins with everybody.
        team, cookies = anna.view["team"]["code"], (anna.cookie, boris.cookie)
        await site.stop()
        site.start()
        again = [await site.browser(cookie=cookie) for cookie in cookies]
        clara = await site.browser()
        await clara.done("join", name="Clara", code=team)
        await clara.until(lambda: clara.view["team"])
        for each, look in zip((*again, clara), (*looks, ["all", 0, "plan"]), strict=True):
            await each.open_board()
            assert [each.board_view[key] for key in LOOK] == look
        moved = [move["scope"] for move in again[1].board_view["plan"]["moves"]]
        assert moved == [regions[0]]

    in_room(tmp_path, use)


def test_a_server_that_is_started_again_stands_where_it_was(tmp_path: Path) -> None:
    async def use(site: Site) -> None:
        leader, anna = await site.browser("facilitator"), await site.browser()
        await anna.done("join", name="Anna", team="North")
        await leader.done("go", step="commit")
        await anna.open_board()
        await anna.at_board("move", activity="retention", hours=20.0)
        await anna.commit("it stays")
        await anna.at_board("move", activity="retention", hours=19.0)
        await leader.done("play", round=1)
        await anna.until(lambda: anna.view["told"].get("result"))
        before, cookie = anna.view["told"]["result"], anna.cookie
        link, tokens, code = key_in(anna.view["you"]["link"]), site.tokens, site.code
        await site.stop()
        site.start()
        assert (site.tokens, site.code) == (tokens, code)
        again = await site.browser(cookie=cookie)
        await again.until(lambda: again.view["told"].get("result"))
        assert again.view["told"]["result"] == before
        assert again.view["team"]["committed"]["reason"] == "it stays"
        # From another phone, by one's own link.
        answer = await site.get(f"/me/{link}")
        assert answer.code == 302
        phone = await site.browser(cookie=answer.headers["Set-Cookie"].split(";")[0])
        assert phone.view["you"]["name"] == "Anna"
        # Hours that were not committed are there as well.
        leader = await site.browser("facilitator")
        await leader.done("go", step="commit")
        await again.open_board()
        assert again.board_view["committed"]["reason"] == "it stays"
        now = {row["activity"]: row["now"] for row in again.board_view["hours"]}
        assert now["retention"] == 19.0

    in_room(tmp_path, use)


def test_what_is_sent_again_is_done_once_and_answered_again(tmp_path: Path) -> None:
    async def use(site: Site) -> None:
        leader, anna = await site.browser("facilitator"), await site.browser()
        await anna.done("join", name="Anna", team="North")
        await leader.done("go", step="averages")
        facts = {"exhibit": "averages", "choice": "unsaid"}
        for _ in range(2):
            assert (await anna.ask("vote", "the-same", **facts))["kind"] == "done"
        number = site.affairs.number
        await site.stop()
        site.start()
        again = await site.browser(cookie=anna.cookie)
        assert (await again.ask("vote", "the-same", **facts))["kind"] == "done"
        assert site.affairs.number == number
        # Nor is a message done that asks for another thing under that name.
        assert (await again.ask("vote", "the-same", exhibit="averages", choice="retention"))[
            "kind"
        ] == "done"
        assert site.affairs.number == number

    in_room(tmp_path, use)


def test_nothing_is_acknowledged_that_the_disk_did_not_take(tmp_path: Path) -> None:
    async def use(site: Site) -> None:
        leader, anna = await site.browser("facilitator"), await site.browser()
        await anna.done("join", name="Anna", team="North")
        await leader.done("go", step="commit")
        await anna.open_board()
        log = site.server.running._log
        append, log.append = log.append, full
        assert await anna.refused("join", name="Anne", code=anna.view["team"]["code"]) == (
            "room-unwritable"
        )
        assert (await anna.at_board("commit", reason="lost"))["key"] == "deed-unwritable"
        assert site.affairs.people[site.affairs.people_of("t1")[0]].name == "Anna"
        log.append = append
        await anna.done("join", name="Anne", code=anna.view["team"]["code"])
        await anna.commit("kept")
        await anna.until(lambda: anna.view["team"]["committed"])
        assert anna.view["you"]["name"] == "Anne"

    in_room(tmp_path, use)


def full(deeds: object) -> None:
    raise OSError("the disk is full")


@pytest.mark.slow
def test_the_next_round_stands_on_the_teams_own_company(tmp_path: Path) -> None:
    async def use(site: Site) -> None:
        leader = await site.browser("facilitator")
        people = [await site.browser() for _ in range(3)]
        for number, one in enumerate(people[:2]):
            await one.done("join", name=f"P{number}", team=f"Team {number}")
        await people[0].until(lambda: people[0].view["team"])
        await people[2].done("join", name="P2", code=people[0].view["team"]["code"])
        await leader.done("go", step="commit")
        await people[0].open_board()
        await people[0].at_board("move", activity="retention", hours=16.0)
        await people[0].commit("less retention")
        await leader.done("play", round=1)
        await leader.done("go", step="decide_2")
        await people[0].until_board_ended()
        for one in people:
            await one.open_board()
        ours, theirs, colleague = (one.board_view for one in people)
        assert ours["hours"] == colleague["hours"] != theirs["hours"]
        assert ours["top"]["value_today_krub"] != theirs["top"]["value_today_krub"]
        assert ours["committed"] is None and ours["plan"]["moves"] == []
        await people[2].commit("go on")
        await people[0].until(lambda: people[0].view["team"]["committed"])
        # A round that is played anew takes the companies with it that rested on it.
        await leader.done("go", step="commit")
        await leader.done("open")
        await people[1].until(lambda: people[1].view["step"]["code"] == "commit")
        await people[1].open_board()
        await people[1].at_board("move", activity="retention", hours=24.0)
        await people[1].commit("more retention after all")
        await leader.done("play", round=1)
        await leader.done("go", step="decide_2")
        await leader.done("open")
        await people[1].until_board_ended()
        await people[1].until(lambda: people[1].view["step"]["code"] == "decide_2")
        await people[1].open_board()
        assert people[1].board_view["hours"] != theirs["hours"]

    in_room(tmp_path, use, minutes=180)


@pytest.mark.parametrize("word", ["--address", "--minutes", "--file"])
def test_what_cannot_be_is_one_line(word: str, tmp_path: Path, capsys) -> None:
    strange = tmp_path / "strange.sqlite"
    strange.write_text("a note of mine", encoding="utf-8")
    wrong = {"--address": "ftp://x", "--minutes": "75", "--file": str(strange)}[word]
    words = ["room", word, wrong, "--no-browser", "--lang", "ru"]
    if word != "--file":
        words += ["--file", str(tmp_path / "new.sqlite")]
    with pytest.raises(SystemExit) as stop:
        main(words)
    assert stop.value.code in (1, 2)
    said = capsys.readouterr().err
    assert len(said.strip().splitlines()) == 1 and wrong in said
    assert strange.read_text(encoding="utf-8") == "a note of mine"
    assert not (tmp_path / "new.sqlite").exists()


def test_todays_room_goes_on_until_it_is_over(tmp_path: Path) -> None:
    first = todays_file(tmp_path)
    assert first.name == f"{date.today().isoformat()}.sqlite"
    log = Log(first)
    founding = Founding("digest", None, "1", "ACDEFG", "f", "s")
    log.append([begin_deed(founding, agenda_of(90), 0)])
    log.close()
    assert todays_file(tmp_path) == first
    log = Log(first)
    log.append([RoomDeed(FACILITATOR, "finish", {}, 1)])
    log.close()
    assert todays_file(tmp_path).name == f"{date.today().isoformat()}-2.sqlite"


@pytest.mark.parametrize(
    ("name", "ascii_name", "whole"),
    [
        ("Lighthouse", "casekit-Lighthouse", "casekit-Lighthouse"),
        ("Ñandú & Co", "casekit-Nandu-Co", "casekit-Ñandú-Co"),
        ("Тихая гавань", "casekit-t7", "casekit-Тихая-гавань"),
        ('../x"; a=b', "casekit-x-a-b", "casekit-x-a-b"),
        ("=1+1", "casekit-1-1", "casekit-1-1"),
    ],
)
def test_a_file_bears_its_teams_name_as_far_as_a_system_takes_it(
    name: str, ascii_name: str, whole: str
) -> None:
    plain, told = named_file(name, "t7", ".zip").split("; ")
    assert plain == f'filename="{ascii_name}.zip"'
    assert told == f"filename*=UTF-8''{quote(whole)}.zip" and told.isascii()


def test_the_code_that_is_scanned_is_the_link() -> None:
    link = "http://192.168.137.1:8844/?room=ACDEFG"
    drawn = qr_text(link).splitlines()
    # Half a block is a module: read back, it is the code of that link.
    upper, lower = {"▀": 1, "█": 1}, {"▄": 1, "█": 1}
    dark = [[1 - half.get(block, 0) for block in row] for row in drawn for half in (upper, lower)]
    wanted = [list(row) for row in segno.make(link, error="l", micro=False).matrix_iter(border=2)]
    assert [row[: len(wanted[0])] for row in dark[: len(wanted)]] == wanted
    assert qr_svg(link).startswith("<svg ") and "script" not in qr_svg(link)


def test_addresses_are_told_without_any_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def entry(address: str) -> SimpleNamespace:
        return SimpleNamespace(family=socket.AF_INET, address=address)

    cards = {
        "lo": [entry("127.0.0.1")],
        "docker0": [entry("172.17.0.1")],
        "wlan0": [entry("192.168.1.23")],
        "ap0": [entry("192.168.137.1")],
        "eth9": [entry("10.1.2.3")],
    }
    up = {name: SimpleNamespace(isup=name != "eth9") for name in cards}
    monkeypatch.setattr(links.psutil, "net_if_addrs", lambda: cards)
    monkeypatch.setattr(links.psutil, "net_if_stats", lambda: up)
    assert links.addresses_here() == ["192.168.137.1", "192.168.1.23", "172.17.0.1"]
    assert links.bases("0.0.0.0", 8844)[0] == "http://192.168.137.1:8844"
    for name in ("docker0", "wlan0", "ap0"):
        up[name].isup = False
    assert links.addresses_here() == ["127.0.0.1"]
    with pytest.raises(InvalidArgument, match="no address of a web page"):
        links.need_address("https://room.example.org/folder")
    assert links.need_address("https://room.example.org/") == "https://room.example.org"
