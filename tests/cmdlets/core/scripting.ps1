# Running text and blocks; strictness; history.

$x = 1; Invoke-Expression '$x = 5; $x + 1'; $x
#= 6
#= 5
Invoke-Command { "$args" } -ArgumentList 1, 2; 1, 2 | Invoke-Command { "$input" }
#= 1 2
#= 1 2
Invoke-Command -ComputerName EX01 { 1 }
#= 1
& { Set-StrictMode -Version Latest; try { $nothing } catch { $_.FullyQualifiedErrorId } }; $nothing; 'off'
#= VariableIsUndefined
#= off
function shout { param($word) $word.ToUpper() }
shout first
#= FIRST
Set-PSDebug -Trace 1; if ($x -eq 5) { $x }; Set-PSDebug -Off
#= DEBUG:    1+ Set-PSDebug -Trace 1; if ( >>>> $x -eq 5) { $x }; Set-PSDebug -Off
#= DEBUG:    1+ Set-PSDebug -Trace 1; if ($x -eq 5) {  >>>> $x }; Set-PSDebug -Off
#= 5
#= DEBUG:    1+ Set-PSDebug -Trace 1; if ($x -eq 5) { $x };  >>>> Set-PSDebug -Off
Set-PSDebug -Trace 2; $x = shout again; Set-PSDebug -Off; $x
#= DEBUG:    1+ Set-PSDebug -Trace 2;  >>>> $x = shout again; Set-PSDebug -Off; $x
#= DEBUG:     ! CALL function 'shout'
#= DEBUG:    1+ function shout { param($word)  >>>> $word.ToUpper() }
#= DEBUG:     ! SET $x = 'AGAIN'.
#= DEBUG:    1+ Set-PSDebug -Trace 2; $x = shout again;  >>>> Set-PSDebug -Off; $x
#= AGAIN
Set-PSDebug -Step
#= Set-PSDebug: Set-PSDebug: stepping is not emulated.
Debug-Job 1
#= Debug-Job: Debug-Job is not emulated. A job has ended when it can be looked at.
Add-History ([pscustomobject]@{ CommandLine = '1 + 1' }); (Get-History).CommandLine; Get-History 9
#= 1 + 1
#= Get-History: Cannot locate the history for Id 9.
Invoke-History 1; Clear-History; (Get-History).Count
#= 1 + 1
#= 2
#= 0
