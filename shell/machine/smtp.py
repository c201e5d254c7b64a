"""An SMTP client over a connection to the lab."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from typing import Final

from organization.ports import Connection, DialRefused

_PATIENCE: Final = 100.0
"""Seconds to wait for a reply, as .NET's client does."""

_MEANINGS: Final = {
    421: "Service not available, closing transmission channel.",
    450: "Mailbox unavailable.",
    451: "Error in processing.",
    452: "Insufficient system storage.",
    500: "Syntax error, command unrecognized.",
    501: "Syntax error in parameters or arguments.",
    502: "Command not implemented.",
    503: "Bad sequence of commands.",
    504: "Command parameter not implemented.",
    530: "The SMTP server requires a secure connection or the client was not authenticated.",
    535: "The SMTP server requires a secure connection or the client was not authenticated.",
    550: "Mailbox unavailable.",
    551: "User not local; please try a different path.",
    552: "Exceeded storage allocation.",
    553: "Mailbox name not allowed.",
    554: "Transaction failed.",
}


class SmtpFailure(Exception):
    """The server refused a command. `recipient` is the address that it refused, if it was one."""

    def __init__(self, message: str, recipient: str = "") -> None:
        super().__init__(message)
        self.recipient = recipient


class CertificateRefused(SmtpFailure):
    """The client does not take the server's certificate."""


class SmtpClient:
    """An SMTP client. A reply of 4xx or 5xx raises SmtpFailure."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._buffer = b""
        self._keywords: dict[str, str] = {}

    def greet(self) -> None:
        """Read the banner and send EHLO, or HELO if EHLO is refused."""
        self._expect(self._reply())
        self._introduce()

    def _introduce(self) -> None:
        code, text = self._command("EHLO localhost")
        if code != 250:
            self._expect(self._command("HELO localhost"))
            return
        for line in text.split("\n")[1:]:
            name, _, rest = line.partition(" ")
            self._keywords[name.upper()] = rest

    def require_tls(self, problem: Callable[[bytes], str]) -> None:
        """Send STARTTLS and continue by TLS. `problem` takes the server's certificate in DER and returns what is wrong
        with it.
        """
        if "STARTTLS" not in self._keywords:
            raise SmtpFailure("Server does not support secure connections.")
        self._expect(self._command("STARTTLS"))
        try:
            found = problem(self._connection.start_tls())
        except DialRefused as refusal:
            raise SmtpFailure(f"Failure sending mail. {refusal}") from None
        if found:
            raise CertificateRefused(found)
        self._keywords = {}
        self._introduce()

    def log_on(self, user: str, password: str) -> None:
        """Log on with AUTH LOGIN."""
        if "LOGIN" not in self._keywords.get("AUTH", "").upper().split():
            return
        self._expect(self._command("AUTH LOGIN"))
        self._expect(self._command(_encoded(user)))
        self._expect(self._command(_encoded(password)))

    def send(self, sender: str, recipients: list[str], content: bytes, notify: str = "") -> None:
        """Send a message to all its recipients."""
        self._expect(self._command(f"MAIL FROM:<{sender}>"))
        suffix = f" NOTIFY={notify}" if notify and "DSN" in self._keywords else ""
        refused: SmtpFailure | None = None
        accepted = 0
        for recipient in recipients:
            code, text = self._command(f"RCPT TO:<{recipient}>{suffix}")
            if code >= 400:
                refused = refused or SmtpFailure(_sentence(code, text), recipient)
            else:
                accepted += 1
        if refused is not None and not accepted:
            raise refused
        self._expect(self._command("DATA"))
        lines = re.sub(rb"\r\n|\r|\n", b"\r\n", content)
        stuffed = re.sub(rb"(?m)^\.", b"..", lines)
        ending = b".\r\n" if stuffed.endswith(b"\r\n") else b"\r\n.\r\n"
        self._connection.send(stuffed + ending)
        self._expect(self._reply())
        if refused is not None:
            raise refused

    def close(self) -> None:
        """Send QUIT and close the connection."""
        if not self._connection.closed:
            self._connection.send(b"QUIT\r\n")
            self._connection.receive(1.0)
        self._connection.close()

    def _command(self, line: str) -> tuple[int, str]:
        self._connection.send(line.encode("utf-8") + b"\r\n")
        return self._reply()

    def _reply(self) -> tuple[int, str]:
        lines: list[str] = []
        while True:
            line = self._line()
            lines.append(line[4:])
            if line[3:4] != "-":
                return int(line[:3]), "\n".join(lines)

    def _line(self) -> str:
        while b"\r\n" not in self._buffer:
            data = self._connection.receive(_PATIENCE)
            if not data:
                reason = "The connection was closed." if self._connection.closed else "The operation has timed out."
                raise SmtpFailure(reason)
            self._buffer += data
        line, _, self._buffer = self._buffer.partition(b"\r\n")
        return line.decode("utf-8", errors="replace")

    def _expect(self, reply: tuple[int, str]) -> None:
        code, text = reply
        if code >= 400:
            raise SmtpFailure(_sentence(code, text))


def _sentence(code: int, text: str) -> str:
    meaning = _MEANINGS.get(code, "Transaction failed.")
    return f"{meaning} The server response was: {text.replace(chr(10), ' ')}"


def _encoded(text: str) -> str:
    return base64.b64encode(text.encode("utf-8")).decode("ascii")
