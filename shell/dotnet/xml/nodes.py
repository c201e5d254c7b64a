"""The tree of an XML document: nodes, their markup, and PowerShell's XML adapter, which makes children properties."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from shell.types import ClrType, named
from shell.types.conversion.text import to_string
from shell.values.errors import InvalidOperationException, SystemException
from shell.values.objects import MISSING, Value

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
        self.linq: Value = None
        """The System.Xml.Linq object of the node, once created."""

    @property
    def clr_type(self) -> ClrType:
        """Return the .NET type of the node's kind."""
        return named("System.Xml." + CLASSES[self.kind])

    def __str__(self) -> str:
        if self.kind == DOCUMENT:
            return "#document"
        return self.name

    # --- text ---

    @property
    def inner_text(self) -> str:
        """Return the text of the node and its descendants."""
        if self.kind in (TEXT, CDATA, ATTRIBUTE, COMMENT, INSTRUCTION, DECLARATION):
            return self.data
        return "".join(
            each.inner_text for each in self.children if each.kind not in (COMMENT, INSTRUCTION, DECLARATION)
        )

    def outer_xml(self) -> str:
        """Return the node as markup."""
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
        """Return the node's content as markup."""
        if self.kind == ATTRIBUTE:
            return escape(self.data)
        return "".join(each.outer_xml() for each in self.children)

    # --- tree ---

    def append(self, child: XmlNode) -> XmlNode:
        """Append a child, removing it from its present parent."""
        if self.kind == DOCUMENT:
            _check_document_child(self, child)
        child.detach()
        child.parent = self
        self.children.append(child)
        return child

    def detach(self) -> None:
        """Remove the node from its parent."""
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
        """Return all descendant elements in document order."""
        for each in self.elements():
            yield each
            yield from each.descendants()

    def set_text(self, text: str) -> None:
        """Replace the content by a text."""
        if self.kind in (TEXT, CDATA, ATTRIBUTE, COMMENT, INSTRUCTION):
            self.data = text
            return
        self.children.clear()
        if text:
            self.append(_text(self, text))

    # --- PowerShell's adapter ---

    def adapted(self) -> dict[str, list[XmlNode]]:
        """Return the nodes that PowerShell shows as properties, by local name: attributes, then children."""
        found: dict[str, list[XmlNode]] = {}
        for each in (*self.attributes, *self.children):
            name = "#text" if each.kind == TEXT else each.name.rpartition(":")[2]
            found.setdefault(name, []).append(each)
        return found

    def adapter_names(self) -> list[str]:
        """Return the names of the properties."""
        return list(self.adapted())

    def adapter_get(self, lowered: str) -> Value:
        """Return a property's value, MISSING if none: text for simple nodes, an array for several of one name."""
        if self.kind not in (ELEMENT, DOCUMENT):
            return MISSING
        for name, nodes in self.adapted().items():
            if name.lower() == lowered:
                values = [simple(each) for each in nodes]
                return values[0] if len(values) == 1 else values
        return MISSING

    def adapter_set(self, lowered: str, value: Value) -> bool:
        """Set a property; return False if there is none."""
        for name, nodes in self.adapted().items():
            if name.lower() == lowered:
                if len(nodes) > 1:
                    raise SystemException("The property has more than one value and cannot be set.")
                nodes[0].set_text(to_string(value))
                return True
        return False


def simple(node: XmlNode) -> Value:
    """Return a node's value as a property: its text if it has no other content, else the node."""
    if node.kind in (ATTRIBUTE, TEXT, CDATA, COMMENT):
        return node.data
    if node.kind == DECLARATION:
        return node.data
    if node.attributes:
        return node
    if not node.children:
        return ""
    if len(node.children) == 1 and node.children[0].kind == TEXT:  # not CDATA: that is the property `#cdata-section`
        return node.children[0].data
    return node


def _text(owner: XmlNode, text: str) -> XmlNode:
    made = XmlNode(TEXT, "#text", text)
    made.document = owner.document or owner
    return made


CLASSES: Final = {
    ELEMENT: "XmlElement",
    ATTRIBUTE: "XmlAttribute",
    TEXT: "XmlText",
    CDATA: "XmlCDataSection",
    INSTRUCTION: "XmlProcessingInstruction",
    COMMENT: "XmlComment",
    DOCUMENT: "XmlDocument",
    DECLARATION: "XmlDeclaration",
}


def wrong_node() -> InvalidOperationException:
    """Return the error of a node that is not valid at its place."""
    return InvalidOperationException(
        "The specified node cannot be inserted as the valid child of this node, because the specified node is the wrong"
        " type."
    )


def second_element() -> InvalidOperationException:
    """Return the error of a second root element."""
    return InvalidOperationException("This document already has a 'DocumentElement' node.")


def _check_document_child(document: XmlNode, child: XmlNode) -> None:
    if child.kind in (TEXT, CDATA, ATTRIBUTE):
        raise wrong_node()
    if child.kind == ELEMENT and any(True for _ in document.elements()):
        raise second_element()


def clone(node: XmlNode, deep: bool) -> XmlNode:
    """Copy a node with its attributes, and with its children if `deep`."""
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
