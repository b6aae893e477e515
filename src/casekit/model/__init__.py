"""How selling hours answer: response curves, their calibration, plans and the best of them.

============== ===================================================================
module         holds
============== ===================================================================
`curves`       response curves with `value(h)`, `marginal(h)` and `elasticity(h)`; more in
               `adbudg`, all by name in `registry`
`dynamics`     the monthly equations, month by month
`sweep`        the same in one go, with the slopes of the value
`calibration`  curves estimated from history (`calibration_history`) or told by people
               (`judgement`), with what the evidence leaves open
`plan`         which hours move, and the `limits` they keep
`projection`   what a plan brings: `project`
`best_plan`    the plan of the highest value, found by `climb`; `goal_seek` the least change that
               reaches a target; `share_of_gain` what a plan is worth beside the best
`uncertainty`  how sure a plan's gain is; a careful plan
`comparison`   a plan held against today and the best, for a board; `rebalance` how other hours
               give way when one is moved
`mix`          everybody at a benchmark's mix of hours
`explaining`   a plan in a few sentences
============== ===================================================================
"""

from casekit.model.adbudg import Adbudg
from casekit.model.best_plan import BestPlan, best_plan, plan_mark, share_of_gain
from casekit.model.calibration import Calibration
from casekit.model.calibration_history import calibrate_history
from casekit.model.comparison import Comparison, Figures
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
)
from casekit.model.explaining import explain_changes, explain_plan
from casekit.model.goal_seek import goal_seek
from casekit.model.hour_value import value_of_one_hour
from casekit.model.judgement import calibrate_judgement
from casekit.model.limits import Breach, Limits, breaches
from casekit.model.mix import at_mix, benchmark_plan, shifted_plan
from casekit.model.plan import EVERYBODY, PHASES, Move, Plan
from casekit.model.projection import Projection, project
from casekit.model.rebalance import fit_to_limits, give_way
from casekit.model.registry import CURVES, albers_shares, make_curve
from casekit.model.response_frame import outcome_of_hours, response_frame
from casekit.model.sweep import Sweep
from casekit.model.uncertainty import Outlook, careful_plan, outlook, split_ranges

__all__ = [
    "CURVES",
    "EVERYBODY",
    "PHASES",
    "Adbudg",
    "BestPlan",
    "Breach",
    "Calibration",
    "Comparison",
    "Erosion",
    "Figures",
    "Limits",
    "Move",
    "Outlook",
    "Path",
    "Plan",
    "Power",
    "Projection",
    "Pursuit",
    "Response",
    "Saturating",
    "Start",
    "Sweep",
    "albers_shares",
    "at_mix",
    "benchmark_plan",
    "best_plan",
    "breaches",
    "calibrate_history",
    "calibrate_judgement",
    "careful_plan",
    "cycle_weights",
    "explain_changes",
    "explain_plan",
    "fit_to_limits",
    "follow_attention",
    "give_way",
    "goal_seek",
    "hour_to_win_weights",
    "make_curve",
    "outcome_of_hours",
    "outlook",
    "plan_mark",
    "project",
    "project_reps",
    "response_frame",
    "service_penalty",
    "share_of_gain",
    "shifted_plan",
    "split_ranges",
    "value_of_one_hour",
]
