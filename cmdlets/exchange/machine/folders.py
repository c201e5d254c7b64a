"""The disk of a fresh Exchange server: folders that scripts look for or write to, and Exchange's scripts.

Folders that administrators create (`C:\\Scripts`, `C:\\Reports`, `C:\\Temp`) do not exist from the start.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Final

from cmdlets.exchange.machine.variables import PROFILE, environment

_WINDOWS: Final = (
    r"C:\inetpub\logs\LogFiles\W3SVC1",
    r"C:\inetpub\mailroot\Pickup",
    r"C:\inetpub\wwwroot",
    r"C:\PerfLogs",
    r"C:\Program Files\Common Files",
    r"C:\Program Files (x86)\Common Files",
    r"C:\ProgramData",
    r"C:\Users\Public\Desktop",
    r"C:\Users\Public\Documents",
    r"C:\Windows\System32\drivers\etc",
    r"C:\Windows\System32\LogFiles",
    r"C:\Windows\Temp",
    rf"{PROFILE}\AppData\Local\Temp",
    rf"{PROFILE}\AppData\Roaming",
    rf"{PROFILE}\Desktop",
    rf"{PROFILE}\Documents",
    rf"{PROFILE}\Downloads",
    r"C:\ExchangeSetupLogs",
)
_EXCHANGE: Final = (
    "ClientAccess",
    "Logging",
    "Mailbox",
    r"TransportRoles\agents\Hygiene",
    r"TransportRoles\data\Queue",
    r"TransportRoles\Logs\MessageTracking",
    r"TransportRoles\Pickup",
    r"TransportRoles\Replay",
)
_SCRIPTS: Final = {
    "RemoteExchange.ps1": r"bin\RemoteExchange.ps1",
    "Exchange.ps1": r"bin\Exchange.ps1",
    "Install-AntispamAgents.ps1": r"Scripts\Install-AntispamAgents.ps1",
    "Uninstall-AntispamAgents.ps1": r"Scripts\Uninstall-AntispamAgents.ps1",
}
_OWN_SCRIPTS: Final = os.path.join(os.path.dirname(__file__), "scripts")
_UNTIL_2007: Final = frozenset({"Exchange.ps1"})


def furnish(folder: str, version: str) -> None:
    """Create the initial contents of `C:` in the folder that stands for it; other files stay unchanged.

    The scripts are replaced by those of this version of the program, as an update of Exchange replaces its own.
    """
    install = environment(version)["ExchangeInstallPath"].rstrip("\\")
    for path in (*_WINDOWS, *(f"{install}\\{each}" for each in _EXCHANGE)):
        os.makedirs(_within(folder, path), exist_ok=True)
    for name, place in _scripts(version):
        path, text = _within(folder, f"{install}\\{place}"), _content(os.path.join(_OWN_SCRIPTS, name))
        if _content(path) != text:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as file:
                file.write(text)


def _scripts(version: str) -> Iterator[tuple[str, str]]:
    for name, place in _SCRIPTS.items():
        if version == "2007" or name not in _UNTIL_2007:
            yield name, place


def _within(folder: str, path: str) -> str:
    return os.path.join(folder, *path[3:].split("\\"))


def _content(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return b""


__all__ = ["furnish"]
