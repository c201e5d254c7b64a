"""The interfaces that everyday .NET types implement, and the members of these interfaces.

PowerShell lists the methods of a type's interfaces beside the type's own: `bool IConvertible.ToBoolean(...)`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from shell.types.registry.table import ClrType

_PROVIDER: Final = "System.IFormatProvider provider"
_CONVERSIONS: Final = (
    "bool:Boolean char:Char sbyte:SByte byte:Byte short:Int16 ushort:UInt16 int:Int32 uint:UInt32 long:Int64"
    " ulong:UInt64 float:Single double:Double decimal:Decimal datetime:DateTime string:String"
)
_SERIALIZE: Final = (
    "System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context"
)
_FORMAT_INTO: Final = f"[ref] int {{}}Written, System.ReadOnlySpan[char] format, {_PROVIDER}"


def _writers(*names: str) -> tuple[str, ...]:
    tries = tuple(f"bool TryWrite{name}(System.Span[byte] destination, [ref] int bytesWritten)" for name in names)
    forms = ("byte[] destination", "byte[] destination, int startIndex", "System.Span[byte] destination")
    return tries + tuple(f"int Write{name}({form})" for name in names for form in forms)


_METHODS: Final[dict[str, tuple[str, ...]]] = {
    "IComparable": ("int CompareTo(System.Object obj)",),
    "IComparable[T]": ("int CompareTo(T other)",),
    "IEquatable[T]": ("bool Equals(T other)",),
    "IConvertible": (
        "System.TypeCode GetTypeCode()",
        *(
            f"{shown} To{name}({_PROVIDER})"
            for shown, _, name in (each.partition(":") for each in _CONVERSIONS.split())
        ),
        f"System.Object ToType(type conversionType, {_PROVIDER})",
    ),
    "IFormattable": ("string ToString(string format, System.IFormatProvider formatProvider)",),
    "ISpanFormattable": (f"bool TryFormat(System.Span[char] destination, {_FORMAT_INTO.format('chars')})",),
    "IUtf8SpanFormattable": (f"bool TryFormat(System.Span[byte] utf8Destination, {_FORMAT_INTO.format('bytes')})",),
    "IBinaryInteger[T]": (
        "int GetByteCount()",
        "int GetShortestBitLength()",
        *_writers("BigEndian", "LittleEndian"),
    ),
    "IFloatingPoint[T]": (
        "int GetExponentByteCount()",
        "int GetExponentShortestBitLength()",
        "int GetSignificandBitLength()",
        "int GetSignificandByteCount()",
        *_writers("ExponentBigEndian", "ExponentLittleEndian", "SignificandBigEndian", "SignificandLittleEndian"),
    ),
    "ICloneable": ("System.Object Clone()",),
    "IEnumerable": ("System.Collections.IEnumerator GetEnumerator()",),
    "IEnumerable[char]": ("System.Collections.Generic.IEnumerator[char] GetEnumerator()",),
    "ICollection": ("void CopyTo(array array, int index)",),
    "IList": (
        "int Add(System.Object value)",
        "bool Contains(System.Object value)",
        "void Clear()",
        "int IndexOf(System.Object value)",
        "void Insert(int index, System.Object value)",
        "void Remove(System.Object value)",
        "void RemoveAt(int index)",
    ),
    "IDictionary": (
        "bool Contains(System.Object key)",
        "void Add(System.Object key, System.Object value)",
        "void Clear()",
        "System.Collections.IDictionaryEnumerator GetEnumerator()",
        "void Remove(System.Object key)",
    ),
    "IStructuralComparable": ("int CompareTo(System.Object other, System.Collections.IComparer comparer)",),
    "IStructuralEquatable": (
        "bool Equals(System.Object other, System.Collections.IEqualityComparer comparer)",
        "int GetHashCode(System.Collections.IEqualityComparer comparer)",
    ),
    "ISerializable": (f"void GetObjectData({_SERIALIZE})",),
    "IDeserializationCallback": ("void OnDeserialization(System.Object sender)",),
    "IDynamicMetaObjectProvider": (
        "System.Dynamic.DynamicMetaObject GetMetaObject(System.Linq.Expressions.Expression parameter)",
    ),
}

_PROPERTIES: Final[dict[str, dict[str, str]]] = {
    "ICollection": {"Count": "int", "IsSynchronized": "bool", "SyncRoot": "System.Object"},
    "IList": {"IsFixedSize": "bool", "IsReadOnly": "bool"},
    "IDictionary": {"IsFixedSize": "bool", "IsReadOnly": "bool"},
}

_COMPARED: Final = "IComparable IFormattable IComparable[T] IEquatable[T] ISpanFormattable IUtf8SpanFormattable"
_NUMBER: Final = (
    "IComparable IConvertible IFormattable IComparable[T] IEquatable[T] ISpanFormattable IUtf8SpanFormattable"
)
_LIST: Final = "IList ICollection IEnumerable"

_IMPLEMENTED: Final[dict[str, str]] = {
    **{
        f"System.{name}": f"{_NUMBER} IBinaryInteger[T]"
        for name in ["SByte", "Byte", "Int16", "UInt16", "Int32", "UInt32", "Int64", "UInt64", "Char"]
    },
    **{f"System.{name}": f"{_NUMBER} IFloatingPoint[T]" for name in ("Single", "Double")},
    "System.Decimal": f"{_NUMBER} IFloatingPoint[T] ISerializable IDeserializationCallback",
    "System.Numerics.BigInteger": f"{_COMPARED} IBinaryInteger[T]",
    "System.Boolean": "IComparable IConvertible IComparable[T] IEquatable[T]",
    "System.Enum": "IComparable IFormattable ISpanFormattable IConvertible",
    "System.String": "IComparable IEnumerable IConvertible IEnumerable[char] IComparable[T] IEquatable[T] ICloneable",
    "System.DateTime": f"{_NUMBER} ISerializable",
    "System.DateTimeOffset": f"{_COMPARED} ISerializable IDeserializationCallback",
    "System.TimeSpan": _COMPARED,
    "System.Guid": _COMPARED,
    "System.Version": f"{_COMPARED} ICloneable",
    "System.Uri": "IFormattable ISpanFormattable ISerializable IEquatable[T]",
    "System.Net.IPAddress": "IFormattable ISpanFormattable IUtf8SpanFormattable",
    "System.Array": f"ICloneable {_LIST} IStructuralComparable IStructuralEquatable",
    "System.Collections.ArrayList": f"{_LIST} ICloneable",
    "System.Collections.Generic.List`1": _LIST,
    "System.Collections.Hashtable": (
        "IDictionary ICollection IEnumerable ISerializable IDeserializationCallback ICloneable"
    ),
    "System.Collections.Specialized.OrderedDictionary": (
        "IDictionary ICollection IEnumerable ISerializable IDeserializationCallback"
    ),
    "System.Collections.Generic.Dictionary`2": (
        "IDictionary ICollection IEnumerable ISerializable IDeserializationCallback"
    ),
    "System.Exception": "ISerializable",
    "System.Text.StringBuilder": "ISerializable",
    "System.Text.RegularExpressions.Regex": "ISerializable",
    "System.Management.Automation.ErrorRecord": "ISerializable",
    "System.Management.Automation.PSObject": "IFormattable IComparable ISerializable IDynamicMetaObjectProvider",
}
"""The interfaces of a type beyond those of its bases, in reflection's order."""


def _of(lineage: Sequence[str]) -> Iterator[str]:
    for name in lineage:
        yield from _IMPLEMENTED.get(name, "").split()


def methods(lineage: Sequence[str], owner: ClrType) -> Iterator[tuple[str, str]]:
    """Yield the name and the definition of each method of a type's interfaces."""
    shown = owner.accelerator
    for interface in _of(lineage):
        for definition in _METHODS.get(interface, ()):
            head, bracket, parameters = definition.partition("(")
            returns, _, name = head.rpartition(" ")
            text = f"{returns} {interface}.{name}{bracket}{parameters}"
            yield name, text.replace("[T]", f"[{shown}]").replace("(T ", f"({shown} ")


def properties(lineage: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the name and the type of each property of a type's interfaces."""
    for interface in _of(lineage):
        yield from _PROPERTIES.get(interface, {}).items()


def indexers(lineage: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the name and the definition of each indexer of a type's interfaces."""
    if "IList" in _of(lineage):
        yield "Item", "System.Object IList.Item(int index) {get;set;}"


def without_names(definition: str) -> str:
    """Return a definition without the names of its parameters."""
    head, bracket, rest = definition.partition("(")
    kinds = [each.rpartition(" ")[0] for each in rest.rstrip(")").split(", ")]
    return f"{head}{bracket}{', '.join(kinds)})"
