"""The domain itself, its forest, its domain controller."""

from __future__ import annotations

from typing import Any, Final
from uuid import NAMESPACE_DNS, uuid5

from shell.engine.commands.cmdlet import Example, parameter
from shell.values.objects import PSObject

from .base import ADCmdlet
from .entries import DOMAIN_SID, entries, operating_system
from .objects import make_plain

_MODES: Final = {"2007": "Windows2003", "2010": "Windows2008R2", "2013": "Windows2012R2"}


class _AboutDomain(ADCmdlet):
    """A cmdlet that writes facts of the domain."""

    @property
    def mode(self) -> str:
        """The functional level: that of Windows Server when the version of Exchange was current."""
        return _MODES.get(str(self.organization.profile.version), "Windows2016")

    def check(self, identity: Any) -> None:
        """Raise the error for a domain that is not the lab's."""
        forest = self.organization.forest
        known = (forest.domain, forest.netbios, forest.dn, DOMAIN_SID)
        if identity is not None and str(identity).casefold() not in {each.casefold() for each in known}:
            raise self.not_found(str(identity))


class GetADDomain(_AboutDomain, verb="Get", noun="ADDomain"):
    """Show the domain."""

    identity: Any = parameter("object", position=0, pipeline=True, help="The lab's domain, by name.")
    current: str = parameter("string", values=("LocalComputer", "LoggedOnUser"), help="Whose domain: there is one.")
    examples = (Example("Get-ADDomain | Select-Object DNSRoot, NetBIOSName, PDCEmulator", "Its names."),)

    def process(self) -> None:
        """Write it."""
        self.check(self.identity)
        forest = self.organization.forest
        dn, controller = forest.dn, forest.domain_controller_fqdn
        values = {
            "AllowedDNSSuffixes": (),
            "ChildDomains": (),
            "ComputersContainer": f"CN=Computers,{dn}",
            "DeletedObjectsContainer": f"CN=Deleted Objects,{dn}",
            "DistinguishedName": dn,
            "DNSRoot": forest.domain,
            "DomainControllersContainer": f"OU=Domain Controllers,{dn}",
            "DomainMode": f"{self.mode}Domain",
            "DomainSID": DOMAIN_SID,
            "ForeignSecurityPrincipalsContainer": f"CN=ForeignSecurityPrincipals,{dn}",
            "Forest": forest.domain,
            "InfrastructureMaster": controller,
            "LastLogonReplicationInterval": None,
            "LinkedGroupPolicyObjects": (),
            "LostAndFoundContainer": f"CN=LostAndFound,{dn}",
            "ManagedBy": None,
            "Name": forest.domain.partition(".")[0],
            "NetBIOSName": forest.netbios,
            "ObjectClass": "domainDNS",
            "ObjectGUID": next(each.guid for each in entries(self.organization) if each.kind == "ADDomain"),
            "ParentDomain": None,
            "PDCEmulator": controller,
            "QuotasContainer": f"CN=NTDS Quotas,{dn}",
            "ReadOnlyReplicaDirectoryServers": (),
            "ReplicaDirectoryServers": (controller,),
            "RIDMaster": controller,
            "SubordinateReferences": (f"CN=Configuration,{dn}",),
            "SystemsContainer": f"CN=System,{dn}",
            "UsersContainer": forest.users_dn,
        }
        self.write(make_plain("ADDomain", dn, values))


class GetADForest(_AboutDomain, verb="Get", noun="ADForest"):
    """Show the forest: one domain, one site."""

    identity: Any = parameter("object", position=0, pipeline=True, help="The lab's forest, by name.")
    current: str = parameter("string", values=("LocalComputer", "LoggedOnUser"), help="Whose forest: there is one.")
    examples = (Example("(Get-ADForest).Domains", "Its domains."),)

    def process(self) -> None:
        """Write it."""
        self.check(self.identity)
        forest = self.organization.forest
        controller = forest.domain_controller_fqdn
        values = {
            "ApplicationPartitions": (f"DC=DomainDnsZones,{forest.dn}", f"DC=ForestDnsZones,{forest.dn}"),
            "CrossForestReferences": (),
            "DomainNamingMaster": controller,
            "Domains": (forest.domain,),
            "ForestMode": f"{self.mode}Forest",
            "GlobalCatalogs": (controller,),
            "Name": forest.domain,
            "PartitionsContainer": f"CN=Partitions,{forest.configuration_dn}",
            "RootDomain": forest.domain,
            "SchemaMaster": controller,
            "Sites": (forest.site,),
            "SPNSuffixes": (),
            "UPNSuffixes": (),
        }
        self.write(make_plain("ADForest", forest.domain, values))


class GetADDomainController(_AboutDomain, verb="Get", noun="ADDomainController"):
    """Show the lab's domain controller."""

    default_set = "Identity"
    identity: Any = parameter("object", position=0, pipeline=True, sets=("Identity",), help="It, by its name.")
    filter_by: Any = parameter(
        "object", name="Filter", sets=("Filter",), mandatory=True, help="* for all: there is one."
    )
    discover: bool = parameter("switch", sets=("Discover",), mandatory=True, help="The one that answers.")
    domain_name: str = parameter("string", sets=("Discover",), help="The domain to find one of.")
    service: list[str] = parameter("string[]", sets=("Discover",), help="What it has to be: it is all of them.")
    examples = (Example("(Get-ADDomainController -Filter *).HostName", "The name of each."),)

    def process(self) -> None:
        """Write it."""
        forest = self.organization.forest
        if self.parameter_set == "Discover":
            self.check(self.domain_name or None)
        names = {forest.domain_controller.casefold(), forest.domain_controller_fqdn.casefold()}
        if self.identity is not None and str(self.identity).casefold() not in names:
            raise self.not_found(str(self.identity))
        self.write(self._controller())

    def _controller(self) -> PSObject:
        forest = self.organization.forest
        name, sites = forest.domain_controller, f"CN=Sites,{forest.configuration_dn}"
        server = f"CN={name},CN=Servers,CN={forest.site},{sites}"
        system, version = operating_system(self.organization)
        values = {
            "ComputerObjectDN": f"CN={name},OU=Domain Controllers,{forest.dn}",
            "DefaultPartition": forest.dn,
            "Domain": forest.domain,
            "Enabled": True,
            "Forest": forest.domain,
            "HostName": forest.domain_controller_fqdn,
            "InvocationId": uuid5(NAMESPACE_DNS, f"invocation.{forest.domain_controller_fqdn}"),
            "IPv4Address": "192.168.1.5",
            "IPv6Address": None,
            "IsGlobalCatalog": True,
            "IsReadOnly": False,
            "LdapPort": 389,
            "Name": name,
            "NTDSSettingsObjectDN": f"CN=NTDS Settings,{server}",
            "OperatingSystem": system,
            "OperatingSystemHotfix": None,
            "OperatingSystemServicePack": None,
            "OperatingSystemVersion": version,
            "OperationMasterRoles": (
                "SchemaMaster",
                "DomainNamingMaster",
                "PDCEmulator",
                "RIDMaster",
                "InfrastructureMaster",
            ),
            "Partitions": (f"CN=Configuration,{forest.dn}", forest.dn),
            "ServerObjectDN": server,
            "ServerObjectGuid": uuid5(NAMESPACE_DNS, f"server.{forest.domain_controller_fqdn}"),
            "Site": forest.site,
            "SslPort": 636,
        }
        return make_plain("ADDomainController", forest.domain_controller_fqdn, values)


class GetADRootDSE(_AboutDomain, verb="Get", noun="ADRootDSE"):
    """Show what the domain controller says of itself to everyone: its naming contexts."""

    examples = (Example("(Get-ADRootDSE).defaultNamingContext", "The domain's distinguished name."),)

    def process(self) -> None:
        """Write it."""
        forest = self.organization.forest
        configuration = forest.configuration_dn
        controller = f"CN={forest.domain_controller},CN=Servers,CN={forest.site},CN=Sites,{configuration}"
        values = {
            "configurationNamingContext": configuration,
            "defaultNamingContext": forest.dn,
            "dnsHostName": forest.domain_controller_fqdn,
            "domainFunctionality": f"{self.mode}Domain",
            "dsServiceName": f"CN=NTDS Settings,{controller}",
            "forestFunctionality": f"{self.mode}Forest",
            "namingContexts": (forest.dn, configuration, f"CN=Schema,{configuration}"),
            "rootDomainNamingContext": forest.dn,
            "schemaNamingContext": f"CN=Schema,{configuration}",
            "serverName": controller,
        }
        self.write(make_plain("ADRootDSE", "", values))
