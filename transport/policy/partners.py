"""Domain security: mail of some domains is taken from clients alone that prove by their certificate who they are.

A connector with DomainSecureEnabled asks clients for a certificate in the TLS handshake. The domains are those in
TLSReceiveDomainSecureList of Set-TransportConfig. A client whose certificate is trusted and names one of them is one of
`MS Exchange\\Partner Servers`: what the permission group Partners allows is allowed to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .facts import TlsFacts
    from .replies import Reply
    from .session import SmtpSession
    from .settings import ConnectorSettings


def is_partner(settings: ConnectorSettings, tls: TlsFacts | None) -> bool:
    """Whether the client has proved to be a server of a secure domain."""
    return any(_proves(tls, domain) for domain in settings.secure_domains)


def judge_secure_domain(session: SmtpSession, domain: str) -> Reply | None:
    """What speaks against a sender in a secure domain; None where it is proved, or where `domain` is not secure."""
    settings, tls = session.settings, session.tls
    if domain.lower() not in settings.secure_domains or _proves(tls, domain):
        return None
    without_one = tls is None or tls.client is None
    session.server_context.events.partner_not_proved(settings, domain, session.peer.remote_address, without_one)
    replies = session.server_context.replies
    return replies.not_authenticated if without_one else replies.certificate_not_valid


def sends_as_partner(session: SmtpSession, domain: str) -> bool:
    """Whether a sender's domain is one that the client has proved to be of."""
    return domain.lower() in session.settings.secure_domains and _proves(session.tls, domain)


def _proves(tls: TlsFacts | None, domain: str) -> bool:
    """Whether a trusted certificate names the domain, a host in it, or all hosts in it."""
    if tls is None or tls.client is None or not tls.client_is_trusted:
        return False
    wanted = domain.casefold()
    return any(f".{name.casefold()}".endswith(f".{wanted}") for name in tls.client.names)
