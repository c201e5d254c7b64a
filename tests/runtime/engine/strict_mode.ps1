# Set-StrictMode: what each version refuses.
Set-StrictMode -Version 1; "[$nope]"; "x$($nope)y$($nope.z)"; try { $nope } catch { $_.FullyQualifiedErrorId }
Set-StrictMode -Version 2; try { "[$nope]" } catch { $_.FullyQualifiedErrorId }; try { "x$($nope)y" } catch { $_.FullyQualifiedErrorId }
try { (5).Count } catch { $_.Exception.Message }; try { $null.Length } catch { $_.Exception.Message }; @().Count; 'abc'.Length; @{ a = 1 }.Count
Set-StrictMode -Version 3; try { 'abc'[7] } catch { $_.FullyQualifiedErrorId }
try { [Collections.ArrayList]::new()[0] } catch { $_.Exception.Message }; [Collections.Generic.List[int]]@(4, 5) | ForEach-Object { $_ }
Set-StrictMode -Off; 'abc'[7]; (5).Count; "[$nope]"
# [ref] of what is no variable.
[int]::TryParse('5', [ref]$number)
$number = 0; [int]::TryParse('5', [ref]$number); $number; $null = [ref]$null; $null = [ref]$PSCulture
#= []
#= xy
#= VariableIsUndefined
#= VariableIsUndefined
#= VariableIsUndefined
#= The property 'Count' cannot be found on this object. Verify that the property exists.
#= The property 'Length' cannot be found on this object. Verify that the property exists.
#= 0
#= 3
#= 1
#= System.IndexOutOfRangeException
#= Index was out of range. Must be non-negative and less than the size of the collection. (Parameter 'index')
#= 4
#= 5
#= 1
#= []
#= [ref] cannot be applied to a variable that does not exist.
#= At line:9 char:1
#= + [int]::TryParse('5', [ref]$number)
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (number:String) [], RuntimeException
#=     + FullyQualifiedErrorId : NonExistingVariableReference
#= True
#= 5
