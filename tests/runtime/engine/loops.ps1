# Loops, their labels and enumerators.
function inp2 { begin { 'b' + @($input).Count } process { 'p' + @($input).Count + $_ } end { 'e' + @($input).Count } }; 1..2 | inp2
#= b0
#= p11
#= p12
#= e0
foreach ($k in 1..4) { $k; [void]$foreach.MoveNext() }
#= 1
#= 3
function inp3 { while ($input.MoveNext()) { "cur $($input.Current)" } }; 1..2 | inp3
#= cur 1
#= cur 2
switch (1..4) { 1 { 'one'; [void]$switch.MoveNext(); "now $($switch.Current)" } 3 { 'three' } }
#= one
#= now 2
#= three
for ($i = 0; $i -lt 10; $i++) { if ($i -eq 2) { continue }; if ($i -gt 4) { break }; $i }
#= 0
#= 1
#= 3
#= 4
$i = 5; while ($i--) { if ($i -eq 3) { continue }; $i }
#= 4
#= 2
#= 1
#= 0
do { $i++; $i } while ($i -lt 2)
#= 0
#= 1
#= 2
:outer for ($a = 0; $a -lt 3; $a++) { for ($b = 0; $b -lt 3; $b++) { if ($b -eq 1) { continue outer }; if ($a -eq 2) { break outer }; "$a$b" } }
#= 00
#= 10
foreach ($x in 'a') { "one $x" }; foreach ($x in @()) { 'none' }; $x
#= one a
#= a
foreach ($p in @{ a = 1 }) { $p.a }; foreach ($p in (@{ a = 1; b = 2 }.GetEnumerator() | Sort-Object Name)) { "$($p.Key)=$($p.Value)" }
#= 1
#= a=1
#= b=2
foreach ($c in 'abc'.ToCharArray()) { $c }; foreach ($l in "x`ny" -split "`n") { "<$l>" }
#= a
#= b
#= c
#= <x>
#= <y>
for ($i, $j = 0, 5; $i -lt $j; $i++, $j--) { "$i $j" }
#= 0 5
#= 1 4
#= 2 3
$r = for ($i = 0; $i -lt 3; $i++) { $i * 2 }; "$r"; $r.Count
#= 0 2 4
#= 3
$e = foreach ($i in 1..0) { $i }; "$e"
#= 1 0
$w = while ($true) { 'once'; break }; $w
#= once
1..3 | ForEach-Object -Begin { 'B' } -Process { $_ } -End { 'E' }
#= B
#= 1
#= 2
#= 3
#= E
