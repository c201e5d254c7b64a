"""How the front end passes a client's messages on to the hub (Exchange 2013 and later).

Both services run in this process, so a message is handed over in memory. What they say to each other is written into
the logs of both all the same: the conversation by which the hub learns who the client is and what it may do
(XPROXYFROM), the envelope, and the hub's answer, which is the one that the client hears. TLS and the logon of servers
are left out, as nothing of them happens here.

A leg begins with the first message of a client's session, carries all its messages, and ends with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from ipaddress import ip_address
from typing import TYPE_CHECKING, NamedTuple

from organization.values.network import IPBinding
from organization.versions import Version

from .banner import banner
from .ehlo import ehlo_reply
from .facts import endpoint_text
from .log_rows import ConnectivityRow, LogRow
from .permissions import LOG_ORDER, log_text
from .replies import Reply
from .session_log import lines_of
from .timestamps import log_date

if TYPE_CHECKING:
    from .connectors import Routes
    from .server_context import ServerContext
    from .session import SmtpSession
    from .settings import ConnectorSettings
    from .transaction import Transaction

SERVER_PORT, CLIENT_PORT = 2525, 465
"""Where the hub takes what the front end has from servers and strangers, and what it has from users."""
_PORTS = {SERVER_PORT: "Inbound Proxy Internal Send Connector", CLIENT_PORT: "Client Proxy Send Connector"}
_EPHEMERAL = 49152
_NEXT_HOP = "internalproxy"
_NO_QUEUE = "Undefined 00000000-0000-0000-0000-000000000000;QueueLength=<no priority counts>"
_ACCEPTED = Reply("250 XProxyFrom accepted")


class Hub(NamedTuple):
    """A connector of the hub, as the front end sees it."""

    settings: ConnectorSettings
    address: str
    port: int

    @property
    def send_connector(self) -> str:
        """What the front end's logs call the way to it."""
        return _PORTS[self.port]


def hubs_of(routes: Routes, addresses: Iterable[str]) -> dict[int, Hub]:
    """The connectors that the front end of a server with these addresses reaches, by port."""
    own = [ip_address(address) for address in addresses] or [ip_address("127.0.0.1")]
    found: dict[int, Hub] = {}
    for port in _PORTS:
        for address in own:
            settings = routes.choose(IPBinding(address, port), address)
            if settings is not None and not settings.front_end:
                found.setdefault(port, Hub(settings, str(address), port))
    return found


def pass_on(session: SmtpSession) -> bool:
    """Begin to pass on the message of a session whose envelope is complete; False where no hub answers."""
    server_context = session.server_context
    hubs = server_context.hubs()
    hub = hubs.get(SERVER_PORT if session.user is None else CLIENT_PORT) or hubs.get(SERVER_PORT)
    if hub is None or not server_context.hub_answers:
        return False
    leg = session.leg
    if leg is None or leg.hub is not hub or leg.rights is not session.rights:
        if leg is not None:
            leg.end()
        leg = session.leg = Leg(session, hub)
    assert session.transaction is not None
    leg.begin(session.transaction)
    return True


class Leg:
    """The connection from the front end to the hub on behalf of one client."""

    __slots__ = (
        "_began",
        "_hub_id",
        "_messages",
        "_octets",
        "_open",
        "_rows",
        "_sent",
        "_server_context",
        "hub",
        "id",
        "rights",
    )

    def __init__(self, session: SmtpSession, hub: Hub) -> None:
        self._server_context = server_context = session.server_context
        self.hub = hub
        self.rights = session.rights
        """What the client may do."""
        self.id, self._hub_id = server_context.new_session_id(), server_context.new_session_id()
        self._began = log_date(server_context.time())
        self._messages = self._sent = self._octets = 0
        self._open = False
        """Whether a message has begun that has not been answered."""
        self._rows = (
            _Conversation(server_context, self, self._hub_id)
            if server_context.logs_proxy or hub.settings.verbose
            else None
        )
        self._connectivity("+", _NO_QUEUE)
        self._connectivity(">", f"{server_context.server_fqdn}[{hub.address}]")
        self._connectivity(">", f"Established connection to {hub.address}")
        if self._rows is not None:
            self._rows.introduce(session)

    @property
    def context(self) -> str:
        """The hub's session, when it began, and which of its messages this is."""
        return f"{self._hub_id};{self._began};{self._messages}"

    def begin(self, transaction: Transaction) -> None:
        """The envelope of a message goes to the hub."""
        self._messages += 1
        if self._rows is not None:
            if self._open:
                self._rows.say("RSET")
                self._rows.answer(self._server_context.replies.reset)
            self._rows.envelope(transaction, self.context)
        self._open = True

    def answered(self, reply: Reply, octets: int) -> None:
        """The hub has said what it thinks of a message of so many octets."""
        self._open = False
        if reply.code < 400:
            self._sent += 1
            self._octets += octets
        if self._rows is not None:
            self._rows.say(f"BDAT {octets} LAST")
            self._rows.answer(reply)

    def end(self) -> None:
        """The client has gone."""
        if self._rows is not None:
            self._rows.say("QUIT")
            self._rows.answer(self._server_context.replies.closing)
            self._rows.note("-", "", "Local")
        self._connectivity("-", f"Messages: {self._sent} Bytes: {self._octets} ()")

    def _connectivity(self, direction: str, description: str) -> None:
        server_context = self._server_context
        server_context.proxied(
            ConnectivityRow(server_context.time(), self.id, "SMTP", _NEXT_HOP, direction, description)
        )


class _Conversation:
    """The rows of a leg: what the front end has sent, in its send log, is what the hub has received, in its own."""

    __slots__ = ("_ends", "_hub", "_one_row", "_server_context")

    def __init__(self, server_context: ServerContext, leg: Leg, hub_id: str) -> None:
        self._hub = hub = leg.hub
        near = endpoint_text(hub.address, _EPHEMERAL + int(leg.id, 16) % (65536 - _EPHEMERAL))
        far = endpoint_text(hub.address, hub.port)
        self._server_context = server_context
        self._one_row = server_context.profile.version >= Version.V2016
        self._ends: list[_End] = []
        if server_context.logs_proxy:
            sender = _End(
                server_context, server_context.log_sent, hub.send_connector, leg.id, near, far, ">", "<", True
            )
            self._ends.append(sender)
            sender.row("*", "", "attempting to connect")
        if hub.settings.verbose:
            self._ends.append(
                _End(server_context, server_context.log, hub.settings.identity, hub_id, far, near, "<", ">", False)
            )

    def introduce(self, session: SmtpSession) -> None:
        """Up to the point at which the hub knows the client."""
        server_context, hub, peer = self._server_context, self._hub, session.peer
        self.note("+")
        self._of_hub("*", log_text(hub.settings.anonymous_rights), "Set Session Permissions")
        self.answer(banner(hub.settings, server_context.time()))
        self.say(f"EHLO {server_context.server_fqdn}")
        extensions = (*server_context.abilities.server_extensions, "XPROXYFROM")
        abilities = server_context.abilities._replace(server_extensions=extensions)
        self.answer(ehlo_reply(hub.settings, hub.address, abilities, tls=False))
        self.say(
            f"XPROXYFROM SID={session.id} IP={peer.remote_address} PORT={peer.remote_port} DOMAIN={session.hello} "
            f"SEQNUM=1 PERMS={permission_mask(session.rights)} AUTHSRC={server_context.server_fqdn}"
        )
        self._of_hub("*", log_text(session.rights), "Set Session Permissions")
        self.answer(_ACCEPTED)

    def envelope(self, transaction: Transaction, context: str) -> None:
        """MAIL and RCPT, in one batch, and their answers."""
        replies = self._server_context.replies
        parameters = "".join(
            f" {name}={value}" if value else f" {name}" for name, value in transaction.parameters.items()
        )
        self.say(f"MAIL FROM:<{transaction.sender}>{parameters}")
        self._of_hub("*", context, "receiving message")
        for recipient in transaction.recipients:
            notify = f" NOTIFY={recipient.notify}" if recipient.notify else ""
            original = f" ORCPT={recipient.original}" if recipient.original else ""
            self.say(f"RCPT TO:<{recipient.address}>{notify}{original}")
        self.answer(replies.sender_ok)
        for _ in transaction.recipients:
            self.answer(replies.recipient_ok)

    def say(self, line: str) -> None:
        """The front end says something."""
        for end in self._ends:
            end.row(end.said, line)

    def answer(self, reply: Reply) -> None:
        """The hub says something."""
        for end in self._ends:
            for line in lines_of(reply, self._one_row):
                end.row(end.heard, line)

    def note(self, event: str, data: str = "", context: str = "") -> None:
        """Something happens at both ends."""
        for end in self._ends:
            end.row(event, data, context)

    def _of_hub(self, event: str, data: str, context: str) -> None:
        for end in self._ends:
            if not end.front_end:
                end.row(event, data, context)


class _End:
    """The rows of one end of a leg."""

    __slots__ = (
        "_connector",
        "_local",
        "_remote",
        "_sequence",
        "_server_context",
        "_session",
        "_sink",
        "front_end",
        "heard",
        "said",
    )

    def __init__(
        self,
        server_context: ServerContext,
        sink: Callable[[LogRow], None],
        connector: str,
        session: str,
        local: str,
        remote: str,
        said: str,
        heard: str,
        front_end: bool,
    ) -> None:
        """`said` is the event of what the front end says in this log, `heard` that of what the hub says."""
        self._server_context = server_context
        self._sink = sink
        self._connector = connector
        self._session = session
        self._local, self._remote = local, remote
        self._sequence = 0
        self.said, self.heard = said, heard
        self.front_end = front_end

    def row(self, event: str, data: str = "", context: str = "") -> None:
        """Write a row."""
        # Before the connection is there, the front end has no address of its own.
        local = "" if context == "attempting to connect" else self._local
        self._sink(
            LogRow(
                self._server_context.time(),
                self._connector,
                self._session,
                self._sequence,
                local,
                self._remote,
                event,
                data,
                context,
                self.front_end,
            )
        )
        self._sequence += 1


def permission_mask(rights: frozenset[str]) -> int:
    """Rights as the number in XPROXYFROM: a bit for each, in the order of the protocol log."""
    return sum(1 << bit for bit, right in enumerate(LOG_ORDER) if right in rights)
