# Certificates that end soon, in the store and in Exchange; services that they serve.
param([int]$Days = 3650, [string[]]$ComputerName = @($env:COMPUTERNAME))
foreach ($computer in $ComputerName) {
    $limit = (Get-Date).AddDays($Days)
    Get-ExchangeCertificate -ErrorAction SilentlyContinue | Where-Object { $_.NotAfter -lt $limit } | Sort-Object NotAfter | ForEach-Object {
        $left = ($_.NotAfter - (Get-Date)).Days
        $inStore = Test-Path "Cert:\LocalMachine\My\$($_.Thumbprint)"
        '{0}: {1}, {2}, services {3}, days left {4}, in the store {5}' -f $computer, $_.Subject,
            $(if ($_.IsSelfSigned) { 'self-signed' } else { "by $($_.Issuer)" }), $_.Services,
            $(if ($left -gt 30) { 'enough' } else { 'few' }), $inStore
    }
}
Get-ChildItem Cert:\LocalMachine\My | Where-Object { $_.HasPrivateKey } | Select-Object Subject, @{n='Length';e={$_.Thumbprint.Length}} | Format-Table -AutoSize
