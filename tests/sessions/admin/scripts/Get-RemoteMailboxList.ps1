# From a workstation: a session to the server, its cmdlets imported with a prefix, a list, and the session closed.
param([string]$Server = 'ex01.contoso.com', [pscredential]$Credential = (New-Object System.Management.Automation.PSCredential('CONTOSO\Administrator', (ConvertTo-SecureString 'Pass@word1' -AsPlainText -Force))))
$session = New-PSSession -ConfigurationName Microsoft.Exchange -ConnectionUri "http://$Server/PowerShell/" -Authentication Kerberos -Credential $Credential
try {
    Import-PSSession $session -Prefix Ex -CommandName Get-Mailbox, Get-ReceiveConnector -AllowClobber -DisableNameChecking | Out-Null
    "$($session.State) $($session.Availability) $($session.ConfigurationName)"
    Get-ExMailbox -ResultSize 2 -WarningAction SilentlyContinue | Sort-Object Alias | Select-Object -ExpandProperty Alias
    "connectors: $(@(Get-ExReceiveConnector).Count -gt 0)"
    Invoke-Command -Session $session -ScriptBlock { Get-AcceptedDomain } | ForEach-Object { "domain: $($_.DomainName)" }
}
finally { Remove-PSSession $session }
"open sessions: $(@(Get-PSSession).Count)"
