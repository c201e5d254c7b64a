# Relay connectors: copied, saved, brought back, their ranges kept up
New-ReceiveConnector -Name Relay -Usage Custom -Bindings 192.168.1.11:25 -RemoteIPRanges 10.0.0.5, 10.0.0.6 -PermissionGroups AnonymousUsers | Out-Null
Get-ReceiveConnector Relay | Add-ADPermission -User 'NT AUTHORITY\ANONYMOUS LOGON' -ExtendedRights Ms-Exch-SMTP-Accept-Any-Recipient | Out-Null
Set-ReceiveConnector Relay -MaxProtocolErrors 2 -Banner '220 relay'
.\Copy-ReceiveConnector.ps1 -SourceConnector EX01\Relay -Name 'Relay 2' -Bindings 192.168.1.12:25
#=
#= Identity          : EX01\Relay 2
#= Bindings          : 192.168.1.12:25
#= Ranges            : 10.0.0.5, 10.0.0.6
#= MaxProtocolErrors : 2
#= Banner            : 220 relay
#=
#= 3 log lines, exit code 0
.\Copy-ReceiveConnector.ps1 EX01\Relay 'Relay 3' -Bindings 192.168.1.13:25 -WhatIf
#= What if: Performing the operation "Create a copy of EX01\Relay" on target "EX01\Relay 3".
#= 1 log lines, exit code 0
Get-ADPermission 'EX01\Relay 2' | Where-Object { $_.ExtendedRights -match 'Any-Recipient' } | Format-Table User, ExtendedRights
#=
#= User                         ExtendedRights
#= ----                         --------------
#= NT AUTHORITY\ANONYMOUS LOGON {ms-Exch-SMTP-Accept-Any-Recipient}
#=

.\Export-ReceiveConnectors.ps1
#= Creating folder C:\ExchangeBackup
#= 4 connectors written to C:\ExchangeBackup\ReceiveConnectors-{*}.csv
#=
#= Name         RangeCount RangeFile
#= ----         ---------- ---------
#= Client EX01           2 C:\ExchangeBackup\Client-EX01.ranges.txt
#= Default EX01          2 C:\ExchangeBackup\Default-EX01.ranges.txt
#= Relay                 2 C:\ExchangeBackup\Relay.ranges.txt
#= Relay 2               2 C:\ExchangeBackup\Relay-2.ranges.txt
#=
Get-Content C:\ExchangeBackup\Relay.ranges.txt
#= 10.0.0.5
#= 10.0.0.6
(Get-ChildItem C:\ExchangeBackup -Filter *.ranges.txt | Sort-Object Name).Name
#= Client-EX01.ranges.txt
#= Default-EX01.ranges.txt
#= Relay-2.ranges.txt
#= Relay.ranges.txt
Get-ChildItem C:\ExchangeBackup\*.csv | .\Import-ReceiveConnectors.ps1 -Suffix ' copy'
#=
#= Created Skipped Total
#= ------- ------- -----
#=       4       0     8
#=
Get-ChildItem c:\exchangebackup\*.csv | .\Import-ReceiveConnectors.ps1 -Suffix ' copy'
#=
#= Created Skipped Total
#= ------- ------- -----
#=       0       4     8
#=
Get-ReceiveConnector *copy | Sort-Object Name | Format-Table Name, Bindings, PermissionGroups
#=
#= Name              Bindings                                                     PermissionGroups
#= ----              --------                                                     ----------------
#= Client EX01 copy  {:::2587, 0.0.0.0:2587}                                         ExchangeUsers
#= Default EX01 copy {:::2526, 0.0.0.0:2526} ExchangeUsers, ExchangeServers, ExchangeLegacyServers
#= Relay 2 copy      {192.168.1.12:2526}                                            AnonymousUsers
#= Relay copy        {192.168.1.11:2526}                                            AnonymousUsers
#=

@'
# Printers
10.0.0.7      # first floor
10.0.2.0/24
'@ | Set-Content C:\printers.txt
.\Add-ReceiveConnectorIpAddress.ps1 -ConnectorName relay -FileName C:\printers.txt
#= Saved 2 ranges to EX01-relay-<time>.txt
#=   10.0.0.7 added
#=   10.0.2.0/24 added
#= Add-ReceiveConnectorIpAddress.ps1 ended in its folder
#=
#= Range       Format
#= -----       ------
#= 10.0.0.5    SingleAddress
#= 10.0.0.6    SingleAddress
#= 10.0.0.7    SingleAddress
#= 10.0.2.0/24 CIDR
#=
$LASTEXITCODE
#= 0
.\Add-ReceiveConnectorIpAddress.ps1 -ConnectorName relay -FileName C:\none.txt
#= File C:\none.txt not found
$LASTEXITCODE
#= 1002

.\Update-ConnectorRanges.ps1
#=
#= Range                  Action
#= -----                  ------
#= 10.0.0.6               remove
#= 10.0.0.7               remove
#= 10.0.2.0/24            remove
#= 10.0.0.5               keep
#= 10.0.1.0/24            add
#= 10.0.9.1-10.0.9.9      add
#=
#= WARNING: 5 changes; use -Force.
#= Now: 10.0.0.5 | 10.0.0.6 | 10.0.0.7 | 10.0.2.0/24
.\Update-ConnectorRanges.ps1 -Force
#=
#= Range                  Action
#= -----                  ------
#= 10.0.0.6               remove
#= 10.0.0.7               remove
#= 10.0.2.0/24            remove
#= 10.0.0.5               keep
#= 10.0.1.0/24            add
#= 10.0.9.1-10.0.9.9      add
#=
#= Changed: 5
#= Now: 10.0.0.5 | 10.0.1.0/24 | 10.0.9.1-10.0.9.9
.\Update-ConnectorRanges.ps1
#=
#= Range                  Action
#= -----                  ------
#= 10.0.0.5               keep
#= 10.0.1.0/24            keep
#= 10.0.9.1-10.0.9.9      keep
#=
#= Nothing to do.
