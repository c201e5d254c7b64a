"""The fast path for calls of a plain function or script block: no binder, no pipeline.

It is kept at the call site: for a name while no command is defined anew, for `& $block` while the code is the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from shell.engine.run import scope as scopes
from shell.engine.run.frame import Frame
from shell.engine.run.scope import GuardedScope, Scope
from shell.engine.run.script_block import ScriptBlock
from shell.engine.session.crossing import UNBOUND, Across, current_scope, returning
from shell.lazy import lazy
from shell.values.call_depth import DEPTH_LIMIT, call_depth_overflow
from shell.values.errors import NetException
from shell.values.flow import RETURN, ControlFlow
from shell.values.objects import AUTOMATION_NULL, PRESENT, Out, Value

if TYPE_CHECKING:
    from shell.engine.binding.parameters import CommandSignature
    from shell.engine.compile.blocks import BlockCode
    from shell.engine.compile.commands import Command
    from shell.engine.run import functions
else:
    functions = lazy("shell.engine.run.functions", globals())


class Site:
    """The cache of a call site: the fast path to the function that its name last resolved to."""

    __slots__ = ("command", "epoch", "found", "script")

    def __init__(self, command: Command) -> None:
        self.command = command
        self.epoch: Any = None
        self.script: Scope | None = None
        """The script scope in which the name was looked up: code of one literal may be bound to several modules."""
        self.found: ShortCall | None = None

    def short(self, scope: Scope) -> ShortCall | None:
        """Return the short way, if the command is a function that can be called by it."""
        epoch = scope.runspace.commands.epoch
        if epoch != self.epoch or scope.script is not self.script:
            self.found = short_call(scope, self.command)
            self.epoch = epoch
            self.script = scope.script
        found = self.found
        if found is not None and found.code.advanced and scope.runspace.default_parameter_values:
            return None
        return found


class BlockSite:
    """The cache of a call site for the code of the script block that it last called."""

    __slots__ = ("code", "command", "found")

    def __init__(self, command: Command) -> None:
        self.command = command
        self.code: Any = None
        self.found: ShortCall | None = None

    def short(self, scope: Scope, block: ScriptBlock) -> ShortCall | None:
        """Return the short way to the block, if its code can be called by it."""
        if block.code is not self.code:
            self.found = _short_block(scope, self.command, block)
            self.code = block.code
        return self.found


def _short_block(scope: Scope, command: Command, block: ScriptBlock) -> ShortCall | None:
    if command.shape is None or command.dot:
        return None
    code = block.code.ready()
    if not code.direct or code.advanced:
        return None
    try:
        signature = functions.block_signature(block, scope.runspace)
    except NetException:
        return None
    return _planned(scope, command, None, block, code, signature)


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
        signature = info.signature(scope.runspace)
    except NetException:
        return None
    return _planned(scope, command, info, block, code, signature)


def _planned(
    scope: Scope, command: Command, info: Any, block: ScriptBlock, code: BlockCode, signature: CommandSignature
) -> ShortCall | None:
    try:
        plan = signature.plan(command.shape)
    except NetException:
        return None
    if plan is None or any(index in command.spelled and _takes_text(each) for index, each in plan.assign):
        return None
    return ShortCall(scope, command, info, block, code, signature, plan)


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
        "plan",
        "rest",
        "site",
        "unbound",
    )

    def __init__(
        self,
        scope: Scope,
        command: Command,
        info: Any,
        block: ScriptBlock,
        code: BlockCode,
        signature: CommandSignature,
        plan: Any,
    ) -> None:
        self.command = command
        self.info = info
        self.block = block
        self.code = code
        self.plan = plan
        self.site = command.site
        self.body = code.body
        self.form = code.value_form()
        self.guards = functions.parameter_guards(code, signature, scope)
        bound = {parameter.key for _, parameter in plan.assign}
        self.assign = tuple(
            (index, parameter.key, parameter.accept, _exact(parameter), parameter) for index, parameter in plan.assign
        )
        self.rest = tuple(plan.rest)
        self.unbound = functions.default_steps(signature, bound)

    def enter(self, scope: Scope, block: ScriptBlock, home: Scope) -> Scope:
        """Evaluate the arguments, bind them in a new scope below `home` and make it the current one."""
        values = [None if read is None else read(scope) for read in self.command.values]
        runspace = scope.runspace
        new = Scope() if self.guards is None else GuardedScope()
        new.runspace = runspace
        new.guards = self.guards
        new.functions = new.aliases = new.module = new.strict = None
        new.parent = home
        new.script = home.script
        depth = new.depth = scope.depth + 1
        if depth > DEPTH_LIMIT:
            raise call_depth_overflow()
        if scopes.sharing:
            scopes.inherit(home, new)
        new.frame = Frame(block, self.info, self.site, scope, (self.assign, values), ())
        put = dict.__setitem__
        for index, key, accept, exact, _ in self.assign:
            given = values[index] if index >= 0 else PRESENT
            if accept is not None and type(given) is not exact:
                try:
                    given = accept(runspace, given)
                except NetException:
                    return self._bind_again(scope, block, values)
            put(new, key, None if given is AUTOMATION_NULL else given)
        if self.rest:
            new.frame.rest = [values[index] for index in self.rest]
        runspace.scope = new
        for key, default in self.unbound:
            put(new, key, default(new))
        return new

    def _bind_again(self, scope: Scope, block: ScriptBlock, values: list[Value]) -> Scope:
        """Let the full binder raise the error, with its position."""
        given = [part.argument(value) for part, value in zip(self.command.parts, values, strict=True)]
        stage = functions.FunctionStage(scope, block, self.info, given, self.site, _nowhere)
        stage.prepare()
        stage.enter_scope()
        return stage.scope

    def push(self, scope: Scope, out: Out, block: ScriptBlock) -> None:
        """Run the function; push what it writes."""
        if block.module is not scope.script.module and block.module is not UNBOUND:
            self._push_across(scope, out, block)
            return
        new = self.enter(scope, block, scope)
        body = self.body
        if body is not None:
            flow = body(new, out)
            if flow is not None and flow is not RETURN:
                scope.runspace.scope = scope
                raise ControlFlow(flow)
        scope.runspace.scope = scope
        if new.functions is not None or new.aliases is not None:
            scope.runspace.commands.changed()

    def _push_across(self, scope: Scope, out: Out, block: ScriptBlock) -> None:
        """Run a function of another session state, below the current scope of that state."""
        runspace = scope.runspace
        home = current_scope(runspace, block.module)
        with Across(scope):
            new = self.enter(scope, block, home)
            try:
                if self.body is not None:
                    flow = self.body(new, returning(scope, out))
                    if flow is not None and flow is not RETURN:
                        raise ControlFlow(flow)
            finally:
                if new.functions is not None or new.aliases is not None:
                    runspace.commands.changed()

    def value(self, scope: Scope, block: ScriptBlock) -> Value:
        """Run the function; return what it writes as one value."""
        form = self.form
        if form is None or (block.module is not scope.script.module and block.module is not UNBOUND):
            items: list[Value] = []
            self.push(scope, items.append, block)
            count = len(items)
            return items[0] if count == 1 else items if count else AUTOMATION_NULL
        new = self.enter(scope, block, scope)
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


__all__ = ["BlockSite", "ShortCall", "Site", "short_call"]
