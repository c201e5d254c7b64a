"""Calling commands: what a compiled command does when it runs.

A call of a plain function or block takes the fast path (`short_call`); others become a pipeline of one stage.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from shell.engine.binding.parameters import Argument
from shell.engine.run.failures import locate
from shell.engine.run.invocation import InvocationInfo
from shell.engine.run.pipeline import run_pipeline
from shell.engine.run.scope import Scope
from shell.engine.run.script_block import ScriptBlock
from shell.engine.run.scripts import script_block_of
from shell.engine.run.short_call import BlockSite, Site
from shell.lazy import lazy
from shell.types.conversion.text import to_string
from shell.values.errors import ErrorCategory, NetException, RuntimeException
from shell.values.flow import Flow
from shell.values.objects import AUTOMATION_NULL, MISSING, Out, PSObject, Value

if TYPE_CHECKING:
    from shell.engine.binding import validation
    from shell.engine.commands import cmdlet_stage
    from shell.engine.compile.commands import Command
    from shell.engine.compile.unit import Expr, Run
    from shell.engine.modules import requirements
    from shell.engine.run import functions, native
else:
    validation = lazy("shell.engine.binding.validation", globals())
    cmdlet_stage = lazy("shell.engine.commands.cmdlet_stage", globals())
    requirements = lazy("shell.engine.modules.requirements", globals())
    functions = lazy("shell.engine.run.functions", globals())
    native = lazy("shell.engine.run.native", globals())


def statement(command: Command) -> Run:
    """Return the pushing form of a pipeline that is one command."""
    if command.name is None:
        return _computed_statement(command)
    site = Site(command)

    def run(scope: Scope, out: Out) -> Flow | None:
        short = site.short(scope)
        if short is None:
            run_single(scope, command, out)
            return None
        short.push(scope, out, short.block)
        scope.runspace.succeeded = True
        return None

    return run


def value(command: Command) -> Expr:
    """Return the value form of a pipeline that is one command."""
    if command.name is None:
        return _computed_value(command)
    site = Site(command)

    def run(scope: Scope) -> Value:
        short = site.short(scope)
        if short is not None:
            result = short.value(scope, short.block)
            scope.runspace.succeeded = True
            return result
        return _collected(scope, command)

    return run


def _collected(scope: Scope, command: Command, target: Value = MISSING) -> Value:
    items: list[Value] = []
    run_single(scope, command, items.append, target)
    count = len(items)
    return items[0] if count == 1 else items if count else AUTOMATION_NULL


def run_single(scope: Scope, command: Command, out: Out, target: Value = MISSING) -> None:
    """Run one command as a pipeline of its own. `target` is what its expression gave, if that was evaluated already."""
    stage = make_stage(scope, command, command.arguments(scope), out, last=True, target=target)
    run_pipeline((stage,), None, scope)


def _computed_statement(command: Command) -> Run:
    """`& $block` and the like: the expression says at each call what runs."""
    assert command.name_of is not None
    name_of = command.name_of
    site = BlockSite(command)

    def run(scope: Scope, out: Out) -> Flow | None:
        target = name_of(scope)
        short = site.short(scope, target) if type(target) is ScriptBlock else None
        if short is None:
            run_single(scope, command, out, target)
            return None
        short.push(scope, out, target)
        scope.runspace.succeeded = True
        return None

    return run


def _computed_value(command: Command) -> Expr:
    assert command.name_of is not None
    name_of = command.name_of
    site = BlockSite(command)

    def run(scope: Scope) -> Value:
        target = name_of(scope)
        short = site.short(scope, target) if type(target) is ScriptBlock else None
        if short is None:
            return _collected(scope, command, target)
        result = short.value(scope, target)
        scope.runspace.succeeded = True
        return result

    return run


# --- stages ----------------------------------------------------------------------------------------------------------


def make_stage(
    scope: Scope, command: Command, arguments: list[Argument], out: Out, *, last: bool, target: Value = MISSING
) -> Any:
    """Make the stage of a command. `last` is false where another command of the pipeline follows.

    `target` is what the command's expression gave, if that was evaluated already.
    """
    target = resolve(scope, command, target)
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
    runspace = scope.runspace
    if isinstance(target, ScriptBlock):
        return functions.FunctionStage(scope, target, None, arguments, site, out, dot=dot, last=last)
    for each in arguments:
        if each.name == "?":  # `x -?` is `Get-Help x`
            name = target.path if target.kind == "ExternalScript" else target.name
            target, arguments = runspace.commands.cmdlet("Get-Help"), [Argument(None, name)]
    kind = target.kind
    if kind == "Cmdlet":
        call = InvocationInfo(
            target,
            site.name,
            site.extent,
            pipeline_position=site.pipeline_position,
            pipeline_length=site.pipeline_length,
            expecting_input=site.pipeline_position > 1,
        )
        return cmdlet_stage.CmdletStage(runspace, target, arguments, call, out)
    if kind in ("Function", "Filter", "Configuration"):
        return functions.FunctionStage(scope, target.script_block, target, arguments, site, out, dot=dot, last=last)
    if kind == "ExternalScript":
        block = script_block_of(runspace, target)
        if block.code.ast.requirements is not None:
            _check_requirements(scope, target, block, site)
        if block.code.ast.using_statements:
            requirements.check_used_modules(runspace, block.code.ast)
        return functions.FunctionStage(scope, block, target, arguments, site, out, dot=dot, last=last, script=True)
    make = getattr(target, "make_stage", None)
    if make is not None:  # what stands in for a command
        return make(scope, arguments, site, out)
    return native.NativeStage(scope, target, arguments, site, out)


def _check_requirements(scope: Scope, target: Any, block: ScriptBlock, site: Any) -> None:
    """Raise where a script's `#requires` lines ask for what is not there, as an error of the script's name."""
    try:
        requirements.enforce(scope.runspace, target.path, block.code.ast.requirements)
    except NetException as error:
        located = locate(scope, error, site.name_extent or site.extent)
        if located.record is not None and located.record.invocation is not None:
            written = site.name_extent.text if site.name in (".", "&") and site.name_extent is not None else site.name
            located.record.invocation.invocation_name = written
        raise located from None


def resolve(scope: Scope, command: Command, target: Value = MISSING) -> Any:
    """Return the command for a name or an expression."""
    runspace = scope.runspace
    name: Any = command.name
    if name is None:
        assert command.name_of is not None
        name = command.name_of(scope) if target is MISSING else target
        if isinstance(name, PSObject):
            name = name.base
        if isinstance(name, ScriptBlock):
            return name
        if hasattr(name, "bound_call"):  # a module: `& $module { ... }`
            return name
        if isinstance(getattr(name, "kind", None), str) and hasattr(name, "name"):
            return _resolved(name)
        if name is None or name is AUTOMATION_NULL or isinstance(name, list):
            raise locate(scope, _bad_expression(command), command.extent)
        name = to_string(name, runspace)
    if not name:
        raise locate(scope, _bad_expression(command), command.extent)
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
    try:
        info.signature(runspace)
    except validation.MetadataException:
        raise
    except NetException:
        return


def _resolved(info: Any) -> Any:
    while info.kind == "Alias":
        info = info.resolve()
    return info


def _bad_expression(command: Command) -> RuntimeException:
    operator = "." if command.dot else "&"
    return RuntimeException(
        f"The expression after '{operator}' in a pipeline element produced an object that was not valid. It must result"
        " in a command name, a script block, or a CommandInfo object.",
        error_id="BadExpression",
        category=ErrorCategory.InvalidOperation,
    )


__all__ = [
    "make_stage",
    "resolve",
    "run_single",
    "stage_for",
    "statement",
    "value",
]
