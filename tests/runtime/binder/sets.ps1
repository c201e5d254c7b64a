# Parameter sets.

function Pick {
    [CmdletBinding(DefaultParameterSetName = 'A')]
    param([Parameter(ParameterSetName = 'A')]$x, [Parameter(ParameterSetName = 'B', Mandatory)]$y, [Parameter(ParameterSetName = 'C', Mandatory)]$z, $All)
    $PSCmdlet.ParameterSetName
}
Pick; Pick -x 1; Pick -y 1; Pick -z 1 -All 2
#= A
#= A
#= B
#= C
Pick -x 1 -y 2
#= Pick: Parameter set cannot be resolved using the specified named parameters. One or more parameters issued cannot be used together or an insufficient number of parameters were provided.

# A parameter in two sets leaves the choice open; without a default set that is an error, unless mandatory parameters decide.
function Open { param([Parameter(ParameterSetName = 'A')][Parameter(ParameterSetName = 'B')]$Both, [Parameter(ParameterSetName = 'A')]$a, [Parameter(ParameterSetName = 'B')]$b) $PSCmdlet.ParameterSetName }
Open -Both 1
#= Open: Parameter set cannot be resolved using the specified named parameters. One or more parameters issued cannot be used together or an insufficient number of parameters were provided.
Open -Both 1 -b 2
#= B
function ByNeed { param([Parameter(ParameterSetName = 'A', Mandatory)]$a, [Parameter(ParameterSetName = 'B')]$b, $Both) $PSCmdlet.ParameterSetName }
ByNeed -Both 1
#= B

# Without sets the name is that of all sets.
function NoSets { [CmdletBinding()] param($a) $PSCmdlet.ParameterSetName }
NoSets 1
#= __AllParameterSets
