"""Whether a client may send for a domain, by the domain's SPF record (RFC 7208) in the lab's DNS."""

from __future__ import annotations

import re
from collections.abc import Sequence
from ipaddress import IPv6Address, ip_network
from typing import TYPE_CHECKING, Final, NamedTuple

from ..values.enums import Choice
from .spf_macros import Macros
from .spf_record import BadRecord, Mechanism, SpfRecord, parse_record
from .zone import DnsFailure, Zone

if TYPE_CHECKING:
    from ..values.network import IPAddress

MOST_LOOKUPS: Final = 10
"""Terms that make queries, in all records together (4.6.4)."""
MOST_VOID_LOOKUPS: Final = 2
MOST_HOSTS: Final = 10
"""Names that an `mx` or `ptr` leads to."""


class SpfResult(Choice):
    """The outcomes of an evaluation, with the numbers that Exchange has for them."""

    Pass = 1
    Neutral = 2
    SoftFail = 3
    Fail = 4
    None_ = 5
    TempError = 6
    PermError = 7


class Verdict(NamedTuple):
    """An outcome, and the text by which the domain explains a failure."""

    result: SpfResult
    explanation: str = ""


_RESULTS = {"+": SpfResult.Pass, "-": SpfResult.Fail, "~": SpfResult.SoftFail, "?": SpfResult.Neutral}
_LABELS = re.compile(r"[^.]{1,63}(?:\.[^.]{1,63})+")
MAIL_FROM: Final = ("v=spf1",)
PRA: Final = ("spf2.0/pra", "v=spf1")
"""The versions of records that count, the better ones first. Those of Sender ID name their scopes (RFC 4406, 3.1)."""


def check_host(
    zone: Zone,
    address: IPAddress,
    domain: str,
    sender: str,
    hello: str = "",
    receiver: str = "unknown",
    versions: Sequence[str] = MAIL_FROM,
    moment: int = 0,
) -> Verdict:
    """Whether `address` may send as `sender`, by the record of `domain`."""
    if isinstance(address, IPv6Address) and address.ipv4_mapped is not None:
        address = address.ipv4_mapped
    if not _is_domain(domain):
        return Verdict(SpfResult.None_)
    if "@" not in sender:
        sender = f"postmaster@{sender or domain}"
    elif sender.startswith("@"):
        sender = f"postmaster{sender}"
    evaluation = _Evaluation(zone, address, sender, hello, receiver, versions, moment)
    try:
        return evaluation.check(domain)
    except DnsFailure:
        return Verdict(SpfResult.TempError)
    except BadRecord as error:
        return Verdict(SpfResult.PermError, str(error))


def _is_domain(text: str) -> bool:
    return len(text) <= 253 and _LABELS.fullmatch(text.removesuffix(".")) is not None


class _Evaluation:
    """One check with everything that it leads to."""

    def __init__(
        self,
        zone: Zone,
        address: IPAddress,
        sender: str,
        hello: str,
        receiver: str,
        versions: Sequence[str],
        moment: int,
    ) -> None:
        self._zone = zone
        self._address = address
        self._versions = versions
        self._macros = Macros(sender, address, hello, receiver, self._validated_name, moment)
        self._lookups = 0
        self._void = 0

    def check(self, domain: str, *, explains: bool = True) -> Verdict:
        """The outcome for a domain. Raises DnsFailure and BadRecord."""
        record = self._record_of(domain)
        if record is None:
            return Verdict(SpfResult.None_)
        for mechanism in record.mechanisms:
            if self._matches(mechanism, domain):
                result = _RESULTS[mechanism.qualifier]
                if result is SpfResult.Fail and explains and record.explanation is not None:
                    return Verdict(result, self._explanation(record.explanation, domain))
                return Verdict(result)
        if record.redirect is None:
            return Verdict(SpfResult.Neutral)
        self._count_lookup()
        target = self._macros.domain(record.redirect, domain)
        verdict = self.check(target, explains=explains) if _is_domain(target) else Verdict(SpfResult.None_)
        if verdict.result is SpfResult.None_:
            raise BadRecord(f"'{target}', to which '{domain}' redirects, has no record.")
        return verdict

    def _record_of(self, domain: str) -> SpfRecord | None:
        texts = self._zone.texts(domain)
        for version in self._versions:
            found = [terms for terms in (_terms(text, version) for text in texts) if terms is not None]
            if len(found) > 1:
                raise BadRecord(f"'{domain}' has more than one record.")
            if found:
                if not found[0].isascii():
                    raise BadRecord(f"The record of '{domain}' is not in ASCII.")
                return parse_record(found[0])
        return None

    def _matches(self, mechanism: Mechanism, current: str) -> bool:
        if mechanism.name == "all":
            return True
        if mechanism.network is not None:
            return self._address in mechanism.network
        self._count_lookup()
        target = self._macros.domain(mechanism.domain, current) if mechanism.domain else current
        if mechanism.name == "include":
            return self._includes(target)
        if mechanism.name == "ptr":
            return any(_is_below(name, target) for name in self._validated_names())
        if not _is_domain(target):
            return False
        if mechanism.name == "exists":
            return bool(self._addresses(target, version=4))
        hosts = self._mail_hosts(target) if mechanism.name == "mx" else [target]
        prefix = mechanism.prefix4 if self._address.version == 4 else mechanism.prefix6
        counts = mechanism.name == "a"
        return any(
            self._address in ip_network(f"{found}/{prefix}", strict=False)
            for host in hosts
            for found in self._addresses(host, self._address.version, counts=counts)
        )

    def _includes(self, target: str) -> bool:
        verdict = self.check(target, explains=False) if _is_domain(target) else Verdict(SpfResult.None_)
        if verdict.result is SpfResult.None_:
            raise BadRecord(f"'{target}', which is included, has no record.")
        return verdict.result is SpfResult.Pass

    def _count_lookup(self) -> None:
        self._lookups += 1
        if self._lookups > MOST_LOOKUPS:
            raise BadRecord(f"The record needs more than {MOST_LOOKUPS} lookups.")

    def _count_void(self) -> None:
        self._void += 1
        if self._void > MOST_VOID_LOOKUPS:
            raise BadRecord(f"More than {MOST_VOID_LOOKUPS} lookups find nothing.")

    def _addresses(self, name: str, version: int, *, counts: bool = True) -> list[IPAddress]:
        found = self._zone.addresses(name, version) if _is_domain(name) else []
        if not found and counts:
            self._count_void()
        return found

    def _mail_hosts(self, domain: str) -> list[str]:
        hosts = self._zone.mail_hosts(domain)
        if not hosts:
            self._count_void()
        if len(hosts) > MOST_HOSTS:
            raise BadRecord(f"'{domain}' has more than {MOST_HOSTS} mail hosts.")
        return hosts

    def _validated_names(self) -> list[str]:
        """The client's names whose own addresses hold the client's. What cannot be looked up is not one (5.5)."""
        try:
            names = self._zone.names_of(self._address)
        except DnsFailure:
            return []
        if not names:
            self._count_void()
        return [name for name in names[:MOST_HOSTS] if self._leads_back(name)]

    def _leads_back(self, name: str) -> bool:
        try:
            return self._address in self._zone.addresses(name, self._address.version)
        except DnsFailure:
            return False

    def _validated_name(self, wanted: str) -> str:
        names = self._validated_names()
        below = [name for name in names if _is_below(name, wanted)]
        same = [name for name in below if name.casefold() == wanted.casefold()]
        return next(iter([*same, *below, *names]), "unknown")

    def _explanation(self, spec: str, current: str) -> str:
        """What the domain says to whom it refuses; nothing where that cannot be found (6.2)."""
        target = self._macros.domain(spec, current)
        try:
            texts = self._zone.texts(target) if _is_domain(target) else []
            if len(texts) != 1 or not texts[0].isascii():
                return ""
            return self._macros.expand(texts[0], current) if _EXPLANATION.fullmatch(texts[0]) else ""
        except (DnsFailure, BadRecord):
            return ""


_EXPLANATION = re.compile(r"(?:[^%]|%(?:\{[slodiphcrtv](?!0+[^\d])\d*r?[.\-+,/_=]*\}|%|_|-))*", re.I)


def _terms(text: str, version: str) -> str | None:
    """What a record says behind its version; None for a text that is no record of this version."""
    head, _, rest = text.partition(" ")
    if "/" not in version:
        return rest if head.lower() == version else None
    own, _, scopes = head.lower().partition("/")
    wanted, _, scope = version.partition("/")
    return rest if own == wanted and scope in scopes.split(",") else None


def _is_below(name: str, domain: str) -> bool:
    own, wanted = name.casefold().removesuffix("."), domain.casefold().removesuffix(".")
    return own == wanted or own.endswith(f".{wanted}")
