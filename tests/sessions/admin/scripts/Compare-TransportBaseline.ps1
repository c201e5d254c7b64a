# Keeps a baseline of transport settings as CLIXML and shows what drifted since.
param([string]$Baseline = 'C:\Baselines\transport.xml', [switch]$Renew)

$watched = @{
    'TransportConfig'   = { Get-TransportConfig | Select-Object MaxSendSize, MaxReceiveSize, MaxRecipientEnvelopeLimit, GenerateCopyOfDSNFor }
    'TransportServer'   = { Get-TransportServer $env:COMPUTERNAME | Select-Object Name, MessageExpirationTimeout, MaxOutboundConnections, InternalDNSServers }
    'AcceptedDomain'    = { Get-AcceptedDomain | Sort-Object Name | Select-Object Name, @{n = 'Domain'; e = { "$($_.DomainName)" } }, DomainType, Default }
    'ReceiveConnector'  = { Get-ReceiveConnector | Sort-Object Identity | Select-Object @{n = 'Identity'; e = { "$($_.Identity)" } }, Enabled, MaxMessageSize, PermissionGroups }
    'SendConnector'     = { Get-SendConnector | Select-Object Name, AddressSpaces, SmartHosts, Enabled }
}
$snapshot = [ordered]@{}
foreach ($key in $watched.Keys | Sort-Object) {
    $snapshot[$key] = @(& $watched[$key] | ForEach-Object {
            $line = foreach ($p in $_.PSObject.Properties) { '{0}={1}' -f $p.Name, ($p.Value -join ',') }
            $line -join '; '
        })
}
$folder = Split-Path $Baseline
if (-not (Test-Path $folder)) { New-Item $folder -Type Directory | Out-Null }
if ($Renew -or -not (Test-Path $Baseline)) {
    $snapshot | Export-Clixml -Path $Baseline -Depth 4
    "Baseline of $($snapshot.Count) kinds written to $Baseline"
    return
}
$before = Import-Clixml $Baseline
$drift = 0
foreach ($key in $snapshot.Keys) {
    $changes = Compare-Object @($before[$key]) @($snapshot[$key])
    if (-not $changes) { continue }
    "[$key]"
    $changes | Sort-Object { $_.SideIndicator } | ForEach-Object {
        $mark = switch ($_.SideIndicator) { '<=' { '-' } '=>' { '+' } }
        "$mark $($_.InputObject)"
        $drift++
    }
}
"Drift: $drift"
