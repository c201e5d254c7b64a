"""System.Xml: the types of nodes and node lists, and their members."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from shell.dotnet.io.file_access import decoded, on_path, read_text
from shell.dotnet.xml.namespaces import names_of, namespace_of, uri_of_prefix
from shell.dotnet.xml.nodes import (
    ATTRIBUTE,
    CDATA,
    CLASSES,
    COMMENT,
    DECLARATION,
    DOCUMENT,
    ELEMENT,
    INSTRUCTION,
    TEXT,
    XmlNode,
    clone,
)
from shell.dotnet.xml.reading import new_document, parse, to_document
from shell.lazy import lazy
from shell.types import ClrType, named, register
from shell.types.registry.declarations import Nobody, attach, clr_class, clr_constructor, clr_method, clr_property
from shell.types.registry.enumeration import enum_value
from shell.values.errors import ArgumentException
from shell.values.objects import Value

if TYPE_CHECKING:
    from shell.dotnet.xml import writing, xpath
else:
    writing = lazy("shell.dotnet.xml.writing", globals())
    xpath = lazy("shell.dotnet.xml.xpath", globals())


class XmlNodeList:
    """A list of nodes."""

    def __init__(self, items: list[XmlNode], type_name: str = "System.Xml.XmlNodeList") -> None:
        self.items = items
        self.type_name = type_name

    @property
    def clr_type(self) -> ClrType:
        """Return the list's type."""
        return named(self.type_name)

    def clr_enumerate(self) -> Iterator[Value]:
        """Return the nodes."""
        return iter(self.items)

    def clr_index(self, index: Value) -> Value:
        """Return a node by index, an attribute by name."""
        if isinstance(index, str):
            return next((each for each in self.items if each.name == index), None)
        place = int(index)
        return self.items[place] if -len(self.items) <= place < len(self.items) else None


class _NodeMembers:
    @clr_property("Name", "string")
    def get_name(self: Any) -> str:
        return str(self.name)

    @clr_property("LocalName", "string")
    def local_name(self: Any) -> str:
        return str(self.name).rpartition(":")[2]

    @clr_property("Prefix", "string")
    def prefix(self: Any) -> str:
        return str(self.name).rpartition(":")[0]

    @clr_property("NodeType", "System.Xml.XmlNodeType")
    def node_type(self: Any) -> Value:
        return enum_value(named("System.Xml.XmlNodeType"), self.kind)

    @clr_property("Value", "string", setter=lambda self, value: self.set_text(value))
    def value(self: Any) -> Value:
        return None if self.kind in (ELEMENT, DOCUMENT) else self.data

    @clr_property("ParentNode", "System.Xml.XmlNode")
    def parent_node(self: Any) -> Value:
        return self.parent

    @clr_property("OwnerDocument", "System.Xml.XmlDocument")
    def owner_document(self: Any) -> Value:
        return self.document

    @clr_property("ChildNodes", "System.Xml.XmlNodeList")
    def child_nodes(self: Any) -> Value:
        return XmlNodeList(list(self.children))

    @clr_property("FirstChild", "System.Xml.XmlNode")
    def first_child(self: Any) -> Value:
        return self.children[0] if self.children else None

    @clr_property("LastChild", "System.Xml.XmlNode")
    def last_child(self: Any) -> Value:
        return self.children[-1] if self.children else None

    @clr_property("NextSibling", "System.Xml.XmlNode")
    def next_sibling(self: Any) -> Value:
        return _sibling(self, 1)

    @clr_property("PreviousSibling", "System.Xml.XmlNode")
    def previous_sibling(self: Any) -> Value:
        return _sibling(self, -1)

    @clr_property("HasChildNodes", "bool")
    def has_child_nodes(self: Any) -> bool:
        return bool(self.children)

    @clr_property("Attributes", "System.Xml.XmlAttributeCollection")
    def get_attributes(self: Any) -> Value:
        return XmlNodeList(self.attributes, "System.Xml.XmlAttributeCollection") if self.kind == ELEMENT else None

    @clr_property("InnerText", "string", setter=lambda self, value: self.set_text(value))
    def get_inner_text(self: Any) -> str:
        return str(self.inner_text)

    @clr_property("InnerXml", "string", setter=lambda self, value: _set_inner(self, value))
    def get_inner_xml(self: Any) -> str:
        return str(self.inner_xml())

    @clr_property("OuterXml", "string")
    def get_outer_xml(self: Any) -> str:
        return str(self.outer_xml())

    @clr_property("IsReadOnly", "bool")
    def is_read_only(self: Any) -> bool:
        return False

    @clr_method("AppendChild", "System.Xml.XmlNode newChild -> System.Xml.XmlNode")
    def append_child(self: Any, child: Any) -> Value:
        return self.append(child)

    @clr_method("PrependChild", "System.Xml.XmlNode newChild -> System.Xml.XmlNode")
    def prepend_child(self: Any, child: Any) -> Value:
        child.detach()
        return _insert(self, child, 0)

    @clr_method("InsertBefore", "System.Xml.XmlNode newChild, System.Xml.XmlNode refChild -> System.Xml.XmlNode")
    def insert_before(self: Any, child: Any, reference: Any) -> Value:
        child.detach()
        return _insert(self, child, self.children.index(reference))

    @clr_method("InsertAfter", "System.Xml.XmlNode newChild, System.Xml.XmlNode refChild -> System.Xml.XmlNode")
    def insert_after(self: Any, child: Any, reference: Any) -> Value:
        child.detach()
        return _insert(self, child, self.children.index(reference) + 1)

    @clr_method("RemoveChild", "System.Xml.XmlNode oldChild -> System.Xml.XmlNode")
    def remove_child(self: Any, child: Any) -> Value:
        if child not in self.children:
            raise ArgumentException("The node to be removed is not a child of this node.")
        child.detach()
        return child

    @clr_method("ReplaceChild", "System.Xml.XmlNode newChild, System.Xml.XmlNode oldChild -> System.Xml.XmlNode")
    def replace_child(self: Any, child: Any, old: Any) -> Value:
        child.detach()
        self.children[self.children.index(old)] = child
        child.parent, old.parent = self, None
        return old

    @clr_method("RemoveAll", "-> void")
    def remove_all(self: Any) -> None:
        self.children.clear()
        self.attributes.clear()

    @clr_method("CloneNode", "bool deep -> System.Xml.XmlNode")
    def clone_node(self: Any, deep: bool) -> Value:
        return clone(self, deep)

    @clr_property("NamespaceURI", "string")
    def namespace_uri(self: Any) -> str:
        return namespace_of(self)

    @clr_method("GetNamespaceOfPrefix", "string prefix -> string")
    def get_namespace_of_prefix(self: Any, prefix: Any) -> str:
        return uri_of_prefix(self, prefix or "")

    @clr_method("SelectNodes", "string xpath -> System.Xml.XmlNodeList")
    @clr_method("SelectNodes", "string xpath, System.Xml.XmlNamespaceManager nsmgr -> System.Xml.XmlNodeList")
    def select_nodes(self: Any, path: str, names: Value = None) -> Value:
        return XmlNodeList(xpath.select(self, path, names_of(names)))

    @clr_method("SelectSingleNode", "string xpath -> System.Xml.XmlNode")
    @clr_method("SelectSingleNode", "string xpath, System.Xml.XmlNamespaceManager nsmgr -> System.Xml.XmlNode")
    def select_single_node(self: Any, path: str, names: Value = None) -> Value:
        found = xpath.select(self, path, names_of(names))
        return found[0] if found else None

    @clr_method("WriteTo", "System.Xml.XmlWriter w -> void")
    def write_to(self: Any, writer: Any) -> None:
        writer.write_node(self)


def _insert(owner: XmlNode, child: XmlNode, place: int) -> XmlNode:
    child.parent = owner
    owner.children.insert(place, child)
    return child


def _sibling(node: XmlNode, step: int) -> Value:
    if node.parent is None or node.kind == ATTRIBUTE:
        return None
    place = node.parent.children.index(node) + step
    return node.parent.children[place] if 0 <= place < len(node.parent.children) else None


def _set_inner(node: XmlNode, text: str) -> None:
    holder = new_document(f"<x>{text}</x>")
    inner = holder.children[0]
    node.children.clear()
    for each in list(inner.children):
        each.document = node.document or node
        node.append(each)


class _ElementMembers:
    @clr_property("HasAttributes", "bool")
    def has_attributes(self: Any) -> bool:
        return bool(self.attributes)

    @clr_property("IsEmpty", "bool")
    def is_empty(self: Any) -> bool:
        return not self.children

    @clr_method("GetAttribute", "string name -> string")
    def get_attribute(self: Any, name: str) -> str:
        found = self.attribute(name)
        return "" if found is None else str(found.data)

    @clr_method("GetAttributeNode", "string name -> System.Xml.XmlAttribute")
    def get_attribute_node(self: Any, name: str) -> Value:
        return self.attribute(name)

    @clr_method("SetAttribute", "string name, string value -> void")
    def set_attribute(self: Any, name: str, value: str) -> None:
        self.set_attribute(name, value or "")

    @clr_method("HasAttribute", "string name -> bool")
    def has_attribute(self: Any, name: str) -> bool:
        return self.attribute(name) is not None

    @clr_method("RemoveAttribute", "string name -> void")
    def remove_attribute(self: Any, name: str) -> None:
        found = self.attribute(name)
        if found is not None:
            self.attributes.remove(found)


class _DocumentMembers:
    @clr_constructor("")
    @staticmethod
    def make() -> Value:
        return new_document()

    @clr_property("DocumentElement", "System.Xml.XmlElement")
    def document_element(self: Any) -> Value:
        return next(self.elements(), None)

    @clr_property("PreserveWhitespace", "bool", setter=lambda self, value: setattr(self, "keep_blanks", value))
    def preserve_whitespace(self: Any) -> bool:
        return bool(getattr(self, "keep_blanks", False))

    @clr_method("LoadXml", "string xml -> void")
    def load_xml(self: Any, text: str) -> None:
        parse(self, text, getattr(self, "keep_blanks", False))

    @clr_method("Load", "string filename -> void")
    def load(self: Any, path: str) -> None:
        parse(self, on_path(read_text)(path), getattr(self, "keep_blanks", False))

    @clr_method("Save", "object target -> void")
    def save(self: Any, target: Value) -> None:
        writing.save(self, target)

    @clr_property("NameTable", "object")
    def name_table(self: Any) -> Value:
        return self

    @clr_method("Load", "System.IO.TextReader txtReader -> void")
    def load_reader(self: Any, reader: Any) -> None:
        parse(self, reader.read_to_end(), getattr(self, "keep_blanks", False))

    @clr_method("Load", "System.IO.Stream inStream -> void")
    def load_stream(self: Any, stream: Any) -> None:
        parse(self, decoded(stream.take()), getattr(self, "keep_blanks", False))

    @clr_method("CreateElement", "string name -> System.Xml.XmlElement")
    @clr_method("CreateElement", "string qualifiedName, string namespaceURI -> System.Xml.XmlElement")
    def create_element(self: Any, name: str, namespace: Any = None) -> Value:
        made = _made(self, ELEMENT, name)
        prefix = name.rpartition(":")[0]
        if namespace:
            made.set_attribute(f"xmlns:{prefix}" if prefix else "xmlns", namespace)
        return made

    @clr_method("CreateElement", "string prefix, string localName, string namespaceURI -> System.Xml.XmlElement")
    def create_prefixed(self: Any, prefix: Any, name: str, namespace: Any) -> Value:
        return _DocumentMembers.create_element(self, f"{prefix}:{name}" if prefix else name, namespace)

    @clr_method("CreateProcessingInstruction", "string target, string data -> System.Xml.XmlProcessingInstruction")
    def create_instruction(self: Any, target: str, data: str) -> Value:
        return _made(self, INSTRUCTION, target, data)

    @clr_method("CreateNode", "System.Xml.XmlNodeType type, string name, string namespaceURI -> System.Xml.XmlNode")
    def create_node(self: Any, kind: Any, name: str, namespace: Any) -> Value:
        if int(kind) == ELEMENT:
            return _DocumentMembers.create_element(self, name, namespace)
        if int(kind) not in CLASSES:
            raise ArgumentException(f"Cannot create node of type {kind}.")
        return _made(self, int(kind), name)

    @clr_method("CreateAttribute", "string name -> System.Xml.XmlAttribute")
    def create_attribute(self: Any, name: str) -> Value:
        return _made(self, ATTRIBUTE, name)

    @clr_method("CreateTextNode", "string text -> System.Xml.XmlText")
    def create_text(self: Any, text: str) -> Value:
        return _made(self, TEXT, "#text", text)

    @clr_method("CreateCDataSection", "string data -> System.Xml.XmlCDataSection")
    def create_cdata(self: Any, text: str) -> Value:
        return _made(self, CDATA, "#cdata-section", text)

    @clr_method("CreateComment", "string data -> System.Xml.XmlComment")
    def create_comment(self: Any, text: str) -> Value:
        return _made(self, COMMENT, "#comment", text)

    @clr_method(
        "CreateXmlDeclaration", "string version, string encoding, string standalone -> System.Xml.XmlDeclaration"
    )
    def create_declaration(self: Any, version: str, encoding: Any, standalone: Any) -> Value:
        text = f'version="{version}"' + (f' encoding="{encoding}"' if encoding else "")
        return _made(self, DECLARATION, "xml", text + (f' standalone="{standalone}"' if standalone else ""))

    @clr_method("ImportNode", "System.Xml.XmlNode node, bool deep -> System.Xml.XmlNode")
    def import_node(self: Any, node: Any, deep: bool) -> Value:
        made = clone(node, deep)
        made.document = self
        return made


def _made(document: XmlNode, kind: int, name: str, data: str = "") -> XmlNode:
    node = XmlNode(kind, name, data)
    node.document = document
    return node


class _TagMembers:
    """Members that elements and documents share."""

    @clr_method("GetElementsByTagName", "string name -> System.Xml.XmlNodeList")
    def by_tag(self: Any, name: str) -> Value:
        return XmlNodeList([each for each in self.descendants() if name in ("*", each.name)])


class _AttributeMembers:
    @clr_property("OwnerElement", "System.Xml.XmlElement")
    def owner_element(self: Any) -> Value:
        return self.parent

    @clr_property("Specified", "bool")
    def specified(self: Any) -> bool:
        return True


class _ListMembers:
    @clr_property("Count", "int")
    def count(self: Any) -> int:
        return len(self.items)

    @clr_method("Item", "int i -> System.Xml.XmlNode")
    def item(self: Any, place: int) -> Value:
        return self.clr_index(place)

    @clr_method("GetNamedItem", "string name -> System.Xml.XmlNode")
    def named_item(self: Any, name: str) -> Value:
        return self.clr_index(name)

    @clr_method("Append", "System.Xml.XmlAttribute node -> System.Xml.XmlAttribute")
    def append(self: Any, node: Any) -> Value:
        self.items.append(node)
        return node


def _declare() -> None:
    enumerable = "System.Collections.IEnumerable System.ICloneable"
    clr_class("System.Xml.XmlNode", interfaces=enumerable, python_class=Nobody, is_abstract=True)(_NodeMembers)
    base = named("System.Xml.XmlNode")
    holders = {
        ELEMENT: (_ElementMembers, _TagMembers),
        DOCUMENT: (_DocumentMembers, _TagMembers),
        ATTRIBUTE: (_AttributeMembers,),
    }
    for kind, name in CLASSES.items():
        made = register(ClrType("System.Xml." + name, base))
        for holder in holders.get(kind, ()):
            attach(made, holder)
    named("System.Xml.XmlDocument").data["convert"] = to_document
    for name in ("System.Xml.XmlNodeList", "System.Xml.XmlAttributeCollection"):
        attach(
            register(ClrType(name, interface_names=("System.Collections.IEnumerable",), base=named("System.Object"))),
            _ListMembers,
        )


_declare()
