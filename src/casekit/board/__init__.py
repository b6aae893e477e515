"""Interactive widgets: the board and the first slider; they hold no answer."""

from casekit.board.board import Board, cockpit
from casekit.board.slider import FirstSlider, first_slider

__all__ = ["Board", "FirstSlider", "cockpit", "first_slider"]
