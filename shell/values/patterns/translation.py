""".NET's regular expressions, translated for the `regex` module.

Translated are: the order of group numbers (unnamed groups first), `\\z` and `\\Z`, inline options in the middle of a
pattern, subtraction of character classes, `\\k<name>`, comments and blanks under `x`, and characters that need an
escape in one dialect only. Balancing groups are refused.
"""

from __future__ import annotations

from typing import Final

from shell.values.errors import NotEmulatedException
from shell.values.patterns.characters import CharacterReader, invalid

_MAXIMUM: Final = 0x7FFFFFFF


class Translator(CharacterReader):
    """Translates a .NET pattern in one pass from left to right.

    Options are given by their inline letters: `i`, `m`, `n`, `s`, `x`.
    """

    def __init__(self, text: str, options: frozenset[str]) -> None:
        super().__init__(text)
        self.options = options
        self.out: list[str] = []
        self.count = 0
        self.names: list[tuple[int, str | None]] = []
        self.all_names = _scan_names(text, options)

    def run(self) -> str:
        """Return the translated pattern. Raises RegexParseException or NotEmulatedException."""
        self._alternatives()
        if self.place < len(self.text):
            raise invalid(self.text, self.place, "Too many )'s.")
        return "".join(self.out)

    def numbered(self) -> list[tuple[str, int]]:
        """Return the groups in the order of .NET's numbers."""
        unnamed = [index for index, name in self.names if name is None]
        groups = [("0", 0), *((str(number), index) for number, index in enumerate(unnamed, 1))]
        taken = {name for name, _ in groups}
        for index, name in self.names:
            if name is not None and name not in taken:
                taken.add(name)
                groups.append((name, index))
        return groups

    # --- structure ---

    def _opening(self) -> str:
        letters = "".join(letter for letter in "ims" if letter in self.options)
        return f"(?{letters}:" if letters else "(?:"

    def _alternatives(self) -> int:
        """Translate up to the end of a group; return its number of alternatives.

        Options may change within the group; each stretch with the same options gets a group of its own.
        """
        before = self.options
        count = 1
        self.out.append(self._opening())
        opened = 1
        while self.place < len(self.text):
            letter = self.text[self.place]
            if letter == ")":
                break
            if letter == "|":
                self.place += 1
                self.out.append(")" * opened + "|" + self._opening())
                opened = 1
                count += 1
                continue
            if self._inline_options():
                self.out.append(self._turned_off(before) + self._opening())
                opened += 2
                continue
            self._item()
        self.out.append(")" * opened)
        self.options = before
        return count

    def _turned_off(self, before: frozenset[str]) -> str:
        letters = "".join(letter for letter in "ims" if letter in before and letter not in self.options)
        return f"(?-{letters}:" if letters else "(?:"

    def _inline_options(self) -> bool:
        """Read inline options, `(?i-m)`; return True if there were any."""
        if not self.text.startswith("(?", self.place):
            return False
        end = self.place + 2
        while end < len(self.text) and self.text[end] in "imnsx+-":
            end += 1
        if end == self.place + 2 or end >= len(self.text) or self.text[end] != ")":
            return False
        self.options = self._changed(self.text[self.place + 2 : end])
        self.place = end + 1
        return True

    def _changed(self, letters: str) -> frozenset[str]:
        options, on = self.options, True
        for letter in letters:
            if letter in "+-":
                on = letter == "+"
            elif on:
                options |= {letter}
            else:
                options -= {letter}
        return options

    def _item(self) -> None:
        letter = self.text[self.place]
        if "x" in self.options and (letter.isspace() or letter == "#"):
            self._skip_comment(letter)
            return
        if self.text.startswith("(?#", self.place):
            end = self.text.find(")", self.place)
            if end < 0:
                raise invalid(self.text, len(self.text), "Unterminated (?#...) comment.")
            self.place = end + 1
            return
        if letter == "(":
            self._group()
        elif letter == "[":
            self.out.append(self.character_set())
        elif letter == "\\":
            self._escape()
        elif letter in "*+?" or (letter == "{" and self._counted(self.place)):
            raise invalid(self.text, self.place + 1, f"Quantifier '{letter}' following nothing.")
        elif letter == "$" and "m" not in self.options:
            self.out.append(r"(?=\n?\Z)")
            self.place += 1
        else:
            self.out.append("\\" + letter if letter in "{}]" else letter)
            self.place += 1
        self._quantifier()

    def _skip_comment(self, letter: str) -> None:
        if letter == "#":
            end = self.text.find("\n", self.place)
            self.place = len(self.text) if end < 0 else end + 1
        else:
            self.place += 1

    def _counted(self, place: int) -> int:
        """Return the end of `{n}`, `{n,}` or `{n,m}`, or 0 for a literal brace."""
        end = self.text.find("}", place)
        if end < 0:
            return 0
        low, comma, high = self.text[place + 1 : end].partition(",")
        return end + 1 if low.isdecimal() and (not high or high.isdecimal()) and (comma or not high) else 0

    def _quantifier(self) -> None:
        while "x" in self.options and self.text[self.place : self.place + 1].isspace():
            self.place += 1
        letter = self.text[self.place : self.place + 1]
        if letter and letter in "*+?":
            self.place += 1
            self.out.append(letter)
        elif letter == "{" and self._counted(self.place):
            self._count(self._counted(self.place))
        else:
            return
        if self.text[self.place : self.place + 1] == "?":
            self.place += 1
            self.out.append("?")
        following = self.text[self.place : self.place + 1]
        if (following and following in "*+?") or (following == "{" and self._counted(self.place)):
            raise invalid(self.text, self.place + 1, f"Nested quantifier '{following}'.")

    def _count(self, end: int) -> None:
        """Translate `{n,m}`, which ends at `end`."""
        counts = [each for each in self.text[self.place + 1 : end - 1].split(",") if each]
        for each in counts:
            if int(each) > _MAXIMUM:
                reason = "Quantifier and capture group numbers must be less than or equal to Int32.MaxValue."
                raise invalid(self.text, self.text.index(each, self.place) + len(str(_MAXIMUM)), reason)
        if int(counts[0]) > int(counts[-1]):
            raise invalid(self.text, end, "Illegal {x,y} with x > y.")
        self.out.append(self.text[self.place : end])
        self.place = end

    # --- groups ---

    def _group(self) -> None:
        self.place += 1
        before = self.options
        head = self._group_head()
        self.out.append(head)
        count = self._alternatives()
        if self.place >= len(self.text):
            raise invalid(self.text, len(self.text), "Not enough )'s.")
        self.place += 1
        if count > 2 and head.startswith("(?("):
            raise invalid(self.text, self.place, "Too many | in (?()|).")
        self.out.append(")")
        self.options = before

    def _group_head(self) -> str:
        text, place = self.text, self.place
        if text[place : place + 1] != "?":
            if "n" in self.options:
                return "(?:"
            self.count += 1
            self.names.append((self.count, None))
            return "("
        for head in ("?:", "?=", "?!", "?>", "?<=", "?<!"):
            if text.startswith(head, place):
                self.place += len(head)
                return "(" + head
        following = text[place + 1 : place + 2]
        if following in ("<", "'"):
            return self._named_head(">" if following == "<" else "'")
        if following == "(":
            return self._conditional_head()
        end = place + 1
        while end < len(text) and text[end] in "imnsx+-":
            end += 1
        if end > place + 1 and text[end : end + 1] == ":":
            letters = text[place + 1 : end]
            before = self.options
            self.options = self._changed(letters)
            self.place = end + 1
            return self._turned_off(before)
        raise invalid(text, place + 1, "Unrecognized grouping construct.")

    def _named_head(self, closing: str) -> str:
        start = self.place + 2
        end = self.text.find(closing, start)
        name = self.text[start:end] if end > 0 else ""
        if "-" in name:
            raise NotEmulatedException("Balancing groups in regular expressions are not emulated.")
        if not name or not name.replace("_", "a").isalnum():
            raise invalid(self.text, start + 1, "Invalid group name: Group names must begin with a word character.")
        self.place = end + 1
        known = next((index for index, other in self.names if other == name), None)
        if known is None:
            self.count += 1
            self.names.append((self.count, name))
        return f"(?P<{_python_name(name)}>"

    def _conditional_head(self) -> str:
        end = self.text.find(")", self.place)
        name = self.text[self.place + 2 : end]
        if name in self.all_names:
            self.place = end + 1
            return f"(?({_python_name(name)})"
        if name.isdecimal():
            self.place = end + 1
            return f"(?({self._group_index(name)})"
        raise NotEmulatedException("Conditional groups with an expression are not emulated.")

    def _group_index(self, number: str) -> int:
        """Return the index here of .NET's group number: in .NET, named groups come last."""
        order = [place for place, name in enumerate(self.all_names, 1) if name == ""]
        order += [place for place, name in enumerate(self.all_names, 1) if name]
        return order[int(number) - 1] if int(number) <= len(order) else 0

    # --- escapes ---

    def _escape(self) -> None:
        text = self.text
        letter = text[self.place + 1 : self.place + 2]
        if not letter:
            raise invalid(text, len(text), "Illegal \\ at end of pattern.")
        if letter == "k":
            self._named_reference()
        elif letter.isdecimal() and letter != "0":
            self._numbered_reference()
        elif letter in "zZ":
            self.out.append(r"\Z" if letter == "z" else r"(?=\n?\Z)")
            self.place += 2
        else:
            self.out.append(self.character_escape(in_set=False))

    def _named_reference(self) -> None:
        opening = self.text[self.place + 2 : self.place + 3]
        closing = {"<": ">", "'": "'", "{": "}"}.get(opening)
        end = self.text.find(closing, self.place + 3) if closing else -1
        if end < 0:
            raise invalid(self.text, self.place + 2, "Malformed \\k<...> named back reference.")
        name = self.text[self.place + 3 : end]
        if name.isdecimal():
            self.out.append(f"\\g<{self._group_index(name)}>")
        elif name not in self.all_names:
            raise invalid(self.text, end + 1, f"Reference to undefined group name '{name}'.")
        else:
            self.out.append(f"(?P={_python_name(name)})")
        self.place = end + 1

    def _numbered_reference(self) -> None:
        end = self.place + 1
        while end < len(self.text) and self.text[end].isdecimal():
            end += 1
        digits = self.text[self.place + 1 : end]
        while len(digits) > 1 and not self._group_index(digits):
            digits = digits[:-1]
        index = self._group_index(digits)
        if not index:
            raise invalid(self.text, self.place + 1 + len(digits), f"Reference to undefined group number {digits}.")
        self.place += 1 + len(digits)
        self.out.append(f"(?:\\{index})")


def _python_name(name: str) -> str:
    return f"n{name}" if name[0].isdecimal() else name


def _scan_names(text: str, options: frozenset[str]) -> list[str]:
    """Return the names of a pattern's groups in the order of their parentheses; empty for an unnamed one."""
    names: list[str] = []
    place, in_set = 0, False
    while place < len(text):
        letter = text[place]
        if letter == "\\":
            place += 2
            continue
        if in_set:
            in_set = letter != "]"
        elif letter == "[":
            in_set = True
            if text[place + 1 : place + 2] == "^":
                place += 1
            if text[place + 1 : place + 2] == "]":
                place += 1
        elif letter == "(":
            _scan_group(text, place, options, names)
        place += 1
    return names


def _scan_group(text: str, place: int, options: frozenset[str], names: list[str]) -> None:
    if text[place + 1 : place + 2] != "?":
        if "n" not in options:
            names.append("")
        return
    opening = text[place + 2 : place + 3]
    closing = {"<": ">", "'": "'"}.get(opening)
    if closing is None or text[place + 3 : place + 4] in ("=", "!"):
        return
    name = text[place + 3 : text.find(closing, place + 3)]
    if name not in names:
        names.append(name)
