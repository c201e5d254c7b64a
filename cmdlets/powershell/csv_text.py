"""Comma-separated values as PowerShell reads and writes them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

BLANKS: Final = " \t"


def quoted(text: str) -> str:
    """Return a field in double quotes."""
    return '"' + text.replace('"', '""') + '"'


def needs_quotes(text: str, delimiter: str) -> bool:
    """True for a field that would not read back without quotes."""
    return delimiter in text or '"' in text or "\n" in text or "\r" in text


class RecordReader:
    """Reads the records of one text.

    Forgiving as PowerShell is: blanks before a field and behind a closing quote are dropped, quotes inside a field
    stand for themselves. At the very end of the text an empty last field is missing, before a line break it is empty.
    """

    def __init__(self, text: str, delimiter: str) -> None:
        self._text = text
        self._delimiter = delimiter
        self._place = 0

    @property
    def at_end(self) -> bool:
        """True when all was read."""
        return self._place >= len(self._text)

    def __iter__(self) -> Iterator[list[str]]:
        while not self.at_end:
            yield self.record()

    def record(self) -> list[str]:
        """Read the next record."""
        simple = self._simple_record()
        return self._any_record() if simple is None else simple

    def _simple_record(self) -> list[str] | None:
        """Read a line without quotes and blanks in one go; None where there are any."""
        end = self._text.find("\n", self._place)
        line = self._text[self._place : end if end >= 0 else None].removesuffix("\r")
        if '"' in line or " " in line or "\t" in line or "\r" in line:
            return None
        self._place = end + 1 if end >= 0 else len(self._text)
        fields = line.split(self._delimiter)
        if end < 0 and not fields[-1]:
            fields.pop()
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
