# ruff: noqa: E501
"""Written by `python -m cmdlets.index`: module, PowerShell module, cmdlets."""

TABLE = """
cmdlets.exchange.antispam.agents Microsoft.Exchange.Management.PowerShell.Admin Disable-TransportAgent=DisableTransportAgent Enable-TransportAgent=EnableTransportAgent Get-TransportAgent=GetTransportAgent Install-AntispamAgents=InstallAntispamAgents Set-TransportAgent=SetTransportAgent Uninstall-AntispamAgents=UninstallAntispamAgents
cmdlets.exchange.antispam.configs Microsoft.Exchange.Management.PowerShell.Admin Get-ContentFilterConfig=GetContentFilterConfig Get-IPAllowListConfig=GetIPAllowListConfig Get-IPAllowListProvidersConfig=GetIPAllowListProvidersConfig Get-IPBlockListConfig=GetIPBlockListConfig Get-IPBlockListProvidersConfig=GetIPBlockListProvidersConfig Get-RecipientFilterConfig=GetRecipientFilterConfig Get-SenderFilterConfig=GetSenderFilterConfig Get-SenderIdConfig=GetSenderIdConfig Get-SenderReputationConfig=GetSenderReputationConfig Set-ContentFilterConfig=SetContentFilterConfig Set-IPAllowListConfig=SetIPAllowListConfig Set-IPAllowListProvidersConfig=SetIPAllowListProvidersConfig Set-IPBlockListConfig=SetIPBlockListConfig Set-IPBlockListProvidersConfig=SetIPBlockListProvidersConfig Set-RecipientFilterConfig=SetRecipientFilterConfig Set-SenderFilterConfig=SetSenderFilterConfig Set-SenderIdConfig=SetSenderIdConfig Set-SenderReputationConfig=SetSenderReputationConfig
cmdlets.exchange.antispam.lists Microsoft.Exchange.Management.PowerShell.Admin Add-IPAllowListEntry=AddIPAllowListEntry Add-IPAllowListProvider=AddIPAllowListProvider Add-IPBlockListEntry=AddIPBlockListEntry Add-IPBlockListProvider=AddIPBlockListProvider Get-IPAllowListEntry=GetIPAllowListEntry Get-IPAllowListProvider=GetIPAllowListProvider Get-IPBlockListEntry=GetIPBlockListEntry Get-IPBlockListProvider=GetIPBlockListProvider Remove-IPAllowListEntry=RemoveIPAllowListEntry Remove-IPAllowListProvider=RemoveIPAllowListProvider Remove-IPBlockListEntry=RemoveIPBlockListEntry Remove-IPBlockListProvider=RemoveIPBlockListProvider Set-IPAllowListProvider=SetIPAllowListProvider Set-IPBlockListProvider=SetIPBlockListProvider
cmdlets.exchange.lab.messages Emshell.Lab Clear-LabMailbox=ClearLabMailbox Get-LabEndpoint=GetLabEndpoint Get-LabMessage=GetLabMessage Show-LabMessage=ShowLabMessage
cmdlets.exchange.lab.telnet Emshell.Lab Connect-Telnet=ConnectTelnet
cmdlets.exchange.mail_flow.domains Microsoft.Exchange.Management.PowerShell.Admin Get-AcceptedDomain=GetAcceptedDomain Get-RemoteDomain=GetRemoteDomain New-AcceptedDomain=NewAcceptedDomain New-RemoteDomain=NewRemoteDomain Remove-AcceptedDomain=RemoveAcceptedDomain Remove-RemoteDomain=RemoveRemoteDomain Set-AcceptedDomain=SetAcceptedDomain Set-RemoteDomain=SetRemoteDomain
cmdlets.exchange.mail_flow.receive_connector Microsoft.Exchange.Management.PowerShell.Admin Get-ReceiveConnector=GetReceiveConnector New-ReceiveConnector=NewReceiveConnector Remove-ReceiveConnector=RemoveReceiveConnector Set-ReceiveConnector=SetReceiveConnector
cmdlets.exchange.mail_flow.send_connector Microsoft.Exchange.Management.PowerShell.Admin Get-SendConnector=GetSendConnector New-SendConnector=NewSendConnector Remove-SendConnector=RemoveSendConnector Set-SendConnector=SetSendConnector
cmdlets.exchange.mail_flow.transport Microsoft.Exchange.Management.PowerShell.Admin Get-EmailAddressPolicy=GetEmailAddressPolicy Get-FrontendTransportService=GetFrontendTransportService Get-OrganizationConfig=GetOrganizationConfig Get-TransportConfig=GetTransportConfig Get-TransportServer=GetTransportServer Get-TransportService=GetTransportService Set-FrontendTransportService=SetFrontendTransportService Set-OrganizationConfig=SetOrganizationConfig Set-TransportConfig=SetTransportConfig Set-TransportServer=SetTransportServer Set-TransportService=SetTransportService
cmdlets.exchange.recipients.contacts Microsoft.Exchange.Management.PowerShell.Admin Get-MailContact=GetMailContact Get-MailUser=GetMailUser New-MailContact=NewMailContact New-MailUser=NewMailUser Remove-MailContact=RemoveMailContact Remove-MailUser=RemoveMailUser Set-MailContact=SetMailContact Set-MailUser=SetMailUser
cmdlets.exchange.recipients.groups Microsoft.Exchange.Management.PowerShell.Admin Add-DistributionGroupMember=AddDistributionGroupMember Get-DistributionGroup=GetDistributionGroup Get-DistributionGroupMember=GetDistributionGroupMember New-DistributionGroup=NewDistributionGroup Remove-DistributionGroup=RemoveDistributionGroup Remove-DistributionGroupMember=RemoveDistributionGroupMember Set-DistributionGroup=SetDistributionGroup
cmdlets.exchange.recipients.mailbox Microsoft.Exchange.Management.PowerShell.Admin Disable-Mailbox=DisableMailbox Enable-Mailbox=EnableMailbox Get-Mailbox=GetMailbox New-Mailbox=NewMailbox Remove-Mailbox=RemoveMailbox Set-Mailbox=SetMailbox
cmdlets.exchange.recipients.statistics Microsoft.Exchange.Management.PowerShell.Admin Get-MailboxStatistics=GetMailboxStatistics
cmdlets.exchange.recipients.users Microsoft.Exchange.Management.PowerShell.Admin Get-Recipient=GetRecipient Get-User=GetUser Set-User=SetUser
cmdlets.exchange.servers.servers Microsoft.Exchange.Management.PowerShell.Admin Get-ExchangeServer=GetExchangeServer Get-MailboxDatabase=GetMailboxDatabase New-MailboxDatabase=NewMailboxDatabase Remove-MailboxDatabase=RemoveMailboxDatabase Set-ExchangeServer=SetExchangeServer Set-MailboxDatabase=SetMailboxDatabase
cmdlets.exchange.servers.services Microsoft.PowerShell.Management Get-Service=GetService Restart-Service=RestartService Start-Service=StartService Stop-Service=StopService
cmdlets.powershell.add_member Microsoft.PowerShell.Utility Add-Member=AddMember
cmdlets.powershell.aliases Microsoft.PowerShell.Utility Export-Alias=ExportAlias Get-Alias=GetAlias Import-Alias=ImportAlias New-Alias=NewAlias Remove-Alias=RemoveAlias Set-Alias=SetAlias
cmdlets.powershell.clixml Microsoft.PowerShell.Utility ConvertFrom-CliXml=ConvertFromCliXml ConvertTo-CliXml=ConvertToCliXml Export-Clixml=ExportClixml Import-Clixml=ImportClixml
cmdlets.powershell.clock Microsoft.PowerShell.Management Get-TimeZone=GetTimeZone
cmdlets.powershell.clock Microsoft.PowerShell.Utility Get-Uptime=GetUptime Measure-Command=MeasureCommand Start-Sleep=StartSleep
cmdlets.powershell.compare_object Microsoft.PowerShell.Utility Compare-Object=CompareObject Get-Unique=GetUnique
cmdlets.powershell.content Microsoft.PowerShell.Management Add-Content=AddContent Clear-Content=ClearContent Get-Content=GetContent Set-Content=SetContent
cmdlets.powershell.csv Microsoft.PowerShell.Utility ConvertFrom-Csv=ConvertFromCsv ConvertTo-Csv=ConvertToCsv
cmdlets.powershell.csv_files Microsoft.PowerShell.Utility Export-Csv=ExportCsv Import-Csv=ImportCsv
cmdlets.powershell.dates Microsoft.PowerShell.Utility Get-Date=GetDate New-TimeSpan=NewTimeSpan Set-Date=SetDate
cmdlets.powershell.discovery Microsoft.PowerShell.Core Get-Command=GetCommand
cmdlets.powershell.drives Microsoft.PowerShell.Management Get-PSDrive=GetPSDrive Get-PSProvider=GetPSProvider New-PSDrive=NewPSDrive Remove-PSDrive=RemovePSDrive
cmdlets.powershell.files Microsoft.PowerShell.Utility Get-FileHash=GetFileHash Import-PowerShellDataFile=ImportPowerShellDataFile New-TemporaryFile=NewTemporaryFile Unblock-File=UnblockFile
cmdlets.powershell.foreach_object Microsoft.PowerShell.Core ForEach-Object=ForEachObject
cmdlets.powershell.format_data Microsoft.PowerShell.Utility Get-FormatData=GetFormatData Update-FormatData=UpdateFormatData
cmdlets.powershell.formatting Microsoft.PowerShell.Utility Format-Custom=FormatCustom Format-List=FormatList Format-Table=FormatTable Format-Wide=FormatWide
cmdlets.powershell.get_child_item Microsoft.PowerShell.Management Get-ChildItem=GetChildItem
cmdlets.powershell.get_error Microsoft.PowerShell.Utility Get-Error=GetError
cmdlets.powershell.get_help Microsoft.PowerShell.Core Get-Help=GetHelp
cmdlets.powershell.get_member Microsoft.PowerShell.Utility Get-Member=GetMember
cmdlets.powershell.group_object Microsoft.PowerShell.Utility Group-Object=GroupObject
cmdlets.powershell.history Microsoft.PowerShell.Core Add-History=AddHistory Clear-History=ClearHistory Get-History=GetHistory Invoke-History=InvokeHistory
cmdlets.powershell.host_info Microsoft.PowerShell.Security Get-ExecutionPolicy=GetExecutionPolicy Set-ExecutionPolicy=SetExecutionPolicy
cmdlets.powershell.host_info Microsoft.PowerShell.Utility Get-Culture=GetCulture Get-Host=GetHost Get-UICulture=GetUICulture Get-Verb=GetVerb
cmdlets.powershell.html Microsoft.PowerShell.Utility ConvertTo-Html=ConvertToHtml
cmdlets.powershell.item_properties Microsoft.PowerShell.Management Clear-ItemProperty=ClearItemProperty Copy-ItemProperty=CopyItemProperty Get-ItemProperty=GetItemProperty Get-ItemPropertyValue=GetItemPropertyValue Move-ItemProperty=MoveItemProperty New-ItemProperty=NewItemProperty Remove-ItemProperty=RemoveItemProperty Rename-ItemProperty=RenameItemProperty Set-ItemProperty=SetItemProperty
cmdlets.powershell.items Microsoft.PowerShell.Management Clear-Item=ClearItem Copy-Item=CopyItem Get-Item=GetItem Invoke-Item=InvokeItem Move-Item=MoveItem New-Item=NewItem Remove-Item=RemoveItem Rename-Item=RenameItem Set-Item=SetItem
cmdlets.powershell.join_string Microsoft.PowerShell.Utility ConvertFrom-StringData=ConvertFromStringData Join-String=JoinString
cmdlets.powershell.json Microsoft.PowerShell.Utility ConvertFrom-Json=ConvertFromJson ConvertTo-Json=ConvertToJson Test-Json=TestJson
cmdlets.powershell.locations Microsoft.PowerShell.Management Get-Location=GetLocation Pop-Location=PopLocation Push-Location=PushLocation Set-Location=SetLocation
cmdlets.powershell.mail Microsoft.PowerShell.Utility Send-MailMessage=SendMailMessage
cmdlets.powershell.measure_object Microsoft.PowerShell.Utility Measure-Object=MeasureObject
cmdlets.powershell.modules Microsoft.PowerShell.Core Export-ModuleMember=ExportModuleMember Get-Module=GetModule Import-Module=ImportModule New-Module=NewModule Remove-Module=RemoveModule
cmdlets.powershell.network Microsoft.PowerShell.Management Test-Connection=TestConnection
cmdlets.powershell.network Microsoft.PowerShell.Utility Invoke-RestMethod=InvokeRestMethod Invoke-WebRequest=InvokeWebRequest
cmdlets.powershell.new_object Microsoft.PowerShell.Utility New-Guid=NewGuid New-Object=NewObject
cmdlets.powershell.out_file Microsoft.PowerShell.Utility Out-File=OutFile
cmdlets.powershell.output Microsoft.PowerShell.Core Out-Default=OutDefault Out-Host=OutHost Out-Null=OutNull
cmdlets.powershell.output Microsoft.PowerShell.Utility Out-String=OutString
cmdlets.powershell.paths Microsoft.PowerShell.Management Convert-Path=ConvertPath Join-Path=JoinPath Resolve-Path=ResolvePath Split-Path=SplitPath Test-Path=TestPath
cmdlets.powershell.processes Microsoft.PowerShell.Management Debug-Process=DebugProcess Get-Process=GetProcess Start-Process=StartProcess Stop-Process=StopProcess Wait-Process=WaitProcess
cmdlets.powershell.random Microsoft.PowerShell.Utility Get-Random=GetRandom Get-SecureRandom=GetSecureRandom
cmdlets.powershell.scripting Microsoft.PowerShell.Core Invoke-Command=InvokeCommand Set-PSDebug=SetPSDebug Set-StrictMode=SetStrictMode
cmdlets.powershell.scripting Microsoft.PowerShell.Utility Invoke-Expression=InvokeExpression
cmdlets.powershell.security Microsoft.PowerShell.Security ConvertFrom-SecureString=ConvertFromSecureString ConvertTo-SecureString=ConvertToSecureString Get-Credential=GetCredential
cmdlets.powershell.security Microsoft.PowerShell.Utility Read-Host=ReadHost
cmdlets.powershell.select_object Microsoft.PowerShell.Utility Select-Object=SelectObject
cmdlets.powershell.select_string Microsoft.PowerShell.Utility Select-String=SelectString
cmdlets.powershell.sort_object Microsoft.PowerShell.Utility Sort-Object=SortObject
cmdlets.powershell.tee_object Microsoft.PowerShell.Utility Tee-Object=TeeObject
cmdlets.powershell.transcript Microsoft.PowerShell.Host Start-Transcript=StartTranscript Stop-Transcript=StopTranscript
cmdlets.powershell.type_data Microsoft.PowerShell.Utility Get-TypeData=GetTypeData Remove-TypeData=RemoveTypeData Update-TypeData=UpdateTypeData
cmdlets.powershell.variables Microsoft.PowerShell.Utility Clear-Variable=ClearVariable Get-Variable=GetVariable New-Variable=NewVariable Remove-Variable=RemoveVariable Set-Variable=SetVariable
cmdlets.powershell.where_object Microsoft.PowerShell.Core Where-Object=WhereObject
cmdlets.powershell.write_error Microsoft.PowerShell.Utility Write-Error=WriteError
cmdlets.powershell.write_output Microsoft.PowerShell.Core Out-Null=OutNull
cmdlets.powershell.write_output Microsoft.PowerShell.Utility Write-Output=WriteOutput
cmdlets.powershell.write_streams Microsoft.PowerShell.Utility Write-Debug=WriteDebug Write-Host=WriteHost Write-Information=WriteInformation Write-Progress=WriteProgress Write-Verbose=WriteVerbose Write-Warning=WriteWarning
cmdlets.powershell.xml Microsoft.PowerShell.Utility ConvertTo-Xml=ConvertToXml
"""
