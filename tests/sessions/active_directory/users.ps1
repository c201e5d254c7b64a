# Accounts as the directory shows them
Get-ADUser anna | Select-Object * -ExcludeProperty ObjectGUID, SID
#=
#= DistinguishedName : CN=Anna Berg,CN=Users,DC=contoso,DC=com
#= Enabled           : True
#= GivenName         : Anna
#= Name              : Anna Berg
#= ObjectClass       : user
#= SamAccountName    : anna
#= Surname           : Berg
#= UserPrincipalName : anna@contoso.com
#=
(Get-ADUser anna).SID.AccountDomainSid.Value -eq (Get-ADDomain).DomainSID.Value
#= True
"$(Get-ADUser anna)"
#= CN=Anna Berg,CN=Users,DC=contoso,DC=com
Get-ADUser anna -Properties mail, Department, EmailAddress | Format-List Department, mail, EmailAddress, GivenName
#=
#= Department   : Sales
#= mail         : anna@contoso.com
#= EmailAddress : anna@contoso.com
#= GivenName    : Anna
#=
Get-Mailbox | Get-ADUser | Format-Table Name, SamAccountName, Enabled
#=
#= Name          SamAccountName Enabled
#= ----          -------------- -------
#= Administrator Administrator     True
#= Anna Berg     anna              True
#= Ben Carter    ben               True
#= Chloe Dubois  chloe             True
#= David Ek      david             True
#= Elena Fischer elena             True
#=
Get-ADUser 'CN=Anna Berg,CN=Users,DC=contoso,DC=com' | % Name
#= Anna Berg
Get-ADUser anna@contoso.com
#= Get-ADUser : Cannot find an object with identity: 'anna@contoso.com' under: 'DC=contoso,DC=com'.
#= At line:1 char:1
#= + Get-ADUser anna@contoso.com
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : ObjectNotFound: (anna@contoso.com:String) [Get-ADUser], ADIdentityNotFoundException
#=     + FullyQualifiedErrorId : ActiveDirectoryCmdlet:Microsoft.ActiveDirectory.Management.ADIdentityNotFoundException,Microsoft.ActiveDirectory.Management.Commands.GetADUser
Get-ADUser nobody -ErrorAction SilentlyContinue
#= Get-ADUser : Cannot find an object with identity: 'nobody' under: 'DC=contoso,DC=com'.
#= At line:1 char:1
#= + Get-ADUser nobody -ErrorAction SilentlyContinue
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : ObjectNotFound: (nobody:String) [Get-ADUser], ADIdentityNotFoundException
#=     + FullyQualifiedErrorId : ActiveDirectoryCmdlet:Microsoft.ActiveDirectory.Management.ADIdentityNotFoundException,Microsoft.ActiveDirectory.Management.Commands.GetADUser
try { Get-ADUser nobody } catch [Microsoft.ActiveDirectory.Management.ADIdentityNotFoundException] { "caught: $($_.CategoryInfo.TargetName)" }
#= caught: nobody
Get-ADUser anna -Properties favouriteDrink
#= Get-ADUser : One or more properties are invalid.
#= Parameter name: favouriteDrink
#= At line:1 char:1
#= + Get-ADUser anna -Properties favouriteDrink
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (favouriteDrink:String) [Get-ADUser], ADException
#=     + FullyQualifiedErrorId : ActiveDirectoryServer:0,Microsoft.ActiveDirectory.Management.Commands.GetADUser
Get-ADUser anna -Server dc99
#= Get-ADUser : Unable to contact the server. This may be because this server does not exist, it is currently down, or it does not have the Active Directory Web Services running.
#= At line:1 char:1
#= + Get-ADUser anna -Server dc99
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : ResourceUnavailable: (:) [Get-ADUser], ADServerDownException
#=     + FullyQualifiedErrorId : ActiveDirectoryServer:0,Microsoft.ActiveDirectory.Management.Commands.GetADUser

# Changed
Set-ADUser anna -Title 'Head of Sales' -Office 4.12 -Manager elena -Replace @{ extensionAttribute1 = 'north'; employeeType = 'full' } -Add @{ proxyAddresses = 'smtp:sales.head@contoso.com' }
Get-ADUser anna -Properties Title, Office, Manager, extensionAttribute1, employeeType, proxyAddresses | Format-List Title, Office, Manager, ext*, employeeType, proxy*
#=
#= Title               : Head of Sales
#= Office              : 4.12
#= Manager             : CN=Elena Fischer,CN=Users,DC=contoso,DC=com
#= extensionAttribute1 : north
#= employeeType        : full
#= proxyAddresses      : {SMTP:anna@contoso.com, smtp:sales.head@contoso.com}
#=
Get-Mailbox anna | Format-List CustomAttribute1, EmailAddresses
#=
#= CustomAttribute1 : north
#= EmailAddresses   : {SMTP:anna@contoso.com, smtp:sales.head@contoso.com}
#=
Get-User anna | Format-List Title, Office, Manager
#=
#= Title   : Head of Sales
#= Office  : 4.12
#= Manager : contoso.com/Users/Elena Fischer
#=
Set-ADUser anna -Clear extensionAttribute1, Title -Remove @{ proxyAddresses = 'smtp:sales.head@contoso.com' }
Get-ADUser anna -Properties Title, extensionAttribute1, proxyAddresses | Format-List Title, ext*, proxy*
#=
#= Title               : 
#= extensionAttribute1 : 
#= proxyAddresses      : {SMTP:anna@contoso.com}
#=
$ben = Get-ADUser ben -Properties Department, Description; $ben.Department = 'Export'; $ben.Description = 'Sells abroad'; Set-ADUser -Instance $ben



Get-ADUser ben -Properties Department, Description | Format-List Department, Description
#=
#= Department  : Export
#= Description : Sells abroad
#=
Set-ADUser anna -Replace @{ noSuchThing = 1 }
#= Set-ADUser : The specified directory service attribute or value does not exist
#= At line:1 char:1
#= + Set-ADUser anna -Replace @{ noSuchThing = 1 }
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (nosuchthing:String) [Set-ADUser], ADException
#=     + FullyQualifiedErrorId : ActiveDirectoryServer:8202,Microsoft.ActiveDirectory.Management.Commands.SetADUser
Set-ADUser anna -Replace @{ objectSid = 'S-1-5-32-544' }
#= Set-ADUser : Access to the attribute is not permitted because the attribute is owned by the Security Accounts Manager (SAM)
#= At line:1 char:1
#= + Set-ADUser anna -Replace @{ objectSid = 'S-1-5-32-544' }
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (:) [Set-ADUser], ADException
#=     + FullyQualifiedErrorId : ActiveDirectoryServer:8322,Microsoft.ActiveDirectory.Management.Commands.SetADUser
Set-ADUser anna -Title Boss -WhatIf
#= What if: Performing the operation "Set" on target "CN=Anna Berg,CN=Users,DC=contoso,DC=com".
Get-ADUser -Filter { Office -like '4.*' } | Set-ADUser -Office '5.1' -PassThru | % Name
#= Anna Berg

# Made and removed
$password = ConvertTo-SecureString 'Pass@word1' -AsPlainText -Force
New-ADUser -Name 'Nora Novak' -SamAccountName nora -UserPrincipalName nora@contoso.com -GivenName Nora -Surname Novak -AccountPassword $password -Enabled $true -Path 'OU=Staff,DC=contoso,DC=com'
Get-User nora | Format-Table Name, RecipientType, OrganizationalUnit
#=
#= Name       RecipientType OrganizationalUnit
#= ----       ------------- ------------------
#= Nora Novak          User contoso.com/Staff
#=
(Enable-Mailbox nora).PrimarySmtpAddress.ToString()
#= nora@contoso.com
New-ADUser 'Nora Novak' -SamAccountName nora
#= New-ADUser : The specified account already exists
#= At line:1 char:1
#= + New-ADUser 'Nora Novak' -SamAccountName nora
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : ResourceExists: (CN=Nora Novak,CN=Users,DC=contoso,DC=com:String) [New-ADUser], ADIdentityAlreadyExistsException
#=     + FullyQualifiedErrorId : ActiveDirectoryServer:1316,Microsoft.ActiveDirectory.Management.Commands.NewADUser
New-ADUser Weak -AccountPassword (ConvertTo-SecureString 'abc' -AsPlainText -Force) -Enabled $true
#= New-ADUser : The password does not meet the length, complexity, or history requirement of the domain.
#= At line:1 char:1
#= + New-ADUser Weak -AccountPassword (ConvertTo-SecureString 'abc' -AsPla …
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidData: (Weak:String) [New-ADUser], ADPasswordComplexityException
#=     + FullyQualifiedErrorId : ActiveDirectoryServer:1325,Microsoft.ActiveDirectory.Management.Commands.NewADUser
(Get-ADUser Weak).Enabled
#= False
'Name,SamAccountName,Department', 'Olle Ost,olle,IT', 'Pia Pal,pia,Sales' | ConvertFrom-Csv | New-ADUser -Description 'From a list'
Get-ADUser -Filter "Description -eq 'From a list'" -Properties Department | Format-Table Name, SamAccountName, Enabled, Department
#=
#= Name     SamAccountName Enabled Department
#= ----     -------------- ------- ----------
#= Olle Ost olle             False IT
#= Pia Pal  pia              False Sales
#=
Enable-ADAccount pia
#= Enable-ADAccount : The password does not meet the length, complexity, or history requirement of the domain.
#= At line:1 char:1
#= + Enable-ADAccount pia
#= + ~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidData: (CN=Pia Pal,CN=Users,DC=contoso,DC=com:String) [Enable-ADAccount], ADPasswordComplexityException
#=     + FullyQualifiedErrorId : ActiveDirectoryServer:1325,Microsoft.ActiveDirectory.Management.Commands.EnableADAccount
Set-ADAccountPassword pia -Reset -NewPassword $password; Enable-ADAccount pia -PassThru | % Enabled
#= True

Set-ADAccountPassword pia -OldPassword (ConvertTo-SecureString 'wrong' -AsPlainText -Force) -NewPassword $password
#= Set-ADAccountPassword : The specified network password is not correct.
#= At line:2 char:1
#= + Set-ADAccountPassword pia -OldPassword (ConvertTo-SecureString 'wrong …
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : AuthenticationError: (:) [Set-ADAccountPassword], ADException
#=     + FullyQualifiedErrorId : ActiveDirectoryServer:86,Microsoft.ActiveDirectory.Management.Commands.SetADAccountPassword
Disable-ADAccount pia; Search-ADAccount -AccountDisabled -UsersOnly | Sort-Object Name | % Name
#= Olle Ost
#= Pia Pal
#= Weak

Get-ADUser olle | Rename-ADObject -NewName 'Olle Oster' -PassThru | % DistinguishedName
#= CN=Olle Oster,CN=Users,DC=contoso,DC=com
Get-ADUser olle | Move-ADObject -TargetPath 'OU=Staff,DC=contoso,DC=com'; (Get-ADUser olle).DistinguishedName
#= CN=Olle Oster,OU=Staff,DC=contoso,DC=com

Remove-ADUser olle -WhatIf
#= What if: Performing the operation "Remove" on target "CN=Olle Oster,OU=Staff,DC=contoso,DC=com".
Remove-ADUser olle -Confirm:$false; Get-ADUser -Filter { SamAccountName -eq 'olle' }
