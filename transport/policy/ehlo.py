"""The answers to HELO and EHLO. The order of the keywords is Exchange's and never changes; lines only drop out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from .replies import Reply
from .settings import ConnectorSettings


class Abilities(NamedTuple):
    """What this program and this version of Exchange can do, whatever a connector is set to."""

    tls: bool = False
    """There is a certificate for STARTTLS."""
    mechanisms: frozenset[str] = frozenset()
    """Of LOGIN, NTLM, GSSAPI: those that work."""
    bare_auth_line: bool = False
    exps_when_external: bool = False
    """X-EXPS is announced to externally secured servers, too."""
    server_extensions: tuple[str, ...] = ()


def hello_reply(settings: ConnectorSettings, client: str) -> Reply:
    """The answer to HELO. `client` is the client's address: its name is never repeated."""
    return Reply(f"250 {settings.fqdn} Hello [{client}]")


def ehlo_reply(settings: ConnectorSettings, client: str, abilities: Abilities, tls: bool) -> Reply:
    """The answer to EHLO. `tls` says whether the session is encrypted."""
    keywords = _keyword_lines(settings, abilities, tls)
    if not keywords:
        return hello_reply(settings, client)
    return Reply(f"250-{settings.fqdn} Hello [{client}]\r\n{keywords}")


@lru_cache(maxsize=128)
def _keyword_lines(settings: ConnectorSettings, abilities: Abilities, tls: bool) -> str:
    keywords = list(_keywords(settings, abilities, tls))
    if not keywords:
        return ""
    return "\r\n".join([*(f"250-{keyword}" for keyword in keywords[:-1]), f"250 {keywords[-1]}"])


def server_extensions(settings: ConnectorSettings, abilities: Abilities) -> list[str]:
    """The extensions for other Exchange servers that the version and the organization have."""
    return [each for each in abilities.server_extensions if each != "XEXCH50" or settings.exch50]


def has_exps(settings: ConnectorSettings, abilities: Abilities) -> bool:
    """Whether the verb X-EXPS exists on a connector."""
    external = abilities.exps_when_external and "ExternalAuthoritative" in settings.auth
    return external or "ExchangeServer" in settings.auth


def mechanisms(settings: ConnectorSettings, abilities: Abilities, tls: bool) -> list[str]:
    """The authentication mechanisms that are offered now, in the order of the AUTH line."""
    offered = []
    if "Integrated" in settings.auth:
        offered += ["GSSAPI", "NTLM"] if settings.gssapi else ["NTLM"]
    if "BasicAuth" in settings.auth and (tls or "BasicAuthRequireTLS" not in settings.auth):
        offered.append("LOGIN")
    return [mechanism for mechanism in offered if mechanism in abilities.mechanisms]


def _keywords(settings: ConnectorSettings, abilities: Abilities, tls: bool) -> Iterator[str]:
    servers = "ExchangeServer" in settings.auth
    if settings.size == "Enabled":
        yield f"SIZE {settings.max_message_size}"
    elif settings.size == "EnabledWithoutValue":
        yield "SIZE"
    if settings.pipelining:
        yield "PIPELINING"
    if settings.dsn:
        yield "DSN"
    if settings.status_codes:
        yield "ENHANCEDSTATUSCODES"
    if abilities.tls and settings.certificate is not None and not tls:
        if "Tls" in settings.auth:
            yield "STARTTLS"
        if servers and not settings.suppress_anonymous_tls:
            yield "X-ANONYMOUSTLS"
    offered = mechanisms(settings, abilities, tls)
    if offered or abilities.bare_auth_line:
        yield " ".join(["AUTH", *offered])
    if has_exps(settings, abilities):  # who is no Exchange server fails with it, so it does not matter what works here
        yield "X-EXPS GSSAPI NTLM" if servers else "X-EXPS NTLM"
    if settings.eight_bit:
        yield "8BITMIME"
    if settings.binary and settings.chunking:
        yield "BINARYMIME"
    if settings.chunking:
        yield "CHUNKING"
    if settings.long_addresses:
        yield "XLONGADDR"
    if settings.orar:
        yield "XORAR"
    if settings.smtp_utf8:
        yield "SMTPUTF8"
    if servers:
        yield from server_extensions(settings, abilities)
