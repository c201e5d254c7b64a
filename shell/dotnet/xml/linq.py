"""System.Xml.Linq: XDocument, XElement, XAttribute, over the same tree as System.Xml's nodes.

Each node has at most one such object, so that `Parent` and `Root` return the same object each time.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from shell.dotnet.io.file_access import on_path, read_text
from shell.dotnet.xml.linq_names import XName
from shell.dotnet.xml.namespaces import namespace_of
from shell.dotnet.xml.nodes import (
    ATTRIBUTE,
    CDATA,
    COMMENT,
    DECLARATION,
    DOCUMENT,
    ELEMENT,
    INSTRUCTION,
    TEXT,
    XmlNode,
    clone,
)
from shell.dotnet.xml.reading import new_document, parse
from shell.dotnet.xml.writing import document_text, indented, save
from shell.types import named
from shell.types.conversion.text import to_string
from shell.types.registry.declarations import clr_class, clr_constructor, clr_method, clr_property
from shell.types.registry.enumeration import enum_value
from shell.types.registry.table import ClrType
from shell.values.objects import GenericList, TypedArray, Value, unwrap

_LINQ: Final = "System.Xml.Linq."
_NAME: Final = f"{_LINQ}XName name"


def _name_of(node: XmlNode) -> XName:
    return XName(node.name.rpartition(":")[2], namespace_of(node))


class XObject:
    """Base of the objects that wrap a node."""

    def __init__(self, node: XmlNode) -> None:
        self.node = node

    @clr_property("Name", _LINQ + "XName")
    def get_name(self) -> Value:
        """Return the name."""
        return _name_of(self.node)

    @clr_property("NodeType", "System.Xml.XmlNodeType")
    def node_type(self) -> Value:
        """Return the node's type."""
        return enum_value(named("System.Xml.XmlNodeType"), self.node.kind)

    @clr_property("Parent", _LINQ + "XElement")
    def get_parent(self) -> Value:
        """Return the parent element."""
        parent = self.node.parent
        return wrap(parent) if parent is not None and parent.kind == ELEMENT else None

    @clr_property("Document", _LINQ + "XDocument")
    def get_document(self) -> Value:
        """Return the document."""
        node: XmlNode | None = self.node
        while node is not None and node.kind != DOCUMENT:
            node = node.parent
        return None if node is None else wrap(node)

    @clr_property("Value", "string", setter=lambda self, value: self.node.set_text(to_string(value)))
    def get_value(self) -> str:
        """Return the text content."""
        return self.node.inner_text


_NODE_MEMBERS = (XObject.node_type, XObject.get_parent, XObject.get_document)


@clr_class(_LINQ + "XAttribute")
class XAttribute(XObject):
    """An attribute."""

    get_name, get_value, node_type, get_parent, get_document = (
        XObject.get_name,
        XObject.get_value,
        *_NODE_MEMBERS,
    )

    @clr_constructor(f"{_NAME}, object value")
    @staticmethod
    def make(name: XName, value: Value) -> XAttribute:
        """Create an attribute."""
        return XAttribute(XmlNode(ATTRIBUTE, name.local_name, to_string(value)))

    def __str__(self) -> str:
        return self.node.outer_xml()

    @clr_method("Remove", "-> void")
    def remove(self) -> None:
        """Remove the attribute."""
        if self.node.parent is not None:
            self.node.parent.attributes.remove(self.node)
            self.node.parent = None


@clr_class(_LINQ + "XText")
class XText(XObject):
    """A text, a comment or a processing instruction."""

    get_value, node_type, get_parent, get_document = (XObject.get_value, *_NODE_MEMBERS)

    @clr_constructor("string value")
    @staticmethod
    def make(value: str) -> XText:
        """Create a text."""
        return XText(XmlNode(TEXT, "#text", value))

    def __str__(self) -> str:
        return self.node.outer_xml()


@clr_class(_LINQ + "XComment")
class XComment(XText):
    """A comment."""

    get_value, node_type, get_parent, get_document = (XObject.get_value, *_NODE_MEMBERS)

    @clr_constructor("string value")
    @staticmethod
    def make_comment(value: str) -> XComment:
        """Create a comment."""
        return XComment(XmlNode(COMMENT, "#comment", value))


class XContainer(XObject):
    """Members that elements and documents share."""

    @clr_method("Elements", "-> object")
    @clr_method("Elements", f"{_NAME} -> object")
    def elements(self, name: XName | None = None) -> Value:
        """Return the child elements, only those of `name` if given."""
        return _list(wrap(each) for each in self.node.elements() if name is None or _name_of(each) == name)

    @clr_method("Element", f"{_NAME} -> {_LINQ}XElement")
    def element(self, name: XName) -> Value:
        """Return the first child element of a name, null if none."""
        return next((wrap(each) for each in self.node.elements() if _name_of(each) == name), None)

    @clr_method("Descendants", "-> object")
    @clr_method("Descendants", f"{_NAME} -> object")
    def descendants(self, name: XName | None = None) -> Value:
        """Return all descendant elements, only those of `name` if given."""
        return _list(wrap(each) for each in self.node.descendants() if name is None or _name_of(each) == name)

    @clr_method("Nodes", "-> object")
    def nodes(self) -> Value:
        """Return the child nodes."""
        return _list(wrap(each) for each in self.node.children if each.kind != DECLARATION)

    @clr_method("Add", "params object[] content -> void")
    def add(self, content: list[Value]) -> None:
        """Append elements, attributes and texts."""
        for each in content:
            _put(self.node, each)

    @clr_method("AddFirst", "params object[] content -> void")
    def add_first(self, content: list[Value]) -> None:
        """Insert elements, attributes and texts at the start."""
        before = list(self.node.children)
        self.node.children.clear()
        self.add(content)
        self.node.children.extend(before)

    @clr_method("RemoveNodes", "-> void")
    def remove_nodes(self) -> None:
        """Remove all children."""
        for each in list(self.node.children):
            each.detach()

    @clr_method("Save", "object target -> void")
    def save(self, target: Value) -> None:
        """Save to a file, a writer or a stream, with a declaration."""
        document = XmlNode(DOCUMENT, "#document")
        children = self.node.children if self.node.kind == DOCUMENT else [self.node]
        if not any(each.kind == DECLARATION for each in children):
            document.children.append(XmlNode(DECLARATION, "xml", 'version="1.0" encoding="utf-8"'))
        document.children.extend(children)
        save(document, target)


_CONTAINER_MEMBERS = {name: member for name, member in vars(XContainer).items() if hasattr(member, "__clr__")}


def _with_container_members(kind: type) -> type:
    """Copy XContainer's members into a class: inherited attributes are not declared as a type's members."""
    for name, member in _CONTAINER_MEMBERS.items():
        setattr(kind, name, member)
    return kind


@clr_class(_LINQ + "XElement")
@_with_container_members
class XElement(XContainer):
    """An element; its text is its indented markup."""

    get_name, get_value, node_type, get_parent, get_document = (
        XObject.get_name,
        XObject.get_value,
        *_NODE_MEMBERS,
    )

    @clr_constructor(f"{_NAME}, params object[] content")
    @staticmethod
    def make(name: XName, content: list[Value]) -> XElement:
        """Create an element with its content."""
        node = XmlNode(ELEMENT, name.local_name)
        if name.namespace_name:
            node.set_attribute("xmlns", name.namespace_name)
        for each in content:
            _put(node, each)
        return XElement(node)

    def __str__(self) -> str:
        return indented(self.node)

    @clr_property("FirstAttribute", _LINQ + "XAttribute")
    def first_attribute(self) -> Value:
        """Return the first attribute."""
        return wrap(self.node.attributes[0]) if self.node.attributes else None

    @clr_property("HasAttributes", "bool")
    def has_attributes(self) -> bool:
        """Return True if the element has attributes."""
        return bool(self.node.attributes)

    @clr_property("HasElements", "bool")
    def has_elements(self) -> bool:
        """Return True if the element has child elements."""
        return any(True for _ in self.node.elements())

    @clr_property("IsEmpty", "bool")
    def is_empty(self) -> bool:
        """Return True if the element has no content."""
        return not self.node.children

    @clr_method("Attribute", f"{_NAME} -> {_LINQ}XAttribute")
    def attribute(self, name: XName) -> Value:
        """Return an attribute by name, null if none."""
        return next((wrap(each) for each in self.node.attributes if _name_of(each) == name), None)

    @clr_method("Attributes", "-> object")
    def attributes(self) -> Value:
        """Return all attributes."""
        return _list(wrap(each) for each in self.node.attributes)

    @clr_method("SetAttributeValue", f"{_NAME}, object value -> void")
    def set_attribute_value(self, name: XName, value: Value) -> None:
        """Set an attribute; null removes it."""
        if value is not None:
            self.node.set_attribute(name.local_name, to_string(value))
            return
        found = self.attribute(name)
        if found is not None:
            found.remove()

    @clr_method("SetElementValue", f"{_NAME}, object value -> void")
    def set_element_value(self, name: XName, value: Value) -> None:
        """Set the text of a child element, creating the element if needed; null removes it."""
        found = self.element(name)
        if value is None:
            if found is not None:
                found.node.detach()
        elif found is None:
            _put(self.node, XElement.make(name, [value]))
        else:
            found.node.set_text(to_string(value))

    @clr_method("SetValue", "object value -> void")
    def set_value(self, value: Value) -> None:
        """Set the text."""
        self.node.set_text(to_string(value))

    @clr_method("Remove", "-> void")
    def remove(self) -> None:
        """Remove the element from its parent."""
        self.node.detach()

    @clr_method("Parse", f"string text -> {_LINQ}XElement", static=True)
    @staticmethod
    def parse(text: str) -> Value:
        """Parse markup."""
        return _root(new_document(text))

    @clr_method("Load", f"string uri -> {_LINQ}XElement", static=True)
    @staticmethod
    def load(uri: str) -> Value:
        """Read a file."""
        return _root(_loaded(uri))


@clr_class(_LINQ + "XDocument")
@_with_container_members
class XDocument(XContainer):
    """A document."""

    node_type = XObject.node_type

    @clr_constructor("params object[] content")
    @staticmethod
    def make(content: list[Value]) -> XDocument:
        """Create a document with its content."""
        node = XmlNode(DOCUMENT, "#document")
        for each in content:
            _put(node, each)
        return XDocument(node)

    def __str__(self) -> str:
        shown = XmlNode(DOCUMENT, "#document")
        shown.children = [each for each in self.node.children if each.kind != DECLARATION]
        return document_text(shown)

    @clr_property("Root", _LINQ + "XElement")
    def root(self) -> Value:
        """Return the root element."""
        return next((wrap(each) for each in self.node.elements()), None)

    @clr_property("Declaration", "string")
    def declaration(self) -> Value:
        """Return the XML declaration, null if none."""
        return next((each.outer_xml() for each in self.node.children if each.kind == DECLARATION), None)

    @clr_method("Parse", f"string text -> {_LINQ}XDocument", static=True)
    @staticmethod
    def parse(text: str) -> Value:
        """Parse markup."""
        return wrap(new_document(text))

    @clr_method("Load", f"string uri -> {_LINQ}XDocument", static=True)
    @staticmethod
    def load(uri: str) -> Value:
        """Read a file."""
        return wrap(_loaded(uri))


_CLASSES: Final[dict[int, type[XObject]]] = {
    ELEMENT: XElement,
    ATTRIBUTE: XAttribute,
    DOCUMENT: XDocument,
    TEXT: XText,
    CDATA: XText,
    COMMENT: XComment,
    INSTRUCTION: XText,
}


def wrap(node: XmlNode) -> Any:
    """Return the XObject of a node, creating it once."""
    known: Any = node.linq
    if known is None:
        known = _CLASSES[node.kind](node)
        node.linq = known
    return known


def _list(items: Iterator[Any]) -> Value:
    found = list(items)
    kind: ClrType = named(_LINQ + (type(found[0]).__name__ if found else "XElement"))
    return GenericList(kind, found)


def _put(node: XmlNode, content: Value) -> None:
    """Append content to a node: a list's elements, a value's text. A node that has a parent is copied."""
    content = unwrap(content)
    if content is None:
        return
    if isinstance(content, (list, TypedArray)):
        for each in content:
            _put(node, each)
        return
    if not isinstance(content, XObject):
        content = XText(XmlNode(TEXT, "#text", to_string(content)))
    inner = content.node if content.node.parent is None else clone(content.node, True)
    if inner is content.node:
        inner.linq = content
    if inner.kind == ATTRIBUTE:
        inner.parent = node
        node.attributes.append(inner)
    else:
        node.append(inner)


def _loaded(path: str) -> XmlNode:
    document = XmlNode(DOCUMENT, "#document")
    parse(document, on_path(read_text)(path))
    return document


def _root(document: XmlNode) -> Value:
    found = next(document.elements(), None)
    return None if found is None else wrap(found)


__all__ = ["XAttribute", "XComment", "XDocument", "XElement", "XText", "wrap"]
