"""Accounts of the domain."""

from __future__ import annotations

from collections.abc import Iterator

from ..names import ADObjectId, last_part
from ..passwords import Password
from ..properties import Many, Reference, prop
from .recipient import Recipient, RecipientType


def check_logon_name(value: str | None) -> str | None:
    """What is wrong with a user principal name: the domain may be any, but one there must be."""
    if not value or ("@" in value[:-1] and not value.endswith("@")):
        return None
    return (
        f"Property expression \"{value}\" is not valid. Valid values are: Strings that include '@', where '@' cannot "
        "be the last character."
    )


class User(Recipient):
    """An account that can log on. Its personal properties are those that Get-User shows."""

    noun = "User"
    schema_name = "Person"
    object_classes = ("top", "person", "organizationalPerson", "user")
    kind = RecipientType.User

    sam_account_name: str = prop(str, default="", longest=20, help="The logon name as in DOMAIN\\name.")
    user_principal_name: str = prop(
        str, default="", longest=1024, check=check_logon_name, help="The logon name as in name@domain."
    )
    office: str | None = prop(str, default="", longest=128, help="The office or room, 128 characters at most.")
    netbios_domain: str = prop(str, default="", hidden=True)
    password: Password | None = prop("Password", default=None, hidden=True)
    account_disabled: bool = prop(
        bool, default=False, hidden=True, help="The account cannot log on, not by SMTP either."
    )
    reset_password_on_next_logon: bool = prop(
        bool,
        default=False,
        hidden=True,
        help="Windows asks for a new password at the next logon. SMTP cannot ask, so nobody logs on by it until then.",
    )
    assistant_name: str | None = prop(str, default="", longest=256, hidden=True, help="The name of the assistant.")
    city: str | None = prop(str, default="", longest=128, hidden=True, help="The city of the address.")
    company: str | None = prop(str, default="", longest=64, hidden=True, help="The company, 64 characters at most.")
    country_or_region: str | None = prop(
        str, default=None, longest=128, hidden=True, help="The country or region of the address, as any text."
    )
    department: str | None = prop(
        str, default="", longest=64, hidden=True, help="The department, 64 characters at most."
    )
    fax: str | None = prop(str, default="", longest=64, hidden=True, help="The fax number, as any text.")
    first_name: str | None = prop(str, default="", longest=64, hidden=True, help="The given name.")
    home_phone: str | None = prop(
        str, default="", longest=64, hidden=True, help="The telephone number at home, as any text."
    )
    initials: str | None = prop(str, default="", longest=6, hidden=True, help="The initials, 6 characters at most.")
    last_name: str | None = prop(str, default="", longest=64, hidden=True, help="The family name.")
    manager: ADObjectId | None = prop(
        Reference("Recipient"), default=None, hidden=True, help="The recipient to whom this person reports."
    )
    mobile_phone: str | None = prop(
        str, default="", longest=64, hidden=True, help="The mobile telephone number, as any text."
    )
    notes: str | None = prop(str, default="", hidden=True, help="A free text about the person.")
    other_telephone: tuple[str, ...] = prop(Many(str), default=(), hidden=True, help="More telephone numbers.")
    pager: str | None = prop(str, default="", longest=64, hidden=True, help="The number of the pager, as any text.")
    phone: str | None = prop(
        str, default="", longest=64, hidden=True, help="The telephone number at work, as any text."
    )
    postal_code: str | None = prop(
        str, default="", longest=40, hidden=True, help="The postal code of the address, 40 characters at most."
    )
    state_or_province: str | None = prop(
        str, default="", longest=128, hidden=True, help="The state or province of the address."
    )
    street_address: str | None = prop(str, default="", longest=1024, hidden=True, help="Street and house number.")
    title: str | None = prop(str, default="", longest=128, hidden=True, help="The job title.")
    web_page: str | None = prop(
        str, default="", longest=2048, hidden=True, help="The address of a page about the person."
    )

    def identity_keys(self) -> Iterator[str]:
        """Also by the logon names: `name`, `DOMAIN\\name`, `name@domain`."""
        yield from super().identity_keys()
        if self.sam_account_name:
            yield self.sam_account_name
            yield f"{self.netbios_domain}\\{self.sam_account_name}"
        if self.user_principal_name:
            yield self.user_principal_name

    def index_keys(self) -> Iterator[str]:
        """Also by the logon names."""
        yield from super().index_keys()
        if self.sam_account_name:
            yield last_part(self.sam_account_name)
        if self.user_principal_name:
            yield last_part(self.user_principal_name)

    @property
    def may_log_on(self) -> bool:
        """Whether the account may log on with a right password: it is not disabled, and the password not expired."""
        return not self.account_disabled and not self.reset_password_on_next_logon

    def accepts_password(self, password: str) -> bool:
        """Whether the account may log on with a password. Takes some tens of milliseconds."""
        return self.may_log_on and self.password is not None and self.password.fits(password)

    @property
    def nt_hash(self) -> str | None:
        """What NTLM needs, kept only where this machine can do NTLM."""
        return self.password.nt if self.password is not None else None
