"""Why pip failed, told from what it wrote, and the advice that helps."""

from __future__ import annotations

import platform
import re
from collections.abc import Callable
from urllib.parse import urlsplit

from casekit.setup.words import word

__all__ = ["advice", "cause", "is_passing"]

# What pip writes when it fails; the first match counts.
_SIGNS = (
    ("space", r"No space left|Errno 28\b|WinError 112|Disk quota exceeded"),
    ("long", r"Long Path|WinError 206|File name too long"),
    ("write", r"Permission denied|Read-only file system|WinError (5|32)\b"),
    ("no-ssl", r"ssl module .{0,20}is not available"),
    ("proxy-password", r"\b407\b.*[Pp]roxy|Proxy Authentication Required"),
    ("proxy", r"ProxyError|Cannot connect to proxy|Tunnel connection failed"),
    ("certificate", r"CERTIFICATE_VERIFY_FAILED|SSLCertVerificationError|certificate verify failed"
                    r"|TLS CA certificate bundle"),
    ("password", r"\b401 (Client )?Error|HTTP error 401|Credentials not correct"),
    ("forbidden", r"\b403 (Client )?Error|HTTP error 403"),
    ("no-index", r"Ignoring indexes:|--no-index"),
    ("changed", r"DO NOT MATCH THE HASHES|BadZipFile|is invalid\.$|has an invalid wheel"),
    ("net", r"NewConnectionError|ConnectTimeout|ReadTimeout|[Tt]imed out|getaddrinfo"
            r"|name resolution|NameResolutionError|Connection(Reset|Refused|Aborted)?Error"
            r"|Connection (refused|reset|aborted|broken)|IncompleteRead|incomplete-download"
            r"|SSLError|RemoteDisconnected|ProtocolError|\b5\d\d Server Error"),
)  # fmt: skip
#: A connection that broke off in the middle; the next try has all that arrived before.
_PASSING = re.compile(
    r"IncompleteRead|incomplete-download|Connection (reset|aborted|broken)|ConnectionResetError"
    r"|Read timed out|ReadTimeout|RemoteDisconnected|ProtocolError|DO NOT MATCH THE HASHES"
    r"|BadZipFile|\b50[234] Server Error"
)
_UNFOUND = re.compile(r"No matching distribution found for ([\w.-]+)==([\w.!+-]+)")


def is_passing(output: str) -> bool:
    """Whether trying again may help at once."""
    return bool(_PASSING.search(output)) and cause(output) in ("net", "changed")


def cause(output: str) -> str:
    """Key of the cause as pip names it itself, or "" if it does not."""
    return next((key for key, sign in _SIGNS if re.search(sign, output, re.MULTILINE)), "")


def advice(output: str, asked_again: Callable[[str], str]) -> tuple[str, dict[str, str]]:
    """Key of the advice and the facts that fill it.

    Parameters
    ----------
    output
        All that pip wrote.
    asked_again
        Asks pip once more for a single requirement, and returns what it tells at length.
    """
    facts = {"library": "", "version": "", "machine": platform.machine(), "server": _server(output)}
    key = cause(output)
    unfound = _UNFOUND.search(output)
    if unfound and key in ("", "forbidden", "password", "net"):
        facts |= {"library": unfound[1], "version": unfound[2]}
        told = asked_again(f"{unfound[1]}=={unfound[2]}")
        facts["server"] = _server(told) or facts["server"]
        key = cause(told) or _what_it_found(told, unfound[1], unfound[2])
    facts["server"] = facts["server"] or "pypi.org"
    if not facts["library"]:
        last = re.findall(r"(?m)^(?:Collecting|Downloading) ([\w.-]+)", output)
        facts["library"] = last[-1].partition("==")[0] if last else word("doctor-libraries")
    return key or "other", facts


def _what_it_found(told: str, library: str, version: str) -> str:
    """Told from all that pip saw on the index, where no error was named."""
    name = re.sub(r"[-_.]+", "[-_.]+", re.escape(library).replace(r"\-", "-"))
    wheel = rf"{name}-{re.escape(version)}-"
    unfit = r"none of the wheel's tags|requires a different Python|requires-python"
    if re.search(rf"(?im)^.*({unfit}).*{wheel}|^.*{wheel}.*({unfit})", told):
        return "wheel"
    if re.search(rf"(?i){name}-\d", told) or re.search(r"from versions: (?!none)", told):
        return "old-mirror"
    return "portal"


def _server(output: str) -> str:
    """The server that pip asked last, without names and passwords."""
    found = re.findall(r"host='([^']+)'|(https?://[^\s'\"<>)]+)", output)
    if not found:
        return ""
    host, address = found[-1]
    return host or urlsplit(address).hostname or ""
