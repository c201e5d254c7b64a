"""Timestamps in the server's formats: local time in banners and headers, UTC in logs."""

from __future__ import annotations

import time
from functools import lru_cache

TICKS_BEFORE_1970 = 621_355_968_000_000_000
"""Ticks of 100 ns between the year 1 and 1970: session ids are times in .NET's ticks."""

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@lru_cache(maxsize=4)
def _header_date(second: int) -> str:
    local = time.localtime(second)
    offset = local.tm_gmtoff // 60
    sign, hours, minutes = "-" if offset < 0 else "+", abs(offset) // 60, abs(offset) % 60
    return (
        f"{_DAYS[local.tm_wday]}, {local.tm_mday} {_MONTHS[local.tm_mon - 1]} {local.tm_year} "
        f"{local.tm_hour:02}:{local.tm_min:02}:{local.tm_sec:02} {sign}{hours:02}{minutes:02}"
    )


@lru_cache(maxsize=4)
def _log_second(second: int) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(second))


def header_date(moment: float) -> str:
    """`Tue, 12 Feb 2008 10:10:58 -0500`, without a leading zero at the day. `moment` is in seconds since 1970."""
    return _header_date(int(moment))


def log_date(moment: float) -> str:
    """Return a time in the format `2008-02-12T15:10:58.101Z`."""
    second, milliseconds = divmod(round(moment * 1000), 1000)
    return f"{_log_second(second)}.{milliseconds:03}Z"


def span_text(seconds: float) -> str:
    """A span as the protocol log writes it: `0.00:00:05`, with milliseconds where there are any."""
    whole, milliseconds = divmod(round(seconds * 1000), 1000)
    minutes, second = divmod(whole, 60)
    hours, minute = divmod(minutes, 60)
    days, hour = divmod(hours, 24)
    return f"{days}.{hour:02}:{minute:02}:{second:02}" + (f".{milliseconds:03}" if milliseconds else "")
