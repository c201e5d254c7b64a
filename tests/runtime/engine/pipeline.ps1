function none {}; function one { 1 }; function two { 1; 2 }
$null -eq (none); (one).GetType().Name; (two).GetType().Name; @(one).Count
#= True
#= Int32
#= Object[]
#= 1
foreach ($x in $null) { 'n' }; $null | ForEach-Object { 'once' }; @() | ForEach-Object { 'never' }
#= once
,(1,2) | ForEach-Object { $_.Count }
#= 2
function P { begin {'b'} process {"p$_"} end {'e'} }; 1..2 | P
#= b
#= p1
#= p2
#= e
function f { "in:$(@($input) -join ',')" }; 1..3 | f
#= in:1,2,3
filter D { $_ * 2 }; 1..2 | D
#= 2
#= 4
function f { return 1; 2 }; f
#= 1
1..3 | ForEach-Object { if ($_ -eq 2) { return }; $_ }
#= 1
#= 3
1..5 | Select-Object -First 2
#= 1
#= 2
# Objects travel one at a time.
1..2 | ForEach-Object { "a$_" } | ForEach-Object { "$_!" }
#= a1!
#= a2!
# Stopping the pipeline runs finally blocks, not the end of the commands before.
function Source { begin { 'b' } process { try { 1; 2; 3 } finally { $script:cleaned = $true } } end { 'never' } }
Source | Select-Object -First 2; $cleaned
#= b
#= 1
#= True
