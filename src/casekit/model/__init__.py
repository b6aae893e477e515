"""How selling hours answer: response curves and the monthly equations of a sales force.

`curves` holds the response curves, each with `value(h)`, `marginal(h)` and `elasticity(h)`;
`dynamics` moves a whole sales force month by month along them and values what comes of it.
"""

from casekit.model.curves import Erosion, Pursuit, Saturating
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

__all__ = [
    "Erosion",
    "Path",
    "Pursuit",
    "Response",
    "Saturating",
    "Start",
    "cycle_weights",
    "follow_attention",
    "hour_to_win_weights",
    "project_reps",
    "service_penalty",
    "value_of_path",
]
