"""Session states, and calls that cross from one to another.

The session has a state, and each module has one of its own. Every state has a current scope: the innermost of its
scopes that is still in progress. Code runs below the current scope of the state that it is bound to (or in it, when it
is dot-sourced), whoever calls it.

Inside one state the current scope is the caller's, and nothing is kept. Where a call leaves a state for another one,
the scope that it leaves is noted in the state (`ModuleState.current`) and taken back when the call ends, however it
ends.
"""

from __future__ import annotations

from types import BuiltinMethodType
from typing import TYPE_CHECKING, Any

from shell.engine.run.frame import NO_SITE, CallSite, Frame
from shell.lazy import lazy
from shell.values.call_depth import DEPTH_LIMIT, call_depth_overflow

if TYPE_CHECKING:
    from shell.engine.modules import modules
    from shell.engine.run.scope import Scope
    from shell.engine.run.script_block import ScriptBlock
    from shell.engine.session.runspace import Runspace
    from shell.values.objects import Out, Value
else:
    modules = lazy("shell.engine.modules.modules", globals())


class ModuleState:
    """A session state: a module's, with the scope that its functions see, or the session's own.

    `scope` is its outermost scope. `current` is the innermost one in progress, as long as code of another state runs.
    `info` is the module as scripts see it.
    """

    def __init__(self, name: str, scope: Scope) -> None:
        self.name = name
        self.scope = scope
        self.current = scope
        self.info: Any = None

    def innermost(self, runspace: Runspace) -> Scope:
        """Return the innermost scope of the state that is in progress, also while its own code runs."""
        scope = runspace.scope
        return scope if state_of(scope) is self else self.current


class DynamicState(ModuleState):
    """The state of a dynamic module that the engine makes: for a closure, for the action of an event.

    The module as scripts see it is made when one asks for it.
    """

    def __init__(self, scope: Scope) -> None:
        import uuid

        super().__init__(f"__DynamicModule_{uuid.uuid4()}", scope)
        self._made: Any = None
        scope.module = self

    @property
    def info(self) -> Any:
        """The module."""
        if self._made is None:
            self._made = modules.PSModuleInfo(self.scope.runspace, self.name)
            self._made.state = self
        return self._made

    @info.setter
    def info(self, value: Any) -> None:
        pass


class _Unbound(ModuleState):
    """The state of a block that belongs to none: it runs in the state of whoever calls it."""

    def __init__(self) -> None:
        self.name = ""
        self.info = None


UNBOUND = _Unbound()
"""What `[scriptblock]::Create()` binds its blocks to."""


def state_of(scope: Scope) -> ModuleState:
    """Return the session state that a scope belongs to."""
    module = scope.script.module
    return scope.runspace.global_state if module is None else module


class Within:
    """Makes a scope the current one for the length of a `with`; nothing else moves where it is of the same state."""

    __slots__ = ("_before", "_held", "_scope", "_state")

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._state: ModuleState | None = None

    def __enter__(self) -> None:
        scope = self._scope
        runspace = scope.runspace
        before = self._before = runspace.scope
        if before.script.module is not scope.script.module:
            state = self._state = state_of(before)
            self._held, state.current = state.current, before
        runspace.scope = scope

    def __exit__(self, *error: object) -> None:
        self._scope.runspace.scope = self._before
        if self._state is not None:
            self._state.current = self._held


class Across:
    """Leaves a scope for the length of a `with`, in which a scope of another state becomes the current one."""

    __slots__ = ("_held", "_scope", "_state")

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._state = state_of(scope)

    def __enter__(self) -> None:
        self._held, self._state.current = self._state.current, self._scope

    def __exit__(self, *error: object) -> None:
        self._state.current = self._held
        self._scope.runspace.scope = self._scope


_OF_A_CALL = ("args", "input", "myinvocation", "psboundparameters", "pscmdlet", "pscommandpath", "psscriptroot")


class Hosted(Within):
    """Runs a block in a scope of another state for the length of a `with`, as ForEach-Object does: see `BlockFrame`."""

    __slots__ = ("_depth", "_frame", "_outer", "_shallow")

    def __init__(self, block: ScriptBlock, scope: Scope, caller: Scope, site: CallSite = NO_SITE) -> None:
        super().__init__(scope)
        self._frame = BlockFrame(block, scope, caller, site)
        self._depth = caller.depth + 1

    def __enter__(self) -> None:
        scope = self._scope
        if self._depth > DEPTH_LIMIT:
            raise call_depth_overflow()
        super().__enter__()
        self._outer, scope.frame = scope.frame, self._frame
        self._shallow, scope.depth = scope.depth, max(self._depth, scope.depth)

    def __exit__(self, *error: object) -> None:
        self._scope.frame, self._scope.depth = self._outer, self._shallow
        super().__exit__(*error)


class Dotted(Within):
    """Runs what is dot-sourced in a scope for the length of a `with`: the scope shows its frame meanwhile.

    `$args`, `$MyInvocation` and their like are those of what is dot-sourced; the scope's own come back. `depth` is that
    of the call, which may come from a scope far below.
    """

    __slots__ = ("_depth", "_frame", "_outer", "_own", "_shallow")

    def __init__(self, scope: Scope, frame: Frame, depth: int) -> None:
        super().__init__(scope)
        self._frame = frame
        self._depth = depth

    def __enter__(self) -> None:
        super().__enter__()
        scope = self._scope
        self._outer = self._frame.covers = scope.frame
        scope.frame = self._frame
        self._shallow, scope.depth = scope.depth, max(self._depth, scope.depth)
        self._own = _taken(scope)

    def __exit__(self, *error: object) -> None:
        scope = self._scope
        _taken(scope)
        scope.update(self._own)
        scope.frame, scope.depth = self._outer, self._shallow
        super().__exit__(*error)


def _taken(scope: Scope) -> dict[str, Value]:
    """Take the variables that belong to a call out of a scope."""
    return {name: dict.pop(scope, name) for name in _OF_A_CALL if name in scope}


def returning(scope: Scope, out: Out) -> Out:
    """Return what gives objects to a caller in his scope, while code of another state writes them.

    What the caller does with an object may run code of his own: the next command of his pipeline does.
    """
    if type(out) is BuiltinMethodType:
        return out  # a list's `append` runs no code

    def push(value: Value) -> None:
        with Within(scope):
            out(value)

    return push


class BlockFrame(Frame):
    """The frame of a block that runs in a scope of another state than its caller's, as ForEach-Object runs it.

    It is on the call stack; `$args`, `$MyInvocation` and their like are those of the function whose scope it is.
    """

    __slots__ = ()

    owns_scope = False

    def __init__(self, block: ScriptBlock, scope: Scope, caller: Scope, site: CallSite = NO_SITE) -> None:
        super().__init__(block, None, site, caller)
        self.covers = scope.frame


def owning_frame(scope: Scope) -> Frame | None:
    """Return the frame of the function, script or block whose variables a scope holds."""
    at: Scope | None = scope
    while at is not None:
        frame = at.frame
        while isinstance(frame, BlockFrame):
            frame = frame.covers
        if frame is not None:
            return frame
        at = at.parent
    return None


def current_scope(runspace: Runspace, module: ModuleState | None) -> Scope:
    """Return the innermost scope in progress of a module's state, or of the session's for None."""
    scope = runspace.scope
    if module is scope.script.module or module is UNBOUND:
        return scope
    return (runspace.global_state if module is None else module).current


__all__ = [
    "UNBOUND",
    "Across",
    "BlockFrame",
    "Dotted",
    "DynamicState",
    "Hosted",
    "ModuleState",
    "Within",
    "current_scope",
    "owning_frame",
    "returning",
    "state_of",
]
