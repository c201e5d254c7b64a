"""[Microsoft.PowerShell.PSConsoleReadLine]: static methods by which key handlers change the line being edited."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from shell.hosting.lineediting.editor import EditedLine, line_editing
from shell.hosting.lineediting.functions import FUNCTIONS
from shell.lazy import lazy
from shell.types.registry.declarations import clr_class
from shell.types.registry.table import TYPES, Method
from shell.values.errors import ArgumentException, InvalidOperationException
from shell.values.objects import Value

if TYPE_CHECKING:
    from shell.engine.automation import language
else:
    language = lazy("shell.engine.automation.language", globals())


_NAME: Final = "Microsoft.PowerShell.PSConsoleReadLine"


@clr_class(_NAME, is_abstract=True)
class PSConsoleReadLine:
    """Holder of the static members."""


def _line(session: Any) -> EditedLine:
    found = line_editing(session).line
    if found is None:
        raise InvalidOperationException("No line is being edited: this can be called from a key handler only.")
    return found


def _within(number: int, text: str, name: str) -> int:
    if not 0 <= number <= len(text):
        raise ArgumentException(
            f"The value is outside of the line, which has {len(text)} characters. (Parameter '{name}')"
        )
    return number


def _insert(session: Any, value: Value) -> None:
    line, added = _line(session), str(value)
    at = line.cursor
    line.put(line.text[:at] + added + line.text[at:], at + len(added))


def _replace(session: Any, start: int, length: int, replacement: str, *ignored: Value) -> None:
    line = _line(session)
    text = line.text
    _within(start, text, "start")
    _within(start + length, text, "length")
    line.put(text[:start] + replacement + text[start + length :], start + len(replacement))


def _delete(session: Any, start: int, length: int) -> None:
    line = _line(session)
    text, cursor = line.text, line.cursor
    _within(start, text, "start")
    _within(start + length, text, "length")
    line.put(text[:start] + text[start + length :], min(cursor, start) if cursor <= start + length else cursor - length)


def _set_cursor(session: Any, cursor: int) -> None:
    line = _line(session)
    line.put(line.text, max(0, min(cursor, len(line.text))))


def _buffer_state(session: Any, input: Any, cursor: Any) -> None:
    line = _line(session)
    input.value, cursor.value = line.text, line.cursor


def _parsed_state(session: Any, ast: Any, tokens: Any, errors: Any, cursor: Any) -> None:
    line = _line(session)
    ast.value = language.Parser.parse_input(line.text, tokens, errors)
    cursor.value = line.cursor


def _selection(session: Any, start: Any, length: Any) -> None:
    found = _line(session).selection
    start.value, length.value = found if found is not None else (-1, -1)


def _add_to_history(session: Any, command: str) -> None:
    history = line_editing(session).history
    if history is not None:
        history.append_string(command)


def _clear_history(session: Any, *ignored: Value) -> None:
    history = line_editing(session).history
    if history is not None:
        history.forget()


def _declare() -> None:
    target = TYPES[_NAME.lower()]
    rows: tuple[tuple[str, str, Callable[..., None]], ...] = (
        ("Insert", "char c|string s", _insert),
        ("Replace", "int start, int length, string replacement", _replace),
        ("Replace", "int start, int length, string replacement, object instigator, object instigatorArg", _replace),
        ("Delete", "int start, int length", _delete),
        ("SetCursorPosition", "int cursor", _set_cursor),
        ("GetBufferState", "ref object input, ref object cursor", _buffer_state),
        (
            "GetBufferState",
            "ref object ast, ref object tokens, ref object parseErrors, ref object cursor",
            _parsed_state,
        ),
        ("GetSelectionState", "ref object start, ref object length", _selection),
        ("AddToHistory", "string command", _add_to_history),
    )
    for name, signatures, method in rows:
        for signature in signatures.split("|"):
            target.add_method(Method(name, f"{signature} -> void", method, True, True))
    for function in FUNCTIONS.values():
        if not function.emulated:
            continue

        def run(session: Any, *ignored: Value, name: str = function.name) -> None:
            _line(session).run(name)

        call = _clear_history if function.name == "ClearHistory" else run
        for signature in ("-> void", "object key, object arg -> void"):
            target.add_method(Method(function.name, signature, call, True, True))


_declare()

__all__ = ["PSConsoleReadLine"]
