"""Scopes: one dictionary each, looked up along the chain of callers.

A `Scope` is a dict from lower-case variable name to value. Reading a name that is not there goes to `__missing__`,
which walks up the parents and ends with the automatic variables. A scope that holds a typed, read-only, constant,
validated or private variable becomes a `GuardedScope`; all others keep dict's own speed.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Final

from shell.language.source import Extent
from shell.values.call_depth import DEPTH_LIMIT, call_depth_overflow
from shell.values.errors import ErrorCategory, RuntimeException, SessionStateUnauthorizedAccessException
from shell.values.objects import MISSING, Value
from shell.values.registries import CURRENT, Registries

if TYPE_CHECKING:
    from shell.engine.commands.commands import AliasInfo, FunctionInfo
    from shell.engine.run.frame import Frame
    from shell.engine.session.runspace import ModuleState, Runspace

_get = dict.get

NAMES: Final[dict[str, str]] = {}
"""The spelling of the names of PowerShell's own variables, by lower-case name. Those that scripts write first are the
session's: see `variable_key`."""

READ_ONLY: Final = 1
CONSTANT: Final = 2
PRIVATE: Final = 4
ALL_SCOPE: Final = 8


class VariableGuard:
    """The type, validation and options of a variable.

    `accept` converts and checks a new value and returns what is stored; `options` is a sum of READ_ONLY, CONSTANT,
    PRIVATE, ALL_SCOPE. `home` is the scope of a variable that scopes below share (ALL_SCOPE).
    """

    __slots__ = ("accept", "attributes", "description", "home", "options")

    def __init__(
        self,
        accept: Callable[[Value], Value] | None = None,
        options: int = 0,
        attributes: tuple[Any, ...] = (),
        description: str = "",
    ) -> None:
        self.accept = accept
        self.options = options
        self.attributes = attributes
        self.description = description
        self.home: Scope | None = None


class Scope(dict[str, Value]):
    """The variables of one function call, script block, script, module or of the session.

    `script` is the scope that `$script:` names. `frame` says what is running; a scope without one (a trap's) looks
    at its parents'. `strict` is Set-StrictMode's version as a tuple where it was set here.
    """

    __slots__ = ("aliases", "depth", "frame", "functions", "guards", "module", "parent", "runspace", "script", "strict")

    parent: Scope | None
    runspace: Runspace
    script: Scope
    frame: Frame | None
    guards: dict[str, VariableGuard] | None
    functions: dict[str, FunctionInfo] | None
    aliases: dict[str, AliasInfo] | None
    module: ModuleState | None
    strict: tuple[int, ...] | None
    depth: int

    __hash__ = object.__hash__  # type: ignore[assignment]

    def __eq__(self, other: object) -> bool:
        return self is other

    def __missing__(self, name: str) -> Value:
        scope = self.parent
        while scope is not None:
            value = _get(scope, name, MISSING)
            if value is not MISSING:
                guards = scope.guards
                if guards is None or name not in guards or not guards[name].options & PRIVATE:
                    return value
            scope = scope.parent
        return self.runspace.absent_variable(self, name)

    def find(self, name: str) -> Scope | None:
        """Return the nearest scope that has the variable and lets this one see it."""
        if name in self:
            return self
        scope = self.parent
        while scope is not None:
            if name in scope and not scope.is_private(name):
                return scope
            scope = scope.parent
        return None

    def is_private(self, name: str) -> bool:
        """True for a variable that children may not see."""
        guards = self.guards
        return guards is not None and name in guards and bool(guards[name].options & PRIVATE)

    @property
    def is_outermost(self) -> bool:
        """True for the outermost scope of a module: what is above it is the session's."""
        return self.module is not None and self.module.scope is self

    def chain(self) -> Iterator[Scope]:
        """This scope and its parents, nearest first."""
        scope: Scope | None = self
        while scope is not None:
            yield scope
            scope = scope.parent

    def guard(self, name: str, guard: VariableGuard) -> None:
        """Put a guard on a variable of this scope; its value is not checked."""
        if self.guards is None:
            self.guards = {}
        self.guards[name] = guard
        self.__class__ = GuardedScope

    def guard_of(self, name: str) -> VariableGuard | None:
        """Return a variable's guard."""
        return None if self.guards is None else self.guards.get(name)

    def put(self, name: str, value: Value) -> None:
        """Store without asking the guard."""
        dict.__setitem__(self, name, value)

    def current_frame(self) -> Frame | None:
        """What runs in this scope."""
        scope: Scope | None = self
        while scope is not None:
            if scope.frame is not None:
                return scope.frame
            scope = scope.parent
        return None


class GuardedScope(Scope):
    """A scope in which some variables have a guard."""

    __slots__ = ()

    def __setitem__(self, name: str, value: Value) -> None:
        guards = self.guards
        if guards is not None:
            guard = guards.get(name)
            if guard is not None:
                if guard.options & (READ_ONLY | CONSTANT):
                    raise not_writable(name)
                if guard.accept is not None:
                    value = guard.accept(value)
                if guard.home is not None and guard.home is not self and name not in self:
                    guard.home[name] = value
                    return
        dict.__setitem__(self, name, value)


def share(scope: Scope, name: str, guard: VariableGuard) -> None:
    """Let the scopes that are made below one have its variable as their own."""
    global sharing
    sharing = True
    guard.home = scope


sharing = False
"""True once a variable has the option AllScope: until then no scope has to look for one."""


def inherit(parent: Scope, child: Scope) -> None:
    """Give a new scope the variables that its parent shares."""
    if parent.guards is None:
        return
    shared = {name: guard for name, guard in parent.guards.items() if guard.home is not None}
    if shared:
        child.guards = shared | (child.guards or {})
        child.__class__ = GuardedScope


def new_scope(parent: Scope, frame: Frame | None = None) -> Scope:
    """Make a child scope: same script scope, same session."""
    scope = Scope()
    scope.parent = parent
    scope.runspace = parent.runspace
    scope.script = parent.script
    scope.frame = frame
    scope.guards = scope.functions = scope.aliases = scope.module = scope.strict = None
    depth = scope.depth = parent.depth + 1
    if depth > DEPTH_LIMIT:
        raise call_depth_overflow()
    if sharing:
        inherit(parent, scope)
    return scope


def root_scope(runspace: Runspace, parent: Scope | None = None, module: ModuleState | None = None) -> Scope:
    """Make a scope that is its own script scope: the session's, a module's, a script file's."""
    scope = Scope()
    scope.parent = parent
    scope.runspace = runspace
    scope.script = scope
    scope.frame = None
    scope.guards = scope.functions = scope.aliases = scope.strict = None
    scope.module = module
    scope.depth = 0 if parent is None else parent.depth + 1
    return scope


def display_name(name: str) -> str:
    """Return a variable's name as it was first written in the session that runs."""
    known = NAMES.get(name)
    return known if known is not None else CURRENT.get().process.names.get(name, name)


def variable_key(name: str, registries: Registries | None = None) -> str:
    """Note the spelling of a name in a session, by default the one that runs; return its key."""
    key = sys.intern(name.lower())
    if key not in NAMES:
        (registries or CURRENT.get()).process.names.setdefault(key, name)
    return key


def not_writable(name: str) -> SessionStateUnauthorizedAccessException:
    """Return the error for a read-only or constant variable."""
    shown = display_name(name)
    return SessionStateUnauthorizedAccessException(
        f"Cannot overwrite variable {shown} because it is read-only or constant.",
        error_id="VariableNotWritable",
        category=ErrorCategory.WriteError,
        target=shown,
    )


class UndefinedVariable(RuntimeException):
    """Strict mode's error for a variable that was never set: it underlines the variable."""

    def place(self, statement: Extent) -> Extent:
        """Return where the variable stands in a statement that reads it; what is assigned to does not count."""
        name = re.escape(str(self.target))
        pattern = rf"[$@](?:{name}\b|\{{{name}\}})(?!\s*=[^=])"
        found = re.search(pattern, statement.text, re.IGNORECASE)
        if found is None:
            return statement
        start = statement.start_offset
        return Extent(statement.source, start + found.start(), start + found.end())


def undefined(name: str, qualifier: str = "") -> UndefinedVariable:
    """Return strict mode's error for a variable that was never set."""
    shown = f"{qualifier}:{display_name(name)}" if qualifier else display_name(name)
    return UndefinedVariable(
        f"The variable '${shown}' cannot be retrieved because it has not been set.",
        error_id="VariableIsUndefined",
        category=ErrorCategory.InvalidOperation,
        target=shown,
    )


__all__ = [
    "ALL_SCOPE",
    "CONSTANT",
    "NAMES",
    "PRIVATE",
    "READ_ONLY",
    "GuardedScope",
    "Scope",
    "UndefinedVariable",
    "VariableGuard",
    "display_name",
    "inherit",
    "new_scope",
    "not_writable",
    "root_scope",
    "share",
    "undefined",
    "variable_key",
]
