# Proxy functions: their text, and that it works.
function Get-Greeting { [CmdletBinding(DefaultParameterSetName = 'ByName', SupportsShouldProcess)] param([Parameter(Mandatory, Position = 0, ValueFromPipeline, ParameterSetName = 'ByName')][Alias('n')][string]$Name, [ValidateSet('low', 'high')][string]$Level = 'low', [ValidateRange(1, 5)][int]$Count = 1, [switch]$Loud) process { foreach ($i in 1..$Count) { if ($Loud) { "HELLO $Name" } else { "Hello $Name ($Level)" } } } }
$metadata = [System.Management.Automation.CommandMetadata]::new((Get-Command Get-Greeting)); $text = [System.Management.Automation.ProxyCommand]::Create($metadata); $text
#= [CmdletBinding(DefaultParameterSetName='ByName', SupportsShouldProcess=$true, ConfirmImpact='Medium')]
#= param(
#=     [Parameter(ParameterSetName='ByName', Mandatory=$true, Position=0, ValueFromPipeline=$true)]
#=     [Alias('n')]
#=     [string]
#=     ${Name},
#=
#=     [ValidateSet('low','high')]
#=     [string]
#=     ${Level},
#=
#=     [ValidateRange(1, 5)]
#=     [int]
#=     ${Count},
#=
#=     [switch]
#=     ${Loud})
#=
#= begin
#= {
#=     try {
#=         $outBuffer = $null
#=         if ($PSBoundParameters.TryGetValue('OutBuffer', [ref]$outBuffer))
#=         {
#=             $PSBoundParameters['OutBuffer'] = 1
#=         }
#=
#=         $wrappedCmd = $ExecutionContext.InvokeCommand.GetCommand('Get-Greeting', [System.Management.Automation.CommandTypes]::Function)
#=         $scriptCmd = {& $wrappedCmd @PSBoundParameters }
#=
#=         $steppablePipeline = $scriptCmd.GetSteppablePipeline()
#=         $steppablePipeline.Begin($PSCmdlet)
#=     } catch {
#=         throw
#=     }
#= }
#=
#= process
#= {
#=     try {
#=         $steppablePipeline.Process($_)
#=     } catch {
#=         throw
#=     }
#= }
#=
#= end
#= {
#=     try {
#=         $steppablePipeline.End()
#=     } catch {
#=         throw
#=     }
#= }
#=
#= clean
#= {
#=     if ($null -ne $steppablePipeline) {
#=         $steppablePipeline.Clean()
#=     }
#= }
#= <#
#=
#= .ForwardHelpTargetName Get-Greeting
#= .ForwardHelpCategory Function
#=
#= #>
#=
Set-Item function:Get-Wrapped ([scriptblock]::Create($text)); 'a', 'b' | Get-Wrapped -Count 2 -Level high; Get-Wrapped x -Loud; Get-Wrapped -n y
#= Hello a (high)
#= Hello a (high)
#= Hello b (high)
#= Hello b (high)
#= HELLO x
#= Hello y (low)
$sort = New-Object System.Management.Automation.CommandMetadata (Get-Command Sort-Object); "$($sort.Name) $($sort.CommandType) $($sort.DefaultParameterSetName)"; $sort.Parameters.Remove('Unique'); Set-Item function:My-Sort ([scriptblock]::Create([System.Management.Automation.ProxyCommand]::Create($sort, 'no help'))); 3, 1, 2 | My-Sort -Descending; My-Sort -Unique
#= Microsoft.PowerShell.Utility\Sort-Object Cmdlet Default
#= 3
#= 2
#= 1
#= My-Sort : A parameter cannot be found that matches parameter name 'Unique'.
#= At line:1 char:359
#= + … e($sort, 'no help'))); 3, 1, 2 | My-Sort -Descending; My-Sort -Unique
#= +                                                                 ~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (:) [My-Sort], ParameterBindingException
#=     + FullyQualifiedErrorId : NamedParameterNotFound,My-Sort
function Bound { param($a, $b) $PSBoundParameters; $PSBoundParameters.Remove('a'); $PSBoundParameters.Remove('zz'); $value = $null; $PSBoundParameters.TryGetValue('B', [ref]$value); $value; $PSBoundParameters.Add('c', 3); ($PSBoundParameters.GetEnumerator() | ForEach-Object Key) -join ','; $PSBoundParameters -is [System.Collections.IDictionary]; Inner @PSBoundParameters }; function Inner { param($b, $c) "$b $c" }; Bound 1 2
#=
#= Key Value
#= --- -----
#= a       1
#= b       2
#= True
#= False
#= True
#= 2
#= b,c
#= True
#= 2 3
#=
