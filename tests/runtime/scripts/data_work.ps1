# CSV, JSON and XML, trees, closures, dates and formats.
$csv = @'
Name,Department,Hired,Salary,Manager
Anna Berg,Sales,2019-05-01,52000.50,Carl Ding
Ben Alt,IT,2021-11-15,61000,Carl Ding
Carl Ding,Board,2010-01-01,120000,
"Dora, Jr.",IT,2023-02-28,48500.25,Ben Alt
'@ | ConvertFrom-Csv
$people = $csv | Select-Object Name, Department, @{ n = 'Hired'; e = { [datetime]$_.Hired } }, @{ n = 'Salary'; e = { [decimal]$_.Salary } }, @{ n = 'Manager'; e = { if ($_.Manager) { $_.Manager } } }
$now = [datetime]'2024-03-15 08:30'
$people | Format-Table Name, Department, @{ n = 'Years'; e = { [math]::Floor(($now - $_.Hired).TotalDays / 365.25) }; a = 'Right' }, @{ n = 'Pay'; e = { $_.Salary }; f = 'N2'; w = 14 }, Manager
#=
#= Name      Department  Years        Pay Manager
#= ----      ----------  -----        --- -------
#= Anna Berg Sales       4.000  52,000.50 Carl Ding
#= Ben Alt   IT          2.000  61,000.00 Carl Ding
#= Carl Ding Board      14.000 120,000.00 
#= Dora, Jr. IT          1.000  48,500.25 Ben Alt
#=
$people | Group-Object Department | Sort-Object @{ e = 'Count'; Descending = $true }, Name | ForEach-Object {
    $sum = $_.Group | Measure-Object Salary -Sum -Average -Minimum -Maximum
    '{0,-6}|{1,2}|{2,12:N2}|{3,12:N2}' -f $_.Name, $_.Count, $sum.Sum, $sum.Average
}
#= IT    | 2|  109,500.25|   54,750.12
#= Board | 1|  120,000.00|  120,000.00
#= Sales | 1|   52,000.50|   52,000.50
function Show-Tree([string]$Boss, [int]$Depth = 0) {
    foreach ($each in $people | Where-Object Manager -EQ $Boss | Sort-Object Name) {
        '{0}- {1} ({2:yyyy})' -f (' ' * 2 * $Depth), $each.Name, $each.Hired
        Show-Tree $each.Name ($Depth + 1)
    }
}
Show-Tree $null
$json = $people | ConvertTo-Json
$json.Split("`n").Count
#= 30
$back = $json | ConvertFrom-Json
$back[1].Hired.GetType().Name; $back[1].Salary.GetType().Name; $back[2].Manager -eq $null
#= DateTime
#= Double
#= True
$config = '{"name":"lab","ports":[25,587],"tls":{"min":"1.2","ciphers":[]},"on":true,"none":null,"ratio":0.5,"big":12345678901}' | ConvertFrom-Json
$config.ports += 465; $config | Add-Member -NotePropertyName owner -NotePropertyValue @{ id = 7 }
$config | ConvertTo-Json -Depth 4
#= {
#=   "name": "lab",
#=   "ports": [
#=     25,
#=     587,
#=     465
#=   ],
#=   "tls": {
#=     "min": "1.2",
#=     "ciphers": []
#=   },
#=   "on": true,
#=   "none": null,
#=   "ratio": 0.5,
#=   "big": 12345678901,
#=   "owner": {
#=     "id": 7
#=   }
#= }
$config.PSObject.Properties | ForEach-Object { '{0}={1}' -f $_.Name, $(if ($null -eq $_.Value) { 'null' } else { $_.Value.GetType().Name }) }
#= name=String
#= ports=Object[]
#= tls=PSCustomObject
#= on=Boolean
#= none=null
#= ratio=Double
#= big=Int64
#= owner=Hashtable
$hash = '{"a":{"b":[1,{"c":2}]}}' | ConvertFrom-Json -AsHashtable; $hash.a.b[1].c; $hash.GetType().Name
#= 2
#= OrderedHashtable
[xml]$xml = @"
<?xml version="1.0"?>
<servers site="Berlin">
  <server name="EX01" role="Hub"><ip>10.0.0.1</ip><ip>10.0.0.2</ip></server>
  <server name="EX02"><ip>10.0.0.3</ip><note><![CDATA[a < b]]></note></server>
</servers>
"@
$xml.servers.site; $xml.servers.server.Count; $xml.servers.server[0].ip -join ','; $xml.servers.server[1].note.'#cdata-section'
#= Berlin
#= 2
#= 10.0.0.1,10.0.0.2
#= a < b
$xml.SelectNodes('//server[@role]') | ForEach-Object { $_.GetAttribute('name') }
#= EX01
$node = $xml.CreateElement('server'); $node.SetAttribute('name', 'EX03'); [void]$xml.DocumentElement.AppendChild($node)
$xml.servers.server.name -join ' '
#= EX01 EX02 EX03
($xml | Select-Xml '//ip').Node.InnerText -join '|'
#= 10.0.0.1|10.0.0.2|10.0.0.3
$writer = [System.IO.StringWriter]::new(); $settings = [System.Xml.XmlWriterSettings]::new(); $settings.Indent = $true; $settings.OmitXmlDeclaration = $true
$x = [System.Xml.XmlWriter]::Create($writer, $settings); $xml.Save($x); $x.Close(); ($writer.ToString() -split "`r?`n")[0..2]
#= <servers site="Berlin">
#=   <server name="EX01" role="Hub">
#=     <ip>10.0.0.1</ip>
$counter = & { $n = 0; @{ Next = { $script:n2 = ++$n; $n }.GetNewClosure(); Reset = { $n = 0 }.GetNewClosure() } }
& $counter.Next; & $counter.Next
#= 1
#= 1
function New-Adder($by) { return { param($x) $x + $by }.GetNewClosure() }
$add5 = New-Adder 5; $add7 = New-Adder 7; "$(& $add5 1) $(& $add7 1)"
#= 6 8
$start = [datetime]'2024-01-31'; 1..3 | ForEach-Object { $start.AddMonths($_).ToString('ddd dd MMM yyyy') }
#= Thu 29 Feb 2024
#= Sun 31 Mar 2024
#= Tue 30 Apr 2024
(New-TimeSpan -Start '2024-02-28' -End '2024-03-01').Days; [datetime]::DaysInMonth(2024, 2); ([datetime]'2024-03-10').DayOfWeek; Get-Date '2024-03-10 14:05' -Format 'yyyyMMdd-HHmm'; Get-Date -Date '2024-03-10' -UFormat '%Y-%m-%d %j'
#= 2
#= 29
#= Sunday
#= 20240310-1405
#= 2024-03-10 070
'{0:d} {0:t} {0:s} {0:R}' -f [datetime]'2024-03-10 14:05:06'
#= 3/10/2024 2:05 PM 2024-03-10T14:05:06 Sun, 10 Mar 2024 14:05:06 GMT
[timespan]::FromMinutes(135).ToString('hh\:mm'); '{0:hh\:mm\:ss}' -f ([timespan]'01:02:03'); ([timespan]'1.02:03:04').TotalHours
#= 02:15
#= 01:02:03
#= 26.0511111111111
'{0:X4} {1:P1} {2:E2} {3:#,##0.00} {4,8:F1}|{5:c}' -f 255, 0.256, 12345.678, 9876543.2, 3.14159, 12.5
#= 00FF 25.6% 1.23E+004 9,876,543.20      3.1|$12.50
[ordered]@{ b = 1; a = 2; c = @{ z = 1 } }
#=
#= Name                           Value
#= ----                           -----
#= b                              1
#= a                              2
#= c                              {[z, 1]}
#=
$o = [ordered]@{ one = 1; two = 2 }; $o.Insert(1, 'half', 1.5); $o.Keys -join ','; $o[1]; $o.Contains('two')
#= one,half,two
#= 1.5
#= True
$h = @{}; 'the quick the lazy the'.Split(' ') | ForEach-Object { $h[$_]++ }; $h.GetEnumerator() | Sort-Object @{ e = 'Value'; Descending = $true }, Name | ForEach-Object { "$($_.Key)=$($_.Value)" }
#= the=3
#= lazy=1
#= quick=1
$a, $b, $rest = 1..5; "$a $b [$rest]"; $a, $b = $b, $a; "$a $b"
#= 1 2 [3 4 5]
#= 2 1
$matrix = @(, @(1, 2, 3)) + , @(4, 5, 6); $matrix.Count; $matrix[1][2]; ($matrix | ForEach-Object { $_ -join ' ' }) -join ';'
#= 2
#= 6
#= 1 2 3;4 5 6
$grid = [int[, ]]::new(2, 3); $grid[1, 2] = 9; $grid[1, 2]; $grid.Length; $grid.GetLength(1)
#= 9
#= 6
#= 3
"{0}" -f @(1, 2, 3); "$(@(1, 2, 3))"; "$($null)|$(@())|$(, @())"
#= 1
#= 1 2 3
#= ||
@(1, 2, 3) -contains 2; 5 -in 1..4; 'abc' -replace '(?<x>b)', '[${x}]'; 'a1b22' -replace '\d+', { [int]$_.Value * 2 }; 'A-B_C' -split '[-_]'; 'one,two;three' -split { $_ -in ',', ';' }
#= True
#= False
#= a[b]c
#= a2b44
#= A
#= B
#= C
#= one
#= two
#= three
