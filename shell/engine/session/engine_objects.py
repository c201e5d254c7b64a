"""`$ExecutionContext`: commands by name and texts as script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shell.engine.commands.commands import ALL_KINDS
from shell.engine.run.script_block import failed_inside
from shell.engine.run.scripts import expand_text
from shell.engine.session.crossing import ModuleState, Within, state_of
from shell.lazy import lazy
from shell.types import named
from shell.types.conversion.conversion import convert
from shell.types.registry.declarations import clr_class, clr_method, clr_property
from shell.types.registry.enumeration import register_enum
from shell.values.errors import RuntimeException
from shell.values.objects import Value

if TYPE_CHECKING:
    from shell.dotnet.collections import object_model
    from shell.engine.providers import provider_intrinsics
    from shell.engine.run.scope import Scope
    from shell.engine.run.script_block import ScriptBlock
    from shell.engine.session import host_view, lookup_actions
    from shell.engine.session import session_state as session_session_state
    from shell.engine.session.runspace import Runspace
else:
    object_model = lazy("shell.dotnet.collections.object_model", globals())
    provider_intrinsics = lazy("shell.engine.providers.provider_intrinsics", globals())
    host_view = lazy("shell.engine.session.host_view", globals())
    lookup_actions = lazy("shell.engine.session.lookup_actions", globals())
    session_session_state = lazy("shell.engine.session.session_state", globals(), "session_session_state")

_AUTOMATION = "System.Management.Automation."
_RUNSPACES = _AUTOMATION + "Runspaces."
PIPELINE_RESULTS = register_enum(
    _RUNSPACES + "PipelineResultTypes",
    {"None": 0, "Output": 1, "Error": 2, "Warning": 3, "Verbose": 4, "Debug": 5, "Information": 6, "All": 7, "Null": 8},
    flags=True,
)
_COLLECTION = "System.Collections.ObjectModel.Collection[psobject]"


@clr_class(_AUTOMATION + "EngineIntrinsics")
class EngineIntrinsics:
    """`$ExecutionContext`."""

    def __init__(self, runspace: Runspace) -> None:
        self.runspace = runspace

    @clr_property("InvokeCommand", _AUTOMATION + "CommandInvocationIntrinsics")
    def invoke_command(self) -> Value:
        """Commands by name, texts as script."""
        return CommandIntrinsics(self.runspace, state_of(self.runspace.scope))

    @clr_property("SessionState", _AUTOMATION + "SessionState")
    def session_state(self) -> Value:
        """The session state of the code that asks."""
        return session_session_state.SessionStateView(self.runspace, state_of(self.runspace.scope))

    @clr_property("Events")
    def events(self) -> Value:
        """Null: events are reached by their cmdlets."""
        return None

    @clr_property("InvokeProvider", _AUTOMATION + "ProviderIntrinsics")
    def invoke_provider(self) -> Value:
        """Items by path, without their cmdlets."""
        return provider_intrinsics.ProviderIntrinsics(self.runspace)

    @clr_property("Host")
    def host(self) -> Value:
        """`$Host`."""
        return host_view.host_object(self.runspace)


@clr_class(_AUTOMATION + "CommandInvocationIntrinsics")
class CommandIntrinsics:
    """`$ExecutionContext.InvokeCommand`: texts and blocks are run, commands found in a session state."""

    def __init__(self, runspace: Runspace, state: ModuleState) -> None:
        self.runspace = runspace
        self.state = state

    @clr_method("ExpandString", "string source -> string")
    def expand_string(self, source: str) -> str:
        """Expand a text as if it stood in double quotes."""
        return expand_text(self.runspace, source)

    @clr_method("InvokeScript", f"string script, params object[] args -> {_COLLECTION}")
    def invoke_script(self, script: str, args: list[Value]) -> Value:
        """Run a text as script in a scope of its own."""
        return self._run(self.runspace.parse_block(script), args)

    @clr_method(
        "InvokeScript",
        f"{_AUTOMATION}SessionState sessionState, scriptblock scriptBlock, params object[] args -> {_COLLECTION}",
    )
    def invoke_script_in(self, session_state: Value, script_block: ScriptBlock, args: list[Value]) -> Value:
        """Run a block in the current scope of a session state; one that is bound runs in its own state's."""
        with Within(session_state.scope):
            return self._run(script_block, args, local=True)

    @clr_method(
        "InvokeScript",
        f"bool useLocalScope, scriptblock scriptBlock, System.Collections.IList input, params object[] args"
        f" -> {_COLLECTION}",
    )
    def invoke_script_block(
        self, use_local_scope: bool, script_block: ScriptBlock, input: Value, args: list[Value]
    ) -> Value:
        """Run a block in a scope of its own, or in the current one of its session state."""
        return self._run(script_block, args, local=not use_local_scope, input=input)

    @clr_method(
        "InvokeScript",
        f"string script, bool useNewScope, {_RUNSPACES}PipelineResultTypes writeToPipeline,"
        f" System.Collections.IList input, params object[] args -> {_COLLECTION}",
    )
    def invoke_script_text(
        self, script: str, use_new_scope: bool, write_to_pipeline: Value, input: Value, args: list[Value]
    ) -> Value:
        """Run a text as script; `writeToPipeline` None returns what it writes."""
        return self._run(self.runspace.parse_block(script), args, local=not use_new_scope, input=input)

    def _run(self, block: ScriptBlock, args: list[Value], *, local: bool = False, input: Value = None) -> Value:
        given = list(input) if input is not None else None
        try:
            return object_model.collection(self.runspace.collect(block, args or (), local=local, input=given))
        except RuntimeException as error:
            raise failed_inside("InvokeScript", len(args or ()) + 1, error) from error

    @clr_method("GetCmdletByTypeName", f"string cmdletTypeName -> {_AUTOMATION}CmdletInfo")
    def get_cmdlet_by_type_name(self, type_name: str) -> Value:
        """Find a cmdlet by the name of its class."""
        wanted = type_name.lower()
        return next(
            (each for each in self.runspace.commands.cmdlets() if each.cmdlet_class.class_name.lower() == wanted), None
        )

    @clr_method("NewScriptBlock", "string scriptText -> scriptblock")
    def new_script_block(self, script_text: str) -> Value:
        """Make a script block of a text."""
        return self.runspace.parse_block(script_text)

    @clr_method(
        "GetCommand",
        f"string commandName, {_AUTOMATION}CommandTypes type -> {_AUTOMATION}CommandInfo",
    )
    def get_command(self, command_name: str, type: Value) -> Value:
        """Find a command of some kinds."""
        kinds = _kinds(type)
        with Within(self._scope):
            found = self.runspace.commands.find(command_name, kinds)
        return found if found is not None and found.kind in kinds else None

    @clr_method("GetCommandName", "string name, bool nameIsPattern, bool returnFullName -> object")
    def get_command_name(self, name: str, name_is_pattern: bool, return_full_name: bool) -> Value:
        """Return the names that a pattern means."""
        with Within(self._scope):
            if name_is_pattern:
                return [each.name for each in self.runspace.commands.search(name)]
            found = self.runspace.commands.find(name)
        return [] if found is None else [found.name]

    @clr_method("GetCommands", f"string name, {_AUTOMATION}CommandTypes commandTypes, bool nameIsPattern -> object")
    def get_commands(self, name: str, command_types: Value, name_is_pattern: bool) -> Value:
        """Return the commands of some kinds."""
        kinds = _kinds(command_types)
        with Within(self._scope):
            if name_is_pattern:
                return list(self.runspace.commands.search(name, kinds))
            found = self.runspace.commands.find(name, kinds)
        return [] if found is None else [found]

    @property
    def _scope(self) -> Scope:
        return self.state.innermost(self.runspace)

    @clr_method("GetCmdlet", f"string commandName -> {_AUTOMATION}CmdletInfo")
    def get_cmdlet(self, command_name: str) -> Value:
        """Find a cmdlet."""
        return self.runspace.commands.find(command_name, ("Cmdlet",))

    @clr_method("GetCmdlets", "-> object")
    @clr_method("GetCmdlets", "string pattern -> object")
    def get_cmdlets(self, pattern: str = "*") -> Value:
        """Return the cmdlets that a pattern means."""
        return list(self.runspace.commands.search(pattern, ("Cmdlet",)))

    @clr_property("PreCommandLookupAction", setter=lambda self, value: self.act("before", value))
    def pre_command_lookup_action(self) -> Value:
        """Return the handler that runs before a command look-up."""
        return self._action("before")

    @clr_property("PostCommandLookupAction", setter=lambda self, value: self.act("after", value))
    def post_command_lookup_action(self) -> Value:
        """Return the handler that runs after a command was found."""
        return self._action("after")

    @clr_property("CommandNotFoundAction", setter=lambda self, value: self.act("missing", value))
    def command_not_found_action(self) -> Value:
        """Return the handler that runs for an unknown command."""
        return self._action("missing")

    def act(self, which: str, handler: Value) -> None:
        """Set one of the actions; null takes it away."""
        commands = self.runspace.commands
        if commands.actions is None:
            commands.actions = lookup_actions.LookupActions(commands)
        if handler is not None:
            handler = convert(handler, named("scriptblock"))
        setattr(commands.actions, which, handler)
        commands.changed()

    def _action(self, which: str) -> Value:
        actions = self.runspace.commands.actions
        return None if actions is None else getattr(actions, which)

    @clr_property("HasErrors", "bool")
    def has_errors(self) -> bool:
        """True after an error."""
        return bool(self.runspace.get_variable("Error"))


def _kinds(types: Value) -> tuple[str, ...]:
    return tuple(ALL_KINDS) if str(types) == "All" else tuple(str(types).replace(" ", "").split(","))


__all__ = ["CommandIntrinsics", "EngineIntrinsics"]
