# Rights on Receive connectors and on mailboxes.

# The recipe for a connector that relays for some machines
New-ReceiveConnector "Relay" -Custom -Bindings 192.168.1.10:25 -RemoteIPRanges 192.168.1.50 -PermissionGroups AnonymousUsers
Get-ReceiveConnector "Relay" | Add-ADPermission -User "NT AUTHORITY\ANONYMOUS LOGON" -ExtendedRights "ms-Exch-SMTP-Accept-Any-Recipient" | Format-Table -AutoSize
(Get-ReceiveConnector "Relay").PermissionGroups
Get-ADPermission "Relay" | where {($_.Deny -eq $false) -and ($_.IsInherited -eq $false)} | ft User,ExtendedRights
#=
#= Identity   Bindings          Enabled
#= --------   --------          -------
#= EX01\Relay {192.168.1.10:25} True
#=
#=
#= Identity   User                         Deny  Inherited
#= --------   ----                         ----  ---------
#= EX01\Relay NT AUTHORITY\ANONYMOUS LOGON False False
#=
#= AnonymousUsers, Custom
#=
#= User                         ExtendedRights
#= ----                         --------------
#= NT AUTHORITY\ANONYMOUS LOGON {ms-Exch-SMTP-Submit}
#= NT AUTHORITY\ANONYMOUS LOGON {ms-Exch-SMTP-Accept-Any-Sender}
#= NT AUTHORITY\ANONYMOUS LOGON {ms-Exch-SMTP-Accept-Authoritative-Domain-Sender}
#= NT AUTHORITY\ANONYMOUS LOGON {ms-Exch-Accept-Headers-Routing}
#= NT AUTHORITY\ANONYMOUS LOGON {ms-Exch-SMTP-Accept-Any-Recipient}
#=

# What is there already is not there twice
Add-ADPermission "EX01\Relay" -User "anonymous logon" -ExtendedRights ms-exch-smtp-accept-any-recipient
#= WARNING: The appropriate access control entry is already present on the object "CN=Relay,CN=SMTP Receive Connectors,CN=Protocols,CN=EX01,CN=Servers,CN=Exchange Administrative Group (FYDIBOHF23SPDLT),CN=Administrative Groups,CN=First Organization,CN=Microsoft Exchange,CN=Services,CN=Configuration,DC=contoso,DC=com" for account "NT AUTHORITY\ANONYMOUS LOGON".

# An entry of a group that is taken out takes the group with it
Get-ADPermission "Relay" -User "NT AUTHORITY\ANONYMOUS LOGON" | where {$_.ExtendedRights -like "ms-Exch-SMTP-Accept-Authoritative-Domain-Sender"} | Remove-ADPermission -Confirm:$false
(Get-ReceiveConnector "Relay").PermissionGroups
#= Custom

# Setting the groups anew leaves the other entries
Set-ReceiveConnector "Relay" -PermissionGroups AnonymousUsers, ExchangeUsers
(Get-ReceiveConnector "Relay").PermissionGroups
#= AnonymousUsers, ExchangeUsers, Custom

# What is not there cannot be taken out, and neither can what comes from above
Remove-ADPermission "Relay" -User anna -ExtendedRights ms-Exch-SMTP-Submit -Confirm:$false
Remove-ADPermission "Relay" -User "Domain Admins" -ExtendedRights Send-As -Deny -Confirm:$false
#= WARNING: Cannot remove ACE on the object "CN=Relay,CN=SMTP Receive Connectors,CN=Protocols,CN=EX01,CN=Servers,CN=Exchange Administrative Group (FYDIBOHF23SPDLT),CN=Administrative Groups,CN=First Organization,CN=Microsoft Exchange,CN=Services,CN=Configuration,DC=contoso,DC=com" for account "CONTOSO\anna" because it is not present.
#= WARNING: An inherited access control entry has been specified: [Rights: Send-As, ControlType: Deny] and was ignored on object "CN=Relay,CN=SMTP Receive Connectors,CN=Protocols,CN=EX01,CN=Servers,CN=Exchange Administrative Group (FYDIBOHF23SPDLT),CN=Administrative Groups,CN=First Organization,CN=Microsoft Exchange,CN=Services,CN=Configuration,DC=contoso,DC=com".

# A denial, and all rights of an entry
Add-ADPermission "Relay" -User "CONTOSO\anna" -ExtendedRights ms-Exch-SMTP-Accept-Any-Recipient -Deny | Format-List
#=
#= AccessRights        : {ExtendedRight}
#= ExtendedRights      : {ms-Exch-SMTP-Accept-Any-Recipient}
#= ChildObjectTypes    : 
#= InheritedObjectType : 
#= Properties          : 
#= Deny                : True
#= InheritanceType     : All
#= User                : CONTOSO\anna
#= Identity            : EX01\Relay
#= IsInherited         : False
#= IsValid             : True
#=

# Rights of the directory come in one entry, and go one by one
Add-ADPermission "Relay" -User ben -AccessRights ReadProperty, Delete | Format-Table User, AccessRights
Remove-ADPermission "Relay" -User ben -AccessRights Delete -Confirm:$false
Get-ADPermission "Relay" -User ben | Format-Table User, AccessRights
#=
#= User        AccessRights
#= ----        ------------
#= CONTOSO\ben {ReadProperty, Delete}
#=
#=
#= User        AccessRights
#= ----        ------------
#= CONTOSO\ben {ReadProperty}
#=

# Who is nobody, and what is no right
Add-ADPermission "Relay" -User nobody -ExtendedRights ms-Exch-SMTP-Submit
Add-ADPermission "Relay" -User "All Staff" -ExtendedRights ms-Exch-SMTP-Submit
Add-ADPermission "Relay" -User anna -ExtendedRights ms-Exch-Foo
Get-ADPermission "Nothing"
#= Add-ADPermission : User or group "nobody" was not found. Please make sure you have typed it correctly.
#= At line:3 char:1
#= + Add-ADPermission "Relay" -User nobody -ExtendedRights ms-Exch-SMTP-Su …
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [Add-ADPermission], SecurityPrincipalNotFoundException
#=     + FullyQualifiedErrorId : B58F2B11,Microsoft.Exchange.Management.RecipientTasks.AddADPermission
#= Add-ADPermission : User or group "All Staff" was not found. Please make sure you have typed it correctly.
#= At line:4 char:1
#= + Add-ADPermission "Relay" -User "All Staff" -ExtendedRights ms-Exch-SM …
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [Add-ADPermission], SecurityPrincipalNotFoundException
#=     + FullyQualifiedErrorId : B58F2B11,Microsoft.Exchange.Management.RecipientTasks.AddADPermission
#= Add-ADPermission : The extended right "ms-Exch-Foo" was not found. Please make sure you have typed it correctly.
#= At line:5 char:1
#= + Add-ADPermission "Relay" -User anna -ExtendedRights ms-Exch-Foo
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (:) [Add-ADPermission], ExtendedRightNotFoundException
#=     + FullyQualifiedErrorId : AA3412A4,Microsoft.Exchange.Management.RecipientTasks.AddADPermission
#= Get-ADPermission : The operation could not be performed because object 'Nothing' could not be found on domain controller 'DC01.contoso.com'.
#= At line:6 char:1
#= + Get-ADPermission "Nothing"
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [Get-ADPermission], ManagementObjectNotFoundException
#=     + FullyQualifiedErrorId : 6DEE0A74,Microsoft.Exchange.Management.RecipientTasks.GetADPermission

# Send As on a mailbox; the entry outlives its account
Add-ADPermission anna -User ben -ExtendedRights "Send As" | Format-Table Identity, User, ExtendedRights -AutoSize
Remove-Mailbox ben -Confirm:$false
Get-ADPermission anna | where { -not $_.IsInherited } | Format-Table User, ExtendedRights -AutoSize
#=
#= Identity                    User        ExtendedRights
#= --------                    ----        --------------
#= contoso.com/Users/Anna Berg CONTOSO\ben {Send-As}
#=
#=
#= User                                            ExtendedRights
#= ----                                            --------------
#= NT AUTHORITY\SELF                               {Send-As}
#= S-1-5-21-2154378250-1039583911-1417001333-{*} {Send-As}
#=

# The owner
Get-ADPermission anna -Owner
Add-ADPermission anna -Owner david
Get-ADPermission anna -Owner
#=
#= Identity                    Owner
#= --------                    -----
#= contoso.com/Users/Anna Berg CONTOSO\Domain Admins
#= contoso.com/Users/Anna Berg CONTOSO\david
#= contoso.com/Users/Anna Berg CONTOSO\david
#=

# Only a question
Add-ADPermission "Relay" -User anna -ExtendedRights ms-Exch-SMTP-Submit, ms-Exch-Bypass-Anti-Spam -WhatIf
#= What if: Adding Active Directory permission "EX01\Relay" for user "CONTOSO\anna" with access rights "'ms-Exch-SMTP-Submit', 'ms-Exch-Bypass-Anti-Spam'".

# The groups take their own entries with them
Set-ReceiveConnector "Relay" -PermissionGroups None
(Get-ReceiveConnector "Relay").PermissionGroups
Get-ADPermission "Relay" | where { -not $_.IsInherited } | Format-Table User, ExtendedRights, Deny -AutoSize
#= Custom
#=
#= User                                            ExtendedRights                       Deny
#= ----                                            --------------                       ----
#= CONTOSO\anna                                    {ms-Exch-SMTP-Accept-Any-Recipient}  True
#= NT AUTHORITY\ANONYMOUS LOGON                    {ms-Exch-SMTP-Accept-Any-Recipient} False
#= S-1-5-21-2154378250-1039583911-1417001333-{*}                                     False
#=
