<#
    A build tool: tasks with dependencies, inputs and properties. A build script is a block or a file of tasks; it runs in
    the session state that it came from, and sees what is defined there.
#>
Set-StrictMode -Version Latest

class BuildTask {
    [string] $Name
    [string[]] $Depends
    [scriptblock] $Action
    [scriptblock] $Condition
    [scriptblock] $Cleanup
    [string] $State = 'waiting'
    [int] $Attempts
}

$script:build = $null

function Assert-Build {
    if ($null -eq $script:build) { throw [System.InvalidOperationException]::new('This word can be used in a build only.') }
}

function Properties { param([Parameter(Mandatory)] [scriptblock] $Block) Assert-Build; $script:build.Properties.Add($Block) }
function BeforeTask { param([Parameter(Mandatory)] [scriptblock] $Block) Assert-Build; $script:build.Before = $Block }
function AfterTask { param([Parameter(Mandatory)] [scriptblock] $Block) Assert-Build; $script:build.After = $Block }
function FormatTask { param([Parameter(Mandatory)] $Format) Assert-Build; $script:build.Format = $Format }

function Task {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory, Position = 0)] [string] $Name,
        [Parameter(Position = 1)] [scriptblock] $Action = {},
        [string[]] $Depends = @(),
        [ValidateScript({ Test-Retry $_ }, ErrorMessage = 'Retries are 0 to 5.')] [int] $Retry = 0,
        [scriptblock] $When,
        [scriptblock] $Finally,
        [switch] $ContinueOnError
    )
    Assert-Build
    $made = [BuildTask]@{ Name = $Name; Depends = $Depends; Action = $Action; Condition = $When; Cleanup = $Finally }
    if ($script:build.Tasks.Contains($Name)) { throw [System.ArgumentException]::new("Task '$Name' is defined twice.") }
    $script:build.Tasks[$Name] = $made
    $script:build.Options[$Name] = @{ Retry = $Retry; ContinueOnError = $ContinueOnError }
}

function Test-Retry { param($Value) $Value -ge 0 -and $Value -le 5 }

function Invoke-Build {
    [CmdletBinding(SupportsShouldProcess)]
    param(
        [Parameter(Mandatory, Position = 0)] $Script,
        [Parameter(Position = 1)] [string[]] $Task = 'default',
        [hashtable] $Property = @{}
    )
    $outer = $script:build
    $script:build = @{
        Tasks = [ordered]@{}; Options = @{}; Order = [System.Collections.Generic.List[string]]::new(); Stack = [System.Collections.Generic.Stack[string]]::new()
        Properties = [System.Collections.Generic.List[scriptblock]]::new(); Before = $null; After = $null; Format = 'Executing {0}'; Errors = 0
    }
    try {
        . $Script
        # Each property block sets variables where the build script came from, then come those that are given.
        foreach ($block in $script:build.Properties) { . $block }
        foreach ($name in $Property.Keys) { $PSCmdlet.SessionState.PSVariable.Set($name, $Property[$name]) }
        foreach ($name in $Task) { Invoke-Task $name }
        "done: $($script:build.Order -join ', '), $($script:build.Errors) errors"
    } finally {
        $script:build = $outer
    }
}

function Invoke-Task {
    param([string] $Name)
    $build = $script:build
    $task = $build.Tasks[$Name]
    if ($null -eq $task) { throw [System.ArgumentException]::new("There is no task '$Name'.") }
    if ($task.State -eq 'done') { return }
    if ($build.Stack.Contains($Name)) {
        $circle = @($build.Stack.ToArray()) + $Name
        throw [System.InvalidOperationException]::new("Tasks depend on each other: $($circle -join ' < ').")
    }
    $build.Stack.Push($Name)
    try {
        if ($task.Condition -and -not (& $task.Condition)) {
            $task.State = 'done'
            "$Name is left out"
            return
        }
        foreach ($each in $task.Depends) { Invoke-Task $each }
        if ($build.Format -is [scriptblock]) { & $build.Format $Name } else { $build.Format -f $Name }
        Invoke-Action $task
        $build.Order.Add($Name)
        $task.State = 'done'
    } finally {
        $null = $build.Stack.Pop()
    }
}

function Invoke-Action {
    param([BuildTask] $Task)
    $options = $script:build.Options[$Task.Name]
    if ($script:build.Before) { . $script:build.Before $Task.Name }
    try {
        while ($true) {
            $Task.Attempts++
            try {
                & $Task.Action
                break
            } catch {
                if ($Task.Attempts -gt $options.Retry) {
                    if (-not $options.ContinueOnError) { throw }
                    $script:build.Errors++
                    "$($Task.Name) failed: $_"
                    break
                }
                "$($Task.Name) again: $_"
            }
        }
    } finally {
        if ($Task.Cleanup) { . $Task.Cleanup }
        if ($script:build.After) { . $script:build.After $Task.Name }
    }
}

function Exec {
    [CmdletBinding()] param([Parameter(Mandatory)] [scriptblock] $Command, [string] $ErrorMessage = 'The command failed.')
    $global:LASTEXITCODE = 0
    & $Command
    if ($global:LASTEXITCODE -ne 0) { throw $ErrorMessage }
}

Export-ModuleMember -Function Task, Properties, BeforeTask, AfterTask, FormatTask, Invoke-Build, Exec
