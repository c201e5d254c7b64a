using namespace System.Collections.Generic
using namespace System.Text

[Flags()] enum Stage {
    None = 0
    Compile = 1; Test = 2
    Pack = 4
    All = 7
}

enum Outcome : byte { Unknown; Passed; Failed = 10 }

class Step : System.IComparable {
    [ValidateNotNullOrEmpty()][string] $Name
    [int] $Order = 0
    hidden [scriptblock] $Action = { }
    static [int] $Made = 0
    [Outcome] $Outcome = [Outcome]::Unknown
    [datetime[]] $Runs = @()

    Step([string] $name, [int] $order) {
        $this.Name = $name
        $this.Order = $order
        [Step]::Made++
    }

    Step([string] $name) {
        $this.Name = $name
    }

    [int] CompareTo([object] $other) {
        return $this.Order.CompareTo(([Step]$other).Order)
    }

    [Outcome] Run([hashtable] $context) {
        try {
            if ($null -ne $this.Action) { & $this.Action $context | Out-Null }
            $this.Outcome = [Outcome]::Passed
        }
        catch { $this.Outcome = [Outcome]::Failed }
        return $this.Outcome
    }

    [string] ToString() { return "$($this.Order):$($this.Name)=$($this.Outcome)" }

    static [Step] Parse([string] $text) {
        if ($text -match '^(?<order>\d+):(?<name>\w+)$') {
            return [Step]::new($Matches.name, [int]$Matches['order'])
        }
        throw [System.FormatException]"'$text' is no step."
    }
}

class TimedStep : Step {
    [timespan] $Limit
    TimedStep([string] $name, [timespan] $limit) : base($name, 99) { $this.Limit = $limit }
    [string] ToString() { return ([Step]$this).ToString() + " within $($this.Limit)" }
}

function Invoke-Build {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][Stage]$Stage,
        [Step[]]$Step,
        [hashtable]$Context = @{},
        [Parameter(ValueFromRemainingArguments)]$Rest
    )
    $sorted = [List[Step]]::new()
    $sorted.AddRange([Step[]]$Step)
    $sorted.Sort()
    $log = [StringBuilder]::new()
    :steps foreach ($each in $sorted) {
        foreach ($flag in [Enum]::GetValues([Stage])) {
            if ($Stage.HasFlag($flag) -and $each.Name -eq "$flag") {
                [void]$log.AppendLine("$each -> $($each.Run($Context))")
                continue steps
            }
        }
        [void]$log.AppendLine("$each skipped")
    }
    return $log.ToString().TrimEnd()
}

$steps = 'Compile', 'Test', 'Pack' | ForEach-Object -Begin { $i = 3 } -Process { [Step]::Parse("$(($i--)):$_") }
$steps[0].Action = { param($c) $c['compiled'] = $true }
$steps[1].Action = { throw 'tests failed' }
$shared = @{}
Invoke-Build -Stage ([Stage]::Compile -bor [Stage]::Test) -Step $steps -Context $shared 'more' 'words'
"compiled: $($shared.compiled); made: $([Step]::Made)"
try { [Step]::Parse('nonsense') } catch { $_.Exception.GetType().Name }
([TimedStep]::new('Sign', '00:05:00')).ToString()
$stage = [Stage]6; "$stage"; [int]$stage; $stage -eq 'Test, Pack'
[Outcome].GetEnumNames() -join '|'
