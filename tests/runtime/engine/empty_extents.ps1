# What is not written stands nowhere: an extent of its own kind, without lines.
$here = { 1 }.Ast.Extent
"$($here.GetType().Name) $($here -is [System.Management.Automation.Language.IScriptExtent])"
$nowhere = { }.Ast.EndBlock.Extent
"$($nowhere.GetType().Name) $($nowhere.StartOffset)-$($nowhere.EndOffset) $($nowhere.StartLineNumber):$($nowhere.StartColumnNumber) [$($nowhere.Text)] [$($nowhere.File)]"
"$($nowhere.StartScriptPosition) $($nowhere.StartScriptPosition.LineNumber) [$($nowhere.StartScriptPosition.Line)]"
$find = { param($text, $kind) [System.Management.Automation.Language.Parser]::ParseInput($text, [ref] $null, [ref] $null).FindAll({ $args[0].GetType().Name -eq $kind }.GetNewClosure(), $true).Extent.GetType().Name }
& $find '@()' StatementBlockAst
& $find '' NamedBlockAst
& $find 'class A { A() { } }' CommandExpressionAst
$block = [scriptblock]::Create("param(`$x)`n if (`$x) { 'a' }")
$block.Ast.EndBlock.Extent.Text
#= InternalScriptExtent True
#= EmptyScriptExtent 0-0 0:0 [] []
#= System.Management.Automation.Language.EmptyScriptPosition 0 []
#= EmptyScriptExtent
#= EmptyScriptExtent
#= EmptyScriptExtent
#= param($x)
#=  if ($x) { 'a' }
