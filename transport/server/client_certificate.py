"""The client certificate of a TLS handshake, whatever its issuer.

Exchange completes a handshake with any client certificate, and validates it when mail comes. Python's ssl module has no
such setting: it ends the handshake unless the context trusts the chain. So the messages of the handshake are watched,
and the client's certificate is trusted for this one handshake. That grants nothing: `TlsContexts.judge` validates the
chain afterwards.
"""

from __future__ import annotations

import ssl
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from organization.certificates import x509

_NO_CHECK_TIME = 0x200000
"""X509_V_FLAG_NO_CHECK_TIME: expiry is checked afterwards."""
_FOR_CLIENTS = bytes.fromhex("300c300a06082b06010505070302")
"""Appended to a certificate: trust it for id-kp-clientAuth (X509_CERT_AUX, OpenSSL's addition to X.509)."""
_CERTIFICATE = 11
"""The handshake type of the Certificate message (RFC 8446, 4)."""


class ClientCertificate:
    """Watches the handshake of a context that is used for one connection only."""

    def __init__(self, context: ssl.SSLContext) -> None:
        self.chain: list[bytes] = []
        """The client's chain in DER: its own certificate, then the issuers. Empty if it sent none."""
        self._context = context
        context.verify_mode = ssl.CERT_OPTIONAL
        context.verify_flags = ssl.VerifyFlags(context.verify_flags | ssl.VERIFY_X509_PARTIAL_CHAIN | _NO_CHECK_TIME)
        context._msg_callback = self._saw  # type: ignore[attr-defined] # a debugging hook, and the only way to see the message

    def _saw(self, connection: Any, direction: str, version: Any, content: Any, message: Any, data: bytes) -> None:
        if direction != "read" or message != _CERTIFICATE or self.chain:
            return
        try:
            chain = list(_certificates(data[4:], version == ssl.TLSVersion.TLSv1_3))
            for der in chain:
                x509.facts(der)
            if chain:
                self._trust(chain[0])
        except Exception:  # libraries fail in many ways on octets that are no certificate
            return  # nor is it trusted, so OpenSSL ends the handshake
        self.chain = chain

    def _trust(self, der: bytes) -> None:
        """Trust a certificate for clients even if its key usage names servers only: Exchange uses one for both."""
        with tempfile.TemporaryDirectory(prefix="emshell-") as folder:
            path = Path(folder, "client.pem")
            path.write_text(x509.pem(der + _FOR_CLIENTS, "TRUSTED CERTIFICATE"), encoding="ascii", newline="")
            self._context.load_verify_locations(path)


def _certificates(message: bytes, is_newest: bool) -> Iterator[bytes]:
    """Yield the certificates in the body of a Certificate message (RFC 5246, 7.4.2; RFC 8446, 4.4.2)."""
    at = 1 + message[0] if is_newest else 0
    end = at + 3 + int.from_bytes(message[at : at + 3])
    at += 3
    while at < end:
        size = int.from_bytes(message[at : at + 3])
        at += 3
        yield message[at : at + size]
        at += size
        if is_newest:
            at += 2 + int.from_bytes(message[at : at + 2])
