# Scopes by name and by number, from blocks that another session state runs and from a module's functions.
$m = New-Module -Name Lib {
    $level = 'module'
    function Call { param($b) & $b }
    function Dot { param($b) . $b }
    function Levels { $level = 'function'; 0..2 | ForEach-Object { (Get-Variable level -Scope $_ -ErrorAction Ignore).Value } }
    function Set-Level { param($value) Set-Variable level $value -Scope Script; $script:level }
    function Add-Alias { Set-Alias ofLib Get-Date -Scope 1; Set-Alias gone Get-Date }
    function Use-Alias { (Get-Alias ofLib).Definition; [bool](Get-Alias gone -ErrorAction Ignore) }
    function Make-Global { $global:fromLib = 'global'; Set-Variable alsoGlobal 1 -Scope Global; function global:Get-FromLib { "made in $((Get-Command Get-FromLib).ModuleName) $level" } }
    Export-ModuleMember -Function Call, Dot, Levels, Set-Level, Add-Alias, Use-Alias, Make-Global
}
$level = 'global'
Levels
Set-Level 'changed'
Levels
"$level"

function Outer {
    $level = 'outer'
    Call { $level = 'block'; 0..2 | ForEach-Object { (Get-Variable level -Scope $_).Value } }
    Dot { 0..1 | ForEach-Object { (Get-Variable level -Scope $_).Value } }
    Call { Set-Variable made 'by number' -Scope 1; Set-Alias oa Get-Date -Scope 1 }
    "made=$made oa=$((Get-Alias oa).Definition)"
    Dot { Set-Variable here 'zero' -Scope 0; New-Variable new 1; Set-Variable local 2 -Scope Local }
    "here=$here new=$new local=$local"
    Dot { Clear-Variable here; Remove-Variable new }
    "here=[$here] new=[$new]"
    Call { $script:top = 'of the script'; $local:mine = 1 }
    "top=$top mine=[$mine]"
    Call { try { New-Variable level -Scope 1 -ErrorAction Stop } catch { $_.FullyQualifiedErrorId } }
    Call { try { Get-Variable level -Scope 9 -ErrorAction Stop } catch { $_.FullyQualifiedErrorId } }
    Dot { $variable:byDrive = 'drive'; Set-Item function:Made { 'made by drive' }; Set-Item alias:md2 Get-Date }
    "$byDrive $(Made) $((Get-Alias md2).Definition)"
    Call { [bool](Test-Path function:Made) }
}
Outer
Add-Alias
Use-Alias
[bool](Get-Alias ofLib -ErrorAction Ignore)
Make-Global
"$fromLib $alsoGlobal"
Get-FromLib

# Private variables are seen in their own scope only, also when the block comes back from a module.
function Hides {
    $private:secret = 's'
    "own: $secret"
    Dot { "dotted: [$secret]" }
    Call { "called: [$secret]" }
}
Hides

# AllScope variables are shared with the scopes below, across a crossing too.
function Shares {
    New-Variable shared 1 -Option AllScope
    Call { $shared = 2 }
    "shared=$shared"
}
Shares

# Preferences: a module sees the session's, a block those of where it came from.
$p = New-Module -Name Prefs {
    function Tell { [CmdletBinding()] param($b) Write-Warning 'from Prefs'; "EAP=$ErrorActionPreference"; if ($b) { & $b } }
    function Fail-Softly { Write-Error 'soft'; 'went on' }
    Export-ModuleMember -Function Tell, Fail-Softly
}
function Quiet {
    $WarningPreference = 'SilentlyContinue'
    $ErrorActionPreference = 'Stop'
    Tell { Write-Warning 'not shown'; "EAP=$ErrorActionPreference" }
    Tell -ErrorAction Ignore -WarningAction Ignore { "EAP=$ErrorActionPreference" }
    try { Fail-Softly 2>$null } catch { 'stopped' }
}
Quiet
$global:ErrorActionPreference = 'Stop'
try { Fail-Softly } catch { "stopped by the session's" }
$global:ErrorActionPreference = 'Continue'

# Default parameter values of the session do not reach into a module.
function Show-It { [CmdletBinding()] param($a) "a=$a" }
$q = New-Module -Name Defaults { function Inside { Show-It; $PSDefaultParameterValues.Count }; Export-ModuleMember -Function Inside }
$PSDefaultParameterValues = @{ 'Show-It:a' = { 'default' } }
Show-It
Inside
$PSDefaultParameterValues.Clear()

# Strict mode: that of the session is none of a module's, that of a module none of a block's.
$s = New-Module -Name Strict {
    function Loose { "[$undefined]" }
    function Strictly { param($b) Set-StrictMode -Version Latest; try { "$undefined" } catch { 'strict in the module' }; & $b }
    Export-ModuleMember -Function Loose, Strictly
}
Set-StrictMode -Version Latest
Loose
try { "$undefined" } catch { 'strict in the session' }
Set-StrictMode -Off
Strictly { "[$undefined]" }
#= function
#= module
#= global
#= changed
#= function
#= changed
#= global
#= global
#= block
#= outer
#= global
#= outer
#= global
#= made=by number oa=Get-Date
#= here=zero new=1 local=2
#= here=[] new=[]
#= top=of the script mine=[]
#= VariableAlreadyExists,Microsoft.PowerShell.Commands.NewVariableCommand
#= ArgumentOutOfRange,Microsoft.PowerShell.Commands.GetVariableCommand
#= drive made by drive Get-Date
#= True
#= Get-Date
#= False
#= False
#= global 1
#= made in Lib changed
#= own: s
#= dotted: [s]
#= called: []
#= shared=2
#= WARNING: from Prefs
#= EAP=Continue
#= EAP=Stop
#= EAP=Ignore
#= EAP=Stop
#= went on
#= stopped by the session's
#= a=default
#= a=
#= 0
#= []
#= strict in the session
#= strict in the module
#= []
