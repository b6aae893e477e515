"""Messages of a kernel as outputs of its cells, within limits, as a front end would keep them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import nbformat
from nbformat import NotebookNode, ValidationError, validate
from nbformat.v4 import new_code_cell, new_notebook

from casekit.questions.checking import ANSWER_TYPE

#: Bytes of output kept of a cell and of a notebook; the rest is dropped.
CELL_BYTES, NOTEBOOK_BYTES = 4 * 2**20, 24 * 2**20
#: Longest answer as JSON: the longest text, every letter escaped in six bytes, is shorter.
ANSWER_BYTES = 192 * 2**10
#: Bytes of answers kept of a notebook; of a cell's answers to one question the last is kept.
ANSWERS_BYTES = 2 * 2**20
#: Deepest nesting of a message: deeper ones can be neither written nor read.
_DEEPEST = 40
#: Most outputs that one `display_id` updates.
_MOST_OF_A_DISPLAY = 50

#: Without a kernel a widget's view shows an error; its picture and words stand in its place, and
#: its state, hundreds of kilobytes for the board, is not kept.
_WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
#: Messages that are shown, and what of each is kept.
_SHOWN = {
    "execute_result": ("data", "metadata", "execution_count"),
    "display_data": ("data", "metadata"),
    "stream": ("name", "text"),
    "error": ("ename", "evalue", "traceback"),
}
#: A notebook in which an output is checked.
_ALONE = new_notebook(cells=[new_code_cell()])


class Outputs:
    """Outputs of a notebook's cells while they run."""

    def __init__(self) -> None:
        self.lost_bytes = 0
        self._bytes = 0
        self._answer_bytes = 0
        self._answers: dict[str, str] = {}
        self._cell: list[NotebookNode] = []
        self._cell_bytes = 0
        self._clear_next = False
        self._by_display: dict[str, list[NotebookNode]] = {}
        # Of the stream that is being written: joined once, since many small pieces added to a
        # long text one by one would cost the square of their number.
        self._pieces: list[str] = []

    @property
    def answers(self) -> list[str]:
        """Answers of the current cell as JSON, in the order in which they were last given."""
        return list(self._answers.values())

    def begin_cell(self) -> list[NotebookNode]:
        """Start a cell; returns its list of outputs, which grows with its messages."""
        self._cell, self._cell_bytes, self._clear_next = [], 0, False
        self._answers, self._pieces = {}, []
        return self._cell

    def end_cell(self) -> None:
        """Complete the outputs of a cell."""
        if self._pieces and self._cell:
            self._cell[-1].text = "".join(self._pieces)
        self._pieces = []

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
            if kind == "clear_output":
                self._clear(bool(content.get("wait")))
            elif kind == "update_display_data":
                self._update(content, size)
            elif kind in _SHOWN and self._has_room(size):
                self._show(kind, content)
        except (KeyError, TypeError, AttributeError, ValueError, ValidationError):
            return  # not a message of the protocol: a notebook may write anything

    def _has_room(self, size: int) -> bool:
        """Whether so many more bytes fit; if so, they are counted."""
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
            # The last answer counts, and stands last.
            self._answers.pop(question, None)
            self._answers[question] = written

    def _show(self, kind: str, content: dict[str, Any]) -> None:
        if self._clear_next:
            self._clear(wait=False)
        output = _output(kind, content)
        output.get("data", {}).pop(_WIDGET_VIEW, None)
        last = self._cell[-1] if self._cell else None
        if kind == "stream":
            if not isinstance(output.text, str) or output.name not in ("stdout", "stderr"):
                return
            if last is not None and last.output_type == "stream" and last.name == output.name:
                self._pieces.append(output.text)
                return
        self.end_cell()
        _validate(output)
        display = (content.get("transient") or {}).get("display_id")
        if isinstance(display, str):
            shown = self._by_display.setdefault(display, [])
            if len(shown) < _MOST_OF_A_DISPLAY:
                shown.append(output)
        self._cell.append(output)
        self._pieces = [output.text] if kind == "stream" else []

    def _update(self, content: dict[str, Any], size: int) -> None:
        shown = self._by_display.get(content["transient"]["display_id"], ())
        # An update counts once for each output it changes; the replaced content is not subtracted,
        # so an animation that uses up the notebook's bytes stays at its last frame.
        if shown and self._has_room(size * len(shown)):
            data, metadata = NotebookNode(content["data"]), content.get("metadata") or {}
            data.pop(_WIDGET_VIEW, None)
            _validate(_output("display_data", {"data": data, "metadata": metadata}))
            for output in shown:
                output.data, output.metadata = data, NotebookNode(metadata)

    def _clear(self, wait: bool) -> None:
        self._clear_next = wait
        if not wait:
            self._pieces = []
            self._cell.clear()


def _output(kind: str, content: Mapping[str, Any]) -> NotebookNode:
    """A message as an output of a cell, not checked."""
    kept = {name: content[name] for name in _SHOWN[kind]}
    return nbformat.from_dict({"output_type": kind, **kept})


def _validate(output: NotebookNode) -> None:
    """Raise ValidationError if a notebook with this output would not be valid."""
    # A whole notebook is checked by compiled code, some ten times as fast as an output alone.
    _ALONE.cells[0].outputs = [output]
    validate(_ALONE)


def _depth_exceeds(value: Any, most: int) -> bool:
    """Whether lists and dicts are nested deeper than `most` levels."""
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
    """Bytes of structured data in the notebook's file, which writes each item on its own line."""
    data = content.get("data")
    if not isinstance(data, dict) or all(isinstance(value, str) for value in data.values()):
        return 0
    return len(json.dumps(data, indent=1, default=str))
