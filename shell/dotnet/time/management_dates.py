"""System.Management.ManagementDateTimeConverter: dates in DMTF format, `20240131083000.500000+060`."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

from shell.lazy import lazy
from shell.types import OBJECT, ClrType, named, register
from shell.types.conversion.conversion import convert
from shell.types.registry.checks import out_of_range
from shell.types.registry.declarations import add_methods
from shell.values.objects import Value

if TYPE_CHECKING:
    from shell.types.members import access
else:
    access = lazy("shell.types.members.access", globals())


def dmtf(moment: datetime) -> str:
    """Return a local time in DMTF format: `20240131083000.500000+060`, the offset in minutes."""
    local = moment.astimezone()
    offset = local.utcoffset()
    minutes = int(offset.total_seconds()) // 60 if offset is not None else 0
    return f"{local:%Y%m%d%H%M%S}.{local.microsecond:06d}{minutes:+04d}"


def local_date(moment: datetime) -> Value:
    """Return a timestamp as a local DateTime."""
    return convert(moment.astimezone().strftime("%Y-%m-%dT%H:%M:%S.%f"), named("System.DateTime"))


def to_date_time(text: str) -> Value:
    """Parse a DMTF date to a local DateTime; raises ArgumentOutOfRangeException."""
    found = re.fullmatch(r"(\d{14})\.(\d{6})([+-])(\d{3})", text or "")
    if found is None:
        raise out_of_range("dmtfDate", actual=text or "")
    digits, micros, sign, minutes = found.groups()
    moment = datetime.strptime(digits + micros, "%Y%m%d%H%M%S%f")
    zone = timedelta(minutes=int(minutes) * (-1 if sign == "-" else 1))
    return local_date(moment.replace(tzinfo=timezone(zone)))


def dmtf_of(date: Any) -> str:
    """Return a DateTime in DMTF format."""
    return dmtf(datetime.fromisoformat(str(access.call_method(date, "ToString", ["yyyy-MM-ddTHH:mm:ss.ffffff"], None))))


add_methods(
    register(ClrType("System.Management.ManagementDateTimeConverter", OBJECT, is_abstract=True)),
    (
        ("ToDateTime", "string dmtfDate -> datetime", to_date_time),
        ("ToDmtfDateTime", "datetime date -> string", dmtf_of),
    ),
    static=True,
)

__all__ = ["dmtf", "dmtf_of", "local_date", "to_date_time"]
