"""Whatever is typed, `parse` answers: ten thousand seeded texts of what scripts are made of and of anything else."""

import random

from shell.language import parse
from tests.language.laws import joined, overlapping

PIECES = (
    *"{}()[];,|&<>@$#`'\"=+-*/%!.:?\n\r\t \0",
    "$(", "@(", "@{", "@'\n", "\n'@", '@"\n', '\n"@', "<#", "#>", "&&", "||", "??", "?.", "::", "..", "2>&1", "--%",
    "if", "else", "foreach", "in", "while", "do", "switch", "try", "catch", "finally", "function", "param", "class",
    "enum", "return", "throw", "trap", "using", "begin", "process", "end", "data", "static", "hidden", "default",
    "$x", "${a b}", "$env:A", "@args", "[int]", "[Parameter()]", "-eq", "-f", "-Name", "-Name:", "Get-Item", "1kb",
    "0x1F", "1.5d", "“", "’", "–", "é", "😀", "\u00a0", "\u2028",
)  # fmt: skip


def text(generator: random.Random) -> str:
    if generator.random() < 0.2:
        return "".join(chr(generator.randrange(0x3000)) for _ in range(generator.randrange(40)))
    return "".join(generator.choice(PIECES) + " " * generator.randrange(2) for _ in range(generator.randrange(30)))


def test_ten_thousand_texts_are_parsed() -> None:
    generator = random.Random(20070212)
    for _ in range(10_000):
        script = text(generator)
        result = parse(script)
        assert result.tree.extent.end_offset == len(result.source.units), script
        for _node in result.tree.walk():
            pass


def test_tokens_and_what_stands_between_give_the_text_back() -> None:
    generator = random.Random(7)
    for _ in range(1_000):
        result = parse(text(generator))
        assert overlapping(result) == []
        assert joined(result) == result.source.units


def test_deep_nesting_is_an_error_not_a_crash() -> None:
    result = parse("(" * 100_000)
    assert result.errors
