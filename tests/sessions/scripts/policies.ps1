# A DSL of script blocks: $_, ASTs, InvokeWithContext
$registry = [ordered]@{}
function Policy {
    param([Parameter(Mandatory, Position = 0)] [string] $Name, [Parameter(Mandatory, Position = 1)] [scriptblock] $Body)
    $rules = [System.Collections.Generic.List[object]]::new()
    $functions = @{
        When = { param([scriptblock] $Condition, [scriptblock] $Then) $rules.Add([pscustomobject]@{ When = $Condition; Then = $Then; Text = $Condition.ToString().Trim() }) }
        Note = { param($Text) $script:note = "$Name says $Text [$level]" }
    }
    $vars = @([psvariable]::new('level', 3), [psvariable]::new('Name', $Name))
    $out = $Body.InvokeWithContext($functions, $vars, 'arg0')
    $registry[$Name] = [pscustomobject]@{ Name = $Name; Rules = $rules; Out = $out; Note = $script:note }
}
Policy Size { When { $_.Size -gt 10MB } { 'reject' }; When { $_.Size -gt 1MB -and -not $_.Vip } { "defer $($_.Size / 1MB) MB" }; Note "hi $($args[0])"; "level $level" }
Policy Sender { foreach ($d in 'a.com', 'b.com') { When ([scriptblock]::Create("`$_.From -like '*@$d'")) { 'tag' }.GetNewClosure() } }
$registry.Values | ForEach-Object { "$($_.Name): $($_.Rules.Count) rules; out=$($_.Out); note=$($_.Note)" }
#= Size: 2 rules; out=level 3; note=Size says hi arg0 [3]
#= Sender: 2 rules; out=; note=Size says hi arg0 [3]
function Test-Message { param([Parameter(ValueFromPipeline)] $Message) process { foreach ($p in $registry.Values) { foreach ($r in $p.Rules) { if ($Message | Where-Object $r.When) { [pscustomobject]@{ Policy = $p.Name; Because = $r.Text; Action = $Message | ForEach-Object $r.Then } } } } } }
[pscustomobject]@{ Size = 20MB; Vip = $false; From = 'x@b.com' }, [pscustomobject]@{ Size = 2MB; Vip = $true; From = 'y@c.com' } | Test-Message | Format-Table
#=
#= Policy Because                          Action
#= ------ -------                          ------
#= Size   $_.Size -gt 10MB                 reject
#= Size   $_.Size -gt 1MB -and -not $_.Vip defer 20 MB
#= Sender $_.From -like '*@b.com'          tag
#=
# InvokeWithContext details
$sb = { param($a) "$a $_ $this $x $(Get-Thing 1)"; Get-Thing 2; $args.Count; $input.Count }
$sb.InvokeWithContext(@{ 'Get-Thing' = { "thing $args" } }, [psvariable[]]@([psvariable]::new('_', 'under'), [psvariable]::new('this', 'self'), [psvariable]::new('x', 5)), 'A', 'B')
#= A under self 5 thing 1
#= thing 2
#= 1
try { $sb.InvokeWithContext(@{ '' = { 1 } }, $null) } catch { "$($_.FullyQualifiedErrorId)" }
#= PSInvalidOperationException
try { $sb.InvokeWithContext($null, @([psvariable]::new('x', 1), $null)) } catch { "$($_.FullyQualifiedErrorId)" }
#= PSInvalidOperationException
try { { throw 'deep' }.InvokeWithContext($null, $null) } catch { "$($_.Exception.GetType().Name) $($_.Exception.InnerException.GetType().Name) $($_.FullyQualifiedErrorId)" }
#= MethodInvocationException RuntimeException RuntimeException
(& { param($s) $s.InvokeReturnAsIs(4) } { $args[0] * 2 }).GetType().Name
#= Int32
({ 1; 2 }.Invoke()).GetType().Name; { }.Invoke().Count; ({ $null }.InvokeReturnAsIs()) -eq $null
#= Collection`1
#= 0
#= True
# ASTs
$ast = { param([int] $n = 3, [Parameter(Mandatory)] [string[]] $Names) if ($n -gt 2) { Get-Mailbox -Identity $Names[0] -ErrorAction Stop | Set-Mailbox -Name "x$n" } else { $script:z = @{ a = 1 } ; Write-Host (1 + 2) } }.Ast
$ast.GetType().Name; $ast.ParamBlock.Parameters | ForEach-Object { "$($_.Name) $($_.StaticType.Name) default=$($_.DefaultValue) attrs=$($_.Attributes.TypeName.Name -join ',')" }
#= ScriptBlockAst
#= $n Int32 default=3 attrs=int
#= $Names String[] default= attrs=Parameter,string[]
$ast.FindAll({ $args[0] -is [System.Management.Automation.Language.CommandAst] }, $true) | ForEach-Object { '{0,-14} {1}' -f $_.GetCommandName(), (($_.CommandElements | Select-Object -Skip 1 | ForEach-Object { "$($_.GetType().Name -replace 'Ast$')=$_" }) -join '; ') }
#= Get-Mailbox    CommandParameter=-Identity; IndexExpression=$Names[0]; CommandParameter=-ErrorAction; StringConstantExpression=Stop
#= Set-Mailbox    CommandParameter=-Name; ExpandableStringExpression="x$n"
#= Write-Host     ParenExpression=(1 + 2)
$ast.FindAll({ param($x) $x -is [System.Management.Automation.Language.VariableExpressionAst] }, $true).VariablePath.UserPath -join ' '
#= n Names n Names n script:z
$ast.Find({ $args[0] -is [System.Management.Automation.Language.IfStatementAst] }, $false).Clauses[0].Item1.Extent.Text
#= $n -gt 2
$tokens = $errors = $null
$tree = [System.Management.Automation.Language.Parser]::ParseInput('$a = 1 + ; foreach ($x in 1..3 { }', [ref]$tokens, [ref]$errors)
$errors | ForEach-Object { "$($_.ErrorId) @$($_.Extent.StartLineNumber):$($_.Extent.StartColumnNumber) $($_.Message)" }
#= ExpectedValueExpression @1:9 You must provide a value expression following the '+' operator.
#= UnexpectedToken @1:32 Unexpected token '{' in expression or statement.
#= MissingEndParenthesisAfterForeachStatement @1:31 Missing closing ')' after expression part of foreach loop.
$tokens | Select-Object -First 4 | ForEach-Object { "$($_.Kind)|$($_.Text)|$($_.TokenFlags)" }
#= Variable|$a|None
#= Equals|=|AssignmentOperator
#= Number|1|None
#= Plus|+|BinaryPrecedenceAdd, BinaryOperator, UnaryOperator, CanConstantFold
function Get-Dependency([scriptblock] $Block) { $Block.Ast.FindAll({ $args[0] -is [System.Management.Automation.Language.CommandAst] }, $true) | ForEach-Object { $_.GetCommandName() } | Sort-Object -Unique }
Get-Dependency { Get-Date | Out-Null; & 'My-Cmd' 1; . $x; Get-Date }
#= Get-Date
#= My-Cmd
#= Out-Null
[System.Management.Automation.Language.AstVisitAction]::SkipChildren.value__
#= 1
$fn = { function Foo ([int] $a) { <# .SYNOPSIS
 does #> begin { } process { $a } } }.Ast.EndBlock.Statements[0]; $fn.Name; $fn.Parameters.Count; $fn.Body.ProcessBlock.Statements.Count; $fn.IsFilter; $fn.GetHelpContent().Synopsis
#= Foo
#= 1
#= 1
#= False
#= does 
#=
# script block properties and scope
$sb = { [CmdletBinding()] [OutputType([int])] param($q) $q }; $sb.Attributes.Count; $sb.IsFilter; $sb.StartPosition.StartLine; $sb.Module
#= 2
#= False
#= 2
$x = 1; $c = { $x; $x++ ; $x }.GetNewClosure(); $x = 10; & $c; & $c; $x; . { $x = 20 }; $x; & { $x = 30 }; $x
#= 1
#= 2
#= 1
#= 2
#= 10
#= 20
#= 20
& { $script:top = 'set'; Set-Variable -Scope 1 -Name up -Value 'one' }; $top; $up
#= set
#= one
$adders = 1..3 | ForEach-Object { $n = $_; { param($v) $v + $n }.GetNewClosure() }; ($adders | ForEach-Object { & $_ 10 }) -join ','
#= 11,12,13
# keyword-like functions with nested blocks and $PSItem
function table([string] $name, [scriptblock] $rows) { $script:depth++; "<table $name depth=$depth>"; & $rows; '</table>'; $script:depth-- }
function row { "<row>$($args -join '|')</row>" }
$depth = 0; table outer { row 1 2; table inner { 'a', 'b' | ForEach-Object { row $PSItem $name } }; row 3 }
#= <table outer depth=1>
#= <row>1|2</row>
#= <table inner depth=2>
#= <row>a|inner</row>
#= <row>b|inner</row>
#= </table>
#= <row>3</row>
#= </table>
$ops = @{ '+' = { $args[0] + $args[1] }; '*' = { $args[0] * $args[1] } }; & $ops['+'] 2 3; & $ops.'*' 2 3; $ops['+'].Invoke(1, 2)[0]
#= 5
#= 6
#= 3
$block = { begin { $s = 0 } process { $s += $_ } end { "sum $s" } }; 1..4 | & $block; 1..4 | ForEach-Object -Begin { $t = 1 } -Process { $t *= $_ } -End { $t }
#= sum 10
#= 24
[scriptblock]::Create('param($a) $a * 2').Invoke(21); ([scriptblock]'1 + 1').InvokeReturnAsIs()
#= 42
#= Cannot convert the "1 + 1" value of type "System.String" to type "System.Management.Automation.ScriptBlock".
#= At line:1 char:55
#= + … am($a) $a * 2').Invoke(21); ([scriptblock]'1 + 1').InvokeReturnAsIs()
#= +                               ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (:) [], RuntimeException
#=     + FullyQualifiedErrorId : ConvertToFinalInvalidCastException
try { [scriptblock]::Create('if (') } catch { $_.Exception.InnerException.Errors[0].ErrorId; $_.FullyQualifiedErrorId }
#= IfStatementMissingCondition
#= ParseException
$ExecutionContext.InvokeCommand.ExpandString('$x and $($x + 1)'); $ExecutionContext.InvokeCommand.InvokeScript('$args[0]', 7); $ExecutionContext.InvokeCommand.NewScriptBlock('2 * 3').Invoke()
#= 20 and 21
#= 7
#= 6
data Menu -SupportedCommand ConvertTo-Json { @{ items = 'a', 'b' } }; $Menu.items[1]; try { $Menu = 3; $Menu } catch { 'ro' }
#= b
#= 3
try { { Get-Date }.CheckRestrictedLanguage([string[]]@(), [string[]]@(), $false) } catch { $_.Exception.InnerException.GetType().Name; $_.FullyQualifiedErrorId }
#= ParseException
#= ParseException
{ @{ a = 1, 'x'; b = @{ c = $true } } }.Ast.EndBlock.Statements[0].PipelineElements[0].Expression.SafeGetValue().b.c
#= True
try { { $x }.Ast.EndBlock.Statements[0].PipelineElements[0].Expression.SafeGetValue() } catch { $_.Exception.InnerException.GetType().Name }
#= InvalidOperationException
