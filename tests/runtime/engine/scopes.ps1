# A function reads its caller's variables and writes its own.
$x = 1; function f { $x; $x = 2; $x }; f; $x
#= 1
#= 2
#= 1
$x = 1; & { $x = 2 }; $x; . { $x = 3 }; $x
#= 1
#= 3
# The block of ForEach-Object runs in its caller's scope.
1..2 | ForEach-Object { $acc += $_ }; $acc
#= 3
function f { $script:c = 5 }; f; $c
#= 5
$i = 1; $s = { $i }.GetNewClosure(); $i = 2; & $s; & { $i }
#= 1
#= 2
# A private variable is not seen by what is called.
$private:p = 'mine'; $p; & { "<$p>" }
#= mine
#= <>
# A typed variable converts whatever is assigned to it.
[int]$n = '42'; $n.GetType().Name; $n = '7'; $n + 1
#= Int32
#= 8
$env:EMSHELL_TEST = 'value'; "$env:EMSHELL_TEST"; $env:EMSHELL_TEST = $null; $null -eq $env:EMSHELL_TEST
#= value
#= True
# Dynamic scope: the callee sees what its caller set.
function Outer { $inner = 'set'; Inner }; function Inner { $inner }; Outer
#= set
