"""What people move by hand: sliders that read, show and hold no answer."""

from casekit.cockpit.slider import FirstSlider, first_slider

__all__ = ["FirstSlider", "first_slider"]
