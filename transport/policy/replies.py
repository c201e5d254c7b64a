"""What the server says: every fixed reply text, with the versions of Exchange that word it differently."""

from __future__ import annotations

from organization import versions

from .decision import Decision, Next

_READ = Next.READ
"""Found once: a member of an enumeration is looked up by a call."""
_new = tuple.__new__
"""What the constructor of a NamedTuple calls in the end: each message has a reply of its own."""


class Reply:
    """A reply: its lines without the last line end, its code, and the bytes that go on the wire."""

    __slots__ = ("alone", "code", "text", "wire")

    def __init__(self, text: str, code: int = 0) -> None:
        """`code` is what `text` begins with, where that is known."""
        self.text = text
        self.code = code or int(text[:3])
        self.wire = text.encode("utf-8", "replace") + b"\r\n"
        self.alone = _new(Decision, (self.wire, _READ, 0.0))
        """To send this and nothing else, and read on: what most commands come to."""

    @property
    def lines(self) -> list[str]:
        """The lines, each as the protocol log has it."""
        return self.text.split("\r\n")

    def __repr__(self) -> str:
        return f"Reply({self.text!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Reply) and self.text == other.text

    def __hash__(self) -> int:
        return hash(self.text)


class Replies:
    """The replies of one version of Exchange: those that all versions share, and those that its profile words."""

    def __init__(self, words: versions.Replies) -> None:
        self.too_many_connections = Reply(words.too_many_connections)
        self.too_many_from_source = Reply(words.too_many_connections_from_source)
        self.connection_timeout = Reply(words.connection_timed_out)
        self.inactivity_timeout = Reply(words.inactive)
        self.not_authenticated = Reply(words.not_authenticated)
        self.tls_required = Reply(words.tls_required)
        self.send_as = Reply(words.send_as_denied)
        self.sender_denied = Reply(words.sender_denied)
        self.relay_denied = Reply(words.relay_denied)
        self._before_id, _, self._behind_id = words.queued.partition("{message_id}")
        self._queued_code = int(words.queued[:3])
        self._is_plain = "{" not in self._behind_id
        """Whether nothing but the id is filled in. `format` takes a third of the time of the whole reply."""

    # Connections that are refused or ended by the server
    no_connector = Reply("421 4.3.2 Service not available, closing transmission channel")
    shutting_down = no_connector
    inactive = Reply("421 4.3.2 Service not active")
    too_many_errors = Reply("421 4.7.0 Too many errors on this connection, closing transmission channel")
    too_many_logon_failures = too_many_errors

    # Any command
    unrecognized = Reply("500 5.3.3 Unrecognized command")
    hello_first = Reply("503 5.5.2 Send hello first")
    bad_arguments = Reply("501 5.5.4 Invalid arguments")
    bad_sequence = Reply("503 5.5.2 Bad sequence of commands")
    bad_domain = Reply("501 5.5.4 Invalid domain name")

    # MAIL
    sender_ok = Reply("250 2.1.0 Sender OK")
    sender_already = Reply("503 5.5.2 Sender already specified")
    bad_sender = Reply("501 5.1.7 Invalid address")
    message_too_big = Reply("552 5.3.4 Message size exceeds fixed maximum message size")
    rate_exceeded = Reply("421 4.4.2 Message submission rate for this client has exceeded the configured limit")
    no_resources = Reply("452 4.3.1 Insufficient system resources")

    # RCPT
    recipient_ok = Reply("250 2.1.5 Recipient OK")
    need_mail = Reply("503 5.5.2 Need mail command")
    bad_recipient = Reply("501 5.1.3 Invalid address")
    user_unknown = Reply("550 5.1.1 User unknown")
    too_many_recipients = Reply("452 4.5.3 Too many recipients")
    reserved_top_level = Reply("550 5.1.4 Recipient address reserved by RFC 2606")
    reserved_second_level = Reply("550 5.1.5 Recipient address reserved by RFC 2606")
    single_label = Reply("550 5.1.6 Recipient addresses in single label domains not accepted")

    # DATA, BDAT and the end of data
    start_input = Reply("354 Start mail input; end with <CRLF>.<CRLF>")
    no_hub = Reply("451 4.7.0 Temporary server error. Please try again later. PRX5")
    need_rcpt = Reply("503 5.5.2 Need rcpt command")
    header_too_big = Reply("552 5.3.4 Header size exceeds fixed maximum size")
    too_many_hops = Reply("554 5.4.6 Hop count exceeded - possible mail loop")
    bare_linefeed = Reply("550 5.6.11 Invalid characters in message")
    not_redundant = Reply("451 4.4.0 Message failed to be made redundant")
    send_on_behalf = Reply("550 5.7.1 Client does not have permissions to send on behalf of the from address")

    # The other commands
    noop = Reply("250 2.0.0 OK")
    reset = Reply("250 2.0.0 Resetting")
    closing = Reply("221 2.0.0 Service closing transmission channel")
    cannot_verify = Reply("252 2.1.5 Cannot VRFY user")
    help = Reply(
        "214-This server supports the following commands:\r\n"
        "214 HELO EHLO STARTTLS RCPT DATA RSET MAIL QUIT HELP AUTH BDAT"
    )

    # STARTTLS and AUTH
    tls_ready = Reply("220 2.0.0 SMTP server ready")
    certificate_not_valid = Reply("454 4.7.5 Certificate validation failure")
    tls_already = Reply("503 5.5.2 Only one STARTTLS command can be issued per session")
    ask_username = Reply("334 VXNlcm5hbWU6")
    ask_password = Reply("334 UGFzc3dvcmQ6")
    authenticated = Reply("235 2.7.0 Authentication successful")
    logon_failed = Reply("535 5.7.3 Authentication unsuccessful")
    logon_unavailable = Reply("454 4.7.0 Temporary authentication failure")
    unknown_mechanism = Reply("504 5.7.4 Unrecognized authentication type")
    exch50_send = Reply("354 Send binary data")
    exch50_ok = Reply("250 2.0.0 XEXCH50 OK")
    not_authorized = Reply("530 5.7.1 Not authorized")
    already_authenticated = Reply("503 5.5.2 Already authenticated")

    def chunk_ok(self, octets: int) -> Reply:
        """A BDAT chunk that is not the last one."""
        return Reply(f"250 2.6.0 CHUNK received OK, {octets} octets")

    def queued(self, message_id: str, internal_id: int, server: str) -> Reply:
        """The message was accepted. Later versions show the number and the server, too."""
        rest = self._behind_id
        if not self._is_plain:
            rest = rest.format(internal_id=internal_id, hostname=server)
        return Reply(f"{self._before_id}{message_id}{rest}", self._queued_code)
