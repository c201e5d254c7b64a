# Makes a session of PowerShell one of the Exchange Management Shell of 2007. In the lab the cmdlets are here already.

$global:exinstall = $env:ExchangeInstallPath
$global:exbin = Join-Path $env:ExchangeInstallPath 'bin\'
$global:exscripts = Join-Path $env:ExchangeInstallPath 'Scripts\'
