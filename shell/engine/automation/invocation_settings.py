"""PSInvocationSettings: the settings for one invocation of a PowerShell object."""

from __future__ import annotations

from typing import Any, Final

from shell.types import named
from shell.types.conversion.conversion import convert
from shell.types.registry.declarations import clr_class, clr_constructor
from shell.values.errors import NetException, NotEmulatedException
from shell.values.exceptions import CLASSES
from shell.values.flow import BREAK_KIND, CONTINUE_KIND, ControlFlow, ExitRequest, Unwinding
from shell.values.objects import Value

_AUTOMATION: Final = "System.Management.Automation."
_LEFT_BY: Final = {BREAK_KIND: "BreakException", CONTINUE_KIND: "ContinueException"}


@clr_class(
    _AUTOMATION + "PSInvocationSettings",
    properties="ApartmentState:System.Threading.ApartmentState=rw Host:object=rw"
    f" RemoteStreamOptions:{_AUTOMATION}RemoteStreamOptions=rw AddToHistory:bool=rw"
    f" ErrorActionPreference:System.Nullable`1[{_AUTOMATION}ActionPreference]=rw FlowImpersonationPolicy:bool=rw"
    " ExposeFlowControlExceptions:bool=rw",
)
class InvocationSettings:
    """The settings, with their defaults."""

    @clr_constructor("")
    def __init__(self) -> None:
        self.apartment_state = convert("Unknown", named("System.Threading.ApartmentState"))
        self.host: Value = None
        self.remote_stream_options = convert(0, named(_AUTOMATION + "RemoteStreamOptions"))
        self.add_to_history = False
        self.error_action_preference: Value = None
        self.flow_impersonation_policy = False
        self.expose_flow_control_exceptions = False

    def check(self) -> None:
        """Raise NotEmulatedException for settings that are not emulated."""
        if self.host is not None:
            raise NotEmulatedException("A host of its own for one run is not emulated.", error_id="NotEmulatedHost")
        if self.add_to_history:
            raise NotEmulatedException(
                "The history does not keep what PowerShell objects run.", error_id="NotEmulatedHistory"
            )


def left_by(error: Unwinding) -> NetException | None:
    """Return the exception for a run that was left by break, continue or exit; None for return."""
    if isinstance(error, ExitRequest):
        return _exception("ExitException")
    if isinstance(error, ControlFlow) and error.flow.kind in _LEFT_BY:
        return _exception(_LEFT_BY[error.flow.kind])
    return None


def _exception(name: str) -> NetException:
    made: Any = CLASSES[_AUTOMATION + name]
    found: NetException = made("System error.")
    return found


__all__ = ["InvocationSettings", "left_by"]
