"""System.Text.RegularExpressions: Regex, Match, Group, Capture and their collections."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from shell.dotnet.system.delegates import caller
from shell.dotnet.text.matches import Match, MatchCollection
from shell.dotnet.time.timespan import TimeSpan
from shell.types import INT32, STRING, Method, named
from shell.types.registry.checks import not_null, out_of_range
from shell.types.registry.declarations import (
    add_methods,
    add_properties,
    clr_class,
    clr_constructor,
    clr_method,
    clr_property,
)
from shell.types.registry.enumeration import enum_value
from shell.values.errors import ArgumentOutOfRangeException
from shell.values.exceptions import CLASSES
from shell.values.objects import TypedArray, Value
from shell.values.patterns.regular_expressions import Options, Pattern, compile_pattern, split_by_pattern
from shell.values.patterns.replacements import expand_replacement

_NAMESPACE: Final = "System.Text.RegularExpressions."
_EVALUATOR: Final = f"{_NAMESPACE}MatchEvaluator evaluator"
_ESCAPED: Final = frozenset("\\*+?|{[()^$.# \t\n\f\r")
_BLANKS: Final = {"\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}


def escape(text: str) -> str:
    """Escape the metacharacters of a text with backslashes."""
    return "".join(_BLANKS.get(each, "\\" + each) if each in _ESCAPED else each for each in text)


def unescape(text: str) -> str:
    """Undo `escape`; a backslash at the end of the text is dropped."""
    letters = {"t": "\t", "n": "\n", "f": "\f", "r": "\r", "": ""}
    return re.sub(r"\\(.?)", lambda found: letters.get(found[1], found[1]), text, flags=re.DOTALL)


@clr_class(_NAMESPACE + "Regex")
class Regex:
    """A regular expression. `timeout` is the match timeout in seconds, None for no limit."""

    def __init__(self, pattern: Pattern, timeout: float | None = None) -> None:
        self.pattern = pattern
        self.timeout = timeout

    def __str__(self) -> str:
        return self.pattern.text

    @clr_constructor("string pattern")
    @clr_constructor(f"string pattern, {_NAMESPACE}RegexOptions options")
    @clr_constructor(f"string pattern, {_NAMESPACE}RegexOptions options, timespan matchTimeout")
    @staticmethod
    def make(pattern: Any, options: int = 0, timeout: Value = None) -> Regex:
        """Compile a pattern."""
        not_null(pattern, "pattern")
        return Regex(compile_pattern(pattern, int(options)), _seconds(timeout))

    # --- running ---

    def find(self, text: str, start: int = 0, end: int | None = None) -> Any:
        """Return the first match of the `regex` module, or None."""
        with _limited():
            return self.pattern.code.search(text, start, end, timeout=self.timeout)

    def find_all(self, text: str, start: int = 0) -> list[Any]:
        """Return all matches of the `regex` module."""
        with _limited():
            return list(self.pattern.code.finditer(text, start, timeout=self.timeout))

    def put(self, fill: Any, text: str, count: int, start: int) -> str:
        """Replace up to `count` matches (all if negative) from an index on."""
        if count == 0:
            return text
        with _limited():
            made = self.pattern.code.sub(fill, text, max(count, 0), pos=start, timeout=self.timeout)
        return str(made)

    # --- properties ---

    @clr_property("Options", _NAMESPACE + "RegexOptions")
    def options(self) -> Value:
        """Return the options."""
        return enum_value(named(_NAMESPACE + "RegexOptions"), int(self.pattern.options))

    @clr_property("RightToLeft", "bool")
    def right_to_left(self) -> bool:
        """Return False: right-to-left patterns are refused."""
        return bool(self.pattern.options & Options.RIGHT_TO_LEFT)

    @clr_property("MatchTimeout", "timespan")
    def match_timeout(self) -> Value:
        """Return the match timeout; -1 ms for no limit."""
        return TimeSpan(-10_000 if self.timeout is None else round(self.timeout * 10_000_000))

    @clr_property("InfiniteMatchTimeout", "timespan", static=True)
    @staticmethod
    def infinite_match_timeout() -> Value:
        """Return the timeout that means no limit."""
        return TimeSpan(-10_000)

    # --- methods ---

    @clr_method("IsMatch", "string input -> bool")
    @clr_method("IsMatch", "string input, int startat -> bool")
    def is_match(self, text: Any, start: int = 0) -> bool:
        """Return True if the pattern matches anywhere in the text."""
        return self.find(_input(text), _start(text, start)) is not None

    @clr_method("Match", f"string input -> {_NAMESPACE}Match")
    @clr_method("Match", f"string input, int startat -> {_NAMESPACE}Match")
    def match(self, text: Any, start: int = 0) -> Match:
        """Return the first match."""
        return Match(self.pattern, self.find(_input(text), _start(text, start)), text)

    @clr_method("Match", f"string input, int beginning, int length -> {_NAMESPACE}Match")
    def match_part(self, text: Any, beginning: int, length: int) -> Match:
        """Return the first match in a part of the text."""
        if not 0 <= beginning <= len(_input(text)) or not 0 <= length <= len(text) - beginning:
            raise out_of_range("length")
        return Match(self.pattern, self.find(text, beginning, beginning + length), text)

    @clr_method("Matches", f"string input -> {_NAMESPACE}MatchCollection")
    @clr_method("Matches", f"string input, int startat -> {_NAMESPACE}MatchCollection")
    def matches(self, text: Any, start: int = 0) -> MatchCollection:
        """Return all matches."""
        return MatchCollection([Match(self.pattern, each) for each in self.find_all(_input(text), _start(text, start))])

    @clr_method("Count", "string input -> int")
    @clr_method("Count", "string input, int startat -> int")
    def count(self, text: Any, start: int = 0) -> int:
        """Return the number of matches."""
        return len(self.find_all(_input(text), _start(text, start)))

    @clr_method("Replace", "string input, string replacement -> string")
    @clr_method("Replace", "string input, string replacement, int count -> string")
    @clr_method("Replace", "string input, string replacement, int count, int startat -> string")
    def replace(self, text: Any, replacement: Any, count: int = -1, start: int = 0) -> str:
        """Replace matches."""
        not_null(replacement, "replacement")
        made = expand_replacement(replacement, self.pattern)
        fill = (lambda found: made) if isinstance(made, str) else made
        return self.put(fill, _input(text), count, _start(text, start))

    @clr_method("Replace", f"string input, {_EVALUATOR} -> string", session=True)
    @clr_method("Replace", f"string input, {_EVALUATOR}, int count -> string", session=True)
    @clr_method("Replace", f"string input, {_EVALUATOR}, int count, int startat -> string", session=True)
    def replace_by(self, session: Any, text: Any, evaluator: Value, count: int = -1, start: int = 0) -> str:
        """Replace matches by the result of a delegate."""
        not_null(evaluator, "evaluator")
        call = caller(evaluator, session)

        def fill(found: Any) -> str:
            return str(call(Match(self.pattern, found)) or "")

        return self.put(fill, _input(text), count, _start(text, start))

    @clr_method("Split", "string input -> string[]")
    @clr_method("Split", "string input, int count -> string[]")
    @clr_method("Split", "string input, int count, int startat -> string[]")
    def split(self, text: Any, count: int = 0, start: int = 0) -> Value:
        """Split at matches."""
        place = _start(text, start)
        parts = split_by_pattern(self.pattern, _input(text)[place:], count)
        return TypedArray(STRING, [text[:place] + parts[0], *parts[1:]] if parts else [text])

    @clr_method("GetGroupNames", "-> string[]")
    def get_group_names(self) -> Value:
        """Return the names of the groups."""
        return TypedArray(STRING, [name for name, _ in self.pattern.groups])

    @clr_method("GetGroupNumbers", "-> int[]")
    def get_group_numbers(self) -> Value:
        """Return the numbers of the groups."""
        return TypedArray(INT32, list(range(len(self.pattern.groups))))

    @clr_method("GroupNameFromNumber", "int i -> string")
    def group_name_from_number(self, number: int) -> str:
        """Return the name of a group."""
        return self.pattern.groups[number][0] if 0 <= number < len(self.pattern.groups) else ""

    @clr_method("GroupNumberFromName", "string name -> int")
    def group_number_from_name(self, name: str) -> int:
        """Return the number of a group, -1 if there is none."""
        return next((place for place, (each, _) in enumerate(self.pattern.groups) if each == name), -1)

    @clr_method("ToString", "-> string")
    def to_string(self) -> str:
        """Return the pattern."""
        return self.pattern.text

    # --- static ---

    @clr_method("Escape", "string str -> string", static=True)
    @staticmethod
    def escape_text(text: Any) -> str:
        """Escape the metacharacters of a text."""
        return escape(_input(text, "str"))

    @clr_method("Unescape", "string str -> string", static=True)
    @staticmethod
    def unescape_text(text: Any) -> str:
        """Undo Escape."""
        return unescape(_input(text, "str"))


def _input(text: Any, name: str = "input") -> str:
    not_null(text, name)
    return str(text)


def _start(text: Any, start: int) -> int:
    if start and not 0 <= start <= len(_input(text)):
        raise ArgumentOutOfRangeException(
            "Start index cannot be less than 0 or greater than input length. (Parameter 'startat')"
        )
    return start


def _seconds(timeout: Any) -> float | None:
    """Return a match timeout in seconds, None for -1 ms, which means no limit."""
    if timeout is None or timeout.ticks == -10_000:
        return None
    if timeout.ticks <= 0:
        raise out_of_range("matchTimeout")
    seconds: float = timeout.ticks / 10_000_000
    return seconds


@contextmanager
def _limited() -> Iterator[None]:
    """Convert the matcher's timeout to .NET's RegexMatchTimeoutException."""
    try:
        yield
    except TimeoutError:
        raise CLASSES[_NAMESPACE + "RegexMatchTimeoutException"](
            "The Regex engine has timed out while trying to match a pattern to an input string. This can occur for many"
            " reasons, including very large inputs or excessive backtracking caused by nested quantifiers,"
            " back-references and other factors."
        ) from None


def _add_static_forms() -> None:
    """Add the static overloads of instance methods: pattern as second argument, then options and timeout."""
    target = named(_NAMESPACE + "Regex")
    options = f"{_NAMESPACE}RegexOptions options"

    def shapes(middle: str, returns: str) -> str:
        start = f"string input, string pattern{middle}"
        return "|".join(
            f"{start}{rest} -> {returns}" for rest in ("", f", {options}", f", {options}, timespan matchTimeout")
        )

    def call(name: str) -> Any:
        def run(text: Any, pattern: Any, chosen: int = 0, timeout: Value = None) -> Value:
            return getattr(Regex.make(pattern, int(chosen), timeout), name)(text)

        return run

    def replace(text: Any, pattern: Any, replacement: Any, chosen: int = 0, timeout: Value = None) -> str:
        return Regex.make(pattern, int(chosen), timeout).replace(text, replacement)

    def replace_by(
        session: Any, text: Any, pattern: Any, evaluator: Value, chosen: int = 0, timeout: Value = None
    ) -> str:
        return Regex.make(pattern, int(chosen), timeout).replace_by(session, text, evaluator)

    for name, function, returns in (
        ("IsMatch", "is_match", "bool"),
        ("Match", "match", _NAMESPACE + "Match"),
        ("Matches", "matches", _NAMESPACE + "MatchCollection"),
        ("Split", "split", "string[]"),
        ("Count", "count", "int"),
    ):
        add_methods(target, ((name, shapes("", returns), call(function)),), static=True)
    add_methods(target, (("Replace", shapes(", string replacement", "string"), replace),), static=True)
    for shape in shapes(f", {_EVALUATOR}", "string").split("|"):
        target.add_method(Method("Replace", shape, replace_by, True, True))
    add_properties(
        named(_NAMESPACE + "Match"),
        (("Empty", _NAMESPACE + "Match", lambda: Match(compile_pattern("(?!)"), None)),),
        static=True,
    )


_add_static_forms()

__all__ = ["Match", "MatchCollection", "Regex", "escape", "unescape"]
