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
#= New-PSSession : [ex99.contoso.com] Connecting to remote server ex99.contoso.com failed with the following error message : WinRM cannot process the request. The following error occurred while using Kerberos authentication: Cannot find the computer ex99.contoso.com. Verify that the computer exists on the network and that the name provided is spelled correctly. For more information, see the about_Remote_Troubleshooting Help topic.
#= At C:\Program Files\Microsoft\Exchange Server\V15\bin\RemoteExchange.ps1:27 char:17
#= + …     $null = New-PSSession -ConfigurationName Microsoft.Exchange -Conn …
#= +               ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : OpenError: (System.Management.A…tion.RemoteRunspace:RemoteRunspace) [New-PSSession], PSRemotingTransportException
#=     + FullyQualifiedErrorId : NetworkPathNotFound,PSSessionOpenFailed

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
