"""The scripts that the tests of the language share."""

import random
from functools import cache
from pathlib import Path

from shell.language import Token, parse

FOLDER = Path(__file__).parent
SCRIPTS = sorted((FOLDER / "scripts").glob("*.ps1"))


def read(path: Path) -> str:
    """A script as it stands: its line breaks are part of it, a byte order mark is not."""
    return path.read_bytes().decode("utf-8-sig")


def cases(name: str) -> list[tuple[str, str]]:
    """The texts of a file with the `#=` line behind each."""
    found: list[tuple[str, str]] = []
    lines: list[str] = []
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("#="):
            found.append(("\n".join(lines).strip("\n"), line[2:].strip()))
            lines = []
        elif lines or not line.startswith("# "):
            lines.append(line)
    return found


@cache
def tokens_of(text: str) -> list[Token]:
    return [token for token in parse(text).tokens if token.end > token.start]


def mutated(text: str, generator: random.Random) -> str:
    """The text, in units, with a token dropped, doubled or swapped with another; an empty one as it is."""
    tokens = tokens_of(text)
    if not tokens:
        return text
    text = tokens[0].source.units
    first, second = sorted(generator.choices(tokens, k=2), key=lambda token: token.start)
    way = generator.choice(("drop", "double", "swap"))
    if way == "drop":
        return text[: first.start] + text[first.end :]
    if way == "double":
        return text[: first.end] + " " + text[first.start :]
    return _swapped(text, first, second)


def _swapped(text: str, first: Token, second: Token) -> str:
    between = text[first.end : second.start]
    return text[: first.start] + second.text + between + first.text + text[second.end :]
