"""XML text to a tree: expat's events become nodes, its errors .NET's XmlException."""

from __future__ import annotations

from typing import Any, Final

from shell.dotnet.xml.nodes import (
    CDATA,
    COMMENT,
    DECLARATION,
    DOCUMENT,
    ELEMENT,
    INSTRUCTION,
    TEXT,
    XmlNode,
    second_element,
    wrong_node,
)
from shell.types import exception_type, named
from shell.types.conversion import cast_errors
from shell.types.conversion.text import to_string
from shell.values.errors import NetException, SystemException, exception_class
from shell.values.objects import Value

XmlException: Final = exception_class("System.Xml.XmlException", SystemException, __name__)
exception_type(XmlException)


class _Builder:
    """Builds the tree from expat's events."""

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
        raise wrong_node()
    if len(text) < 4:
        raise XmlException(invalid_at(1, 1))
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
            f" position {position}."
        )
    if error.code == 9:  # junk after the document element
        rest = text.splitlines()[line - 1][position - 1 :]
        if rest.startswith("<"):
            return second_element()
        return wrong_node()
    return XmlException(_error_message(error.code, text.splitlines()[line - 1 : line], position - 1, line))


def _error_message(code: int, lines: list[str], place: int, line: int) -> str:
    """Return .NET's message for an expat error; `place` counts from 0."""
    rest = lines[0] if lines else ""
    before, here = rest[:place].rstrip(), rest[place : place + 1]
    at = f"Line {line}, position {place + 1}."
    if code == 11:
        name = rest[place + 1 :].partition(";")[0]
        return f"Reference to undeclared entity '{name}'. Line {line}, position {place + 2}."
    if code == 8:
        return f"'{rest[place:].partition('=')[0].strip()}' is a duplicate attribute name. {at}"
    if code in (5, 20):
        return _unclosed(code, rest, place, line)
    if code == 17:
        return (
            "Unexpected XML declaration. The XML declaration must be the first node in the document, and no whitespace"
            f" characters are allowed to appear before it. Line {line}, position {place + 3}."
        )
    if code != 4 or not here:
        return invalid_at(line, place + 1)
    if ord(here) < 32:
        return f"'{here}', hexadecimal value 0x{ord(here):02X}, is an invalid character. {at}"
    if before.endswith("&"):
        return f"An error occurred while parsing EntityName. {at}"
    in_tag = before.rpartition("<")[2]
    if in_tag == before or ">" in in_tag:
        return invalid_at(line, place + 1)
    if before.endswith("="):
        return f"'{here}' is an unexpected token. The expected token is '\"' or '''. {at}"
    if here == "<":
        return f"'<', hexadecimal value 0x3C, is an invalid attribute character. {at}"
    if here in ">/" and in_tag.split()[1:]:
        return f"'{here}' is an unexpected token. The expected token is '='. {at}"
    return f"Name cannot begin with the '{here}' character, hexadecimal value 0x{ord(here):02X}. {at}"


def _unclosed(code: int, rest: str, place: int, line: int) -> str:
    end = f"Line {line}, position {len(rest) + 1}."
    if code == 20:
        return f"Unexpected end of file while parsing CDATA has occurred. {end}"
    begun = rest[place:]
    if begun.startswith("<!--"):
        return f"Unexpected end of file while parsing Comment has occurred. {end}"
    quote = next((each for each in "\"'" if begun.count(each) % 2), "")
    if quote:
        return f"There is an unclosed literal string. Line {line}, position {place + begun.rindex(quote) + 1}."
    return f"Unexpected end of file while parsing Name has occurred. {end}"


def invalid_at(line: int, position: int) -> str:
    """Return .NET's message for text that is not markup; line and position count from 1."""
    return f"Data at the root level is invalid. Line {line}, position {position}."


def new_document(text: str | None = None) -> XmlNode:
    """Create a document, from markup if given."""
    document = XmlNode(DOCUMENT, "#document")
    if text is not None:
        parse(document, text)
    return document


def to_document(value: Value) -> Value:
    """Convert any value to a document by its text."""
    if value is None or isinstance(value, XmlNode):
        return value
    text = to_string(value)
    try:
        return new_document(text)
    except NetException as error:
        raise cast_errors.because(value, named("System.Xml.XmlDocument"), "InvalidCastToXmlDocument", error) from None
