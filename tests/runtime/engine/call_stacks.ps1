# What the call stack calls the parts of functions, and texts that are run.
function Deep { begin { } process { throw 'p' } end { } }; try { 1 | Deep } catch { $_.ScriptStackTrace }
function Last { end { throw 'e' } }; try { Last } catch { $_.ScriptStackTrace }
function Show { process { (Get-PSCallStack)[0] | ForEach-Object { "$($_.FunctionName) $($_.Command)" } } }; 1 | Show
function Fail { throw 'f' }; function Run { Invoke-Expression 'Fail' }; try { Run } catch { $_.ScriptStackTrace }
function Pass { Invoke-Expression '"$args $($MyInvocation.MyCommand.Name)"' }; Pass 1 2
#= at Deep<Process>, <No file>: line 2
#= at <ScriptBlock>, <No file>: line 2
#= at Last<End>, <No file>: line 3
#= at <ScriptBlock>, <No file>: line 3
#= Show<Process> Show
#= at Fail, <No file>: line 5
#= at <ScriptBlock>, <No file>: line 1
#= at Run, <No file>: line 5
#= at <ScriptBlock>, <No file>: line 5
#= 1 2 Pass
