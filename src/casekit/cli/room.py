"""The verb `room`: which file, what the instructor is told, and the browser."""

from __future__ import annotations

import asyncio
import sys
from datetime import date
from itertools import count
from pathlib import Path

import typer

from casekit import language
from casekit.errors import CasekitError
from casekit.language import text
from casekit.room.course.folding import fold
from casekit.room.course.log import Log
from casekit.room.server.hub import RoomPlace
from casekit.room.server.links import EVERYWHERE, need_address, qr_text
from casekit.room.server.opening import Asked, OpenRoom, open_room, serve
from casekit.workplace import kit_folder
from casekit.workplace.browsing import browse

__all__ = ["run_room"]

#: Where rooms lie, in the kit's folder.
ROOMS = "rooms"


def run_room(
    file: Path | None,
    asked: Asked,
    host: str,
    port: int,
    address: str | None,
    browser: bool,
) -> None:
    """Serve a workshop until Ctrl+C; all that was acknowledged stands in its file.

    Raises
    ------
    CasekitError
        If an argument cannot be used, or the file, the port or the company's data cannot.
    """
    place = RoomPlace(host, port, need_address(address), language.current())
    root = kit_folder()
    asyncio.run(_served(root, file or todays_file(root / ROOMS), asked, place, browser))


def todays_file(folder: Path) -> Path:
    """Today's room that is not over, so that a server that starts again goes on; else a new one."""
    for number in count(1):
        path = folder / f"{date.today().isoformat()}{f'-{number}' if number > 1 else ''}.sqlite"
        if not path.exists() or not _is_over(path):
            return path
    raise AssertionError


def _is_over(path: Path) -> bool:
    try:
        log = Log(path)
        try:
            affairs = fold(log.deeds())
        finally:
            log.close()
    except CasekitError:
        # It says what is the matter when it is opened.
        return False
    return affairs is not None and affairs.finished


async def _served(root: Path, file: Path, asked: Asked, place: RoomPlace, browser: bool) -> None:
    room = open_room(root, file, asked, place)
    for line in told(room, place):
        typer.echo(line)
    if browser:
        browse(room.facilitator_here, typer.echo)
    await serve(room)


def told(room: OpenRoom, place: RoomPlace) -> list[str]:
    """What the instructor is told of a room that is open.

    Parameters
    ----------
    room
        The room.
    place
        Where it is served.
    """
    telling = room.server.telling
    lines = [text("serves-again" if room.is_old else "serves-new", file=str(room.file))]
    lines.append(text("serves-join", address=telling.links[0]))
    others = telling.links[1:]
    if others:
        lines.append(text("serves-others", addresses="\n".join(f"  {link}" for link in others)))
    if _can_draw():
        lines.append(qr_text(telling.links[0]))
    if place.address is None:
        alone = place.host in EVERYWHERE and telling.is_alone
        key = "alone" if alone else "everywhere" if place.host in EVERYWHERE else "host"
        lines.append(text(f"serves-reach-{key}", host=place.host, port=str(room.server.port)))
    lines.append(text("serves-screen", address=room.screen))
    lines.append(text("serves-facilitator", address=room.facilitator))
    lines.append(text("serves-stop"))
    return lines


def _can_draw() -> bool:
    """Whether the terminal shows a code that a phone can read."""
    try:
        "█▀▄".encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return sys.stdout.isatty()
