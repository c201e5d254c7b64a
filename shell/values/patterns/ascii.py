"""Regular expressions that Python's `re` reads as .NET does, as long as the texts are ASCII too.

`re` finds simple patterns in a third of the time of the `regex` module, which is there for all that .NET has and `re`
has not. What is left out here on purpose, beside what `re` cannot do: letters outside of ASCII (case folding differs),
and repeated groups of more than one character, which `re` may search for exponentially long.
"""

from __future__ import annotations

import re
from functools import cache


@cache
def _token() -> re.Pattern[str]:
    """Return what matches the next part of a pattern that both read alike."""
    return re.compile(
        r"""
    (?P<group> \( (?: \?: | \?<(?P<name>[A-Za-z]\w*)> | (?!\?) ) )
  | (?P<close> \) (?! [*+{] ) )
  | (?P<set> \[ \^? (?P<body> (?: [^\[\]\\^&|~-] | [^\[\]\\^&|~-]-[^\[\]\\^&|~-] | \\[dwsDWS] | \\[^\w\s] )+ -? ) \] )
  | (?P<class> \\[dwsDWSbtrn] )
  | (?P<literal> \\[^\w\s] | [^\\^$.|?*+()\[\]{}] )
  | (?P<other> [.^$|] | (?: [*+?] | \{[0-9]{1,3}(?:,[0-9]{0,3})?\} ) \?? (?! [*+?{] ) )
    """,
        re.VERBOSE | re.ASCII,
    )


def ascii_twin(text: str, ignore_case: bool) -> re.Pattern[str] | None:
    """Return a pattern of `re` that finds in ASCII texts what .NET's finds, with the same groups; None for others.

    `text` must be a valid pattern of .NET, without options but IgnoreCase.
    """
    if not text.isascii():
        return None
    token_at = _token().match
    out: list[str] = []
    names: set[str] = set()
    place = 0
    while place < len(text):
        token = token_at(text, place)
        if token is None:
            return None
        place = token.end()
        name = token["name"]
        if name in names:  # groups of one name are one group
            return None
        if name:
            names.add(name)
            out.append("(")
        else:
            out.append(token[0])
    try:
        return re.compile("".join(out), re.ASCII | (re.IGNORECASE if ignore_case else 0))
    except (re.error, OverflowError):
        return None


@cache
def _literal() -> re.Pattern[str]:
    return re.compile(r"(?:\\[^\w\s]|[^\\^$.|?*+()\[\]{}])+", re.ASCII)


def literal_text(text: str, ignore_case: bool) -> str | None:
    """Return the one text that a pattern matches, None where it matches more than one."""
    if not _literal().fullmatch(text):
        return None
    found = re.sub(r"\\(.)", r"\1", text)
    if not found.isascii() or (ignore_case and found.lower() != found.upper()):
        return None
    return found


__all__ = ["ascii_twin", "literal_text"]
