Compare-Object 1, 2, 3 2, 3, 4
#=
#= InputObject SideIndicator
#= ----------- -------------
#=           4 =>
#=           1 <=
#=
Compare-Object 1, 2, 3 1, 2, 4 -IncludeEqual
#=
#= InputObject SideIndicator
#= ----------- -------------
#=           1 ==
#=           2 ==
#=           4 =>
#=           3 <=
#=
Compare-Object 1, 2 2, 3 -ExcludeDifferent
#=
#= InputObject SideIndicator
#= ----------- -------------
#=           2 ==
#=
Compare-Object a, B b, c | ForEach-Object { "$($_.InputObject) $($_.SideIndicator)" }; (Compare-Object a A -CaseSensitive).Count
#= c =>
#= a <=
#= 2
Compare-Object a, b b, c -PassThru | ForEach-Object { "$_ $($_.SideIndicator)" }
#= c =>
#= a <=
Compare-Object ([pscustomobject]@{ Name = 'x'; Size = 1 }) ([pscustomobject]@{ Name = 'x'; Size = 2 }) -Property Name, Size
#=
#= Name Size SideIndicator
#= ---- ---- -------------
#= x       2 =>
#= x       1 <=
#=
(Compare-Object 1, 2, 3 3, 1, 2 -SyncWindow 0).Count; @(Compare-Object 1, 2, 3 3, 1, 2).Count
#= 6
#= 0
Compare-Object $null 1
#= Compare-Object: Cannot bind argument to parameter 'ReferenceObject' because it is null.
(1, 1, 2, 1 | Get-Unique) -join ' '; ('a', 'A', 'a' | Get-Unique) -join ' '; ('a', 'A' | Get-Unique -AsString -CaseInsensitive) -join ' '; (1, 2, 'x' | Get-Unique -OnType) -join ' '
#= 1 2 1
#= a A a
#= a
#= 1 x
