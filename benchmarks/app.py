"""Page loads of `casekit app`: do all boards react, how soon, and what is left behind.

    python benchmarks/app.py                    10 loads
    python benchmarks/app.py --loads 100

A load is warm where a board waits ready (there are two), cold right after the one before it.
Also: seconds from the command to a board that reacts, and memory of a page.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from browser import boards, boards_memory_mb, browser_page, running_app

#: Seconds after which a board that does not react is counted as stalled.
LONGEST = 30.0
#: Pause before a load, for the next board to get ready: none is a cold load.
PAUSES = {"warm": 6.0, "cold": 0.0}


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--loads", type=int, default=10)
    how = asked.parse_args()
    began = time.perf_counter()
    outside: set[str] = set()
    with (
        tempfile.TemporaryDirectory() as folder,
        running_app(Path(folder), "--lang", "en") as (address, server),
        browser_page(1280, 720) as page,
    ):
        page.on("request", lambda request: outside.add(request.url.split("/")[2]))
        answered = time.perf_counter() - began
        load(page, address)
        print(f"from the command to the address {answered:.1f} s, "
              f"to a board that reacts {time.perf_counter() - began:.1f} s")  # fmt: skip
        for name, pause in PAUSES.items():
            count = how.loads // 2
            taken = []
            for _ in range(count):
                page.wait_for_timeout(1000 * pause)
                taken.append(load(page, address))
            well = [seconds for seconds in taken if seconds < LONGEST]
            print(f"{name}: {len(well)} of {count} boards react; median {np.median(well):.1f} s, "
                  f"slowest {max(well):.1f} s")  # fmt: skip
        print(f"a page's process holds {boards_memory_mb():.0f} MB; {boards(server)} run")
        page.goto("about:blank")
        page.wait_for_timeout(8000)
        print(f"after the last page is closed {boards(server)} run, which wait for readers; "
              f"asked for files: {', '.join(sorted(filter(None, outside)))}")  # fmt: skip


def load(page, address: str) -> float:
    """Seconds from asking for the page until a key on a slider changes its number."""
    began = time.perf_counter()
    page.goto(address, wait_until="commit")
    until = began + LONGEST
    try:
        page.locator(".widget-image").wait_for(timeout=1000 * LONGEST)
        shown = page.get_by_label("expansion", exact=True)
        before = shown.input_value()
        page.locator(".widget-slider .noUi-handle").nth(1).focus()
        while shown.input_value() == before and time.perf_counter() < until:
            page.keyboard.press("ArrowRight")
            page.wait_for_timeout(100)
    except Exception as error:  # counted and told; the next load goes on
        print(f"stalled: {type(error).__name__}")
        return LONGEST
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
