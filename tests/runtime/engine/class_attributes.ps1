# Classes of scripts that derive from .NET's attributes, collections and interfaces.
class EvenAttribute : System.Management.Automation.ValidateArgumentsAttribute { [void] Validate([object]$a, [System.Management.Automation.EngineIntrinsics]$engine) { if ($a % 2) { throw "odd: $a" } } }
function e { param([Even()][int]$n) "even $n" }; e 2; e 3
[Even()]$held = 2; $held = 3; $held
class MultipleAttribute : System.Management.Automation.ValidateEnumeratedArgumentsAttribute { [int]$Of = 2; MultipleAttribute() {} MultipleAttribute([int]$of) { $this.Of = $of } [void] ValidateElement([object]$e) { if ($e % $this.Of) { throw "$e is no multiple of $($this.Of)" } } }
function m3 { param([Multiple(3)][int[]]$n) "$n" }; m3 3, 6; try { m3 3, 4 } catch { $_.Exception.Message }; function m5 { param([Multiple(Of = 5)][int[]]$n) "$n" }; m5 5, 10
class UpperAttribute : System.Management.Automation.ArgumentTransformationAttribute { [object] Transform([System.Management.Automation.EngineIntrinsics]$engine, [object]$d) { return "$d".ToUpper() } }
function u { param([Upper()]$s) $s }; u abc; [Upper()]$x = 'def'; $x
class Colours : System.Management.Automation.IValidateSetValuesGenerator { [string[]] GetValidValues() { return 'red', 'blue' } }
function paint { param([ValidateSet([Colours])]$c) $c }; paint red; try { paint green } catch { $_.Exception.Message }
class Note : Attribute { [string]$Text; [int]$N; Note([string]$t) { $this.Text = $t } }
[Note('class', N = 4)] class Marked { [Note('property')]$p; hidden [int]$h; [Note('method')][int] M([string]$a, [int]$b) { return $b } static [int]$s }
[Marked].GetCustomAttributes($false) | ForEach-Object { "$($_.Text) $($_.N)" }; [Marked].GetProperty('p').GetCustomAttributes([Note], $true).Text; [Marked].GetMethod('M').GetCustomAttributes($true).Text
[Marked].GetMethod('M').GetParameters() | ForEach-Object { "$($_.Position) $($_.ParameterType) $($_.Name)" }; [Marked].GetMethod('M').Invoke([Marked]::new(), @('x', 7)); [Marked].GetProperty('s').Name
([Marked]::new() | Get-Member -Force -MemberType Property).Name -join ','; ([Marked]::new() | Get-Member -MemberType Property).Name -join ','
class Three : System.Collections.IEnumerable { [System.Collections.IEnumerator] GetEnumerator() { return (1, 2, 3).GetEnumerator() } }; foreach ($i in [Three]::new()) { "v$i" }; ([Three]::new() | Measure-Object -Sum).Sum
class Point { [int]$x; Point([int]$x) { $this.x = $x } [bool] Equals([object]$o) { return $o -is [Point] -and $o.x -eq $this.x } [int] GetHashCode() { return $this.x } }; [Point]::new(1) -eq [Point]::new(1); @{ [Point]::new(4) = 'four' }[[Point]::new(4)]; $set = [System.Collections.Generic.HashSet[Point]]::new(); $set.Add([Point]::new(1)); $set.Add([Point]::new(1))
class Ints : System.Collections.Generic.List[int] { [int] Sum() { $s = 0; foreach ($i in $this) { $s += $i }; return $s } }; $ints = [Ints]::new(); $ints.Add(1); $ints.Add(2); $ints.Sum(); $ints.Count; $ints
class Sheep { [int]$n = 5; [Sheep] Twin() { return $this.MemberwiseClone() } }; $dolly = [Sheep]::new(); $twin = $dolly.Twin(); $twin.n = 6; "$($dolly.n) $($twin.n)"
class Deep { [void] T() { throw 'inside' } [void] U() { $this.T() } }; try { [Deep]::new().U() } catch { $_.ScriptStackTrace }
class Fails { Fails() { throw 'no' } }; try { [Fails]::new() } catch { $_.Exception.Message }; try { New-Object Fails } catch { $_.Exception.Message; $_.FullyQualifiedErrorId }
class Zero { [guid]$g; [datetime]$d; [timespan]$t; [bool]$b; [string]$s }; $zero = [Zero]::new(); "$($zero.g) $($zero.d.Year) $($zero.t) $($zero.b)"; $null -eq $zero.s
#= even 2
#= e : Cannot validate argument on parameter 'n'. odd: 3
#= At line:3 char:57
#= + function e { param([Even()][int]$n) "even $n" }; e 2; e 3
#= +                                                         ~
#=     + CategoryInfo          : InvalidData: (:) [e], ParameterBindingValidationException
#=     + FullyQualifiedErrorId : ParameterArgumentValidationError,e
#= The variable cannot be validated because the value 3 is not a valid value for the held variable.
#= At line:4 char:20
#= + [Even()]$held = 2; $held = 3; $held
#= +                    ~~~~~~~~~
#=     + CategoryInfo          : MetadataError: (:) [], ValidationMetadataException
#=     + FullyQualifiedErrorId : ValidateSetFailure
#= 2
#= 3 6
#= Cannot validate argument on parameter 'n'. 4 is no multiple of 3
#= 5 10
#= ABC
#= DEF
#= red
#= Cannot validate argument on parameter 'c'. The argument "green" does not belong to the set "red,blue" specified by the ValidateSet attribute. Supply an argument that is in the set and then try the command again.
#= class 4
#= property
#= method
#= 0 string a
#= 1 int b
#= 7
#= s
#= h,p
#= p
#= v1
#= v2
#= v3
#= 6
#= True
#= four
#= True
#= False
#= 3
#= 2
#= 1
#= 2
#= 5 6
#= at T, <No file>: line 20
#= at U, <No file>: line 20
#= at <ScriptBlock>, <No file>: line 20
#= no
#= Exception calling ".ctor" with "0" argument(s): "no"
#= ConstructorInvokedThrowException,Microsoft.PowerShell.Commands.NewObjectCommand
#= 00000000-0000-0000-0000-000000000000 1 00:00:00 False
#= True
