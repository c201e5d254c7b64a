Get-Tip 1
#= Tip of the day #1:
#=
#= Every property of an object shows with Format-List.
#=
#=   Get-Mailbox anna | Format-List
#=
@(Get-Tip)[0] -match '^Tip of the day #\d+:$'
#= True
Get-Tip 99
#= Get-Tip : There is no tip 99. The tips are numbered from 1 to 20.
#= At line:1 char:1
#= + Get-Tip 99
#= + ~~~~~~~~~~
#=     + CategoryInfo          : ObjectNotFound: (:) [Get-Tip], TipNotFoundException
#=     + FullyQualifiedErrorId : 22C664C2,Microsoft.Exchange.Management.SystemConfigurationTasks.GetTip
QuickRef | Select-Object -First 2
#= Find a command         Get-Command *Connector*
#= Read its help          Get-Help Set-ReceiveConnector -Full
Get-ExBlog
#= The blog of the Exchange team: https://techcommunity.microsoft.com/t5/exchange-team-blog/bg-p/Exchange
(Get-ExCommand *ReceiveConnector).Name
#= Get-ReceiveConnector
#= New-ReceiveConnector
#= Remove-ReceiveConnector
#= Set-ReceiveConnector
(Get-PSCommand Format-*).Name -join ' '
#= Format-Custom Format-Hex Format-List Format-Table Format-Wide
Get-ExBanner
#=
#=          Welcome to the Exchange Management Shell!
#=
#= Full list of cmdlets:          Get-Command
#= Only Exchange cmdlets:         Get-ExCommand
#= Only PowerShell cmdlets:       Get-PSCommand
#= General help:                  Get-Help
#= Help for a cmdlet:             Get-Help <cmdlet name> or <cmdlet name> -?
#= Quick reference:               QuickRef
#= Exchange team blog:            Get-ExBlog
#= Show full output for a cmd:    <cmd> | Format-List
#= A tip:                         Get-Tip
#=
