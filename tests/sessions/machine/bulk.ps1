# Mailboxes of a list on the desktop; results beside it, errors in a log, settings in XML.

$list = "$env:USERPROFILE\Desktop\NewUsers.csv"
@'
First,Last,Alias,Department
Olga,Petrova,olga,Sales
Per,Hansen,per,IT
Bad,User,,IT
'@ | Set-Content $list
$results = "$env:USERPROFILE\Documents\Results-{0:yyyyMMdd}.csv" -f (Get-Date)
$secret = "$env:APPDATA\initial.txt"
'Pass@word1' | ConvertTo-SecureString -AsPlainText -Force | ConvertFrom-SecureString | Out-File $secret
$password = Get-Content $secret | ConvertTo-SecureString
Import-Csv $list | ForEach-Object {
    $row = $_; $status = 'Created'; $problem = ''
    try {
        if (!$row.Alias) { throw "No alias for $($row.First) $($row.Last)" }
        $name = "$($row.First) $($row.Last)"
        New-Mailbox -Name $name -FirstName $row.First -LastName $row.Last -Alias $row.Alias -Password $password `
            -UserPrincipalName "$($row.Alias)@$($env:USERDNSDOMAIN.ToLower())" `
            -Database (Get-MailboxDatabase | Select-Object -First 1).Identity -ErrorAction Stop | Out-Null
        Set-User $row.Alias -Department $row.Department
    } catch {
        $status = 'Failed'; $problem = $_.Exception.Message
        "$(Get-Date -f s) $problem" >> $env:TEMP\bulk-errors.log
    }
    [pscustomobject]@{ Alias = $row.Alias; Status = $status; Error = $problem }
} | Export-Csv $results -NoTypeInformation
Import-Csv $results | Format-Table -AutoSize
#=
#= Alias Status  Error
#= ----- ------  -----
#= olga  Created 
#= per   Created 
#=       Failed  No alias for Bad User
#=

Get-Content "$env:TEMP\bulk-errors.log" | ForEach-Object { $_ -replace '^\S+ ', '' }
Get-ChildItem $env:USERPROFILE\Desktop, $env:USERPROFILE\Documents -File | ForEach-Object { $_.Name -replace '\d{8}', 'DATE' }
[xml]$config = '<config><smtp server="EX01"/></config>'
$config.config.smtp.SetAttribute('port', '25')
$config.Save("$env:ProgramData\bulk.xml")
([xml](Get-Content $env:ProgramData\bulk.xml)).config.smtp.port
Get-Mailbox olga | Select-Object Name, Alias | ConvertTo-Json | Out-File C:\Users\Public\Documents\olga.json
(Get-Content C:\Users\Public\Documents\olga.json -Raw | ConvertFrom-Json).Name
#= No alias for Bad User
#= NewUsers.csv
#= Results-DATE.csv
#= 25
#= Olga Petrova
