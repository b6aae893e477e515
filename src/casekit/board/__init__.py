"""What people move by hand: sliders that read, show and hold no answer."""

from casekit.board.board import Board, cockpit
from casekit.board.slider import FirstSlider, first_slider

__all__ = ["Board", "FirstSlider", "cockpit", "first_slider"]
