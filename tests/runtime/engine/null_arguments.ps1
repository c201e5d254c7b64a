# A null that a .NET method does not take is its ArgumentNullException; what is of no use to it is its own error.
function Tell([scriptblock] $block) { try { & $block } catch { "$($_.FullyQualifiedErrorId): $($_.Exception.Message)" } }
Tell { [Convert]::ToHexString($null) }
Tell { [pscredential]::new('a', $null) }
Tell { [System.IO.BinaryReader]::new($null) }
$list = [System.Collections.Generic.LinkedList[int]]::new(); $node = $list.AddLast(1); [void] $list.AddAfter($node, 5); $list -join ','
Tell { $list.AddAfter($null, 5) }
Tell { [System.Management.Automation.RuntimeDefinedParameter]::new('E', [int], [ipaddress] '1.1.1.1') }
[System.Management.Automation.RuntimeDefinedParameter]::new('E', [int], @([Parameter] @{})).Attributes.Count
'x' | Set-Variable
#= ArgumentNullException: Exception calling "ToHexString" with "1" argument(s): "Value cannot be null. (Parameter 'inArray')"
#= PSArgumentNullException: Exception calling ".ctor" with "2" argument(s): "Cannot process argument because the value of argument "password" is null. Change the value of argument "password" to a non-null value."
#= ArgumentNullException: Exception calling ".ctor" with "1" argument(s): "Value cannot be null. (Parameter 'input')"
#= 1,5
#= ArgumentNullException: Exception calling "AddAfter" with "2" argument(s): "Value cannot be null. (Parameter 'node')"
#= MethodArgumentConversionInvalidCastArgument: Cannot convert argument "attributes", with value: "1.1.1.1", for ".ctor" to type "System.Collections.ObjectModel.Collection[System.Attribute]": "Cannot convert the "1.1.1.1" value of type "System.Net.IPAddress" to type "System.Attribute"."
#= 1
#= Set-Variable : The input object cannot be bound because it did not contain the information required to bind all mandatory parameters:  Name
#= At line:10 char:7
#= + 'x' | Set-Variable
#= +       ~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (x:String) [Set-Variable], ParameterBindingException
#=     + FullyQualifiedErrorId : InputObjectMissingMandatory,Microsoft.PowerShell.Commands.SetVariableCommand
Tell { [System.Xml.XmlTextWriter]::new([byte[]] (1, 2)) }
Tell { [System.Collections.Specialized.NameValueCollection] [cultureinfo] 'de-DE' }
Tell { [int128] [double]::PositiveInfinity }
Tell { [sbyte]::CreateSaturating('[a') }
Tell { [System.Collections.BitArray]::new([int]::MaxValue) }
Tell { [System.Text.StringBuilder]::new('abc')[[char[]] 'abc'] }
#= ArgumentException: Exception calling ".ctor" with "1" argument(s): "Value does not fall within the expected range. (Parameter 'w')"
#= ConvertToFinalInvalidCastException: Cannot convert the "de-DE" value of type "System.Globalization.CultureInfo" to type "System.Collections.Specialized.NameValueCollection".
#= InvalidCastTargetInvocationExceptionop_Explicit: Cannot convert value "∞" to type "System.Int128". Error: "Arithmetic operation resulted in an overflow."
#= NotSupportedException: Exception calling "CreateSaturating" with "1" argument(s): "Specified method is not supported."
#= OutOfMemoryException: Exception calling ".ctor" with "1" argument(s): "Exception of type 'System.OutOfMemoryException' was thrown."
#= ExceptionWhenGetting: Exception getting "Item": "Index was outside the bounds of the array."
Tell { [lazy[string]]::new($null) }
Tell { [System.Collections.Generic.List[int]]::new().Find($null) }
Tell { [System.Xml.XmlTextWriter]::new(1.5d) }
Get-MessageTrackingLog -End 5 -Start ([datetime]::MinValue)
#= ArgumentNullException: Exception calling ".ctor" with "1" argument(s): "Value cannot be null. (Parameter 'valueFactory')"
#= ArgumentNullException: Exception calling "Find" with "1" argument(s): "Value cannot be null. (Parameter 'match')"
#= ArgumentException: Exception calling ".ctor" with "1" argument(s): "Value does not fall within the expected range. (Parameter 'w')"
Tell { [Microsoft.PowerShell.Commands.JsonObject]::ConvertToJson(@{ a = 1 }, [ref] [guid]::Empty) }
#= ArgumentException: Exception calling "ConvertToJson" with "2" argument(s): "Value does not fall within the expected range. (Parameter 'context')"
