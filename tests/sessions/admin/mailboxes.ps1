# Mailboxes: created in bulk, measured, limited, reported
Set-ReceiveConnector 'Default EX01' -PermissionGroups AnonymousUsers, ExchangeUsers, ExchangeServers, ExchangeLegacyServers
@'
FirstName,LastName,Alias,Department,Title,QuotaMB,Groups
Frank,Gruber,Frank,Sales,Seller,500,Sales;Press
Gina,Hall,gina,IT,Engineer,,Press
Anna,Berg,anna,Sales,,,
'@ | Set-Content C:\users.csv
.\New-MailboxesFromCsv.ps1 -CsvFile C:\users.csv
#= Group Press created
#= frank@contoso.com created
#= gina@contoso.com created
#= anna@contoso.com exists
#= Log: C:\Logs\NewMailboxes.log, 4 lines
#=
#= Name    Value
#= ----    -----
#= Created     2
#= Exists      1
#= Failed      0
#=
Get-Mailbox frank | Format-List Name, ProhibitSendQuota, IssueWarningQuota, UseDatabaseQuotaDefaults
#=
#= Name                     : Frank Gruber
#= ProhibitSendQuota        : 500MB
#= IssueWarningQuota        : 400MB
#= UseDatabaseQuotaDefaults : False
#=
.\New-MailboxesFromCsv.ps1 -CsvFile C:\users.csv
#= frank@contoso.com exists
#= gina@contoso.com exists
#= anna@contoso.com exists
#= Log: C:\Logs\NewMailboxes.log, 7 lines
#=
#= Name    Value
#= ----    -----
#= Created     0
#= Exists      3
#= Failed      0
#=
Send-MailMessage -From kim@fabrikam.com -To frank@contoso.com, anna@contoso.com -Subject 'Offer' -Body ('x' * 2MB) -SmtpServer EX01
Send-MailMessage -From kim@fabrikam.com -To anna@contoso.com -Subject 'Again' -Body 'short' -SmtpServer EX01
.\Get-MailboxSizeReport.ps1 -Top 3
#=
#= DisplayName   Department Items SizeMB
#= -----------   ---------- ----- ------
#= Anna Berg     Sales      2     2.08
#= Frank Gruber  Sales      1     2.08
#= Administrator            0     0
#=
#= Mailboxes: 8, items: 3, most: 2, average: 0.4
#=
#=             1
#= Finance     1
#= IT          3
#= Sales       3
#=
Get-Mailbox anna | Set-Mailbox -UseDatabaseQuotaDefaults $false -ProhibitSendQuota 2MB -IssueWarningQuota 1MB
.\Get-QuotaReport.ps1 -Notify
#=
#= Name          Address                   QuotaMB UsedMB State
#= ----          -------                   ------- ------ -----
#= Administrator Administrator@contoso.com    2048      0 Ok
#= Anna Berg     anna@contoso.com                2      2 Full
#= Ben Carter    ben@contoso.com              2048      0 Ok
#= Chloe Dubois  chloe@contoso.com            2048      0 Ok
#= David Ek      david@contoso.com            2048      0 Ok
#= Elena Fischer elena@contoso.com            2048      0 Ok
#= Frank Gruber  frank@contoso.com             500      2 Ok
#= Gina Hall     gina@contoso.com             2048      0 Ok
#=
#= Told anna@contoso.com
(Get-LabMessage -Mailbox anna | Select-Object -Last 1).Subject
#= Your mailbox is full

Get-Mailbox -ResultSize Unlimited | Sort-Object Alias | .\Set-DepartmentQuota.ps1 -WhatIf
#= What if: Performing the operation "Set quota" on target "Administrator (): 450MB/500MB/600MB".
#= What if: Performing the operation "Set quota" on target "anna (Sales): 900MB/1GB/1200MB".
#= What if: Performing the operation "Set quota" on target "ben (Sales): 900MB/1GB/1200MB".
#= What if: Performing the operation "Set quota" on target "chloe (IT): 1900MB/2GB/2300MB".
#= What if: Performing the operation "Set quota" on target "david (IT): 1900MB/2GB/2300MB".
#= What if: Performing the operation "Set quota" on target "elena (Finance): 450MB/500MB/600MB".
#= What if: Performing the operation "Set quota" on target "frank (Sales): 900MB/1GB/1200MB".
#= What if: Performing the operation "Set quota" on target "gina (IT): 1900MB/2GB/2300MB".
#= Changed: 0
'chloe', 'ben' | Get-Mailbox | .\Set-DepartmentQuota.ps1
#= Changed: 2
Get-Mailbox ben | Format-List *Quota, UseDatabaseQuotaDefaults
#=
#= ProhibitSendQuota        : 1GB
#= ProhibitSendReceiveQuota : 1200MB
#= IssueWarningQuota        : 900MB
#= RulesQuota               : 64KB
#= UseDatabaseQuotaDefaults : False
#=

Add-MailboxPermission anna -User ben -AccessRights FullAccess | Out-Null
Add-ADPermission (Get-Mailbox chloe).DistinguishedName -User david -ExtendedRights Send-As | Out-Null
Set-Mailbox elena -GrantSendOnBehalfTo anna
.\Get-PermissionReport.ps1
#= FullAccess:
#=   ben -> anna
#= OnBehalf:
#=   anna -> elena
#= SendAs:
#=   david -> chloe

Set-Mailbox ben -EmailAddresses @{ Add = 'ben@old.example', 'b.carter@old.example' }
.\Remove-OldAddresses.ps1 -Domain old.example
#= ben: smtp:b.carter@old.example
#= ben: smtp:ben@old.example
#= 2 found, left: 1
.\Remove-OldAddresses.ps1 -Domain old.example -Remove
#= ben: smtp:b.carter@old.example
#= ben: smtp:ben@old.example
#= 2 found, left: 0
(Get-Mailbox ben).EmailAddresses | ForEach-Object { $_.ProxyAddressString }
#= SMTP:ben@contoso.com

Disable-Mailbox frank -Confirm:$false
.\Find-InactiveMailboxes.ps1
#= Never used or long unused:
#=
#= DisplayName   ItemCount LastLogonTime
#= -----------   --------- -------------
#= Administrator         0 
#= Anna Berg             3 
#= Ben Carter            0 
#= Chloe Dubois          0 
#= David Ek              0 
#= Elena Fischer         0 
#= Gina Hall             0 
#=
#= Disconnected:
#=
#= DisplayName  ItemCount
#= -----------  ---------
#= Frank Gruber         1
#=
