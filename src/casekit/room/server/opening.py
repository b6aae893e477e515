"""From a file, or none, to a room that is served."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from casekit.board.shared import SharedModel
from casekit.board.words import words_message as boards_words
from casekit.company import Case
from casekit.company.loading import read_company
from casekit.errors import InvalidArgument
from casekit.grading.files import write_files
from casekit.grading.later import Drawn, new_seed
from casekit.language import LANGUAGES
from casekit.page.opening import LOCAL, until_stopped
from casekit.page.ports import free_port, is_free
from casekit.page.store import Store
from casekit.room.course.affairs import Founding
from casekit.room.course.agenda import LENGTHS, agenda_of
from casekit.room.course.deeds import RoomDeed, begin_deed
from casekit.room.course.log import Log
from casekit.room.course.names import hashed, new_code
from casekit.room.outcome.playing import Playing
from casekit.room.server.boards import Boards
from casekit.room.server.hub import RoomPlace
from casekit.room.server.lines import words_message
from casekit.room.server.links import EVERYWHERE
from casekit.room.server.running import Running
from casekit.room.server.serving import RoomServer
from casekit.setup.places import ROOM_PORT
from casekit.world import World
from casekit.world.dataset import dataset
from casekit.world.facts import company_with_facts
from casekit.world.shipped import shipped_company

__all__ = ["TOKENS", "Asked", "OpenRoom", "founding", "open_room", "serve", "token_of"]

#: End of the name of the file beside the room's with hours on boards that are not committed.
BOARDS = ".boards"
#: Who comes in by a token.
TOKENS = ("facilitator", "screen")


@dataclass(frozen=True)
class Asked:
    """What a room is begun with; a room that goes on has it in its file.

    Parameters
    ----------
    minutes
        Length of the workshop; 90 if left out.
    drawn
        Number and family of the company; None for that of the case.
    """

    minutes: int | None = None
    drawn: Drawn | None = None


@dataclass(frozen=True)
class OpenRoom:
    """A room that is served, and what its facilitator needs.

    Parameters
    ----------
    server
        The server.
    file
        Where all that happens is kept.
    is_old
        Whether it goes on where it stood.
    facilitator, screen
        Addresses of the facilitator's page and of the big screen's, with their tokens.
    facilitator_here
        The facilitator's page as this computer opens it, whatever network it is in.
    folder
        Tables of a drawn company, as long as the room is open.
    """

    server: RoomServer
    file: Path
    is_old: bool
    facilitator: str
    screen: str
    facilitator_here: str
    folder: TemporaryDirectory[str] | None = None


def open_room(root: Path, file: Path, asked: Asked, place: RoomPlace) -> OpenRoom:
    """Open a room; an event loop must run.

    Parameters
    ----------
    root
        The kit's top folder.
    file
        The room's file; made if there is none.
    asked
        What it is begun with.
    place
        Where it is served; port 0 takes the first free one from the usual on.

    Raises
    ------
    InvalidArgument
        If the port is taken, or the file is another company's or another length's room.
    WorkplaceError
        If the file cannot be used.
    CasekitError
        If the company's data cannot be read.
    """
    if place.port and not is_free(place.port):
        raise InvalidArgument("app-port", found=str(place.port))
    # Before a file is made.
    agenda_of(asked.minutes or LENGTHS[0])
    place = RoomPlace(place.host, place.port or free_port(ROOM_PORT), place.address, place.lang)
    log = Log(file)
    try:
        return _opened(root, file, log, asked, place)
    except BaseException:
        log.close()
        raise


def _opened(root: Path, file: Path, log: Log, asked: Asked, place: RoomPlace) -> OpenRoom:
    deeds = log.deeds()
    drawn = _drawn_before(deeds[0], asked) if deeds else asked.drawn
    folder = TemporaryDirectory(prefix="casekit-room-") if drawn else None
    try:
        world, case = _company(root, drawn, folder)
        # Reading all texts takes a second or more: whoever comes first need not wait for it.
        for lang in LANGUAGES:
            words_message(lang)
        boards_words(decides=True)
        if not deeds:
            agenda = agenda_of(asked.minutes or LENGTHS[0])
            log.append([begin_deed(founding(case, drawn), agenda, RoomServer.now_ms())])
        running = Running(log)
        if running.affairs.founding.company != case.digest:
            raise InvalidArgument("serves-company", file=str(file))
        playing = Playing(running, world, case, root)
        store = _store(file.with_name(file.name + BOARDS))
        boards = Boards(running, store, SharedModel(case), playing.case_of, RoomServer.now_ms)
        try:
            server = RoomServer(running, playing, boards, place)
        except OSError as error:
            raise InvalidArgument("app-port", found=f"{place.host}:{place.port}") from error
    except BaseException:
        if folder:
            folder.cleanup()
        raise
    luck, base = running.affairs.founding.luck, server.telling.bases[0]
    paths = [f"/{role}?token={token_of(luck, role)}" for role in TOKENS]
    here = f"http://{LOCAL[0]}:{server.port}" if place.host in EVERYWHERE else base
    facilitator, screen = (base + path for path in paths)
    return OpenRoom(server, file, bool(deeds), facilitator, screen, here + paths[0], folder)


def _drawn_before(begun: RoomDeed, asked: Asked) -> Drawn | None:
    """The company that a room was begun with.

    Raises
    ------
    InvalidArgument
        If another one or another length is asked for.
    """
    told, minutes = begun.facts["drawn"], begun.facts["agenda"]["minutes"]
    drawn = (int(told[0]), str(told[1])) if told else None
    if asked.drawn is not None and asked.drawn != drawn:
        raise InvalidArgument("serves-begun-company")
    if asked.minutes is not None and asked.minutes != minutes:
        raise InvalidArgument("serves-begun-minutes", minutes=minutes)
    return drawn


def _company(
    root: Path, drawn: Drawn | None, folder: TemporaryDirectory[str] | None
) -> tuple[World, Case]:
    """A company as drawn, and as participants have it."""
    if drawn is None or folder is None:
        return shipped_company().world, read_company(root / "data")
    proven = company_with_facts(*drawn)
    write_files(dataset(proven).data, Path(folder.name))
    return proven.world, read_company(Path(folder.name))


def founding(case: Case, drawn: Drawn | None) -> Founding:
    """What a new room is begun with; its luck and its code are drawn here."""
    luck = str(new_seed())
    facilitator, screen = (hashed(token_of(luck, role)) for role in TOKENS)
    told = drawn and (str(drawn[0]), drawn[1])
    return Founding(case.digest, told, luck, new_code(), facilitator, screen)


def token_of(luck: str, role: str) -> str:
    """Token of a role: it follows from the room's number, and the number does not from it."""
    return hmac.digest(luck.encode(), f"token of the {role}".encode(), "sha256").hex()[:40]


def _store(path: Path) -> Store:
    try:
        return Store(path)
    except OSError as error:
        raise InvalidArgument("page-no-store", file=str(path), reason=str(error)) from None


async def serve(room: OpenRoom) -> None:
    """Serve a room until it is stopped; nothing that was acknowledged is lost then."""
    server = room.server
    try:
        server.boards.warm()
        await server.playing.warm()
        await until_stopped()
    finally:
        await server.close()
        if room.folder:
            room.folder.cleanup()
