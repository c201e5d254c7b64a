"""The types that a class names are looked up when it is parsed in a session."""

import pytest

from shell import Session


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("class A { [zz]$x }", 11),
        ("class A { [zz] F() { return 1 } }", 11),
        ("class A { F([zz]$x) { } }", 13),
        ("class A : zz { }", 10),
        ("class A { F() { [zz]::new() } }", 17),
        ("class A { [zz[]]$x }", 11),
    ],
)
def test_a_type_that_is_not_there(text: str, offset: int) -> None:
    with Session(listen=False) as session:
        (error,) = session.run(text).parse_errors
    assert (error.error_id, error.extent.start_offset) == ("TypeNotFound", offset)
    assert error.message == "Unable to find type [zz]."


@pytest.mark.parametrize(
    "text",
    [
        "class A { [A]$x; [int[]]$y; [B]$z } class B : A { }",
        "class A { [System.Collections.Generic.List[int]]$x; [Guid]$y; [Lazy[int]]$z; [hashtable]$h }",
        "using namespace System.Collections.Generic\nclass A { [List[int]]$x; [Unheard]$y }",
        "class A { [ValidateNotNull()][string]$x; [Other.Thing]$y }",
    ],
)
def test_types_that_are_or_may_be_there(text: str) -> None:
    with Session(listen=False) as session:
        assert [error.error_id for error in session.run(text).parse_errors] == []


def test_a_type_of_an_earlier_script_is_there() -> None:
    with Session(listen=False) as session:
        session.run("class Earlier { }")
        assert not session.run("class Later : Earlier { }").parse_errors
