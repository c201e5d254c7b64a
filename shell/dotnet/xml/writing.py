"""Writing XML: XmlDocument.Save, XmlWriter, XmlTextWriter and XmlWriterSettings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from shell.dotnet.io.file_access import full_path
from shell.dotnet.text.encodings import Encoding
from shell.dotnet.xml.nodes import CDATA, DECLARATION, DOCUMENT, ELEMENT, TEXT, XmlNode, escape, escape_attribute
from shell.machine import disk
from shell.machine.os_errors import net_error
from shell.types import named
from shell.types.conversion.conversion import convert
from shell.types.conversion.text import to_string
from shell.types.registry.checks import not_null
from shell.types.registry.declarations import clr_class, clr_constructor, clr_method, clr_property
from shell.values.errors import ArgumentException, InvalidOperationException
from shell.values.objects import Value

_WRITER: Final = "System.Xml.XmlWriter"


def indented(node: XmlNode, unit: str = "  ", line: str = "\n", level: int = 0) -> str:
    """Return a node as indented markup; mixed content stays on one line."""
    if node.kind != ELEMENT:
        return node.outer_xml()
    head = node.name + "".join(" " + each.outer_xml() for each in node.attributes)
    if not node.children:
        return f"<{head} />"
    if any(each.kind in (TEXT, CDATA) for each in node.children):
        return f"<{head}>{node.inner_xml()}</{node.name}>"
    inside = "".join(f"{line}{unit * (level + 1)}{indented(each, unit, line, level + 1)}" for each in node.children)
    return f"<{head}>{inside}{line}{unit * level}</{node.name}>"


def document_text(document: XmlNode, *, encoding: str | None = None) -> str:
    """Return a document as Save writes it; the declaration names the encoding of the target."""
    if getattr(document, "keep_blanks", False):
        return document.outer_xml()
    parts = []
    for each in document.children:
        text = indented(each)
        if each.kind == DECLARATION and encoding:
            version = each.data.partition(" ")[0]
            text = f'<?xml {version} encoding="{encoding}"?>'
        parts.append(text)
    return "\n".join(parts)


def save(document: XmlNode, target: Value) -> None:
    """Write a document to a file, a text writer, a stream or an XmlWriter."""
    if isinstance(target, XmlWriter):
        target.write_node(document)
        target.flush()
        return
    put = getattr(target, "put", None)
    if put is None:
        _save_file(document, to_string(target))
    elif hasattr(target, "new_line"):
        put(document_text(document, encoding="utf-16" if hasattr(target, "get_string_builder") else "utf-8"))
    else:
        put(document_text(document).encode())


def _save_file(document: XmlNode, name: str) -> None:
    path = full_path(name, "filename")
    try:
        with disk.open_file(path, "wb") as file:
            file.write(document_text(document).encode())
    except OSError as problem:
        raise net_error(problem, path) from None


@clr_class(
    "System.Xml.XmlWriterSettings",
    properties="Indent:bool=rw IndentChars:string=rw NewLineChars:string=rw NewLineOnAttributes:bool=rw"
    " OmitXmlDeclaration:bool=rw Encoding:System.Text.Encoding=rw CloseOutput:bool=rw ConformanceLevel:object=rw",
)
class XmlWriterSettings:
    """The settings of an XmlWriter."""

    @clr_constructor("")
    def __init__(self) -> None:
        self.indent = False
        self.indent_chars = "  "
        self.new_line_chars = "\n"
        self.new_line_on_attributes = False
        self.omit_xml_declaration = False
        self.encoding: Any = Encoding("utf-8")
        self.close_output = False
        self.conformance_level: Any = "Document"


@clr_class(_WRITER, is_abstract=True, interfaces="System.IDisposable")
class XmlWriter:
    """Writes markup. `put` receives each piece of text; `finish` is called on Close."""

    def __init__(self, put: Callable[[str], None], finish: Callable[[], None], settings: XmlWriterSettings) -> None:
        self.put = put
        self.finish = finish
        self.settings = settings
        self.opened: list[str] = []
        self.is_head_open = False
        self.has_text = [False]
        self.has_children = [False]
        self.attribute: list[str] | None = None
        self.started = False

    @property
    def encoding_name(self) -> str:
        """Return the encoding's name for the declaration."""
        return str(getattr(self.settings.encoding, "name", "utf-8"))

    def _raw(self, text: str) -> None:
        self.put(text)
        self.started = True

    def _close_head(self) -> None:
        if self.is_head_open:
            self._raw(">")
            self.is_head_open = False

    def _new_line(self, level: int) -> None:
        if self.settings.indent and self.started and not self.has_text[-1]:
            self._raw(self.settings.new_line_chars + self.settings.indent_chars * level)

    def write_node(self, node: XmlNode) -> None:
        """Write a node and its descendants."""
        if node.kind == ELEMENT:
            self.start_element(node.name)
            for each in node.attributes:
                self.attribute_string(each.name, each.data)
            for child in node.children:
                self.write_node(child)
            self.end_element()
        elif node.kind == DOCUMENT:
            for child in node.children:
                self.write_node(child)
        elif node.kind == DECLARATION:
            self.start_document()
        elif node.kind == TEXT:
            self.string(node.data)
        else:
            self._piece(node.outer_xml())

    def _piece(self, markup: str) -> None:
        self._close_head()
        self._new_line(len(self.opened))
        self._raw(markup)
        self.has_children[-1] = True

    @clr_method("WriteStartDocument", "-> void")
    @clr_method("WriteStartDocument", "bool standalone -> void")
    def start_document(self, standalone: bool | None = None) -> None:
        """Write the XML declaration."""
        if self.started:
            raise InvalidOperationException(
                "Cannot write XML declaration. XML declaration can be only at the beginning."
            )
        if not self.settings.omit_xml_declaration:
            word = "" if standalone is None else f' standalone="{"yes" if standalone else "no"}"'
            self._raw(f'<?xml version="1.0" encoding="{self.encoding_name}"{word}?>')

    @clr_method("WriteEndDocument", "-> void")
    def end_document(self) -> None:
        """Close all elements."""
        while self.opened:
            self.end_element()

    @clr_method("WriteStartElement", "string localName -> void")
    def start_element(self, name: str) -> None:
        """Begin an element."""
        if not name:
            raise ArgumentException("The empty string '' is not a valid local name.")
        self._close_head()
        if (
            not self.started
            and not self.settings.omit_xml_declaration
            and self.settings.conformance_level == "Document"
        ):
            self.start_document()
        self._new_line(len(self.opened))
        self.has_children[-1] = True
        self._raw("<" + name)
        self.opened.append(name)
        self.is_head_open = True
        self.has_text.append(False)
        self.has_children.append(False)

    @clr_method("WriteStartElement", "string localName, string ns -> void")
    def start_element_in(self, name: str, uri: Any) -> None:
        """Begin an element in a namespace."""
        self.start_element(name)
        if uri:
            self.attribute_string("xmlns", uri)

    @clr_method("WriteStartElement", "string prefix, string localName, string ns -> void")
    def start_prefixed(self, prefix: Any, name: str, uri: Any) -> None:
        """Begin an element with a prefix."""
        self.start_element(f"{prefix}:{name}" if prefix else name)
        if uri:
            self.attribute_string(f"xmlns:{prefix}" if prefix else "xmlns", uri)

    @clr_method("WriteEndElement", "-> void")
    def end_element(self) -> None:
        """End an element."""
        self._end(full=False)

    @clr_method("WriteFullEndElement", "-> void")
    def full_end_element(self) -> None:
        """End an element with an end tag, even if it is empty."""
        self._end(full=True)

    def _end(self, *, full: bool) -> None:
        if not self.opened:
            raise InvalidOperationException("There was no XML start tag open.")
        name = self.opened.pop()
        had_text, had_children = self.has_text.pop(), self.has_children.pop()
        if self.is_head_open and not full:
            self._raw(" />")
            self.is_head_open = False
            return
        self._close_head()
        if had_children and not had_text and self.settings.indent:
            self._raw(self.settings.new_line_chars + self.settings.indent_chars * len(self.opened))
        self._raw(f"</{name}>")

    @clr_method("WriteAttributeString", "string localName, string value -> void")
    def attribute_string(self, name: str, value: Any) -> None:
        """Write an attribute of the current element."""
        if not self.is_head_open:
            raise InvalidOperationException(
                "Token StartAttribute in state Element Content would result in an invalid XML document."
            )
        self._raw(f' {name}="{escape_attribute(value or "")}"')

    @clr_method("WriteAttributeString", "string localName, string ns, string value -> void")
    def attribute_in(self, name: str, uri: Any, value: Any) -> None:
        """Write an attribute, whose namespace must have been declared."""
        self.attribute_string(name, value)

    @clr_method("WriteAttributeString", "string prefix, string localName, string ns, string value -> void")
    def attribute_prefixed(self, prefix: Any, name: str, uri: Any, value: Any) -> None:
        """Write an attribute with a prefix."""
        self.attribute_string(f"{prefix}:{name}" if prefix else name, value)

    @clr_method("WriteStartAttribute", "string localName -> void")
    def start_attribute(self, name: str) -> None:
        """Begin an attribute whose value follows."""
        self.attribute = [name, ""]

    @clr_method("WriteEndAttribute", "-> void")
    def end_attribute(self) -> None:
        """End the attribute."""
        if self.attribute is not None:
            (name, value), self.attribute = self.attribute, None
            self.attribute_string(name, value)

    @clr_method("WriteElementString", "string localName, string value -> void")
    def element_string(self, name: str, value: Any) -> None:
        """Write an element with a text."""
        self.start_element(name)
        if value:
            self.string(value)
        self.end_element()

    @clr_method("WriteString", "string text -> void")
    @clr_method("WriteValue", "object value -> void")
    def string(self, value: Value) -> None:
        """Write a text."""
        text = "" if value is None else to_string(value)
        if isinstance(value, bool):
            text = text.lower()
        if self.attribute is not None:
            self.attribute[1] += text
            return
        self._close_head()
        self.has_text[-1] = True
        self._raw(escape(text))

    @clr_method("WriteRaw", "string data -> void")
    def raw(self, data: str) -> None:
        """Write markup unescaped."""
        self._close_head()
        self.has_text[-1] = True
        self._raw(data)

    @clr_method("WriteCData", "string text -> void")
    def cdata(self, text: str) -> None:
        """Write a CDATA section."""
        self._close_head()
        self.has_text[-1] = True
        self._raw(f"<![CDATA[{text}]]>")

    @clr_method("WriteComment", "string text -> void")
    def comment(self, text: str) -> None:
        """Write a comment."""
        self._piece(f"<!--{text}-->")

    @clr_method("WriteProcessingInstruction", "string name, string text -> void")
    def instruction(self, name: str, text: str) -> None:
        """Write a processing instruction."""
        self._piece(f"<?{name} {text}?>")

    @clr_method("WriteWhitespace", "string ws -> void")
    def whitespace(self, blanks: str) -> None:
        """Write white space."""
        self._close_head()
        self._raw(blanks)

    @clr_property("Settings", "System.Xml.XmlWriterSettings")
    def get_settings(self) -> Value:
        """Return the settings."""
        return self.settings

    @clr_method("Flush", "-> void")
    def flush(self) -> None:
        """Write buffered data to the target."""
        self._close_head()

    @clr_method("Close", "-> void")
    @clr_method("Dispose", "-> void")
    def close(self) -> None:
        """End all open elements and close the file, if any."""
        self.end_document()
        self.finish()

    @clr_method("Create", f"string outputFileName -> {_WRITER}", static=True)
    @clr_method("Create", f"string outputFileName, System.Xml.XmlWriterSettings settings -> {_WRITER}", static=True)
    @staticmethod
    def to_file(name: str, settings: Any = None) -> XmlWriter:
        """Write to a file."""
        return XmlWriter(*_file(name), settings or XmlWriterSettings())

    @clr_method("Create", f"object output -> {_WRITER}", static=True)
    @clr_method("Create", f"object output, System.Xml.XmlWriterSettings settings -> {_WRITER}", static=True)
    @staticmethod
    def to_target(output: Any, settings: Any = None) -> XmlWriter:
        """Write to a text writer, a StringBuilder or a stream."""
        chosen = settings or XmlWriterSettings()
        not_null(output, "output")
        if hasattr(output, "append"):
            return _texts(XmlWriter(lambda text: _ignore(output.append(text)), lambda: None, chosen))
        if hasattr(output, "new_line"):
            made = XmlWriter(output.put, output.close if chosen.close_output else output.flush, chosen)
            return _texts(made) if hasattr(output, "get_string_builder") else made
        if not hasattr(output, "put"):
            raise ArgumentException("A writer writes to a path, a text writer, a StringBuilder or a stream.")
        mark = getattr(chosen.encoding, "mark", b"")
        if mark:
            output.put(mark)
        return XmlWriter(lambda text: output.put(chosen.encoding.encode(text)), output.flush, chosen)


def _ignore(value: Value) -> None:
    return None


def _texts(writer: XmlWriter) -> XmlWriter:
    """Return a writer whose declaration names utf-16, as .NET's does for strings whatever the settings say."""
    writer.settings.encoding = Encoding("utf-16")
    return writer


def _file(name: str) -> tuple[Callable[[str], None], Callable[[], None]]:
    path = full_path(name, "outputFileName")
    try:
        file = disk.open_file(path, "wb")
    except OSError as problem:
        raise net_error(problem, path) from None
    return (lambda text: _ignore(file.write(text.encode())), file.close)


def _set_formatting(writer: Any, value: Any) -> None:
    writer.settings.indent = str(value) == "Indented"


def _set_indentation(writer: Any, value: int) -> None:
    writer.settings.indent_chars = " " * value


@clr_class("System.Xml.XmlTextWriter", _WRITER)
class XmlTextWriter(XmlWriter):
    """The older writer, which writes no declaration unless asked."""

    @clr_constructor("object w")
    @staticmethod
    def of_writer(w: Any) -> XmlTextWriter:
        """Write to a text writer."""
        settings = XmlWriterSettings()
        settings.conformance_level = "Fragment"
        made = XmlTextWriter(w.put, w.close, settings)
        _texts(made)
        return made

    @clr_constructor("string filename, System.Text.Encoding encoding")
    @staticmethod
    def of_file(filename: str, encoding: Any) -> XmlTextWriter:
        """Write to a file."""
        settings = XmlWriterSettings()
        settings.conformance_level = "Fragment"
        settings.encoding = encoding or settings.encoding
        return XmlTextWriter(*_file(filename), settings)

    @clr_property("Formatting", "System.Xml.Formatting", setter=_set_formatting)
    def formatting(self) -> Value:
        """Return the formatting: None or Indented."""
        return convert("Indented" if self.settings.indent else "None", named("System.Xml.Formatting"))

    @clr_property("Indentation", "int", setter=_set_indentation)
    def indentation(self) -> int:
        """Return the number of blanks per level."""
        return len(self.settings.indent_chars)


__all__ = ["XmlTextWriter", "XmlWriter", "XmlWriterSettings", "document_text", "indented", "save"]
