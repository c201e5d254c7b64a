"""Which characters mean what: blanks, quotes, dashes, and what ends a word or a number."""

from __future__ import annotations

import re

BLANKS = " \t\v\f\x85\xa0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u2028\u2029\u202f\u205f\u3000"
"""White space within a line. A no-break space, as in text pasted from the web, counts."""

DASHES = "-–—―"
"""Hyphen-minus, en dash, em dash, horizontal bar: one and the same in operators, parameters and numbers."""

SINGLE_QUOTES = "'‘’‚‛"
DOUBLE_QUOTES = '"“”„'
"""Any of a family opens and any closes."""

LINE_BREAKS = "\r\n"

END_OF_TEXT = "\0"
"""Stands behind the last character of a text that is scanned."""

BLANK = frozenset(BLANKS)
DASH = frozenset(DASHES)
SINGLE_QUOTE = frozenset(SINGLE_QUOTES)
DOUBLE_QUOTE = frozenset(DOUBLE_QUOTES)

ENDS_WORD = frozenset(BLANKS + LINE_BREAKS + END_OF_TEXT + "&(),;{|}")
"""A word of a command ends in front of these. `hi>f` is one word: a redirection begins a token, it ends none."""

ENDS_NUMBER = ENDS_WORD | frozenset("!#%*+./<=>]?:" + DASHES)
"""A number in an expression ends in front of these; in front of anything else it was a word."""


def char_class(characters: str) -> str:
    """The inside of a regular expression's class for these characters."""
    return "".join(re.escape(character) for character in characters)


BLANK_CLASS = char_class(BLANKS)
DASH_CLASS = char_class(DASHES)
SINGLE_CLASS = char_class(SINGLE_QUOTES)
DOUBLE_CLASS = char_class(DOUBLE_QUOTES)
WORD_END_CLASS = char_class("".join(ENDS_WORD))
