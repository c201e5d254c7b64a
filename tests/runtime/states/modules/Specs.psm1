<#
    A small language for specifications, of the shape that such modules have.

        Feature 'Mail' {
            Setup { $message = New-Message }
            Example 'has a subject' { Expect $message.Subject -Equals 'Hello' }
        }

    The words live in this module, the blocks in whoever uses it. A block is run in the session state that it came from:
    set-up and tear-down are dot-sourced into the scope of the example, so that it sees what they set. Nothing of the
    module is visible to them, and nothing of theirs to the module.
#>
Set-StrictMode -Version Latest

# --- what is kept -----------------------------------------------------------------------------------------------------

class SpecFailure : System.Exception {
    [int] $Line
    SpecFailure([string] $message, [int] $line) : base($message) { $this.Line = $line }
}

class SpecBlock {
    [string] $Name
    [SpecBlock] $Parent
    [string[]] $Tags = @()
    [hashtable] $State = @{}
    [System.Collections.Generic.List[scriptblock]] $Setups = [System.Collections.Generic.List[scriptblock]]::new()
    [System.Collections.Generic.List[scriptblock]] $Teardowns = [System.Collections.Generic.List[scriptblock]]::new()
    [System.Collections.Generic.List[scriptblock]] $LastTeardowns = [System.Collections.Generic.List[scriptblock]]::new()
    [System.Collections.Specialized.OrderedDictionary] $Values = [ordered]@{}
    [System.Collections.Generic.List[object]] $Replacements = [System.Collections.Generic.List[object]]::new()

    SpecBlock([string] $name, [SpecBlock] $parent, [string[]] $tags) {
        $this.Name = $name
        $this.Parent = $parent
        $this.Tags = @($tags) -ne $null
    }

    [int] Depth() {
        if ($null -eq $this.Parent) { return 0 }
        return $this.Parent.Depth() + 1
    }

    # The blocks around this one and itself, the outermost first.
    [SpecBlock[]] Lineage() {
        if ($null -eq $this.Parent) { return @($this) }
        return @($this.Parent.Lineage()) + $this
    }

    [string[]] AllTags() {
        return @($this.Lineage() | ForEach-Object { $_.Tags })
    }

    # State of a block is seen by the blocks in it, and set where it is.
    [object] Recall([string] $key) {
        if ($this.State.ContainsKey($key)) { return $this.State[$key] }
        if ($null -eq $this.Parent) { return $null }
        return $this.Parent.Recall($key)
    }
}

class SpecRun {
    [int] $Passed
    [int] $Failed
    [int] $Skipped
    [System.Collections.Generic.List[object]] $Failures = [System.Collections.Generic.List[object]]::new()
    [string[]] $Tag
    [string[]] $ExcludeTag
    [bool] $Quiet
    [object] $Caller

    [bool] Takes([string[]] $tags) {
        if ($this.ExcludeTag -and @($tags | Where-Object { $_ -in $this.ExcludeTag }).Count) { return $false }
        if (-not $this.Tag) { return $true }
        return [bool]@($tags | Where-Object { $_ -in $this.Tag }).Count
    }
}

$script:run = $null
$script:current = $null

function Assert-Running {
    param([string] $Word)
    if ($null -eq $script:current) {
        throw [System.InvalidOperationException]::new("$Word can be used inside of a Feature only.")
    }
}

function Write-Report {
    param([int] $Depth, [string] $Text)
    if (-not $script:run.Quiet) { Write-Host ('  ' * $Depth + $Text) }
}

# --- running code of others -------------------------------------------------------------------------------------------

# Runs steps one after the other in one new scope below the current one of the state that called Invoke-Spec. The text
# belongs to no state, so it runs in the one that is named; the literal inside of it belongs to that state and gives the
# steps a scope of their own.
$script:stepper = [scriptblock]::Create(@'
& {
    foreach ($private:__step in $args[0]) {
        $private:__given = $__step.Arguments
        . $__step.Block @__given
    }
} $args[0]
'@)

function Invoke-Step {
    param([object[]] $Steps)
    try { $script:run.Caller.InvokeCommand.InvokeScript($script:run.Caller, $script:stepper, @(, $Steps)) }
    catch [System.Management.Automation.MethodInvocationException] { throw $_.Exception.InnerException.ErrorRecord }
}

function New-Step {
    param([scriptblock] $Block, [hashtable] $Arguments = @{})
    [pscustomobject]@{ Block = $Block; Arguments = $Arguments }
}

# What Let names is set by a step of its own, in the scope of the example.
function New-ValueStep {
    param([string] $Name, [scriptblock] $Value)
    $setter = [scriptblock]::Create('param($__name, $__value) Set-Variable -Name $__name -Value (. $__value) -Scope 0')
    New-Step $setter @{ __name = $Name; __value = $Value }
}

function Expand-Title {
    param([string] $Title, [hashtable] $Data)
    [regex]::Replace($Title, '<(\w+)>', { param($match) "$($Data[$match.Groups[1].Value])" })
}

function Get-FailurePlace {
    param($Record)
    if ($Record.Exception -is [SpecFailure]) { return $Record.Exception.Line }
    $Record.InvocationInfo.ScriptLineNumber
}

# --- words ------------------------------------------------------------------------------------------------------------

function Invoke-Spec {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory, Position = 0)] [scriptblock] $Specification,
        [string[]] $Tag,
        [string[]] $ExcludeTag,
        [switch] $Quiet,
        [switch] $PassThru
    )
    $before = $script:run, $script:current
    $script:run = [SpecRun]@{ Tag = $Tag; ExcludeTag = $ExcludeTag; Quiet = $Quiet; Caller = $PSCmdlet.SessionState }
    $script:current = $null
    try {
        & $Specification | Out-Null
        $done = $script:run
        Write-Report 0 "$($done.Passed) passed, $($done.Failed) failed, $($done.Skipped) skipped"
        if ($PassThru) { $done }
    } finally {
        $script:run, $script:current = $before
    }
}

function Feature {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory, Position = 0)] [string] $Name,
        [Parameter(Mandatory, Position = 1)] [scriptblock] $Body,
        [string[]] $Tag = @()
    )
    if ($null -eq $script:run) { throw [System.InvalidOperationException]::new('Feature can be used in Invoke-Spec only.') }
    $block = [SpecBlock]::new($Name, $script:current, $Tag)
    $script:current = $block
    Write-Report $block.Depth() $Name
    try {
        & $Body
        foreach ($last in $block.LastTeardowns) { Invoke-Step (New-Step $last) }
    } catch {
        Add-Failure $block.Depth() '(block)' $_
    } finally {
        Remove-Replacement $block
        $script:current = $block.Parent
    }
}

Set-Alias Scenario Feature

function Setup { param([Parameter(Mandatory)] [scriptblock] $Block) Assert-Running Setup; $script:current.Setups.Add($Block) }
function Teardown { param([Parameter(Mandatory)] [scriptblock] $Block) Assert-Running Teardown; $script:current.Teardowns.Add($Block) }
# Runs after its block, where that stands: the variables of the block are gone.
function TeardownLast { param([Parameter(Mandatory)] [scriptblock] $Block) Assert-Running TeardownLast; $script:current.LastTeardowns.Add($Block) }

# Runs at once, in the scope of the block that it stands in.
function SetupFirst {
    param([Parameter(Mandatory)] [scriptblock] $Block)
    Assert-Running SetupFirst
    . $Block
}

function Let {
    param([Parameter(Mandatory)] [string] $Name, [Parameter(Mandatory)] [scriptblock] $Value)
    Assert-Running Let
    $script:current.Values[$Name] = $Value
}

function Set-BlockState { param([string] $Key, $Value) Assert-Running Set-BlockState; $script:current.State[$Key] = $Value }
function Get-BlockState { param([string] $Key) Assert-Running Get-BlockState; $script:current.Recall($Key) }

function Example {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory, Position = 0)] [string] $Name,
        [Parameter(Mandatory, Position = 1)] [scriptblock] $Body,
        [hashtable[]] $With = @(@{}),
        [string[]] $Tag = @(),
        [switch] $Skip
    )
    Assert-Running Example
    foreach ($data in $With) {
        $title = Expand-Title $Name $data
        $tags = @($script:current.AllTags()) + $Tag
        if (-not $script:run.Takes($tags)) { continue }
        if ($Skip) {
            $script:run.Skipped++
            Write-Report ($script:current.Depth() + 1) "[!] $title"
            continue
        }
        Invoke-Example $title $Body $data
    }
}

function Invoke-Example {
    param([string] $Title, [scriptblock] $Body, [hashtable] $Data)
    $owner = $script:current
    $case = [SpecBlock]::new($Title, $owner, @())
    $depth = $case.Depth()
    $lineage = $owner.Lineage()
    $steps = @(
        foreach ($block in $lineage) {
            foreach ($name in $block.Values.Keys) { New-ValueStep $name $block.Values[$name] }
            foreach ($setup in $block.Setups) { New-Step $setup }
        }
        New-Step $Body $Data
    )
    $script:current = $case
    try {
        try {
            Invoke-Step $steps | Out-Null
        } finally {
            [array]::Reverse($lineage)
            foreach ($block in $lineage) {
                foreach ($teardown in $block.Teardowns) { Invoke-Step (New-Step $teardown) | Out-Null }
            }
        }
        $script:run.Passed++
        Write-Report $depth "[+] $Title"
    } catch {
        Add-Failure $depth $Title $_
    } finally {
        Remove-Replacement $case
        $script:current = $owner
    }
}

function Add-Failure {
    param([int] $Depth, [string] $Title, $Record)
    $script:run.Failed++
    $line = Get-FailurePlace $Record
    $script:run.Failures.Add([pscustomobject]@{ Title = $Title; Line = $line; Record = $Record })
    Write-Report $Depth "[-] $Title"
    Write-Report ($Depth + 2) "$($Record.Exception.Message) (line $line)"
}

# --- replacing commands -----------------------------------------------------------------------------------------------

# The function that stands in for a command, in the module that calls it. It belongs to that module, and asks this one.
$script:stub = @'
$given = [pscustomobject]@{ Bound = @{}; Rest = @($args); Input = @($input) }
for ($place = 0; $place -lt $args.Count; $place++) {
    if ("$($args[$place])" -match '^-(\w+):?$' -and $place + 1 -lt $args.Count) { $given.Bound[$Matches[1]] = $args[$place + 1] }
}
& $__specs { param($key, $given) Invoke-Replacement $key $given } '__key__' $given
'@

function Replace {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory, Position = 0)] [string] $Command,
        [Parameter(Position = 1)] [scriptblock] $By = {},
        [string] $In,
        [scriptblock] $When
    )
    Assert-Running Replace
    $key = "$In\$Command"
    $known = @($script:current.Lineage().ForEach({ $_.Replacements }) | Where-Object Key -EQ $key)
    $entry = [pscustomobject]@{ Key = $key; By = $By; When = $When; Module = $null; Before = $null; First = $false; Calls = [System.Collections.Generic.List[object]]::new() }
    $script:current.Replacements.Add($entry)
    if ($known) { return }
    $entry.First = $true
    $text = $script:stub.Replace('__key__', $key)
    if ($In) {
        $entry.Module = Get-Module $In
        if (-not $entry.Module) { throw [System.ArgumentException]::new("There is no module $In.") }
        $entry.Before = & $entry.Module {
            param($name, $text, $specs)
            $script:__specs = $specs
            (Get-Item "function:$name" -ErrorAction Ignore).ScriptBlock
            Set-Item "function:script:$name" ([scriptblock]::Create($text))
        } $Command $text $ExecutionContext.SessionState.Module
    } else {
        $specs = $ExecutionContext.SessionState.Module
        $define = [scriptblock]::Create('$global:__specs = $args[2]; Set-Item "function:global:$($args[0])" ([scriptblock]::Create($args[1]))')
        $script:run.Caller.InvokeCommand.InvokeScript($script:run.Caller, $define, @($Command, $text, $specs))
    }
}

function Invoke-Replacement {
    param([string] $Key, $Given)
    $lineage = $script:current.Lineage()
    [array]::Reverse($lineage)
    $entries = @(foreach ($block in $lineage) { $found = @($block.Replacements | Where-Object Key -EQ $Key); [array]::Reverse($found); $found })
    $bound, $rest = $Given.Bound, $Given.Rest
    $chosen = $entries | Where-Object { $_.When -and (& $_.When $bound $rest) } | Select-Object -First 1
    if (-not $chosen) { $chosen = $entries | Where-Object { -not $_.When } | Select-Object -First 1 }
    if (-not $chosen) { return }
    $chosen.Calls.Add($Given)
    & $chosen.By $bound $rest
}

function Remove-Replacement {
    param([SpecBlock] $Block)
    foreach ($entry in $Block.Replacements) {
        if (-not $entry.First) { continue }
        $name = $entry.Key.Split('\')[1]
        if ($entry.Module) {
            & $entry.Module {
                param($name, $before)
                if ($before) { Set-Item "function:script:$name" $before } else { Remove-Item "function:$name" }
                Remove-Variable __specs -Scope Script -ErrorAction Ignore
            } $name $entry.Before
        } else {
            $script:run.Caller.InvokeCommand.InvokeScript($script:run.Caller, [scriptblock]::Create('Remove-Item "function:$($args[0])"; Remove-Variable __specs -Scope Global'), @($name))
        }
    }
    $Block.Replacements.Clear()
}

function Get-ReplacementCall {
    param([Parameter(Mandatory)] [string] $Command, [string] $In)
    Assert-Running Get-ReplacementCall
    foreach ($block in $script:current.Lineage()) {
        foreach ($entry in $block.Replacements) { if ($entry.Key -eq "$In\$Command") { $entry.Calls } }
    }
}

# --- expectations -----------------------------------------------------------------------------------------------------

function Expect {
    [CmdletBinding(DefaultParameterSetName = 'Equals')]
    param(
        [Parameter(Position = 0, ValueFromPipeline)] [AllowNull()] [AllowEmptyString()] $Actual,
        [Parameter(ParameterSetName = 'Equals')] $Equals,
        [Parameter(ParameterSetName = 'Like')] [string] $Like,
        [Parameter(ParameterSetName = 'Throws')] [AllowEmptyString()] [string] $Throws,
        [Parameter(ParameterSetName = 'That')] [scriptblock] $That
    )
    begin { $all = [System.Collections.Generic.List[object]]::new() }
    process { $all.Add($Actual) }
    end {
        $value = if ($all.Count -eq 1) { $all[0] } else { $all.ToArray() }
        $problem = switch ($PSCmdlet.ParameterSetName) {
            'Equals' { if ("$value" -cne "$Equals") { "expected '$Equals', got '$value'" } }
            'Like' { if ("$value" -notlike $Like) { "expected something like '$Like', got '$value'" } }
            'That' { if (-not ($value | ForEach-Object $That)) { "expected {$That} of '$value'" } }
            'Throws' {
                $thrown = $null
                try { & $value | Out-Null } catch { $thrown = $_ }
                if ($null -eq $thrown) { 'expected an error, none was thrown' }
                elseif ("$thrown" -notlike "*$Throws*") { "expected an error '$Throws', got '$thrown'" }
            }
        }
        if ($problem) {
            throw [SpecFailure]::new($problem, $MyInvocation.ScriptLineNumber)
        }
    }
}

Export-ModuleMember -Alias Scenario -Function Invoke-Spec, Feature, Setup, Teardown, SetupFirst, TeardownLast, Let, Example, Expect, Replace, Get-ReplacementCall, Set-BlockState, Get-BlockState
