# Errors of every kind: typed catches, records, preferences, traps, streams.
function Test-Path2 { param([string]$p) if (-not $p) { throw [System.ArgumentNullException]::new('p') } if ($p -eq 'bad') { Write-Error "bad path $p" -Category InvalidArgument -ErrorId BadPath -TargetObject $p } 'ok' }
try { Test-Path2 } catch [System.ArgumentNullException] { "null: $($_.Exception.ParamName) $($_.Exception.Message)" }
#= null: p Value cannot be null. (Parameter 'p')
$r = Test-Path2 bad 2>&1; $r.Count; $r[0].FullyQualifiedErrorId; $r[0].CategoryInfo.Category; $r[0].TargetObject
#= 2
#= BadPath,Test-Path2
#= InvalidArgument
#= bad
Test-Path2 bad -ErrorAction SilentlyContinue
#= Test-Path2 : bad path bad
#= At line:1 char:1
#= + Test-Path2 bad -ErrorAction SilentlyContinue
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (bad:String) [Write-Error], WriteErrorException
#=     + FullyQualifiedErrorId : BadPath,Test-Path2
#= ok
function Adv { [CmdletBinding()] param([string]$p) if ($p -eq 'bad') { Write-Error "bad $p" } ; 'after' }
Adv bad -ErrorAction SilentlyContinue -ErrorVariable ev; $ev.Count; "$ev"
#= after
#= 1
#= bad bad
try { Adv bad -ErrorAction Stop } catch { "stopped: $($_.Exception.GetType().Name): $_" }
#= stopped: WriteErrorException: bad bad
$ErrorActionPreference = 'Continue'
try { Get-Item /nosuch/path -ErrorAction Stop } catch [System.Management.Automation.ItemNotFoundException] { "item: $($_.CategoryInfo.Reason) $($_.TargetObject)" } finally { 'finally 1' }
#= item: ItemNotFoundException /nosuch/path
#= finally 1
try { try { throw 'inner' } catch { throw [System.Exception]::new('outer', $_.Exception) } } catch { "$($_.Exception.Message) <- $($_.Exception.InnerException.Message)" }
#= outer <- inner
try { try { 1 / 0 } finally { 'cleanup' } } catch [DivideByZeroException] { 'div' }
#= cleanup
#= div
try { [int]'x' } catch [System.Management.Automation.PSInvalidCastException], [System.FormatException] { 'cast' } catch { "generic $($_.Exception.GetType().FullName)" }
#= cast
try { Invoke-NoSuch } catch [System.Management.Automation.CommandNotFoundException] { "cnf $($_.Exception.CommandName)" }
#= cnf Invoke-NoSuch
try { [System.IO.File]::ReadAllText('/nosuch/f') } catch [System.IO.DirectoryNotFoundException] { 'dir' } catch [System.IO.IOException] { 'io' }
#= dir
try { $null.Foo() } catch { $_.FullyQualifiedErrorId }
#= InvokeMethodOnNull
try { 'a'.Substring(5) } catch { $_.Exception.InnerException.GetType().Name; $_.Exception.Message }
#= ArgumentOutOfRangeException
#= Exception calling "Substring" with "1" argument(s): "startIndex cannot be larger than length of string. (Parameter 'startIndex')"
function Nested { trap { "trap: $_"; continue } ; 'one'; throw 'boom'; 'two' }; Nested
#= one
#= trap: boom
#= two
function Outer { try { Inner } catch { "caught in outer: $($_.InvocationInfo.MyCommand) $($_.ScriptStackTrace -match '^at Inner')" } }
function Inner { Get-Item /nosuch -ErrorAction Stop }
Outer
#= caught in outer: Get-Item True
$errors = @(); foreach ($x in 1, 0, 2) { try { 10 / $x } catch { $errors += $_; continue } finally { "f$x" } }; $errors.Count
#= 10
#= f1
#= f0
#= 5
#= f2
#= 1
$old = $Error.Count; Get-Item /nosuch2 -ErrorAction SilentlyContinue; $Error.Count - $old; Get-Item /nosuch3 -ErrorAction Ignore; $Error.Count - $old
#= 1
#= 1
$Error[0].Exception.Message
#= Cannot find path '/nosuch2' because it does not exist.
$e = [System.Management.Automation.ErrorRecord]::new([System.InvalidOperationException]::new('custom'), 'MyId', 'ResourceBusy', 'target'); try { throw $e } catch { "$($_.FullyQualifiedErrorId) $($_.CategoryInfo)" }
#= MyId ResourceBusy: (target:String) [], InvalidOperationException
function Thrower { [CmdletBinding()] param() $PSCmdlet.ThrowTerminatingError($e) }; try { Thrower } catch { "$($_.FullyQualifiedErrorId)|$($_.CategoryInfo.Activity)" }
#= MyId,Thrower|Thrower
try { Write-Error -Exception ([System.TimeoutException]::new('slow')) -ErrorAction Stop } catch [System.TimeoutException] { 'timeout' }
#= timeout
& { $ErrorActionPreference = 'Stop'; try { Get-Item /nosuch4; 'not reached' } catch { 'stop pref' } }
#= stop pref
$result = if ($?) { 'yes' } else { 'no' }; $result
#= yes
Get-Item /nosuch5 2>$null; "status $?"
#= status False
'x' | ForEach-Object { if ($_ -eq 'x') { Write-Warning 'w' 3>&1 | ForEach-Object { "W:$($_.Message)" } } }
#= W:w
$all = & { 'out'; Write-Error 'err'; Write-Warning 'warn'; Write-Verbose 'verb' -Verbose; Write-Host 'host' } *>&1; $all | ForEach-Object { $_.GetType().Name }
#= String
#= ErrorRecord
#= WarningRecord
#= VerboseRecord
#= InformationRecord
function Clean { [CmdletBinding()] param([Parameter(ValueFromPipeline)]$x) begin { 'b' } process { "p$x" } end { 'e' } clean { Write-Host 'cleaned' } }; 1, 2 | Clean | Select-Object -First 2
#= b
#= p1
#= cleaned
