from collections.abc import Iterator

import pytest

from shell import Session
from shell.repl.completion.hints import hint


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with Session() as session:
        yield session


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Get-Date -Year", "-Year <int>"),
        ("Get-Date -Year ", "-Year <int>"),
        ("Get-Date -Year 20", "-Year <int>"),
        ("1 | Sort-Object -Desc", "-Descending"),
        ("Set-ReceiveConnector Internet -MaxProto", "Errors"),
        ("Set-ReceiveConnector ", "-Identity"),
        ("1 | ? { $_ }", "-FilterScript <scriptblock>"),
        ("1 | ? Length", "-Property <string>"),
        ("1 | ? Length ", "-Value <Object>"),
        ("1 | % { $_ }", "-Process <scriptblock[]>"),
        ("1 | % Length", "-MemberName <string>"),
    ],
)
def test_the_parameter_at_the_cursor_is_described(session: Session, text: str, part: str) -> None:
    assert part in hint(session.runspace, text, len(text))


@pytest.mark.parametrize("text", ["", "1 + ", "Get-Nope -X", "Get-Date -", "'text", "if (", "$x = ", "1 | ? { $_ } "])
def test_elsewhere_there_is_no_hint(session: Session, text: str) -> None:
    assert hint(session.runspace, text, len(text)) == ""
