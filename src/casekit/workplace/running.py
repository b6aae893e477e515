"""What runs already: a second start leads to the first one's window, not to a second server."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from casekit.notebook import state_folder
from casekit.workplace.environment import unwritable

__all__ = ["Register"]

#: Seconds that a start waits for another one of the same thing to have its address.
_TURN_SECONDS = 90
#: Seconds within which a server that runs answers.
_ANSWER_SECONDS = 10
#: Asked for with the token, which tells our server: it knows no such kernel. Without, it refuses.
_PROBE = "/api/kernels/00000000-0000-0000-0000-000000000000"


class Register:
    """Where the server of one thing, for one folder in one language, is written down.

    Parameters
    ----------
    kind
        What is served: `lab` or `app`.
    *facts
        What else must be the same for one server to do for two starts.
    """

    def __init__(self, kind: str, *facts: str) -> None:
        name = hashlib.sha256("\0".join(facts).encode()).hexdigest()[:16]
        self._path = state_folder() / "running" / f"{kind}-{name}.json"
        self._written = b""

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait while another start of the same thing is on its way; the system frees the lock of
        a process that died.
        """
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            file = self._path.with_suffix(".lock").open("ab")
        except OSError as error:
            raise unwritable(error, self._path.parent) from None
        with file:
            until = time.monotonic() + _TURN_SECONDS
            while not _locked(file) and time.monotonic() < until:
                time.sleep(0.1)
            yield

    def answering(self) -> str | None:
        """Address of the server that runs, if it does; what a dead one left is no server."""
        try:
            found = json.loads(self._path.read_text(encoding="utf-8"))
            address, base, token = (str(found[name]) for name in ("address", "base", "token"))
        except (OSError, ValueError, KeyError, TypeError):
            return None
        ours = _asked(base, token) == 404 and _asked(base, "") in (401, 403)
        return address if ours else None

    def write(self, address: str, base: str, token: str) -> None:
        """Write down what runs now, for this user's eyes alone."""
        self._written = json.dumps({"address": address, "base": base, "token": token}).encode()
        partial = self._path.with_suffix(".part")
        try:
            partial.unlink(missing_ok=True)
            with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT, 0o600), "wb") as file:
                file.write(self._written)
            partial.replace(self._path)
        except OSError as error:
            raise unwritable(error, self._path.parent) from None

    def forget(self) -> None:
        """Take away what this process wrote; what another one wrote since is its own."""
        try:
            if self._written and self._path.read_bytes() == self._written:
                self._path.unlink()
        except OSError:
            return  # a record without a server is no harm: the next start asks the server


def _asked(base: str, token: str) -> int:
    """Code that a server of this computer answers with; 0 if none does."""
    request = urllib.request.Request(base + _PROBE)
    if token:
        request.add_header("Authorization", f"token {token}")
    # What runs here is asked without the office's proxy.
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with direct.open(request, timeout=_ANSWER_SECONDS) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        error.close()
        return error.code
    except (OSError, ValueError):
        return 0


def _locked(file: IO[bytes]) -> bool:
    """Whether the lock is ours; where the disk knows no locks there is nothing to wait for."""
    try:
        if os.name == "nt":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in (errno.EAGAIN, errno.EACCES, errno.EDEADLK)
    return True
