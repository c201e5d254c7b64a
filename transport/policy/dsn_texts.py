"""What reports say to people, in the words of each version."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from html import escape
from typing import NamedTuple

from organization.versions import Version

from .timestamps import header_date


class Kind(Enum):
    """What has become of a message; the values begin the subjects of reports."""

    FAILED = "Undeliverable"
    DELAYED = "Delivery delayed"
    DELIVERED = "Delivered"
    EXPANDED = "Expanded"


class Human(NamedTuple):
    """What a report is to tell."""

    version: Version
    kind: Kind
    failures: tuple[tuple[str, str], ...]
    """Addresses, each with the reply that says why it gets nothing."""
    recipients: tuple[str, ...]
    server: str
    """Who reports."""
    subject: str
    """Of the original."""
    until: float
    """How long a late message is tried, in seconds since 1970."""
    header: str
    """The original's; empty where it is not shown."""


_GROUPS = {Version.V2007: "distribution lists"}
_TITLES = {
    Kind.FAILED: "Delivery has failed to these recipients or {groups}:",
    Kind.DELAYED: "Delivery is delayed to these recipients or {groups}:",
    Kind.DELIVERED: "Your message has been delivered to the following recipients:",
    Kind.EXPANDED: "Your message has been delivered to the following {groups}:",
}
_LATE = "This message has not yet been delivered. Microsoft Exchange will continue to try to deliver it until {until}."

_NO_RETRY = "Microsoft Exchange will not try to redeliver this message for you."
_TEXT_FOR_HELP = "provide the following diagnostic text to your system administrator."
_OLD_REASONS = {
    "5.1.1": "The recipient's e-mail address was not found in the recipient's e-mail system. "
    f"{_NO_RETRY} Please check the e-mail address and try resending this message, or {_TEXT_FOR_HELP}",
    "5.2.2": "The recipient's mailbox is full and can't accept messages now. "
    f"{_NO_RETRY} Please try resending this message later, or {_TEXT_FOR_HELP}",
    "5.2.3": "This message is larger than the size limit for messages. "
    f"{_NO_RETRY} Please make it smaller and try resending it, or {_TEXT_FOR_HELP}",
    "5.5.3": f"This message has too many recipients. {_NO_RETRY} Please try resending it to fewer recipients.",
    "5.7.1": f"You do not have permission to send to this recipient. {_NO_RETRY} Please {_TEXT_FOR_HELP}",
    "4.4.7": "Microsoft Exchange has been trying to deliver this message without success and has stopped trying. "
    f"Please try sending this message again, or {_TEXT_FOR_HELP}",
}
_OLD_GENERAL = (
    f"An error occurred while trying to deliver this message to the recipient. {_NO_RETRY} Please {_TEXT_FOR_HELP}"
)

_HELPDESK = "If the problem continues, please contact your helpdesk."
_NEW_REASONS = {
    "5.1.1": "The {email} address you entered couldn't be found. Please check the recipient's {email} address and try "
    f"to resend the message. {_HELPDESK}",
    "5.2.2": "The recipient's mailbox is full and can't accept messages now. Please try resending your message later, "
    "or contact the recipient directly.",
    "5.2.3": "This message is too large. Make the message smaller by removing attachments, and try sending it again.",
    "5.5.3": f"This message has too many recipients. Please try to resend it to fewer recipients. {_HELPDESK}",
    "5.7.1": "Your message can't be delivered because delivery to this address is restricted.",
    "4.4.7": "The server has tried to deliver this message, without success, and has stopped trying. Please try "
    f"sending this message again. {_HELPDESK}",
}
_NEW_GENERAL = (
    "A problem occurred during the delivery of this message to this {email} address. Try sending this message again. "
    + _HELPDESK
)
_SAME_REASON = {"5.1.10": "5.1.1"}
_DIAGNOSTICS = "Diagnostic information for administrators:"
_HEADERS = "Original message headers:"


def plain_text(human: Human) -> str:
    """As plain text, with CRLF between the lines."""
    lines = [_title(human), ""]
    for address, reason in _people(human):
        lines += [_linked(address), *([reason, ""] if reason else [])]
    if human.kind is not Kind.FAILED:
        return "\r\n".join([*lines, "", f"Subject: {human.subject}", *_late(human), "", *_signature(human)])
    lines += [*_signature(human), *[""] * 5, _DIAGNOSTICS, "", f"Generating server: {human.server}", ""]
    for address, text in human.failures:
        lines += [address, _diagnostic(human.version, text), ""]
    return "\r\n".join([*lines, _HEADERS, "", *human.header.splitlines()])


def html_text(human: Human) -> str:
    """As HTML."""
    lines = ["<html>", "<head></head><body>", f"<p><b>{escape(_title(human))}</b></p>"]
    for address, reason in _people(human):
        lines.append(f'<p><a href="mailto:{escape(address)}">{escape(address)}</a><br>')
        lines.append(f"{escape(reason, quote=False)}</p>")
    if human.kind is not Kind.FAILED:
        lines += [f"<p>{escape(line)}</p>" for line in (f"Subject: {human.subject}", *_late(human)) if line]
    lines += ["<hr>" if line.startswith("_") else f"<p>{escape(line)}</p>" for line in _signature(human) if line]
    if human.kind is Kind.FAILED:
        lines += [f"<p><b>{_DIAGNOSTICS}</b></p>", f"<p>Generating server: {escape(human.server)}</p>"]
        for address, text in human.failures:
            lines += [f"<p>{escape(address)}<br>", f"{escape(_diagnostic(human.version, text), quote=False)}</p>"]
        header = escape(human.header, quote=False).splitlines()
        lines += [f"<p>{_HEADERS}</p>", "<pre>" + "\r\n".join(header) + "</pre>"]
    return "\r\n".join([*lines, "</body>", "</html>"])


def _title(human: Human) -> str:
    return _TITLES[human.kind].format(groups=_GROUPS.get(human.version, "groups"))


def _people(human: Human) -> Iterator[tuple[str, str]]:
    """Whom it is about, and what that means for the reader."""
    for address, text in human.failures:
        yield address, _reason(human.version, text.split(" ", 2)[1])
    for address in human.recipients:
        yield address, ""


def _reason(version: Version, status: str) -> str:
    status = _SAME_REASON.get(status, status)
    if version is Version.V2007:
        return _OLD_REASONS.get(status, _OLD_GENERAL)
    spelling = "e-mail" if version is Version.V2010 else "email"
    return _NEW_REASONS.get(status, _NEW_GENERAL).format(email=spelling)


def _linked(address: str) -> str:
    return f"{address}<mailto:{address}>"


def _late(human: Human) -> list[str]:
    return ["", _LATE.format(until=header_date(human.until))] if human.until else []


def _signature(human: Human) -> list[str]:
    """2007 and 2010 put their name below."""
    if human.version > Version.V2010:
        return []
    return ["_" * 32, f"Sent by Microsoft Exchange Server {human.version}"]


def _diagnostic(version: Version, text: str) -> str:
    return f"#{text} ##" if version < Version.V2013 else f"Remote Server returned '{text}'"
