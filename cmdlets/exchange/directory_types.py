""".NET types for references to directory objects, as scripts see them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from organization.names import ADObjectId, unescape
from shell.types import named
from shell.types.conversion.conversion import convert
from shell.types.registry.declarations import clr_class, clr_method, clr_property
from shell.values.objects import Value

from .value_types import add_comparison

_DIRECTORY: Final = "Microsoft.Exchange.Data.Directory."
OBJECT_ID: Final = _DIRECTORY + "ADObjectId"


@dataclass(frozen=True, slots=True)
class AdName:
    """The first relative name of a distinguished name, `CN=Anna Berg`."""

    text: str

    def __str__(self) -> str:
        return self.text


@clr_class(_DIRECTORY + "AdName", python_class=AdName)
class _Name:
    @clr_property("Prefix", "string")
    def prefix(self: Any) -> str:
        return str(self.text.partition("=")[0])

    @clr_property("EscapedName", "string")
    def escaped(self: Any) -> str:
        return str(self.text.partition("=")[2])

    @clr_property("UnescapedName", "string")
    def unescaped(self: Any) -> str:
        return unescape(self.text.partition("=")[2])


@clr_class(OBJECT_ID, python_class=ADObjectId, interfaces="System.IComparable")
class _ObjectId:
    @clr_property("Rdn", _DIRECTORY + "AdName")
    def rdn(self: Any) -> AdName:
        return AdName(self.rdn)

    @clr_property("Parent", OBJECT_ID)
    def parent(self: Any) -> ADObjectId | None:
        found: ADObjectId | None = self.parent
        return found

    @clr_property("Depth", "int")
    def depth(self: Any) -> int:
        return int(self.depth)

    @clr_property("DistinguishedName", "string")
    def distinguished_name(self: Any) -> str:
        return str(self.distinguished_name)

    @clr_property("IsRelativeDn", "bool")
    def is_relative(self: Any) -> bool:
        return False

    @clr_property("DomainId", OBJECT_ID)
    def domain(self: Any) -> ADObjectId | None:
        found: ADObjectId | None = self.domain_id
        return found

    @clr_property("ObjectGuid", "guid")
    def guid(self: Any) -> Value:
        return convert(str(self.guid), named("System.Guid"))

    @clr_property("Name", "string")
    def name(self: Any) -> str:
        return str(self.name)

    @clr_method("ToDNString", " -> string")
    def to_dn(self: Any) -> str:
        return str(self.distinguished_name)

    @clr_method("ToGuidOrDNString", " -> string")
    def to_guid(self: Any) -> str:
        return str(self.guid if self.guid.int else self.distinguished_name)

    @clr_method("IsDescendantOf", f"{OBJECT_ID} rootId -> bool")
    def is_descendant(self: Any, other: ADObjectId) -> bool:
        return bool(self.distinguished_name.casefold().endswith("," + other.distinguished_name.casefold()))

    @clr_method("AncestorDN", f"int generation -> {OBJECT_ID}")
    def ancestor(self: Any, generation: int) -> ADObjectId | None:
        found: ADObjectId | None = self
        for _ in range(generation):
            found = found.parent if found is not None else None
        return found


def _from_text(value: Value) -> Any:
    return ADObjectId.of_text(value) if isinstance(value, str) and value.strip() else NotImplemented


named(OBJECT_ID).data["convert"] = _from_text
add_comparison(named(OBJECT_ID))
