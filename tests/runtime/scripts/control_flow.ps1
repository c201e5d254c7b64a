# switch, loops and labels, recursion, operators, texts and numbers.
function Get-Kind($value) {
    switch ($value) {
        { $_ -is [int] -and $_ -gt 100 } { 'big int'; break }
        { $_ -is [int] } { 'int' }
        { $_ -is [string] } { "string of $($_.Length)" }
        $null { 'null' }
        default { "other $($_.GetType().Name)" }
    }
}
5, 500, 'abc', 2.5, $true | ForEach-Object { "$_ => $(Get-Kind $_)" }
#= 5 => int
#= 500 => big int
#= abc => string of 3
#= 2.5 => other Double
#= True => other Boolean
Get-Kind $null; Get-Kind @(1, 'b')
#= null
#= int
#= string of 1
switch -Wildcard ('report.csv', 'data.json', 'x') { '*.csv' { "csv $_" } '*.json' { "json $_"; continue } '*a*' { "has a" } default { "none $_" } }
#= csv report.csv
#= json data.json
#= none x
switch -Regex -CaseSensitive ('ABC123', 'abc') { '^(?<letters>[A-Z]+)(?<digits>\d+)$' { "$($Matches.letters)-$($Matches.digits)" } '^[a-z]+$' { 'lower' } }
#= ABC-123
#= lower
switch -Exact ('a', 'A') { 'a' { "hit $_" } }
#= hit a
#= hit A
$x = switch (3) { 1 { 'one' } 3 { 'three'; 'again' } }; $x.Count
#= 2
:outer foreach ($i in 1..3) { foreach ($j in 1..3) { if ($j -eq 2) { continue outer }; if ($i -eq 3) { break outer }; "$i$j" } }
#= 11
#= 21
$i = 0; do { $i++; if ($i -eq 2) { continue }; "do $i" } while ($i -lt 3); $i = 0; do { "until $i" } until (++$i -ge 2); while ($true) { if ($i++ -gt 4) { break } }; $i
#= do 1
#= do 3
#= until 0
#= until 1
#= 6
for ($a, $b = 0, 10; $a -lt $b; $a += 3, $b--) { }; "$a $b"
#= Method invocation failed because [System.Object[]] does not contain a method named 'op_Addition'.
#= At line:1 char:33
#= + for ($a, $b = 0, 10; $a -lt $b; $a += 3, $b--) { }; "$a $b"
#= +                                 ~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (op_Addition:String) [], RuntimeException
#=     + FullyQualifiedErrorId : MethodNotFound
#= 0 9
for ($n = 1; $n -le 15; $n++) { if ($n % 15 -eq 0) { 'FizzBuzz' } elseif ($n % 5 -eq 0) { 'Buzz' } elseif ($n % 3 -eq 0) { 'Fizz' } }
#= Fizz
#= Buzz
#= Fizz
#= Fizz
#= Buzz
#= Fizz
#= FizzBuzz
foreach ($c in 'abc'.ToCharArray()) { [int]$c }
#= 97
#= 98
#= 99
foreach ($pair in @{ k = 1 }.GetEnumerator()) { "$($pair.Name)/$($pair.Value)" }
#= k/1
$fib = { param($n) if ($n -lt 2) { $n } else { (& $fib ($n - 1)) + (& $fib ($n - 2)) } }; & $fib 12
#= 144
function Get-Factorial([bigint]$n) { if ($n -le 1) { return [bigint]1 }; return $n * (Get-Factorial ($n - 1)) }; "$(Get-Factorial 25)"
#= 15511210043330985984000000
function Hanoi([int]$n, $from = 'A', $to = 'C', $via = 'B') { if ($n -eq 0) { return }; Hanoi ($n - 1) $from $via $to; "$from$to"; Hanoi ($n - 1) $via $to $from }; (Hanoi 3) -join ' '
#= AC AB CB AC BA BC AC
$true -and $false -or $true; -not $false -and (1 -eq 1); $null ?? 'default'; $v = $null; $v ??= 7; $v; (5 -gt 3) ? 'yes' : 'no'; ${null}?.Length; 'abc'?.Length
#= True
#= True
#= default
#= 7
#= yes
#= 3
1..10 | Where-Object { $_ % 2 } | ForEach-Object -Begin { $s = 0 } -Process { $s += $_ } -End { "sum $s" }
#= sum 25
$list = [System.Collections.ArrayList]@(3, 1, 2); [void]$list.Add(5); $list.Sort(); "$list"; $list.IndexOf(5); $list.RemoveAt(0); $list.Count
#= 1 2 3 5
#= 3
#= 3
$q = [System.Collections.Generic.Queue[string]]::new(); 'a', 'b' | ForEach-Object { $q.Enqueue($_) }; $q.Dequeue(); $q.Peek(); $st = [System.Collections.Stack]::new(); 1..3 | ForEach-Object { $st.Push($_) }; $st.Pop()
#= a
#= b
#= 3
$sb = [System.Text.StringBuilder]::new(); foreach ($w in 'a', 'b') { [void]$sb.Append($w).Append('-') }; $sb.ToString().TrimEnd('-'); [void]$sb.Insert(0, '>').Replace('-', '+'); "$sb"
#= a-b
#= >a+b+
'The Quick'.ToLower().PadLeft(12, '.'); 'a,b,,c'.Split(',', [StringSplitOptions]::RemoveEmptyEntries).Count; 'abc'.Substring(1, 1); 'x'.CompareTo('y'); 'Hello'.IndexOf('l'); 'abc'[-1]; 'abc'[0..1] -join ''; [string]::Join('+', 1, 2); [string]::IsNullOrWhiteSpace(' '); 'a' * 3; "tab`tend"; 'single $notvar'
#= ...the quick
#= 3
#= b
#= -1
#= 2
#= c
#= ab
#= 1+2
#= True
#= aaa
#= tab	end
#= single $notvar
"Name: $($env:NOSUCH ?? 'unset') $(Get-Date '2024-01-01' -Format yyyy) $((1..3 | ForEach-Object { $_ * 2 }) -join ',') ${fib}".Length -gt 20
#= True
@"
Multi "quoted" $(1 + 1)
  indented `$escaped
"@
#= Multi "quoted" 2
#=   indented $escaped
@'
raw $x "y" 'z'
'@
#= raw $x "y" 'z'
[int]'0x1F'; 0b101; 1kb; 1e3; 0xFF; 10 / 4; 10 % 3; [math]::Pow(2, 10); -7 % 3; 7 -shr 1; 5 -bxor 3; [int]3.5; [int]2.5; 1.0; 1.10d; 100000000000; 2147483647 + 1; [int64]::MaxValue; [double]'1,234.5'; 1/3; 0.1+0.2; [float]0.1; 1e16; 123456789012345678
#= 31
#= 5
#= 1024
#= 1000
#= 255
#= 2.5
#= 1
#= 1024
#= -1
#= 3
#= 6
#= 4
#= 2
#= 1
#= 1.10
#= 100000000000
#= 2147483648
#= 9223372036854775807
#= 1234.5
#= 0.333333333333333
#= 0.3
#= 0.1
#= 1E+16
#= 123456789012345678
