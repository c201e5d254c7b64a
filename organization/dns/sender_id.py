"""Sender ID (RFC 4406): who is responsible for a message by its header, and whether the client may send for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from ..mime.addresses import without_comments
from .spf import PRA, SpfResult, check_host
from .zone import DnsFailure, Zone

if TYPE_CHECKING:
    from ..values.network import IPAddress

Field = tuple[str, str]
"""A field of a header: its name in lower case and its value in one line."""

_ANGLE = re.compile(r"[^<>@,;]*<([^<>\x00-\x20]+@[^<>\x00-\x20@]+)>\s*")
_BARE = re.compile(r"\s*([^<>,;:\x00-\x20]+@[^<>,;:\x00-\x20@]+)\s*")

NOT_PERMITTED = "NotPermitted"
MALFORMED = "MalformedDomain"
NO_DOMAIN = "DomainDoesNotExist"
MISSING_PRA = "MissingPRA"


class SenderIdResult(NamedTuple):
    """What the check has found."""

    status: SpfResult
    reason: str = ""
    """Why it is Fail."""
    explanation: str = ""
    """The domain's own words, or what is wrong with its record."""
    address: str = ""
    """The purported responsible address; empty where there is none."""

    @property
    def domain(self) -> str:
        """The purported responsible domain."""
        return self.address.rpartition("@")[2]


def responsible_address(fields: Iterable[Field]) -> str | None:
    """The purported responsible address (RFC 4407, 2): by Resent-Sender, Resent-From, Sender or From; None for none."""
    filled = [(name, value) for name, value in fields if value.strip() or name in _TRACE]
    chosen = _resent_sender(filled) or next(_values(filled, "resent-from"), None)
    if chosen is None:
        for name in ("sender", "from"):
            found = list(_values(filled, name))
            if len(found) > 1:
                return None
            if found:
                chosen = found[0]
                break
    return _single_address(chosen) if chosen is not None else None


_TRACE = ("received", "return-path")


def _resent_sender(fields: list[Field]) -> str | None:
    """The first Resent-Sender, unless it is of an earlier resending than the Resent-From above it."""
    resent_from_above = trace_between = False
    for name, value in fields:
        if name == "resent-sender":
            return None if resent_from_above and trace_between else value
        if name == "resent-from":
            resent_from_above = True
        elif name in _TRACE and resent_from_above:
            trace_between = True
    return None


def _values(fields: list[Field], name: str) -> Iterator[str]:
    return (value for each, value in fields if each == name)


def _single_address(value: str) -> str | None:
    """The address in a field that holds one; None where it holds several, or is malformed."""
    found = _BARE.fullmatch(without_comments(value))
    if found is None:
        found = _ANGLE.fullmatch(without_comments(value, quoted=lambda text: " "))
    return found[1] if found is not None else None


def check_sender_id(
    zone: Zone, address: IPAddress, fields: Iterable[Field], hello: str = "", receiver: str = "unknown", moment: int = 0
) -> SenderIdResult:
    """Whether a client may send a message with this header."""
    responsible = responsible_address(fields)
    if responsible is None:
        return SenderIdResult(SpfResult.Fail, MISSING_PRA)
    return check_domain(zone, address, responsible, hello, receiver, moment)


def check_domain(
    zone: Zone, address: IPAddress, responsible: str, hello: str = "", receiver: str = "unknown", moment: int = 0
) -> SenderIdResult:
    """Whether a client may send for a responsible address. A domain that does not exist has nobody who may (4.3)."""
    domain = responsible.rpartition("@")[2]
    if domain.startswith("[") or not _is_name(domain):
        return SenderIdResult(SpfResult.Fail, MALFORMED, address=responsible)
    try:
        if not zone.exists(domain):
            return SenderIdResult(SpfResult.Fail, NO_DOMAIN, address=responsible)
    except DnsFailure:
        return SenderIdResult(SpfResult.TempError, address=responsible)
    verdict = check_host(zone, address, domain, responsible, hello, receiver, PRA, moment)
    reason = NOT_PERMITTED if verdict.result is SpfResult.Fail else ""
    return SenderIdResult(verdict.result, reason, verdict.explanation, responsible)


def _is_name(domain: str) -> bool:
    return len(domain) <= 253 and all(0 < len(label) <= 63 for label in domain.split("."))
