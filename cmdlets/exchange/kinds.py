""".NET types for the kinds of the model's properties."""

from __future__ import annotations

import functools
from typing import Final

from organization.properties import Kind
from organization.values.enums import Choice, Flags, member_text
from shell.types import ClrType
from shell.types.registry.enumeration import register_enum

from .multivalued import ADDRESS, ADDRESSES, OPEN

_SHORT: Final = {
    "String": "string",
    "Boolean": "bool",
    "Int32": "int",
    "Guid": "guid",
    "DateTime": "datetime",
    "IPAddress": "System.Net.IPAddress",
    "ADObjectId": "Microsoft.Exchange.Data.Directory.ADObjectId",
}
_VALUE_TYPES: Final = frozenset(
    {
        "AddressSpace",
        "ByteQuantifiedSize",
        "EnhancedTimeSpan",
        "IPBinding",
        "IPRange",
        "ProxyAddress",
        "ServerVersion",
        "SmtpAddress",
        "SmtpDomain",
        "SmtpDomainWithSubdomains",
    }
)


def shell_type_name(kind: Kind) -> str:
    """Return the type name, as a script writes it, of values of a kind."""
    if kind.many:
        return OPEN
    if kind.type_name == "Unlimited" and kind.item is not None:
        return f"Microsoft.Exchange.Data.Unlimited`1[{shell_type_name(kind.item)}]"
    owner = getattr(kind.convert, "__self__", None)
    if isinstance(owner, type) and issubclass(owner, Choice | Flags):
        return enum_type(owner).name
    if kind.type_name in _VALUE_TYPES:
        return f"Microsoft.Exchange.Data.{kind.type_name}"
    return _SHORT.get(kind.type_name, "object")


def member_type_name(kind: Kind) -> str:
    """Return the type name of a property; for a list it includes the element type."""
    if not kind.many or kind.item is None:
        return shell_type_name(kind)
    element = shell_type_name(kind.item)
    return ADDRESSES if element == ADDRESS else f"{OPEN}[{element}]"


@functools.cache
def enum_type(kind: type[Choice] | type[Flags]) -> ClrType:
    """Return the .NET enumeration for a model enumeration."""
    members = {member_text(member): int(member) for member in kind.__members__.values()}
    is_flags = issubclass(kind, Flags)
    if is_flags:
        members = {"None": 0, **members}
    return register_enum(f"Microsoft.Exchange.Data.{kind.__name__}", members, flags=is_flags)
