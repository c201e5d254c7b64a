"""What a session gets of Exchange beside its cmdlets: variables, scripts, and an answer for what we lack.

Nothing heavy is imported here: a session that uses no Exchange pays nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from shell.runtime.aliasinfo import AliasInfo
from shell.runtime.commandinfo import CmdletInfo, CommandInfo
from shell.runtime.snapins import SnapIns
from shell.runtime.typenames import promise

if TYPE_CHECKING:
    from shell.runtime.cmdlet import Cmdlet
    from shell.runtime.session import Runspace
    from shell.runtime.snapins import SnapIn

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
"""Types that scripts name before any cmdlet has run, by the module that registers them."""
_FOLDERS: Final = {"2007": "", "2010": "\\V14"}


def attach(session: Runspace, version: str) -> None:
    """Give a session Exchange's variables, and look for commands where the session has none."""
    install = f"C:\\Program Files\\Microsoft\\Exchange Server{_FOLDERS.get(version, chr(92) + 'V15')}\\"
    for name, value in (("exinstall", install), ("exbin", install + "bin\\"), ("exscripts", install + "Scripts\\")):
        session.set_variable(name, value)
    for module, names in _TYPES.items():
        for each in names.split():
            promise(f"Microsoft.Exchange.Data.{each}", module)
    session.commands.find_hooks.append(lambda name: _find(session, name))
    if version == "2007":
        from cmdlets.exchange.ad_session import AdminSessionADSettings

        session.set_variable("AdminSessionADSettings", AdminSessionADSettings(session))
    session.state["snapins"] = SnapIns(lambda: _snapins(version, install))


def _snapins(version: str, install: str) -> tuple[list[SnapIn], tuple[str, ...]]:
    from cmdlets.windows.snapins import registered

    return registered(version, install)


def _find(session: Runspace, name: str) -> CommandInfo | None:
    lowered = name.lower()
    if lowered in _ALIASES:
        return AliasInfo(name, _ALIASES[lowered], session, 0)
    script = _SCRIPTS.get(lowered.replace("/", "\\").rpartition("\\")[2])
    if script is not None:
        return session.commands.cmdlet(script)
    if "-" in name and lowered in known_cmdlets():
        return UnemulatedInfo(known_cmdlets()[lowered], session)
    return None


MANAGEMENT: Final = "Microsoft.Exchange.Management.PowerShell.Admin"
_known: dict[str, str] = {}


def known_cmdlets() -> dict[str, str]:
    """The names of all cmdlets of on-premises Exchange, in their own spelling, by their lower-case names."""
    if not _known:
        from importlib import resources

        text = resources.files("cmdlets.exchange").joinpath("known.txt").read_text(encoding="utf-8")
        for line in text.splitlines():
            noun, *verbs = line.split()
            _known.update((f"{verb}-{noun}".lower(), f"{verb}-{noun}") for verb in verbs)
    return _known


class UnemulatedInfo(CmdletInfo):
    """A cmdlet that Exchange has and this program lacks. Calling it says so."""

    def __init__(self, name: str, session: Runspace) -> None:
        super().__init__(name, self._make, MANAGEMENT, session)

    def _make(self) -> type[Cmdlet]:
        from .unemulated import cmdlet_named

        return cmdlet_named(self.name)
