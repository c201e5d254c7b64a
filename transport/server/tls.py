"""TLS contexts for STARTTLS: one for each of the server's certificates, made when it is first needed.

Versions are those that Python's TLS speaks with its usual settings, 1.2 and 1.3. Exchange 2007 and 2010 spoke 1.0,
which the clients of today refuse.
"""

from __future__ import annotations

import importlib.util
import ssl
import tempfile
import threading
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from organization.certificates import x509
from organization.certificates.store import certificate

from ..policy.facts import CertificateFacts

if TYPE_CHECKING:
    from organization.objects.certificate import ExchangeCertificate
    from organization.store import Organization


def is_possible() -> bool:
    """Whether certificates can be made on this machine."""
    return importlib.util.find_spec("cryptography") is not None


class TlsContexts:
    """Contexts by the GUID of their certificate. `get` may be called from any thread and is slow the first time."""

    def __init__(self, organization: Organization) -> None:
        self._organization = organization
        self._lock = threading.Lock()
        self._contexts: dict[UUID, tuple[ssl.SSLContext, CertificateFacts]] = {}

    def get(self, key: UUID) -> tuple[ssl.SSLContext, CertificateFacts]:
        """The context and what logs say of its certificate. Raises OSError where the certificate was removed."""
        with self._lock:
            found = self._contexts.get(key)
            if found is None:
                item = certificate(self._organization, key)
                if item is None or item.key is None:
                    raise ConnectionAbortedError("The certificate was removed.")
                found = self._contexts[key] = (_context(item, item.key), _facts(item.facts))
            return found


def _context(item: ExchangeCertificate, key: bytes) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    chain = "".join(x509.pem(der, "CERTIFICATE") for der in (item.der, *item.issuers))
    with tempfile.TemporaryDirectory(prefix="emshell-") as folder:
        # The ssl module takes certificates from files only. The folder is the user's alone and gone at once.
        path = Path(folder, "certificate.pem")
        path.write_text(x509.pem(key, "PRIVATE KEY") + chain, encoding="ascii", newline="")
        context.load_cert_chain(path)
    return context


def _facts(found: x509.Facts) -> CertificateFacts:
    return CertificateFacts(found.subject, found.issuer, found.serial_number, found.thumbprint, found.domains)
