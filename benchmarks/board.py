"""The board: a move on the Python side, the page from its start to 120 readers at once.

    python benchmarks/board.py                  all rows
    python benchmarks/board.py --readers 30 --seconds 10
    python benchmarks/board.py --beside DIR         and ratios to the board before

DIR is a checkout with an environment of its own in which the board was still made of ipywidgets
and matplotlib, and `casekit app` gave a process to each reader.

Python side: from a deed of the protocol to the answer as JSON text, with 24 and 300 specialists.
Browser: from a slider's input to the new picture painted, in Chromium on the page.
The page runs in a process of its own and its readers in this one: seconds from the command to a
first view, memory a reader (what the server holds more, divided by the readers), and how long a
move takes from the browser's side while all readers move every two seconds and what is slow is
worked out as well.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import numpy as np
from larger import wider
from tornado.httpclient import AsyncHTTPClient, HTTPRequest
from tornado.websocket import websocket_connect

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from browser import browser_page

from casekit.board.session import Session
from casekit.board.shared import SharedModel
from casekit.company import load_case
from casekit.model import calibrate_history
from casekit.questions.answers_file import AnswersFile

ROOT = Path(__file__).parents[1]
MOVES = 200
#: Seconds between two moves of a reader.
PAUSE = 2.0
ACTIVITIES = ("retention", "expansion", "conversion", "service", "admin")


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--readers", type=int, default=120)
    asked.add_argument("--seconds", type=float, default=30.0)
    asked.add_argument("--beside", type=Path)
    how = asked.parse_args()
    found = python_side()
    with page(ROOT, sys.executable) as (address, server, began):
        found |= asyncio.run(readers(address, server, began, how.readers, how.seconds))
        browser_side(address)
    if how.beside:
        before = landed(how.beside.resolve())
        for name, value in before.items():
            print(
                f"before: {name} {value:.1f}, now {found[name]:.1f}: 1 to {value / found[name]:.1f}"
            )


def python_side() -> dict[str, float]:
    """A move of everybody's slider, answered as text."""
    found = {}
    known = calibrate_history(load_case(ROOT / "data"))
    with tempfile.TemporaryDirectory() as folder:
        for size in (24, 300):
            shared = SharedModel(wider(known, size))
            session = Session(shared, AnswersFile(folder), "en")
            session.opening()
            taken = []
            for number in range(MOVES):
                deed = {"do": "move", "activity": ACTIVITIES[number % 3], "turn": number + 1}
                began = time.perf_counter()
                text = json.dumps(session.answer({**deed, "hours": 8 + 3 * number % 17}))
                taken.append(time.perf_counter() - began)
            middle, late = 1000 * np.percentile(taken, (50, 95))
            print(f"{size:4} specialists: a move {middle:.1f} ms (median), {late:.1f} ms "
                  f"(95th percentile), {len(text) / 1024:.0f} kB")  # fmt: skip
            found.setdefault("a move, ms (95th percentile)", float(late))
    return found


#: Moves a slider and waits until the margin is drawn anew and the browser has painted it.
_MOVED = """async (hours) => {
    const slider = document.querySelectorAll('.ckb input[type=range]')[1];
    const picture = document.querySelector('.ckb [data-drawn]');
    const before = picture.dataset.drawn, began = performance.now();
    slider.value = hours;
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    while (picture.dataset.drawn === before) {
        if (performance.now() - began > 5000) throw new Error('no new picture');
        await new Promise((next) => { const c = new MessageChannel(); c.port1.onmessage = next;
            c.port2.postMessage(0); });
    }
    await new Promise(requestAnimationFrame);
    return performance.now() - began;
}"""


def browser_side(address: str) -> None:
    """From input to picture, and once more on a computer with a quarter of the speed."""
    with browser_page(1280, 720) as shown:
        shown.goto(address)
        shown.wait_for_selector(".ckb [data-drawn]")
        for slower in (1, 4):
            speed = shown.context.new_cdp_session(shown)
            speed.send("Emulation.setCPUThrottlingRate", {"rate": slower})
            taken = []
            for number in range(MOVES):
                taken.append(shown.evaluate(_MOVED, 8 + 3 * number % 17))
                shown.wait_for_timeout(40)
            middle, late = np.percentile(taken[5:], (50, 95))
            print(f"browser{'' if slower == 1 else f', {slower} times slower'}: input to picture "
                  f"{middle:.0f} ms (median), {late:.0f} ms (95th percentile)")  # fmt: skip


@contextmanager
def page(root: Path, python: str):
    """The page's server of a checkout: its address, process, and when the command was given."""
    command = [python, "-m", "casekit", "app", "--no-browser", "--lang", "en"]
    with tempfile.TemporaryDirectory() as state:
        own = {"CASEKIT_STATE": state, "OMP_NUM_THREADS": "1", "PYTHONPATH": str(root / "src")}
        began = time.perf_counter()
        server = subprocess.Popen(
            command, cwd=root, stdout=subprocess.PIPE, text=True, env={**os.environ, **own}
        )
        yield from told(server, began)


def told(server: subprocess.Popen, began: float):
    """Its address once it stands; the server ends afterwards."""
    try:
        found = None
        while found is None:
            line = server.stdout.readline()
            if not line:
                raise RuntimeError("the server ended")
            found = re.search(r"http://\S+", line)
        yield found[0], server, began
    finally:
        server.terminate()
        server.wait(60)


#: A board of sliders, moved: milliseconds of a move and what its process holds.
_LANDED = """
import json, re, sys, time
import casekit as ck
row = ck.cockpit(ck.load_case())._rows["expansion"].slider
taken = []
for number in range(int(sys.argv[1])):
    began = time.perf_counter()
    row.value = 8 + 3 * number % 17
    taken.append(time.perf_counter() - began)
held = open("/proc/self/smaps_rollup").read()
held = sum(int(n) for n in re.findall(r"^Private_\\w+:\\s+(\\d+)", held, re.M)) / 1024
print(json.dumps([1000 * sorted(taken)[int(0.95 * len(taken))], held]))
"""


def landed(root: Path) -> dict[str, float]:
    """The same figures of the board before."""
    python = str(root / ".venv" / "bin" / "python")
    done = subprocess.run(
        [python, "-c", _LANDED, str(MOVES)], cwd=root, capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONPATH": str(root / "src")},
    )  # fmt: skip
    late, held = json.loads(done.stdout.splitlines()[-1])
    with page(root, python) as (address, _, began):
        with urlopen(address) as answer:
            answer.read()
        start = time.perf_counter() - began
    return {
        "a move, ms (95th percentile)": late,
        "first view, s after the command": start,
        "memory a reader, MB": held,
    }


async def readers(
    address: str, server, began: float, count: int, seconds: float
) -> dict[str, float]:
    """Open boards, move them, and tell."""
    first = await opened(address)
    start = time.perf_counter() - began
    print(f"page: first view {start:.1f} s after the command")
    before = memory_mb(server.pid)
    lines = [first, *[await opened(address) for _ in range(count - 1)]]
    taken: list[float] = []
    late: list[float] = []
    until = time.perf_counter() + seconds
    await asyncio.gather(*(moving(line, until, taken, late) for line in lines))
    middle, slow = 1000 * np.percentile(taken, (50, 95))
    held = (memory_mb(server.pid) - before) / max(count - 1, 1)
    print(f"page: {count} readers, a move every {PAUSE:.0f} s each: {middle:.0f} ms (median), "
          f"{slow:.0f} ms (95th percentile), slowest {1000 * max(taken):.0f} ms, of "
          f"{len(taken)}; {held:.2f} MB a reader "
          f"(server {memory_mb(server.pid):.0f} MB)")  # fmt: skip
    if late:
        print(f"page: chance and band {np.median(late):.1f} s after a move (median), for "
              f"{len(late)} moves; others moved on before")  # fmt: skip
    for line in lines:
        line.close()
    return {"first view, s after the command": start, "memory a reader, MB": held}


async def opened(address: str):
    """A new board's web socket, its first view read."""
    client = AsyncHTTPClient()
    answer = await client.fetch(HTTPRequest(address, follow_redirects=False), raise_error=False)
    base = address.split("/?")[0]
    line = await websocket_connect(
        f"{base}{answer.headers['Location']}/socket".replace("http", "ws")
    )
    await line.write_message('{"do": "hello", "turn": 0}')
    await until_kind(line, "view")
    return line


async def moving(line, until: float, taken: list[float], late: list[float]) -> None:
    """A reader who moves a slider every two seconds."""
    rng = random.Random(id(line))
    await asyncio.sleep(PAUSE * rng.random())
    turn = 0
    while time.perf_counter() < until:
        turn += 1
        hours = rng.uniform(8, 30)
        deed = {"do": "move", "turn": turn, "activity": rng.choice(ACTIVITIES), "hours": hours}
        began = time.perf_counter()
        await line.write_message(json.dumps(deed))
        await until_kind(line, "view")
        taken.append(time.perf_counter() - began)
        rest = began + PAUSE - time.perf_counter()
        try:
            await asyncio.wait_for(until_kind(line, "slow"), max(rest, 0.0))
            late.append(time.perf_counter() - began)
        except TimeoutError:
            continue
        await asyncio.sleep(max(began + PAUSE - time.perf_counter(), 0.0))


async def until_kind(line, kind: str) -> dict:
    """Next message of a kind."""
    while True:
        message = await line.read_message()
        if message is None:
            raise RuntimeError("the line broke")
        if message.startswith(f'{{"kind":"{kind}"'):
            return message


def memory_mb(pid: int) -> float:
    """Memory of a process that is its own, MB (Linux)."""
    content = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="utf-8")
    return sum(int(n) for n in re.findall(r"^Private_\w+:\s+(\d+)", content, re.M)) / 1024


if __name__ == "__main__":
    main()
