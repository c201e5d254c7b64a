# Which parameter a written name means.

function Show { param($NameOne, $NameTwo, [switch]$Force) "$NameOne|$NameTwo|$Force|$args" }

# An exact name, a unique prefix, an alias.
Show -NameOne 1 -NameT 2 -F
#= 1|2|True|
function Aliased { param([Alias('Id', 'Key')]$Identity) "$Identity" }
Aliased -Id 1; Aliased -ke 2; Aliased -Ident 3
#= 1
#= 2
#= 3

# A prefix of several names is an error that lists them; an exact name is not, though others begin with it.
Show -Name 1
#= Show: Parameter cannot be processed because the parameter name 'Name' is ambiguous. Possible matches include: -NameOne -NameTwo.
function Exact { param($Name, $NameTwo) "$Name|$NameTwo" }
Exact -Name 1
#= 1|

# An advanced function's own parameters come before the common ones.
function Own { [CmdletBinding()] param($Version) "$Version" }
Own -V 7
#= 7
function Vague { [CmdletBinding()] param($Other) "$Other" }
Vague -W 7
#= Vague: Parameter cannot be processed because the parameter name 'W' is ambiguous. Possible matches include: -WarningAction -WarningVariable.

# Values behind a colon, and a switch that is turned off.
Show -NameOne:1 -NameTwo: 2 -Force:$false
#= 1|2|False|

# Given twice, without a value, unknown.
Show -NameOne 1 -NameO 2
#= Show: Cannot bind parameter because parameter 'NameOne' is specified more than once. To provide multiple values to parameters that can accept multiple values, use the array syntax. For example, "-parameter value1,value2,value3".
Show -NameOne -NameTwo 2
#= Show: Missing an argument for parameter 'NameOne'. Specify a parameter of type 'System.Object' and try again.
Show -Zzz 5 x
#= x||False|-Zzz 5
Own -Zzz 5
#= Own: A parameter cannot be found that matches parameter name 'Zzz'.

# After -- everything is positional.
Show -- -NameTwo
#= -NameTwo||False|

# An alias that two parameters have.
function Twice { param([Alias('x')]$a, [Alias('x')]$b) 1 }; Twice
#= Twice: The alias "x" is declared multiple times.
