"""Win32_PingStatus: requests for an echo as scripts made them before Test-Connection."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from shell.dotnet.net.pings import SUCCESS, TIMED_OUT, echo
from shell.values.objects import PSCustomObject, UInt32, Value

if TYPE_CHECKING:
    from shell.engine.session.runspace import Runspace

_HOST_NOT_FOUND: Final = 11001
_ADDRESS: Final = re.compile(r"""Address\s*=\s*(['"])(.*?)\1""", re.IGNORECASE)
_NAMES: Final = (
    "System.Management.ManagementObject#root\\cimv2\\Win32_PingStatus",
    "System.Management.ManagementObject",
    "System.Object",
)


def is_ping_status(class_name: str) -> bool:
    """Whether a class is this one."""
    return class_name.lower() == "win32_pingstatus"


def ping_status(session: Runspace, condition: str) -> Iterator[PSCustomObject]:
    """The answers of the addresses that a condition names; nothing without one, as every request needs an address."""
    for _, address in _ADDRESS.findall(condition):
        found = echo(session, address)
        answered = found is not None and found.answered
        code = SUCCESS if answered else TIMED_OUT if found is not None else None
        members: dict[str, Value] = {
            "Address": address,
            "BufferSize": UInt32(32),
            "ProtocolAddress": found.address if found is not None and answered else "",
            "ReplySize": UInt32(32) if answered else None,
            "ResponseTime": UInt32(0) if answered else None,
            "ResponseTimeToLive": UInt32(128) if answered else None,
            "StatusCode": None if code is None else UInt32(code),
            "PrimaryAddressResolutionStatus": UInt32(0 if found is not None else _HOST_NOT_FOUND),
            "__SERVER": session.organization.forest.server,
        }
        yield PSCustomObject(members, list(_NAMES))
