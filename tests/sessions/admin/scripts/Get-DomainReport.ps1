Param([string]$File = 'C:\inetpub\reports\domains.htm')
# A page on domains, connectors and policies, in fragments
$fragments = @()
$fragments += Get-AcceptedDomain | Sort-Object DomainName |
    Select-Object Name, DomainName, DomainType, @{Name='Users';Expression={ $d = $_.DomainName.ToString(); @(Get-Mailbox -ResultSize Unlimited | Where-Object { $_.EmailAddresses -match "@$([regex]::Escape($d))$" }).Count }} |
    ConvertTo-Html -Fragment -PreContent '<h2>Accepted domains</h2>'
$fragments += Get-RemoteDomain | Select-Object Name, DomainName, AllowedOOFType | ConvertTo-Html -Fragment -As Table -PreContent '<h2>Remote domains</h2>'
$fragments += Get-EmailAddressPolicy | Select-Object Name, Priority, @{l='Templates';e={$_.EnabledEmailAddressTemplates -join '<br>'}} | ConvertTo-Html -Fragment -As List -PreContent '<h2>Policies</h2>'
Add-Type -AssemblyName System.Web
$page = ConvertTo-Html -Title "Domains of $((Get-OrganizationConfig).Name)" -Body ([System.Web.HttpUtility]::HtmlDecode($fragments -join "`r`n")) -PostContent "<p>$($fragments.Count) lines</p>"
$dir = Split-Path -Path $File -Parent
if (!(Test-Path $dir)) { $null = md $dir -Force }
[System.IO.File]::WriteAllText($File, ($page -join [Environment]::NewLine), [System.Text.Encoding]::UTF8)
$read = [System.IO.File]::ReadAllText($File)
'title: ' + ([regex]::Match($read, '<title>(.*?)</title>').Groups[1].Value)
[regex]::Matches($read, '<h2>([^<]+)</h2>') | ForEach-Object { 'section: ' + $_.Groups[1].Value }
$rows = [regex]::Matches($read, '<tr><td>(?<name>[^<]*)</td><td>(?<second>[^<]*)</td>')
foreach ($row in $rows) { 'row: {0} | {1}' -f $row.Groups['name'].Value, $row.Groups['second'].Value }
