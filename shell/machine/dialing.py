"""Connections from scripts to the lab's listeners, the only network that a session reaches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from organization.ports import Connection, DialRefused

if TYPE_CHECKING:
    from shell.engine.session.runspace import Runspace


def dial(session: Runspace, host: str, port: int) -> Connection:
    """Connect to a lab endpoint. Raises DialRefused for any other endpoint, and if the session has no mail system."""
    services = session.services
    if services is None:
        raise DialRefused(f"This session has no mail system, so '{host}' cannot be dialed.")
    connection: Connection = services.dialer.dial(host, port)
    return connection
