$lines = foreach ($i in 1..20000) { "`"user$i`",`"Sales, $($i % 40)`",`"$($i * 37 % 1000)`",`"He said `"`"$i`"`"`"" }
$text = @('"Name","Department","Size","Note"') + $lines
$rows = $text | ConvertFrom-Csv
$path = Join-Path ([IO.Path]::GetTempPath()) "emshell-bench-$PID.csv"
$rows | Export-Csv -Path $path
$again = Import-Csv -Path $path
Remove-Item -Path $path
$groups = $again | Group-Object -Property Department | Sort-Object -Property Count, Name -Descending | Select-Object -First 2
$groups | ForEach-Object { "$($_.Name) $($_.Count)" }
$largest = $again | Sort-Object -Property { [int]$_.Size }, Name | Select-Object -Last 1
"$($largest.Name) $($largest.Note)"
($again | Where-Object { $_.Size -eq '37' } | ConvertTo-Csv).Count
