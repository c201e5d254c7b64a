# Values from the pipeline.

function Take { param([Parameter(ValueFromPipeline)][int]$n, [string]$Unit = 'MB') process { "$n $Unit" } }
1, '2' | Take; 3 | Take -Unit GB
#= 1 MB
#= 2 MB
#= 3 GB
'x' | Take
#= Take: The input object cannot be bound to any parameters for the command either because the command does not take pipeline input or the input and its properties do not match any of the parameters that take pipeline input.

# An object that does not fit is reported, the next one goes on.
1, 'x', 3 | Take
#= 1 MB
#= Take: The input object cannot be bound to any parameters for the command either because the command does not take pipeline input or the input and its properties do not match any of the parameters that take pipeline input.
#= 3 MB

# By property name and alias; what an object lacks goes back to its default.
function Named { param([Parameter(ValueFromPipelineByPropertyName)]$Name = 'none', [Parameter(ValueFromPipelineByPropertyName)][Alias('Id')]$Identity) process { "$Name/$Identity" } }
[pscustomobject]@{ Name = 'a'; Id = 1 }, [pscustomobject]@{ Identity = 2 }, [pscustomobject]@{ Name = 'c' } | Named
#= a/1
#= none/2
#= c/
[pscustomobject]@{ Name = 'a'; Id = 1 } | Named -Name fixed
#= fixed/1

# By value comes before by property name, and without conversion before with it.
function Either { param([Parameter(ValueFromPipeline)][string]$Text, [Parameter(ValueFromPipelineByPropertyName)][int]$Length) process { "$Text/$Length" } }
'four' | Either
#= four/4
function Two { param([Parameter(ValueFromPipeline)][int]$i, [Parameter(ValueFromPipeline)][string]$s) process { "i=$i s=$s" } }
5, 'x' | Two
#= i=5 s=5
#= i=0 s=x

# The set is chosen for each object.
function BySet {
    [CmdletBinding(DefaultParameterSetName = 'S')]
    param([Parameter(ValueFromPipeline, ParameterSetName = 'I')][int]$I, [Parameter(ValueFromPipeline, ParameterSetName = 'S')][string]$S)
    process { "$($PSCmdlet.ParameterSetName):$I$S" }
}
5, 'x', 6 | BySet
#= I:5
#= S:0x
#= I:6

# A script block for a parameter of another type waits for the objects.
function Tagged { param([Parameter(ValueFromPipelineByPropertyName)][string]$Tag) process { "tag=$Tag" } }
1, 2 | Tagged -Tag { "v$_" }
#= tag=v1
#= tag=v2
Tagged -Tag { 'x' }
#= Tagged: Cannot evaluate parameter 'Tag' because its argument is specified as a script block and there is no input. A script block cannot be evaluated without input.
1 | Tagged -Tag { }
#= Tagged: Cannot evaluate parameter 'Tag' because the argument input did not produce any output.

# An advanced function without parameters for it refuses pipeline input; a plain one collects it.
function Deaf { [CmdletBinding()] param($a) process { 'ran' } }
1 | Deaf
#= Deaf: The input object cannot be bound to any parameters for the command either because the command does not take pipeline input or the input and its properties do not match any of the parameters that take pipeline input.
function Collects { "$input" }
1, 2 | Collects
#= 1 2

# Mandatory parameters may come with the objects.
function Needs { param([Parameter(Mandatory, ValueFromPipeline)]$a, [Parameter(ValueFromPipelineByPropertyName, Mandatory)]$Length) process { "$a/$Length" } }
'abc' | Needs
#= abc/3
1, 'abc' | Needs
#= Needs: The input object cannot be bound because it did not contain the information required to bind all mandatory parameters:  Length
#= abc/3
