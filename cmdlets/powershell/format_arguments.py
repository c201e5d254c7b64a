"""-Property and -GroupBy of the Format-* commands: names, script blocks, and hashtables with a few keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from cmdlets.powershell.property_expression import find_key, wrong_key
from shell.display.expressions import Expression
from shell.engine.commands.cmdlet import Cmdlet
from shell.engine.run.script_block import ScriptBlock
from shell.types import named, type_of
from shell.types.conversion.conversion import try_convert
from shell.types.conversion.text import to_string
from shell.values.errors import NetException
from shell.values.objects import Hashtable, Value, unwrap

TABLE_KEYS: Final = ("expression", "label", "name", "width", "alignment", "formatstring")
LIST_KEYS: Final = ("expression", "label", "name", "formatstring")
WIDE_KEYS: Final = ("expression", "formatstring")
CUSTOM_KEYS: Final = ("expression", "depth")

_ALIGNMENTS: Final = ("left", "center", "right")
_SETTINGS: Final = {"label": "label", "name": "label", "width": "width", "alignment": "align", "formatstring": "format"}
_KEY_TYPES: Final = {
    "expression": "System.String, System.Management.Automation.ScriptBlock",
    "width": "System.Int32",
    "depth": "System.Int32",
}
_ARGUMENT_TYPES: Final = "System.String, System.Management.Automation.ScriptBlock, System.Collections.IDictionary"


def parse_expressions(command: Cmdlet, arguments: Sequence[Value] | None, keys: Sequence[str]) -> list[Expression]:
    """Return the expressions of -Property. Raises the command's terminating error for an argument without sense."""
    return [parse_expression(command, each, keys) for each in arguments or () if each is not None]


def parse_expression(command: Cmdlet, argument: Value, keys: Sequence[str]) -> Expression:
    """Return the expression of one argument."""
    plain = unwrap(argument)
    if isinstance(plain, Hashtable):
        return _from_table(command, plain, keys)
    if isinstance(plain, ScriptBlock):
        return Expression(plain)
    if isinstance(plain, str):
        if not plain:
            raise wrong_key(command, "Cannot convert an empty string to an expression.", "ExpressionEmptyString1")
        return Expression(plain)
    if isinstance(plain, (int, float)):
        return Expression(to_string(plain))
    raise wrong_key(
        command,
        f"Cannot convert {type_of(plain).full_name} to one of the following types {{{_ARGUMENT_TYPES}}}.",
        "DictionaryKeyUnknownType",
    )


def _from_table(command: Cmdlet, table: Hashtable, keys: Sequence[str]) -> Expression:
    source: Any = None
    settings: dict[str, Any] = {}
    for key, value in table.items():
        if not isinstance(unwrap(key), str):
            raise wrong_key(
                command, f"A key of type {type_of(key).full_name} is not valid.", "DictionaryKeyIllegalType"
            )
        canonical = find_key(command, to_string(key), keys)
        if canonical == "expression":
            source = _expression_value(command, to_string(key), unwrap(value))
        else:
            settings[_SETTINGS.get(canonical, canonical)] = _VALUES[canonical](command, to_string(key), unwrap(value))
    if source is None:
        raise wrong_key(command, "The expression key is mandatory.", "DictionaryKeyMandatoryEntry")
    return Expression(source, settings.pop("label", ""), **settings)


def _expression_value(command: Cmdlet, key: str, value: Value) -> Any:
    if isinstance(value, ScriptBlock):
        return value
    if isinstance(value, str):
        if not value:
            raise wrong_key(
                command, f"The {key} key cannot have an empty string as its value.", "ExpressionEmptyString2"
            )
        return value
    raise _illegal(command, key, value, _KEY_TYPES["expression"])


def _illegal(command: Cmdlet, key: str, value: Value, expected: str) -> NetException:
    kind = "" if value is None else type_of(value).full_name
    return wrong_key(
        command,
        f"The {key} key has a type, {kind}, that is not valid; expected types are {{{expected}}}.",
        "DictionaryKeyIllegalValue",
    )


def _label(command: Cmdlet, key: str, value: Value) -> str:
    if not isinstance(value, str):
        raise _illegal(command, key, value, "System.String")
    if not value:
        raise wrong_key(command, f"The {key} key cannot have an empty string as its value.", "LabelEmptyString")
    return value


def _format(command: Cmdlet, key: str, value: Value) -> str:
    if not isinstance(value, str):
        raise _illegal(command, key, value, "System.String")
    if not value:
        raise wrong_key(command, f"The {key} key cannot have an empty string as its value.", "EmptyFormatStringValue")
    return value


def _number(command: Cmdlet, key: str, value: Value) -> int:
    fits, number = try_convert(value, named("System.Int32"))
    if not fits or value is None:
        raise _illegal(command, key, value, "System.Int32")
    if number <= 0:
        raise wrong_key(command, f"The value of the {key} key, {number}, is not in the valid range.", "WidthOutOfRange")
    return int(number)


def _alignment(command: Cmdlet, key: str, value: Value) -> str:
    if not isinstance(value, str):
        raise _illegal(command, key, value, "System.String")
    found = [each for each in _ALIGNMENTS if value and each.startswith(value.lower())]
    if not found:
        legal = ", ".join(_ALIGNMENTS)
        raise wrong_key(
            command,
            f'The {key} key has "{value}" as its value, which is not one of the legal values: {legal}.',
            "AlignmentIllegalValue",
        )
    return found[0]


_VALUES: Final[dict[str, Callable[[Cmdlet, str, Value], Any]]] = {
    "label": _label,
    "name": _label,
    "width": _number,
    "depth": _number,
    "alignment": _alignment,
    "formatstring": _format,
}


__all__ = ["CUSTOM_KEYS", "LIST_KEYS", "TABLE_KEYS", "WIDE_KEYS", "parse_expression", "parse_expressions"]
