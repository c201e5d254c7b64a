$servers = [pscustomobject]@{ Name = 'EX01'; Size = 10; Role = 'Hub' }, [pscustomobject]@{ Name = 'EX02'; Size = 5; Role = 'Edge' }, [pscustomobject]@{ Name = 'MB01'; Size = 20; Role = 'Hub' }
$servers | Select-Object Name, Size
#=
#= Name Size
#= ---- ----
#= EX01   10
#= EX02    5
#= MB01   20
#=
$servers | Select-Object N*, @{ n = 'Double'; e = { $_.Size * 2 } }, @{ Label = 'Kind'; Expression = 'Role' }
#=
#= Name Double Kind
#= ---- ------ ----
#= EX01     20 Hub
#= EX02     10 Edge
#= MB01     40 Hub
#=
$servers | Select-Object * -ExcludeProperty Role
#=
#= Name Size
#= ---- ----
#= EX01   10
#= EX02    5
#= MB01   20
#=
$servers | Select-Object -ExcludeProperty Name | Select-Object -First 1
#=
#= Size Role
#= ---- ----
#=   10 Hub
#=
($servers | Select-Object Name)[0].PSObject.TypeNames -join ', '
#= Selected.System.Management.Automation.PSCustomObject, System.Management.Automation.PSCustomObject, System.Object
($servers[0] | Select-Object -First 1).PSObject.TypeNames[0]
#= Selected.System.Management.Automation.PSCustomObject
# Positions.
(1..10 | Select-Object -First 3) -join ' '; (1..10 | Select-Object -Last 2) -join ' '; (1..10 | Select-Object -Skip 8) -join ' '
(1..10 | Select-Object -First 2 -Last 2) -join ' '; (1..10 | Select-Object -Skip 2 -First 2) -join ' '; (1..10 | Select-Object -Last 3 -Skip 2) -join ' '
(1..10 | Select-Object -SkipLast 7) -join ' '; (1..10 | Select-Object -Index 9, 0) -join ' '; (1..4 | Select-Object -SkipIndex 1, 2) -join ' '
#= 1 2 3
#= 9 10
#= 9 10
#= 1 2 9 10
#= 3 4
#= 6 7 8
#= 1 2 3
#= 1 10
#= 1 4
# -First stops the commands before it.
1..5 | ForEach-Object { "sent $_" ; $_ } | Select-Object -First 2
#= sent 1
#= 1
(1..5 | ForEach-Object { $script:seen = $_; $_ } | Select-Object -First 2 -Wait) -join ' '; $seen
#= 1 2
#= 5
# -Unique tells upper from lower case; custom objects without -Property all count as one.
('a', 'A', 'b', 'a' | Select-Object -Unique) -join ' '; ('a', 'A', 'b' | Select-Object -Unique -CaseInsensitive) -join ' '
$servers | Select-Object Role -Unique
#= a A b
#= a b
#=
#= Role
#= ----
#= Hub
#= Edge
#=
@($servers | Select-Object -Unique).Count
#= 1
# -ExpandProperty.
$list = [pscustomobject]@{ Owner = 'a'; Items = 1, $null, 2 }
($list | Select-Object -ExpandProperty Items) -join ' '
($list | Select-Object Owner -ExpandProperty Items)[1].Owner
#= 1 2
#= a
$list | Select-Object -ExpandProperty Nope
#= Select-Object: Property "Nope" cannot be found.
[pscustomobject]@{ a = 1 } | Select-Object a, A
#= Select-Object: The property cannot be processed because the property "a" already exists.
#=
#= a
#= -
#= 1
#=
[pscustomobject]@{ a = 1 } | Select-Object missing, mis*
#=
#= missing
#= -------
#=
#=
# Hashtables show their keys.
@{ b = 2; a = 1 } | Select-Object a, Count
#=
#= a Count
#= - -----
#= 1     2
#=
1 | Select-Object { $_ + 1 }, @{ n = 'bad'; e = { throw 'no' } }
#=
#=  $_ + 1  bad
#= -------- ---
#=        2 
#=
1 | Select-Object @{ wrong = 1 }
#= Select-Object: The wrong key is not valid.
'text' | Select-Object Length
#=
#= Length
#= ------
#=      4
#=
