# Common parameters.

function Talk { [CmdletBinding()] param() Write-Verbose 'v'; Write-Warning 'w'; Write-Error 'e'; Write-Information 'i'; 'out' }
Talk -Verbose -WarningAction SilentlyContinue -ErrorAction SilentlyContinue -InformationAction Continue
#= VERBOSE: v
#= i
#= out
Talk -ErrorVariable e -WarningVariable w -InformationVariable i -OutVariable o -ErrorAction SilentlyContinue -WarningAction SilentlyContinue
#= out
"$e|$w|$i|$o"
#= e|w|i|out
Write-Output 1, 2 -OutVariable +o | Out-Null; $o.Count
#= 3
try { Talk -ErrorAction Stop 3> $null } catch { "caught $_" }
#= caught e

# -PipelineVariable keeps the object of an earlier command.
1..2 | Write-Output -PipelineVariable n | ForEach-Object { 'a', 'b' } | ForEach-Object { "$n$_" }
#= 1a
#= 1b
#= 2a
#= 2b

# Only commands that support it know -WhatIf.
Talk -WhatIf
#= Talk: A parameter cannot be found that matches parameter name 'WhatIf'.
function Set-It { [CmdletBinding(SupportsShouldProcess)] param($n) if ($PSCmdlet.ShouldProcess($n, 'Change')) { "set $n" } }
Set-It x; Set-It x -WhatIf; Set-It x -Verbose
#= set x
#= What if: Performing the operation "Change" on target "x".
#= VERBOSE: Performing the operation "Change" on target "x".
#= set x

# -WhatIf reaches the commands inside.
function Outer { [CmdletBinding(SupportsShouldProcess)] param() Set-It inner }
Outer -WhatIf
#= What if: Performing the operation "Change" on target "inner".
