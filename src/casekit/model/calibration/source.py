"""Any source of a projection as a calibration: a company is calibrated once and kept."""

from __future__ import annotations

from functools import lru_cache

from casekit.company import Case
from casekit.errors import InvalidArgument
from casekit.model.calibration.calibration import Calibration
from casekit.model.calibration.history import calibrate_history

__all__ = ["CaseOrCalibration", "calibrated"]

#: What may be projected: a company, or a calibration of one.
CaseOrCalibration = Case | Calibration


def calibrated(source: CaseOrCalibration) -> Calibration:
    """A calibration: as given, or of a company's own history.

    Raises
    ------
    InvalidArgument
        If it is neither.
    """
    if isinstance(source, Calibration):
        return source
    if isinstance(source, Case):
        return _calibrated(source)
    raise InvalidArgument("model-source", found=type(source).__name__)


@lru_cache(maxsize=4)
def _calibrated(case: Case) -> Calibration:
    return calibrate_history(case)
