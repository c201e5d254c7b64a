"""System.Console, implemented by the session's host."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from shell.lazy import lazy
from shell.machine.host import SHOWS_TITLE, TITLE
from shell.types import OBJECT, ClrType, Method, Property, named, register
from shell.types.conversion.text import net_string
from shell.types.registry.declarations import add_setting, clr_class, clr_method
from shell.types.registry.enumeration import enum_value
from shell.values.objects import Value
from shell.values.registries import CURRENT

if TYPE_CHECKING:
    from shell.dotnet.system import keys
    from shell.dotnet.text import encodings
    from shell.types.operators import formatting
else:
    keys = lazy("shell.dotnet.system.keys", globals())
    encodings = lazy("shell.dotnet.text.encodings", globals())
    formatting = lazy("shell.types.operators.formatting", globals())


_WAITING: Final = "Console.Error: unfinished line"


def _write(session: Any, text: str) -> None:
    session.host.write(text)


def _console_line(session: Any, *values: Value) -> None:
    _write(session, _console_text(values) + "\n")


def _console(session: Any, *values: Value) -> None:
    _write(session, _console_text(values))


def _console_text(values: tuple[Any, ...]) -> str:
    if len(values) == 2 and isinstance(values[1], list):
        return formatting.composite_format(values[0], values[1])
    return "".join(net_string(each) for each in values)


def _read_key(session: Any, intercept: bool = False) -> Value:
    return keys.console_key_info(session.host.read_key(echo=not intercept))


def _key_available(session: Any) -> Value:
    return session.host.key_available()


@clr_class("System.IO.TextWriter+SyncTextWriter", "System.IO.TextWriter")
class ConsoleWriter:
    """`[Console]::Out` and `[Console]::Error`; an error is passed to the host when its line is complete."""

    def __init__(self, is_error: bool) -> None:
        self._is_error = is_error

    @clr_method("WriteLine", "-> void", session=True)
    @clr_method("WriteLine", "object value -> void", session=True)
    @clr_method("WriteLine", "string format, params object[] arg -> void", session=True)
    def write_line(self, session: Any, *values: Value) -> None:
        """Write a value and a line break."""
        self._put(session, _console_text(values) + "\n")

    @clr_method("Write", "object value -> void", session=True)
    @clr_method("Write", "string format, params object[] arg -> void", session=True)
    def write(self, session: Any, *values: Value) -> None:
        """Write a value."""
        self._put(session, _console_text(values))

    @clr_method("Flush", "-> void")
    def flush(self) -> None:
        """Do nothing: only an unfinished error line is buffered."""

    def _put(self, session: Any, text: str) -> None:
        if not self._is_error:
            session.host.write(text)
            return
        settings = CURRENT.get().process.settings
        *lines, settings[_WAITING] = (settings.get(_WAITING, "") + text).split("\n")
        for line in lines:
            session.host.write_error_line(line)


def _declare_console() -> None:
    target = register(ClrType("System.Console", OBJECT, is_abstract=True))
    for name, function in (("WriteLine", _console_line), ("Write", _console)):
        for signature in ("string value", "object value", "string format, params object[] arg"):
            target.add_method(Method(name, signature + " -> void", function, True, True))
    target.add_method(Method("WriteLine", "-> void", _console_line, True, True))
    target.add_method(Method("ReadLine", "-> string", lambda session: session.host.read_line(), True, True))
    target.add_method(Method("Beep", "-> void", lambda session: session.host.write("\a"), True, True))
    target.add_method(Method("Clear", "-> void", lambda session: session.host.clear_screen(), True, True))
    for name, is_error in (("Out", False), ("Error", True)):
        writer = ConsoleWriter(is_error)
        target.add_property(Property(name, "System.IO.TextWriter", lambda writer=writer: writer, None, True))
    target.add_method(Method("ResetColor", "-> void", lambda: None, True))
    for name, number in (("ForegroundColor", 7), ("BackgroundColor", 0)):
        add_setting(target, name, "System.ConsoleColor", partial(_colour, number))
    for name, number in (
        ("CursorLeft", 0),
        ("CursorTop", 0),
    ):
        target.add_property(Property(name, "int", lambda number=number: number, lambda value: None, True))
    for name, value in (
        ("IsInputRedirected", False),
        ("IsOutputRedirected", False),
        ("IsErrorRedirected", False),
    ):
        target.add_property(Property(name, "bool", lambda value=value: value, None, True))
    target.add_property(Property("KeyAvailable", "bool", _key_available, None, True))
    for name, size in (
        ("WindowWidth", _columns),
        ("WindowHeight", lambda session: _rows(session) or 50),
        ("BufferWidth", _columns),
        ("BufferHeight", lambda session: _rows(session) or 3000),
        ("LargestWindowWidth", _columns),
        ("LargestWindowHeight", lambda session: _rows(session) or 50),
    ):
        target.add_property(Property(name, "int", size, lambda value: None, True))
    target.data["of session"] = {
        *("keyavailable", "windowwidth", "windowheight", "bufferwidth", "bufferheight"),
        *("largestwindowwidth", "largestwindowheight"),
    }
    for signature in ("-> System.ConsoleKeyInfo", "bool intercept -> System.ConsoleKeyInfo"):
        target.add_method(Method("ReadKey", signature, _read_key, True, True))
    target.add_property(Property("Title", "string", _title, _set_title, True))
    for name in ("OutputEncoding", "InputEncoding"):
        add_setting(target, name, "System.Text.Encoding", _utf8)


def _columns(session: Any) -> int:
    return int(session.host.columns)


def _rows(session: Any) -> int:
    """Return the height of the terminal, 0 without one."""
    return int(getattr(session.host, "rows", 0))


def _title() -> Value:
    return CURRENT.get().process.settings.get(TITLE, "")


def _set_title(title: Value) -> None:
    settings = CURRENT.get().process.settings
    settings[TITLE] = title
    show = settings.get(SHOWS_TITLE)
    if show is not None:
        show(title)


def _colour(number: int) -> Value:
    return enum_value(named("System.ConsoleColor"), number)


def _utf8() -> Value:
    return encodings.Encoding("utf-8", with_mark=False)


_declare_console()
