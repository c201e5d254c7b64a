"""Settings of delivery reports: of each server in 2007, of the whole organization since 2010."""

from __future__ import annotations

from typing import Any

from ..properties import prop
from ..values.address import SmtpAddress, SmtpDomain
from ..values.size import ByteQuantifiedSize

_IN_2007: Any = {"until": "2007"}
_LATER: Any = {"since": "2010"}
_KEPT = "Kept without effect: reports are in English."


def delay_reports(whom: str, *, server: bool = False) -> Any:
    """Whether senders inside or outside learn of delays."""
    return prop(bool, default=True, help=f"Senders {whom} learn that a message is late.", **_life(server))


def report_language(where: str, *, server: bool = False) -> Any:
    """The language of reports where none is detected."""
    text = f"The language of reports to the {where}, such as en-US; $null for the server's. {_KEPT}"
    return prop(str, default=None, help=text, **_life(server))


def language_detection(where: str, *, server: bool = False) -> Any:
    """Whether reports follow the language of the message."""
    text = f"Reports to the {where} are in the language of the message. {_KEPT}"
    return prop(bool, default=True, help=text, **_life(server))


def largest_returned(where: str, *, server: bool = False) -> Any:
    """The largest message that comes back whole."""
    text = f"The largest message returned whole with a report to the {where}."
    return prop(ByteQuantifiedSize, default="10MB", between=("0B", 2**31 - 1), help=text, **_life(server))


def reporting_authority(where: str, *, server: bool = False) -> Any:
    """The domain that reports name as their origin."""
    text = f"The domain that reports to the {where} name as their origin."
    return prop(SmtpDomain, default=None, help=text, **_life(server))


def html_reports(where: str, *, server: bool = False) -> Any:
    """Whether reports have a part in HTML."""
    return prop(bool, default=True, help=f"Reports to the {where} are in HTML, not plain text.", **_life(server))


def postmaster(*, server: bool = False) -> Any:
    """The sender of reports to the outside."""
    return prop(SmtpAddress, default=None, help="The sender of reports that leave the organization.", **_life(server))


def _life(server: bool) -> Any:
    return _IN_2007 if server else _LATER
