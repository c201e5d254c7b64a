"""Rows of the protocol and connectivity logs, as sessions emit them. `transport.logs` writes them."""

from __future__ import annotations

from typing import NamedTuple


class LogRow(NamedTuple):
    """One row. `event` is `+` connect, `-` disconnect, `>` sent, `<` received, `*` information."""

    moment: float
    connector: str
    session: str
    sequence: int
    local: str
    remote: str
    event: str
    data: str
    context: str
    front_end: bool = False
    """Whether the connector belongs to the Front End Transport service (2013 and later)."""


class ConnectivityRow(NamedTuple):
    """A row of a connectivity log: a connection to another server or to a mailbox database."""

    moment: float
    session: str
    """16 hexadecimal digits; all rows of a connection have the same."""
    source: str
    """`SMTP`, `MAPI`."""
    destination: str
    direction: str
    """`+` begins, `>` says how it goes, `-` ends."""
    description: str
