"""System.UriBuilder."""

from __future__ import annotations

from typing import Any

from shell.dotnet.system.uris import Uri
from shell.types.registry.declarations import clr_class, clr_constructor, clr_method, clr_property
from shell.values.objects import Value


def _path(builder: Any, value: Value) -> None:
    text = value or "/"
    builder.path = text if text.startswith("/") or not builder.host else "/" + text


def _query(builder: Any, value: Value) -> None:
    text = value or ""
    builder.query = text if not text or text.startswith("?") else "?" + text


def _fragment(builder: Any, value: Value) -> None:
    text = value or ""
    builder.fragment = text if not text or text.startswith("#") else "#" + text


@clr_class(
    "System.UriBuilder", properties="Scheme:string=rw Host:string=rw Port:int=rw UserName:string=rw Password:string=rw"
)
class UriBuilder:
    """A URI built from its parts."""

    def __init__(self) -> None:
        self.scheme = "http"
        self.host = "localhost"
        self.port = -1
        self.path = "/"
        self.query = ""
        self.fragment = ""
        self.user_name = ""
        self.password = ""

    @clr_constructor("")
    @staticmethod
    def empty() -> UriBuilder:
        """Create a builder of http://localhost/."""
        return UriBuilder()

    @clr_constructor("string uri")
    @staticmethod
    def of_text(uri: str) -> UriBuilder:
        """Create a builder from a text, by default http."""
        found = Uri(uri, 0)
        return UriBuilder.of_uri(
            found if found.parts is not None and not uri.startswith("/") else Uri("http://" + uri, 1)
        )

    @clr_constructor("uri uri")
    @staticmethod
    def of_uri(uri: Any) -> UriBuilder:
        """Create a builder from a Uri."""
        parts, made = uri.known, UriBuilder()
        made.scheme, made.host, made.port = parts.scheme, parts.host, parts.port
        made.path, made.query, made.fragment = parts.path or "/", parts.query, parts.fragment
        made.user_name, _, made.password = parts.user.partition(":")
        return made

    @clr_constructor("string schemeName, string hostName")
    @clr_constructor("string scheme, string host, int portNumber")
    @clr_constructor("string scheme, string host, int port, string pathValue")
    @clr_constructor("string scheme, string host, int port, string path, string extraValue")
    @staticmethod
    def of_parts(scheme: str, host: str, port: int = -1, path: str = "/", extra: str = "") -> UriBuilder:
        """Create a builder from its parts."""
        made = UriBuilder()
        made.scheme, made.host, made.port = scheme.lower(), host, port
        _path(made, path)
        if extra.startswith("#"):
            made.fragment = extra
        else:
            _query(made, extra)
        return made

    def __str__(self) -> str:
        secret = f":{self.password}" if self.password else ""
        user = f"{self.user_name}{secret}@" if self.user_name else ""
        host = f"[{self.host}]" if ":" in self.host and not self.host.startswith("[") else self.host
        port = "" if self.port == -1 else f":{self.port}"
        slashes = "//" if self.scheme != "mailto" else ""
        return f"{self.scheme}:{slashes}{user}{host}{port}{self.path}{self.query}{self.fragment}"

    @clr_property("Path", "string", setter=_path)
    def path_text(self) -> str:
        """Return the path with its leading slash."""
        return self.path

    @clr_property("Query", "string", setter=_query)
    def query_text(self) -> str:
        """Return the query with its `?`."""
        return self.query

    @clr_property("Fragment", "string", setter=_fragment)
    def fragment_text(self) -> str:
        """Return the fragment with its `#`."""
        return self.fragment

    @clr_property("Uri", "uri")
    def uri(self) -> Value:
        """Return the Uri."""
        return Uri(str(self), 1)

    @clr_method("ToString", "-> string")
    def to_string(self) -> str:
        """Return the URI as text, with the port even if it is the default."""
        return str(self)
