"""How selling hours answer: response curves, their calibration, plans and the best of them.

A folder imports only from the folders above it in this table.

=============== ==================================================================
folder          holds
=============== ==================================================================
`response`      curves with `value(h)`, `marginal(h)` and `elasticity(h)` (`curves`,
                `adbudg`); the monthly equations month by month (`dynamics`), and in
                one go with the gradient of the value (`sweep`)
`calibration`   curves estimated from history (`history`) or told by people
                (`judgement`), with what the evidence leaves open
`plans`         which hours move (`plan`) and the `limits` they keep; what a plan
                brings (`projection`) and how sure that is (`outlook`); the plan of
                the highest value (`best_plan`), the least change that reaches a
                target (`goal_seek`), a benchmark's mix for everybody (`mix`); a
                plan held against today (`comparison`) and in sentences
                (`explaining`)
=============== ==================================================================
"""

from casekit.model.calibration.calibration import Calibration
from casekit.model.calibration.history import calibrate_history
from casekit.model.calibration.judgement import calibrate_judgement
from casekit.model.calibration.response_frame import outcome_of_hours, response_frame
from casekit.model.calibration.source import CaseOrCalibration, calibrated
from casekit.model.plans.best_plan import BestPlan, best_plan, plan_mark, share_of_gain
from casekit.model.plans.careful import careful_plan, split_ranges
from casekit.model.plans.comparison import Comparison, Figures
from casekit.model.plans.explaining import explain_changes, explain_plan, plan_words, scope_name
from casekit.model.plans.goal_seek import goal_seek
from casekit.model.plans.limits import Breach, Limits, breaches, company_limits
from casekit.model.plans.mix import at_mix, benchmark_plan, shifted_plan
from casekit.model.plans.outlook import Outlook, outlook
from casekit.model.plans.plan import EVERYBODY, PHASES, Move, Plan
from casekit.model.plans.projection import Projection, project
from casekit.model.plans.rebalance import fit_to_limits, give_way
from casekit.model.response.adbudg import Adbudg
from casekit.model.response.curves import Erosion, Power, Pursuit, Saturating
from casekit.model.response.dynamics import (
    Months,
    Response,
    Start,
    cycle_weights,
    follow_attention,
    hour_to_win_weights,
    project_reps,
    service_penalty,
)
from casekit.model.response.hour_value import value_of_one_hour
from casekit.model.response.sweep import Sweep

__all__ = [
    "EVERYBODY",
    "PHASES",
    "Adbudg",
    "BestPlan",
    "Breach",
    "Calibration",
    "CaseOrCalibration",
    "Comparison",
    "Erosion",
    "Figures",
    "Limits",
    "Months",
    "Move",
    "Outlook",
    "Plan",
    "Power",
    "Projection",
    "Pursuit",
    "Response",
    "Saturating",
    "Start",
    "Sweep",
    "at_mix",
    "benchmark_plan",
    "best_plan",
    "breaches",
    "calibrate_history",
    "calibrate_judgement",
    "calibrated",
    "careful_plan",
    "company_limits",
    "cycle_weights",
    "explain_changes",
    "explain_plan",
    "fit_to_limits",
    "follow_attention",
    "give_way",
    "goal_seek",
    "hour_to_win_weights",
    "outcome_of_hours",
    "outlook",
    "plan_mark",
    "plan_words",
    "project",
    "project_reps",
    "response_frame",
    "scope_name",
    "service_penalty",
    "share_of_gain",
    "shifted_plan",
    "split_ranges",
    "value_of_one_hour",
]
