# Progress records that scripts make, and items by $PSCmdlet.
$record = [System.Management.Automation.ProgressRecord]::new(1, 'work', 'begun'); $record.PercentComplete = 30; "$($record.PercentComplete) $($record.Activity) $($record.RecordType)"
function Ask { [CmdletBinding()] param() $PSCmdlet.WriteProgress($record); $PSCmdlet.InvokeProvider.Item.Exists('.') }; Ask
#= 30 work Processing
#= True
