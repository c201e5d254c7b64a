Get-PSSession
$s = New-PSSession -ConfigurationName Microsoft.Exchange -ConnectionUri http://ex01/PowerShell/ -Authentication Kerberos
$s
#=
#=  Id Name            Transport ComputerName    ComputerType    State         ConfigurationName     Availability
#=  -- ----            --------- ------------    ------------    -----         -----------------     ------------
#=   1 WinRM1          WSMan     ex01            RemoteMachine   Opened        Microsoft.Exchange       Available
#=
$m = Import-PSSession $s -DisableNameChecking -AllowClobber
$m | select ModuleType, Version, Name | ft
#=
#= ModuleType Version Name
#= ---------- ------- ----
#=     Script 1.0     {*}
#=
$m.ExportedCommands.Count -gt 100; $m.ExportedCommands.Keys -contains 'Get-Mailbox'
#= True
#= True
Get-PSSession | ft Id, Name
#=
#= Id Name
#= -- ----
#=  1 WinRM1
#=
(Import-PSSession $s -Prefix Ex -CommandName Get-Mailbox, Get-Accepted*).ExportedCommands.Keys
#= Get-AcceptedDomain
#= Get-Mailbox
Get-ExMailbox anna
#=
#= Name      Alias ServerName ProhibitSendQuota
#= ----      ----- ---------- -----------------
#= Anna Berg anna  ex01       unlimited
#=
Remove-PSSession $s; Get-PSSession
New-PSSession nope
#= New-PSSession : [nope] Connecting to remote server nope failed with the following error message : WinRM cannot process the request. The following error occurred while using Kerberos authentication: Cannot find the computer nope. Verify that the computer exists on the network and that the name provided is spelled correctly. For more information, see the about_Remote_Troubleshooting Help topic.
#= At line:2 char:1
#= + New-PSSession nope
#= + ~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : OpenError: (System.Management.A…tion.RemoteRunspace:RemoteRunspace) [New-PSSession], PSRemotingTransportException
#=     + FullyQualifiedErrorId : NetworkPathNotFound,PSSessionOpenFailed
New-PSSession dc01
#= New-PSSession : [dc01] Connecting to remote server dc01 failed with the following error message : WinRM cannot complete the operation. Verify that the specified computer name is valid, that the computer is accessible over the network, and that a firewall exception for the WinRM service is enabled and allows access from this computer. By default, the WinRM firewall exception for public profiles limits access to remote computers within the same local subnet. For more information, see the about_Remote_Troubleshooting Help topic.
#= At line:1 char:1
#= + New-PSSession dc01
#= + ~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : OpenError: (System.Management.A…tion.RemoteRunspace:RemoteRunspace) [New-PSSession], PSRemotingTransportException
#=     + FullyQualifiedErrorId : WinRMOperationTimeout,PSSessionOpenFailed
New-PSSession ex01 -ConfigurationName foo
#= New-PSSession : [ex01] Connecting to remote server ex01 failed with the following error message : The WS-Management service cannot process the request. Cannot find the foo session configuration in the WSMan: drive on the ex01 computer. For more information, see the about_Remote_Troubleshooting Help topic.
#= At line:1 char:1
#= + New-PSSession ex01 -ConfigurationName foo
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : OpenError: (System.Management.A…tion.RemoteRunspace:RemoteRunspace) [New-PSSession], PSRemotingTransportException
#=     + FullyQualifiedErrorId : InvalidResourceUri,PSSessionOpenFailed
$c = New-Object pscredential 'anna', (ConvertTo-SecureString 'wrong' -AsPlainText -Force)
New-PSSession -ComputerName EX01 -Credential $c
#= New-PSSession : [EX01] Connecting to remote server EX01 failed with the following error message : The user name or password is incorrect. For more information, see the about_Remote_Troubleshooting Help topic.
#= At line:2 char:1
#= + New-PSSession -ComputerName EX01 -Credential $c
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : OpenError: (System.Management.A…tion.RemoteRunspace:RemoteRunspace) [New-PSSession], PSRemotingTransportException
#=     + FullyQualifiedErrorId : LogonFailure,PSSessionOpenFailed
$c = New-Object pscredential 'contoso\anna', (ConvertTo-SecureString 'Pass@word1' -AsPlainText -Force)
New-PSSession -ComputerName EX01 -Credential $c -Name Mine | ft Name, State
#=
#= Name  State
#= ----  -----
#= Mine Opened
#=
$x = 7
Invoke-Command -ComputerName EX01 { "x=$using:x y=$x" }
#= x=7 y=
Invoke-Command -ComputerName EX01 { param($a) [pscustomobject]@{A=$a; B=2} } -ArgumentList 3
#=
#= A B PSComputerName RunspaceId
#= - - -------------- ----------
#= 3 2 EX01           {*}
#=
Invoke-Command -ComputerName EX01 { param($a) [pscustomobject]@{A=$a; B=2} } -ArgumentList 3 -HideComputerName | select *
#=
#= A B RunspaceId
#= - - ----------
#= 3 2 {*}
#=
Invoke-Command -ComputerName EX01 { Get-ReceiveConnector }
#=
#= Identity          Bindings              Enabled PSComputerName
#= --------          --------              ------- --------------
#= EX01\Default EX01 {:::25, 0.0.0.0:25}   True    EX01
#= EX01\Client EX01  {:::587, 0.0.0.0:587} True    EX01
#=
Invoke-Command -ComputerName EX01 { Get-Mailbox nobody; 'after' }
#= The operation could not be performed because object 'nobody' could not be found on domain controller 'DC01.contoso.com'.
#=     + CategoryInfo          : NotSpecified: (:) [Get-Mailbox], ManagementObjectNotFoundException
#=     + FullyQualifiedErrorId : 6DEE0A74,Microsoft.Exchange.Management.RecipientTasks.GetMailbox
#=     + PSComputerName        : EX01
#= after
Invoke-Command -ComputerName EX01, nope { 1 }
#= 1
#= [nope] Connecting to remote server nope failed with the following error message : WinRM cannot process the request. The following error occurred while using Kerberos authentication: Cannot find the computer nope. Verify that the computer exists on the network and that the name provided is spelled correctly. For more information, see the about_Remote_Troubleshooting Help topic.
#=     + CategoryInfo          : OpenError: (nope:String) [], PSRemotingTransportException
#=     + FullyQualifiedErrorId : NetworkPathNotFound,PSSessionStateBroken
try { Invoke-Command -ComputerName EX01 { throw 'boom' } } catch { "caught $_ " ; $_.Exception.GetType().Name}
#= caught boom 
#= RemoteException
$t = Get-PSSession -Name Mine
Invoke-Command -Session $t { $z = 5 }; Invoke-Command $t { $z + 1 }
#= 6
1..3 | Invoke-Command -Session $t { $input | % { $_ * 2 } }
#= 2
#= 4
#= 6
(Invoke-Command $t { Get-Item . }).PSObject.TypeNames[0]
#= Deserialized.System.IO.DirectoryInfo
$j = Invoke-Command -ComputerName EX01 { Get-Service MSExchangeTransport | select Name } -AsJob
$j | ft Id, Name, PSJobTypeName, State, Location
#=
#= Id Name PSJobTypeName     State Location
#= -- ---- -------------     ----- --------
#=  1 Job1 RemoteJob     Completed EX01
#=
Receive-Job $j
#=
#= Name                PSComputerName RunspaceId
#= ----                -------------- ----------
#= MSExchangeTransport EX01           {*}
#=
Invoke-Command -ComputerName . { Write-Warning careful; Write-Host hello }
#= WARNING: careful
#= hello
Invoke-Command -ComputerName EX01 { 1..5 } | select -First 2
#= 1
#= 2
Invoke-Command -ComputerName EX01 { Get-Service MSExchangeTransport }
#=
#= Status   Name               DisplayName                            PSComputerName
#= ------   ----               -----------                            --------------
#= Running  MSExchangeTranspo… Microsoft Exchange Transport           EX01
#=
$t | Disconnect-PSSession; icm $t { 1 }; Remove-PSSession -Name nope; Remove-PSSession -Id 77
#=
#=  Id Name            Transport ComputerName    ComputerType    State         ConfigurationName     Availability
#=  -- ----            --------- ------------    ------------    -----         -----------------     ------------
#=   2 Mine            WSMan     EX01            RemoteMachine   Disconnected  Microsoft.PowerShell          None
#= icm : Because the session state for session Mine, {*}, EX01 is not equal to Open, you cannot run a command in the session.  The session state is Disconnected.
#= At line:1 char:28
#= + $t | Disconnect-PSSession; icm $t { 1 }; Remove-PSSession -Name nope; …
#= +                            ~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: ([PSSession]Mine:PSSession) [Invoke-Command], InvalidOperationException
#=     + FullyQualifiedErrorId : InvokeCommandCommandInvalidSessionState,Microsoft.PowerShell.Commands.InvokeCommandCommand
#= Remove-PSSession : The remote session with the name nope is not available.
#= At line:1 char:42
#= + … sconnect-PSSession; icm $t { 1 }; Remove-PSSession -Name nope; Remove …
#= +                                     ~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (nope:String) [Remove-PSSession], PSArgumentException
#=     + FullyQualifiedErrorId : CannotFindSession,Microsoft.PowerShell.Commands.RemovePSSessionCommand
#= Remove-PSSession : The remote session with the session ID 77 is not available.
#= At line:1 char:71
#= + … n; icm $t { 1 }; Remove-PSSession -Name nope; Remove-PSSession -Id 77
#= +                                                 ~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (77:Int32) [Remove-PSSession], PSArgumentException
#=     + FullyQualifiedErrorId : CannotFindSession,Microsoft.PowerShell.Commands.RemovePSSessionCommand
#=
$t | Connect-PSSession | ForEach-Object { "$($_.State)" }
#= Opened
# What stops the caller's pipeline does not stop in the block that runs there.
try { Invoke-Command -ComputerName EX01 { Get-Mailbox nobody } -ErrorAction Stop } catch { $_.Exception.GetType().Name }
#= RemoteException
Invoke-Command -ComputerName EX01 { try { Get-Mailbox nobody -ErrorAction Stop } catch { 'caught there' } }
#= caught there
$o = New-PSSessionOption -SkipCACheck -SkipCNCheck -OpenTimeout 5000; "$($o.SkipCACheck) $($o.OpenTimeout) $($o.NoCompression)"
#= True 00:00:05 False
$null = New-PSSession -ConnectionUri https://ex01.contoso.com/PowerShell/ -SessionOption $o -Authentication Basic -Credential $c -ConfigurationName Microsoft.Exchange -AllowRedirection
New-PSSession -ConnectionUri https://outside.example/powershell/ -Authentication Basic -Credential $c
#= New-PSSession : [outside.example] Connecting to remote server outside.example failed with the following error message : The WinRM client cannot process the request because the server name cannot be resolved. For more information, see the about_Remote_Troubleshooting Help topic.
#= At line:2 char:1
#= + New-PSSession -ConnectionUri https://outside.example/powershell/ -Aut …
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : OpenError: (System.Management.A…tion.RemoteRunspace:RemoteRunspace) [New-PSSession], PSRemotingTransportException
#=     + FullyQualifiedErrorId : ComputerNotFound,PSSessionOpenFailed
Set-Content work.ps1 'param($n) "from a file: $n"'
Invoke-Command -ComputerName EX01 -FilePath work.ps1 -ArgumentList 5
#= from a file: 5
Enter-PSSession nope
#= Enter-PSSession : [nope] Connecting to remote server nope failed with the following error message : WinRM cannot process the request. The following error occurred while using Kerberos authentication: Cannot find the computer nope. Verify that the computer exists on the network and that the name provided is spelled correctly. For more information, see the about_Remote_Troubleshooting Help topic.
#= At line:1 char:1
#= + Enter-PSSession nope
#= + ~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (nope:String) [Enter-PSSession], PSRemotingTransportException
#=     + FullyQualifiedErrorId : CreateRemoteRunspaceFailed,Microsoft.PowerShell.Commands.EnterPSSessionCommand
Enter-PSSession EX01; $Host.IsRunspacePushed; Exit-PSSession; $Host.IsRunspacePushed
#= True
#= False
Get-PSSession | Remove-PSSession; Get-PSSession
