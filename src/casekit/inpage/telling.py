"""What Python tells the page: one JSON text for a message, and bytes beside it."""

from __future__ import annotations

import base64
import io
import json
import time
from collections.abc import Callable, Sequence
from typing import Any

__all__ = ["Post", "Stream", "Teller", "plain_data"]

#: Takes a message as JSON, and the bytes that belong to it.
Post = Callable[[str, list[bytes]], None]

#: Letters of a stream that are told at once, at most, and seconds after which they are told.
_PIECE, _PATIENCE_SECONDS = 2**15, 0.1
#: Letters of streams that one cell may tell; a loop that prints for ever would fill the browser.
_MOST_LETTERS = 2_000_000


class Teller:
    """Sends messages to the page; outputs bear the number of the run that made them."""

    def __init__(self, post: Post) -> None:
        self._post = post
        self.run: int | None = None
        #: Widgets that take what is shown, the innermost last.
        self.takers: list[str] = []
        #: Streams hold back what is written close in time; whatever else is told comes after it.
        self.streams: tuple[Stream, ...] = ()

    def tell(self, kind: str, buffers: Sequence[bytes] = (), **fields: Any) -> None:
        """Send a message, after what streams still hold."""
        for stream in self.streams:
            stream.flush()
        message = {"kind": kind, **fields}
        try:
            text = json.dumps(message, allow_nan=False, default=str)
        except ValueError:
            # JSON knows no NaN and no infinity, a widget or a picture may.
            text = json.dumps(_finite(message), default=str)
        self._post(text, [bytes(buffer) for buffer in buffers])

    def output(self, output: dict[str, Any], display: str | None = None) -> None:
        """Send an output in the form in which notebooks keep it."""
        self._show("output", output=output, display=display)

    def clear(self, wait: bool) -> None:
        """Have what was shown taken away, at once or with the next output."""
        self._show("clear", wait=wait)

    def _show(self, kind: str, **fields: Any) -> None:
        taker = self.takers[-1] if self.takers else None
        self.tell(kind, (), id=self.run, widget=taker, **fields)


class Stream(io.TextIOBase):
    """`sys.stdout` or `sys.stderr` of the cells; writes close in time share a message."""

    def __init__(self, teller: Teller, name: str, cut: str) -> None:
        self._teller, self.name, self._cut = teller, name, cut
        self._kept: list[str] = []
        self._since = 0.0
        self._told: tuple[int | None, int] = (None, 0)

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """As text streams of Python have it; the page takes letters."""
        return "utf-8"

    def write(self, text: str) -> int:
        """Take text; what is written soon after goes with it."""
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        for stream in self._teller.streams:
            if stream is not self:
                # Keeps the order of the two streams.
                stream.flush()
        now = time.monotonic()
        if not self._kept:
            self._since = now
        self._kept.append(text)
        waiting = sum(map(len, self._kept)) if len(self._kept) < _PIECE else _PIECE
        if waiting >= _PIECE or now - self._since > _PATIENCE_SECONDS:
            self.flush()
        return len(text)

    def flush(self) -> None:
        """Tell what waits, unless the cell has told more than a page can show."""
        text, self._kept = "".join(self._kept), []
        if not text:
            return
        run, letters = self._told
        letters = letters if run == self._teller.run else 0
        left = _MOST_LETTERS - letters
        self._told = (self._teller.run, letters + len(text))
        if left <= 0:
            return
        shown = text if len(text) <= left else f"{text[:left]}\n{self._cut}\n"
        self._teller.output({"output_type": "stream", "name": self.name, "text": shown})

    def writable(self) -> bool:
        """Cells write to it."""
        return True


def plain_data(data: dict[str, Any]) -> dict[str, Any]:
    """A mime bundle as notebooks keep it: pictures as base64, not as bytes."""
    return {
        mime: base64.b64encode(value).decode() if isinstance(value, bytes) else value
        for mime, value in data.items()
    }


def _finite(value: Any) -> Any:
    """The same without numbers that JSON lacks; they become null."""
    if isinstance(value, float):
        return value if value - value == 0 else None
    if isinstance(value, dict):
        return {key: _finite(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(each) for each in value]
    return value
