"""JSON to objects as ConvertFrom-Json reads it: forgiving about comments, quotes and commas, strict about the rest."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from cmdlets.powershell.json_text import JsonError, JsonText, Level
from shell.dotnet.collections.dictionaries import exact_key
from shell.lazy import lazy
from shell.types.conversion.conversion import try_convert
from shell.values.objects import BigInteger, Int64, OrderedHashtable, PSCustomObject, Value

if TYPE_CHECKING:
    from shell import types
    from shell.dotnet.time import datetime
else:
    datetime = lazy("shell.dotnet.time.datetime", globals())
    types = lazy("shell.types", globals())


_NUMBER_LETTERS: Final = re.compile(r"[-+.0-9a-fA-FxX]*")
_WHOLE: Final = re.compile(r"-?\d+", re.ASCII)
_REAL: Final = re.compile(r"-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?", re.ASCII)
_NAME: Final = re.compile(r"[\w$]*")
_DATE: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d(?::?\d\d)?)?", re.ASCII)
_OLD_DATE: Final = re.compile(r"/Date\((-?\d{1,15})([+-]\d{4})?\)/", re.ASCII)
_LONGEST_NUMBER: Final = 380
_SEPARATORS: Final = frozenset(",]}) \t\r\n/")
_WORDS: Final[dict[str, tuple[str, Value, str]]] = {
    "t": ("true", True, "boolean"),
    "f": ("false", False, "boolean"),
    "n": ("null", None, "null"),
    "u": ("undefined", None, "undefined"),
    "N": ("NaN", float("nan"), "NaN"),
    "I": ("Infinity", float("inf"), "Infinity"),
    "-": ("-Infinity", float("-inf"), "-Infinity"),
}
"""By first letter: the word, its value, its name in the error. `-` counts where an `I` follows."""


class KeyProblem(Exception):
    """A name that a PSCustomObject cannot have. `error_id` is PowerShell's."""

    def __init__(self, message: str, error_id: str) -> None:
        super().__init__(message)
        self.error_id = error_id


class JsonReader:
    """Reads one document. `as_hashtable` makes dictionaries, whose keys keep their case."""

    def __init__(self, text: str, *, as_hashtable: bool = False, depth: int = 1024, date_kind: str = "Default") -> None:
        self._source = JsonText(text)
        self._as_hashtable = as_hashtable
        self._depth = depth
        self._date_kind = date_kind
        self._problem: KeyProblem | None = None
        self._is_list = False

    def read(self) -> Value:
        """Return the document's value; raises JsonError, KeyProblem."""
        source = self._source
        source.skip()
        if not source.peek():
            return None
        self._is_list = source.text.lstrip().startswith("[")
        value = self._value()
        source.skip()
        if source.peek():
            raise source.error(f"Additional text encountered after finished reading JSON content: {source.peek()}.")
        if self._problem is not None:
            raise self._problem
        return value

    # --- one value ---

    def _value(self) -> Value:
        source = self._source
        letter = source.peek()
        if letter == "{":
            return self._object()
        if letter == "[":
            return self._array()
        if letter == '"' or letter == "'":
            return self._text_value(source.string())
        if letter == ",":
            return None  # nothing between two commas: JavaScript's undefined
        if letter in _WORDS and (letter != "-" or source.text.startswith("-I", source.place)):
            return self._word(letter)
        if letter == "]":
            source.place += 1
            raise self._wrong_end("EndArray", "Object" if source.levels else "None")
        if letter in "-.0123456789":
            return self._number()
        raise source.unexpected()

    def _word(self, letter: str) -> Value:
        source = self._source
        word, value, named = _WORDS[letter]
        rest = source.text[source.place : source.place + len(word)]
        if letter == "n" and len(rest) > 1 and rest[1] != "u":
            raise source.unexpected()
        if len(rest) < len(word):
            source.place += len(rest)
            raise source.error("Unexpected end when reading JSON.")
        same = next((place for place in range(len(word)) if rest[place] != word[place]), len(word))
        source.place += same
        if same < len(word) or (source.peek() and source.peek() not in _SEPARATORS):
            raise source.error(f"Error parsing {named} value.")
        return value

    def _number(self) -> Value:
        source = self._source
        found = _NUMBER_LETTERS.match(source.text, source.place)
        assert found is not None
        text = found.group()
        source.place = found.end()
        after = source.peek()
        if after and after not in _SEPARATORS and not after.isspace():
            raise source.error(f"Unexpected character encountered while parsing number: {after}.")
        value = _number_of(text)
        if value is None:
            raise source.error(f"Input string '{text}' is not a valid number.")
        if len(text) > _LONGEST_NUMBER and type(value) is not float:
            raise source.error(f"JSON integer {text} is too large to parse.")
        return value

    def _text_value(self, text: str) -> Value:
        if self._date_kind == "String" or len(text) < 9 or not (text[0].isdigit() or text[0] == "/"):
            return text
        if text[0] == "/":
            return self._old_date(text)
        if not 19 <= len(text) <= 40 or _DATE.fullmatch(text) is None:
            return text
        if self._date_kind == "Offset":
            fits, date = try_convert(text, types.named("System.DateTimeOffset"))
            return date if fits else text
        fits, date = try_convert(text, types.named("System.DateTime"))
        return self._of_kind(date, text[-1] in "Zz") if fits else text

    def _old_date(self, text: str) -> Value:
        """Return the date of `/Date(ms since 1970)/`; a time zone in it says only that the date is local."""
        found = _OLD_DATE.fullmatch(text)
        if found is None:
            return text
        ticks = 621_355_968_000_000_000 + int(found.group(1)) * 10_000
        if not 0 <= ticks <= 3_155_378_975_999_999_999:
            return text
        return self._of_kind(datetime.DateTime(ticks, datetime.UTC), found.group(2) is None)

    def _of_kind(self, date: Any, was_utc: bool) -> Value:
        """Return a date as Newtonsoft's DateTimeZoneHandling has it: as written, or moved to local time or UTC."""
        kind = {"Local": datetime.LOCAL, "Utc": datetime.UTC}.get(self._date_kind)
        if date.kind_number == datetime.UNSPECIFIED:
            return date if kind is None else datetime.DateTime(date.ticks, kind)
        if kind is None:
            kind = datetime.UTC if was_utc else datetime.LOCAL
        return date.to_universal_time() if kind == datetime.UTC else date.to_local_time()

    # --- containers ---

    def _enter(self) -> Level:
        source = self._source
        source.place += 1
        if len(source.levels) >= self._depth:
            raise source.error(f"The reader's MaxDepth of {self._depth} has been exceeded.")
        level = Level()
        source.levels.append(level)
        return level

    def _array(self) -> list[Value]:
        source = self._source
        level = self._enter()
        items: list[Value] = []
        while True:
            source.skip()
            letter = source.peek()
            if letter == "]":
                break
            if not letter:
                raise self._unfinished()
            if letter == "{" or letter == "[":
                level.index += 1
                items.append(self._value())
            else:
                items.append(self._value())
                level.index += 1
            if self._ends("]", "}"):
                break
        source.place += 1
        source.levels.pop()
        return items

    def _object(self) -> Value:
        source = self._source
        level = self._enter()
        pairs: dict[str, Value] = {}
        while True:
            source.skip()
            if source.peek() == "}":
                break
            if not source.peek():
                raise self._unfinished()
            name = self._name()
            source.skip_blanks()
            if source.peek() != ":":
                shown = source.peek() or "\0"
                raise source.error(f"Invalid character after parsing property name. Expected ':' but got: {shown}.")
            source.place += 1
            level.name = name
            source.skip()
            if not source.peek():
                raise self._unfinished()
            value = self._value()
            pairs.pop(name, None)  # the last of a name counts, and stands where it is written
            pairs[name] = value
            if self._ends("}", "]"):
                break
        source.place += 1
        source.levels.pop()
        return self._made(pairs)

    def _ends(self, end: str, wrong: str) -> bool:
        """Go behind a value: past its comma, or to the end of what holds it, which returns true."""
        source = self._source
        source.skip()
        letter = source.peek()
        if letter == ",":
            source.place += 1
            return False
        if letter == end:
            return True
        if not letter:
            raise self._unfinished()
        if letter == wrong:
            source.place += 1
            array = wrong == "]"
            raise self._wrong_end("EndArray" if array else "EndObject", "Object" if array else "Array")
        raise source.error(f"After parsing a value an unexpected character was encountered: {letter}.")

    def _wrong_end(self, token: str, container: str) -> JsonError:
        message = f"JsonToken {token} is not valid for closing JsonType {container}."
        return self._source.error(message, levels=max(len(self._source.levels) - 1, 0))

    def _unfinished(self) -> JsonError:
        """Return the error of a text that ends too early: it depends on who reads, as in the real engine."""
        source = self._source
        begun = any(each.index >= 0 or each.name is not None for each in source.levels)
        if self._is_list:
            return source.error(
                "Unexpected end of content while loading JArray."
                if begun or len(source.levels) > 1
                else "Error reading JArray from JsonReader."
            )
        if not begun:
            return source.error("Unexpected end when reading JSON.")
        if len(source.levels) > 1:
            return JsonError(f"Unexpected end when reading token. Path '{source.path()}'.")
        return source.error("Unexpected end when deserializing object.")

    def _name(self) -> str:
        source = self._source
        letter = source.peek()
        if letter == '"' or letter == "'":
            return source.string()
        found = _NAME.match(source.text, source.place)
        assert found is not None
        if not found.group():
            raise source.error(f"Invalid property identifier character: {letter}.")
        source.place = found.end()
        after = source.peek()
        if not after:
            raise source.error("Unexpected end while parsing unquoted property name.")
        if after != ":" and not after.isspace():
            raise source.error(f"Invalid JavaScript property identifier character: {after}.")
        return found.group()

    def _made(self, pairs: dict[str, Value]) -> Value:
        if self._as_hashtable:
            return OrderedHashtable(pairs.items(), exact_key)
        if self._problem is None:
            self._problem = _key_problem(pairs)
        return PSCustomObject(pairs if self._problem is None else {})


def _key_problem(pairs: dict[str, Value]) -> KeyProblem | None:
    """Return what keeps some names from being properties of one object."""
    seen: dict[str, str] = {}
    for name in pairs:
        if not name:
            return KeyProblem(
                "The provided JSON includes a property whose name is an empty string, this is only supported using"
                " the -AsHashTable switch.",
                "EmptyKeyInJsonString",
            )
        known = seen.setdefault(name.lower(), name)
        if known != name:
            return KeyProblem(
                "Cannot convert the JSON string because it contains keys with different casing. Please use the"
                " -AsHashTable switch instead. The key that was attempted to be added to the existing key"
                f" '{known}' was '{name}'.",
                "KeysWithDifferentCasingInJsonString",
            )
    return None


def _number_of(text: str) -> Value:
    """Return a number as Newtonsoft reads it, None for what is none: `0x` is hexadecimal, a leading zero octal."""
    if text[0] == "0" and len(text) > 1 and text[1] not in ".eE":
        hexadecimal = text[1] in "xX"
        try:
            number = int(text[2:], 16) if hexadecimal else int(text, 8)
        except ValueError:
            return None
        if number >= 1 << 64 or text[2:3] in ("+", "-"):
            return None
        return Int64(number - (1 << 64) if number >= 1 << 63 else number)
    if _WHOLE.fullmatch(text):
        if len(text) > _LONGEST_NUMBER:
            return Int64(0)  # refused by its length: not converted, which would take long
        number = int(text)
        return Int64(number) if -(2**63) <= number < 2**63 else BigInteger(number)
    return float(text) if _REAL.fullmatch(text) else None


__all__ = ["JsonError", "JsonReader", "KeyProblem"]
