"""How selling hours answer: response curves and the monthly equations of a sales force.

`curves` holds the response curves, each with `value(h)`, `marginal(h)` and `elasticity(h)`;
`dynamics` moves a whole sales force month by month along them and values what comes of it.
`calibrate_history` estimates them from a company's tables, `calibrate_judgement` from answers.
"""

from casekit.model.adbudg import Adbudg
from casekit.model.calibration import Calibration
from casekit.model.calibration_history import calibrate_history
from casekit.model.curves import Erosion, Power, Pursuit, Saturating
from casekit.model.dynamics import (
    Path,
    Response,
    Start,
    cycle_weights,
    follow_attention,
    hour_to_win_weights,
    project_reps,
    service_penalty,
    value_of_path,
)
from casekit.model.hour_value import value_of_one_hour
from casekit.model.judgement import calibrate_judgement
from casekit.model.registry import CURVES, albers_shares, make_curve
from casekit.model.response_frame import response_frame

__all__ = [
    "CURVES",
    "Adbudg",
    "Calibration",
    "Erosion",
    "Path",
    "Power",
    "Pursuit",
    "Response",
    "Saturating",
    "Start",
    "albers_shares",
    "calibrate_history",
    "calibrate_judgement",
    "cycle_weights",
    "follow_attention",
    "hour_to_win_weights",
    "make_curve",
    "project_reps",
    "response_frame",
    "service_penalty",
    "value_of_one_hour",
    "value_of_path",
]
