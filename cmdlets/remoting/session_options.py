"""New-PSSessionOption."""

from __future__ import annotations

from typing import Any, Final

from shell.engine.automation.session_options import PSSessionOption, milliseconds
from shell.engine.commands.cmdlet import Cmdlet, Example, parameter

_OPTION: Final = "System.Management.Automation.Remoting.PSSessionOption"
_MECHANISM: Final = "System.Management.Automation.Runspaces.AuthenticationMechanism"
_RENAMED: Final = {"maximum_redirection": "maximum_connection_redirection_count"}
_TIMES: Final = ("open_timeout", "cancel_timeout", "idle_timeout", "operation_timeout")


class NewPSSessionOption(
    Cmdlet, verb="New", noun="PSSessionOption", module="Microsoft.PowerShell.Core", output=(_OPTION,)
):
    """Make options for sessions. They are kept; the lab's own server needs none of them."""

    examples = (Example("New-PSSessionOption -SkipCACheck -SkipCNCheck", "As scripts do for certificates."),)

    maximum_redirection: int = parameter("int", help="How many redirections are followed.")
    no_compression: bool = parameter("switch", help="Without compression.")
    no_machine_profile: bool = parameter("switch", help="Without the profile of the user there.")
    culture: Any = parameter("System.Globalization.CultureInfo", help="The culture there.")
    ui_culture: Any = parameter("System.Globalization.CultureInfo", name="UICulture", help="The language there.")
    maximum_received_data_size_per_command: Any = parameter("int", help="In bytes.")
    maximum_received_object_size: Any = parameter("int", help="In bytes.")
    output_buffering_mode: Any = parameter(
        "System.Management.Automation.Runspaces.OutputBufferingMode", help="What happens while disconnected."
    )
    max_connection_retry_count: int = parameter("int", help="How often to try again.")
    application_arguments: Any = parameter("hashtable", help="What $PSSenderInfo holds.")
    open_timeout: int = parameter("int", aliases=("OpenTimeoutMSec",), help="Milliseconds.")
    cancel_timeout: int = parameter("int", aliases=("CancelTimeoutMSec",), help="Milliseconds.")
    idle_timeout: int = parameter("int", aliases=("IdleTimeoutMSec",), help="Milliseconds.")
    operation_timeout: int = parameter("int", aliases=("OperationTimeoutMSec",), help="Milliseconds.")
    proxy_access_type: Any = parameter("System.Management.Automation.Remoting.ProxyAccessType", help="Which proxy.")
    proxy_authentication: Any = parameter(_MECHANISM, help="How to log on to it.")
    proxy_credential: Any = parameter("pscredential", help="Who logs on to it.")
    skip_ca_check: bool = parameter("switch", name="SkipCACheck", help="Trust any issuer.")
    skip_cn_check: bool = parameter("switch", name="SkipCNCheck", help="Trust any name.")
    skip_revocation_check: bool = parameter("switch", help="Do not ask whether the certificate was revoked.")
    no_encryption: bool = parameter("switch", help="Without encryption.")
    use_utf16: bool = parameter("switch", name="UseUTF16", help="In UTF-16.")
    include_port_in_spn: bool = parameter("switch", name="IncludePortInSPN", help="For names with ports.")

    def end(self) -> None:
        """Write them."""
        made = PSSessionOption()
        for attribute, declared in type(self).parameters.items():
            if not self.is_bound(declared.name):
                continue
            value = getattr(self, attribute)
            setattr(made, _RENAMED.get(attribute, attribute), milliseconds(value) if attribute in _TIMES else value)
        self.write(made)
