# $Matches is the table of the last match: an earlier one stays with who holds it.
foreach ($x in 'a1', 'b2') { $null = $x -match '(\w)(?<digit>\d)'; $held += , $Matches }
foreach ($each in $held) { "$($each[0]) $($each[1]) $($each['digit']) $($each.Count) $($each.GetType().Name)" }
'c3' -notmatch '(\d)'; (Get-Variable Matches).Value[1]
function Show([string]$digit) { "digit $digit" }
if ('key=5' -match '(?<digit>\d)$') { $Matches.Remove(0); Show @Matches }
if ('x' -match '(a)?x') { $Matches.Keys; $Matches.ContainsKey(1) }
'aa' -match 'b'; $Matches[0]
('ab', 'cd', 'ae') -match '^a'; $Matches[0]
'AB' -cmatch 'ab'; 'AB' -match [regex]'ab'; 5 -match '\d'; $Matches[0]

# Sites that run often use a faster search for ASCII texts; they find the same.
foreach ($i in 1..60) { $found = "user$i@contoso.com" -match '^(?<name>\w+)@([^.]+)\.com$' }
"$found $($Matches.name) $($Matches[1])"
foreach ($x in @('plain') * 60 + 'K', "`u{212A}", 'İ', 'ß', "a`n", "a b", "a`u{a0}b") { $r = "$($x -match '^k$') $($x -match 'i') $($x -match 'a$') $($x -match 'a\sb')" }
foreach ($x in 'K', "`u{212A}", 'İ', "a`n", 'a b', "a`u{a0}b") { "$($x -match '^k$') $($x -match 'i') $($x -match 'a$') $($x -match 'a\sb')" }

# Replacements: texts as they are, groups, names, what is no group.
foreach ($x in 'a.b.c', 'A.B') { $x -replace '\.', '\'; $x -replace 'b', '$0$0'; $x -replace '(\w)\.(\w)', '$2.$1'; $x -creplace 'B', '[$&]' }
'user7' -replace '(?<n>\d)', '<${n}>$1$2$$' ; 'x' -replace 'x', '\1\n\g<0>'; 'abc' -replace 'b'; ('a', 'b') -replace 'a', '1'; 12 -replace 2, 3
'a' -replace '(b)?a', '[$1]'
try { 'a' -replace '(', 'b' } catch { $_.FullyQualifiedErrorId }

# Splits.
foreach ($x in 'a.b.c', '', '.') { ($x -split '\.').Count; ($x -split '\.', 2) -join '|'; ($x -split '(\.)') -join '|'; ($x -split '\.', -2) -join '|' }
('aXbxc' -csplit 'x') -join '|'; ('aXbxc' -split 'x') -join '|'; ('a.b' -split '.', 0, 'SimpleMatch') -join '|'; ('a b  c' -split '\s+') -join '|'
('a,b', 'c,d' -split ',') -join '|'; (12 -split 1) -join '|'

# Split at letters, with and without options.
foreach ($x in ' a, b;c ,;', ',', '', 'abc', "a`tb c") { ($x.Split(',;'.ToCharArray()) -join '|'), ($x.Split(',;'.ToCharArray(), 'RemoveEmptyEntries') -join '|'), ($x.Split(',;'.ToCharArray(), [StringSplitOptions]'RemoveEmptyEntries, TrimEntries') -join '|'), ($x.Split(',;'.ToCharArray(), 2) -join '|'), ($x.Split() -join '|'), ($x.Split($null) -join '|'), ($x.Split(',', 'TrimEntries') -join '|') -join '/' }

# Formats.
foreach ($x in 5, -5, 2.5, 'text', $null, [decimal]1.005, 1234567) { '{0}|{0,8}|{0,-8}|' -f $x }
foreach ($x in 5, -5, 1234567) { '{0:D3} {0:X4} {0:N0} {0:N2} {0:F1} {0:000} {0:C}' -f $x }
foreach ($x in 2.345, 2.5, -0.001, 1234567.891, 1e20, [double]::NaN, [double]::PositiveInfinity) { '{0:N2} {0:F0} {0:N0} {0:E2} {0:P1}' -f $x }
foreach ($x in 'D', 'Q', 'N99') { try { "{0:$x}" -f 2.5 } catch { $_.Exception.Message } }
[cultureinfo]::CurrentCulture = 'de-DE'; '{0:N2} {1:F1} {2}' -f 1234.5, -2.5, 1.5; [cultureinfo]::CurrentCulture = 'en-US'

# $s += and what else holds the text.
$s = 'a'; $t = $s; foreach ($i in 1..3) { $s += 'b' }; "$s $t"
$s = 'a'; $s += $s; $s += 5; $s += $null; $s += 1, 2; $s
[string]$typed = 'x'; $typed += 5; $typed += 'y'; $typed
Set-Variable fixed 'f' -Option ReadOnly; try { $fixed += 'g' } catch { $_.FullyQualifiedErrorId }; $fixed
$out = 'outer'; function Add-Text { $out += '-inner'; $out }; Add-Text; $out
$s = 'a'; $s += $(if ($s -eq 'a') { $s = 'changed'; 'b' }); $s
#= a1 a 1 3 Hashtable
#= b2 b 2 3 Hashtable
#= False
#= 3
#= digit 5
#= 0
#= False
#= False
#= x
#= ab
#= ae
#= x
#= False
#= False
#= True
#= 5
#= True user60 contoso
#= True False False False
#= True False False False
#= False True False False
#= False False True False
#= False False False True
#= False False False True
#= a\b\c
#= a.bb.c
#= b.a.c
#= a.b.c
#= A\B
#= A.BB
#= B.A
#= A.[B]
#= user<7>$1$2$
#= \1\n\g<0>
#= ac
#= 1
#= b
#= 13
#= []
#= InvalidRegularExpression
#= 3
#= a|b.c
#= a|.|b|.|c
#= a.b|c
#= 1
#=
#=
#=
#= 2
#= |
#= |.|
#= |
#= aXb|c
#= a|b|c
#= a|b
#= a|b|c
#= a|b|c|d
#= |2
#=  a| b|c ||/ a| b|c /a|b|c/ a| b;c ,;/|a,|b;c|,;/|a,|b;c|,;/a|b;c|;
#= |///|/,/,/|
#= //////
#= abc/abc/abc/abc/abc/abc/abc
#= a	b c/a	b c/a	b c/a	b c/a|b|c/a|b|c/a	b c
#= 5|       5|5       |
#= -5|      -5|-5      |
#= 2.5|     2.5|2.5     |
#= text|    text|text    |
#= |        |        |
#= 1.005|   1.005|1.005   |
#= 1234567| 1234567|1234567 |
#= 005 0005 5 5.00 5.0 005 $5.00
#= -005 FFFFFFFB -5 -5.00 -5.0 -005 -$5.00
#= 1234567 12D687 1,234,567 1,234,567.00 1234567.0 1234567 $1,234,567.00
#= 2.35 2 2 2.35E+000 234.5%
#= 2.50 2 2 2.50E+000 250.0%
#= -0.00 -0 -0 -1.00E-003 -0.1%
#= 1,234,567.89 1234568 1,234,568 1.23E+006 123,456,789.1%
#= 100,000,000,000,000,000,000.00 100000000000000000000 100,000,000,000,000,000,000 1.00E+020 10,000,000,000,000,000,000,000.0%
#= NaN NaN NaN NaN NaN
#= ∞ ∞ ∞ ∞ ∞
#= Error formatting a string: Format specifier was invalid..
#= Error formatting a string: Format specifier was invalid..
#= 2.500000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000
#= 1.234,50 -2,5 1,5
#= abbb a
#= aa51 2
#= x5y
#= VariableNotWritable
#= f
#= -inner
#= outer
#= ab

# Formats of dates: quotes, escapes, single letters, what is no field, what is wrong; the second time as the first.
$date = [datetime]::new(2024, 3, 5, 14, 7, 9, 45)
foreach ($round in 1, 2) { foreach ($f in 'yyyy-MM-dd', '%d', '%y', "d 'of' MMMM", 'dd\dHH', 'hh:mm:ss tt', 'y yy yyy yyyyy', 'f ff fff', 'ss.FFF', 'gg', 'x[Q]', '%K', 'd/M', 'ddd dddd') { $date.ToString($f) }; foreach ($f in "'open", '%', 'd\', '%%', 'ffffffff') { try { $date.ToString($f) } catch { $_.Exception.InnerException.Message } } }
$date - $date.AddDays(-1); $date - [timespan]'01:00'; foreach ($x in 1, '1.00:00', [timespan]'02:00') { try { "$($date + $x)" } catch { $_.FullyQualifiedErrorId } }
#= 2024-03-05
#= 5
#= 24
#= 5 of March
#= 05d14
#= 02:07:09 PM
#= 24 24 2024 02024
#= 0 04 045
#= 09.045
#= A.D.
#= x[Q]
#=
#= 5/3
#= Tue Tuesday
#= Cannot find a matching quote character for the character '''.
#= Input string was not in a correct format.
#= Input string was not in a correct format.
#= Input string was not in a correct format.
#= Input string was not in a correct format.
#= 2024-03-05
#= 5
#= 24
#= 5 of March
#= 05d14
#= 02:07:09 PM
#= 24 24 2024 02024
#= 0 04 045
#= 09.045
#= A.D.
#= x[Q]
#=
#= 5/3
#= Tue Tuesday
#= Cannot find a matching quote character for the character '''.
#= Input string was not in a correct format.
#= Input string was not in a correct format.
#= Input string was not in a correct format.
#= Input string was not in a correct format.
#=
#= Days              : 1
#= Hours             : 0
#= Minutes           : 0
#= Seconds           : 0
#= Milliseconds      : 0
#= Ticks             : 864000000000
#= TotalDays         : 1
#= TotalHours        : 24
#= TotalMinutes      : 1440
#= TotalSeconds      : 86400
#= TotalMilliseconds : 86400000
#=
#=
#= Date        : 3/5/2024 12:00:00 AM
#= Day         : 5
#= DayOfWeek   : Tuesday
#= DayOfYear   : 65
#= Hour        : 13
#= Kind        : Unspecified
#= Millisecond : 45
#= Microsecond : 0
#= Nanosecond  : 0
#= Minute      : 7
#= Month       : 3
#= Second      : 9
#= Ticks       : 638452408290450000
#= TimeOfDay   : 13:07:09.0450000
#= Year        : 2024
#= DateTime    : Tuesday, March 5, 2024 1:07:09 PM
#=
#= 03/05/2024 14:07:09
#= 03/06/2024 14:07:09
#= 03/05/2024 16:07:09
