# Helpers of the kinds that many scripts bring along, written as modules: a build tool, validation rules, retry and log.
Import-Module ./Build.psm1, ./Rules.psm1, ./Helpers.psm1 -DisableNameChecking

# --- a build tool: tasks see what is around the build script, properties are set there
function Start-Build {
    param($Task = 'default', $Property = @{})
    $out = [System.Collections.Generic.List[string]]::new()
    function Add-Out { param($text) $out.Add($text) }
    Invoke-Build -Task $Task -Property $Property {
        Properties { $configuration = 'Debug'; $target = "bin/$configuration" }
        BeforeTask { $started = "started $($args[0])" }
        AfterTask { Add-Out "$started, done" }
        Task default -Depends test, pack
        Task clean { Add-Out "clean $target"; $configuration = 'only here' }
        Task compile -Depends clean { Add-Out "compile $configuration" }
        Task test -Depends compile { Add-Out 'test' } -When { $configuration -ne 'Release' }
        Task pack -Depends compile { Add-Out "pack $configuration" } -Finally { $packed = 'packed' }
        Task flaky -Retry 2 { $script:tries++; if ($script:tries -lt 3) { throw "try $script:tries" }; Add-Out "flaky took $script:tries" }
        Task broken -ContinueOnError { Exec { $global:LASTEXITCODE = 2 } 'it returned 2' }
        Task round -Depends trip
        Task trip -Depends round
    }
    "packed=$packed configuration=$configuration"
    $out | ForEach-Object { "  $_" }
}
Start-Build
Start-Build -Property @{ configuration = 'Release' }
$tries = 0
Start-Build flaky, broken
try { Start-Build round } catch { "$_" }
try { Start-Build nothing } catch { "$_" }
try { Task outside } catch { "$_" }
try { Invoke-Build { Task wrong -Retry 9 } } catch { "$_" }

# --- validation rules
function Test-Mailboxes {
    $limit = 20
    function Test-Domain { param($address) $address -like '*@contoso.com' }
    New-RuleSet mailbox {
        Need Name
        Rule "$RuleSetName is small" { $_.Size -le $limit } { "$($_.Name) has $($_.Size), more than $limit [$RuleSetName]" }
        Rule 'is ours' { Test-Domain $_.Address }
    }
    $all = @(
        [pscustomobject]@{ Name = 'anna'; Size = 10; Address = 'anna@contoso.com' }
        [pscustomobject]@{ Name = 'bob'; Size = 30; Address = 'bob@fabrikam.com' }
        [pscustomobject]@{ Name = $null; Size = 1; Address = 'x@contoso.com' }
    )
    $all | Test-RuleSet mailbox | ForEach-Object { "$_" }
    $limit = 40
    $all | Test-RuleSet mailbox -Quiet
    $all | Select-Valid { $_.Size -lt $limit -and $_.Name } -Count | ForEach-Object { if ($_ -is [string]) { $_ } else { $_.Name } }
    try { 1 | Test-RuleSet other } catch { "$_" }
    [bool](Get-Command Need -ErrorAction Ignore)
}
Test-Mailboxes
(TabExpansion2 'Test-RuleSet ' 13).CompletionMatches.CompletionText

# --- retry, log, deferred blocks
function Send-All {
    [CmdletBinding()] param()
    $server = 'first'
    $result = Measure-Step 'send' {
        $inStep = 'kept'
        Invoke-Retry { param($n) if ($server -eq 'first') { throw "no answer of $server" }; "sent by $server in attempt $n" } -OnRetry { $server = 'second' }
    }
    "$result ($inStep, $server)"
    try { Invoke-Retry { throw 'fatal' } -If { "$_" -ne 'fatal' } } catch { "gave up: $_" }
    try { Measure-Step 'fails' { throw 'inside' } } catch { "$_ $($_.InvocationInfo.Line.Trim())" }
    { "from the pipeline $server" } | Invoke-Retry -Verbose
    Use-Deferred {
        $file = 'file'
        Defer { "close $server" }
        Defer { "delete [$file]" }
        "work with $file"
    }
    try { Use-Deferred { Defer { 'deferred all the same' }; throw 'error in the body' } } catch { "$_" }
    Use-Variable @{ server = 'third'; extra = 1 } { "$server $extra" }
    "$server [$extra]"
    $ErrorActionPreference = 'Stop'
    try { Use-CallerPreference } catch { "stopped: $_" }
    $ErrorActionPreference = 'SilentlyContinue'
    Use-CallerPreference
}
Send-All
Get-Log

# --- blocks that are run later: those that want to keep their variables are closures
function Plan { $what = 'of Plan'; Add-Later { "plain [$what] $args" } 1, 2; Add-Later { "closure [$what] $args" }.GetNewClosure() 3 }
Plan
Invoke-Later
#= Executing clean
#= Executing compile
#= Executing test
#= Executing pack
#= Executing default
#= done: clean, compile, test, pack, default, 0 errors
#= packed=packed configuration=Debug
#=   clean bin/Debug
#=   started clean, done
#=   compile Debug
#=   started compile, done
#=   test
#=   started test, done
#=   pack Debug
#=   started pack, done
#=   started default, done
#= test is left out
#= Executing clean
#= Executing compile
#= Executing pack
#= Executing default
#= done: clean, compile, pack, default, 0 errors
#= packed=packed configuration=Release
#=   clean bin/Debug
#=   started clean, done
#=   compile Release
#=   started compile, done
#=   pack Release
#=   started pack, done
#=   started default, done
#= Executing flaky
#= flaky again: try 1
#= flaky again: try 2
#= Executing broken
#= broken failed: it returned 2
#= done: flaky, broken, 1 errors
#= packed= configuration=Debug
#=   flaky took 3
#=   started flaky, done
#=   started broken, done
#= Tasks depend on each other: trip < round < round.
#= There is no task 'nothing'.
#= This word can be used in a build only.
#= Cannot validate argument on parameter 'Retry'. Retries are 0 to 5.
#= mailbox is small: bob has 30, more than 20 []
#= is ours: is ours is broken by 'bob@fabrikam.com'
#= needs Name: Name is missing
#= True
#= False
#= False
#= anna
#= bob
#= 2 kept
#= Cannot validate argument on parameter 'Name'. There is no rule set other.
#= False
#= mailbox
#= sent by second in attempt 2 (kept, second)
#= gave up: fatal
#= inside try { Measure-Step 'fails' { throw 'inside' } } catch { "$_ $($_.InvocationInfo.Line.Trim())" }
#= VERBOSE: attempt 1
#= from the pipeline second
#= work with file
#= delete []
#= close second
#= deferred all the same
#= error in the body
#= third 1
#= second []
#= stopped: a problem
#= went on
#= begin send
#=   attempt 1 failed: no answer of first
#= end send
#= begin fails
#=   error inside
#= end fails
#= plain [] 1 2
#= closure [of Plan] 3
