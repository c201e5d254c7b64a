try { throw 'boom' } catch { "$_"; $_.FullyQualifiedErrorId; $_.CategoryInfo.Category } finally { 'f' }
#= boom
#= boom
#= OperationStopped
#= f
try { 1/0 } catch [System.DivideByZeroException] { 'div' } catch { 'other' }
#= div
try { throw } catch { $_.Exception.Message }
#= ScriptHalted
try { Write-Error 'x' -ErrorAction SilentlyContinue; 'go' } catch { 'c' }
try { Write-Error 'x' -ErrorAction Stop; 'no' } catch { "caught $_" }
#= go
#= caught x
function f { trap { 't'; continue } throw 'a'; 'after' }; f
#= t
#= after
function f { try { return 'r' } finally { 'f' } }; f
#= r
#= f
try { $null.M() } catch { $_.FullyQualifiedErrorId }; try { $n=$null; $n[0] } catch { $_.FullyQualifiedErrorId }
#= InvokeMethodOnNull
#= NullArray
try { nosuch } catch { $_.FullyQualifiedErrorId; $_.CategoryInfo.ToString() }
#= CommandNotFoundException
#= ObjectNotFound: (nosuch:String) [], CommandNotFoundException
Set-Variable r 1 -Option ReadOnly; try { $r = 2 } catch { $_.FullyQualifiedErrorId; $_.Exception.Message }
#= VariableNotWritable
#= Cannot overwrite variable r because it is read-only or constant.
$both = & { 'o'; Write-Error 'e' } 2>&1; $both.Count; $both[1].GetType().Name
#= 2
#= ErrorRecord
Write-Warning 'w' 3>&1 | ForEach-Object { $_.GetType().Name }
#= WarningRecord
# A statement-terminating error ends its statement only.
1/0; 'next'
#= Attempted to divide by zero.
#= At line:2 char:1
#= + 1/0; 'next'
#= + ~~~
#=     + CategoryInfo          : NotSpecified: (:) [], RuntimeException
#=     + FullyQualifiedErrorId : RuntimeException
#= next
# Inside a try, also one that is further up, it travels.
function Inner { 1/0; 'not reached' }; try { Inner } catch { 'caught' }
#= caught
# Too deep recursion is an error like others.
function Deep($n) { if ($n -gt 0) { Deep ($n - 1) } else { 'bottom' } }; Deep 5000
#= bottom
function Endless { Endless }; try { Endless } catch { $_.FullyQualifiedErrorId }
#= CallDepthOverflow
