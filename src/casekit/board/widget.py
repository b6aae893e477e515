"""The board in a notebook: the browser's module in an anywidget, a picture and words without it."""

from __future__ import annotations

import asyncio
import base64
from pathlib import Path
from typing import Any

import anywidget
from traitlets import Unicode

from casekit import language
from casekit.board import module
from casekit.board.files import files_message, files_of, write_files
from casekit.board.module import module_text
from casekit.board.session import Session
from casekit.board.shared import SharedModel, shared_of
from casekit.board.slow import Message, Slow
from casekit.company import Case
from casekit.errors import InvalidArgument
from casekit.handout import board_png
from casekit.model import Calibration, Limits, Plan, plan_words
from casekit.notebook import beside, recording, unseen
from casekit.questions.answers_file import AnswersFile

__all__ = ["Board", "cockpit"]

#: Seconds without a move after which the hand rests.
REST_SECONDS = 0.35


class Board(anywidget.AnyWidget):
    """The board; displays itself at the end of a cell.

    Parameters
    ----------
    session
        The reader's state.
    folder
        Where `save` writes.
    """

    _esm = Unicode().tag(sync=True)
    lang = Unicode().tag(sync=True)

    def __init__(self, session: Session, folder: Path) -> None:
        super().__init__(_esm=module_text(module.MODULE), lang=session.lang)
        self.session, self._folder = session, folder
        session.saves(lambda _: self._save_from_board())
        self._timer: asyncio.TimerHandle | None = None
        self.on_msg(self._on_message)

    @property
    def plan(self) -> Plan:
        """The plan on the board."""
        return self.session.plan

    @property
    def summary(self) -> str:
        """What the plan brings, in words."""
        desk = self.session.desk
        with language.using(self.session.lang, desk.comparison.currency):
            if not desk.plan:
                return language.text("board-nothing")
            figures = desk.comparison.figures(desk.plan, desk.scope, desk.phase)
            return " ".join(plan_words(desk.comparison, desk.plan, figures, desk.scope))

    def save(self, folder: str | Path = ".") -> list[Path]:
        """Write the plan as JSON, as an Excel workbook and as a one-page picture.

        Parameters
        ----------
        folder
            Where to write `my_plan.json`, `my_plan.xlsx` and `my_plan.png`; files of these names
            are replaced.

        Returns
        -------
        list of Path
            What was written.
        """
        return write_files(files_of(self.session), beside(folder))

    def _save_from_board(self) -> Message:
        """Write beside the notebook; where that is locked, the browser still gets the files."""
        files = files_of(self.session)
        try:
            write_files(files, self._folder)
        except OSError:
            return files_message(files, saved=False)
        return files_message(files, saved=True)

    def _repr_mimebundle_(self, **how: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        # Printed, in papermill, in nbconvert and without scripts: the picture and the sentences.
        data, about = super()._repr_mimebundle_(**how)
        desk, marks = self.session.desk, self.session.commitment.open
        data["text/plain"] = self.summary
        # Graded, today's hours look alike in every submission.
        if unseen() or (recording() and not desk.plan):
            return data, about
        with language.using(self.session.lang, desk.comparison.currency):
            figures = desk.comparison.figures(desk.plan, desk.scope, desk.phase)
            picture = board_png(desk.comparison, figures, desk.scope, desk.phase, marks)
        data["image/png"] = base64.b64encode(picture).decode()
        return data, about

    # Messages

    def _on_message(self, _: object, asked: object, _buffers: object) -> None:
        for message in self.session.answer(asked):
            self.send(message)
        self._rest_soon()

    def _rest_soon(self) -> None:
        """Work out what is slow once the hand rests; never without an event loop."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            return
        self._timer = loop.call_later(REST_SECONDS, self._rest)

    def _rest(self) -> None:
        slow = self.session.slow()
        if slow is None:
            return
        loop = asyncio.get_running_loop()
        work = loop.run_in_executor(None, slow.work_out)
        work.add_done_callback(lambda done: self._tell(slow, done))

    def _tell(self, slow: Slow, done: asyncio.Future[Message]) -> None:
        fault = done.exception()
        if fault is not None:
            self.send(self.session.fault(fault))
            return
        for each in self.session.after_slow(slow, done.result()):
            self.send(each)


def cockpit(
    case: Case | Calibration,
    limits: Limits | None = None,
    folder: str | Path = ".",
    optimum: bool = False,
    decide: bool = False,
) -> Board:
    """Show the board on which hours are reallocated.

    Parameters
    ----------
    case
        A company, or a calibration of one.
    limits
        Floors, ceilings and locks; the usual ones if left out.
    folder
        Where a committed plan, answers and saved files go, from the notebook's folder.
    optimum
        Whether the best plan is shown before a plan is committed: for instructors and own work.
    decide
        Whether the reader decides here: the board opens with the plan that stands, and its form
        keeps the decision.

    Returns
    -------
    Board
        Displays itself at the end of a cell; `plan` is the present plan, `save` writes it.

    Raises
    ------
    InvalidArgument
        If this is neither a company nor a calibration.
    """
    if not isinstance(case, Case | Calibration):
        raise InvalidArgument("model-source", found=type(case).__name__)
    if isinstance(case, Case) and limits is None:
        shared = shared_of(case)
    else:
        shared = SharedModel(case, limits)
    lang = language.current()
    # In a notebook the forecast is entered on its card.
    session = Session(shared, AnswersFile(folder), lang, optimum, decide, foretells=False)
    return Board(session, beside(folder))
