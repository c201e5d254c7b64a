# Lists, tables, sets, grouping, sorting, measuring, objects.
$words = 'delta', 'alpha', 'charlie', 'Bravo', 'alpha'
$words | Sort-Object; ($words | Sort-Object -Unique) -join ','; ($words | Sort-Object Length, { $_ } -Descending) -join ','
#= alpha
#= alpha
#= Bravo
#= charlie
#= delta
#= alpha,Bravo,charlie,delta
#= charlie,delta,Bravo,alpha,alpha
($words | Select-Object -Unique) -join ','; $words | Get-Unique | Measure-Object | ForEach-Object Count
#= delta,alpha,charlie,Bravo
#= 5
[array]::Reverse($words); $words -join ' '; [array]::IndexOf($words, 'Bravo'); $words[1..($words.Count - 2)] -join '|'
#= alpha Bravo charlie alpha delta
#= 1
#= Bravo|charlie|alpha
$ht = @{ one = 1; two = 2; three = 3 }; ($ht.Keys | Sort-Object) -join ','; ($ht.GetEnumerator() | Sort-Object Value -Descending | Select-Object -First 1).Key
#= one,three,two
#= three
$copy = $ht.Clone(); $copy.Remove('one'); $copy.Count; $ht.Count; $merged = $ht + @{ four = 4 }; $merged.Count; try { $ht + @{ one = 9 } } catch { $_.Exception.Message }
#= 2
#= 3
#= 4
#= Item has already been added. Key in dictionary: 'one'  Key being added: 'one'
$nested = @{ a = @{ b = @{ c = 'deep' } } }; $nested.a.b.c; $nested['a']['b']['c']; $nested.a.x.y -eq $null
#= deep
#= deep
#= True
$set = [System.Collections.Generic.HashSet[string]]::new([StringComparer]::OrdinalIgnoreCase); 'a', 'A', 'b' | ForEach-Object { $set.Add($_) }; $set.UnionWith([string[]]('c', 'd')); $set.Count; $set.IsSupersetOf([string[]]@('a', 'c'))
#= True
#= False
#= True
#= 4
#= True
$dict = [System.Collections.Generic.Dictionary[string, int]]::new(); $dict['x'] = 1; $dict.Add('y', 2); try { $dict.Add('y', 3) } catch { $_.Exception.InnerException.GetType().Name }; $out = 0; $dict.TryGetValue('x', [ref]$out); $out; foreach ($kv in $dict.GetEnumerator()) { "$($kv.Key):$($kv.Value)" }
#= ArgumentException
#= True
#= 1
#= x:1
#= y:2
$sorted = [System.Collections.Generic.SortedDictionary[string, int]]::new(); $sorted['b'] = 2; $sorted['a'] = 1; $sorted.Keys -join ','
#= a,b
$ll = [System.Collections.Generic.LinkedList[int]]::new(); [void]$ll.AddLast(1); [void]$ll.AddFirst(0); $ll -join ','
#= 0,1
$t = [Tuple]::Create('a', 1); $t.Item1; $t.Item2; [ValueTuple]::Create(1, 2).Item2
#= a
#= 1
#= 2
$people = foreach ($i in 1..6) { [pscustomobject]@{ Id = $i; Team = ('red', 'blue', 'green')[$i % 3]; Score = $i * 7 % 10; Active = [bool]($i % 2) } }
$people | Group-Object Team, Active | Format-Table Count, Name
#=
#= Count Name
#= ----- ----
#=     1 blue, False
#=     1 blue, True
#=     1 green, False
#=     1 green, True
#=     1 red, False
#=     1 red, True
#=
$people | Group-Object Team -NoElement
#=
#= Count Name
#= ----- ----
#=     2 blue
#=     2 green
#=     2 red
#=
$people | Sort-Object Team, @{ Expression = 'Score'; Descending = $true } | Format-Table -GroupBy Team -Property Id, Score
#=
#=    Team: blue
#=
#= Id Score
#= -- -----
#=  4     8
#=  1     7
#=
#=    Team: green
#=
#= Id Score
#= -- -----
#=  5     5
#=  2     4
#=
#=    Team: red
#=
#= Id Score
#= -- -----
#=  6     2
#=  3     1
#=
$people | Where-Object { $_.Active -and $_.Score -gt 2 } | Select-Object Id, Team -Last 2
#=
#= Id Team
#= -- ----
#=  1 blue
#=  5 green
#=
$people | Select-Object -Skip 1 -First 2 | ForEach-Object Id; ($people | Select-Object -Index 0, 5).Id -join ','; $people | Select-Object -Property * -ExcludeProperty Score -First 1
#= 2
#= 3
#= 1,6
#=
#= Id Team Active
#= -- ---- ------
#=  1 blue   True
#=
$people | Measure-Object Score -Sum -Average -Maximum -Minimum
#=
#= Count             : 6
#= Average           : 4.5
#= Sum               : 27
#= Maximum           : 8
#= Minimum           : 1
#= StandardDeviation : 
#= Property          : Score
#=
$people.Where({ $_.Score -ge 5 }, 'First', 1).Id; $people.Where({ $_.Id -eq 3 }, 'Until').Count; ($people.Where({ $_.Active }, 'Split')).Count; $people.ForEach('Id') -join ''; $people.ForEach({ param($x) $_.Id * $x }, 10) -join ','
#= 1
#= 2
#= 2
#= 123456
#= 10,20,30,40,50,60
$people | ForEach-Object { $_ } -PipelineVariable p | Where-Object Id -EQ 2 | ForEach-Object { "$($p.Team)" }
#= green
1..3 | ForEach-Object { [pscustomobject]@{ N = $_; Sq = $_ * $_ } } | Tee-Object -Variable teed | Out-Null; $teed.Count
#= 3
, (1, 2), (3, 4) | ForEach-Object { $_.Count }; @(1, @(2, @(3))).Count; function Flatten($x) { foreach ($e in $x) { if ($e -is [array]) { Flatten $e } else { $e } } }; (Flatten @(1, @(2, @(3, 4)))) -join ''
#= 1
#= 2
#= 2
#= 1234
$arr = [int[]]::new(3); $arr[0] = '5'; $arr.GetType().Name; try { $arr[1] = 'x' } catch { $_.FullyQualifiedErrorId }; try { $arr.Add(1) } catch { $_.FullyQualifiedErrorId }; try { $arr[9] = 1 } catch { $_.FullyQualifiedErrorId }
#= Int32[]
#= InvalidCastFromStringToInteger
#= NotSupportedException
#= System.IndexOutOfRangeException
$jag = @(@(1, 2), @(3)); $jag[0][1]; $jag[1].Count; $null -eq $jag[5]; $arr2 = 1..5; $arr2[-2]; $arr2[1, 3] -join ','; $arr2[10]; ($arr2 += 6).Count; $arr2 -ne 3 -join ''; $arr2 -gt 4; ($arr2 | Where-Object { $_ -in 2, 4 }) -join ','
#= 2
#= 1
#= True
#= 4
#= 2,4
#= 6
#= 12456
#= 5
#= 6
#= 2,4
[Linq.Enumerable]::Sum([int[]](1, 2, 3)); [Linq.Enumerable]::Range(1, 3) -join ','; 'a'..'e' -join ''; 5..1 -join ''
#= 6
#= 1,2,3
#= abcde
#= 54321
$s = 'k1=v1;k2=v2'; $map = @{}; $s -split ';' | ForEach-Object { $k, $v = $_ -split '='; $map[$k] = $v }; $map.k2; ConvertFrom-StringData "a=1`nb=two" | ForEach-Object { $_.b }; $s.Replace(';', "`n") | ConvertFrom-StringData | ForEach-Object { $_.k1 }
#= v2
#= two
#= v1
$obj = [pscustomobject]@{ A = 1 }; $obj2 = $obj.PSObject.Copy(); $obj2.A = 2; $obj.A; $obj | Add-Member ScriptMethod Double { $this.A * 2 }; $obj.Double(); $obj.PSObject.Properties.Name; $obj.PSObject.Methods.Name -contains 'Double'; $obj -is [pscustomobject]; $obj.psobject.TypeNames[0]
#= 1
#= 2
#= A
#= True
#= True
#= System.Management.Automation.PSCustomObject
$o = New-Object psobject -Property ([ordered]@{ X = 1; Y = 2 }); $o.PSObject.Properties | ForEach-Object { "$($_.Name)=$($_.Value)" }; $o | Select-Object @{ n = 'Sum'; e = { $_.X + $_.Y } }, X | ConvertTo-Csv; "$o"; $o | Out-String -Width 40 | ForEach-Object Trim
#= X=1
#= Y=2
#= "Sum","X"
#= "3","1"
#= @{X=1; Y=2}
#= X Y
#= - -
#= 1 2
