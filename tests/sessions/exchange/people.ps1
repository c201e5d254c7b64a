# Contacts and groups as the directory knows them
Set-Contact "Kim Abercrombie" -Company Fabrikam -Department Purchasing -Phone '555 0100'
Get-Contact | Format-Table Name, Company, Department, Phone
#=
#= Name            Company  Department Phone
#= ----            -------  ---------- -----
#= Kim Abercrombie Fabrikam Purchasing 555 0100
#=
Get-Recipient -Filter {Company -eq 'Fabrikam'}
#=
#= Name            RecipientType
#= ----            -------------
#= Kim Abercrombie MailContact
#=
Get-Group
#=
#= Name     DisplayName SamAccountName GroupType
#= ----     ----------- -------------- ---------
#= Sales    Sales       Sales          Universal
#= IT Staff IT Staff    IT Staff       Universal
#=
Set-Group Sales -Notes 'All who sell.' -ManagedBy anna
Get-Group Sales | Format-List Notes, ManagedBy, Members
#=
#= Notes     : All who sell.
#= ManagedBy : {contoso.com/Users/Anna Berg}
#= Members   : {contoso.com/Users/Anna Berg, contoso.com/Users/Ben Carter}
#=
(Get-Group Sales).Members[0] | Format-List Rdn, Parent, Depth, DistinguishedName, IsRelativeDn, DomainId, Name
#=
#= Rdn               : CN=Anna Berg
#= Parent            : contoso.com/Users
#= Depth             : 2
#= DistinguishedName : CN=Anna Berg,CN=Users,DC=contoso,DC=com
#= IsRelativeDn      : False
#= DomainId          : contoso.com
#= Name              : Anna Berg
#=

# Where new recipients are made
New-MailContact Lee -ExternalEmailAddress lee@fabrikam.com -OrganizationalUnit contoso.com/Partners | ForEach-Object { "$($_.Identity)" }
#= contoso.com/Partners/Lee
New-DistributionGroup Both -OrganizationalUnit 'OU=Staff,DC=contoso,DC=com' | ForEach-Object { "$($_.Identity)" }
#= contoso.com/Staff/Both
Get-Recipient -OrganizationalUnit Partners | Format-Table Name, OrganizationalUnit
#=
#= Name OrganizationalUnit
#= ---- ------------------
#= Lee  contoso.com/Partners
#=

# The members of a dynamic group
New-DynamicDistributionGroup "All Sales" -RecipientFilter {Department -eq 'Sales'} | Out-Null
$group = Get-DynamicDistributionGroup "All Sales"
Get-Recipient -RecipientPreviewFilter $group.RecipientFilter
#=
#= Name       RecipientType
#= ----       -------------
#= Anna Berg  UserMailbox
#= Ben Carter UserMailbox
#=

# Names that cannot be
$password = ConvertTo-SecureString 'Pass@word1' -AsPlainText -Force
New-Mailbox X -UserPrincipalName bob -Password $password
#= New-Mailbox : Cannot bind parameter 'UserPrincipalName' to the target. Exception setting "UserPrincipalName": "Property expression "bob" is not valid. Valid values are: Strings that include '@', where '@' cannot be the last character."
#= At line:4 char:1
#= + New-Mailbox X -UserPrincipalName bob -Password $password
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : WriteError: (:) [New-Mailbox], ParameterBindingException
#=     + FullyQualifiedErrorId : ParameterBindingFailed,Microsoft.Exchange.Management.RecipientTasks.NewMailbox
New-Mailbox X -UserPrincipalName bob@contoso.com -Alias 'b b' -Password $password
#= New-Mailbox : Cannot bind parameter 'Alias' to the target. Exception setting "Alias": "Property expression "b b" is not valid. Valid values are: Strings formed with characters from A to Z (uppercase or lowercase), digits from 0 to 9, !, #, $, %, &, ', *, +, -, /, =, ?, ^, _, `, {, |, } or ~. One or more periods may be embedded in an alias, but each of them should be preceded and followed by at least one of the other characters."
#= At line:1 char:1
#= + New-Mailbox X -UserPrincipalName bob@contoso.com -Alias 'b b' -Passwo …
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : WriteError: (:) [New-Mailbox], ParameterBindingException
#=     + FullyQualifiedErrorId : ParameterBindingFailed,Microsoft.Exchange.Management.RecipientTasks.NewMailbox
New-MailContact X -ExternalEmailAddress bob
#= New-MailContact : Cannot process argument transformation on parameter 'ExternalEmailAddress'. Cannot convert value "bob" to type "Microsoft.Exchange.Data.ProxyAddress". Error: "The address 'bob' is invalid: "bob" isn't a valid SMTP address. The domain name can't contain spaces and it has to have a prefix and a suffix, such as example.com."
#= At line:1 char:41
#= + New-MailContact X -ExternalEmailAddress bob
#= +                                         ~~~
#=     + CategoryInfo          : InvalidData: (:) [New-MailContact], ParameterBindingArgumentTransformationException
#=     + FullyQualifiedErrorId : ParameterArgumentTransformationError,Microsoft.Exchange.Management.RecipientTasks.NewMailContact
Get-Service MSExchangeIS | Set-Mailbox -Alias x
#= Set-Mailbox : The input object cannot be bound to any parameters for the command either because the command does not take pipeline input or the input and its properties do not match any of the parameters that take pipeline input.
#= At line:1 char:28
#= + Get-Service MSExchangeIS | Set-Mailbox -Alias x
#= +                            ~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (MSExchangeIS:ServiceController) [Set-Mailbox], ParameterBindingException
#=     + FullyQualifiedErrorId : InputObjectNotBound,Microsoft.Exchange.Management.RecipientTasks.SetMailbox
Get-Mailbox -Database Nowhere
#= Get-Mailbox : Database "Nowhere" was not found. Please make sure you have typed it correctly.
#= At line:1 char:1
#= + Get-Mailbox -Database Nowhere
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [Get-Mailbox], ManagementObjectNotFoundException
#=     + FullyQualifiedErrorId : 4244DC8A,Microsoft.Exchange.Management.RecipientTasks.GetMailbox
Set-Mailbox anna -IssueWarningQuota 3GB -ProhibitSendQuota 2GB
#= Set-Mailbox : The value of property 'ProhibitSendQuota' must be greater than or equal to that of property 'IssueWarningQuota'. ProhibitSendQuota: '2GB', IssueWarningQuota: '3GB'.
#= At line:1 char:1
#= + Set-Mailbox anna -IssueWarningQuota 3GB -ProhibitSendQuota 2GB
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (contoso.com/Users/Anna Berg:Mailbox) [Set-Mailbox], DataValidationException
#=     + FullyQualifiedErrorId : D59E4A26,Microsoft.Exchange.Management.RecipientTasks.SetMailbox

# A changed object, as Exchange 2007 takes it
$mailbox = Get-Mailbox anna
$mailbox.MaxSendSize = 5MB
Set-Mailbox -Instance $mailbox
(Get-Mailbox anna).MaxSendSize.Value.ToMB()
#= 5

# How full mailboxes are
Get-MailboxStatistics anna | Format-List DisplayName, *Size, DatabaseName, StorageGroupName
#=
#= DisplayName          : Anna Berg
#= TotalDeletedItemSize : 0B
#= TotalItemSize        : 0B
#= DatabaseName         : Mailbox Database
#= StorageGroupName     : First Storage Group
#=
Get-Mailbox | Get-MailboxStatistics | Sort-Object TotalItemSize -Descending | Select-Object -First 1 DisplayName, @{ n = 'KB'; e = { $_.TotalItemSize.Value.ToKB() } }
#=
#= DisplayName   KB
#= -----------   --
#= Administrator  0
#=
