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
#= The variable '$nope' cannot be retrieved because it has not been set.
#= At line:8 char:44
#= + Set-StrictMode -Version 1; $x = $x + 1; "a $nope b"; $global:zz + 1
#= +                                            ~~~~~
#=     + CategoryInfo          : InvalidOperation: (nope:String) [], RuntimeException
#=     + FullyQualifiedErrorId : VariableIsUndefined
#= The variable '$global:zz' cannot be retrieved because it has not been set.
#= At line:8 char:54
#= + Set-StrictMode -Version 1; $x = $x + 1; "a $nope b"; $global:zz + 1
#= +                                                      ~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (global:zz:String) [], RuntimeException
#=     + FullyQualifiedErrorId : VariableIsUndefined
#= cast
