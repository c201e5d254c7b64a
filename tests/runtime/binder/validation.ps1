# Attributes that check.

function Level { param([ValidateSet('Low', 'High')]$l) $l }
Level low; Level mid
#= low
#= Level: Cannot validate argument on parameter 'l'. The argument "mid" does not belong to the set "Low,High" specified by the ValidateSet attribute. Supply an argument that is in the set and then try the command again.
function Exactly { param([ValidateSet('a', IgnoreCase = $false)]$l) $l }
Exactly A
#= Exactly: Cannot validate argument on parameter 'l'. The argument "A" does not belong to the set "a" specified by the ValidateSet attribute. Supply an argument that is in the set and then try the command again.
function Own { param([ValidateSet('a', 'b', ErrorMessage = '{0} is none of {1}')]$l) $l }
Own c
#= Own: Cannot validate argument on parameter 'l'. c is none of a,b
function Range { param([ValidateRange(1, 5)][int]$n) $n }
Range 0; Range 6; Range 5
#= Range: Cannot validate argument on parameter 'n'. The 0 argument is less than the minimum allowed range of 1. Supply an argument that is greater than or equal to 1 and then try the command again.
#= Range: Cannot validate argument on parameter 'n'. The 6 argument is greater than the maximum allowed range of 5. Supply an argument that is less than or equal to 5 and then try the command again.
#= 5
function Positive { param([ValidateRange('Positive')][int]$n) $n }
Positive 0
#= Positive: Cannot validate argument on parameter 'n'. The argument "0" cannot be validated because its value is not greater than zero.
function Long { param([ValidateLength(2, 3)]$s) $s }
Long a; Long abcd
#= Long: Cannot validate argument on parameter 's'. The character length (1) of the argument is too short. Specify an argument with a length that is greater than or equal to "2", and then try the command again.
#= Long: Cannot validate argument on parameter 's'. The character length of the 4 argument is too long. Shorten the character length of the argument so it is fewer than or equal to "3" characters, and then try the command again.
function Many { param([ValidateCount(1, 2)][string[]]$s) $s.Count }
Many a, b; Many a, b, c
#= 2
#= Many: Cannot validate argument on parameter 's'. The parameter requires at least 1 value(s) and no more than 2 value(s) - 3 value(s) were provided.
function Mail { param([ValidatePattern('^\w+@')]$s) $s }
Mail A@b; Mail b
#= A@b
#= Mail: Cannot validate argument on parameter 's'. The argument "b" does not match the "^\w+@" pattern. Supply an argument that matches "^\w+@" and try the command again.
function Even { param([ValidateScript({ $_ % 2 -eq 0 })]$n) $n }
Even 4; Even 3
#= 4
#= Even: Cannot validate argument on parameter 'n'. The " $_ % 2 -eq 0 " validation script for the argument with value "3" did not return a result of True. Determine why the validation script failed, and then try the command again.
function Full { param([ValidateNotNullOrEmpty()]$s, [ValidateNotNull()]$n) "$s" }
Full ''; Full @(); Full -n $null; Full a
#= Full: Cannot validate argument on parameter 's'. The argument is null or empty. Provide an argument that is not null or empty, and then try the command again.
#= Full: Cannot validate argument on parameter 's'. The argument is null, empty, or an element of the argument collection contains a null value. Supply a collection that does not contain any null values and then try the command again.
#= Full: Cannot validate argument on parameter 'n'. The argument is null. Provide a valid value for the argument, and then try running the command again.
#= a

# Mandatory parameters take nothing empty, unless they say so.
function Must { param([Parameter(Mandatory)][string]$s, [Parameter(Mandatory)][AllowEmptyCollection()][array]$a) "[$s][$($a.Count)]" }
Must '' 1; Must x @(); Must $null 1
#= Must: Cannot bind argument to parameter 's' because it is an empty string.
#= [x][0]
#= Must: Cannot bind argument to parameter 's' because it is an empty string.
function MustList { param([Parameter(Mandatory)][string[]]$s) $s.Count }
MustList @(); MustList a, ''; MustList a, $null
#= MustList: Cannot bind argument to parameter 's' because it is an empty array.
#= MustList: Cannot bind argument to parameter 's' because it is an empty string.
#= MustList: Cannot bind argument to parameter 's' because it is null.

# Nobody can be asked here.
Must
#= Must: Cannot process command because of one or more missing mandatory parameters: s a.

# Checks hold for the variable too, and defaults are not checked.
function Default { param([ValidateRange(1, 5)][int]$n = 9) $n; try { $n = 7 } catch { "$_" } }
Default
#= 9
#= The variable cannot be validated because the value 7 is not a valid value for the n variable.
# Any constants make a set: they are kept as text.
function One { param([ValidateSet(15)] $Of) "$Of" }; One 15; One '15'; One 16
#= 15
#= 15
#= One: Cannot validate argument on parameter 'Of'. The argument "16" does not belong to the set "15" specified by the ValidateSet attribute. Supply an argument that is in the set and then try the command again.
function Mixed { param([ValidateSet(15, 'a', 1.5, $true)] [string] $Of) "$Of" }; Mixed 15; Mixed A; Mixed true; (Get-Command Mixed).Parameters.Of.Attributes.ValidValues -join ' '
#= 15
#= A
#= true
#= 15 a 1.5 True
[ValidateSet(1)] $only = 1; $only = 2
#= MetadataError: The variable cannot be validated because the value 2 is not a valid value for the only variable.
# [PSTypeName()] refuses in plain functions too, and looks at each element of a collection.
function OfKind { param([PSTypeName('Kind')]$k) @($k).Count }
$kind = [pscustomobject]@{ PSTypeName = 'Kind' }
OfKind $kind; OfKind ($kind, $kind); OfKind 5; OfKind -k ($kind, 5)
try { OfKind 5 } catch { $_.FullyQualifiedErrorId, $_.CategoryInfo.Category, $_.Exception.GetType().Name, $_.Exception.InnerException.GetType().Name }
#= 1
#= 2
#= OfKind: 
#= Line |
#=    4 |  OfKind $kind; OfKind ($kind, $kind); OfKind 5; OfKind -k ($kind, 5)
#=      |                                              ~
#=      | Cannot bind argument to parameter 'k', because PSTypeNames of the argument do not match the PSTypeName required by the parameter: Kind.
#= OfKind: 
#= Line |
#=    4 |  OfKind $kind; OfKind ($kind, $kind); OfKind 5; OfKind -k ($kind, 5)
#=      |                                                           ~~~~~~~~~~
#=      | Cannot bind argument to parameter 'k', because PSTypeNames of the argument do not match the PSTypeName required by the parameter: Kind.
#= MismatchedPSTypeName,OfKind
#= InvalidArgument
#= ParameterBindingArgumentTransformationException
#= PSInvalidCastException
