"""What the settings of a transcript's case make of the organization that it plays in."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from organization.access import explicit_entries, find_trustee, with_entries
from organization.directory import DirectoryObject
from organization.objects.accepted_domain import AcceptedDomain
from organization.objects.antispam import (
    AttachmentFilterEntry,
    AttachmentFilterListConfig,
    ContentFilterConfig,
    ContentFilterPhrase,
    IPAllowListEntry,
    IPAllowListProvider,
    IPAllowListProvidersConfig,
    IPBlockListConfig,
    IPBlockListEntry,
    IPBlockListProvider,
    IPBlockListProvidersConfig,
    RecipientFilterConfig,
    SenderFilterConfig,
    SenderIdConfig,
    SenderReputationConfig,
)
from organization.objects.contacts import MailContact, MailUser
from organization.objects.distribution_group import DistributionGroup
from organization.objects.dns_record import DnsRecord
from organization.objects.dynamic_group import DynamicDistributionGroup
from organization.objects.organization_config import OrganizationConfig
from organization.objects.receive_connector import ReceiveConnector
from organization.objects.send_connector import SendConnector
from organization.objects.server import ExchangeServer, TransportAgent
from organization.objects.transport_config import TransportConfigContainer
from organization.objects.transport_server import TransportServer
from organization.store import Organization
from organization.values.access import AccessEntry
from transport.policy.agents import names


def install(organization: Organization, settings: tuple[tuple[str, str], ...]) -> None:
    """Make of a new organization what the settings of a case say."""
    for connector in organization.all(ReceiveConnector):
        organization.remove(connector)
    make_connector(organization, "Internet", remote_ip_ranges="0.0.0.0-255.255.255.255", auth_mechanism="Tls")
    for name, value in settings:
        if name in OF_CONNECTOR or name in OF_STAGE:
            continue
        kind, own = re.fullmatch(r"(\w+)[ .]?(.*)", name).groups()  # type: ignore[union-attr]
        assert kind in MAKERS, f"no such setting: {name}"
        MAKERS[kind](organization, kind, own, value)
    change(organization, "Internet", {name: value for name, value in settings if name in OF_CONNECTOR})


OF_CONNECTOR = {prop.name for prop in ReceiveConnector.properties}
OF_STAGE = ("Version", "Certificate", "Ntlm")
"""Settings that are not about the organization."""


def make_connector(organization: Organization, name: str, **values: Any) -> None:
    server = organization.one(ExchangeServer)
    base = {"bindings": "0.0.0.0:25", "permission_groups": "AnonymousUsers", "tarpit_interval": "00:00:00"}
    organization.create(ReceiveConnector, name=name, server=server.identity, fqdn=server.fqdn, **(base | values))


def another_connector(organization: Organization, kind: str, name: str, value: str) -> None:
    own = dict(item.split("=", 1) for item in value.split(", "))
    make_connector(organization, name, **{_attribute(key): part for key, part in own.items()})


def accept(organization: Organization, kind: str, own: str, value: str) -> None:
    domain, domain_type = value.split()
    organization.create(AcceptedDomain, name=domain, domain_name=domain, domain_type=domain_type)


def give(organization: Organization, kind: str, own: str, value: str) -> None:
    grant(organization, value, deny=kind == "Deny")


def of_recipient(organization: Organization, kind: str, name: str, value: str) -> None:
    alias, _, attribute = name.partition(".")
    set_recipient(organization, alias, attribute, value)


def group(organization: Organization, kind: str, name: str, value: str) -> None:
    make_group(organization, name, *value.split("; "))


def outsider(organization: Organization, kind: str, alias: str, value: str) -> None:
    organization.create(
        {"Contact": MailContact, "MailUser": MailUser}[kind],
        name=alias,
        alias=alias,
        external_email_address=f"SMTP:{value}",
        email_addresses=[f"SMTP:{alias}@contoso.com"],
    )


def dynamic_group(organization: Organization, kind: str, name: str, value: str) -> None:
    alias = f"dyn-{name}"
    organization.create(
        DynamicDistributionGroup,
        name=alias,
        alias=alias,
        custom_filter=value,
        email_addresses=[f"SMTP:{alias}@contoso.com"],
    )


def send_connector(organization: Organization, kind: str, name: str, value: str) -> None:
    organization.create(SendConnector, name=name, address_spaces=value.split(", "))


def agent(organization: Organization, kind: str, own: str, value: str) -> None:
    install_agent(organization, value)


def of_settings(organization: Organization, kind: str, name: str, value: str) -> None:
    """A property of an object that there is once; the agent whose feature it is about is installed."""
    cls, needed = FEATURES[kind]
    install_agent(organization, needed)
    declared = cls.by_name[name.lower()]
    organization.update(
        organization.one(cls), **{declared.attribute: value.split(", ") if declared.kind.many else value}
    )


def grant(organization: Organization, text: str, deny: bool) -> None:
    """What Add-ADPermission does: `CONTOSO\\anna; ms-Exch-Bypass-Anti-Spam`."""
    user, right = text.split("; ")
    entry = AccessEntry(find_trustee(organization, user), extended=right, deny=deny)
    connector = organization.get(ReceiveConnector, "Internet")
    organization.put(with_entries(connector, [*explicit_entries(connector, organization), entry], organization))


def set_recipient(organization: Organization, alias: str, name: str, value: str) -> None:
    recipient = organization.recipient(f"{alias}@contoso.com")
    assert recipient is not None
    declared = type(recipient).by_name[name.lower()]
    if declared.kind.reference:
        named = [organization.recipient(f"{each}@contoso.com") for each in value.split(", ")]
        references = tuple(each.identity for each in named if each is not None)
        organization.update(recipient, **{declared.attribute: references if declared.kind.many else references[0]})
    else:
        organization.update(recipient, **{declared.attribute: value.split(", ") if declared.kind.many else value})


def make_group(organization: Organization, name: str, members: str, kind: str = "Distribution") -> None:
    found = [organization.recipient(f"{each}@contoso.com") for each in members.split(", ")]
    organization.create(
        DistributionGroup,
        name=name,
        alias=name,
        type=kind,
        members=[each.identity for each in found if each is not None],
        email_addresses=[f"SMTP:{name}@contoso.com"],
    )


FEATURES: dict[str, tuple[type[DirectoryObject], str]] = {
    "Filter": (RecipientFilterConfig, names.RECIPIENT_FILTER),
    "SenderFilter": (SenderFilterConfig, names.SENDER_FILTER),
    "IPBlockList": (IPBlockListConfig, names.CONNECTION_FILTER),
    "BlockProviders": (IPBlockListProvidersConfig, names.CONNECTION_FILTER),
    "AllowProviders": (IPAllowListProvidersConfig, names.CONNECTION_FILTER),
    "SenderId": (SenderIdConfig, names.SENDER_ID),
    "ContentFilter": (ContentFilterConfig, names.CONTENT_FILTER),
    "Attachments": (AttachmentFilterListConfig, names.ATTACHMENT_FILTER),
    "Reputation": (SenderReputationConfig, names.PROTOCOL_ANALYSIS),
    "Organization": (OrganizationConfig, ""),
    "TransportConfig": (TransportConfigContainer, ""),
    "Server": (TransportServer, ""),
}
ENTRIES: dict[str, tuple[type[DirectoryObject], str]] = {
    "Blocked": (IPBlockListEntry, names.CONNECTION_FILTER),
    "Allowed": (IPAllowListEntry, names.CONNECTION_FILTER),
    "BlockProvider": (IPBlockListProvider, names.CONNECTION_FILTER),
    "AllowProvider": (IPAllowListProvider, names.CONNECTION_FILTER),
    "BadWord": (ContentFilterPhrase, names.CONTENT_FILTER),
    "GoodWord": (ContentFilterPhrase, names.CONTENT_FILTER),
    "Attachment": (AttachmentFilterEntry, names.ATTACHMENT_FILTER),
    "Dns": (DnsRecord, ""),
}


def make_entry(organization: Organization, kind: str, own: str, value: str) -> None:
    """An entry of a list that agents go by."""
    cls, agent = ENTRIES[kind]
    number = str(len(organization.all(cls)) + 1)
    if kind == "Dns":
        host, record, *rest = value.split(" ", 2)
        values: dict[str, Any] = {"name": number, "host": host, "type": record, "value": "".join(rest)}
    elif kind in ("BadWord", "GoodWord"):
        values = {"name": number, "phrase": value, "influence": kind}
    elif kind == "Attachment":
        values = {"name": number, "type": value.split()[0], "pattern": value.split()[1]}
    elif own:
        domain, *settings = value.split("; ")
        pairs = (setting.split("=", 1) for setting in settings)
        values = {cls.by_name[key.lower()].attribute: part for key, part in pairs}
        values = {"priority": number} | values | {"name": own, "lookup_domain": domain}
    else:
        values = {"name": number, "ip_range": value}
    organization.create(cls, **values)
    install_agent(organization, agent)


def install_agent(organization: Organization, name: str) -> None:
    installed = organization.all(TransportAgent)
    if name and name not in {agent.name for agent in installed}:
        organization.create(TransportAgent, name=name, priority=len(installed) + 1)


MAKERS: dict[str, Callable[[Organization, str, str, str], None]] = {
    "Connector": another_connector,
    "Domain": accept,
    "Grant": give,
    "Deny": give,
    "Recipient": of_recipient,
    "Group": group,
    "Contact": outsider,
    "MailUser": outsider,
    "Dynamic": dynamic_group,
    "SendConnector": send_connector,
    "Agent": agent,
    **dict.fromkeys(FEATURES, of_settings),
    **dict.fromkeys(ENTRIES, make_entry),
}
"""The first word of a setting's name, and what it makes of that word, of the rest of the name, and of the value."""


def change(organization: Organization, connector: str, values: dict[str, str]) -> None:
    found = organization.get(ReceiveConnector, connector)
    changes: dict[str, Any] = {_attribute(name): None if value == "$null" else value for name, value in values.items()}
    if "default_domain" in changes:
        changes["default_domain"] = organization.get(AcceptedDomain, changes["default_domain"]).identity
    organization.update(found, **changes)


def _attribute(name: str) -> str:
    return ReceiveConnector.by_name[name.lower()].attribute
