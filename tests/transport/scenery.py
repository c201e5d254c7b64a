"""What the settings of a transcript's case make of the organization that it plays in."""

from __future__ import annotations

import re
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
    for connector in organization.all(ReceiveConnector):
        organization.remove(connector)
    server = organization.one(ExchangeServer)
    base: dict[str, Any] = {"server": server.identity, "fqdn": server.fqdn, "tarpit_interval": "00:00:00"}
    organization.create(
        ReceiveConnector,
        name="Internet",
        bindings="0.0.0.0:25",
        remote_ip_ranges="0.0.0.0-255.255.255.255",
        permission_groups="AnonymousUsers",
        auth_mechanism="Tls",
        **base,
    )
    for name, value in settings:
        if name == "Domain":
            domain, kind = value.split()
            organization.create(AcceptedDomain, name=domain, domain_name=domain, domain_type=kind)
        elif name.startswith("Connector "):
            own = dict(item.split("=", 1) for item in value.split(", "))
            organization.create(
                ReceiveConnector,
                name=name.removeprefix("Connector "),
                **base
                | {"bindings": "0.0.0.0:25", "permission_groups": "AnonymousUsers"}
                | {_attribute(key): part for key, part in own.items()},
            )
        elif name in ("Grant", "Deny"):
            grant(organization, value, deny=name == "Deny")
        elif name.startswith("Recipient "):
            alias, _, attribute = name.removeprefix("Recipient ").partition(".")
            set_recipient(organization, alias, attribute, value)
        elif name.startswith("Group "):
            make_group(organization, name.removeprefix("Group "), *value.split("; "))
        elif name.startswith(("Contact ", "MailUser ")):
            kind, alias = name.split()
            organization.create(
                {"Contact": MailContact, "MailUser": MailUser}[kind],
                name=alias,
                alias=alias,
                external_email_address=f"SMTP:{value}",
                email_addresses=[f"SMTP:{alias}@contoso.com"],
            )
        elif name.startswith("Dynamic "):
            alias = f"dyn-{name.removeprefix('Dynamic ')}"
            organization.create(
                DynamicDistributionGroup,
                name=alias,
                alias=alias,
                custom_filter=value,
                email_addresses=[f"SMTP:{alias}@contoso.com"],
            )
        elif name.startswith("TransportConfig."):
            config = organization.one(TransportConfigContainer)
            declared = type(config).by_name[name.partition(".")[2].lower()]
            organization.update(config, **{declared.attribute: value.split(", ") if declared.kind.many else value})
        elif name.startswith("Server."):
            settings_of_server = organization.one(TransportServer)
            declared = type(settings_of_server).by_name[name.partition(".")[2].lower()]
            organization.update(settings_of_server, **{declared.attribute: value})
        elif name.startswith("SendConnector "):
            connector_name = name.removeprefix("SendConnector ")
            organization.create(SendConnector, name=connector_name, address_spaces=value.split(", "))
        elif name == "Agent":
            install_agent(organization, value)
        elif name.partition(" ")[0] in ENTRIES:
            make_entry(organization, name, value)
        elif name.partition(".")[0] in FEATURES:
            cls, agent = FEATURES[name.partition(".")[0]]
            install_agent(organization, agent)
            declared = cls.by_name[name.partition(".")[2].lower()]
            several = value.split(", ") if declared.kind.many else value
            organization.update(organization.one(cls), **{declared.attribute: several})
    known = {prop.name for prop in ReceiveConnector.properties}
    change(organization, "Internet", {name: value for name, value in settings if name in known})
    others = (
        r"Version|Domain|Grant|Deny|Recipient .*|Group .*|TransportConfig\..*|Connector .*|Certificate|Ntlm"
        r"|Contact .*|Dynamic .*|MailUser .*|Agent|Server\..*|SendConnector .*"
        rf"|({'|'.join(ENTRIES)})( .*)?|({'|'.join(FEATURES)})\..*"
    )
    unknown = {name for name, _ in settings if not re.fullmatch(others, name)}
    assert unknown <= known, f"no such settings: {unknown - known}"


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


def make_entry(organization: Organization, name: str, value: str) -> None:
    """An entry of a list that agents go by."""
    kind, _, own = name.partition(" ")
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


def change(organization: Organization, connector: str, values: dict[str, str]) -> None:
    found = organization.get(ReceiveConnector, connector)
    changes: dict[str, Any] = {_attribute(name): None if value == "$null" else value for name, value in values.items()}
    if "default_domain" in changes:
        changes["default_domain"] = organization.get(AcceptedDomain, changes["default_domain"]).identity
    organization.update(found, **changes)


def _attribute(name: str) -> str:
    return ReceiveConnector.by_name[name.lower()].attribute
