"""CLIXML to objects: primitives keep their type, other objects become property bags of a `Deserialized.` type."""

from __future__ import annotations

import base64
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from shell.dotnet.automation.clixml_writer import NAMESPACE
from shell.dotnet.net.addresses import MailAddress
from shell.dotnet.security.credentials import PSCredential, SecureString
from shell.dotnet.xml.reading import invalid_at
from shell.lazy import lazy
from shell.types import BYTE, named
from shell.types.conversion.conversion import convert, try_convert
from shell.types.members.extended_members import BuiltInScriptProperty
from shell.values.errors import InvalidCastException, SystemException, exception_class
from shell.values.objects import (
    ArrayList,
    BigInteger,
    Byte,
    Char,
    Hashtable,
    Int16,
    Int64,
    OrderedDictionary,
    PSCustomObject,
    PSObject,
    SByte,
    Single,
    SwitchParameter,
    TypedArray,
    UInt16,
    UInt32,
    UInt64,
    Value,
)

if TYPE_CHECKING:
    from shell.types.members import access
else:
    access = lazy("shell.types.members.access", globals())


XmlException = exception_class("System.Xml.XmlException", SystemException, __name__)

_ENCODED: Final = re.compile("(?:_x[0-9A-Fa-f]{4}_)+")
_DURATION: Final = re.compile(r"(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d+))?S)?)?", re.ASCII)
_PREFIX: Final = f"{{{NAMESPACE}}}"
_DESERIALIZED: Final = "Deserialized."


def deserialize(text: str) -> list[Value]:
    """Return the values of a document; raises XmlException."""
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as problem:
        line, offset = problem.position
        raise XmlException(invalid_at(line, offset + 1)) from None
    if root.tag != _PREFIX + "Objs":
        raise XmlException(f"Element 'Objs' with namespace name '{NAMESPACE}' was not found.")
    reader = _Reader()
    return [reader.value(each) for each in root]


def decode(text: str) -> str:
    """Return text with each `_xHHHH_` turned back into its UTF-16 unit."""
    return _ENCODED.sub(_unescape, text) if "_x" in text else text


def _unescape(found: re.Match[str]) -> str:
    units = re.findall("[0-9A-Fa-f]{4}", found.group())
    return b"".join(int(unit, 16).to_bytes(2, "big") for unit in units).decode("utf-16-be", "surrogatepass")


def ticks_of(text: str) -> int:
    """Return the 100 ns ticks of an ISO 8601 duration."""
    found = _DURATION.fullmatch(text)
    if found is None:
        raise XmlException(f"The string '{text}' is not a valid TimeSpan value.")
    sign, days, hours, minutes, seconds, fraction = found.groups()
    total = ((int(days or 0) * 24 + int(hours or 0)) * 60 + int(minutes or 0)) * 60 + int(seconds or 0)
    ticks = total * 10_000_000 + int((fraction or "").ljust(7, "0")[:7])
    return -ticks if sign else ticks


def _float(text: str) -> float:
    return float(text.replace("INF", "inf"))


def _cast(type_name: str) -> Callable[[str], Value]:
    def cast(text: str) -> Value:
        return convert(decode(text), named(type_name))

    return cast


def _duration(text: str) -> Value:
    return convert(Int64(ticks_of(text)), named("System.TimeSpan"))


def _bytes(text: str) -> Value:
    return TypedArray(BYTE, map(Byte, base64.b64decode(text)))


def _secret(text: str) -> Value:
    """Return a secure string, which PowerShell on Linux and macOS writes as UTF-16 in hexadecimal."""
    try:
        return SecureString(bytes.fromhex(text.strip()).decode("utf-16-le"))
    except ValueError:
        raise XmlException("The secure string was not written on this kind of system.") from None


_PRIMITIVES: Final[dict[str, Callable[[str], Value]]] = {
    "S": decode,
    "B": lambda text: text == "true",
    "I32": int,
    "I64": Int64,
    "I16": Int16,
    "By": Byte,
    "SB": SByte,
    "U16": UInt16,
    "U32": UInt32,
    "U64": UInt64,
    "Db": _float,
    "Sg": lambda text: Single(_float(text)),
    "D": Decimal,
    "C": lambda text: Char(chr(int(text))),
    "Nil": lambda text: None,
    "SBK": decode,
    "BA": _bytes,
    "TS": _duration,
    "DT": _cast("System.DateTime"),
    "G": _cast("System.Guid"),
    "URI": _cast("System.Uri"),
    "Version": _cast("System.Version"),
    "XD": _cast("System.Xml.XmlDocument"),
    "SS": _secret,
}


def _primitive(tag: str, read: Callable[[str], Value], text: str) -> Value:
    """Return the value of a primitive element; raises XmlException for a text that does not fit its tag."""
    try:
        return read(text)
    except (ValueError, OverflowError, ArithmeticError, InvalidCastException):
        raise XmlException(f"The value of the element '{tag}' cannot be read: '{text}'.") from None


_LISTS: Final = frozenset(("LST", "IE", "QUE", "STK"))


class _Reader:
    """Resolves the reference ids of the objects and type name lists of one document."""

    def __init__(self) -> None:
        self._objects: dict[str, Value] = {}
        self._names: dict[str, list[str]] = {}

    def value(self, node: ElementTree.Element) -> Value:
        """Return the value of an element."""
        tag = node.tag.removeprefix(_PREFIX)
        primitive = _PRIMITIVES.get(tag)
        if primitive is not None:
            return _primitive(tag, primitive, node.text or "")
        if tag == "Ref":
            return self._objects.get(node.get("RefId", ""))
        if tag == "Obj":
            value = self._object(node)
            self._objects[node.get("RefId", "")] = value
            return value
        raise XmlException(f"Element '{tag}' with namespace name '{NAMESPACE}' was not expected.")

    def _object(self, node: ElementTree.Element) -> Value:
        names: list[str] = []
        members: dict[str, Any] = {}
        base: Any = None
        text: str | None = None
        for child in node:
            tag = child.tag.removeprefix(_PREFIX)
            if tag == "TN":
                names = [decode(each.text or "") for each in child]
                self._names[child.get("RefId", "")] = names
            elif tag == "TNRef":
                names = self._names.get(child.get("RefId", ""), [])
            elif tag in ("Props", "MS"):
                members.update((decode(each.get("N", "")), self.value(each)) for each in child)
            elif tag == "ToString":
                text = decode(child.text or "")
            elif tag in _LISTS:
                base = ArrayList(self.value(each) for each in child)
            elif tag == "DCT":
                base = self._dictionary(child, names)
            else:
                base = self.value(child)
        return _made(names, base, members, text)

    def _dictionary(self, node: ElementTree.Element, names: list[str]) -> Hashtable:
        ordered = bool(names) and names[0].endswith("OrderedDictionary")
        table: Hashtable = OrderedDictionary() if ordered else Hashtable()
        for entry in node:
            pair = {each.get("N"): self.value(each) for each in entry}
            table[pair.get("Key")] = pair.get("Value")
        return table


def _converted(type_name: str, member: str) -> Callable[[dict[str, Any]], Value]:
    """Return a function that restores a type from one of its properties, null if that fails."""

    def revive(members: dict[str, Any]) -> Value:
        fits, made = try_convert(members.get(member), named(type_name))
        return made if fits else None

    return revive


def _mail_address(members: dict[str, Any]) -> Value:
    user, host, shown = members.get("User"), members.get("Host"), members.get("DisplayName")
    return MailAddress(user, host, shown or "") if isinstance(user, str) and isinstance(host, str) else None


def _credential(members: dict[str, Any]) -> Value:
    name, password = members.get("UserName"), members.get("Password")
    return PSCredential(name, password) if name and isinstance(password, SecureString) else None


_REVIVED: Final[dict[str, Callable[[dict[str, Any]], Value]]] = {
    "System.Globalization.CultureInfo": _converted("System.Globalization.CultureInfo", "Name"),
    "System.Management.Automation.PSCredential": _credential,
    "System.Net.IPAddress": _converted("System.Net.IPAddress", "IPAddressToString"),
    "System.Net.Mail.MailAddress": _mail_address,
}
"""The types that are restored: those with a deserializing converter in the engine's type data."""


def _made(names: list[str], base: Value, members: dict[str, Any], text: str | None) -> Value:
    if names[:1] == ["System.Management.Automation.SwitchParameter"]:
        return SwitchParameter(bool(members.get("IsPresent")))
    revived = _REVIVED.get(names[0]) if names else None
    if revived is not None and (found := revived(members)) is not None:
        return found
    prefixed = [name if name.startswith(_DESERIALIZED) else _DESERIALIZED + name for name in names]
    if base is None:
        made: PSObject = PSCustomObject(members, prefixed)
    elif names[:1] in (["System.Collections.Hashtable"],) and not members:
        return base
    else:
        made = PSObject(base, members, prefixed or None)
    if text is not None:
        access.set_own_text(made, text)
        if "System.Enum" in (name.removeprefix(_DESERIALIZED) for name in names):
            shown = text
            made.members["Value"] = BuiltInScriptProperty("Value", lambda _: shown, "System.Object", "$this.ToString()")
    return made


__all__ = ["BigInteger", "deserialize", "ticks_of"]
