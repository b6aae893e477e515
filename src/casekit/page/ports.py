"""Ports of this computer that can be listened on."""

from __future__ import annotations

import errno
import os
import socket

from casekit.errors import InvalidArgument

__all__ = ["PORTS", "free_port", "is_free"]

#: How many ports are tried, from the usual one on.
PORTS = 50


def free_port(first: int) -> int:
    """First free port of this computer from the usual one on.

    Raises
    ------
    InvalidArgument
        If none of many is free.
    """
    for port in range(first, first + PORTS):
        if is_free(port):
            return port
    raise InvalidArgument("lab-no-port", first=str(first), last=str(first + PORTS - 1))


def is_free(port: int) -> bool:
    """Whether a port can be listened on at every address that a browser takes for `localhost`."""
    families = ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1"))
    return all(_can_bind(family, address, port) for family, address in families)


def _can_bind(family: int, address: str, port: int) -> bool:
    try:
        probe = socket.socket(family)
    except OSError:
        return family == socket.AF_INET6  # a computer without IPv6
    with probe:
        if os.name == "posix":
            # Without this a port is "busy" for a minute after the last session ended.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        else:
            # Without this Windows gives a port to two programs.
            probe.setsockopt(socket.SOL_SOCKET, getattr(socket, "SO_EXCLUSIVEADDRUSE", -5), 1)
        try:
            probe.bind((address, port))
        except OSError as error:
            return family == socket.AF_INET6 and error.errno == errno.EADDRNOTAVAIL
        except OverflowError:
            return False
    return True
