"""Addresses that the server itself puts on the IP Block list."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from organization.objects.antispam import IPBlockListEntry
from organization.values.network import IPRange

if TYPE_CHECKING:
    from organization.store import Organization
    from organization.values.network import IPAddress

COMMENT = "Blocked by sender reputation."


def blocker(organization: Organization, *, aside: bool) -> Callable[[IPAddress, int], None]:
    """What puts an address on the list for some hours; `aside` in a thread of its own, as whoever follows the
    organization may wait for the one that sessions run in.
    """

    def block(address: IPAddress, hours: int) -> None:
        if aside:
            threading.Thread(target=_add, args=(organization, address, hours), daemon=True).start()
        else:
            _add(organization, address, hours)

    return block


def _add(organization: Organization, address: IPAddress, hours: int) -> None:
    organization.create_numbered(
        IPBlockListEntry,
        ip_range=IPRange.single(address),
        expiration_time=(datetime.now() + timedelta(hours=hours)).replace(microsecond=0),
        comment=COMMENT,
        is_machine_generated=True,
    )
