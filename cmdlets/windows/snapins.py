"""Add-, Get- and Remove-PSSnapin: Windows PowerShell's packages of commands, with the names of the Exchange version."""

from __future__ import annotations

from typing import Any, ClassVar, Final

from shell.display import views
from shell.engine.commands.cmdlet import Cmdlet, Example, parameter
from shell.engine.session.runspace import Runspace
from shell.engine.session.snapins import SnapIn, SnapIns, snapins_of
from shell.types.conversion.text import to_string
from shell.values.errors import ErrorCategory, PSArgumentException
from shell.values.wildcard import has_wildcard

_CORE: Final = "Microsoft.PowerShell."
_EXCHANGE: Final = "Microsoft.Exchange.Management.PowerShell."
_POWERSHELL: Final = {
    "2007": ("1.0", "Core Host Management Security Utility"),
    "2010": ("2.0", "Diagnostics WSMan Core Utility Host Management Security"),
    "2013": ("4.0", "Core"),
    "2016": ("5.1.14393.0", "Core"),
    "2019": ("5.1.17763.1", "Core"),
    "SE": ("5.1.20348.1", "Core"),
}
"""Exchange version -> the version of Windows PowerShell on such a server, and those of its parts that are snap-ins."""
_CONTENT: Final = {
    "Core": "cmdlets used to manage components of Windows PowerShell",
    "Host": "cmdlets (such as Start-Transcript and Stop-Transcript) for use with the Windows PowerShell console host",
    "Management": "management cmdlets used to manage Windows components",
    "Security": "cmdlets to manage Windows PowerShell security",
    "Utility": "utility cmdlets used to manipulate data",
    "Diagnostics": "Windows Eventing and Performance Counter cmdlets",
    "WSMan": "cmdlets (such as Get-WSManInstance and Set-WSManInstance) used to manage operations with WS-Management",
}
_OF_EXCHANGE: Final = {
    "2007": "Admin",
    "2010": "E2010 Setup Support",
    "2013": "E2010 Setup SnapIn Support",
}
"""From that version on. E2010 kept its name when SnapIn came beside it."""
_TASKS: Final = {"Setup": "Setup Tasks for the Exchange Server", "Support": "Support Tasks for the Exchange Server"}
_GIVEN: Final = ("Admin", "E2010", "SnapIn")
"""Those with the administrator's commands, which this shell has from the start."""


def registered(version: str, install_folder: str) -> tuple[list[SnapIn], tuple[str, ...]]:
    """Return the snap-ins of a server with a version of Exchange, and the names of those that the shell has loaded."""
    ps_version, parts = _POWERSHELL.get(version, _POWERSHELL["2007"])
    names = {part: "Microsoft.WSMan.Management" if part == "WSMan" else _CORE + part for part in parts.split()}
    folder = "C:\\Windows\\System32\\WindowsPowerShell\\v1.0"
    own = [
        SnapIn(name, f"This Windows PowerShell snap-in contains {_CONTENT[part]}.", (ps_version,) * 2, folder, True)
        for part, name in names.items()
    ]
    build = {"2007": "8.0.0.0", "2010": "14.0.0.0"}.get(version, "15.0.0.0")
    parts = _OF_EXCHANGE.get(version, _OF_EXCHANGE["2013"])
    exchange = [
        SnapIn(
            _EXCHANGE + part,
            _TASKS.get(part, "Admin Tasks for the Exchange Server"),
            ("1.0", build),
            install_folder + "bin",
            False,
        )
        for part in parts.split()
    ]
    return own + exchange, tuple(_EXCHANGE + part for part in _GIVEN)


def _known(session: Runspace, word: str) -> list[str]:
    return [each.name for each in snapins_of(session).registered if each.name.lower().startswith(word.lower())]


class _SnapInCommand(Cmdlet):
    """A command for snap-ins."""

    module = "Microsoft.PowerShell.Core"
    error_id: ClassVar[str] = ""

    @property
    def snapins(self) -> SnapIns:
        """Those of the session."""
        return snapins_of(self.session)

    def refuse(self, text: str, name: str) -> None:
        """Report an error."""
        self.write_error(
            self.error(text, self.error_id, ErrorCategory.InvalidArgument, name, exception=PSArgumentException)
        )

    def none_fits(self, pattern: str) -> None:
        """Report that no snap-in has such a name."""
        self.refuse(
            f"No Windows PowerShell snap-ins matching the pattern '{pattern}' were found. Check the pattern and then "
            "try the command again.",
            pattern,
        )


class GetPSSnapin(_SnapInCommand, verb="Get", noun="PSSnapin", output=("System.Management.Automation.PSSnapInInfo",)):
    """Show the snap-ins of the session: PowerShell's own, and Exchange's with the administrator's commands."""

    error_id = "GetPSSnapInRead"
    examples = (
        Example("Get-PSSnapin Microsoft.Exchange*", "Exchange's."),
        Example("Get-PSSnapin -Registered", "Those that the server has beside PowerShell's own."),
    )

    name: Any = parameter("string[]", position=0, completer=_known, help="Their names, wildcards included.")
    registered: bool = parameter("switch", help="Those that are registered on the server, loaded or not.")

    def begin(self) -> None:
        """Write them."""
        snapins = self.snapins
        among = [each for each in snapins.registered if not each.is_default] if self.registered else snapins.loaded
        if not self.name:
            for each in among:
                self.write(each)
        for pattern in map(to_string, self.name or ()):
            found = snapins.matching(pattern, among)
            for each in found:
                self.write(each)
            if not found:
                self.none_fits(pattern)


class AddPSSnapin(_SnapInCommand, verb="Add", noun="PSSnapin", output=("System.Management.Automation.PSSnapInInfo",)):
    """Load a snap-in that is registered on the server.

    The administrator's commands of Exchange are there from the start. Scripts that were written for a bare PowerShell
    may add their snap-in all the same, once.
    """

    error_id = "AddPSSnapInRead"
    examples = (
        Example(
            "if (!(Get-PSSnapin Microsoft.Exchange.Management.PowerShell.Admin -ErrorAction SilentlyContinue)) "
            "{ Add-PSSnapin Microsoft.Exchange.Management.PowerShell.Admin }",
            "How scripts for scheduled tasks begin.",
        ),
    )

    name: Any = parameter(
        "string[]",
        position=0,
        mandatory=True,
        by_property_name=True,
        completer=_known,
        help="Their names, wildcards included.",
    )
    pass_thru: bool = parameter("switch", help="Write the snap-ins that were added.")

    def process(self) -> None:
        """Load each."""
        snapins = self.snapins
        for pattern in map(to_string, self.name):
            found = snapins.matching(pattern, snapins.registered)
            if not found and has_wildcard(pattern):
                self.none_fits(pattern)
            elif not found:
                self._not_installed(pattern)
            for each in found:
                self._add(each)

    def _add(self, snapin: SnapIn) -> None:
        snapins = self.snapins
        if snapin.name in snapins.given:
            snapins.given.discard(snapin.name)
        elif snapin in snapins.loaded:
            self.refuse(
                f"Cannot add Windows PowerShell snap-in {snapin.name} because it is already added. Verify the name of "
                "the snap-in and try again.",
                snapin.name,
            )
            return
        else:
            snapins.loaded.append(snapin)
        if self.pass_thru:
            self.write(snapin)

    def _not_installed(self, name: str) -> None:
        """PowerShell 3.0 says computer where 1.0 and 2.0 say machine."""
        old = self.snapins.registered[0].ps_version.major < 3 if self.snapins.registered else False
        self.refuse(
            f"The Windows PowerShell snap-in '{name}' is not installed on this {'machine' if old else 'computer'}.",
            name,
        )


class RemovePSSnapin(
    _SnapInCommand,
    verb="Remove",
    noun="PSSnapin",
    should_process=True,
    output=("System.Management.Automation.PSSnapInInfo",),
):
    """Take a snap-in off the session's list. The commands stay, as nothing else would be left to type here."""

    error_id = "RemovePSSnapIn"

    name: Any = parameter(
        "string[]",
        position=0,
        mandatory=True,
        pipeline=True,
        by_property_name=True,
        completer=_known,
        help="Their names, wildcards included.",
    )
    pass_thru: bool = parameter("switch", help="Write the snap-ins that were removed.")

    def process(self) -> None:
        """Remove each."""
        snapins = self.snapins
        for pattern in map(to_string, self.name):
            found = snapins.matching(pattern, snapins.loaded)
            if not found:
                self.none_fits(pattern)
            for each in found:
                self._remove(each)

    def _remove(self, snapin: SnapIn) -> None:
        if not self.should_process(snapin.name):
            return
        if snapin.is_default:
            self.refuse(
                f"Cannot remove Windows PowerShell snap-in {snapin.name} because it is a default snap-in.", snapin.name
            )
            return
        self.snapins.given.discard(snapin.name)
        self.snapins.loaded.remove(snapin)
        if self.pass_thru:
            self.write(snapin)


views.register(
    "System.Management.Automation.PSSnapInInfo",
    views.ListView((views.Item("Name"), views.Item("PSVersion"), views.Item("Description"))),
)
