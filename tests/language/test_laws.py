"""Laws that hold for every text."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shell.language import Token, parse
from shell.language.tree import Ast, CommandExpressionAst, NamedBlockAst, ParamBlockAst
from tests.language.fixtures import SCRIPTS, read

WORDS = [token.text for path in SCRIPTS for token in parse(read(path)).tokens if 0 < token.end - token.start < 40]
texts = st.one_of(
    st.lists(st.sampled_from(sorted(set(WORDS))), max_size=25).flatmap(
        lambda words: st.sampled_from(("", " ", "\n")).map(lambda gap: gap.join(words))
    ),
    st.text(st.characters(codec="utf-8"), max_size=60),
)


def joined(text: str, tokens: list[Token]) -> str:
    """The tokens with what stands between them: blanks, continued line ends, nothing else is between tokens."""
    at = 0
    parts: list[str] = []
    for token in tokens:
        parts += [text[at : token.start], token.text]
        at = token.end
    return "".join((*parts, text[at:]))


def is_base_call(node: Ast) -> bool:
    """Whether a node is, or begins with, the call of a base constructor: it stands in front of the braces."""
    if isinstance(node, NamedBlockAst):
        return bool(node.statements) and is_base_call(node.statements[0])
    return isinstance(node, CommandExpressionAst) and node.expression.HIDDEN


def outside(tree: Ast) -> list[tuple[Ast, Ast]]:
    """Nodes that stand outside of their parents; the attributes of a parameter block stand in front of it."""
    found = []
    for node in tree.walk():
        for child in node.children():
            if is_base_call(child):
                continue
            before = node.extent.start_offset <= child.extent.start_offset
            if not (before or isinstance(node, ParamBlockAst)) or child.extent.end_offset > node.extent.end_offset:
                found.append((node, child))
    return found


@settings(max_examples=400, deadline=None, derandomize=True)
@given(texts)
def test_any_text_is_parsed(text: str) -> None:
    result = parse(text)
    assert joined(text, result.tokens) == text
    assert all(left.end <= right.start for left, right in zip(result.tokens, result.tokens[1:], strict=False))
    assert 0 <= result.tree.extent.start_offset <= result.tree.extent.end_offset == len(text)
    if not result.errors:
        assert outside(result.tree) == []


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_between_the_tokens_of_a_sound_script_stands_nothing(path: object) -> None:
    text = read(path)  # type: ignore[arg-type]
    result = parse(text)
    assert outside(result.tree) == []
    gaps = []
    at = 0
    for token in result.tokens:
        gaps.append(text[at : token.start])
        at = token.end
    assert [gap for gap in gaps if not re.fullmatch(r"(?:\s|`\r?\n|\ufeff)*", gap)] == []


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
    ],
    ids=lambda text: text[:12],
)
def test_deep_and_long_texts_are_sound(text: str) -> None:
    result = parse(text)
    assert not result.errors
    assert sum(1 for _ in result.tree.walk()) > 3_000
