"""Where browsers reach this computer, and the link as a picture that phones read."""

from __future__ import annotations

import re
import socket
from ipaddress import IPv4Address, ip_address
from typing import Any

import psutil
import segno

from casekit.errors import InvalidArgument

__all__ = ["ALONE", "EVERYWHERE", "addresses_here", "bases", "need_address", "qr_svg", "qr_text"]

#: Listening there means listening at every address of this computer.
EVERYWHERE = ("0.0.0.0", "::", "")
#: The address of a computer that is in no network.
ALONE = "127.0.0.1"
#: Addresses that a computer has which is a hotspot itself: Windows, Linux, macOS.
_HOTSPOTS = ("192.168.137.", "10.42.", "192.168.2.")
#: Names of networks that live inside this computer alone.
_INSIDE = re.compile(
    r"docker|^br-|^veth|vmnet|virtualbox|vethernet|hyper-v|wsl|tailscale|^utun|^tun", re.IGNORECASE
)
_ADDRESS = re.compile(r"https?://[^\s/?#@]+/?")


def addresses_here() -> list[str]:
    """Addresses of this computer in the networks it is in, likeliest for a workshop first.

    It works without internet; a computer in no network has none but its own `127.0.0.1`.
    """
    stats = psutil.net_if_stats()
    found: list[tuple[int, str]] = []
    for name, entries in psutil.net_if_addrs().items():
        up = name not in stats or stats[name].isup
        for entry in entries:
            if entry.family == socket.AF_INET and up:
                rank = _rank(name, ip_address(entry.address))
                if rank is not None:
                    found.append((rank, entry.address))
    return [address for _, address in sorted(found)] or [ALONE]


def _rank(name: str, address: Any) -> int | None:
    """How likely a room reaches an address, 0 first; None if it cannot."""
    if not isinstance(address, IPv4Address) or address.is_loopback or address.is_unspecified:
        return None
    if address.is_link_local:
        return 4
    if _INSIDE.search(name):
        return 3
    if str(address).startswith(_HOTSPOTS):
        return 0
    return 1 if address.is_private else 2


def need_address(address: str | None) -> str | None:
    """The address under which a proxy shows the room, without its last slash.

    Raises
    ------
    InvalidArgument
        If it is no web address.
    """
    if address is None:
        return None
    if not _ADDRESS.fullmatch(address):
        raise InvalidArgument("serves-address", found=address[:200])
    return address.rstrip("/")


def bases(host: str, port: int, address: str | None = None) -> list[str]:
    """Beginnings of the room's links, likeliest first.

    Parameters
    ----------
    host
        Address listened on.
    port
        Port listened on.
    address
        As of `need_address`.
    """
    if address:
        return [address]
    hosts = addresses_here() if host in EVERYWHERE else [host]
    return [f"http://{f'[{each}]' if ':' in each else each}:{port}" for each in hosts]


def qr_svg(link: str) -> str:
    """A link as a QR code: SVG that grows to any size, dark on light whatever stands around it."""
    code = segno.make(link, error="m", micro=False)
    told: str = code.svg_inline(border=4, omitsize=True, dark="#000", light="#fff")
    return told


def qr_text(link: str) -> str:
    """A link as a QR code of half blocks, for a terminal with light letters on dark ground."""
    rows = [list(row) for row in segno.make(link, error="l", micro=False).matrix_iter(border=2)]
    rows += [[0] * len(rows[0])] * (len(rows) % 2)
    # What is light in the code is drawn.
    blocks = {(0, 0): "█", (0, 1): "▀", (1, 0): "▄", (1, 1): " "}
    return "\n".join(
        "".join(blocks[bool(upper), bool(lower)] for upper, lower in zip(*pair, strict=True))
        for pair in zip(rows[::2], rows[1::2], strict=True)
    )
