# -OutVariable and its kin: scopes, checks, blocks that a cmdlet runs.
function Collect-Inner { [CmdletBinding()] param() 'in' }
function Collect-Outer { [CmdletBinding()] param() 'out'; Collect-Inner -OutVariable script:inner }
$null = Collect-Outer -OutVariable outer; "$outer | $inner"
$null = 1, 2 | Write-Output -OutVariable +global:inner; "$inner"
try { Get-Date -OutVariable env:x } catch { $_.FullyQualifiedErrorId }
try { Get-Date -OutBuffer -1 } catch { $_.Exception.Message }
1..2 | ForEach-Object { Write-Error "e$_" } -ErrorVariable each 2>$null; "$each"
Invoke-Expression 'Write-Warning w; Get-Item nowhere' -WarningVariable warned -ErrorVariable failed 3>$null 2>$null; "$warned, $($failed.Count)"
Invoke-Command { Write-Information i } -InformationVariable told; "$told"
try { 1 | ForEach-Object { throw 'bad' } -ErrorVariable thrown } catch { $thrown.Count }
#= out in | in
#= in 1 2
#= ParameterArgumentValidationError,Microsoft.PowerShell.Commands.GetDateCommand
#= Cannot validate argument on parameter 'OutBuffer'. The -1 argument is less than the minimum allowed range of 0. Supply an argument that is greater than or equal to 0 and then try the command again.
#= e1 e2
#= w, 1
#= i
#= 1
