# Script blocks as pipelines: GetPowerShell, GetSteppablePipeline, Invoke.
{ Get-Date }.GetPowerShell().Commands.Commands[0].CommandText
{ param($year, $format = 'yyyy') Get-Date -Year $year -Format $format }.GetPowerShell(2020).Invoke()
$more = @{ Year = 2021 }; { param($more) Get-Date @more -Format yyyy }.GetPowerShell($more).Invoke()
{ Get-Date -Year (2000 + 3) -Format yyyy }.GetPowerShell($true).Invoke()
foreach ($block in { 1 + 1 }, { foreach ($i in 1) { } }, { Get-Date; Get-Date }, { Get-Date | ForEach-Object { $_ } }, { Get-Date $x }, { }, { . Get-Date }, { Get-Date (1 + 1) }, { begin { } }) { try { $block.GetPowerShell() } catch { "$($_.FullyQualifiedErrorId): $($_.Exception.InnerException.ErrorRecord.FullyQualifiedErrorId)" } }
{ begin { 1 } }.GetSteppablePipeline()
{ begin { 1 } process { 2 } }.Invoke()
1 | ForEach-Object { begin { 'b' } process { $_ } }
{ process { 'one clause' } }.Invoke(); 1, 2 | & { begin { 'b' } process { $_ } }
{ foo }.InvokeWithContext(@{ foo = 'text' }, $null)
[System.Management.Automation.CommandMetadata](Get-Command Get-Random) | Select-Object Name, ConfirmImpact
[System.Management.Automation.ProxyCommand]::GetBegin($null)
[System.Management.Automation.ProxyCommand]::GetDynamicParam((Get-Command Get-Random))
[System.Management.Automation.ProxyCommand]::GetDynamicParam((Get-Command New-Item)).Contains('RuntimeDefinedParameterDictionary')
#= Get-Date
#= 2020
#= 2021
#= 2003
#= ScriptBlockToPowerShellNotSupportedException: CantConvertPipelineStartsWithExpression
#= ScriptBlockToPowerShellNotSupportedException: CanOnlyConvertOnePipeline
#= ScriptBlockToPowerShellNotSupportedException: CanOnlyConvertOnePipeline
#= ScriptBlockToPowerShellNotSupportedException: CantConvertWithScriptBlocks
#= ScriptBlockToPowerShellNotSupportedException: CantConvertWithUndeclaredVariables
#= ScriptBlockToPowerShellNotSupportedException: CantConvertEmptyPipeline
#= ScriptBlockToPowerShellNotSupportedException: CantConvertWithDotSourcing
#= ScriptBlockToPowerShellNotSupportedException: CantConvertWithDynamicExpression
#= ScriptBlockToPowerShellNotSupportedException: CanConvertOneClauseOnly
#= Exception calling "GetSteppablePipeline" with "0" argument(s): "Only a script block that contains exactly one clause can be converted. Expressions or control structures are not permitted. Verify that the script block contains exactly one pipeline or command."
#= At line:7 char:1
#= + { begin { 1 } }.GetSteppablePipeline()
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [], MethodInvocationException
#=     + FullyQualifiedErrorId : PSInvalidOperationException
#= Exception calling "Invoke" with "0" argument(s): "The script block cannot be invoked because it contains more than one clause. The Invoke() method can only be used on script blocks containing a single clause."
#= At line:8 char:1
#= + { begin { 1 } process { 2 } }.Invoke()
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [], MethodInvocationException
#=     + FullyQualifiedErrorId : PSInvalidOperationException
#= ForEach-Object : The script block cannot be invoked because it contains more than one clause. The Invoke() method can only be used on script blocks containing a single clause.
#= At line:9 char:5
#= + 1 | ForEach-Object { begin { 'b' } process { $_ } }
#= +     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (:) [ForEach-Object], PSInvalidOperationException
#=     + FullyQualifiedErrorId : InvalidOperation,Microsoft.PowerShell.Commands.ForEachObjectCommand
#= one clause
#= b
#= 1
#= 2
#= Exception calling "InvokeWithContext" with "2" argument(s): "A function in the function definition dictionary 'foo' has no script block for a body."
#= At line:11 char:1
#= + { foo }.InvokeWithContext(@{ foo = 'text' }, $null)
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [], MethodInvocationException
#=     + FullyQualifiedErrorId : PSInvalidOperationException
#=
#= Name                                    ConfirmImpact
#= ----                                    -------------
#= Microsoft.PowerShell.Utility\Get-Random Medium
#= Exception calling "GetBegin" with "1" argument(s): "Cannot process argument because the value of argument "commandMetadata" is null. Change the value of argument "commandMetadata" to a non-null value."
#= At line:13 char:1
#= + [System.Management.Automation.ProxyCommand]::GetBegin($null)
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [], MethodInvocationException
#=     + FullyQualifiedErrorId : ArgumentNullException
#=
#= True
#=
