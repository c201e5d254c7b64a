# Members that static methods stand behind.
class Code {
    static [string] GetLabel([psobject]$o) { return "label $($o.Name)" }
    static [void] SetLabel([psobject]$o, [string]$v) { $o.Name = $v }
    static [int] Add([psobject]$o, [int]$n) { return $o.Size + $n }
    static [string] Wrong([string]$o) { return $o }
    static [string] Fails([psobject]$o) { throw 'no label' }
}
$o = [pscustomobject]@{ Name = 'a'; Size = 2 }
$o | Add-Member CodeProperty Label ([Code].GetMethod('GetLabel')) ([Code].GetMethod('SetLabel'))
$o | Add-Member CodeMethod Add ([Code].GetMethod('Add'))
$o.Label; $o.Label = 'b'; $o.Label; $o.Name; $o.Add(5); $o | Format-List
$o.psobject.Properties['Label'].MemberType; $o.psobject.Methods['Add'].MemberType
try { $o | Add-Member CodeProperty Bad ([Code].GetMethod('Wrong')) } catch { $_.FullyQualifiedErrorId }
try { $o | Add-Member CodeMethod Bad 5 -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }
try { $o | Add-Member CodeProperty Bad -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }
$o.psobject.Members.Add([System.Management.Automation.PSCodeProperty]::new('Fails', [Code].GetMethod('Fails'))); try { [void]$o.Fails } catch { $_.Exception.Message }; $null -eq $o.Fails
Update-TypeData -TypeName Lab.Coded -MemberType CodeProperty -MemberName Label -Value ([Code].GetMethod('GetLabel'))
Update-TypeData -TypeName Lab.Coded -MemberType CodeMethod -MemberName Add -Value ([Code].GetMethod('Add'))
$p = [pscustomobject]@{ PSTypeName = 'Lab.Coded'; Name = 'q'; Size = 1 }; $p.Label; $p.Add(1)
#= label a
#= label b
#= b
#= 7
#=
#= Name  : b
#= Size  : 2
#= Label : label b
#=
#= CodeProperty
#= CodeMethod
#= CodePropertyGetterFormat,Microsoft.PowerShell.Commands.AddMemberCommand
#= ConvertToFinalInvalidCastException,Microsoft.PowerShell.Commands.AddMemberCommand
#= Value1AndValue2AreNotBothNull,Microsoft.PowerShell.Commands.AddMemberCommand
#= Exception getting "Fails": "no label"
#= GetValueInvocationException: 
#= Line |
#=   17 |  … { [void]$o.Fails } catch { $_.Exception.Message }; $null -eq $o.Fails
#=      |                                                       ~~~~~~~~~~~~~~~~~~
#=      | Exception getting "Fails": "no label"
#= label q
#= 2
