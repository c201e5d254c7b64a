"""The trees of short texts, as node names with their children in parentheses."""

import pytest

from shell.language import parse
from shell.language.tree import Ast
from tests.language.fixtures import SCRIPTS, cases, read

FRAME = ("ScriptBlock(NamedBlock(", "))")


def outline(node: Ast) -> str:
    name = type(node).__name__.removesuffix("Ast")
    if name != "CommandExpression":
        name = name.removesuffix("Expression").removesuffix("Statement")
    children = " ".join(map(outline, node.children()))
    return f"{name}({children})" if children else name


@pytest.mark.parametrize(("text", "expected"), cases("trees.txt"))
def test_tree(text: str, expected: str) -> None:
    result = parse(text)
    assert not result.errors
    assert outline(result.tree).removeprefix(FRAME[0]).removesuffix(FRAME[1]) == expected


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_scripts_of_administrators_are_sound(path: object) -> None:
    assert parse(read(path)).errors == ()  # type: ignore[arg-type]
