"""Resolution of an accepted message's recipients to mailboxes, and the reasons for non-delivery."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING
from uuid import UUID

from organization.objects.contacts import MailContact, MailUser
from organization.objects.distribution_group import DistributionGroup
from organization.objects.dynamic_group import DynamicDistributionGroup, members_of
from organization.objects.mailbox import Mailbox
from organization.objects.recipient import Recipient as DirectoryRecipient
from organization.objects.transport_config import TransportConfigContainer

from .encapsulated import legacy_name

if TYPE_CHECKING:
    from organization.directory import DirectoryObject
    from organization.names import ADObjectId
    from organization.store import Organization
    from organization.values.size import ByteQuantifiedSize
    from organization.values.unlimited import Unlimited

    from .recipients import RecipientTable
    from .transaction import Recipient, Submission

MOST_STRAIGHT = 10_000
"""Maximum number of cached mailboxes that accept all mail."""

HasRoom = Callable[[Mailbox, int], bool]
"""Whether a mailbox has room for a number of octets."""

NO_ROUTE = "A matching connector cannot be found to route the external recipient"

AUTH_REQUIRED = "550 5.7.1 RESOLVER.RST.AuthRequired; authentication required"
NOT_AUTHORIZED = "550 5.7.1 RESOLVER.RST.NotAuthorized; not authorized"
TOO_MANY_RECIPIENTS = "550 5.5.3 RESOLVER.ADR.RecipLimit; too many recipients"
TOO_LARGE_FOR_SENDER = "550 5.2.3 RESOLVER.RST.SendSizeLimit.Sender; message too large for this sender"
TOO_LARGE_FOR_ORGANIZATION = "550 5.2.3 RESOLVER.RST.SendSizeLimit.Org; message too large for this organization"
TOO_LARGE = "550 5.2.3 RESOLVER.RST.RecipSizeLimit; message too large for this recipient"
MAILBOX_FULL = "550 5.2.2 STOREDRV.Deliver; mailbox full"
UNKNOWN_NAME = "550 5.1.1 RESOLVER.ADR.ExRecipNotFound; not found"
LOOP = "550 5.4.6 RESOLVER.FWD.Loop; there is a forwarding loop configured in the directory"


@dataclass(frozen=True, slots=True)
class Failure:
    """A failed recipient, with the reply that the DSN quotes (`550 5.1.1 ...`)."""

    recipient: Recipient
    text: str

    @property
    def status(self) -> str:
        """The enhanced status code (RFC 3463)."""
        return self.text.split(" ", 2)[1]


class Plan:
    """The result of resolving a message's recipients."""

    __slots__ = ("expanded", "expansions", "external", "failures", "forwards", "mailboxes")

    def __init__(self) -> None:
        self.mailboxes: dict[UUID, Recipient] = {}
        """Mailbox -> the envelope recipient that led to it; each mailbox gets one copy."""
        self.external: list[tuple[Recipient, str]] = []
        """Recipients elsewhere, each with the address to send to."""
        self.failures: list[Failure] = []
        self.expansions: list[tuple[str, list[str]]] = []
        """Expanded groups, each with the addresses of its members."""
        self.expanded: list[Recipient] = []
        """Groups whose members' DSNs do not go to the sender."""
        self.forwards: list[tuple[str, str]] = []
        """Mailboxes that forward, each with the address that they forward to."""


@dataclass(frozen=True, slots=True)
class OrganizationLimits:
    """The organization's limits (Set-TransportConfig), in octets and recipients; None is unlimited."""

    receive_size: int | None = None
    send_size: int | None = None
    recipients: int | None = None

    @classmethod
    def of(cls, organization: Organization) -> OrganizationLimits:
        """Return the current limits."""
        for config in organization.all(TransportConfigContainer):
            return cls(
                octets(config.max_receive_size),
                octets(config.max_send_size),
                None if config.max_recipient_envelope_limit.is_unlimited else config.max_recipient_envelope_limit.value,
            )
        return cls()


def octets(limit: Unlimited[ByteQuantifiedSize]) -> int | None:
    """Return a size limit in octets; None if unlimited."""
    return None if limit.is_unlimited else limit.value.to_bytes()


def _exceeds(amount: int, limit: int | None) -> bool:
    return limit is not None and amount > limit


class Resolver:
    """Resolves each recipient in the directory's present state."""

    def __init__(self, organization: Organization, table: RecipientTable, limits: OrganizationLimits) -> None:
        self._organization = organization
        self.table = table
        self._limits = limits
        self._straight: dict[int, tuple[Mailbox, float]] = {}
        """Mailboxes that take whatever is not too large, by what they are as objects: one that changes is another.
        Each with the octets of the largest message that the organization and it take.
        """

    def straight(self, submission: Submission) -> Mailbox | None:
        """The mailbox of a message from outside that goes to this one recipient and has nothing else to fear; None for
        all other messages, which need a plan.
        """
        recipients = submission.recipients
        if len(recipients) != 1 or submission.internal or not submission.sender or "SUCCESS" in recipients[0].notify:
            return None
        found = self.table.find(recipients[0].address)
        known = self._straight.get(id(found))
        if known is None or known[0] is not found:
            known = self._judge(found)
            if known is None:
                return None
        return known[0] if submission.size <= known[1] else None

    def _judge(self, found: DirectoryObject | None) -> tuple[Mailbox, float] | None:
        """What is known of a mailbox from now on, where it is as simple as that."""
        if (
            not isinstance(found, Mailbox)
            or found.forwarding_address is not None
            or found.forwarding_smtp_address is not None
            or found.require_sender_authentication_enabled
            or found.accept_messages_only_from
            or found.accept_messages_only_from_dl_members
            or found.reject_messages_from
            or found.reject_messages_from_dl_members
            or _exceeds(1, self._limits.recipients)
        ):
            return None
        limits = (octets(found.max_receive_size), self._limits.receive_size, self._limits.send_size)
        if len(self._straight) >= MOST_STRAIGHT:
            self._straight.clear()
        known = (found, min([limit for limit in limits if limit is not None], default=inf))
        self._straight[id(found)] = known
        return known

    def plan(self, submission: Submission, has_room: HasRoom) -> Plan:
        """Resolve the recipients of a message."""
        plan = Plan()
        refusal = self._refusal(submission)
        if refusal is not None:
            plan.failures = [Failure(recipient, refusal) for recipient in submission.recipients]
            return plan
        resolution = _Resolution(self._organization, self.table, self._limits, plan, submission, has_room)
        for recipient in submission.recipients:
            found = self.table.find(recipient.address)
            if isinstance(found, DirectoryRecipient):
                resolution.visit(recipient, found)
            else:
                self._resolve_unknown(plan, recipient)
        if plan.failures and any(failure.recipient.alternate for failure in plan.failures):
            self._go_elsewhere(plan, resolution)
        return plan

    def _go_elsewhere(self, plan: Plan, resolution: _Resolution) -> None:
        """Redirect a failed recipient's message to the originator-requested alternate recipient (ORAR)."""
        failures, plan.failures = plan.failures, []
        for failure in failures:
            alternate = failure.recipient.alternate
            if not alternate:
                plan.failures.append(failure)
                continue
            plan.forwards.append((failure.recipient.address, alternate))
            recipient = failure.recipient._replace(address=alternate, alternate="")
            found = self.table.find(alternate)
            if isinstance(found, DirectoryRecipient):
                resolution.visit(recipient, found)
            else:
                self._resolve_unknown(plan, recipient)

    def _refusal(self, submission: Submission) -> str | None:
        """Return the refusal by the limits of the organization and the sender; None if there is none. DSNs have no size
        limit.
        """
        sender = self.table.find(submission.sender) if submission.internal and submission.sender else None
        own = sender if isinstance(sender, Mailbox) else None
        most = self._limits.recipients
        if own is not None and not own.recipient_limits.is_unlimited:
            most = own.recipient_limits.value
        if _exceeds(len(submission.recipients), most):
            return TOO_MANY_RECIPIENTS
        if not submission.sender:
            return None
        if own is not None and not own.max_send_size.is_unlimited:
            return TOO_LARGE_FOR_SENDER if own.max_send_size.exceeded_by(submission.size) else None
        return TOO_LARGE_FOR_ORGANIZATION if _exceeds(submission.size, self._limits.send_size) else None

    def _resolve_unknown(self, plan: Plan, recipient: Recipient) -> None:
        if self.table.is_authoritative(recipient.address.rpartition("@")[2]):
            text = self._organization.profile.replies.unknown_recipient_report
            plan.failures.append(Failure(recipient, UNKNOWN_NAME if legacy_name(recipient.address) else text))
        else:
            plan.external.append((recipient, recipient.address))


class _Resolution:
    """The resolution of one message."""

    __slots__ = ("_failed", "has_room", "limits", "organization", "plan", "seen", "submission", "table")

    def __init__(
        self,
        organization: Organization,
        table: RecipientTable,
        limits: OrganizationLimits,
        plan: Plan,
        submission: Submission,
        has_room: HasRoom,
    ) -> None:
        self.organization = organization
        self.table = table
        self.limits = limits
        self.plan = plan
        self.submission = submission
        self.has_room = has_room
        self.seen: set[UUID] = set()
        """Groups and forwarding mailboxes that were passed."""
        self._failed: set[Failure] = set()

    def visit(self, recipient: Recipient, found: DirectoryRecipient) -> None:
        """Add the deliveries that follow from `found`, to which an envelope recipient led."""
        refusal = self._refusal(found)
        if refusal is not None:
            self._fail(recipient, found, refusal)
        elif isinstance(found, Mailbox) and found.forwarding_address is None and found.forwarding_smtp_address is None:
            self._put(recipient, found)
        elif found.guid not in self.seen:
            self.seen.add(found.guid)
            self._follow(recipient, found)

    def _follow(self, recipient: Recipient, found: DirectoryRecipient) -> None:
        """Resolve the members of a group, or the target of a forwarding mailbox."""
        if isinstance(found, DistributionGroup | DynamicDistributionGroup):
            members = list(members_of(found, self.organization))
            address = address_of(found, recipient)
            self.plan.expansions.append((address, [primary_address(member) for member in members]))
            below = self._reported_for(recipient, found, address)
            for member in members:
                self.visit(below, member)
        elif isinstance(found, Mailbox):
            self._forward(recipient, found)
        elif isinstance(found, MailContact | MailUser):
            self._send_on(recipient, found.external_email_address.address)
        else:
            self._fail(recipient, found, self.organization.profile.replies.unknown_recipient_report)

    def _send_on(self, recipient: Recipient, address: str) -> None:
        """Send to an address that a recipient of the envelope has led to: of another recipient, or elsewhere."""
        found = self.table.find(address)
        if isinstance(found, DirectoryRecipient) and found.guid not in self.seen:
            self.visit(recipient, found)
        elif isinstance(found, DirectoryRecipient) and not isinstance(found, MailContact | MailUser):
            self._fail(recipient, found, LOOP)
        elif found is None and self.table.is_authoritative(address.rpartition("@")[2]):
            text = self.organization.profile.replies.unknown_recipient_report
            self.plan.failures.append(Failure(recipient._replace(address=address), text))
        else:
            self.plan.external.append((recipient, address))

    def _reported_for(
        self, recipient: Recipient, group: DistributionGroup | DynamicDistributionGroup, address: str
    ) -> Recipient:
        """Who hears of a group's members: the sender, else the group's owner, else nobody. A sender who wanted to know
        of success then hears that the group has been reached (RFC 3461, 5.2.7).
        """
        if group.report_to_originator_enabled:
            return recipient
        if "SUCCESS" in recipient.notify:
            self.plan.expanded.append(recipient._replace(address=address))
        owners = group.managed_by if isinstance(group.managed_by, tuple) else (group.managed_by,)
        owner = self.organization.by_guid(owners[0].guid) if owners and owners[0] is not None else None
        if group.report_to_manager_enabled and isinstance(owner, DirectoryRecipient) and owner.primary_smtp_address:
            return recipient._replace(notify="FAILURE,DELAY", report_to=owner.primary_smtp_address.text)
        return recipient._replace(notify="NEVER")

    def _forward(self, recipient: Recipient, mailbox: Mailbox) -> None:
        forward, address = mailbox.forwarding_address, mailbox.forwarding_smtp_address
        target = self.organization.by_guid(forward.guid) if forward is not None else None
        if not isinstance(target, DirectoryRecipient) and address is not None:
            target = self.table.find(address.address)
        known, away = isinstance(target, DirectoryRecipient), address is not None
        keeps = mailbox.deliver_to_mailbox_and_forward or not (known or away)
        if isinstance(target, DirectoryRecipient):
            if target.guid in self.seen and not keeps:
                self._fail(recipient, mailbox, LOOP)
            else:
                self.plan.forwards.append((address_of(mailbox, recipient), primary_address(target)))
                self.visit(recipient, target)
        elif address is not None:
            self.plan.forwards.append((address_of(mailbox, recipient), address.address))
            self._send_on(recipient, address.address)
        if keeps:
            self._put(recipient, mailbox)

    def _put(self, recipient: Recipient, mailbox: Mailbox) -> None:
        if self.has_room(mailbox, len(self.submission.content)):
            self.plan.mailboxes.setdefault(mailbox.guid, recipient)
        else:
            self._fail(recipient, mailbox, MAILBOX_FULL)

    def _fail(self, recipient: Recipient, found: DirectoryRecipient, text: str) -> None:
        failure = Failure(recipient._replace(address=address_of(found, recipient)), text)
        if failure not in self._failed:
            self._failed.add(failure)
            self.plan.failures.append(failure)

    def _refusal(self, found: DirectoryRecipient) -> str | None:
        """Return the refusal by the recipient's own settings; None if there is none. DSNs are always accepted."""
        submission = self.submission
        if not submission.sender:
            return None
        if found.require_sender_authentication_enabled and not submission.internal:
            return AUTH_REQUIRED
        if found.max_receive_size.exceeded_by(submission.size):
            return TOO_LARGE
        # A recipient's own limit is above the organization's for senders who have logged on, and not for others.
        own = submission.internal and not found.max_receive_size.is_unlimited
        if not own and _exceeds(submission.size, self.limits.receive_size):
            return TOO_LARGE_FOR_ORGANIZATION
        senders, groups = found.accept_messages_only_from, found.accept_messages_only_from_dl_members
        if (senders or groups) and not self._is_among(senders, groups):
            return NOT_AUTHORIZED
        senders, groups = found.reject_messages_from, found.reject_messages_from_dl_members
        if (senders or groups) and self._is_among(senders, groups):
            return NOT_AUTHORIZED
        return None

    def _is_among(self, senders: tuple[ADObjectId, ...], groups: tuple[ADObjectId, ...]) -> bool:
        found = self.table.find(self.submission.sender)
        if found is None:
            return False
        sender = found.guid
        if any(item.guid == sender for item in senders):
            return True
        waiting, seen = [item.guid for item in groups], set[UUID]()
        while waiting:
            guid = waiting.pop()
            if guid == sender:
                return True
            if guid not in seen:
                seen.add(guid)
                members = members_of(self.organization.by_guid(guid), self.organization)
                waiting.extend(member.guid for member in members)
        return False


def primary_address(found: DirectoryRecipient) -> str:
    """Return the recipient's primary address, or its name if it has none."""
    return found.primary_smtp_address.text if found.primary_smtp_address is not None else found.name


def address_of(found: DirectoryRecipient, recipient: Recipient) -> str:
    """The address that a report names: of a member of a group the primary one, else the one that was written."""
    primary = found.primary_smtp_address
    written = recipient.address.casefold()
    if primary is None or any(proxy.address.casefold() == written for proxy in found.email_addresses if proxy.is_smtp):
        return recipient.address
    return primary.text
