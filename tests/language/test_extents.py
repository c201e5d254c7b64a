"""Where nodes and tokens stand, and which kinds tokens are of."""

import pytest

from shell.language import parse
from tests.language.fixtures import cases


@pytest.mark.parametrize(("text", "expected"), cases("extents.txt"))
def test_extents(text: str, expected: str) -> None:
    places = [(type(node).__name__.removesuffix("Ast"), node.extent) for node in parse(text).tree.walk()]
    assert " ".join(f"{name}:{extent.start_offset}-{extent.end_offset}" for name, extent in places) == expected


@pytest.mark.parametrize(("text", "expected"), cases("tokens.txt"))
def test_tokens(text: str, expected: str) -> None:
    assert " ".join(f"{token.kind.name}:{token.start}-{token.end}" for token in parse(text).tokens) == expected


def test_columns_and_texts_of_characters_beyond_the_first_plane() -> None:
    result = parse("$a = '😀'; $b = \"😀$c`u{1F600}\" + 😀", None)
    error = result.errors[1]
    assert (error.extent.start_column, error.extent.text) == (35, "😀")
    assert "'😀'" in error.message
    values = [node.value for node in result.tree.walk() if hasattr(node, "value")]
    assert "😀" in values
    assert "😀$c😀" in values
