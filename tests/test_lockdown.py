"""The walls from inside: what a locked-in process may do, and what it may not."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from casekit.grading.running import why_no_walls

ROOT = Path(__file__).parents[1]

pytestmark = pytest.mark.skipif(bool(why_no_walls()), reason="no walls here")

#: Tries every line and tells the error it met; run in a process of its own, because it never
#: comes out again.
PROBE = """
import ctypes, json, os, signal, socket, subprocess, sys, threading
from casekit.grading.lockdown import Confinement, lock_in
out = os.dup(1)
if os.fork() == 0:
    lock_in(Confinement(data=sys.argv[1], processes=24))
    libc = ctypes.CDLL(None, use_errno=True)
    def call(*numbers):
        result = libc.syscall(*numbers)
        if result < 0:
            raise OSError(ctypes.get_errno(), "refused")
        if result == 0 and numbers[0] == 56:
            os._exit(0)
    def threaded():
        done = []
        thread = threading.Thread(target=done.append, args=(1,))
        thread.start()
        thread.join()
        assert done
    told = {}
    for line in json.loads(sys.argv[2]):
        try:
            exec(line)
            told[line] = "done"
        except BaseException as error:
            told[line] = type(error).__name__
    os.write(out, json.dumps(told).encode())
    os._exit(0)
os.wait()
"""

REFUSED = (
    "open('/etc/shadow')",
    "open(os.path.dirname(sys.argv[1]) + '/secret')",
    "open(sys.argv[1] + '/new', 'w')",
    "open('/usr/new', 'w')",
    "open('/etc/passwd', 'a')",
    "os.mkdir('/new')",
    "open('/proc/1/environ')",
    "socket.create_connection(('127.0.0.1', 22), 1)",
    "socket.socket(socket.AF_INET)",
    "socket.socket(40, socket.SOCK_STREAM)",
    "socket.socket(socket.AF_NETLINK, socket.SOCK_RAW)",
    "os.kill(1, signal.SIGKILL)",
    "os.setuid(0)",
    "call(272, 0x10000000)",
    "call(56, 0x10000000 | 17, 0, 0, 0, 0)",
    "call(101, 0, 0, 0, 0)",
    "call(165, b'none', b'/tmp', b'tmpfs', 0, 0)",
    "call(319, b'x', 0)",
    "[os.fork() or os._exit(__import__('time').sleep(2) or 0) for _ in range(40)]",
    "bytearray(8 << 30)",
    "open('/tmp/large', 'wb').write(bytes(100 << 20))",
)
ALLOWED = (
    "open('mine', 'w').write('x')",
    "open('/tmp/mine', 'w').write('x')",
    "os.listdir(sys.argv[1])",
    "open('/dev/urandom', 'rb').read(4)",
    "subprocess.run(['true'], check=True)",
    "threaded()",
    "socket.socketpair()",
    "__import__('asyncio').run(__import__('asyncio').sleep(0))",
)


@pytest.mark.skipif(os.uname().machine != "x86_64", reason="numbers of calls are of x86-64")
def test_what_is_refused_and_what_is_not(tmp_path: Path) -> None:
    company = tmp_path / "company"
    company.mkdir()
    (company / "company.csv").write_text("key,value\n")
    (tmp_path / "secret").write_text("of the instructor")
    lines = [*ALLOWED, *REFUSED]
    done = subprocess.run(
        [sys.executable, "-c", PROBE, str(company), json.dumps(lines)],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True, encoding="utf-8", timeout=60,
    )  # fmt: skip
    told = json.loads(done.stdout)
    assert {line: told[line] for line in ALLOWED} == dict.fromkeys(ALLOWED, "done")
    assert [line for line in REFUSED if told[line] == "done"] == []
