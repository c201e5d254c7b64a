"""ConvertTo-Html: objects as a table or a list in a page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from cmdlets.powershell.format_arguments import parse_expressions
from shell.display.access import base_of, has_properties
from shell.display.expressions import Expression, Resolved
from shell.engine.commands.cmdlet import Cmdlet, Example, SetMembership, parameter
from shell.types.conversion.text import net_string, to_string
from shell.values.errors import ArgumentException, ErrorCategory, NetException
from shell.values.objects import MISSING, Value

_KEYS: Final = ("expression", "label", "name", "width", "alignment")
_DOCTYPES: Final = {
    False: '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN"  '
    '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">',
    True: '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"  '
    '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">',
}
_HTTP_META: Final = frozenset(("content-type", "default-style", "x-ua-compatible"))
_NAMED_META: Final = frozenset(("application-name", "author", "description", "generator", "keywords", "viewport"))
_ENTITIES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"}


def encode(text: str) -> str:
    """Return text for HTML: .NET escapes the Latin-1 letters and what lies beyond the first plane, too."""
    if text.isascii() and not any(letter in text for letter in _ENTITIES):
        return text
    return "".join(
        _ENTITIES.get(letter) or (f"&#{ord(letter)};" if 160 <= ord(letter) < 256 or letter > "\uffff" else letter)
        for letter in text
    )


class ConvertToHtml(Cmdlet, verb="ConvertTo", noun="Html", default_set="Page", output=("System.String",)):
    """Turn objects into an HTML page."""

    examples = (
        Example("[pscustomobject]@{ Name = 'EX01' } | ConvertTo-Html -Fragment", "A table without a page around it."),
    )

    input_object: Value = parameter("psobject", pipeline=True, default=MISSING, help="The objects.")
    properties_given: Any = parameter("object[]", name="Property", position=0, help="The properties to show.")
    body: Any = parameter("string[]", sets={"Page": SetMembership(position=3)}, help="What follows <body>.")
    head: Any = parameter("string[]", sets={"Page": SetMembership(position=1)}, help="What <head> holds.")
    title: Any = parameter(
        "string", sets={"Page": SetMembership(position=2)}, not_null_or_empty=True, help="The page's title."
    )
    as_: str = parameter(
        "string", name="As", values=("Table", "List"), default="Table", help="The layout.", not_null_or_empty=True
    )
    css_uri: Any = parameter(
        "uri", sets=("Page",), aliases=("cu", "uri"), help="A style sheet.", not_null_or_empty=True
    )
    fragment: bool = parameter("switch", sets=("Fragment",), help="The table alone.")
    post_content: Any = parameter("string[]", not_null_or_empty=True, help="What follows the table.")
    pre_content: Any = parameter("string[]", not_null_or_empty=True, help="What stands before the table.")
    meta: Any = parameter("hashtable", sets=("Page",), not_null_or_empty=True, help="Meta tags: name and content.")
    charset: Any = parameter("string", sets=("Page",), not_null_or_empty=True, help="The page's character set.")
    transitional: bool = parameter("switch", sets=("Page",), help="XHTML Transitional, not Strict.")

    def begin(self) -> None:
        """Write what stands before the objects."""
        if self.is_bound("CssUri") and not str(self.css_uri).strip():
            raise self.fail(
                self.error(
                    "The CssUri parameter takes the address of a style sheet, no empty text.",
                    "ArgumentException",
                    ErrorCategory.InvalidArgument,
                    "CSSUri",
                    exception=ArgumentException,
                )
            )
        self._expressions = parse_expressions(self, self.properties_given, _KEYS)
        self._columns: list[tuple[Expression | None, Resolved]] | None = None
        self._count = 0
        if not self.fragment:
            self._lines(self._page_head())
        self._lines(self.pre_content or ())
        self.write("<table>")

    def _lines(self, lines: Iterable[str]) -> None:
        for line in lines:
            self.write(line)

    def _page_head(self) -> Iterable[str]:
        yield _DOCTYPES[bool(self.transitional)]
        yield '<html xmlns="http://www.w3.org/1999/xhtml">'
        yield "<head>"
        if self.charset:
            yield f'<meta charset="{self.charset}">'
        for name, content in self.meta.items() if self.meta is not None else ():
            yield self._meta_tag(to_string(name), to_string(content))
        yield from self.head or (f"<title>{self.title or 'HTML TABLE'}</title>",)
        if self.css_uri:
            yield f'<link rel="stylesheet" type="text/css" href="{self.css_uri}" />'
        yield "</head><body>"
        yield from self.body or ()

    def _meta_tag(self, name: str, content: str) -> str:
        lowered = name.lower()
        if lowered in _HTTP_META:
            return f'<meta http-equiv="{name}" content="{content}">'
        if lowered not in _NAMED_META:
            self.write_warning(
                "Accepted meta properties are content-type, default-style, application-name, author, description, "
                f"generator, keywords, x-ua-compatible, and viewport. The meta pair: {name} and {content} may not "
                "function correctly."
            )
        return f'<meta name="{name}" content="{content}">'

    def process(self) -> None:
        """Write an object."""
        value = self.input_object
        if value is MISSING or value is None:
            return
        if self.as_ == "List":
            if self._count:
                self.write("<tr><td><hr></td></tr>")
            for wanted, prop in self._properties(value):
                self.write(f"<tr><td>{encode(_label(wanted, prop))}:</td><td>{self._text(prop, value)}</td></tr>")
        else:
            if self._columns is None:
                self._columns = self._properties(value)
                self._header(self._columns)
            cells = [_cell("td", wanted, self._text(prop, value)) for wanted, prop in self._columns]
            self.write(f"<tr>{''.join(cells)}</tr>")
        self._count += 1

    def _properties(self, value: Value) -> list[tuple[Expression | None, Resolved]]:
        chosen: list[tuple[Expression | None, Resolved]] = []
        for expression in self._expressions or [Expression("*")]:
            chosen.extend((expression, prop) for prop in expression.resolve_fixed(value, self.session))
        if not chosen and not has_properties(value):
            return [(None, Resolved("*", lambda each: each))]
        return chosen

    def _header(self, columns: Sequence[tuple[Expression | None, Resolved]]) -> None:
        self.write(f"<colgroup>{'<col/>' * len(columns)}</colgroup>")
        cells = [_cell("th", wanted, encode(_label(wanted, prop)), header=True) for wanted, prop in columns]
        self.write(f"<tr>{''.join(cells)}</tr>")

    def _text(self, prop: Resolved, value: Value) -> str:
        try:
            found = prop.get(value)
        except NetException:
            return ""
        return "" if found is None or found is MISSING else encode(net_string(base_of(found)))

    def end(self) -> None:
        """Write what stands behind the objects."""
        self.write("</table>")
        self._lines(self.post_content or ())
        if not self.fragment:
            self.write("</body></html>")


def _label(wanted: Expression | None, prop: Resolved) -> str:
    return (wanted.label if wanted is not None else "") or prop.name


def _cell(tag: str, wanted: Expression | None, text: str, *, header: bool = False) -> str:
    attributes = ""
    if header and wanted is not None:
        attributes += f' width="{wanted.width}"' if wanted.width else ""
        attributes += f' align="{wanted.align}"' if wanted.align else ""
    return f"<{tag}{attributes}>{text}</{tag}>"
