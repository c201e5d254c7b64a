# Reflection on script classes.
class Item : IComparable { [int]$A; hidden [string]$H; static [int]$S; [int] m([string]$q) { return 1 } [int] CompareTo([object]$o) { return 0 } }
[Item].GetMethods().Name -join ' '
[Item].Assembly.FullName; [Item].Assembly.IsDynamic; [Item].IsSerializable
[Item].GetInterface('IComparable').FullName; [Item].GetInterface('icomparable'); [Item].GetInterface('icomparable', $true).Name
[Item].GetMethod('m').IsVirtual; [Item].GetFields().Count; [Item].GetTypeInfo().Name
[System.Collections.Generic.List[Item]].FullName
[System.Diagnostics.Tracing.EventSource(Name = 'Mine')] class Source : System.Diagnostics.Tracing.EventSource { }; [Source].GetCustomAttributes($false).GetType().Name; [Source]::new().Name
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
