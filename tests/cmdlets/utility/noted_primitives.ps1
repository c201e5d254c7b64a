# A text, a number or a date with a note is written without type names, and comes back as what it was.

$n = 5 | Add-Member note 1 -PassThru; $xml = [System.Management.Automation.PSSerializer]::Serialize($n); $xml
$back = [System.Management.Automation.PSSerializer]::Deserialize($xml); $back.PSObject.TypeNames[0]; $back.note; $back + 1
$xml = [System.Management.Automation.PSSerializer]::Serialize((Get-Date 2024-01-01)); $xml -match 'N="DateTime"'; [System.Management.Automation.PSSerializer]::Deserialize($xml).PSObject.TypeNames[0]
$named = 'x' | Add-Member note 1 -PassThru; $named.PSObject.TypeNames.Insert(0, 'Lab.Text'); [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($named)).PSObject.TypeNames[0]
# The errors of a parser are objects from the first; a backslash at the end of a text stands for nothing.
try { [scriptblock]::Create('@{ a = 1; A = 2 }') } catch { $_.Exception.InnerException.Errors.ErrorId }
[regex]::Unescape('a\.b\')
#= <Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">
#=   <Obj RefId="0">
#=     <I32>5</I32>
#=     <MS>
#=       <I32 N="note">1</I32>
#=     </MS>
#=   </Obj>
#= </Objs>
#= System.Int32
#= 1
#= 6
#= False
#= System.DateTime
#= Deserialized.Lab.Text
#= DuplicateKeyInHashLiteral
#= a.b
