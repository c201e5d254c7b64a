# Does this server relay?
New-ReceiveConnector -Name Internet -Usage Internet -Bindings 192.168.1.10:25 | Out-Null
.\Test-SmtpRelay.ps1
#= banner code: 220
#= HELO probe.fabrikam.com                  250 EX01.contoso.com Hello [address]
#= MAIL FROM:<probe@fabrikam.com>           250 2.1.0 Sender OK
#= RCPT TO:<anna@contoso.com>               250 2.1.5 Recipient OK
#= RCPT TO:<someone@elsewhere.example>      550 5.7.1 Unable to relay
#= QUIT                                     221 2.0.0 Service closing transmission channel
#= This server does not relay.
Get-ReceiveConnector Internet | Add-ADPermission -User 'NT AUTHORITY\ANONYMOUS LOGON' -ExtendedRights Ms-Exch-SMTP-Accept-Any-Recipient | Out-Null
.\Test-SmtpRelay.ps1
#= banner code: 220
#= HELO probe.fabrikam.com                  250 EX01.contoso.com Hello [address]
#= MAIL FROM:<probe@fabrikam.com>           250 2.1.0 Sender OK
#= RCPT TO:<anna@contoso.com>               250 2.1.5 Recipient OK
#= RCPT TO:<someone@elsewhere.example>      250 2.1.5 Recipient OK
#= QUIT                                     221 2.0.0 Service closing transmission channel
#= WARNING: This server relays.
