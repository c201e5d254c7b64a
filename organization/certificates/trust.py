"""Whom the server trusts: whether the certificate that a client shows leads to a certificate that is known here.

Known are the certificates that were imported without a key (an authority's, or a partner's own) and those that came
along with the server's own as their issuers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from ..objects.certificate import ExchangeCertificate
from . import x509

if TYPE_CHECKING:
    from ..store import Organization

_LONGEST_CHAIN = 10


def trusted_certificates(organization: Organization) -> list[bytes]:
    """The certificates, in DER, that vouch for others."""
    found: dict[bytes, None] = {}
    for item in organization.all(ExchangeCertificate):
        if item.key is None:
            found[item.der] = None
        found.update(dict.fromkeys(item.issuers))
    return list(found)


def is_vouched_for(chain: Sequence[bytes], trusted: Iterable[bytes], moment: datetime | None = None) -> bool:
    """Whether the first certificate of `chain` holds at a moment, now where none is given, and leads to a trusted one.

    The others of the chain are what the client sent along. The use that a certificate is for does not count: Exchange
    servers show each other the one that they show to clients. Revocation is not looked up.
    """
    anchors = set(trusted)
    known = [der for der in (*chain[1:], *anchors) if x509.is_valid_at(x509.facts(der), moment)]
    current = chain[0]
    if not x509.is_valid_at(x509.facts(current), moment or datetime.now(UTC)):
        return False
    for _ in range(_LONGEST_CHAIN):
        if current in anchors:
            return True
        issuer = next((der for der in known if der != current and x509.has_signed(der, current)), None)
        if issuer is None:
            return False
        current = issuer
    return False
