"""The company: what its tables hold, whether they are sound, and the case they make.

`schema` declares the tables and `terms` what value is counted with; `reading` and `validation`
turn files into sound frames or name every fault; `case` is what everybody else works with;
`package` writes tables, and describes them for machines (`datapackage.json`) and for people (the
data dictionary).
"""

from casekit.company.case import Case, need_case
from casekit.company.faults import Fault
from casekit.company.loading import data_folder, load_case
from casekit.company.schema import ACTIVITIES, SELLING, STATUSES, TABLES, Column, Table
from casekit.company.terms import Terms

__all__ = [
    "ACTIVITIES",
    "SELLING",
    "STATUSES",
    "TABLES",
    "Case",
    "Column",
    "Fault",
    "Table",
    "Terms",
    "data_folder",
    "load_case",
    "need_case",
]
