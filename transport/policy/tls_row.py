"""The protocol log's row about a finished TLS negotiation, in the words of Windows: what was agreed upon.

TLS libraries call a cipher suite by its name; Windows takes it apart into algorithms (CALG_...) and their strengths.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from .facts import TlsFacts


class _Algorithm(NamedTuple):
    name: str
    bits: int

    def __str__(self) -> str:
        return f"{self.name} with strength {self.bits} bits"


_BULK = (
    ("AES256", _Algorithm("CALG_AES_256", 256)),
    ("AES128", _Algorithm("CALG_AES_128", 128)),
    ("3DES", _Algorithm("CALG_3DES", 168)),
    ("DES-CBC3", _Algorithm("CALG_3DES", 168)),
    ("RC4", _Algorithm("CALG_RC4", 128)),
    ("CHACHA20", _Algorithm("CALG_CHACHA20_POLY1305", 256)),
)
_MAC = (
    ("SHA384", _Algorithm("CALG_SHA_384", 384)),
    ("SHA256", _Algorithm("CALG_SHA_256", 256)),
    ("POLY1305", _Algorithm("CALG_SHA_256", 256)),
    ("MD5", _Algorithm("CALG_MD5", 128)),
    ("SHA", _Algorithm("CALG_SHA1", 160)),
)
_BULK_NAMES = {
    "AES128": "AES_128_CBC",
    "AES256": "AES_256_CBC",
    "AES128-GCM": "AES_128_GCM",
    "AES256-GCM": "AES_256_GCM",
    "DES-CBC3": "3DES_EDE_CBC",
    "RC4": "RC4_128",
    "CHACHA20-POLY1305": "CHACHA20_POLY1305",
}
"""OpenSSL's names of bulk ciphers, and those of Windows."""
_BULK_PATTERN = "|".join(sorted(_BULK_NAMES, key=len, reverse=True))
_SUITE = re.compile(rf"(?:(?P<exchange>[A-Z0-9-]+?)-)?(?P<bulk>{_BULK_PATTERN})(?:-(?P<mac>\w+))?")
_UNKNOWN = _Algorithm("0", 0)
_CURVE_BITS = 256
_DIFFIE_HELLMAN_BITS = 2048


def negotiation_text(tls: TlsFacts) -> str:
    """`TLS protocol SP_PROT_TLS1_2_SERVER negotiation succeeded using ...`."""
    cipher = re.sub(r"AES[_-](\d+)", r"AES\1", tls.cipher.upper())
    return (
        f"TLS protocol SP_PROT_{protocol_name(tls.version)}_SERVER negotiation succeeded using bulk encryption "
        f"algorithm {_found(_BULK, cipher)}, MAC hash algorithm {_found(_MAC, cipher)} and key exchange algorithm "
        f"{_key_exchange(cipher, tls)}"
    )


def windows_name(tls: TlsFacts) -> str:
    """A cipher suite's name in Windows: `TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384` for `ECDHE-RSA-AES256-GCM-SHA384`.

    Those of TLS 1.3 are called the same everywhere.
    """
    found = _SUITE.fullmatch(tls.cipher)
    if found is None:
        return tls.cipher
    exchange = (found["exchange"] or "RSA").replace("-", "_")
    return f"TLS_{exchange}_WITH_{_BULK_NAMES[found['bulk']]}_{found['mac'] or 'SHA256'}"


def protocol_name(version: str) -> str:
    """`TLS1_2` for `TLSv1.2`; TLS 1.0, which is `TLSv1` elsewhere, is `TLS1_0`."""
    number = version.removeprefix("TLSv")
    return f"TLS{number if '.' in number else number + '.0'}".replace(".", "_")


def _found(table: tuple[tuple[str, _Algorithm], ...], cipher: str) -> _Algorithm:
    return next((algorithm for sign, algorithm in table if sign in cipher), _UNKNOWN)


def _key_exchange(cipher: str, tls: TlsFacts) -> _Algorithm:
    if tls.version == "TLSv1.3" or cipher.startswith("ECDHE"):
        return _Algorithm("CALG_ECDHE", _CURVE_BITS)
    if cipher.startswith("DHE"):
        return _Algorithm("CALG_DH_EPHEM", _DIFFIE_HELLMAN_BITS)
    return _Algorithm("CALG_RSA_KEYX", tls.certificate.key_size)
