# Errors: trap, finally, nested throw, records, -ErrorAction mixes, stack traces
function Show($r) { "{0} | {1} | {2} | {3}" -f $r.FullyQualifiedErrorId, $r.CategoryInfo.Category, $r.Exception.GetType().Name, $r.Exception.Message }
function A { param($x) B $x }
function B { param($x) if ($x) { throw [ArgumentException]::new('bad arg', 'x') } else { Get-Item /nope -ErrorAction Stop } }
try { A 1 } catch [InvalidOperationException], [ArgumentException] { Show $_; $_.ScriptStackTrace; $_.InvocationInfo.Line.Trim(); $_.InvocationInfo.OffsetInLine; $_.Exception.ParamName } finally { 'finally 1' }
#= bad arg (Parameter 'x') | OperationStopped | ArgumentException | bad arg (Parameter 'x')
#= at B, <No file>: line 4
#= at A, <No file>: line 3
#= at <ScriptBlock>, <No file>: line 5
#= function B { param($x) if ($x) { throw [ArgumentException]::new('bad arg', 'x') } else { Get-Item /nope -ErrorAction Stop } }
#= 34
#= x
#= finally 1
try { A } catch [System.Management.Automation.ItemNotFoundException] { Show $_; $_.TargetObject; $_.CategoryInfo.Activity; $_.ScriptStackTrace }
#= PathNotFound,Microsoft.PowerShell.Commands.GetItemCommand | ObjectNotFound | ItemNotFoundException | Cannot find path '/nope' because it does not exist.
#= /nope
#= Get-Item
#= at B, <No file>: line 4
#= at A, <No file>: line 3
#= at <ScriptBlock>, <No file>: line 1
function Nest { try { try { throw 'one' } catch { throw "two after $_" } finally { 'f1' } } catch { "caught $_"; throw } finally { 'f2' } }
try { Nest } catch { Show $_; $_.InvocationInfo.ScriptLineNumber }
#= f1
#= caught two after one
#= f2
#= two after one | OperationStopped | RuntimeException | two after one
#= 1
function WithTrap { trap [DivideByZeroException] { "trap dz: $($_.Exception.GetType().Name)"; continue } trap { "trap any: $_"; break } 1 / 0; 'after'; throw 'end'; 'never' }
try { WithTrap } catch { "outer $_" }
#= trap dz: DivideByZeroException
#= after
#= trap any: end
#= outer end
& { trap { 'silent'; continue } Get-Item /nope -ErrorAction Stop; 'went on'; [int]'x'; 'still' }
#= silent
#= went on
#= silent
#= still
& { trap { 'shown' } 1 / 0; 'next' }
#= shown
#= Attempted to divide by zero.
#= At line:1 char:22
#= + & { trap { 'shown' } 1 / 0; 'next' }
#= +                      ~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [], RuntimeException
#=     + FullyQualifiedErrorId : RuntimeException
#= next
& { trap { "inner $_"; continue } & { throw 'x'; 'not here' }; 'here' }
#= inner x
#= here
function Ret { try { return 'r' } finally { 'cleanup' | Out-Host } }; Ret
#= r
#= cleanup
$r = foreach ($i in 1..3) { try { if ($i -eq 2) { continue }; $i } finally { "f$i" } }; "$r"
#= 1 f1 f2 3 f3
# -ErrorAction and preference mixes
$Error.Clear(); Get-Item /nope1, /nope2 -ErrorAction SilentlyContinue -ErrorVariable ev; "$($ev.Count) $($Error.Count)"; Get-Item /nope3 -ErrorAction Ignore -ErrorVariable +ev; "$($ev.Count) $($Error.Count)"
#= 2 2
#= 2 2
function Pref { [CmdletBinding()] param() Write-Error 'soft' -ErrorId Soft -Category LimitsExceeded -TargetObject 5 -RecommendedAction 'rest' -CategoryReason why -CategoryActivity act; "after $ErrorActionPreference" }
Pref -ErrorAction SilentlyContinue; Show $Error[0]; $Error[0].CategoryInfo.ToString(); $Error[0].ErrorDetails.RecommendedAction
#= after SilentlyContinue
#= Soft,Pref | LimitsExceeded | WriteErrorException | soft
#= LimitsExceeded: (5:Int32) [act], why
#= rest
try { Pref -ErrorAction Stop } catch { Show $_ }
#= Soft,Pref | LimitsExceeded | WriteErrorException | soft
Pref -ErrorAction Ignore; & { $ErrorActionPreference = 'Stop'; try { Pref } catch { "stopped: $_" } }
#= after Ignore
#= stopped: soft
try { Write-Error -Exception ([IO.FileNotFoundException]::new('gone', 'f.txt')) -ErrorAction Stop } catch [IO.FileNotFoundException] { Show $_; $_.Exception.FileName }
#= System.IO.FileNotFoundException | NotSpecified | FileNotFoundException | gone
$x = try { 1; throw 'mid'; 2 } catch { 3 } finally { 4 }; "$x"
#= 1 3 4
function Term { [CmdletBinding()] param() $er = [System.Management.Automation.ErrorRecord]::new([InvalidOperationException]::new('term'), 'TermId', 'OpenError', @{ a = 1 }); $er.ErrorDetails = 'details here'; $PSCmdlet.ThrowTerminatingError($er) }
try { Term } catch { Show $_; "$_"; $_.ErrorDetails.Message; $_.TargetObject.a; $_.InvocationInfo.MyCommand.Name; $_.CategoryInfo.GetMessage(); $_.ScriptStackTrace }
#= TermId,Term | OpenError | InvalidOperationException | term
#= details here
#= details here
#= 1
#= Term
#= OpenError: (System.Collections.Hashtable:Hashtable) [Term], InvalidOperationException
#= at Term, <No file>: line 2
#= at <ScriptBlock>, <No file>: line 2
Term -ErrorAction SilentlyContinue; 'after term'; $?
#= Term : details here
#= At line:1 char:1
#= + Term -ErrorAction SilentlyContinue; 'after term'; $?
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : OpenError: (System.Collections.Hashtable:Hashtable) [Term], InvalidOperationException
#=     + FullyQualifiedErrorId : TermId,Term
#= after term
#= True
function Wr { [CmdletBinding()] param() $PSCmdlet.WriteError([System.Management.Automation.ErrorRecord]::new([Exception]::new('w'), 'WId', 'NotInstalled', $null)); 'w done' }
Wr 2>&1 | ForEach-Object { if ($_ -is [System.Management.Automation.ErrorRecord]) { Show $_ } else { $_ } }
#= WId,Wr | NotInstalled | Exception | w
#= w done
$ok = Wr 2>$null; $?; Get-Item /nope 2>$null; $?; $(Get-Item /nope 2>$null); $?; (1); $?
#= False
#= False
#= False
#= 1
#= True
# exceptions
class AppError : Exception { [int] $Code; AppError([string] $m, [int] $c, [Exception] $inner) : base($m, $inner) { $this.Code = $c } }
try { try { [int]::Parse('q') } catch { throw [AppError]::new('wrapped', 42, $_.Exception) } } catch [AppError] { Show $_; $_.Exception.Code; $e = $_.Exception; while ($e) { "> $($e.GetType().Name): $($e.Message)"; $e = $e.InnerException }; $_.Exception.GetBaseException().GetType().Name }
#= wrapped | OperationStopped | AppError | wrapped
#= 42
#= > AppError: wrapped
#= > MethodInvocationException: Exception calling "Parse" with "1" argument(s): "The input string 'q' was not in a correct format."
#= > FormatException: The input string 'q' was not in a correct format.
#= FormatException
try { throw @{ code = 5 } } catch { $_.TargetObject.code; Show $_ }
#= 5
#= System.Collections.Hashtable | OperationStopped | RuntimeException | System.Collections.Hashtable
try { throw } catch { Show $_ }
#= ScriptHalted | OperationStopped | RuntimeException | ScriptHalted
try { throw 1, 2 } catch { Show $_; $_.TargetObject.Count }
#= 1 2 | OperationStopped | RuntimeException | 1 2
#= 2
try { throw $null } catch { Show $_ }
#= ScriptHalted | OperationStopped | RuntimeException | ScriptHalted
try { $null.Foo() } catch { Show $_ }
#= InvokeMethodOnNull | InvalidOperation | RuntimeException | You cannot call a method on a null-valued expression.
try { 'x'.Foo() } catch { Show $_ }
#= MethodNotFound | InvalidOperation | RuntimeException | Method invocation failed because [System.String] does not contain a method named 'Foo'.
try { 'x'.Substring(5) } catch { Show $_ }
#= ArgumentOutOfRangeException | NotSpecified | MethodInvocationException | Exception calling "Substring" with "1" argument(s): "startIndex cannot be larger than length of string. (Parameter 'startIndex')"
try { [string]::Format('{0} {1}', 1) } catch { Show $_ }
#= FormatException | NotSpecified | MethodInvocationException | Exception calling "Format" with "2" argument(s): "Index (zero based) must be greater than or equal to zero and less than the size of the argument list."
try { & 'no-such-cmd' -a 1 } catch { Show $_; $_.TargetObject; $_.Exception.CommandName }
#= CommandNotFoundException | ObjectNotFound | CommandNotFoundException | The term 'no-such-cmd' is not recognized as a name of a cmdlet, function, script file, or executable program.
#= Check the spelling of the name, or if a path was included, verify that the path is correct and try again.
#= no-such-cmd
#= no-such-cmd
try { Get-Date -Foo } catch { Show $_; $_.Exception.ParameterName; $_.Exception.ErrorId }
#= NamedParameterNotFound,Microsoft.PowerShell.Commands.GetDateCommand | InvalidArgument | ParameterBindingException | A parameter cannot be found that matches parameter name 'Foo'.
#= Foo
#= NamedParameterNotFound
try { Get-Item } catch { Show $_ }
#= MissingMandatoryParameter,Microsoft.PowerShell.Commands.GetItemCommand | InvalidArgument | ParameterBindingException | Cannot process command because of one or more missing mandatory parameters: Path.
try { [int]'abc' } catch { Show $_; $_.Exception.InnerException.GetType().Name }
#= InvalidCastFromStringToInteger | InvalidArgument | RuntimeException | Cannot convert value "abc" to type "System.Int32". Error: "The input string 'abc' was not in a correct format."
#= PSInvalidCastException
try { [datetime]'nope' } catch { Show $_ }
#= InvalidCastParseTargetInvocationWithFormatProvider | InvalidArgument | RuntimeException | Cannot convert value "nope" to type "System.DateTime". Error: "The string 'nope' was not recognized as a valid DateTime. There is an unknown word starting at index '0'."
try { $a = @(1); $a[0][0][1].x.y(); [void]$a.Clear(1) } catch { Show $_ }
#= InvokeMethodOnNull | InvalidOperation | RuntimeException | You cannot call a method on a null-valued expression.
try { [ref]$q = 5; $h = @{}; $h.Add('a', 1); $h.Add('a', 1) } catch { Show $_ }
#= ArgumentException | NotSpecified | MethodInvocationException | Exception calling "Add" with "2" argument(s): "Item has already been added. Key in dictionary: 'a'  Key being added: 'a'"
try { Set-Variable -Name ro -Value 1 -Option ReadOnly; $ro = 2 } catch { Show $_ }
#= VariableNotWritable | WriteError | SessionStateUnauthorizedAccessException | Cannot overwrite variable ro because it is read-only or constant.
try { New-Object NoSuch.Type } catch { Show $_ }
#= TypeNotFound,Microsoft.PowerShell.Commands.NewObjectCommand | InvalidType | PSArgumentException | Cannot find type [NoSuch.Type]: verify that the assembly containing this type is loaded.
try { [NoSuch]::x } catch { Show $_ }
#= TypeNotFound | InvalidOperation | RuntimeException | Unable to find type [NoSuch].
try { Invoke-Expression 'if (' } catch { Show $_ }
#= IfStatementMissingCondition,Microsoft.PowerShell.Commands.InvokeExpressionCommand | ParserError | ParseException | At line:1 char:5
#= + if (
#= +     ~
#= Missing condition in if statement after 'if ('.
try { 1 | ForEach-Object { throw 'in pipe' } | Out-Null } catch { Show $_ }
#= in pipe | OperationStopped | RuntimeException | in pipe
try { ,@(3,1) | Sort-Object { throw 'in sort' } } catch { Show $_ }
#= Sort-Object : in sort
#= At line:1 char:17
#= + try { ,@(3,1) | Sort-Object { throw 'in sort' } } catch { Show $_ }
#= +                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidResult: (3 1:Object[]) [Sort-Object], RuntimeException
#=     + FullyQualifiedErrorId : ExpressionEvaluation,Microsoft.PowerShell.Commands.SortObjectCommand
#= 3
#= 1
try { 'a' | Where-Object { $_.Foo() } } catch { Show $_ }
#= MethodNotFound | InvalidOperation | RuntimeException | Method invocation failed because [System.String] does not contain a method named 'Foo'.
try { Import-Module NoSuchModule -ErrorAction Stop } catch { Show $_; $_.TargetObject }
#= Modules_ModuleNotFound,Microsoft.PowerShell.Commands.ImportModuleCommand | ResourceUnavailable | FileNotFoundException | The specified module 'NoSuchModule' was not loaded because no valid module file was found in any module directory.
#= NoSuchModule
try { $ErrorActionPreference = 'Stop'; Write-Error 'x'; 'no' } catch { Show $_ } finally { $ErrorActionPreference = 'Continue' }
#= Microsoft.PowerShell.Commands.WriteErrorException | NotSpecified | WriteErrorException | x
try { [System.IO.File]::ReadAllText('/nope/x') } catch [System.IO.DirectoryNotFoundException] { 'dir'; $_.Exception.GetType().Name } catch { 'other' }
#= dir
#= DirectoryNotFoundException
$Error[0].GetType().Name; $Error.Count -gt 20; $Error.RemoveAt(0); $Error[0] | Format-List * -Force | Out-String -Stream | Select-Object -First 4
#= ErrorRecord
#= True
#=
#= PSMessageDetails      : 
#= Exception             : Microsoft.PowerShell.Commands.WriteErrorException: x
#= TargetObject          : 
Get-Error -Newest 1 | Out-String -Stream | Where-Object { $_ -match 'ErrorId|Type ' } | Select-Object -First 3
#=     Type    : Microsoft.PowerShell.Commands.WriteErrorException
#= FullyQualifiedErrorId : Microsoft.PowerShell.Commands.WriteErrorException
$ErrorView = 'ConciseView'; Get-Item /nope; 1 / 0; throw 'last'
#= Get-Item: Cannot find path '/nope' because it does not exist.
#= RuntimeException: Attempted to divide by zero.
#= Exception: last
