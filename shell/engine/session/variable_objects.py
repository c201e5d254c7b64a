"""Variables as objects: PSVariable, and what the variable cmdlets do with scopes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from shell.engine.binding.attributes import AUTOMATION
from shell.engine.commands.command_info import OPTIONS
from shell.engine.run.scope import CONSTANT, PRIVATE, READ_ONLY, VariableGuard, display_name, share, variable_key
from shell.engine.session.automatic_variables import AUTOMATIC
from shell.lazy import lazy
from shell.types.conversion.conversion import convert, try_convert
from shell.types.registry.declarations import clr_class, clr_constructor
from shell.types.registry.enumeration import enum_value
from shell.types.registry.table import INT32
from shell.values.errors import ErrorCategory, PSArgumentException
from shell.values.objects import AUTOMATION_NULL, MISSING, Value

if TYPE_CHECKING:
    from shell.engine.binding import variable_attributes
    from shell.engine.run.scope import Scope
    from shell.engine.session.runspace import Runspace
    from shell.values import exceptions
else:
    variable_attributes = lazy("shell.engine.binding.variable_attributes", globals())
    exceptions = lazy("shell.values.exceptions", globals())

_get = dict.get

COMPUTED = ("?", "true", "false", "null", "pwd")

_ALL_SCOPE = 8
_FIXED = "? HOME IsCoreCLR IsLinux IsMacOS IsWindows PSCulture PSUICulture"
_CONSTANT = "EnabledExperimentalFeatures ExecutionContext false Host PID PSEdition PSHOME PSVersionTable ShellId true"
BUILT_IN_OPTIONS = {
    **dict.fromkeys(_FIXED.lower().split(), READ_ONLY | _ALL_SCOPE),
    **dict.fromkeys(_CONSTANT.lower().split(), CONSTANT | _ALL_SCOPE),
    "error": CONSTANT,
    "psstyle": CONSTANT,
}
"""Options of the variables that the engine itself protects."""


@clr_class(
    AUTOMATION + "PSVariable",
    properties=(
        "Name:string Description:string=rw Value:object=rw Visibility:object=rw Module:object ModuleName:string"
        " Options:object=rw Attributes:object"
    ),
)
class PSVariable:
    """A variable. While it lives in a scope, `value` reads and sets it there."""

    visibility: Value = "Public"
    module: Value = None
    module_name = ""

    @clr_constructor("string name")
    @clr_constructor("string name, object value")
    @clr_constructor("string name, object value, object options")
    def __init__(
        self, name: str, value: Value = None, options: Value = 0, scope: Scope | None = None, session: Any = None
    ) -> None:
        self.name = name
        self.key = variable_key(name)
        self.scope = scope
        self.session = session
        self._value = value
        self._options = int(convert(options, OPTIONS)) if not isinstance(options, int) else int(options)
        self._description = ""

    def _guard(self) -> VariableGuard | None:
        return self.scope.guard_of(self.key) if self.scope is not None else None

    def _own_guard(self) -> VariableGuard | None:
        guard = self._guard()
        if guard is None and self.scope is not None:
            guard = VariableGuard()
            self.scope.guard(self.key, guard)
        return guard

    @property
    def value(self) -> Value:
        """What it holds."""
        if self.scope is None:
            return self._value
        found = _get(self.scope, self.key, MISSING)
        if found is MISSING and self.session is not None:
            found = self.session.automatic_value(self.scope, self.key, None)
        return None if found is AUTOMATION_NULL else found

    @value.setter
    def value(self, new: Value) -> None:
        if self.scope is None:
            self._value = new
        else:
            self.scope[self.key] = new

    @property
    def options(self) -> Any:
        """ReadOnly, Constant, Private, AllScope."""
        guard = self._guard()
        if guard is None and self.scope is not None and self.key in BUILT_IN_OPTIONS:
            return enum_value(OPTIONS, BUILT_IN_OPTIONS[self.key])
        return enum_value(OPTIONS, guard.options if guard is not None else self._options)

    @options.setter
    def options(self, new: Value) -> None:
        wanted = int(convert(new, OPTIONS))
        guard = self._own_guard()
        if guard is None:
            self._options = wanted
        else:
            guard.options = wanted
            if wanted & _ALL_SCOPE and self.scope is not None:
                share(self.scope, self.key, guard)

    @property
    def description(self) -> str:
        """A text about it."""
        guard = self._guard()
        return guard.description if guard is not None else self._description

    @description.setter
    def description(self, new: str) -> None:
        guard = self._own_guard()
        if guard is None:
            self._description = new
        else:
            guard.description = new

    @property
    def attributes(self) -> Value:
        """Types and checks: a collection that changes the variable."""
        guard = self._guard()
        return variable_attributes.VariableAttributes(self, list(guard.attributes) if guard is not None else [])

    @property
    def is_protected(self) -> bool:
        """True for a read-only or constant variable."""
        return bool(int(self.options) & (READ_ONLY | CONSTANT))


def scope_named(session: Runspace, name: str) -> Scope:
    """Return the scope that a -Scope argument means: Global, Script, Local, Private, or a number of steps outwards."""
    scope = session.scope
    lowered = name.lower()
    if lowered == "global":
        return session.global_scope
    if lowered == "script":
        return scope.script
    if lowered in ("local", "private"):
        return scope
    fits, number = try_convert(name, _int32())
    if not fits:
        raise PSArgumentException(
            'Cannot process argument because the value of argument "scopeID" is not valid. Change the value of the'
            " \"scopeID\" argument and run the operation again. (Parameter 'scopeID')"
        )
    steps = int(number)
    at: Scope | None = scope
    for _ in range(steps):
        if at is None:
            break
        at = at.parent
    if at is None or steps < 0:
        raise exceptions.CLASSES["System.Management.Automation.PSArgumentOutOfRangeException"](
            f"The scope number '{steps}' exceeds the number of active scopes. (Parameter 'scopeID')\nActual value was"
            f" {steps}.",
            error_id="ArgumentOutOfRange",
            category=ErrorCategory.InvalidArgument,
            target=steps,
        )
    return at


def _int32() -> Any:
    return INT32


def find_variable(session: Runspace, name: str, scope: Scope | None = None) -> PSVariable | None:
    """Return a variable as the current scope sees it, or one of the scope that is given."""
    key = variable_key(name)
    if scope is not None:
        return PSVariable(display_name(key), scope=scope, session=session) if key in scope else None
    found = session.scope.find(key)
    if found is None:
        if session.automatic_value(session.scope, key, MISSING) is MISSING:
            return None
        found = session.scope.find(key) or session.global_scope
    return PSVariable(display_name(key), scope=found, session=session)


def all_variables(session: Runspace, scope: Scope | None = None) -> Iterator[PSVariable]:
    """Yield the variables that the current scope sees, or those of one scope, sorted by name."""
    found: dict[str, PSVariable] = {}
    scopes = [scope] if scope is not None else list(session.scope.chain())
    for place, each in enumerate(scopes):
        for key in each:
            if key not in found and (place == 0 or not each.is_private(key)):
                found[key] = PSVariable(display_name(key), scope=each, session=session)
    if scope is None or scope is session.global_scope:
        for key in (*AUTOMATIC, *COMPUTED):
            if key not in found:
                found[key] = PSVariable(display_name(key), scope=session.global_scope, session=session)
    yield from sorted(found.values(), key=lambda each: each.name.lower())


__all__ = ["CONSTANT", "PRIVATE", "READ_ONLY", "PSVariable", "all_variables", "find_variable", "scope_named"]
