"""System.Management.Automation.Remoting.PSSessionOption: options of a remote session."""

from __future__ import annotations

from typing import Final

from shell.types import named
from shell.types.conversion.conversion import convert
from shell.types.registry.declarations import clr_class, clr_constructor
from shell.values.objects import Int64, Value

_REMOTING: Final = "System.Management.Automation.Remoting."
_RUNSPACES: Final = "System.Management.Automation.Runspaces."


@clr_class(
    _REMOTING + "PSSessionOption",
    properties="MaximumConnectionRedirectionCount:int=rw NoCompression:bool=rw NoMachineProfile:bool=rw"
    f" ProxyAccessType:{_REMOTING}ProxyAccessType=rw ProxyAuthentication:{_RUNSPACES}AuthenticationMechanism=rw"
    " ProxyCredential:pscredential=rw SkipCACheck:bool=rw SkipCNCheck:bool=rw SkipRevocationCheck:bool=rw"
    " OperationTimeout:timespan=rw NoEncryption:bool=rw UseUTF16:bool=rw IncludePortInSPN:bool=rw"
    f" OutputBufferingMode:{_RUNSPACES}OutputBufferingMode=rw MaxConnectionRetryCount:int=rw Culture:object=rw"
    " UICulture:object=rw MaximumReceivedDataSizePerCommand:object=rw MaximumReceivedObjectSize:object=rw"
    " ApplicationArguments:object=rw OpenTimeout:timespan=rw CancelTimeout:timespan=rw IdleTimeout:timespan=rw",
)
class PSSessionOption:
    """The options, with the defaults of New-PSSessionOption."""

    @clr_constructor("")
    def __init__(self) -> None:
        self.maximum_connection_redirection_count = 5
        self.no_compression = False
        self.no_machine_profile = False
        self.proxy_access_type: Value = convert("None", named(_REMOTING + "ProxyAccessType"))
        self.proxy_authentication: Value = convert("Negotiate", named(_RUNSPACES + "AuthenticationMechanism"))
        self.proxy_credential: Value = None
        self.skip_ca_check = False
        self.skip_cn_check = False
        self.skip_revocation_check = False
        self.operation_timeout: Value = _span("00:03:00")
        self.no_encryption = False
        self.use_utf16 = False
        self.include_port_in_spn = False
        self.output_buffering_mode: Value = convert("None", named(_RUNSPACES + "OutputBufferingMode"))
        self.max_connection_retry_count = 5
        self.culture: Value = None
        self.ui_culture: Value = None
        self.maximum_received_data_size_per_command: Value = None
        self.maximum_received_object_size: Value = 209715200
        self.application_arguments: Value = None
        self.open_timeout: Value = _span("00:03:00")
        self.cancel_timeout: Value = _span("00:01:00")
        self.idle_timeout: Value = _span("-00:00:00.001")

    def __str__(self) -> str:
        return _REMOTING + "PSSessionOption"


def _span(text: str) -> Value:
    return convert(text, named("System.TimeSpan"))


def milliseconds(number: int) -> Value:
    """Return a TimeSpan."""
    return convert(Int64(number * 10_000), named("System.TimeSpan"))


__all__ = ["PSSessionOption", "milliseconds"]
