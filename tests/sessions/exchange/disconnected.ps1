# In 2007: a mailbox that is disabled stays in its database, and can be given back.
Send-LabMessage anna elena 'Keep me'
$guid = (Get-Mailbox elena).ExchangeGuid
Disable-Mailbox elena -Confirm:$false
Get-MailboxDatabase | Get-MailboxStatistics | Where-Object { $_.DisconnectDate } | Format-List DisplayName, ItemCount, DisconnectReason, DisconnectDate, ObjectClass, DatabaseName
(Get-MailboxStatistics -Database (Get-MailboxDatabase).Name -StoreMailboxIdentity $guid).DisplayName
Get-MailboxStatistics elena
#=
#= DisplayName    : Elena Fischer
#= ItemCount      : 1
#= DisconnectDate : {*}
#= ObjectClass    : Mailbox
#= DatabaseName   : Mailbox Database
#=
#= Elena Fischer
#= Get-MailboxStatistics : The operation could not be performed because object 'elena' could not be found on domain controller 'DC01.contoso.com'.
#= At line:7 char:1
#= + Get-MailboxStatistics elena
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [Get-MailboxStatistics], ManagementObjectNotFoundException
#=     + FullyQualifiedErrorId : 6DEE0A74,Microsoft.Exchange.Management.MapiTasks.GetMailboxStatistics
Connect-Mailbox -Identity $guid -Database (Get-MailboxDatabase) -WhatIf
Connect-Mailbox -Identity 'Elena Fischer' -Database (Get-MailboxDatabase).Name
(Get-Mailbox elena).ExchangeGuid -eq $guid
Get-LabMessage elena | Format-Table Subject
Get-MailboxDatabase | Get-MailboxStatistics | Where-Object { $_.DisconnectDate }
#= What if: Connecting mailbox "{*}" to user "contoso.com/Users/Elena Fischer".
#= True
#=
#= Subject
#= -------
#= Keep me
#=
# A new mailbox for the account is another one, and empty.
Disable-Mailbox elena -Confirm:$false
Enable-Mailbox elena | Format-Table Name
(Get-Mailbox elena).ExchangeGuid -eq $guid
(Get-MailboxStatistics elena).ItemCount
Connect-Mailbox $guid -Database (Get-MailboxDatabase)
Connect-Mailbox $guid -Database (Get-MailboxDatabase) -User elena
Disable-Mailbox elena -Confirm:$false
Connect-Mailbox 'Elena Fischer' -Database (Get-MailboxDatabase)
Connect-Mailbox $guid -Database (Get-MailboxDatabase) -User elena -Alias ef -Shared
Get-Mailbox ef | Format-Table Alias, RecipientTypeDetails, PrimarySmtpAddress
#=
#= Name
#= ----
#= Elena Fischer
#=
#= False
#= 0
#= Connect-Mailbox : No matching user was found for the mailbox 'Elena Fischer'. Use the User parameter to name the account that it has to be connected to.
#= At line:6 char:1
#= + Connect-Mailbox $guid -Database (Get-MailboxDatabase)
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: ({*}:DisconnectedMailbox) [Connect-Mailbox], RecipientTaskException
#=     + FullyQualifiedErrorId : D12D6128,Microsoft.Exchange.Management.RecipientTasks.ConnectMailbox
#= Connect-Mailbox : This task does not support recipients of this type. The specified recipient contoso.com/Users/Elena Fischer is of type UserMailbox. Please make sure that this recipient matches the required recipient type for this task.
#= At line:7 char:1
#= + Connect-Mailbox $guid -Database (Get-MailboxDatabase) -User elena
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (contoso.com/Users/Elena Fischer:Mailbox) [Connect-Mailbox], RecipientTaskException
#=     + FullyQualifiedErrorId : D12D6128,Microsoft.Exchange.Management.RecipientTasks.ConnectMailbox
#= Connect-Mailbox : The specified mailbox 'Elena Fischer' isn't unique in the mailbox database 'Mailbox Database'. Use the mailbox GUID.
#= At line:9 char:1
#= + Connect-Mailbox 'Elena Fischer' -Database (Get-MailboxDatabase)
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: ({*}:DisconnectedMailbox) [Connect-Mailbox], RecipientTaskException
#=     + FullyQualifiedErrorId : D12D6128,Microsoft.Exchange.Management.RecipientTasks.ConnectMailbox
#=
#= Alias RecipientTypeDetails PrimarySmtpAddress
#= ----- -------------------- ------------------
#= ef    SharedMailbox        ef@contoso.com
#=
# Removed accounts leave their mailboxes, too, unless for good; and they go when the time of their database is over.
Remove-Mailbox ben -Confirm:$false
Remove-Mailbox chloe -Permanent $true -Confirm:$false
Get-MailboxStatistics -Server EX01 | Where-Object { $_.DisconnectDate } | Sort-Object DisplayName | Format-Table DisplayName, DisconnectReason
Get-MailboxStatistics -Server EX01 | Where-Object { $_.DisplayName -eq 'Ben Carter' } | ForEach-Object { Remove-Mailbox -Database $_.Database -StoreMailboxIdentity $_.MailboxGuid -Confirm:$false }
Set-MailboxDatabase (Get-MailboxDatabase) -MailboxRetention 7.00:00:00
Add-LabTime 6.00:00:00
(Get-MailboxStatistics -Server EX01 | Where-Object { $_.DisconnectDate }).DisplayName
Add-LabTime 2.00:00:00
Get-MailboxDatabase | Clean-MailboxDatabase
(Get-MailboxStatistics -Server EX01 | Where-Object { $_.DisconnectDate }).DisplayName
Get-MailboxStatistics
#=
#= DisplayName   DisconnectReason
#= -----------   ----------------
#= Ben Carter    
#= Elena Fischer 
#=
#= Elena Fischer
#=
#= DisplayName   ItemCount StorageLimitStatus LastLogonTime
#= -----------   --------- ------------------ -------------
#= Administrator 0         BelowLimit         
#= Anna Berg     1         BelowLimit         
#= David Ek      0         BelowLimit         
#= Elena Fischer 1         BelowLimit         
#=
