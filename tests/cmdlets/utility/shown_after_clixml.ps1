# What bears the type name of a built-in view and has none of its object's methods is shown by its text.
'abc' | Select-String b | ConvertTo-CliXml | ConvertFrom-CliXml
Get-Help Get-Date | ConvertTo-CliXml | ConvertFrom-CliXml | ForEach-Object { $_ | Out-String } | ForEach-Object GetType | ForEach-Object Name
$fake = [pscustomobject]@{ a = 1 }
$fake.PSTypeNames.Insert(0, 'System.Management.Automation.ErrorRecord'); $fake
#=
#= abc
#= String
#= @{a=1}
#=
