"""The providers of what a session knows by name: variables, functions, aliases, environment variables."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from shell.engine.commands.command_info import OPTIONS, FunctionInfo
from shell.engine.commands.commands import not_writable as function_not_writable
from shell.engine.compile.variables import SCOPE_WORDS, scope_of, split_name
from shell.engine.providers.base import Provider, path_not_found
from shell.engine.run.scope import CONSTANT, READ_ONLY, Scope, not_writable, variable_key
from shell.engine.run.script_block import ScriptBlock
from shell.engine.session.automatic_variables import READ_ONLY_NAMES
from shell.engine.session.drives import find_function, function_place, remove_function
from shell.engine.session.variable_objects import find_variable
from shell.machine import environment
from shell.machine.environment import set_environment
from shell.types.conversion.text import to_string
from shell.types.members.entries import DictionaryEntry
from shell.types.registry.enumeration import enum_value
from shell.values.errors import (
    ErrorCategory,
    NetException,
    PSArgumentException,
    SessionStateUnauthorizedAccessException,
    record_of,
)
from shell.values.objects import Value, unwrap


def already_there(path: str) -> PSArgumentException:
    """Return the error of an item that would be made a second time."""
    return PSArgumentException(
        f"The item at path '{path}' already exists.",
        error_id="Argument",
        category=ErrorCategory.InvalidArgument,
        target=path,
    )


class SessionStateProvider(Provider):
    """Items by name, without folders. The content of an item is its value."""

    def names(self) -> Iterable[str]:
        """Return all names."""
        raise NotImplementedError

    def value(self, name: str) -> Value:
        """Return an item's value."""
        raise NotImplementedError

    def store(self, name: str, value: Value) -> None:
        """Make or change an item."""
        raise NotImplementedError

    def delete(self, name: str, force: bool) -> None:
        """Take an item away."""
        raise NotImplementedError

    def exists(self, path: str) -> bool:
        """True for the root and for what has a name."""
        lowered = path.lower()
        return not path or any(name.lower() == lowered for name in self.names())

    def child_names(self, path: str, *, hidden: bool = False) -> Iterable[str]:
        """Return the names in alphabetical order."""
        return [] if path else sorted(self.names(), key=str.lower)

    def new(self, path: str, item_type: str, value: Value, *, force: bool) -> Value:
        """Make an item."""
        if self.exists(path) and not force:
            raise already_there(path)
        self.store(path, value)
        return self.item(path)

    def set(self, path: str, value: Value, *, force: bool) -> Value:
        """Change an item, or make it."""
        self.store(path, value)
        return self.item(path)

    def clear(self, path: str) -> None:
        """Set an item to null."""
        self.store(path, None)

    def remove(self, path: str, *, recurse: bool, force: bool) -> None:
        """Take an item away."""
        self.delete(path, force)

    def rename(self, path: str, new_name: str, *, force: bool) -> str:
        """Give an item another name."""
        if self.exists(new_name):
            raise PSArgumentException(
                f"Cannot rename the item because an item with the name '{new_name}' already exists.",
                error_id="Argument",
                category=ErrorCategory.InvalidArgument,
                target=path,
            )
        self.store(new_name, self.value(path))
        self.delete(path, force)
        return new_name

    def copy(self, path: str, destination: str, *, recurse: bool, force: bool, container: bool = True) -> list[str]:
        """Make another item of the same value."""
        self.store(destination, self.value(path))
        return [destination]

    def values(self, path: str) -> list[Value]:
        """Return the value; the elements of a collection one by one."""
        if not self.exists(path):
            raise path_not_found(path)
        value = self.value(path)
        return list(value) if isinstance(value, list) else [value]

    def write_values(self, path: str, values: list[Value]) -> None:
        """Set the value: one object, or an array of all."""
        self.store(path, values[0] if len(values) == 1 else values)


class EnvironmentProvider(SessionStateProvider):
    """Env: the process's environment."""

    name: ClassVar[str] = "Environment"

    def names(self) -> Iterable[str]:
        """Return the names of all variables."""
        return list(environment.items())

    def exists(self, path: str) -> bool:
        """True for a variable that is set; upper and lower case differ where the system says so."""
        return not path or environment.get(path) is not None

    def item(self, path: str) -> Value:
        """Return a name with its value."""
        return DictionaryEntry(path, environment.get(path) or "")

    def value(self, name: str) -> Value:
        """Return the text."""
        return environment.get(name)

    def store(self, name: str, value: Value) -> None:
        """Set a variable; an empty text removes it."""
        text = to_string(value)
        if text:
            set_environment(name, text)
        else:
            set_environment(name, None)

    def delete(self, name: str, force: bool) -> None:
        """Unset a variable."""
        set_environment(name, None)


class VariableProvider(SessionStateProvider):
    """Variable: the variables that the current scope sees."""

    name: ClassVar[str] = "Variable"

    def _place(self, name: str) -> tuple[Scope | None, str]:
        """Return the scope that a name such as `script:x` asks for, None for any that is seen, and the bare name."""
        qualifier, plain = split_name(name)
        if qualifier in SCOPE_WORDS:
            return scope_of(self.session.scope, qualifier), plain
        return None, name

    def _one(self, name: str) -> Any:
        place, plain = self._place(name)
        if place is not None:
            return find_variable(self.session, plain, place)
        found: list[Value] = []
        self.session.run_command("Get-Variable", out=found.append, Name=name, ErrorAction="Ignore")
        return found[0] if found else None

    def names(self) -> Iterable[str]:
        """Return the names of all variables."""
        found: list[Value] = []
        self.session.run_command("Get-Variable", out=found.append)
        return [unwrap(each).name for each in found]

    def exists(self, path: str) -> bool:
        """True for a variable that is set."""
        return not path or self._one(path) is not None

    def item(self, path: str) -> Value:
        """Return the PSVariable."""
        return self._one(path)

    def value(self, name: str) -> Value:
        """Return the value."""
        place, plain = self._place(name)
        return self.session.get_variable(name) if place is None else place.get(variable_key(plain))

    def store(self, name: str, value: Value) -> None:
        """Set a variable in the current scope, or in the one that its name asks for."""
        place, plain = self._place(name)
        if place is not None:
            place[variable_key(plain)] = value
            return
        if name.lower() in READ_ONLY_NAMES:
            raise not_writable(READ_ONLY_NAMES[name.lower()])
        self.session.set_variable(name, value)

    def delete(self, name: str, force: bool) -> None:
        """Remove a variable."""
        found = self._one(name)
        if found.is_protected and (not force or int(found.options) & CONSTANT):
            raise SessionStateUnauthorizedAccessException(
                f"Cannot remove variable {found.name} because it is constant or read-only. If the variable is"
                " read-only, try the operation again specifying the Force option.",
                error_id="VariableNotRemovable",
                category=ErrorCategory.WriteError,
                target=found.name,
            )
        place, plain = self._place(name)
        if place is None:
            self.session.run_command("Remove-Variable", Name=name, Force=force)
        else:
            place.pop(variable_key(plain), None)


class FunctionProvider(SessionStateProvider):
    """Function: functions and filters."""

    name: ClassVar[str] = "Function"
    takes_options: ClassVar[bool] = True

    def names(self) -> Iterable[str]:
        """Return the names of all functions."""
        return [each.name for each in self.session.commands.search("*", ("Function", "Filter"))]

    def exists(self, path: str) -> bool:
        """True for a function that is defined."""
        return not path or find_function(self.session, path, self.session.scope) is not None

    def item(self, path: str) -> Value:
        """Return the FunctionInfo."""
        return find_function(self.session, path, self.session.scope)

    def value(self, name: str) -> Value:
        """Return the script block."""
        found = find_function(self.session, name, self.session.scope)
        return None if found is None else found.script_block

    def store(self, name: str, value: Value) -> None:
        """Define a function by a script block, its text or another function."""
        self._define(name, value, None, force=False)

    def set(self, path: str, value: Value, *, force: bool, options: int | None = None) -> Value:
        """Define a function. Without a value the options of one that exists change; without those either, it goes."""
        if unwrap(value) is not None:
            self._define(path, value, options, force=force)
        elif options is None:
            self.delete(path, force)
        elif self.exists(path):
            self._set_options(path, options, force)
        return self.item(path)

    def new(self, path: str, item_type: str, value: Value, *, force: bool, options: int | None = None) -> Value:
        """Define a function that is not there yet."""
        if self.exists(path) and not force:
            raise already_there(path)
        return self.set(path, value, force=force, options=options)

    def _define(self, name: str, value: Value, options: int | None, *, force: bool) -> None:
        value = unwrap(value)
        if isinstance(value, FunctionInfo):
            options = int(value.options) if options is None else options
            value = value.script_block
        if isinstance(value, str):
            value = self.session.parse_block(value)
        if not isinstance(value, ScriptBlock):
            if value is None:
                self.delete(name, force)
                return
            raise PSArgumentException(
                'Cannot process argument because the value of argument "value" is not valid. Change the value of the'
                ' "value" argument and run the operation again.',
                error_id="Argument",
                category=ErrorCategory.InvalidArgument,
            )
        place, plain = function_place(self.session, name, self.session.scope)
        known = self.item(name)
        if options is None:
            options = 0 if known is None else int(known.options)
        self.session.commands.define_function(FunctionInfo(plain, value, options), place, force=force)

    def _set_options(self, name: str, options: int, force: bool) -> None:
        known = self.item(name)
        if int(known.options) & (CONSTANT if force else CONSTANT | READ_ONLY):
            raise function_not_writable("function", known.name)
        if options & CONSTANT:
            raise SessionStateUnauthorizedAccessException(
                f"Cannot make existing function {known.name} constant. Functions can be made constant only at creation"
                " time.",
                error_id="FunctionCannotBeMadeConstant",
                category=ErrorCategory.WriteError,
                target=known.name,
            )
        known.options = enum_value(OPTIONS, options)

    def rename(self, path: str, new_name: str, *, force: bool) -> str:
        """Give a function another name."""
        known = self.item(path)
        if known is None:
            raise path_not_found(path)
        if int(known.options) & (CONSTANT if force else CONSTANT | READ_ONLY):
            raise SessionStateUnauthorizedAccessException(
                f"Cannot rename function because function {known.name} is read-only or constant.",
                error_id="CannotRenameFunction",
                category=ErrorCategory.WriteError,
                target=known.name,
            )
        return super().rename(path, new_name, force=force)

    def delete(self, name: str, force: bool) -> None:
        """Forget a function."""
        known = self.item(name)
        if known is not None and int(known.options) & (CONSTANT if force else CONSTANT | READ_ONLY):
            raise SessionStateUnauthorizedAccessException(
                f"Cannot remove function {known.name} because it is constant or read-only. If the function is"
                " read-only, try the operation again specifying the Force option.",
                error_id="FunctionNotRemovable",
                category=ErrorCategory.WriteError,
                target=known.name,
            )
        remove_function(self.session, name, self.session.scope)


class AliasProvider(SessionStateProvider):
    """Alias: other names of commands."""

    name: ClassVar[str] = "Alias"
    takes_options: ClassVar[bool] = True

    def names(self) -> Iterable[str]:
        """Return all aliases."""
        return [each.name for each in self.session.commands.search("*", ("Alias",))]

    def exists(self, path: str) -> bool:
        """True for an alias that is defined."""
        return not path or self.session.commands.find_alias(path, self.session.scope) is not None

    def item(self, path: str) -> Value:
        """Return the AliasInfo."""
        return self.session.commands.find_alias(path, self.session.scope)

    def value(self, name: str) -> Value:
        """Return the name of the command."""
        found = self.session.commands.find_alias(name, self.session.scope)
        return None if found is None else found.definition

    def store(self, name: str, value: Value) -> None:
        """Define an alias."""
        self._run("Set-Alias", Name=name, Value=to_string(value))

    def set(self, path: str, value: Value, *, force: bool, options: int | None = None) -> Value:
        """Define an alias. Without a value the options of one that exists change; without those either, it goes."""
        known = self.item(path)
        if value is None and options is None:
            self.delete(path, force)
            return None
        if value is not None or known is not None:
            more = {} if options is None else {"Option": enum_value(OPTIONS, options)}
            target = known.definition if value is None else to_string(value)
            self._run("Set-Alias", Name=path, Value=target, Force=force, **more)
        return self.item(path)

    def _run(self, command: str, **values: Value) -> None:
        """Run an alias command; its error becomes the provider's own."""
        try:
            self.session.run_command(command, ErrorAction="Stop", **values)
        except NetException as error:
            record = record_of(error)
            cause = type(record.exception)
            raise cause(
                record.message, error_id=record.error_id, category=record.category_value, target=record.target
            ) from None

    def new(self, path: str, item_type: str, value: Value, *, force: bool, options: int | None = None) -> Value:
        """Define an alias that is not there yet."""
        if self.exists(path) and not force:
            raise already_there(path)
        return self.set(path, value, force=force, options=options)

    def delete(self, name: str, force: bool) -> None:
        """Forget an alias."""
        self._run("Remove-Alias", Name=name, Force=force)
