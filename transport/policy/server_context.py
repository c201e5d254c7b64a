"""State that all sessions of a server share: names, reply texts, clock, counters, and destinations."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from organization.objects.server import ExchangeServer
from organization.passwords import ntlm_is_possible
from organization.values.enums import ResourcePressure
from organization.values.network import IPAddress, IPBinding
from organization.versions import Profile, Version

from .accounts import Accounts
from .agents import Agents
from .bodies import Bodies, Store
from .connectors import Routes
from .ehlo import Abilities
from .events import Events
from .facts import Peer, TlsFacts
from .headers import is_internal
from .limits import ConnectionCounts, MessageRates, Refusal, is_on_the_link
from .log_rows import ConnectivityRow, LogRow
from .ntlm import Target
from .recipients import RecipientTable
from .replies import Replies, Reply
from .session import SmtpSession
from .settings import ConnectorSettings
from .timestamps import TICKS_BEFORE_1970
from .tls_row import protocol_name, windows_name

if TYPE_CHECKING:
    from organization.mail_records import AgentEntry
    from organization.ports import EventEntry
    from organization.store import Organization

    from .agents.discarded import Discarded
    from .proxy import Hub
    from .transaction import Submission


@dataclass(slots=True)
class Outlets:
    """The destinations of what a server's sessions produce."""

    submit: Callable[[Submission], int]
    """Takes responsibility for a message and returns its number; the client receives 250 afterwards."""
    log: Callable[[LogRow], None]
    events: Callable[[EventEntry], None]
    track: Callable[[tuple[Any, ...]], None] = lambda event: None
    """Takes an event for the tracking log: a TrackedEvent, or the tuple of its fields."""
    agent: Callable[[AgentEntry], None] = lambda entry: None
    undelivered: Callable[[int], bool] = lambda number: False
    """Whether the message with a number has not been delivered yet."""
    log_sent: Callable[[LogRow], None] = lambda row: None
    """The send protocol log."""
    proxied: Callable[[ConnectivityRow], None] = lambda row: None
    """The connectivity log of the front end."""
    open_store: Callable[[], Store] | None = None
    """Opens a store on disk for the body of a large message; None if all bodies stay in memory."""


class ServerContext:
    """One server. `routes`, `recipients`, `agents` and `abilities` are replaced as wholes when something changes."""

    def __init__(
        self,
        organization: Organization,
        outlets: Outlets,
        routes: Routes,
        recipients: RecipientTable,
        agents: Agents,
        clock: Callable[[], float] = time.time,
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        profile: Profile = organization.profile
        self._organization = organization
        self.profile = profile
        self.server_fqdn = organization.forest.server_fqdn
        self.server_name = organization.forest.server
        self.domain_controller = organization.forest.domain_controller_fqdn
        self.received_id = profile.received_id
        self.replies = Replies(profile.replies)
        self.accounts = Accounts(organization)
        forest = organization.forest
        self.ntlm_target = Target(forest.netbios, forest.domain, forest.server, forest.server_fqdn)
        self.abilities = Abilities(
            mechanisms=frozenset({"LOGIN", "NTLM", "GSSAPI"} if ntlm_is_possible() else {"LOGIN"}),
            bare_auth_line=profile.bare_auth_line,
            server_extensions=profile.server_extensions,
            exps_when_external=profile.exps_when_external,
        )
        self.routes = routes
        self.recipients = recipients
        self.agents = agents
        self.time = clock
        self.ticks = ticks
        self.submit = outlets.submit
        self.log, self.log_sent = outlets.log, outlets.log_sent
        self.proxied = outlets.proxied
        self.trace: Callable[[Submission, bytes, float], None] | None = None
        """Pipeline tracing, where it is on: takes a message, its octets as they came, and when that was."""
        self.track = outlets.track
        self.agent_log = outlets.agent
        self.undelivered = outlets.undelivered
        self.discard: Callable[[Discarded], int] = lambda discarded: 0
        """Withholds a message from its recipients by an agent's decision, and returns its number."""
        self.block: Callable[[IPAddress, int], None] = lambda address, hours: None
        """Puts an address on the IP Block list for some hours."""
        self.events = Events(outlets.events, clock)
        self.bodies = Bodies(outlets.open_store)
        """The bodies of messages that are being received."""
        self.bodies.changed = self._weigh
        self._set_pressure = self._pressure = ResourcePressure.Normal
        self.is_pressed = False
        """Whether the pressure is more than normal."""
        self.hub_active = self.front_end_active = True
        """Whether the components take connections (Set-ServerComponentState)."""
        self.directory_answers = True
        """Whether a domain controller can be asked about those who log on (Set-LabDomainController)."""
        self.hub_answers = True
        """Whether the hub accepts messages from the front end."""
        self.hubs: Callable[[], Mapping[int, Hub]] = dict
        """The hub's connectors that the front end reaches, by port (2013 and later)."""
        self.logs_proxy = False
        """Whether the front end keeps a log of what it says to the hub (IntraOrgConnectorProtocolLoggingLevel)."""
        self._session_ids = int(clock() * 10_000_000) + TICKS_BEFORE_1970
        self._counts: dict[Hashable, ConnectionCounts] = {}
        self._rates: dict[Hashable, MessageRates] = {}

    def own_address(self) -> str:
        """The address of the server in its lab."""
        servers = self._organization.all(ExchangeServer)
        return servers[0].addresses[0] if servers and servers[0].addresses else "127.0.0.1"

    def live_by(self, clock: Callable[[], float]) -> None:
        """Replace the clock, which returns seconds since 1970."""
        self.time = clock
        self.events.time = clock

    @property
    def pressure(self) -> ResourcePressure:
        """Back pressure: what is set, or what the bodies of messages on their way in make of it, whichever is higher.
        The event log tells when it rises and falls.
        """
        return self._pressure

    @pressure.setter
    def pressure(self, level: ResourcePressure) -> None:
        self._set_pressure = level
        self._weigh()

    def _weigh(self) -> None:
        level = max(self._set_pressure, self.bodies.level)
        if level is not self._pressure:
            before, self._pressure = self._pressure, level
            self.is_pressed = level is not ResourcePressure.Normal
            self.events.pressure_changed(str(before), str(level))

    def is_out_of_resources(self, session: SmtpSession) -> bool:
        """Whether back pressure refuses a session's mail: at Medium from anonymous senders, at High from all."""
        if self._pressure is ResourcePressure.Normal:
            return False
        return self._pressure is ResourcePressure.High or not is_internal(session)

    def connect(self, binding: IPBinding, peer: Peer, remote: IPAddress) -> SmtpSession:
        """The session of a new connection to `binding`. Whoever is not welcome gets one that says so and ends.

        Every session has to be given back with `disconnect`.
        """
        settings = self.routes.choose(binding, remote)
        if settings is None:
            return SmtpSession(self, _NOWHERE, peer, remote, self.replies.no_connector)
        if not (self.front_end_active if settings.front_end else self.hub_active):
            return SmtpSession(self, settings, peer, remote, self.replies.inactive)
        counts = self._counts.setdefault(settings.key, ConnectionCounts())
        refusal = counts.admit(peer.remote_address, settings.connections, is_on_the_link(remote))
        if refusal is None:
            session = SmtpSession(self, settings, peer, remote)
            session.counted = counts
            return session
        self.events.connection_rejected(settings, peer.remote_address, refusal, counts.total)
        return SmtpSession(self, settings, peer, remote, self._refused(refusal))

    def _refused(self, refusal: Refusal) -> Reply:
        return self.replies.too_many_connections if refusal is Refusal.TOTAL else self.replies.too_many_from_source

    def disconnect(self, session: SmtpSession) -> None:
        """Handle the end of a session's connection."""
        session.lost()
        if session.counted is not None:
            session.counted.release(session.peer.remote_address)
            session.counted = None

    def open_connections(self) -> int:
        """Return the number of open connections on all connectors."""
        return sum(counts.total for counts in self._counts.values())

    def rates_of(self, key: Hashable) -> MessageRates:
        """Return the message rates of a connector."""
        return self._rates.setdefault(key, MessageRates())

    def new_session_id(self) -> str:
        """Return a session id: 16 hexadecimal digits, in increasing order."""
        self._session_ids += 1
        return f"{self._session_ids:016X}"

    def new_guid(self) -> str:
        """Return a new GUID for message ids."""
        return str(uuid4())

    def tarpit_reason(self, reply: Reply) -> str:
        """What the protocol log adds to a tarpit's row."""
        return f" due to '{reply.text}'" if self.profile.version >= Version.V2016 else ""

    def tls_comment(self, tls: TlsFacts) -> str:
        """How a Received field names the encryption."""
        if self.profile.version < Version.V2016:
            return "(TLS)"
        return f"(version={protocol_name(tls.version)}, cipher={windows_name(tls)})"


_NOWHERE = ConnectorSettings(key=None, identity="", fqdn="")
