"""XML as text: elements with attributes, indented by two spaces."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr


class XmlText:
    """Collects the lines of a document."""

    def __init__(self) -> None:
        self._lines = ['<?xml version="1.0" encoding="utf-8" standalone="no"?>']
        self._open: list[str] = []

    def start(self, name: str, attributes: Iterable[tuple[str, object]] = ()) -> None:
        """Open an element."""
        self._lines.append(f"{self._margin}<{name}{_written(attributes)}>")
        self._open.append(name)

    def end(self) -> None:
        """Close the innermost element."""
        name = self._open.pop()
        self._lines.append(f"{self._margin}</{name}>")

    def element(self, name: str, attributes: Iterable[tuple[str, object]] = (), text: str | None = None) -> None:
        """Add an element that holds nothing but text."""
        if text is None:
            self._lines.append(f"{self._margin}<{name}{_written(attributes)} />")
        else:
            self._lines.append(f"{self._margin}<{name}{_written(attributes)}>{escape(_allowed(text))}</{name}>")

    @property
    def text(self) -> str:
        """The document."""
        return "\n".join(self._lines) + "\n"

    @property
    def _margin(self) -> str:
        return "  " * len(self._open)


def _written(attributes: Iterable[tuple[str, object]]) -> str:
    return "".join(f" {name}={_quoted(str(value))}" for name, value in attributes)


def _quoted(text: str) -> str:
    return '"' + quoteattr(f"'{_allowed(text)}", {'"': "&quot;"})[2:-1] + '"'


def _allowed(text: str) -> str:
    """Leave out the characters that XML 1.0 cannot hold."""
    return "".join(each for each in text if each in "\t\n\r" or each >= " ")


__all__ = ["XmlText"]
