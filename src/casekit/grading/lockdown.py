"""A process locks itself in: no files but its own, no network, no other process, limits on all.

What runs inside is a participant's code and may do anything it likes. It sits in name spaces of
its own, on a root folder made of read-only pieces and a small disk in memory, under a user that
owns nothing, without capabilities, behind a filter of system calls and Landlock, and dies with
the keeper. Each layer alone would do for most; what a computer cannot give is reported.
"""

from __future__ import annotations

import os
import signal
import socket
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import gettempdir
from typing import TYPE_CHECKING

if TYPE_CHECKING or sys.platform == "linux":
    import resource

    from casekit.grading import system

#: Where a notebook runs, inside. The company lies where it lies outside, so that what was
#: worked out for it before the walls went up still holds.
WORKPLACE = "/participant"
#: A user and group that own nothing and lie beyond what systems hand out; runs side by side
#: differ by their number, so that each has a count of processes of its own.
FIRST_USER = 2_000_000

# What the interpreter and its libraries need of a system, where it is there.
_SYSTEM = ("/usr", "/lib", "/lib64", "/lib32", "/bin", "/sbin")
_SETTINGS = ("/etc/fonts", "/etc/localtime", "/etc/ld.so.cache", "/etc/alternatives", "/etc/ssl")
_DEVICES = ("null", "zero", "full", "random", "urandom")


@dataclass(frozen=True)
class Confinement:
    """Walls and limits of a run.

    Parameters
    ----------
    data
        Folder of the company, shown read-only; none if empty.
    files
        Folder whose files are copied into the workplace; none if empty.
    slot
        Number of the run among those side by side.
    memory_mb, disk_mb, file_mb
        Memory of a process; disk of the run; largest file.
    processes, open_files
        How many there may be.
    cpu_seconds
        Processor time of a process.
    core
        The one core that the run may use; any if None.
    hidden
        Folders of which nothing is shown, even where they lie in what is.
    """

    data: str = ""
    files: str = ""
    slot: int = 0
    memory_mb: int = 2048
    disk_mb: int = 64
    file_mb: int = 32
    processes: int = 32
    open_files: int = 128
    cpu_seconds: int = 600
    core: int | None = None
    hidden: tuple[str, ...] = ()


def lock_in(confinement: Confinement) -> None:
    """Lock this process in for ever. It must be freshly forked and have one thread.

    Comes back only in the innermost of three processes: the first waits, the second is the first
    process of the new name space, so that its end ends all others, and the third comes back.

    Raises
    ------
    OSError
        If a wall cannot be raised; nothing has run by then.
    """
    root = os.getuid() == 0
    kinds = system.NEWNS | system.NEWPID | system.NEWNET | system.NEWIPC | system.NEWUTS
    system.die_with_parent()
    if root:
        system.unshare(kinds)
    else:
        _unshare_as_user(kinds)
    # The keeper must hear of what goes wrong behind the fork.
    first = os.fork()
    if first:
        _wait_for(first)
    system.die_with_parent()
    readable = _new_root(confinement)
    if root:
        # For an ordinary user the keeper could not see the memory of a hidden process.
        system.hide_from_debuggers()
    inner = os.fork()
    if inner:
        _reap(inner)
    os.setsid()
    if root:
        user = FIRST_USER + confinement.slot
        os.setgroups([])
        os.setresgid(user, user, user)
        os.setresuid(user, user, user)
    system.drop_privileges()
    system.die_with_parent()
    if confinement.core is not None:
        os.sched_setaffinity(0, {confinement.core})
    _limit(confinement)
    os.chdir(WORKPLACE)
    if system.landlock_version():
        system.landlock(
            readable, [WORKPLACE, "/tmp", "/dev/pts", *(f"/dev/{name}" for name in _DEVICES)]
        )
    system.filter_calls()


def _unshare_as_user(kinds: int) -> None:
    user, group = os.getuid(), os.getgid()
    system.hide_from_debuggers(False)  # or the maps below belong to root
    system.unshare(kinds | system.NEWUSER)
    Path("/proc/self/setgroups").write_text("deny", encoding="ascii")
    Path("/proc/self/uid_map").write_text(f"{user} {user} 1", encoding="ascii")
    Path("/proc/self/gid_map").write_text(f"{group} {group} 1", encoding="ascii")
    # No name space inside: they are the way to most faults of a kernel.
    Path("/proc/sys/user/max_user_namespaces").write_text("1", encoding="ascii")


def _wait_for(child: int) -> None:
    """Do nothing but wait, and end as the child ended."""
    _close_all()
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    os._exit(code if code >= 0 else 128 - code)


def _reap(inner: int) -> None:
    """Be the first process of the name space: bury the dead, and end with the notebook."""
    _close_all()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    while True:
        child, status = os.waitpid(-1, 0)
        if child == inner:
            code = os.waitstatus_to_exitcode(status)
            os._exit(code if code >= 0 else 128 - code)


def _close_all() -> None:
    """Hold no end of the keeper's pipes: their closing is how it learns of the end."""
    null = os.open("/dev/null", os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(null, standard)
    os.closerange(3, 65_536)


def _new_root(confinement: Confinement) -> list[str]:
    """A root folder of read-only pieces and a disk in memory; what may be read of it."""
    system.mount("none", "/", flags=system.REC | system.PRIVATE)
    socket.sethostname("casekit")
    root = gettempdir()
    copied = _read_files(confinement.files)
    size = f"size={confinement.disk_mb}m,nr_inodes=4096,mode=755"
    # Pieces are opened before the new disk covers the folder it stands on.
    pieces = _pieces()
    covers = [
        place for place in confinement.hidden
        if os.path.isdir(place) and any(_inside(place, piece) for piece in pieces)
    ]  # fmt: skip
    within = [p for p in _needed() if any(_inside(p, cover) for cover in covers)]
    last = [*within, *filter(None, [confinement.data])]
    descriptors = {place: os.open(place, os.O_PATH) for place in dict.fromkeys([*pieces, *last])}
    system.mount("casekit", root, "tmpfs", system.NOSUID | system.NODEV, size)
    for place in pieces:
        _show(root, place, descriptors[place])
    for place in covers:
        # The kit may lie below /usr, the key in it: an empty folder takes its place, in which
        # only what is needed is shown again.
        system.mount("casekit", root + place, "tmpfs", system.NOSUID | system.NODEV,
                     "size=1m,mode=755")  # fmt: skip
    for place in last:
        _show(root, place, descriptors[place])
    for descriptor in descriptors.values():
        os.close(descriptor)
    shown = list(descriptors)
    for place in _SYSTEM:
        if os.path.islink(place):
            os.symlink(os.readlink(place), root + place)
    for name in _DEVICES:
        _make_place(f"{root}/dev/{name}", folder=False)
        system.mount(f"/dev/{name}", f"{root}/dev/{name}", flags=system.BIND)
    # Terminals of its own: a notebook's `!command` runs on one.
    os.makedirs(f"{root}/dev/pts")
    options = "newinstance,ptmxmode=0666,mode=620,max=16"
    system.mount("devpts", f"{root}/dev/pts", "devpts", system.NOSUID | system.NOEXEC, options)
    os.symlink("pts/ptmx", f"{root}/dev/ptmx")
    _make_own(root, confinement, copied)
    system.pivot(root)
    return [*shown, "/etc"]


def _show(root: str, place: str, descriptor: int) -> None:
    """Show a folder or file of this computer in the new root, read-only."""
    source, inside = f"/proc/self/fd/{descriptor}", f"{root}{place}"
    _make_place(inside, folder=os.path.isdir(source))
    system.mount(source, inside, flags=system.BIND | system.REC)
    flags = system.REMOUNT | system.BIND | system.RDONLY | system.NOSUID | system.NODEV
    system.mount("none", inside, flags=flags)


def _inside(place: str, folder: str) -> bool:
    return place == folder or place.startswith(f"{folder}/")


def _make_own(root: str, confinement: Confinement, copied: dict[str, bytes]) -> None:
    """Folders that the run may write, with the participant's own files."""
    user = FIRST_USER + confinement.slot if os.getuid() == 0 else os.getuid()
    for place in (WORKPLACE, "/tmp"):
        os.makedirs(root + place, exist_ok=True)
        os.chmod(root + place, 0o700)
        os.chown(root + place, user, user if os.getuid() == 0 else os.getgid())
    for name, content in copied.items():
        path = Path(f"{root}{WORKPLACE}/{name}")
        path.write_bytes(content)
        if os.getuid() == 0:
            os.chown(path, user, user)
    os.makedirs(f"{root}/etc", exist_ok=True)
    line = f"participant:x:{user}:{user}::{WORKPLACE}:/bin/sh\n"
    Path(f"{root}/etc/passwd").write_text(line, encoding="ascii")
    Path(f"{root}/etc/group").write_text(f"participant:x:{user}:\n", encoding="ascii")


def _needed() -> list[str]:
    """Programs and libraries of this computer that a run needs."""
    package = Path(__file__).resolve().parents[1]
    here = [sys.prefix, sys.base_prefix, str(package)]
    wanted = [
        *(p for p in _SYSTEM if not os.path.islink(p)),
        *_SETTINGS,
        *map(os.path.realpath, here),
    ]
    if os.path.realpath(sys.prefix) != sys.prefix:
        wanted.append(sys.prefix)
    return sorted({place for place in wanted if os.path.exists(place)}, key=len)


def _pieces() -> list[str]:
    """The same without what lies inside another piece and is shown with it."""
    found = _needed()
    return [p for p in found if not any(p != q and _inside(p, q) for q in found)]


def _read_files(folder: str) -> dict[str, bytes]:
    if not folder:
        return {}
    return {path.name: path.read_bytes() for path in Path(folder).iterdir() if path.is_file()}


def _make_place(place: str, folder: bool) -> None:
    os.makedirs(place if folder else os.path.dirname(place), mode=0o755, exist_ok=True)
    if not folder:
        Path(place).touch(mode=0o644)


def _limit(confinement: Confinement) -> None:
    megabyte = 2**20
    limits = {
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_DATA: confinement.memory_mb * megabyte,
        resource.RLIMIT_AS: (confinement.memory_mb + 2048) * megabyte,
        resource.RLIMIT_FSIZE: confinement.file_mb * megabyte,
        resource.RLIMIT_NPROC: confinement.processes,
        resource.RLIMIT_NOFILE: confinement.open_files,
        resource.RLIMIT_CPU: confinement.cpu_seconds,
        resource.RLIMIT_MSGQUEUE: 0,
        resource.RLIMIT_MEMLOCK: 0,
    }
    for kind, most in limits.items():
        _, hard = resource.getrlimit(kind)
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (most, most))


def try_out(confinement: Confinement) -> str:
    """Why this computer cannot lock a process in; empty if it can."""
    if sys.platform != "linux":
        return sys.platform
    return _in_a_fork(lambda: lock_in(confinement))


def _in_a_fork(attempt: Callable[[], None]) -> str:
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
