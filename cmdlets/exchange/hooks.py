"""Exchange's additions to a session beside its cmdlets: variables, scripts, and errors for cmdlets that are not
emulated.

This module imports nothing heavy: a session that uses no Exchange pays nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cmdlets.exchange.ad_session import AdminSessionADSettings
from shell.engine.commands.alias_info import AliasInfo
from shell.engine.commands.command_info import CommandInfo, FunctionInfo
from shell.engine.session.snapins import SnapIns
from shell.lazy import lazy
from shell.types.registry.names import promise

if TYPE_CHECKING:
    from cmdlets.exchange import unemulated
    from cmdlets.windows import snapins
    from shell.engine.session.runspace import Runspace
    from shell.engine.session.snapins import SnapIn
else:
    unemulated = lazy("cmdlets.exchange.unemulated", globals())
    snapins = lazy("cmdlets.windows.snapins", globals())

_SCRIPTS: Final = {
    "install-antispamagents.ps1": "Install-AntispamAgents",
    "uninstall-antispamagents.ps1": "Uninstall-AntispamAgents",
}
_ALIASES: Final = {
    "telnet": "Connect-Telnet",
    "telnet.exe": "Connect-Telnet",
    "assemblemessage": "Save-ExportedMessage",
}
_TYPES: Final = {
    "cmdlets.exchange.value_types": (
        "AddressSpace ByteQuantifiedSize EnhancedTimeSpan IPBinding IPRange ServerVersion Unlimited`1"
    ),
    "cmdlets.exchange.address_types": (
        "CustomProxyAddress CustomProxyAddressPrefix ProxyAddress ProxyAddressPrefix SmtpAddress SmtpDomain "
        "SmtpDomainWithSubdomains SmtpProxyAddress"
    ),
    "cmdlets.exchange.directory_types": "Directory.ADObjectId",
    "cmdlets.exchange.multivalued": "MultiValuedProperty`1 ProxyAddressCollection",
}
_DIRECTORY_TYPES: Final = (
    "ADComputer ADException ADGroup ADIdentityAlreadyExistsException ADIdentityNotFoundException"
    " ADIdentityResolutionException ADObject ADPasswordComplexityException ADServerDownException ADUser"
)
"""Types that scripts name before any cmdlet has run, by the module that registers them."""
_CLIP: Final = """if ($args) {
    Write-Error "'clip $args' is not emulated: clip takes text, and no arguments." -Category NotImplemented `
        -ErrorId NotEmulatedProgramOption
    return
}
$input | Out-String | Set-Clipboard
"""
"""Windows' program that puts what is piped to it on the clipboard."""
_FOLDERS: Final = {"2007": "", "2010": "\\V14"}


def attach(session: Runspace, version: str) -> None:
    """Add Exchange's variables to a session, and register the lookup of commands that the session lacks."""
    install = f"C:\\Program Files\\Microsoft\\Exchange Server{_FOLDERS.get(version, chr(92) + 'V15')}\\"
    for name, value in (("exinstall", install), ("exbin", install + "bin\\"), ("exscripts", install + "Scripts\\")):
        session.set_variable(name, value)
    for module, names in _TYPES.items():
        for each in names.split():
            promise(f"Microsoft.Exchange.Data.{each}", module)
    for each in _DIRECTORY_TYPES.split():
        promise(f"Microsoft.ActiveDirectory.Management.{each}", "cmdlets.active_directory.objects")
    session.commands.find_hooks.append(lambda name: _find(session, name))
    if version == "2007":
        session.set_variable("AdminSessionADSettings", AdminSessionADSettings(session))
    session.state["snapins"] = SnapIns(lambda: _snapins(version, install))


def _snapins(version: str, install: str) -> tuple[list[SnapIn], tuple[str, ...]]:
    return snapins.registered(version, install)


def _find(session: Runspace, name: str) -> CommandInfo | None:
    lowered = name.lower()
    if lowered in ("clip", "clip.exe"):
        return FunctionInfo(name, session.parse_block(_CLIP))
    if lowered in _ALIASES:
        return AliasInfo(name, _ALIASES[lowered], session, 0)
    script = _SCRIPTS.get(lowered.replace("/", "\\").rpartition("\\")[2])
    if script is not None:
        return session.commands.cmdlet(script)
    if "-" not in name:
        return None
    return unemulated.unemulated_command(session, lowered)
