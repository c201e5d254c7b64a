# The session's clipboard: with cmdlets, their aliases, and Windows' clip.

'one', 'two' | Set-Clipboard
Get-Clipboard
(Get-Clipboard -Raw).Split([Environment]::NewLine).Count
#= one
#= two
#= 2

Set-Clipboard three -Append
Get-Clipboard -Raw
#= one
#= two
#= three

'a;b' | scb -PassThru
gcb -Delimiter ';'
#= a;b
#= a
#= b

Get-AcceptedDomain | clip
Get-Clipboard
#=
#= Name        DomainName  DomainType    Default
#= ----        ----------  ----------    -------
#= contoso.com contoso.com Authoritative True
#=
#=

'x' | clip.exe
"[$(Get-Clipboard)]"
Set-Clipboard $null
$null -eq (Get-Clipboard)
#= [x ]
#= True

Set-Clipboard text -WhatIf
Get-Clipboard
#= What if: Performing the operation "Set Clipboard" on target "text".

Set-Clipboard text -AsOSC52
#= Set-Clipboard : The clipboard of the terminal is not emulated here. See COVERAGE.md.
#= At line:2 char:1
#= + Set-Clipboard text -AsOSC52
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotImplemented: (:) [Set-Clipboard], NotSupportedException
#=     + FullyQualifiedErrorId : NotEmulatedClipboardAsOSC52,Microsoft.PowerShell.Commands.SetClipboardCommand

clip /?
#= clip : 'clip /?' is not emulated: clip takes text, and no arguments.
#= At line:2 char:1
#= + clip /?
#= + ~~~~~~~
#=     + CategoryInfo          : NotImplemented: (:) [Write-Error], WriteErrorException
#=     + FullyQualifiedErrorId : NotEmulatedProgramOption,clip
