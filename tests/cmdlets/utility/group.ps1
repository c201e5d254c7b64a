'b', 'a', 'b' | Group-Object
#=
#= Count Name                      Group
#= ----- ----                      -----
#=     1 a                         {a}
#=     2 b                         {b, b}
#=
'b', 'a', 'b' | Group-Object -NoElement
#=
#= Count Name
#= ----- ----
#=     1 a
#=     2 b
#=
# Values of several types keep the order in which they came.
('b', 1, 'a', 1 | Group-Object).Name -join ' '
#= b 1 a
$rows = [pscustomobject]@{ Role = 'Hub'; Site = 1 }, [pscustomobject]@{ Role = 'Edge'; Site = 1 }, [pscustomobject]@{ Role = 'Hub'; Site = 2 }
$rows | Group-Object Role, Site | Format-Table Count, Name, Values
#=
#= Count Name    Values
#= ----- ----    ------
#=     1 Edge, 1 {Edge, 1}
#=     1 Hub, 1  {Hub, 1}
#=     1 Hub, 2  {Hub, 2}
#=
$rows | Group-Object { $_.Site -gt 1 } | ForEach-Object { "$($_.Name) $($_.Count) $($_.Group.Role -join '+')" }
#= False 2 Hub+Edge
#= True 1 Hub
('a', 'A' | Group-Object -CaseSensitive).Count; @('a', 'A' | Group-Object).Count
#= 2
#= 1
$table = $rows | Group-Object Role -AsHashTable
$table['hub'].Count; $table.Edge.Site; $table.GetType().Name
#= 2
#= 1
#= Hashtable
$table = 1, 2, 3 | Group-Object { $_ % 2 } -AsHashTable -AsString
$table['1'] -join ' '
#= 1 3
'a' | Group-Object -AsString
#= Group-Object: The AsString parameter must be specified with the AsHashTable parameter.
[pscustomobject]@{ a = 1 }, [pscustomobject]@{ b = 1 } | Group-Object a | ForEach-Object { "[$($_.Name)] $($_.Count)" }
#= [1] 1
#= [] 1
@() | Group-Object
