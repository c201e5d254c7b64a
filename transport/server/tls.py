"""TLS contexts for STARTTLS: one for each of the server's certificates, made when it is first needed.

The versions of TLS are those of the emulated version of Exchange, as far as this machine's OpenSSL still speaks them.
"""

from __future__ import annotations

import importlib.util
import ssl
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from organization.certificates import x509
from organization.certificates.store import certificate
from organization.certificates.trust import is_vouched_for, trusted_certificates

from ..policy.facts import CertificateFacts
from .client_certificate import ClientCertificate

if TYPE_CHECKING:
    from organization.objects.certificate import ExchangeCertificate
    from organization.store import Organization

_FAILURES = (
    ("UNKNOWN_CA", "UntrustedRoot"),
    ("CERTIFICATE_EXPIRED", "CertExpired"),
    ("CERTIFICATE", "CertUnknown"),
    ("UNSUPPORTED_PROTOCOL", "AlgorithmMismatch"),
    ("PROTOCOL_VERSION", "AlgorithmMismatch"),
    ("VERSION_TOO_LOW", "AlgorithmMismatch"),
    ("NO_SHARED_CIPHER", "AlgorithmMismatch"),
    ("HANDSHAKE_FAILURE", "AlgorithmMismatch"),
)
"""Part of OpenSSL's name of an error -> Windows' name for it (UntrustedRoot for SEC_E_UNTRUSTED_ROOT)."""
_CIPHERS = "ECDHE+AESGCM:ECDHE+AES:DHE+AESGCM:DHE+AES:RSA+AESGCM:RSA+AES:RSA+3DES:!aNULL:!eNULL:!CHACHA20"
"""The cipher suites of Windows, strongest first."""
_OLD_CIPHERS = f"{_CIPHERS}:@SECLEVEL=0"
"""OpenSSL allows TLS 1.0 and 1.1, and the short keys of their time, at its lowest security level only."""


def is_possible() -> bool:
    """Return whether certificates can be made: the extra with `cryptography` is installed."""
    return importlib.util.find_spec("cryptography") is not None


@dataclass(slots=True)
class Handshake:
    """The context of a handshake, and the certificates in it."""

    context: ssl.SSLContext
    certificate: CertificateFacts
    client: ClientCertificate | None = None
    """Set if the client is asked for a certificate."""


class TlsContexts:
    """TLS contexts by the GUID of their certificate. Methods may be called from any thread, and are slow."""

    def __init__(self, organization: Organization) -> None:
        self._organization = organization
        self._lock = threading.Lock()
        self._known: dict[UUID, Handshake] = {}

    def get(self, key: UUID, asks: bool = False) -> Handshake:
        """Return a handshake with a certificate of the server. With `asks` the client is asked for one.

        Raises OSError if the server's certificate was removed.
        """
        with self._lock:
            found = None if asks else self._known.get(key)
            if found is None:
                found = self._make(key)
                if asks:
                    found.client = ClientCertificate(found.context)  # the context is this handshake's alone
                else:
                    self._known[key] = found
            return found

    def judge(self, client: ClientCertificate | None) -> tuple[CertificateFacts | None, bool]:
        """Return a client's certificate, and whether its chain is valid and trusted here."""
        if client is None or not client.chain:
            return None, False
        trusted = is_vouched_for(client.chain, trusted_certificates(self._organization))
        return facts_of(client.chain[0]), trusted

    def _make(self, key: UUID) -> Handshake:
        item = certificate(self._organization, key)
        if item is None or item.key is None:
            raise ConnectionAbortedError("The certificate was removed.")
        versions = self._organization.profile.tls_versions
        return Handshake(_context(item, item.key, *versions), facts_of(item.der))


def _context(item: ExchangeCertificate, key: bytes, lowest: str, highest: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    is_old = lowest == "TLSv1"
    context.set_ciphers(_OLD_CIPHERS if is_old else _CIPHERS)
    # Some builds of OpenSSL lack TLS 1.0 and refuse it as a minimum; SSL 3.0 is off in any case.
    context.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED if is_old else ssl.TLSVersion[lowest]
    context.maximum_version = ssl.TLSVersion[highest]
    chain = "".join(x509.pem(der, "CERTIFICATE") for der in (item.der, *item.issuers))
    with tempfile.TemporaryDirectory(prefix="emshell-") as folder:
        # The ssl module loads certificates from files only. The folder is private to the user and deleted at once.
        path = Path(folder, "certificate.pem")
        path.write_text(x509.pem(key, "PRIVATE KEY") + chain, encoding="ascii", newline="")
        context.load_cert_chain(path)
    return context


def failure_name(error: OSError) -> str:
    """Return the protocol log's name of a handshake failure: `SocketError` if the client has closed."""
    if not isinstance(error, ssl.SSLError) or isinstance(error, ssl.SSLEOFError):
        return "SocketError"
    reason = error.reason or ""
    return next((name for sign, name in _FAILURES if sign in reason), "IllegalMessage")


def facts_of(der: bytes) -> CertificateFacts:
    """Return the facts about a certificate that sessions use."""
    found = x509.facts(der)
    return CertificateFacts(
        found.subject,
        found.issuer,
        found.serial_number,
        found.thumbprint,
        found.domains,
        found.key_size,
        x509.end_point(der),
    )
