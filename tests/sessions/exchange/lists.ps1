# Properties with several values say of what they are lists, where a report shows their type
Get-ReceiveConnector "Default EX01" | Select-Object Name, Bindings, RemoteIPRanges | ConvertTo-Csv
#= "Name","Bindings","RemoteIPRanges"
#= "Default EX01","Microsoft.Exchange.Data.MultiValuedProperty`1[Microsoft.Exchange.Data.IPBinding]","Microsoft.Exchange.Data.MultiValuedProperty`1[Microsoft.Exchange.Data.IPRange]"
Get-Mailbox anna | Select-Object Name, EmailAddresses, AcceptMessagesOnlyFrom | ConvertTo-Csv
#= "Name","EmailAddresses","AcceptMessagesOnlyFrom"
#= "Anna Berg","Microsoft.Exchange.Data.ProxyAddressCollection","Microsoft.Exchange.Data.MultiValuedProperty`1[Microsoft.Exchange.Data.Directory.ADObjectId]"
(Get-Mailbox anna).EmailAddresses.GetType().Name
#= ProxyAddressCollection
(Get-ReceiveConnector "Default EX01").Bindings.Add("127.0.0.1:2600"); (Get-ReceiveConnector "Default EX01").Bindings.Count
#= 2
Get-ReceiveConnector "Default EX01" | Get-Member Bindings | ForEach-Object Definition
#= Microsoft.Exchange.Data.MultiValuedProperty[Microsoft.Exchange.Data.IPBinding] Bindings {get;set;}
