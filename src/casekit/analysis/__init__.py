"""What the reports, the sales and the books say: pure functions, frame in, frame out.

Nothing here prints, draws or knows a language; each function says in its first line what it
tells the business and in which unit.
"""

from casekit.analysis.time_audit import hours_by_rep, reference_gaps, time_audit

__all__ = ["hours_by_rep", "reference_gaps", "time_audit"]
