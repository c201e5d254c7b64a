# What .NET refuses when it is made: a record without an exception, an alias without names, a parameter without a name.

try { [System.Management.Automation.ErrorRecord]::new($null, 'Id', 'OpenError', 1) } catch { $_.Exception.InnerException.Message }
try { [System.Management.Automation.AliasAttribute]::new($null) } catch { $_.Exception.InnerException.Message }
function F { [CmdletBinding()] param() dynamicparam { $d = [System.Management.Automation.RuntimeDefinedParameterDictionary]::new(); $d.Add('K', [System.Management.Automation.RuntimeDefinedParameter]::new([nullstring]::Value, [int], $null)); $d } end { 1 } }; try { F } catch { $_.Exception.Message }
$d = [ordered]@{ a = 1 }; foreach ($place in 1, -1) { try { $d[$place] = 2 } catch { $_.Exception.Message } }; $d[0] = 3; $d.a
# An object that comes while the document of format objects is open begins one of its own.
$f = [pscustomobject]@{ x = 1 } | Format-Table; $f[0]; $f[1]; [pscustomobject]@{ a = 1 }; 'z'
#= Cannot process argument because the value of argument "exception" is null. Change the value of argument "exception" to a non-null value.
#= Cannot process argument because the value of argument "aliasNames" is null. Change the value of argument "aliasNames" to a non-null value.
#= Cannot retrieve the dynamic parameters for the cmdlet. Value cannot be null. (Parameter 'key')
#= Specified argument was out of the range of valid values. (Parameter 'index')
#= Specified argument was out of the range of valid values. (Parameter 'index')
#= 3
#=
#= x
#= -
#=
#= a
#= -
#= 1
#= z
#=
