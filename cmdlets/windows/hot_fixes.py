"""Get-HotFix: updates of Windows. The lab's server has none."""

from __future__ import annotations

from typing import Any, Final

from organization.dns import hosts
from shell.engine.commands.cmdlet import Cmdlet, Example, SetMembership, parameter
from shell.types.conversion.text import to_string
from shell.values.errors import ArgumentException, ErrorCategory

from .instrumentation.wmi import COMException

_TYPE: Final = "System.Management.ManagementObject#root\\cimv2\\Win32_QuickFixEngineering"


class GetHotFix(
    Cmdlet,
    verb="Get",
    noun="HotFix",
    module="Microsoft.PowerShell.Management",
    default_set="Default",
    output=(_TYPE,),
):
    """Show the updates of Windows that are installed. The lab's server has none: one that is named is not found."""

    examples = (Example("@(Get-HotFix).Count", "How many there are."),)

    id_: Any = parameter(
        "string[]", name="Id", sets={"Default": SetMembership(position=0)}, aliases=("HFID",), help="Their numbers."
    )
    description: Any = parameter("string[]", sets=("Description",), help="Their descriptions.")
    computer_name: Any = parameter(
        "string[]",
        pipeline=False,
        by_property_name=True,
        aliases=("CN", "__Server", "IPAddress"),
        help="The computers.",
    )
    credential: Any = parameter("pscredential", help="Who asks.")

    def process(self) -> None:
        """Report those that were named."""
        for computer in map(to_string, self.computer_name or ("localhost",)):
            if not hosts.is_own(self.session.organization, computer):
                text = "The RPC server is unavailable. (Exception from HRESULT: 0x800706BA)"
                self.write_error(
                    self.error(text, "System.Runtime.InteropServices.COMException", exception=COMException)
                )
                continue
            for name in map(to_string, self.id_ or ()):
                error = ArgumentException(
                    f"Cannot find the requested hotfix on the '{computer}' computer. Verify the input and run the "
                    "command again."
                )
                self.write_error(self.error(error, "GetHotFixNoEntriesFound", ErrorCategory.ObjectNotFound, name))
