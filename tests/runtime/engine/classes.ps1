# Classes and enumerations.
class Animal { [string]$Name; [int]$Legs = 4; static [int]$Count = 0; hidden [string]$secret = 's'
  Animal() { [Animal]::Count++ } Animal([string]$n) { $this.Name = $n; [Animal]::Count++ }
  [string] Speak() { return "$($this.Name) speaks" } [string] Speak([string]$what) { return "$($this.Name): $what" }
  static [Animal] Create([string]$n) { return [Animal]::new($n) } [void] Rename([string]$n) { $this.Name = $n } [string] ToString() { return "Animal($($this.Name))" } }
class Dog : Animal { [bool]$Good = $true; Dog([string]$n) : base($n) { $this.Legs = 4 } [string] Speak() { return "Woof " + ([Animal]$this).Speak() } [string[]] Tricks() { return 'sit', 'roll' } }
$a = [Animal]::new('cat'); $a.Speak(); $a.Speak('meow'); "$a"; $a.Legs; [Animal]::Count
#= cat speaks
#= cat: meow
#= Animal(cat)
#= 4
#= 1
$d = [Dog]::new('rex'); $d.Speak(); $d -is [Animal]; $d.GetType().BaseType.Name; $d.Tricks() -join '+'; $d.Good; [Animal]::Count
#= Woof rex speaks
#= True
#= Animal
#= sit+roll
#= True
#= 2
$a.Rename('tom'); $a.Name; [Animal]::Create('x').Name; $a.Nope; try { $a.Legs = 'abc' } catch { $_.Exception.Message }
#= tom
#= x
#= Exception setting "Legs": "Cannot convert value "abc" to type "System.Int32". Error: "The input string 'abc' was not in a correct format.""
$d | Format-List; $a
#=
#= Good : True
#= Name : rex
#= Legs : 4
#=
#=
#= Name Legs
#= ---- ----
#= tom     4
#=
[Animal]@{ Name = 'hash'; Legs = 3 } | ForEach-Object { "$($_.Name) $($_.Legs)" }
#= hash 3
New-Object Animal -ArgumentList 'newobj' | ForEach-Object Name; New-Object Dog 'd2' | % Name
#= newobj
#= d2
($d | Get-Member -MemberType Property).Name -join ','; ($d | Get-Member -MemberType Method).Name -join ','
#= Good,Legs,Name
#= Equals,GetHashCode,GetType,Rename,Speak,ToString,Tricks
class P { [int]$X; [int]$Y; P([int]$x, [int]$y) { $this.X = $x; $this.Y = $y } [P] Add([P]$o) { return [P]::new($this.X + $o.X, $this.Y + $o.Y) } [bool] Equals([object]$o) { return $this.X -eq $o.X -and $this.Y -eq $o.Y } }
$s = [P]::new(1, 2).Add([P]::new(3, 4)); "$($s.X),$($s.Y)"; [P]::new(1, 1) -eq [P]::new(1, 1)
#= 4,6
#= True
class Node { [object]$Value; [Node]$Next; Node($v) { $this.Value = $v } }; $n = [Node]::new(1); $n.Next = [Node]::new(2); $n.Next.Value; $n.Next.Next -eq $null
#= 2
#= True
class St { static [hashtable]$Map = @{ a = 1 }; static [string] Get([string]$k) { return [St]::Map[$k] } }; [St]::Get('a'); [St]::Map.b = 2; [St]::Map.Count
#= 1
#= 2
class NoRet { [int] F() { if ($false) { return 1 } return 0 } [void] G() { 'dropped' } $untyped = 'u'; [object] H() { return @(1, 2) } }; $o = [NoRet]::new(); $o.F(); $o.G(); $o.untyped; $o.H().Count
#= 0
#= u
#= 2
class Err { [void] Fail() { throw 'class error' } [int] Div([int]$x) { return 1 / $x } }; try { [Err]::new().Fail() } catch { "$_" }; try { [Err]::new().Div(0) } catch { $_.Exception.Message }
#= class error
#= Attempted to divide by zero.
class Val { [ValidateRange(1, 10)][int]$R = 5; [ValidateNotNullOrEmpty()][string]$S = 's' }; $v = [Val]::new(); try { $v.R = 20 } catch { $_.Exception.Message }; $v.R
#= Exception setting "R": "The 20 argument is greater than the maximum allowed range of 10. Supply an argument that is less than or equal to 10 and then try the command again."
#= 5
class Gen { [System.Collections.Generic.List[int]]$L = [System.Collections.Generic.List[int]]::new(); [void] Add([int]$i) { $this.L.Add($i) } }; $g = [Gen]::new(); $g.Add(3); $g.Add(4); $g.L -join ','
#= 3,4
enum Color { Red; Green = 5; Blue }; [Color]::Blue; [int][Color]::Blue; [Color]'green'; [Color]5; [Color].GetEnumNames() -join ','; [enum]::IsDefined([Color], 'Red'); [Color]::Red -eq 'Red'; 'Blue' -as [Color]
#= Blue
#= 6
#= Green
#= Green
#= Red,Green,Blue
#= True
#= True
#= Blue
[Flags()] enum Perm { None = 0; Read = 1; Write = 2; Exec = 4 }; [Perm]'Read,Write'; [Perm]::Read -bor [Perm]::Exec; ([Perm]3).HasFlag([Perm]::Write); [int]([Perm]'Read, Exec')
#= Read, Write
#= Read, Exec
#= True
#= 5
enum Lvl : byte { A = 1; B }; [Lvl]::B.value__.GetType().Name; switch ([Lvl]::B) { A { 'a' } B { 'b' } }
#= Byte
#= b
function tc([Color]$c) { "$c" }; tc blue; try { tc purple } catch { $_.Exception.Message }
#= Blue
#= Cannot process argument transformation on parameter 'c'. Cannot convert value "purple" to type "Color". Error: "Unable to match the identifier name purple to a valid enumerator name. Specify one of the following enumerator names and try again:
#= Red, Green, Blue"
class Cmp : System.IComparable { [int]$v; Cmp([int]$x) { $this.v = $x } [int] CompareTo([object]$o) { return $this.v - $o.v } }; ([Cmp]::new(3), [Cmp]::new(1), [Cmp]::new(2) | Sort-Object).v -join ','
#= 1,2,3
class MyEx : System.Exception { [int]$Code; MyEx([string]$m, [int]$c) : base($m) { $this.Code = $c } }; try { throw [MyEx]::new('boom', 7) } catch [MyEx] { "$($_.Exception.Message) $($_.Exception.Code)" }
#= boom 7
class Base2 { [string] Who() { return 'base' } [string] Call() { return $this.Who() } }; class Der2 : Base2 { [string] Who() { return 'der' } }; [Der2]::new().Call()
#= der
class Scr { [string] V() { return $script:outer } [string] A() { return $args.Count } }; $outer = 'sv'; [Scr]::new().V()
#= sv
try { [Animal]::new(1, 2, 3) } catch { $_.Exception.Message }
#= Cannot find an overload for "new" and the argument count: "3".
try { [NoSuch]::new() } catch { $_.Exception.Message }
#= Unable to find type [NoSuch].
class Iface : System.IDisposable { [void] Dispose() { $global:disp = 'yes' } }; $i = [Iface]::new(); $i.Dispose(); $disp; $i -is [System.IDisposable]
#= yes
#= True
class Kinds { $v; Kinds([int]$x) { $this.v = "int $x" } Kinds([string]$s) { $this.v = "text $s" } }; class Kin : Kinds { Kin($x) : base($x) {} }; [Kin]::new(1).v; [Kin]::new('a').v
#= int 1
#= text a
