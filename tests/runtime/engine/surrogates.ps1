# Offsets, columns and places count UTF-16 units: a character beyond U+FFFF is two.
$tokens = $null; $errors = $null
$text = "'😀' + `$b; `"x😀`$c😀`""
$tree = [System.Management.Automation.Language.Parser]::ParseInput($text, [ref] $tokens, [ref] $errors)
$tokens | ForEach-Object { "$($_.Kind) $($_.Extent.StartOffset)-$($_.Extent.EndOffset) $($_.Text)" }
$tree.FindAll({ $args[0] -is [System.Management.Automation.Language.VariableExpressionAst] }, $true) | ForEach-Object { "$($_.Extent.StartColumnNumber) $_" }
try { '😀😀' + (Get-NoSuch) } catch { $_.InvocationInfo.PositionMessage }
$line = "'😀😀'; Get-Chi"
$found = TabExpansion2 $line $line.Length
"$($found.ReplacementIndex) $($found.ReplacementLength) $($found.CompletionMatches[0].CompletionText)"
function Get-Smile {
    <#
    .SYNOPSIS
    Smiles 😀 twice 😀.
    #>
    '😀'
}
(Get-Help Get-Smile).Synopsis
#= StringLiteral 0-4 '😀'
#= Plus 5-6 +
#= Variable 7-9 $b
#= Semi 9-10 ;
#= StringExpandable 11-20 "x😀$c😀"
#= EndOfInput 21-21 
#= 8 $b
#= 16 $c
#= At line:7 char:17
#= + try { '😀😀' + (Get-NoSuch) } catch { $_.InvocationInfo.PositionMessa …
#= +                 ~~~~~~~~~~
#= 8 7 Get-ChildItem
#= Smiles 😀 twice 😀.
