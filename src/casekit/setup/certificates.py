"""Certificates that this computer trusts, for a pip too old to ask the system itself.

A firewall or a virus scanner of an office signs what passes with a certificate that only the
system knows.
"""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from pathlib import Path

from casekit.setup.places import mark

__all__ = ["bundle"]

#: First pip that asks the system by itself.
_ASKS_ITSELF = (24, 2)
_ON_LINUX = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
)


def bundle(wheel: Path) -> Path | None:
    """A file with pip's own certificates and the system's, or none if pip needs none.

    Parameters
    ----------
    wheel
        pip as a wheel.
    """
    version = re.match(r"pip-(\d+)\.(\d+)", wheel.name)
    if not version or (int(version[1]), int(version[2])) >= _ASKS_ITSELF:
        return None
    with zipfile.ZipFile(wheel) as archive:
        own = archive.read("pip/_vendor/certifi/cacert.pem").decode("utf-8")
    path = mark("certificates")
    path.write_text(f"{own}\n{_of_the_system()}", encoding="utf-8")
    return path


def _of_the_system() -> str:
    import ssl  # a Python without it must still be able to say so

    if sys.platform == "win32":
        trusted = ssl.create_default_context().get_ca_certs(binary_form=True)
        return "\n".join(map(ssl.DER_cert_to_PEM_cert, trusted))
    if sys.platform == "darwin":
        keychains = ["/Library/Keychains/System.keychain"]
        told = subprocess.run(
            ["/usr/bin/security", "find-certificate", "-a", "-p", *keychains],
            capture_output=True, encoding="ascii", errors="replace", check=False,
        )  # fmt: skip
        return told.stdout
    files = filter(None, (ssl.get_default_verify_paths().cafile, *_ON_LINUX))
    found = next((Path(each) for each in files if Path(each).is_file()), None)
    return found.read_text(encoding="utf-8", errors="replace") if found else ""
