"""Expressions and what they give. A line is `expression -> Type, Type: text` or `expression !! id: message`.

Lines of the text are parted by ` / `. A line that begins with `#` is a comment, one that begins with two blanks goes on
with the line above.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from shell import Session

FOLDER = Path(__file__).parent


def rows() -> Iterator[tuple[str, str]]:
    for path in sorted(FOLDER.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                yield path.stem, line


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with Session(columns=120, error_view="NormalView", listen=False) as session:
        yield session


def shown(session: Session, expression: str) -> str:
    result = session.run(expression)
    if result.parse_errors:
        return f"{expression} !! {result.parse_errors[0].error_id}: {result.parse_errors[0].message}"
    if result.errors:
        error = result.errors[0]
        message = error.message.replace("\n", " / ")
        return f"{expression} !! {error.fully_qualified_error_id}: {message}"
    types = ", ".join(name.removeprefix("System.") for name in result.type_names)
    text = result.text.strip("\n").replace("\n", " / ").replace("\u202f", " ")
    return f"{expression} -> {types}: {text}".rstrip()


@pytest.mark.parametrize(("table", "row"), list(rows()))
def test_row(session: Session, table: str, row: str) -> None:
    separator = " !! " if " !! " in row else " -> "
    assert shown(session, row.rpartition(separator)[0]) == row.rstrip()
