"""The sandbox from inside: what a process in it may do, and what it may not."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from casekit.grading.sandbox.lockdown import why_unsandboxed

ROOT = Path(__file__).parents[1]

pytestmark = [
    pytest.mark.sandbox,
    pytest.mark.skipif(bool(why_unsandboxed()), reason="no walls here"),
]

#: Tries every line and tells the error it met; run in a process of its own, because it never
#: comes out again.
PROBE = """
import ctypes, json, os, signal, socket, subprocess, sys, threading
from casekit.grading.sandbox.limits import SandboxConfig
from casekit.grading.sandbox.lockdown import enter_sandbox
out = os.dup(1)
if os.fork() == 0:
    enter_sandbox(SandboxConfig(data=sys.argv[1], processes=24,
                                core=min(os.sched_getaffinity(0)),
                                masked_folders=tuple(sys.argv[3:])))
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
    "os.sched_setaffinity(0, {0, 1})",
    "socket.socketpair()[0].setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1 << 22)",
    "socket.socketpair()[0].setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 22)",
    "[open('/dev/ptmx') for _ in range(17)]",
)
ALLOWED = (
    "open('mine', 'w').write('x')",
    "open('/tmp/mine', 'w').write('x')",
    "os.listdir(sys.argv[1])",
    "open('/dev/urandom', 'rb').read(4)",
    "subprocess.run(['true'], check=True)",
    "threaded()",
    "socket.socketpair()",
    "socket.socketpair()[0].setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)",
    "assert os.uname().nodename == 'casekit'",
    "assert len(os.sched_getaffinity(0)) == 1",
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
        capture_output=True, encoding="utf-8", timeout=600,
    )  # fmt: skip
    told = json.loads(done.stdout)
    assert {line: told[line] for line in ALLOWED} == dict.fromkeys(ALLOWED, "done")
    assert [line for line in REFUSED if told[line] == "done"] == []


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may write below /usr")
def test_the_kit_is_not_seen_even_where_libraries_are(tmp_path: Path) -> None:
    with tempfile.TemporaryDirectory(dir="/usr/local") as kit:
        Path(kit).chmod(0o755)
        company = Path(kit, "out", "company")
        company.mkdir(parents=True)
        (company / "company.csv").write_text("key,value\n")
        Path(kit, "solutions").mkdir()
        key = Path(kit, "solutions", "answers.py")
        key.write_text("answers")
        lines = [f"open('{key}')", f"os.listdir('{company}')", f"open('{kit}/solutions/x', 'w')"]
        done = subprocess.run(
            [sys.executable, "-c", PROBE, str(company), json.dumps(lines),
             f"{kit}/solutions", f"{kit}/out", f"{kit}/nowhere"],
            env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
            capture_output=True, encoding="utf-8", timeout=600,
        )  # fmt: skip
        assert done.stdout, done.stderr
        told = list(json.loads(done.stdout).values())
        assert told[1] == "done" and told[0] != "done" and told[2] != "done"
