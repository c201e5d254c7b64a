"""Script blocks as values, and running one for each object in the caller's scope."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from shell.engine.commands.command_info import FunctionInfo
from shell.engine.run.frame import NO_SITE, CallSite
from shell.engine.run.scope import new_scope, variable_key
from shell.engine.session.crossing import UNBOUND, Hosted, Within, returning
from shell.lazy import lazy
from shell.types.registry.declarations import clr_class, clr_method, clr_property
from shell.values.errors import (
    ErrorCategory,
    MethodInvocationException,
    PSInvalidOperationException,
    RuntimeException,
)
from shell.values.flow import RETURN, ControlFlow
from shell.values.objects import AUTOMATION_NULL, MISSING, Out, Value
from shell.values.registries import CURRENT

if TYPE_CHECKING:
    from shell.dotnet.collections import object_model
    from shell.dotnet.system import identifiers
    from shell.engine.automation import language, psparser
    from shell.engine.compile.blocks import BlockCode
    from shell.engine.run import block_pipeline, restricted, steppable
    from shell.engine.run import functions as run_functions
    from shell.engine.run.scope import Scope
    from shell.engine.session.runspace import ModuleState, Runspace
    from shell.language.source import Extent
else:
    object_model = lazy("shell.dotnet.collections.object_model", globals())
    identifiers = lazy("shell.dotnet.system.identifiers", globals())
    language = lazy("shell.engine.automation.language", globals())
    psparser = lazy("shell.engine.automation.psparser", globals())
    block_pipeline = lazy("shell.engine.run.block_pipeline", globals())
    run_functions = lazy("shell.engine.run.functions", globals(), "run_functions")
    restricted = lazy("shell.engine.run.restricted", globals())
    steppable = lazy("shell.engine.run.steppable", globals())

_get = dict.get


@clr_class("System.Management.Automation.ScriptBlock", properties="IsFilter:bool File:string Ast:object")
class ScriptBlock:
    """System.Management.Automation.ScriptBlock: code, and the session state that it is bound to.

    `module` is that state: None for the session's own, UNBOUND for a block that runs in the state of whoever calls it.
    `home` is the scope where the block was made.
    """

    __slots__ = ("code", "home", "is_filter", "module")

    def __init__(self, code: BlockCode, module: ModuleState | None = None, home: Scope | None = None) -> None:
        self.code = code
        self.module = module
        self.home = home
        self.is_filter = code.is_filter

    def __str__(self) -> str:
        return self.code.text

    @clr_property("Module", "System.Management.Automation.PSModuleInfo")
    def module_info(self) -> Value:
        """The module whose names the block sees."""
        return None if self.module is None else self.module.info

    @property
    def text(self) -> str:
        """The source between the braces."""
        return self.code.text

    @property
    def file(self) -> str | None:
        """The script file that holds the block."""
        return self.code.ast.extent.file

    @property
    def ast(self) -> Any:
        """The block's tree."""
        language.note_parents(self.code.ast)
        return self.code.definition if self.code.definition is not None else self.code.ast

    @clr_method("Invoke", "params object[] args -> System.Collections.ObjectModel.Collection[psobject]", session=True)
    def invoke(self, session: Runspace, args: list[Value]) -> Value:
        """Run the block; return all that it wrote."""
        try:
            require_one_clause(self)
            return _collection(session.collect(self, args))
        except RuntimeException as error:
            raise failed_inside("Invoke", len(args), error) from error

    @clr_method("InvokeReturnAsIs", "params object[] args -> object", session=True)
    def invoke_return_as_is(self, session: Runspace, args: list[Value]) -> Value:
        """Run the block; return what it wrote as one value."""
        try:
            require_one_clause(self)
            return session.collect_value(self, args)
        except RuntimeException as error:
            raise failed_inside("InvokeReturnAsIs", len(args), error) from error

    @clr_method(
        "InvokeWithContext",
        "System.Collections.IDictionary functionsToDefine,"
        " System.Collections.Generic.List[psvariable] variablesToDefine, params object[] args"
        " -> System.Collections.ObjectModel.Collection[psobject]",
        session=True,
    )
    def invoke_with_context(self, session: Runspace, functions: Value, variables: Value, args: list[Value]) -> Value:
        """Run the block in a scope that has some functions and variables of its own; return all that it wrote."""
        items: list[Value] = []
        session.commands.changed()
        try:
            require_one_clause(self)
            scope = _context(session.scope_for(self), functions, variables)
            with Within(scope):
                session.invoke(self, args, out=items.append, scope=scope)
        except RuntimeException as error:
            raise failed_inside("InvokeWithContext", len(args) + 2, error) from error
        finally:
            session.commands.changed()
        return _collection(items)

    @clr_property("Id", "guid")
    def id(self) -> Value:
        """A number of the block's own: the same for all values made of one piece of source."""
        import uuid

        extent = self.code.ast.extent
        return identifiers.Guid(uuid.UUID(int=(id(extent.source) << 48 | extent.start_offset) & (1 << 128) - 1))

    @clr_property("StartPosition", "System.Management.Automation.PSToken")
    def start_position(self) -> Value:
        """Where the block begins."""
        extent = self.code.ast.extent
        return psparser.PSToken(extent.text, "Position", extent)

    @clr_property("IsConfiguration", "bool")
    def is_configuration(self) -> bool:
        """False: there are no configurations."""
        return False

    @clr_property("DebuggerHidden", "bool", setter=lambda block, value: None)
    def debugger_hidden(self) -> bool:
        """False: there is no debugger."""
        return False

    @clr_property("Attributes", "object")
    def attributes(self) -> Value:
        """The attributes in front of the block's `param`."""
        runspace = CURRENT.get().runspace if self.home is None else self.home.runspace
        return [] if runspace is None else list(run_functions.block_signature(self, runspace).attributes)

    @clr_method(
        "CheckRestrictedLanguage",
        "System.Collections.IEnumerable allowedCommands, System.Collections.IEnumerable allowedVariables,"
        " bool allowEnvironmentVariables -> void",
    )
    def check_restricted_language(self, commands: Value, variables: Value, environment: bool) -> None:
        """Raise what is wrong with the block as data: commands, variables and code that are not allowed."""
        restricted.check_block(self.code, commands, variables, environment)

    @clr_method("GetNewClosure", "-> scriptblock", session=True)
    def get_new_closure(self, session: Runspace) -> ScriptBlock:
        """Return a block that keeps the variables of the current scope."""
        return session.closure_of(self)

    @clr_method("GetSteppablePipeline", "object commandOrigin = null, object[] args = null -> object", session=True)
    def get_steppable_pipeline(self, session: Runspace, origin: Value = None, args: Value = None) -> Value:
        """Return the block's pipeline, to be driven by hand."""
        try:
            return steppable.SteppablePipeline(session, self, args or [])
        except RuntimeException as error:
            raise failed_inside(
                "GetSteppablePipeline", sum(each is not None for each in (origin, args)), error
            ) from error

    @clr_method("GetPowerShell", "params object[] args -> object", session=True)
    def get_powershell(self, session: Runspace, args: list[Value]) -> Value:
        """Return the block's pipeline as a PowerShell object, with its arguments as values."""
        return self._convert(session, args, {}, trusted=False)

    @clr_method("GetPowerShell", "bool isTrustedInput, params object[] args -> object", session=True)
    def get_trusted_powershell(self, session: Runspace, trusted: bool, args: list[Value]) -> Value:
        """The same of a block whose expressions may be evaluated."""
        return self._convert(session, args, {}, trusted=trusted)

    @clr_method(
        "GetPowerShell",
        "System.Collections.Generic.Dictionary[string,object] variables, params object[] args -> object",
        session=True,
    )
    def get_powershell_with(self, session: Runspace, variables: Value, args: list[Value]) -> Value:
        """The same of a block that reads some variables besides its parameters."""
        known = {str(name): value for name, value in variables.items()} if variables is not None else {}
        return self._convert(session, args, known, trusted=False)

    def _convert(self, session: Runspace, args: list[Value], known: dict[str, Value], *, trusted: bool) -> Value:
        try:
            return block_pipeline.to_powershell(session, self, args, known, trusted=trusted)
        except RuntimeException as error:
            raise failed_inside("GetPowerShell", len(args), error) from error

    @clr_method("Create", "string script -> scriptblock", static=True, session=True)
    @staticmethod
    def create(session: Runspace, script: str) -> ScriptBlock:
        """Make a block of a text. It is bound to no session state: it runs in that of whoever calls it."""
        try:
            made = session.parse_block(script)
            return ScriptBlock(made.code, UNBOUND, made.home)
        except RuntimeException as error:
            raise failed_inside("Create", 1, error) from error


def _collection(items: list[Value]) -> Value:
    """Return what a block wrote as the collection that .NET callers get."""
    return object_model.collection(items)


def _context(parent: Scope, functions: Value, variables: Value) -> Scope:
    """Return a scope under the block's current one with the functions and variables of `InvokeWithContext`."""
    session = parent.runspace
    scope = new_scope(parent)
    if functions is not None:
        made = {str(name): FunctionInfo(str(name), block) for name, block in functions.items()}
        for name, block in functions.items():
            if not str(name or ""):
                raise _bad_definition("EmptyFunctionNameInFunctionDefinitionDictionary", "has an empty name")
            if not isinstance(block, ScriptBlock):
                raise _bad_definition(
                    "NullFunctionBodyInFunctionDefinitionDictionary", f"'{name}' has no script block for a body"
                )
        for each in made.values():
            each.session = session
        scope.functions = {name.lower(): each for name, each in made.items()}
    for each in variables or ():
        if each is None:
            raise PSInvalidOperationException(
                "The variable definition list has an entry that is null.",
                error_id="NullEntryInVariablesDefinitionList",
            )
        scope.put(variable_key(each.name), each.value)
    return scope


def _bad_definition(error_id: str, what: str) -> PSInvalidOperationException:
    return PSInvalidOperationException(f"A function in the function definition dictionary {what}.", error_id=error_id)


def failed_inside(name: str, count: int, error: RuntimeException) -> MethodInvocationException:
    """Wrap an error as whatever a .NET method throws comes out."""
    return MethodInvocationException(
        f'Exception calling "{name}" with "{count}" argument(s): "{error.message}"',
        inner=error,
        error_id=type(error).__name__,
        category=ErrorCategory.NotSpecified,
    )


class LocalBlock:
    """A block that a command runs for each object, in the scope of whoever called the command.

    `run(value, out)` pushes what the block writes; `value(value)` returns it as one value. Both set `$_` and put the
    old one back. `local_block` makes one for any block.
    """

    __slots__ = ("_body", "_single", "_value", "runspace", "scope")

    def __init__(self, runspace: Runspace, block: ScriptBlock, scope: Scope) -> None:
        self.runspace = runspace
        self.scope = scope
        code = block.code.ready()
        self._single = code.simple and not code.parameters
        self._body = code.end
        self._value: Callable[[Scope], Value] | None = code.value_form() if self._single else None
        if not self._single:
            self._body = _whole(block)

    def run(self, value: Value, out: Out) -> None:
        """Run the block with `$_` set; push what it writes."""
        body = self._body
        if body is None:
            return
        scope = self.scope
        before = _get(scope, "_", MISSING)
        dict.__setitem__(scope, "_", value)
        try:
            flow = body(scope, out)
        finally:
            if before is MISSING:
                scope.pop("_", None)
            else:
                dict.__setitem__(scope, "_", before)
        if flow is not None and flow is not RETURN:
            raise ControlFlow(flow)

    def value(self, value: Value) -> Value:
        """Run the block with `$_` set; return what it writes as one value."""
        form = self._value
        if form is None:
            items: list[Value] = []
            self.run(value, items.append)
            count = len(items)
            return items[0] if count == 1 else items if count else AUTOMATION_NULL
        scope = self.scope
        before = _get(scope, "_", MISSING)
        dict.__setitem__(scope, "_", value)
        try:
            return form(scope)
        finally:
            if before is MISSING:
                scope.pop("_", None)
            else:
                dict.__setitem__(scope, "_", before)


class _BlockAcross(LocalBlock):
    """A block of another session state than that of the command which runs it."""

    __slots__ = ("_block", "_caller", "_out", "_returning", "_site")

    def __init__(self, runspace: Runspace, block: ScriptBlock, extent: Extent | None) -> None:
        super().__init__(runspace, block, runspace.scope_for(block))
        self._block = block
        self._site = NO_SITE if extent is None else CallSite(extent, "")
        self._caller = runspace.scope
        self._out: Out | None = None
        self._returning: Out | None = None

    def run(self, value: Value, out: Out) -> None:
        """Run the block in its own state; what it writes is taken in the command's."""
        if out is not self._out or self._returning is None:
            self._out, self._returning = out, returning(self._caller, out)
        with self._hosted():
            super().run(value, self._returning)

    def _hosted(self) -> Hosted:
        return Hosted(self._block, self.scope, self._caller, self._site)

    def value(self, value: Value) -> Value:
        """Run the block in its own state."""
        if self._value is None:
            return super().value(value)
        with self._hosted():
            return super().value(value)


def require_one_clause(block: ScriptBlock) -> None:
    """Raise for a block that has more than one clause: only a pipeline's command runs begin, process and end."""
    ast = block.code.ast
    if ast.begin_block is not None or (ast.process_block is not None and ast.end_block is not None):
        raise PSInvalidOperationException(
            "The script block cannot be invoked because it contains more than one clause. The Invoke() method can only"
            " be used on script blocks containing a single clause.",
            error_id="InvalidOperation",
            category=ErrorCategory.InvalidOperation,
        )


def local_block(runspace: Runspace, block: ScriptBlock, extent: Extent | None = None) -> LocalBlock:
    """Prepare a block that is run for each object in the current scope of its session state."""
    require_one_clause(block)
    scope = runspace.scope
    if block.module is scope.script.module or block.module is UNBOUND:
        return LocalBlock(runspace, block, scope)
    return _BlockAcross(runspace, block, extent)


def _whole(block: ScriptBlock) -> Callable[[Scope, Out], None]:
    """Return a body that goes through begin, process and end, with parameters bound to nothing."""

    def body(scope: Scope, out: Out) -> None:
        scope.runspace.invoke(block, (), out=out, local=True, scope=scope)

    return body


__all__ = ["LocalBlock", "ScriptBlock", "local_block"]
