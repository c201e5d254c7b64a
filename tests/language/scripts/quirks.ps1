# Text pasted from the web: typographic quotes, long dashes, no-break spaces.
$smart = “curly “” quotes” + ‘single’’s’
Write-Output –InputObject "dash" ; 5 – 3 ; -7 — 1 ; $a = 1
$x = 1,2,
     3, # a comment ends the line, not the list
     4
$y = $x <# in between #> | Where-Object { <# here too #> $_ -gt 1 } <# and here #> |
    # a comment between the lines of a pipeline

    Measure-Object -Sum
Write-Output `
    -InputObject `
    "continued"
$x
    | ForEach-Object { $_ * 2 }
    # leading pipes, with a comment between them
    | Sort-Object -Descending
$z = if ($true) { 'if is a value' } else { 'never' }; $z
$w = foreach ($i in 1..3) { if ($i -eq 2) { continue }; $i }; "$w"
,@(1, 2) | ForEach-Object { $_.Count }; @(,1).Count; (, (, 1))[0][0]
"a: $a; sum: $($y.Sum); nested: $("in $("deeper $($a + 1)")"); esc: `$a `"q`" `t|"
"${a}b $a`b ${env:LAB_NO_SUCH}: $($x[0])[0] $x[0] $($x.Length).Length $a.b"
'{0} {{1}} {0:X4}' -f 255; '{0}-{1}' -f 'a', 'b' + 'c'; "$(1;2)" ; "$a$a" ; "$" ; "a$" ; '$a'
1kb, 1.5MB, 0x1F, 1e3, .5, 1d, 1.0l, 0b101, 10y, 5us, -1, 1.5e-3kb -join ' '
1..3 + 4..5 -join ','; 2*3+4; -join (1, 2); -split 'a b'; !$true; -not $false; -bnot 5; +'5'; - 3
(1, 2, 3)[-1]; (1..10)[2..4] -join ''; 'abc'[0]; 'abc'.Length; 'abc'.ToUpper().Substring(1); @{ a = 1 }.a; @{ a = 1 }['a']
$h = @{ 'a b' = 1; c = @{ d = 2 }; 5 = 'five'; if = 'key' }; $h.'a b'; $h.c.d; $h.5; $h.if; $h."$('c')".d; $h[5]
[int]'5' + [int] '6'; [string[]](1, 2) -join '+'; [math]::Max(1, 2); [int]::MaxValue; ([type]'int').Name; [System.Collections.Generic.List[int]]::new().Count
[Collections.Generic.Dictionary[string, [int]]]::new().Count; [int[]]$n = 1, 2; $n.GetType().Name; ([int[,]]::new(2, 2)).Length
$true ? 'yes' : 'no'; $null ?? 'default'; $u ??= 'set'; $u; ${n}?.Length; ${nothing}?.Length; ${n}?[0]; $false ? 1 : $true ? 2 : 3
$i = 0; $i++; ++$i; $i += 2; $i *= 3; $i; $i--; ($i++); $i; $p, $q = 1, 2; $p; $q; $p, $q = $q, $p; "$p$q"; $r = $s = 7; "$r$s"
& { param($a, $b = 2) "$a-$b"; $args.Count } 1 2 3 4; & 'Write-Output' x; . { $dotted = 'here' }; $dotted; &{ 1 }; &(Get-Command Write-Output) y
do { $i-- } while ($i -gt 8); do { $i++ } until ($i -ge 10); for ($k = 0; $k -lt 2; $k++) { $k }; for (;;) { break }; while ($false) { }
:outer for ($k = 0; ; $k++) { while ($true) { if ($k -ge 1) { break outer }; continue outer } }; "k=$k"
switch -Wildcard ('abc', 'b?') { 'a*' { 'a'; continue } '*?*' { 'any' } { $_ -is [string] } { 'text' } default { 'none' } }
switch (3) { 1 { 'one' } { $_ -gt 2 } { 'big' } 3 { 'three' } } ; switch -CaseSensitive -Exact ('A') { 'a' { 1 } 'A' { 2 } }
function f($a, [switch]$b, [Parameter()]$c = $(1 + 1)) { "$a $b $c" }; f 1 -b; f -a:1 -b:$false; f -c 3 1; $splat = @{ a = 'sp'; b = $true }; f @splat
trap { 'trapped'; continue } ; function g { trap [System.DivideByZeroException] { 'zero'; continue }; 1 / $null; 'after' } ; g
try { throw 'x' } catch { "$_" } finally { 'last' }; try { [int]'x' } catch [System.InvalidCastException], [System.FormatException] { 'cast' }
data Messages { ConvertFrom-StringData @'
hello = Hello
bye = Bye
'@ }
$Messages.hello; $sb = { begin { 'b' } process { $_ } end { 'e' } }; 1, 2 | & $sb; 'a' -replace 'a', '$0$0' ; 'a1' -match '(\w)(\d)'; $Matches[2]
if (1 -eq 1 -and 'a' -ceq 'a' -or $false) { 'ok' } elseif ($x) { } else { } ; if ($a) { 'one' } 'after'
Write-Output a,b c;Write-Output (1+1) $x[1] $h.c.d a$a "b"c 'd'e f"g" -x --y @a $i+1 1+1 a=b a.b .5 5. *.txt [a] #end
1 | % { $_ } | ? { $_ } > $null; 'out' 2>&1 >$null; Write-Output e 3>&1 | Out-Null; 'n' *>&1 | % { $_ }
