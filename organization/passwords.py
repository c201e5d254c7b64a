"""Passwords, kept as scrypt hashes."""

from __future__ import annotations

import hashlib
import hmac
import os
from base64 import b64decode, b64encode

_COST, _BLOCK, _PARALLEL = 2**14, 8, 1
_MEMORY = 64 * 1024 * 1024


def hash_password(password: str, salt: bytes | None = None) -> str:
    """`scrypt$N$r$p$salt$hash`. Takes some tens of milliseconds on purpose."""
    salt = salt or os.urandom(16)
    key = _derive(password, salt, _COST, _BLOCK, _PARALLEL)
    return f"scrypt${_COST}${_BLOCK}${_PARALLEL}${b64encode(salt).decode()}${b64encode(key).decode()}"


def verify_password(password: str, stored: str | None) -> bool:
    """Whether `password` is the one behind a stored hash; an account without one has no password that fits."""
    if not stored:
        return False
    _, cost, block, parallel, salt, key = stored.split("$")
    derived = _derive(password, b64decode(salt), int(cost), int(block), int(parallel))
    return hmac.compare_digest(derived, b64decode(key))


def _derive(password: str, salt: bytes, cost: int, block: int, parallel: int) -> bytes:
    return hashlib.scrypt(password.encode(), salt=salt, n=cost, r=block, p=parallel, maxmem=_MEMORY, dklen=32)
