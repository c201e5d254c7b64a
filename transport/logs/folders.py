"""Log folders: paths of the lab's server on this machine, and their settings."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from organization.objects.transport_server import FrontendTransportServer, TransportServer
from organization.values.unlimited import Unlimited

from ..policy.delivery import octets
from .files import NOWHERE, Policy

if TYPE_CHECKING:
    from organization.store import Organization
    from organization.values.size import ByteQuantifiedSize

_DRIVE = re.compile(r"(?P<drive>[A-Za-z]):\\?(?P<rest>.*)", re.S)

Server = TransportServer | FrontendTransportServer


Drives = Path | Callable[[str], Path | None]
"""The drives of the server: a folder with a subfolder for each letter, or a function from a server's path to a local
one.
"""


def log_policy(server: Server | None, log: str, files: Drives | None) -> Policy:
    """Return a service's settings of a log. `log` is the prefix of their names, such as `receive_protocol_log`.

    `files` holds the drives of the server.
    """
    if server is None or not getattr(server, f"{log}_enabled", True):
        return NOWHERE
    return Policy(
        local_folder(getattr(server, f"{log}_path"), files),
        _octets(getattr(server, f"{log}_max_file_size")),
        _octets(getattr(server, f"{log}_max_directory_size")),
        getattr(server, f"{log}_max_age").total_seconds,
    )


def _octets(size: ByteQuantifiedSize | Unlimited[ByteQuantifiedSize]) -> int | None:
    """Return a size in octets; None if unlimited."""
    return octets(size) if isinstance(size, Unlimited) else size.to_bytes()


def server_of(cls: type[Server], organization: Organization) -> Server | None:
    """Return the settings of a service; None in versions without that service."""
    return next(iter(organization.all(cls)), None)


def local_folder(path: str | None, files: Drives | None) -> Path | None:
    """Return the local folder for a path of the server: `C:\\Logs` is `C/Logs` in a folder with its drives.

    Parts that would lead out of it (`..`) are dropped. None where the path or `files` is None.
    """
    match = _DRIVE.fullmatch(path) if path is not None else None
    if match is None or files is None:
        return None
    if callable(files):
        return files(match[0])
    parts = [part for part in re.split(r"[\\/]", match["rest"]) if part.strip(". ")]
    return files.joinpath(match["drive"].upper(), *parts)
