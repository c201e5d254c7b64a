switch (3) { 1 {'a'} 3 {'b'} 3 {'c'} default {'d'} }
#= b
#= c
switch (1,2,3) { 2 { continue } { $_ -ge 1 } { "x$_" } }
#= x1
#= x3
switch ('10') { 10 {'i'} '10' {'s'} }
#= i
#= s
switch -Regex ('ab12') { '(\d+)' { $Matches[1] } }; switch -w ('abc') { 'a*' {'w'} }
#= 12
#= w
:o foreach ($i in 1..3) { foreach ($j in 1..3) { if ($j -eq 2) { continue o }; "$i$j" } }
#= 11
#= 21
#= 31
for ($i=0; $i -lt 2; $i++) { $i }; do { 'd' } until ($true); while ($false) { 'n' }
#= 0
#= 1
#= d
$i = 5; $i++; ($i++); $i
#= 6
#= 7
$a = $b = 3; "$a$b"; ($c = 4)
#= 33
#= 4
$v = foreach ($i in 1..3) { $i * $i }; $v -join ','
#= 1,4,9
$a,$b = 1,2,3; "$a, $b"
#= 1, 2 3
$a, $b = 'x', 'y'; $a, $b = $b, $a; "$a$b"
#= yx
$n = $null; $n ??= 5; $n ??= 6; $n; $null ?? 'else'; $true ? 'yes' : 'no'
#= 5
#= else
#= yes
$n = $null; $null -eq ${n}?.Length; $null -eq ${n}?[0]; $null -eq ${n}?.a.b()
#= True
#= True
#= True
