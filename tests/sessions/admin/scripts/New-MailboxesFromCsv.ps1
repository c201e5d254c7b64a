# Bulk creation: reads a CSV, makes mailboxes, puts them into groups, sets what the CSV says, logs each step.
param(
    [Parameter(Mandatory = $true)]
    [ValidateScript({ if (Test-Path $_ -PathType Leaf) { $true } else { throw "File '$_' does not exist." } })]
    [string]$CsvFile,
    [string]$LogFile = "C:\Logs\NewMailboxes.log",
    [string]$Domain = 'contoso.com',
    [System.Security.SecureString]$Password = (ConvertTo-SecureString 'Pa$$w0rd!2024' -AsPlainText -Force)
)

Function LogWrite {
    Param ([string]$logstring, [string]$Color = 'Gray')
    If (-not (Test-Path (Split-Path $LogFile))) { New-Item (Split-Path $LogFile) -ItemType Directory -Force > $null }
    "$(Get-Date -f 's')`t$logstring" | Out-File $LogFile -Append -Encoding unicode
    Write-Host $logstring -ForegroundColor $Color
}

$users = Import-CSV $CsvFile
$need = 'FirstName', 'LastName', 'Alias'
$have = $users[0].PSObject.Properties.Name
$missing = $need | Where-Object { $_ -notin $have }
if ($missing) { throw "The CSV lacks: $($missing -join ', ')" }

$count = @{ Created = 0; Exists = 0; Failed = 0 }
foreach ($user in $users) {
    $alias = $user.Alias.ToLower().Trim()
    $display = "$($user.FirstName) $($user.LastName)"
    $upn = "$alias@$Domain"
    if (Get-Recipient -Identity $upn -ErrorAction SilentlyContinue) {
        LogWrite "$upn exists" Yellow
        $count.Exists++
        continue
    }
    Try {
        $mailbox = New-Mailbox -Name $display -FirstName $user.FirstName -LastName $user.LastName -Alias $alias `
            -UserPrincipalName $upn -Password $Password -Database (Get-MailboxDatabase | Select-Object -First 1).Identity `
            -ResetPasswordOnNextLogon:$false -ErrorAction Stop
        If ($user.Department) { Set-User $mailbox.Identity -Department $user.Department -Title $user.Title }
        If ($user.QuotaMB) {
            $quota = [int]$user.QuotaMB
            Set-Mailbox $alias -UseDatabaseQuotaDefaults $false -IssueWarningQuota "$($quota * 0.8)MB" `
                -ProhibitSendQuota "${quota}MB" -ProhibitSendReceiveQuota ("{0}MB" -f ($quota + 50))
        }
        foreach ($group in ($user.Groups -split '[;,]' | ? { $_ })) {
            if (-not (Get-DistributionGroup $group -ErrorAction SilentlyContinue)) {
                New-DistributionGroup -Name $group -Type Distribution -SamAccountName ($group -replace '\W') | Out-Null
                LogWrite "Group $group created" Cyan
            }
            Add-DistributionGroupMember -Identity $group -Member $alias
        }
        LogWrite "$upn created" Green
        $count.Created++
    }
    Catch [System.Management.Automation.ParameterBindingException] {
        LogWrite "$upn`: bad value, $($_.Exception.Message)" Red
        $count.Failed++
    }
    Catch {
        LogWrite "$upn failed: $($_.Exception.Message)" Red
        $count.Failed++
    }
}
$count.GetEnumerator() | Sort-Object Name | Select-Object Name, Value
Write-Host ("Log: {0}, {1} lines" -f $LogFile, (Get-Content $LogFile | Measure-Object -Line).Lines)
