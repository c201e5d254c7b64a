"""Accounts of the domain."""

from __future__ import annotations

from collections.abc import Iterator

from ..names import ADObjectId
from ..passwords import verify_password
from ..properties import Many, Reference, prop
from .recipient import Recipient, RecipientType


class User(Recipient):
    """An account that can log on. Its personal properties are those that Get-User shows."""

    noun = "User"
    schema_name = "Person"
    object_classes = ("top", "person", "organizationalPerson", "user")
    kind = RecipientType.User

    sam_account_name: str = prop(str, default="", longest=20, help="The logon name as in DOMAIN\\name.")
    user_principal_name: str = prop(str, default="", longest=1024, help="The logon name as in name@domain.")
    office: str | None = prop(str, default="", longest=128)
    netbios_domain: str = prop(str, default="", hidden=True)
    password_hash: str | None = prop(str, default=None, hidden=True)
    account_disabled: bool = prop(bool, default=False, hidden=True)
    reset_password_on_next_logon: bool = prop(bool, default=False, hidden=True)
    assistant_name: str | None = prop(str, default="", longest=256, hidden=True)
    city: str | None = prop(str, default="", longest=128, hidden=True)
    company: str | None = prop(str, default="", longest=64, hidden=True)
    country_or_region: str | None = prop(str, default=None, longest=128, hidden=True)
    department: str | None = prop(str, default="", longest=64, hidden=True)
    fax: str | None = prop(str, default="", longest=64, hidden=True)
    first_name: str | None = prop(str, default="", longest=64, hidden=True)
    home_phone: str | None = prop(str, default="", longest=64, hidden=True)
    initials: str | None = prop(str, default="", longest=6, hidden=True)
    last_name: str | None = prop(str, default="", longest=64, hidden=True)
    manager: ADObjectId | None = prop(Reference("Recipient"), default=None, hidden=True)
    mobile_phone: str | None = prop(str, default="", longest=64, hidden=True)
    notes: str | None = prop(str, default="", hidden=True)
    other_telephone: tuple[str, ...] = prop(Many(str), default=(), hidden=True)
    pager: str | None = prop(str, default="", longest=64, hidden=True)
    phone: str | None = prop(str, default="", longest=64, hidden=True)
    postal_code: str | None = prop(str, default="", longest=40, hidden=True)
    state_or_province: str | None = prop(str, default="", longest=128, hidden=True)
    street_address: str | None = prop(str, default="", longest=1024, hidden=True)
    title: str | None = prop(str, default="", longest=128, hidden=True)
    web_page: str | None = prop(str, default="", longest=2048, hidden=True)

    def identity_keys(self) -> Iterator[str]:
        """Also by the logon names: `name`, `DOMAIN\\name`, `name@domain`."""
        yield from super().identity_keys()
        if self.sam_account_name:
            yield self.sam_account_name
            yield f"{self.netbios_domain}\\{self.sam_account_name}"
        if self.user_principal_name:
            yield self.user_principal_name

    def accepts_password(self, password: str) -> bool:
        """Whether the account may log on with a password. Takes some tens of milliseconds."""
        return not self.account_disabled and verify_password(password, self.password_hash)
