"""System.Text.RegularExpressions: Regex, Match, Group, Capture and their collections."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from shell.runtime.declare import clr_class, clr_constructor, clr_method, clr_property
from shell.runtime.dotnet.timespan import TimeSpan
from shell.runtime.enumeration import enum_value
from shell.runtime.errors import ArgumentNullException
from shell.runtime.objects import TypedArray, Value, unwrap
from shell.runtime.patterns import Options, Pattern, compile_pattern
from shell.runtime.text import net_string
from shell.runtime.textops import expand_replacement, is_script_block
from shell.runtime.types import INT32, STRING, named

_NAMESPACE: Final = "System.Text.RegularExpressions."
_ESCAPED: Final = frozenset("\\*+?|{[()^$.# \t\n\f\r")
_BLANKS: Final = {"\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}


def escape(text: str) -> str:
    """Put a backslash before what has a meaning in patterns."""
    return "".join(_BLANKS.get(each, "\\" + each) if each in _ESCAPED else each for each in text)


def unescape(text: str) -> str:
    """Take away what `escape` adds."""
    letters = {"t": "\t", "n": "\n", "f": "\f", "r": "\r"}
    return re.sub(r"\\(.)", lambda found: letters.get(found[1], found[1]), text, flags=re.DOTALL)


@clr_class(_NAMESPACE + "Capture", properties="Index:int Length:int Value:string")
class Capture:
    """A part of a text that was matched."""

    def __init__(self, start: int, value: str) -> None:
        self.index = start
        self.value = value

    @property
    def length(self) -> int:
        """How long it is."""
        return len(self.value)

    def __str__(self) -> str:
        return self.value

    @clr_method("ToString", "-> string")
    def to_string(self) -> str:
        """The value."""
        return self.value


class Listing:
    """A read-only collection, by place."""

    def __init__(self, items: list[Any]) -> None:
        self.items = items

    def clr_enumerate(self) -> Iterator[Value]:
        """Return the elements."""
        return iter(self.items)

    def clr_index(self, index: Value) -> Value:
        """Return the element at a place; null outside."""
        from shell.runtime.conversion import to_int

        place = to_int(index)
        return self.items[place] if -len(self.items) <= place < len(self.items) else None

    def __len__(self) -> int:
        return len(self.items)

    @clr_property("Count", "int")
    def count(self) -> int:
        """How many elements."""
        return len(self.items)

    @clr_method("Item", "int index -> object")
    def item(self, index: int) -> Value:
        """The element at a place."""
        return self.items[index]


@clr_class(_NAMESPACE + "CaptureCollection", interfaces="System.Collections.ICollection System.Collections.IEnumerable")
class CaptureCollection(Listing):
    """The captures of a group."""

    count = clr_property("Count", "int")(lambda self: len(self.items))
    item = clr_method("Item", "int index -> object")(lambda self, index: self.items[index])


@clr_class(_NAMESPACE + "Group", _NAMESPACE + "Capture", properties="Success:bool Name:string")
class Group(Capture):
    """What a group of a pattern matched: its last capture."""

    def __init__(self, name: str, found: Any, number: int) -> None:
        value = None if found is None else found[number]
        super().__init__(0 if value is None else found.start(number), value or "")
        self.name = name
        self.success = value is not None
        self._found = found
        self._number = number

    @clr_property("Captures", _NAMESPACE + "CaptureCollection")
    def captures(self) -> Value:
        """All captures of the group."""
        if not self.success:
            return CaptureCollection([])
        starts, values = self._found.starts(self._number), self._found.captures(self._number)
        return CaptureCollection([Capture(start, value) for start, value in zip(starts, values, strict=True)])


@clr_class(_NAMESPACE + "GroupCollection", interfaces="System.Collections.ICollection System.Collections.IEnumerable")
class GroupCollection(Listing):
    """The groups of a match, by number or name."""

    count = clr_property("Count", "int")(lambda self: len(self.items))

    def clr_index(self, index: Value) -> Value:
        """Return the group of a number or name; one that did not match for others."""
        index = unwrap(index)
        if isinstance(index, str):
            name = str(index)
            return next((each for each in self.items if each.name == name), Group(name, None, 0))
        place = int(index)
        return self.items[place] if 0 <= place < len(self.items) else Group(str(place), None, 0)

    @clr_method("Item", "object key -> object")
    def item(self, key: Value) -> Value:
        """The group of a number or name."""
        return self.clr_index(key)

    @clr_method("ContainsKey", "string key -> bool")
    def contains_key(self, key: str) -> bool:
        """True if the pattern has such a group."""
        return any(each.name == key for each in self.items)

    @clr_property("Keys", "string[]")
    def keys(self) -> Value:
        """The names of the groups."""
        return TypedArray(STRING, [each.name for each in self.items])

    @clr_property("Values", "object")
    def values(self) -> Value:
        """The groups."""
        return list(self.items)


@clr_class(_NAMESPACE + "Match", _NAMESPACE + "Group")
class Match(Group):
    """One match of a pattern; `found` is None for a failed one."""

    def __init__(self, pattern: Pattern, found: Any, text: str = "") -> None:
        super().__init__("0", found, 0)
        self.pattern_used = pattern
        self.text = text if found is None else found.string

    @clr_property("Groups", _NAMESPACE + "GroupCollection")
    def groups(self) -> Value:
        """The groups, number 0 the whole match."""
        if not self.success:
            return GroupCollection([self])
        rest = self.pattern_used.groups[1:]
        return GroupCollection([self, *(Group(name, self._found, number) for name, number in rest)])

    @clr_method("NextMatch", f"-> {_NAMESPACE}Match")
    def next_match(self) -> Match:
        """The match behind this one."""
        if not self.success:
            return self
        start = self._found.end() + (1 if self._found.end() == self._found.start() else 0)
        found = self.pattern_used.code.search(self.text, start) if start <= len(self.text) else None
        return Match(self.pattern_used, found, self.text)

    @clr_method("Result", "string replacement -> string")
    def result(self, replacement: str) -> str:
        """A replacement filled from this match."""
        made = expand_replacement(replacement, self.pattern_used)
        return made if isinstance(made, str) else made(self._found)


@clr_class(_NAMESPACE + "MatchCollection", interfaces="System.Collections.ICollection System.Collections.IEnumerable")
class MatchCollection(Listing):
    """All matches of a pattern."""

    count = clr_property("Count", "int")(lambda self: len(self.items))
    item = clr_method("Item", "int i -> object")(lambda self, index: self.items[index])


@clr_class(_NAMESPACE + "Regex")
class Regex:
    """A regular expression."""

    def __init__(self, pattern: Pattern) -> None:
        self.pattern = pattern

    def __str__(self) -> str:
        return self.pattern.text

    @clr_constructor("string pattern")
    @clr_constructor(f"string pattern, {_NAMESPACE}RegexOptions options")
    @clr_constructor(f"string pattern, {_NAMESPACE}RegexOptions options, timespan matchTimeout")
    @staticmethod
    def make(pattern: str, options: int = 0, timeout: Value = None) -> Regex:
        """Compile a pattern."""
        if pattern is None:
            raise ArgumentNullException("Value cannot be null. (Parameter 'pattern')")
        return Regex(compile_pattern(pattern, int(options)))

    @clr_property("Options", _NAMESPACE + "RegexOptions")
    def options(self) -> Value:
        """The options."""
        return enum_value(named(_NAMESPACE + "RegexOptions"), int(self.pattern.options))

    @clr_property("RightToLeft", "bool")
    def right_to_left(self) -> bool:
        """False: such patterns are refused."""
        return bool(self.pattern.options & Options.RIGHT_TO_LEFT)

    @clr_property("MatchTimeout", "timespan")
    def match_timeout(self) -> Value:
        """No limit, which .NET shows as -1 ms."""
        return TimeSpan(-10_000)

    @clr_method("IsMatch", "string input -> bool")
    @clr_method("IsMatch", "string input, int startat -> bool")
    def is_match(self, text: str, start: int = 0) -> bool:
        """True if the pattern matches somewhere."""
        return self.pattern.code.search(_input(text), start) is not None

    @clr_method("Match", f"string input -> {_NAMESPACE}Match")
    @clr_method("Match", f"string input, int startat -> {_NAMESPACE}Match")
    def match(self, text: str, start: int = 0) -> Match:
        """The first match."""
        return Match(self.pattern, self.pattern.code.search(_input(text), start), text)

    @clr_method("Matches", f"string input -> {_NAMESPACE}MatchCollection")
    @clr_method("Matches", f"string input, int startat -> {_NAMESPACE}MatchCollection")
    def matches(self, text: str, start: int = 0) -> MatchCollection:
        """All matches."""
        return MatchCollection([Match(self.pattern, each) for each in self.pattern.code.finditer(_input(text), start)])

    @clr_method("Count", "string input -> int")
    def count(self, text: str) -> int:
        """How many matches."""
        return sum(1 for _ in self.pattern.code.finditer(_input(text)))

    @clr_method("Replace", "string input, string replacement -> string")
    @clr_method("Replace", "string input, string replacement, int count -> string")
    def replace(self, text: str, replacement: str, count: int = -1) -> str:
        """Replace matches."""
        made = expand_replacement(replacement, self.pattern)
        fill = (lambda found: made) if isinstance(made, str) else made
        return str(self.pattern.code.sub(fill, _input(text), max(count, 0))) if count else text

    @clr_method("Replace", "string input, scriptblock evaluator -> string", session=True)
    @clr_method("Replace", "string input, scriptblock evaluator, int count -> string", session=True)
    def replace_by_block(self, session: Any, text: str, block: Value, count: int = -1) -> str:
        """Replace matches by what a block returns for each."""

        def fill(found: Any) -> str:
            match = Match(self.pattern, found)
            return net_string(session.collect_value(block, (match,), dollar_under=match))

        return str(self.pattern.code.sub(fill, _input(text), max(count, 0))) if count else text

    @clr_method("Split", "string input -> string[]")
    @clr_method("Split", "string input, int count -> string[]")
    def split(self, text: str, count: int = 0) -> Value:
        """Split at matches."""
        from shell.runtime.textops import split_by_pattern

        return TypedArray(STRING, split_by_pattern(self.pattern, _input(text), count))

    @clr_method("GetGroupNames", "-> string[]")
    def get_group_names(self) -> Value:
        """The names of the groups."""
        return TypedArray(STRING, [name for name, _ in self.pattern.groups])

    @clr_method("GetGroupNumbers", "-> int[]")
    def get_group_numbers(self) -> Value:
        """The numbers of the groups."""
        return TypedArray(INT32, list(range(len(self.pattern.groups))))

    @clr_method("GroupNameFromNumber", "int i -> string")
    def group_name_from_number(self, number: int) -> str:
        """The name of a group."""
        return self.pattern.groups[number][0] if 0 <= number < len(self.pattern.groups) else ""

    @clr_method("GroupNumberFromName", "string name -> int")
    def group_number_from_name(self, name: str) -> int:
        """The number of a group, -1 if there is none."""
        return next((place for place, (each, _) in enumerate(self.pattern.groups) if each == name), -1)

    @clr_method("ToString", "-> string")
    def to_string(self) -> str:
        """The pattern."""
        return self.pattern.text

    # --- static ---

    @clr_method("Escape", "string str -> string", static=True)
    @staticmethod
    def escape_text(text: str) -> str:
        """Make a text stand for itself."""
        return escape(_input(text))

    @clr_method("Unescape", "string str -> string", static=True)
    @staticmethod
    def unescape_text(text: str) -> str:
        """Undo Escape."""
        return unescape(_input(text))


def _input(text: Any) -> str:
    if text is None:
        raise ArgumentNullException("Value cannot be null. (Parameter 'input')")
    return str(text)


def _add_static_forms() -> None:
    """Each instance method has a static form that takes the pattern as second argument."""
    from shell.runtime.declare import add_methods

    options = f"{_NAMESPACE}RegexOptions options"
    target = named(_NAMESPACE + "Regex")

    def call(name: str) -> Any:
        def run(text: str, pattern: str, *rest: Any) -> Value:
            chosen, given = 0, list(rest)
            if given and hasattr(type(given[-1]), "clr_type"):
                chosen = int(given.pop())
            return getattr(Regex.make(pattern, chosen), name)(text, *given)

        return run

    for name, function, returns in (
        ("IsMatch", "is_match", "bool"),
        ("Match", "match", _NAMESPACE + "Match"),
        ("Matches", "matches", _NAMESPACE + "MatchCollection"),
        ("Split", "split", "string[]"),
        ("Count", "count", "int"),
    ):
        shape = f"string input, string pattern -> {returns}|string input, string pattern, {options} -> {returns}"
        add_methods(target, ((name, shape, call(function)),), static=True)
    shape = (
        "string input, string pattern, string replacement -> string"
        f"|string input, string pattern, string replacement, {options} -> string"
    )
    add_methods(target, (("Replace", shape, call("replace")),), static=True)

    def by_block(session: Any, text: str, pattern: str, block: Value, chosen: int = 0) -> str:
        return Regex.make(pattern, int(chosen)).replace_by_block(session, text, block)

    from shell.runtime.types import Method

    for shape in (
        "string input, string pattern, scriptblock evaluator",
        f"string input, string pattern, scriptblock evaluator, {options}",
    ):
        target.add_method(Method("Replace", shape + " -> string", by_block, True, True))


_add_static_forms()

__all__ = ["Capture", "Group", "Match", "MatchCollection", "Regex", "escape", "is_script_block", "unescape"]
