# InvokeWithContext takes variables alone, none of them null.

$v = [psvariable]::new('x', 5); { $x }.InvokeWithContext($null, $v); { $x; f 1 }.InvokeWithContext(@{ f = { "f $args" } }, @($v), 'a')
try { { $x }.InvokeWithContext(@{}, { 1 }) } catch { $_.FullyQualifiedErrorId }
try { { $x }.InvokeWithContext(@{}, @($v, $null)) } catch { $_.FullyQualifiedErrorId; $_.Exception.InnerException.Message }
#= 5
#= 5
#= f 1
#= MethodArgumentConversionInvalidCastArgument
#= PSInvalidOperationException
#= The variable definition list has an entry that is null.
