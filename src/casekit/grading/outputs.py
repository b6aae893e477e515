"""A cell's messages become its outputs, within limits, as a front end would show them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import nbformat
from nbformat import NotebookNode, ValidationError, validate
from nbformat.v4 import new_output, output_from_msg

#: Type under which `check` leaves an answer; nothing else of a run is believed.
from casekit.questions.checking import ANSWER_TYPE

#: Bytes of output kept of a cell, and of a notebook; what is beyond is dropped, not stored.
CELL_BYTES, NOTEBOOK_BYTES = 4 * 2**20, 24 * 2**20
#: A longer answer is none: the longest text, every letter of it in six bytes, is shorter.
ANSWER_BYTES = 192 * 2**10
#: So much of answers is kept of a notebook; of a cell's answers to one question the last.
ANSWERS_BYTES = 2 * 2**20
#: Fields within fields: deeper ones nobody can write down or read.
_DEEPEST = 40
#: A picture that is updated stands in few places.
_MOST_OF_A_DISPLAY = 50

_SHOWN = ("execute_result", "display_data", "stream", "error")


class Outputs:
    """Outputs of a notebook's cells while they run."""

    def __init__(self) -> None:
        self.widgets: dict[str, dict[str, Any]] = {}
        self.lost_bytes = 0
        self._bytes = 0
        self._answer_bytes = 0
        self._answers: dict[str, str] = {}
        self._cell: list[NotebookNode] = []
        self._cell_bytes = 0
        self._clear_next = False
        self._by_display: dict[str, list[NotebookNode]] = {}

    @property
    def answers(self) -> list[str]:
        """Answers of the cell that runs now, as JSON, in the order of their questions' last."""
        return list(self._answers.values())

    def begin_cell(self) -> list[NotebookNode]:
        """Outputs of the cell that runs now; the list grows with its messages."""
        self._cell, self._cell_bytes, self._clear_next = [], 0, False
        self._answers = {}
        return self._cell

    def take(self, kind: str, content: Any, size: int) -> None:
        """Take a message.

        Parameters
        ----------
        kind, content
            Type and content in the terms of Jupyter's protocol; anything else is passed over.
        size
            Its bytes.
        """
        if not isinstance(content, dict) or _depth_exceeds(content, _DEEPEST):
            return
        size = max(size, _written_bytes(content))
        if kind == "display_data":
            self._take_answer(content)
        try:
            if kind.startswith("comm_"):
                self._take_widget(kind, content, size)
            elif kind == "clear_output":
                self._clear(bool(content.get("wait")))
            elif kind == "update_display_data":
                self._update(content, size)
            elif kind in _SHOWN and self._has_room(size):
                self._show(kind, content)
        except (KeyError, TypeError, AttributeError, ValueError, ValidationError):
            return  # no message of the protocol: a notebook may write what it likes

    def _has_room(self, size: int) -> bool:
        """Whether so many bytes more are kept; they count from then on."""
        if self._cell_bytes + size > CELL_BYTES or self._bytes + size > NOTEBOOK_BYTES:
            self.lost_bytes += size
            return False
        self._cell_bytes += size
        self._bytes += size
        return True

    def _take_answer(self, content: Mapping[str, Any]) -> None:
        data = content.get("data")
        if not isinstance(data, dict) or ANSWER_TYPE not in data:
            return
        record = data[ANSWER_TYPE]
        written = json.dumps(record)
        if len(written) > ANSWER_BYTES:
            written = "null"
        question = record.get("question") if isinstance(record, dict) else None
        self._answer_bytes += len(written)
        if isinstance(question, str) and self._answer_bytes <= ANSWERS_BYTES:
            # The last one counts, and stands last.
            self._answers.pop(question, None)
            self._answers[question] = written

    def _show(self, kind: str, content: dict[str, Any]) -> None:
        if self._clear_next:
            self._clear(wait=False)
        output = output_from_msg({"header": {"msg_type": kind}, "content": content})
        last = self._cell[-1] if self._cell else None
        if kind == "stream":
            if not isinstance(output.text, str) or output.name not in ("stdout", "stderr"):
                return
            if last is not None and last.output_type == "stream" and last.name == output.name:
                last.text += output.text
                return
        _validate(output)
        display = (content.get("transient") or {}).get("display_id")
        if isinstance(display, str):
            shown = self._by_display.setdefault(display, [])
            if len(shown) < _MOST_OF_A_DISPLAY:
                shown.append(output)
        self._cell.append(output)

    def _update(self, content: dict[str, Any], size: int) -> None:
        shown = self._by_display.get(content["transient"]["display_id"], ())
        # What stands in many places weighs as often. What was there before is not taken off: an
        # animation that fills the notebook's room stays at its last picture.
        if shown and self._has_room(size * len(shown)):
            data, metadata = NotebookNode(content["data"]), content.get("metadata") or {}
            _validate(new_output("display_data", data=data, metadata=metadata))
            for output in shown:
                output.data, output.metadata = data, NotebookNode(metadata)

    def _clear(self, wait: bool) -> None:
        self._clear_next = wait
        if not wait:
            self._cell.clear()

    def _take_widget(self, kind: str, content: dict[str, Any], size: int) -> None:
        """State of widgets, which a saved notebook keeps so that they can be shown."""
        if self._bytes + size > NOTEBOOK_BYTES:
            self.lost_bytes += size
            return
        name, data = content.get("comm_id"), content.get("data")
        if not isinstance(name, str) or not isinstance(data, dict):
            return
        state = data.get("state")
        if kind == "comm_open" and isinstance(state, dict) and "_model_name" in state:
            self.widgets[name] = dict(state)
        elif kind == "comm_msg" and isinstance(state, dict) and name in self.widgets:
            self.widgets[name].update(state)
        self._bytes += size


def _validate(output: NotebookNode) -> None:
    """Raise if a notebook with this output could not be written."""
    validate(output, ref="output", version=nbformat.v4.nbformat)


def _depth_exceeds(value: Any, most: int) -> bool:
    """Whether lists and dicts lie in one another deeper than that."""
    level = [value]
    for _ in range(most):
        inner = [
            each
            for outer in level
            for each in (outer.values() if isinstance(outer, dict) else outer)
            if isinstance(each, dict | list)
        ]
        if not inner:
            return False
        level = inner
    return True


def _written_bytes(content: Mapping[str, Any]) -> int:
    """Bytes that structured data takes in the notebook's file, where each item has its line."""
    data = content.get("data")
    if not isinstance(data, dict) or all(isinstance(value, str) for value in data.values()):
        return 0
    return len(json.dumps(data, indent=1, default=str))
