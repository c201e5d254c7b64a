# Bulk creation by CSV, with shared and room mailboxes, addresses, permissions and a second run
@'
First,Last,Alias,Department,Type,Address,FullAccess
Nora,Novak,nnovak,Sales,User,nora.novak@contoso.com,
Omar,Olsen,oolsen,IT,User,,anna
Board,Room,boardroom,,Room,,
Press,Desk,press,,Shared,press@contoso.com,anna;ben
'@ | Set-Content users.csv
$password = ConvertTo-SecureString 'Pass@word1' -AsPlainText -Force
$db = (Get-MailboxDatabase | Sort-Object { @(Get-Mailbox -Database $_).Count } | Select-Object -First 1).Name
foreach ($pass in 1, 2) {
    "--- run $pass"
    foreach ($u in Import-Csv users.csv) {
        $name = "$($u.First) $($u.Last)"
        if (Get-Recipient $u.Alias -ErrorAction SilentlyContinue) { "$name exists"; continue }
        $params = @{ Name = $name; Alias = $u.Alias; Database = $db; OrganizationalUnit = 'Users'; DisplayName = $name }
        switch ($u.Type) { 'Room' { $params.Room = $true } 'Shared' { $params.Shared = $true } default { $params += @{ UserPrincipalName = "$($u.Alias)@contoso.com"; Password = $password; FirstName = $u.First; LastName = $u.Last; ResetPasswordOnNextLogon = $false } } }
        $mbx = New-Mailbox @params
        if ($u.Address) { Set-Mailbox $mbx -EmailAddressPolicyEnabled $false -PrimarySmtpAddress $u.Address -EmailAddresses (@("SMTP:$($u.Address)") + ($mbx.EmailAddresses | ForEach-Object { "smtp:$($_.AddressString)" })) -ErrorAction SilentlyContinue }
        if ($u.Department) { Set-User $u.Alias -Department $u.Department; $mbx | Set-Mailbox -CustomAttribute1 $u.Department }
        foreach ($who in $u.FullAccess -split ';' | Where-Object { $_ }) { Add-MailboxPermission $mbx.Identity -User $who -AccessRights FullAccess | Out-Null; Add-ADPermission $mbx.DistinguishedName -User $who -ExtendedRights 'Send As' | Out-Null }
        "$name created as $($mbx.RecipientTypeDetails) in $($mbx.Database)"
    }
}
Get-Mailbox -Filter "CustomAttribute1 -ne `$null" | Sort-Object Name | Format-Table Name, CustomAttribute1, PrimarySmtpAddress
Get-Mailbox | Get-MailboxPermission | Where-Object { -not $_.IsInherited -and $_.User -notlike 'NT AUTHORITY\*' } | Sort-Object { "$($_.Identity) $($_.User)" } | Format-Table @{n='Mailbox';e={$_.Identity.Name}}, User, AccessRights
Get-Mailbox -RecipientTypeDetails RoomMailbox, SharedMailbox | Sort-Object Name | Format-Table Name, IsResource, ResourceType, ExchangeUserAccountControl
Get-Mailbox -ResultSize Unlimited | Where-Object { $_.WhenMailboxCreated -gt (Get-Date).AddDays(-1) -or $_.WhenCreated -gt (Get-Date).AddDays(-1) } | Measure-Object | ForEach-Object Count
Send-LabMessage anna press 'x' -As press
Get-MailboxStatistics press | ForEach-Object ItemCount
Import-Csv users.csv | ForEach-Object { Remove-Mailbox $_.Alias -Confirm:$false }
@(Get-MailboxStatistics -Database $db | Where-Object { $_.DisconnectDate -ne $null }).Count
Get-MailboxStatistics -Database $db | Where-Object { $_.DisconnectDate } | ForEach-Object { Remove-Mailbox -Database $_.Database -StoreMailboxIdentity $_.MailboxGuid -Confirm:$false }
@(Get-MailboxStatistics -Database $db | Where-Object { $_.DisconnectDate }).Count
#= --- run 1
#= Nora Novak created as UserMailbox in Mailbox Database 4190557964
#= Omar Olsen created as UserMailbox in Mailbox Database 4190557964
#= Board Room created as RoomMailbox in Mailbox Database 4190557964
#= Press Desk created as SharedMailbox in Mailbox Database 4190557964
#= --- run 2
#= Nora Novak exists
#= Omar Olsen exists
#= Board Room exists
#= Press Desk exists
#=
#= Name       CustomAttribute1 PrimarySmtpAddress
#= ----       ---------------- ------------------
#= Nora Novak Sales            nora.novak@contoso.com
#= Omar Olsen IT               oolsen@contoso.com
#=
#=
#= Mailbox    User         AccessRights
#= -------    ----         ------------
#= Omar Olsen CONTOSO\anna {FullAccess}
#= Press Desk CONTOSO\anna {FullAccess}
#= Press Desk CONTOSO\ben  {FullAccess}
#=
#=
#= Name       IsResource ResourceType ExchangeUserAccountControl
#= ----       ---------- ------------ --------------------------
#= Board Room       True Room         AccountDisabled
#= Press Desk      False              AccountDisabled
#=
#= 10
#= 1
#= 4
#= 0
