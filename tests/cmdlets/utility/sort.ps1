(3, 1, 2 | Sort-Object) -join ' '; (3, 1, 2 | Sort-Object -Descending) -join ' '; ('10', '9', 2 | Sort-Object) -join ' '
('b', 'A', 'c', 'a' | Sort-Object) -join ' '; ('b', 'A', 'c', 'a' | Sort-Object -CaseSensitive) -join ' '
('co-op', 'coop', '_x', 'Z', '2', 'résumé', 'resume' | Sort-Object) -join ' '
#= 1 2 3
#= 3 2 1
#= 10 2 9
#= A a b c
#= a A b c
#= _x 2 co-op coop resume résumé Z
# Nulls are dropped; a property that is missing or null has its place.
($null, 2, $null, 1 | Sort-Object) -join ' '
([pscustomobject]@{ n = 2 }, [pscustomobject]@{ m = 0 }, [pscustomobject]@{ n = $null }, [pscustomobject]@{ n = 1 } | Sort-Object n | ForEach-Object { "[$($_.n)]" }) -join ''
#= 1 2
#= [][1][2][]
# Several keys, each with its direction.
$rows = [pscustomobject]@{ n = 'a'; s = 1 }, [pscustomobject]@{ n = 'b'; s = 2 }, [pscustomobject]@{ n = 'c'; s = 1 }
($rows | Sort-Object s, n).n -join ''; ($rows | Sort-Object s, @{ e = 'n'; Descending = $true }).n -join ''
($rows | Sort-Object @{ Expression = { -$_.s } }, n).n -join ''; ($rows | Sort-Object -Property s -Descending).n -join ''
($rows | Sort-Object s -Top 2).n -join ''; ($rows | Sort-Object s -Bottom 1).n -join ''
#= acb
#= cab
#= bac
#= bac
#= ac
#= b
# Equal objects come out as .NET's sort leaves them, unless -Stable keeps their order.
(1..20 | Sort-Object { $_ % 3 }) -join ' '
(1..20 | Sort-Object { $_ % 3 } -Stable) -join ' '
#= 18 3 15 6 12 9 1 16 13 10 7 4 19 11 8 14 5 17 2 20
#= 3 6 9 12 15 18 1 4 7 10 13 16 19 2 5 8 11 14 17 20
('b', 'a', 'B', 'a' | Sort-Object -Unique) -join ' '; (2, 1, 2 | Sort-Object -Unique) -join ' '
(@{ n = 2 }, @{ n = 1 } | Sort-Object n | ForEach-Object { $_.n }) -join ' '
([datetime]'2024-02-01', [datetime]'2023-02-01' | Sort-Object | ForEach-Object Year) -join ' '
([timespan]'00:02', [timespan]'00:01' | Sort-Object | ForEach-Object Minutes) -join ' '
(1.5, 1, 0.5 | Sort-Object) -join ' '; ($true, $false | Sort-Object) -join ' '
#= a b
#= 1 2
#= 1 2
#= 2023 2024
#= 1 2
#= 0.5 1 1.5
#= False True
Sort-Object -InputObject 3, 1
#= 3
#= 1
1, 2 | Sort-Object @{ Foo = 1 }
#= Sort-Object: The Foo key is not valid.
