# switch, chains, ternary and null operators.
switch (5) { { $_ -gt 3 } { 'big' } { $_ -lt 3 } { 'small' } 5 { 'five'; break } default { 'd' } }
#= big
#= five
switch -Wildcard ('file.txt', 'x.log') { '*.txt' { "text $_" } '*.log' { "log $_" } default { 'none' } }
#= text file.txt
#= log x.log
switch -Regex -CaseSensitive ('Abc') { '^a' { 'lower' } '^A(?<rest>.*)' { $Matches.rest } }
#= bc
switch -Exact ('a*') { 'a*' { 'exact' } }
#= exact
switch ($null) { $null { 'null' } default { 'def' } }
#= null
switch (@()) { default { 'empty' } }
switch ('x') { 'x' { 1 } 'x' { 2 } }
#= 1
#= 2
$res = switch (2) { 1 { 'one' } 2 { 'two' } }; $res
#= two
switch ('a', 'b', 'c') { 'b' { break } default { $_ } }
#= a
switch ('Hello') { 'hello' { 'ci' } }; switch -CaseSensitive ('Hello') { 'hello' { 'cs' } default { 'no' } }
#= ci
#= no
switch (1) { '1' { 'string one' } 1.0 { 'double one' } }
#= string one
#= double one
switch ([DayOfWeek]::Monday) { 'Monday' { 'mon' } 1 { 'num' } }
#= mon
switch ($true) { $true { 'T' } 'True' { 'S' } }
#= T
#= S
switch ('abc') { { $args; $_.Length -eq 3 } { 'len3' } }
#= len3
switch (1, 2) { 1 { continue; 'no' } default { "d$_" } }
#= d2
Set-Content t.txt 'l1', 'l2'; switch -File t.txt { 'l1' { 'first' } default { "other $_" } }
#= first
#= other l2
function sw { switch ($args[0]) { 'a' { return 'ret' } }; 'after' }; sw a; sw b
#= ret
#= after
$v = 3; switch ($v) { ($v) { 'expr' } }
#= expr
switch ('10') { 10 { 'int clause' } }
#= int clause
switch (10) { '10' { 'str clause' } }
#= str clause
switch (3) { 1 { 'a' } { $_ -in 2, 3 } { 'in' } }
#= in
:sw switch (1..3) { 2 { break sw } default { $_ } }
#= 1
foreach ($i in 1..2) { switch ($i) { 1 { continue } } "loop $i" }
#= loop 1
#= loop 2
$false ? 'y' : 'n'; (1 -gt 0) ? (2 ? 'a' : 'b') : 'c'
#= n
#= a
Get-Item nosuch -ErrorAction SilentlyContinue && 'yes'
Get-Item nosuch -ErrorAction SilentlyContinue || 'no'
#= no
$null -eq 1 && 'expr true either way'
#= False
#= expr true either way
'a' && 'b' || 'c'
#= a
#= b
$n = $null; $n?.Foo; ${n}?.Foo; ${n}?[0]; $n ??= @(1, 2); $n.Count; $n ?? 'x'
#= 2
#= 1
#= 2
$h = @{}; $h.k ??= 'v'; $h.k; $h['k'] ??= 'w'; $h.k
#= v
#= v
$s = 'str'; ${s}?.Length; ${s}?.ToUpper(); ${s}?[0]
#= 3
#= STR
#= s
try { switch -File ./nope-lines.txt { default { $_ } } } catch { $_.FullyQualifiedErrorId; $_.CategoryInfo.Category }
#= PathNotFound
#= ObjectNotFound
