"""The Protocol Analysis agent: the sender reputation level (SRL) of each address that sends mail.

Exchange computes the level from the greeting, the reverse name of the address, the spam levels of its messages and a
test for open proxies. A lab has all but the last, which would have to leave this machine. What is made of them here is
plain: the mean spam level of the latest messages, one more where the greeting is false, one more where the reverse name
does not fit it. As in Exchange nobody is judged before 20 messages.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import TYPE_CHECKING

from organization.dns.zone import DnsFailure, Zone
from organization.objects.antispam import SenderReputationConfig

from .memory import Reputations
from .names import PROTOCOL_ANALYSIS
from .scope import Scope, enabled

if TYPE_CHECKING:
    from organization.store import Organization

    from ..session import SmtpSession
    from .item import MailItem

FEWEST_MESSAGES = 20
HIGHEST = 9


@dataclass(frozen=True, slots=True)
class SenderReputation:
    """The analysis and what follows from it."""

    scope: Scope
    blocks: bool
    threshold: int
    hours: int
    own_names: frozenset[str]
    """What only the server itself may be called, in lower case."""
    zone: Zone
    known: Reputations = field(compare=False)

    @classmethod
    def of(cls, organization: Organization, known: Reputations) -> SenderReputation | None:
        """As it is set; None where it is off."""
        config = enabled(organization, SenderReputationConfig)
        if config is None:
            return None
        forest = organization.forest
        return cls(
            Scope.of(config),
            config.sender_blocking_enabled,
            config.srl_block_threshold,
            config.sender_blocking_period,
            frozenset({forest.server_fqdn.casefold(), forest.server.casefold(), forest.domain.casefold()}),
            Zone.of(organization),
            known,
        )

    def hear_of(self, item: MailItem) -> None:
        """Count a message, taken or not. Where the level of its address has become too high, block the address for a
        time.
        """
        session = item.session
        if not self.scope.covers(session):
            return
        address = item.origin
        levels = self.known.add(address, max(item.scl or 0, 0))
        if len(levels) < FEWEST_MESSAGES or not self.blocks or not self.hours:
            return
        level = self._level(session, levels)
        if level >= self.threshold:
            self.known.forget(address)
            item.log_once(PROTOCOL_ANALYSIS, "AcceptMessage", "SrlAtOrAboveBlockThreshold", str(level))
            session.server_context.block(address, self.hours)

    def _level(self, session: SmtpSession, levels: Collection[int]) -> int:
        level = round(sum(levels) / len(levels)) + self._is_false(session) + (not self._is_named(session))
        return min(level, HIGHEST)

    def _is_false(self, session: SmtpSession) -> bool:
        """Whether a client says that it is this server, or names an address that is not its own."""
        hello = session.hello.casefold()
        if hello in self.own_names:
            return True
        try:
            return ip_address(hello.strip("[]").removeprefix("ipv6:")) != session.remote
        except ValueError:
            return False

    def _is_named(self, session: SmtpSession) -> bool:
        """Whether the reverse name of the address is what the client calls itself, or of the same domain."""
        try:
            names = [name.casefold() for name in self.zone.names_of(session.remote)]
        except DnsFailure:
            return True
        hello = session.hello.casefold()
        return any(name == hello or name.partition(".")[2] == hello.partition(".")[2] for name in names)
