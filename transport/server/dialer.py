"""Client connections to this program's own listeners."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Callable

from organization.ports import DialRefused

from .endpoints import Real

CONNECT_TIMEOUT = 10.0
SEND_TIMEOUT = 30.0


class SocketConnection:
    """Implements `organization.ports.Connection` over a socket to the loopback network."""

    def __init__(
        self, real: Real, source: str | None = None, announce: Callable[[int], Callable[[], None]] | None = None
    ) -> None:
        """Connect to `real`, from the real address `source` where one is given. Raises DialRefused.

        `announce` is called with the local port before connecting; the function that it returns is called on close.
        """
        family = socket.AF_INET6 if ":" in real[0] else socket.AF_INET
        self._socket = socket.socket(family, socket.SOCK_STREAM)
        self._ended = False
        self._forget: Callable[[], None] | None = None
        try:
            self._socket.settimeout(CONNECT_TIMEOUT)
            if source is not None:
                self._socket.bind((source, 0))
                self._forget = announce(self._socket.getsockname()[1]) if announce is not None else None
            self._socket.connect(real)
        except OSError as error:
            self.close()
            raise DialRefused(error.strerror or str(error)) from error

    def receive(self, timeout: float) -> bytes:
        """Return what the server has sent, waiting up to `timeout` seconds."""
        if self._ended:
            return b""
        self._socket.settimeout(max(0.001, timeout))
        try:
            data = self._socket.recv(65536)
        except TimeoutError:
            return b""
        except OSError:
            data = b""
        self._ended = not data
        return data

    def send(self, data: bytes) -> None:
        """Send bytes. They are lost if the server has closed."""
        with contextlib.suppress(OSError):
            self._socket.settimeout(SEND_TIMEOUT)
            self._socket.sendall(data)

    def start_tls(self) -> bytes:
        """Do a TLS handshake. Return the server's certificate in DER."""
        import ssl

        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        self._socket.settimeout(SEND_TIMEOUT)
        try:
            secured = context.wrap_socket(self._socket)
        except OSError as error:
            self.close()
            raise DialRefused(error.strerror or str(error)) from error
        self._socket = secured
        return secured.getpeercert(binary_form=True) or b""

    @property
    def closed(self) -> bool:
        """Whether the server has closed and everything it sent has been received."""
        return self._ended

    def close(self) -> None:
        """Close the connection."""
        self._ended = True
        self._socket.close()
        if self._forget is not None:
            self._forget()
            self._forget = None
