# ruff: noqa: E501
"""Written by `python -m cmdlets.index`: module, PowerShell module, cmdlets."""

TABLE = """
cmdlets.exchange.mail_flow.receive_connector Microsoft.Exchange.Management.PowerShell.Admin Get-ReceiveConnector=GetReceiveConnector New-ReceiveConnector=NewReceiveConnector Remove-ReceiveConnector=RemoveReceiveConnector Set-ReceiveConnector=SetReceiveConnector
cmdlets.powershell.add_member Microsoft.PowerShell.Utility Add-Member=AddMember
cmdlets.powershell.compare_object Microsoft.PowerShell.Utility Compare-Object=CompareObject Get-Unique=GetUnique
cmdlets.powershell.foreach_object Microsoft.PowerShell.Core ForEach-Object=ForEachObject
cmdlets.powershell.formatting Microsoft.PowerShell.Utility Format-Custom=FormatCustom Format-List=FormatList Format-Table=FormatTable Format-Wide=FormatWide
cmdlets.powershell.get_error Microsoft.PowerShell.Utility Get-Error=GetError
cmdlets.powershell.get_member Microsoft.PowerShell.Utility Get-Member=GetMember
cmdlets.powershell.group_object Microsoft.PowerShell.Utility Group-Object=GroupObject
cmdlets.powershell.html Microsoft.PowerShell.Utility ConvertTo-Html=ConvertToHtml
cmdlets.powershell.json Microsoft.PowerShell.Utility ConvertFrom-Json=ConvertFromJson ConvertTo-Json=ConvertToJson Test-Json=TestJson
cmdlets.powershell.measure_object Microsoft.PowerShell.Utility Measure-Object=MeasureObject
cmdlets.powershell.new_object Microsoft.PowerShell.Utility New-Guid=NewGuid New-Object=NewObject
cmdlets.powershell.output Microsoft.PowerShell.Core Out-Default=OutDefault Out-Host=OutHost Out-Null=OutNull
cmdlets.powershell.output Microsoft.PowerShell.Utility Out-String=OutString
cmdlets.powershell.select_object Microsoft.PowerShell.Utility Select-Object=SelectObject
cmdlets.powershell.tee_object Microsoft.PowerShell.Utility Tee-Object=TeeObject
cmdlets.powershell.type_data Microsoft.PowerShell.Utility Get-TypeData=GetTypeData Remove-TypeData=RemoveTypeData Update-TypeData=UpdateTypeData
cmdlets.powershell.where_object Microsoft.PowerShell.Core Where-Object=WhereObject
cmdlets.powershell.xml Microsoft.PowerShell.Utility ConvertTo-Xml=ConvertToXml
"""
