"""Laws that hold for every text."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shell.language import parse
from shell.language.grammar.parser import ParseResult
from shell.language.grammar.types import TypeParser
from shell.language.tree import AttributeBaseAst
from tests.language.fixtures import SCRIPTS, mutated, read
from tests.language.laws import beyond, disordered, gaps, joined, outside, overlapping

CORPUS = sorted(Path(__file__).parent.parent.rglob("*.ps1"))
"""All the scripts of the tests, those that are wrong on purpose too."""

WORDS = [token.text for path in SCRIPTS for token in parse(read(path)).tokens if 0 < token.end - token.start < 40]
texts = st.one_of(
    st.lists(st.sampled_from(sorted(set(WORDS))), max_size=25).flatmap(
        lambda words: st.sampled_from(("", " ", "\n")).map(lambda gap: gap.join(words))
    ),
    st.text(st.characters(codec="utf-8"), max_size=60),
)


@settings(max_examples=400, deadline=None, derandomize=True)
@given(texts)
def test_any_text_is_parsed(text: str) -> None:
    hold(parse(text))


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_laws_hold_for_scripts(path: Path) -> None:
    result = parse(read(path))
    hold(result)
    assert gaps(result) == []


def test_laws_hold_for_mutated_scripts() -> None:
    generator = random.Random(2012)
    for path in CORPUS:
        text = read(path)
        for _ in range(2):
            hold(parse(mutated(text, generator)))
        hold(parse(text[: generator.randrange(len(text) + 1)]))


def hold(result: ParseResult) -> None:
    """See that the laws of trees and tokens hold; those of extents only for what is sound."""
    units = result.source.units
    assert joined(result) == units
    assert overlapping(result) == []
    assert beyond(result) == []
    assert (result.tree.extent.start_offset, result.tree.extent.end_offset) == (0, len(units))
    assert (result.tokens[-1].start, result.tokens[-1].end) == (len(units) + 1, len(units) + 1)
    if not result.errors:
        assert outside(result.tree) == []
        assert disordered(result.tree) == []


@pytest.mark.parametrize(
    "text",
    [
        "(" * 10_000 + "1" + ")" * 10_000,
        "if (1) {" * 5_000 + "}" * 5_000,
        "{" * 5_000 + "}" * 5_000,
        "1" + " + 1" * 20_000,
        "$a" + ".b" * 20_000,
        "1" + ", 1" * 20_000,
        "if (0) { }" + " elseif (0) { }" * 5_000,
        '"' + "$(" * 3_000 + "1" + ")" * 3_000 + '"',
        "!" * 10_000 + "1",
        "@{ a = " * 5_000 + "1" + "}" * 5_000,
        "function f {" * 3_000 + "}" * 3_000,
        "[int]\n" * 3_000,
    ],
    ids=lambda text: text[:12],
)
def test_deep_and_long_texts_are_sound(text: str) -> None:
    result = parse(text)
    assert not result.errors
    assert sum(1 for _ in result.tree.walk()) > 3_000


def test_nested_brackets_are_tried_a_few_times_not_twice_a_level(monkeypatch: pytest.MonkeyPatch) -> None:
    tried = 0
    plain = TypeParser.attribute

    def counted(parser: TypeParser) -> AttributeBaseAst | None:
        nonlocal tried
        tried += 1
        return plain(parser)

    monkeypatch.setattr(TypeParser, "attribute", counted)
    for text in ("[A({ " * 12 + "1" + " })]$x" * 12, "[A({\n" * 12, "{ [A({ " * 8):
        tried = 0
        parse(text)
        assert tried < 400
