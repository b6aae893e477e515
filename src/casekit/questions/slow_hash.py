"""The slow hash of sealed answers: PBKDF2 with HMAC-SHA-256, of one block.

Python's own comes with OpenSSL, which a browser's Python lacks; this one gives the same bytes
there, some ten times slower (RFC 8018, section 5.2; RFC 2104).
"""

from __future__ import annotations

import hashlib

__all__ = ["slow_hash"]

#: Bytes that SHA-256 takes at a time, to which a key is filled up.
_BLOCK = 64
_INNER, _OUTER = 0x36, 0x5C


def slow_hash(secret: bytes, salt: bytes, rounds: int) -> bytes:
    """Hash of a secret, 32 bytes, made slow by repeating it.

    Parameters
    ----------
    secret, salt
        What is hashed, and what keeps equal secrets apart.
    rounds
        How often, 1 or more.

    Examples
    --------
    >>> slow_hash(b"password", b"salt", 2).hex()[:16]
    'ae4d0c95af6b46d3'
    """
    if hasattr(hashlib, "pbkdf2_hmac"):
        return hashlib.pbkdf2_hmac("sha256", secret, salt, rounds)
    key = secret if len(secret) <= _BLOCK else hashlib.sha256(secret).digest()
    key = key.ljust(_BLOCK, b"\0")
    # Both begin with the key alone, so its part is hashed once and not in every round.
    inner = hashlib.sha256(bytes(byte ^ _INNER for byte in key))
    outer = hashlib.sha256(bytes(byte ^ _OUTER for byte in key))
    told = salt + (1).to_bytes(4, "big")
    mixed = 0
    for _ in range(rounds):
        within, around = inner.copy(), outer.copy()
        within.update(told)
        around.update(within.digest())
        told = around.digest()
        mixed ^= int.from_bytes(told, "big")
    return mixed.to_bytes(32, "big")
