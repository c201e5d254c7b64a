"""`$PSCmdlet`: the cmdlet object of an advanced function."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shell.engine.binding.attributes import AUTOMATION
from shell.engine.binding.common import COMMON_NAMES, OPTIONAL_COMMON_NAMES
from shell.engine.session.crossing import Within, state_of
from shell.engine.session.streams import InformationRecord
from shell.lazy import lazy
from shell.types.registry.declarations import clr_class, clr_method, clr_property
from shell.types.registry.enumeration import enum_value, register_enum
from shell.types.registry.names import named
from shell.values.errors import ErrorRecord, RuntimeException
from shell.values.objects import Value

if TYPE_CHECKING:
    from shell.dotnet.collections import sets
    from shell.engine.binding import paging
    from shell.engine.binding.binder import Binding
    from shell.engine.commands.command_runtime import CommandRuntime
    from shell.engine.providers import provider_intrinsics
    from shell.engine.session import engine_objects
    from shell.engine.session import session_state as session_session_state
    from shell.types.conversion.reference import PSReference
else:
    sets = lazy("shell.dotnet.collections.sets", globals())
    paging = lazy("shell.engine.binding.paging", globals())
    provider_intrinsics = lazy("shell.engine.providers.provider_intrinsics", globals())
    engine_objects = lazy("shell.engine.session.engine_objects", globals())
    session_session_state = lazy("shell.engine.session.session_state", globals(), "session_session_state")

_REASON = register_enum(AUTOMATION + "ShouldProcessReason", {"None": 0, "WhatIf": 1})


@clr_class(AUTOMATION + "Internal.InternalCommand", is_abstract=True)
class InternalCommand:
    """The base of all commands."""


@clr_class(AUTOMATION + "Cmdlet", AUTOMATION + "Internal.InternalCommand", is_abstract=True)
class CmdletView(InternalCommand):
    """The base of cmdlets, as scripts see it."""

    @clr_property("CommonParameters", "System.Collections.Generic.HashSet[string]", static=True)
    @staticmethod
    def common_parameters() -> Value:
        """The names of the parameters that every cmdlet has."""
        return _names(COMMON_NAMES)

    @clr_property("OptionalCommonParameters", "System.Collections.Generic.HashSet[string]", static=True)
    @staticmethod
    def optional_common_parameters() -> Value:
        """Return the names of the optional common parameters: -WhatIf and the like."""
        return _names(OPTIONAL_COMMON_NAMES | {"UseTransaction"})


def _names(names: frozenset[str]) -> Value:
    made = sets.HashSet(named("System.Collections.Generic.HashSet[string]"))
    for each in sorted(names):
        made.add(each)
    return made


@clr_class(AUTOMATION + "PSCmdlet", AUTOMATION + "Cmdlet", is_abstract=True)
class PSCmdletView(CmdletView):
    """The base of cmdlets that know the session, as scripts see it."""


@clr_class(AUTOMATION + "PSScriptCmdlet", AUTOMATION + "PSCmdlet")
class PSScriptCmdlet(PSCmdletView):
    """A running advanced function."""

    def __init__(self, runtime: CommandRuntime, binding: Binding) -> None:
        self.runtime = runtime
        self.binding = binding

    # --- what it knows ---

    @clr_property("ParameterSetName", "string")
    def parameter_set_name(self) -> str:
        """The chosen parameter set."""
        return self.binding.parameter_set

    @clr_property("MyInvocation", AUTOMATION + "InvocationInfo")
    def my_invocation(self) -> Value:
        """How the function was called."""
        return self.runtime.call

    @clr_property("SessionState")
    def session_state(self) -> Value:
        """Return the session state of the function's caller: variables set by it are the caller's."""
        return session_session_state.SessionStateView(self.runtime.session, state_of(self.runtime.scope))

    @clr_property("Host")
    def host(self) -> Value:
        """`$Host`."""
        return self.runtime.session.get_variable("Host")

    @clr_property("InvokeCommand")
    def invoke_command(self) -> Value:
        """Return the object that runs commands and script texts."""
        return engine_objects.CommandIntrinsics(self.runtime.session, state_of(self.runtime.scope))

    @clr_property("CommandRuntime")
    def command_runtime(self) -> Value:
        """Return the runtime that the function writes to."""
        return CommandRuntimeView(self.runtime, self.binding)

    @clr_property("PagingParameters", AUTOMATION + "PagingParameters")
    def paging_parameters(self) -> Value:
        """Return -First, -Skip and -IncludeTotalCount; null for a function without SupportsPaging."""
        return paging.paging_parameters(self.binding)

    @clr_property("CurrentPSTransaction")
    def current_transaction(self) -> Value:
        """Return null: there are no transactions."""
        return None

    @clr_property("Events")
    def events(self) -> Value:
        """Null: events are reached by their cmdlets."""
        return None

    @clr_property("InvokeProvider")
    def invoke_provider(self) -> Value:
        """Items by path, without their cmdlets."""
        return provider_intrinsics.ProviderIntrinsics(self.runtime.session)

    @clr_property("JobRepository")
    def job_repository(self) -> Value:
        """Null: jobs are reached by their cmdlets."""
        return None

    @clr_property("JobManager")
    def job_manager(self) -> Value:
        """Null: jobs are reached by their cmdlets."""
        return None

    @clr_method("TransactionAvailable", "-> bool")
    def transaction_available(self) -> bool:
        """False: there are no transactions."""
        return False

    @clr_property("CommandOrigin")
    def command_origin(self) -> Value:
        """Return the origin of the call."""
        return self.runtime.call.command_origin

    @clr_property("Stopping", "bool")
    def stopping(self) -> bool:
        """True after Ctrl+C."""
        return self.runtime.session.stopping

    # --- what it says ---

    @clr_method("WriteObject", "object sendToPipeline -> void")
    def write_object(self, value: Value) -> None:
        """Write one object."""
        self.runtime.out(value)

    @clr_method("WriteObject", "object sendToPipeline, bool enumerateCollection -> void")
    def write_objects(self, value: Value, enumerate_collection: bool) -> None:
        """Write an object, or a collection's elements."""
        self.runtime.write(value, enumerate=enumerate_collection)

    @clr_method("WriteError", f"{AUTOMATION}ErrorRecord errorRecord -> void")
    def write_error(self, record: ErrorRecord) -> None:
        """Report an error and go on."""
        self.runtime.write_error(self.runtime.restamp(record))

    @clr_method("ThrowTerminatingError", f"{AUTOMATION}ErrorRecord errorRecord -> void")
    def throw_terminating_error(self, record: ErrorRecord) -> None:
        """End the function with an error."""
        error = RuntimeException(record.exception.message, inner=record.exception)
        self.runtime.restamp(record)
        self.runtime.failed = True
        error.record = record
        error.stops = True  # type: ignore[attr-defined]
        error.ends_command = self.runtime  # type: ignore[attr-defined]
        raise error

    @clr_method("WriteWarning", "string text -> void")
    def write_warning(self, text: str) -> None:
        """Stream 3."""
        self.runtime.write_warning(text)

    @clr_method("WriteVerbose", "string text -> void")
    def write_verbose(self, text: str) -> None:
        """Stream 4."""
        self.runtime.write_verbose(text)

    @clr_method("WriteDebug", "string text -> void")
    def write_debug(self, text: str) -> None:
        """Stream 5."""
        self.runtime.write_debug(text)

    @clr_method("WriteCommandDetail", "string text -> void")
    def write_command_detail(self, text: str) -> None:
        """Do nothing: there is no pipeline execution log."""

    @clr_method("WriteInformation", "object messageData, string[] tags -> void")
    @clr_method("WriteInformation", f"{AUTOMATION}InformationRecord informationRecord -> void")
    def write_information(self, message: Value, tags: list[str] | None = None) -> None:
        """Stream 6."""
        record = message if isinstance(message, InformationRecord) else InformationRecord(message, "", tags or [])
        self.runtime.write_information(record)

    @clr_method("WriteProgress", "object progressRecord -> void")
    def write_progress(self, record: Value) -> None:
        """Progress."""
        self.runtime.write_progress(record)

    # --- what it asks ---

    @clr_method("ShouldProcess", "string target -> bool")
    @clr_method("ShouldProcess", "string target, string action -> bool")
    def should_process(self, target: str, action: str | None = None) -> bool:
        """Confirm or show the action, with the standard message."""
        return self.runtime.should_process(target, action or None)

    @clr_method("ShouldProcess", "string verboseDescription, string verboseWarning, string caption -> bool")
    def should_process_with_text(self, description: str, warning: str, caption: str) -> bool:
        """Confirm or show the action, with the function's own texts."""
        return self.runtime.confirm_state.should_process(description, warning, caption)

    @clr_method(
        "ShouldProcess",
        "string verboseDescription, string verboseWarning, string caption, ref object shouldProcessReason -> bool",
    )
    def should_process_with_reason(self, description: str, warning: str, caption: str, reason: PSReference) -> bool:
        """As above; `reason` receives whether -WhatIf decided."""
        answer, why = self.runtime.confirm_state.should_process_reason(description, warning, caption)
        reason.value = enum_value(_REASON, 1 if why == "WhatIf" else 0)
        return answer

    @clr_method("ShouldContinue", "string query, string caption -> bool")
    def should_continue(self, query: str, caption: str) -> bool:
        """Ask yes or no."""
        return self.runtime.should_continue(query, caption)

    @clr_method("ShouldContinue", "string query, string caption, ref object yesToAll, ref object noToAll -> bool")
    def should_continue_all(self, query: str, caption: str, yes_to_all: PSReference, no_to_all: PSReference) -> bool:
        """Ask with "to all"."""
        answer, yes, no = self.runtime.confirm_state.should_continue_all(
            query, caption, bool(yes_to_all.value), bool(no_to_all.value)
        )
        yes_to_all.value, no_to_all.value = yes, no
        return answer

    @clr_method(
        "ShouldContinue",
        "string query, string caption, bool hasSecurityImpact, ref object yesToAll, ref object noToAll -> bool",
    )
    def should_continue_secure(
        self, query: str, caption: str, has_security_impact: bool, yes_to_all: PSReference, no_to_all: PSReference
    ) -> bool:
        """Ask with "to all" for a change with a security impact."""
        return self.should_continue_all(query, caption, yes_to_all, no_to_all)

    # --- variables and paths ---

    @clr_method("GetVariableValue", "string name -> object")
    @clr_method("GetVariableValue", "string name, object defaultValue -> object")
    def get_variable_value(self, name: str, default_value: Value = None) -> Value:
        """Return a variable's value as the caller's module sees it."""
        with Within(state_of(self.runtime.scope).innermost(self.runtime.session)):
            return self.runtime.session.get_variable(name, default_value)

    @clr_method("GetUnresolvedProviderPathFromPSPath", "string path -> string")
    def get_unresolved_provider_path(self, path: str) -> str:
        """Return the provider's path for a path whose item need not exist."""
        return self._paths.unresolved(path)

    @clr_method(
        "GetResolvedProviderPathFromPSPath",
        "string path, ref object provider -> System.Collections.ObjectModel.Collection[string]",
    )
    def get_resolved_provider_paths(self, path: str, provider: PSReference) -> Value:
        """Return the paths that match a wildcard path; `provider` receives their provider."""
        return self._paths.resolved(path, provider)

    @clr_method("CurrentProviderLocation", f"string providerId -> {AUTOMATION}PathInfo")
    def current_provider_location(self, provider_id: str) -> Value:
        """Return the current location of a provider."""
        return self._paths.current_location()

    @property
    def _paths(self) -> session_session_state.PathIntrinsics:
        return session_session_state.PathIntrinsics(self.runtime.session)


@clr_class(AUTOMATION + "MshCommandRuntime")
class CommandRuntimeView(PSScriptCmdlet):
    """`$PSCmdlet.CommandRuntime`: the same methods, on an object that reads as the command's name."""

    def __str__(self) -> str:
        return str(self.binding.signature.name)


__all__ = ["PSScriptCmdlet"]
