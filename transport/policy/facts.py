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
    """OpenSSL's name for it: `ECDHE-RSA-AES256-GCM-SHA384`."""
    certificate: CertificateFacts
    """The server's."""
    client: CertificateFacts | None = None
    """The client's, where the connector asked for one and it had one."""
    client_is_trusted: bool = False


class CertificateFacts(NamedTuple):
    """What logs and logons have to know about a certificate."""

    subject: str
    issuer: str
    serial_number: str
    thumbprint: str
    names: tuple[str, ...]
    key_size: int = 2048
    end_point: bytes = b""
    """The hash that channel bindings are made of."""


def endpoint_text(address: str, port: int) -> str:
    """`192.168.1.10:25`, `[fe80::1]:25`."""
    return f"[{address}]:{port}" if ":" in address else f"{address}:{port}"
