Get-Date '2024-03-05 13:04:05'
#=
#= Tuesday, March 5, 2024 1:04:05 PM
#=
Get-Date '2024-03-05 13:04:05' -Format 'yyyy-MM-dd HH:mm'; Get-Date 2024-03-05 -Format FileDate; Get-Date '2024-03-05 13:04:05' -Format FileDateTime
Get-Date 2024-03-05 -DisplayHint Date
#= 2024-03-05 13:04
#= 20240305
#= 20240305T1304050000
#=
#= Tuesday, March 5, 2024
#=
Get-Date -Date 2024-01-31 -Month 2 -Format d; (Get-Date -Year 2024 -Month 3 -Day 5 -Hour 1 -Minute 2 -Second 3).ToString('s')
Get-Date -UnixTimeSeconds 0 -AsUTC -Format s
Get-Date '2024-03-05 13:04:05' -UFormat '%A %a %B %b %C %d %D %e %F'; Get-Date '2024-03-05 13:04:05' -UFormat '+%H %I %j %k %l %M %m %p %R'
Get-Date '2024-03-05 13:04:05' -UFormat '%r %S %T %u %V %w %X %x %Y %y %%'
(Get-Date '2024-03-05').AddDays(1).Day; ('2024-03-05' | Get-Date).Month; (Get-Date).GetType().FullName
#= 2/29/2024
#= 2024-03-05T01:02:03
#= 1970-01-01T00:00:00
#= Tuesday Tue March Mar 20 05 03/05/24  5 2024-03-05
#= 13 01 065 13  1 04 03 PM 13:04
#= 01:04:05 PM 05 13:04:05 2 10 2 13:04:05 03/05/24 2024 24 %
#= 6
#= 3
#= System.DateTime
Get-Date -Month 13
#= Get-Date: Cannot validate argument on parameter 'Month'. The 13 argument is greater than the maximum allowed range of 12. Supply an argument that is less than or equal to 12 and then try the command again.
New-TimeSpan -Hours 1 -Minutes 30 | ForEach-Object ToString; (New-TimeSpan 2024-01-01 2024-02-01).Days; (New-TimeSpan).Ticks
#= 01:30:00
#= 31
#= 0
Start-Sleep -Milliseconds 1; Start-Sleep -Duration 00:00:00.001; (Measure-Command { Start-Sleep -Milliseconds 5 }).TotalMilliseconds -ge 5
#= True
Set-Date 2024-01-01
#= Set-Date: Setting the clock of this machine is not emulated. See COVERAGE.md.
(Get-TimeZone -Id UTC).BaseUtcOffset.Ticks; Get-TimeZone -Id nosuch
#= 0
#= Get-TimeZone: The time zone ID 'nosuch' was not found on the local computer.
(Get-Uptime).GetType().Name; (Get-Uptime -Since) -lt (Get-Date)
#= TimeSpan
#= True
