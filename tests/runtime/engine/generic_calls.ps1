# Calls that name the types of a generic method.
[Linq.Enumerable]::Cast[int](@(1,2)).GetType().FullName
[array]::Empty[string]().GetType().FullName
([Linq.Enumerable]::OfType[string](@(1,'a','b'))) -join ','
[Linq.Enumerable]::Sum[int](@(1,2))
[Linq.Enumerable]::ToList[int](@(1,2)).GetType().Name
[Linq.Enumerable]::Where[int](@(1,2,3), [Func[int,bool]]{ $args[0] -gt 1 }) -join ','
[Enum]::Parse[DayOfWeek]('Friday')
[Enum]::GetNames[ConsoleColor]().Count
[Tuple]::Create[int,string](1,'a').GetType().ToString()
[Linq.Enumerable]::Empty[int]().Count
[array]::IndexOf[int]((1,2,3), 2)
$l = [Collections.Generic.List[int]](1,2); $l.ConvertAll[string]({ param($x) "<$x>" }).GetType().ToString()
try { [math]::Max[int](1,2) } catch { $_.FullyQualifiedErrorId; $_.Exception.Message }
try { 'abc'.Substring[int](1) } catch { $_.FullyQualifiedErrorId; $_.Exception.Message }
[Activator]::CreateInstance[Text.StringBuilder]().GetType().Name
[Linq.Enumerable]::Select[int,string]([int[]](1,2), [Func[int,string]]{ "n$($args[0])" }) -join ','
$d=0; [Enum]::TryParse[DayOfWeek]('Monday', [ref]$d); $d
#= System.Int32[]
#= System.String[]
#= a,b
#= 3
#= List`1
#= 2,3
#= Friday
#= 16
#= System.Tuple`2[System.Int32,System.String]
#= 0
#= 1
#= System.Collections.Generic.List`1[System.String]
#= MethodCountCouldNotFindBest
#= Cannot find an overload for "Max" and the argument count: "2".
#= MethodCountCouldNotFindBest
#= Cannot find an overload for "Substring" and the argument count: "1".
#= StringBuilder
#= n1,n2
#= True
#= Monday
