# Certificates that end soon; renews the one of a name; reports by colour; asks at the end.
param([int]$Days = 60)
New-SelfSignedCertificate -DnsName old.contoso.com -CertStoreLocation Cert:\LocalMachine\My -NotAfter (Get-Date).AddDays(10) | Out-Null
$soon = Get-ChildItem -Path Cert:\LocalMachine\My | Where-Object { $_.NotAfter -lt (Get-Date).AddDays($Days) }
foreach ($cert in $soon) {
    $left = ($cert.NotAfter - (Get-Date)).Days
    Write-Host ("{0} ends in {1} days" -f $cert.Subject, $left) -ForegroundColor Yellow
    $new = New-SelfSignedCertificate -DnsName $cert.DnsNameList.Unicode -CertStoreLocation Cert:\LocalMachine\My -FriendlyName 'Renewed'
    Enable-ExchangeCertificate -Thumbprint $new.Thumbprint -Services POP -Confirm:$false
    $cert | Remove-Item
}
Get-ExchangeCertificate | Where-Object { $_.FriendlyName -eq 'Renewed' } | ForEach-Object { "$($_.Subject) $($_.Services)" }
(Get-ChildItem Cert:\LocalMachine\My -DnsName old.contoso.com).Count
try { $key = $Host.UI.RawUI.ReadKey('NoEcho,IncludeKeyDown'); "key $($key.Character)" } catch { 'nobody at the keyboard' }
