# Cast operators that script classes write, for numbers too; values that their classes make of others.
class Weight { [int]$N; Weight([int]$n) { $this.N = $n } static [int] op_Explicit([Weight]$w) { return $w.N } }
class Inch { [int]$V; static [Inch] op_Implicit([int]$i) { $x = [Inch]::new(); $x.V = $i; return $x } }
function Get-Half([int]$n) { $n / 2 }
$w = [Weight]::new(8); [int]$w; Get-Half $w; [int[]]($w, $w) -join ','; 8 -eq $w; [double]$w
class Rule { [Inch]$Length }; $rule = [Rule]::new(); $rule.Length = 9; $rule.Length.V; ([Inch]5).V; [Inch]'5'
#= 8
#= 4
#= 8,8
#= True
#= Cannot convert the "Weight" value of type "Weight" to type "System.Double".
#= At line:5 char:83
#= + … [int]$w; Get-Half $w; [int[]]($w, $w) -join ','; 8 -eq $w; [double]$w
#= +                                                              ~~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (:) [], RuntimeException
#=     + FullyQualifiedErrorId : ConvertToFinalInvalidCastException
#= 9
#= 5
#= Cannot convert the "5" value of type "System.String" to type "Inch".
#= At line:6 char:101
#= + … ule]::new(); $rule.Length = 9; $rule.Length.V; ([Inch]5).V; [Inch]'5'
#= +                                                               ~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (:) [], RuntimeException
#=     + FullyQualifiedErrorId : ConvertToFinalInvalidCastException
