"""The runtime of a running command: its output, streams, preferences and prompts.

Each cmdlet and each advanced function has one `CommandRuntime`. It looks up the preferences (common parameters first,
else the variables that the command's scope sees), fills -ErrorVariable and the like, and marks the command as failed,
which sets `$?`.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any, NoReturn

from shell.engine.binding.common import NO_COMMON, CommonParameters, preference_variables
from shell.engine.binding.shouldprocess import ConfirmState, ask_to_continue
from shell.engine.compile.variables import scope_of, split_name
from shell.engine.run.failures import stack_trace
from shell.engine.run.pipeline import emit
from shell.engine.run.scope import variable_key
from shell.engine.session.preferences import action_preference
from shell.engine.session.streams import DebugRecord, InformationRecord, VerboseRecord, WarningRecord
from shell.values.errors import (
    ActionPreferenceStopException,
    ErrorCategory,
    ErrorRecord,
    NetException,
    PSArgumentException,
    PSInvalidOperationException,
    RuntimeException,
    record_of,
)
from shell.values.flow import StopUpstream
from shell.values.objects import ArrayList, Out, Value

if TYPE_CHECKING:
    from shell.engine.run.invocation import InvocationInfo
    from shell.engine.run.scope import Scope
    from shell.engine.session.runspace import Runspace
    from shell.engine.session.streams import Streams
    from shell.language.source import Extent


class CommandRuntime:
    """The streams, preferences and questions of one running command.

    `out` receives the output (by way of -OutVariable if given), `streams` the records. `failed` becomes true with the
    first error.
    """

    __slots__ = (
        "_common",
        "_confirm",
        "_inquiries",
        "_pipeline_scope",
        "_stopped",
        "_variables",
        "call",
        "error_name",
        "failed",
        "function",
        "impact",
        "out",
        "scope",
        "session",
        "stage",
        "streams",
        "supports_should_process",
    )

    def __init__(self, session: Runspace, call: InvocationInfo, out: Out) -> None:
        self.session = session
        self.call = call
        self.out = out
        self.streams: Streams = session.streams
        self.scope = session.scope
        self.failed = False
        self.stage: Any = None
        """The stage of a cmdlet."""
        self.function = False
        """True for a function: its common parameters are variables of its scope."""
        self.error_name = ""
        self.supports_should_process = False
        self.impact = 2
        self._common = NO_COMMON
        self._confirm: ConfirmState | None = None
        self._inquiries: dict[str, str] = {}
        self._stopped: NetException | None = None
        """The error that -ErrorAction Stop made."""
        self._variables: dict[str, ArrayList] | None = None
        self._pipeline_scope: Scope | None = None

    # --- common parameters ---

    @property
    def common(self) -> CommonParameters:
        """The common parameters of the call. Setting them opens the variables that they name."""
        return self._common

    @common.setter
    def common(self, common: CommonParameters) -> None:
        self._common = common
        if common.has_variables:
            self._open_variables(common)

    def _open_variables(self, common: CommonParameters) -> None:
        self._variables = {}
        named = (
            ("out", common.out_variable),
            ("error", common.error_variable),
            ("warning", common.warning_variable),
            ("information", common.information_variable),
        )
        for stream, name in named:
            if name:
                self._variables[stream] = self._open_variable(name)
        collected = self._variables.get("out")
        if collected is not None:
            self.out = _collecting(self.out, collected)
        if common.pipeline_variable:
            self._pipeline_scope = self.session.scope
            self.out = _setting_variable(self.out, self._pipeline_scope, variable_key(common.pipeline_variable))
        if self.function and len(self._variables) > ("out" in self._variables):
            self.streams = self.streams.watched(self._variables)

    def _open_variable(self, name: str) -> ArrayList:
        append = name.startswith("+")
        name = name.removeprefix("+")
        session = self.session
        if ":" in name:
            return self._open_in(name, append)
        known = session.get_variable(name) if append else None
        made = ArrayList()
        if append and known is not None:
            if type(known) is ArrayList:
                return known
            made.extend(known if isinstance(known, list) else [known])
        session.set_variable(name, made)
        return made

    def _open_in(self, written: str, append: bool) -> ArrayList:
        """Open a variable whose name says its scope: `script:x`."""
        qualifier, name = split_name(written)
        before = self.session.scope
        self.session.scope = scope_of(before, qualifier)
        try:
            return self._open_variable(("+" if append else "") + name)
        finally:
            self.session.scope = before

    def watching(self) -> Streams:
        """Return streams that also fill the command's variables, for the blocks that it runs."""
        return self.streams.watched({key: each for key, each in (self._variables or {}).items() if key != "out"})

    def finish(self) -> None:
        """Release the command's resources: called when its pipeline ends, even after an error."""
        if self._pipeline_scope is not None and self._common.pipeline_variable:
            self._pipeline_scope.pop(self._common.pipeline_variable.lower(), None)

    def _preference(self, given: str | None, variable: str) -> str:
        if given is not None:
            return given
        value: Value = self.session.scope[variable]
        return value if type(value) is str and value in _USUAL else action_preference(value, variable)

    @property
    def error_action(self) -> str:
        """Return the action for a non-terminating error."""
        return self._preference(None if self.function else self._common.error_action, "erroractionpreference")

    def collect(self, stream: str, record: Any) -> None:
        """Add to the variable of a stream, if there is one, and to those of the functions around the command."""
        if self._variables is not None and not self.function:
            known = self._variables.get(stream)
            if known is not None and not (known and known[-1] is record):
                known.append(record)
        if self.streams.watchers:
            self.streams.note(stream, record)

    # --- output ---

    def write(self, value: Value, *, enumerate: bool = False) -> None:
        """Send an object down the pipeline; with `enumerate`, a collection's elements."""
        if enumerate:
            emit(value, self.out)
        else:
            self.out(value)

    def stop_upstream(self) -> NoReturn:
        """Stop the commands before this one: it needs no more input (`Select-Object -First`)."""
        raise StopUpstream(self.stage)

    # --- errors ---

    def stamp(self, record: ErrorRecord, extent: Extent | None = None) -> ErrorRecord:
        """Set the command and its position in a record."""
        call = self.call
        if record.command_id is None:
            record.command_id = self.error_name or _id_of(call)
        if record.activity is None and call.command is not None:
            record.activity = call.command.name
        if record.invocation is None:
            record.invocation = call if extent is None else _placed(call, extent)
        if not record.script_stack_trace:
            record.script_stack_trace = stack_trace(self.session.scope, call.extent)
        return record

    def restamp(self, record: ErrorRecord) -> ErrorRecord:
        """Assign a record to this command, even if it is another's; its position is kept."""
        before = record.invocation
        record.command_id = record.activity = record.invocation = None
        return self.stamp(record, before.position if before is not None else None)

    def write_error(self, record: ErrorRecord) -> None:
        """Report a non-terminating error."""
        self.stamp(record)
        self.failed = True
        preference = self.error_action
        if preference == "Ignore":
            return
        if preference == "Stop":
            error = self.stopped(record)
            self.collect("error", error)  # -ErrorVariable gets the exception, once
            self._stopped = error
            raise error
        if preference == "Inquire":
            self._inquire("error", record.message)
        self.collect("error", record)
        self.session.remember_error(record)
        if preference != "SilentlyContinue":
            self.streams.write_error(record)

    def stopped(self, record: ErrorRecord) -> NetException:
        """Return the terminating error for a record under -ErrorAction Stop."""
        text = (
            "The running command stopped because the preference variable"
            f' "ErrorActionPreference" or common parameter is set to Stop: {record.message}'
        )
        error = ActionPreferenceStopException(text, inner=record.exception)
        error.record = record
        return error

    def terminating(self, record: ErrorRecord) -> NetException:
        """Return the exception to raise for a statement-terminating error."""
        self.stamp(record)
        self.failed = True
        self.collect("error", record)
        error = record.exception
        if error.record is not None and error.record is not record:
            error = copy.copy(error)
            record.exception = error
        error.record = record
        return error

    def wrap(self, error: NetException) -> NetException:
        """Attribute a terminating error to this command; an error that has a position is left unchanged."""
        if error.record is None and isinstance(error, PSArgumentException | PSInvalidOperationException):
            # thrown by the command itself: only expressions wrap these in a RuntimeException
            error.record = ErrorRecord(error, error.error_id or error.default_id or "", error.category, error.target)
        elif error.record is None and error.error_id is None and not isinstance(error, RuntimeException):
            # a bare .NET exception that leaves a command has no category; one that leaves an expression has
            error.record = ErrorRecord(error, error.clr_name, ErrorCategory.NotSpecified, error.target)
        record = record_of(error)
        if record.invocation is None:
            self.stamp(record, getattr(error, "error_extent", None))
        self.failed = True
        if error is not self._stopped:
            self.collect("error", record)
        return error

    # --- the other streams ---

    def write_warning(self, text: str) -> None:
        """Stream 3."""
        preference = self._preference(None if self.function else self._common.warning_action, "warningpreference")
        record = WarningRecord(text, self.call)
        if preference == "Ignore":
            return
        self.collect("warning", record)
        self._tell(preference, "warning", record, text, "WarningPreference")

    def write_verbose(self, text: str) -> None:
        """Stream 4."""
        given = None if self.function else self._common.verbose
        preference = self._switch_preference(given, "verbosepreference")
        self._tell(preference, "verbose", VerboseRecord(text, self.call), text, "VerbosePreference")

    @property
    def tells_verbose(self) -> bool:
        """True if verbose messages are shown or collected."""
        given = None if self.function else self._common.verbose
        return self._switch_preference(given, "verbosepreference") not in ("SilentlyContinue", "Ignore")

    def write_debug(self, text: str) -> None:
        """Stream 5."""
        given = None if self.function else self._common.debug
        preference = self._switch_preference(given, "debugpreference")
        self._tell(preference, "debug", DebugRecord(text, self.call), text, "DebugPreference")

    def _switch_preference(self, given: bool | None, variable: str) -> str:
        if given is not None:
            return "Continue" if given else "SilentlyContinue"
        return self._preference(None, variable)

    def write_information(self, record: InformationRecord) -> None:
        """Stream 6. A redirection gets all records that are not ignored. Shown are those of Write-Host, others by
        preference.
        """
        given = None if self.function else self._common.information_action
        preference = self._preference(given, "informationpreference")
        if preference == "Ignore":
            return
        self.collect("information", record)
        record.quiet = preference == "SilentlyContinue" and "PSHOST" not in record.tags
        if preference == "Stop":
            raise self._stream_stop("InformationPreference", str(record))
        if preference == "Inquire":
            self._inquire("information", str(record))
        self.streams.write_information(record)

    def write_progress(self, record: Any) -> None:
        """Progress."""
        if self._preference(self._common.progress_action, "progresspreference") == "Continue":
            self.streams.write_progress(record)

    def _tell(self, preference: str, stream: str, record: Any, text: str, variable: str) -> None:
        if preference in ("SilentlyContinue", "Ignore"):
            return
        getattr(self.streams, stream)(record)
        if preference == "Stop":
            raise self._stream_stop(variable, text)
        if preference == "Inquire":
            self._inquire(stream, None)

    def _stream_stop(self, variable: str, text: str) -> NetException:
        return ActionPreferenceStopException(
            f'The running command stopped because the preference variable "{variable}" or common parameter is set to'
            f" Stop: {text}",
            error_id="ActionPreferenceStop",
        )

    def _inquire(self, stream: str, message: str | None) -> None:
        """Ask whether to continue. Raises if the answer is no."""
        if self._inquiries.get(stream) == "all":
            return
        self._inquiries[stream] = ask_to_continue(self.session.host, message or "Continue with this operation?")

    # --- ShouldProcess ---

    @property
    def confirm_state(self) -> ConfirmState:
        """Return the state that keeps answers such as "Yes to All" for the rest of the call."""
        if self._confirm is None:
            self._confirm = ConfirmState(self)
        return self._confirm

    def should_process(self, target: str, action: str | None = None, *, message: str | None = None) -> bool:
        """Confirm or show the action, by -WhatIf, -Confirm and the preferences."""
        name = self.call.command.name if self.call.command is not None else ""
        text = message or f'Performing the operation "{action or name}" on target "{target}".'
        return self.confirm_state.should_process(text, None, None)

    def should_continue(self, query: str, caption: str) -> bool:
        """Ask yes or no, regardless of the preferences."""
        return self.confirm_state.should_continue(query, caption)


_USUAL = frozenset(("Continue", "SilentlyContinue", "Stop", "Ignore", "Inquire"))


def _placed(call: InvocationInfo, extent: Extent) -> InvocationInfo:
    placed = copy.copy(call)
    placed.display_extent = extent
    return placed


def _collecting(out: Out, collected: ArrayList) -> Out:
    def push(value: Value) -> None:
        collected.append(value)
        out(value)

    return push


def _id_of(call: InvocationInfo) -> str | None:
    """Return the command's part of error ids: a name for a script's command, nothing for a program."""
    if call.command is None:
        return None
    return "" if call.command.kind == "Application" else call.command.name


def _setting_variable(out: Out, scope: Scope, key: str) -> Out:
    """Set a variable of the caller to each object while the rest of the pipeline processes it."""

    def push(value: Value) -> None:
        scope[key] = value
        out(value)

    return push


__all__ = ["CommandRuntime", "preference_variables"]
