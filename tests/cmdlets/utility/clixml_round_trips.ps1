# Types with a deserializing converter come back as they were, the others as property bags.
[ipaddress]'10.0.0.1' | ConvertTo-CliXml | ConvertFrom-CliXml | ForEach-Object { $_.GetType().FullName; "$_" }
[mailaddress]'Bo <bo@contoso.com>' | ConvertTo-CliXml | ConvertFrom-CliXml | ForEach-Object { $_.GetType().Name; "$_" }
[cultureinfo]'de-DE' | ConvertTo-CliXml | ConvertFrom-CliXml | ForEach-Object { $_.GetType().Name; "$_" }
$secret = ConvertTo-SecureString p -AsPlainText -Force
$secret | ConvertTo-CliXml | ConvertFrom-CliXml | ConvertFrom-SecureString -AsPlainText
$back = [pscredential]::new('EX01\admin', $secret) | ConvertTo-CliXml | ConvertFrom-CliXml
$back.GetType().FullName; $back.UserName; $back.GetNetworkCredential().Password
([regex]'a' | ConvertTo-CliXml | ConvertFrom-CliXml).PSObject.TypeNames

# An enumeration's value is its name.
$red = [consolecolor]::Red | ConvertTo-CliXml | ConvertFrom-CliXml
$red; $red.GetType().Name; "$red"; $red.Value

# A value that does not fit its element is bad XML, and a bare .NET exception of a command has no category.
'<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04"><I32>x</I32></Objs>' | ConvertFrom-CliXml
$Error[0].FullyQualifiedErrorId; "$($Error[0].CategoryInfo)"
foreach ($bad in '<TS>x</TS>', '<C>99999999</C>', '<G>y</G>', '<SS>zz</SS>', '<D>d</D>') {
    "<Objs Version=`"1.1.0.1`" xmlns=`"http://schemas.microsoft.com/powershell/2004/04`">$bad</Objs>" | ConvertFrom-CliXml
}
New-TimeSpan -Days 99999999
"$($Error[0].CategoryInfo)"
#= System.Net.IPAddress
#= 10.0.0.1
#= MailAddress
#= "Bo" <bo@contoso.com>
#= CultureInfo
#= de-DE
#= p
#= System.Management.Automation.PSCredential
#= EX01\admin
#= p
#= Deserialized.System.Text.RegularExpressions.Regex
#= Deserialized.System.Object
#=
#= Value
#= -----
#= Red
#= Int32
#= Red
#= Red
#= ConvertFrom-CliXml: 
#= Line |
#=   16 |  … oft.com/powershell/2004/04"><I32>x</I32></Objs>' | ConvertFrom-CliXml
#=      |                                                       ~~~~~~~~~~~~~~~~~~
#=      | The value of the element 'I32' cannot be read: 'x'.
#= System.Xml.XmlException,Microsoft.PowerShell.Commands.ConvertFromCliXmlCommand
#= NotSpecified: (:) [ConvertFrom-CliXml], XmlException
#= ConvertFrom-CliXml: 
#= Line |
#=   19 |  … .microsoft.com/powershell/2004/04`">$bad</Objs>" | ConvertFrom-CliXml
#=      |                                                       ~~~~~~~~~~~~~~~~~~
#=      | The string 'x' is not a valid TimeSpan value.
#= ConvertFrom-CliXml: 
#= Line |
#=   19 |  … .microsoft.com/powershell/2004/04`">$bad</Objs>" | ConvertFrom-CliXml
#=      |                                                       ~~~~~~~~~~~~~~~~~~
#=      | The value of the element 'C' cannot be read: '99999999'.
#= ConvertFrom-CliXml: 
#= Line |
#=   19 |  … .microsoft.com/powershell/2004/04`">$bad</Objs>" | ConvertFrom-CliXml
#=      |                                                       ~~~~~~~~~~~~~~~~~~
#=      | The value of the element 'G' cannot be read: 'y'.
#= ConvertFrom-CliXml: 
#= Line |
#=   19 |  … .microsoft.com/powershell/2004/04`">$bad</Objs>" | ConvertFrom-CliXml
#=      |                                                       ~~~~~~~~~~~~~~~~~~
#=      | The secure string was not written on this kind of system.
#= ConvertFrom-CliXml: 
#= Line |
#=   19 |  … .microsoft.com/powershell/2004/04`">$bad</Objs>" | ConvertFrom-CliXml
#=      |                                                       ~~~~~~~~~~~~~~~~~~
#=      | The value of the element 'D' cannot be read: 'd'.
#= New-TimeSpan: 
#= Line |
#=   21 |  New-TimeSpan -Days 99999999
#=      |  ~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=      | TimeSpan overflowed because the duration is too long.
#= NotSpecified: (:) [New-TimeSpan], OverflowException
#=
