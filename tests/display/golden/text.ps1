# Empty things.
$null
''
#=
[pscustomobject]@{}
#=
@()
@{}
# Dictionaries show their entries.
@{ One = 1 }
#=
#= Name                           Value
#= ----                           -----
#= One                            1
#=
[ordered]@{ b = 'x'; a = 1, 2 }
#=
#= Name                           Value
#= ----                           -----
#= b                              x
#= a                              {1, 2}
#=
# Out-String
(1, 2 | Out-String).Length
'a', 'b' | Out-String -Stream | ForEach-Object { "[$_]" }
#= 4
#= [a]
#= [b]
'a', 'b' | Out-String -NoNewline
#= ab
[pscustomobject]@{ A = 'x' * 30 } | Out-String -Width 10
#=
#= A
#= -
#= xxxxxxxxx…
#=
#=
# Out-Host shows at once, also where the output is captured.
$x = 1, 2 | Out-Host
#= 1
#= 2
$null -eq $x
#= True
1..3 | Out-Null
# Errors keep their place among the rows.
[pscustomobject]@{ A = 1 }; 1 / 0; [pscustomobject]@{ A = 2 }
#=
#= A
#= -
#= 1
#= Attempted to divide by zero.
#= At line:3 char:29
#= + [pscustomobject]@{ A = 1 }; 1 / 0; [pscustomobject]@{ A = 2 }
#= +                             ~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [], RuntimeException
#=     + FullyQualifiedErrorId : RuntimeException
#= 2
#=
