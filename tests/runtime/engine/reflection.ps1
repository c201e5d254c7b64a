# Assemblies of types, and script blocks looked at as data.
[psobject].Assembly.GetName().Name; [int].Assembly.GetName().Version.ToString(); [psobject].Assembly.GetName().Version.Major -ge 7; "$([int].Assembly.GetName())"
#= System.Management.Automation
#= 10.0.0.0
#= True
#= System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e
([int].Assembly.GetName().GetPublicKeyToken() | ForEach-Object { $_.ToString('x2') }) -join ''; [System.Reflection.AssemblyName]::new('Lab, Version=1.2.3.4').Version.Minor
#= 7cec85d7bea7798e
#= 2
{ @{ a = 1; b = $true, $PSCulture } }.CheckRestrictedLanguage([string[]]@(), [string[]]@(), $false); 'fine'
#= fine
{ Get-Item $x }.CheckRestrictedLanguage([string[]]'Get-Item', [string[]]'x', $false); { $anything; $env:HOME }.CheckRestrictedLanguage($null, [string[]]'*', $true); 'fine'
#= fine
foreach ($block in { Get-Item . }, { $x }, { $env:HOME }, { 'a'.Length }, { param($a) 1 }) { try { $block.CheckRestrictedLanguage([string[]]@(), [string[]]@(), $false) } catch { $_.FullyQualifiedErrorId; $_.Exception.InnerException.ErrorRecord.FullyQualifiedErrorId } }
#= ParseException
#= CmdletNotInAllowedListForDataSection
#= ParseException
#= VariableReferenceNotSupportedInDataSection
#= ParseException
#= VariableReferenceNotSupportedInDataSection
#= ParseException
#= PropertyReferenceNotSupportedInDataSection
#= ParseException
#= InvalidScriptBlockInDataSection
