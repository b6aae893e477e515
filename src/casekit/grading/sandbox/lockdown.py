"""A process sandboxes itself: own files only, no network, no other processes, limits on all.

The code that runs inside is a participant's and untrusted. The process gets namespaces of its own,
a root of read-only bind mounts and a small tmpfs, a user that owns nothing, no capabilities, a
seccomp filter and Landlock, and is killed with its supervisor. The layers overlap on purpose; if
this computer cannot provide one, that is reported and nothing runs.
"""

from __future__ import annotations

import os
import signal
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import gettempdir
from typing import TYPE_CHECKING

import casekit
from casekit.grading.sandbox.limits import SandboxConfig

if TYPE_CHECKING or sys.platform == "linux":
    import resource

    from casekit.grading.sandbox import syscalls

#: Working and home folder inside the sandbox. The company keeps its path from outside, so that
#: what was computed and cached for it before the sandbox was entered stays valid.
WORK_FOLDER = "/participant"
#: User and group ids that own nothing and lie beyond the ranges that systems assign. Runs side by
#: side have different ids, so that each has its own process count for RLIMIT_NPROC.
FIRST_USER = 2_000_000

# What the interpreter and its libraries need of the system, as far as it exists.
_SYSTEM = ("/usr", "/lib", "/lib64", "/lib32", "/bin", "/sbin")
_SETTINGS = ("/etc/fonts", "/etc/localtime", "/etc/ld.so.cache", "/etc/alternatives", "/etc/ssl")
_DEVICES = ("null", "zero", "full", "random", "urandom")


def enter_sandbox(config: SandboxConfig) -> None:
    """Sandbox this process irrevocably. It must be freshly forked and have one thread.

    Forks twice and returns only in the innermost process. The first waits for the second; the
    second is PID 1 of the new PID namespace, so that its end kills every other process there; the
    third returns.

    Parameters
    ----------
    config
        What is visible, and the limits.

    Raises
    ------
    OSError
        If a layer cannot be set up; no code of the run has been executed then.
    """
    root = os.getuid() == 0
    kinds = syscalls.NEWNS | syscalls.NEWPID | syscalls.NEWNET | syscalls.NEWIPC | syscalls.NEWUTS
    syscalls.kill_with_parent()
    if root:
        syscalls.unshare(kinds)
    else:
        _unshare_as_user(kinds)
    # Its exit code passes on what goes wrong after the fork.
    first = os.fork()
    if first:
        _wait_for(first)
    syscalls.kill_with_parent()
    readable = _new_root(config)
    if root:
        # Only as root: for an ordinary user the supervisor could not read its memory use.
        syscalls.hide_from_debuggers()
    inner = os.fork()
    if inner:
        _reap(inner)
    os.setsid()
    if root:
        user = FIRST_USER + config.slot
        os.setgroups([])
        os.setresgid(user, user, user)
        os.setresuid(user, user, user)
    syscalls.drop_privileges()
    syscalls.kill_with_parent()
    if config.core is not None:
        os.sched_setaffinity(0, {config.core})
    _limit(config)
    os.chdir(os.path.join(WORK_FOLDER, config.here))
    if syscalls.landlock_version():
        syscalls.landlock(
            readable, [WORK_FOLDER, "/tmp", "/dev/pts", *(f"/dev/{name}" for name in _DEVICES)]
        )
    syscalls.filter_calls()


def _unshare_as_user(kinds: int) -> None:
    user, group = os.getuid(), os.getgid()
    syscalls.hide_from_debuggers(False)  # else root owns the id maps below
    syscalls.unshare(kinds | syscalls.NEWUSER)
    Path("/proc/self/setgroups").write_text("deny", encoding="ascii")
    Path("/proc/self/uid_map").write_text(f"{user} {user} 1", encoding="ascii")
    Path("/proc/self/gid_map").write_text(f"{group} {group} 1", encoding="ascii")
    # No nested namespaces: most kernel exploits need them.
    Path("/proc/sys/user/max_user_namespaces").write_text("1", encoding="ascii")


def _wait_for(child: int) -> None:
    """Wait for the child and exit with its code."""
    _close_all()
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    os._exit(code if code >= 0 else 128 - code)


def _reap(inner: int) -> None:
    """Act as PID 1: reap children, and exit with the kernel."""
    _close_all()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    while True:
        child, status = os.waitpid(-1, 0)
        if child == inner:
            code = os.waitstatus_to_exitcode(status)
            os._exit(code if code >= 0 else 128 - code)


def _close_all() -> None:
    """Close every inherited descriptor: the supervisor detects the end by its pipes closing."""
    null = os.open("/dev/null", os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(null, standard)
    os.closerange(3, 65_536)


def _new_root(config: SandboxConfig) -> list[str]:
    """Switch to a root of read-only bind mounts and a tmpfs; the paths that may be read."""
    syscalls.mount("none", "/", flags=syscalls.REC | syscalls.PRIVATE)
    socket.sethostname("casekit")
    root = gettempdir()
    copied = _read_files(config.files)
    size = f"size={config.disk_mb}m,nr_inodes=4096,mode=755"
    # Opened before the tmpfs is mounted over the folder that some of them may lie in.
    mounts = _outermost(_needed())
    masked = [
        place for place in config.masked_folders
        if os.path.isdir(place) and any(_inside(place, mounted) for mounted in mounts)
    ]  # fmt: skip
    within = [p for p in _needed() if any(_inside(p, folder) for folder in masked)]
    last = [*within, *filter(None, [config.data])]
    descriptors = {place: os.open(place, os.O_PATH) for place in dict.fromkeys([*mounts, *last])}
    syscalls.mount("casekit", root, "tmpfs", syscalls.NOSUID | syscalls.NODEV, size)
    for place in mounts:
        _bind(root, place, descriptors[place])
    for place in masked:
        # The kit with its key may lie below /usr: an empty tmpfs hides it, and only what the
        # run needs is mounted in it again.
        syscalls.mount("casekit", root + place, "tmpfs", syscalls.NOSUID | syscalls.NODEV,
                     "size=1m,mode=755")  # fmt: skip
    for place in last:
        _bind(root, place, descriptors[place])
    for descriptor in descriptors.values():
        os.close(descriptor)
    shown = list(descriptors)
    for place in _SYSTEM:
        if os.path.islink(place):
            os.symlink(os.readlink(place), root + place)
    for name in _DEVICES:
        _make_place(f"{root}/dev/{name}", folder=False)
        syscalls.mount(f"/dev/{name}", f"{root}/dev/{name}", flags=syscalls.BIND)
    # Own pseudo-terminals: IPython runs `!command` on one.
    os.makedirs(f"{root}/dev/pts")
    options = "newinstance,ptmxmode=0666,mode=620,max=16"
    syscalls.mount(
        "devpts", f"{root}/dev/pts", "devpts", syscalls.NOSUID | syscalls.NOEXEC, options
    )
    os.symlink("pts/ptmx", f"{root}/dev/ptmx")
    _make_own(root, config, copied)
    syscalls.pivot(root)
    return [*shown, "/etc"]


def _bind(root: str, place: str, descriptor: int) -> None:
    """Bind-mount a folder or file of this computer into the new root, read-only."""
    source, inside = f"/proc/self/fd/{descriptor}", f"{root}{place}"
    _make_place(inside, folder=os.path.isdir(source))
    syscalls.mount(source, inside, flags=syscalls.BIND | syscalls.REC)
    flags = syscalls.REMOUNT | syscalls.BIND | syscalls.RDONLY | syscalls.NOSUID | syscalls.NODEV
    syscalls.mount("none", inside, flags=flags)


def _inside(place: str, folder: str) -> bool:
    return place == folder or place.startswith(f"{folder}/")


def _make_own(root: str, config: SandboxConfig, copied: dict[str, bytes | str | None]) -> None:
    """Create the folders that the run may write, with the participant's own files."""
    user = FIRST_USER + config.slot if os.getuid() == 0 else os.getuid()
    for place in (WORK_FOLDER, "/tmp"):
        os.makedirs(root + place, exist_ok=True)
        os.chmod(root + place, 0o700)
        os.chown(root + place, user, user if os.getuid() == 0 else os.getgid())
    for name, content in copied.items():
        path = Path(f"{root}{WORK_FOLDER}/{name}")
        if content is None:
            path.mkdir()
        elif isinstance(content, str):
            path.symlink_to(content)
        else:
            path.write_bytes(content)
        if os.getuid() == 0:
            os.chown(path, user, user, follow_symlinks=False)
    os.makedirs(f"{root}/etc", exist_ok=True)
    line = f"participant:x:{user}:{user}::{WORK_FOLDER}:/bin/sh\n"
    Path(f"{root}/etc/passwd").write_text(line, encoding="ascii")
    Path(f"{root}/etc/group").write_text(f"participant:x:{user}:\n", encoding="ascii")


def _needed() -> list[str]:
    """Paths of the programs and libraries that a run needs."""
    package = Path(casekit.__file__).resolve().parent
    here = [sys.prefix, sys.base_prefix, str(package)]
    wanted = [
        *(p for p in _SYSTEM if not os.path.islink(p)),
        *_SETTINGS,
        *map(os.path.realpath, here),
    ]
    if os.path.realpath(sys.prefix) != sys.prefix:
        wanted.append(sys.prefix)
    return sorted({place for place in wanted if os.path.exists(place)}, key=len)


def _outermost(paths: list[str]) -> list[str]:
    """Paths without those that lie inside another one and are mounted with it."""
    return [p for p in paths if not any(p != q and _inside(p, q) for q in paths)]


def _read_files(folder: str) -> dict[str, bytes | str | None]:
    """Content of a folder by path: bytes of a file, target of a link, None for a folder."""
    found: dict[str, bytes | str | None] = {}
    waiting = [Path(folder)] if folder else []
    while waiting:
        for path in sorted(waiting.pop().iterdir()):
            name = path.relative_to(folder).as_posix()
            if path.is_symlink():
                found[name] = os.readlink(path)
            elif path.is_dir():
                found[name] = None
                waiting.append(path)
            else:
                found[name] = path.read_bytes()
    return found


def _make_place(place: str, folder: bool) -> None:
    os.makedirs(place if folder else os.path.dirname(place), mode=0o755, exist_ok=True)
    if not folder:
        Path(place).touch(mode=0o644)


def _limit(config: SandboxConfig) -> None:
    megabyte = 2**20
    limits = {
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_DATA: config.memory_mb * megabyte,
        resource.RLIMIT_AS: (config.memory_mb + 2048) * megabyte,
        resource.RLIMIT_FSIZE: config.file_mb * megabyte,
        resource.RLIMIT_NPROC: config.processes,
        resource.RLIMIT_NOFILE: config.open_files,
        resource.RLIMIT_CPU: config.cpu_seconds,
        resource.RLIMIT_MSGQUEUE: 0,
        resource.RLIMIT_MEMLOCK: 0,
    }
    for kind, most in limits.items():
        _, hard = resource.getrlimit(kind)
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (most, most))


def why_unsandboxed() -> str:
    """Why runs cannot be sandboxed on this computer; empty if they can."""
    if sys.platform != "linux":
        return f"no sandbox on {sys.platform}"
    return _error_in_fork(lambda: enter_sandbox(SandboxConfig()))


def _error_in_fork(attempt: Callable[[], None]) -> str:
    """Message of the OSError that a call raises in a forked process; empty if it raises none."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            attempt()
            os.write(writer, b"ok")
        except OSError as error:
            os.write(writer, str(error).encode()[:500] or b"?")
        finally:
            os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as told:
        said = told.read().decode("utf-8", "replace")
    os.waitpid(child, 0)
    return "" if said == "ok" else said or "?"
