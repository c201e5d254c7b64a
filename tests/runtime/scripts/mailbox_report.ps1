# A report as public scripts write it: upper and lower case at will, aliases, HTML, CSV.
#...................................
# Variables
#...................................
$ReportFile = "report.html"; $Threshold = 10; $SendEmail = $false; $now = Get-Date
$timestamp = $now.ToString("yyyy-MM-dd")
$logfile = 'log.txt'
$report = @()
[array]$failed = @()
$ranks = New-Object System.Collections.ArrayList
#...................................
# Functions
#...................................
Function Write-Logfile() {
    param( $logentry )
    $stamp = Get-Date -DisplayHint Time
    "$(if ($stamp) {'T'}) $logentry" | Out-File $logfile -Append
}
Function Get-Size() {
    Param($Size)
    If ($Size -is [string]) { $Size = [int64]($Size.Split("(")[1].Split(" ")[0].Replace(",", "")) }
    Return [math]::Round($Size / 1MB, 2)
}
Function Set-Colour { Param([string]$Html, [hashtable]$Map) Foreach ($key in $Map.Keys) { $Html = $Html -replace "<td>$key</td>", "<td style=`"background-color:$($Map[$key])`">$key</td>" } $Html }
Write-Logfile "started $(1)"
$mailboxes = @(
    New-Object PSObject -Property @{ Name = "Anna"; Size = "1.5 GB (1,610,612,736 bytes)"; Items = 1200; Enabled = $true }
    New-Object PSObject -Property @{ Name = "Ben"; Size = "12 MB (12,582,912 bytes)"; Items = 7; Enabled = $false }
)
foreach ($mbx in $mailboxes)
{
    Write-Verbose "Processing $($mbx.Name)"
    $obj = New-Object -TypeName PSObject
    $obj | Add-Member -MemberType NoteProperty -Name "Display Name" -Value $mbx.Name
    $obj | Add-Member NoteProperty "Size (MB)" (Get-Size $mbx.Size)
    $obj | Add-Member NoteProperty Items $mbx.Items
    $obj | Add-Member NoteProperty Status $(if ($mbx.Enabled) { "OK" } else { "Disabled" })
    if (!$mbx.Enabled) { $failed += $mbx.Name }
    [void]$ranks.Add(@{Name = $mbx.Name; Items = $mbx.Items})
    $report += $obj
}
$report | Format-Table -AutoSize
#=
#= Display Name Size (MB) Items Status
#= ------------ --------- ----- ------
#= Anna          1536.000  1200 OK
#= Ben             12.000     7 Disabled
#=
$report | Sort "Size (MB)" | ft "Display Name", @{Label="GB";Expression={"{0:N3}" -f ($_."Size (MB)" / 1KB)};Align="Right"} -auto
#=
#= Display Name    GB
#= ------------    --
#= Ben          0.012
#= Anna         1.500
#=
"Failed: $($failed.Count) - $failed"
#= Failed: 1 - Ben
$ranks | % { [pscustomobject]$_ } | sort Items -Desc | select -First 1 -ExpandProperty Name
#= Anna
$style = @"
<style>
body { font-family: Arial; font-size: 8pt; }
</style>
"@
$html = $report | ConvertTo-Html -Head $style -Title "Report" -PreContent "<h1>Report</h1>" -PostContent "<p>$($report.Count) mailboxes</p>" | Out-String
$html = Set-Colour $html @{ OK = 'lime'; Disabled = 'red' }
$html | Out-File $ReportFile -Encoding utf8
(Get-Content $ReportFile | Select-String '<td').Line
#= <tr><td>Anna</td><td>1536</td><td>1200</td><td style="background-color:lime">OK</td></tr>
#= <tr><td>Ben</td><td>12</td><td>7</td><td style="background-color:red">Disabled</td></tr>
$report | ConvertTo-Html -Fragment -As List | Select-Object -First 4
#= <table>
#= <tr><td>Display Name:</td><td>Anna</td></tr>
#= <tr><td>Size (MB):</td><td>1536</td></tr>
#= <tr><td>Items:</td><td>1200</td></tr>
$report | Export-Csv -Path report.csv -NoTypeInformation -Delimiter ';' -Encoding UTF8
Get-Content report.csv
#= "Display Name";"Size (MB)";"Items";"Status"
#= "Anna";"1536";"1200";"OK"
#= "Ben";"12";"7";"Disabled"
Import-Csv report.csv -Delimiter ';' | Where { [double]$_.'Size (MB)' -gt $Threshold } | Measure | Select -Expand Count
#= 2
$lookup = @{}; $report | % { $lookup[$_.'Display Name'] = $_ }; $lookup['Ben'].Items; $lookup.ContainsKey('zed'); $lookup.Values | sort Items | % Status
#= 7
#= False
#= Disabled
#= OK
$head, $tail = $report; $tail.'Display Name'; $report[-1..-2].Items -join ','; $report.'Size (MB)' | Measure-Object -Sum -Average | Select-Object Sum, Average | Format-List
#= Ben
#= 7,1200
#=
#= Sum     : 1548
#= Average : 774
#=
Write-Progress -Activity 'x' -Status 'y' -PercentComplete 50; Write-Host ("Done {0}" -f 5) -ForegroundColor Green; Write-Host "a" "b" -NoNewline; Write-Host; Write-Host 1,2,3 -Separator '-'
#= Done 5
#= a b
#= 1-2-3
Get-Content $logfile
#= T started 1
if ($SendEmail) { 'mail' } else { "no mail" }
#= no mail
Write-Output "$(($now - $now.AddDays(-1)).Days) day"
#= 1 day
$summary = $report | Select-Object @{N='Name';E={$_.'Display Name'}}, @{N='Big';E={$_.'Size (MB)' -gt 100}}
$summary | Out-String -Stream | ForEach-Object { $_.TrimEnd() } | Where-Object { $_ }
#= Name   Big
#= ----   ---
#= Anna  True
#= Ben  False
$summary | Format-Wide Name -Column 2
#=
#= Anna                                                         Ben
#=
$summary | Format-List
#=
#= Name : Anna
#= Big  : True
#=
#= Name : Ben
#= Big  : False
#=
$summary[0] | Out-String | ForEach-Object Length
#= 32
Compare-Object $report[0] $report[1] -Property Items, Status | Format-Table
#=
#= Items Status   SideIndicator
#= ----- ------   -------------
#=     7 Disabled =>
#=  1200 OK       <=
#=
$report | Where-Object -Property Items -GT 10 | ForEach-Object -MemberName Status
#= OK
$report | Get-Member -MemberType NoteProperty | Select-Object Name, Definition
#=
#= Name         Definition
#= ----         ----------
#= Display Name string Display Name=Anna
#= Items        int Items=1200
#= Size (MB)    double Size (MB)=1536
#= Status       string Status=OK
#=
