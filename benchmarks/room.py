"""The room: a whole workshop of 40 teams at once.

    python benchmarks/room.py
    python benchmarks/room.py --teams 10

The server runs in a process of its own, as `casekit room` starts it; browsers are this process's
web sockets, three people a team, each with a line to the room and one to its team's board.

How long a vote takes until it is acknowledged, all voting within five seconds; a move at a
board while all boards are moved every two seconds; a commit; a round from the facilitator's word
until everybody's page has its results; and what the server holds in memory.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable
from pathlib import Path
from typing import Any

import numpy as np
import psutil

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import room_site
from room_site import Browser, Reached

PEOPLE = 3
#: Seconds that anything may take before a measurement is given up.
room_site.PATIENCE = 600
#: Seconds between two moves of a team's board, and how long they go on.
PAUSE, MOVING = 2.0, 20.0
VOTING = 5.0
ACTIVITIES = ("retention", "expansion", "conversion", "service", "admin")
ADDRESS = re.compile(r"(http://[^/\s]+)/(screen|facilitator)\?token=(\w+)")


class Served(Reached):
    """A room that another process serves."""

    def __init__(self, file: Path, minutes: int) -> None:
        super().__init__()
        self.file, self.minutes = file, minutes
        self.process: subprocess.Popen[str] | None = None

    def hear(self, text: str) -> None:
        """Keep nothing."""

    def start(self, port: int = 0) -> float:
        """Start the server; seconds until it is open."""
        began = time.perf_counter()
        words = ["--file", str(self.file), "--host", "127.0.0.1", "--port", str(port)]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "casekit", "room", *words, "--no-browser", "--lang", "en"]
            + (["--minutes", str(self.minutes)] if not self.file.exists() else []),
            stdout=subprocess.PIPE, encoding="utf-8",
        )  # fmt: skip
        assert self.process.stdout is not None
        self.tokens = {}
        for line in self.process.stdout:
            if found := ADDRESS.search(line):
                self.base, role, self.tokens[role] = found.groups()
            if code := re.search(r"\?room=(\w+)", line):
                self.code = code[1]
            if len(self.tokens) == 2:
                break
        return time.perf_counter() - began

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self.base.rsplit(":", 1)[1])

    def kill(self) -> None:
        """End it as a crash does."""
        assert self.process is not None
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.process.stdout.close()  # type: ignore[union-attr]

    @property
    def megabytes(self) -> float:
        """Memory of the server."""
        assert self.process is not None
        return psutil.Process(self.process.pid).memory_info().rss / 2**20


class Team:
    """People at one board."""

    def __init__(self, name: str, people: list[Browser]) -> None:
        self.name, self.people = name, people


async def gathered(site: Reached, teams: int, people: int) -> list[Team]:
    """Teams that have joined."""

    async def one(number: int) -> Team:
        first = await site.browser(lang=("en", "ru")[number % 2])
        await first.done("join", name=f"First {number}", team=f"Team {number}")
        await first.until(lambda: first.view["team"])
        others = []
        for place in range(1, people):
            other = await site.browser()
            await other.done("join", name=f"P{number}-{place}", code=first.view["team"]["code"])
            others.append(other)
        return Team(f"Team {number}", [first, *others])

    return [await one(number) for number in range(teams)]


async def timed(work: Awaitable[Any], into: list[float]) -> None:
    began = time.perf_counter()
    await work
    into.append(1000 * (time.perf_counter() - began))


def told(name: str, milliseconds: list[float]) -> None:
    p50, p95, most = np.percentile(milliseconds, [50, 95, 100])
    print(f"{name:34} median {p50:7.1f} ms   95th {p95:7.1f} ms   longest {most:7.1f} ms")


async def in_step(everybody: list[Browser], step: str) -> None:
    await asyncio.gather(
        *(one.until(lambda one=one: one.view["step"]["code"] == step) for one in everybody)
    )


async def load(teams: int) -> None:
    """Print what a whole room costs."""
    with tempfile.TemporaryDirectory() as folder:
        site = Served(Path(folder) / "room.sqlite", 180)
        print(f"{'server open after':34} {site.start():7.1f} s, {site.megabytes:.0f} MB")
        try:
            await _load(site, teams)
        finally:
            await site.leave()
            site.kill()


async def _load(site: Served, count: int) -> None:
    leader, screen = await site.browser("facilitator"), await site.browser("screen")
    teams = await gathered(site, count, PEOPLE)
    everybody = [one for team in teams for one in team.people]
    print(f"{'teams, people, lines':34} {count}, {len(everybody)}, {2 * len(everybody) + 2}")
    rng = random.Random(1)

    await leader.done("go", step="audit")
    await in_step(everybody, "audit")
    votes: list[float] = []

    async def vote(one: Browser) -> None:
        await asyncio.sleep(rng.random() * VOTING)
        choice = rng.choice(("under_30", "30_45", "45_60", "over_60"))
        await timed(one.done("vote", exhibit="audit", choice=choice), votes)

    await asyncio.gather(*(vote(one) for one in everybody))
    told("a vote, all within 5 s", votes)

    await leader.done("go", step="board")
    opened: list[float] = []
    await asyncio.gather(*(timed(one.open_board(), opened) for one in everybody))
    told("a board's first view", opened)
    print(f"{'memory with all boards open':34} {site.megabytes:7.0f} MB")
    for round_number, step in ((1, "commit"), (2, "decide_2"), (3, "decide_3")):
        await leader.done("go", step=step)
        await in_step(everybody, step)
        if round_number > 1:
            # Each team's own company now: the browser comes back and gets it.
            opened = []
            await asyncio.gather(*(timed(reopened(one), opened) for one in everybody))
            told(f"round {round_number}: boards of all companies", opened)
        await _decided(teams, rng)
        began = time.perf_counter()
        await leader.done("play", round=round_number)
        await asyncio.gather(
            *(shown(one, round_number) for one in everybody),
            screen.until(lambda: screen.view["told"].get("leaders")),
        )
        seconds = time.perf_counter() - began
        print(f"{f'round {round_number} until all have results':34} {seconds:7.1f} s")
    print(f"{'memory after three rounds':34} {site.megabytes:7.0f} MB")


async def reopened(one: Browser) -> None:
    """Open the board anew, once the old line has ended."""
    await one.until_board_ended()
    await one.open_board()


async def _decided(teams: list[Team], rng: random.Random) -> None:
    moves: list[float] = []
    commits: list[float] = []
    ends = time.perf_counter() + MOVING

    async def moving(team: Team) -> None:
        mover = team.people[0]
        await asyncio.sleep(rng.random() * PAUSE)
        while time.perf_counter() < ends:
            activity, hours = rng.choice(ACTIVITIES), 12.0 + 18.0 * rng.random()
            await timed(mover.at_board("move", activity=activity, hours=round(hours, 1)), moves)
            await asyncio.sleep(PAUSE)
        await timed(mover.commit("the best of what we tried"), commits)
        await mover.forecast(-2000.0, 500.0, 4000.0)
        for one in team.people:
            one.said.clear()

    await asyncio.gather(*(moving(team) for team in teams))
    told("a move, every board every 2 s", moves)
    told("a commit, all at once", commits)


async def shown(one: Browser, number: int) -> None:
    """Wait until a page shows the results of a round."""
    await one.until(lambda: (one.view["told"].get("result") or {}).get("round") == number)


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--teams", type=int, default=40)
    wanted = asked.parse_args()
    asyncio.run(load(wanted.teams))


if __name__ == "__main__":
    main()
