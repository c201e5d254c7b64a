# Splatting, references, collections, assignments, operators.
$m = New-Module -Name dyn -ScriptBlock { $v = 5; function Get-V { $v }; function Set-V($n) { $script:v = $n } }; Get-V; Set-V 9; Get-V
#= 5
#= 9
$o = New-Module -AsCustomObject { $n = 1; function Inc { $script:n++; $script:n } ; Export-ModuleMember -Function Inc -Variable n }; $o.Inc(); $o.Inc()
#= 2
#= 3
function s { param($a, $b, [switch]$c) "$a|$b|$c|$args" }
$h = @{ a = 1; c = $true }; s @h; s @h -b 2; $arr = 1, 2; s @arr; s @arr 3; $all = @{ a = 'x' }; s -b y @all
#= 1||True|
#= 1|2|True|
#= 1|2|False|
#= 1|2|False|3
#= x|y|False|
function fwd { s @args }; fwd 1 2; fwd -b 5 -a 4; function fwd2 { param($a) s @PSBoundParameters }; fwd2 7
#= 1|2|False|
#= 4|5|False|
#= 7||False|
$cmd = 'Write-Output'; $p = @{ InputObject = 'splatted' }; & $cmd @p
#= splatted
$empty = @{}; s @empty; $nul = $null; s @nul
#= ||False|
#= ||False|
$a = 1; $b = [ref]$a; $b.Value = 5; $a
#= 5
$s = 'a', 'b'; $s += 'c'; $s.Count; $s[-1]; $s[0..1] -join ''; $s[-1..-3] -join ''
#= 3
#= c
#= ab
#= cba
$h = [ordered]@{ one = 1; two = 2 }; $h[0]; $h['two']; $h.Keys -join ','; foreach ($k in $h.Keys) { "$k=$($h[$k])" }
#= 1
#= 2
#= one,two
#= one=1
#= two=2
$h = @{ 'a b' = 1; 2 = 'two' }; $h.'a b'; $h[2]; $h.ContainsKey('A B')
#= 1
#= two
#= True
$n = 'A'; $o2 = [pscustomobject]@{ A = 'dyn' }; $o2.$n; $o2."A"; $o2.('A')
#= dyn
#= dyn
#= dyn
[int[]]$ia = 1, '2'; $ia.GetType().Name; $ia += 'x'
#= Int32[]
#= Cannot convert value "x" to type "System.Int32". Error: "The input string 'x' was not in a correct format."
#= At line:1 char:42
#= + [int[]]$ia = 1, '2'; $ia.GetType().Name; $ia += 'x'
#= +                                          ~~~~~~~~~~
#=     + CategoryInfo          : MetadataError: (:) [], ArgumentTransformationMetadataException
#=     + FullyQualifiedErrorId : RuntimeException
"{0} {1}" -f 'a', 'b'; 'x' * 3; 1, 2 * 2; @(1) * 3
#= a b
#= xxx
#= 1
#= 2
#= 1
#= 2
#= 1
#= 1
#= 1
"$(Get-Date '2024-03-04' -Format yyyy)"; "`$a `"q`" `t|"; 'single $a'; "a`nb".Split("`n").Count
#= 2024
#= $a "q" 	|
#= single $a
#= 2
$i = 10; $i /= 4; $i; $i %= 2; $i; $t = 'x'; $t *= 3; $t; $q = 5; $q -= 2; $q
#= 2.5
#= 0.5
#= xxx
#= 3
($x = 5) + 1; $y = $z = 3; "$y$z"; ++$y; $y; -$y; $y--; $y
#= 6
#= 33
#= 4
#= -4
#= 3
1..3 + 4..5; (1..3)[1]; 'abc'[1]; 'abc'[-1]; @(1, 2, 3)[0, 2]
#= 1
#= 2
#= 3
#= 4
#= 5
#= 2
#= b
#= c
#= 1
#= 3
Get-Variable nosuch* | Measure-Object | % Count; Test-Path variable:a
#= 0
#= True
Invoke-Expression '$ie = 3; $ie * 2'; $ie; $sb = [scriptblock]::Create('param($p) $p + 1'); & $sb 4
#= 6
#= 3
#= 5
& { param([int]$p) $p * 2 } '4'; (1, 2, 3).ForEach({ $_ * 2 }) -join ','; (1..5).Where({ $_ -gt 3 }) -join ','; ('a', 'b').ForEach('ToUpper') -join ''
#= 8
#= 2,4,6
#= 4,5
#= AB
