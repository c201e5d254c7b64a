# What Get-FormatData says of a view: the class of its control, the heads of a table's columns.
$views = (Get-FormatData System.IO.FileInfo).FormatViewDefinition
$views | ForEach-Object { "$($_.Name) $($_.Control.GetType().FullName)" }
$views[0].Control.Headers | Format-Table
$views[0].Control.HideTableHeaders; $views[0].Control -is [System.Management.Automation.PSControl]; $views[2].Control.Entries -join ' '
#= children System.Management.Automation.TableControl
#= childrenWithUnixStat System.Management.Automation.TableControl
#= children System.Management.Automation.ListControl
#= children System.Management.Automation.WideControl
#=
#= Label         Alignment Width
#= -----         --------- -----
#= Mode               Left     7
#= LastWriteTime     Right    26
#= Length            Right    14
#= Name               Left     0
#=
#= False
#= True
#= Name CreationTime LastWriteTime LastAccessTime Mode LinkType Target
