# From arguments to values.

function Typed { param([int]$n, [string]$s, [bool]$b, [int[]]$list, [switch]$f) "$n|$s|$b|$($list -join ',')|$f" }
Typed; Typed '7' 5 1 '3'; Typed -list 1, '2' -b $true -f
#= 0||False||False
#= 7|5|True|3|False
#= 0||True|1,2|True
Typed x
#= Typed: Cannot process argument transformation on parameter 'n'. Cannot convert value "x" to type "System.Int32". Error: "The input string 'x' was not in a correct format."
Typed -b 'true'
#= Typed: Cannot process argument transformation on parameter 'b'. Cannot convert value "System.String" to type "System.Boolean". Boolean parameters accept only Boolean values and numbers, such as $True, $False, 1 or 0.
Typed -list 1, 'x'
#= Typed: Cannot process argument transformation on parameter 'list'. Cannot convert value "x" to type "System.Int32". Error: "The input string 'x' was not in a correct format."

# Numbers keep their spelling for strings.
function Text { param([string]$s) $s }
Text 1.50; Text 0x10; Text 1kb; Text -5
#= 1.50
#= 0x10
#= 1kb
#= -5

# An advanced function makes no text of an array.
Text 1, 2
#= 1 2
function Strict { [CmdletBinding()] param([string]$s) $s }
Strict 1, 2
#= Strict: Cannot process argument transformation on parameter 's'. Cannot convert value to type System.String.

# A cmdlet's own rules.
Get-Random -Maximum 5 -Count x
#= Get-Random: Cannot bind parameter 'Count'. Cannot convert value "x" to type "System.Int32". Error: "The input string 'x' was not in a correct format."
Write-Warning 1, 2
#= Write-Warning: Cannot convert 'System.Object[]' to the type 'System.String' required by parameter 'Message'. Specified method is not supported.

# The type stays with the variable.
function Keeps { param([int]$n) $n = '7'; $n.GetType().Name; try { $n = 'x' } catch { "$_" } }
Keeps 1
#= Int32
#= Cannot convert value "x" to type "System.Int32". Error: "The input string 'x' was not in a correct format."

# A cast, and a script's parameter, read a date the same way in every culture; a cmdlet's parameter reads it as the culture writes it.
[cultureinfo]::CurrentCulture = 'de-DE'; ([datetime] '1/2/2020').Month, ('1/2/2020' -as [datetime]).Month, (& { param([datetime] $Of) $Of } '1/2/2020').Month, ([dateonly] '1/2/2020').Month, (Get-Date -Date '1/2/2020').Month, [datetime]::Parse('1/2/2020').Month
#= 1
#= 1
#= 1
#= 1
#= 2
#= 2
