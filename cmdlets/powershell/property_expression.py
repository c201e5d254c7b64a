"""What -Property arguments of Select-, Sort-, Group-, Measure- and Compare-Object mean: names, wildcards, blocks.

A property is read with the same rules by all of them: wildcards stand for properties and property sets, a hashtable
shows its keys as properties, an expression that throws gives nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from shell.engine.commands.cmdlet import Cmdlet
from shell.engine.run.scope import new_scope
from shell.engine.run.script_block import LocalBlock, ScriptBlock
from shell.engine.session.crossing import BlockFrame, Within
from shell.engine.session.runspace import Runspace
from shell.types import type_of
from shell.types.conversion.text import to_string
from shell.types.members import access as members
from shell.types.members import type_data
from shell.types.registry.declarations import clr_class
from shell.types.registry.names import named
from shell.values.errors import ErrorCategory, NetException, NotSupportedException
from shell.values.objects import (
    AUTOMATION_NULL,
    MISSING,
    Hashtable,
    OrderedDictionary,
    PSCustomObject,
    PSObject,
    Value,
    unwrap,
)
from shell.values.wildcard import has_wildcard, wildcard_matcher


@dataclass(frozen=True, slots=True)
class Resolved:
    """A property that an expression stands for on one object: its name, its value, what reading it threw."""

    name: str
    value: Value
    error: NetException | None = None


@clr_class("Microsoft.PowerShell.Commands.PSPropertyExpression")
class PropertyExpression:
    """One -Property argument. `settings` holds the other keys of a hashtable, by canonical name."""

    __slots__ = ("_matches", "_run_block", "block", "has_wildcards", "name", "settings", "text")

    def __init__(self, expression: Value, settings: Mapping[str, Value] | None = None) -> None:
        plain = unwrap(expression)
        self.block: ScriptBlock | None = plain if isinstance(plain, ScriptBlock) else None
        self.text = to_string(plain)
        self.settings = dict(settings or {})
        self.name = to_string(self.settings["name"]) if "name" in self.settings else ""
        self.has_wildcards = self.block is None and has_wildcard(self.text)
        self._run_block: Callable[[Value], Value] | None = None
        self._matches = wildcard_matcher(self.text) if self.has_wildcards else None

    def __str__(self) -> str:
        return self.text

    def value(self, target: Value, session: Runspace) -> Value:
        """Return the value on one object, MISSING where it has no such property; not for wildcards."""
        if self.block is None:
            return read_property(target, self.text, session)
        try:
            return self._runner(session)(target)
        except NetException:
            return None

    def resolve(self, target: Value, session: Runspace) -> list[Resolved]:
        """Return all properties that the expression stands for on one object, with their values."""
        if self.block is not None:
            return [self._run(target, session)]
        names = self.names(target)
        return [self._read(target, name, session) for name in names]

    def names(self, target: Value) -> list[str]:
        """Return the names of the properties that a name or wildcard stands for on one object."""
        if self._matches is None:
            return members_named(target, self.text)
        matches = self._matches
        if is_plain(target):
            return [name for name in target.members if matches(name)]
        keys = hashtable_keys(target)
        found = [key for key in keys if matches(key)]
        if found:
            return found
        found = [each.name for each in members.properties(target) if matches(each.name)]
        for set_name, names in property_sets(target):
            if matches(set_name):
                found.extend(name for name in names if name not in found)
        return found

    def _runner(self, session: Runspace) -> Callable[[Value], Value]:
        if self._run_block is None:
            assert self.block is not None
            self._run_block = block_runner(session, self.block)
        return self._run_block

    def _run(self, target: Value, session: Runspace) -> Resolved:
        assert self.block is not None
        try:
            return Resolved(self.text, self._runner(session)(target))
        except NetException as problem:
            return Resolved(self.text, None, problem)

    def _read(self, target: Value, name: str, session: Runspace) -> Resolved:
        if type(target) is PSCustomObject:
            found = target.members.get(name, MISSING)
            if found is not MISSING and not isinstance(found, members.ExtendedMember):
                return Resolved(name, found)
        try:
            value = read_property(target, name, session)
        except NetException as problem:
            return Resolved(name, None, problem)
        return Resolved(name, None if value is MISSING else value)


def _convert(value: Value) -> Value:
    """Make the expression of a parameter that takes nothing else."""
    plain = unwrap(value)
    return PropertyExpression(plain) if isinstance(plain, (str, ScriptBlock)) and plain != "" else NotImplemented


named("Microsoft.PowerShell.Commands.PSPropertyExpression").data["convert"] = _convert


def block_runner(session: Runspace, block: ScriptBlock) -> Callable[[Value], Value]:
    """Return a function that runs a block with `$_` set, each time in an empty scope below the one it would run in.

    Every error leaves the block as an exception: what becomes of it is the command's affair.
    """
    scope = new_scope(session.scope_for(block))
    if scope.script.module is not session.scope.script.module:
        scope.frame = BlockFrame(block, scope, session.scope)
    run = LocalBlock(session, block, scope).value

    def call(target: Value) -> Value:
        if scope:
            scope.clear()
            scope.guards = None
        propagates, session.propagates = session.propagates, True
        try:
            with Within(scope):
                value = run(target)
        finally:
            session.propagates = propagates
        return None if value is AUTOMATION_NULL else value

    return call


def read_property(target: Value, name: str, session: Runspace) -> Value:
    """Return a property's value, MISSING where the object has none of that name. A hashtable's keys come first."""
    if type(target) is PSCustomObject:
        found = target.members.get(name, MISSING)
        if found is not MISSING and not isinstance(found, members.ExtendedMember):
            return found
    plain = target.base if isinstance(target, PSObject) else target
    if type(plain) is Hashtable and name in plain:
        return plain[name]
    if members.find_property(target, name) is None:
        return MISSING
    return members.get_member(target, name, session)


def is_plain(target: Value) -> bool:
    """True for a custom object that has nothing but notes."""
    if type(target) is not PSCustomObject or (target.type_names and not target.type_names[0].startswith("Selected.")):
        return False
    if type_data.touches_custom_objects():
        return False
    return not any(isinstance(each, members.ExtendedMember) for each in target.members.values())


def hashtable_keys(target: Value) -> list[str]:
    """Return the keys of a hashtable as property names; nothing for other objects, ordered dictionaries among them."""
    plain = unwrap(target)
    if not isinstance(plain, Hashtable) or isinstance(plain, OrderedDictionary):
        return []
    return [to_string(key) for key, _ in plain.items()]


def members_named(target: Value, name: str) -> list[str]:
    """Return the properties of one name, spelled as the object does: none, one, or those of a property set."""
    for key in hashtable_keys(target):
        if key.lower() == name.lower():
            return [key]
    found = members.find_property(target, name)
    if found is not None:
        return [found.name]
    for set_name, names in property_sets(target):
        if set_name.lower() == name.lower():
            return list(names)
    return []


def property_sets(target: Value) -> Iterable[tuple[str, Sequence[str]]]:
    """Return the property sets of an object: name and the names in it."""
    for each in members.members(target):
        if each.kind == "PropertySet":
            yield each.name, each.referenced


EXPRESSION: Final = {"expression": ("System.String", "System.Management.Automation.ScriptBlock")}
NAME: Final = {"name": ("System.String",), "label": ("System.String",)}
ORDER: Final = {"ascending": ("System.Boolean",), "descending": ("System.Boolean",)}


def parse_properties(
    command: Cmdlet, arguments: Value, keys: Mapping[str, Sequence[str]] = EXPRESSION
) -> list[PropertyExpression]:
    """Turn -Property arguments into expressions. Raises the command's terminating error for one that makes no sense."""
    return [_parse(command, each, keys) for each in arguments or () if each is not None]


def _parse(command: Cmdlet, argument: Value, keys: Mapping[str, Sequence[str]]) -> PropertyExpression:
    plain = unwrap(argument)
    if isinstance(plain, PropertyExpression):
        return plain
    if isinstance(plain, Hashtable):
        return _parse_table(command, plain, keys)
    if isinstance(plain, (str, ScriptBlock)):
        if plain == "":
            raise wrong_key(command, "Cannot convert an empty string to an expression.", "ExpressionEmptyString1")
        return PropertyExpression(plain)
    if isinstance(plain, (int, float)):
        return PropertyExpression(to_string(argument))
    expected = "System.String, System.Management.Automation.ScriptBlock, System.Collections.IDictionary"
    message = f"Cannot convert {type_of(plain).full_name} to one of the following types {{{expected}}}."
    raise wrong_key(command, message, "DictionaryKeyUnknownType")


def _parse_table(command: Cmdlet, table: Hashtable, keys: Mapping[str, Sequence[str]]) -> PropertyExpression:
    settings: dict[str, Value] = {}
    for key, value in table.items():
        canonical = find_key(command, to_string(key), keys)
        plain = unwrap(value)
        kind = type_of(plain).full_name if plain is not None else ""
        if not any(kind == allowed for allowed in keys[canonical]):
            if keys[canonical] == ("System.Boolean",):
                plain = bool(plain)
            elif plain is None or canonical == "expression":
                raise wrong_key(
                    command,
                    f"The {key} key has a type, {kind}, that is not valid; expected types are "
                    f"{{{', '.join(keys[canonical])}}}.",
                    "DictionaryKeyIllegalValue",
                )
        settings["name" if canonical == "label" else canonical] = plain
    if settings.get("expression") == "":
        raise wrong_key(
            command, "The Expression key cannot have an empty string as its value.", "ExpressionEmptyString2"
        )
    if "expression" not in settings:
        raise wrong_key(command, "The expression key is mandatory.", "DictionaryKeyMandatoryEntry")
    return PropertyExpression(settings.pop("expression"), settings)


def find_key(command: Cmdlet, key: str, keys: Iterable[str]) -> str:
    """Return the one of `keys` (in lower case) that a key, perhaps shortened, of a calculated property means."""
    lowered = key.lower()
    found = [each for each in keys if each.startswith(lowered)] if lowered else []
    if lowered in found:
        return lowered
    if not found:
        raise wrong_key(command, f"The {key} key is not valid.", "DictionaryKeyUnknown")
    if len(found) > 1:
        raise wrong_key(
            command, f"The {key} key is ambiguous; it can be {' or '.join(found)}.", "DictionaryKeyAmbiguous"
        )
    return found[0]


def wrong_key(command: Cmdlet, message: str, error_id: str) -> NetException:
    """Return the error of a calculated property that is not one."""
    return command.fail(
        command.error(message, error_id, ErrorCategory.InvalidArgument, exception=NotSupportedException)
    )
