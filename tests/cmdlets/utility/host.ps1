(Get-Host).Name; (Get-Culture).Name; (Get-UICulture).DisplayName; (Get-Culture de-DE).Name
#= emshell
#= en-US
#= English (United States)
#= de-DE
Get-Verb -Verb Get, Set | Format-Table Verb, AliasPrefix, Group
#=
#= Verb AliasPrefix Group
#= ---- ----------- -----
#= Get  g           Common
#= Set  s           Common
#=
@(Get-Verb).Count; (Get-Verb -Group Security).Verb -join ' '
#= 100
#= Block Grant Protect Revoke Unblock Unprotect
(Get-Process -Id $PID).Id -eq $PID; Get-Process nosuch
#= True
#= Get-Process: Cannot find a process with the name "nosuch". Verify the process name and call the cmdlet again.
Get-Process -Id 999999
#= Get-Process: Cannot find a process with the process identifier 999999.
Stop-Process -Id $PID -WhatIf
#= What if: Performing the operation "Stop-Process" on target "emshell ({*})".
Start-Process notepad
#= Start-Process: Starting programs in windows of their own is not emulated here. See COVERAGE.md.
Get-ExecutionPolicy; Set-ExecutionPolicy RemoteSigned -Scope Process -Force; Get-ExecutionPolicy -Scope Process; Get-ExecutionPolicy
#= Unrestricted
#= RemoteSigned
#= RemoteSigned
Invoke-WebRequest http://example.com
#= Invoke-WebRequest: Invoke-WebRequest is not emulated. The lab does not reach web servers.
Invoke-RestMethod http://example.com
#= Invoke-RestMethod: Invoke-RestMethod is not emulated. The lab does not reach web servers.
Test-Connection localhost -Traceroute
#= Test-Connection: Parameter 'Traceroute' of Test-Connection is not emulated. It is not emulated.
# Transcripts
Start-Transcript log.txt
#= Transcript started, output file is {*}/log.txt
'seen'; Write-Warning 'careful'; nosuch-command
#= seen
#= WARNING: careful
#= nosuch-command: The term 'nosuch-command' is not recognized as a name of a cmdlet, function, script file, or executable program.
#= Check the spelling of the name, or if a path was included, verify that the path is correct and try again.
Stop-Transcript
#= Transcript stopped, output file is {*}/log.txt
Get-Content log.txt | Where-Object { $_ -match 'seen|careful|not recognized|transcript' }
#= PowerShell transcript start
#= Transcript started, output file is {*}/log.txt
#= PS>'seen'; Write-Warning 'careful'; nosuch-command
#= seen
#= WARNING: careful
#= nosuch-command: The term 'nosuch-command' is not recognized as a name of a cmdlet, function, script file, or executable program.
#= PS>Stop-Transcript
#= PowerShell transcript end
Stop-Transcript
#= Stop-Transcript: An error occurred stopping transcription: The host is not currently transcribing.
Start-Transcript log.txt -NoClobber
#= Start-Transcript: File {*}/log.txt already exists and NoClobber was specified.
