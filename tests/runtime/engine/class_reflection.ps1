# Reflection on script classes.
class Item : IComparable { [int]$A; hidden [string]$H; static [int]$S; [int] m([string]$q) { return 1 } [int] CompareTo([object]$o) { return 0 } }
[Item].GetMethods().Name -join ' '
[Item].Assembly.FullName; [Item].Assembly.IsDynamic; [Item].IsSerializable
[Item].GetInterface('IComparable').FullName; [Item].GetInterface('icomparable'); [Item].GetInterface('icomparable', $true).Name
[Item].GetMethod('m').IsVirtual; [Item].GetFields().Count; [Item].GetTypeInfo().Name
[System.Collections.Generic.List[Item]].FullName
[System.Diagnostics.Tracing.EventSource(Name = 'Mine')] class Source : System.Diagnostics.Tracing.EventSource { }; [Source].GetCustomAttributes($false).GetType().Name; [Source]::new().Name
[Item].GetMethod('m') -is [System.Reflection.MethodInfo]; [Item].GetProperty('A') -is [System.Reflection.PropertyInfo]
class Two { [int]$V; Two([int]$a) { $this.V = $a } Two([string]$b, [int]$c) { $this.V = $c } [int] m([int]$q) { return 1 } [string] m([string]$q) { return '' } }
[Two].GetConstructor([type[]]@([int])).Invoke(@(5)).V; [Two].GetConstructor(@([string], [int])).GetParameters().Name -join ' '; [Two].GetMethod('m', [type[]]@([string])).ReturnType.Name; $null -eq [Two].GetConstructor(@([guid]))
class Plain : System.Exception { }; [Plain]::new().Message
#= get_A set_A get_H set_H get_S set_S m CompareTo GetType ToString Equals GetHashCode
#= PowerShell Class Assembly, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null
#= True
#= False
#= System.IComparable
#= IComparable
#= True
#= 0
#= Item
#= System.Collections.Generic.List`1[[Item, PowerShell Class Assembly, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null]]
#= Object[]
#= Mine
#= True
#= True
#= 5
#= b c
#= String
#= True
#= Exception of type 'Plain' was thrown.
