"""TLS contexts for STARTTLS: one for each name that the server goes by, made when it is first needed."""

from __future__ import annotations

import importlib.util
import ssl
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path

from ..policy.facts import CertificateFacts
from .certificates import Certificate, self_signed


def is_possible() -> bool:
    """Whether certificates can be made on this machine."""
    return importlib.util.find_spec("cryptography") is not None


class TlsContexts:
    """Contexts by host name. `get` may be called from any thread and is slow the first time."""

    def __init__(self, server_names: Sequence[str]) -> None:
        """`server_names` are those on the certificate of the server itself: its FQDN and its short name."""
        self._server_names = list(server_names)
        self._lock = threading.Lock()
        self._contexts: dict[str, tuple[ssl.SSLContext, CertificateFacts]] = {}

    def get(self, name: str) -> tuple[ssl.SSLContext, CertificateFacts]:
        """The context and the certificate for a connector that calls itself `name`."""
        own = name.casefold() in (item.casefold() for item in self._server_names)
        key = self._server_names[0].casefold() if own else name.casefold()
        with self._lock:
            found = self._contexts.get(key)
            if found is None:
                certificate = self_signed(self._server_names if own else [name])
                found = self._contexts[key] = (_context(certificate), certificate.facts)
            return found


def _context(certificate: Certificate) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with tempfile.TemporaryDirectory(prefix="emshell-") as folder:
        # The ssl module takes certificates from files only. The folder is the user's alone and gone at once.
        path = Path(folder, "certificate.pem")
        path.write_bytes(certificate.key_pem + certificate.pem)
        context.load_cert_chain(path)
    return context
