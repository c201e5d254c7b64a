# Who may open a mailbox
Add-MailboxPermission ben -User anna -AccessRights FullAccess
#=
#= Identity             User                 AccessRights                                                 IsInherited Deny
#= --------             ----                 ------------                                                 ----------- ----
#= contoso.com/Users/B… CONTOSO\anna         {FullAccess}                                                 False       False
#=
Add-MailboxPermission ben -User anna -AccessRights FullAccess
#= WARNING: The appropriate access control entry is already present on the object "CN=Ben Carter,CN=Users,DC=contoso,DC=com" for account "CONTOSO\anna".
Add-MailboxPermission ben -User anna -AccessRights ReadPermission | Format-List
#=
#= AccessRights    : {FullAccess, ReadPermission}
#= Deny            : False
#= InheritanceType : All
#= User            : CONTOSO\anna
#= Identity        : contoso.com/Users/Ben Carter
#= IsInherited     : False
#= IsValid         : True
#=
Get-Mailbox | Get-MailboxPermission | Where-Object { $_.IsInherited -eq $false -and $_.User -notlike '*SELF' } | Format-Table Identity, User, AccessRights
#=
#= Identity                     User         AccessRights
#= --------                     ----         ------------
#= contoso.com/Users/Ben Carter CONTOSO\anna {FullAccess, ReadPermission}
#=
Remove-MailboxPermission ben -User anna -AccessRights FullAccess -WhatIf
#= What if: Removing mailbox permission "contoso.com/Users/Ben Carter" for user "CONTOSO\anna" with access rights "'FullAccess'".
Get-MailboxPermission ben -User anna | Remove-MailboxPermission -Confirm:$false
(Get-MailboxPermission ben -User anna).Count
#= 0
Remove-MailboxPermission ben -User anna -AccessRights FullAccess -Confirm:$false
#= WARNING: Cannot remove ACE on the object "CN=Ben Carter,CN=Users,DC=contoso,DC=com" for account "CONTOSO\anna" because it is not present.
Get-MailboxPermission anna | Format-Table User, AccessRights, IsInherited, Deny
#=
#= User                                         AccessRights                 IsInherited  Deny
#= ----                                         ------------                 -----------  ----
#= NT AUTHORITY\SELF                            {FullAccess, ReadPermission}       False False
#= CONTOSO\Domain Admins                        {FullAccess}                        True  True
#= CONTOSO\Enterprise Admins                    {FullAccess}                        True  True
#= CONTOSO\Exchange Organization Administrators {FullAccess}                        True  True
#= CONTOSO\Exchange Servers                     {FullAccess}                        True False
#= NT AUTHORITY\SYSTEM                          {FullAccess}                        True False
#=
Add-MailboxPermission ben -User nobody -AccessRights FullAccess
#= Add-MailboxPermission : User or group "nobody" was not found. Please make sure you have typed it correctly.
#= At line:1 char:1
#= + Add-MailboxPermission ben -User nobody -AccessRights FullAccess
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [Add-MailboxPermission], SecurityPrincipalNotFoundException
#=     + FullyQualifiedErrorId : B58F2B11,Microsoft.Exchange.Management.RecipientTasks.AddMailboxPermission
Add-MailboxPermission ben -User anna -AccessRights SendAs
#= Add-MailboxPermission : SendAs is a right of the directory: use Add-ADPermission.
#= At line:1 char:1
#= + Add-MailboxPermission ben -User anna -AccessRights SendAs
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (contoso.com/Users/Ben Carter:Mailbox) [Add-MailboxPermission], TaskException
#=     + FullyQualifiedErrorId : 160960B7,Microsoft.Exchange.Management.RecipientTasks.AddMailboxPermission
