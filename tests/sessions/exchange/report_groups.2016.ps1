# Distribution group membership, owners, nested; export, compare, add and remove
New-Mailbox -Name 'Info' -Shared | Out-Null
New-DistributionGroup -Name 'All Staff' -Members Sales, 'IT Staff', elena | Out-Null
Set-DistributionGroup 'All Staff' -ManagedBy anna -BypassSecurityGroupManagerCheck
function Get-Nested($group, $depth = 0) {
    foreach ($member in Get-DistributionGroupMember -Identity $group -ResultSize Unlimited) {
        (' ' * 2 * $depth) + $member.DisplayName + " [$($member.RecipientType)] $($member.PrimarySmtpAddress)"
        if ($member.RecipientType -like '*Group') { Get-Nested $member.Identity ($depth + 1) }
    }
}
Get-Nested 'All Staff'
$rows = foreach ($g in Get-DistributionGroup -ResultSize Unlimited | Sort-Object Name) {
    $members = @(Get-DistributionGroupMember $g)
    [PSCustomObject]@{ Group = $g.Name; Smtp = $g.PrimarySmtpAddress.Address; Domain = $g.PrimarySmtpAddress.Domain; Owners = ($g.ManagedBy | ForEach-Object { $_.Name }) -join ';'; Count = $members.Count; Members = ($members | ForEach-Object { $_.Alias }) -join ';'; Restricted = $g.AcceptMessagesOnlyFrom.Count -gt 0 }
}
$rows | Format-Table -AutoSize
$rows | Export-Csv groups.csv -NoTypeInformation -Encoding UTF8
Import-Csv groups.csv | Where-Object { [int]$_.Count -gt 2 } | ForEach-Object { "$($_.Group) is large" }
Compare-Object (Get-DistributionGroupMember Sales | ForEach-Object { $_.PrimarySmtpAddress.ToString() }) (Get-Mailbox | ForEach-Object { $_.PrimarySmtpAddress.ToString() }) | Where-Object SideIndicator -eq '=>' | Select-Object -First 2 | Format-Table InputObject
Get-Mailbox -Filter { Department -eq 'Finance' } | Add-DistributionGroupMember -Identity Sales
Get-Mailbox | Where-Object { $_.CustomAttribute1 -eq 'x' } | Add-DistributionGroupMember Sales
(Get-DistributionGroupMember Sales).Name -join ', '
Remove-DistributionGroupMember Sales -Member 'elena@contoso.com' -Confirm:$false
$grp = Get-DistributionGroup Sales
$grp.EmailAddresses += 'smtp:verkauf@contoso.com'
$grp.EmailAddresses -= $grp.EmailAddresses | Where-Object { $_.ToString() -clike 'smtp:old*' }
Set-DistributionGroup Sales -EmailAddresses $grp.EmailAddresses -EmailAddressPolicyEnabled $false
(Get-DistributionGroup Sales).EmailAddresses | ForEach-Object { $_.ProxyAddressString }
foreach ($mbx in Get-Mailbox -ResultSize Unlimited) { foreach ($address in $mbx.EmailAddresses) { if ($address.IsPrimaryAddress -and $address.PrefixString -eq 'SMTP') { "$($mbx.Name),$($address.SmtpAddress)" } } }
Get-Recipient | Group-Object RecipientTypeDetails | Sort-Object Name | ForEach-Object { "$($_.Name): $($_.Count)" }
Get-DistributionGroup | Where-Object { -not (Get-DistributionGroupMember $_) } | ForEach-Object Name
Get-Mailbox info | Format-List IsShared, IsResource, ResourceType, AccountDisabled, RecipientTypeDetails
#= Sales [MailUniversalDistributionGroup] sales@contoso.com
#=   Anna Berg [UserMailbox] anna@contoso.com
#=   Ben Carter [UserMailbox] ben@contoso.com
#= IT Staff [MailUniversalDistributionGroup] itstaff@contoso.com
#=   Chloe Dubois [UserMailbox] chloe@contoso.com
#=   David Ek [UserMailbox] david@contoso.com
#= Elena Fischer [UserMailbox] elena@contoso.com
#=
#= Group     Smtp                 Domain      Owners    Count Members             Restricted
#= -----     ----                 ------      ------    ----- -------             ----------
#= All Staff AllStaff@contoso.com contoso.com Anna Berg     3 sales;itstaff;elena      False
#= IT Staff  itstaff@contoso.com  contoso.com               2 chloe;david              False
#= Sales     sales@contoso.com    contoso.com               2 anna;ben                 False
#=
#= All Staff is large
#=
#= InputObject
#= -----------
#= Administrator@contoso.com
#= chloe@contoso.com
#=
#= Anna Berg, Ben Carter, Elena Fischer
#= SMTP:sales@contoso.com
#= smtp:verkauf@contoso.com
#= Administrator,Administrator@contoso.com
#= Anna Berg,anna@contoso.com
#= Ben Carter,ben@contoso.com
#= Chloe Dubois,chloe@contoso.com
#= David Ek,david@contoso.com
#= Elena Fischer,elena@contoso.com
#= Info,Info@contoso.com
#= MailContact: 1
#= MailUniversalDistributionGroup: 3
#= SharedMailbox: 1
#= UserMailbox: 6
#=
#= IsShared             : True
#= IsResource           : False
#= ResourceType         : 
#= AccountDisabled      : True
#= RecipientTypeDetails : SharedMailbox
#=
