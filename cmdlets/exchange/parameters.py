"""Parameters made from the declarations of model properties."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final

from organization.properties import Kind, Property
from organization.values.errors import BadValue
from organization.values.multivalued import Edit, as_items
from organization.values.timespan import TICKS_A_SECOND, EnhancedTimeSpan
from shell.engine.commands.cmdlet import ParameterDeclaration, parameter
from shell.lazy import lazy
from shell.types import INT32, named
from shell.types.conversion import cast_errors
from shell.types.conversion.conversion import convert
from shell.values.errors import FormatException, PSInvalidCastException
from shell.values.objects import Value

from .conversion import to_model
from .identities import id_type, names_of
from .kinds import shell_type_name
from .multivalued import MultiValuedProperty
from .value_types import DATA, net_exception

if TYPE_CHECKING:
    from cmdlets.exchange import models
else:
    models = lazy("cmdlets.exchange.models", globals())


class ValueEdits(MultiValuedProperty):
    """`@{Add=...; Remove=...}` as the value of a parameter for several values."""

    __slots__ = ("edit",)

    def __init__(self, edit: Edit) -> None:
        super().__init__((*edit.add, *edit.remove))
        self.edit = edit


def parameter_for(declared: Property, aliases: Sequence[str] = (), name: str = "", **more: Any) -> ParameterDeclaration:
    """Return the parameter that sets a property: type, help, completion values and the version that introduced it."""
    kind = declared.kind
    type_name = parameter_type(kind)
    takes_null = declared.nullable or declared.null_is_default
    made: ParameterDeclaration = parameter(
        f"System.Nullable`1[{type_name}]" if takes_null and _has_no_null(kind, type_name) else type_name,
        name=name or declared.name,
        aliases=tuple(aliases),
        help=declared.help,
        allow_null=True,
        allow_empty_string=True,
        allow_empty_collection=True,
        since=str(declared.since) if declared.since else None,
        transform=_transform(declared),
        completer=_completer(kind),
        **more,
    )
    made.extra["names"] = kind.names
    made.extra["property"] = declared
    return made


def _has_no_null(kind: Kind, type_name: str) -> bool:
    """True if a type has no null of its own: numbers, addresses and enumerations."""
    return type_name in _STRUCTURES or (not kind.many and bool(kind.names) and kind.item is None)


_STRUCTURES: Final = ("bool", "datetime", "int", DATA + "SmtpAddress")


def _completer(kind: Kind) -> Any:
    if kind.reference:
        return names_of(models.model_named(kind.reference))
    names = kind.item.names if kind.item is not None and not kind.names else kind.names
    return (lambda session, word: [name for name in names if name.lower().startswith(word.lower())]) if names else None


def parameter_type(kind: Kind) -> str:
    """Return the parameter type for values of a kind."""
    if kind.reference and not kind.many:
        return id_type(kind.reference)
    return shell_type_name(kind)


def _transform(declared: Property) -> Callable[[Value], Value] | None:
    kind = declared.kind
    if kind.many:
        return lambda value: _several(kind, value)
    if kind.type_name == "Int32":
        return _whole_number
    if declared.whole_number_is:
        return lambda value: _typed(kind, _seconds(value))
    return None if kind.type_name == "String" else lambda value: _typed(kind, value)


def _typed(kind: Kind, value: Value) -> Value:
    """Convert a value to the parameter's type; failure is an error of argument transformation, as with remoting."""
    return None if value is None else convert(value, named(parameter_type(kind)), for_binding=True)


def _several(kind: Kind, value: Value) -> Value:
    """Convert the values of a multivalued parameter one by one, so that a wrong one is an error of binding."""
    if value is None:
        return None
    assert kind.item is not None
    item = kind.item
    given = to_model(value)
    if isinstance(given, Edit):
        return ValueEdits(
            Edit(tuple(_one(item, each) for each in given.add), tuple(_one(item, each) for each in given.remove))
        )
    return MultiValuedProperty((_one(item, each) for each in as_items(given)), shell_type_name(item))


def _one(item: Kind, value: Any) -> Any:
    if item.reference:
        return convert(value, named(id_type(item.reference)))
    try:
        return item.convert(value)
    except BadValue as error:
        target = named(shell_type_name(item))
        raise cast_errors.because(value, target, "InvalidCastParseTargetInvocation", net_exception(error)) from None


_FORMAT: Final = "Input string was not in a correct format."


def _whole_number(value: Value) -> Value:
    """Convert to Int32 as the server's own .NET does: its message does not repeat the text."""
    try:
        return convert(value, INT32) if isinstance(value, str) else value
    except PSInvalidCastException as error:
        if isinstance(error.inner, FormatException):
            raise cast_errors.because(value, INT32, error.error_id or "", FormatException(_FORMAT)) from None
        raise


class BareSeconds(EnhancedTimeSpan):
    """A time span that was written as a whole number of seconds."""

    __slots__ = ()


def _seconds(value: Value) -> Value:
    """Read the documented form `-TarpitInterval:<seconds>`."""
    text = str(value).strip() if isinstance(value, int | str) and not isinstance(value, bool) else ""
    return BareSeconds(int(text) * TICKS_A_SECOND) if text.isdecimal() and text.isascii() else value


def given_value(value: Value) -> Any:
    """Return the bound value of such a parameter, as the model's declaration reads it."""
    if isinstance(value, ValueEdits):
        return value.edit
    return to_model(value)


__all__ = ["DATA", "BareSeconds", "ValueEdits", "given_value", "parameter_for", "parameter_type"]
