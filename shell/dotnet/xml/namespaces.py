"""XML namespaces: the namespace of a node, and XmlNamespaceManager."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from shell.dotnet.xml.nodes import ATTRIBUTE, ELEMENT, XmlNode
from shell.types.registry.checks import not_null
from shell.types.registry.declarations import clr_class, clr_constructor, clr_method, clr_property
from shell.values.exceptions import CLASSES
from shell.values.objects import Value

_XML: Final = "http://www.w3.org/XML/1998/namespace"
_XMLNS: Final = "http://www.w3.org/2000/xmlns/"


def uri_of_prefix(node: XmlNode | None, prefix: str) -> str:
    """Return the namespace of a prefix in scope at a node, "" if it is not declared."""
    if prefix == "xml":
        return _XML
    wanted = f"xmlns:{prefix}" if prefix else "xmlns"
    while node is not None:
        found = node.attribute(wanted)
        if found is not None:
            return found.data
        node = node.parent
    return ""


def namespace_of(node: XmlNode) -> str:
    """Return the namespace of a node; attributes without a prefix have none."""
    prefix = node.name.rpartition(":")[0]
    if node.kind == ATTRIBUTE:
        if node.name == "xmlns" or prefix == "xmlns":
            return _XMLNS
        return uri_of_prefix(node.parent, prefix) if prefix else ""
    return uri_of_prefix(node, prefix) if node.kind == ELEMENT else ""


class Names:
    """The namespaces of the prefixes in an XPath expression; None without a namespace manager."""

    def __init__(self, table: dict[str, str] | None) -> None:
        self.table = table

    def test(self, name: str) -> tuple[str, str]:
        """Return the local name and the namespace of a name in an expression."""
        prefix, _, local = name.rpartition(":")
        if not prefix:
            return local, ""
        if self.table is None:
            raise CLASSES["System.Xml.XPath.XPathException"](
                "Namespace Manager or XsltContext needed. This query has a prefix, variable, or user-defined function."
            )
        if prefix not in self.table:
            raise CLASSES["System.Xml.XPath.XPathException"](f"Namespace prefix '{prefix}' is not defined.")
        return local, self.table[prefix]


def names_of(manager: Value) -> Names:
    """Return the namespaces of an XmlNamespaceManager."""
    return Names(manager.table() if isinstance(manager, NamespaceManager) else None)


@clr_class("System.Xml.XmlNamespaceManager", interfaces="System.Collections.IEnumerable")
class NamespaceManager:
    """A stack of scopes that map prefixes to namespaces."""

    @clr_constructor("object nameTable")
    def __init__(self, table: Value) -> None:
        self.scopes: list[dict[str, str]] = [{"xml": _XML, "xmlns": _XMLNS, "": ""}]

    def table(self) -> dict[str, str]:
        """Return the mapping of all scopes; inner scopes win."""
        return {prefix: uri for scope in self.scopes for prefix, uri in scope.items()}

    def clr_enumerate(self) -> Iterator[Value]:
        """Return the prefixes."""
        return iter(self.table())

    @clr_property("DefaultNamespace", "string")
    def default_namespace(self) -> str:
        """Return the default namespace."""
        return self.table().get("", "")

    @clr_method("AddNamespace", "string prefix, string uri -> void")
    def add_namespace(self, prefix: Any, uri: Any) -> None:
        """Map a prefix to a namespace in the current scope."""
        for name, value in (("uri", uri), ("prefix", prefix)):
            not_null(value, name)
        self.scopes[-1][prefix] = uri

    @clr_method("RemoveNamespace", "string prefix, string uri -> void")
    def remove_namespace(self, prefix: str, uri: str) -> None:
        """Remove a prefix from the current scope."""
        if self.scopes[-1].get(prefix) == uri:
            del self.scopes[-1][prefix]

    @clr_method("LookupNamespace", "string prefix -> string")
    def lookup_namespace(self, prefix: str) -> Value:
        """Return the namespace of a prefix, null if none."""
        return self.table().get(prefix)

    @clr_method("LookupPrefix", "string uri -> string")
    def lookup_prefix(self, uri: str) -> Value:
        """Return a prefix of a namespace, null if none."""
        return next((prefix for prefix, each in self.table().items() if each == uri), None)

    @clr_method("HasNamespace", "string prefix -> bool")
    def has_namespace(self, prefix: str) -> bool:
        """Return True if the current scope maps the prefix."""
        return prefix in self.scopes[-1]

    @clr_method("PushScope", "-> void")
    def push_scope(self) -> None:
        """Open a scope."""
        self.scopes.append({})

    @clr_method("PopScope", "-> bool")
    def pop_scope(self) -> bool:
        """Close the current scope."""
        if len(self.scopes) > 1:
            self.scopes.pop()
            return True
        return False
