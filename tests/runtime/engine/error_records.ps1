# Parts of error records that scripts change, and records made of others.
try { throw 'first' } catch { $record = $_ }
$info = $record.CategoryInfo; $info.Activity = 'Check'; $info.Reason = 'Wrong'; $info.TargetName = 'disk'; $info.TargetType = 'Volume'; "$($record.CategoryInfo)"
$record.ErrorDetails = 'in other words'; $record.ErrorDetails.RecommendedAction = 'Look again.'; "$record"; $record.ErrorDetails.RecommendedAction
$copy = [System.Management.Automation.ErrorRecord]::new($record, [Exception]::new('second')); $copy.FullyQualifiedErrorId; $copy.Exception.Message; "$($copy.CategoryInfo)"
[System.Management.Automation.ErrorRecord]::new($null, $null)
& { "$($MyInvocation.MyCommand)" }
try { [int]::Parse('x') } catch { ($_ | Get-Error | Out-String) -split "`n" -match 'HResult' -replace '\s+', ' ' }
#= OperationStopped: (disk:Volume) [Check], Wrong
#= in other words
#= Look again.
#= first
#= first
#= OperationStopped: (disk:Volume) [Check], Wrong
#= Exception calling ".ctor" with "2" argument(s): "Cannot process argument because the value of argument "errorRecord" is null. Change the value of argument "errorRecord" to a non-null value."
#= At line:6 char:1
#= + [System.Management.Automation.ErrorRecord]::new($null, $null)
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [], MethodInvocationException
#=     + FullyQualifiedErrorId : ArgumentNullException
#=  "$($MyInvocation.MyCommand)" 
#=  HResult : -2146233033
#=  HResult : -2146233087
#=  Line : try { [int]::Parse('x') } catch { ($_ | Get-Error | Out-String) -split "`n" -match 'HResult' -replace '\s+', ' ' }
