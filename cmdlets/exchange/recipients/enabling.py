"""Cmdlets that mail-enable accounts and groups, and that undo it."""

from __future__ import annotations

from typing import Any, ClassVar

from organization.errors import OrganizationError, RuleBroken
from organization.objects.contacts import MailUser
from organization.objects.distribution_group import DistributionGroup
from organization.objects.user import User
from organization.values.address import ProxyAddress
from shell.engine.commands.cmdlet import Example, Impact, parameter

from ..base import Model
from ..changing import RemoveObject
from ..parameters import given_value, parameter_for
from .common import AddressedCmdlet, alias_from, new_addresses

_ONE_OF_THESE_ALREADY = (
    "This task does not support recipients of this type. The specified recipient {identity} is of type {kind}. Please "
    "make sure that this recipient matches the required recipient type for this task."
)


def wrong_type(item: User | DistributionGroup) -> RuleBroken:
    """Return the error for a recipient that is mail-enabled already."""
    text = _ONE_OF_THESE_ALREADY.format(identity=item.identity_text(), kind=item.recipient_kind())
    return RuleBroken(text, item, "RecipientTaskException")


def account_of(item: User) -> dict[str, Any]:
    """Return the values of the plain account, without the mail properties."""
    kept = {*vars(User), "admin_display_name", "created", "display_name", "guid", "container_dn", "name"}
    kept = (kept | {"originating_server"}) - {"alias", "email_addresses"}
    return {key: value for key, value in vars(item).items() if key in User.by_attribute and key in kept}


class _Enable(AddressedCmdlet[Model]):
    """Mail-enable an existing object."""

    tasks = "RecipientTasks"
    alias: str = parameter("string", help="The alias; by default made from the name.")
    display_name: str = parameter("string", help="The display name in the address book.")

    @classmethod
    def declare_parameters(cls) -> None:
        """Declare -Identity."""
        cls.add_parameter("identity", cls.identity_parameter(mandatory=True))

    def process(self) -> None:
        """Mail-enable the object."""
        assert self.identity is not None
        try:
            found: Any = self.lookup(self.kind_found, self.identity)
            made = self.made(found)
            question = f'Enabling {self.model.noun} "{found.identity_text()}".'
            if self.should_process(found.identity_text(), message=question):
                self.emit(self.organization.put(made))
        except OrganizationError as error:
            self.report(error)

    kind_found: ClassVar[type[User] | type[DistributionGroup]] = User

    def made(self, found: Any) -> Any:
        """Return the mail-enabled recipient."""
        raise NotImplementedError


class EnableMailUser(_Enable[MailUser], verb="Enable", noun="MailUser"):
    """Mail-enable an account: its mail goes to an external address."""

    external_email_address: Any = parameter_for(MailUser.by_attribute["external_email_address"], mandatory=True)
    examples = (
        Example(
            "Disable-Mailbox elena -Confirm:$false; Enable-MailUser elena -ExternalEmailAddress elena@fabrikam.com",
            "Its mailbox is in another system now.",
        ),
    )

    def made(self, found: User) -> MailUser:
        """Return the account with an alias, an external address and proxy addresses."""
        if type(found) is not User:
            raise wrong_type(found)
        external = ProxyAddress.convert(given_value(self.external_email_address))
        external = external.as_primary() if external.is_smtp else external
        alias = self.alias or alias_from(found.user_principal_name.partition("@")[0] or found.sam_account_name)
        primary = self.primary_smtp_address
        own = (ProxyAddress("SMTP", primary.text), external.as_secondary()) if primary else (external,)
        return self.organization.new(
            MailUser,
            **{
                **{key: value for key, value in vars(found).items() if key in User.by_attribute},
                "alias": alias,
                "display_name": self.display_name or found.display_name or found.name,
                "external_email_address": external,
                "email_addresses": own,
                "email_address_policy_enabled": False,
                "exchange_version": self.organization.profile.recipient_version,
            },
        )


class EnableDistributionGroup(_Enable[DistributionGroup], verb="Enable", noun="DistributionGroup"):
    """Mail-enable a group."""

    kind_found = DistributionGroup
    examples = (
        Example(
            "Disable-DistributionGroup Sales -Confirm:$false; Enable-DistributionGroup Sales",
            "Disable a group, then enable it again.",
        ),
    )

    def made(self, found: DistributionGroup) -> DistributionGroup:
        """Return the group with an alias and addresses."""
        if found.email_addresses:
            raise wrong_type(found)
        alias = self.alias or alias_from(found.name)
        name = self.display_name or found.display_name or found.name
        addresses = new_addresses(self.organization, alias, self.primary_smtp_address, {"display_name": name})
        return found.replace(alias=alias, display_name=name, **addresses)


class _Disable(RemoveObject[Model]):
    """Remove the mail properties of a recipient; asks first."""

    tasks = "RecipientTasks"
    impact: ClassVar[Impact] = Impact.HIGH

    def process(self) -> None:
        """Remove the mail properties."""
        assert self.identity is not None
        try:
            found: Any = self.lookup(self.model, self.identity)
            if self.should_process(found.identity_text(), message=self.question(found)):
                self.organization.put(self.without_mail(found))
        except OrganizationError as error:
            self.report(error)

    def question(self, item: Any) -> str:
        """Return the text that -WhatIf and -Confirm show: what is lost and what is kept."""
        return (
            f'Disabling {item.noun} "{item.identity_text()}" removes its Exchange properties. The object itself stays '
            "in Active Directory."
        )

    def without_mail(self, found: Any) -> Any:
        """Return the object without its mail properties."""
        raise NotImplementedError


class DisableMailUser(_Disable[MailUser], verb="Disable", noun="MailUser"):
    """Remove the mail properties of a mail user; asks first. The account stays."""

    examples = (Example("Get-MailUser | Disable-MailUser -WhatIf", "Show what would be done."),)

    def without_mail(self, found: MailUser) -> User:
        """Return the plain account."""
        return self.organization.new(User, **account_of(found))


class DisableDistributionGroup(_Disable[DistributionGroup], verb="Disable", noun="DistributionGroup"):
    """Remove the mail properties of a group; asks first. The group and its members stay."""

    examples = (Example("Disable-DistributionGroup Sales -WhatIf", "Show what would be done."),)

    def without_mail(self, found: DistributionGroup) -> DistributionGroup:
        """Return the plain group."""
        if not found.email_addresses:
            raise wrong_type(found)
        return found.replace(alias=None, email_addresses=())
