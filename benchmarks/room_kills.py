"""The room's server killed at random moments of a workshop: is all it acknowledged there?

python benchmarks/room_kills.py [--kills 20] [--teams 4] [--people 3] [--seed 1]

A workshop of three rounds is played against the verb itself, a process of its own, by browsers that
answer at the same time. Of what they send, some is followed by ``kill -9`` within a moment; the
server is started again on its file, and browsers come back by themselves and send again what was
not acknowledged. At the end the file is read: every vote, plan and forecast that was acknowledged
must stand in it, as it was last acknowledged; and the results of each round, as browsers were told
them by whichever server, must be those that a fresh calculation gives from the file.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from tornado.httpclient import HTTPError, HTTPRequest, HTTPResponse
from tornado.iostream import StreamClosedError
from tornado.simple_httpclient import SimpleAsyncHTTPClient
from tornado.websocket import WebSocketClosedError

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from room_site import Browser, company  # noqa: E402

from casekit.page.ports import free_port  # noqa: E402
from casekit.room.course.agenda import EXHIBITS, GRIDS  # noqa: E402
from casekit.room.course.folding import fold  # noqa: E402
from casekit.room.course.log import Log  # noqa: E402
from casekit.room.course.teams import plan_of  # noqa: E402
from casekit.room.course.votes import OPTIONS  # noqa: E402
from casekit.room.outcome.rounds import Rounds  # noqa: E402
from casekit.room.views.knowing import known_of_rounds  # noqa: E402

#: What a browser meets while there is no server.
GONE = (AssertionError, OSError, HTTPError, StreamClosedError, WebSocketClosedError)
#: Seconds between two tries of a browser to come back, and after which a kill falls at the latest.
AGAIN_SECONDS, LATEST_SECONDS = 0.2, 0.05
#: Where a free port is looked for.
FIRST_PORT = 8930
#: Plans that the board proposes before the reveal and that keep its limits.
PROPOSALS = ("leave", "chief", "hunting")


class Served:
    """The verb as a process, killed and started again."""

    def __init__(self, file: Path, chance: random.Random) -> None:
        self.file, self.chance = file, chance
        self.port = free_port(FIRST_PORT)
        self.base = f"http://127.0.0.1:{self.port}"
        self.kills = 0
        self.starts: list[float] = []
        self.sent = 0
        self.moments: list[int] = []
        self._killing: asyncio.Task[None] | None = None

    def hear(self, text: str) -> None:
        """What browsers were told is read in their views."""

    async def start(self) -> None:
        """Start it, and read what the instructor is told."""
        began = time.perf_counter()
        command = [sys.executable, "-m", "casekit", "room", "--file", str(self.file),
                   "--host", "127.0.0.1", "--port", str(self.port), "--minutes", "180",
                   "--no-browser", "--lang", "en"]  # fmt: skip
        self.process = await asyncio.create_subprocess_exec(
            *command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        assert self.process.stdout is not None
        said = ""
        while "/facilitator?token=" not in said:
            line = await self.process.stdout.readline()
            assert line, f"the server did not start: {said}"
            said += line.decode()
        self._reading = asyncio.create_task(self.process.stdout.read())
        self.starts.append(time.perf_counter() - began)
        found = re.findall(r"/(facilitator|screen)\?token=(\w+)", said)
        self.tokens = dict(found)
        self.code = re.findall(r"room=(\w+)", said)[0]

    async def get(self, path: str) -> HTTPResponse:
        """What an address answers."""
        client = SimpleAsyncHTTPClient(force_instance=True)
        asked = HTTPRequest(self.base + path, follow_redirects=False)
        try:
            while True:
                try:
                    return await client.fetch(asked, raise_error=False)
                except GONE:
                    await asyncio.sleep(AGAIN_SECONDS)
        finally:
            client.close()

    def before_sending(self) -> None:
        """Count what is sent; at some moments a kill is on its way."""
        self.sent += 1
        if self.moments and self.sent >= self.moments[0] and self._killing is None:
            self.moments.pop(0)
            self._killing = asyncio.create_task(self._kill())

    async def _kill(self) -> None:
        await asyncio.sleep(self.chance.uniform(0.0, LATEST_SECONDS))
        self.process.send_signal(signal.SIGKILL)
        await self.process.wait()
        self.kills += 1
        await self.start()
        self._killing = None

    async def end(self) -> None:
        """End it as the instructor does."""
        if self._killing is not None:
            await self._killing
        self.process.send_signal(signal.SIGTERM)
        await self.process.wait()


class Stubborn(Browser):
    """A browser that comes back, and sends again what was not acknowledged."""

    async def surely(self, do: Callable[[], Awaitable[Any]], board: bool = False) -> Any:
        """Do something until it is answered."""
        while True:
            try:
                if self.line is None:
                    await self.arrive()
                if board and self.board is None:
                    await self.open_board()
                self.site.before_sending()  # type: ignore[attr-defined]
                return await do()
            except GONE:
                for line in (self.line, self.board):
                    if line is not None:
                        line.close()
                self.line = self.board = None
                await asyncio.sleep(AGAIN_SECONDS)

    async def tell(self, do: str, **facts: Any) -> dict[str, Any]:
        """Ask for a deed under one id, however often the line breaks."""
        self.asked += 1
        named = f"{self.role}-{id(self)}-{self.asked}"
        answer: dict[str, Any] = await self.surely(lambda: self.ask(do, named, **facts))
        return answer

    async def see(self, is_so: Callable[[dict[str, Any]], Any]) -> dict[str, Any]:
        """The first view of which something is so."""
        await self.surely(lambda: self.until(lambda: self.view and is_so(self.view)))
        return self.view


class Workshop:
    """A workshop as its browsers remember it."""

    def __init__(self, site: Served, teams: int, people: int, chance: random.Random) -> None:
        self.site, self.teams, self.people, self.chance = site, teams, people, chance
        self.votes: dict[tuple[str, str], Any] = {}
        self.plans: dict[tuple[str, int], str] = {}
        self.forecasts: dict[tuple[str, int], float] = {}
        self.results: dict[tuple[str, int], Any] = {}
        self.different = 0

    async def play(self) -> None:
        """Play it from the first name to the end."""
        self.leader = await self._come("facilitator")
        guests = [await self._come("person") for _ in range(self.teams * self.people)]
        first, others = guests[: self.teams], guests[self.teams :]
        for number, guest in enumerate(first):
            await self._done(guest, "join", name=f"First {number}", team=f"Team {number}")
        codes = [(await guest.see(lambda v: v["team"]))["team"]["code"] for guest in first]
        await asyncio.gather(
            *(
                self._done(guest, "join", name=f"Other {n}", code=codes[n % self.teams])
                for n, guest in enumerate(others)
            )
        )
        guests = [*first, *others]
        for step in self.agenda:
            if step.startswith("round"):
                number = int(step[-1])
                await self._done(self.leader, "play", round=number)
                await asyncio.gather(*(self._lives(guest, number) for guest in guests))
                continue
            await self._done(self.leader, "go", step=step)
            await asyncio.gather(*(self._answers(guest, step) for guest in guests))
            if step == "commit" or step.startswith("decide"):
                decided = 1 if step == "commit" else int(step[-1])
                await asyncio.gather(*(self._commits(guest, decided) for guest in first))

    async def _come(self, role: str) -> Stubborn:
        token = self.site.tokens.get(role)
        answer = await self.site.get(f"/{role}?token={token}" if token else "/")
        cookie = answer.headers["Set-Cookie"].split(";")[0]
        browser = Stubborn(self.site, role, cookie, "en")  # type: ignore[arg-type]
        view = await browser.see(bool)
        if role == "facilitator":
            self.agenda = [step["code"] for step in view["agenda"][1:]]
        return browser

    async def _done(self, browser: Stubborn, do: str, **facts: Any) -> None:
        answer = await browser.tell(do, **facts)
        assert answer["kind"] == "done", answer

    async def _answers(self, guest: Stubborn, step: str) -> None:
        await guest.see(lambda view: view["step"]["code"] == step)
        team, name = guest.view["team"]["name"], guest.view["you"]["name"]
        for _ in range(2):
            if step in EXHIBITS:
                choice = self.chance.choice(OPTIONS[step])
                await self._done(guest, "vote", exhibit=step, choice=choice)
                self.votes[name, step] = choice
            if step in GRIDS:
                ask = guest.view["ask"]
                answers = {row: self.chance.choice(ask["options"]) for row in ask["rows"]}
                await self._done(guest, "bet", answers=answers)
                self.votes[name, step] = answers
            assert guest.view["team"]["name"] == team

    async def _commits(self, guest: Stubborn, number: int) -> None:
        """Commit and foretell twice: the last of what was acknowledged counts."""
        team = guest.view["team"]["name"]
        for again in range(2):
            reason, proposal = f"{team}, round {number}, {again}", self.chance.choice(PROPOSALS)
            await self._at_board(guest, "try", proposal=proposal)
            await self._at_board(guest, "commit", reason=reason)
            self.plans[team, number] = reason
            middle = float(self.chance.randint(-900, 900))
            ends = {"_low": middle - 1000.0, "": middle, "_high": middle + 1000.0}
            facts = {f"{what}{end}": krub for what in ("profit", "margin")
                     for end, krub in ends.items()}  # fmt: skip
            await self._at_board(guest, "forecast", **facts)
            self.forecasts[team, number] = middle

    async def _at_board(self, guest: Stubborn, do: str, **facts: Any) -> None:
        answer = await guest.surely(lambda: guest.at_board(do, **facts), board=True)
        assert answer["kind"] == "view", answer

    async def _lives(self, guest: Stubborn, number: int) -> None:
        view = await guest.see(
            lambda v: (v["told"].get("round") or {}) == {"round": number, "state": "played"}
        )
        team, result = view["team"]["name"], view["told"]["result"]
        # Whichever server told it to whomever of a team: the same.
        self.different += self.results.setdefault((team, number), result) != result


def missing(workshop: Workshop, file: Path) -> dict[str, tuple[int, int]]:
    """Of what was acknowledged, how much the file has otherwise or not at all, of how much."""
    log = Log(file)
    affairs = fold(log.deeds())
    log.close()
    people = {guest.name: person for person, guest in affairs.people.items()}
    ids = {team.name: team_id for team_id, team in affairs.teams.items()}
    lost = {"votes": 0, "plans": 0, "forecasts": 0, "results": 0}
    for (name, step), answer in workshop.votes.items():
        kept = affairs.choices if step in EXHIBITS else affairs.bets
        lost["votes"] += kept.get(step, {}).get(people[name]) != answer
    for (team, number), reason in workshop.plans.items():
        entry = affairs.teams[ids[team]].committed(number)
        lost["plans"] += entry is None or entry.answer["reason"] != reason
    for (team, number), middle in workshop.forecasts.items():
        entry = affairs.teams[ids[team]].forecast(number)
        lost["forecasts"] += entry is None or entry.answer["profit_nine_months_krub"][1] != middle
    world, case, _ = company()
    rounds = Rounds(world, affairs.founding.luck)
    for number in sorted(affairs.played):
        asked = affairs.played[number]
        rounds.play({team: plan_of(plan) for team, plan in asked.plans.items()}, asked.kinds)
    known = known_of_rounds(affairs, case, rounds.played, {}, {}, "en")
    for (team, number), result in workshop.results.items():
        fresh = json.loads(json.dumps(known.results[number][ids[team]]))
        lost["results"] += fresh != result
    lost["results"] += workshop.different
    had = {
        "votes": len(workshop.votes),
        "plans": len(workshop.plans),
        "forecasts": len(workshop.forecasts),
        "results": len(workshop.results),
    }
    return {name: (count, had[name]) for name, count in lost.items()}


async def one(
    file: Path, wish: argparse.Namespace, moments: list[int]
) -> tuple[Served, Workshop, float]:
    """A whole workshop, killed at moments counted in what browsers send."""
    chance = random.Random(wish.seed)
    site = Served(file, chance)
    await site.start()
    site.moments = moments
    workshop = Workshop(site, wish.teams, wish.people, chance)
    began = time.perf_counter()
    try:
        await workshop.play()
    finally:
        await site.end()
    return site, workshop, time.perf_counter() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--teams", type=int, default=4)
    parser.add_argument("--people", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    wish = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "whole.sqlite"
        site, workshop, seconds = asyncio.run(one(file, wish, []))
        print(f"undisturbed: {site.sent} times sent, {seconds:.0f} s; "
              f"lost of had: {missing(workshop, file)}")  # fmt: skip
        moments = sorted(random.Random(wish.seed).sample(range(1, site.sent), wish.kills))
        file = Path(folder) / "killed.sqlite"
        site, workshop, seconds = asyncio.run(one(file, wish, moments))
        starts = sorted(site.starts)
        middle = starts[len(starts) // 2]
        print(f"killed {site.kills} times: {site.sent} times sent, {seconds:.0f} s, a start takes "
              f"{middle:.1f} s; lost of had: {missing(workshop, file)}")  # fmt: skip


if __name__ == "__main__":
    main()
