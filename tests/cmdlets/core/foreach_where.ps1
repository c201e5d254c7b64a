# ForEach-Object and Where-Object.

1..3 | ForEach-Object { $_ * 2 } | Where-Object { $_ -gt 2 }
#= 4
#= 6
1..3 | ForEach-Object -Begin { 'b' } -Process { "p$_" } -End { 'e' }
#= b
#= p1
#= p2
#= p3
#= e
1..2 | ForEach-Object { 'first' } { "each $_" } { 'last' }
#= first
#= each 1
#= each 2
#= last

# Blocks run in the caller's scope.
$sum = 0; 1..3 | ForEach-Object { $sum += $_ }; $sum
#= 6

# A property or a method.
'ab', 'cde' | ForEach-Object Length
#= 2
#= 3
'ab' | ForEach-Object Substring 1
#= b
@{ key = 'v' } | ForEach-Object key
#= v

# Comparisons of a property.
$o = [pscustomobject]@{ n = 'a'; s = 1 }, [pscustomobject]@{ n = 'B'; s = 2 }, [pscustomobject]@{ n = 'c'; s = 3 }
($o | Where-Object s -gt 1).n -join ','; ($o | Where-Object n -eq b).s; ($o | Where-Object n -ceq b).s; ($o | Where-Object n -In a, c).s -join ','
#= B,c
#= 2
#= 1,3
($o | Where-Object n -Like '[ab]').s -join ','; ($o | Where-Object n -NotMatch 'b').s -join ','; ($o | Where-Object s).Count; ($o | Where-Object -Not x).Count
#= 1,2
#= 1,3
#= 3
#= 3
$o | Where-Object s -gt
#= Where-Object: The specified operator requires both the -Property and -Value parameters. Provide values for both parameters, and then try the command again. (Parameter 'Value')
