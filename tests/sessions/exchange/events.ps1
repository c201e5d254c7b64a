# The application event log.
Get-EventLog -LogName Application | Format-Table Index, EntryType, Source, EventID, Message
#=
#= Index EntryType   Source              EventID Message
#= ----- ---------   ------              ------- -------
#=     1 Information MSExchangeTransport    1003 The Microsoft Exchange Transport service has started.
#=
Restart-Service MSExchangeTransport
(Get-EventLog Application -Source MSExchangeTransport -Newest 2).Message
#= The Microsoft Exchange Transport service has started.
#= The Microsoft Exchange Transport service has stopped.
Get-EventLog Application -EntryType Error
#= Get-EventLog : No matches found
#= At line:1 char:1
#= + Get-EventLog Application -EntryType Error
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : ObjectNotFound: (:) [Get-EventLog], ArgumentException
#=     + FullyQualifiedErrorId : GetEventLogNoEntriesFound,Microsoft.PowerShell.Commands.GetEventLogCommand
Get-EventLog Nowhere
#= Get-EventLog : The event log 'Nowhere' on computer '.' does not exist.
#= At line:1 char:1
#= + Get-EventLog Nowhere
#= + ~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (:) [Get-EventLog], ArgumentException
#=     + FullyQualifiedErrorId : GetEventLogInvalidArgument,Microsoft.PowerShell.Commands.GetEventLogCommand
Get-EventLog Application -InstanceId 1003 -Newest 1 | Format-List EventID, Category, EntryType, Source, InstanceId, MachineName
#=
#= EventID     : 1003
#= Category    : ProcessManager
#= EntryType   : Information
#= Source      : MSExchangeTransport
#= InstanceId  : 1003
#= MachineName : EX01.contoso.com
#=
(Get-EventLog Application -InstanceId 1074004971).Count
#= 2
(Get-EventLog Application -Message '*has stopped*').EventID
#= 1004
(Get-EventLog Application -After (Get-Date).AddMinutes(-5)).Count
#= 3
Get-EventLog -List | Format-Table Log, EntryCount
#=
#= Log         EntryCount
#= ---         ----------
#= Application          3
#=
Get-WinEvent -LogName Application -MaxEvents 1 | Format-Table Id, LevelDisplayName, Message
#=
#=   Id LevelDisplayName Message
#=   -- ---------------- -------
#= 1003 Information      The Microsoft Exchange Transport service has started.
#=
Get-WinEvent -FilterHashtable @{LogName = 'Application'; ProviderName = 'MSExchange*'; Id = 1003, 1004} -Oldest | Format-Table Id, ProviderName, Message
#=
#=   Id ProviderName        Message
#=   -- ------------        -------
#= 1003 MSExchangeTransport The Microsoft Exchange Transport service has started.
#= 1004 MSExchangeTransport The Microsoft Exchange Transport service has stopped.
#= 1003 MSExchangeTransport The Microsoft Exchange Transport service has started.
#=
Get-WinEvent -FilterHashtable @{LogName = 'Application'; Level = 2}
#= Get-WinEvent : No events were found that match the specified selection criteria.
#= At line:1 char:1
#= + Get-WinEvent -FilterHashtable @{LogName = 'Application'; Level = 2}
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : ObjectNotFound: (:) [Get-WinEvent], Exception
#=     + FullyQualifiedErrorId : NoMatchingEventsFound,Microsoft.PowerShell.Commands.GetWinEventCommand
Get-WinEvent -LogName Nowhere
#= Get-WinEvent : There is not an event log on the localhost computer that matches "Nowhere".
#= At line:1 char:1
#= + Get-WinEvent -LogName Nowhere
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : ObjectNotFound: (:) [Get-WinEvent], Exception
#=     + FullyQualifiedErrorId : NoMatchingLogsFound,Microsoft.PowerShell.Commands.GetWinEventCommand
Get-WinEvent -FilterHashtable @{LogName = 'Application'; Data = 1}
#= Get-WinEvent : The key 'data' of -FilterHashtable is not emulated.
#= At line:1 char:1
#= + Get-WinEvent -FilterHashtable @{LogName = 'Application'; Data = 1}
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : ObjectNotFound: (:) [Get-WinEvent], Exception
#=     + FullyQualifiedErrorId : NotEmulatedKey,Microsoft.PowerShell.Commands.GetWinEventCommand
