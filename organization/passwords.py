"""Passwords, kept as scrypt hashes; beside them, where NTLM can be done, the weak hash that NTLM cannot do without."""

from __future__ import annotations

import hashlib
import hmac
import importlib.util
import os
import threading
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


class Password:
    """What an account keeps of a password: its hashes. They are made when they are first needed, as most accounts of a
    lab with many never log on; until then it holds the password itself, and from then on it does not.

    The first attempt to log on, by any means and right or wrong, counts as need. The password is shown to nobody: not
    by `repr`, not in output, and no file is written from here. Several accounts may share one, as those do that a
    script gave the same SecureString.
    """

    __slots__ = ("_hash", "_nt_hash", "_text")

    def __init__(self, text: str) -> None:
        self._text: str | None = text
        self._hash = ""
        self._nt_hash: str | None = None

    @classmethod
    def of_hashes(cls, scrypt: str, nt: str | None) -> Password:
        """One of which only the hashes are known: that of `hash_password`, and that of `nt_hash` if there is one."""
        made = cls("")
        made._hash, made._nt_hash, made._text = scrypt, nt, None
        return made

    @property
    def is_hashed(self) -> bool:
        """Whether the password itself is forgotten."""
        return self._text is None

    @property
    def scrypt(self) -> str:
        """Its scrypt hash, as `hash_password` writes it."""
        self._forget_text()
        return self._hash

    @property
    def nt(self) -> str | None:
        """Its hash for NTLM; None where this machine cannot do NTLM."""
        self._forget_text()
        return self._nt_hash

    def fits(self, password: str) -> bool:
        """Whether it is this one. Takes one or two milliseconds."""
        return verify_password(password, self.scrypt)

    def _forget_text(self) -> None:
        with _HASHING:
            if self._text is not None:
                self._hash, self._nt_hash = hash_password(self._text), nt_hash(self._text)
                self._text = None

    def __repr__(self) -> str:
        return "<Password>"


_HASHING = threading.Lock()


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
