"""`telnet`: an SMTP conversation with one of the lab's listeners, typed or scripted."""

from __future__ import annotations

import re
import time
from typing import Any, Final

from organization.ports import Connection, DialRefused
from shell.engine.commands.cmdlet import Example, parameter
from shell.types.conversion.text import to_string
from shell.values.errors import ErrorCategory

from .. import completers
from ..base import ExchangeCmdlet

_FINAL: Final = re.compile(rb"(?:\A|\n)\d{3}(?: [^\n]*)?\r?\n\Z")
_PATIENCE: Final = 90.0
"""Seconds to wait for a reply: longer than any tarpit of a lab that someone waits for."""
_LOST: Final = "Connection to host lost."


class ConnectTelnet(ExchangeCmdlet, verb="Connect", noun="Telnet"):
    """Open an SMTP conversation with a server. Lines from the pipeline are sent one by one, each after the reply to the
    last.

    Addresses of the lab are translated to its endpoints on this machine. Empty lines are sent; at the prompt, `exit`
    outside a message ends the conversation.
    """

    module = "Emshell.Lab"
    address: str = parameter(
        "string",
        position=0,
        mandatory=True,
        completer=completers.hosts,
        help="The host: an IP address or the name of the lab's server.",
    )
    port: int = parameter("int", position=1, default=23, completer=completers.ports, help="The port, for example 25.")
    source: str = parameter("string", help="The source address that the server sees.")
    line: Any = parameter("object", pipeline=True, name="InputObject", help="A line to send.")
    examples = (
        Example("'HELO me', 'QUIT' | telnet EX01 25", "A short conversation."),
        Example("'QUIT' | telnet EX01 25 -Source 10.0.0.7", "The same as seen from another address."),
    )

    connection: Connection | None = None

    def begin(self) -> None:
        """Connect, and show the greeting."""
        try:
            self.connection = self.mail_system.dialer.dial(self.address, self.port, self.source or None)
        except DialRefused as error:
            text = f"Connecting To {self.address}...Could not open connection to the host, on port {self.port}: {error}"
            raise self.fail(
                self.error(text, "TelnetConnectFailed", ErrorCategory.ConnectionError, self.address)
            ) from None
        self.in_message = False
        self._show(self._reply())

    def process(self) -> None:
        """Send a line and show the reply."""
        if self.is_bound("InputObject"):
            self._send(to_string(self.line))
        elif self.session.host.interactive:
            self._converse()

    def end(self) -> None:
        """Close the connection; report it if the server closed it first."""
        if self.connection is not None and self.connection.closed:
            self.write("")
            self.write(_LOST)

    def stop(self) -> None:
        """Close the connection."""
        if self.connection is not None:
            self.connection.close()

    def _converse(self) -> None:
        while self.connection is not None and not self.connection.closed:
            line = self.session.host.read_line(history="telnet")
            if not self.in_message and line.strip().lower() == "exit":
                return
            self._send(line)

    def _send(self, line: str) -> None:
        connection = self.connection
        if connection is None or connection.closed:
            return
        connection.send(line.encode("utf-8", "surrogateescape") + b"\r\n")
        if self.in_message and line != ".":
            return
        reply = self._reply()
        self.in_message = reply.startswith(b"354")
        self._show(reply)

    def _reply(self) -> bytes:
        """Return the server's output up to the last line of a reply, or up to the end of the connection."""
        connection = self.connection
        assert connection is not None
        received = b""
        end = time.monotonic() + _PATIENCE
        while not _FINAL.search(received) and not connection.closed and time.monotonic() < end:
            if self.session.stopping:
                self.session.stop()
            received += connection.receive(0.25)
        return received + (connection.receive(0.0) if not connection.closed else b"")

    def _show(self, reply: bytes) -> None:
        for line in reply.decode("utf-8", "replace").splitlines():
            self.write(line)
