# Connects as from a workstation, imports the session, asks, and leaves.
$ErrorActionPreference = 'Stop'
$uri = "http://$($env:COMPUTERNAME).contoso.com/PowerShell/"
$session = New-PSSession -ConfigurationName Microsoft.Exchange -ConnectionUri $uri -Authentication Kerberos
try {
    $module = Import-PSSession $session -DisableNameChecking -AllowClobber -CommandName Get-Mailbox, Get-MailboxStatistics, Get-ExchangeServer
    "Imported $($module.ExportedCommands.Count) commands of $($session.ComputerName)"
    $servers = (Get-ExchangeServer).Name
    $info = Invoke-Command -ComputerName $servers -ArgumentList 'MSExchangeTransport' -ScriptBlock {
        param($name)
        $service = Get-Service $name
        [pscustomobject]@{ Computer = $env:COMPUTERNAME; Service = $service.Name; State = "$($service.Status)"; Build = (Get-CimInstance Win32_OperatingSystem).BuildNumber }
    }
    $info | Select-Object Computer, Service, State, Build, PSComputerName | Format-Table -AutoSize
    try { $null = Invoke-Command -ComputerName EX09 { 1 } -ErrorAction Stop }
    catch [System.Management.Automation.Remoting.PSRemotingTransportException] { "EX09 is offline: $($_.FullyQualifiedErrorId)" }
} finally { Remove-PSSession $session }
"Sessions left: $(@(Get-PSSession).Count)"
