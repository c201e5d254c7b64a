# Dynamic parameters that fail or come of a class, too many sets, what attributes say.
function Fail { [CmdletBinding()] param() dynamicparam { throw 'no list' } process { } }; try { Fail } catch { $_.FullyQualifiedErrorId; $_.Exception.Message; $_.Exception.InnerException.Message }
class Chosen { [Parameter(ParameterSetName = 'one')] [string] $Server; [int] $Port }
function Choose { [CmdletBinding()] param() dynamicparam { $script:chosen = [Chosen]::new(); $script:chosen } process { "$($PSBoundParameters['Server']) $($script:chosen.Server)" } }; Choose -Server ex01; try { Choose -Port 25 } catch { $_.FullyQualifiedErrorId }
$sets = 1..33 | ForEach-Object { "[Parameter(ParameterSetName = 's$_')] `$p$_" }; Invoke-Expression "function Many { param($($sets -join ',')) }"; try { Many -p1 1 } catch { $_.FullyQualifiedErrorId }
function Maybe { param([Nullable[bool]] $Value) "[$Value]" }; Maybe 1; Maybe $null; try { Maybe 'x' } catch { $_.Exception.Message }
function Described { [CmdletBinding(HelpUri = 'http://lab/help', ConfirmImpact = 'Low')] [OutputType([int])] [Alias('dsc')] param() }
$info = Get-Command Described; $info.HelpUri; $info.ScriptBlock.Attributes | ForEach-Object { $_.GetType().Name }; $info.ScriptBlock.Attributes[0].ConfirmImpact; ($info | Get-Member HelpUri).MemberType; (Get-Command Get-Date).Namespace
function Odd { [CmdletBinding(ConfirmImpact = 'Huge')] param() }; try { Odd } catch { $_.FullyQualifiedErrorId }
# The runspaces that scripts hold.
$made = [runspacefactory]::CreateRunspace(); $made.Name = 'mine'; (Get-Runspace).Name; (Get-Runspace mi*).Name; (Get-Runspace -Id 1).RunspaceAvailability; (Get-Runspace -InstanceId $made.InstanceId).Name
#= GetDynamicParametersException,Fail
#= Cannot retrieve the dynamic parameters for the cmdlet. no list
#= no list
#= ex01 ex01
#= NamedParameterNotFound,Choose
#= ParsingTooManyParameterSets
#= [True]
#= []
#= Cannot process argument transformation on parameter 'Value'. Cannot convert value "System.String" to type "System.Nullable`1[System.Boolean]". Boolean parameters accept only Boolean values and numbers, such as $True, $False, 1 or 0.
#= http://lab/help
#= CmdletBindingAttribute
#= OutputTypeAttribute
#= AliasAttribute
#= Low
#= ScriptProperty
#= Microsoft.PowerShell.Utility
#= ExceptionWhenSetting
#= Runspace1
#= mine
#= mine
#= Busy
#= mine
