"""Accounts that clients log on with: found by their logon names, and by nothing else that an object is called."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from organization.identity import is_pattern
from organization.objects.user import User

from .trustees import trustees_of

if TYPE_CHECKING:
    from organization.store import Organization

    from .ntlm import Proof
    from .permissions import Grants


@dataclass(frozen=True, slots=True)
class Account:
    """Who has logged on."""

    key: UUID
    logon_name: str
    """`CONTOSO\\\\anna`."""


class Accounts:
    """The accounts of an organization."""

    def __init__(self, organization: Organization) -> None:
        self._organization = organization

    def log_on(self, name: str, password: str) -> Account | None:
        """The account behind `DOMAIN\\name`, `name@domain` or `name`, if the password is right. Slow on purpose."""
        user = self._find(name)
        return _account(user) if user is not None and user.accepts_password(password) else None

    def prove(self, proof: Proof) -> Account | None:
        """The account of an NTLM dialogue. A domain that nobody knows, a workstation's name perhaps, is ours."""
        user = self._find(proof.name) or self._find(proof.user)
        if user is None or not user.may_log_on or not user.nt_hash or not proof.fits(bytes.fromhex(user.nt_hash)):
            return None
        return _account(user)

    def rights(self, account: Account, grants: Grants) -> frozenset[str]:
        """What an account may do, for itself, as a member of groups, and as one of all who have logged on."""
        return grants.to(trustees_of(self._organization, account.key, grants.objects))

    def _find(self, name: str) -> User | None:
        if not name or is_pattern(name):
            return None
        domain, separator, local = name.rpartition("\\")
        if separator and domain.casefold() == self._organization.forest.domain.casefold():
            name = f"{self._organization.forest.netbios}\\{local}"
        return self._named(name) or self._by_implicit_name(name)

    def _by_implicit_name(self, name: str) -> User | None:
        """`name@domain` holds with the domain's own name whatever the account's UPN is."""
        local, separator, domain = name.rpartition("@")
        forest = self._organization.forest
        if not separator or domain.casefold() not in (forest.domain.casefold(), forest.netbios.casefold()):
            return None
        return self._named(f"{forest.netbios}\\{local}")

    def _named(self, name: str) -> User | None:
        wanted = name.casefold()
        for user in self._organization.find(User, name):
            sam = user.sam_account_name.casefold()
            own = f"{user.netbios_domain}\\{user.sam_account_name}".casefold()
            if sam and wanted in (sam, own, user.user_principal_name.casefold()):
                return user
        return None


def _account(user: User) -> Account:
    return Account(user.guid, f"{user.netbios_domain}\\{user.sam_account_name}")
