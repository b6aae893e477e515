"""The room's server: a whole workshop by the line, all of it on the disk, and nothing told early."""

from __future__ import annotations

from pathlib import Path

from room_site import Site, in_room, key_in


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
