""".NET's regular expressions on the `regex` module: options, compiled patterns, and how their groups are numbered."""

from __future__ import annotations

from enum import IntFlag
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from shell.lazy import lazy
from shell.values.errors import NotEmulatedException
from shell.values.objects import Value, fold_key
from shell.values.patterns.ascii import ascii_twin, literal_text

if TYPE_CHECKING:
    from shell.values.patterns import translation
else:
    translation = lazy("shell.values.patterns.translation", globals())


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

    `groups` lists (name in .NET, index in `code`) in .NET's order: 0, unnamed groups, named groups. `keys` lists, for
    `$Matches`, (key in compared form, key as shown, index). `literal` is the only text that the pattern matches, if
    there is just one.
    """

    __slots__ = ("_searches", "_twin", "by_name", "code", "groups", "keys", "literal", "options", "text")

    def __init__(self, text: str, options: Options, code: Any, groups: list[tuple[str, int]]) -> None:
        self.text = text
        self.options = options
        self.code = code
        self.groups = groups
        self.by_name = dict(groups)
        keys = [(int(name) if name.isdecimal() else name, index) for name, index in groups]
        self.keys = [(fold_key(key), key, index) for key, index in keys]
        folds = bool(options & Options.IGNORE_CASE)
        self.literal = None if options & ~_FOLDING else literal_text(text, folds)
        self._twin: Any = None
        self._searches = 0

    def search(self, text: str) -> Any:
        """Return the first match in a text, or None; its groups have the indexes of `code`.

        A pattern that is used often gets a faster twin for ASCII texts, if one exists.
        """
        twin = self._twin
        if twin is not None and text.isascii():
            return twin.search(text)
        if self._searches < _WORTH_A_TWIN:
            self._searches += 1
            if self._searches == _WORTH_A_TWIN and not self.options & ~_FOLDING:
                self._twin = ascii_twin(self.text, bool(self.options & Options.IGNORE_CASE))
        return self.code.search(text)


_FOLDING: Final = Options.IGNORE_CASE | Options.CULTURE_INVARIANT | Options.COMPILED
"""Options that do not change the syntax of patterns."""

_LETTERS: Final = {
    "i": Options.IGNORE_CASE,
    "m": Options.MULTILINE,
    "n": Options.EXPLICIT_CAPTURE,
    "s": Options.SINGLELINE,
    "x": Options.IGNORE_PATTERN_WHITESPACE,
}
"""The options that a pattern may set inline, and their letters."""

_WORTH_A_TWIN: Final = 50
"""Number of searches before a twin is made. Making one costs as much as some hundred searches save."""


@lru_cache(maxsize=256)
def compile_pattern(text: str, options: int = 0) -> Pattern:
    """Compile a pattern; raises RegexParseException or NotEmulatedException."""
    chosen = Options(options)
    if chosen & Options.RIGHT_TO_LEFT:
        raise NotEmulatedException("Regular expressions that match from right to left are not emulated.")
    import regex

    translator = translation.Translator(
        text, frozenset(letter for letter, option in _LETTERS.items() if option & chosen)
    )
    translated = translator.run()

    flags = regex.VERSION0 | regex.UNICODE
    if chosen & Options.ECMA_SCRIPT:
        flags |= regex.ASCII
    try:
        code = regex.compile(translated, flags)
    except regex.error:  # its message and position are those of the translation, not of the script's pattern
        raise NotEmulatedException(f"The regular expression '{text}' is not emulated.") from None
    return Pattern(text, chosen, code, translator.numbered())


def split_by_pattern(pattern: Pattern, text: str, limit: int) -> list[Value]:
    """Split as Regex.Split does, keeping the captured groups. A negative limit counts from the right."""
    found = list(pattern.code.finditer(text))
    if limit == 1 or limit == -1:
        return [text]
    if limit > 1:
        found = found[: limit - 1]
    elif limit < 0:
        found = found[limit + 1 :]
    parts: list[Value] = []
    place = 0
    groups = pattern.groups[1:]
    for each in found:
        start, end = each.span()
        parts.append(text[place:start])
        if groups:
            parts.extend(each[index] for _, index in groups if each[index] is not None)
        place = end
    parts.append(text[place:])
    return parts
