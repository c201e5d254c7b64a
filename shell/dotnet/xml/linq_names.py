"""System.Xml.Linq: the names of elements and attributes, and their namespaces."""

from __future__ import annotations

from typing import Final

from shell.types.registry.declarations import clr_class, clr_method, clr_property
from shell.values.objects import Value

_LINQ: Final = "System.Xml.Linq."


@clr_class(_LINQ + "XNamespace", properties="NamespaceName:string")
class XNamespace:
    """An XML namespace."""

    def __init__(self, namespace_name: str) -> None:
        self.namespace_name = namespace_name

    def __str__(self) -> str:
        return self.namespace_name

    @clr_method("Get", "string namespaceName -> System.Xml.Linq.XNamespace", static=True)
    @clr_method("op_Implicit", "string namespaceName -> System.Xml.Linq.XNamespace", static=True)
    @staticmethod
    def get(namespace_name: str) -> XNamespace:
        """Return the namespace of a URI."""
        return XNamespace(namespace_name)

    @clr_method("GetName", "string localName -> System.Xml.Linq.XName")
    @clr_method("op_Addition", "System.Xml.Linq.XNamespace ns, string localName -> System.Xml.Linq.XName", static=True)
    def get_name(self, local_name: str) -> XName:
        """Return a name in the namespace."""
        return XName(local_name, self.namespace_name)


@clr_class(_LINQ + "XName", properties="LocalName:string NamespaceName:string")
class XName:
    """An expanded name: `{namespace}local`."""

    def __init__(self, local_name: str, namespace_name: str = "") -> None:
        self.local_name = local_name
        self.namespace_name = namespace_name

    def __str__(self) -> str:
        return f"{{{self.namespace_name}}}{self.local_name}" if self.namespace_name else self.local_name

    def __eq__(self, other: object) -> bool:
        return isinstance(other, XName) and str(self) == str(other)

    def __hash__(self) -> int:
        return hash(str(self))

    @clr_property("Namespace", _LINQ + "XNamespace")
    def namespace(self) -> Value:
        """Return the namespace."""
        return XNamespace(self.namespace_name)

    @clr_method("Get", "string expandedName -> System.Xml.Linq.XName", static=True)
    @clr_method("op_Implicit", "string expandedName -> System.Xml.Linq.XName", static=True)
    @staticmethod
    def get(expanded_name: str) -> XName:
        """Parse an expanded name such as `{urn:a}b`."""
        namespace, brace, local = expanded_name.rpartition("}")
        return XName(local, namespace.removeprefix("{")) if brace else XName(expanded_name)


__all__ = ["XName", "XNamespace"]
