"""Where a JSON reader stands in its text, and what Newtonsoft says of a place where the text is wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_ESCAPES: Final = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "/": "/", "\\": "\\", '"': '"', "'": "'"}
_BLANK: Final = re.compile(r"\s*")
_LINE: Final = re.compile(r"[^\r\n]*")
_QUOTED_NAME: Final = re.compile(r"[\s.'/\"\[\]()\\\x85\u2028\u2029\x08]")


class JsonError(Exception):
    """The text is no JSON. Its text is Newtonsoft's, with path, line and position."""


@dataclass(slots=True)
class Level:
    """A container being read: the name, or the number, of the last member that was seen in it."""

    name: str | None = None
    index: int = -1

    def text(self) -> str:
        """Return this level's part of a path."""
        if self.name is None:
            return f"[{self.index}]" if self.index >= 0 else ""
        if _QUOTED_NAME.search(self.name):
            return "['" + self.name.replace("\\", "\\\\").replace("'", "\\'") + "']"
        return "." + self.name if self.name else ""


class JsonText:
    """A text with a place in it, and the containers around that place."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.place = 0
        self.levels: list[Level] = []

    def peek(self) -> str:
        """Return the letter here, an empty text at the end."""
        return self.text[self.place] if self.place < len(self.text) else ""

    def error(self, message: str, *, levels: int | None = None) -> JsonError:
        """Return an error at this place; `levels` is how many of the containers its path names, by default all."""
        before = self.text[: self.place]
        line = before.count("\n") + 1
        position = len(before) - (before.rfind("\n") + 1)
        if not self.levels and not position:
            line = 0  # Newtonsoft counts lines from its first token on
        return JsonError(f"{message} Path '{self.path(levels)}', line {line}, position {position}.")

    def path(self, levels: int | None = None) -> str:
        """Return the way to this place, like `items[0].name`."""
        return "".join(each.text() for each in self.levels[:levels]).removeprefix(".")

    def unexpected(self) -> JsonError:
        """Return the error of a letter with which no value begins."""
        return self.error(f"Unexpected character encountered while parsing value: {self.peek()}.")

    def skip_blanks(self) -> None:
        """Go to the next letter that is no white space."""
        found = _BLANK.match(self.text, self.place)
        assert found is not None
        self.place = found.end()

    def skip(self) -> None:
        """Go to the next letter that is neither white space nor in a comment."""
        self.skip_blanks()
        while self.peek() == "/":
            self._comment()
            self.skip_blanks()

    def _comment(self) -> None:
        second = self.text[self.place + 1 : self.place + 2]
        if second == "/":
            found = _LINE.match(self.text, self.place)
            assert found is not None
            self.place = found.end()
        elif second == "*":
            end = self.text.find("*/", self.place + 2)
            if end < 0:
                self.place = len(self.text)
                raise self.error("Unexpected end while parsing comment.")
            self.place = end + 2
        elif not second:
            self.place += 1
            raise self.error("Unexpected end while parsing comment.")
        else:
            self.place += 1
            raise self.error(f"Error parsing comment. Expected: *, got {second}.")

    def string(self) -> str:
        """Read the quoted text that begins here."""
        text = self.text
        quote = self.peek()
        start = self.place + 1
        end = text.find(quote, start)
        if end >= 0 and text.find("\\", start, end) < 0:
            self.place = end + 1
            return text[start:end]
        out: list[str] = []
        stop = re.compile(rf"[^{quote}\\]*")
        place = start
        while True:
            found = stop.match(text, place)
            assert found is not None
            out.append(found.group())
            place = found.end()
            if place >= len(text) - 1 and text[place:] != quote:
                self.place = len(text)
                raise self.error(f"Unterminated string. Expected delimiter: {quote}.")
            if text[place] == quote:
                self.place = place + 1
                return "".join(out)
            piece, place = self._escape(place + 1)
            out.append(piece)

    def _escape(self, place: int) -> tuple[str, int]:
        letter = self.text[place]
        if letter == "u":
            unit = self._unit(place + 1)
            if 0xD800 <= unit < 0xDC00 and self.text[place + 5 : place + 7] == "\\u":
                low = self._unit(place + 7)
                if 0xDC00 <= low < 0xE000:
                    return chr(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00)), place + 11
            return chr(unit), place + 5
        plain = _ESCAPES.get(letter)
        if plain is None:
            self.place = place + 1
            raise self.error(f"Bad JSON escape sequence: \\{letter}.")
        return plain, place + 1

    def _unit(self, place: int) -> int:
        digits = self.text[place : place + 4]
        if len(digits) < 4:
            self.place = len(self.text)
            raise self.error("Unexpected end while parsing Unicode escape sequence.")
        if re.fullmatch("[0-9a-fA-F]{4}", digits) is None:
            self.place = place
            raise self.error(f"Invalid Unicode escape sequence: \\u{digits}.")
        return int(digits, 16)
