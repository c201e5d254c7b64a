"""Enumerations: their values, their text, and the conversions to them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, ClassVar

from shell.types import ENUM, INT32, ClrType, register
from shell.types.conversion import cast_errors
from shell.types.conversion.numeric import number_to
from shell.types.conversion.text import to_string
from shell.values.errors import FormatException, OverflowException, PSInvalidCastException
from shell.values.objects import Char, PSObject, Value


class EnumValue(int):
    """A value of an enumeration: an int whose class carries the type."""

    __slots__ = ()

    clr_type: ClassVar[ClrType]

    def __str__(self) -> str:
        return enum_text(self.clr_type, int(self))

    def __repr__(self) -> str:
        return f"{self.clr_type.short_name}.{self}"


def make_enum(name: str, members: dict[str, int], *, flags: bool = False, underlying: ClrType = INT32) -> ClrType:
    """Make and return the type of an enumeration, without registering its name."""
    python_class = type(name.rpartition(".")[2], (EnumValue,), {"__slots__": ()})
    made = ClrType(name, ENUM, python_class=python_class, is_enum=True, is_value_type=True)
    ordered = sorted(members.items(), key=lambda item: item[1] if item[1] >= 0 else item[1] + (1 << 64))
    names: dict[int, str] = {}
    for member, value in ordered:
        names.setdefault(value, member)
    made.data.update(members=dict(ordered), names=names, flags=flags, underlying=underlying)
    python_class.clr_type = made  # type: ignore[attr-defined]
    return made


def register_enum(name: str, members: dict[str, int], *, flags: bool = False, underlying: ClrType = INT32) -> ClrType:
    """Make an enumeration and register its name."""
    return register(make_enum(name, members, flags=flags, underlying=underlying))


def enum_value(target: ClrType, number: int) -> Any:
    """Return a value of an enumeration, named or not."""
    assert target.python_class is not None
    return target.python_class(number)


def enum_members(target: ClrType) -> dict[str, int]:
    """Return names and numbers, ordered by number."""
    members: dict[str, int] = target.data["members"]
    return members


def enum_text(target: ClrType, number: int) -> str:
    """Return the name, the names of a combination of flags joined by `, `, or the number."""
    name = target.data["names"].get(number)
    if name is not None:
        return str(name)
    if not target.data["flags"] or number == 0:
        return str(number)
    left, found = number, []
    for value, name in reversed(target.data["names"].items()):
        if value and left & value == value:
            found.append(name)
            left &= ~value
    return str(number) if left else ", ".join(reversed(found))


def is_defined(target: ClrType, number: int) -> bool:
    """True for a named value and for a combination of named flags."""
    if number in target.data["names"]:
        return True
    if not target.data["flags"] or number < 0:
        return False
    mask = 0
    for value in target.data["names"]:
        mask |= value
    return not number & ~mask


def _undefined(value: Value, target: ClrType, error_id: str) -> PSInvalidCastException:
    names = ",".join(enum_members(target))
    return PSInvalidCastException(
        f'Cannot convert value "{to_string(value)}" to type "{target.name}" due to enumeration values that are not'
        f" valid. Specify one of the following enumeration values and try again. The possible enumeration values are"
        f' "{names}".',
        error_id=error_id,
    )


def null_to_enum(target: ClrType) -> PSInvalidCastException:
    """Return the error for converting $null to an enumeration."""
    names = ",".join(enum_members(target))
    return PSInvalidCastException(
        f'Cannot convert null to type "{target.name}" due to enumeration values that are not valid. Specify one of the'
        f" following enumeration values and try again. The possible enumeration values are"
        f' "{names}".',
        error_id="nullToEnumInvalidCast",
    )


def find_member(target: ClrType, word: str) -> int | None:
    """Return the number of a name, without case."""
    members = enum_members(target)
    if word in members:
        return members[word]
    lowered = word.lower()
    for name, value in members.items():
        if name.lower() == lowered:
            return value
    return None


def _parse_number(target: ClrType, text: str) -> int | None:
    digits = text[1:] if text[:1] in "+-" else text
    if not digits.isascii() or not digits.isdecimal():
        return None
    return int(number_to(int(text), target.data["underlying"]))


def parse_names(target: ClrType, text: str) -> int | None:
    """Return the number of a name, a number or a comma list, without case; None if a name is unknown."""
    total = 0
    number = _parse_number(target, text.strip())
    if number is not None:
        return number
    for word in text.split(","):
        value = find_member(target, word.strip())
        if value is None:
            return None
        total |= value
    return total


def _disambiguate(target: ClrType, word: str) -> tuple[int | None, str]:
    """Return the number for an unambiguous prefix of a name, or the reason why there is none."""
    exact = find_member(target, word)
    if exact is not None:
        return exact, ""
    lowered = word.lower()
    found = [name for name in enum_members(target) if name.lower().startswith(lowered)]
    if len(found) == 1:
        return enum_members(target)[found[0]], ""
    if not found:
        names = ", ".join(enum_members(target))
        return None, (
            f"Unable to match the identifier name {word} to a valid enumerator name. Specify one of the following"
            f" enumerator names and try again:\n{names}"
        )
    return None, (
        f"The identifier name {word} cannot be processed because it is either too similar or identical to the following"
        f" enumerator names: {', '.join(found)}. Use a more specific identifier name."
    )


def enum_from_text(text: str, target: ClrType) -> Value:
    """Convert a name (a unique beginning is enough), a comma list of names, or a number."""
    try:
        number = parse_names(target, text)
    except OverflowException as error:
        raise cast_errors.because(text, target, "CaseSensitiveEnumParseThrewAnException", error) from None
    if number is None:
        number, reason = _disambiguate(target, text)
        if number is None:
            raise cast_errors.because(text, target, "SubstringDisambiguationEnumParseThrewAnException", reason)
    if not is_defined(target, number):
        raise _undefined(text, target, "EnumParseUndefined")
    return enum_value(target, number)


def to_enum(value: Value, target: ClrType) -> Value:
    """Convert to an enumeration; raises PSInvalidCastException. The value is no PSObject."""
    kind = type(value)
    if kind is target.python_class:
        return value
    if value is None:
        raise null_to_enum(target)
    if kind is bool or kind is Char:
        raise cast_errors.invalid_cast(value, target, short=False)
    if isinstance(value, str):
        return enum_from_text(value, target)
    if isinstance(value, int):
        if not is_defined(target, value):
            raise _undefined(int(value), target, "UndefinedIntegerToEnum")
        return enum_value(target, int(value))
    if isinstance(value, (float, Decimal)):
        return enum_from_text(to_string(value), target)
    if isinstance(value, list):
        return enum_from_text(",".join(_element_name(each, target) for each in value), target)
    raise cast_errors.final(value, target)


def _element_name(value: Value, target: ClrType) -> str:
    """Return the names for an element of an array: a string as it is, other values converted."""
    base = value.base if isinstance(value, PSObject) else value
    return base if type(base) is str else str(to_enum(base, target))


def format_enum(value: Any, pattern: str) -> str:
    """Format a value: G and F as names, D as number, X as hexadecimal digits of the underlying width."""
    letter = pattern.upper() or "G"
    if letter in ("G", "F"):
        return str(value)
    if letter == "D":
        return str(int(value))
    if letter == "X":
        widths = {"System.Byte": 2, "System.SByte": 2, "System.Int16": 4, "System.UInt16": 4}
        widths |= {"System.Int64": 16, "System.UInt64": 16}
        width = widths.get(value.clr_type.data["underlying"].name, 8)
        return f"{int(value) & ((1 << 4 * width) - 1):0{width}X}"
    raise FormatException('Format string can be only "G", "g", "X", "x", "F", "f", "D" or "d".')
