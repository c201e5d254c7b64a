# Blocks in attributes and defaults belong to the function's module; blocks that are arguments to whoever gave them.
$m = New-Module -Name Lib {
    $tag = 'lib'
    function Get-Allowed { 'alpha', 'beta' }
    function Test-Name { param([ValidateScript({ $_ -in (Get-Allowed) }, ErrorMessage = 'not one of ours: {0}')] [string] $Name) "named $Name" }
    function Test-Default { [CmdletBinding()] param($Name = (Get-Allowed)[0], $Block = { "own block: $tag" }) "$Name"; & $Block }
    function Test-Complete { [CmdletBinding()] param([ArgumentCompleter({ param($c, $p, $word) Get-Allowed | Where-Object { $_ -like "$word*" } })] $Name, $Other) $Name }
    Register-ArgumentCompleter -CommandName Test-Complete -ParameterName Other -ScriptBlock { Get-Allowed | ForEach-Object { "$tag-$_" } }
    function Test-Dynamic {
        [CmdletBinding()] param($Block)
        dynamicparam {
            $found = [System.Management.Automation.RuntimeDefinedParameterDictionary]::new()
            foreach ($name in Get-Allowed) {
                $attributes = [System.Collections.ObjectModel.Collection[Attribute]] @([Parameter]@{})
                $found.Add($name, [System.Management.Automation.RuntimeDefinedParameter]::new($name, [string], $attributes))
            }
            $found
        }
        end { "alpha=$($PSBoundParameters['alpha'])"; & $Block }
    }
    function Select-Proxy {
        [CmdletBinding()] param([Parameter(ValueFromPipeline)] $InputObject, [Parameter(Position = 0)] [scriptblock] $FilterScript)
        begin { $pipeline = { Where-Object @PSBoundParameters }.GetSteppablePipeline($MyInvocation.CommandOrigin); $pipeline.Begin($PSCmdlet) }
        process { $pipeline.Process($_) }
        end { $pipeline.End() }
    }
    function Step-Through { param($Block) $pipeline = $Block.GetSteppablePipeline(); $pipeline.Begin($true); 1..3 | ForEach-Object { $pipeline.Process($_) }; $pipeline.End() }
    function Test-Input { begin { $n = 0 } process { $n++; & $args[0] $_ } end { "n=$n" } }
    Export-ModuleMember -Function *-*
}
function Caller {
    $limit = 1
    $tag = 'of Caller'
    function Get-Mine { "mine $limit" }
    Test-Name beta
    try { Test-Name gamma } catch { "$_" }
    Test-Default
    Test-Default -Block { "given: $(Get-Mine)" }
    $PSDefaultParameterValues = @{ 'Test-Default:Name' = { "by default $limit" } }
    Test-Default
    Test-Dynamic -alpha A -Block { Get-Mine }
    "proxy: $(1..3 | Select-Proxy { $_ -gt $limit })"
    "stepped: $(Step-Through { ForEach-Object { $_ * 10 + $limit; $null = Get-Mine; $seen = $_ } }) seen=$seen"
    "input: $(1..2 | Test-Input { "$($args[0]) $limit" })"
    1..2 | & { process { $_ + $limit } } | ForEach-Object { & $m { param($v) "$tag $v" } $_ }
}
Caller
(TabExpansion2 'Test-Complete -Name b' 21).CompletionMatches.CompletionText
(TabExpansion2 'Test-Complete -Other ' 21).CompletionMatches.CompletionText

# Actions of events and jobs run on their own: they see the session's variables, not those of who registered them.
$seen = 'of the session'
function Register {
    $seen = 'of Register'
    $null = Register-EngineEvent -SourceIdentifier test -Action { "seen: $seen"; $script:count++; $script:count; $Event.MessageData }
}
Register
$null = New-Event -SourceIdentifier test -MessageData one
$null = New-Event -SourceIdentifier test -MessageData two
Receive-Job test
"[$count]"
Unregister-Event test
Remove-Job test
& $m { Start-Job { "job: [$tag] [$seen]" } } | Wait-Job | Receive-Job
$mine = 'by using'
& $m { 1 | ForEach-Object -Parallel { "parallel: [$tag] [$seen]" } }
1 | ForEach-Object -Parallel { "parallel: $using:mine [$mine]" }
& $m { $tag; 1 | ForEach-Object -Parallel { "parallel: $using:tag" } }
#= named beta
#= Cannot validate argument on parameter 'Name'. not one of ours: gamma
#= alpha
#= own block: lib
#= alpha
#= given: mine 1
#= by default 1
#= own block: lib
#= alpha=A
#= mine 1
#= proxy: 2 3
#= stepped: 11 21 31 seen=3
#= input: 1 1 2 1 n=2
#= lib 2
#= lib 3
#= beta
#= lib-alpha
#= lib-beta
#= seen: of the session
#= 1
#= one
#= seen: of the session
#= 2
#= two
#= []
#= job: [] []
#= parallel: [] []
#= parallel: by using []
#= lib
#= parallel: lib
