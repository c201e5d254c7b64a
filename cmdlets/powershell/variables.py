"""Get-, Set-, New-, Remove- and Clear-Variable."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from shell.engine.binding.validation import ArgumentTransformationMetadataException
from shell.engine.commands.cmdlet import Cmdlet, Example, parameter
from shell.engine.run.scope import ALL_SCOPE, PRIVATE, Scope, VariableGuard, share, variable_key
from shell.engine.session.preferences import TYPED, preference_value
from shell.engine.session.variable_objects import (
    CONSTANT,
    READ_ONLY,
    PSVariable,
    all_variables,
    find_variable,
    scope_named,
)
from shell.values.errors import (
    ErrorCategory,
    ErrorRecord,
    ItemNotFoundException,
    NetException,
    NotEmulatedException,
    SessionStateException,
    SessionStateUnauthorizedAccessException,
)
from shell.values.objects import MISSING, Value
from shell.values.wildcard import has_wildcard, wildcard_matcher

_OPTION = "System.Management.Automation.ScopedItemOptions"
_VISIBILITY = "System.Management.Automation.SessionStateEntryVisibility"


class VariableCommand(Cmdlet):
    """What the variable commands share."""

    scope_name: str = parameter(
        "string", name="Scope", not_null_or_empty=True, help="Global, Script, Local, or a number of scopes outwards."
    )

    def wanted_scope(self) -> Scope | None:
        """Return the scope of -Scope, or None."""
        return scope_named(self.session, self.scope_name) if self.scope_name else None

    def target_scope(self) -> Scope:
        """Return the scope of -Scope, else the current one."""
        wanted = self.wanted_scope()
        return self.session.scope if wanted is None else wanted

    def matching(
        self, names: Sequence[str], include: Sequence[str] = (), exclude: Sequence[str] = ()
    ) -> Iterator[PSVariable]:
        """Yield the variables that names and patterns mean; a plain name that is not there is an error."""
        scope = self.wanted_scope()
        for name in names:
            if not has_wildcard(name):
                found = find_variable(self.session, name.removeprefix("variable:"), scope)
                if found is None:
                    self.write_error(self.not_found(name))
                elif self._chosen(found, include, exclude):
                    yield found
                continue
            matches = wildcard_matcher(name)
            for each in all_variables(self.session, scope):
                if matches(each.name) and self._chosen(each, include, exclude):
                    yield each

    def _chosen(self, variable: PSVariable, include: Sequence[str], exclude: Sequence[str]) -> bool:
        name = variable.name
        if include and not any(wildcard_matcher(each)(name) for each in include):
            return False
        return not any(wildcard_matcher(each)(name) for each in exclude or ())

    def not_found(self, name: str) -> ErrorRecord:
        """Return the error for a name that no variable has."""
        return self.error(
            f"Cannot find a variable with the name '{name}'.",
            "VariableNotFound",
            ErrorCategory.ObjectNotFound,
            name,
            exception=ItemNotFoundException,
        )

    def not_writable(self, variable: PSVariable, error_id: str, text: str) -> ErrorRecord:
        """Return the error for a variable that is read-only or constant."""
        return self.error(
            text,
            error_id,
            ErrorCategory.WriteError,
            variable.name,
            exception=SessionStateUnauthorizedAccessException,
        )

    def overwrites(self, variable: PSVariable, force: bool) -> bool:
        """Report a protected variable; return whether it may be changed."""
        if not variable.is_protected or (force and not int(variable.options) & CONSTANT):
            return True
        text = f"Cannot overwrite variable {variable.name} because it is read-only or constant."
        self.write_error(self.not_writable(variable, "VariableNotWritable", text))
        return False


class GetVariable(VariableCommand, verb="Get", noun="Variable", output=("System.Management.Automation.PSVariable",)):
    """Show variables."""

    examples = (Example("Get-Variable Error*", "Variables by a pattern."),)

    name: list[str] = parameter(
        "string[]", position=0, pipeline=True, by_property_name=True, not_null_or_empty=True, help="Names or patterns."
    )
    value_only: bool = parameter("switch", help="Show values alone.")
    include: list[str] = parameter("string[]", help="Only names that match one of these.")
    exclude: list[str] = parameter("string[]", help="No names that match one of these.")

    def process(self) -> None:
        """Show."""
        for each in self.matching(self.name or ["*"], self.include or (), self.exclude or ()):
            self.write(each.value if self.value_only else each, enumerate=False)


class _Setter(VariableCommand):
    """What Set-Variable and New-Variable share."""

    description: str = parameter("string", help="A text about the variable.")
    option: Any = parameter(_OPTION, help="ReadOnly, Constant, Private, AllScope.")
    visibility: Any = parameter(_VISIBILITY, help="Public or Private.")
    force: bool = parameter("switch", help="Change a read-only variable, replace one that exists.")
    pass_thru: bool = parameter("switch", help="Show the variable.")

    def store(self, variable: PSVariable, value: Value, *, fresh: bool) -> None:
        """Set value, options and description."""
        if str(self.visibility) == "Private":
            raise self.fail(
                self.error(
                    NotEmulatedException("Variables that scripts may not see are not emulated."),
                    "NotEmulatedVisibility",
                    ErrorCategory.NotImplemented,
                    variable.name,
                )
            )
        scope, key = variable.scope, variable.key
        assert scope is not None
        guard = scope.guard_of(key)
        if fresh and scope.guards is not None:
            scope.guards.pop(key, None)
            guard = None
        if value is not MISSING:
            protected = guard is not None and guard.options & (READ_ONLY | CONSTANT)
            if protected:
                scope.put(key, value)
            else:
                scope[key] = preference_value(scope, key, value) if key in TYPED else value
        private = (self.scope_name or "").lower() == "private"
        if self.is_bound("Option") or self.is_bound("Description") or private:
            if guard is None:
                guard = VariableGuard()
                scope.guard(key, guard)
            if self.is_bound("Option"):
                guard.options = int(self.option)
                if guard.options & ALL_SCOPE:
                    share(scope, key, guard)
            if private:
                guard.options |= PRIVATE
            guard.description = self.description or guard.description


class SetVariable(
    _Setter, verb="Set", noun="Variable", should_process=True, output=("System.Management.Automation.PSVariable",)
):
    """Set variables; those that do not exist are made."""

    examples = (Example("Set-Variable -Name limit -Value 10 -Option ReadOnly", "Make a read-only variable."),)

    name: list[str] = parameter("string[]", mandatory=True, position=0, by_property_name=True, help="The names.")
    value: Value = parameter("object", position=1, pipeline=True, by_property_name=True, help="The value.")
    include: list[str] = parameter("string[]", help="Only names that match one of these.")
    exclude: list[str] = parameter("string[]", help="No names that match one of these.")
    append: bool = parameter("switch", help="Add the value to those that the variable has.")

    def begin(self) -> None:
        """Values of a pipeline are gathered."""
        self._values: list[Value] = []
        self._is_piped = not self.is_bound("Value") and self.runtime.call.expecting_input

    def process(self) -> None:
        """Set, or gather."""
        if self._is_piped:
            if self.is_bound("Value"):
                self._values.append(self.value)
            return
        self._set(self.value if self.is_bound("Value") else None)

    def end(self) -> None:
        """Set what was gathered."""
        if self._is_piped:
            values = self._values
            self._set(values[0] if len(values) == 1 else values or None)

    def _set(self, value: Value) -> None:
        scope = self.target_scope()
        for name in self.name or ():
            for variable in self._targets(name, scope):
                self._set_one(variable, value)

    def _targets(self, name: str, scope: Scope) -> list[PSVariable]:
        if has_wildcard(name):
            matches = wildcard_matcher(name)
            listed = [each for each in all_variables(self.session, scope) if matches(each.name)]
        else:
            variable_key(name)
            listed = [PSVariable(name, scope=scope, session=self.session)]
        return [each for each in listed if self._chosen(each, self.include or (), self.exclude or ())]

    def _set_one(self, variable: PSVariable, value: Value) -> None:
        if not self.should_process(f"Name: {variable.name} Value: {value}", "Set variable"):
            return
        if not self.overwrites(variable, self.force):
            return
        if self.is_bound("Option") and int(self.option) & CONSTANT and variable.key in (variable.scope or ()):
            text = (
                f"Existing variable {variable.name} cannot be made constant. Variables can be made constant only at"
                " creation time."
            )
            self.write_error(self.not_writable(variable, "VariableCannotBeMadeConstant", text))
            return
        if self.append:
            known = variable.value
            more = value if isinstance(value, list) else [value]
            value = [*(known if isinstance(known, list) else [] if known is None else [known]), *more]
        try:
            self.store(variable, value, fresh=False)
        except ArgumentTransformationMetadataException as error:  # a typed variable; it is not the session state's
            raise self.fail(self.error(error, error.error_id or "RuntimeException", error.category, None)) from None
        except NetException as error:
            self.write_error(self.error(error, error.error_id or "VariableNotSettable", error.category, variable.name))
            return
        if self.pass_thru:
            self.write(variable)


class NewVariable(
    _Setter, verb="New", noun="Variable", should_process=True, output=("System.Management.Automation.PSVariable",)
):
    """Make a variable; one of the same name in the scope is an error."""

    examples = (Example("New-Variable -Name limit -Value 10 -Option Constant", "Make a constant."),)

    name: str = parameter("string", mandatory=True, position=0, by_property_name=True, help="The name.")
    value: Value = parameter("object", position=1, pipeline=True, by_property_name=True, help="The value.")

    def process(self) -> None:
        """Make it."""
        scope = self.target_scope()
        variable = PSVariable(self.name, scope=scope, session=self.session)
        if not self.should_process(f"Name: {self.name} Value: {self.value}", "New variable"):
            return
        if variable.key in scope:
            if not self.force:
                text = f"A variable with name '{self.name}' already exists."
                record = self.error(
                    text,
                    "VariableAlreadyExists",
                    ErrorCategory.ResourceExists,
                    self.name,
                    exception=SessionStateException,
                )
                self.write_error(record)
                return
            if not self.overwrites(variable, True):
                return
        self.store(variable, self.value, fresh=True)
        if self.pass_thru:
            self.write(variable)


class RemoveVariable(VariableCommand, verb="Remove", noun="Variable", should_process=True):
    """Remove variables."""

    examples = (Example("$x = 1; Remove-Variable x", "Remove a variable."),)

    name: list[str] = parameter("string[]", mandatory=True, position=0, by_property_name=True, help="The names.")
    include: list[str] = parameter("string[]", help="Only names that match one of these.")
    exclude: list[str] = parameter("string[]", help="No names that match one of these.")
    force: bool = parameter("switch", help="Remove read-only ones too.")

    def process(self) -> None:
        """Remove."""
        for each in list(self.matching(self.name, self.include or (), self.exclude or ())):
            if not self.should_process(f"Name: {each.name}", "Remove variable"):
                continue
            if each.is_protected and (not self.force or int(each.options) & CONSTANT):
                text = (
                    f"Cannot remove variable {each.name} because it is constant or read-only. If the variable is"
                    " read-only, try the operation again specifying the Force option."
                )
                self.write_error(self.not_writable(each, "VariableNotRemovable", text))
                continue
            assert each.scope is not None
            each.scope.pop(each.key, None)
            if each.scope.guards is not None:
                each.scope.guards.pop(each.key, None)


class ClearVariable(VariableCommand, verb="Clear", noun="Variable", should_process=True):
    """Set variables to $null."""

    examples = (Example("$x = 1; Clear-Variable x", "Forget a value."),)

    name: list[str] = parameter("string[]", mandatory=True, position=0, by_property_name=True, help="The names.")
    include: list[str] = parameter("string[]", help="Only names that match one of these.")
    exclude: list[str] = parameter("string[]", help="No names that match one of these.")
    force: bool = parameter("switch", help="Clear read-only ones too.")
    pass_thru: bool = parameter("switch", help="Show the variables.")

    def process(self) -> None:
        """Clear."""
        for each in list(self.matching(self.name, self.include or (), self.exclude or ())):
            if not self.should_process(f"Name: {each.name}", "Clear variable") or not self.overwrites(each, self.force):
                continue
            assert each.scope is not None
            if each.is_protected:
                each.scope.put(each.key, None)
            else:
                each.value = None
            if self.pass_thru:
                self.write(each)
