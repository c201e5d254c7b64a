"""-Exist, -FileContentMatch and its like."""

from __future__ import annotations

from cmdlets.testing.assertions.check import Check, Operator, Test
from shell.dotnet.io.text_files import read_text
from shell.engine.providers.base import path_not_found
from shell.engine.providers.table import drive_table
from shell.types.conversion.text import to_string
from shell.values.errors import NetException
from shell.values.patterns.regular_expressions import compile_pattern


def exist(check: Check) -> str | None:
    """There is something at a path."""
    table = drive_table(check.session)
    try:
        found = bool(table.expand(to_string(check.actual, check.session)))
    except NetException:
        found = False
    if found != check.negate:
        return None
    return (
        f"Expected path {check.show(check.actual)} to {'not ' * check.negate}exist,{check.because}"
        f" but it did {'' if check.negate else 'not '}exist."
    )


def _content(ignore_case: bool, multiline: bool) -> Test:
    case = "" if ignore_case else "case sensitively "

    def test(check: Check) -> str | None:
        path = drive_table(check.session).resolve(to_string(check.actual, check.session)).provider_path
        expected = check.given.get("expectedcontent")
        pattern = compile_pattern(to_string(expected, check.session), int(ignore_case))
        text = _read(path, check)
        found = any(pattern.code.search(each) for each in ([text] if multiline else text.splitlines()))
        if found != check.negate:
            return None
        return (
            f"Expected {check.show(expected)} to {'not ' * check.negate}be {case}found in file"
            f" {check.show(check.actual)},{check.because} but it was {'' if check.negate else 'not '}found."
        )

    return test


def _read(path: str, check: Check) -> str:
    try:
        return read_text(path)
    except OSError:
        raise path_not_found(to_string(check.actual, check.session)) from None


_CONTENT = ("ExpectedContent",)
OPERATORS = (
    Operator("Exist", exist, parameters=()),
    Operator("FileContentMatch", _content(True, False), parameters=_CONTENT),
    Operator("FileContentMatchExactly", _content(False, False), parameters=_CONTENT),
    Operator("FileContentMatchMultiline", _content(True, True), parameters=_CONTENT),
    Operator("FileContentMatchMultilineExactly", _content(False, True), parameters=_CONTENT),
)

__all__ = ["OPERATORS"]
