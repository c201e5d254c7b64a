"""Accounts as doors: opened, closed, given passwords."""

from __future__ import annotations

from typing import Any, ClassVar

from organization.errors import OrganizationError
from organization.objects.user import User
from shell.engine.commands.cmdlet import Example, parameter
from shell.values.errors import ErrorCategory

from ..exchange.conversion import secret_text
from ..exchange.recipients.mailbox import hashed
from .base import ADCmdlet
from .objects import WEAK, ADPasswordComplexityException


class _OnAccount(ADCmdlet):
    """A cmdlet for one account."""

    kind = "ADUser"
    supports_should_process: ClassVar[bool] = True
    identity: Any = parameter("object", position=0, mandatory=True, pipeline=True, help="The account.")
    pass_thru: bool = parameter("switch", help="Write the account as it is then.")
    action: ClassVar[str] = "Set"

    def process(self) -> None:
        """Do it, unless -WhatIf or an answer is against it."""
        entry = self.entry(self.identity)
        assert isinstance(entry.item, User)
        if self.should_process(entry.distinguished_name, self.action):
            self.alter(entry.item)
            if self.pass_thru:
                self.show(self.entry(entry.distinguished_name))

    def alter(self, account: User) -> None:
        """Change the account."""


class EnableADAccount(_OnAccount, verb="Enable", noun="ADAccount"):
    """Let accounts log on again."""

    action = "Enable"
    examples = (Example("Disable-ADAccount anna; Enable-ADAccount anna", "Closed and opened."),)

    def alter(self, account: User) -> None:
        """Open it; one without a password stays closed."""
        if account.password is None:
            raise self.refused(1325, WEAK, target=account.distinguished_name, kind=ADPasswordComplexityException)
        self.organization.update(account, account_disabled=False)


class DisableADAccount(_OnAccount, verb="Disable", noun="ADAccount"):
    """Close accounts: nobody can log on by them, not by SMTP either. Mail still arrives."""

    action = "Disable"
    examples = (Example("Get-ADUser ben | Disable-ADAccount -PassThru", "Closed, and shown."),)

    def alter(self, account: User) -> None:
        """Close it."""
        self.organization.update(account, account_disabled=True)


class UnlockADAccount(_OnAccount, verb="Unlock", noun="ADAccount"):
    """Unlock accounts. None is ever locked here: wrong passwords are counted by connectors, not by the domain."""

    action = "Unlock"
    examples = (Example("Unlock-ADAccount anna", "It was open anyhow."),)


class SetADAccountPassword(_OnAccount, verb="Set", noun="ADAccountPassword"):
    """Give an account another password: with the old one, or by -Reset without it."""

    default_set = "NewPassword"
    new_password: Any = parameter("securestring", help="The new password.")
    old_password: Any = parameter("securestring", help="The password so far.")
    reset: bool = parameter("switch", help="An administrator sets it and need not know the old one.")
    examples = (
        Example(
            "Set-ADAccountPassword anna -Reset -NewPassword (ConvertTo-SecureString 'Other@word2' -AsPlainText -Force)",
            "Another password.",
        ),
    )

    def alter(self, account: User) -> None:
        """Set it. Raises errors for a weak one, and for a wrong old one."""
        old = secret_text(self.old_password)
        if not self.reset and (account.password is None or not account.password.fits(old)):
            raise self.refused(86, "The specified network password is not correct.", ErrorCategory.AuthenticationError)
        try:
            facts = hashed(self.new_password)
        except OrganizationError:
            raise self.refused(1325, WEAK, kind=ADPasswordComplexityException) from None
        self.organization.update(account, **facts, reset_password_on_next_logon=False)
