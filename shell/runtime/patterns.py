""".NET's regular expressions on the `regex` module: options, compiled patterns, and how their groups are numbered."""

from __future__ import annotations

from enum import IntFlag
from functools import lru_cache
from typing import Any

from shell.runtime.errors import ArgumentException, NotEmulatedException


class Options(IntFlag):
    """System.Text.RegularExpressions.RegexOptions."""

    NONE = 0
    IGNORE_CASE = 1
    MULTILINE = 2
    EXPLICIT_CAPTURE = 4
    COMPILED = 8
    SINGLELINE = 16
    IGNORE_PATTERN_WHITESPACE = 32
    RIGHT_TO_LEFT = 64
    ECMA_SCRIPT = 256
    CULTURE_INVARIANT = 512
    NON_BACKTRACKING = 1024


class Pattern:
    """A compiled pattern: `code` of the `regex` module, and how its groups map to .NET's numbers and names.

    `groups` lists (name in .NET, index in `code`) by .NET's order: 0, unnamed ones, named ones.
    """

    __slots__ = ("by_name", "code", "groups", "options", "text")

    def __init__(self, text: str, options: Options, code: Any, groups: list[tuple[str, int]]) -> None:
        self.text = text
        self.options = options
        self.code = code
        self.groups = groups
        self.by_name = dict(groups)


def invalid(pattern: str, offset: int, reason: str) -> ArgumentException:
    """The error of a pattern that cannot be parsed; `offset` is where parsing stopped."""
    from shell.runtime.errors import RegexParseException

    return RegexParseException(f"Invalid pattern '{pattern}' at offset {offset}. {reason}")


@lru_cache(maxsize=256)
def compile_pattern(text: str, options: int = 0) -> Pattern:
    """Compile a pattern; raises RegexParseException or NotEmulatedException."""
    chosen = Options(options)
    if chosen & Options.RIGHT_TO_LEFT:
        raise NotEmulatedException("Regular expressions that match from right to left are not emulated.")
    import regex

    from shell.runtime.patterntranslation import Translator

    translator = Translator(text, chosen)
    translated = translator.run()

    flags = regex.VERSION0 | regex.UNICODE
    if chosen & Options.ECMA_SCRIPT:
        flags |= regex.ASCII
    try:
        code = regex.compile(translated, flags)
    except regex.error:  # its words and places are of the translation, not of what the script wrote
        raise NotEmulatedException(f"The regular expression '{text}' is not emulated.") from None
    return Pattern(text, chosen, code, translator.numbered())
