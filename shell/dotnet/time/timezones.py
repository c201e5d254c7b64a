"""System.TimeZoneInfo: the zones of the IANA database, by IANA name and, for common ones, Windows name."""

from __future__ import annotations

import datetime as calendar
import os
import time
import zoneinfo
from functools import lru_cache
from typing import Any, Final

from shell.dotnet.collections.listing import same
from shell.dotnet.time.datetime import EPOCH, LOCAL, UTC, DateTime, local_offset_ticks
from shell.dotnet.time.offsets import DateTimeOffset
from shell.dotnet.time.timespan import TICKS, TimeSpan
from shell.types import exception_type, named
from shell.types.registry.checks import not_null
from shell.types.registry.declarations import clr_class, clr_method, clr_property
from shell.values.errors import ArgumentException, SystemException, exception_class
from shell.values.objects import TypedArray, Value

TimeZoneNotFoundException: Final = exception_class("System.TimeZoneNotFoundException", SystemException, __name__)
exception_type(TimeZoneNotFoundException)

_WINDOWS: Final = """
Dateline Standard Time=Etc/GMT+12|Hawaiian Standard Time=Pacific/Honolulu|Alaskan Standard Time=America/Anchorage
Pacific Standard Time=America/Los_Angeles|Mountain Standard Time=America/Denver
US Mountain Standard Time=America/Phoenix|Central Standard Time=America/Chicago
Canada Central Standard Time=America/Regina|Eastern Standard Time=America/New_York
SA Pacific Standard Time=America/Bogota|Atlantic Standard Time=America/Halifax
Newfoundland Standard Time=America/St_Johns|E. South America Standard Time=America/Sao_Paulo
Argentina Standard Time=America/Buenos_Aires|UTC=Etc/UTC|GMT Standard Time=Europe/London
Greenwich Standard Time=Atlantic/Reykjavik|W. Europe Standard Time=Europe/Berlin
Central Europe Standard Time=Europe/Budapest|Romance Standard Time=Europe/Paris
Central European Standard Time=Europe/Warsaw|GTB Standard Time=Europe/Bucharest
FLE Standard Time=Europe/Kyiv|Turkey Standard Time=Europe/Istanbul|Israel Standard Time=Asia/Jerusalem
Egypt Standard Time=Africa/Cairo|South Africa Standard Time=Africa/Johannesburg
Russian Standard Time=Europe/Moscow|Arab Standard Time=Asia/Riyadh|Arabian Standard Time=Asia/Dubai
Iran Standard Time=Asia/Tehran|Pakistan Standard Time=Asia/Karachi|India Standard Time=Asia/Kolkata
Nepal Standard Time=Asia/Kathmandu|Bangladesh Standard Time=Asia/Dhaka|SE Asia Standard Time=Asia/Bangkok
China Standard Time=Asia/Shanghai|Singapore Standard Time=Asia/Singapore|W. Australia Standard Time=Australia/Perth
Tokyo Standard Time=Asia/Tokyo|Korea Standard Time=Asia/Seoul|Cen. Australia Standard Time=Australia/Adelaide
AUS Central Standard Time=Australia/Darwin|AUS Eastern Standard Time=Australia/Sydney
E. Australia Standard Time=Australia/Brisbane|New Zealand Standard Time=Pacific/Auckland
"""


def _windows_names() -> dict[str, tuple[str, str]]:
    pairs = (pair.partition("=") for line in _WINDOWS.split("\n") for pair in line.split("|") if pair)
    return {name.lower(): (name, zone) for name, _, zone in pairs}


_NAMES: Final = _windows_names()
_BY_ZONE: Final = {zone: name for name, zone in reversed(_NAMES.values())}


@clr_class("System.TimeZoneInfo")
class TimeZoneInfo:
    """A time zone; `rules` is None for a local zone whose IANA name is unknown."""

    def __init__(self, identifier: str, rules: calendar.tzinfo | None) -> None:
        self.identifier = identifier
        self.rules = rules

    def __str__(self) -> str:
        return self.display_name()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, TimeZoneInfo) and self.identifier.lower() == other.identifier.lower()

    def __hash__(self) -> int:
        return hash(self.identifier.lower())

    # --- rules ---

    def offset_at(self, utc_ticks: int) -> int:
        """Return the zone's offset from UTC, in ticks, at an instant."""
        if self.rules is None:
            return local_offset_ticks(utc_ticks)
        found = self.rules.utcoffset(_moment(utc_ticks).astimezone(self.rules))
        return _ticks_of(found)

    def offset_of_clock(self, ticks: int) -> int:
        """Return the offset at a time of the zone's clock; standard time if ambiguous or invalid."""
        guess = self.offset_at(ticks - self.standard)
        other = self.offset_at(ticks - guess)
        return min(guess, other) if self.offset_at(ticks - other) != other else other

    @property
    def standard(self) -> int:
        """Return the ticks of the standard offset."""
        return min(self._of_year())

    def _of_year(self) -> tuple[int, int]:
        now = DateTime.utc_now().year
        winter, summer = (self.offset_at(DateTime.of(now, month, 1).ticks) for month in (1, 7))
        return winter, summer

    # --- properties ---

    @clr_property("Id", "string")
    def get_identifier(self) -> str:
        """Return the id by which the zone was found."""
        return self.identifier

    @clr_property("HasIanaId", "bool")
    def has_iana_id(self) -> bool:
        """Return True for an IANA name."""
        return self.identifier.lower() not in _NAMES or self.identifier == "UTC"

    @clr_property("DisplayName", "string")
    def display_name(self) -> str:
        """Return the offset and the name."""
        if self.standard == 0 and self.identifier in ("UTC", "Etc/UTC"):
            return "(UTC) Coordinated Universal Time"
        sign = "-" if self.standard < 0 else "+"
        hours, minutes = divmod(abs(self.standard) // TICKS["Minute"], 60)
        city = getattr(self.rules, "key", self.identifier).rpartition("/")[2].replace("_", " ")
        return f"(UTC{sign}{hours:02d}:{minutes:02d}) {city}" if self.standard else f"(UTC) {city}"

    @clr_property("StandardName", "string")
    def standard_name(self) -> str:
        """Return the name of standard time."""
        if self.identifier in ("UTC", "Etc/UTC"):
            return "Coordinated Universal Time"
        return _BY_ZONE.get(getattr(self.rules, "key", ""), self.identifier)

    @clr_property("DaylightName", "string")
    def daylight_name(self) -> str:
        """Return the name of daylight saving time."""
        return self.standard_name().replace("Standard", "Daylight")

    @clr_property("BaseUtcOffset", "timespan")
    def base_offset(self) -> TimeSpan:
        """Return the standard offset."""
        return TimeSpan(self.standard)

    @clr_property("SupportsDaylightSavingTime", "bool")
    def supports_daylight(self) -> bool:
        """Return True if the zone has daylight saving time this year."""
        winter, summer = self._of_year()
        return winter != summer

    # --- methods ---

    @clr_method("GetUtcOffset", "datetime dateTime -> timespan")
    def get_utc_offset(self, date: DateTime) -> TimeSpan:
        """Return the offset at a date, which is a time of the zone's clock if its kind is unspecified."""
        if date.kind_number in (UTC, LOCAL):
            return TimeSpan(self.offset_at(date.to_universal_time().ticks))
        return TimeSpan(self.offset_of_clock(date.ticks))

    @clr_method("GetUtcOffset", "System.DateTimeOffset dateTimeOffset -> timespan")
    def get_utc_offset_at(self, moment: DateTimeOffset) -> TimeSpan:
        """Return the offset at an instant."""
        return TimeSpan(self.offset_at(moment.utc_ticks))

    @clr_method("IsDaylightSavingTime", "datetime dateTime -> bool")
    def is_daylight(self, date: DateTime) -> bool:
        """Return True for a date in daylight saving time."""
        return bool(self.get_utc_offset(date).ticks != self.standard)

    @clr_method("IsInvalidTime", "datetime dateTime -> bool")
    def is_invalid(self, date: DateTime) -> bool:
        """Return True for a time that the change to daylight saving time skips."""
        return self._readings(date) == 0

    @clr_method("IsAmbiguousTime", "datetime dateTime -> bool")
    def is_ambiguous(self, date: DateTime) -> bool:
        """Return True for a time that occurs twice."""
        return self._readings(date) == 2

    def _readings(self, date: DateTime) -> int:
        return sum(self.offset_at(date.ticks - offset) == offset for offset in set(self._of_year()))

    @clr_method("HasSameRules", "System.TimeZoneInfo other -> bool")
    def has_same_rules(self, other: TimeZoneInfo) -> bool:
        """Return True for the same adjustment rules."""
        not_null(other, "other")
        return self.rules == other.rules

    @clr_method("Equals", "object obj -> bool")
    def equals(self, other: Value) -> bool:
        """Return True for the same zone."""
        return same(self, other)

    @clr_method("ToString", "-> string")
    def to_string(self) -> str:
        """Return the display name."""
        return self.display_name()

    # --- where they come from ---

    @clr_property("Utc", "System.TimeZoneInfo", static=True)
    @staticmethod
    def utc() -> TimeZoneInfo:
        """Return the zone of UTC."""
        return TimeZoneInfo("UTC", calendar.UTC)

    @clr_property("Local", "System.TimeZoneInfo", static=True)
    @staticmethod
    def local() -> TimeZoneInfo:
        """Return the local zone."""
        return _local()

    @clr_method("ClearCachedData", "-> void", static=True)
    @staticmethod
    def clear_cached_data() -> None:
        """Drop the cached local zone."""
        _local.cache_clear()

    @clr_method("FindSystemTimeZoneById", "string id -> System.TimeZoneInfo", static=True)
    @staticmethod
    def find(identifier: str) -> TimeZoneInfo:
        """Return a zone by IANA or Windows name; raises TimeZoneNotFoundException."""
        not_null(identifier, "id")
        if identifier.upper() == "UTC":
            return TimeZoneInfo.utc()
        name, zone = _NAMES.get(identifier.lower(), (identifier, identifier))
        found = _rules(zone)
        if found is None:
            name = _spelling(identifier)
            found = _rules(name)
        if found is None:
            raise TimeZoneNotFoundException(f"The time zone ID '{identifier}' was not found on the local computer.")
        return TimeZoneInfo(name, found)

    @clr_method("TryFindSystemTimeZoneById", "string id, ref System.TimeZoneInfo timeZoneInfo -> bool", static=True)
    @staticmethod
    def try_find(identifier: str, reference: Any) -> bool:
        """Return True and the zone of a name, False if there is none."""
        try:
            reference.value = TimeZoneInfo.find(identifier)
        except TimeZoneNotFoundException:
            reference.value = None
            return False
        return True

    @clr_method("GetSystemTimeZones", "-> System.TimeZoneInfo[]", static=True)
    @staticmethod
    def all_zones() -> Value:
        """Return all zones, ordered by offset and name."""
        found = [TimeZoneInfo.find(name) for name in zoneinfo.available_timezones() if "/" in name or name == "UTC"]
        ordered = sorted(found, key=lambda zone: (zone.standard, zone.identifier))
        return TypedArray(named("System.TimeZoneInfo"), ordered)

    # --- conversion ---

    @clr_method("ConvertTimeToUtc", "datetime dateTime -> datetime", static=True)
    @clr_method("ConvertTimeToUtc", "datetime dateTime, System.TimeZoneInfo sourceTimeZone -> datetime", static=True)
    @staticmethod
    def to_utc(date: DateTime, source: TimeZoneInfo | None = None) -> DateTime:
        """Convert a date to UTC."""
        if date.kind_number == UTC:
            return date
        zone = source or _local()
        return DateTime(date.ticks - zone.offset_of_clock(date.ticks), UTC)

    @clr_method(
        "ConvertTimeFromUtc", "datetime dateTime, System.TimeZoneInfo destinationTimeZone -> datetime", static=True
    )
    @staticmethod
    def from_utc(date: DateTime, target: TimeZoneInfo) -> DateTime:
        """Convert a UTC date to a zone."""
        if date.kind_number == LOCAL:
            raise ArgumentException(
                "The conversion could not be completed because the supplied DateTime did not have the Kind property set"
                " correctly.  For example, when the Kind property is DateTimeKind.Local, the source time zone must be"
                " TimeZoneInfo.Local. (Parameter 'sourceTimeZone')"
            )
        return target.shown(date.ticks)

    def shown(self, utc_ticks: int) -> DateTime:
        """Return the zone's clock time at an instant, with the kind of the result."""
        kind = UTC if self.identifier == "UTC" else LOCAL if self == _local() else 0
        return DateTime(utc_ticks + self.offset_at(utc_ticks), kind)

    @clr_method("ConvertTime", "datetime dateTime, System.TimeZoneInfo destinationTimeZone -> datetime", static=True)
    @staticmethod
    def convert(date: DateTime, target: TimeZoneInfo) -> DateTime:
        """Convert a local or UTC date to a zone."""
        return target.shown(TimeZoneInfo.to_utc(date).ticks)

    @clr_method(
        "ConvertTime",
        "datetime dateTime, System.TimeZoneInfo sourceTimeZone, System.TimeZoneInfo destinationTimeZone -> datetime",
        static=True,
    )
    @staticmethod
    def convert_between(date: DateTime, source: TimeZoneInfo, target: TimeZoneInfo) -> DateTime:
        """Convert a date from one zone to another."""
        return target.shown(TimeZoneInfo.to_utc(date, source).ticks)

    @clr_method(
        "ConvertTime",
        "System.DateTimeOffset dateTimeOffset, System.TimeZoneInfo destinationTimeZone -> System.DateTimeOffset",
        static=True,
    )
    @staticmethod
    def convert_moment(moment: DateTimeOffset, target: TimeZoneInfo) -> DateTimeOffset:
        """Convert a DateTimeOffset to a zone."""
        offset = target.offset_at(moment.utc_ticks)
        return DateTimeOffset(moment.utc_ticks + offset, offset // TICKS["Minute"])

    @clr_method(
        "ConvertTimeBySystemTimeZoneId", "datetime dateTime, string destinationTimeZoneId -> datetime", static=True
    )
    @staticmethod
    def convert_by_name(date: DateTime, target: str) -> DateTime:
        """Convert a local or UTC date to a zone given by name."""
        return TimeZoneInfo.convert(date, TimeZoneInfo.find(target))

    @clr_method(
        "ConvertTimeBySystemTimeZoneId",
        "datetime dateTime, string sourceTimeZoneId, string destinationTimeZoneId -> datetime",
        static=True,
    )
    @staticmethod
    def convert_by_names(date: DateTime, source: str, target: str) -> DateTime:
        """Convert a date between two zones given by name."""
        return TimeZoneInfo.convert_between(date, TimeZoneInfo.find(source), TimeZoneInfo.find(target))


def _rules(name: str) -> calendar.tzinfo | None:
    try:
        return zoneinfo.ZoneInfo(name)
    except (ValueError, OSError, zoneinfo.ZoneInfoNotFoundError):
        return None


def _spelling(identifier: str) -> str:
    """Return the database's spelling of a zone name, matched without case."""
    lowered = identifier.lower()
    return next((name for name in zoneinfo.available_timezones() if name.lower() == lowered), identifier)


def _moment(utc_ticks: int) -> calendar.datetime:
    seconds, rest = divmod(utc_ticks - EPOCH, TICKS["Second"])
    start = calendar.datetime(1970, 1, 1, tzinfo=calendar.UTC)
    return start + calendar.timedelta(seconds=seconds, microseconds=rest // 10)


def _ticks_of(offset: calendar.timedelta | None) -> int:
    return 0 if offset is None else round(offset.total_seconds()) * TICKS["Second"]


@lru_cache(maxsize=1)
def _local() -> TimeZoneInfo:
    """Return the local zone: named by TZ or /etc/localtime, else the operating system's rules and name."""
    names = [os.environ.get("TZ", "").removeprefix(":")]
    path = os.path.realpath("/etc/localtime")
    names.append(path.partition("zoneinfo/")[2])
    for name in filter(None, names):
        try:
            found = TimeZoneInfo.find(name)
        except TimeZoneNotFoundException:
            continue
        return TimeZoneInfo(name, found.rules)
    if not time.timezone and not time.daylight:
        return TimeZoneInfo.utc()
    return TimeZoneInfo(time.tzname[0], None)


@clr_class("System.TimeZone")
class TimeZone:
    """The older class System.TimeZone, which has only the local zone."""

    @clr_property("CurrentTimeZone", "System.TimeZone", static=True)
    @staticmethod
    def current() -> TimeZone:
        """Return the local zone."""
        return TimeZone()

    @clr_property("StandardName", "string")
    def standard_name(self) -> str:
        """Return the name of standard time."""
        return _local().standard_name()

    @clr_property("DaylightName", "string")
    def daylight_name(self) -> str:
        """Return the name of daylight saving time."""
        return _local().daylight_name()

    @clr_method("GetUtcOffset", "datetime time -> timespan")
    def get_utc_offset(self, date: DateTime) -> TimeSpan:
        """Return the offset from UTC, zero for a UTC date."""
        return TimeSpan(0) if date.kind_number == UTC else _local().get_utc_offset(date)

    @clr_method("IsDaylightSavingTime", "datetime time -> bool")
    def is_daylight(self, date: DateTime) -> bool:
        """Return True for a date in daylight saving time."""
        return date.kind_number != UTC and _local().is_daylight(date)

    @clr_method("ToUniversalTime", "datetime time -> datetime")
    def to_universal_time(self, date: DateTime) -> DateTime:
        """Convert a date to UTC."""
        return date if date.kind_number == UTC else DateTime(date.ticks - self.get_utc_offset(date).ticks, UTC)

    @clr_method("ToLocalTime", "datetime time -> datetime")
    def to_local_time(self, date: DateTime) -> DateTime:
        """Convert a date to local time."""
        return date if date.kind_number == LOCAL else DateTime(date.ticks, UTC).to_local_time()
