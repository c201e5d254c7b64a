"""E-mail address policies: which addresses a new recipient gets."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ..directory import DirectoryObject
from ..names import Forest
from ..properties import Many, derived, prop
from ..values.address import ProxyAddress

_FIELD = re.compile(r"%(\d*)([msgid])", re.I)


class EmailAddressPolicy(DirectoryObject):
    """Templates for the addresses of recipients."""

    noun = "e-mail address policy"
    schema_name = "ms-Exch-Recipient-Policy"
    object_classes = ("top", "msExchGenericPolicy", "msExchRecipientPolicy")

    recipient_filter: str = prop(str, default="Alias -ne $null")
    ldap_recipient_filter: str = prop(str, default="(mailNickname=*)", read_only=True)
    recipient_filter_type: str = derived(str, lambda self: "Precanned")
    included_recipients: str = prop(str, default="AllRecipients")
    enabled_primary_smtp_address_template: str = prop(str, name="EnabledPrimarySMTPAddressTemplate", default="")
    enabled_email_address_templates: tuple[str, ...] = prop(Many(str), default=())
    disabled_email_address_templates: tuple[str, ...] = prop(Many(str), default=())
    priority: str = prop(str, default="Lowest")
    recipient_filter_applied: bool = prop(bool, default=True, read_only=True)

    @classmethod
    def container(cls, forest: Forest, values: Mapping[str, Any]) -> str:
        """Among the recipient policies."""
        return f"CN=Recipient Policies,{forest.organization_dn}"

    def addresses(self, alias: str, first: str = "", last: str = "", display: str = "") -> tuple[ProxyAddress, ...]:
        """The addresses that a recipient gets, the primary one first."""
        templates = self.enabled_email_address_templates or (f"SMTP:{self.enabled_primary_smtp_address_template}",)
        return tuple(ProxyAddress.parse(_filled(text, alias, first, last, display)) for text in templates)


def _filled(template: str, alias: str, first: str, last: str, display: str) -> str:
    """`%m` alias, `%g` first name, `%s` last name, `%d` display name; `%1g` its first letter; no field is `%m`."""
    values = {"m": alias, "g": first, "s": last, "d": display, "i": ""}

    def fill(match: re.Match[str]) -> str:
        count, field = match.groups()
        text = values.get(field.lower(), "")
        text = "".join(char for char in text if char.isalnum() or char in "!#$&'*+-/=?^_`{|}~.")
        return text[: int(count)] if count else text

    prefix, _, address = template.partition(":")
    address = _FIELD.sub(fill, address)
    local, at, domain = address.rpartition("@")
    return f"{prefix}:{local or alias}{at}{domain}"
