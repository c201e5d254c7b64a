Get-Recipient
#=
#= Name            RecipientType
#= ----            -------------
#= Administrator   UserMailbox
#= Anna Berg       UserMailbox
#= Ben Carter      UserMailbox
#= Chloe Dubois    UserMailbox
#= David Ek        UserMailbox
#= Elena Fischer   UserMailbox
#= Sales           MailUniversalDistributionGroup
#= IT Staff        MailUniversalDistributionGroup
#= Kim Abercrombie MailContact
#=
Get-Mailbox a*
#=
#= Name          Alias         ServerName ProhibitSendQuota
#= ----          -----         ---------- -----------------
#= Administrator Administrator ex01       unlimited
#= Anna Berg     anna          ex01       unlimited
#=
Get-Mailbox -Anr ber
#=
#= Name      Alias ServerName ProhibitSendQuota
#= ----      ----- ---------- -----------------
#= Anna Berg anna  ex01       unlimited
#=
Get-Mailbox -Filter {(Alias -like 'a*') -and -not (DisplayName -eq 'Administrator')}
#=
#= Name      Alias ServerName ProhibitSendQuota
#= ----      ----- ---------- -----------------
#= Anna Berg anna  ex01       unlimited
#=
Get-Mailbox -Filter {Nonsense -eq 1}
#= Get-Mailbox : Cannot bind parameter 'Filter' to the target. Exception setting "Filter": ""Nonsense" is not a recognized filterable property. For a complete list of filterable properties see the command help.
#= "Nonsense -eq 1" at position 1."
#= At line:1 char:1
#= + Get-Mailbox -Filter {Nonsense -eq 1}
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : WriteError: (:) [Get-Mailbox], ParameterBindingException
#=     + FullyQualifiedErrorId : ParameterBindingFailed,Microsoft.Exchange.Management.RecipientTasks.GetMailbox
Get-Mailbox -ResultSize 2
#= WARNING: There are more results available than are currently displayed. To view them, increase the value for the ResultSize parameter.
#=
#= Name          Alias         ServerName ProhibitSendQuota
#= ----          -----         ---------- -----------------
#= Administrator Administrator ex01       unlimited
#= Anna Berg     anna          ex01       unlimited
#=
Get-Mailbox nobody
#= Get-Mailbox : The operation could not be performed because object 'nobody' could not be found on domain controller 'DC01.contoso.com'.
#= At line:1 char:1
#= + Get-Mailbox nobody
#= + ~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [Get-Mailbox], ManagementObjectNotFoundException
#=     + FullyQualifiedErrorId : 6DEE0A74,Microsoft.Exchange.Management.RecipientTasks.GetMailbox
Get-User anna | Format-List Department, Title, UserPrincipalName
#=
#= Department        : Sales
#= Title             : Sales Manager
#= UserPrincipalName : anna@contoso.com
#=

# Making and changing.
New-Mailbox -Name 'Nora Novak' -UserPrincipalName nora@contoso.com -Password (ConvertTo-SecureString 'Pass@word1' -AsPlainText -Force) -FirstName Nora -LastName Novak
#=
#= Name       Alias ServerName ProhibitSendQuota
#= ----       ----- ---------- -----------------
#= Nora Novak nora  ex01       unlimited
#=
New-Mailbox -Name 'Other Nora' -UserPrincipalName nora@contoso.com -Password (ConvertTo-SecureString 'Pass@word1' -AsPlainText -Force)
#= New-Mailbox : The value 'nora@contoso.com' of property 'UserPrincipalName' is used by another recipient object. Please specify a unique value.
#= At line:1 char:1
#= + New-Mailbox -Name 'Other Nora' -UserPrincipalName nora@contoso.com -P …
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (:) [New-Mailbox], DataValidationException
#=     + FullyQualifiedErrorId : D59E4A26,Microsoft.Exchange.Management.RecipientTasks.NewMailbox
New-Mailbox -Name 'Weak' -UserPrincipalName weak@contoso.com -Password (ConvertTo-SecureString 'abc' -AsPlainText -Force)
#= New-Mailbox : The password does not meet the password policy requirements. Check the minimum password length, password complexity and password history requirements.
#= At line:1 char:1
#= + New-Mailbox -Name 'Weak' -UserPrincipalName weak@contoso.com -Passwor …
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (:) [New-Mailbox], DataValidationException
#=     + FullyQualifiedErrorId : D59E4A26,Microsoft.Exchange.Management.RecipientTasks.NewMailbox
New-Mailbox -Name Info -Shared
#=
#= Name Alias ServerName ProhibitSendQuota
#= ---- ----- ---------- -----------------
#= Info Info  ex01       unlimited
#=
New-Mailbox -Name Nobody -UserPrincipalName nobody@contoso.com
#= New-Mailbox : Cannot process command because of one or more missing mandatory parameters: Password.
#= At line:1 char:1
#= + New-Mailbox -Name Nobody -UserPrincipalName nobody@contoso.com
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (:) [New-Mailbox], ParameterBindingException
#=     + FullyQualifiedErrorId : MissingMandatoryParameter,Microsoft.Exchange.Management.RecipientTasks.NewMailbox
Set-Mailbox anna -EmailAddresses @{Add='sales.manager@contoso.com'}
Set-Mailbox ben -EmailAddresses @{Add='anna@contoso.com'}
#= Set-Mailbox : The proxy address "SMTP:anna@contoso.com" is already being used by the proxy addresses or LegacyExchangeDN of "contoso.com/Users/Anna Berg". Please choose another proxy address.
#= At line:2 char:1
#= + Set-Mailbox ben -EmailAddresses @{Add='anna@contoso.com'}
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (contoso.com/Users/Ben Carter:Mailbox) [Set-Mailbox], ProxyAddressExistsException
#=     + FullyQualifiedErrorId : DC583783,Microsoft.Exchange.Management.RecipientTasks.SetMailbox
Set-Mailbox anna -PrimarySmtpAddress berg@contoso.com
#= Set-Mailbox : The primary SMTP address can't be modified because this recipient is configured to automatically update email addresses based on email address policy. To disable the policy for this recipient, set the EmailAddressPolicyEnabled parameter to $false.
#= At line:1 char:1
#= + Set-Mailbox anna -PrimarySmtpAddress berg@contoso.com
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (contoso.com/Users/Anna Berg:Mailbox) [Set-Mailbox], DataValidationException
#=     + FullyQualifiedErrorId : D59E4A26,Microsoft.Exchange.Management.RecipientTasks.SetMailbox
Set-Mailbox anna -EmailAddressPolicyEnabled $false -PrimarySmtpAddress berg@contoso.com
(Get-Mailbox anna).EmailAddresses | ForEach-Object { "$_" }
#= SMTP:berg@contoso.com
#= smtp:anna@contoso.com
#= smtp:sales.manager@contoso.com
Set-Mailbox anna -Alias 'a b'
#= Set-Mailbox : Cannot bind parameter 'Alias' to the target. Exception setting "Alias": "Property expression "a b" is not valid. Valid values are: Strings formed with characters from A to Z (uppercase or lowercase), digits from 0 to 9, !, #, $, %, &, ', *, +, -, /, =, ?, ^, _, `, {, |, } or ~. One or more periods may be embedded in an alias, but each of them should be preceded and followed by at least one of the other characters."
#= At line:1 char:1
#= + Set-Mailbox anna -Alias 'a b'
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : WriteError: (:) [Set-Mailbox], ParameterBindingException
#=     + FullyQualifiedErrorId : ParameterBindingFailed,Microsoft.Exchange.Management.RecipientTasks.SetMailbox
Set-Mailbox anna -ProhibitSendQuota 1GB -UseDatabaseQuotaDefaults $false -AcceptMessagesOnlyFrom ben -ForwardingAddress nora
Get-Mailbox anna | Format-List ProhibitSendQuota, UseDatabaseQuotaDefaults, AcceptMessagesOnlyFrom, ForwardingAddress
#=
#= ProhibitSendQuota        : 1GB
#= UseDatabaseQuotaDefaults : False
#= AcceptMessagesOnlyFrom   : {contoso.com/Users/Ben Carter}
#= ForwardingAddress        : contoso.com/Users/Nora Novak
#=
Set-User ben -Title 'Key Account Manager'
(Get-User ben).Title
#= Key Account Manager

# A mailbox taken, given, removed.
Disable-Mailbox elena -Confirm:$false
Get-User elena
#=
#= Name          RecipientType
#= ----          -------------
#= Elena Fischer User
#=
Enable-Mailbox elena | Format-List Alias, PrimarySmtpAddress
#=
#= Alias              : elena
#= PrimarySmtpAddress : elena@contoso.com
#=
Enable-Mailbox elena
#= Enable-Mailbox : This task does not support recipients of this type. The specified recipient contoso.com/Users/Elena Fischer is of type UserMailbox. Please make sure that this recipient matches the required recipient type for this task.
#= At line:1 char:1
#= + Enable-Mailbox elena
#= + ~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (contoso.com/Users/Elena Fischer:Mailbox) [Enable-Mailbox], RecipientTaskException
#=     + FullyQualifiedErrorId : D12D6128,Microsoft.Exchange.Management.RecipientTasks.EnableMailbox
Remove-Mailbox elena -WhatIf
#= What if: Removing mailbox "contoso.com/Users/Elena Fischer" will remove the Windows user object and mark the mailbox in the database for removal.
Remove-Mailbox elena -Confirm:$false
Get-User elena
#= Get-User : The operation could not be performed because object 'elena' could not be found on domain controller 'DC01.contoso.com'.
#= At line:2 char:1
#= + Get-User elena
#= + ~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [Get-User], ManagementObjectNotFoundException
#=     + FullyQualifiedErrorId : 6DEE0A74,Microsoft.Exchange.Management.RecipientTasks.GetUser

# Groups and contacts.
New-DistributionGroup Managers -Members anna, david -ManagedBy david
#=
#= Name     DisplayName GroupType PrimarySmtpAddress
#= ----     ----------- --------- ------------------
#= Managers Managers    Universal Managers@contoso.com
#=
Get-DistributionGroupMember Managers -ResultSize Unlimited
#=
#= Name      RecipientType
#= ----      -------------
#= Anna Berg UserMailbox
#= David Ek  UserMailbox
#=
Add-DistributionGroupMember Managers -Member ben
Add-DistributionGroupMember Managers -Member ben
#= Add-DistributionGroupMember : The recipient "contoso.com/Users/Ben Carter" is already a member of the group "contoso.com/Users/Managers".
#= At line:2 char:1
#= + Add-DistributionGroupMember Managers -Member ben
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (contoso.com/Users/Managers:DistributionGroup) [Add-DistributionGroupMember], MemberAlreadyExistsException
#=     + FullyQualifiedErrorId : 13877566,Microsoft.Exchange.Management.RecipientTasks.AddDistributionGroupMember
Remove-DistributionGroupMember Managers -Member david -Confirm:$false
Remove-DistributionGroupMember Managers -Member david -Confirm:$false
#= Remove-DistributionGroupMember : The recipient "contoso.com/Users/David Ek" isn't a member of the group "contoso.com/Users/Managers".
#= At line:2 char:1
#= + Remove-DistributionGroupMember Managers -Member david -Confirm:$false
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (contoso.com/Users/Managers:DistributionGroup) [Remove-DistributionGroupMember], MemberNotFoundException
#=     + FullyQualifiedErrorId : D7909F54,Microsoft.Exchange.Management.RecipientTasks.RemoveDistributionGroupMember
Get-DistributionGroupMember Managers
#=
#= Name       RecipientType
#= ----       -------------
#= Anna Berg  UserMailbox
#= Ben Carter UserMailbox
#=
New-MailContact 'Lee Gu' -ExternalEmailAddress lee@fabrikam.com
#=
#= Name   Alias RecipientType
#= ----   ----- -------------
#= Lee Gu LeeGu MailContact
#=
Get-Recipient lee@fabrikam.com
#=
#= Name   RecipientType
#= ----   -------------
#= Lee Gu MailContact
#=
Set-MailContact 'Lee Gu' -ExternalEmailAddress lee@fourth.com
Get-MailContact 'Lee Gu' | Format-List ExternalEmailAddress, EmailAddresses
#=
#= ExternalEmailAddress : SMTP:lee@fourth.com
#= EmailAddresses       : {SMTP:lee@fourth.com}
#=
Remove-DistributionGroup Managers -Confirm:$false
