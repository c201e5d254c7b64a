"""System.Web.HttpUtility and System.Net.WebUtility: HTML and URL encoding."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote, unquote_plus

from shell.lazy import lazy
from shell.types import OBJECT, ClrType, named, register
from shell.types.registry.checks import not_null
from shell.types.registry.declarations import add_methods
from shell.values.objects import Value

if TYPE_CHECKING:
    from shell.dotnet.collections import specialized
else:
    specialized = lazy("shell.dotnet.collections.specialized", globals())


_HTML: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"}


def _html_encode(text: Any) -> Any:
    if text is None:
        return None
    return "".join(
        _HTML.get(each) or (f"&#{ord(each)};" if "\xa0" <= each <= "\xff" or each > "\uffff" else each) for each in text
    )


def _html_decode(text: Any) -> Any:
    from html import unescape

    return None if text is None else unescape(text)


def _lower_escapes(text: str) -> str:
    return re.sub("%[0-9A-F]{2}", lambda found: found[0].lower(), text)


def _url_encode(text: Any) -> Any:
    return None if text is None else _lower_escapes(quote(text, safe="-_.!*() ")).replace(" ", "+")


def _web_url_encode(text: Any) -> Any:
    return None if text is None else quote(text, safe="-_.!*() ").replace(" ", "+")


def _url_decode(text: Any) -> Any:
    return None if text is None else unquote_plus(text)


def _parse_query(query: Any) -> Value:
    not_null(query, "query")
    made = specialized.QueryCollection()
    for part in query.removeprefix("?").split("&"):
        name, mark, value = part.partition("=")
        if part:
            made.add(_url_decode(name) if mark else None, _url_decode(value if mark else name))
    return made


def _html_attribute(text: Any) -> Any:
    return None if text is None else "".join(_HTML[each] if each in "&<\"'" else each for each in text)


def _url_path(text: Any) -> Any:
    if not text:
        return text
    path, mark, query = text.partition("?")
    return _lower_escapes(quote(path, safe="!#$&'()*+,/:;=?@[]~%-._")) + mark + query


def _javascript(text: Any, quotes: bool = False) -> str:
    made = json.dumps(text or "")[1:-1].replace("'", "\\u0027").replace("<", "\\u003c").replace(">", "\\u003e")
    made = made.replace("&", "\\u0026")
    return f'"{made}"' if quotes else made


def _register_encoders() -> None:
    for name, encode in (("System.Web.HttpUtility", _url_encode), ("System.Net.WebUtility", _web_url_encode)):
        target = register(ClrType(name, OBJECT, is_abstract=True))
        add_methods(
            target,
            (
                ("HtmlEncode", "string value -> string", _html_encode),
                ("HtmlDecode", "string value -> string", _html_decode),
                ("UrlEncode", "string value -> string", encode),
                ("UrlDecode", "string value -> string", _url_decode),
            ),
            static=True,
        )
    add_methods(
        named("System.Web.HttpUtility"),
        (
            ("ParseQueryString", "string query -> System.Collections.Specialized.NameValueCollection", _parse_query),
            ("HtmlAttributeEncode", "string s -> string", _html_attribute),
            ("UrlPathEncode", "string str -> string", _url_path),
            (
                "JavaScriptStringEncode",
                "string value -> string|string value, bool addDoubleQuotes -> string",
                _javascript,
            ),
        ),
        static=True,
    )


_register_encoders()
