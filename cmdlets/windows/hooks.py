"""What a session gets of Windows beside its cmdlets: programs that the lab plays, aliases of Windows PowerShell.

Nothing heavy is imported here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from shell.engine.commands.alias_info import AliasInfo
from shell.engine.commands.command_info import CommandInfo
from shell.engine.commands.external_info import ApplicationInfo
from shell.lazy import lazy
from shell.types.registry.names import promise

if TYPE_CHECKING:
    from cmdlets.windows import programs
    from cmdlets.windows.certificates import provider
    from shell.engine.providers.drives import DriveTable
    from shell.engine.session.runspace import Runspace
else:
    provider = lazy("cmdlets.windows.certificates.provider", globals())
    programs = lazy("cmdlets.windows.programs", globals())

_PROGRAMS: Final = ("hostname", "ipconfig", "nslookup", "ping", "tracert", "whoami")
_FOLDER: Final = "C:\\Windows\\System32\\"
_ALIASES: Final = {
    "gcai": "Get-CimAssociatedInstance",
    "gcim": "Get-CimInstance",
    "gcls": "Get-CimClass",
    "gcms": "Get-CimSession",
    "gwmi": "Get-WmiObject",
    "icim": "Invoke-CimMethod",
    "iwmi": "Invoke-WmiMethod",
    "ncim": "New-CimInstance",
    "ncms": "New-CimSession",
    "ncso": "New-CimSessionOption",
    "rcim": "Remove-CimInstance",
    "rcms": "Remove-CimSession",
    "rwmi": "Remove-WmiObject",
    "scim": "Set-CimInstance",
    "swmi": "Set-WmiInstance",
    "tnc": "Test-NetConnection",
}


def attach(session: Runspace) -> None:
    """Look for commands where the session has none, and for the drive of certificates when it is first named."""
    promise("Microsoft.Management.Infrastructure.CimInstance", "cmdlets.windows.instrumentation.instances")
    promise("Microsoft.Management.Infrastructure.CimSession", "cmdlets.windows.instrumentation.cim")
    session.commands.find_hooks.append(lambda name: _find(session, name))
    session.state.setdefault("late drives", {}).update({"cert": _add_certificates, "certificate": _add_certificates})


def _add_certificates(session: Runspace, table: DriveTable) -> None:
    provider.add_drive(session, table)


def _find(session: Runspace, name: str) -> CommandInfo | None:
    lowered = name.lower()
    if lowered in _ALIASES:
        return AliasInfo(name, _ALIASES[lowered], session, 0)
    program = lowered.removeprefix(_FOLDER.lower()).removesuffix(".exe")
    if program not in _PROGRAMS:
        return None
    return ApplicationInfo(f"{_FOLDER}{program}.exe", programs.PROGRAMS[program])
