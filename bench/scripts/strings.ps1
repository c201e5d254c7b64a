$total = 0
$names = [System.Text.StringBuilder]::new()
$log = ''
foreach ($i in 1..20000) {
    $line = '{0:D5};10.{1}.{2}.25;user{3}@contoso.com;  Mailbox Server  ' -f $i, ($i % 200), ($i % 250), ($i % 700)
    $fields = $line -split ';'
    $octets = $fields[1].Split('.')
    $total += $octets.Count + $line.Length
    if ($fields[2] -match '^user(\d+)@(\w+)\.com$') { $total += [int]$Matches[1] }
    $host1 = $fields[2] -replace '@.*$', '' -replace 'user', 'host-'
    $title = $fields[3].Trim().ToUpper().PadLeft(20).Substring(4, 10)
    if ($line.Contains('25;user1') -and $title.IndexOf('BOX') -ge 0) { $total++ }
    $joined = ($octets -join '-').Replace('-25', '')
    $log += "$i $host1 $joined`n"
    [void]$names.Append($host1).Append(',')
    if ($line -like '*.1*5;*') { $total += 2 }
}
"$total $($log.Length) $($names.Length)"
