# The attributes of a variable are a collection that changes the variable.
[int] $typed = 5; (Get-Variable typed).Attributes | ForEach-Object { $_.GetType().Name }
(Get-Variable typed).Attributes.Add([ValidateRange]::new(1, 9)); $typed = 9; try { $typed = 10 } catch { $_.FullyQualifiedErrorId }
try { (Get-Variable typed).Attributes.Add([ValidateSet]::new('a')) } catch { $_.Exception.Message }
(Get-Variable typed).Attributes.Clear(); $typed = 'anything'; $typed; (Get-Variable typed).Attributes.Count
$free = 'a'; (Get-Variable free).Attributes.Add([ValidateSet]::new('a', 'b')); try { $free = 'c' } catch { $_.Exception.Message }; (Get-Variable free).Attributes.RemoveAt(0); $free = 'c'; $free
# An alias of an outer scope that is protected stands in nobody's way further in; built-in ones of all scopes do.
Set-Alias kept Get-Date -Option ReadOnly; & { Set-Alias kept Get-Item; (Get-Alias kept).Definition }; (Get-Alias kept).Definition
& { Set-Alias gci Get-Date; (Get-Alias gci).Definition }; try { Set-Alias kept Get-Item -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }
Set-Alias plain Get-Date; try { Set-Alias plain Get-Date -Option Constant -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }
#= ArgumentTypeConverterAttribute
#= ValidateSetFailure
#= Exception calling "Add" with "1" argument(s): "The attribute cannot be added because variable typed with value 9 would no longer be valid."
#= anything
#= 0
#= The variable cannot be validated because the value c is not a valid value for the free variable.
#= c
#= Get-Item
#= Get-Date
#= Get-Date
#= AliasNotWritable,Microsoft.PowerShell.Commands.SetAliasCommand
#= AliasCannotBeMadeConstant,Microsoft.PowerShell.Commands.SetAliasCommand
