# Classes of scripts as comparers of .NET's collections.
class Back : System.Collections.Generic.IComparer[int] { [int] Compare([int]$a, [int]$b) { return $b - $a } }
class OldBack : System.Collections.IComparer { [int] Compare([object]$a, [object]$b) { return $b - $a } }
class Size : System.Collections.Generic.IEqualityComparer[string] { [bool] Equals([string]$a, [string]$b) { return $a.Length -eq $b.Length } [int] GetHashCode([string]$a) { return $a.Length } }
class Initial : System.Collections.IEqualityComparer { [bool] Equals([object]$a, [object]$b) { return $a[0] -eq $b[0] } [int] GetHashCode([object]$a) { return [int]$a[0] } }
class Part : IComparable { [int]$N; Part([int]$n) { $this.N = $n } [int] CompareTo([object]$o) { return $this.N - $o.N } }
$list = [Collections.Generic.List[int]](3, 1, 2); $list.Sort([Back]::new()); "$list"; $list.BinarySearch(1, [Back]::new()); $old = [Collections.ArrayList](3, 1, 2); $old.Sort([OldBack]::new()); "$old"
$array = 5, 9, 7; [array]::Sort($array, [OldBack]::new()); "$array"
$set = [Collections.Generic.SortedSet[int]]::new([Back]::new()); 1, 3, 2, 3 | ForEach-Object { $null = $set.Add($_) }; "$set, $($set.Min) first"
$set = [Collections.Generic.HashSet[string]]::new([Size]::new()); $set.Add('one'); $set.Add('two'); $set.Contains('six')
$set = [Collections.Generic.HashSet[string]]::new([string[]]('a', 'A', 'b'), [StringComparer]::OrdinalIgnoreCase); $set.Count
$table = [Collections.Generic.Dictionary[string,int]]::new([Size]::new()); $table['one'] = 1; $table['six'] = 6; "$($table.Count) $($table['abc'])"
$sorted = [Collections.Generic.SortedDictionary[int,string]]::new([Back]::new()); $sorted[1] = 'a'; $sorted[5] = 'b'; "$($sorted.Keys)"
$table = [Collections.Hashtable]::new([Initial]::new()); $table['apple'] = 1; $table['avocado']; [Linq.Enumerable]::Distinct([string[]]('one', 'two', 'four'), [Size]::new())
$parts = [Collections.Generic.List[Part]]::new(); $parts.Add([Part]::new(3)); $parts.Add([Part]::new(1)); $parts.Sort(); "$($parts.N)"
class Whole : System.Collections.Generic.List[int] { }; $whole = [Whole]::new(); $whole.Add('5'); $whole[0].GetType().Name
try { Invoke-Expression 'class Base { Base([int]$x) { } }; class Derived : Base { }' } catch { $_.FullyQualifiedErrorId; $_.Exception.Message.Split("`n")[-1] }
Invoke-Expression 'class Held : System.IDisposable { }; "not reached"'
#= 3 2 1
#= 2
#= 3 2 1
#= 9 7 5
#= 3 2 1, 3 first
#= True
#= False
#= True
#= 2
#= 1 6
#= 5 1
#= 1
#= one
#= four
#= 1 3
#= Int32
#= BaseClassNoDefaultCtor
#= Base class 'Base' does not contain a parameterless constructor.
#= At line:1 char:1
#= + class Held : System.IDisposable { }; "not reached"
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#= Error during creation of type "Held". Error message:
#= Method 'Dispose' in type 'Held' from assembly 'PowerShell Class Assembly, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null' does not have an implementation.
#=     + CategoryInfo          : ParserError: (:) [], ParentContainsErrorRecordException
#=     + FullyQualifiedErrorId : TypeCreationError
