"""Calling commands: what a compiled command does when it runs.

A call of a plain function with a shape that the binder knows takes a short way, kept at the call site while no
command is defined anew. Everything else becomes a pipeline of one stage.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from shell.runtime.errors import ErrorCategory, NetException, RuntimeException
from shell.runtime.failures import call_depth_overflow, locate
from shell.runtime.flow import RETURN, ControlFlow, Flow
from shell.runtime.frame import Frame
from shell.runtime.invocation import InvocationInfo
from shell.runtime.objects import AUTOMATION_NULL, PRESENT, Out, PSObject, Value
from shell.runtime.parameters import Argument
from shell.runtime.pipeline import run_pipeline
from shell.runtime.scope import DEPTH_LIMIT, GuardedScope, Scope
from shell.runtime.scriptblock import ScriptBlock

if TYPE_CHECKING:
    from shell.runtime.compile.blocks import BlockCode
    from shell.runtime.compile.commands import Command
    from shell.runtime.compile.unit import Expr, Run


def statement(command: Command) -> Run:
    """Return the pushing form of a pipeline that is one command."""
    site = _Site(command)

    def run(scope: Scope, out: Out) -> Flow | None:
        short = site.short(scope)
        if short is None:
            run_single(scope, command, out)
            return None
        short.push(scope, out)
        scope.runspace.succeeded = True
        return None

    return run


def value(command: Command) -> Expr:
    """Return the value form of a pipeline that is one command."""
    site = _Site(command)

    def run(scope: Scope) -> Value:
        short = site.short(scope)
        if short is not None:
            result = short.value(scope)
            scope.runspace.succeeded = True
            return result
        items: list[Value] = []
        run_single(scope, command, items.append)
        count = len(items)
        return items[0] if count == 1 else items if count else AUTOMATION_NULL

    return run


def run_single(scope: Scope, command: Command, out: Out) -> None:
    """Run one command as a pipeline of its own."""
    stage = make_stage(scope, command, command.arguments(scope), out, last=True, piped=False)
    run_pipeline((stage,), None, scope)


class _Site:
    """What a call site remembers: the short way to the function that its name last meant."""

    __slots__ = ("command", "epoch", "found")

    def __init__(self, command: Command) -> None:
        self.command = command
        self.epoch: Any = None
        self.found: ShortCall | None = None

    def short(self, scope: Scope) -> ShortCall | None:
        """Return the short way, if the command is a function that can be called by it."""
        epoch = scope.runspace.commands.epoch
        if epoch != self.epoch:
            self.found = short_call(scope, self.command)
            self.epoch = epoch
        found = self.found
        if found is not None and found.code.advanced and scope.runspace.default_parameter_values:
            return None
        return found


def short_call(scope: Scope, command: Command) -> ShortCall | None:
    """Make the short way to a plain function, or return None."""
    if command.name is None or command.shape is None or command.dot:
        return None
    if command.looks_like_method and scope.runspace.uses_strict:
        return None
    info: Any = scope.runspace.commands.find(command.name)
    while info is not None and info.kind == "Alias":
        info = info.resolved_command
    if info is None or info.kind not in ("Function", "Filter"):
        return None
    block: ScriptBlock = info.script_block
    code = block.code.ready()
    if not code.direct or (code.advanced and code.uses_cmdlet):
        return None
    try:
        plan = info.signature(scope.runspace).plan(command.shape)
    except NetException:
        return None
    if plan is None or any(index in command.spelled and _takes_text(each) for index, each in plan.assign):
        return None
    return ShortCall(scope, command, info, block, code, plan)


class ShortCall:
    """A call of a plain function without binder and pipeline."""

    __slots__ = (
        "assign",
        "block",
        "body",
        "code",
        "command",
        "form",
        "guards",
        "info",
        "module",
        "plan",
        "rest",
        "site",
        "unbound",
    )

    def __init__(
        self, scope: Scope, command: Command, info: Any, block: ScriptBlock, code: BlockCode, plan: Any
    ) -> None:
        from shell.runtime.functions import default_steps, parameter_guards

        signature = info.signature(scope.runspace)
        self.command = command
        self.info = info
        self.block = block
        self.code = code
        self.plan = plan
        self.site = command.site
        self.module = block.module
        self.body = code.body
        self.form = code.value_form()
        self.guards = parameter_guards(code, signature, scope)
        bound = {parameter.key for _, parameter in plan.assign}
        self.assign = tuple(
            (index, parameter.key, parameter.accept, _exact(parameter), parameter) for index, parameter in plan.assign
        )
        self.rest = tuple(plan.rest)
        self.unbound = default_steps(signature, bound)

    def enter(self, scope: Scope) -> Scope:
        """Evaluate the arguments, bind them in a new scope and make it the current one."""
        values = [None if read is None else read(scope) for read in self.command.values]
        runspace = scope.runspace
        new = Scope() if self.guards is None else GuardedScope()
        module = self.module
        new.runspace = runspace
        new.guards = self.guards
        new.functions = new.aliases = new.module = new.strict = None
        if module is scope.script.module:
            new.parent = scope
            new.script = scope.script
        else:
            new.parent = new.script = runspace.module_scope(module)
        depth = new.depth = scope.depth + 1
        if depth > DEPTH_LIMIT:
            raise call_depth_overflow()
        new.frame = Frame(self.block, self.info, self.site, scope, (self.assign, values), ())
        put = dict.__setitem__
        for index, key, accept, exact, _ in self.assign:
            given = values[index] if index >= 0 else PRESENT
            if accept is not None and type(given) is not exact:
                try:
                    given = accept(runspace, given)
                except NetException:
                    return self._bind_again(scope, values)
            put(new, key, None if given is AUTOMATION_NULL else given)
        if self.rest:
            new.frame.rest = [values[index] for index in self.rest]
        runspace.scope = new
        for key, default in self.unbound:
            put(new, key, default(new))
        return new

    def _bind_again(self, scope: Scope, values: list[Value]) -> Scope:
        """Let the full binder raise the error, with its position."""
        from shell.runtime.functions import FunctionStage

        given = [part.argument(value) for part, value in zip(self.command.parts, values, strict=True)]
        stage = FunctionStage(scope, self.block, self.info, given, self.site, _nowhere)
        stage.prepare()
        stage.enter_scope()
        return stage.scope

    def push(self, scope: Scope, out: Out) -> None:
        """Run the function; push what it writes."""
        new = self.enter(scope)
        body = self.body
        if body is not None:
            flow = body(new, out)
            if flow is not None and flow is not RETURN:
                scope.runspace.scope = scope
                raise ControlFlow(flow)
        scope.runspace.scope = scope
        if new.functions is not None or new.aliases is not None:
            scope.runspace.commands.changed()

    def value(self, scope: Scope) -> Value:
        """Run the function; return what it writes as one value."""
        form = self.form
        if form is None:
            items: list[Value] = []
            self.push(scope, items.append)
            count = len(items)
            return items[0] if count == 1 else items if count else AUTOMATION_NULL
        new = self.enter(scope)
        result = form(new)
        scope.runspace.scope = scope
        return result


def _takes_text(parameter: Any) -> bool:
    """True for a parameter that gets a bare number as it was written."""
    target = parameter.type.element_type or parameter.type
    return bool(target.name == "System.String")


def _nowhere(value: Value) -> None:
    return None


def _exact(parameter: Any) -> type | None:
    """Return the Python class whose values need no conversion, for a parameter that checks nothing else."""
    if parameter.validators:
        return None
    kind = parameter.type.python_class
    if parameter.is_mandatory and kind is str:
        return None
    return kind if kind in (int, str, float, bool) else None


# --- stages ----------------------------------------------------------------------------------------------------------


def make_stage(scope: Scope, command: Command, arguments: list[Argument], out: Out, *, last: bool, piped: bool) -> Any:
    """Make the stage of a command. `last` is false where another command of the pipeline follows."""
    target = resolve(scope, command)
    if hasattr(target, "bound_call"):
        target, arguments = target.bound_call(arguments)
    if command.looks_like_method and scope.runspace.uses_strict:
        _refuse_method_call(scope, command)
    return stage_for(scope, target, arguments, command.site, out, last=last, dot=command.dot)


def _refuse_method_call(scope: Scope, command: Command) -> None:
    version = scope.runspace.strict_version(scope)
    if version is not None and version >= (2,):
        raise locate(
            scope,
            RuntimeException(
                "The function or command was called as if it were a method. Parameters should be separated by spaces."
                " For information about parameters, see the about_Parameters Help topic.",
                error_id="StrictModeFunctionCallWithParens",
                category=ErrorCategory.InvalidOperation,
            ),
            command.extent,
        )


def stage_for(
    scope: Scope, target: Any, arguments: list[Argument], site: Any, out: Out, *, last: bool = True, dot: bool = False
) -> Any:
    """Make the stage of something that can be called: a command's info or a script block."""
    from shell.runtime.functions import FunctionStage

    runspace = scope.runspace
    if isinstance(target, ScriptBlock):
        return FunctionStage(scope, target, None, arguments, site, out, dot=dot, last=last)
    for each in arguments:
        if each.name == "?":  # `x -?` is `Get-Help x`
            target, arguments = runspace.commands.cmdlet("Get-Help"), [Argument(None, target.name)]
    kind = target.kind
    if kind == "Cmdlet":
        from shell.runtime.cmdlet_stage import CmdletStage

        call = InvocationInfo(
            target,
            site.name,
            site.extent,
            pipeline_position=site.pipeline_position,
            pipeline_length=site.pipeline_length,
            expecting_input=site.pipeline_position > 1,
        )
        return CmdletStage(runspace, target, arguments, call, out)
    if kind in ("Function", "Filter", "Configuration"):
        return FunctionStage(scope, target.script_block, target, arguments, site, out, dot=dot, last=last)
    if kind == "ExternalScript":
        from shell.runtime.scripts import script_block_of

        block = script_block_of(runspace, target)
        return FunctionStage(scope, block, target, arguments, site, out, dot=dot, last=last, script=True)
    from shell.runtime.native import NativeStage

    return NativeStage(scope, target, arguments, site, out)


def resolve(scope: Scope, command: Command) -> Any:
    """Return what a command's name or expression means."""
    runspace = scope.runspace
    name: Any = command.name
    if name is None:
        assert command.name_of is not None
        name = command.name_of(scope)
        if isinstance(name, PSObject):
            name = name.base
        if isinstance(name, ScriptBlock):
            return name
        if hasattr(name, "bound_call"):  # a module: `& $module { ... }`
            return name
        if hasattr(name, "kind") and hasattr(name, "name"):
            return _resolved(name)
        if name is None or name is AUTOMATION_NULL or isinstance(name, list):
            raise locate(scope, _bad_expression(), command.extent)
        from shell.runtime.text import to_string

        name = to_string(name, runspace)
        if not name:
            raise locate(scope, _bad_expression(), command.extent)
    try:
        found = _resolved(runspace.commands.resolve(name))
        if found.kind == "Function":
            _check_declaration(found, runspace)
        return found
    except NetException as error:
        located = locate(scope, error, command.name_extent)
        record = located.record
        if record is not None and record.invocation is not None:
            record.invocation.invocation_name = name
        raise located from None


def _check_declaration(info: Any, runspace: Any) -> None:
    """Make a function's signature now, so that what is wrong with it is an error of its name."""
    from shell.runtime.validation import MetadataException

    try:
        info.signature(runspace)
    except MetadataException:
        raise
    except NetException:
        return


def _resolved(info: Any) -> Any:
    while info.kind == "Alias":
        info = info.resolve()
    return info


def _bad_expression() -> RuntimeException:
    return RuntimeException(
        "The expression after '&' in a pipeline element produced an object that was not valid. It must result in a "
        "command name, a script block, or a CommandInfo object.",
        error_id="BadExpression",
        category=ErrorCategory.InvalidOperation,
    )


__all__ = [
    "Callable",
    "ShortCall",
    "make_stage",
    "resolve",
    "run_single",
    "stage_for",
    "statement",
    "value",
]
