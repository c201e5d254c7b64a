# Splatting, and parameters' default values.

function Show { param($a, $b = 'none', [switch]$s) "$a|$b|$s|$args" }
$p = @{ a = 1; b = 2; s = $true }
Show @p; Show @p -a 9; Show -a 9 @p
#= 1|2|True|
#= 9|2|True|
#= 9|2|True|
$list = 1, 2, 3
Show @list
#= 1|2|False|3

# @args passes names on, and @PSBoundParameters what was given.
function Outer { Show @args }
Outer -b 5 1; Outer -s x
#= 1|5|False|
#= x|none|True|
function Outer2 { param($a, $b) Show @PSBoundParameters }
Outer2 -a 3
#= 3|none|False|

# Defaults are evaluated at each call, in order.
function Def { param($a = 5, $b = "x$a", [int]$c = '7') "$a $b $c" }
Def; Def 1
#= 5 x5 7
#= 1 x1 7

# $PSDefaultParameterValues: names, patterns, script blocks; only advanced commands look.
function Get-Thing { [CmdletBinding()] param($Size, $Name) "$Size|$Name" }
$PSDefaultParameterValues = @{ 'Get-Thing:Size' = 42; 'Get-T*:Name' = { 2 + 1 } }
Get-Thing; Get-Thing -Size 1
#= 42|3
#= 1|3
$PSDefaultParameterValues['Disabled'] = $true; Get-Thing
#= |
$PSDefaultParameterValues.Clear()
