"""What a session knows about its connection."""

from __future__ import annotations

from typing import NamedTuple


class Peer(NamedTuple):
    """The two ends of a connection, as addresses of the lab."""

    local_address: str = "127.0.0.1"
    local_port: int = 25
    remote_address: str = "127.0.0.1"
    remote_port: int = 0


class TlsFacts(NamedTuple):
    """What was agreed upon in a handshake."""

    version: str
    """`TLSv1.3`."""
    cipher: str
    certificate: CertificateFacts


class CertificateFacts(NamedTuple):
    """What logs say about the server's certificate."""

    subject: str
    issuer: str
    serial_number: str
    thumbprint: str
    names: tuple[str, ...]


def endpoint_text(address: str, port: int) -> str:
    """`192.168.1.10:25`, `[fe80::1]:25`."""
    return f"[{address}]:{port}" if ":" in address else f"{address}:{port}"
