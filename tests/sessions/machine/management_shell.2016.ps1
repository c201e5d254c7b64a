# The first lines of scheduled tasks: the script that makes a plain PowerShell an Exchange Management Shell.

$env:ExchangeInstallPath
Test-Path "$env:ExchangeInstallPath\bin\RemoteExchange.ps1"
. "$env:ExchangeInstallPath\bin\RemoteExchange.ps1"
Connect-ExchangeServer -Auto
Connect-ExchangeServer -auto -ClientApplication:ManagementShell
Connect-ExchangeServer -ServerFqdn ex01.contoso.com -Verbose
#= C:\Program Files\Microsoft\Exchange Server\V15\
#= True
#= VERBOSE: Connecting to ex01.contoso.com.
#= VERBOSE: Connected to ex01.contoso.com.

(Get-ExchangeServer).Name
$exinstall; $exbin; $exscripts
Test-Path $exbin, $exscripts
#= EX01
#= C:\Program Files\Microsoft\Exchange Server\V15\
#= C:\Program Files\Microsoft\Exchange Server\V15\bin\
#= C:\Program Files\Microsoft\Exchange Server\V15\Scripts\
#= True
#= True

# A server that is not the lab's cannot be reached.

Connect-ExchangeServer -ServerFqdn ex99.contoso.com
#= Connect-ExchangeServer : Connecting to remote server ex99.contoso.com failed with the following error message : WinRM cannot complete the operation. Verify that the specified computer name is valid, that the computer is accessible over the network, and that a firewall exception for the WinRM service is enabled and allows access from this computer.
#= At line:4 char:1
#= + Connect-ExchangeServer -ServerFqdn ex99.contoso.com
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : OpenError: (ex99.contoso.com:String) [Write-Error], WriteErrorException
#=     + FullyQualifiedErrorId : WinRMOperationTimeout,PSSessionOpenFailed,Connect-ExchangeServer

# Exchange's own scripts, in the spellings that people use.

& "$env:ExchangeInstallPath\Scripts\Install-AntiSpamAgents.ps1" | Format-Table Identity, Enabled
#= WARNING: Please exit Windows PowerShell to complete the installation.
#= WARNING: The following service restart is required for the change(s) to take effect : MSExchangeTransport
#=
#= Identity                Enabled
#= --------                -------
#= Content Filter Agent       True
#= Sender Id Agent            True
#= Sender Filter Agent        True
#= Recipient Filter Agent     True
#= Protocol Analysis Agent    True
#=

& $exscripts\uninstall-antispamagents.ps1
#= WARNING: The following service restart is required for the change(s) to take effect : MSExchangeTransport

Test-Path "$($env:ExchangeInstallPath)bin\Exchange.ps1"
#= False
