"""How selling hours answer: response curves, their calibration, plans and the best of them.

A folder imports only from the folders above it in this table.

folder          holds
`response`      curves with `value(h)`, `marginal(h)` and `elasticity(h)` (`curves`,
                `adbudg`); the monthly equations month by month (`dynamics`), and in
                one go with the gradient of the value (`sweep`)
`calibration`   curves estimated from history (`history`) or told by people
                (`judgement`), with what the evidence leaves open; whether the model
                would have told the months that came (`hindcast`) and goes on where
                the books end (`continuing`); how prices give way (`pressure`)
`plans`         which hours move (`plan`) and the `limits` they keep; what a plan
                brings (`projection`) and how sure that is (`outlook`); the plan of
                the highest value (`best_plan`), the least change that reaches a
                target (`goal_seek`), a benchmark's mix for everybody (`mix`); a
                plan held against today (`comparison`), in sentences (`explaining`),
                by year and person (`accounts`), and what to watch (`indicators`)
"""

from casekit.model.calibration.calibration import Calibration
from casekit.model.calibration.continuing import Continuing, books_go_on
from casekit.model.calibration.hindcast import Hindcast, hindcast
from casekit.model.calibration.history import calibrate_history
from casekit.model.calibration.judgement import calibrate_judgement
from casekit.model.calibration.pressure import PricePressure, estimate_pressure
from casekit.model.calibration.response_frame import outcome_of_hours, response_frame
from casekit.model.calibration.snapshot import Levels
from casekit.model.calibration.source import CaseOrCalibration, calibrated
from casekit.model.calibration.until import until
from casekit.model.calibration.words import hindcast_words, pressure_words
from casekit.model.plans.accounts import (
    gained_by_month,
    hours_by_person,
    hours_by_region,
    plan_accounts,
)
from casekit.model.plans.band import Band, under_pressure
from casekit.model.plans.best_plan import BestPlan, best_plan, plan_mark, share_of_gain
from casekit.model.plans.careful import careful_plan, split_ranges
from casekit.model.plans.comparison import Comparison, Figures
from casekit.model.plans.explaining import explain_changes, explain_plan, plan_words, scope_name
from casekit.model.plans.goal_seek import goal_seek
from casekit.model.plans.indicators import expected_changes, indicators, pilots_of_plan
from casekit.model.plans.limits import Breach, Limits, breaches, company_limits
from casekit.model.plans.mix import at_mix, benchmark_plan, lowered_plan, shifted_plan
from casekit.model.plans.norm import Norm, best_norm
from casekit.model.plans.outlook import Outlook, outlook
from casekit.model.plans.plan import EVERYBODY, PHASES, Move, Plan
from casekit.model.plans.projection import Projection, project
from casekit.model.plans.proposals import Proposals, proposals, weigh
from casekit.model.plans.rebalance import fit_to_limits, give_way
from casekit.model.plans.trough import Trough, trough_of
from casekit.model.plans.untried import untried
from casekit.model.plans.what_if import doing_nothing, retention_cut, service_left
from casekit.model.response.adbudg import Adbudg
from casekit.model.response.curves import Erosion, Power, Pursuit, Saturating
from casekit.model.response.cycle import cycle_weights, hour_to_win_weights
from casekit.model.response.dynamics import (
    Months,
    Response,
    Start,
    follow_attention,
    project_reps,
    service_penalty,
)
from casekit.model.response.hour_value import value_of_one_hour
from casekit.model.response.sweep import Sweep

__all__ = [
    "EVERYBODY",
    "PHASES",
    "Adbudg",
    "Band",
    "BestPlan",
    "Breach",
    "Calibration",
    "CaseOrCalibration",
    "Comparison",
    "Continuing",
    "Erosion",
    "Figures",
    "Hindcast",
    "Levels",
    "Limits",
    "Months",
    "Move",
    "Norm",
    "Outlook",
    "Plan",
    "Power",
    "PricePressure",
    "Projection",
    "Proposals",
    "Pursuit",
    "Response",
    "Saturating",
    "Start",
    "Sweep",
    "Trough",
    "at_mix",
    "benchmark_plan",
    "best_norm",
    "best_plan",
    "books_go_on",
    "breaches",
    "calibrate_history",
    "calibrate_judgement",
    "calibrated",
    "careful_plan",
    "company_limits",
    "cycle_weights",
    "doing_nothing",
    "estimate_pressure",
    "expected_changes",
    "explain_changes",
    "explain_plan",
    "fit_to_limits",
    "follow_attention",
    "gained_by_month",
    "give_way",
    "goal_seek",
    "hindcast",
    "hindcast_words",
    "hour_to_win_weights",
    "hours_by_person",
    "hours_by_region",
    "indicators",
    "lowered_plan",
    "outcome_of_hours",
    "outlook",
    "pilots_of_plan",
    "plan_accounts",
    "plan_mark",
    "plan_words",
    "pressure_words",
    "project",
    "project_reps",
    "proposals",
    "response_frame",
    "retention_cut",
    "scope_name",
    "service_left",
    "service_penalty",
    "share_of_gain",
    "shifted_plan",
    "split_ranges",
    "trough_of",
    "under_pressure",
    "until",
    "untried",
    "value_of_one_hour",
    "weigh",
]
