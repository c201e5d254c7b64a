"""The environment variables of the lab's server, as the lab's administrator sees them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from organization.names import Forest
from shell.lazy import lazy

if TYPE_CHECKING:
    from organization import versions
else:
    versions = lazy("organization.versions", globals())


USER: Final = "Administrator"
"""Who is logged on to the server."""
PROFILE: Final = rf"C:\Users\{USER}"


def environment(version: str) -> dict[str, str]:
    """Return the variables of a server with one version of Exchange, in their own spelling."""
    forest = Forest()
    return {
        "ALLUSERSPROFILE": r"C:\ProgramData",
        "APPDATA": rf"{PROFILE}\AppData\Roaming",
        "CommonProgramFiles": r"C:\Program Files\Common Files",
        "CommonProgramFiles(x86)": r"C:\Program Files (x86)\Common Files",
        "CommonProgramW6432": r"C:\Program Files\Common Files",
        "COMPUTERNAME": forest.server,
        "ComSpec": r"C:\Windows\system32\cmd.exe",
        "ExchangeInstallPath": versions.profile_of(version).install_folder + "\\",
        "HOMEDRIVE": "C:",
        "HOMEPATH": PROFILE[2:],
        "LOCALAPPDATA": rf"{PROFILE}\AppData\Local",
        "LOGONSERVER": rf"\\{forest.domain_controller}",
        "NUMBER_OF_PROCESSORS": str(os.cpu_count() or 1),
        "OS": "Windows_NT",
        "PATHEXT": ".COM;.EXE;.BAT;.CMD;.VBS;.VBE;.JS;.JSE;.WSF;.WSH;.MSC;.CPL",
        "PROCESSOR_ARCHITECTURE": "AMD64",
        "ProgramData": r"C:\ProgramData",
        "ProgramFiles": r"C:\Program Files",
        "ProgramFiles(x86)": r"C:\Program Files (x86)",
        "ProgramW6432": r"C:\Program Files",
        "PUBLIC": r"C:\Users\Public",
        "SystemDrive": "C:",
        "SystemRoot": r"C:\Windows",
        "TEMP": rf"{PROFILE}\AppData\Local\Temp",
        "TMP": rf"{PROFILE}\AppData\Local\Temp",
        "USERDNSDOMAIN": forest.domain.upper(),
        "USERDOMAIN": forest.netbios,
        "USERNAME": USER,
        "USERPROFILE": PROFILE,
        "windir": r"C:\Windows",
    }


def names() -> frozenset[str]:
    """Return the names by which the server knows itself, in lower case."""
    forest = Forest()
    return frozenset((forest.server.lower(), forest.server_fqdn.lower(), "localhost", "127.0.0.1"))


__all__ = ["PROFILE", "USER", "environment", "names"]
