"""Seconds of one slider move on the board, Python side: model, all pictures and words.

    python benchmarks/cockpit.py                    24 and 300 specialists, 200 moves each

Beside it the same three pictures drawn anew at every move, as `interactive_output` would, and
how many kilobytes a move sends to the browser.
"""

from __future__ import annotations

import io
import time

import numpy as np
from larger import wider

from casekit import language
from casekit.board import Board
from casekit.charts.board import BoardPicture
from casekit.company import Case
from casekit.model import Comparison, calibrate_history
from casekit.world import draw_company

MOVES = 200


def main() -> None:
    """Measure and print."""
    language.use("en")
    known = calibrate_history(Case(draw_company(1).tables))
    for size in (24, 300):
        board = Board(Comparison(wider(known, size)), "₽", "en")
        moves = 12.0 + 8.0 * np.sin(np.linspace(0, 20, MOVES))
        taken, sent = [], []
        for hours in moves:
            began = time.perf_counter()
            board._sliders["conversion"].value = float(hours)
            taken.append(time.perf_counter() - began)
            words = board._words.value + board._line.value + board._kept.value
            sent.append(len(board._image.value) + len(words.encode()))
        naive = [redrawn(board) for _ in range(10)]
        middle, late = np.percentile(taken, (50, 95))
        print(f"{size:4} specialists: a move {1000 * middle:6.1f} ms (median), "
              f"{1000 * late:6.1f} ms (95th percentile); {np.mean(sent) / 1024:.0f} kB; "
              f"drawn anew {np.median(naive) / middle:.1f} x; "
              f"axes changed {board._picture.redraws - 1} times")  # fmt: skip


def redrawn(board: Board) -> float:
    """Seconds of the same move with every picture drawn anew."""
    began = time.perf_counter()
    frame = board._frame(board._figures())
    picture = BoardPicture(frame)
    picture.draw(frame)
    picture.figure.savefig(io.BytesIO(), format="png")
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
