"""What completion answers: TabExpansion2's CommandCompletion and CompletionResult."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shell.types.registry.table import ClrType


class CompletionResult:
    """One completion: `text` replaces the word, `list_item` is shown in a list.

    `kind` is a name of CompletionResultType. A tooltip that costs something, such as a command's syntax, is given as a
    function and made when it is read.
    """

    __slots__ = ("_tooltip", "kind", "list_item", "text")

    def __init__(self, text: str, list_item: str, kind: str, tooltip: str | Callable[[], str]) -> None:
        self.text = text
        self.list_item = list_item
        self.kind = kind
        self._tooltip = tooltip

    @property
    def tooltip(self) -> str:
        """What is shown beside the completion: a type, a signature, a syntax."""
        if not isinstance(self._tooltip, str):
            self._tooltip = self._tooltip()
        return self._tooltip


@dataclass(slots=True)
class CommandCompletion:
    """The completions of a place: `length` characters from `index` are to be replaced."""

    index: int
    length: int
    matches: list[CompletionResult] = field(default_factory=list)


_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.:/\\~*?+=%[]^!@")


def quoted(text: str, quote: str = "") -> str:
    """Return text as an argument: bare where that would do, else in quotes (`quote` is what the user began)."""
    needs_quotes = bool(quote) or not text or text[0] in "-@#" or any(c not in _PLAIN and c.isascii() for c in text)
    if not needs_quotes:
        return text
    if quote == '"':
        return '"' + text.replace("`", "``").replace('"', '`"').replace("$", "`$") + '"'
    return "'" + text.replace("'", "''") + "'"


def prefixed(words: Iterable[str], prefix: str, make: Callable[[str], CompletionResult]) -> list[CompletionResult]:
    """Return a result for each word that begins with the prefix, whatever the case."""
    lowered = prefix.lower()
    return [make(word) for word in words if word.lower().startswith(lowered)]


def value(text: str, quote: str = "", tooltip: str | None = None) -> CompletionResult:
    """Return a result for a parameter's value."""
    return CompletionResult(quoted(text, quote), text, "ParameterValue", tooltip if tooltip is not None else text)


_NAMESPACES = re.compile(r"\b(?:\w+\.)+(?=\w)")


def type_text(type: ClrType) -> str:
    """Return a type as help and tooltips show it: its accelerator, else its name without namespaces."""
    return _NAMESPACES.sub("", type.accelerator)
