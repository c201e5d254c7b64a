"""System.Xml.XmlConvert and System.Security.SecurityElement.Escape: values and text as XML writes them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from shell.lazy import lazy
from shell.types import OBJECT, ClrType, named, register
from shell.types.conversion.conversion import convert
from shell.types.conversion.text import net_string
from shell.types.registry.declarations import add_methods
from shell.values.errors import FormatException
from shell.values.objects import Value, unwrap

if TYPE_CHECKING:
    from shell.dotnet.time import timespan
    from shell.types.operators import formatting
else:
    timespan = lazy("shell.dotnet.time.timespan", globals())
    formatting = lazy("shell.types.operators.formatting", globals())


def _to_text(value: Value, *given: Any) -> str:
    value = unwrap(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    kind = type(value).__name__
    if kind == "DateTime":
        asked = given[0] if given and isinstance(given[0], str) else "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"
        return formatting.format_value(value, asked)
    if kind == "TimeSpan":
        return _duration(value.ticks)
    if isinstance(value, float) and value - value != 0:
        return "NaN" if value != value else "INF" if value > 0 else "-INF"
    return net_string(value)


def _duration(ticks: int) -> str:
    """Return a time span in ISO 8601: `P1DT2H3M4.5S`."""
    sign, ticks = ("-" if ticks < 0 else ""), abs(ticks)
    seconds, fraction = divmod(ticks, 10_000_000)
    minutes, second = divmod(seconds, 60)
    hours, minute = divmod(minutes, 60)
    day, hour = divmod(hours, 24)
    tail = f"{second}.{fraction:07d}".rstrip("0") if fraction else str(second)
    time = "".join(
        text for text, there in ((f"{hour}H", hour), (f"{minute}M", minute), (f"{tail}S", second or fraction)) if there
    )
    text = f"{sign}P{f'{day}D' if day else ''}{f'T{time}' if time else ''}"
    return "PT0S" if text.endswith("P") else text


_SPAN: Final = re.compile(r"(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d{1,7}))?S)?)?", re.A)


def _to_span(text: str) -> Value:
    found = _SPAN.fullmatch(text.strip())
    if found is None or text.strip().lstrip("-") in ("P", "PT"):
        raise FormatException(f"The string '{text}' is not a valid TimeSpan value.")
    day, hour, minute, second = (int(found[place] or 0) for place in range(2, 6))
    ticks = (((day * 24 + hour) * 60 + minute) * 60 + second) * 10_000_000 + int((found[6] or "0").ljust(7, "0"))
    return timespan.TimeSpan(-ticks if found[1] else ticks)


def _to_boolean(text: str) -> bool:
    found = {"true": True, "1": True, "false": False, "0": False}.get(text.strip())
    if found is None:
        raise FormatException(f"The string '{text}' is not a valid Boolean value.")
    return found


def _reader(name: str) -> Any:
    target = named(f"System.{name}")

    def read(text: str, *given: Any) -> Value:
        try:
            return convert(text, target)
        except Exception as error:
            raise FormatException(f"The string '{text}' is not a valid {name} value.") from error

    return read


_NAME_START: Final = re.compile(r"[^\W\d]|:", re.UNICODE)
_NAME_REST: Final = re.compile(r"[\w.:\-\u00b7]", re.UNICODE)


def _encode_name(name: str) -> str:
    """Encode characters that are not valid in a name as `_x0020_`."""
    return "".join(
        each if (_NAME_REST if place else _NAME_START).match(each) else f"_x{ord(each):04X}_"
        for place, each in enumerate(name)
    )


def _decode_name(name: str) -> str:
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), name)


_ESCAPES: Final = str.maketrans({"<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;", "&": "&amp;"})


def _register() -> None:
    converter = register(ClrType("System.Xml.XmlConvert", OBJECT, is_abstract=True))
    numbers = "Byte SByte Int16 UInt16 Int32 UInt32 Int64 UInt64 Single Double Decimal Char Guid DateTime"
    rows: list[Any] = [
        ("ToString", "object value -> string|object value, object option -> string", _to_text),
        ("ToBoolean", "string s -> bool", _to_boolean),
        ("ToTimeSpan", "string s -> timespan", _to_span),
        ("EncodeName", "string name -> string", _encode_name),
        ("EncodeLocalName", "string name -> string", lambda name: _encode_name(name).replace(":", "_x003A_")),
        ("DecodeName", "string name -> string", _decode_name),
    ]
    rows += [
        (f"To{name}", f"string s -> {name.lower()}|string s, object option -> {name.lower()}", _reader(name))
        for name in numbers.split()
    ]
    add_methods(converter, rows, static=True)
    element = register(ClrType("System.Security.SecurityElement", OBJECT))
    add_methods(
        element,
        (("Escape", "string str -> string", lambda text: None if text is None else text.translate(_ESCAPES)),),
        static=True,
    )
    for each in (converter, element):
        each._loaded = True


_register()
