"""ConvertTo-Xml: objects as elements with their properties."""

from __future__ import annotations

from typing import Any, Final

from cmdlets.powershell.xml_text import attribute, element
from shell.display.access import base_of, names_of, read
from shell.display.celltext import SCALARS, enumerable, is_scalar
from shell.engine.commands.cmdlet import Cmdlet, Example, parameter
from shell.types import named, type_names, type_of
from shell.types.conversion.conversion import convert
from shell.types.conversion.text import net_string, to_string
from shell.values.errors import NetException
from shell.values.objects import AUTOMATION_NULL, MISSING, Hashtable, Value

_HEADING: Final = '<?xml version="1.0" encoding="utf-8"?>'


class ConvertToXml(Cmdlet, verb="ConvertTo", noun="Xml", output=("System.Xml.XmlDocument", "System.String")):
    """Turn objects into XML."""

    examples = (Example("[pscustomobject]@{ Name = 'EX01' } | ConvertTo-Xml -As String", "An Objects element."),)

    depth: int = parameter("int", default=1, range=(1, 2147483647), help="How many levels of objects are written.")
    input_object: Value = parameter(
        "psobject", position=0, mandatory=True, pipeline=True, allow_null=True, help="The objects."
    )
    no_type_information: bool = parameter("switch", help="Leave out the Type attributes.")
    as_: str = parameter(
        "string",
        name="As",
        values=("Stream", "String", "Document"),
        default="Document",
        help="What is written.",
        not_null_or_empty=True,
    )

    def begin(self) -> None:
        """Start to collect."""
        self._objects: list[list[str]] = []

    def process(self) -> None:
        """Turn an object into an element."""
        indent = 0 if self.as_ == "Stream" else 1
        self._objects.append(self._element("Object", None, self.input_object, 0, indent))

    def end(self) -> None:
        """Write the document."""
        if self.as_ == "Stream":
            self.write(_HEADING)
            self.write("<Objects>")
            for lines in self._objects:
                self.write("\n".join(lines))
            self.write("</Objects>")
            return
        inner = [line for lines in self._objects for line in lines]
        text = "\n".join([_HEADING, *element("Objects", "", inner, 0)])
        self.write(text if self.as_ == "String" else convert(text, named("System.Xml.XmlDocument")))

    def _element(self, tag: str, name: str | None, value: Value, level: int, indent: int) -> list[str]:
        attributes = f' Name="{attribute(name)}"' if name is not None else ""
        plain = base_of(value)
        if plain is None or plain is AUTOMATION_NULL or plain is MISSING:
            return element(tag, attributes, "", indent)
        if not self.no_type_information:
            attributes += f' Type="{attribute(_type_name(value))}"'
        return element(tag, attributes, self._content(value, plain, level, indent), indent)

    def _content(self, value: Value, plain: Any, level: int, indent: int) -> str | list[str]:
        if type(plain) in SCALARS or is_scalar(plain):
            return net_string(plain)
        if isinstance(plain, Hashtable):
            return self._pairs(plain, level, indent)
        items = enumerable(plain)
        if items is not None:
            return [line for each in items for line in self._element("Property", None, each, level, indent + 1)]
        names = names_of(value)
        if level >= self.depth or not names:
            return to_string(value)
        lines: list[str] = []
        for name in names:
            lines.extend(self._element("Property", name, self._read(value, name), level + 1, indent + 1))
        return lines

    def _pairs(self, table: Hashtable, level: int, indent: int) -> list[str]:
        lines: list[str] = []
        for key, value in table.items():
            lines.extend(self._element("Property", "Key", key, level, indent + 1))
            lines.extend(self._element("Property", "Value", value, level, indent + 1))
        return lines

    def _read(self, value: Value, name: str) -> Value:
        try:
            return read(value, name, self.session)
        except NetException:
            return None


def _type_name(value: Value) -> str:
    names = type_names(value)
    return names[0] if names else type_of(value).name
