# Groups and who is in them
Get-ADGroup Sales | Select-Object * -ExcludeProperty ObjectGUID, SID
#=
#= DistinguishedName : CN=Sales,CN=Users,DC=contoso,DC=com
#= GroupCategory     : Distribution
#= GroupScope        : Universal
#= Name              : Sales
#= ObjectClass       : group
#= SamAccountName    : Sales
#=
Get-ADGroup -Filter { GroupCategory -eq 'Distribution' } -Properties Members | Format-List Name, Members
#=
#= Name    : Sales
#= Members : {CN=Anna Berg,CN=Users,DC=contoso,DC=com, CN=Ben Carter,CN=Users,DC=contoso,DC=com}
#=
#= Name    : IT Staff
#= Members : {CN=Chloe Dubois,CN=Users,DC=contoso,DC=com, CN=David Ek,CN=Users,DC=contoso,DC=com}
#=
Get-ADGroupMember Sales | Select-Object * -ExcludeProperty objectGUID, SID
#=
#= distinguishedName                        name       objectClass SamAccountName
#= -----------------                        ----       ----------- --------------
#= CN=Anna Berg,CN=Users,DC=contoso,DC=com  Anna Berg  user        anna
#= CN=Ben Carter,CN=Users,DC=contoso,DC=com Ben Carter user        ben
#=
New-DistributionGroup Staff -Members Sales, 'IT Staff' | Out-Null
Get-ADGroupMember Staff | Format-Table name, objectClass
#=
#= name     objectClass
#= ----     -----------
#= Sales    group
#= IT Staff group
#=
Get-ADGroupMember Staff -Recursive | Sort-Object name | Format-Table name, objectClass
#=
#= name         objectClass
#= ----         -----------
#= Anna Berg    user
#= Ben Carter   user
#= Chloe Dubois user
#= David Ek     user
#=
Get-ADPrincipalGroupMembership anna | % Name
#= Domain Users
#= Sales
Add-ADGroupMember Sales -Members chloe, elena
(Get-DistributionGroupMember Sales).Name -join ', '
#= Anna Berg, Ben Carter, Chloe Dubois, Elena Fischer
Add-ADGroupMember Sales -Members chloe
#= Add-ADGroupMember : The specified account name is already a member of the group
#= At line:1 char:1
#= + Add-ADGroupMember Sales -Members chloe
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : ResourceExists: (Sales:String) [Add-ADGroupMember], ADException
#=     + FullyQualifiedErrorId : ActiveDirectoryServer:1378,Microsoft.ActiveDirectory.Management.Commands.AddADGroupMember
Remove-ADGroupMember Sales -Members chloe, (Get-ADUser elena) -Confirm:$false; (Get-ADGroupMember Sales).name -join ', '
#= Anna Berg, Ben Carter

Remove-ADGroupMember Sales -Members elena -Confirm:$false
#= Remove-ADGroupMember : The specified account name is not a member of the group
#= At line:2 char:1
#= + Remove-ADGroupMember Sales -Members elena -Confirm:$false
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : ObjectNotFound: (Sales:String) [Remove-ADGroupMember], ADException
#=     + FullyQualifiedErrorId : ActiveDirectoryServer:1377,Microsoft.ActiveDirectory.Management.Commands.RemoveADGroupMember
Get-ADGroupMember 'Domain Admins' | % name
#= Administrator
Add-ADGroupMember 'Domain Admins' -Members anna
#= Add-ADGroupMember : Changing the members of Domain Admins, which every domain has, is not emulated. The lab's directory is made of its recipients.
#= At line:1 char:1
#= + Add-ADGroupMember 'Domain Admins' -Members anna
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotImplemented: (:) [Add-ADGroupMember], NotSupportedException
#=     + FullyQualifiedErrorId : NotEmulatedDirectory,Microsoft.ActiveDirectory.Management.Commands.AddADGroupMember
New-ADGroup Printers -GroupScope Universal -Description 'May print.' -ManagedBy anna -PassThru | % DistinguishedName
#= CN=Printers,CN=Users,DC=contoso,DC=com
Get-Group Printers | Format-List RecipientType, ManagedBy
#=
#= RecipientType : Group
#= ManagedBy     : {contoso.com/Users/Anna Berg}
#=
Set-ADGroup Printers -Description 'May print in colour.' -Replace @{ info = 'Third floor' }
Get-ADGroup Printers -Properties Description, info, ManagedBy | Format-List Description, info, ManagedBy
#=
#= Description : May print in colour.
#= info        : Third floor
#= ManagedBy   : CN=Anna Berg,CN=Users,DC=contoso,DC=com
#=
New-ADGroup Local -GroupScope DomainLocal
#= New-ADGroup : The group scope DomainLocal is not emulated. The lab's directory is made of its recipients.
#= At line:1 char:1
#= + New-ADGroup Local -GroupScope DomainLocal
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotImplemented: (:) [New-ADGroup], NotSupportedException
#=     + FullyQualifiedErrorId : NotEmulatedDirectory,Microsoft.ActiveDirectory.Management.Commands.NewADGroup
New-ADGroup Printers Universal
#= New-ADGroup : The specified group already exists
#= At line:1 char:1
#= + New-ADGroup Printers Universal
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : ResourceExists: (CN=Printers,CN=Users,DC=contoso,DC=com:String) [New-ADGroup], ADIdentityAlreadyExistsException
#=     + FullyQualifiedErrorId : ActiveDirectoryServer:1318,Microsoft.ActiveDirectory.Management.Commands.NewADGroup
Remove-ADGroup Printers -Confirm:$false; Get-ADGroup -Filter { Name -like 'Print*' }

Remove-ADGroup 'Domain Users' -Confirm:$false
#= Remove-ADGroup : Removing Domain Users, which every domain has, is not emulated. The lab's directory is made of its recipients.
#= At line:3 char:1
#= + Remove-ADGroup 'Domain Users' -Confirm:$false
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotImplemented: (:) [Remove-ADGroup], NotSupportedException
#=     + FullyQualifiedErrorId : NotEmulatedDirectory,Microsoft.ActiveDirectory.Management.Commands.RemoveADGroup
