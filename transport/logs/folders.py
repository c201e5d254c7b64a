"""Where the server keeps its logs: the folders of the lab's server on this machine, and what is set about them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from organization.objects.transport_server import FrontendTransportServer, TransportServer

from ..policy.delivery import octets
from .files import Policy
from .protocol import NOWHERE

if TYPE_CHECKING:
    from organization.store import Organization

_DRIVE = re.compile(r"(?P<drive>[A-Za-z]):\\?(?P<rest>.*)", re.S)


def log_policy(
    cls: type[TransportServer] | type[FrontendTransportServer], organization: Organization, files: Path | None
) -> Policy:
    """What the settings of a service say about its SMTP receive log. `files` holds the drives of the server."""
    for server in organization.all(cls):
        return Policy(
            local_folder(server.receive_protocol_log_path, files),
            octets(server.receive_protocol_log_max_file_size),
            octets(server.receive_protocol_log_max_directory_size),
            server.receive_protocol_log_max_age.total_seconds,
        )
    return NOWHERE


def local_folder(path: str | None, files: Path | None) -> Path | None:
    """The folder that stands for a path of the server: `C:\\Logs` is `C/Logs` in `files`.

    Parts that would lead elsewhere (`..`) are left out. None where the path or `files` is None.
    """
    match = _DRIVE.fullmatch(path) if path is not None else None
    if match is None or files is None:
        return None
    parts = [part for part in re.split(r"[\\/]", match["rest"]) if part.strip(". ")]
    return files.joinpath(match["drive"].upper(), *parts)
