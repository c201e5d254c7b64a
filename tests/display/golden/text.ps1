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
[pscustomobject]@{ A = 1 }; Write-Error 'between'; [pscustomobject]@{ A = 2 }
#=
#= A
#= -
#= 1
#= Write-Error : The term 'Write-Error' is not recognized as a name of a cmdlet, function, script file, or executable program.
#= Check the spelling of the name, or if a path was included, verify that the path is correct and try again.
#= At line:3 char:29
#= + [pscustomobject]@{ A = 1 }; Write-Error 'between'; [pscustomobject]@{ …
#= +                             ~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : ObjectNotFound: (Write-Error:String) [], CommandNotFoundException
#=     + FullyQualifiedErrorId : CommandNotFoundException
#= 2
#=
