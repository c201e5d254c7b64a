# What scripts see of a syntax tree: visitors, .NET's names of fields, text, static types
class V : System.Management.Automation.Language.AstVisitor {
  [System.Collections.Generic.List[string]]$Seen = @()
  [System.Management.Automation.Language.AstVisitAction] VisitVariableExpression([System.Management.Automation.Language.VariableExpressionAst]$a) { $this.Seen.Add($a.VariablePath.UserPath); return 'Continue' }
  [System.Management.Automation.Language.AstVisitAction] VisitFunctionDefinition([System.Management.Automation.Language.FunctionDefinitionAst]$f) { return [System.Management.Automation.Language.AstVisitAction]::SkipChildren }
}
$v = [V]::new()
{ $a + $b; function f { $hidden }; foreach ($i in $c) { "$d" } }.Ast.Visit($v)
"$($v.Seen)"
#= a b i c d

$a = { "x $y" }.Ast.EndBlock.Statements[0].PipelineElements[0].Expression
"$($a.StringConstantType) $($a.StaticType) $($a.NestedExpressions.Count)"
#= DoubleQuoted string 1

$h = { @{ a = 1 } }.Ast.EndBlock.Statements[0].PipelineElements[0].Expression
"$($h.KeyValuePairs[0].Item1) = $($h.KeyValuePairs[0].Item2)"
#= a = 1

$f = { function q([int]$n = 5) { } }.Ast.EndBlock.Statements[0]
"$($f.Parameters[0].Name.VariablePath) $($f.Parameters[0].StaticType) $($f.Parameters[0].DefaultValue) $($f.Name)"
#= n int 5 q

{ 1 -eq 2 }.Ast.EndBlock.Statements[0].PipelineElements[0].Expression | % { "$($_.Operator) $($_.Left.StaticType) $($_.Left.Value)" }
#= Ieq int 1

{ try {} catch {} finally {1} }.Ast.EndBlock.Statements[0] | % { "$($_.Finally) $($_.CatchClauses[0].IsCatchAll)" }
#= {1} True

{ $x.Foo; [int]::Bar }.Ast.EndBlock.Statements | % { "$($_.PipelineElements[0].Expression.Member) $($_.PipelineElements[0].Expression.Static)" }
#= Foo False
#= Bar True

{ a 2>&1 > f }.Ast.EndBlock.Statements[0].PipelineElements[0].Redirections | % { "$($_.GetType().Name) $($_.FromStream)" }
#= FileRedirectionAst Output
#= MergingRedirectionAst Error

{ $global:x; $env:p; $script:q }.Ast.EndBlock.Statements | % { $_.PipelineElements[0].Expression.VariablePath } | ft UserPath,IsGlobal,IsDriveQualified,DriveName,IsScript -a
#=
#= UserPath IsGlobal IsDriveQualified DriveName IsScript
#= -------- -------- ---------------- --------- --------
#= global:x     True            False              False
#= env:p       False             True env          False
#= script:q    False            False               True
#=

{ switch -Regex (1) { 1 {} } }.Ast.EndBlock.Statements[0].Flags
#= Regex

$t=$null;$e=$null; $x=[System.Management.Automation.Language.Parser]::ParseInput('class A { [int]$p; hidden [void] M() {} } enum B { c }',[ref]$t,[ref]$e)
$x.EndBlock.Statements | % { "$($_.Name) $($_.IsClass) $($_.IsEnum) $($_.Members.Name)" }
$x.FindAll({ $true }, $true).Count
#= A True False p M
#= B False True c
#= 12

# Completers of programs get the command's tree
Register-ArgumentCompleter -Native -CommandName nosuch -ScriptBlock {
    param($word, $tree, $cursor)
    "$word $tree $($tree.CommandElements.Count) $cursor"
    [System.Management.Automation.CompletionResult]::new('two', '2', 'ParameterValue', 'tip')
}
(TabExpansion2 'nosuch -x' 9).CompletionMatches | Format-Table CompletionText, ListItemText, ResultType
#=
#= CompletionText   ListItemText         ResultType
#= --------------   ------------         ----------
#= -x nosuch -x 2 9 -x nosuch -x 2 9 ParameterValue
#= two              2                ParameterValue
#=

# A list cast to XML is the text of its lines
([xml]('<a>', '  <b>1</b>', '</a>')).a.b
#= 1

# Methods without brackets
'a'.Substring
[System.Text.StringBuilder]::new.Name
#=
#= OverloadDefinitions
#= -------------------
#= string Substring(int startIndex)
#= string Substring(int startIndex, int length)
#= new
#=

# Variables that all scopes below share
Set-Variable shared 1 -Option AllScope
& { $shared++; & { $shared++ } }; $shared
$module = New-Module -AsCustomObject { $n = 1; function Up { $script:n++ }; Export-ModuleMember -Variable n -Function Up }
$module.Up(); $module.n
#= 3
#= 2
