<# Retrying, logging, deferred blocks: helpers that run blocks of whoever calls. #>
$script:log = [System.Collections.Generic.List[string]]::new()
$script:depth = 0

function Write-Log { [CmdletBinding()] param([Parameter(Mandatory)] [string] $Message) $script:log.Add(('  ' * $script:depth) + $Message) }
function Get-Log { $script:log; $script:log.Clear() }

function Measure-Step {
    [CmdletBinding()] param([Parameter(Mandatory, Position = 0)] [string] $Name, [Parameter(Mandatory, Position = 1)] [scriptblock] $Body)
    Write-Log "begin $Name"
    $script:depth++
    try { . $Body } catch { Write-Log "error $_"; $PSCmdlet.ThrowTerminatingError($_) } finally { $script:depth--; Write-Log "end $Name" }
}

function Invoke-Retry {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory, Position = 0, ValueFromPipeline)] [scriptblock] $Action,
        [ValidateRange(1, 10)] [int] $Times = 3,
        [scriptblock] $If = { $true },
        [scriptblock] $OnRetry
    )
    process {
        for ($attempt = 1; ; $attempt++) {
            try {
                Write-Verbose "attempt $attempt"
                return & $Action $attempt
            } catch {
                $failure = $_
                if ($attempt -ge $Times -or -not ($failure | ForEach-Object $If)) { $PSCmdlet.ThrowTerminatingError($failure) }
                Write-Log "attempt $attempt failed: $failure"
                if ($OnRetry) { . $OnRetry $attempt }
            }
        }
    }
}

# Runs a block with deferred ones: Defer notes a block, the newest runs first at the end, whatever happened.
function Use-Deferred {
    [CmdletBinding()] param([Parameter(Mandatory)] [scriptblock] $Body)
    $deferred = [System.Collections.Generic.Stack[scriptblock]]::new()
    function Note { param($Block) $deferred.Push($Block) }
    try { & $Body } finally { foreach ($each in $deferred) { . $each } }
}
# The function `Note` is seen from here, because Use-Deferred is in progress when a block calls this.
function Defer { param([Parameter(Mandatory)] [scriptblock] $Block) Note $Block }

# Sets variables of whoever calls, for as long as a block runs.
function Use-Variable {
    [CmdletBinding()] param([Parameter(Mandatory)] [hashtable] $Values, [Parameter(Mandatory)] [scriptblock] $Body)
    $state = $PSCmdlet.SessionState
    $before = @{}
    foreach ($name in $Values.Keys) { $before[$name] = $state.PSVariable.GetValue($name); $state.PSVariable.Set($name, $Values[$name]) }
    try { & $Body } finally { foreach ($name in $before.Keys) { $state.PSVariable.Set($name, $before[$name]) } }
}

function Use-CallerPreference {
    [CmdletBinding()] param()
    $ErrorActionPreference = $PSCmdlet.GetVariableValue('ErrorActionPreference')
    Write-Error 'a problem'
    'went on'
}

# Runs blocks later.
$script:later = [System.Collections.Generic.List[object]]::new()
function Add-Later { param([scriptblock] $Block, [object[]] $With = @()) $script:later.Add([pscustomobject]@{ Block = $Block; With = $With }) }
function Invoke-Later { foreach ($each in $script:later) { $with = $each.With; & $each.Block @with }; $script:later.Clear() }

Export-ModuleMember -Function *-*, Defer
