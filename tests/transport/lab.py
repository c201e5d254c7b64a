"""A lab with real listeners, for the tests beside, and a plain client that says lines and hears replies."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from organization.labs import start
from organization.objects.receive_connector import ReceiveConnector
from organization.objects.server import ExchangeServer
from organization.ports import EndpointState, EventLevel, Message
from organization.store import Organization
from transport.service import Transport

HOST = "127.0.0.1"

needs_other_loopback_addresses = pytest.mark.skipif(
    sys.platform == "darwin", reason="only 127.0.0.1 can be used on this system"
)


def free_port() -> int:
    with socket.socket() as sock:
        sock.bind((HOST, 0))
        return int(sock.getsockname()[1])


class Lab:
    """An organization whose only connector, "Internet", listens on a port of 127.0.0.1 and takes anonymous mail."""

    def __init__(self, version: str = "2007", files: Path | None = None, **settings: Any) -> None:
        self.organization: Organization = start(version=version)
        for connector in self.organization.all(ReceiveConnector):
            self.organization.remove(connector)
        self.port = free_port()
        base = {"bindings": f"{HOST}:{self.port}", "tarpit_interval": "00:00:00", "auth_mechanism": "Tls"}
        self.new("Internet", **(base | settings))
        self.transport = Transport(self.organization, files=files)
        self.transport.start()

    def new(self, name: str, **settings: Any) -> ReceiveConnector:
        server = self.organization.one(ExchangeServer)
        values = {"permission_groups": "AnonymousUsers", "server": server.identity, "fqdn": server.fqdn} | settings
        return self.organization.create(ReceiveConnector, name=name, **values)

    def set(self, name: str = "Internet", **settings: Any) -> None:
        self.organization.update(self.organization.get(ReceiveConnector, name), **settings)

    def messages(self, alias: str) -> list[Message]:
        mailbox = self.organization.recipient(f"{alias}@contoso.com")
        assert mailbox is not None
        return list(self.transport.mail.messages(mailbox.guid))

    def listening(self) -> set[tuple[str, int]]:
        found = self.transport.endpoints()
        return {item.real for item in found if item.state is EndpointState.LISTENING and item.real is not None}


def faults(it: Lab) -> list[str]:
    """What the event log has of errors."""
    return [entry.message for entry in it.transport.events.entries() if entry.level is EventLevel.ERROR]


@contextmanager
def lab(version: str = "2007", files: Path | None = None, **settings: Any) -> Iterator[Lab]:
    made = Lab(version, files, **settings)
    try:
        yield made
    finally:
        made.transport.stop()


@contextmanager
def full_disk() -> Iterator[None]:
    """No file may grow: what a disk without room does."""
    resource = pytest.importorskip("resource", reason="this system does not limit the size of files")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


class Client:
    """A plain socket that speaks lines."""

    def __init__(self, port: int, host: str = HOST, source: str | None = None) -> None:
        self.socket = socket.create_connection((host, port), 10, (source, 0) if source else None)
        self.file = self.socket.makefile("rb")

    def __enter__(self) -> Client:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def close(self) -> None:
        self.file.close()
        self.socket.close()

    def say(self, text: str) -> str:
        self.socket.sendall(text.encode("latin-1") + b"\r\n")
        return self.hear()

    def hear(self) -> str:
        """The next reply, its lines joined by a line feed; empty at the end of the connection."""
        lines: list[str] = []
        while True:
            line = self.file.readline().decode("latin-1").rstrip("\r\n")
            lines.append(line)
            if line[3:4] != "-":
                return "\n".join(lines)

    def closed(self) -> bool:
        return self.file.read(1) == b""


def needs(program: str) -> str:
    """The path of a program; the test is skipped, with the reason, where it is not installed."""
    path = shutil.which(program)
    if path is None:
        pytest.skip(f"{program} is not installed")
    return path


def needs_swaks_with(feature: str) -> str:
    """The path of swaks; the test is skipped where it is not installed, or lacks a Perl module for a feature of its
    own, such as TLS, as `swaks --support` tells.
    """
    path = needs("swaks")
    told = subprocess.run([path, "--support"], capture_output=True, text=True, timeout=60, check=False)
    if not swaks_supports(told.stdout + told.stderr, feature):
        pytest.skip(f"swaks can do no {feature}: it lacks a Perl module")
    return path


def swaks_supports(told: str, feature: str) -> bool:
    """Whether `swaks --support` has named a feature as supported."""
    return f"=== {feature} supported" in told.splitlines()
