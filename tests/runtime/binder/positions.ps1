# Arguments without names.

function Plain { param($a, [switch]$s, $b) "$a|$b|$s|$args" }
Plain 1 2; Plain 1 2 3; Plain -b 1 2; Plain 1 -s 2
#= 1|2|False|
#= 1|2|False|3
#= 2|1|False|
#= 1|2|True|
Plain(1, 2); Plain (1) (2); Plain 1, 2 3
#= 1 2||False|
#= 1|2|False|
#= 1 2|3|False|

# A position of one parameter takes those of the others away.
function One { param($a, [Parameter(Position = 0)]$b) "$a|$b" }
One 1
#= |1
One 1 2
#= One: A positional parameter cannot be found that accepts argument '2'.
function NotByPosition { [CmdletBinding(PositionalBinding = $false)] param($a) "$a" }
NotByPosition 1
#= NotByPosition: A positional parameter cannot be found that accepts argument '1'.

# What is left over.
function Rest { param($first, [Parameter(ValueFromRemainingArguments)]$rest) "$first|$($rest -join ',')|$($rest.Count)" }
Rest 1 2 3; Rest 1; Rest 1 (2, 3); Rest 1 -Unknown 2
#= 1|2,3|2
#= 1||0
#= 1|2,3|2
#= 1|-Unknown,2|2
function Numbers { param([Parameter(ValueFromRemainingArguments)][int[]]$n) ($n | Measure-Object -Sum).Sum }
Numbers 1 2 3
#= 6

# The first set whose type fits without conversion takes the argument.
function BySet {
    [CmdletBinding(DefaultParameterSetName = 'Text')]
    param([Parameter(Position = 0, ParameterSetName = 'Text')][string]$Text, [Parameter(Position = 0, ParameterSetName = 'Number')][int]$Number)
    "$($PSCmdlet.ParameterSetName): $Text$Number"
}
BySet a; BySet 5; BySet -Number 6
#= Text: a0
#= Number: 5
#= Number: 6
