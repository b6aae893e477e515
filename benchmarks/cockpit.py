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
from casekit.board.pictures import VIEWS
from casekit.charts.board import BoardPicture
from casekit.charts.board_curves import CurvesPicture
from casekit.company import Case
from casekit.handout import board_frame, curves_frame
from casekit.model import Comparison, calibrate_history
from casekit.world import draw_company

MOVES = 200


def main() -> None:
    """Measure and print."""
    language.use("en")
    known = calibrate_history(Case(draw_company(1).tables))
    for size in (24, 300):
        board = Board(Comparison(wider(known, size)), "en")
        for view in VIEWS:
            board._looks.value = view
            taken, sent = moves(board)
            middle, late = np.percentile(taken, (50, 95))
            naive = np.median([redrawn(board, view) for _ in range(10)]) / middle
            print(f"{size:4} specialists, {view:8}: a move {1000 * middle:6.1f} ms (median), "
                  f"{1000 * late:6.1f} ms (95th percentile); {np.mean(sent) / 1024:.0f} kB; "
                  f"drawn anew {naive:.1f} x")  # fmt: skip


def moves(board: Board) -> tuple[list[float], list[int]]:
    """Seconds and bytes of each move of a slider there and back."""
    taken, sent = [], []
    # Every value differs from the one before, so that every one is a move.
    for number in range(MOVES):
        hours = 8 + 3 * number % 17
        began = time.perf_counter()
        board._rows["conversion"].slider.value = hours
        taken.append(time.perf_counter() - began)
        words = board._words.value + board._line.value + board._kept.value
        sent.append(len(board._image.value) + len(words.encode()))
    return taken, sent


def redrawn(board: Board, view: str) -> float:
    """Seconds of the same move with the picture drawn anew."""
    began = time.perf_counter()
    desk, figures = board.desk, board._figures()
    picture: BoardPicture | CurvesPicture
    if view == "follows":
        picture = BoardPicture(board_frame(desk.comparison, figures, desk.scope, desk.phase, "₽"))
    else:
        picture = CurvesPicture(curves_frame(desk.comparison, figures, desk.scope, "₽", None))
    picture.figure.savefig(io.BytesIO(), format="png")
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
