"""JSON to objects as ConvertFrom-Json reads it: forgiving about comments, quotes and commas, strict about the rest."""

from __future__ import annotations

import re
from typing import Any, Final

from shell.runtime.dotnet.dictionaries import exact_key
from shell.runtime.objects import BigInteger, Int64, OrderedHashtable, PSCustomObject, Value

_NUMBER: Final = re.compile(r"[+-]?(?:0[xX][0-9a-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)")
_NAME: Final = re.compile(r"[A-Za-z_$][\w$]*")
_BLANK: Final = re.compile(r"(?:\s|//[^\n]*|/\*.*?\*/)*", re.S)
_DATE: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?")
_WORDS: Final[dict[str, Any]] = {
    "true": True,
    "false": False,
    "null": None,
    "undefined": None,
    "NaN": float("nan"),
    "Infinity": float("inf"),
    "-Infinity": float("-inf"),
}
_ESCAPES: Final = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "/": "/", "\\": "\\", '"': '"', "'": "'"}


class JsonError(Exception):
    """The text is no JSON. Its text is Newtonsoft's, with path, line and position."""


class KeyProblem(Exception):
    """A name that a PSCustomObject cannot have. `error_id` is PowerShell's."""

    def __init__(self, message: str, error_id: str) -> None:
        super().__init__(message)
        self.error_id = error_id


class JsonReader:
    """Reads one document. `as_hashtable` makes dictionaries, whose keys keep their case."""

    def __init__(self, text: str, *, as_hashtable: bool = False, depth: int = 1024, date_kind: str = "Default") -> None:
        self._text = text
        self._place = 0
        self._as_hashtable = as_hashtable
        self._depth = depth
        self._date_kind = date_kind
        self._path: list[str] = []

    def read(self) -> Value:
        """Return the document's value; raises JsonError, KeyProblem."""
        self._skip()
        if self._place >= len(self._text):
            return None
        value = self._value(1)
        self._skip()
        if self._place < len(self._text):
            raise self._error(
                f"Additional text encountered after finished reading JSON content: {self._text[self._place]}."
            )
        return value

    # --- errors ---

    def _error(self, message: str) -> JsonError:
        before = self._text[: self._place]
        line = before.count("\n")
        position = len(before) - (before.rfind("\n") + 1)
        return JsonError(
            f"{message} Path '{self._shown_path()}', line {line + 1 if line or position else 0}, position {position}."
        )

    def _unexpected(self) -> JsonError:
        return self._error(f"Unexpected character encountered while parsing value: {self._text[self._place]}.")

    def _shown_path(self) -> str:
        return "".join(self._path).removeprefix(".")

    # --- values ---

    def _skip(self) -> None:
        found = _BLANK.match(self._text, self._place)
        assert found is not None
        self._place = found.end()

    def _peek(self) -> str:
        return self._text[self._place] if self._place < len(self._text) else ""

    def _value(self, level: int) -> Value:
        letter = self._peek()
        if letter == "{":
            return self._object(level)
        if letter == "[":
            return self._array(level)
        if letter in ('"', "'") and letter:
            return self._text_value(self._string())
        for word, value in _WORDS.items():
            if self._text.startswith(word, self._place):
                self._place += len(word)
                return value
        return self._number()

    def _number(self) -> Value:
        found = _NUMBER.match(self._text, self._place)
        if found is None:
            if self._place >= len(self._text):
                raise self._error("Unexpected end when reading JSON.")
            raise self._unexpected()
        self._place = found.end()
        text = found.group()
        if text[:2].lower() == "0x":
            return Int64(int(text, 16))
        if any(letter in text for letter in ".eE"):
            return float(text)
        number = int(text)
        return Int64(number) if -(2**63) <= number < 2**63 else BigInteger(number)

    def _string(self) -> str:
        quote = self._peek()
        start = self._place + 1
        end = self._text.find(quote, start)
        if end >= 0 and "\\" not in self._text[start:end]:
            self._place = end + 1
            return self._text[start:end]
        out: list[str] = []
        place = start
        while place < len(self._text):
            letter = self._text[place]
            if letter == quote:
                self._place = place + 1
                return "".join(out)
            if letter == "\\":
                piece, place = self._escape(place + 1)
                out.append(piece)
            else:
                out.append(letter)
                place += 1
        self._place = len(self._text)
        raise self._error(f"Unterminated string. Expected delimiter: {quote}.")

    def _escape(self, place: int) -> tuple[str, int]:
        letter = self._text[place : place + 1]
        if letter == "u":
            digits = self._text[place + 1 : place + 5]
            if re.fullmatch("[0-9a-fA-F]{4}", digits) is None:
                self._place = place
                raise self._error(f"Invalid Unicode escape sequence: \\u{digits}.")
            unit = int(digits, 16)
            if 0xD800 <= unit < 0xDC00 and self._text[place + 5 : place + 7] == "\\u":
                low = int(self._text[place + 7 : place + 11], 16)
                return chr(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00)), place + 11
            return chr(unit), place + 5
        plain = _ESCAPES.get(letter)
        if plain is None:
            self._place = place
            raise self._error(f"Bad JSON escape sequence: \\{letter}.")
        return plain, place + 1

    def _text_value(self, text: str) -> Value:
        if self._date_kind == "String" or len(text) < 19 or _DATE.fullmatch(text) is None:
            return text
        from shell.runtime.conversion import try_convert
        from shell.runtime.types import named

        if self._date_kind == "Offset":
            fits, date = try_convert(text, named("System.DateTimeOffset"))
            return date if fits else text
        fits, date = try_convert(text, named("System.DateTime"))
        return self._of_kind(date, text.endswith("Z")) if fits else text

    def _of_kind(self, date: Any, was_utc: bool) -> Value:
        """Return a date as Newtonsoft's DateTimeZoneHandling has it: as written, or moved to local time or UTC."""
        from shell.runtime.dotnet.datetime import LOCAL, UNSPECIFIED, UTC, DateTime

        kind = {"Local": LOCAL, "Utc": UTC}.get(self._date_kind, UTC if was_utc else date.kind_number)
        if date.kind_number == UNSPECIFIED:
            return DateTime(date.ticks, kind)
        return date.to_universal_time() if kind == UTC else date.to_local_time()

    # --- nested ---

    def _check(self, level: int) -> None:
        if level > self._depth:
            raise self._error(f"The reader's MaxDepth of {self._depth} has been exceeded.")

    def _array(self, level: int) -> list[Value]:
        self._check(level)
        self._place += 1
        items: list[Value] = []
        while True:
            self._skip()
            if self._peek() == "]":
                self._place += 1
                return items
            self._path.append(f"[{len(items)}]")
            items.append(self._value(level + 1))
            self._path.pop()
            self._separator("]", "Unexpected end when reading JSON.")

    def _separator(self, end: str, at_end: str) -> None:
        self._skip()
        letter = self._peek()
        if letter == ",":
            self._place += 1
        elif not letter:
            raise self._error(at_end)
        elif letter != end:
            raise self._error(f"After parsing a value an unexpected character was encountered: {letter}.")

    def _object(self, level: int) -> Value:
        self._check(level)
        self._place += 1
        pairs: dict[str, Value] = {}
        while True:
            self._skip()
            if self._peek() == "}":
                self._place += 1
                return self._made(pairs)
            name = self._name()
            self._skip()
            if self._peek() != ":":
                shown = self._peek()
                if not shown:
                    raise self._error("Unexpected end when reading JSON.")
                raise self._error(f"Invalid character after parsing property name. Expected ':' but got: {shown}.")
            self._place += 1
            self._skip()
            self._path.append("." + name)
            self._add(pairs, name, self._value(level + 1))
            self._path.pop()
            self._separator("}", "Unexpected end when reading JSON.")

    def _name(self) -> str:
        letter = self._peek()
        if letter in ('"', "'") and letter:
            return self._string()
        found = _NAME.match(self._text, self._place)
        if found is None:
            if not letter:
                raise self._error("Unexpected end when reading JSON.")
            raise self._error(f"Invalid property identifier character: {letter}.")
        self._place = found.end()
        return found.group()

    def _add(self, pairs: dict[str, Value], name: str, value: Value) -> None:
        if not self._as_hashtable:
            if not name:
                raise KeyProblem(
                    "The provided JSON includes a property whose name is an empty string, this is only supported using"
                    " the -AsHashTable switch.",
                    "EmptyKeyInJsonString",
                )
            lowered = name.lower()
            for known in pairs:
                if known != name and known.lower() == lowered:
                    raise KeyProblem(
                        "Cannot convert the JSON string because it contains keys with different casing. Please use the"
                        " -AsHashTable switch instead. The key that was attempted to be added to the existing key"
                        f" '{known}' was '{name}'.",
                        "KeysWithDifferentCasingInJsonString",
                    )
        pairs[name] = value

    def _made(self, pairs: dict[str, Value]) -> Value:
        if self._as_hashtable:
            return OrderedHashtable(pairs.items(), exact_key)
        return PSCustomObject(pairs)


__all__ = ["JsonError", "JsonReader", "KeyProblem"]
