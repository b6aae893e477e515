"""Who edits addresses, guesses, floods or sends rubbish gets nothing, and the room goes on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from room_site import Browser, Site, in_room
from tornado.httpclient import HTTPClientError

from casekit.room.server import limits
from casekit.room.server.limits import Gate, Rate

SCRIPT = "<script>alert(1)</script>"


async def two_teams(site: Site) -> tuple[Browser, Browser, Browser]:
    """The facilitator, and a person of each of two teams, at the step where plans are committed."""
    leader, anna, boris = [await site.browser(role) for role in ("facilitator", "person", "person")]
    await anna.done("join", name="Anna", team="North")
    await boris.done("join", name="Boris", team="South")
    await leader.done("go", step="commit")
    for each in (anna, boris):
        await each.until(lambda each=each: (each.view["team"] or {}).get("board"))
    return leader, anna, boris


@pytest.mark.slow
def test_another_teams_board_does_not_open(tmp_path: Path) -> None:
    async def use(site: Site) -> None:
        _, anna, boris = await two_teams(site)
        await boris.open_board()
        await boris.at_board("move", activity="retention", hours=21.0)
        await boris.commit("a secret of the South")
        theirs = boris.view["team"]["board"]
        for path in (theirs, "/board/nobody", "/board/" + "A" * 40):
            assert await anna.is_refused(f"{path}/socket"), path
        stranger = await site.browser()
        assert await stranger.is_refused(f"{theirs}/socket")
        # Nor by the room's line, nor by somebody's id in place of a key.
        assert await anna.refused("commit", team="South", reason="x") == "room-deed-unknown"
        ids = list(site.affairs.people)
        for cookie in (ids[1], ids[1].ljust(22, "0"), "../../etc", ""):
            name = anna.cookie.split("=")[0]
            forged = await site.browser(cookie=f"{name}={cookie}")
            assert forged.view["team"] is None and forged.view["you"] is None
        told = [each for each in site.told if "a secret of the South" in each]
        views = [json.loads(each) for each in told if each.startswith("{")]
        assert views and len(views) == len(told)
        for view in views:
            at_board = view.get("committed", {}).get("reason") == "a secret of the South"
            ours = (view.get("team") or {}).get("name") == "South"
            assert at_board or ours or view["role"] == "facilitator", view

    in_room(tmp_path, use)


@pytest.mark.slow
def test_whoever_leaves_a_team_leaves_its_board(tmp_path: Path) -> None:
    async def use(site: Site) -> None:
        leader, anna, _ = await two_teams(site)
        await anna.open_board()
        person = site.affairs.people_of(anna.view["team"]["id"])[0]
        await leader.done("remove", person=person)
        await anna.until_board_ended()
        await anna.until(lambda: anna.view["team"] is None)

    in_room(tmp_path, use)


def test_the_facilitators_steps_take_the_facilitators_token(tmp_path: Path) -> None:
    async def use(site: Site) -> None:
        leader, anna, _ = await two_teams(site)
        screen = await site.browser("screen")
        steps = [
            ("go", {"step": "reveal"}), ("close", {}), ("open", {}), ("minutes", {"add": 5}),
            ("rename", {"team": anna.view["team"]["id"], "name": "Mine"}),
            ("remove", {"team": anna.view["team"]["id"]}), ("play", {"round": 1}),
            ("events", {"round": 1, "kinds": []}), ("agenda", {"minutes": 90, "without": []}),
            ("finish", {}),
        ]  # fmt: skip
        for do, facts in steps:
            for each in (anna, screen):
                assert await each.refused(do, **facts) == "room-not-yours", (do, each.role)
        assert site.affairs.step == "commit" and not site.affairs.finished
        for role in ("facilitator", "screen"):
            for path in (f"/{role}", f"/{role}?token=", f"/{role}?token=guess",
                         f"/{role}?token={'9' * 5000}"):  # fmt: skip
                assert (await site.get(path)).code == 403, path
            # The screen's token opens no facilitator's page, nor the other way round.
            other = next(name for name in site.tokens if name != role)
            assert (await site.get(f"/{role}?token={site.tokens[other]}")).code == 403
        # A role that is asked for in the line's address needs its cookie.
        assert await anna.is_refused("/line?role=facilitator")
        assert (await site.get("/debrief", leader.cookie)).code == 404
        assert (await site.get("/debrief", anna.cookie)).code == 403
        assert (await site.get("/table.xlsx", anna.cookie)).code == 403
        assert (await site.get("/home.zip", anna.cookie)).code == 404
        # The token leaves the address at once, so that no screen and no history shows it.
        answer = await site.get(f"/facilitator?token={site.tokens['facilitator']}")
        assert answer.code == 302 and answer.headers["Location"] == "/facilitator"
        assert "HttpOnly" in answer.headers["Set-Cookie"]

    in_room(tmp_path, use)


@pytest.mark.slow
def test_the_optimum_stays_shut_until_the_reveal(tmp_path: Path) -> None:
    async def use(site: Site) -> None:
        leader, anna, _ = await two_teams(site)
        await anna.open_board()
        await anna.at_board("move", activity="retention", hours=21.0)
        await anna.commit("committed, and still nothing is told")
        await anna.forecast(0.0, 100.0, 200.0)
        for asked in ("norm", "personal"):
            assert (await anna.at_board("try", proposal=asked))["key"] == "deed-sealed"
        assert (await anna.at_board("best"))["key"] == "deed-sealed"
        await anna.board_send({"do": "save", "turn": 1000})
        assert (await anna.board_until("files", "error"))["kind"] == "files"
        early = "\n".join(site.told)
        words = ('attainable_krub":', '"share":', '"best":', '"rest":', '"personal":')
        boards = [text for text in site.told if '"kind":"view"' in text and "scenarios" in text]
        assert boards and all('"optimum":null' in text for text in boards)
        assert not any(word in text for word in words for text in boards)
        assert '"kind":"committed"' not in early
        await leader.done("go", step="reveal")
        told = await anna.board_until("committed")
        assert told["attainable_krub"] > 0

    in_room(tmp_path, use)


def test_nothing_of_luck_seed_or_truth_leaves_before_the_reveal(tmp_path: Path) -> None:
    async def use(site: Site) -> None:
        leader, anna, boris = await two_teams(site)
        screen = await site.browser("screen")
        for each in (anna, boris):
            await each.open_board()
            assert (await each.at_board("try", proposal="hunting"))["kind"] == "view"
            await each.commit("what the meeting said")
        for step in ("bet", "audit", "averages", "board"):
            await leader.done("go", step=step)
            if step == "bet":
                await anna.until(lambda: (anna.view["ask"] or {}).get("kind") == "grid")
                ask = anna.view["ask"]
                await anna.done("bet", answers=dict.fromkeys(ask["rows"], ask["options"][0]))
            await leader.done("close")
        for lang in ("ru", "en"):
            await leader.send({"do": "hello", "lang": lang})
        await leader.done("play", round=1)
        await screen.until(lambda: screen.view["told"].get("leaders"))
        await leader.done("go", step="vote")
        for path in ("/room.js", "/board.js", "/open.js", "/", "/home.zip", "/debrief"):
            await site.get(path, anna.cookie)
        early = "\n".join(site.told)
        founding = site.affairs.founding
        for secret in (founding.luck, founding.facilitator, founding.screen, founding.company):
            assert secret not in early
        for role in site.tokens:
            assert site.tokens[role] not in early.replace(f"{role}?token={site.tokens[role]}", "")
        truth = site.server.playing.revealing
        attainable = json.dumps(truth.company["attainable_krub"])
        whys = [row["why"][lang] for row in truth.opinions.values() for lang in ("en", "ru")]
        # They are told in two parts: what begins the first, and what ends the second.
        told = [part for why in whys for part in (why[:60], why[-60:])]
        assert len(told) == 24 and [words for words in told if words in early] == []
        assert f":{attainable}" not in early
        # The facts of an exhibit are told once its vote is shut; of opinions nothing is.
        views = [json.loads(each) for each in site.told if each.startswith('{"turn"')]
        assert views and not any(view["told"].get("reveal") for view in views)
        told_of = [view["told"].get("opinions") or {"rows": ()} for view in views]
        rows = [row for opinions in told_of for row in opinions["rows"]]
        assert rows and all(row.get("truth") is None for row in rows)
        await leader.done("go", step="reveal")
        await anna.until(lambda: anna.view["told"].get("reveal"))
        assert json.dumps(anna.view["told"]["reveal"]["attainable_krub"]) == attainable

    in_room(tmp_path, use)


def test_rubbish_is_answered_in_words_and_changes_nothing(tmp_path: Path) -> None:
    async def use(site: Site) -> None:
        _, anna, _ = await two_teams(site)
        before = site.affairs
        rubbish = [
            "", "[]", "null", "{", "1e999", '"x"', "[" * 60_000, b"\xff\xfe", "{}",
            '{"do": null}', '{"do": ["join"]}', '{"do": "join"}', '{"do": "join", "id": 7}',
            '{"do": "join", "id": "%s"}' % ("x" * 50_000),
            '{"do": "__class__", "id": "a"}', '{"do": "begin", "id": "a"}',
            '{"do": "vote", "id": "a", "exhibit": {}, "choice": []}',
            '{"do": "bet", "id": "a", "answers": {"__proto__": "x"}}',
            '{"do": "bet", "id": "a", "answers": "' + "y" * 50_000 + '"}',
            '{"do": "hello", "lang": "../../etc", "room": 12}',
            '{"do": "hello", "lang": {"a": 1}, "room": ["a"]}',
        ]  # fmt: skip
        for text in rubbish:
            anna.answers.clear()
            await anna.send(text)
            if "hello" not in str(text):
                await anna.until(lambda: anna.answers)
                error = next(iter(anna.answers.values()))
                assert error["kind"] == "error" and error["key"] in anna.words, text
                assert error["key"] != "room-fault", text
                assert len(json.dumps(error)) < 500
        assert site.affairs == before
        # The board's line takes as little.
        await anna.open_board()
        for text in ("{", "null", "[" * 60_000, '{"do": "commit", "turn": 1e400, "reason": 1}'):
            await anna.board_send(text)
            answer = await anna.board_until("error")
            assert answer["key"].startswith("deed-")
        assert site.affairs == before
        # A message that is too long ends the line; the browser comes back.
        await anna.send("x" * 70_000)
        await anna.until_ended()
        await anna.arrive()
        assert anna.view["team"]["name"] == "North"

    in_room(tmp_path, use)


def test_a_flood_is_refused_and_the_others_are_served(tmp_path: Path) -> None:
    async def use(site: Site) -> None:
        leader, anna, boris = await two_teams(site)
        await leader.done("go", step="audit")
        choice = {"exhibit": "audit", "choice": "30_45"}
        for number in range(1000):
            try:
                await anna.send({"do": "vote", "id": f"flood{number}", **choice})
            except Exception:
                break
        await boris.done("vote", **choice)
        await anna.until_ended()
        said = [answer.get("key") for answer in anna.answers.values()]
        assert said.count("room-slowly") > 100
        assert site.affairs.number < 120
        await anna.arrive()
        assert anna.view["ask"]["choice"] == "30_45"

    in_room(tmp_path, use)


def test_codes_are_not_guessed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "GUESSES", Rate(at_once=5, a_second=0.0001))

    async def use(site: Site) -> None:
        _, anna, _ = await two_teams(site)
        code = anna.view["team"]["code"]
        outside = await site.browser(room="XXXXXX")
        assert await outside.refused("join", name="Eve", team="East") == "room-link"
        assert await outside.refused("vote", exhibit="audit", choice="30_45") == "room-join-first"
        # The workshop's own code is no guess, however often it is typed in the wrong place.
        for _ in range(8):
            own = site.affairs.founding.code
            assert await outside.refused("join", name="Eve", code=own) == "room-code-of-room"
        found = [await outside.refused("join", name="Eve", code="ACDEF" + c) for c in "ACDEFGH"]
        assert found == ["room-code"] * 4 + ["room-guesses"] * 3
        # The right one is not looked at either, or guessing would go on.
        assert await outside.refused("join", name="Eve", code=code) == "room-guesses"
        assert len(site.affairs.people) == 2

    in_room(tmp_path, use)


@pytest.mark.slow
def test_names_are_text_wherever_they_are_shown(tmp_path: Path) -> None:
    async def use(site: Site) -> None:
        leader = await site.browser("facilitator")
        eve = await site.browser()
        await eve.done("join", name=SCRIPT, team=f"{SCRIPT}=1+1")
        await leader.until(lambda: leader.view["teams"])
        assert leader.view["teams"][0]["name"] == f"{SCRIPT}=1+1"
        await leader.done("play", round=1)
        await leader.done("go", step="reveal")
        await leader.until(lambda: leader.view["told"].get("reveal"))
        page = await site.get("/debrief", leader.cookie)
        assert page.code == 200 and SCRIPT not in page.body.decode()
        assert "script-src 'self'" in page.headers["Content-Security-Policy"]
        home = (await site.get("/home.zip", eve.cookie)).headers["Content-Disposition"]
        assert home.startswith('attachment; filename="casekit-script-alert-1-script-1-1.zip"; ')
        for path in ("/join/" + SCRIPT, f"/{SCRIPT}", f"/?room={SCRIPT}", f"/facilitator/{SCRIPT}"):
            assert SCRIPT.encode() not in (await site.get(path.replace("<", "%3C"))).body

    in_room(tmp_path, use)


def test_edited_addresses_lead_nowhere(tmp_path: Path) -> None:
    async def use(site: Site) -> None:
        _, anna, _ = await two_teams(site)
        for path in ("/me/" + "A" * 22, "/me/x", "/exhibit/../room.sqlite",
                     "/exhibit/..%2f..%2fa.svg", "/static/room.js", "/room.sqlite", "/join/",
                     "/join/" + "A" * 500, "//evil", "/%2e%2e/pyproject.toml",
                     "/board/x", "/line/x"):  # fmt: skip
            answer = await site.get(path, anna.cookie)
            assert answer.code in (301, 404), path
        # Other sites' pages open no line with this browser's cookie.
        with pytest.raises(HTTPClientError, match="403"):
            await anna.site_line("/line?role=person", Origin="http://evil.example")
        for path in ("/line", "/board/x/socket"):
            assert (await site.get(path, anna.cookie)).code == 400

    in_room(tmp_path, use)


def test_addresses_that_a_browser_claims_are_believed_behind_a_proxy_only(tmp_path: Path) -> None:
    async def use(site: Site) -> None:
        answer = await site.get("/", **{"X-Forwarded-For": "10.9.9.9"})
        assert "Secure" not in answer.headers["Set-Cookie"]
        known = site.server.gate._known
        assert [address for kind, address in known if kind == "address"] == ["127.0.0.1"]

    async def behind(site: Site) -> None:
        answer = await site.get("/", **{"X-Forwarded-For": "10.9.9.9"})
        assert "Secure" in answer.headers["Set-Cookie"]
        known = site.server.gate._known
        assert [address for kind, address in known if kind == "address"] == ["10.9.9.9"]
        assert site.server.telling.links[0].startswith("https://room.example.org/?room=")

    in_room(tmp_path, use)
    in_room(tmp_path / "proxy", behind, address="https://room.example.org")


def test_a_line_too_many_is_turned_away() -> None:
    gate = Gate(lambda: 0.0)
    taken = sum(gate.opens("10.0.0.1") for _ in range(2000))
    assert taken == limits.MOST_LINES_OF_ADDRESS
    assert gate.opens("10.0.0.2")
    gate.closed("10.0.0.1")
    assert gate.opens("10.0.0.1") and not gate.opens("10.0.0.1")
    for number in range(3000):
        gate.opens(f"10.1.{number // 250}.{number % 250}")
    assert not gate.opens("10.2.0.1")


def test_rates_by_person_and_address_let_a_whole_room_work() -> None:
    seconds = [0.0]
    gate = Gate(lambda: seconds[0])
    # 120 browsers behind one address move ten times a second for a minute.
    for tick in range(600):
        seconds[0] = tick / 10
        assert all(gate.takes(f"p{person}", "10.0.0.1") for person in range(120))
    # One of them alone cannot take what is there for all.
    assert sum(gate.takes("p1", "10.0.0.1") for _ in range(5000)) <= limits.PERSON.at_once
    assert gate.takes("p2", "10.0.0.1")
