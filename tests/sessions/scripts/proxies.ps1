# Proxy functions: ProxyCommand, steppable pipelines, dynamic parameters
$meta = [System.Management.Automation.CommandMetadata]::new((Get-Command Sort-Object))
$meta.Name; $meta.DefaultParameterSetName; $meta.SupportsShouldProcess; $meta.ConfirmImpact; $meta.Parameters.Count -gt 5
#= Microsoft.PowerShell.Utility\Sort-Object
#= Default
#= False
#= Medium
#= True
[System.Management.Automation.ProxyCommand]::GetBegin($meta)
#=
#=     try {
#=         $outBuffer = $null
#=         if ($PSBoundParameters.TryGetValue('OutBuffer', [ref]$outBuffer))
#=         {
#=             $PSBoundParameters['OutBuffer'] = 1
#=         }
#=
#=         $wrappedCmd = $ExecutionContext.InvokeCommand.GetCommand('Microsoft.PowerShell.Utility\Sort-Object', [System.Management.Automation.CommandTypes]::Cmdlet)
#=         $scriptCmd = {& $wrappedCmd @PSBoundParameters }
#=
#=         $steppablePipeline = $scriptCmd.GetSteppablePipeline($myInvocation.CommandOrigin)
#=         $steppablePipeline.Begin($PSCmdlet)
#=     } catch {
#=         throw
#=     }
#=
[System.Management.Automation.ProxyCommand]::GetProcess($meta)
#=
#=     try {
#=         $steppablePipeline.Process($_)
#=     } catch {
#=         throw
#=     }
#=
[System.Management.Automation.ProxyCommand]::GetEnd($meta)
#=
#=     try {
#=         $steppablePipeline.End()
#=     } catch {
#=         throw
#=     }
#=
$meta2 = [System.Management.Automation.CommandMetadata]::new((Get-Command Get-Random))
$null = $meta2.Parameters.Remove('Shuffle')
[System.Management.Automation.ProxyCommand]::Create($meta2, 'proxy help') -split '\r?\n' | Select-Object -Skip 1 -First 12
#= param(
#=     [Parameter(ParameterSetName='RandomNumberParameterSet', Position=0)]
#=     [System.Object]
#=     ${Maximum},
#=
#=     [Parameter(ParameterSetName='RandomNumberParameterSet')]
#=     [System.Object]
#=     ${Minimum},
#=
#=     [Parameter(ParameterSetName='RandomNumberParameterSet')]
#=     [Parameter(ParameterSetName='RandomListItemParameterSet')]
#=     [ValidateRange(1, 2147483647)]
function Get-Thing { <# .SYNOPSIS
 A thing. #> [CmdletBinding(DefaultParameterSetName = 'A', SupportsShouldProcess, ConfirmImpact = 'Low')] param([Parameter(Mandatory, Position = 0, ParameterSetName = 'A', HelpMessage = 'which')] [Alias('n', 'nm')] [ValidateSet('x', 'y')] [string[]] $Name, [Parameter(ParameterSetName = 'B', ValueFromPipeline)] [ValidateRange(1, 5)] [int] $Id, [switch] $All) process { "thing $Name $Id $All" } }
[System.Management.Automation.ProxyCommand]::GetParamBlock((Get-Command Get-Thing))
#=
#=     [Parameter(ParameterSetName='A', Mandatory=$true, Position=0, HelpMessage='which')]
#=     [Alias('n','nm')]
#=     [ValidateSet('x','y')]
#=     [string[]]
#=     ${Name},
#=
#=     [Parameter(ParameterSetName='B', ValueFromPipeline=$true)]
#=     [ValidateRange(1, 5)]
#=     [int]
#=     ${Id},
#=
#=     [switch]
#=     ${All}
function Out-Tee {
    [CmdletBinding()] param([Parameter(ValueFromPipeline)] $InputObject, [scriptblock] $Filter = { $true })
    begin {
        $count = 0
        $sp = { Where-Object $Filter | Sort-Object -Descending }.GetSteppablePipeline($MyInvocation.CommandOrigin)
        $sp.Begin($PSCmdlet)
    }
    process { $count++; $sp.Process($_) }
    end { $sp.End(); "$count seen" }
}
3, 1, 2 | Out-Tee -Filter { $_ -gt 1 }
#= 3
#= 2
#= 3 seen
# a proxy that adds a parameter and counts
function Measure-Mail {
    [CmdletBinding()]
    param([Parameter(ValueFromPipeline)] $InputObject, [Parameter(Position = 0)] [string[]] $Property, [switch] $Sum, [switch] $Average, [string] $Unit = 'B')
    begin {
        $null = $PSBoundParameters.Remove('Unit')
        $cmd = $ExecutionContext.InvokeCommand.GetCommand('Microsoft.PowerShell.Utility\Measure-Object', [System.Management.Automation.CommandTypes]::Cmdlet)
        $sb = { & $cmd @PSBoundParameters | Select-Object *, @{ n = 'Unit'; e = { $Unit } } }
        $sp = $sb.GetSteppablePipeline($MyInvocation.CommandOrigin)
        $sp.Begin($PSCmdlet)
    }
    process { $sp.Process($_) }
    end { $sp.End() }
}
1..4 | Measure-Mail -Sum -Average -Unit KB | Select-Object Count, Sum, Average, Unit
#=
#= Count    Sum Average Unit
#= -----    --- ------- ----
#=     4 10.000   2.500 KB
#=
1..4 | ForEach-Object { [pscustomobject]@{ Size = $_ * 10 } } | Measure-Mail Size -Sum | Format-List Sum, Property, Unit
#=
#= Sum      : 100
#= Property : Size
#= Unit     : B
#=
# dynamic parameters
function Set-Option {
    [CmdletBinding()] param([Parameter(Mandatory, Position = 0)] [ValidateSet('Color', 'Level', 'None')] [string] $Kind)
    dynamicparam {
        $dict = [System.Management.Automation.RuntimeDefinedParameterDictionary]::new()
        if ($Kind -ne 'None') {
            $attr = [System.Management.Automation.ParameterAttribute]@{ Mandatory = $true; Position = 1; HelpMessage = "value of $Kind"; ValueFromPipelineByPropertyName = $true }
            $attrs = [System.Collections.ObjectModel.Collection[System.Attribute]]::new(); $attrs.Add($attr)
            $type = [int]
            if ($Kind -eq 'Color') { $type = [ConsoleColor]; $attrs.Add([System.Management.Automation.AliasAttribute]::new('c')) } else { $attrs.Add([System.Management.Automation.ValidateRangeAttribute]::new(1, 9)) }
            $dict.Add($Kind, [System.Management.Automation.RuntimeDefinedParameter]::new($Kind, $type, $attrs))
        }
        return $dict
    }
    process {
        if ($Kind -eq 'None') { return 'nothing' }
        $v = $PSBoundParameters[$Kind]
        "$Kind = $v ($($v.GetType().Name)) $(Get-Variable $Kind -ValueOnly -ErrorAction Ignore)|"
    }
}
Set-Option Color Red; Set-Option Color -c 3; Set-Option -Level 4 -Kind Level; Set-Option None
#= Color = Red (ConsoleColor) Red|
#= Color = DarkCyan (ConsoleColor) DarkCyan|
#= Level = 4 (Int32) 4|
#= nothing
foreach ($t in { Set-Option Level 10 }, { Set-Option Color Mauve }, { Set-Option None 5 }, { Set-Option None -Level 5 }, { Set-Option Bad 1 }, { Set-Option Level one }) {
    try { & $t } catch { "$($_.FullyQualifiedErrorId): $($_.Exception.Message)" }
}
#= ParameterArgumentValidationError,Set-Option: Cannot validate argument on parameter 'Level'. The 10 argument is greater than the maximum allowed range of 9. Supply an argument that is less than or equal to 9 and then try the command again.
#= ParameterArgumentTransformationError,Set-Option: Cannot process argument transformation on parameter 'Color'. Cannot convert value "Mauve" to type "System.ConsoleColor". Error: "Unable to match the identifier name Mauve to a valid enumerator name. Specify one of the following enumerator names and try again:
#= Black, DarkBlue, DarkGreen, DarkCyan, DarkRed, DarkMagenta, DarkYellow, Gray, DarkGray, Blue, Green, Cyan, Red, Magenta, Yellow, White"
#= PositionalParameterNotFound,Set-Option: A positional parameter cannot be found that accepts argument '5'.
#= NamedParameterNotFound,Set-Option: A parameter cannot be found that matches parameter name 'Level'.
#= ParameterArgumentValidationError,Set-Option: Cannot validate argument on parameter 'Kind'. The argument "Bad" does not belong to the set "Color,Level,None" specified by the ValidateSet attribute. Supply an argument that is in the set and then try the command again.
#= ParameterArgumentTransformationError,Set-Option: Cannot process argument transformation on parameter 'Level'. Cannot convert value "one" to type "System.Int32". Error: "The input string 'one' was not in a correct format."
[pscustomobject]@{ Level = 7 } | Set-Option Level
#= Level = 7 (Int32) 7|
(Get-Command Set-Option).Parameters.Keys -join ','
#= Exception calling "Add" with "2" argument(s): "Value cannot be null. (Parameter 'key')"
#= At line:11 char:13
#= +             $dict.Add($Kind, [System.Management.Automation.RuntimeDef …
#= +             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [], MethodInvocationException
#=     + FullyQualifiedErrorId : ArgumentNullException
#= Kind,Verbose,Debug,ErrorAction,WarningAction,InformationAction,ProgressAction,ErrorVariable,WarningVariable,InformationVariable,OutVariable,OutBuffer,PipelineVariable
(Get-Command Set-Option -ArgumentList Color).Parameters['Color'] | Format-List Name, ParameterType, IsDynamic, Aliases
#=
#= Name          : Color
#= ParameterType : System.ConsoleColor
#= IsDynamic     : True
#= Aliases       : {c}
#=
Get-Command Set-Option -Syntax
#= Exception calling "Add" with "2" argument(s): "Value cannot be null. (Parameter 'key')"
#= At line:11 char:13
#= +             $dict.Add($Kind, [System.Management.Automation.RuntimeDef …
#= +             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [], MethodInvocationException
#=     + FullyQualifiedErrorId : ArgumentNullException
#=
#= Set-Option [-Kind] <string> [<CommonParameters>]
#=
(Get-Command Set-Option -ArgumentList Level).ParameterSets[0].ToString()
#= [-Kind] <string> [-Level] <int> [<CommonParameters>]
(Get-Command Get-Thing).Parameters.Name.Attributes | ForEach-Object { $_.TypeId.Name }
#= ValidateSetAttribute
#= AliasAttribute
#= ParameterAttribute
(Get-Command Get-Thing).Parameters.Name | Select-Object Name, ParameterType, @{ n = 'Sets'; e = { $_.ParameterSets.Keys } }, Aliases, SwitchParameter
#=
#= Name            : Name
#= ParameterType   : System.String[]
#= Sets            : A
#= Aliases         : {n, nm}
#= SwitchParameter : False
#=
Get-Command Get-Thing -Syntax
#=
#= Get-Thing [-Name] <string[]> [-All] [-WhatIf] [-Confirm] [<CommonParameters>]
#=
#= Get-Thing [-Id <int>] [-All] [-WhatIf] [-Confirm] [<CommonParameters>]
#=
# wrapping by alias and module-qualified names
function Get-ChildItem { "mine: $args" }
Get-ChildItem a b; (Get-Command Get-ChildItem).CommandType; (Get-Command Get-ChildItem -All).CommandType -join ','
#= mine: a b
#= Function
#= Function,Cmdlet
(Microsoft.PowerShell.Management\Get-ChildItem Env:PATH).Name
#= PATH
Remove-Item Function:Get-ChildItem; (Get-Command Get-ChildItem).CommandType
#= Cmdlet
# forwarding -Verbose, -ErrorAction, splatting
function Inner { [CmdletBinding(SupportsShouldProcess)] param($A, [switch] $S, [Parameter(ValueFromRemainingArguments)] $Rest) Write-Verbose "inner $A $S"; Write-Error "soft"; if ($PSCmdlet.ShouldProcess('t', 'a')) { "did $A [$Rest]" } }
function Outer { [CmdletBinding(SupportsShouldProcess)] param($A, [Parameter(ValueFromRemainingArguments)] $Rest) Inner @PSBoundParameters }
Outer 1 -Verbose -ErrorAction SilentlyContinue; Outer 2 -WhatIf -EA Ignore; Outer 3 x y -ea 0
#= VERBOSE: inner 1 False
#= VERBOSE: Performing the operation "a" on target "t".
#= did 1 []
#= What if: Performing the operation "a" on target "t".
#= did 3 [x y]
function Plain { Inner @args }; Plain 4 -S -Verbose 2>$null; Plain -A:5 6 7 -ErrorAction:Ignore
#= VERBOSE: inner 4 True
#= VERBOSE: Performing the operation "a" on target "t".
#= did 4 []
#= did 5 [6 7]
$sp = @{ A = 1; ErrorAction = 'Ignore' }; Inner @sp -A 2 -ErrorVariable q 2>&1 | ForEach-Object { "$_" }
#= did 2 []
try { Inner @sp -A 2 -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }
#= Microsoft.PowerShell.Commands.WriteErrorException,Inner
try { Inner -A 1 -A 2 } catch { "$($_.FullyQualifiedErrorId): $($_.Exception.Message)" }
#= ParameterAlreadyBound,Inner: Cannot bind parameter because parameter 'A' is specified more than once. To provide multiple values to parameters that can accept multiple values, use the array syntax. For example, "-parameter value1,value2,value3".
$PSDefaultParameterValues = @{ 'Inner:A' = 'dflt'; 'Out*:Rest' = 'r'; '*:Verbose' = $true }; Outer -ea 0; $PSDefaultParameterValues.Clear()
#= VERBOSE: inner dflt False
#= VERBOSE: Performing the operation "a" on target "t".
#= did dflt [r]
filter Double { $_ * 2 }; 1, 2 | Double; (Get-Command Double).ScriptBlock.Ast.IsFilter
#= 2
#= 4
#= True
function Both { begin { 'b' } process { "p$_" } end { 'e' } clean { Write-Host 'cleaned' } }; 1, 2 | Both; 1..5 | Both | Select-Object -First 2
#= b
#= p1
#= p2
#= e
#= cleaned
#= b
#= p1
#= cleaned
${function:Greet} = { param($n) "hi $n" }; Greet Bob; $function:Greet.ToString(); & (Get-Item function:Greet) Al
#= hi Bob
#=  param($n) "hi $n" 
#= hi Al
Set-Item function:global:Greet { 'changed' }; Greet; Get-ChildItem function:Gr* | Format-Table CommandType, Name, Definition
#= changed
#=
#= CommandType Name  Definition
#= ----------- ----  ----------
#=    Function Greet  'changed' 
#=
