# Accounts and groups that become recipients, and cease to be.
Disable-DistributionGroup Sales -Confirm:$false
(Get-DistributionGroup).Name
#= IT Staff
Disable-DistributionGroup Sales -Confirm:$false
#= Disable-DistributionGroup : This task does not support recipients of this type. The specified recipient contoso.com/Users/Sales is of type Group. Please make sure that this recipient matches the required recipient type for this task.
#= At line:1 char:1
#= + Disable-DistributionGroup Sales -Confirm:$false
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (contoso.com/Users/Sales:DistributionGroup) [Disable-DistributionGroup], RecipientTaskException
#=     + FullyQualifiedErrorId : D12D6128,Microsoft.Exchange.Management.RecipientTasks.DisableDistributionGroup
Enable-DistributionGroup Sales | Format-Table Name, PrimarySmtpAddress
#=
#= Name  PrimarySmtpAddress
#= ----  ------------------
#= Sales Sales@contoso.com
#=
(Get-DistributionGroupMember Sales).Name
#= Anna Berg
#= Ben Carter
Enable-DistributionGroup Sales
#= Enable-DistributionGroup : This task does not support recipients of this type. The specified recipient contoso.com/Users/Sales is of type MailUniversalDistributionGroup. Please make sure that this recipient matches the required recipient type for this task.
#= At line:1 char:1
#= + Enable-DistributionGroup Sales
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (contoso.com/Users/Sales:DistributionGroup) [Enable-DistributionGroup], RecipientTaskException
#=     + FullyQualifiedErrorId : D12D6128,Microsoft.Exchange.Management.RecipientTasks.EnableDistributionGroup
Update-DistributionGroupMember Sales -Members elena, david -Confirm:$false
(Get-DistributionGroupMember Sales).Name
#= Elena Fischer
#= David Ek
Update-DistributionGroupMember Sales -Members nobody -Confirm:$false
#= Update-DistributionGroupMember : Could not find object "nobody". Please make sure that it was spelled correctly or specify a different object.
#= At line:1 char:1
#= + Update-DistributionGroupMember Sales -Members nobody -Confirm:$false
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [Update-DistributionGroupMember], ManagementObjectNotFoundException
#=     + FullyQualifiedErrorId : 4244DC8A,Microsoft.Exchange.Management.RecipientTasks.UpdateDistributionGroupMember
Disable-Mailbox elena -Confirm:$false
Enable-MailUser elena -ExternalEmailAddress elena@fabrikam.com -PrimarySmtpAddress elena@contoso.com | Format-Table Name, Alias, RecipientType
#=
#= Name          Alias RecipientType
#= ----          ----- -------------
#= Elena Fischer elena      MailUser
#=
(Get-MailUser elena).EmailAddresses | ForEach-Object ProxyAddressString
#= SMTP:elena@contoso.com
#= smtp:elena@fabrikam.com
Enable-MailUser elena -ExternalEmailAddress elena@fabrikam.com
#= Enable-MailUser : This task does not support recipients of this type. The specified recipient contoso.com/Users/Elena Fischer is of type MailUser. Please make sure that this recipient matches the required recipient type for this task.
#= At line:1 char:1
#= + Enable-MailUser elena -ExternalEmailAddress elena@fabrikam.com
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (contoso.com/Users/Elena Fischer:MailUser) [Enable-MailUser], RecipientTaskException
#=     + FullyQualifiedErrorId : D12D6128,Microsoft.Exchange.Management.RecipientTasks.EnableMailUser
Disable-MailUser elena -Confirm:$false
(Get-User elena).RecipientType
#= User
Enable-Mailbox elena | Format-Table Name, Alias
#=
#= Name          Alias
#= ----          -----
#= Elena Fischer elena
#=
