1..4 | Measure-Object -Sum -Average -Maximum -Minimum -StandardDeviation
#=
#= Count             : 4
#= Average           : 2.5
#= Sum               : 10
#= Maximum           : 4
#= Minimum           : 1
#= StandardDeviation : 1.29099444873581
#= Property          : 
#=
1..3 | Measure-Object | ForEach-Object Count; @() | Measure-Object | ForEach-Object Count; @() | Measure-Object -Sum | ForEach-Object { "[$($_.Sum)]" }
#= 3
#= 0
#= [0]
$files = [pscustomobject]@{ Name = 'a'; Size = 10; Free = 1 }, [pscustomobject]@{ Name = 'b'; Size = 30 }
$files | Measure-Object Size, Free -Sum | Format-Table Property, Count, Sum
#=
#= Property Count    Sum
#= -------- -----    ---
#= Size         2 40.000
#= Free         1  1.000
#=
$files | Measure-Object Name -Maximum -Minimum | Format-List Maximum, Minimum
#=
#= Maximum : b
#= Minimum : a
#=
$files | Measure-Object Nope -Sum
'one two', "three`nfour five", '' | Measure-Object -Line -Word -Character
#=
#= Lines Words Characters Property
#= ----- ----- ---------- --------
#=     3     5         22 
#=
'a b' | Measure-Object -Character -IgnoreWhiteSpace | ForEach-Object Characters
#= 2
'1', 'x', '2' | Measure-Object -Sum | ForEach-Object { "$($_.Count) [$($_.Sum)]" }
#= Measure-Object: Input object "x" is not numeric.
#= 3 []
(1, 2.5, '3' | Measure-Object -Sum).Sum; (1..10 | Measure-Object -AllStats).StandardDeviation
#= 6.5
#= 3.02765035409749
(1..3 | Measure-Object { $_ * 2 } -Sum).Sum; (1, 2 | Measure-Object -Maximum).Maximum.GetType().Name
#= 12
#= Double
