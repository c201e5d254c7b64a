# The session's preference variables have types; a function's own have none.
$ErrorActionPreference = 'stop'; "$ErrorActionPreference"; $ErrorActionPreference.GetType().Name; $ErrorActionPreference = 'Continue'
$VerbosePreference = 'Nope'; $VerbosePreference
function f { $WarningPreference = 'Nope'; $WarningPreference }; f
$ErrorActionPreference = 'Suspend'; $ErrorActionPreference
Set-Variable ConfirmPreference low; $ConfirmPreference; $ConfirmPreference = 'High'
Get-Item /nowhere -ErrorAction Suspend
Set-StrictMode -Version 1; $x = $x + 1; "a $nope b"; $global:zz + 1
Set-StrictMode -Off
try { [int]'x' } catch [System.FormatException] { 'format' } catch [System.InvalidCastException] { 'cast' }
#= Stop
#= ActionPreference
#= Cannot convert value "Nope" to type "System.Management.Automation.ActionPreference". Error: "Unable to match the identifier name Nope to a valid enumerator name. Specify one of the following enumerator names and try again:
#= SilentlyContinue, Stop, Continue, Inquire, Ignore, Suspend, Break"
#= At line:3 char:1
#= + $VerbosePreference = 'Nope'; $VerbosePreference
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : MetadataError: (:) [], ArgumentTransformationMetadataException
#=     + FullyQualifiedErrorId : RuntimeException
#= SilentlyContinue
#= Nope
#= The value Suspend is not supported for an ActionPreference variable. The provided value should be used only as a value for a preference parameter, and has been replaced by the default value. For more information, see the Help topic, "about_Preference_Variables."
#= At line:5 char:1
#= + $ErrorActionPreference = 'Suspend'; $ErrorActionPreference
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : MetadataError: (:) [], ArgumentTransformationMetadataException
#=     + FullyQualifiedErrorId : RuntimeException
#= Continue
#= Low
#= Get-Item : Cannot bind parameter 'ErrorAction' to the target. Exception setting "ErrorAction": "The Suspend value is reserved for future use."
#= At line:7 char:1
#= + Get-Item /nowhere -ErrorAction Suspend
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : WriteError: (:) [Get-Item], ParameterBindingException
#=     + FullyQualifiedErrorId : ParameterBindingFailed,Microsoft.PowerShell.Commands.GetItemCommand
#= The variable '$x' cannot be retrieved because it has not been set.
#= At line:8 char:33
#= + Set-StrictMode -Version 1; $x = $x + 1; "a $nope b"; $global:zz + 1
#= +                                 ~~
#=     + CategoryInfo          : InvalidOperation: (x:String) [], RuntimeException
#=     + FullyQualifiedErrorId : VariableIsUndefined
#= a  b
#= The variable '$global:zz' cannot be retrieved because it has not been set.
#= At line:8 char:54
#= + Set-StrictMode -Version 1; $x = $x + 1; "a $nope b"; $global:zz + 1
#= +                                                      ~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (global:zz:String) [], RuntimeException
#=     + FullyQualifiedErrorId : VariableIsUndefined
#= cast
foreach ($each in 'ErrorAction', 'Warning', 'Verbose', 'Debug', 'Information', 'Progress') { & { Set-Variable "${each}Preference" Suspend; $command = "Write-$($each -replace 'Action')"; try { & $command x } catch { "$command $($_.FullyQualifiedErrorId): $_" } } }
#= Write-Error System.NotSupportedException,Microsoft.PowerShell.Commands.WriteErrorCommand: The Suspend value is reserved for future use.
#= Write-Warning System.NotSupportedException,Microsoft.PowerShell.Commands.WriteWarningCommand: The Suspend value is reserved for future use.
#= Write-Verbose System.NotSupportedException,Microsoft.PowerShell.Commands.WriteVerboseCommand: The Suspend value is reserved for future use.
#= Write-Debug System.NotSupportedException,Microsoft.PowerShell.Commands.WriteDebugCommand: The Suspend value is reserved for future use.
#= Write-Information System.NotSupportedException,Microsoft.PowerShell.Commands.WriteInformationCommand: The Suspend value is reserved for future use.
#= Write-Progress System.NotSupportedException,Microsoft.PowerShell.Commands.WriteProgressCommand: The Suspend value is reserved for future use.
try { Set-Variable WarningPreference -Scope Global ([System.Management.Automation.ActionPreference]::Suspend) } catch { "caught $($_.FullyQualifiedErrorId)" }; $WarningPreference
#= caught RuntimeException,Microsoft.PowerShell.Commands.SetVariableCommand
#= Continue
foreach ($wrong in $null, 'Suspend') { $with = @{ ErrorAction = $wrong }; try { Get-Date @with } catch { $inner = $_.Exception.InnerException; "$($inner.GetType().Name) of $($inner.InnerException.GetType().Name)" } }
#= SetValueInvocationException of PSInvalidCastException
#= SetValueInvocationException of NotSupportedException
& { $VerbosePreference = 'nonsense'; $WarningPreference = 'nonsense'; Write-Verbose v; Write-Warning w }
#= WARNING: w
Remove-Variable VerbosePreference, DebugPreference, WarningPreference, InformationPreference, ErrorActionPreference, ProgressPreference, ConfirmPreference, WhatIfPreference -Force
Write-Verbose v; Write-Debug d; Write-Warning w; Write-Information i; Write-Error e; 'end'
#= WARNING: w
#= Remove-Variable VerbosePreference, DebugPreference, WarningPreference, InformationPreference, ErrorActionPreference, ProgressPreference, ConfirmPreference, WhatIfPreference -Force
#= Write-Verbose v; Write-Debug d; Write-Warning w; Write-Information i; Write-Error e; 'end' : e
#=     + CategoryInfo          : NotSpecified: (:) [Write-Error], WriteErrorException
#=     + FullyQualifiedErrorId : Microsoft.PowerShell.Commands.WriteErrorException
#= end
function Ask { [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'Medium')] param() if ($PSCmdlet.ShouldProcess('it')) { 'did' } }; Ask
#= did
$VerbosePreference = 'Continue'; Write-Verbose v
#= VERBOSE: v
