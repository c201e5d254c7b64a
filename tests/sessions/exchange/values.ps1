# What scripts ask of Exchange's values, before any cmdlet has been run.
[Microsoft.Exchange.Data.SmtpAddress]'anna@contoso.com' | Format-List *
[Microsoft.Exchange.Data.SmtpAddress]::Parse('anna@contoso.com').Domain
[Microsoft.Exchange.Data.SmtpAddress]::IsValidSmtpAddress('no address')
[Microsoft.Exchange.Data.SmtpAddress]'no address'
[Microsoft.Exchange.Data.ByteQuantifiedSize]::FromMB(5).ToKB()
[Microsoft.Exchange.Data.Unlimited[Microsoft.Exchange.Data.ByteQuantifiedSize]]'unlimited' | % IsUnlimited
New-Object Microsoft.Exchange.Data.SmtpProxyAddress 'anna@contoso.com', $true | % ProxyAddressString
New-Object Microsoft.Exchange.Data.CustomProxyAddress 'X500', '/o=Old', $false | % PrefixString
#=
#= Local          : anna
#= Domain         : contoso.com
#= Address        : anna@contoso.com
#= Length         : 16
#= IsValidAddress : True
#=
#= contoso.com
#= False
#= Cannot convert value "no address" to type "Microsoft.Exchange.Data.SmtpAddress". Error: "'no address' is not a valid SMTP address."
#= At line:5 char:1
#= + [Microsoft.Exchange.Data.SmtpAddress]'no address'
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (:) [], RuntimeException
#=     + FullyQualifiedErrorId : InvalidCastParseTargetInvocation
#= 5120
#= True
#= SMTP:anna@contoso.com
#= x500

# Sizes, spans and limits.
$size = [Microsoft.Exchange.Data.ByteQuantifiedSize]'5MB'
($size + '3MB').ToMB(), ($size - '3MB').ToMB(), ($size / 2).ToKB(), $size.CompareTo($size), ($size -gt '4MB') -join ' '
$database = Get-MailboxDatabase
$database.MailboxRetention.TotalHours
([datetime]'2020-02-01' - $database.MailboxRetention).ToString('yyyy-MM-dd')
([datetime]'2020-02-01').Add($database.MailboxRetention).ToString('yyyy-MM-dd')
([timespan]$database.MailboxRetention).Days
$database.ProhibitSendQuota.Value.ToMB()
$database.ProhibitSendQuota -gt 1GB
#= 8 2 2560 0 True
#= 720
#= 2020-01-02
#= 2020-03-02
#= 30
#= 2048
#= True

# Addresses of a mailbox.
$mailbox = Get-Mailbox anna
$mailbox.PrimarySmtpAddress.Address, $mailbox.PrimarySmtpAddress.Local, $mailbox.PrimarySmtpAddress.Domain, $mailbox.PrimarySmtpAddress.Length -join ' '
$mailbox.EmailAddresses[0] | Format-List *
$mailbox.EmailAddresses[0].GetType().FullName
$mailbox.EmailAddresses | Where-Object { $_.PrefixString -ceq 'SMTP' } | Select-Object -ExpandProperty SmtpAddress
$mailbox.EmailAddresses[0].Prefix -eq 'smtp'
Get-Mailbox | Sort-Object PrimarySmtpAddress -Descending | Select-Object -First 1 -ExpandProperty Name
Compare-Object (Get-AcceptedDomain).DomainName 'fabrikam.com' | Format-Table -AutoSize
#= anna@contoso.com anna contoso.com 16
#=
#= SmtpAddress        : anna@contoso.com
#= AddressString      : anna@contoso.com
#= ProxyAddressString : SMTP:anna@contoso.com
#= Prefix             : SMTP
#= IsPrimaryAddress   : True
#= PrefixString       : SMTP
#=
#= Microsoft.Exchange.Data.SmtpProxyAddress
#= anna@contoso.com
#= True
#= Elena Fischer
#=
#= InputObject  SideIndicator
#= -----------  -------------
#= fabrikam.com =>
#= contoso.com  <=
#=

# Values are added to and taken from a property as the property's type compares them.
$mailbox.EmailAddresses += 'smtp:sales@contoso.com', 'smtp:info@contoso.com'
$mailbox.EmailAddresses -= 'SALES@contoso.com'
"$($mailbox.EmailAddresses)"
"$($mailbox.EmailAddresses - 'smtp:info@contoso.com' - 'smtp:nobody@contoso.com')"
$mailbox.EmailAddresses.Contains('info@contoso.com'), $mailbox.EmailAddresses.IndexOf('info@contoso.com')
$mailbox.EmailAddresses.Add('smtp:INFO@contoso.com')
$mailbox.EmailAddresses.Remove('smtp:info@contoso.com'), $mailbox.EmailAddresses.Remove('smtp:info@contoso.com')
$mailbox.EmailAddresses.Add('no address')
Set-Mailbox anna -EmailAddresses $mailbox.EmailAddresses
$mailbox.EmailAddresses.RemoveAt(1)
$mailbox.EmailAddresses.Add('smtp:s@contoso.com')
$mailbox | Set-Mailbox
"$((Get-Mailbox anna).EmailAddresses)"
Set-DistributionGroup Sales -AcceptMessagesOnlyFrom anna, ben, chloe
$group = Get-DistributionGroup Sales
$group.AcceptMessagesOnlyFrom -= (Get-Mailbox ben).Identity
$group.AcceptMessagesOnlyFrom -= 'Chloe Dubois'
$group | Set-DistributionGroup
"$((Get-DistributionGroup Sales).AcceptMessagesOnlyFrom)"
$connector = Get-ReceiveConnector 'Default EX01'
$connector.Bindings -= $connector.Bindings[0]
"$($connector.Bindings)"
#= SMTP:anna@contoso.com smtp:info@contoso.com
#= SMTP:anna@contoso.com
#= True
#= 1
#= Exception calling "Add" with "1" argument(s): "The value "smtp:INFO@contoso.com" is already present in the collection."
#= At line:8 char:1
#= + $mailbox.EmailAddresses.Add('smtp:INFO@contoso.com')
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [], MethodInvocationException
#=     + FullyQualifiedErrorId : InvalidOperationException
#= True
#= False
#= Set-Mailbox : Cannot process argument transformation on parameter 'EmailAddresses'. Cannot convert value "no address" to type "Microsoft.Exchange.Data.ProxyAddress". Error: "The address 'no address' is invalid: "no address" isn't a valid SMTP address. The domain name can't contain spaces and it has to have a prefix and a suffix, such as example.com."
#= At line:11 char:34
#= + Set-Mailbox anna -EmailAddresses $mailbox.EmailAddresses
#= +                                  ~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidData: (:) [Set-Mailbox], ParameterBindingArgumentTransformationException
#=     + FullyQualifiedErrorId : ParameterArgumentTransformationError,Microsoft.Exchange.Management.RecipientTasks.SetMailbox
#= SMTP:anna@contoso.com smtp:s@contoso.com
#= contoso.com/Users/Anna Berg
#= 0.0.0.0:25

# Identities.
$mailbox.Identity | Format-List Name, Rdn, Parent, DomainId, Depth, DistinguishedName
$mailbox.Identity.Parent.Name, $mailbox.Identity.Rdn.UnescapedName, $mailbox.Identity.Parent.Parent.DistinguishedName -join ' | '
(Get-Mailbox ben).Identity.Parent -eq $mailbox.Identity.Parent
#=
#= Name              : Anna Berg
#= Rdn               : CN=Anna Berg
#= Parent            : contoso.com/Users
#= DomainId          : contoso.com
#= Depth             : 2
#= DistinguishedName : CN=Anna Berg,CN=Users,DC=contoso,DC=com
#=
#= Users | Anna Berg | DC=contoso,DC=com
#= True

# To take a value away is to say $null.
Set-TransportConfig -ExternalPostmasterAddress p@contoso.com -JournalingReportNdrTo j@contoso.com
Set-TransportConfig -ExternalPostmasterAddress $null -JournalingReportNdrTo $null
"[$((Get-TransportConfig).ExternalPostmasterAddress)] [$((Get-TransportConfig).JournalingReportNdrTo)]"
Set-Mailbox anna -CustomAttribute1 $null -SimpleDisplayName $null -ForwardingAddress $null -SCLJunkThreshold $null
#= [] [<>]
#= WARNING: The command completed successfully but no settings of 'contoso.com/Users/Anna Berg' have been modified.

# Under an address policy this parameter has no effect.
Set-Mailbox ben -WindowsEmailAddress benjamin@contoso.com
(Get-Mailbox ben).PrimarySmtpAddress.Address
Set-Mailbox ben -WindowsEmailAddress benjamin@contoso.com -EmailAddressPolicyEnabled $false
(Get-Mailbox ben).PrimarySmtpAddress.Address
#= WARNING: The command completed successfully but no settings of 'contoso.com/Users/Ben Carter' have been modified.
#= ben@contoso.com
#= benjamin@contoso.com

# What is not emulated says so, and is not asked for where it is switched off.
Get-Mailbox -Archive
Get-Mailbox anna -Archive:$false | % Name
$none = @{ Archive = $false; PublicFolder = $false }
Get-Mailbox anna @none | % Name
Get-OwaMailboxPolicy anna -Anything 3 -ErrorAction SilentlyContinue -ErrorVariable problem
"$problem"
try { Get-OwaMailboxPolicy -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }
#= Get-Mailbox : Parameter 'Archive' of Get-Mailbox is not emulated. See COVERAGE.md.
#= At line:3 char:13
#= + Get-Mailbox -Archive
#= +             ~~~~~~~~
#=     + CategoryInfo          : NotImplemented: (:) [Get-Mailbox], ParameterBindingException
#=     + FullyQualifiedErrorId : NotEmulatedParameter,Microsoft.Exchange.Management.RecipientTasks.GetMailbox
#= Anna Berg
#= Anna Berg
#= The Exchange cmdlet 'Get-OwaMailboxPolicy' is not emulated. COVERAGE.md lists the cmdlets that are.
#= NotEmulatedCmdlet,Get-OwaMailboxPolicy

# References are compared with what a script writes for them: what they print, or their distinguished names.
Get-Mailbox | Where-Object { $_.Database -eq (Get-MailboxDatabase).Identity.ToString() } | Measure-Object | % Count
($mailbox.Identity -eq 'contoso.com/Users/Anna Berg'), ($mailbox.Identity -eq 'CN=Anna Berg,CN=Users,DC=contoso,DC=com'), ($mailbox.Identity -eq 'contoso.com/Users/Ben Carter')
$mailbox.Identity -eq $mailbox.DistinguishedName
Get-Mailbox -Filter "Database -eq '$((Get-MailboxDatabase).DistinguishedName)'" | Measure-Object | % Count
"$([Microsoft.Exchange.Data.Unlimited[Microsoft.Exchange.Data.ByteQuantifiedSize]]::UnlimitedValue)"
(New-Object Microsoft.Exchange.Data.ByteQuantifiedSize 1048576).ToKB()
#= 6
#= True
#= True
#= False
#= True
#= 6
#= Unlimited
#= 1024
