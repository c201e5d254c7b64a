"""Texts and files as script blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from shell.engine.compile.blocks import BlockCode
from shell.engine.compile.unit import Unit
from shell.engine.run.invocation import position_message
from shell.engine.run.script_block import ScriptBlock
from shell.language import ParseError, Source, parse
from shell.lazy import lazy
from shell.types.conversion.text import to_string
from shell.values.errors import ErrorCategory, ErrorRecord, ParseException

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shell.dotnet.io import text_files
    from shell.engine.session.runspace import Runspace
else:
    text_files = lazy("shell.dotnet.io.text_files", globals())


def block_of_text(runspace: Runspace, text: str, path: str | None = None) -> ScriptBlock:
    """Parse a text; raise ParseException if it is wrong."""
    result = parse(text, path)
    if result.errors:
        raise parse_exception(result.errors)
    source = result.tree.extent.source
    return ScriptBlock(BlockCode(result.tree, Unit(source)), runspace.scope.script.module, runspace.scope)


def parse_exception(errors: Sequence[ParseError]) -> ParseException:
    """Return the error that wrong source raises: its message holds the places; the record has none of its own."""
    first = errors[0]
    if len(errors) == 1:
        message = f"{position_message(first.extent)}\n{first.message}"
    else:
        message = "\n\n".join(f"{position_message(each.extent)}\n{each.message}" for each in errors[:10])
        if len(errors) > 10:
            message += "\n\nNot all parse errors were reported.  Correct the reported errors and try again."
    error_id = first.error_id if len(errors) == 1 else "ParseException"
    made = ParseException(message, error_id=error_id, category=ErrorCategory.ParserError)
    made.parse_errors = tuple(errors)
    record = ErrorRecord(made, error_id, ErrorCategory.ParserError, None)
    record.reason = "ParentContainsErrorRecordException"
    made.record = record
    return made


def script_block_of(runspace: Runspace, info: Any) -> ScriptBlock:
    """Return the code of a script file, read and parsed when it is called."""
    text = text_files.read_text(info.path)
    return block_of_text(runspace, text, info.path)


def expand_text(runspace: Runspace, text: str) -> str:
    """Expand variables and sub-expressions in a text, as between double quotes."""
    block = block_of_text(runspace, f'@"\n{text}\n"@')
    return to_string(runspace.collect_value(block, local=True), runspace)


__all__ = ["Source", "block_of_text", "expand_text", "parse_exception", "script_block_of"]
