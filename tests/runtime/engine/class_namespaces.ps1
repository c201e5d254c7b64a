# Types of a class's members under `using namespace`: found at each call, shown by their full names.

using namespace System.Collections.Generic
using namespace System.Text
class Q { [Dictionary[string, List[int]]] $D = @{}; [List[Q]] $Qs; [int] $N; [StringBuilder] Make([List[string]] $x) { return [StringBuilder]::new($x.GetType().Name) } }
[Q]::new() | Get-Member -Name D, Qs, N, Make | ForEach-Object Definition
[Q]::new().Make('a').ToString(); [Q].GetProperty('Qs').PropertyType.Name; [Q]::new().D.GetType().Name

# The base class's method is called from the line of its caller, and the trace says so.
class Base { [string] F([int] $a) { throw "boom $a" } }
class Derived : Base { [string] F([int] $a) { return ([Base]$this).F($a) } }
try { [Derived]::new().F(1) } catch { $_.ScriptStackTrace; $_.Exception.Message }
#= System.Collections.Generic.Dictionary[string,System.Collections.Generic.List[int]] D {get;set;}
#= System.Collections.Generic.List[Q] Qs {get;set;}
#= int N {get;set;}
#= System.Text.StringBuilder Make(System.Collections.Generic.List[string] x)
#= List`1
#= List`1
#= Dictionary`2
#= at F, <No file>: line 10
#= at F, <No file>: line 11
#= at <ScriptBlock>, <No file>: line 12
#= boom 1
