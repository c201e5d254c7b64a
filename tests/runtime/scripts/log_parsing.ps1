# A protocol log under strict mode: switch -Regex -File, groups, typed rows, CSV and JSON.
$Path = "smtp.log"; Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
@'
2024-03-01T10:00:01.123Z,EX01\Internet,08DC01,0,10.0.0.1:25,203.0.113.5:4411,+,,
2024-03-01T10:00:01.200Z,EX01\Internet,08DC01,1,10.0.0.1:25,203.0.113.5:4411,>,220 EX01 ready,
2024-03-01T10:00:02.000Z,EX01\Internet,08DC01,2,10.0.0.1:25,203.0.113.5:4411,<,EHLO mail.fabrikam.com,
2024-03-01T10:00:03.500Z,EX01\Internet,08DC01,3,10.0.0.1:25,203.0.113.5:4411,<,MAIL FROM:<ann@fabrikam.com> SIZE=1024,
2024-03-01T10:00:04.000Z,EX01\Internet,08DC01,4,10.0.0.1:25,203.0.113.5:4411,<,RCPT TO:<ben@contoso.com>,
2024-03-01T10:00:04.100Z,EX01\Internet,08DC01,5,10.0.0.1:25,203.0.113.5:4411,>,550 5.7.1 Unable to relay,
2024-03-01T10:05:00.000Z,EX01\Client,08DC02,0,10.0.0.1:587,198.51.100.7:999,+,,
2024-03-01T10:05:09.900Z,EX01\Client,08DC02,1,10.0.0.1:587,198.51.100.7:999,<,QUIT,
# comment line

garbage
'@ | Set-Content $Path
$header = 'Time', 'Connector', 'Session', 'Seq', 'Local', 'Remote', 'Event', 'Data', 'Context'
$stats = @{ lines = 0; bad = 0 }
$events = switch -Regex -File $Path {
    '^#' { continue }
    '^\s*$' { continue }
    '^(?<time>\d{4}-\d\d-\d\dT[\d:.]+Z),(?<rest>.*)$' {
        $stats.lines++
        $row = $_ | ConvertFrom-Csv -Header $header
        [pscustomobject]@{
            PSTypeName = 'Lab.SmtpEvent'
            Time       = [datetime]::Parse($Matches.time, [cultureinfo]::InvariantCulture, 'AdjustToUniversal')
            Session    = $row.Session
            Connector  = ($row.Connector -split '\\')[-1]
            Remote     = [ipaddress]($row.Remote -replace ':\d+$')
            Direction  = @{ '+' = 'open'; '-' = 'close'; '<' = 'in'; '>' = 'out' }[$row.Event]
            Data       = $row.Data
        }
        continue
    }
    default { $stats.bad++; Write-Warning "line '$_' skipped" }
}
#= WARNING: line 'garbage' skipped
"{0} lines, {1} bad, {2:N1} % good" -f $stats.lines, $stats.bad, (100 * $stats.lines / ($stats.lines + $stats.bad))
#= 8 lines, 1 bad, 88.9 % good
$events[0].PSTypeNames[0]
#= Lab.SmtpEvent
$bySession = $events | Group-Object Session -AsHashTable -AsString
foreach ($id in $bySession.Keys | Sort-Object) {
    $list = @($bySession[$id]); $first = $list[0]; $last = $list[-1]
    $verbs = $list | Where-Object { $_.Direction -eq 'in' } | ForEach-Object { ($_.Data -split '[ :]', 2)[0].ToUpperInvariant() }
    '{0}: {1,-8} {2,-15} {3,5:F1}s [{4}]' -f $id, $first.Connector, $first.Remote, ($last.Time - $first.Time).TotalSeconds, ($verbs -join ' ')
}
#= 08DC01: Internet 203.0.113.5       3.0s [EHLO MAIL RCPT]
#= 08DC02: Client   198.51.100.7      9.9s [QUIT]
$events | Where-Object { $_.Data -match '^(?<code>[45]\d\d) (?<ext>\d\.\d\.\d)? ?(?<text>.*)' } | ForEach-Object { "$($Matches.code)|$($Matches['ext'])|$($Matches.text)" }
#= 550|5.7.1|Unable to relay
$addresses = [regex]::Matches(($events.Data -join "`n"), '(?im)^(MAIL FROM|RCPT TO):<([^>]*)>') | ForEach-Object { [pscustomobject]@{ Kind = $_.Groups[1].Value; Address = $_.Groups[2].Value; Domain = $_.Groups[2].Value.Split('@')[1] } }
$addresses | Format-Table -AutoSize
#=
#= Kind      Address          Domain
#= ----      -------          ------
#= MAIL FROM ann@fabrikam.com fabrikam.com
#= RCPT TO   ben@contoso.com  contoso.com
#=
$events | Group-Object { $_.Time.ToString('yyyy-MM-dd HH:mm') } | Select-Object Name, Count, @{ n = 'Sessions'; e = { @($_.Group.Session | Sort-Object -Unique).Count } } | Format-Table
#=
#= Name             Count Sessions
#= ----             ----- --------
#= 2024-03-01 10:00     6        1
#= 2024-03-01 10:05     2        1
#=
try { $events[0].NoSuch } catch { "strict: $($_.FullyQualifiedErrorId)" }
#= strict: PropertyNotFoundStrict
try { $undefined } catch { "strict: $($_.Exception.Message)" }
#= strict: The variable '$undefined' cannot be retrieved because it has not been set.
($events | Select-Object -First 2 | ConvertTo-Json -Depth 3 -Compress).Length -gt 100
#= True
$events[1] | Select-Object Session, Direction, Data | ConvertTo-Json
#= {
#=   "Session": "08DC01",
#=   "Direction": "out",
#=   "Data": "220 EX01 ready"
#= }
$events | Export-Csv out.csv -NoTypeInformation; (Get-Content out.csv)[0]; @(Import-Csv out.csv).Count
#= "Time","Session","Connector","Remote","Direction","Data"
#= 8
