"""A sales force of another size for the benchmarks, specialists repeated."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from casekit.model import Calibration


def wider(known: Calibration, size: int) -> Calibration:
    """A sales force of a size, made of the specialists of a known one."""
    rows = np.arange(size) % len(known.rep_ids)
    start = replace(known.start, **{n: v[..., rows] for n, v in vars(known.start).items()})
    sample = replace(known.sample, skill=known.sample.skill[:, rows])
    return replace(
        known,
        rep_ids=tuple(f"S{number:04d}" for number in range(size)),
        regions=tuple(known.regions[row] for row in rows),
        start=start,
        sample=sample,
        today_hours=known.today_hours[rows],
    )
