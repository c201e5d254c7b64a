"""The Sender Id agent: whether a client may send for whom the header makes responsible."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from organization.dns.sender_id import MALFORMED, MISSING_PRA, NO_DOMAIN, SenderIdResult, check_sender_id
from organization.dns.spf import SpfResult
from organization.dns.zone import Zone
from organization.objects.antispam import SenderIdAction, SenderIdConfig
from organization.values.enums import member_text

from ..replies import Reply
from .item import Fate
from .names import SENDER_ID
from .scope import Scope, enabled, folded

if TYPE_CHECKING:
    from organization.store import Organization
    from organization.values.address import SmtpDomainWithSubdomains

    from ..headers import Header
    from .item import MailItem

_TEXTS = {MALFORMED: "Malformed Domain", NO_DOMAIN: "Domain Does Not Exist"}
"""RFC 4406, 5.2."""
_MISSING = Reply("550 5.7.1 Missing purported responsible address")
_UNAVAILABLE = Reply("450 4.4.3 Sender ID check is temporarily unavailable")

_COMMENTS = {
    SpfResult.Pass: "domain of {address} designates {ip} as permitted sender",
    SpfResult.Neutral: "{ip} is neither permitted nor denied by domain of {address}",
    SpfResult.SoftFail: "domain of transitioning {address} discourages use of {ip} as permitted sender",
    SpfResult.Fail: "domain of {address} does not designate {ip} as permitted sender",
    SpfResult.None_: "{address} does not designate permitted sender hosts",
    SpfResult.TempError: "error in processing during lookup of {address}: DNS Timeout",
    SpfResult.PermError: "domain of {address} used an invalid SPF mechanism",
}
"""What Received-SPF says in its parentheses."""


@dataclass(frozen=True, slots=True)
class SenderId:
    """The check and what follows from it."""

    scope: Scope
    zone: Zone
    when_spoofed: SenderIdAction
    when_unknown: SenderIdAction
    """Where DNS gives no answer."""
    bypassed_recipients: frozenset[str]
    bypassed_domains: tuple[SmtpDomainWithSubdomains, ...]

    @classmethod
    def of(cls, organization: Organization) -> SenderId | None:
        """As it is set; None where it is off."""
        config = enabled(organization, SenderIdConfig)
        if config is None:
            return None
        return cls(
            Scope.of(config),
            Zone.of(organization),
            config.spoofed_domain_action,
            config.temp_error_action,
            folded(config.bypassed_recipients),
            config.bypassed_sender_domains,
        )

    def judge_header(self, item: MailItem) -> None:
        """Check a message; stamp the outcome, or reject or delete the message."""
        session = item.session
        if not self.scope.covers(session):
            return
        server_context = session.server_context
        fields = header_fields(item.header)
        receiver, moment = server_context.server_fqdn, int(server_context.time())
        result = check_sender_id(self.zone, item.origin, fields, session.hello, receiver, moment)
        if any(domain.matches(result.domain) for domain in self.bypassed_domains if result.domain):
            return
        item.sender_id = result
        self._stamp(item, result)
        action = {SpfResult.Fail: self.when_spoofed, SpfResult.TempError: self.when_unknown}.get(result.status)
        if action is not None and action is not SenderIdAction.StampStatus:
            self._act(item, result, action)

    def _stamp(self, item: MailItem, result: SenderIdResult) -> None:
        status = member_text(result.status)
        if result.address:
            item.fields.append(f"X-MS-Exchange-Organization-PRD: {result.domain}")
        item.fields.append(f"X-MS-Exchange-Organization-SenderIdResult: {status}")
        if result.address:
            item.fields.append(received_spf(item, result))
        item.report.append(f"SID:SenderIDStatus {status}")

    def _act(self, item: MailItem, result: SenderIdResult, action: SenderIdAction) -> None:
        table = item.session.server_context.recipients
        concerned = [
            each
            for each in item.remaining
            if each.address.casefold() not in self.bypassed_recipients and not table.bypasses_agents(each.address)
        ]
        reason = result.reason or member_text(result.status)
        if action is SenderIdAction.Delete:
            item.lose(concerned, Fate.DELETED, SENDER_ID, None, reason, result.domain)
        else:
            item.lose(concerned, Fate.REJECTED, SENDER_ID, _reply(result), reason, result.domain)


def _reply(result: SenderIdResult) -> Reply:
    if result.status is SpfResult.TempError:
        return _UNAVAILABLE
    if result.reason == MISSING_PRA:
        return _MISSING
    explanation = f" - {result.explanation}" if result.explanation.isprintable() and result.explanation else ""
    return Reply(f"550 5.7.1 Sender ID (PRA) {_TEXTS.get(result.reason, 'Not Permitted')}{explanation}")


def header_fields(header: Header) -> Iterator[tuple[str, str]]:
    """The fields of a header in their order: the names in lower case, the values in one line."""
    for line in _unfolded(header.raw.decode("utf-8", "replace")):
        name, colon, value = line.partition(":")
        if colon:
            yield name.strip().lower(), value.strip()


def _unfolded(text: str) -> list[str]:
    lines: list[list[str]] = []
    for line in text.replace("\r\n", "\n").split("\n"):
        if line[:1] in (" ", "\t") and lines:
            lines[-1].append(line.strip())
        else:
            lines.append([line])
    return [" ".join(parts) for parts in lines]


def received_spf(item: MailItem, result: SenderIdResult) -> str:
    """The field that tells of the check (RFC 7208, 9.1), in Exchange's words."""
    session = item.session
    server, ip = session.server_context.server_fqdn, str(item.origin)
    comment = _COMMENTS[result.status].format(address=result.address, ip=ip)
    field = f"Received-SPF: {member_text(result.status)} ({server}: {comment})"
    if result.status is SpfResult.None_:
        return field
    hello = f" helo={session.hello};" if session.hello else ""
    return f"{field} receiver={server}; client-ip={ip};{hello}"
