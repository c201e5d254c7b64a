"""Passwords, kept as scrypt hashes; beside them, where NTLM can be done, the weak hash that NTLM cannot do without."""

from __future__ import annotations

import hashlib
import hmac
import importlib.util
import os
from base64 import b64decode, b64encode
from functools import cache

_COST, _BLOCK, _PARALLEL = 2**9, 8, 1
"""A lab's passwords guard a lab: a millisecond each, so that a script can make ten thousand mailboxes. The cost is kept
with each hash, and one made at another cost still fits."""
_MEMORY = 64 * 1024 * 1024


def hash_password(password: str, salt: bytes | None = None) -> str:
    """`scrypt$N$r$p$salt$hash`. Takes about a millisecond."""
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


@cache
def ntlm_is_possible() -> bool:
    """Whether the library for NTLM (the extra `ntlm`) is installed."""
    return importlib.util.find_spec("spnego") is not None


def nt_hash(password: str) -> str | None:
    """MD4 of the password, in hexadecimal (MS-NLMP, 3.3.1). Whoever has it can log on by NTLM, password or not.

    None where NTLM is not possible, so that no such hash is kept without need.
    """
    if not ntlm_is_possible():
        return None
    from spnego._ntlm_raw.md4 import md4

    return md4(password.encode("utf-16-le", "surrogatepass")).hex()


def _derive(password: str, salt: bytes, cost: int, block: int, parallel: int) -> bytes:
    return hashlib.scrypt(password.encode(), salt=salt, n=cost, r=block, p=parallel, maxmem=_MEMORY, dklen=32)
