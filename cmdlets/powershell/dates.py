"""Get-Date, New-TimeSpan, Set-Date."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from shell.dotnet.time.datetime import DateTime
from shell.dotnet.time.timespan import TICKS, TimeSpan
from shell.engine.commands.cmdlet import Cmdlet, Example, SetMembership, parameter
from shell.types.registry.enumeration import enum_value, register_enum
from shell.values.culture import INVARIANT
from shell.values.errors import ErrorCategory, NotSupportedException
from shell.values.objects import PSObject, Value, unwrap

_MODULE: Final = "Microsoft.PowerShell.Utility"
DISPLAY_HINT = register_enum("Microsoft.PowerShell.Commands.DisplayHintType", {"Date": 0, "Time": 1, "DateTime": 2})
_EPOCH_TICKS: Final = 621_355_968_000_000_000
_SECOND: Final = TICKS["Second"]

_FILE_FORMATS: Final = {
    "filedate": "yyyyMMdd",
    "filedateuniversal": "yyyyMMddZ",
    "filedatetime": "yyyyMMddTHHmmssffff",
    "filedatetimeuniversal": "yyyyMMddTHHmmssffffZ",
}


def _text(pattern: str) -> Callable[[DateTime], str]:
    return lambda date: date.to_format(pattern, INVARIANT)


def _iso(date: DateTime) -> tuple[int, int, int]:
    found = date.date_part.isocalendar()
    return found.year, found.week, found.weekday


def _unix_seconds(date: DateTime) -> str:
    return str((date.to_universal_time().ticks - _EPOCH_TICKS) // _SECOND)


_UNIX_FIELDS: Final[dict[str, Callable[[DateTime], str]]] = {
    "A": _text("dddd"),
    "a": _text("ddd"),
    "B": _text("MMMM"),
    "b": _text("MMM"),
    "C": lambda date: str(date.year // 100),
    "c": _text("ddd dd MMM yyyy HH:mm:ss"),
    "D": _text("MM/dd/yy"),
    "d": _text("dd"),
    "e": lambda date: f"{date.day:2}",
    "F": _text("yyyy-MM-dd"),
    "G": lambda date: f"{_iso(date)[0]:04}",
    "g": lambda date: f"{_iso(date)[0] % 100:02}",
    "H": _text("HH"),
    "h": _text("MMM"),
    "I": _text("hh"),
    "j": lambda date: f"{date.date_part.timetuple().tm_yday:03}",
    "k": lambda date: f"{date.hour:2}",
    "l": lambda date: f"{date.hour % 12 or 12:2}",
    "M": _text("mm"),
    "m": _text("MM"),
    "n": lambda date: "\n",
    "p": _text("tt"),
    "R": _text("HH:mm"),
    "r": _text("hh:mm:ss tt"),
    "S": _text("ss"),
    "s": _unix_seconds,
    "T": _text("HH:mm:ss"),
    "t": lambda date: "\t",
    "U": lambda date: str(date.date_part.timetuple().tm_yday // 7),
    "u": lambda date: str(_iso(date)[2]),
    "V": lambda date: f"{_iso(date)[1]:02}",
    "W": lambda date: str(date.date_part.timetuple().tm_yday // 7),
    "w": lambda date: str(_iso(date)[2] % 7),
    "X": _text("HH:mm:ss"),
    "x": _text("MM/dd/yy"),
    "Y": _text("yyyy"),
    "y": _text("yy"),
    "Z": _text("zz"),
}


def unix_format(date: DateTime, pattern: str) -> str:
    """Format as -UFormat does: fields begin with `%`; what follows an unknown one stands for itself."""
    text = pattern.removeprefix("+")
    out: list[str] = []
    place = 0
    while place < len(text):
        letter = text[place]
        place += 1
        if letter != "%" or place == len(text):
            out.append(letter)
            continue
        field = _UNIX_FIELDS.get(text[place])
        out.append(field(date) if field is not None else text[place])
        place += 1
    return "".join(out)


_FILE_FORMAT_NAMES = ("FileDate", "FileDateUniversal", "FileDateTime", "FileDateTimeUniversal")
_DATE_SETS = ("DateAndFormat", "DateAndUFormat")
_UNIX_SETS = ("UnixTimeSecondsAndFormat", "UnixTimeSecondsAndUFormat")


class GetDate(
    Cmdlet,
    verb="Get",
    noun="Date",
    module=_MODULE,
    default_set="DateAndFormat",
    output=("System.String", "System.DateTime"),
):
    """Get the current date and time, or another one, as an object or as text."""

    examples = (
        Example("Get-Date -Format yyyy-MM-dd", "Today."),
        Example("Get-Date 2007-12-01 -UFormat '%A'", "The day of the week of a date."),
    )

    date: DateTime = parameter(
        "datetime",
        sets={each: SetMembership(position=0, pipeline=True, by_property_name=True) for each in _DATE_SETS},
        aliases=("LastWriteTime",),
        help="The date to show instead of now.",
    )
    unix_time_seconds: Any = parameter(
        "long",
        sets={each: SetMembership(mandatory=True) for each in _UNIX_SETS},
        aliases=("UnixTime",),
        range=(-62135596800, 253402300799),
        help="The date as seconds since 1970.",
    )
    year: Any = parameter("int", range=(1, 9999), help="The year to show instead.")
    month: Any = parameter("int", range=(1, 12), help="The month to show instead.")
    day: Any = parameter("int", range=(1, 31), help="The day to show instead.")
    hour: Any = parameter("int", range=(0, 23), help="The hour to show instead.")
    minute: Any = parameter("int", range=(0, 59), help="The minute to show instead.")
    second: Any = parameter("int", range=(0, 59), help="The second to show instead.")
    millisecond: Any = parameter("int", range=(0, 999), help="The millisecond to show instead.")
    display_hint: int = parameter(
        "Microsoft.PowerShell.Commands.DisplayHintType", default=2, help="Show Date, Time or DateTime."
    )
    format: Any = parameter(
        "string",
        sets=("DateAndFormat", "UnixTimeSecondsAndFormat"),
        help="A .NET format, or FileDate and its like.",
        completer=lambda session, word: _FILE_FORMAT_NAMES,
    )
    u_format: Any = parameter(
        "string",
        name="UFormat",
        sets={each: SetMembership(mandatory=True) for each in ("DateAndUFormat", "UnixTimeSecondsAndUFormat")},
        help="A format with the fields of the Unix date command.",
    )
    as_utc: bool = parameter("switch", name="AsUTC", help="Turn the date into UTC.")

    def process(self) -> None:
        """Write the date."""
        date = self._changed(self._start())
        if self.as_utc:
            date = date.to_universal_time()
        if self.u_format is not None:
            self.write(unix_format(date, self.u_format))
        elif self.format is not None:
            self.write(self._formatted(date))
        else:
            hint = enum_value(DISPLAY_HINT, int(self.display_hint))
            self.write(PSObject(date, {"DisplayHint": hint}))

    def _start(self) -> DateTime:
        if self.unix_time_seconds is not None:
            ticks = _EPOCH_TICKS + int(self.unix_time_seconds) * _SECOND
            return DateTime(ticks, 1).to_local_time()
        given = unwrap(self.date)
        return DateTime.now() if given is None else given

    def _changed(self, date: DateTime) -> DateTime:
        if self.year is not None:
            date = date.add_years(self.year - date.year)
        if self.month is not None:
            date = date.add_months(self.month - date.month)
        steps: tuple[tuple[Any, int, str], ...] = (
            (self.day, date.day, "Day"),
            (self.hour, date.hour, "Hour"),
            (self.minute, date.minute, "Minute"),
            (self.second, date.second, "Second"),
        )
        ticks = sum((wanted - current) * TICKS[unit] for wanted, current, unit in steps if wanted is not None)
        if self.millisecond is not None:
            ticks += self.millisecond * TICKS["Millisecond"] - date.ticks % _SECOND
        return date.moved(ticks)

    def _formatted(self, date: DateTime) -> str:
        lowered = self.format.lower()
        if lowered.endswith("universal") and lowered in _FILE_FORMATS:
            date = date.to_universal_time()
        return date.to_string(_FILE_FORMATS.get(lowered, self.format))


class SetDate(
    Cmdlet,
    verb="Set",
    noun="Date",
    module=_MODULE,
    default_set="Date",
    should_process=True,
    output=("System.DateTime",),
):
    """Change the clock of the machine. Not emulated: a lab leaves its host alone."""

    date: DateTime = parameter(
        "datetime",
        sets={"Date": SetMembership(mandatory=True, position=0, pipeline=True, by_property_name=True)},
        help="The new date and time.",
    )
    adjust: TimeSpan = parameter(
        "timespan",
        sets={"Adjust": SetMembership(mandatory=True, position=0, by_property_name=True)},
        help="How far to move the clock.",
    )
    display_hint: int = parameter("Microsoft.PowerShell.Commands.DisplayHintType", default=2, help="What to show.")

    def process(self) -> None:
        """Refuse."""
        raise self.fail(
            self.error(
                "Setting the clock of this machine is not emulated. See COVERAGE.md.",
                "NotEmulatedSetDate",
                ErrorCategory.NotImplemented,
                exception=NotSupportedException,
            )
        )


_TIME = ("Time",)


class NewTimeSpan(Cmdlet, verb="New", noun="TimeSpan", module=_MODULE, default_set="Date", output=("System.TimeSpan",)):
    """Make a span of time, of its parts or between two dates."""

    examples = (
        Example("New-TimeSpan -Hours 1 -Minutes 30", "An hour and a half."),
        Example("New-TimeSpan 2007-01-01 2008-01-01", "Between two dates."),
    )

    start: DateTime = parameter(
        "datetime",
        sets={"Date": SetMembership(position=0, pipeline=True, by_property_name=True)},
        aliases=("LastWriteTime",),
        help="When the span begins; now without it.",
    )
    end_date: DateTime = parameter(
        "datetime",
        name="End",
        sets={"Date": SetMembership(position=1, by_property_name=True)},
        help="When the span ends; now without it.",
    )
    days: int = parameter("int", sets=_TIME, default=0, help="Days.")
    hours: int = parameter("int", sets=_TIME, default=0, help="Hours.")
    minutes: int = parameter("int", sets=_TIME, default=0, help="Minutes.")
    seconds: int = parameter("int", sets=_TIME, default=0, help="Seconds.")
    milliseconds: int = parameter("int", sets=_TIME, default=0, help="Milliseconds.")

    def process(self) -> None:
        """Write the span."""
        if self.parameter_set == "Time":
            parts = {
                "Day": self.days,
                "Hour": self.hours,
                "Minute": self.minutes,
                "Second": self.seconds,
                "Millisecond": self.milliseconds,
            }
            self.write(TimeSpan(sum(number * TICKS[unit] for unit, number in parts.items())))
            return
        now = DateTime.now()
        start: Value = unwrap(self.start) or now
        end: Value = unwrap(self.end_date) or now
        self.write(TimeSpan(end.ticks - start.ticks))
