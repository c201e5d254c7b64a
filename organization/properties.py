"""How the properties of directory objects are declared: once each, with all that is known about them.

From a declaration follow the parameters of `New-` and `Set-`, the output of `Get-`, range checks, help, completion.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from .errors import InvalidProperty, OutOfRange
from .names import ADObjectId
from .values.enums import Choice, Flags, member_text
from .values.errors import BadValue
from .values.multivalued import Edit, as_items
from .values.timespan import TICKS_A_SECOND, EnhancedTimeSpan
from .values.unlimited import UNLIMITED, Unlimited
from .versions.profile import Version

_INT32 = range(-(2**31), 2**31)
_ACRONYMS = {"ip": "IP", "ehlo": "EHLO", "gssapi": "GSSAPI", "utc": "UTC", "dns": "DNS", "oof": "OOF", "scl": "SCL"}


@dataclass(frozen=True, slots=True)
class Kind:
    """What values a property takes: how they are read, and what the type is called."""

    type_name: str
    """Exchange's or .NET's short name (`Boolean`, `ByteQuantifiedSize`, `Unlimited`, `MultiValuedProperty`)."""
    convert: Callable[[Any], Any]
    """Raises BadValue."""
    names: tuple[str, ...] = ()
    """The names to choose from, for enumerations."""
    item: Kind | None = None
    """The kind of one value, for properties with several and for limits that may be absent."""
    many: bool = False
    reference: str = ""
    """The class of the objects that the property refers to."""
    is_printed: bool = False
    """Whether versions print its values in different ways."""


def _text(value: Any) -> str:
    return value if isinstance(value, str) else str(value)


def _boolean(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.lower() in ("true", "false"):
        return value.lower() == "true"
    raise BadValue(f"'{value}' is not a Boolean value.")


def _int32(value: Any) -> int:
    try:
        number = int(value)
    except (TypeError, ValueError):
        raise BadValue("Input string was not in a correct format.") from None
    if number not in _INT32:
        raise BadValue("Value was either too large or too small for an Int32.", "OverflowException")
    return number


def _guid(value: Any) -> UUID:
    try:
        return value if isinstance(value, UUID) else UUID(str(value))
    except ValueError:
        raise BadValue(f"'{value}' is not a GUID.") from None


def _moment(value: Any) -> datetime:
    if isinstance(value, datetime):
        return value
    raise BadValue(f"'{value}' is not a date and time.")


_PLAIN: dict[Any, Kind] = {
    str: Kind("String", _text),
    bool: Kind("Boolean", _boolean, ("True", "False")),
    int: Kind("Int32", _int32),
    UUID: Kind("Guid", _guid),
    datetime: Kind("DateTime", _moment),
}


def kind_of(spec: Any) -> Kind:
    """The kind that a declaration names: a Kind itself, a plain Python type, or a value class with `convert`.

    A text names the type of a property that is only ever computed.
    """
    if isinstance(spec, Kind):
        return spec
    if isinstance(spec, str):
        return Kind(spec, lambda value: value)
    if spec in _PLAIN:
        return _PLAIN[spec]
    names: tuple[str, ...] = ()
    if issubclass(spec, Choice | Flags):
        names = tuple(member_text(member) for member in spec.__members__.values())
        names = ("None", *names) if issubclass(spec, Flags) else names
    return Kind(spec.__name__, spec.convert, names, is_printed=hasattr(spec, "with_style"))


def Many(spec: Any) -> Kind:
    """Several values of a kind, kept as a tuple."""
    item = kind_of(spec)
    return Kind(
        "MultiValuedProperty",
        lambda value: tuple(dict.fromkeys(map(item.convert, as_items(value)))),
        item.names,
        item,
        many=True,
        reference=item.reference,
        is_printed=item.is_printed,
    )


def OrUnlimited(spec: Any) -> Kind:
    """A value of a kind, or `unlimited`."""
    item = kind_of(spec)

    def convert(value: Any) -> Unlimited[Any]:
        if isinstance(value, Unlimited):
            return value if value.is_unlimited else Unlimited(item.convert(value.value))
        if isinstance(value, str) and value.strip().lower() == "unlimited":
            return UNLIMITED
        return Unlimited(item.convert(value))

    return Kind("Unlimited", convert, ("Unlimited",), item, is_printed=True)


def Reference(class_name: str) -> Kind:
    """Another object of the directory, by its ADObjectId. Whoever has a name only looks the object up first."""

    def convert(value: Any) -> ADObjectId:
        if isinstance(value, ADObjectId):
            return value
        raise BadValue(f"'{value}' does not identify an object.")

    return Kind("ADObjectId", convert, reference=class_name)


@dataclass(frozen=True, slots=True)
class Property:
    """One property of a class of objects."""

    attribute: str
    """Its name in Python."""
    name: str
    """Its name in Exchange."""
    kind: Kind
    default: Any
    """Converted; `REQUIRED` where a new object must say it."""
    help: str
    between: tuple[Any, Any] | None
    """The smallest and the largest value, converted. An absent limit is always allowed."""
    longest: int | None
    """The most characters of a text, or of each of several."""
    most: int | None
    """The most values, of several."""
    check: Callable[[Any], str | None] | None
    """Says what is wrong with a value."""
    since: Version | None
    until: Version | None
    read_only: bool
    hidden: bool
    """Kept in the object and never shown."""
    compute: Callable[[Any], Any] | None
    """Where the value follows from the others."""
    whole_number_is: str
    """`seconds`, where a bare number is that (the article's TarpitInterval), not what the type would make of it."""
    may_be_null: bool
    """Whether `$null` is a value, though the default is another one."""
    null_is_default: bool
    """Whether `$null` stands for the default."""

    @property
    def nullable(self) -> bool:
        """Whether `$null` is a value of it."""
        return self.default is None or self.may_be_null

    @property
    def _is_text(self) -> bool:
        """Whether the property is a text that may be empty: to the directory, `$null` is the same."""
        return self.default == "" and self.kind.type_name == "String"

    def convert(self, value: Any, current: Any = None) -> Any:
        """A value from what was given, in range and checked. An Edit applies to `current`. Raises InvalidProperty."""
        if value is None and not self.kind.many:
            if self.nullable:
                return None
            if self.null_is_default or self._is_text:
                return self.default
            raise InvalidProperty(self.name, value, "The property can't be set to $null.")
        try:
            converted = self._convert(value, current)
        except BadValue as error:
            raise InvalidProperty(self.name, value, error.text) from error
        self._check(converted)
        return converted

    def _convert(self, value: Any, current: Any) -> Any:
        if isinstance(value, Edit):
            if self.kind.item is None or not self.kind.many:
                raise BadValue("Values can be added to and removed from a property with several values only.")
            return value.apply(current or (), self.kind.item.convert)
        if self.whole_number_is and _is_whole(value):
            return EnhancedTimeSpan(int(value) * TICKS_A_SECOND)
        return self.kind.convert(value)

    def _check(self, value: Any) -> None:
        if self.between is not None and not _within(value, *self.between):
            raise OutOfRange(self.name, value, *self.between)
        if self.most is not None and len(value) > self.most:
            raise InvalidProperty(
                self.name, value, f"The property has {len(value)} values. The maximum number is {self.most}."
            )
        for item in as_items(value) if self.longest is not None else ():
            length = len(str(item))
            if self.longest is not None and length > self.longest:
                raise InvalidProperty(
                    self.name,
                    value,
                    f"The length of the property is too long. The maximum length is {self.longest} and the length of "
                    f"the value provided is {length}.",
                )
        problem = self.check(value) if self.check is not None else None
        if problem:
            raise InvalidProperty(self.name, value, problem)


class _Required:
    def __repr__(self) -> str:
        return "REQUIRED"


REQUIRED = _Required()


def _is_whole(value: Any) -> bool:
    return type(value) is int or (isinstance(value, str) and value.strip().isdecimal())


def _within(value: Any, low: Any, high: Any) -> bool:
    if isinstance(value, Unlimited):
        return value.is_unlimited or bool(low <= value.value <= high)
    return bool(low <= value <= high)


def pascal(attribute: str) -> str:
    """The name in Exchange that an attribute has by rule: `remote_ip_ranges` is RemoteIPRanges."""
    return "".join(_ACRONYMS.get(word, word[:1].upper() + word[1:]) for word in attribute.split("_"))


def prop(
    spec: Any,
    *,
    default: Any = REQUIRED,
    help: str = "",
    name: str = "",
    between: tuple[Any, Any] | None = None,
    longest: int | None = None,
    most: int | None = None,
    check: Callable[[Any], str | None] | None = None,
    since: str = "",
    until: str = "",
    read_only: bool = False,
    hidden: bool = False,
    whole_number_is: str = "",
    may_be_null: bool = False,
    null_is_default: bool = False,
) -> Any:
    """Declare a property. `default` and the limits may be written as a script would write them."""
    kind = kind_of(spec)
    limit = kind.item if kind.item is not None and not kind.many else kind
    return Property(
        attribute="",
        name=name,
        kind=kind,
        default=default if default is REQUIRED or default is None else kind.convert(default),
        help=help,
        between=(limit.convert(between[0]), limit.convert(between[1])) if between else None,
        longest=longest,
        most=most,
        check=check,
        since=Version.parse(since) if since else None,
        until=Version.parse(until) if until else None,
        read_only=read_only,
        hidden=hidden,
        compute=None,
        whole_number_is=whole_number_is,
        may_be_null=may_be_null,
        null_is_default=null_is_default,
    )


def derived(
    spec: Any,
    compute: Callable[[Any], Any],
    *,
    help: str = "",
    name: str = "",
    since: str = "",
    until: str = "",
    hidden: bool = False,
    init: Literal[False] = False,
) -> Any:
    """Declare a property whose value follows from the object's other properties. `init` is for type checkers."""
    declared = prop(spec, default=None, help=help, name=name, since=since, until=until, read_only=True, hidden=hidden)
    return replace(declared, compute=compute)


def bind(declared: Property, attribute: str) -> Property:
    """The declaration with the attribute that it was assigned to."""
    return replace(declared, attribute=attribute, name=declared.name or pascal(attribute))


def matching(pattern: str, problem: str) -> Callable[[Any], str | None]:
    """A check that a text, if there is one, matches a whole pattern."""
    compiled = re.compile(pattern)
    return lambda value: problem if value is not None and not compiled.fullmatch(str(value)) else None


def one_of(*checks: Callable[[Any], str | None]) -> Callable[[Any], str | None]:
    """A check that reports the first problem of several checks."""
    return lambda value: next((problem for check in checks if (problem := check(value))), None)


def by_attribute(properties: Sequence[Property]) -> dict[str, Property]:
    """Properties by their Python names."""
    return {item.attribute: item for item in properties}
