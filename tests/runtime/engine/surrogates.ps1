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
$text = 'a😀b😀c'
"$($text.Length) $($text.IndexOf('c')) $($text.LastIndexOf('b')) $($text.IndexOf('😀')) $($text.IndexOfAny('cb'.ToCharArray())) $($text.LastIndexOfAny('ab'.ToCharArray()))"
"$($text[3]) $([int] $text[1]) $([int] $text.Chars(2)) $($text[-1]) $($text[0, 3] -join '')"
"$($text.Substring(3)) $($text.Substring(1, 2)) $($text.Remove(1, 2)) $($text.Insert(3, '-')) [$($text.PadLeft(8))] [$('ab'.PadRight(4))]"
$match = [regex]::Match($text, '😀(c)'); "$($match.Index) $($match.Length) $($match.Groups[1].Index)"
($text | Select-String 'c').Matches[0].Index
try { 'abc'.IndexOfAny('c'.ToCharArray(), 1, 9) } catch { $_.Exception.InnerException.GetType().Name }
try { 'abc'.LastIndexOfAny('c'.ToCharArray(), 7) } catch { $_.Exception.InnerException.GetType().Name }
#= 7 6 3 1 3 3
#= b 55357 56832 c ab
#= b😀c 😀 ab😀c a😀-b😀c [ a😀b😀c] [ab  ]
#= 4 3 6
#= 6
#= ArgumentOutOfRangeException
#= ArgumentOutOfRangeException
