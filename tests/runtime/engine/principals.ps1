# Who runs the shell, and the numbers of well-known accounts
$principal = New-Object Security.Principal.WindowsPrincipal ([Security.Principal.WindowsIdentity]::GetCurrent())
$principal.IsInRole([Security.Principal.WindowsBuiltInRole]::User)
$principal.IsInRole('Everyone')
$principal.IsInRole('Nobody')
([Security.Principal.SecurityIdentifier]'S-1-5-32-544').Translate([Security.Principal.NTAccount]).Value
(New-Object Security.Principal.NTAccount 'Everyone').Translate([Security.Principal.SecurityIdentifier]).Value
#= True
#= True
#= False
#= BUILTIN\Administrators
#= S-1-1-0

try { (New-Object Security.Principal.NTAccount 'x', 'y').Translate([Security.Principal.SecurityIdentifier]) }
catch { $_.Exception.InnerException.GetType().Name }
#= IdentityNotMappedException

try { [Security.Principal.SecurityIdentifier]'x' } catch { "$_" }
#= Cannot convert value "x" to type "System.Security.Principal.SecurityIdentifier". Error: "Value was invalid. (Parameter 'sddlForm')"

# Short names of types
$short = [psobject].Assembly.GetType('System.Management.Automation.TypeAccelerators')
$short::Get['int'].FullName
$short::Add('builder', [System.Text.StringBuilder])
[builder]::new('a').Append('b').ToString()
$short::Remove('builder')
$short::Get.ContainsKey('builder')
try { $short::Add('int', [long]) } catch { "$_" }
#= System.Int32
#= ab
#= True
#= False
#= Exception calling "Add" with "2" argument(s): "An item with the same key has already been added. Key: int"

# Text that is to stand for itself in a script
$generation = [System.Management.Automation.Language.CodeGeneration]
$generation::EscapeSingleQuotedStringContent("it's")
$generation::EscapeVariableName('a{b}')
$generation::EscapeFormatStringContent('{x}')
#= it''s
#= a`{b`}
#= {{x}}

# Which assembly a type comes from
[System.Collections.Generic.List[regex]].FullName
[System.Collections.Stack].AssemblyQualifiedName
(Get-TypeData System.Guid).Members.Keys
#= System.Collections.Generic.List`1[[System.Text.RegularExpressions.Regex, System.Text.RegularExpressions, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a]]
#= System.Collections.Stack, System.Collections.NonGeneric, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a
#= Guid
