"""The runspace: one session of the shell, with its scopes, commands, streams and errors."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from weakref import WeakSet

from shell import types
from shell.engine.binding.parameters import Argument
from shell.engine.commands.commands import CommandTable
from shell.engine.run.calls import stage_for
from shell.engine.run.frame import NO_SITE, CallSite, MethodSite
from shell.engine.run.pipeline import run_pipeline
from shell.engine.run.scope import Scope, new_scope, root_scope
from shell.engine.run.script_block import LocalBlock, ScriptBlock, local_block
from shell.engine.run.scripts import block_of_text
from shell.engine.session.automatic_variables import PREFERENCES, READ_ONLY_NAMES
from shell.engine.session.crossing import (
    DynamicState,
    Hosted,
    ModuleState,
    Within,
    current_scope,
    returning,
)
from shell.engine.session.preferences import action_preference
from shell.engine.session.session_variables import SessionVariables
from shell.engine.session.streams import Streams
from shell.lazy import lazy
from shell.machine.host import Choice
from shell.values.errors import (
    ErrorRecord,
    NetException,
    RuntimeException,
    record_of,
)
from shell.values.flow import RETURN, Cancelled, ControlFlow
from shell.values.objects import (
    AUTOMATION_NULL,
    MISSING,
    ArrayList,
    Out,
    PSCustomObject,
    Value,
)
from shell.values.registries import ProcessState, Registries

if TYPE_CHECKING:
    from shell.engine.commands.commands import CommandTable
    from shell.engine.run import functions
    from shell.engine.session.streams import Streams
    from shell.hosting.submission import Submission
    from shell.language.source import Extent
    from shell.machine.host import Host
else:
    functions = lazy("shell.engine.run.functions", globals())

ERROR_LIMIT: Final = 256
"""How many records `$Error` keeps."""

_get = dict.get


@dataclass(frozen=True, slots=True)
class MainScript:
    """The script that the session was started with. `input` is what its `$input` goes through.

    `call` is the text that calls it: nobody wrote that, so no error shows it.
    """

    path: str
    input: Iterable[str] | None
    call: str


class Runspace(SessionVariables):
    """A session.

    `scope` is the current scope. `propagates` is true inside a `try`: statement-terminating errors travel on.
    `succeeded` is `$?`. `caught` is the error of the catch block that runs, for a bare `throw`. `stopping` is set by
    Ctrl+C from any thread. `organization` and `services` are ports that the composition root fills.
    """

    def __init__(self, host: Host, process: ProcessState | None = None) -> None:
        self.registries = Registries(process, self)
        """What its scripts define: types, type data, views. `process` is what it shares with its parent."""
        self.host = host
        self.scope: Scope = root_scope(self)
        self.global_scope: Scope = self.scope
        self.global_state = ModuleState("", self.scope)
        self.errors: ArrayList = ArrayList()
        self.streams: Streams = self._silent_streams()
        self.propagates = False
        self.succeeded: bool = True
        self.caught: NetException | None = None
        self.failed_at: Any = None
        """The extent of the statement that failed last in the running text."""
        self.stopping = False
        self.family: WeakSet[Runspace] = WeakSet((self,))
        """This session and those that its scripts have made: Ctrl+C is for all of them."""
        self.running: Submission | None = None
        """What runs; where a nested prompt is open, what runs at that."""
        self.uses_strict = False
        self.trace_level = 0
        """Set-PSDebug -Trace: 1 shows statements, 2 calls and assignments, too."""
        self.breakpoints: Any = None
        """The `BreakpointTable`, once Set-PSBreakpoint was used."""
        self.using_scope: Scope | None = None
        self.modules: dict[str, Any] = {}
        self.location: str = os.getcwd()
        self.culture: str = "en-US"
        self.profile_path = ""
        self.main_script: MainScript | None = None
        self.submitted: Any = None
        """The text that runs, as a script block."""
        self.input: Iterable[str] | None = None
        """What `$input` of a submitted text goes through: the lines of standard input behind `-Command`."""
        self.supply: Callable[[], tuple[Any, Any]] | None = None
        """Makes the organization and the ports of its services when they are first asked for."""
        self._supplied: tuple[Any, Any] | None = None
        self.equip: Callable[[Runspace], None] | None = None
        """Gives a runspace that a script makes the commands of this one."""
        self.completer: Callable[[str, int], Any] | None = None
        """Completes a text at an offset, for scripts that call TabExpansion2."""
        self.history: Any = None
        self.state: dict[str, Any] = {}
        """State that cmdlets keep between calls, by key."""
        self.on_close: list[Callable[[], None]] = []
        """Functions to call when the session ends, the newest first."""
        self.method_site: MethodSite | None = None
        """Where the method of a script's class that is about to run is called."""
        self.commands: CommandTable = CommandTable(self)
        self._set_first_variables()

    @property
    def organization(self) -> Any:
        """The Exchange organization, or None where the session has none."""
        return self._supplies()[0]

    @property
    def services(self) -> Any:
        """The ports of the running mail system (`organization.ports.MailSystem`), or None."""
        return self._supplies()[1]

    def _supplies(self) -> tuple[Any, Any]:
        if self._supplied is None:
            if self.supply is None:
                return None, None
            self._supplied = self.supply()
        return self._supplied

    def _silent_streams(self) -> Streams:
        def drop(record: Any) -> None:
            return None

        return Streams(drop, drop, drop, drop, drop, drop)

    def _set_first_variables(self) -> None:
        put = self.global_scope.put
        for key, (_, value) in PREFERENCES.items():
            put(key, value)
        put("error", self.errors)

    # --- types ---

    def find_type(self, text: str, namespaces: Sequence[str] = ()) -> types.ClrType | None:
        """Return the type that a script means."""
        return types.resolve_in(self.registries, text, namespaces)

    def is_script_type(self, found: types.ClrType) -> bool:
        """True for a class that a script defined: it may be defined anew."""
        return found.home is not None

    # --- errors ---

    def record_error(self, error: NetException) -> None:
        """Put an error into `$Error`, unless it is the newest there already; `$?` becomes false."""
        self.succeeded = False
        self.remember_error(record_of(error))

    def remember_error(self, record: ErrorRecord) -> None:
        """Put a record into `$Error`, the newest first."""
        errors = self.errors
        if errors and (errors[0] is record or getattr(errors[0], "exception", None) is record.exception):
            return
        errors.insert(0, record)
        if len(errors) > ERROR_LIMIT:
            del errors[ERROR_LIMIT:]

    def error_preference(self, scope: Scope) -> str:
        """Return `$ErrorActionPreference` in its canonical spelling."""
        return action_preference(scope["erroractionpreference"], "erroractionpreference")

    def ask_about_error(self, error: NetException) -> str:
        """Ask what to do about an error: `$ErrorActionPreference` is Inquire."""
        choices = (Choice("&Yes"), Choice("Yes to &All"), Choice("&Halt Command"), Choice("&Suspend"))
        answer = self.host.choose("Action to take for this exception:", error.message, choices, 0)
        return "Stop" if answer == 2 else "Continue"

    # --- running ---

    def stop(self) -> None:
        """Reset the stop request and raise Cancelled: called where `stopping` is set."""
        self.request_stop(wanted=False)
        raise Cancelled

    def request_stop(self, *, wanted: bool = True) -> None:
        """Have this session and those made in it stop at their next step; with `wanted` false forget it."""
        for each in list(self.family):
            each.stopping = wanted

    def set_exit_code(self, code: int) -> None:
        """Set `$LASTEXITCODE`."""
        self.global_scope.put("lastexitcode", code)

    def scope_for(self, block: ScriptBlock) -> Scope:
        """Return the scope in which a block runs that has none of its own: the current one of its session state."""
        return current_scope(self, block.module)

    def local_block(self, block: ScriptBlock, extent: Extent | None = None) -> LocalBlock:
        """Prepare a block that is run for each object in the current scope of its session state.

        `extent` is where the command stands that runs it: stack traces show it.
        """
        return local_block(self, block, extent)

    def value_of(self, block: Value, dollar_under: Value = MISSING) -> Value:
        """Run a block in the caller's scope with `$_` set; return what it writes as one value."""
        if isinstance(block, ScriptBlock):
            return local_block(self, block).value(dollar_under)
        return block

    def invoke(
        self,
        block: ScriptBlock,
        args: Sequence[Value] = (),
        *,
        dollar_under: Value = MISSING,
        input: Iterable[Value] | None = None,
        out: Out | None = None,
        local: bool = False,
        scope: Scope | None = None,
        this: Value = MISSING,
    ) -> None:
        """Run a script block.

        `local` runs it in the current scope of its session state, as ForEach-Object does. `input` goes through its
        process block. `scope` stands for the caller's, where that is not the current one.
        """
        target = out if out is not None else _nowhere
        caller = scope if scope is not None else self.scope
        if local and input is None and not args and this is MISSING:
            code = block.code.ready()
            if code.simple and not code.parameters:
                self._invoke_local(block, dollar_under, target, scope if scope is not None else self.scope_for(block))
                return
        given = [Argument(None, value) for value in args]
        self._invoke_stage(block, given, caller, dollar_under, input, target, local, this)

    def _invoke_local(self, block: ScriptBlock, dollar_under: Value, out: Out, scope: Scope) -> None:
        code = block.code
        if code.end is None:
            return
        current = self.scope
        before = _get(scope, "_", MISSING)
        if dollar_under is not MISSING:
            scope.put("_", dollar_under)
        crosses = current.script.module is not scope.script.module
        try:
            with Hosted(block, scope, current) if crosses else Within(scope):
                flow = code.end(scope, returning(current, out) if crosses else out)
        finally:
            _restore(scope, before)
        if flow is not None and flow is not RETURN:
            raise ControlFlow(flow)

    def _invoke_stage(
        self,
        block: ScriptBlock,
        given: list[Any],
        caller: Scope,
        dollar_under: Value,
        input: Iterable[Value] | None,
        out: Out,
        local: bool,
        this: Value,
    ) -> None:
        site = NO_SITE if input is None else CallSite(None, "", 2, 2)
        stage = functions.FunctionStage(caller, block, None, given, site, out, dot=local)
        scope = stage.scope
        before, outer = _get(scope, "_", MISSING), self.scope
        frame = scope.frame
        if dollar_under is not MISSING:
            scope.put("_", dollar_under)
        if this is not MISSING:
            scope.put("this", this)
        try:
            run_pipeline((stage,), input, caller)
        finally:
            self.scope = outer
            scope.frame = frame
            if local:
                _restore(scope, before)

    def collect(
        self,
        block: ScriptBlock,
        args: Sequence[Value] = (),
        *,
        dollar_under: Value = MISSING,
        input: Iterable[Value] | None = None,
        local: bool = False,
        this: Value = MISSING,
    ) -> list[Value]:
        """Run a script block; return what it wrote."""
        items: list[Value] = []
        self.invoke(block, args, dollar_under=dollar_under, input=input, out=items.append, local=local, this=this)
        return items

    def collect_value(self, block: ScriptBlock, args: Sequence[Value] = (), **options: Any) -> Value:
        """Run a script block; return what it wrote as one value: null, the object, or an array."""
        items = self.collect(block, args, **options)
        count = len(items)
        return items[0] if count == 1 else items if count else None

    def run_command(
        self, name: str, *args: Value, input: Iterable[Value] | None = None, out: Out | None = None, **named: Value
    ) -> None:
        """Run a command by name with arguments as values; keyword arguments are its parameters by name."""
        info: Any = self.commands.resolve(name)
        while info.kind == "Alias":
            info = info.resolve()
        arguments = [Argument(None, value) for value in args]
        arguments += [Argument(key, value) for key, value in named.items()]
        site = CallSite(None, name, 1 if input is None else 2, 1 if input is None else 2)
        stage = stage_for(self.scope, info, arguments, site, out if out is not None else _nowhere)
        run_pipeline((stage,), input, self.scope)

    def parse_block(self, text: str, path: str | None = None) -> ScriptBlock:
        """Make a script block of a text; raises ParseException."""
        return block_of_text(self, text, path)

    def closure_of(self, block: ScriptBlock) -> ScriptBlock:
        """GetNewClosure: a block that keeps the variables which the current scope has now.

        It belongs to a new dynamic module, whose scope is below the session's: what is private to the module that made
        the block is out of its sight, as in PowerShell.
        """
        current = self.scope
        module_scope = root_scope(self, self.global_scope)
        for key, value in current.items():
            guard = current.guard_of(key)
            if guard is None or not guard.options:
                module_scope.put(key, value)
        return ScriptBlock(block.code, DynamicState(module_scope), module_scope)

    def close(self) -> None:
        """Run `on_close`, the newest first; what scripts defined ends with the runspace itself."""
        while self.on_close:
            self.on_close.pop()()


def _nowhere(value: Value) -> None:
    return None


def _restore(scope: Scope, before: Value) -> None:
    if before is MISSING:
        scope.pop("_", None)
    else:
        scope.put("_", before)


__all__ = [
    "AUTOMATION_NULL",
    "READ_ONLY_NAMES",
    "ModuleState",
    "PSCustomObject",
    "Runspace",
    "RuntimeException",
    "new_scope",
]
