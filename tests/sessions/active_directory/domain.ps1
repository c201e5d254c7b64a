# The domain and what belongs to it
Import-Module ActiveDirectory; (Get-Module ActiveDirectory).Name
#= ActiveDirectory


Get-ADDomain | Format-List DNSRoot, NetBIOSName, DistinguishedName, DomainMode, PDCEmulator, UsersContainer
#=
#= DNSRoot           : contoso.com
#= NetBIOSName       : CONTOSO
#= DistinguishedName : DC=contoso,DC=com
#= DomainMode        : Windows2003Domain
#= PDCEmulator       : DC01.contoso.com
#= UsersContainer    : CN=Users,DC=contoso,DC=com
#=
(Get-ADDomain contoso).Forest
#= contoso.com
Get-ADDomain fabrikam.com
#= Get-ADDomain : Cannot find an object with identity: 'fabrikam.com' under: 'DC=contoso,DC=com'.
#= At line:1 char:1
#= + Get-ADDomain fabrikam.com
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : ObjectNotFound: (fabrikam.com:String) [Get-ADDomain], ADIdentityNotFoundException
#=     + FullyQualifiedErrorId : ActiveDirectoryCmdlet:Microsoft.ActiveDirectory.Management.ADIdentityNotFoundException,Microsoft.ActiveDirectory.Management.Commands.GetADDomain
Get-ADForest | Format-List Name, ForestMode, Domains, GlobalCatalogs, SchemaMaster, UPNSuffixes
#=
#= Name           : contoso.com
#= ForestMode     : Windows2003Forest
#= Domains        : {contoso.com}
#= GlobalCatalogs : {DC01.contoso.com}
#= SchemaMaster   : DC01.contoso.com
#= UPNSuffixes    : {}
#=
Get-ADDomainController -Filter * | Format-Table Name, HostName, Site, IsGlobalCatalog
#=
#= Name HostName         Site                    IsGlobalCatalog
#= ---- --------         ----                    ---------------
#= DC01 DC01.contoso.com Default-First-Site-Name            True
#=
(Get-ADDomainController -Discover).HostName
#= DC01.contoso.com
Get-ADComputer -Filter * -Properties OperatingSystem | Format-Table Name, DNSHostName, OperatingSystem
#=
#= Name DNSHostName      OperatingSystem
#= ---- -----------      ---------------
#= DC01 DC01.contoso.com Windows Server 2008 R2 Standard
#= EX01 EX01.contoso.com Windows Server 2008 R2 Standard
#=
Get-ADComputer EX01 | % DistinguishedName
#= CN=EX01,CN=Computers,DC=contoso,DC=com
(Get-ADRootDSE).defaultNamingContext
#= DC=contoso,DC=com
Get-ADOrganizationalUnit -Filter * | Format-Table Name, DistinguishedName
#=
#= Name                               DistinguishedName
#= ----                               -----------------
#= Domain Controllers                 OU=Domain Controllers,DC=contoso,DC=com
#= Microsoft Exchange Security Groups OU=Microsoft Exchange Security Groups,DC=contoso,DC=com
#=
Get-ADObject (Get-ADUser anna).ObjectGUID | Format-Table Name, ObjectClass
#=
#= Name      ObjectClass
#= ----      -----------
#= Anna Berg user
#=
Get-ADTrust -Filter *
#= Get-ADTrust : The ActiveDirectory cmdlet 'Get-ADTrust' is not emulated. Get-Command -Module ActiveDirectory lists the cmdlets that are.
#= At line:1 char:1
#= + Get-ADTrust -Filter *
#= + ~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotImplemented: (Get-ADTrust:String) [Get-ADTrust], NotSupportedException
#=     + FullyQualifiedErrorId : NotEmulatedCmdlet,Get-ADTrust
Set-LabDomainController $false; Get-ADUser anna
#= Get-ADUser : Unable to contact the server. This may be because this server does not exist, it is currently down, or it does not have the Active Directory Web Services running.
#= At line:1 char:33
#= + Set-LabDomainController $false; Get-ADUser anna
#= +                                 ~~~~~~~~~~~~~~~
#=     + CategoryInfo          : ResourceUnavailable: (:) [Get-ADUser], ADServerDownException
#=     + FullyQualifiedErrorId : ActiveDirectoryServer:0,Microsoft.ActiveDirectory.Management.Commands.GetADUser
