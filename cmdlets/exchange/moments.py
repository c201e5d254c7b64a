"""Conversion of timestamps: the server's records hold seconds since 1970 (UTC), scripts hold local time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from shell.dotnet.time.datetime import UNSPECIFIED, DateTime

_UTC_KIND = 1


def local_moment(seconds: float | None) -> Any:
    """Return a timestamp in local time, as scripts have it; None where there is none."""
    if seconds is None:
        return None
    return DateTime.of_python(datetime.fromtimestamp(seconds), UNSPECIFIED)


def as_datetime(moment: Any) -> datetime:
    """Return a script's date and time without its zone."""
    return datetime(1, 1, 1) + timedelta(microseconds=moment.ticks // 10)


def seconds_of(moment: Any) -> float | None:
    """Return a script's date and time in seconds since 1970; None where none was given."""
    if moment is None:
        return None
    naive = as_datetime(moment)
    utc = naive.replace(tzinfo=UTC)
    if moment.kind_number == _UTC_KIND:
        return utc.timestamp()
    try:
        return naive.astimezone().timestamp()
    except (
        OSError,
        OverflowError,
        ValueError,
    ):  # too close to year 1 or 9999 to convert between time zones; no record is that old or new
        return utc.timestamp()
