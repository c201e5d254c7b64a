"""Reads wire transcripts, which `stage.py` plays against the pure session.

A file holds cases. A case begins with a line `== title`; then come its settings, then its dialogue.

Settings, one a line, `Name: value`:
    Version: 2013                        the Exchange version; 2007 where none is named
    MaxProtocolErrors: 2                 any parameter of Set-ReceiveConnector, for the connector "Internet"
    Filter.RecipientValidationEnabled: True   a parameter of Set-RecipientFilterConfig; the agent is then installed
    SenderFilter.BlockedSenders: a@b.c   the same for Set-SenderFilterConfig; IPBlockList., BlockProviders.,
                                         AllowProviders., SenderId., ContentFilter., Attachments., Reputation. likewise
    Organization.SCLJunkThreshold: 8     a parameter of Set-OrganizationConfig
    Agent: Sender Id Agent               an agent is installed, and has its feature as it is
    Blocked: 10.0.0.0/8                  an entry of the IP Block list; Allowed: of the IP Allow list
    BlockProvider Zen: zen.net; AnyMatch=True     a DNS list and its parameters; AllowProvider likewise
    Dns: zen.net A 127.0.0.2             a record of the lab's DNS
    BadWord: free money                  a phrase of the content filter; GoodWord likewise
    Attachment: FileName *.exe           an entry of the attachment filter
    Domain: partner.com ExternalRelay    an accepted domain and its type
    Certificate: yes                     the server has a certificate, so STARTTLS can be offered
    Ntlm: yes                            the server can do NTLM and GSSAPI
    Grant: CONTOSO\\anna; ms-Exch-Bypass-Anti-Spam     what Add-ADPermission does on "Internet"; also Deny:
    TransportConfig.MaxReceiveSize: 1MB  a parameter of Set-TransportConfig
    Recipient anna.MaxReceiveSize: 1MB   a property of a recipient; members and senders are named by their aliases
    Dynamic it: Department -eq 'IT'      a dynamic group, dyn-it, with its filter
    Server.DelayNotificationTimeout: 04:00:00    a parameter of Set-TransportServer
    SendConnector out: fabrikam.com      a Send connector and its address spaces
    Contact name: joe@elsewhere.com      a mail contact with an address here, too; MailUser likewise
    Group team: anna, ben; Security      a group, with the members and perhaps its type
    Connector Inside: RemoteIPRanges=10.0.0.0/8, Banner=220 inside     another connector beside "Internet"
The connector "Internet" listens on 0.0.0.0:25 and takes anonymous mail. TarpitInterval is 0 unless a case sets it.

The dialogue:
    C: EHLO x             the client sends this line
    C| EHLO x\\r\\nNO       the client sends exactly these octets; \\r \\n \\t \\0 \\\\ \\xNN are read, here and in C:
    S: 250 2.0.0 OK       the server says this line. <date>, <guid>, <number>, <time> and <id> stand for any of their
                          kind, ... for anything
    after 5 s             the time goes on; nothing may come from the server before it is over
    closed                the server has closed the connection
    hang up               the client closes; half-close: it sends no more, but still listens
    tls                   the handshake is done; `tls with mail.partner.com` shows a certificate of the client that is
                          trusted, `tls with untrusted mail.partner.com` one that is not
    C2: S2: ...           the same on a second connection; `connect 2 from 10.0.0.7` opens one from an address
    mail from a@b.c to d@e.f, g@h.i     a transaction up to the 354 for its data, with all that is said; the first one
                          of a connection begins with HELO mail.fabrikam.com; `mail 2 from` on the second connection
    spam 19 times from a@b.c to d@e.f: text         as many messages with this text, each of them taken
    anna has 1 message    what lies in a mailbox, at the end of the case so far
    anna got X-MS-Exchange-Organization-SCL: -1     a line of the last message in a mailbox; `anna did not get ...`
    1 message waits for joe@elsewhere.com           what is in the queues
    anna has 1 message in Junk E-Mail               the same for one folder
    tracked FAIL AGENT anna@contoso.com 550 ...     a row of the tracking log is there: event, source, recipient, status
    recipient anna.MaxReceiveSize: 1MB              as in the settings, while the sessions are open
    set TarpitInterval 00:00:01    a change while the sessions are open; `set Enabled False on Inside` of another one
    grant ...; deny ...            as in the settings, while the sessions are open
    remove Internet                the connector is removed
    04:00:01 pass         the time goes on for what waits (d.hh:mm:ss); the sessions do not notice
    store stops; store starts      the service of the mailbox store
    pressure High                  the server's resources run short: Normal, Medium, High
    directory falls silent; directory answers       the domain controller
    L: >,250 2.0.0 OK,    a row of the protocol log, from the event on; a case that has one has them all, in order
    A: anna@contoso.com,Sender Filter Agent,...     a row of the agent log: recipient, agent, event, action, reply,
                          reason, data; likewise
`{a*600}` in a line is 600 times the letter. All that the server says has to be expected: a line too many fails a case.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from .stage import STEPS, Case


def read_cases(path: Path) -> Iterator[Case]:
    """The cases of a file. Lines that begin with `#` are remarks."""
    title, number = "", 0
    settings: list[tuple[str, str]] = []
    steps: list[tuple[int, str]] = []
    for at, raw in enumerate([*path.read_text(encoding="utf-8").splitlines(), "== "], 1):
        text = raw.rstrip()
        if text.startswith("=="):
            if title:
                yield Case(path.name, number, title, tuple(settings), tuple(steps))
            title, number, settings, steps = text[2:].strip(), at, [], []
        elif text and not text.startswith("#"):
            if steps or is_step(text):
                steps.append((at, text))
            else:
                name, _, value = text.partition(":")
                settings.append((name.strip(), value.strip()))


def is_step(text: str) -> bool:
    return any(pattern.fullmatch(text) for pattern, _ in STEPS)
