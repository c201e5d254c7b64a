"""The certificate that a client shows in a handshake, whoever has signed it.

Exchange lets a handshake pass whatever the client's certificate is, and judges it when mail comes. Python's ssl module
has no such setting: it ends the handshake unless the certificate leads to one that the context trusts. So the messages
of the handshake are watched, and what the client sends is trusted for this one handshake. Nobody is believed by it:
`TlsContexts.judge` judges the chain afterwards.
"""

from __future__ import annotations

import ssl
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from organization.certificates import x509

_NO_CHECK_TIME = 0x200000
"""X509_V_FLAG_NO_CHECK_TIME: one that has expired is judged later, too."""
_FOR_CLIENTS = bytes.fromhex("300c300a06082b06010505070302")
"""Behind a certificate: trust it for id-kp-clientAuth (X509_CERT_AUX, OpenSSL's own addition to X.509)."""
_CERTIFICATE = 11
"""The number of the handshake's message (RFC 8446, 4)."""


class ClientCertificate:
    """Watches the one handshake of a context that is used for no other."""

    def __init__(self, context: ssl.SSLContext) -> None:
        self.chain: list[bytes] = []
        """What the client has sent, in DER: its own certificate, then those above it. Empty where it has none."""
        self._context = context
        context.verify_mode = ssl.CERT_OPTIONAL
        context.verify_flags = ssl.VerifyFlags(context.verify_flags | ssl.VERIFY_X509_PARTIAL_CHAIN | _NO_CHECK_TIME)
        context._msg_callback = self._saw  # type: ignore[attr-defined] # a debugger's door, and the only one there is

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
        """Trust it as a client's, also where its own words say that it is for servers: Exchange has one for both."""
        with tempfile.TemporaryDirectory(prefix="emshell-") as folder:
            path = Path(folder, "client.pem")
            path.write_text(x509.pem(der + _FOR_CLIENTS, "TRUSTED CERTIFICATE"), encoding="ascii", newline="")
            self._context.load_verify_locations(path)


def _certificates(message: bytes, is_newest: bool) -> Iterator[bytes]:
    """The certificates in the message's body (RFC 5246, 7.4.2; RFC 8446, 4.4.2)."""
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
