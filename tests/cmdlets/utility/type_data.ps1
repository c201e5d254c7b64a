# What Update-TypeData takes, Get-TypeData shows and Remove-TypeData takes away.

Update-TypeData -TypeName Lab.Server -MemberName Short -MemberType ScriptProperty -Value { $this.Name.ToLower() }
Update-TypeData -TypeName Lab.Server -MemberName Site -MemberType NoteProperty -Value 'HQ'
Update-TypeData -TypeName Lab.Server -MemberName Title -MemberType AliasProperty -Value Name
Update-TypeData -TypeName Lab.Server -MemberName Shout -MemberType ScriptMethod -Value { $this.Name + '!' }
Update-TypeData -TypeName Lab.Server -DefaultDisplayPropertySet Name, Short
$s = [pscustomobject]@{ PSTypeName = 'Lab.Server'; Name = 'EX01'; Size = 3 }
$s
"$($s.Site) $($s.Title) $($s.Shout())"

(Get-TypeData Lab.Server).Members.GetEnumerator() | Sort-Object Name | ForEach-Object { "$($_.Key) $($_.Value)" }
(Get-TypeData Lab.Server).DefaultDisplayPropertySet.ReferencedProperties
(Get-TypeData Lab.Server).Members.Short.GetScriptBlock

# what is refused
Update-TypeData -TypeName Lab.Server -MemberName Site -MemberType NoteProperty -Value 'Branch'
Update-TypeData -TypeName Lab.Server
Update-TypeData -TypeName Lab.Server -MemberName X
Update-TypeData -TypeName Lab.Server -MemberType NoteProperty -Value 1
Update-TypeData -TypeName Lab.Server -MemberName X -MemberType AliasProperty
Update-TypeData -TypeName Lab.Server -MemberName X -MemberType ScriptProperty
Update-TypeData -TypeName Lab.Server -MemberName X -MemberType ScriptMethod -Value { 1 } -SecondValue { 2 }
Remove-TypeData -TypeName Lab.Nothing
Remove-TypeData -Path lab.types.ps1xml

# from one type to another
$data = Get-TypeData Lab.Server
Remove-TypeData -TypeData $data
$s.Site
Update-TypeData -TypeData $data
$s.Site
$s | Format-List

# data that a script makes
$new = [System.Management.Automation.Runspaces.TypeData]::new('Lab.Rack')
$new.Members.Add('Units', [System.Management.Automation.Runspaces.NotePropertyData]::new('Units', 42))
$new.DefaultDisplayPropertySet = [System.Management.Automation.Runspaces.PropertySetData]::new([string[]]('Units', 'Name'))
Update-TypeData -TypeData $new
[pscustomobject]@{ PSTypeName = 'Lab.Rack'; Name = 'R1'; Row = 7 } | Format-List

# PowerShell's own data
(Get-TypeData System.Guid).Members.Guid.GetType().Name
Remove-TypeData -TypeName System.Guid
$null -eq ([guid]::Empty | Get-Member Guid)
#=
#= Name Short
#= ---- -----
#= EX01 ex01
#= HQ EX01 EX01!
#= Short System.Management.Automation.Runspaces.ScriptPropertyData
#= Shout System.Management.Automation.Runspaces.ScriptMethodData
#= Site System.Management.Automation.Runspaces.NotePropertyData
#= Title System.Management.Automation.Runspaces.AliasPropertyData
#= Name
#= Short
#=  $this.Name.ToLower() 
#= Update-TypeData: 
#= Line |
#=   17 |  Update-TypeData -TypeName Lab.Server -MemberName Site -MemberType Not …
#=      |  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=      | Error in TypeData "Lab.Server": The member Site is already present. To replace it, use the Force parameter.
#= Update-TypeData: 
#= Line |
#=   18 |  Update-TypeData -TypeName Lab.Server
#=      |  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=      | Specify a member or another property of the type.
#= Update-TypeData: 
#= Line |
#=   19 |  Update-TypeData -TypeName Lab.Server -MemberName X
#=      |  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=      | The MemberType parameter is required for a member.
#= Update-TypeData: 
#= Line |
#=   20 |  Update-TypeData -TypeName Lab.Server -MemberType NoteProperty -Value  …
#=      |  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=      | The MemberName parameter is required for the type "NoteProperty". Please specify the MemberName parameter.
#= Update-TypeData: 
#= Line |
#=   21 |  Update-TypeData -TypeName Lab.Server -MemberName X -MemberType AliasP …
#=      |  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=      | The Value parameter is required for the type "AliasProperty". Please specify the Value parameter.
#= Update-TypeData: 
#= Line |
#=   22 |  Update-TypeData -TypeName Lab.Server -MemberName X -MemberType Script …
#=      |  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=      | The Value and SecondValue parameters cannot both be null for the type "ScriptProperty".
#= Update-TypeData: 
#= Line |
#=   23 |  Update-TypeData -TypeName Lab.Server -MemberName X -MemberType Script …
#=      |  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=      | The SecondValue parameter is not necessary for the type "ScriptMethod", and should not be specified.
#= Remove-TypeData: 
#= Line |
#=   24 |  Remove-TypeData -TypeName Lab.Nothing
#=      |  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=      | Error in TypeData "Lab.Nothing": The type "Lab.Nothing" was not found. The type name value must be the full name
#=      | of the type. Verify the type name and run the command again.
#= Remove-TypeData: 
#= Line |
#=   25 |  Remove-TypeData -Path lab.types.ps1xml
#=      |  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=      | Remove-TypeData -Path is not emulated here. See COVERAGE.md.
#= HQ
#=
#=
#= Name  : EX01
#= Short : ex01
#=
#=
#= Units : 42
#= Name  : R1
#=
#= ScriptPropertyData
#= True

Update-TypeData -TypeName Lab.Kept -SerializationDepth 3 -SerializationMethod specificproperties -StringSerializationSource Name
(Get-TypeData Lab.Kept).SerializationMethod; (Get-TypeData Lab.Kept).SerializationDepth
Update-TypeData -TypeName Lab.Kept -SerializationMethod nope
#= SpecificProperties
#= 3
#= Update-TypeData: 
#= Line |
#=    4 |  Update-TypeData -TypeName Lab.Kept -SerializationMethod nope
#=      |  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=      | The serialization method "nope" is none of these: AllPublicProperties, String, SpecificProperties.
