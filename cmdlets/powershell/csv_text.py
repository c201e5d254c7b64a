"""Comma-separated values as PowerShell reads and writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

BLANKS: Final = " \t"


def quoted(text: str) -> str:
    """Return a field in double quotes."""
    return '"' + text.replace('"', '""') + '"'


def needs_quotes(text: str, delimiter: str) -> bool:
    """True for a field that would not read back without quotes."""
    return delimiter in text or '"' in text or "\n" in text or "\r" in text


@lru_cache(maxsize=16)
def _field_pattern(delimiter: str) -> re.Pattern[str] | None:
    """Return what matches one regular field and what ends it; None for a delimiter that means something else, too.

    Regular is a field in quotes with nothing but blanks around it, and one without quotes and blanks at its end.
    """
    if len(delimiter) != 1 or delimiter in ' \t"\r\n':
        return None
    part = re.escape(delimiter)
    edge = rf'[^"\ \t\r\n{part}]'
    return re.compile(
        rf"""[ \t]*+
        (?: "(?P<quoted> [^"]*+ (?:""[^"]*+)*+ )" [ \t]*+ | (?P<plain> (?: {edge} (?: [^"\r\n{part}]* {edge} )? )? ) )
        (?P<end> {part} | \r\n? | \n | \Z )""",
        re.VERBOSE,
    )


class RecordReader:
    """Reads the records of one text, in time that grows with its length.

    Forgiving as PowerShell is: blanks before a field and behind a closing quote are dropped, quotes inside a field
    stand for themselves. At the very end of the text an empty last field is missing, before a line break it is empty.

    A line is read in one go if it has no quotes, or if all of its fields are in quotes; else field by field, over line
    breaks in quotes, too; else (`_any_record`) letter by letter, which says what is right.
    """

    def __init__(self, text: str, delimiter: str) -> None:
        self._text = text
        self._delimiter = delimiter
        self._between = f'"{delimiter}"'
        self._field = _field_pattern(delimiter)
        self._place = 0
        self._next_break = text.find("\n")

    @property
    def at_end(self) -> bool:
        """True when all was read."""
        return self._place >= len(self._text)

    def __iter__(self) -> Iterator[list[str]]:
        while self._place < len(self._text):
            yield self.record()

    def record(self) -> list[str]:
        """Read the next record."""
        found = None if self._field is None else self._line() or self._regular_record(self._field)
        return self._any_record() if found is None else found

    def _line(self) -> list[str] | None:
        """Read a line of one kind of field in one go; None for any other."""
        text, place = self._text, self._place
        end = self._next_break
        if 0 <= end < place:
            end = self._next_break = text.find("\n", place)
        stop = text.find("\r", place, end) if end >= 0 else text.find("\r", place)
        if stop >= 0 and stop != end - 1:  # ends there, unless that is inside quotes
            return None
        line = text[place : stop if stop >= 0 else end if end >= 0 else len(text)]
        quotes = line.count('"')
        if not quotes:
            fields = line.split(self._delimiter)
            if (" " in line or "\t" in line) and any(each != each.strip(BLANKS) for each in fields):
                return None
            if end < 0 and not fields[-1]:
                fields.pop()
        else:
            if line[0] != '"' or line[-1] != '"' or quotes == 1:
                return None
            fields = line[1:-1].split(self._between)
            if quotes != 2 * len(fields):  # some stand elsewhere: doubled inside of fields, or not around all
                if any('"' in each.replace('""', "") for each in fields):
                    return None
                fields = [each.replace('""', '"') for each in fields]
        self._place = end + 1 if end >= 0 else len(text)
        return fields

    def _regular_record(self, pattern: re.Pattern[str]) -> list[str] | None:
        """Read fields by the pattern; None, and nothing read, if one of them does not fit it."""
        fields: list[str] = []
        place = self._place
        while True:
            found = pattern.match(self._text, place)
            if found is None:
                return None
            text, plain, end = found.groups()
            place = found.end()
            if text is not None:
                fields.append(text.replace('""', '"') if '""' in text else text)
            elif plain or end:
                fields.append(plain)
            if end != self._delimiter:
                self._place = place
                return fields

    def _any_record(self) -> list[str]:
        fields: list[str] = []
        current = ""
        in_quotes = False
        while not self.at_end:
            letter = self._next()
            if in_quotes:
                if letter != '"':
                    current += letter
                elif self._text.startswith('"', self._place):
                    self._place += 1
                    current += '"'
                else:
                    rest, ended = self._to_delimiter(drop_blanks=True)
                    fields.append(current + rest)
                    current, in_quotes = "", False
                    if ended:
                        return fields
            elif letter == self._delimiter:
                fields.append(current)
                current = ""
            elif letter in "\r\n":
                self._end_line(letter)
                fields.append(current)
                return fields
            elif letter == '"' and not current:
                in_quotes = True
            elif letter in BLANKS and not current:
                continue
            elif letter == '"' or letter in BLANKS:
                rest, ended = self._to_delimiter(drop_blanks=letter != '"')
                fields.append(current + letter + rest if letter == '"' or rest else current + letter)
                current = ""
                if ended:
                    return fields
            else:
                current += letter
        if current:
            fields.append(current)
        return fields

    def _next(self) -> str:
        letter = self._text[self._place]
        self._place += 1
        return letter

    def _end_line(self, letter: str) -> None:
        if letter == "\r" and self._text.startswith("\n", self._place):
            self._place += 1

    def _to_delimiter(self, *, drop_blanks: bool) -> tuple[str, bool]:
        """Read to the next delimiter or line break; say whether the record ended there."""
        start = self._place
        while not self.at_end:
            letter = self._next()
            if letter == self._delimiter:
                return self._rest(start, self._place - 1, drop_blanks), False
            if letter in "\r\n":
                end = self._place - 1
                self._end_line(letter)
                return self._rest(start, end, drop_blanks), True
        return self._rest(start, self._place, drop_blanks), True

    def _rest(self, start: int, end: int, drop_blanks: bool) -> str:
        rest = self._text[start:end]
        return "" if drop_blanks and not rest.strip(BLANKS) else rest


class HeaderReader:
    """Finds the header in a stream of records, and the type name of a `#TYPE` line."""

    def __init__(self, header: Sequence[str] | None = None) -> None:
        self.names: list[str] | None = None if header is None else list(header)
        self.type_name = ""
        self.columns: list[str] | None = None
        """The names of the objects' properties, once who makes them has checked the header."""
        self._first = True

    def take(self, record: list[str]) -> bool:
        """Take a record; True if it was (or may have been) part of the header, False for data."""
        if self._first:
            self._first = False
            if record and record[0].lower().startswith("#type "):
                self.type_name = record[0][6:].strip()
                return True
        if self.names is not None:
            return False
        while len(record) > 1 and not record[-1]:
            record.pop()
        if record and record[0].startswith("#Fields: "):
            record[0] = record[0][9:]
        elif record and record[0].startswith("#"):
            return True
        self.names = record
        return True


def is_blank(record: Sequence[str]) -> bool:
    """True for the record of an empty line."""
    return not record or (len(record) == 1 and not record[0])


__all__ = ["HeaderReader", "RecordReader", "is_blank", "needs_quotes", "quoted"]
