"""Domains that the organization takes mail for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from ..directory import DirectoryObject
from ..errors import OrganizationError, RuleBroken
from ..names import Forest
from ..properties import prop
from ..values.address import SmtpDomainWithSubdomains
from ..values.enums import AcceptedDomainType

if TYPE_CHECKING:
    from ..store import Organization


class AcceptedDomain(DirectoryObject):
    """A domain, or a domain with all below it, that the organization takes mail for."""

    noun = "accepted domain"
    schema_name = "ms-Exch-Accepted-Domain"
    object_classes = ("top", "msExchAcceptedDomain")

    domain_name: SmtpDomainWithSubdomains = prop(SmtpDomainWithSubdomains, help="The domain, or *.domain.")
    domain_type: AcceptedDomainType = prop(
        AcceptedDomainType, default="Authoritative", help="Whether its recipients are here, elsewhere, or both."
    )
    address_book_enabled: bool | None = prop(
        bool, default=None, help="Look recipients of the domain up; by default for authoritative domains."
    )
    default: bool = prop(bool, default=False, read_only=True)
    match_sub_domains: bool = prop(bool, default=False, since="2016", help="Take mail for all subdomains too.")

    @classmethod
    def container(cls, forest: Forest, values: Mapping[str, Any]) -> str:
        """Among the organization's transport settings."""
        return f"CN=Accepted Domains,{forest.transport_settings_dn}"

    def identity_keys(self) -> Iterator[str]:
        """Also by the domain."""
        yield from super().identity_keys()
        yield str(self.domain_name)

    def matches(self, domain: str) -> bool:
        """Whether mail for `domain` falls under it."""
        own = self.domain_name
        return own.matches(domain) or (
            self.match_sub_domains and domain.casefold().endswith("." + own.domain.casefold())
        )

    @property
    def looks_recipients_up(self) -> bool:
        """Whether the recipient filter may refuse unknown recipients in it."""
        if self.address_book_enabled is None:
            return self.domain_type is AcceptedDomainType.Authoritative
        return self.address_book_enabled

    def rules(self, organization: Organization) -> Iterator[OrganizationError]:
        """Each domain once, one default, and that one authoritative."""
        for other in organization.named(AcceptedDomain, str(self.domain_name)):
            if other.guid != self.guid and other.domain_name == self.domain_name:
                yield RuleBroken(
                    f'The domain name "{self.domain_name}" already exists as an accepted domain, "{other.name}".', self
                )
        if self.default and self.domain_type is not AcceptedDomainType.Authoritative:
            yield RuleBroken(f'The default accepted domain "{self.name}" must be an authoritative domain.', self)
        if self.default and self.domain_name.include_subdomains:
            yield RuleBroken(f'The default accepted domain "{self.name}" can\'t be a wildcard domain.', self)


def accepted_domain_of(domain: str, organization: Organization) -> AcceptedDomain | None:
    """The accepted domain that mail for `domain` falls under: the domain itself before the longest wildcard."""
    found = [item for item in organization.all(AcceptedDomain) if item.matches(domain)]
    found.sort(key=lambda item: (item.domain_name.include_subdomains, -len(item.domain_name.domain)))
    return found[0] if found else None


def default_domain(organization: Organization) -> AcceptedDomain | None:
    """The domain of new addresses and of reports."""
    domains = organization.all(AcceptedDomain)
    return next((item for item in domains if item.default), domains[0] if domains else None)
