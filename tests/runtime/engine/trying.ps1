# try, trap, throw and the records of errors.
function Get-Thing { [CmdletBinding()] [Alias('gth', 'gtt')] param() 'thing' }; gth; gtt
#= thing
#= thing
try { 'a'; throw 'b'; 'c' } catch { "caught $_"; $_.InvocationInfo.ScriptLineNumber; $_.CategoryInfo.Reason } finally { 'fin' }
#= a
#= caught b
#= 1
#= RuntimeException
#= fin
try { [int]::Parse('x') } catch [System.FormatException] { 'fmt' } catch { 'other' }
#= fmt
try { [int]::Parse('x') } catch { $_.Exception.GetType().Name; $_.Exception.InnerException.GetType().Name; $_.FullyQualifiedErrorId }
#= MethodInvocationException
#= FormatException
#= FormatException
try { $x = $null; $x.Foo() } catch { $_.Exception.Message }
#= You cannot call a method on a null-valued expression.
try { Get-Content nofile -ErrorAction Stop } catch [System.Management.Automation.ItemNotFoundException] { 'inf' } catch { $_.Exception.GetType().Name }
#= inf
function t1 { try { return 'r' } finally { 'f' } }; t1
#= r
#= f
function t2 { foreach ($i in 1..3) { try { if ($i -eq 2) { break }; $i } finally { "f$i" } } }; t2
#= 1
#= f1
#= f2
function t3 { try { throw 'x' } catch { return 'from catch' } finally { 'fin' } 'after' }; t3
#= from catch
#= fin
try { try { throw 'in' } catch { throw "out:$_" } finally { 'f1' } } catch { "$_" } finally { 'f2' }
#= f1
#= out:in
#= f2
try { Write-Error 'nonterm'; 'continued' } catch { 'no' }
#= try { Write-Error 'nonterm'; 'continued' } catch { 'no' } : nonterm
#=     + CategoryInfo          : NotSpecified: (:) [Write-Error], WriteErrorException
#=     + FullyQualifiedErrorId : Microsoft.PowerShell.Commands.WriteErrorException
#= continued
$ErrorActionPreference = 'Stop'; try { Write-Error 'now term' } catch { "c: $_" }; $ErrorActionPreference = 'Continue'
#= c: now term
try { 1, 0, 2 | ForEach-Object { 10 / $_ } } catch { "div: $_" }
#= 10
#= div: Attempted to divide by zero.
1, 0, 2 | ForEach-Object { 10 / $_ }
#= 10
#= Attempted to divide by zero.
#= At line:1 char:28
#= + 1, 0, 2 | ForEach-Object { 10 / $_ }
#= +                            ~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [], RuntimeException
#=     + FullyQualifiedErrorId : RuntimeException
#= 5
try { throw [System.IO.FileNotFoundException]::new('nf', 'file.txt') } catch [System.IO.IOException] { "io: $($_.Exception.Message)" }
#= io: nf
try { throw 42 } catch { $_.TargetObject; $_.Exception.Message; $_.FullyQualifiedErrorId }
#= 42
#= 42
#= 42
try { throw @{ a = 1 } } catch { $_.TargetObject.a }
#= 1
try { throw (Get-Date '2024-01-01') } catch { $_.TargetObject.Year }
#= 2024
$er = [System.Management.Automation.ErrorRecord]::new([Exception]::new('msg'), 'MyId', 'InvalidData', 'tgt'); try { throw $er } catch { $_.FullyQualifiedErrorId; $_.CategoryInfo.Category; $_.TargetObject }
#= MyId
#= InvalidData
#= tgt
function thrower { [CmdletBinding()] param() $PSCmdlet.ThrowTerminatingError([System.Management.Automation.ErrorRecord]::new([Exception]::new('tt'), 'TTId', 'InvalidOperation', $null)); 'no' }
try { thrower } catch { $_.FullyQualifiedErrorId; "$_" }
#= TTId,thrower
#= tt
thrower; 'after thrower'
#= thrower : tt
#= At line:1 char:1
#= + thrower; 'after thrower'
#= + ~~~~~~~
#=     + CategoryInfo          : InvalidOperation: (:) [thrower], Exception
#=     + FullyQualifiedErrorId : TTId,thrower
#= after thrower
try { $ErrorActionPreference = 'SilentlyContinue'; 1/0; 'x' } catch { 'caught anyway' }; $ErrorActionPreference = 'Continue'
#= caught anyway
1/0; 'after div'
#= Attempted to divide by zero.
#= At line:1 char:1
#= + 1/0; 'after div'
#= + ~~~
#=     + CategoryInfo          : NotSpecified: (:) [], RuntimeException
#=     + FullyQualifiedErrorId : RuntimeException
#= after div
function tr { trap [DivideByZeroException] { 'div'; continue } trap { "gen:$_"; break } 1/0; 'mid'; throw 'g'; 'never' }
try { tr } catch { "outer:$_" }
#= div
#= mid
#= gen:g
#= outer:g
& { trap { 'ret'; return } 1/0; 'x' }; 'end'
#= ret
#= end
$e1 = try { 1/0 } catch { 'val' }; $e1
#= val
$(try { throw 'a' } catch { 'sub' }) + '!'
#= sub!
