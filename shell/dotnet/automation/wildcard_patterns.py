"""System.Management.Automation.WildcardPattern."""

from __future__ import annotations

from typing import Any, Final

from shell.types.registry.checks import not_null
from shell.types.registry.declarations import clr_class, clr_constructor, clr_method
from shell.values.objects import Value
from shell.values.wildcard import escape, has_wildcard, unescape, wildcard_matcher

_NAME: Final = "System.Management.Automation.WildcardPattern"
_IGNORE_CASE: Final = 2


def _text(text: Any, name: str) -> str:
    not_null(text, name)
    return str(text)


@clr_class(_NAME)
class WildcardPattern:
    """A pattern of `*`, `?` and `[...]`, case-sensitive unless the options say otherwise."""

    def __init__(self, pattern: str, options: int = 0) -> None:
        self.pattern = pattern
        self._matches = wildcard_matcher(pattern, ignore_case=bool(options & _IGNORE_CASE))

    @clr_constructor("string pattern")
    @clr_constructor("string pattern, System.Management.Automation.WildcardOptions options")
    @clr_method("Get", f"string pattern, System.Management.Automation.WildcardOptions options -> {_NAME}", static=True)
    @staticmethod
    def make(pattern: str, options: Value = 0) -> WildcardPattern:
        """Parse a pattern."""
        return WildcardPattern(_text(pattern, "pattern"), int(options))

    def __str__(self) -> str:
        return _NAME

    @clr_method("IsMatch", "string input -> bool")
    def is_match(self, input: Any) -> bool:
        """Return True if the pattern matches the whole text."""
        return input is not None and bool(self._matches(str(input)))

    @clr_method("ToWql", "-> string")
    def to_wql(self) -> str:
        """Return the pattern as a LIKE pattern of WQL."""
        text = self.pattern.replace("%", "[%]").replace("_", "[_]")
        return text.replace("*", "%").replace("?", "_")

    @clr_method("Escape", "string pattern -> string", static=True)
    @staticmethod
    def escape(pattern: str) -> str:
        """Escape the wildcard characters of a text."""
        return escape(_text(pattern, "pattern"))

    @clr_method("Unescape", "string pattern -> string", static=True)
    @staticmethod
    def unescape(pattern: str) -> str:
        """Undo Escape."""
        return unescape(_text(pattern, "pattern"))

    @clr_method("ContainsWildcardCharacters", "string pattern -> bool", static=True)
    @staticmethod
    def contains_wildcard_characters(pattern: Any) -> bool:
        """Return True if a text has an unescaped wildcard character."""
        return bool(pattern) and has_wildcard(str(pattern))
