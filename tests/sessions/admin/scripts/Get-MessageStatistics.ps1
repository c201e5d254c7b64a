<#
Counts what each user sent and received from the message tracking log, today or within the last days.
Sent is what the store driver took in; received is what it delivered.
#>
[CmdletBinding(DefaultParameterSetName = 'Days')]
param(
    [Parameter(ParameterSetName = 'Days')][int]$Days = 1,
    [Parameter(ParameterSetName = 'Span', Mandatory)][DateTime]$Start,
    [Parameter(ParameterSetName = 'Span')][DateTime]$End = [DateTime]::Now,
    [string]$Csv = 'C:\Reports\MessageStatistics.csv'
)
if ($PSCmdlet.ParameterSetName -eq 'Days') { $Start = [DateTime]::Today.AddDays(1 - $Days); $End = (Get-Date).AddMinutes(5) }

$sent = @{}; $received = @{}; $sentBytes = @{}; $receivedBytes = @{}
$domains = (Get-AcceptedDomain | ForEach-Object { $_.DomainName.Domain })
$servers = Get-ExchangeServer | Where-Object { $_.ServerRole -match 'HubTransport|Mailbox' }

foreach ($server in $servers) {
    $server | Get-MessageTrackingLog -ResultSize Unlimited -Start $Start -End $End | ForEach-Object {
        if ($_.Source -eq 'STOREDRIVER' -and $_.EventId -eq 'RECEIVE') {
            $sent[$_.Sender] += 1
            $sentBytes[$_.Sender] += $_.TotalBytes
        }
        if ($_.EventId -eq 'DELIVER') {
            foreach ($recipient in $_.Recipients) {
                $received[[string]$recipient] += 1
                $receivedBytes["$recipient"] += $_.TotalBytes
            }
        }
    }
}

$all = @($sent.Keys) + @($received.Keys) | ForEach-Object { $_.ToLower() } | Sort-Object -Unique |
    Where-Object { $domains -contains $_.Split('@')[1] }
$result = foreach ($address in $all) {
    $recipient = Get-Recipient $address -ErrorAction SilentlyContinue
    [PSCustomObject]@{
        User     = if ($recipient) { $recipient.DisplayName } else { $address }
        Sent     = [int]$sent[$address]
        Received = [int]$received[$address]
        Traffic  = if (($sentBytes[$address] + $receivedBytes[$address]) -gt 0) { 'yes' } else { 'no' }
    }
}
New-Item -ItemType Directory -Force -Path (Split-Path $Csv) | Out-Null
$result | Export-Csv -Path $Csv -NoTypeInformation
$result | Sort-Object -Property @{e = 'Sent'; Descending = $true }, @{e = 'User'; Descending = $false } | Format-Table -AutoSize
'{0} users, {1} sent, {2} received' -f @($result).Count, ($result | Measure-Object Sent -Sum).Sum,
    ($result | Measure-Object Received -Sum).Sum
