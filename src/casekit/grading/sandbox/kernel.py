"""The kernel of a run: IPython's own, with JSON lines over two pipes in place of sockets.

It reads requests, one JSON line each, and writes messages, one JSON line each, with the types and
contents of Jupyter's protocol. Without ports, socket files and keys the process can be forked warm
and sandboxed whole. What it writes is untrusted: it counts as output and as nothing else.
"""

from __future__ import annotations

import asyncio
import io
import json
import logging
import os
import sys
import threading
import time
from types import SimpleNamespace
from typing import Any, TextIO

from ipykernel.ipkernel import IPythonKernel
from jupyter_client.session import Session
from traitlets import Any as AnyTrait
from traitlets.config import Config

from casekit.grading.sandbox.limits import LARGEST_MESSAGE

#: Text of a stream is sent in pieces of at most so many characters.
_PIECE = 2**15
#: Buffered text is sent with the first write after so many seconds, at the latest.
_BUFFER_SECONDS = 0.05
#: Backends without a window: figures are rendered once, after the cell, or never.
_WINDOWLESS = ("inline", "module://matplotlib_inline.backend_inline", "agg")


class _LineSession(Session):
    """A session whose messages are JSON lines on a descriptor."""

    def __init__(self, out: io.BufferedWriter | None) -> None:
        super().__init__(key=b"")
        self.out = out

    def send(
        self, stream: Any, msg_or_type: Any, content: Any = None, *args: Any, **more: Any
    ) -> dict[str, Any]:
        """Write a message; only its type, content and buffers matter here."""
        if isinstance(msg_or_type, dict):
            kind, content = msg_or_type["header"]["msg_type"], msg_or_type["content"]
        else:
            kind = str(msg_or_type)
        self.say(kind, content or {})
        return {"header": {"msg_type": kind}, "content": content, "parent_header": {}}

    def say(self, kind: str, content: Any) -> None:
        if self.out is None:
            return
        try:
            line = json.dumps({"type": kind, "content": content}, default=str).encode()
        except (ValueError, TypeError, RecursionError) as error:
            line = json.dumps({"type": "refused", "content": {"why": str(error)[:200]}}).encode()
        if len(line) > LARGEST_MESSAGE:
            told = {"type": "refused", "content": {"why": f"{kind}: {len(line)} bytes"}}
            line = json.dumps(told).encode()
        self.out.write(line + b"\n")
        self.out.flush()


class _Stream(io.TextIOBase):
    """`sys.stdout` or `sys.stderr` of the notebook; writes close in time share a message."""

    encoding = "utf-8"
    errors = "replace"

    def __init__(self, session: _LineSession, name: str) -> None:
        self._session, self.name = session, name
        self._kept: list[str] = []
        self._letters = 0
        self._since = 0.0
        self.other: _Stream | None = None

    def write(self, text: str) -> int:
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text)}")
        if self.other is not None:
            # Keep the order of the two streams.
            self.other.flush()
        now = time.monotonic()
        if not self._kept:
            self._since = now
        self._kept.append(text)
        self._letters += len(text)
        if self._letters >= _PIECE or now - self._since > _BUFFER_SECONDS:
            self.flush()
        return len(text)

    def flush(self) -> None:
        if not self._kept:
            return
        kept, self._kept, self._letters = "".join(self._kept), [], 0
        for start in range(0, len(kept), _PIECE):
            self._session.say("stream", {"name": self.name, "text": kept[start : start + _PIECE]})

    def writable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return False


class _SocketlessKernel(IPythonKernel):
    """IPython's kernel without its sockets."""

    iopub_thread = AnyTrait(None, allow_none=True)

    def start(self) -> None:  # no sockets to listen on
        if self.shell:
            self.shell.exit_now = False


def _render_once() -> None:
    """Remove pyplot's own redraw after a cell: the inline backend renders the figure anyway."""
    pyplot = sys.modules.get("matplotlib.pyplot")
    if pyplot is not None and sys.modules["matplotlib"].get_backend() in _WINDOWLESS:
        pyplot.uninstall_repl_displayhook()


class PipeKernel:
    """A kernel that is ready for cells and safe to fork."""

    def __init__(self) -> None:
        # What the application around a kernel would set: figures are shown below their cell.
        os.environ["MPLBACKEND"] = "module://matplotlib_inline.backend_inline"
        config = Config()
        # The history writes to a database from its own thread, which does not survive a fork.
        config.HistoryManager.enabled = False
        self._session = _LineSession(None)
        # Widgets find their kernel through the singleton.
        self._kernel = _SocketlessKernel.instance(
            session=self._session,
            iopub_socket=object(),
            config=config,
            user_ns={},
            log=logging.getLogger("casekit.notebook"),
            shell_channel_thread=SimpleNamespace(parent_thread=threading.main_thread()),
        )

    def serve(self, requests: TextIO, messages: io.BufferedWriter) -> None:
        """Run the cells asked for until the requests end.

        Parameters
        ----------
        requests
            JSON lines: `{"code": ..., "cell": ...}`.
        messages
            Where messages go; each cell ends with one of type `reply`.
        """
        self._session.out = messages
        out, err = _Stream(self._session, "stdout"), _Stream(self._session, "stderr")
        out.other, err.other = err, out
        sys.stdout, sys.stderr = out, err
        loop = asyncio.new_event_loop()
        asyncio.set_event_loop(loop)
        self._session.say("ready", {"pid": os.getpid()})
        for line in requests:
            request = json.loads(line)
            try:
                reply = loop.run_until_complete(self._run(request["code"], request.get("cell")))
            except KeyboardInterrupt:
                # The supervisor's interrupt arrived between two statements of the kernel itself.
                reply = {"status": "error", "ename": "KeyboardInterrupt", "evalue": ""}
            for stream in (sys.stdout, sys.stderr):
                stream.flush()
            self._session.say("reply", reply)

    async def _run(self, code: str, cell: str | None) -> dict[str, Any]:
        _render_once()
        kernel = self._kernel
        shell = kernel.shell
        kernel.set_parent([], {"header": {}, "content": {}}, channel="shell")
        shell.displayhook.parent_header = shell.display_pub.parent_header = {}
        content = await kernel.do_execute(code, False, True, None, False, cell_id=cell)
        kept = ("status", "ename", "evalue", "execution_count", "payload")
        return {name: content[name] for name in kept if name in content}
