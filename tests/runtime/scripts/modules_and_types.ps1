# A module of files, dynamic modules, type data, variables, files and paths.
$folder = Join-Path $PWD 'mods/Tools'; $null = New-Item -ItemType Directory $folder -Force
@'
$script:Settings = @{ Level = 'Info'; Sink = [System.Collections.Generic.List[string]]::new() }
class LogEntry { [datetime]$When; [string]$Level; [string]$Text; LogEntry([string]$l, [string]$t) { $this.When = [datetime]'2024-01-01'; $this.Level = $l; $this.Text = $t }
  [string] ToString() { return '{0:yyyy-MM-dd} {1,-5} {2}' -f $this.When, $this.Level, $this.Text } }
function Write-Log { [CmdletBinding()] param([Parameter(Mandatory, ValueFromPipeline)][string]$Message, [ValidateSet('Info', 'Warn', 'Error')][string]$Level = $script:Settings.Level)
  process { $e = [LogEntry]::new($Level, $Message); $script:Settings.Sink.Add("$e"); if ($Level -eq 'Warn') { Write-Warning $Message } ; $e } }
function Get-LogSink { , $script:Settings.Sink }
function Invoke-Quietly([scriptblock]$Block) { $local:VerbosePreference = 'SilentlyContinue'; & $Block }
function Hidden-Helper { 'hidden' }
New-Alias wl Write-Log
Export-ModuleMember -Function Write-Log, Get-LogSink, Invoke-Quietly -Alias wl -Variable nothing
'@ | Set-Content (Join-Path $folder Tools.psm1)
New-ModuleManifest -Path (Join-Path $folder Tools.psd1) -RootModule Tools.psm1 -ModuleVersion 1.2.3 -FunctionsToExport 'Write-Log', 'Get-LogSink', 'Invoke-Quietly' -AliasesToExport wl -Description 'log tools'
Import-Module $folder -Verbose:$false
(Get-Module Tools).Version.ToString(); (Get-Module Tools).ExportedFunctions.Keys -join ','; (Get-Module Tools).ExportedAliases.Keys
#= 1.2.3
#= Write-Log,Get-LogSink,Invoke-Quietly
#= wl
'one', 'two' | Write-Log | ForEach-Object { "$_" }
#= 2024-01-01 Info  one
#= 2024-01-01 Info  two
wl 'careful' -Level Warn | Select-Object Level, Text
#= WARNING: careful
#=
#= Level Text
#= ----- ----
#= Warn  careful
#=
(Get-LogSink).Count; (Get-LogSink)[-1]
#= 3
#= 2024-01-01 Warn  careful
try { Hidden-Helper } catch { 'not exported' }
#= not exported
& (Get-Module Tools) { Hidden-Helper; $Settings.Level = 'Error' }
#= hidden
(Write-Log x).Level
#= Error
function Outer { $secret = 'mine'; Invoke-Quietly { "secret=$secret" } }; Outer
#= secret=mine
$m = New-Module -Name Dyn -ScriptBlock { param($start) $n = $start; function Next { ($script:n++) }; Export-ModuleMember -Function Next } -ArgumentList 5
Next; Next; $m.Name; (Get-Command Next).ModuleName
#= 5
#= 6
#= Dyn
#= Dyn
$obj = New-Module -AsCustomObject { $total = 0; function Add($x) { $script:total += $x; $this }; function Sum { $total } }; $null = $obj.Add(3); $null = $obj.Add(4); $obj.Sum()
#= 7
Remove-Module Tools; Get-Command Write-Log -ErrorAction SilentlyContinue; 'removed'
#= removed
Test-ModuleManifest (Join-Path $folder Tools.psd1) | Select-Object Name, Version, Description
#=
#= Name  Version Description
#= ----  ------- -----------
#= Tools 1.2.3   log tools
#=
$PSDefaultParameterValues['Get-Thing:Size'] = 9; function Get-Thing { [CmdletBinding()] param($Size) "size $Size" }; Get-Thing; $PSDefaultParameterValues.Clear(); Get-Thing
#= size 9
#= size 
Update-TypeData -TypeName Lab.Box -MemberType ScriptProperty -MemberName Volume -Value { $this.W * $this.H } -Force
Update-TypeData -TypeName Lab.Box -DefaultDisplayPropertySet W, Volume -Force
$box = [pscustomobject]@{ PSTypeName = 'Lab.Box'; W = 2; H = 3; D = 4 }; $box; $box.Volume; $box | Format-List *
#=
#= W Volume
#= - ------
#= 2      6
#= 6
#=
#=
#= W      : 2
#= H      : 3
#= D      : 4
#= Volume : 6
#=
'{"x":1}' | ConvertFrom-Json | ForEach-Object { $_.x + 1 }
#= 2
[Environment]::GetEnvironmentVariable('NOPE') -eq $null; $env:LABX = 'v'; "$env:LABX"; Remove-Item Env:LABX; Test-Path Env:LABX
#= True
#= v
#= False
Set-Variable -Name ro -Value 5 -Option ReadOnly; try { $ro = 6 } catch { $_.FullyQualifiedErrorId }; Remove-Variable ro -Force
#= VariableNotWritable
Get-Variable nosuchvar -ErrorAction SilentlyContinue; (Get-Variable PSVersionTable).Value.PSEdition
#= Core
Push-Location $folder; (Get-ChildItem).Name -join ','; Get-ChildItem -Filter *.psm1 | ForEach-Object { $_.BaseName + $_.Extension }; Pop-Location
#= Tools.psd1,Tools.psm1
#= Tools.psm1
$f = New-TemporaryFile; 'a', 'b', 'c' | Out-File $f; (Get-Content $f)[1]; Add-Content $f 'd'; (Get-Content $f | Measure-Object -Line).Lines; (Get-Item $f).Length -gt 0; Remove-Item $f; Test-Path $f
#= b
#= 4
#= True
#= False
[System.IO.Path]::GetFileNameWithoutExtension('/a/b.c.txt'); [System.IO.Path]::Combine('/a', 'b'); Split-Path '/a/b/c.txt' -Leaf; Split-Path '/a/b/c.txt' -Parent; Join-Path a b c; [IO.Path]::ChangeExtension('x.txt', '.log'); Resolve-Path $folder -Relative
#= b.c
#= /a/b
#= c.txt
#= /a/b
#= a/b/c
#= x.log
#= ./mods/Tools
