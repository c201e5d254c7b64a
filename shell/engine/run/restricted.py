"""Script blocks as data: ScriptBlock.CheckRestrictedLanguage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shell.engine.run.scripts import parse_exception
from shell.language.checks.data import DATA_SECTION, Allowed, check_restricted
from shell.language.checks.report import Report
from shell.types.conversion.text import to_string
from shell.types.members.reading import enumerate_value
from shell.values.errors import MethodInvocationException
from shell.values.objects import Value

if TYPE_CHECKING:
    from shell.engine.compile.blocks import BlockCode


def check_block(code: BlockCode, commands: Value, variables: Value, environment: bool) -> None:
    """Raise a ParseException, as a method does, if a block is more than data and commands that are allowed."""
    names = DATA_SECTION.variables | _lowered(variables) | ({"env:"} if environment else set())
    report = Report(())
    end = code.ast.end_block
    if code.ast.param_block is not None or end is None or not end.unnamed:
        report(code.ast.extent, "InvalidScriptBlockInDataSection")
    else:
        check_restricted(end, Allowed(_lowered(commands), names), report)
    if report.found:
        error = parse_exception(report.found)
        raise MethodInvocationException(
            f'Exception calling "CheckRestrictedLanguage" with "3" argument(s): "{error.message}"',
            inner=error,
            error_id="ParseException",
        )


def _lowered(names: Value) -> frozenset[str]:
    several = enumerate_value(names)
    return frozenset(to_string(each).lower() for each in ([names] if several is None else several) if each is not None)


__all__ = ["check_block"]
