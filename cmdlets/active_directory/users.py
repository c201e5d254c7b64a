"""Accounts: shown, made, changed, removed."""

from __future__ import annotations

from typing import Any, ClassVar, Final

from organization.errors import OrganizationError
from organization.objects.user import User
from shell.engine.commands.cmdlet import Example, Impact, parameter
from shell.types.conversion.text import to_string
from shell.values.objects import Hashtable, PSObject

from ..exchange.recipients.mailbox import hashed
from .base import ADCmdlet
from .editing import Changes, Editing
from .entries import entry_of
from .objects import WEAK, ADPasswordComplexityException
from .properties import ATTRIBUTES
from .queries import Query

_TEXTS: Final = {name: ldap for name, ldap in ATTRIBUTES.items() if name not in ("ManagedBy", "Manager", "Members")}
"""Parameters that set one attribute to a text."""


class GetADUser(Query, verb="Get", noun="ADUser"):
    """Show accounts of the lab's directory, with a mailbox or without."""

    kind = "ADUser"
    examples = (
        Example("Get-ADUser anna", "One account by its name."),
        Example("Get-ADUser -Filter {Department -eq 'Sales'} -Properties mail", "Those of a department."),
        Example("Get-ADUser -LDAPFilter '(sn=B*)' | Select-Object Name", "By a filter of LDAP."),
    )


class _UserChange(Editing):
    """What New-ADUser and Set-ADUser take alike."""

    kind = "ADUser"
    manager: Any = parameter("object", allow_null=True, by_property_name=True, help="To whom the person reports.")
    enabled: bool = parameter("bool", by_property_name=True, help="Whether the account may log on.")
    change_password_at_logon: bool = parameter("bool", help="Whether the next logon asks for a new password.")
    password_never_expires: bool = parameter("bool", help="Taken without effect: passwords here never expire.")
    cannot_change_password: bool = parameter("bool", help="Taken without effect.")

    @classmethod
    def declare_parameters(cls) -> None:
        """One for each text; New-ADUser takes them from other programs' objects by their names, too."""
        for name, ldap in _TEXTS.items():
            declared = parameter(
                "string",
                name=name,
                by_property_name=cls.verb == "New",
                allow_null=True,
                allow_empty_string=True,
                help=f"The attribute {ldap}.",
            )
            setattr(cls, f"text_{name.lower()}", declared)

    def wanted(self) -> Changes:
        """The attributes that the parameters set."""
        changes = Changes()
        for name, ldap in _TEXTS.items():
            if self.is_bound(name):
                changes.replace(ldap, getattr(self, f"text_{name.lower()}"))
        if self.is_bound("Manager"):
            changes.replace("manager", None if self.manager is None else self.entry(self.manager).distinguished_name)
        if self.is_bound("Enabled"):
            changes.model["account_disabled"] = not self.enabled
        if self.is_bound("ChangePasswordAtLogon"):
            changes.model["reset_password_on_next_logon"] = self.change_password_at_logon
        return changes


class NewADUser(_UserChange, verb="New", noun="ADUser"):
    """Make an account. It cannot log on before it has a password and is enabled."""

    name_: str = parameter("string", name="Name", position=0, mandatory=True, by_property_name=True, help="Its name.")
    account_password: Any = parameter("securestring", by_property_name=True, help="The password.")
    path: str = parameter("string", by_property_name=True, help="The container; CN=Users where none is named.")
    other_attributes: Hashtable | None = parameter("hashtable", help="More attributes, by LDAP's names.")
    pass_thru: bool = parameter("switch", help="Write the account.")
    examples = (
        Example(
            "New-ADUser -Name 'Nora Novak' -SamAccountName nora -Enabled $true "
            "-AccountPassword (ConvertTo-SecureString 'Pass@word1' -AsPlainText -Force)",
            "An account that can log on.",
        ),
        Example("New-ADUser Svc-Scan -OtherAttributes @{ employeeType = 'Service' } -PassThru", "One for a device."),
    )

    def process(self) -> None:
        """Make it: as in Active Directory disabled first, then its password is set, then it is enabled."""
        organization = self.organization
        forest = organization.forest
        sam = getattr(self, "text_samaccountname", None) or self.name_
        container = self.container(self.path) or forest.users_dn
        try:
            made = organization.new(
                User,
                name=self.name_,
                sam_account_name=sam[:20],
                netbios_domain=forest.netbios,
                container_dn=container,
                account_disabled=True,
            )
        except OrganizationError as error:
            raise self.refused(8239, error.text) from None
        if not self.should_process(made.distinguished_name, "New"):
            return
        if organization.find(User, sam):
            raise self.exists(1316, "The specified account already exists", made.distinguished_name)
        changes = self.wanted()
        for key, value in (self.other_attributes or Hashtable()).items():
            changes.replace(to_string(key), value)
        enable = not changes.model.pop("account_disabled", True)
        self.apply(entry_of(made, organization), changes, new=True)
        if self.account_password is not None or enable:
            self._open(made, enable)
        if self.pass_thru:
            self.show(self.entry(made.distinguished_name))

    def _open(self, made: User, enable: bool) -> None:
        try:
            facts = hashed(self.account_password)
        except OrganizationError:
            raise self.refused(1325, WEAK, target=made.name, kind=ADPasswordComplexityException) from None
        self.organization.update(self.stored(made), **facts, account_disabled=not enable)

    def stored(self, made: User) -> User:
        """The account as it is in the directory by now."""
        found = self.organization.by_guid(made.guid)
        assert isinstance(found, User)
        return found


class SetADUser(_UserChange, verb="Set", noun="ADUser"):
    """Change an account: by named parameters, or by LDAP's attributes."""

    default_set = "Identity"
    identity: Any = parameter(
        "object", position=0, mandatory=True, pipeline=True, sets=("Identity",), help="The account."
    )
    instance: Any = parameter("object", mandatory=True, sets=("Instance",), help="An account that a script changed.")
    pass_thru: bool = parameter("switch", help="Write the account as it is then.")
    examples = (
        Example("Set-ADUser anna -Title 'Head of Sales' -Replace @{ extensionAttribute1 = 'x' }", "Two changes."),
        Example("Get-ADUser -Filter {Department -eq 'IT'} | Set-ADUser -Office 4.12", "Of several accounts."),
        Example("Set-ADUser ben -Clear Title, extensionAttribute1", "Nothing is there any more."),
    )

    def process(self) -> None:
        """Change it."""
        entry = self.entry(self.identity if self.parameter_set == "Identity" else self.instance)
        changes = self.wanted()
        if self.parameter_set == "Instance" and isinstance(self.instance, PSObject):
            self.compare(entry, self.instance, changes)
        else:
            self.edits(changes)
        if self.should_process(entry.distinguished_name, "Set"):
            self.apply(entry, changes)
            if self.pass_thru:
                self.show(self.entry(entry.distinguished_name))


class RemoveADUser(ADCmdlet, verb="Remove", noun="ADUser"):
    """Remove accounts from the directory, their mailboxes with them; asks first."""

    kind = "ADUser"
    supports_should_process: ClassVar[bool] = True
    impact: ClassVar[Impact] = Impact.HIGH
    identity: Any = parameter("object", position=0, mandatory=True, pipeline=True, help="The account.")
    examples = (Example("New-ADUser Old; Remove-ADUser Old -Confirm:$false", "Made and removed."),)

    def process(self) -> None:
        """Remove it."""
        entry = self.entry(self.identity)
        if self.should_process(entry.distinguished_name, "Remove") and entry.item is not None:
            self.organization.remove(entry.item)


class SearchADAccount(ADCmdlet, verb="Search", noun="ADAccount"):
    """Find accounts by their state."""

    kind = "ADUser"
    account_disabled: bool = parameter("switch", sets=("AccountDisabled",), mandatory=True, help="That cannot log on.")
    account_inactive: bool = parameter("switch", sets=("AccountInactive",), mandatory=True, help="Nobody logged on.")
    account_expired: bool = parameter("switch", sets=("AccountExpired",), mandatory=True, help="None has an end here.")
    locked_out: bool = parameter("switch", sets=("LockedOut",), mandatory=True, help="None is ever locked out here.")
    password_expired: bool = parameter("switch", sets=("PasswordExpired",), mandatory=True, help="That need a new one.")
    password_never_expires: bool = parameter(
        "switch", sets=("PasswordNeverExpires",), mandatory=True, help="As userAccountControl says."
    )
    users_only: bool = parameter("switch", help="Accounts of people; the lab's computers are never found anyhow.")
    computers_only: bool = parameter("switch", help="Only computers: none is found.")
    time_span: Any = parameter("timespan", sets=("AccountInactive",), help="Taken without effect: none ever logged on.")
    date_time: Any = parameter("datetime", sets=("AccountInactive",), help="Taken without effect, as -TimeSpan is.")
    result_set_size: Any = parameter("System.Nullable`1[int]", help="The most accounts; empty for all.")
    examples = (Example("Search-ADAccount -AccountDisabled -UsersOnly", "All accounts that cannot log on."),)

    def process(self) -> None:
        """Write them."""
        if self.computers_only:
            return
        found = [entry for entry in self.entries() if self._fits(entry.item)]
        for entry in found[: self.result_set_size]:
            self.show(entry, ("PasswordExpired", "PasswordNeverExpires", "LockedOut", "LastLogonDate"))

    def _fits(self, item: Any) -> bool:
        state = self.parameter_set
        if state == "AccountDisabled":
            return bool(item.account_disabled)
        if state == "PasswordExpired":
            return bool(item.reset_password_on_next_logon)
        return state == "AccountInactive"
