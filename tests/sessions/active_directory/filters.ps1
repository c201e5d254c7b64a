# PowerShell's filters
Get-ADUser -Filter { Department -eq 'Sales' -and Enabled -eq $true } | % Name
#= Anna Berg
#= Ben Carter
Get-ADUser -Filter "Department -eq 'IT' -or GivenName -eq 'Elena'" | % Name
#= Chloe Dubois
#= David Ek
#= Elena Fischer
Get-ADUser -Filter { Department -notlike '*' } | % Name
#= Administrator
Get-ADUser -Filter "-not (mail -like '*') -or Title -ne 'Controller'" | % Name
#= Administrator
#= Anna Berg
#= Ben Carter
#= Chloe Dubois
#= David Ek
$wanted = 'B*'; Get-ADUser -Filter 'Surname -like $wanted' | % Name
#= Anna Berg

$day = (Get-Date).AddDays(-1); (Get-ADUser -Filter { Created -gt $day }).Count
#= 6

Get-ADUser -Filter { userAccountControl -band 2 } | % Name
Disable-ADAccount ben; Get-ADUser -Filter { userAccountControl -band 2 } | % Name
#= Ben Carter

(Get-ADUser -Filter * -ResultSetSize 2).Count
#= 2
Get-ADUser -Filter * -SearchBase 'OU=Nowhere,DC=contoso,DC=com'
#= Get-ADUser : Directory object not found
#= At line:1 char:1
#= + Get-ADUser -Filter * -SearchBase 'OU=Nowhere,DC=contoso,DC=com'
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : ObjectNotFound: (:) [Get-ADUser], ADException
#=     + FullyQualifiedErrorId : ActiveDirectoryServer:8333,Microsoft.ActiveDirectory.Management.Commands.GetADUser
Get-ADObject -Filter * -SearchBase 'DC=contoso,DC=com' -SearchScope OneLevel | Format-Table Name, ObjectClass
#=
#= Name                               ObjectClass
#= ----                               -----------
#= Computers                          container
#= Users                              container
#= Domain Controllers                 organizationalUnit
#= Microsoft Exchange Security Groups organizationalUnit
#=
Get-ADUser -Filter { shoeSize -eq 44 }
#= Get-ADUser : One or more properties are invalid.
#= Parameter name: shoeSize
#= At line:1 char:1
#= + Get-ADUser -Filter { shoeSize -eq 44 }
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (shoeSize:String) [Get-ADUser], ADException
#=     + FullyQualifiedErrorId : ActiveDirectoryServer:0,Microsoft.ActiveDirectory.Management.Commands.GetADUser
Get-ADUser -Filter { Name -eq }
#= Get-ADUser : Error parsing query: 'Name -eq' Error Message: 'syntax error' at position: '9'.
#= At line:1 char:1
#= + Get-ADUser -Filter { Name -eq }
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : ParserError: (:) [Get-ADUser], ADFilterParsingException
#=     + FullyQualifiedErrorId : ActiveDirectoryCmdlet:Microsoft.ActiveDirectory.Management.ADFilterParsingException,Microsoft.ActiveDirectory.Management.Commands.GetADUser

# LDAP's
Get-ADUser -LDAPFilter '(&(department=sales)(|(sn=b*)(sn=c*)))' | % Name
#= Anna Berg
#= Ben Carter
Get-ADUser -LDAPFilter '(!(userAccountControl:1.2.840.113556.1.4.803:=2))' | % Name
#= Administrator
#= Anna Berg
#= Chloe Dubois
#= David Ek
#= Elena Fischer
Get-ADUser -LDAPFilter '(proxyAddresses=smtp:*@contoso.com)' | Measure-Object | % Count
#= 6
New-DistributionGroup Everyone -Members Sales | Out-Null; Get-ADUser -LDAPFilter '(memberOf:1.2.840.113556.1.4.1941:=CN=Everyone,CN=Users,DC=contoso,DC=com)' | % Name
#= Anna Berg
#= Ben Carter

Get-ADObject -LDAPFilter '(objectClass=contact)' -Properties targetAddress | Format-List Name, targetAddress
#=
#= Name          : Kim Abercrombie
#= targetAddress : SMTP:kim@fabrikam.com
#=
Get-ADUser -LDAPFilter 'department=Sales'
#= Get-ADUser : The search filter cannot be recognized
#= At line:1 char:1
#= + Get-ADUser -LDAPFilter 'department=Sales'
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [Get-ADUser], ADException
#=     + FullyQualifiedErrorId : ActiveDirectoryServer:8254,Microsoft.ActiveDirectory.Management.Commands.GetADUser
