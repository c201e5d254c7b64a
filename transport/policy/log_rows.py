"""Rows of the protocol log, as sessions emit them. `transport.logs` writes them."""

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
