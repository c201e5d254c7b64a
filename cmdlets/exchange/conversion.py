"""Conversion between the model's values and the shell's: enumerations, GUIDs, dates and lists."""

from __future__ import annotations

from datetime import datetime, timedelta
from ipaddress import IPv4Address, IPv6Address
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from organization.properties import Kind
from organization.values.address import ProxyAddress
from organization.values.enums import Choice, Flags
from organization.values.errors import BadValue
from organization.values.multivalued import Edit
from organization.values.size import ByteQuantifiedSize
from organization.values.unlimited import Unlimited
from shell.dotnet.net.addresses import IPAddress
from shell.dotnet.time.datetime import UNSPECIFIED, DateTime
from shell.lazy import lazy
from shell.types import named, type_of
from shell.types.conversion import cast_errors
from shell.types.conversion.conversion import convert
from shell.types.conversion.text import to_string
from shell.types.registry.enumeration import enum_value
from shell.values.objects import Hashtable, PSObject, Value

from . import directory_types as directory_types  # imported to register ADObjectId
from .address_types import proxy_of
from .kinds import enum_type, shell_type_name
from .multivalued import MultiValuedProperty
from .value_types import UnlimitedInt32, UnlimitedSize, net_exception

if TYPE_CHECKING:
    from shell.dotnet.numbers import convert as numbers_convert
else:
    numbers_convert = lazy("shell.dotnet.numbers.convert", globals(), "numbers_convert")


def to_shell(value: Any, kind: Kind | None = None) -> Value:
    """Return a model value as a script sees it. `kind` is the kind of the property that holds it."""
    if value is None or isinstance(value, bool | str):
        return value
    if isinstance(value, tuple):
        item = kind.item if kind is not None else None
        return MultiValuedProperty(
            (to_shell(each, item) for each in value), shell_type_name(item) if item else "string"
        )
    if isinstance(value, Unlimited):
        return _limit(value)
    if isinstance(value, Choice | Flags):
        return enum_value(enum_type(type(value)), int(value))
    return _plain(value)


def _limit(value: Unlimited[Any]) -> Unlimited[Any]:
    inner = None if value.is_unlimited else value.value
    made = UnlimitedSize if isinstance(inner, ByteQuantifiedSize) else UnlimitedInt32
    return made(inner, value._style)


def _plain(value: Any) -> Value:
    if isinstance(value, ProxyAddress):
        return proxy_of(value)
    if isinstance(value, bytes):
        return numbers_convert.byte_array(value)
    if isinstance(value, UUID):
        return _converted("System.Guid", str(value))
    if isinstance(value, datetime):
        return _date(value)
    if isinstance(value, IPv4Address | IPv6Address):
        return IPAddress(value)
    return value


def _converted(type_name: str, text: str) -> Value:
    return convert(text, named(type_name))


def secret_text(secure: Value) -> str:
    """Return the plain text of a SecureString or of a string; empty for null."""
    if secure is None:
        return ""
    return to_string(secure) if isinstance(secure, str) else str(secure.text)


def _date(moment: datetime) -> Value:
    return DateTime.of_python(moment, UNSPECIFIED)


def _edit(value: Hashtable) -> Edit:
    try:
        return Edit.from_mapping({to_string(key): to_model(each) for key, each in value.items()})
    except BadValue as error:
        target = named("Microsoft.Exchange.Data.MultiValuedProperty`1")
        raise cast_errors.because(value, target, "InvalidCastConstructorException", net_exception(error)) from None


def to_model(value: Value) -> Any:
    """Return a script's value as the model's declarations read it: lists as tuples, hashtables as edits, the rest
    unchanged.
    """
    if isinstance(value, PSObject) and value.base is not value:
        value = value.base
    if isinstance(value, Hashtable):
        return _edit(value)
    if isinstance(value, list):
        return tuple(to_model(each) for each in value)
    if type_of(value) is DATETIME:
        return _BEGINNING + timedelta(microseconds=value.ticks // 10)
    return value


_BEGINNING: Final = datetime(1, 1, 1)
DATETIME: Final = named("System.DateTime")
