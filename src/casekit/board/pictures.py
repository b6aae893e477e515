"""Pictures of the board; only the visible one is drawn."""

from __future__ import annotations

from casekit.board.desk import Desk
from casekit.charts.board import BoardPicture
from casekit.charts.board_curves import CurvesPicture
from casekit.handout import board_frame, curves_frame
from casekit.model import Figures, Outlook

__all__ = ["VIEWS", "Pictures"]

#: Views: figures of the plan, and its hours on the response curves.
VIEWS = ("follows", "curves")


class Pictures:
    """Both pictures of a board, reused while their static parts are valid.

    Parameters
    ----------
    desk
        State of the board.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.view = VIEWS[0]
        # With what their static parts depend on: scope, and phase of the best plan's marks.
        self._follows: tuple[str, int, BoardPicture] | None = None
        self._curves: tuple[str, CurvesPicture] | None = None

    def draw(self, figures: Figures, found: Outlook | None) -> bytes:
        """Draw the visible picture as a PNG."""
        desk = self._desk
        if self.view == "follows":
            frame = board_frame(desk.comparison, figures, desk.scope, desk.phase, marks=True)
            if self._follows is None or self._follows[:2] != (desk.scope, desk.phase):
                self._follows = desk.scope, desk.phase, BoardPicture(frame)
            return self._follows[2].draw(frame)
        curves = curves_frame(desk.comparison, figures, desk.scope, found)
        if self._curves is None or self._curves[0] != desk.scope:
            self._curves = desk.scope, CurvesPicture(curves)
        return self._curves[1].draw(curves)
