<# Validation rules: what objects must be like, said in blocks that see `$_` and whatever is around the rule. #>
$script:sets = @{}

class RuleBreak {
    [string] $Rule
    [string] $Message
    [object] $Value
    [string] ToString() { return "$($this.Rule): $($this.Message)" }
}

function New-RuleSet {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string] $Name, [Parameter(Mandatory)] [scriptblock] $Definition)
    $rules = [System.Collections.Generic.List[object]]::new()
    # The words of the definition are functions of their own, seen inside of it only.
    $words = @{
        Rule = { param($Title, $Test, $Else = { "$Title is broken by '$($_.Address)'" }.GetNewClosure()) $rules.Add(@{ Title = $Title; Test = $Test; Else = $Else }) }.GetNewClosure()
        Need = { param($Property) $rules.Add(@{ Title = "needs $Property"; Test = { $null -ne $_.$Property }.GetNewClosure(); Else = { "$Property is missing" }.GetNewClosure() }) }.GetNewClosure()
    }
    $null = $Definition.InvokeWithContext($words, @([psvariable]::new('RuleSetName', $Name)))
    $script:sets[$Name] = $rules
}

function Test-RuleSet {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory, Position = 0)] [ArgumentCompleter({ Get-SetName })] [ValidateScript({ $_ -in (Get-SetName) }, ErrorMessage = 'There is no rule set {0}.')] [string] $Name,
        [Parameter(Mandatory, ValueFromPipeline)] $InputObject,
        [switch] $Quiet
    )
    process {
        $broken = foreach ($rule in $script:sets[$Name]) {
            $fits = $InputObject | ForEach-Object $rule.Test
            if (-not $fits) {
                $message = $InputObject | ForEach-Object $rule.Else
                [RuleBreak]@{ Rule = $rule.Title; Message = $message; Value = $InputObject }
            }
        }
        if ($Quiet) { -not $broken } else { $broken }
    }
}

function Get-SetName { $script:sets.Keys | Sort-Object }

# Filters objects as Where-Object does, by a proxy of it, and counts.
function Select-Valid {
    [CmdletBinding()]
    param([Parameter(Mandatory, Position = 0)] [scriptblock] $FilterScript, [Parameter(ValueFromPipeline)] $InputObject, [switch] $Count)
    begin {
        $kept = 0
        $null = $PSBoundParameters.Remove('Count')
        $null = $PSBoundParameters.Remove('InputObject')
        $pipeline = { Where-Object @PSBoundParameters }.GetSteppablePipeline($MyInvocation.CommandOrigin)
        $pipeline.Begin($true)
    }
    process { $pipeline.Process($InputObject) | ForEach-Object { $kept++; $_ } }
    end { $pipeline.End(); if ($Count) { "$kept kept" } }
}

Export-ModuleMember -Function New-RuleSet, Test-RuleSet, Select-Valid
