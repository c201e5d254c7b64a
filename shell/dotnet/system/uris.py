"""System.Uri."""

from __future__ import annotations

import ipaddress
import re
from typing import Any, Final
from urllib.parse import quote, unquote

from shell.types import STRING, exception_type, named
from shell.types.registry.checks import not_null
from shell.types.registry.declarations import Row, add_properties, clr_class, clr_constructor, clr_method, clr_property
from shell.types.registry.enumeration import enum_value
from shell.values.errors import FormatException, InvalidOperationException, exception_class
from shell.values.objects import TypedArray, Value

UriFormatException: Final = exception_class("System.UriFormatException", FormatException, __name__)
exception_type(UriFormatException)
_PORTS: Final = {
    "http": 80,
    "https": 443,
    "ftp": 21,
    "gopher": 70,
    "nntp": 119,
    "news": 119,
    "telnet": 23,
    "ldap": 389,
    "ldaps": 636,
    "ws": 80,
    "wss": 443,
    "net.tcp": 808,
}
_SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]+):(.*)", re.DOTALL)
_AUTHORITY: Final = re.compile(r"(?:(?P<user>[^@/?#]*)@)?(?P<host>\[[^\]]*\]|[^:/?#]*)(?::(?P<port>[0-9]*))?")
_SAFE: Final = "!#$&'()*+,/:;=?@[]~%-._"
_UNRESERVED: Final = "-_.~"


class _Parts:
    """The components of an absolute URI."""

    def __init__(self, scheme: str, rest: str) -> None:
        self.scheme = scheme.lower()
        body, self.fragment = _cut(rest, "#")
        body, self.query = _cut(body, "?")
        self.user = self.host = ""
        self.port = _PORTS.get(self.scheme, 0 if self.scheme == "file" else -1)
        self.has_authority = body.startswith("//")
        if not self.has_authority:
            self.path = body
            if self.scheme in ("mailto",) and "@" in body:
                self.user, _, self.host = body.rpartition("@")
                self.port, self.path = 25, ""
            return
        found = _AUTHORITY.match(body[2:])
        assert found is not None
        self.user, host = found["user"] or "", found["host"]
        if self.scheme in _PORTS and (not host or " " in host):
            raise UriFormatException("Invalid URI: The hostname could not be parsed.")
        if found["port"]:
            self.port = int(found["port"])
            if self.port > 65535:
                raise UriFormatException("Invalid URI: Invalid port specified.")
        self.host = host.lower()
        self.path = body[2 + found.end() :] or ("/" if self.scheme in _PORTS else "")

    @property
    def default_port(self) -> bool:
        return self.port == _PORTS.get(self.scheme, 0 if self.scheme == "file" else -1)

    @property
    def authority(self) -> str:
        return self.host if self.default_port else f"{self.host}:{self.port}"


def _cut(text: str, mark: str) -> tuple[str, str]:
    head, found, tail = text.partition(mark)
    return head, found + tail


def _escape(text: str) -> str:
    return quote(text, safe=_SAFE)


@clr_class("System.Uri")
class Uri:
    """A uniform resource identifier, absolute or relative."""

    def __init__(self, text: str, kind: int = 0) -> None:
        self.original = text
        self.parts: _Parts | None = None
        trimmed = text.strip()
        found = _SCHEME.fullmatch(trimmed)
        if (
            found is not None
            and kind != 2
            and (
                found[2].startswith("//") or not found[2][:1].isdigit() or found[1].lower() in ("mailto", "news", "urn")
            )
        ):
            self.parts = _Parts(found[1], found[2])
        elif trimmed.startswith("/") and not trimmed.startswith("//") and kind != 2:
            self.parts = _Parts("file", "//" + trimmed)
        elif kind == 1:
            raise UriFormatException(
                "Invalid URI: The format of the URI could not be determined."
                if trimmed
                else "Invalid URI: The URI is empty."
            )

    def __str__(self) -> str:
        return (
            self.original
            if self.parts is None
            else unquote(self._absolute())
            if "%" in self._absolute()
            else self._absolute()
        )

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Uri) and str(self) == str(other)

    def __hash__(self) -> int:
        return hash(str(self))

    @property
    def known(self) -> _Parts:
        """Return the components; raises InvalidOperationException for a relative URI."""
        if self.parts is None:
            raise InvalidOperationException("This operation is not supported for a relative URI.")
        return self.parts

    def _absolute(self) -> str:
        parts = self.known
        user = f"{parts.user}@" if parts.user else ""
        if not parts.has_authority:
            head = f"{user}{parts.host}" if parts.host else ""
            return f"{parts.scheme}:{head}{_escape(parts.path)}{_escape(parts.query)}{_escape(parts.fragment)}"
        return f"{parts.scheme}://{user}{parts.authority}{_escape(parts.path)}{_escape(parts.query)}{_escape(parts.fragment)}"

    @clr_constructor("string uriString")
    @staticmethod
    def of_text(text: str) -> Uri:
        """Create an absolute URI."""
        not_null(text, "uriString")
        return Uri(text, 1)

    @clr_constructor("string uriString, System.UriKind uriKind")
    @staticmethod
    def of_text_kind(text: str, kind: int) -> Uri:
        """Create a URI of a UriKind."""
        return Uri(text, int(kind))

    @clr_constructor("uri baseUri, string relativeUri")
    @staticmethod
    def of_base(base: Uri, relative: str) -> Uri:
        """Resolve a URI against a base."""
        from urllib.parse import urljoin

        return Uri(urljoin(base._absolute(), relative), 1)

    @clr_property("AbsolutePath", "string")
    def absolute_path(self) -> str:
        """Return the escaped path."""
        return _escape(self.known.path)

    @clr_property("AbsoluteUri", "string")
    def absolute_uri(self) -> str:
        """Return the whole URI, escaped."""
        return self._absolute()

    @clr_property("LocalPath", "string")
    def local_path(self) -> str:
        """Return the unescaped path."""
        return unquote(self.known.path)

    @clr_property("Authority", "string")
    def authority(self) -> str:
        """Return host and port, without the default port."""
        return self.known.authority

    @clr_property("HostNameType", "System.UriHostNameType")
    def host_name_type(self) -> Value:
        """Return the type of the host name."""
        return enum_value(named("System.UriHostNameType"), _host_type(self.known))

    @clr_property("IsDefaultPort", "bool")
    def is_default_port(self) -> bool:
        """Return True for the scheme's default port."""
        return self.known.default_port

    @clr_property("IsFile", "bool")
    def is_file(self) -> bool:
        """Return True for `file:`."""
        return self.known.scheme == "file"

    @clr_property("IsLoopback", "bool")
    def is_loopback(self) -> bool:
        """Return True for a loopback host."""
        parts = self.known
        return parts.host in ("localhost", "loopback", "127.0.0.1", "[::1]") or (
            parts.scheme == "file" and not parts.host
        )

    @clr_property("PathAndQuery", "string")
    def path_and_query(self) -> str:
        """Return the escaped path and query."""
        return _escape(self.known.path + self.known.query)

    @clr_property("Segments", "string[]")
    def segments(self) -> Value:
        """Return the segments of the path with their slashes."""
        return TypedArray(STRING, re.findall(r"[^/]*/|[^/]+$", _escape(self.known.path)))

    @clr_property("IsUnc", "bool")
    def is_unc(self) -> bool:
        """Return True for a UNC path."""
        return self.known.scheme == "file" and bool(self.known.host)

    @clr_property("Host", "string")
    def host(self) -> str:
        """Return the host."""
        return self.known.host

    @clr_property("Port", "int")
    def port(self) -> int:
        """Return the port, -1 if the scheme has none."""
        return -1 if self.known.scheme == "file" else self.known.port

    @clr_property("Query", "string")
    def query(self) -> str:
        """Return the escaped query with its `?`."""
        return _escape(self.known.query)

    @clr_property("Fragment", "string")
    def fragment(self) -> str:
        """Return the escaped fragment with its `#`."""
        return _escape(self.known.fragment)

    @clr_property("Scheme", "string")
    def scheme(self) -> str:
        """Return the scheme."""
        return self.known.scheme

    @clr_property("OriginalString", "string")
    def original_string(self) -> str:
        """Return the original text."""
        return self.original

    @clr_property("DnsSafeHost", "string")
    def dns_safe_host(self) -> str:
        """Return the host without brackets."""
        return self.known.host.strip("[]")

    @clr_property("IdnHost", "string")
    def idn_host(self) -> str:
        """Return the host in ASCII (IDNA)."""
        host = self.known.host.strip("[]")
        return host if host.isascii() else host.encode("idna").decode("ascii")

    @clr_property("IsAbsoluteUri", "bool")
    def is_absolute_uri(self) -> bool:
        """Return True if the URI has a scheme."""
        return self.parts is not None

    @clr_property("UserEscaped", "bool")
    def user_escaped(self) -> bool:
        """Return False."""
        return False

    @clr_property("UserInfo", "string")
    def user_info(self) -> str:
        """Return the user info: name and password."""
        return self.known.user if self.parts is not None else ""

    @clr_method("ToString", "-> string")
    def to_string(self) -> str:
        """Return the unescaped text."""
        return str(self)

    @clr_method("GetLeftPart", "System.UriPartial part -> string")
    def get_left_part(self, part: int) -> str:
        """Return the start of the URI up to a UriPartial."""
        parts = self.known
        texts = [f"{parts.scheme}://", parts.authority, _escape(parts.path), _escape(parts.query)]
        return "".join(texts[: int(part) + 1])

    @clr_method("Equals", "object comparand -> bool")
    def equals(self, other: Value) -> bool:
        """Return True if both are equal."""
        return bool(self == other)

    @clr_method("IsWellFormedUriString", "string uriString, System.UriKind uriKind -> bool", static=True)
    @staticmethod
    def is_well_formed(text: str, kind: int) -> bool:
        """Return True for a text that needs no escaping."""
        try:
            made = Uri(text or "", int(kind))
        except FormatException:
            return False
        return " " not in made.original and (int(kind) != 1 or made.parts is not None)

    @clr_method("TryCreate", "string uriString, System.UriKind uriKind, ref uri result -> bool", static=True)
    @staticmethod
    def try_create(text: str, kind: int, reference: Any) -> bool:
        """Parse a text; return False where it is not a URI."""
        try:
            reference.value = Uri(text or "", int(kind))
        except FormatException:
            reference.value = None
            return False
        return True

    @clr_method("EscapeDataString", "string stringToEscape -> string", static=True)
    @staticmethod
    def escape_data(text: str) -> str:
        """Escape all but unreserved characters."""
        return quote(text, safe=_UNRESERVED)

    @clr_method("EscapeUriString", "string stringToEscape -> string", static=True)
    @staticmethod
    def escape_uri(text: str) -> str:
        """Escape characters that are not valid in a URI."""
        return quote(text, safe=_SAFE.replace("%", ""))

    @clr_method("UnescapeDataString", "string stringToUnescape -> string", static=True)
    @staticmethod
    def unescape_data(text: str) -> str:
        """Undo escapes."""
        return unquote(text)

    @clr_method("CheckSchemeName", "string schemeName -> bool", static=True)
    @staticmethod
    def check_scheme_name(name: Any) -> bool:
        """Return True for a valid scheme name."""
        return bool(name) and re.fullmatch(r"[A-Za-z][A-Za-z0-9+.\-]*", name) is not None

    @clr_method("HexEscape", "char character -> string", static=True)
    @staticmethod
    def hex_escape(character: str) -> str:
        """Return a character as `%41`."""
        return f"%{ord(character):02X}"

    @clr_method("IsHexDigit", "char character -> bool", static=True)
    @staticmethod
    def is_hex_digit(character: str) -> bool:
        """Return True for a hexadecimal digit."""
        return character in "0123456789abcdefABCDEF"

    @clr_method("IsBaseOf", "uri uri -> bool")
    def is_base_of(self, uri: Any) -> bool:
        """Return True if the URI is a base of another."""
        mine, other = self.known, uri.known
        folder = mine.path[: mine.path.rfind("/") + 1]
        return (mine.scheme, mine.authority) == (other.scheme, other.authority) and other.path.startswith(folder)

    @clr_method("IsWellFormedOriginalString", "-> bool")
    def is_well_formed_original_string(self) -> bool:
        """Return True if the original text needed no escaping."""
        return bool(Uri.is_well_formed(self.original, 0))

    @clr_method("MakeRelativeUri", "uri uri -> uri")
    def make_relative_uri(self, uri: Any) -> Value:
        """Return another URI relative to this one."""
        mine, other = self.known, uri.known
        if (mine.scheme, mine.authority) != (other.scheme, other.authority):
            return uri
        here = mine.path[: mine.path.rfind("/") + 1].split("/")[1:-1]
        *folders, last = other.path.split("/")[1:]
        shared = 0
        while shared < min(len(here), len(folders)) and here[shared] == folders[shared]:
            shared += 1
        path = "/".join([".."] * (len(here) - shared) + folders[shared:] + [last])
        return Uri(path + other.query + other.fragment, 2)

    @clr_method("CheckHostName", "string name -> System.UriHostNameType", static=True)
    @staticmethod
    def check_host_name(name: str) -> Value:
        """Return the type of a host name."""
        return enum_value(named("System.UriHostNameType"), _name_type(name))


def _schemes() -> None:
    names = "File Ftp Ftps Gopher Http Https Mailto News Nntp Sftp Ssh Telnet Ws Wss".split()  # noqa: SIM905
    rows: list[Row] = [(f"UriScheme{each}", "string", lambda each=each: each.lower()) for each in names]
    rows += [("UriSchemeNetPipe", "string", lambda: "net.pipe"), ("UriSchemeNetTcp", "string", lambda: "net.tcp")]
    add_properties(named("System.Uri"), [*rows, ("SchemeDelimiter", "string", lambda: "://")], static=True)


_schemes()


def _name_type(host: str) -> int:
    try:
        return 3 if ipaddress.ip_address(host.strip("[]")).version == 4 else 4
    except ValueError:
        return 2 if re.fullmatch(r"[\w]([\w\-]*[\w])?(\.[\w]([\w\-]*[\w])?)*\.?", host) else 0


def _host_type(parts: _Parts) -> int:
    if parts.scheme == "file" and not parts.host:
        return 1
    return _name_type(parts.host) if parts.host else 0


def _convert(value: Value) -> Any:
    """Convert a text to an absolute or relative URI."""
    return Uri(value) if type(value) is str else NotImplemented


named("System.Uri").data["convert"] = _convert
