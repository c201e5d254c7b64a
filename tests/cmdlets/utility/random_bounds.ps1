# Bounds that are text are read as numbers of the language, else as Int32: its error is shown.
Get-Random -Maximum '0x7f' -Minimum 0x7e
Get-Random -Maximum '-5' -Minimum '-6'
foreach ($bad in 'abc', '0x99999999999999999') {
    try { Get-Random -Maximum $bad } catch { $_.FullyQualifiedErrorId; $_.Exception.Message }
}
[long]'0x99999999999999999'

# What is neither Int32 nor Int64 is a Double, and so is the number.
foreach ($bound in [byte]5, [uint64]5, [decimal]5.5, [int16]5) { (Get-Random -Maximum $bound).GetType().Name }
Get-Random -Minimum 0 -Maximum ([double]::NaN)

# The real command looks for ever for a number below infinity; this one says so.
try { Get-Random -Maximum ([double]::PositiveInfinity) } catch { $_.FullyQualifiedErrorId }
#= 126
#= -6
#= InvalidCastFromStringToInteger,Microsoft.PowerShell.Commands.GetRandomCommand
#= Cannot convert value "abc" to type "System.Int32". Error: "The input string 'abc' was not in a correct format."
#= InvalidCastFromStringToInteger,Microsoft.PowerShell.Commands.GetRandomCommand
#= Cannot convert value "0x99999999999999999" to type "System.Int32". Error: "Value was either too large or too small for a UInt32."
#= InvalidArgument: 
#= Line |
#=    7 |  [long]'0x99999999999999999'
#=      |  ~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=      | Cannot convert value "0x99999999999999999" to type "System.Int64". Error: "Value was either too large or too
#=      | small for a UInt64."
#= Double
#= Double
#= Double
#= Double
#= NaN
#= NotEmulatedInfiniteBound,Microsoft.PowerShell.Commands.GetRandomCommand
