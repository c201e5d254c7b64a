"""Join-String: text out of many objects. ConvertFrom-StringData: a hashtable out of name=value lines."""

from __future__ import annotations

import re
from typing import Any

from cmdlets.powershell.property_expression import parse_properties
from shell.engine.commands.cmdlet import Cmdlet, Example, parameter
from shell.types.conversion.text import net_string, to_string
from shell.types.operators.formatting import composite_format
from shell.values.errors import ErrorCategory, PSInvalidOperationException
from shell.values.objects import AUTOMATION_NULL, MISSING, Char, Hashtable, Value

_ESCAPES = {"a": "\a", "b": "\b", "e": "\x1b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
_ESCAPED = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|c([@-_a-z])|([0-7]{2,3})|(.))", re.DOTALL)


def unescape_pattern(text: str) -> str:
    """Return what .NET's Regex.Unescape makes of a text."""
    return _ESCAPED.sub(_unescaped, text)


def _unescaped(found: re.Match[str]) -> str:
    four, two, control, octal, other = found.groups()
    if four or two:
        return chr(int(four or two, 16))
    if control:
        return chr(ord(control.upper()) - 64)
    return chr(int(octal, 8)) if octal else _ESCAPES.get(other, other)


class JoinString(
    Cmdlet,
    verb="Join",
    noun="String",
    module="Microsoft.PowerShell.Utility",
    default_set="default",
    output=("System.String",),
):
    """Join the text of all objects into one string.

    Without -Separator the value of $OFS parts them, where that is set.
    """

    examples = (
        Example("'a', 'b' | Join-String -Separator ', ' -SingleQuote", "A list of quoted names."),
        Example("1..3 | Join-String -OutputPrefix '[' -OutputSuffix ']' -Separator ','", "With brackets around it."),
    )

    property: Value = parameter(
        "Microsoft.PowerShell.Commands.PSPropertyExpression", position=0, help="The property to take the text from."
    )
    separator: Any = parameter("string", position=1, allow_empty_string=True, help="What comes between two texts.")
    output_prefix: Any = parameter("string", aliases=("op",), help="What comes before all.")
    output_suffix: Any = parameter("string", aliases=("os",), help="What comes after all.")
    single_quote: bool = parameter("switch", sets=("SingleQuote",), help="Put each text in single quotes.")
    double_quote: bool = parameter("switch", sets=("DoubleQuote",), help="Put each text in double quotes.")
    format_string: Any = parameter("string", sets=("Format",), help="A format for each text, such as '<{0}>'.")
    use_culture: bool = parameter("switch", help="Turn values into text by the culture's rules.")
    input_object: list[Value] = parameter("psobject[]", pipeline=True, help="The objects to join.")

    def begin(self) -> None:
        """Choose the separator."""
        self._texts: list[str] = []
        self._expression = parse_properties(self, [self.property])[0] if self.property is not None else None
        separator = self.separator
        if separator is None:
            fields = self.session.get_variable("OFS")
            separator = "" if fields is None else to_string(fields)
        self._separator = separator

    def process(self) -> None:
        """Take the text of an object."""
        for value in self.input_object or ():
            if value is not None and value is not AUTOMATION_NULL:
                self._texts.append(self._text(value))

    def end(self) -> None:
        """Write the whole."""
        self.write((self.output_prefix or "") + self._separator.join(self._texts) + (self.output_suffix or ""))

    def _text(self, value: Value) -> str:
        if self._expression is not None:
            resolved = self._expression.resolve(value, self.session)
            value = resolved[0].value if resolved else None
        text = net_string(value) if self.use_culture and value is not MISSING else to_string(value, self.session)
        if self.single_quote:
            return f"'{text}'"
        if self.double_quote:
            return f'"{text}"'
        if self.format_string is not None:
            return composite_format(self.format_string, [text])
        return text


class ConvertFromStringData(
    Cmdlet, verb="ConvertFrom", noun="StringData", module="Microsoft.PowerShell.Utility", output=("hashtable",)
):
    """Make a hashtable of lines that say name=value. Lines that begin with # are comments; `\\` begins an escape."""

    examples = (Example('ConvertFrom-StringData "port=25`nname=mail"', "Two keys."),)

    string_data: str = parameter(
        "string", mandatory=True, position=0, pipeline=True, allow_empty_string=True, help="The lines."
    )
    delimiter: str = parameter("char", position=1, default=Char("="), help="What parts a name and its value.")

    def process(self) -> None:
        """Convert one text."""
        table = Hashtable()
        for line in unescape_pattern(self.string_data).split("\n"):
            text = line.strip()
            if not text or text.startswith("#"):
                continue
            name, found, value = text.partition(str(self.delimiter))
            name = name.strip()
            if not found or not name:
                raise self._invalid(f"Data line '{line}' is not in 'name=value' format. ")
            if name in table:
                raise self._invalid(f"Data item '{name}' in line '{line}' is already defined. ")
            table[name] = value.strip()
        self.write(table)

    def _invalid(self, message: str) -> Exception:
        return self.fail(
            self.error(
                message,
                "InvalidOperation",
                ErrorCategory.InvalidOperation,
                exception=PSInvalidOperationException,
            )
        )
