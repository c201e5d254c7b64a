# Set-Service changes how a service starts, what it is called, and whether it runs.
Set-Service MSExchangeTransport -StartupType Disabled -Status Stopped -PassThru
Set-Service MSExchangeTransport -Status Running
'MSExchangeTransport' | Set-Service -StartMode Automatic -DisplayName 'Mail' -Description 'Takes mail.' -Status Running; Get-Service MSExchangeTransport
Get-Service MSExchangeTransport | Set-Service -StartupType Manual -WhatIf; (Get-Service -DisplayName Mail).StartType; Set-Service -InputObject (Get-Service MSExchangeTransport) -StartupType AutomaticDelayedStart; (Get-Service MSExchangeTransport).StartType
$failures = { Set-Service nosuch -Status Running -ErrorAction Stop }, { Set-Service MSExchangeTransport -Status Paused -ErrorAction Stop }, { Set-Service MSExchangeADTopology -Status Stopped -ErrorAction Stop }, { Set-Service MSExchangeTransport -StartupType Sometimes }, { Set-Service MSExchangeTransport -Credential ([pscredential]::new('a', [securestring]::new())) }, { Get-LocalUser }
foreach ($each in $failures) { try { & $each } catch { $_.FullyQualifiedErrorId; "$($_.Exception.Message)" } }
#=
#= Status   Name               DisplayName
#= ------   ----               -----------
#= Stopped  MSExchangeTranspo… Microsoft Exchange Transport
#= Set-Service : Service 'Microsoft Exchange Transport (MSExchangeTransport)' cannot be started due to the following error: Cannot start service MSExchangeTransport.
#= At line:3 char:1
#= + Set-Service MSExchangeTransport -Status Running
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : OpenError: (MSExchangeTransport:String) [Set-Service], InvalidOperationException
#=     + FullyQualifiedErrorId : CouldNotStartService,Microsoft.PowerShell.Commands.SetServiceCommand
#= Running  MSExchangeTranspo… Mail
#= What if: Performing the operation "Set-Service" on target "Mail (MSExchangeTransport)".
#= Automatic
#= Automatic
#= InvalidOperationException,Microsoft.PowerShell.Commands.SetServiceCommand
#= Service 'nosuch' was not found on computer '.'.
#= CouldNotSuspendServiceNotSupported,Microsoft.PowerShell.Commands.SetServiceCommand
#= Service 'Mail (MSExchangeTransport)' cannot be suspended because the service does not support being suspended or resumed.
#= ServiceHasDependentServicesNoForce,Microsoft.PowerShell.Commands.SetServiceCommand
#= Cannot stop service 'Microsoft Exchange Active Directory Topology Service (MSExchangeADTopology)' because it has dependent services. It can only be stopped if the Force flag is set.
#= CannotConvertArgumentNoMessage,Microsoft.PowerShell.Commands.SetServiceCommand
#= Cannot bind parameter 'StartupType'. Cannot convert value "Sometimes" to type "Microsoft.PowerShell.Commands.ServiceStartupType". Error: "Unable to match the identifier name Sometimes to a valid enumerator name. Specify one of the following enumerator names and try again:
#= Automatic, Manual, Disabled, AutomaticDelayedStart, InvalidValue"
#= NotEmulatedParameter,Microsoft.PowerShell.Commands.SetServiceCommand
#= Parameter 'Credential' of Set-Service is not emulated. Services run as the lab does.
#= NotEmulatedAccounts,Microsoft.PowerShell.Commands.GetLocalUserCommand
#= Get-LocalUser is not emulated. The lab's accounts are those of its domain: Get-ADUser, Get-Mailbox.
#=
