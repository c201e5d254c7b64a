# What commands know of their call, and what the session is told to do at each look-up.
function who { $MyInvocation.InvocationName }; who; & who; . who; Set-Alias me who; me
$ExecutionContext.InvokeCommand.CommandNotFoundAction = { param($name, $event) $event.CommandScriptBlock = { "instead of ${name}: $args" }.GetNewClosure() }; nosuch a b
$ExecutionContext.InvokeCommand.CommandNotFoundAction = $null; try { nosuch } catch { $_.FullyQualifiedErrorId }
$ExecutionContext.InvokeCommand.PreCommandLookupAction = { param($name, $event) if ($name -eq 'zorg') { $event.CommandScriptBlock = { 'before' } } }; zorg; $ExecutionContext.InvokeCommand.PreCommandLookupAction = $null
function page { [CmdletBinding(SupportsPaging)]param() $p = $PSCmdlet.PagingParameters; "$($p.First) $($p.Skip) $($p.IncludeTotalCount)"; "$($p.NewTotalCount(5, 1.0))"; "$($p.NewTotalCount(5, 0.5))"; "$($p.NewTotalCount(5, 0))" }; page; page -First 3 -Skip 1 -IncludeTotalCount
function g { [CmdletBinding()]param() 1..2 }; g -PipelineVariable q | ForEach-Object { "q=$q" }; $null -eq $q
function inner($x, [switch]$s) { "$x|$s|$args" }; function outer { inner @args }; outer 1 -s; outer -s:$false 2 3
{ ff; $vv }.InvokeWithContext(@{ ff = { 'function' } }, [psvariable]::new('vv', 7)); try { ff } catch { $_.FullyQualifiedErrorId }
function k { [CmdletBinding()]param() $PSCmdlet.CommandRuntime.GetType().Name; "$($PSCmdlet.CommandRuntime)" }; k
#= who
#= &
#= .
#= me
#= instead of nosuch: a b
#= CommandNotFoundException
#= before
#= 18446744073709551615 0 False
#= Total count: 5
#= Estimated total count: 5
#= Unknown total count
#= 3 1 True
#= Total count: 5
#= Estimated total count: 5
#= Unknown total count
#= q=1
#= q=2
#= True
#= 1|True|
#= 2|False|3
#= function
#= 7
#= CommandNotFoundException
#= MshCommandRuntime
#= k
# A call through & runs the block that it was given, also where an argument calls another block of the same code.
function New-Block($n) { { param($x) $n }.GetNewClosure() }; $one = New-Block 1; $two = New-Block 2
function Use-Block($block, $depth) { & $block $(if ($depth) { Use-Block $two 0 }) }; Use-Block $one 1
#= 1
Set-Alias RoundA RoundB; Set-Alias RoundB RoundA; try { RoundA } catch { $_.FullyQualifiedErrorId }; Set-Alias RoundC NoSuch; try { RoundC } catch { $_.FullyQualifiedErrorId }
#= CommandNotFoundException
#= AliasNotResolvedException
[System.Management.Automation.Cmdlet]::CommonParameters.Contains('Verbose'); [System.Management.Automation.Cmdlet]::OptionalCommonParameters -join ' '
#= True
#= Confirm UseTransaction WhatIf
foreach ($text in 'if (1) {', '1 +* 2') { try { [powershell]::Create().AddScript($text).Invoke() } catch { $_.Exception.InnerException.GetType().Name } }
#= IncompleteParseException
#= ParseException
# What `&` and `.` cannot call.
foreach ($call in { & '' }, { . $null }, { & @('a', 'b') }, { & 5 }) { try { & $call } catch { $_.FullyQualifiedErrorId; $_.Exception.Message.Split('.')[0] } }
Register-ArgumentCompleter -ScriptBlock { }; 'registered'
#= BadExpression
#= The expression after '&' in a pipeline element produced an object that was not valid
#= BadExpression
#= The expression after '
#= BadExpression
#= The expression after '&' in a pipeline element produced an object that was not valid
#= CommandNotFoundException
#= The term '5' is not recognized as a name of a cmdlet, function, script file, or executable program
#= registered
