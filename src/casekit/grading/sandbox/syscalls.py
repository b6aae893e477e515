"""The Linux system calls of a sandbox: namespaces, mounts, capabilities, seccomp and Landlock.

Every function raises OSError with the system's own reason; `lockdown` decides what to do about it.
"""

from __future__ import annotations

import ctypes
import os
import platform
import struct

_libc = ctypes.CDLL(None, use_errno=True)

# unshare(2)
NEWNS, NEWUTS, NEWIPC = 0x00020000, 0x04000000, 0x08000000
NEWUSER, NEWPID, NEWNET = 0x10000000, 0x20000000, 0x40000000
# mount(2)
RDONLY, NOSUID, NODEV, NOEXEC, REMOUNT, BIND, REC, PRIVATE = 1, 2, 4, 8, 32, 4096, 16384, 1 << 18
_DETACH = 2
# prctl(2)
_PDEATHSIG, _DUMPABLE, _SECCOMP, _CAPBSET_DROP, _NO_NEW_PRIVS = 1, 4, 22, 24, 38
_CAPABILITIES = 64
# clone(2), socket(2): flags of all namespaces, and the one address family that stays allowed
_CLONE3, _NEW_SPACES, _UNIX = 435, 0x7E020080, 1
# setsockopt(2): SO_SNDBUF, SO_RCVBUF and their FORCE variants
_SOL_SOCKET, _BUFFER_SIZES = 1, (7, 8, 32, 33)
_CAPABILITY_VERSION = 0x20080522

# By processor: audit architecture, and the numbers of the calls this module makes or refuses.
_MACHINES = {
    "x86_64": (
        0xC000003E,
        {"pivot_root": 155, "capset": 126, "clone": 56, "socket": 41, "setsockopt": 54},
        # ptrace, mounts, namespaces, keyrings, kernel interfaces, other processes' memory,
        # memory that no limit counts (System V, memfd), clocks and reboot, CPU affinity,
        # lists of mounts and of security modules
        (
            *(101, 165, 166, 155, 161, 272, 308, 248, 249, 250, 321, 298, 323, 310, 311, 425),
            *(426, 427, 29, 68, 64, 319, 447, 428, 429, 430, 431, 432, 442, 169, 246, 320, 175),
            *(313, 176, 159, 164, 227, 304, 303, 434, 438, 203, 312, 251, 457, 458, 459, 460, 461),
        ),
    ),
    "aarch64": (
        0xC00000B7,
        {"pivot_root": 41, "capset": 91, "clone": 220, "socket": 198, "setsockopt": 208},
        (
            *(117, 40, 39, 41, 51, 97, 268, 217, 218, 219, 280, 241, 282, 270, 271, 425, 426, 427),
            *(194, 186, 190, 279, 447, 428, 429, 430, 431, 432, 442, 142, 104, 294, 105, 273, 106),
            *(171, 170, 112, 265, 264, 434, 438, 122, 272, 30, 457, 458, 459, 460, 461),
        ),
    ),
}
# Landlock (its call numbers are the same on every processor)
_LANDLOCK_CREATE, _LANDLOCK_ADD, _LANDLOCK_RESTRICT = 444, 445, 446
_LANDLOCK_READ = 0b1101  # execute, read a file, list a folder
# Number of file-system rights in each version of Landlock's interface.
_LANDLOCK_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}


def _checked(result: int, what: str) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")
    return result


def unshare(kinds: int) -> None:
    """Move this process into new namespaces."""
    _checked(_libc.unshare(kinds), "unshare")


def mount(source: str, target: str, kind: str = "", flags: int = 0, options: str = "") -> None:
    """Mount, bind or change a mount."""
    result = _libc.mount(
        source.encode(), target.encode(), kind.encode() or None, ctypes.c_ulong(flags),
        options.encode() or None,
    )  # fmt: skip
    _checked(result, f"mount {target}")


def pivot(root: str) -> None:
    """Make a folder the root of the file tree and detach the old one."""
    number = _MACHINES[platform.machine()][1]["pivot_root"]
    os.chdir(root)
    # The old root is stacked over the new one and detached there: it needs no folder.
    _checked(_libc.syscall(number, b".", b"."), "pivot_root")
    _checked(_libc.umount2(b".", _DETACH), "umount")
    os.chdir("/")


def kill_with_parent() -> None:
    """Let the kernel kill this process when its parent ends."""
    _checked(_libc.prctl(_PDEATHSIG, 9, 0, 0, 0), "prctl")


def hide_from_debuggers(hidden: bool = True) -> None:
    """Set or clear the dumpable flag: unprivileged processes cannot inspect a hidden one."""
    _checked(_libc.prctl(_DUMPABLE, int(not hidden), 0, 0, 0), "prctl")


def drop_privileges() -> None:
    """Drop every capability, for this process and every program it will start."""
    for capability in range(_CAPABILITIES):
        _libc.prctl(_CAPBSET_DROP, capability, 0, 0, 0)
    _checked(_libc.prctl(_NO_NEW_PRIVS, 1, 0, 0, 0), "no_new_privs")
    header = struct.pack("=Ii", _CAPABILITY_VERSION, 0)
    number = _MACHINES[platform.machine()][1]["capset"]
    _checked(_libc.syscall(number, header, bytes(24)), "capset")


def filter_calls() -> None:
    """Install a seccomp filter for calls that no notebook needs and that could leave the sandbox.

    Raises
    ------
    OSError
        If the kernel has no seccomp, or there is no table for the processor.
    """
    if platform.machine() not in _MACHINES:
        raise OSError(f"no table of system calls for {platform.machine()}")
    architecture, numbers, refused = _MACHINES[platform.machine()]

    def step(code: int, jump_true: int, jump_false: int, value: int) -> bytes:
        return struct.pack("=HBBI", code, jump_true, jump_false, value)

    load, equal, above, any_bit, back = 0x20, 0x15, 0x35, 0x45, 0x06
    allow, deny, unknown = 0x7FFF0000, 0x00050000 | 1, 0x00050000 | 38  # EPERM, ENOSYS
    first_argument = 16
    steps = [step(load, 0, 0, 4), step(equal, 1, 0, architecture), step(back, 0, 0, deny)]
    steps.append(step(load, 0, 0, 0))
    # Refuse the x32 interface, whose calls carry this bit.
    steps += [step(above, 0, 1, 0x40000000), step(back, 0, 0, deny)]
    for number in refused:
        steps += [step(equal, 0, 1, number), step(back, 0, 0, deny)]
    # The flags of clone3 lie in memory, which a filter cannot read. ENOSYS makes libraries fall
    # back to clone, whose flags are in a register.
    steps += [step(equal, 0, 1, _CLONE3), step(back, 0, 0, unknown)]
    steps += [step(equal, 0, 4, numbers["clone"]), step(load, 0, 0, first_argument)]
    steps += [step(any_bit, 0, 1, _NEW_SPACES), step(back, 0, 0, deny), step(back, 0, 0, allow)]
    # Only AF_UNIX: some families reach past a network namespace (AF_VSOCK: the machine's host).
    steps += [step(equal, 0, 4, numbers["socket"]), step(load, 0, 0, first_argument)]
    steps += [step(equal, 1, 0, _UNIX), step(back, 0, 0, deny), step(back, 0, 0, allow)]
    # Socket buffers count towards no memory limit: refuse to change their size.
    steps += [step(equal, 0, 8, numbers["setsockopt"]), step(load, 0, 0, first_argument + 8)]
    steps += [step(equal, 0, 6, _SOL_SOCKET), step(load, 0, 0, first_argument + 16)]
    *others, last = _BUFFER_SIZES
    steps += [step(equal, 3 - place, 0, option) for place, option in enumerate(others)]
    steps += [step(equal, 0, 1, last), step(back, 0, 0, deny)]
    steps.append(step(back, 0, 0, allow))
    code = ctypes.create_string_buffer(b"".join(steps))
    program = struct.pack("HP", len(steps), ctypes.addressof(code))
    _checked(_libc.prctl(_SECCOMP, 2, program, 0, 0), "seccomp")


def landlock_version() -> int:
    """Version of Landlock's interface; 0 if there is none."""
    return max(0, int(_libc.syscall(_LANDLOCK_CREATE, None, ctypes.c_size_t(0), 1)))


def landlock(readable: list[str], writable: list[str]) -> None:
    """Restrict this process to given paths, and deny it the network.

    Raises
    ------
    OSError
        If the kernel has no Landlock.
    """
    version = landlock_version()
    if not version:
        raise OSError("no Landlock")
    rights = (1 << _LANDLOCK_RIGHTS.get(version, 16)) - 1
    network = 3 if version >= 4 else 0  # binding and connecting
    scopes = 3 if version >= 6 else 0  # abstract sockets and signals
    fields = struct.pack("=QQQ", rights, network, scopes)
    size = 8 if version < 4 else 16 if version < 6 else 24
    rules = _checked(_libc.syscall(_LANDLOCK_CREATE, fields, ctypes.c_size_t(size), 0), "landlock")
    for places, allowed in ((readable, _LANDLOCK_READ), (writable, rights)):
        for place in places:
            folder = os.open(place, os.O_PATH | os.O_CLOEXEC)
            # Rights over folders are invalid in a rule for a single file.
            given = allowed if os.path.isdir(place) else allowed & 0b100000000000111
            rule = struct.pack("=Qi", given, folder)
            _checked(_libc.syscall(_LANDLOCK_ADD, rules, 1, rule, 0), f"landlock {place}")
            os.close(folder)
    _checked(_libc.syscall(_LANDLOCK_RESTRICT, rules, 0), "landlock")
    os.close(rules)
