"""The verb `serve`: a folder of static files on this computer, with the types browsers ask for."""

from __future__ import annotations

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from casekit.errors import InvalidArgument

__all__ = ["make_server"]

#: Types that some systems do not know, or know otherwise.
_TYPES = {
    ".css": "text/css",
    ".html": "text/html",
    ".js": "text/javascript",
    ".json": "application/json",
    ".mjs": "text/javascript",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
    ".whl": "application/octet-stream",
    ".woff2": "font/woff2",
}


class _Handler(SimpleHTTPRequestHandler):
    """Files of a folder; a log of every request would hide the address."""

    protocol_version = "HTTP/1.1"
    extensions_map = SimpleHTTPRequestHandler.extensions_map | _TYPES

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""

    def end_headers(self) -> None:
        """Have browsers ask anew, so that a folder that was made again is seen."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()


def make_server(folder: Path, host: str, port: int) -> ThreadingHTTPServer:
    """A server of a folder that listens, not yet serving.

    Parameters
    ----------
    folder
        With an `index.html`, or files whose names are in the address.
    host, port
        Where it listens; port 0 takes a free one.

    Raises
    ------
    InvalidArgument
        If there is no such folder, or nobody may listen there.
    """
    if not folder.is_dir():
        raise InvalidArgument("serve-no-folder", folder=str(folder))
    try:
        return ThreadingHTTPServer((host, port), partial(_Handler, directory=str(folder)))
    except OSError as error:
        raise InvalidArgument("serve-port", host=host, port=str(port), found=str(error)) from None
