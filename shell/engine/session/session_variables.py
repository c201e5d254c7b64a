"""The variables of a session by name: those of its scopes, the automatic ones, and what drives hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from shell.engine.compile.variables import SCOPE_WORDS, scope_of, split_name
from shell.engine.run.scope import Scope, undefined, variable_key
from shell.engine.session.automatic_variables import AUTOMATIC
from shell.engine.session.crossing import owning_frame
from shell.engine.session.frame_variables import COMPUTED, FRAME_READERS
from shell.lazy import lazy
from shell.machine import environment
from shell.values.objects import MISSING, Hashtable, Value

if TYPE_CHECKING:
    from shell.engine.commands.commands import CommandTable
    from shell.engine.session import drives
    from shell.engine.session.runspace import Runspace
    from shell.values.registries import Registries
else:
    drives = lazy("shell.engine.session.drives", globals())

_get = dict.get


class SessionVariables:
    """The part of a session that finds variables."""

    scope: Scope
    global_scope: Scope
    registries: Registries
    uses_strict: bool
    commands: CommandTable

    @property
    def _runspace(self) -> Runspace:
        """The session itself."""
        return self  # type: ignore[return-value]

    def get_variable(self, name: str, default: Value = None) -> Value:
        """Return a variable's value as the current scope sees it; `default` where it is not set."""
        key = variable_key(name, self.registries)
        found = self.scope.find(key)
        if found is not None:
            return _get(found, key)
        return self.automatic_value(self.scope, key, default)

    def set_variable(self, name: str, value: Value) -> None:
        """Assign in the current scope."""
        self.scope[variable_key(name, self.registries)] = value

    def absent_variable(self, scope: Scope, key: str) -> Value:
        """Return the value of a variable that no scope has."""
        value = self.automatic_value(scope, key, MISSING)
        if value is not MISSING:
            return value
        if self.strict_version(scope) is not None:
            raise undefined(key)
        return None

    def has_variable(self, scope: Scope, written: str) -> bool:
        """Return whether `$written` is set, as a scope sees it. Items of other drives count as set."""
        qualifier, name = split_name(written)
        key = variable_key(name, self.registries)
        if qualifier in SCOPE_WORDS:
            return key in scope_of(scope, qualifier)
        if qualifier or key in COMPUTED or key in FRAME_READERS or scope.find(key) is not None:
            return True
        return self.automatic_value(scope, key, MISSING) is not MISSING

    def absent_scoped(self, scope: Scope, key: str, qualifier: str) -> Value:
        """Return the value of `$script:x` and its like where that scope has no such variable."""
        if scope is self.global_scope:
            value = self.automatic_value(scope, key, MISSING)
            if value is not MISSING:
                return value
        elif key in FRAME_READERS and scope.frame is not None:
            return self.frame_variable(scope, key)
        if self.strict_version(self.scope) is not None:
            raise undefined(key, qualifier)
        return None

    def automatic_value(self, scope: Scope, key: str, default: Value = None) -> Value:
        """Return an automatic variable, made when first read, or `default`."""
        known = AUTOMATIC.get(key)
        if known is not None:
            value = known[1](self._runspace)
            self.global_scope.put(key, value)
            return value
        simple = COMPUTED.get(key)
        if simple is not None:
            return simple(self._runspace)
        if key in FRAME_READERS:
            return self.frame_variable(scope, key)
        return default

    def frame_variable(self, scope: Scope, key: str) -> Value:
        """Return `$args`, `$input`, `$MyInvocation` and their like for what runs in a scope."""
        frame = owning_frame(scope)
        value = FRAME_READERS[key](self._runspace, scope, frame)
        if key != "input" and frame is not None and scope.frame is frame:
            scope.put(key, value)
        return value

    def strict_version(self, scope: Scope) -> tuple[int, ...] | None:
        """Return Set-StrictMode's version as it holds in a scope. That of the session is none of a module's."""
        for each in scope.chain():
            if each.strict is not None:
                return each.strict or None
            if each.is_outermost:
                break
        return None

    def strict_changed(self) -> None:
        """Say that strict mode was set somewhere: calls that it could refuse take the long way from now on."""
        self.uses_strict = True
        self.commands.changed()

    @property
    def default_parameter_values(self) -> Any:
        """`$PSDefaultParameterValues`, or None where it is empty."""
        if "psdefaultparametervalues" not in self.registries.process.names:
            return None
        table = self.scope.find("psdefaultparametervalues")
        found = _get(table, "psdefaultparametervalues") if table is not None else None
        return found if isinstance(found, Hashtable) and len(found) else None

    # --- drives in variable names ---

    def read_drive(self, drive: str, name: str, scope: Scope) -> Value:
        """Return `$env:x`, `$function:x`, `$alias:x`, or an item of another drive."""
        if drive == "env":
            return environment.get(name)
        return drives.read(self._runspace, drive, name, scope)

    def write_drive(self, drive: str, name: str, value: Value, scope: Scope) -> None:
        """Assign to `$env:x`, `$function:x`, `$alias:x`."""
        drives.write(self._runspace, drive, name, value, scope)


__all__ = ["SessionVariables"]
