"""A cell's messages become its outputs, within limits, as a front end would show them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import output_from_msg

#: Type under which `check` leaves an answer; nothing else of a run is believed.
from casekit.questions.checking import ANSWER_TYPE

#: Bytes of output kept of a cell, and of a notebook; what is beyond is dropped, not stored.
CELL_BYTES, NOTEBOOK_BYTES = 4 * 2**20, 24 * 2**20
#: Larger answers are no answers.
ANSWER_BYTES = 64 * 2**10
#: So many answers of a cell are looked at.
CELL_ANSWERS = 200

_SHOWN = ("execute_result", "display_data", "stream", "error")


class Outputs:
    """Outputs of a notebook's cells while they run."""

    def __init__(self) -> None:
        self.answers: list[str] = []
        self.widgets: dict[str, dict[str, Any]] = {}
        self.lost_bytes = 0
        self._bytes = 0
        self._cell: list[NotebookNode] = []
        self._cell_bytes = 0
        self._clear_next = False
        self._by_display: dict[str, list[NotebookNode]] = {}

    def begin_cell(self) -> list[NotebookNode]:
        """Outputs of the cell that runs now; the list grows with its messages."""
        self._cell, self._cell_bytes, self._clear_next = [], 0, False
        self.answers = []
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
        if not isinstance(content, dict):
            return
        if kind == "display_data":
            self._take_answer(content)
        if kind.startswith("comm_"):
            self._take_widget(kind, content, size)
            return
        if self._cell_bytes + size > CELL_BYTES or self._bytes + size > NOTEBOOK_BYTES:
            self.lost_bytes += size
            return
        try:
            if kind == "clear_output":
                self._clear(bool(content.get("wait")))
            elif kind == "update_display_data":
                self._update(content)
            elif kind in _SHOWN:
                self._show(kind, content)
            else:
                return
        except (KeyError, TypeError, AttributeError, ValueError):
            return  # no message of the protocol: a notebook may write what it likes
        self._cell_bytes += size
        self._bytes += size

    def _take_answer(self, content: Mapping[str, Any]) -> None:
        data = content.get("data")
        if isinstance(data, dict) and ANSWER_TYPE in data and len(self.answers) < CELL_ANSWERS:
            written = json.dumps(data[ANSWER_TYPE])
            self.answers.append(written if len(written) <= ANSWER_BYTES else "null")

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
        display = (content.get("transient") or {}).get("display_id")
        if isinstance(display, str):
            self._by_display.setdefault(display, []).append(output)
        self._cell.append(output)

    def _update(self, content: dict[str, Any]) -> None:
        for output in self._by_display.get(content["transient"]["display_id"], ()):
            output.data = NotebookNode(content["data"])
            output.metadata = NotebookNode(content.get("metadata") or {})

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
