"""From a key press to the new picture in a real browser, and memory over many moves.

    python benchmarks/browser_board.py                 100 timed moves, 1,000 moves for memory
    python benchmarks/browser_board.py --reps 300
    python benchmarks/browser_board.py --screenshots DIR --width 1440 --height 900

In JupyterLab, a kernel of its own; needs Chromium.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from browser import BoardPage, boards_memory_mb, browser_page, run_all, running_lab

#: A board of a sales force of any size: the case's own specialists, repeated.
LARGER = f"""import sys
sys.path.insert(0, {str(Path(__file__).parent)!r})
from larger import wider
ck.cockpit(wider(ck.model.calibrate_history(ck.load_case()), {{reps}}))"""

#: Presses a key on the focused handle and waits for the picture's next address.
TIMED = """async (right) => {
    const picture = document.querySelector('.widget-image');
    const before = picture.src, began = performance.now();
    document.activeElement.dispatchEvent(new KeyboardEvent('keydown',
        {key: right ? 'ArrowRight' : 'ArrowLeft', bubbles: true, cancelable: true}));
    while (picture.src === before) {
        if (performance.now() - began > 5000) return -1;
        await new Promise(requestAnimationFrame);
    }
    await picture.decode();
    return performance.now() - began;
}"""


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--moves", type=int, default=100)
    asked.add_argument("--long", type=int, default=1000)
    asked.add_argument("--reps", type=int, default=24)
    asked.add_argument("--screenshots", type=Path)
    asked.add_argument("--width", type=int, default=1280)
    asked.add_argument("--height", type=int, default=720)
    how = asked.parse_args()
    with (
        tempfile.TemporaryDirectory() as folder,
        running_lab(Path(folder), "en", LARGER.format(**vars(how))) as address,
        browser_page(how.width, how.height) as page,
    ):
        run_all(page, address, "board", "en")
        board = BoardPage(page, "en")
        board.handle(1).focus()
        for view in ("follows", "curves"):
            words = board.words(f"board-view-{view}")
            page.get_by_role("button", name=words).click()
            board.handle(1).focus()
            page.wait_for_timeout(1500)
            if how.screenshots:
                page.screenshot(path=how.screenshots / f"board-{how.reps}-{view}.png")
            taken = []
            for number in range(how.moves):
                taken.append(page.evaluate(TIMED, number % 10 < 5))
                page.wait_for_timeout(60)
            late = [ms for ms in taken if ms < 0]
            middle, slow = np.percentile([ms for ms in taken if ms >= 0], (50, 95))
            print(f"{view:8}: key to picture {middle:5.0f} ms (median), "
                  f"{slow:5.0f} ms (95th percentile), {len(late)} without one")  # fmt: skip
        before = boards_memory_mb()
        for number in range(how.long):
            page.evaluate(TIMED, number % 10 < 5)
        print(f"kernel {before:.0f} MB before, {boards_memory_mb():.0f} MB after "
              f"{how.long} moves")  # fmt: skip


if __name__ == "__main__":
    main()
