# Format-Hex: offset, bytes, characters.
'EHLO lab', 'x' | Format-Hex | ForEach-Object { "$_" }
1, 2 | Format-Hex | ForEach-Object { "$_" }
, [byte[]](60..80) | Format-Hex | ForEach-Object { $_.HexOffset + ' ' + $_.HexBytes }
Format-Hex -InputObject 'hello world' -Offset 6 -Count 3 | ForEach-Object Ascii
@{} | Format-Hex
$Error[0].FullyQualifiedErrorId

# Update-List: changes by themselves, or in a property.
Update-List -Add a -Remove b
$box = [pscustomobject]@{ Tags = [Collections.ArrayList]@(1, 2, 3) }
($box | Update-List Tags -Add 4 -Remove 1, 2).Tags -join ','
($box | Update-List Tags -Replace 9).Tags -join ','
$box | Update-List Nothing -Add 1
$Error[0].FullyQualifiedErrorId

# Members from a type file.
@'
<Types><Type><Name>Lab.Box</Name><Members>
  <ScriptProperty><Name>Double</Name><GetScriptBlock>$this.Size * 2</GetScriptBlock></ScriptProperty>
  <AliasProperty><Name>S</Name><ReferencedMemberName>Size</ReferencedMemberName></AliasProperty>
  <MemberSet><Name>PSStandardMembers</Name><Members><PropertySet><Name>DefaultDisplayPropertySet</Name>
    <ReferencedProperties><Name>S</Name><Name>Double</Name></ReferencedProperties></PropertySet></Members></MemberSet>
</Members></Type></Types>
'@ | Set-Content box.types.ps1xml
Update-TypeData box.types.ps1xml
[pscustomobject]@{ PSTypeName = 'Lab.Box'; Size = 4; Note = 'hidden' }
#= 0000000000000000   45 48 4C 4F 20 6C 61 62                          EHLO lab
#= 0000000000000000   78                                               x
#= 0000000000000000   01 00 00 00 02 00 00 00                          �   �   
#= 0000000000000000 3C 3D 3E 3F 40 41 42 43 44 45 46 47 48 49 4A 4B
#= 0000000000000010 4C 4D 4E 4F 50
#= wor
#= Format-Hex: 
#= Line |
#=    6 |  @{} | Format-Hex
#=      |        ~~~~~~~~~~
#=      | Cannot convert input of type 'System.Collections.Hashtable' to hexadecimal. To view the hexadecimal formatting
#=      | of its string representation, pipe it to the Out-String cmdlet before piping it to Format-Hex.
#= FormatHexTypeNotSupported,Microsoft.PowerShell.Commands.FormatHex
#=
#= Name                           Value
#= ----                           -----
#= Add                            {a}
#= Remove                         {b}
#= 3,4
#= 9
#= Update-List: 
#= Line |
#=   14 |  $box | Update-List Nothing -Add 1
#=      |         ~~~~~~~~~~~~~~~~~~~~~~~~~~
#=      | The member 'Nothing' does not exist on the object.
#= MemberDoesntExist,Microsoft.PowerShell.Commands.UpdateListCommand
#=
#= S      : 4
#= Double : 8
#=
#=
