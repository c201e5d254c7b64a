from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shell import Session
from shell.display.errors import render_error, wrap_message


def console(script: str, view: str, path: str | None = None, columns: int = 80) -> str:
    with Session(columns=columns, error_view=view, listen=False) as session:
        return str(session.run(script, path=path).console)


def error(script: str) -> Any:
    with Session(listen=False) as session:
        return session.run(script).errors[0]


def test_normal_view_indents_category_and_id() -> None:
    assert console("Get-Variable nosuch", "NormalView") == (
        "Get-Variable : Cannot find a variable with the name 'nosuch'.\n"
        "At line:1 char:1\n"
        "+ Get-Variable nosuch\n"
        "+ ~~~~~~~~~~~~~~~~~~~\n"
        "    + CategoryInfo          : ObjectNotFound: (nosuch:String) [Get-Variable], ItemNotFoundException\n"
        "    + FullyQualifiedErrorId : VariableNotFound,Microsoft.PowerShell.Commands.GetVariableCommand\n"
    )


def test_normal_view_of_a_script_names_the_file() -> None:
    assert "At /lab/x.ps1:2 char:1\n+ 1/0\n+ ~~~\n" in console("'a'\n1/0", "NormalView", "/lab/x.ps1")


def test_concise_view_is_one_line_at_the_prompt() -> None:
    assert console("Get-Variable nosuch", "ConciseView") == (
        "Get-Variable: Cannot find a variable with the name 'nosuch'.\n"
    )


def test_concise_view_shows_the_source_of_a_script() -> None:
    assert console("'a'\n  Get-Variable nosuch", "ConciseView", "/lab/x.ps1") == (
        "a\n"
        "Get-Variable: /lab/x.ps1:2\n"
        "Line |\n"
        "   2 |    Get-Variable nosuch\n"
        "     |    ~~~~~~~~~~~~~~~~~~~\n"
        "     | Cannot find a variable with the name 'nosuch'.\n"
    )


def test_concise_view_shows_the_source_of_a_later_line_of_the_prompt() -> None:
    assert console("'a'\n1/0", "ConciseView").splitlines()[1:4] == ["RuntimeException: ", "Line |", "   2 |  1/0"]


def test_concise_view_widens_its_margin_for_large_line_numbers() -> None:
    lines = console("\n" * 99_999 + "1/0", "ConciseView", "/lab/x.ps1").splitlines()
    assert lines == [
        "RuntimeException: /lab/x.ps1:100000",
        "  Line |",
        "100000 |  1/0",
        "       |  ~~~",
        "       | Attempted to divide by zero.",
    ]


def test_a_thrown_text_is_an_exception() -> None:
    assert console("throw 'boom'", "ConciseView") == "Exception: boom\n"


def test_a_parse_error_shows_where_it_is() -> None:
    assert console("1\nif (1 {\n", "ConciseView", "/lab/x.ps1").splitlines()[:4] == [
        "ParserError: /lab/x.ps1:2",
        "Line |",
        "   2 |  if (1 {",
        "     |        ~",
    ]


def test_category_view() -> None:
    record = error("Get-Variable nosuch")
    assert render_error(record, "CategoryView") == (
        "ObjectNotFound: (nosuch:String) [Get-Variable], ItemNotFoundException\n"
    )


def test_detailed_view_holds_everything() -> None:
    text = render_error(error("Get-Variable nosuch"), "DetailedView")
    for part in (
        "Exception",
        "TargetObject          : nosuch",
        "InvocationInfo",
        "PositionMessage  : At line:1 char:1",
    ):
        assert part in text


@pytest.mark.parametrize("view", ["NormalView", "ConciseView", "CategoryView", "DetailedView"])
def test_the_error_view_variable_decides(view: str) -> None:
    record = error("1/0")
    with Session(columns=120, listen=False) as session:
        session.run(f"$ErrorView = '{view}'")
        shown = session.run("1/0").console
    assert shown.splitlines()[0] == render_error(record, view).splitlines()[0]


@given(st.text("abc defgh", min_size=1, max_size=200), st.integers(10, 60))
def test_wrapped_messages_fit_and_lose_only_blanks(message: str, columns: int) -> None:
    prefix = "     | "
    wrapped = wrap_message(prefix, message, columns).split("\n")
    words = max((len(word) for word in message.split()), default=0)
    if words + len(prefix) <= columns:
        assert all(len(line) <= columns for line in wrapped) or len(wrapped) == 1
    assert "".join(line[len(prefix) :] for line in wrapped).replace(" ", "") == message.replace(" ", "")
