# The types of what cmdlets write can be named before a cmdlet wrote any.
[Microsoft.PowerShell.Commands.MatchInfo].Name, [Microsoft.PowerShell.Commands.GroupInfo].Name
1 -is [Microsoft.PowerShell.Commands.GenericMeasureInfo]
[Microsoft.PowerShell.Commands.WriteErrorException].BaseType.FullName

# JSON by method calls: bad text throws, bad names come out as an error.
$problem = $null
[Microsoft.PowerShell.Commands.JsonObject]::ConvertFromJson('{"a":[1,2]}', [ref]$problem).a
$null -eq $problem
[Microsoft.PowerShell.Commands.JsonObject]::ConvertFromJson('{"a":1,"A":2}', [ref]$problem); $problem.FullyQualifiedErrorId
[Microsoft.PowerShell.Commands.JsonObject]::ConvertFromJson('{"a":1,"A":2}', $true, [ref]$problem).Count
[Microsoft.PowerShell.Commands.JsonObject]::ConvertFromJson('{"a":{"b":1}}', $false, 1, [ref]$problem)
$how = [Microsoft.PowerShell.Commands.JsonObject+ConvertToJsonContext]::new(1, $true, $true)
[Microsoft.PowerShell.Commands.JsonObject]::ConvertToJson(@{ a = [consolecolor]::Red }, [ref]$how)
#= MatchInfo
#= GroupInfo
#= False
#= System.SystemException
#= 1
#= 2
#= True
#= KeysWithDifferentCasingInJsonString
#= 2
#= MethodInvocationException: 
#= Line |
#=   12 |  [Microsoft.PowerShell.Commands.JsonObject]::ConvertFromJson('{"a":{"b …
#=      |  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=      | Exception calling "ConvertFromJson" with "4" argument(s): "Conversion from JSON failed with error: The reader's
#=      | MaxDepth of 1 has been exceeded. Path 'a', line 1, position 6."
#= {"a":"Red"}
