"""System.Xml: documents, elements, attributes and texts, with PowerShell's names of elements as properties."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from shell.runtime.declare import clr_class, clr_constructor, clr_method, clr_property
from shell.runtime.enumeration import enum_value
from shell.runtime.errors import ArgumentException, InvalidOperationException, SystemException, exception_class
from shell.runtime.objects import MISSING, Value
from shell.runtime.text import net_string, to_string
from shell.runtime.types import ClrType, exception_type, named, register

XmlException: Final = exception_class("System.Xml.XmlException", SystemException, __name__)
exception_type(XmlException)

_ESCAPES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
ELEMENT, ATTRIBUTE, TEXT, CDATA, INSTRUCTION, COMMENT, DOCUMENT, DECLARATION = 1, 2, 3, 4, 7, 8, 9, 17


def escape(text: str) -> str:
    """Escape a text's content."""
    return "".join(_ESCAPES.get(each, each) for each in text)


def escape_attribute(text: str) -> str:
    """Escape an attribute's value."""
    return escape(text).replace('"', "&quot;").replace("\n", "&#xA;").replace("\r", "&#xD;").replace("\t", "&#x9;")


class XmlNode:
    """A node: `kind` is System.Xml.XmlNodeType, `data` the text of nodes that are text."""

    def __init__(self, kind: int, name: str, data: str = "") -> None:
        self.kind = kind
        self.name = name
        self.data = data
        self.parent: XmlNode | None = None
        self.document: XmlNode | None = None
        self.children: list[XmlNode] = []
        self.attributes: list[XmlNode] = []

    @property
    def clr_type(self) -> ClrType:
        """The class of the node's kind."""
        return named("System.Xml." + _CLASSES[self.kind])

    def __str__(self) -> str:
        if self.kind == DOCUMENT:
            return "#document"
        return self.name

    # --- text ---

    @property
    def inner_text(self) -> str:
        """The text of the node and of all below it."""
        if self.kind in (TEXT, CDATA, ATTRIBUTE, COMMENT, INSTRUCTION, DECLARATION):
            return self.data
        return "".join(
            each.inner_text for each in self.children if each.kind not in (COMMENT, INSTRUCTION, DECLARATION)
        )

    def outer_xml(self) -> str:
        """The node as markup."""
        if self.kind == TEXT:
            return escape(self.data)
        shapes = {
            CDATA: "<![CDATA[{1}]]>",
            COMMENT: "<!--{1}-->",
            INSTRUCTION: "<?{0} {1}?>",
            DECLARATION: "<?xml {1}?>",
        }
        if self.kind in shapes:
            return shapes[self.kind].format(self.name, self.data)
        if self.kind == ATTRIBUTE:
            return f'{self.name}="{escape_attribute(self.data)}"'
        if self.kind == DOCUMENT:
            return self.inner_xml()
        head = self.name + "".join(" " + each.outer_xml() for each in self.attributes)
        return f"<{head}>{self.inner_xml()}</{self.name}>" if self.children else f"<{head} />"

    def inner_xml(self) -> str:
        """What is inside the node as markup."""
        if self.kind == ATTRIBUTE:
            return escape(self.data)
        return "".join(each.outer_xml() for each in self.children)

    def pretty(self, level: int = 0) -> str:
        """The node as markup with two blanks a level."""
        margin = "  " * level
        if self.kind == DOCUMENT:
            return "\n".join(each.pretty() for each in self.children)
        if self.kind != ELEMENT or not self.children or any(each.kind in (TEXT, CDATA) for each in self.children):
            return margin + self.outer_xml()
        head = self.name + "".join(" " + each.outer_xml() for each in self.attributes)
        body = "\n".join(each.pretty(level + 1) for each in self.children)
        return f"{margin}<{head}>\n{body}\n{margin}</{self.name}>"

    # --- tree ---

    def append(self, child: XmlNode) -> XmlNode:
        """Add a child, taking it out of where it was."""
        if self.kind == DOCUMENT:
            _check_document_child(self, child)
        child.detach()
        child.parent = self
        self.children.append(child)
        return child

    def detach(self) -> None:
        """Take the node out of its parent."""
        if self.parent is not None:
            self.parent.children.remove(self)
            self.parent = None

    def attribute(self, name: str) -> XmlNode | None:
        """Return an attribute by its exact name."""
        return next((each for each in self.attributes if each.name == name), None)

    def set_attribute(self, name: str, value: str) -> None:
        """Set an attribute."""
        known = self.attribute(name)
        if known is None:
            known = XmlNode(ATTRIBUTE, name)
            known.parent, known.document = self, self.document
            self.attributes.append(known)
        known.data = value

    def elements(self) -> Iterator[XmlNode]:
        """Return the child elements."""
        return (each for each in self.children if each.kind == ELEMENT)

    def descendants(self) -> Iterator[XmlNode]:
        """Return all elements below, in document order."""
        for each in self.elements():
            yield each
            yield from each.descendants()

    def set_text(self, text: str) -> None:
        """Replace what is inside by a text."""
        if self.kind in (TEXT, CDATA, ATTRIBUTE, COMMENT, INSTRUCTION):
            self.data = text
            return
        self.children.clear()
        if text:
            self.append(_text(self, text))

    # --- PowerShell's adapter ---

    def adapted(self) -> dict[str, list[XmlNode]]:
        """Return the nodes that PowerShell shows as properties, by name: attributes, then children."""
        found: dict[str, list[XmlNode]] = {}
        for each in (*self.attributes, *self.children):
            found.setdefault("#text" if each.kind == TEXT else each.name, []).append(each)
        return found

    def adapter_names(self) -> list[str]:
        """Return the names of the properties."""
        return list(self.adapted())

    def adapter_get(self, lowered: str) -> Value:
        """Return a property's value, MISSING if there is none: texts for simple nodes, arrays for several."""
        if self.kind not in (ELEMENT, DOCUMENT):
            return MISSING
        for name, nodes in self.adapted().items():
            if name.lower() == lowered:
                values = [simple(each) for each in nodes]
                return values[0] if len(values) == 1 else values
        return MISSING

    def adapter_set(self, lowered: str, value: Value) -> bool:
        """Set a property; False if there is none."""
        for name, nodes in self.adapted().items():
            if name.lower() == lowered:
                if len(nodes) > 1:
                    raise SystemException("The property has more than one value and cannot be set.")
                nodes[0].set_text(to_string(value))
                return True
        return False


def simple(node: XmlNode) -> Value:
    """Return what a node is as a property: its text, if there is nothing else in it."""
    if node.kind in (ATTRIBUTE, TEXT, CDATA, COMMENT):
        return node.data
    if node.kind == DECLARATION:
        return node.data
    if node.attributes:
        return node
    if not node.children:
        return ""
    if len(node.children) == 1 and node.children[0].kind in (TEXT, CDATA):
        return node.children[0].data
    return node


def _text(owner: XmlNode, text: str) -> XmlNode:
    made = XmlNode(TEXT, "#text", text)
    made.document = owner.document or owner
    return made


_CLASSES: Final = {
    ELEMENT: "XmlElement",
    ATTRIBUTE: "XmlAttribute",
    TEXT: "XmlText",
    CDATA: "XmlCDataSection",
    INSTRUCTION: "XmlProcessingInstruction",
    COMMENT: "XmlComment",
    DOCUMENT: "XmlDocument",
    DECLARATION: "XmlDeclaration",
}


def _wrong_node() -> InvalidOperationException:
    return InvalidOperationException(
        "The specified node cannot be inserted as the valid child of this node, because the specified node is the wrong"
        " type."
    )


def _check_document_child(document: XmlNode, child: XmlNode) -> None:
    if child.kind in (TEXT, CDATA, ATTRIBUTE):
        raise _wrong_node()
    if child.kind == ELEMENT and any(True for _ in document.elements()):
        raise InvalidOperationException("This document already has a 'DocumentElement' node.")


# --- reading ---


class _Builder:
    """Builds nodes from expat's events."""

    def __init__(self, document: XmlNode, keep_blanks: bool) -> None:
        self.document = document
        self.current = document
        self.keep_blanks = keep_blanks
        self.opened: list[tuple[str, int, int]] = []
        self.in_cdata = False
        self.buffer = ""
        self.parser: Any = None

    def _add(self, node: XmlNode) -> None:
        node.document = self.document
        node.parent = self.current
        self.current.children.append(node)

    def flush(self) -> None:
        text, self.buffer = self.buffer, ""
        if text and (self.keep_blanks or text.strip() or self.in_cdata):
            self._add(XmlNode(CDATA if self.in_cdata else TEXT, "#cdata-section" if self.in_cdata else "#text", text))

    def start(self, name: str, attributes: list[str]) -> None:
        self.flush()
        node = XmlNode(ELEMENT, name)
        self._add(node)
        for place in range(0, len(attributes), 2):
            node.set_attribute(attributes[place], attributes[place + 1])
        self.current = node
        self.opened.append((name, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 2))

    def end(self, name: str) -> None:
        self.flush()
        assert self.current.parent is not None
        self.current = self.current.parent
        self.opened.pop()

    def characters(self, text: str) -> None:
        self.buffer += text

    def start_cdata(self) -> None:
        self.flush()
        self.in_cdata = True

    def end_cdata(self) -> None:
        self.flush()
        self.in_cdata = False

    def comment(self, text: str) -> None:
        self.flush()
        self._add(XmlNode(COMMENT, "#comment", text))

    def instruction(self, name: str, text: str) -> None:
        self.flush()
        self._add(XmlNode(INSTRUCTION, name, text))

    def declaration(self, version: str, encoding: str | None, standalone: int) -> None:
        text = f'version="{version}"' + (f' encoding="{encoding}"' if encoding else "")
        if standalone >= 0:
            text += f' standalone="{"yes" if standalone else "no"}"'
        self._add(XmlNode(DECLARATION, "xml", text))


def parse(document: XmlNode, text: str, keep_blanks: bool = False) -> None:
    """Fill a document from markup; raises XmlException or InvalidOperationException."""
    from xml.parsers import expat

    document.children.clear()
    stripped = text.strip()
    if not stripped:
        return
    if not stripped.startswith("<"):
        raise _wrong_node()
    if len(text) < 4:
        raise XmlException("Data at the root level is invalid. Line 1, position 1.")
    parser = expat.ParserCreate()
    builder = _Builder(document, keep_blanks)
    builder.parser = parser
    parser.ordered_attributes = True
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.characters
    parser.StartCdataSectionHandler = builder.start_cdata
    parser.EndCdataSectionHandler = builder.end_cdata
    parser.CommentHandler = builder.comment
    parser.ProcessingInstructionHandler = builder.instruction
    parser.XmlDeclHandler = builder.declaration
    try:
        parser.Parse(text.lstrip() if text.lstrip().startswith("<?xml") else text, True)
    except expat.ExpatError as error:
        document.children.clear()
        raise _read_error(error, builder, text) from None


def _read_error(error: Any, builder: _Builder, text: str) -> Any:
    line, position = error.lineno, error.offset + 1
    if error.code == 7:  # mismatched tag
        name, start_line, start = builder.opened[-1]
        found = text.splitlines()[line - 1][position - 1 :].lstrip("</").partition(">")[0].strip()
        return XmlException(
            f"The '{name}' start tag on line {start_line} position {start} does not match the end tag of '{found}'."
            f" Line {line}, position {position}."
        )
    if error.code == 3 and builder.opened:  # no element found: the text ends
        names = ", ".join(name for name, _, _ in reversed(builder.opened))
        return XmlException(
            f"Unexpected end of file has occurred. The following elements are not closed: {names}. Line {line},"
            " position"
            f" {position}."
        )
    if error.code == 9:  # junk after the document element
        rest = text.splitlines()[line - 1][position - 1 :]
        if rest.startswith("<"):
            return InvalidOperationException("This document already has a 'DocumentElement' node.")
        return _wrong_node()
    return XmlException(f"Data at the root level is invalid. Line {line}, position {position}.")


def new_document(text: str | None = None) -> XmlNode:
    """Make a document, from markup if given."""
    document = XmlNode(DOCUMENT, "#document")
    if text is not None:
        parse(document, text)
    return document


def to_document(value: Value) -> Value:
    """Convert anything to a document by its text."""
    from shell.runtime import castfail
    from shell.runtime.errors import NetException

    if value is None or isinstance(value, XmlNode):
        return value
    text = net_string(value) if isinstance(value, list) else to_string(value)
    try:
        return new_document(text)
    except NetException as error:
        raise castfail.because(value, named("System.Xml.XmlDocument"), "InvalidCastToXmlDocument", error) from None


class XmlNodeList:
    """A list of nodes."""

    def __init__(self, items: list[XmlNode], type_name: str = "System.Xml.XmlNodeList") -> None:
        self.items = items
        self.type_name = type_name

    @property
    def clr_type(self) -> ClrType:
        """The list's type."""
        return named(self.type_name)

    def clr_enumerate(self) -> Iterator[Value]:
        """Return the nodes."""
        return iter(self.items)

    def clr_index(self, index: Value) -> Value:
        """Return a node by place, an attribute by name."""
        if isinstance(index, str):
            return next((each for each in self.items if each.name == index), None)
        place = int(index)
        return self.items[place] if -len(self.items) <= place < len(self.items) else None


def _need(name: str) -> Callable[..., Any]:
    def read(node: Any) -> Value:
        return getattr(node, name)

    return read


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
        child.parent = self
        self.children.insert(0, child)
        return child

    @clr_method("InsertBefore", "System.Xml.XmlNode newChild, System.Xml.XmlNode refChild -> System.Xml.XmlNode")
    def insert_before(self: Any, child: Any, reference: Any) -> Value:
        child.detach()
        child.parent = self
        self.children.insert(self.children.index(reference), child)
        return child

    @clr_method("InsertAfter", "System.Xml.XmlNode newChild, System.Xml.XmlNode refChild -> System.Xml.XmlNode")
    def insert_after(self: Any, child: Any, reference: Any) -> Value:
        child.detach()
        child.parent = self
        self.children.insert(self.children.index(reference) + 1, child)
        return child

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

    @clr_method("SelectNodes", "string xpath -> System.Xml.XmlNodeList")
    @clr_method("SelectNodes", "string xpath, object nsmgr -> System.Xml.XmlNodeList")
    def select_nodes(self: Any, path: str, names: Value = None) -> Value:
        from shell.runtime.dotnet.xpath import select

        return XmlNodeList(select(self, path))

    @clr_method("SelectSingleNode", "string xpath -> System.Xml.XmlNode")
    @clr_method("SelectSingleNode", "string xpath, object nsmgr -> System.Xml.XmlNode")
    def select_single_node(self: Any, path: str, names: Value = None) -> Value:
        from shell.runtime.dotnet.xpath import select

        found = select(self, path)
        return found[0] if found else None


def _sibling(node: XmlNode, step: int) -> Value:
    if node.parent is None or node.kind == ATTRIBUTE:
        return None
    place = node.parent.children.index(node) + step
    return node.parent.children[place] if 0 <= place < len(node.parent.children) else None


def clone(node: XmlNode, deep: bool) -> XmlNode:
    """Copy a node; its attributes always, its children if `deep`."""
    made = XmlNode(node.kind, node.name, node.data)
    made.document = node.document
    for each in node.attributes:
        made.set_attribute(each.name, each.data)
    if deep:
        for each in node.children:
            copy = clone(each, True)
            copy.parent = made
            made.children.append(copy)
    return made


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

    @clr_property("NamespaceURI", "string")
    def namespace_uri(self: Any) -> str:
        return _namespace(self)

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

    @clr_method("GetElementsByTagName", "string name -> System.Xml.XmlNodeList")
    def by_tag(self: Any, name: str) -> Value:
        return XmlNodeList([each for each in self.descendants() if name in ("*", each.name)])


def _namespace(node: XmlNode | None) -> str:
    while node is not None:
        found = node.attribute("xmlns")
        if found is not None:
            return found.data
        node = node.parent
    return ""


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
        from shell.runtime.dotnet.files import _read_text, _reading

        parse(self, _reading(_read_text)(path), getattr(self, "keep_blanks", False))

    @clr_method("CreateElement", "string name -> System.Xml.XmlElement")
    @clr_method("CreateElement", "string qualifiedName, string namespaceURI -> System.Xml.XmlElement")
    def create_element(self: Any, name: str, namespace: Any = None) -> Value:
        made = _made(self, ELEMENT, name)
        if namespace:
            made.set_attribute("xmlns", namespace)
        return made

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

    @clr_method("GetElementsByTagName", "string name -> System.Xml.XmlNodeList")
    def by_tag(self: Any, name: str) -> Value:
        return XmlNodeList([each for each in self.descendants() if name in ("*", each.name)])


def _made(document: XmlNode, kind: int, name: str, data: str = "") -> XmlNode:
    node = XmlNode(kind, name, data)
    node.document = document
    return node


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


class _Nobody:
    """No value is of this class: nodes carry their type."""


def _declare() -> None:
    from shell.runtime.types import attach

    enumerable = "System.Collections.IEnumerable System.ICloneable"
    clr_class("System.Xml.XmlNode", interfaces=enumerable, python_class=_Nobody, is_abstract=True)(_NodeMembers)
    base = named("System.Xml.XmlNode")
    holders = {ELEMENT: _ElementMembers, DOCUMENT: _DocumentMembers, ATTRIBUTE: _AttributeMembers}
    for kind, name in _CLASSES.items():
        made = register(ClrType("System.Xml." + name, base))
        if kind in holders:
            attach(made, holders[kind])
    named("System.Xml.XmlDocument").data["convert"] = to_document
    for name in ("System.Xml.XmlNodeList", "System.Xml.XmlAttributeCollection"):
        attach(
            register(ClrType(name, interface_names=("System.Collections.IEnumerable",), base=named("System.Object"))),
            _ListMembers,
        )


_declare()
