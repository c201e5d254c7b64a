# A comparison that fails is reported for its object; the others are tested all the same.
$two = [pscustomobject]@{ n = 'abc'; v = 'x' }, [pscustomobject]@{ n = 'abd'; v = 7 }
$two | Where-Object v -lt 8 | ForEach-Object n
foreach ($call in { $two | Where-Object v -gt { 1 } }, { $two | Where-Object n -match '[' }) {
    $Error.Clear()
    & $call 2> $null
    $Error.Count; $Error[0].FullyQualifiedErrorId; $Error[0].Exception.GetType().Name
}
7 | Where-Object -eq 1

# Strict mode reports properties that are not there.
& { Set-StrictMode -Version 2; $two | Where-Object zz -eq 1 }
@{ zz = 1 } | Where-Object zz | ForEach-Object zz

# A method that is named alone and needs arguments is shown; with arguments only methods count.
'abc' | ForEach-Object Substring | ForEach-Object OverloadDefinitions
'abc' | ForEach-Object Substring 1
'abc' | ForEach-Object Length 1
'abc' | ForEach-Object ToUpper x y
$null | ForEach-Object Length
$Error[0].FullyQualifiedErrorId

# Property is no kind of member that can be added: a note may have its name.
'abc' | Add-Member Property c -PassThru | ForEach-Object Property
#= abd
#=
#= n   v
#= -   -
#= abc x
#= 1
#= OperatorFailed,Microsoft.PowerShell.Commands.WhereObjectCommand
#= PSInvalidOperationException
#= 2
#= OperatorFailed,Microsoft.PowerShell.Commands.WhereObjectCommand
#= PSInvalidOperationException
#= Where-Object: 
#= Line |
#=    9 |  7 | Where-Object -eq 1
#=      |      ~~~~~~~~~~~~~~~~~~
#=      | The specified operator requires both the -Property and -Value parameters. Provide values for both parameters,
#=      | and then try the command again. (Parameter 'Value')
#= Where-Object: 
#= Line |
#=   12 |  & { Set-StrictMode -Version 2; $two | Where-Object zz -eq 1 }
#=      |                                        ~~~~~~~~~~~~~~~~~~~~~
#=      | The input name "zz" cannot be resolved to a property. (Parameter 'Property')
#= Where-Object: 
#= Line |
#=   12 |  & { Set-StrictMode -Version 2; $two | Where-Object zz -eq 1 }
#=      |                                        ~~~~~~~~~~~~~~~~~~~~~
#=      | The input name "zz" cannot be resolved to a property. (Parameter 'Property')
#= 1
#= string Substring(int startIndex)
#= string Substring(int startIndex, int length)
#= bc
#= ForEach-Object: 
#= Line |
#=   18 |  'abc' | ForEach-Object Length 1
#=      |          ~~~~~~~~~~~~~~~~~~~~~~~
#=      | The input name "Length" cannot be resolved to a method. (Parameter 'Name')
#= ForEach-Object: 
#= Line |
#=   19 |  'abc' | ForEach-Object ToUpper x y
#=      |          ~~~~~~~~~~~~~~~~~~~~~~~~~~
#=      | Cannot find an overload for "ToUpper" and the argument count: "2".
#= ForEach-Object: 
#= Line |
#=   20 |  $null | ForEach-Object Length
#=      |          ~~~~~~~~~~~~~~~~~~~~~
#=      | The input object cannot be null. (Parameter 'InputObject')
#= InputObjectIsNull,Microsoft.PowerShell.Commands.ForEachObjectCommand
#= c
#=
