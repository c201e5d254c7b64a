"""Functions, filters, script blocks and scripts as stages of a pipeline."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from shell.engine.binding import failures
from shell.engine.commands.commands import AliasInfo, FunctionInfo
from shell.engine.compile.variables import SCOPE_WORDS, scope_of
from shell.engine.run.frame import Frame
from shell.engine.run.scope import PRIVATE, Scope, VariableGuard, new_scope, root_scope
from shell.engine.run.script_block import ScriptBlock
from shell.engine.session.crossing import UNBOUND, Dotted, Within, current_scope, returning
from shell.lazy import lazy
from shell.values.call_depth import DEPTH_LIMIT, call_depth_overflow
from shell.values.errors import NetException, ParameterBindingException, record_of
from shell.values.flow import RETURN, ControlFlow, DownstreamFailure, ExitRequest, Flow
from shell.values.objects import AUTOMATION_NULL, MISSING, Out, Value

if TYPE_CHECKING:
    from shell.engine.binding import binder, common
    from shell.engine.binding import signature as binding_signature
    from shell.engine.binding.parameters import Argument, CommandSignature, ParameterInfo
    from shell.engine.commands import cmdlet_stage, command_runtime, script_cmdlet
    from shell.engine.compile import guards as compile_guards
    from shell.engine.compile import signatures
    from shell.engine.compile.blocks import BlockCode
    from shell.engine.compile.unit import Run
    from shell.engine.run.invocation import InvocationInfo
else:
    binder = lazy("shell.engine.binding.binder", globals())
    common = lazy("shell.engine.binding.common", globals())
    binding_signature = lazy("shell.engine.binding.signature", globals(), "binding_signature")
    cmdlet_stage = lazy("shell.engine.commands.cmdlet_stage", globals())
    command_runtime = lazy("shell.engine.commands.command_runtime", globals())
    script_cmdlet = lazy("shell.engine.commands.script_cmdlet", globals())
    compile_guards = lazy("shell.engine.compile.guards", globals(), "compile_guards")
    signatures = lazy("shell.engine.compile.signatures", globals())

_get = dict.get


class FunctionStage:
    """A function, filter, script or script block in a pipeline.

    `dot` runs it in the caller's scope; `script` makes a scope that `$script:` names and lets `exit` end it.
    `last` is false where another command of the pipeline follows.
    """

    def __init__(
        self,
        caller: Scope,
        block: ScriptBlock,
        command: Any,
        arguments: list[Argument],
        site: Any,
        out: Out,
        *,
        dot: bool = False,
        last: bool = True,
        script: bool = False,
    ) -> None:
        self.caller = caller
        self.runspace = caller.runspace
        self.block = block
        self.code = block.code.ready()
        self.command = command
        self.site = site
        self.arguments = arguments
        self.dot = dot
        self.script = script
        self.failed = False
        self.out: Out = out if last else self._through(out)
        self.items: list[Value] = []
        self.runtime: Any = None
        self.streams: Any = None
        self.binding: Any = None
        self._ended = False
        self._entered = False
        self._outer_frame: Frame | None = None
        self.frame = Frame(block, command, site, caller)
        self.frame.expecting_input = site.pipeline_position > 1
        self.frame.owns_scope = not dot
        self.scope = self._make_scope()
        if self.scope.script.module is not caller.script.module:
            self.out = returning(caller, self.out)

    def _make_scope(self) -> Scope:
        """Return the scope to run in: the current one of the block's session state, or a new one below it."""
        caller = self.caller
        home = caller
        module = self.block.module
        if module is not caller.script.module and module is not UNBOUND:
            home = current_scope(self.runspace, module)
        depth = caller.depth + 1
        if depth > DEPTH_LIMIT:
            raise call_depth_overflow()
        if self.dot:
            return home
        made = root_scope(self.runspace, home, caller.script.module) if self.script else new_scope(home)
        made.depth = depth
        made.frame = self.frame
        return made

    def _through(self, out: Out) -> Out:
        """Give objects to the next command in the scope of the pipeline; let its errors pass this command by."""
        runspace = self.runspace
        caller = self.caller

        def push(value: Value) -> None:
            before = runspace.scope
            runspace.scope = caller
            try:
                out(value)
            except NetException as error:
                raise DownstreamFailure(error) from error
            runspace.scope = before

        return push

    # --- binding ---

    def signature(self) -> CommandSignature:
        """Return the parameters of what is called."""
        if self.command is not None and self.command.kind != "ExternalScript":
            found: CommandSignature = self.command.signature(self.runspace)
            return found
        return block_signature(self.block, self.runspace, self.command.name if self.command is not None else "")

    def prepare(self) -> None:
        """Bind the arguments."""
        runspace = self.runspace
        call = self.frame.invocation()
        try:
            signature = self.signature()
        except NetException as error:
            raise self._placed(error, call) from None
        runtime = command_runtime.CommandRuntime(runspace, call, self.out)
        runtime.function = True
        runtime.error_name = signature.error_name
        runtime.supports_should_process = signature.should_process
        runtime.impact = signature.impact
        binding = self.binding = binder.Binding(signature, runspace, call)
        self.runtime = runtime
        if self.code.dynamic is not None:
            binding.dynamic_source = self.dynamic_parameters
        try:
            binding.bind_arguments(self.arguments)
        except NetException as error:
            raise runtime.wrap(error) from None
        self.frame.given = binding.bound
        self.frame.rest = binding.rest
        if self.code.advanced:
            self._apply_common(binding, runtime)

    def _placed(self, error: NetException, call: InvocationInfo) -> NetException:
        """Let an error in the parameters' declarations underline the name that was called."""
        record = record_of(error)
        if record.invocation is None:
            record.invocation = placed = copy.copy(call)
            placed.display_extent = self.site.name_extent
        return error

    def dynamic_parameters(self) -> list[Value]:
        """Run the dynamicparam block with what is bound so far; return what it wrote."""
        items: list[Value] = []
        self._store_bound()
        if self.code.dynamic is not None:
            frame = self.frame
            frame.given = self.binding.bound
            if self.code.advanced:
                frame.cmdlet = script_cmdlet.PSScriptCmdlet(self.runtime, self.binding)
            self._run(self.code.dynamic, items.append)
            frame.bound_table = frame.call = None
            for key in ("psboundparameters", "myinvocation"):  # more is bound to come
                dict.pop(self.scope, key, None)
        return items

    def _apply_common(self, binding: Any, runtime: Any) -> None:
        """Open the variables of common parameters; set the preference variables in the function's scope."""
        runspace = self.runspace
        before = runspace.streams
        runtime.common = binding.common
        runspace.streams = before
        self.out = runtime.out
        if runtime.streams is not before:
            self.streams = runtime.streams
        self.frame.cmdlet = script_cmdlet.PSScriptCmdlet(runtime, binding)
        for name, value in common.preference_variables(binding.common):
            dict.__setitem__(self.scope, name, value)

    def _store_bound(self) -> None:
        values = self.binding.values
        put = dict.__setitem__
        scope = self.scope
        for key, value in values.items():
            put(scope, key, None if value is AUTOMATION_NULL else value)

    def _store_changes(self) -> None:
        """Put what a pipeline object bound into the scope; what is unbound again goes back to its default."""
        scope = self.scope
        put = dict.__setitem__
        for parameter, value in self.binding.changes:
            put(scope, parameter.key, _default(parameter)(scope) if value is MISSING else value)
        table = self.frame.bound_table
        if table is not None:  # a script has read $PSBoundParameters: it follows the objects
            table.follow((parameter.name, value) for parameter, value in self.binding.changes)

    def enter_scope(self) -> None:
        """Put the bound values and the defaults of the others into the scope."""
        if self._entered:
            return
        self._entered = True
        scope = self.scope
        binding = self.binding
        guards = parameter_guards(self.code, binding.signature, self.caller)
        if guards:
            for name, guard in guards.items():
                scope.guard(name, guard)
        self._store_bound()
        with Within(scope):
            for key, default in default_steps(binding.signature, binding.values):
                dict.__setitem__(scope, key, default(scope))

    # --- running ---

    def _run(self, body: Run, out: Out) -> None:
        runspace, scope = self.runspace, self.scope
        before = runspace.scope
        if self.dot:
            with Dotted(scope, self.frame, self.caller.depth + 1):
                flow = self._flow(body, out)
        elif before.script.module is not scope.script.module:
            with Within(scope):
                flow = self._flow(body, out)
        else:
            runspace.scope = scope
            flow = self._flow(body, out)
            runspace.scope = before
        if flow is not None and flow is not RETURN:
            raise ControlFlow(flow)

    def _flow(self, body: Run, out: Out) -> Flow | None:
        """Run a block in the stage's scope, which is the current one; say how it was left."""
        runspace = self.runspace
        streams = runspace.streams
        if self.streams is not None:
            runspace.streams = self.streams
        try:
            return body(self.scope, out)
        except ExitRequest as request:
            if not self.script or self._is_main_script():
                raise
            self._exit(request.code)
            return None
        except NetException as error:
            if getattr(error, "ends_command", None) is self.runtime:
                error.stops = False  # type: ignore[attr-defined]
            raise
        finally:
            runspace.streams = streams

    def _all_input(self) -> Iterable[Value]:
        """What `$input` goes through at the end: the objects that came, or the session's own input."""
        main = self.runspace.main_script
        if main is not None and main.input is not None and self._is_main_script():
            return main.input
        return self.items

    def _is_main_script(self) -> bool:
        """Whether this is the script that the session was started with: its `exit` ends the session."""
        main = self.runspace.main_script
        return main is not None and main.path == getattr(self.frame.command, "path", None)

    def _exit(self, code: int) -> None:
        self._ended = True
        self.failed = code != 0
        self.runspace.set_exit_code(code)

    def begin(self) -> None:
        """Run the begin block."""
        self.enter_scope()
        if self.code.begin is not None:
            self._run(self.code.begin, self.out)

    def process(self, value: Value) -> None:
        """Take an object: bind parameters from it, run the process block or keep it for `$input`."""
        if self._ended:
            return
        binding = self.binding
        if binding.signature.advanced and not self._bind_object(value):
            return
        if self.code.process is None:
            self.items.append(value)
            return
        self.frame.input, self.frame.enumerator = (value,), None
        dict.__setitem__(self.scope, "_", value)
        dict.pop(self.scope, "input", None)
        self._run(self.code.process, self.out)

    def _bind_object(self, value: Value) -> bool:
        """Bind parameters from an object; false where it fits none, which is reported."""
        binding = self.binding
        same = None if binding.input is None else binding.input.bind_settled(value)
        if same is not None:
            binding.changes = [(same, binding.values[same.key])]
            self._store_changes()
            return True
        error: ParameterBindingException | None = None
        try:
            if not binding.bind_object(value):
                error = failures.input_not_bound()
        except ParameterBindingException as failure:
            error = failure
        if error is None and not binding.is_simple_input:
            missing = binding.missing_for_object()
            if missing:
                error = failures.input_missing_mandatory(missing)
            elif binding.input is not None:
                binding.input.settle(value)
        if error is not None:
            self.failed = True
            with Within(self.scope):  # its -ErrorAction stands there
                cmdlet_stage.refuse_input(self.runtime, error, value)
            return False
        self._store_changes()
        return True

    def process_once(self) -> None:
        """Run the process block of a first command."""
        if self.code.process is not None and not self._ended:
            self._run(self.code.process, self.out)

    def end(self) -> None:
        """Run the end block."""
        if self.code.end is not None and not self._ended:
            self.frame.input, self.frame.enumerator = self._all_input(), None
            dict.pop(self.scope, "input", None)
            self._run(self.code.end, self.out)
        if self.runtime is not None and self.runtime.failed:
            self.failed = True

    def stop(self) -> None:
        """Run the clean block; forget local functions."""
        if self.code.clean is not None and self._entered:
            self._clean(self.code.clean)
        if self.runtime is not None:
            self.runtime.finish()
        scope = self.scope
        if not self.dot and (scope.functions is not None or scope.aliases is not None):
            self.runspace.commands.changed()

    def _clean(self, body: Callable[..., Any]) -> None:
        runspace = self.runspace
        propagates, runspace.propagates = runspace.propagates, False
        try:
            with Within(self.scope):
                body(self.scope, _nowhere)
        except NetException as error:
            runspace.streams.write_error(record_of(error))
        finally:
            runspace.propagates = propagates


def _nowhere(value: Value) -> None:
    return None


# --- signatures ------------------------------------------------------------------------------------------------------


def block_signature(block: ScriptBlock, runspace: Any, name: str = "") -> CommandSignature:
    """Return the parameters of a script block, made once for its code."""
    code = block.code
    if code._signature is None:
        code._signature = make_signature(name, block, runspace)
    signature: CommandSignature = code._signature
    return signature


def make_signature(name: str, block: ScriptBlock, runspace: Any) -> CommandSignature:
    """Make the signature of a function's or block's parameters. What its attributes hold belongs to its own state."""
    code = block.code
    context = signatures.SignatureContext(runspace, code)
    with Within(current_scope(runspace, block.module)):
        return binding_signature.function_signature(name, code.param_block, code.parameters, context)


def default_steps(signature: CommandSignature, bound: Any) -> tuple[tuple[str, Callable[[Scope], Value]], ...]:
    """Return (key, closure) for each parameter that was not bound: its default, converted, or its initial value."""
    return tuple((parameter.key, _default(parameter)) for parameter in signature.own if parameter.key not in bound)


def _default(parameter: ParameterInfo) -> Callable[[Scope], Value]:
    made = parameter.default
    if made is MISSING or made is None:
        initial = parameter.initial
        return lambda scope: initial
    default: Callable[[Scope], Value] = made
    constraints = [each for each in parameter.transforms if type(each).__name__ == "TypeConstraint"]
    if not constraints:

        def plain(scope: Scope) -> Value:
            value = default(scope)
            return None if value is AUTOMATION_NULL else value

        return plain

    def converted(scope: Scope) -> Value:
        value = default(scope)
        if value is AUTOMATION_NULL:
            value = None
        for constraint in constraints:
            value = constraint.apply(value, False)
        return value

    return converted


def parameter_guards(code: BlockCode, signature: CommandSignature, scope: Scope) -> dict[str, VariableGuard] | None:
    """Return the guards of typed and validated parameters: they hold for the variable as long as it lives."""
    if code.guards is not None:
        return code.guards or None
    made: dict[str, VariableGuard] = {}
    for parameter in signature.own:
        constraints = [each.type for each in parameter.transforms if type(each).__name__ == "TypeConstraint"]
        if constraints or parameter.validators:
            made[parameter.key] = compile_guards.guard_for(constraints, parameter.validators, scope, parameter.name)
    code.guards = made
    return made or None


# --- definitions -----------------------------------------------------------------------------------------------------


def define_function(scope: Scope, written: str, code: BlockCode) -> Any:
    """Define a function in the scope that its name asks for, else in the current one."""
    qualifier, colon, rest = written.partition(":")
    target, name = scope, written
    if colon and qualifier.lower() in SCOPE_WORDS:
        target, name = scope_of(scope, qualifier.lower()), rest
    block = ScriptBlock(code, scope.script.module, None)
    info = FunctionInfo(name, block, PRIVATE if qualifier.lower() == "private" and name != written else 0)
    commands = scope.runspace.commands
    commands.define_function(info, target)
    for alias in code.alias_names():
        commands.define_alias(AliasInfo(alias, name, scope.runspace), target)
    return info


__all__ = [
    "FunctionStage",
    "block_signature",
    "default_steps",
    "define_function",
    "make_signature",
    "parameter_guards",
]
