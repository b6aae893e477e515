"""A plan on paper: in words, as a page with pictures, as a sheet of numbers, as a memo."""

from casekit.handout.frames import board_frame, curves_frame
from casekit.handout.memos import Memo, memo
from casekit.handout.page import board_png, plan_page
from casekit.handout.sheet import plan_sheet
from casekit.handout.tables import tables_book

__all__ = [
    "Memo",
    "board_frame",
    "board_png",
    "curves_frame",
    "memo",
    "plan_page",
    "plan_sheet",
    "tables_book",
]
